"""A `Query` as tantivy asks it."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import product
from math import prod
from typing import TYPE_CHECKING, Final

from advisory_cli.index.documents import encodable, keyword
from advisory_cli.index.part import Part
from advisory_cli.index.schema import FIRST_BITS, UNDATED, in_language, schema, term
from advisory_cli.nearness import Kind
from advisory_cli.query import And, Dates, Node, Not, Number, Or, Phrase, Query, Value, Word
from advisory_cli.query.fields import TEXT_FIELDS, period
from advisory_cli.query.nodes import CORRECTED, wants_removed
from advisory_cli.release import ENDLESS
from advisory_cli.text import fold

if TYPE_CHECKING:
    import tantivy

    from advisory_cli.index.forms import Speller

_TITLE: Final = 2.0
"""How much more a word counts in a title."""

_MANY_FORMS: Final = 40
"""Words for one that are no longer weighed one by one."""

_MANY_ROWS: Final = 16
"""Phrases for one that are no longer asked for one by one."""


def ask(query: Query, parts: Sequence[Part]) -> "tantivy.Query":
    """Texts that answer the query; only words and phrases add to the score."""
    return Asking(parts).ask(query)


class Asking:
    """Asks for words as the texts of these parts spell them; one for all tiers of a query, as words are kept.

    With `among` only what answers that as well, and phrases are looked for nowhere else.
    """

    def __init__(self, parts: Sequence[Part], among: "tantivy.Query | None" = None) -> None:
        self._parts = parts
        self._among = among

    @cached_property
    def speller(self) -> "Speller":
        """What looks words up; who asks for none does not pay for it."""
        from advisory_cli.index.forms import Speller

        return Speller(self._parts)

    def among(self, few: "tantivy.Query") -> "Asking":
        """The same, among these documents alone."""
        asking = Asking(self._parts, few)
        asking.speller = self.speller
        return asking

    def ask(self, query: Query) -> "tantivy.Query":
        """As `ask`."""
        asked = both(self._among, self._asked(query.root)) if self._among else self._asked(query.root)
        if wants_removed(query):
            return both(_silent(term("keyword", "any:")), asked)
        return asked if _needs_words(query.root) else both(_silent(term("keyword", "live:")), asked)

    def _asked(self, node: Node) -> "tantivy.Query":  # noqa: PLR0911 - one for each kind of node
        match node:
            case And(parts):
                denied = [part.part for part in parts if isinstance(part, Not)]
                wanted = _all_of([self._asked(part) for part in parts if not isinstance(part, Not)])
                return without(wanted, [self._asked(part) for part in denied])
            case Or(parts):
                return any_of([self._asked(part) for part in parts])
            case Not(part):
                return without(_all_of([]), [self._asked(part)])
            case Word():
                return self._beginning(node) if node.prefix else self._word(node)
            case Phrase():
                return self._phrase(node)
            case Number(references, own):
                names = ("own",) if own else ("own", "mention")
                return _silent(_keyword_set(keyword(name, reference) for name in names for reference in references))
            case Value():
                return _silent(self._value(node))
            case Dates(since, until):
                return _dates(since, until)

    def _value(self, value: Value) -> "tantivy.Query":
        if value == CORRECTED:
            numbers = {keyword("own", reference) for reference in self._corrected()}
            return _keyword_set({keyword(*CORRECTED), *numbers})
        if value.field == "until":
            return _embargoed_after(int(value.value))
        return term("keyword", keyword(*value))

    def _word(self, word: Word) -> "tantivy.Query":
        anywhere, stems_of = self.speller.forms(encodable(word.text), word.loosest, wide=word.wide)
        asked = [part for name in _fields(word) for part in self._any_form(name, anywhere)]
        for language, stems in stems_of.items():
            more = stems.difference(anywhere)
            in_texts = [part for name in _fields(word) for part in self._any_form(name, more)]
            if in_texts:
                asked.append(in_language(language, any_of(in_texts)))
        return any_of(asked)

    def _any_form(self, name: str, forms: Iterable[str]) -> list["tantivy.Query"]:
        """What any of the words in this field answers, one by one as long as they are few."""
        from tantivy import Query

        held = self._held(name, forms)
        if len(held) > _MANY_FORMS:
            return [_silent(Query.term_set_query(schema(), name, held))]
        return [_weighted(term(name, form), name) for form in held]

    def _beginning(self, word: Word) -> "tantivy.Query":
        """Words that begin like this: those written so, and those that fold to such."""
        from tantivy import Query

        exact = word.loosest is Kind.EXACT
        beginning = encodable(word.text if exact else fold(word.text))
        folding = [] if exact else self.speller.begun(beginning)
        asked = []
        for name in _fields(word):
            asked.append(_begins(name, beginning))
            if folding:
                asked.append(Query.term_set_query(schema(), name, folding))
        return _silent(any_of(asked))

    def _phrase(self, phrase: Phrase) -> "tantivy.Query":
        """The words in a row; with `slop` each two neighbours near each other, whatever lies around them."""
        forms = [self.speller.forms(encodable(word), phrase.loosest) for word in phrase.words]
        anywhere = [tuple(form.anywhere) for form in forms]
        asked = self._rows(phrase, [anywhere])
        for language in sorted({language for form in forms for language in form.stems}):
            stems = [form.stems.get(language, frozenset()).difference(form.anywhere) for form in forms]
            if rows := self._rows(phrase, _wider(anywhere, stems, phrase.slop)):
                asked.append(in_language(language, any_of(rows)))
        return any_of(asked)

    def _rows(self, phrase: Phrase, all_places: Iterable[Sequence[Iterable[str]]]) -> list["tantivy.Query"]:
        """The phrase in each field that holds a word for every place."""
        asked = []
        for name, places in product(_fields(phrase), all_places):
            held = [self._held(name, place) for place in places]
            if all(held):
                pairs = [held[at : at + 2] for at in range(len(held) - 1)] if phrase.slop else [held]
                asked.append(_weighted(_all_of([self._row(name, pair, phrase.slop) for pair in pairs]), name))
        return asked

    def _row(self, name: str, places: Sequence[Sequence[str]], slop: int) -> "tantivy.Query":
        """Words in a row, any of those given for each place."""
        asked = list(_phrases(name, places, slop))
        return any_of([both(self._among, one) for one in asked] if self._among else asked)

    def _corrected(self) -> set[str]:
        """Numbers of the texts that others correct or supersede, which are not removed themselves."""
        live = term("keyword", "live:")
        found = (counted for part in self._parts for counted in part.counted("keyword", "corrects:", live))
        return {name.removeprefix("corrects:") for name, count in found if count}

    def _held(self, name: str, forms: Iterable[str]) -> list[str]:
        """Those of the words that stand in this field at all."""
        return [form for form in forms if any(part.frequency(name, form) for part in self._parts)]


def both(first: "tantivy.Query", second: "tantivy.Query") -> "tantivy.Query":
    """What answers both."""
    return _all_of([first, second])


def any_of(queries: Sequence["tantivy.Query"]) -> "tantivy.Query":
    """What answers any of these; nothing where there are none."""
    from tantivy import Occur, Query

    if not queries:
        return Query.empty_query()
    return queries[0] if len(queries) == 1 else Query.boolean_query([(Occur.Should, query) for query in queries])


def without(query: "tantivy.Query", unwanted: Sequence["tantivy.Query"]) -> "tantivy.Query":
    """What answers the first and none of the others."""
    from tantivy import Occur, Query

    if not unwanted:
        return query
    return Query.boolean_query([(Occur.Must, query), *((Occur.MustNot, other) for other in unwanted)])


def keyed(keys: Iterable[str]) -> "tantivy.Query":
    """Documents with one of these keys."""
    from tantivy import Query

    return _silent(Query.term_set_query(schema(), "key", list(keys)))


def _fields(node: Word | Phrase) -> Sequence[str]:
    return (node.field,) if node.field else TEXT_FIELDS


def _needs_words(node: Node) -> bool:
    """Whether every answer holds a word: then none is a text that was removed, as those hold none."""
    match node:
        case Word() | Phrase():
            return True
        case And(parts):
            return any(map(_needs_words, parts))
        case Or(parts):
            return all(map(_needs_words, parts))
        case _:
            return False


@lru_cache(maxsize=64)
def _begins(name: str, beginning: str) -> "tantivy.Query":
    """Words of a field that begin like this; a regular expression takes long to make, and tiers share it."""
    from tantivy import Query

    return Query.regex_query(schema(), name, f"{_literal(beginning)}.*")


def _literal(text: str) -> str:
    """The text for tantivy's regular expressions: folded words may hold signs, as ``½`` becomes ``1⁄2``."""
    return "".join(char if char.isalnum() else f"\\x{{{ord(char):x}}}" for char in text)


