"""Which languages a work is there in, and which of its texts are older than its latest correction."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, islice
from typing import TYPE_CHECKING, Final, NamedTuple

from advisory_cli.actions.lookup import Lookup
from advisory_cli.model import Advisory
from advisory_cli.ports import Hit, SearchIndex, Store

if TYPE_CHECKING:
    from advisory_cli.query import Query


class Covered(NamedTuple):
    """One text of a work."""

    advisory: Advisory
    is_outdated: bool
    """Whether the wording of another text of the work was corrected after this one got its own."""


class Work(NamedTuple):
    """All texts with one number, or the one without."""

    texts: tuple[Covered, ...]

    @property
    def outdated(self) -> tuple[str, ...]:
        """Languages of the texts that are older than the latest correction."""
        return tuple(text.advisory.language for text in self.texts if text.is_outdated)

    @property
    def languages(self) -> tuple[str, ...]:
        """Each language once, in the order in which they came."""
        return tuple(dict.fromkeys(text.advisory.language for text in self.texts))


class Coverage(NamedTuple):
    """A page of works and how many there are."""

    total: int
    works: Sequence[Work]


def coverage(query: "Query", page: slice, store: Store, index: SearchIndex, lookup: Lookup) -> Coverage:
    """A page of the works, by number, of which a text answers the query; the index must have caught up."""
    counts = index.facets(query, ["reference", "year"])
    nameless = sum(counts["year"].values()) - sum(counts["reference"].values())
    texts = (store.read(hit.place) for hit in _hits(query, index, _texts_before(page.start, counts["reference"])))
    ones = (next(some) for _, some in groupby(texts, lambda text: text.reference or text.first))
    works = [_work_of(one, lookup) for one in islice(ones, None if page.stop is None else page.stop - page.start)]
    return Coverage(len(counts["reference"]) + nameless, works)


def _texts_before(works: int, numbers: Mapping[str, int]) -> int:
    """How many texts the first works by number have; `numbers` counts the texts of each, those without stand last."""
    if not works:
        return 0
    from advisory_cli.query.fields import rank  # only pages behind the first need it

    before = sorted(numbers, key=lambda number: f"{rank(number)}|")[:works]
    return sum(numbers[number] for number in before) + max(0, works - len(numbers))


def _hits(query: "Query", index: SearchIndex, start: int) -> Iterator[Hit]:
    """All hits by number from there on, asked for in ever larger pieces: mostly the first is enough."""
    size = _PIECE
    while hits := index.search(query, sort="reference", limit=size, offset=start).hits:
        yield from hits
        start, size = start + size, size * 8


_PIECE: Final = 500
"""Hits in the first piece."""


def _work_of(one: Advisory, lookup: Lookup) -> Work:
    """The whole work that this text is of."""
    texts = lookup.work(one) or [one]
    if len(texts) == 1 or all(text.revision == 1 for text in texts):
        return Work(tuple(Covered(text, is_outdated=False) for text in texts))
    worded = [_worded(lookup.revisions("first", text.first or 0) if text.revision > 1 else [text]) for text in texts]
    latest = max((one.id or 0 for one in worded if one.revision > 1), default=0)
    return Work(
        tuple(Covered(text, is_outdated=(one.id or 0) < latest) for text, one in zip(texts, worded, strict=True))
    )


def _worded(revisions: Sequence[Advisory]) -> Advisory:
    """The first revision with the wording the text has now: tags, notes and what was taken back are no correction."""
    now = revisions[-1].wording
    return next(one for one in revisions if one.wording == now)
