"""Does an advisory answer a query? In memory, and what to mark in its text."""

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from advisory_cli.model import Advisory
from advisory_cli.nearness import Kind, nearness
from advisory_cli.query.fields import TEXT_FIELDS, keywords, passages, period
from advisory_cli.query.nodes import (
    CORRECTED,
    And,
    Dates,
    Forms,
    Node,
    Not,
    Number,
    Or,
    Phrase,
    Query,
    Sought,
    Value,
    Word,
    leaves,
    limited,
    sought,
    wants_removed,
)
from advisory_cli.release import embargoed_until
from advisory_cli.text import fold, spellings


def matches(query: Query, advisory: Advisory, *, corrected: Collection[str] = ()) -> bool:
    """Whether the advisory answers the query: what every search index has to agree with.

    `corrected` are the numbers that the other texts of the archive correct or supersede. What its texts have for each
    word is `forms` of the query; without, any word counts that is near.
    """
    if advisory.status == "removed" and not wants_removed(query):
        return False
    rows = {field: _row(texts) for field, texts in passages(advisory).items()}
    language = advisory.language.casefold()
    known = _keywords(advisory, corrected)
    return _holds(
        query.root, _Seen(rows, language, known, period(advisory.date), embargoed_until(advisory), query.forms)
    )


def _keywords(advisory: Advisory, corrected: Collection[str]) -> frozenset[tuple[str, str]]:
    return keywords(advisory) | ({(CORRECTED.field, CORRECTED.value)} if advisory.reference in corrected else set())


def references(query: Query) -> tuple[str, ...]:
    """Canonical references that are looked for, in order."""
    return tuple(name for leaf in leaves(query.root) if isinstance(leaf, Number) for name in leaf.references)


def plain_words(query: Query) -> tuple[str, ...]:
    """Whole words that are looked for, in order: what may be spelled wrongly."""
    rows = (leaf for leaf in leaves(query.root) if isinstance(leaf, (Word, Phrase)))
    return tuple(word.text for leaf in rows for word in sought(leaf))


def needles(
    query: Query, field: str | None = None, *, language: str = "", kind: Kind = Kind.NEAR
) -> Callable[[str], bool]:
    """What to mark: says of a word as written whether the query looks for it, in `field` or in any.

    The word stands in a text of this language; words that are less near than `kind` are passed over.
    """
    rows = (leaf for leaf in leaves(limited(query.root, kind)) if isinstance(leaf, (Word, Phrase)))
    wanted = [leaf for leaf in rows if field is None or leaf.field in {None, field}]
    words = [(word, leaf.loosest) for leaf in wanted for word in sought(leaf)]
    tests = [_beginning(leaf) for leaf in wanted if isinstance(leaf, Word) and leaf.prefix]
    written = set[str]()
    for word, reach in words:
        forms = (query.forms or {}).get(word.key)
        if forms:
            written |= {word.text, *forms.written(language, reach)}
        else:
            tests.append(_alike(word, reach, language, None))
    if len(tests) == 1 and not written:
        return cache(tests[0])
    return cache(lambda word: word in written or any(test(word) for test in tests)) if tests else written.__contains__


def _alike(word: Sought, reach: Kind, language: str, forms: Mapping[str, Forms] | None) -> Callable[[str], bool]:
    """Says of a word in a text of this language whether it is near enough to the one wanted."""
    wanted, known = word.text, forms.get(word.key) if forms else None

    def is_alike(other: str) -> bool:
        if reach is Kind.EXACT:
            return other == wanted
        if reach is Kind.FOLDED:
            return fold(other) == fold(wanted)
        found = known.nearness(other, language) if known else nearness(wanted, other, language)
        return found is not None and found <= reach

    return is_alike


@lru_cache(maxsize=16)
def _beginning(word: Word) -> Callable[[str], bool]:
    """Says of a word whether it begins like this; texts of one page share most of their words."""
    if word.loosest is Kind.EXACT:
        return lambda other: other.startswith(word.text)
    beginning = fold(word.text)
    return lru_cache(maxsize=1 << 14)(lambda other: fold(other).startswith(beginning))


def _row(texts: Sequence[str]) -> list[str]:
    """The words of the passages of a field, with a gap of one place between two passages."""
    row: list[str] = []
    for words in filter(None, map(spellings, texts)):
        row += ["", *words] if row else words
    return row


class _Seen(NamedTuple):
    """An advisory as the matcher sees it: words by field, keywords, days."""

    rows: dict[str, list[str]]
    language: str
    keywords: frozenset[tuple[str, str]]
    days: tuple[int, int] | None
    until: int
    """When its embargo ends, in seconds since 1970; 0 without one."""
    forms: Mapping[str, Forms] | None

    def in_fields(self, field: str | None) -> list[list[str]]:
        return [self.rows.get(name, []) for name in ((field,) if field else TEXT_FIELDS)]

    def tests(self, leaf: Word | Phrase) -> list[Callable[[str], bool]]:
        """For each word of the leaf what says whether a word of the text is near enough."""
        return [cache(_alike(word, leaf.loosest, self.language, self.forms)) for word in sought(leaf)]


def _holds(node: Node, seen: _Seen) -> bool:  # noqa: PLR0911 - one for each kind of node
    match node:
        case And(parts):
            return all(_holds(part, seen) for part in parts)
        case Or(parts):
            return any(_holds(part, seen) for part in parts)
        case Not(part):
            return not _holds(part, seen)
        case Word():
            (test,) = [_beginning(node)] if node.prefix else seen.tests(node)
            return any(bool(word) and test(word) for row in seen.in_fields(node.field) for word in row)
        case Phrase():
            tests = seen.tests(node)
            return any(_has_phrase(row, tests, node.slop) for row in seen.in_fields(node.field))
        case Number(references, own):
            names = ("own",) if own else ("own", "mention")
            return any((name, reference) in seen.keywords for name in names for reference in references)
        case Value("until", value):
            return seen.until > int(value)
        case Value(field, value):
            return (field, value) in seen.keywords
        case Dates(since, until):
            return seen.days is not None and _overlap(seen.days, since, until)


def _has_phrase(row: Sequence[str], tests: Sequence[Callable[[str], bool]], slop: int) -> bool:
    places = [{at for at, word in enumerate(row) if word and test(word)} for test in tests]
    if not slop:
        return any(all(at + far in place for far, place in enumerate(places)) for at in places[0])
    return all(_near(first, second, slop) for first, second in pairwise(places))


def _near(firsts: set[int], seconds: set[int], slop: int) -> bool:
    return any(abs(at - place - 1) <= slop for place in firsts for at in seconds)


def _overlap(days: tuple[int, int], since: str | None, until: str | None) -> bool:
    begin, end = period(since), period(until)
    return (not begin or begin[0] <= days[1]) and (not end or days[0] <= end[1])
