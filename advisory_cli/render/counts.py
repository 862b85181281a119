"""Counts by country, year, speaker for a terminal: words, numbers, bars."""

from collections.abc import Iterator, Mapping
from typing import Final

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from advisory_cli.render.words import facet_in_words

_SHOWN: Final = 20
"""Values of a facet that are shown; the others are counted."""

_BAR: Final = 30
"""Columns of the longest bar."""

_IN_ORDER: Final = ("year", "month", "revision")
"""Facets whose values have an order of their own, and are shown in full."""


def counts_tables(facets: Mapping[str, Mapping[str, int]], *, total: int) -> RenderableType:
    """A table for each facet, the most frequent value first, years in their order, and how many texts were counted."""
    tables = (_table(facet, values) for facet, values in facets.items())
    return Group(*tables, Text(f"of {total:,} {'text' if total == 1 else 'texts'}"))


def _table(facet: str, values: Mapping[str, int]) -> RenderableType:
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    table.add_column(facet.capitalize(), overflow="fold", min_width=16)
    table.add_column("Texts", justify="right", no_wrap=True)
    table.add_column("", no_wrap=True)
    most = max(values.values(), default=1)
    rows = sorted(values.items()) if facet in _IN_ORDER else list(values.items())[:_SHOWN]
    for value, count in rows:
        table.add_row(Text(facet_in_words(facet, value)), Text(f"{count:,}"), Text(_bar(count, most)))
    return Group(table, *_rest(values, len(rows)), Text())


def _bar(count: int, most: int) -> str:
    """At least the thinnest line for what there is."""
    eighths = max(1, count * _BAR * 8 // most)
    return "█" * (eighths // 8) + " ▏▎▍▌▋▊▉"[eighths % 8].strip()


def _rest(values: Mapping[str, int], shown: int) -> Iterator[Text]:
    if len(values) > shown:
        yield Text(f"and {len(values) - shown:,} more; all of them in a pipe or with --json", style="advisory.label")
