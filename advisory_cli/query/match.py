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
    texts = {field: [spellings(text) for text in texts] for field, texts in passages(advisory).items()}
    return _holds(query.root, _Seen(texts, keywords(advisory), period(advisory.date)))


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


@dataclass(frozen=True, slots=True)
class _Seen:
    """An advisory as the matcher sees it: words by field and passage, keywords, days."""

    texts: dict[str, list[list[str]]]
    keywords: frozenset[tuple[str, str]]
    days: tuple[int, int] | None

    def passages(self, field: str | None, *, exact: bool) -> list[list[str]]:
        found = [passage for name in ((field,) if field else TEXT_FIELDS) for passage in self.texts.get(name, ())]
        return found if exact else [list(map(fold, passage)) for passage in found]


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
                for passage in seen.passages(field, exact=exact)
                for word in passage
            )
        case Phrase(words, exact, field, slop):
            row = words if exact else tuple(map(fold, words))
            return any(_has_row(passage, row, slop) for passage in seen.passages(field, exact=exact))
        case Number(references, own):
            names = ("own",) if own else ("own", "mention")
            return any((name, reference) in seen.keywords for name in names for reference in references)
        case Value(field, value):
            return (field, value) in seen.keywords
        case Dates(since, until):
            return seen.days is not None and _overlap(seen.days, since, until)


def _has_row(passage: Sequence[str], row: Sequence[str], slop: int) -> bool:
    if not slop:
        return any(tuple(passage[at : at + len(row)]) == tuple(row) for at in range(len(passage) - len(row) + 1))
    return all(_near(passage, first, second, slop) for first, second in pairwise(row))


def _near(passage: Sequence[str], first: str, second: str, slop: int) -> bool:
    seconds = [at for at, word in enumerate(passage) if word == second]
    return any(abs(at - place - 1) <= slop for place, word in enumerate(passage) if word == first for at in seconds)


def _overlap(days: tuple[int, int], since: str | None, until: str | None) -> bool:
    begin, end = period(since), period(until)
    return (not begin or begin[0] <= days[1]) and (not end or days[0] <= end[1])


def _whole_words(leaf: Word | Phrase) -> tuple[str, ...]:
    if isinstance(leaf, Phrase):
        return leaf.words
    return () if leaf.prefix else (leaf.text,)