def _wider(
    anywhere: Sequence[Sequence[str]], more: Sequence[frozenset[str]], slop: int
) -> list[Sequence[Iterable[str]]]:
    """The words of each place in rows that are not asked for anywhere: in each stands one of `more`, at its place.

    Each row is in one of these only, by the first of `more` in it; with `slop`, which looks at pairs, all are in one.
    """
    wider = [(*words, *new) for words, new in zip(anywhere, more, strict=True)]
    if slop:
        return [wider] if any(more) else []
    return [[*anywhere[:at], new, *wider[at + 1 :]] for at, new in enumerate(more) if new]


def _phrases(name: str, places: Sequence[Sequence[str]], slop: int) -> Iterator["tantivy.Query"]:
    """A phrase for each row of words, or one for very many."""
    from tantivy import Query

    if prod(map(len, places)) <= _MANY_ROWS:
        for row in product(*places):
            yield Query.phrase_query(schema(), name, list[str | tuple[int, str]](row), slop)
    else:
        patterns = ["|".join(map(_literal, place)) for place in places]
        yield Query.regex_phrase_query(schema(), name, list[str | tuple[int, str]](patterns), slop)


def _weighted(query: "tantivy.Query", name: str) -> "tantivy.Query":
    from tantivy import Query

    return Query.boost_query(query, _TITLE) if name == "title" else query


