"""Does an advisory answer a query? In memory, and what to mark in its text."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from advisory_cli.model import Advisory
from advisory_cli.query.fields import TEXT_FIELDS, keywords, passages, period
from advisory_cli.query.nodes import (
    And,
    Dates,
    Node,
    Not,
    Number,
    Or,
    Phrase,
    Query,
    Value,
    Word,
    leaves,
    wants_removed,
)
from advisory_cli.text import fold, spellings


def matches(query: Query, advisory: Advisory) -> bool:
    """Whether the advisory answers the query: what every search index has to agree with."""
    if advisory.status == "removed" and not wants_removed(query):
        return False
    rows = {field: _row(texts) for field, texts in passages(advisory).items()}
    return _holds(query.root, _Seen(rows, keywords(advisory), period(advisory.date)))


def references(query: Query) -> tuple[str, ...]:
    """Canonical references that are looked for, in order."""
    return tuple(name for leaf in leaves(query.root) if isinstance(leaf, Number) for name in leaf.references)


def plain_words(query: Query) -> tuple[str, ...]:
    """Whole words that are looked for, in order: what may be spelled wrongly."""
    rows = (leaf for leaf in leaves(query.root) if isinstance(leaf, (Word, Phrase)))
    return tuple(word for leaf in rows for word in _whole_words(leaf))


def needles(query: Query, field: str | None = None) -> Callable[[str], bool]:
    """What to mark: says of a word as written whether the query looks for it, in `field` or in any."""
    rows = (leaf for leaf in leaves(query.root) if isinstance(leaf, (Word, Phrase)))
    wanted = [leaf for leaf in rows if field is None or leaf.field in {None, field}]
    exact = {word for leaf in wanted if leaf.exact for word in _whole_words(leaf)}
    folded = {fold(word) for leaf in wanted if not leaf.exact for word in _whole_words(leaf)}
    beginnings = [leaf for leaf in wanted if isinstance(leaf, Word) and leaf.prefix]
    exact_beginnings = tuple(leaf.text for leaf in beginnings if leaf.exact)
    folded_beginnings = tuple(fold(leaf.text) for leaf in beginnings if not leaf.exact)

    def wanted_word(word: str) -> bool:
        bare = fold(word)
        return (
            word in exact or bare in folded or word.startswith(exact_beginnings) or bare.startswith(folded_beginnings)
        )

    return wanted_word


def _row(texts: Sequence[str]) -> list[str]:
    """The words of the passages of a field, with a gap of one place between two passages."""
    row: list[str] = []
    for words in filter(None, map(spellings, texts)):
        row += ["", *words] if row else words
    return row


@dataclass(frozen=True, slots=True)
class _Seen:
    """An advisory as the matcher sees it: words by field, keywords, days."""

    rows: dict[str, list[str]]
    keywords: frozenset[tuple[str, str]]
    days: tuple[int, int] | None

    def words(self, field: str | None, *, exact: bool) -> list[list[str]]:
        found = [self.rows.get(name, []) for name in ((field,) if field else TEXT_FIELDS)]
        return found if exact else [list(map(fold, row)) for row in found]


def _holds(node: Node, seen: _Seen) -> bool:  # noqa: PLR0911 - one for each kind of node
    match node:
        case And(parts):
            return all(_holds(part, seen) for part in parts)
        case Or(parts):
            return any(_holds(part, seen) for part in parts)
        case Not(part):
            return not _holds(part, seen)
        case Word(text, exact, prefix, field):
            wanted = text if exact else fold(text)
            return any(
                word.startswith(wanted) if prefix else word == wanted
                for row in seen.words(field, exact=exact)
                for word in row
            )
        case Phrase(words, exact, field, slop):
            phrase = words if exact else tuple(map(fold, words))
            return any(_has_phrase(row, phrase, slop) for row in seen.words(field, exact=exact))
        case Number(references, own):
            names = ("own",) if own else ("own", "mention")
            return any((name, reference) in seen.keywords for name in names for reference in references)
        case Value(field, value):
            return (field, value) in seen.keywords
        case Dates(since, until):
            return seen.days is not None and _overlap(seen.days, since, until)


def _has_phrase(row: Sequence[str], phrase: Sequence[str], slop: int) -> bool:
    if not slop:
        return any(tuple(row[at : at + len(phrase)]) == tuple(phrase) for at in range(len(row) - len(phrase) + 1))
    return all(_near(row, first, second, slop) for first, second in pairwise(phrase))


def _near(row: Sequence[str], first: str, second: str, slop: int) -> bool:
    seconds = [at for at, word in enumerate(row) if word == second]
    return any(abs(at - place - 1) <= slop for place, word in enumerate(row) if word == first for at in seconds)


def _overlap(days: tuple[int, int], since: str | None, until: str | None) -> bool:
    begin, end = period(since), period(until)
    return (not begin or begin[0] <= days[1]) and (not end or days[0] <= end[1])


def _whole_words(leaf: Word | Phrase) -> tuple[str, ...]:
    if isinstance(leaf, Phrase):
        return leaf.words
    return () if leaf.prefix else (leaf.text,)
