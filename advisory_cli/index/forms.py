"""What a word that is looked for is called in the texts of an index, from the same letters to other spellings."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from advisory_cli.index.part import Part
from advisory_cli.index.schema import in_language, schema, term
from advisory_cli.index.vocabulary import SEPARATOR
from advisory_cli.nearness import Kind, consonants, sounds
from advisory_cli.nearness.compare import sound_nearness
from advisory_cli.nearness.stems import STEMMED, stem
from advisory_cli.nearness.usage import Usage, is_small, is_taken
from advisory_cli.query import Forms
from advisory_cli.query.fields import TEXT_FIELDS
from advisory_cli.query.nodes import Sought
from advisory_cli.text import fold

if TYPE_CHECKING:
    import tantivy


class Speller:
    """Looks words up in the vocabularies of all parts of an index."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self._parts = parts
        self._known: dict[str, tuple[Kind, Forms]] = {}

    def forms(self, word: str, reach: Kind, *, wide: bool = False) -> Forms:
        """The words that stand for this one and are so near; looked up once, as far as is asked for first.

        With `wide` also those that only sound like an ordinary word, or look so.
        """
        name = Sought(word, wide).key
        known, found = self._known.get(name) or (Kind.EXACT, Forms({word: Kind.EXACT}, {}))
        if known < reach:
            found = self._forms(word, reach, wide=wide)
            self._known[name] = reach, found
        return found.within(reach)

    def all_forms(self) -> dict[str, Forms]:
        """What stands for each word that was looked up."""
        return {word: found for word, (_, found) in self._known.items()}

    def begun(self, beginning: str) -> list[str]:
        """Words whose folded form begins like this, but for those that are folded as they are written."""
        return self._behind("written", beginning)

    def languages(self) -> list[str]:
        """The languages of texts."""
        return self._terms("keyword", "language:")

    def _forms(self, word: str, reach: Kind, *, wide: bool) -> Forms:
        anywhere = {word: Kind.EXACT} | dict.fromkeys(set(self._written(fold(word))) - {word}, Kind.FOLDED)
        stems = dict(self._stems(word, anywhere)) if reach >= Kind.STEM else {}
        if reach >= Kind.SCRIPT:
            usage = Usage(0, 0) if wide else self._usage(anywhere) or self._usage_of_stems(stems)
            for other, kind in () if usage.is_ordinary else self._alike(word):
                if is_taken(word, usage, other, self._usage_of):
                    anywhere[other] = min(kind, anywhere.get(other, kind))
        return Forms(anywhere, stems)

    def _usage_of_stems(self, stems: Mapping[str, Iterable[str]]) -> Usage:
        """How often words stand in texts of the language in which they share the stem."""
        return _sum(
            (form, part.count(in_language(language, term(field, form))))
            for language, forms in stems.items()
            for form in forms
            for part in self._parts
            for field in TEXT_FIELDS
            if part.frequency(field, form)
        )

    def _usage_of(self, word: str) -> Usage:
        return self._usage(self._written(fold(word)))

    def _usage(self, forms: Iterable[str]) -> Usage:
        """How often texts have these words, by the frequencies in the index; by counting where those may mislead."""
        counted = [
            (part, field, form, count)
            for part in self._parts
            for form in forms
            for field in TEXT_FIELDS
            if (count := part.frequency(field, form))
        ]
        usage = _sum((form, count) for _, _, form, count in counted)
        doubt = sum(part.gone for part, *_ in counted)
        if doubt and min(abs(usage.small - usage.other), sum(usage)) <= doubt:
            return _sum((form, part.count(term(field, form))) for part, field, form, _ in counted)
        return usage

    def _written(self, folded: str) -> list[str]:
        return [folded, *self._behind("written", f"{folded}{SEPARATOR}")]

    def _stems(self, word: str, nearer: Iterable[str]) -> Iterator[tuple[str, frozenset[str]]]:
        """For each language of the archive the words that share the stem of this one."""
        for language in self.languages():
            ending = stem(word, language) if language in STEMMED else None
            if ending is None:
                continue
            entries = [ending, *self._behind("stem", f"{language}:{ending}{SEPARATOR}")]
            written = {other for entry in entries for other in self._spelled(entry)}
            alike = {other for other in written if stem(other, language) == ending}
            if found := frozenset(alike.difference(nearer)):
                yield language, found

    def _alike(self, word: str) -> Iterator[tuple[str, Kind]]:
        """Words of the same sound or nearly, as written."""
        keys = set(map(sounds.coded, sounds.sounds(word)))
        asked = [_near("sound", key, sounds.edits(key)) for key in keys]
        for entry in dict.fromkeys(self._entries([*asked, *_reading_like(word)])):
            for other in self._spelled(entry):
                if (kind := sound_nearness(word, other)) is not None:
                    yield other, kind

    def _spelled(self, entry: str) -> list[str]:
        """How a word in small letters is written in texts."""
        return [word for word in self._written(fold(entry)) if word.lower() == entry]

    def _entries(self, queries: Iterable["tantivy.Query"]) -> Iterator[str]:
        from tantivy import Occur, Order, Query

        asked = Query.boolean_query([(Occur.Should, query) for query in queries])
        for part in self._parts:
            found = part.searcher.search(asked, limit=_MOST, count=False, order_by_field="entry", order=Order.Asc)
            yield from dict.fromkeys(str(entry) for entry, _ in found.hits)

    def _behind(self, field: str, prefix: str) -> list[str]:
        """What stands behind the separator of terms that begin like this."""
        found = (term for part in self._parts for term in part.terms(field, prefix))
        return list(dict.fromkeys(term.partition(SEPARATOR)[2] for term in found))

    def _terms(self, field: str, prefix: str) -> list[str]:
        found = {term.removeprefix(prefix) for part in self._parts for term in part.terms(field, prefix)}
        return sorted(found)


def _sum(counts: Iterable[tuple[str, int]]) -> Usage:
    found = list(counts)
    small = sum(count for form, count in found if is_small(form))
    return Usage(small, sum(count for _, count in found) - small)


_MOST: Final = 5_000
"""Entries of one part that are looked at for a word."""


def _reading_like(word: str) -> Iterator["tantivy.Query"]:
    """Words in other letters than those of Arabic or Hebrew for a word in these, and the other way round."""
    if sounds.script(word) == "abjad":
        for bones in consonants.skeletons(word):
            yield _near("consonants_heard", bones, consonants.edits(bones))
    else:
        for bones in {consonants.skeleton(key) for key in sounds.sounds(word)} - {""}:
            yield _near("consonants_read", bones, consonants.edits(bones))


def _near(field: str, key: str, edits: int) -> "tantivy.Query":
    from tantivy import Query

    if not edits:
        return Query.term_query(schema(), field, key, index_option="basic")
    return Query.fuzzy_term_query(schema(), field, key, distance=edits, transposition_cost_one=True)
