"""Counts of texts as people look at them: in order, years without a text among the others, what is not known last."""

from collections.abc import Mapping
from itertools import islice
from typing import Final, NamedTuple, Self

from advisory_cli.query.facets import FACETS

SIDES: Final = tuple(facet for facet in FACETS if facet != "revision")
"""What texts can be counted by."""

OVERVIEW: Final = ("kind", "language", "region", "country", "year")
"""Sides that an overview shows."""

TIMES: Final = ("year", "month")
"""Sides with an order of their own; they are never cut short."""

ASIDE: Final = ("year", "reference", "revision")
"""Facets that an overview needs besides: for how many texts, works and revisions there are."""

_LONGEST: Final = 200
"""Years between the first and the last beyond which one of them is a slip: those without a text are left out."""


class Side(NamedTuple):
    """The counts of one side."""

    name: str
    """One of `SIDES`."""
    counts: tuple[tuple[str, int], ...]
    """Values and how many texts have each; the empty value stands for texts that have none. A text in two countries
    counts for both."""
    left_out: int = 0
    """Values that a limit cut off."""

    @classmethod
    def of(cls, name: str, values: Mapping[str, int], limit: int | None = None) -> Self:
        """In order of time, else the most frequent first and at most `limit`; texts without a value last."""
        known = [(value, count) for value, count in values.items() if value]
        known.sort(key=(lambda one: one[0]) if name in TIMES else lambda one: (-one[1], one[0]))
        shown = list(islice(known, None if name in TIMES else limit))
        none = [("", values[""])] if values.get("") else []
        return cls(name, (*(_with_gaps(shown) if name == "year" else shown), *none), len(known) - len(shown))


class Stats(NamedTuple):
    """What was counted; `works`, `revisions` and `years` only in an overview."""

    total: int
    """Texts."""
    sides: tuple[Side, ...]
    works: int | None = None
    """Texts with one number are one work, one without is a work of its own."""
    revisions: int | None = None
    years: tuple[str, str] | None = None
    """The first and the last."""


def counted_by(side: str, facets: Mapping[str, Mapping[str, int]], limit: int | None) -> Stats:
    """One side; `facets` hold it and the year, of which every text has one or none."""
    return Stats(sum(facets["year"].values()), (Side.of(side, facets[side], limit),))


def overview(facets: Mapping[str, Mapping[str, int]], limit: int | None) -> Stats:
    """All of `OVERVIEW`, and how much there is; `facets` hold these and `ASIDE`."""
    total = sum(facets["year"].values())
    numbers = facets["reference"]
    years = sorted(filter(None, facets["year"]))
    return Stats(
        total,
        tuple(Side.of(side, facets[side], limit) for side in OVERVIEW),
        works=len(numbers) + total - sum(numbers.values()),
        revisions=sum(int(number) * texts for number, texts in facets["revision"].items()),
        years=(years[0], years[-1]) if years else None,
    )


def _with_gaps(years: list[tuple[str, int]]) -> list[tuple[str, int]]:
    if not years or int(years[-1][0]) - int(years[0][0]) > _LONGEST:
        return years
    counts = dict(years)
    span = range(int(years[0][0]), int(years[-1][0]) + 1)
    return [(f"{year:04}", counts.get(f"{year:04}", 0)) for year in span]
