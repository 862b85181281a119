"""A record as the cells of a table, and back: texts as they are, lists by semicolons, parts as JSON."""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from advisory_cli.render.clean import FORMULAS, clean, guarded

HEADINGS: Final = (
    "reference",
    "language",
    "standing",
    "date",
    "kind",
    "organisation",
    "title",
    "subtitle",
    "body",
    "countries",
    "region",
    "tags",
    "status",
    "reason",
    "quotes",
    "contacts",
    "links",
    "mentions",
    "relations",
    "numbers",
    "printed_reference",
    "printed_kind",
    "distribution",
    "embargo",
    "printed_embargo",
    "note",
    "revision",
    "at",
    "first",
    "source",
)
"""Columns of a table, what a reader looks for first."""

LISTS: Final = frozenset({"countries", "mentions", "tags"})
"""Lists of words, which stand in one cell with semicolons between them."""

PARTS: Final = frozenset({"quotes", "contacts", "links", "relations", "numbers", "source", "confidence", "redactions"})
"""What has parts of its own, and stands in a cell as JSON."""


def to_cells(record: Mapping[str, Any]) -> tuple[str, ...]:
    """The cells of a row under `HEADINGS`."""
    return tuple(_cell(name, record.get(name)) for name in HEADINGS)


def to_line(cells: Iterable[str]) -> str:
    """A line of a table (RFC 4180); no cell is taken for a formula (OWASP, CSV injection)."""
    written = io.StringIO()
    csv.writer(written, lineterminator="\r\n").writerow([guarded(clean(cell)) for cell in cells])
    return written.getvalue()


def unguarded(cell: str) -> str:
    """The cell without the apostrophe of `guarded`."""
    return cell[1:] if cell.startswith("'") and cell[1:].lstrip().startswith(FORMULAS) else cell


def _cell(name: str, value: Any) -> str:
    if value is None or value in ([], {}):
        return ""
    if name in LISTS and not any(";" in one for one in value):
        return "; ".join(value)
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
