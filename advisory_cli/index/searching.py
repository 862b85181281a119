"""Pages of results out of one or two indexes that are searched as one."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from advisory_cli.index.asking import Asking, both, keyed, without
from advisory_cli.index.part import Part
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


class _Ranked(NamedTuple):
    """A hit before it is known where it lies."""

    rank: tuple[float, int] | int | str
    score: float
    part: Part
    address: "tantivy.DocAddress"


class Search:
    """A query put to all parts."""

    def __init__(self, parts: Sequence[Part], query: Query) -> None:
        self._parts = parts
        self._query = query
        self._asking = Asking(parts)

    def page(self, sort: Sort, limit: int | None, offset: int) -> Hits:
        """Hits from `offset` on and the exact total."""
        asked = self._asking.ask(self._query)
        total = self._count(asked)
        wanted = range(min(offset, total), total if limit is None else min(offset + limit, total))
        if not wanted:
            return Hits(total, ())
        if sort == "relevance":
            hits = self._by_tiers(wanted)
        else:
            found = self._sorted(asked, sort, wanted.stop)[wanted.start :]
            hits = tuple(_hits(found, self._kinds(found)))
        return Hits(total, hits, self._forms())

    def _forms(self) -> dict[str, Forms]:
        words = any(isinstance(leaf, (Word, Phrase)) for leaf in leaves(self._query.root))
        return self._asking.speller.all_forms() if words else {}

    def _by_tiers(self, wanted: range) -> tuple[Hit, ...]:
        """Tier after tier, each without what the nearer ones gave, until the page is full."""
        page: list[Hit] = []
        nearer: list[tantivy.Query] = []
        skip, room = wanted.start, len(wanted)
        for kind in tiers(self._query):
            query = self._asking.ask(kind.query)
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
        if not any(
            isinstance(leaf, Phrase) or (isinstance(leaf, Word) and not leaf.prefix) for leaf in leaves(kind.query.root)
        ):
            return self._sorted(query, "relevance", stop)
        found = [ranked for part in self._parts for ranked in _scored(part, query, stop)]
        return sorted(found, key=lambda ranked: ranked.rank)[:stop]

    def _sorted(self, query: "tantivy.Query", sort: Sort, stop: int) -> list[_Ranked]:
        from tantivy import Order  # noqa: PLC0415 - start-up is a budget

        field, descending = _ORDERS[sort]
        order = Order.Desc if descending else Order.Asc
        found = [
            _Ranked(rank, 0.0, part, address)
            for part in self._parts
            for rank, address in part.searcher.search(
                part.narrowed(query), limit=stop, count=False, order_by_field=field, order=order
            ).hits
        ]
        return sorted(found, key=lambda ranked: ranked.rank, reverse=descending)[:stop]

    def _kinds(self, found: Sequence[_Ranked]) -> list[str]:
        """How near each of these hits is: the first tier that it is in."""
        kinds = tiers(self._query)
        keys = [_key(ranked) for ranked in found]
        nearest = dict.fromkeys(keys, kinds[-1].matched)
        for kind in reversed(kinds[:-1]):
            within = both(keyed(keys), self._asking.ask(kind.query))
            nearest |= dict.fromkeys((_key(hit) for hit in self._sorted(within, "added", len(keys))), kind.matched)
        return [nearest[key] for key in keys]

    def _count(self, query: "tantivy.Query") -> int:
        return sum(part.count(query) for part in self._parts)


def _scored(part: Part, query: "tantivy.Query", stop: int) -> Iterable[_Ranked]:
    """At least the first `stop` by score, with all that tie with the last of them."""
    query, limit = part.narrowed(query), stop + 1
    hits = part.searcher.search(query, limit=limit, count=False).hits
    while len(hits) == limit and hits[-1][0] == hits[stop - 1][0]:
        limit *= 4
        hits = part.searcher.search(query, limit=limit, count=False).hits
    newest = part.values("newest", [address for _, address in hits])
    return (_Ranked((-score, -new), score, part, address) for (score, address), new in zip(hits, newest, strict=True))


def _key(ranked: _Ranked) -> str:
    (first,) = ranked.part.values("added", [ranked.address])
    return f"text:{first % (1 << FIRST_BITS)}"


def _hits(found: Sequence[_Ranked], kinds: Sequence[str]) -> Iterable[Hit]:
    for ranked, kind in zip(found, kinds, strict=True):
        (offset,), (length,) = (ranked.part.values(field, [ranked.address]) for field in ("offset", "length"))
        yield Hit(Place(offset, length), ranked.score, kind)
