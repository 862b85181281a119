"""Counts by country, year, speaker: those of the index are those of a plain loop."""

from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advisory_cli.model import Advisory, Quote
from advisory_cli.query import Query, parse_query
from advisory_cli.query.facets import FACETS, facets_of
from tests.fakes import MemoryStore, an_advisory
from tests.test_index_agrees import expected, fill, histories, queries


def counted(store: MemoryStore, query: Query) -> dict[str, dict[str, int]]:
    """The oracle: look at every text."""
    pairs = Counter(pair for text in expected(store, query) for pair in facets_of(text))
    return {facet: {value: count for (name, value), count in pairs.items() if name == facet} for facet in FACETS}


def in_utf8(counts: dict[str, dict[str, int]]) -> dict[str, dict[str, int]]:
    return {
        facet: {value.encode("utf-8", "replace").decode(): count for value, count in values.items()}
        for facet, values in counts.items()
    }


@settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow])
@given(histories(), st.lists(queries, min_size=1, max_size=6), st.lists(st.integers(0, 7)))
def test_the_index_counts_what_a_plain_loop_counts(
    revisions: list[Advisory], typed: list[str], steps: list[int]
) -> None:
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        store, index = fill(Path(folder), revisions, steps)
        for query in map(parse_query, typed):
            assert index.facets(query, FACETS) == in_utf8(counted(store, query)), query


@pytest.mark.parametrize(
    ("changes", "facet", "values"),
    [
        ({"countries": ("KAZ", "kgz", "KAZ")}, "country", {"KAZ", "KGZ"}),
        ({"countries": ()}, "country", {""}),
        ({"date": "2012-03"}, "year", {"2012"}),
        ({"date": "in spring"}, "year", {""}),
        ({"date": None}, "year", {""}),
        ({"quotes": (Quote("a", "John  Dalhuisen"), Quote("b", "John Dalhuisen"))}, "speaker", {"John Dalhuisen"}),
        ({"quotes": (Quote("a"), Quote("b", "X"))}, "speaker", {"X"}),
        ({"quotes": (Quote("a", " x" * 500_000),)}, "speaker", {"x " * 99 + "x"}),
        ({"tags": ("To  check", "to check")}, "tag", {"To check", "to check"}),
        ({"organisation": " \n"}, "organisation", {""}),
    ],
)
def test_a_text_counts_once_for_each_of_its_values(changes: dict[str, object], facet: str, values: set[str]) -> None:
    found = facets_of(an_advisory(**changes))
    assert {value for name, value in found if name == facet} == values


def test_every_text_counts_for_every_facet() -> None:
    assert {facet for facet, _ in facets_of(Advisory())} == set(FACETS)
