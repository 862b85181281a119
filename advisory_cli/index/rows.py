"""Texts that hold rows of words exactly as they are written, and texts that hold most of a few words."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from advisory_cli.index.asking import any_of
from advisory_cli.index.documents import encodable
from advisory_cli.index.part import Part, count_of
from advisory_cli.index.schema import schema, term
from advisory_cli.ports import Hit, Hits

if TYPE_CHECKING:
    import tantivy

_FIELDS: Final = ("body", "title")
_TELLING: Final = 10
"""Words that are looked for together: the rarest."""


def texts_with_row(parts: Sequence[Part], row: Sequence[str], limit: int) -> Hits:
    """Texts in whose body or title these words stand one behind the other, the oldest first."""
    words = list(map(encodable, row))
    held = [name for name in _FIELDS if all(any(part.frequency(name, word) for part in parts) for word in words)]
    return _found(parts, any_of([_row(name, words) for name in held]), "exact", limit) if held else Hits(0, ())


def texts_with_most(parts: Sequence[Part], words: Sequence[str], limit: int) -> Hits:
    """Texts in whose body at least half of the rarest of these words stand, those with most of them first."""
    from tantivy import Occur, Query

    counts = {word: sum(part.frequency("body", word) for part in parts) for word in map(encodable, words)}
    telling = sorted((word for word, count in counts.items() if count), key=lambda word: (counts[word], word))
    asked = [(Occur.Should, term("body", word)) for word in telling[:_TELLING]]
    return _found(parts, Query.boolean_query(asked, max(1, len(asked) // 2)), "near", limit) if asked else Hits(0, ())


def _row(name: str, words: list[str]) -> "tantivy.Query":
    from tantivy import Query

    return Query.phrase_query(schema(), name, list[str | tuple[int, str]](words)) if words[1:] else term(name, words[0])


def _found(parts: Sequence[Part], query: "tantivy.Query", matched: str, limit: int) -> Hits:
    asked = [(part, part.searcher.search(part.narrowed(query), limit=limit)) for part in parts]
    found = (hit for part, result in asked for hit in _hits(part, result.hits, matched))
    hits = sorted(found, key=lambda hit: (-hit.score, hit.place) if matched == "near" else (0.0, hit.place))
    return Hits(sum(count_of(result) for _, result in asked), tuple(hits[:limit]))


def _hits(part: Part, found: Sequence[tuple[float, "tantivy.DocAddress"]], matched: str) -> Iterator[Hit]:
    places = part.lying([address for _, address in found])
    return (Hit(place, score, matched) for (score, _), place in zip(found, places, strict=True))
