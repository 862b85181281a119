"""Counts of texts as lines, cells and JSON, each value with what it is called in words."""

from collections.abc import Iterator
from typing import Any, Final

from advisory_cli.actions.stats import TIMES, Side, Stats
from advisory_cli.model import SCHEMA
from advisory_cli.render.clean import clean
from advisory_cli.render.dates import date_in_words
from advisory_cli.render.letters import dump
from advisory_cli.render.words import counted, facet_in_words

HEADINGS: Final = {name: f"By {name}" for name in TIMES} | {
    "country": "By country",
    "region": "By region",
    "kind": "By kind of document",
    "language": "By language",
    "speaker": "By speaker",
    "tag": "By tag",
    "status": "By status",
    "organisation": "By organisation",
}

CELLS: Final = ("side", "value", "texts", "in words")
"""Columns of a table."""

_NONE: Final = {
    "year": "undated",
    "month": "undated",
    "country": "no country",
    "region": "no region",
    "speaker": "nobody quoted by name",
    "tag": "no tag",
    "organisation": "not known",
}
"""Texts without a value."""


def value_in_words(side: str, value: str) -> str:
    """``Kazakhstan (KAZ)``, ``March 2012``, ``undated``."""
    if not value:
        return _NONE.get(side, "not known")
    if side == "month":
        return f"{value}, month not known" if len(value) == 4 else f"{date_in_words(value)} ({value})"
    return facet_in_words(side, value)


def summary_of(stats: Stats) -> str:
    """``134 texts of 120 works, 150 revisions, 1975 to 2012``."""
    parts = [counted(stats.total, "text")]
    if stats.works is not None:
        parts[0] += f" of {counted(stats.works, 'work')}"
    if stats.revisions is not None:
        parts.append(counted(stats.revisions, "revision"))
    if stats.years:
        parts.append(" to ".join(dict.fromkeys(stats.years)))
    return ", ".join(parts)


def stats_tsv(stats: Stats) -> str:
    """Side, value, texts, value in words: a line for each that has texts; an overview begins with how much there is."""
    return "\n".join("\t".join(row) for row in cells_of(stats) if row[2] != "0" or row[0] == "all")


def cells_of(stats: Stats) -> Iterator[list[str]]:
    """The rows of a table under `CELLS`, also of years without a text."""
    return ([clean(cell, lines=False) for cell in row] for row in _rows(stats))


def stats_json(stats: Stats) -> str:
    """Counts by side, ``null`` for texts without a value; years without a text are not in it."""
    numbers = {"works": stats.works, "revisions": stats.revisions}
    said: dict[str, Any] = {name: number for name, number in numbers.items() if number is not None}
    if stats.years:
        said |= {"from": stats.years[0], "to": stats.years[1]}
    for side in stats.sides:
        said[side.name] = [{"value": value or None, "count": count} for value, count in side.counts if count]
    return dump({"schema": SCHEMA, "total": stats.total, "stats": said})


def _rows(stats: Stats) -> Iterator[tuple[str, str, str, str]]:
    numbers = {"texts": stats.total, "works": stats.works, "revisions": stats.revisions}
    if stats.works is not None:
        yield from (("all", name, str(number), name) for name, number in numbers.items())
    for side in stats.sides:
        yield from _counts(side)


def _counts(side: Side) -> Iterator[tuple[str, str, str, str]]:
    return ((side.name, value, str(count), value_in_words(side.name, value)) for value, count in side.counts)