def _dates(since: str | None, until: str | None) -> "tantivy.Query":
    """Periods that share a day: not begun after the end, not over before the beginning."""
    from tantivy import FieldType, Query

    begin, end = period(since), period(until)
    begun = ((end[1] if end else UNDATED - 1) + 1) << FIRST_BITS
    ranges = [Query.range_query(schema(), "newest", FieldType.Unsigned, 1 << FIRST_BITS, begun - 1)]
    if begin:
        ranges.append(Query.range_query(schema(), "last", FieldType.Unsigned, begin[0], UNDATED))
    return _silent(_all_of(ranges))


def _embargoed_after(now: int) -> "tantivy.Query":
    from tantivy import FieldType, Query

    return Query.range_query(schema(), "until", FieldType.Unsigned, now + 1, ENDLESS)


def _keyword_set(terms: Iterable[str]) -> "tantivy.Query":
    from tantivy import Query

    return Query.term_set_query(schema(), "keyword", list(terms))


def _silent(query: "tantivy.Query") -> "tantivy.Query":
    from tantivy import Query

    return Query.const_score_query(query, 0.0)


def _all_of(queries: Sequence["tantivy.Query"]) -> "tantivy.Query":
    from tantivy import Occur, Query

    if not queries:
        return _silent(Query.all_query())
    return queries[0] if len(queries) == 1 else Query.boolean_query([(Occur.Must, query) for query in queries])
