"""Counts of found texts by country, year, speaker: read off the terms of the index, no text is touched."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from advisory_cli.index.part import Part
from advisory_cli.model import Advisory
from advisory_cli.query.facets import facets_of

if TYPE_CHECKING:
    import tantivy


def facet_terms(advisory: Advisory) -> Iterator[tuple[str, str]]:
    """Names and values of keywords by which a text is counted; no query asks for them."""
    return ((_name(facet), value) for facet, value in facets_of(advisory))


def count_facets(parts: Sequence[Part], query: "tantivy.Query", facets: Sequence[str]) -> dict[str, dict[str, int]]:
    """How many of the texts that answer have which value, for each of the facets."""
    return {facet: dict(_count(parts, query, f"{_name(facet)}:")) for facet in facets}


def _count(parts: Sequence[Part], query: "tantivy.Query", prefix: str) -> Counter[str]:
    counts: Counter[str] = Counter()
    for part in parts:
        for term, count in part.counted("keyword", prefix, query):
            counts[term.removeprefix(prefix)] += count
    return +counts


def _name(facet: str) -> str:
    """The keyword that holds a facet; numbers of documents stand in the index for searching anyway."""
    return "own" if facet == "reference" else f"by {facet}"
