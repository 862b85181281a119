"""Pages of results out of one or two indexes that are searched as one."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from advisory_cli.index.asking import Asking, both, keyed, without
from advisory_cli.index.gathered import Gathered
from advisory_cli.index.part import Part, count_of
from advisory_cli.index.schema import FIRST_BITS
from advisory_cli.ports import Hit, Hits, Place, Sort
from advisory_cli.query import Forms, Query, Tier, tiers
from advisory_cli.query.nodes import Phrase, Word, leaves

if TYPE_CHECKING:
    import tantivy

_ORDERS: Final[dict[Sort, tuple[str, bool]]] = {
    "relevance": ("newest", True),
    "date": ("newest", True),
    "oldest": ("oldest", False),
    "reference": ("by_reference", False),
    "added": ("added", True),
}
"""Field to sort by, and whether the greatest comes first."""

_FAR: Final = 100
"""Results passed over from which a tier is counted before it is read."""


_AT_ONCE: Final = 2_000
"""Results that are held at a time where all are wanted."""

_TIES: Final = 1_000
"""Results that are asked for at least: many have the same score, and more cost less than to ask again."""


class _Ranked(NamedTuple):
    """A hit before it is known where it lies."""

    rank: tuple[float, int] | int | str
    score: float
    part: Part
    address: "tantivy.DocAddress"


class _OfOne:
    """What one part found, in its order; there may be a million, so that each is made when it is its turn."""

    def __init__(self, part: Part, result: "tantivy.SearchResult") -> None:
        self._part = part
        self._found = result.hits

    def __len__(self) -> int:
        return len(self._found)

    def __getitem__(self, places: slice) -> list[_Ranked]:
        return [_Ranked(rank, 0.0, self._part, address) for rank, address in self._found[places]]


class Search:
    """A query put to all parts."""

    def __init__(self, parts: Sequence[Part], query: Query) -> None:
        self._parts = parts
        self._query = query
        self._asking = Asking(parts)

    def page(self, sort: Sort, limit: int | None, offset: int) -> Hits:
        """Hits from `offset` on and the exact total."""
        asked, stop = self._asking.ask(self._query), offset + (limit or 0)
        if limit and stop <= _AT_ONCE and (sort != "relevance" or self._is_plain()):
            total, found = self._counted(asked, sort, stop)
            return Hits(total, tuple(self._hits(found, offset)), self._forms())
        total, few = self._totalled(asked)
        wanted = range(min(offset, total), total if limit is None else min(offset + limit, total))
        if not wanted:
            return Hits(total, ())
        if sort == "relevance" and not self._is_plain():
            return Hits(total, self._by_tiers(wanted, few), self._forms())
        hits = self._hits(self._counted(asked, sort, wanted.stop, count=False)[1], wanted.start)
        return Hits(total, Gathered(hits) if limit is None else tuple(hits), self._forms())

    def _totalled(self, asked: "tantivy.Query") -> tuple[int, "tantivy.Query | None"]:
        """How many answer; and where they are few and took long to find, what finds these alone."""
        if not any(isinstance(leaf, Phrase) for leaf in leaves(self._query.root)):
            return self._count(asked), None
        total, found = self._counted(asked, "added", _AT_ONCE)
        return total, keyed(_keys(found[:])) if total <= _AT_ONCE else None

    def _is_plain(self) -> bool:
        """Whether all hits are alike, so that the order by relevance is that by date."""
        kinds = tiers(self._query)
        return len(kinds) == 1 and not _is_scored(kinds[0].query)

    def _hits(self, found: list[_Ranked] | _OfOne, offset: int) -> Iterator[Hit]:
        """Where those behind the offset lie, and how near they are."""
        for at in range(offset, len(found), _AT_ONCE):
            batch = found[at : at + _AT_ONCE]
            yield from _hits(batch, self._kinds(batch))

    def _forms(self) -> dict[str, Forms]:
        words = any(isinstance(leaf, (Word, Phrase)) for leaf in leaves(self._query.root))
        return self._asking.speller.all_forms() if words else {}

    def _by_tiers(self, wanted: range, few: "tantivy.Query | None") -> tuple[Hit, ...]:
        """Tier after tier, each without what the nearer ones gave, until the page is full; all among `few` if given."""
        asking = self._asking.among(few) if few else self._asking
        page: list[Hit] = []
        nearer: list[tantivy.Query] = []
        skip, room = wanted.start, len(wanted)
        for kind in tiers(self._query):
            query = asking.ask(kind.query)
            new = without(query, nearer)
            nearer = [query]
            if skip > _FAR and (count := self._count(new)) <= skip:
                skip -= count
                continue
            found = self._best(kind, new, skip + room)
            page.extend(_hits(found[skip:], [kind.matched] * len(found[skip:])))
            room = len(wanted) - len(page)
            skip = max(0, skip - len(found))
            if not room:
                break
        return tuple(page)

    def _best(self, kind: Tier, query: "tantivy.Query", stop: int) -> list[_Ranked]:
        """The first `stop` by score, then newest; by date alone where nothing gives a score."""
        if not _is_scored(kind.query):
            return self._sorted(query, "relevance", stop)
        found = [ranked for part in self._parts for ranked in _scored(part, query, stop)]
        return sorted(found, key=lambda ranked: ranked.rank)[:stop]

    def _sorted(self, query: "tantivy.Query", sort: Sort, stop: int) -> list[_Ranked]:
        return self._counted(query, sort, stop, count=False)[1][:]

    def _counted(
        self, query: "tantivy.Query", sort: Sort, stop: int, *, count: bool = True
    ) -> tuple[int, list[_Ranked] | _OfOne]:
        """How many answer, and the first `stop` of them in that order."""
        from tantivy import Order

        field, descending = _ORDERS[sort]
        options: Any = {"order_by_field": field, "order": Order.Desc if descending else Order.Asc}
        asked = [
            (part, part.searcher.search(part.narrowed(query), limit=stop, count=count, **options))
            for part in self._parts
        ]
        total = sum(count_of(result) for _, result in asked) if count else 0
        if len(asked) == 1:
            return total, _OfOne(*asked[0])
        found = (ranked for one in asked for ranked in _OfOne(*one)[:])
        return total, sorted(found, key=attrgetter("rank"), reverse=descending)[:stop]

    def _kinds(self, found: Sequence[_Ranked]) -> list[str]:
        """How near each of these hits is: the first tier that it is in."""
        kinds = tiers(self._query)
        if len(kinds) == 1:
            return [kinds[0].matched] * len(found)
        keys = _keys(found)
        nearest = dict.fromkeys(keys, kinds[-1].matched)
        for kind in reversed(kinds[:-1]):
            within = both(keyed(keys), self._asking.ask(kind.query))
            nearest |= dict.fromkeys(_keys(self._sorted(within, "added", len(keys))), kind.matched)
        return [nearest[key] for key in keys]

    def _count(self, query: "tantivy.Query") -> int:
        return sum(part.count(query) for part in self._parts)


def _scored(part: Part, query: "tantivy.Query", stop: int) -> Iterable[_Ranked]:
    """The first `stop` by score, with all that tie with the last of them."""
    query, limit = part.narrowed(query), max(stop + 1, _TIES)
    hits = part.searcher.search(query, limit=limit, count=False).hits
    while len(hits) == limit and hits[-1][0] == hits[stop - 1][0]:
        limit *= 10
        hits = part.searcher.search(query, limit=limit, count=False).hits
    best = [hit for hit in hits if hit[0] >= hits[min(stop, len(hits)) - 1][0]]
    newest = part.values("newest", [address for _, address in best])
    return (_Ranked((-score, -new), score, part, address) for (score, address), new in zip(best, newest, strict=True))


def _keys(found: Sequence[_Ranked]) -> list[str]:
    return [f"text:{first % (1 << FIRST_BITS)}" for first in _values(found, "added")]


def _hits(found: Sequence[_Ranked], kinds: Sequence[str]) -> Iterable[Hit]:
    places = map(Place, _values(found, "offset"), _values(found, "length"))
    return (Hit(place, ranked.score, kind) for place, ranked, kind in zip(places, found, kinds, strict=True))


def _values(found: Sequence[_Ranked], field: str) -> Iterator[int]:
    for part, rows in groupby(found, key=attrgetter("part")):
        yield from part.values(field, [ranked.address for ranked in rows])


def _is_scored(query: Query) -> bool:
    """Whether a word or phrase of it is weighed; beginnings of words are not."""
    found = leaves(query.root)
    return any(isinstance(leaf, Phrase) or (isinstance(leaf, Word) and not leaf.prefix) for leaf in found)
