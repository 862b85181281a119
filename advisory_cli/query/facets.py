"""What found texts can be counted by: country, year, kind, ..."""

from collections.abc import Iterable, Iterator
from typing import Final

from advisory_cli.errors import Misuse
from advisory_cli.model import Advisory
from advisory_cli.query.fields import period
from advisory_cli.query.values import nearest

FACETS: Final = (
    *("country", "year", "kind", "language", "speaker", "region", "organisation", "tag", "status"),
    *("month", "revision"),
)
"""Sides of a text that can be counted."""

_LONGEST: Final = 200
"""Characters of a value; longer ones with the same beginning are counted as one."""


def facets_named(names: Iterable[str]) -> tuple[str, ...]:
    """The facets that these names, each perhaps several with commas between them, stand for; raises `Misuse`."""
    typed = [name for several in names for name in several.casefold().replace(",", " ").split()]
    return tuple(dict.fromkeys(map(_facet, typed)))


def facets_of(advisory: Advisory) -> frozenset[tuple[str, str]]:
    """Pairs of facet and value: at least one for each facet, none twice; the value is empty where the text has none."""
    return frozenset(
        (facet, value)
        for facet, values in zip(FACETS, _values(advisory), strict=True)
        for value in set(filter(None, map(_tidy, values))) or ("",)
    )


def _facet(name: str) -> str:
    known = [facet for facet in FACETS if facet != "revision"]
    if name in known:
        return name
    near = nearest(name, known)
    hint = f"did you mean {near}?" if near else f"there is {', '.join(known)}"
    raise Misuse(f'nothing is counted by "{name}"; {hint}')


def _values(advisory: Advisory) -> Iterator[tuple[str, ...]]:
    """The values of each of `FACETS`, in their order."""
    yield tuple(map(str.upper, advisory.countries))
    date = advisory.date if period(advisory.date) else None
    yield (date[:4],) if date else ()
    yield (advisory.kind,)
    yield (advisory.language.casefold(),)
    yield tuple(quote.speaker or "" for quote in advisory.quotes)
    yield ((advisory.region or "").upper(),)
    yield (advisory.organisation or "",)
    yield advisory.tags
    yield (advisory.status,)
    yield (date[:7],) if date else ()
    yield (str(advisory.revision),)


def _tidy(value: str) -> str:
    if value.isalnum() and len(value) <= _LONGEST:
        return value
    return " ".join(value[: _LONGEST * 4].split())[:_LONGEST].rstrip()
