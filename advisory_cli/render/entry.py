"""For the guided entry and the dry run: what was found in a document, how sure it is, and where it stands.

Rich is imported by the two functions for a terminal alone.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Final, NamedTuple

from advisory_cli.model import Advisory
from advisory_cli.render.clean import clean
from advisory_cli.render.dates import date_in_words
from advisory_cli.render.facts import UNSURE, Piece, contacts_of, links_of, quotation
from advisory_cli.render.spots import Span, spots_in
from advisory_cli.render.words import (
    country_in_words,
    kind_in_words,
    language_in_words,
    number_in_words,
    region_in_words,
)

if TYPE_CHECKING:
    from rich.console import RenderableType


def found_table(advisory: Advisory, notes: Sequence[str]) -> "RenderableType":
    """Field, value and how sure, for a terminal; `notes` of the parser below."""
    from rich.console import Group
    from rich.text import Text

    from advisory_cli.render.columns import columns

    table = columns("Field", "How sure", "Value")
    for field in _fields(advisory):
        style = "advisory.sure" if field.sure == "found" else "advisory.unsure"
        table.add_row(Text(field.name), Text(field.sure, style=style), Text("\n".join(field.lines)))
    return Group(table, *(Text(f"note: {clean(note, lines=False)}", style="advisory.warning") for note in notes))


def found_rows(text: str, advisory: Advisory, found: Mapping[str, Span], notes: Sequence[str]) -> str:
    """For a pipe: field, value, how sure, number of the line, separated by tabs; a line for each value and note.

    `text` is the document, `found` the places that the parser gives.
    """
    starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
    spots = spots_in(text, advisory, found)
    rows = [
        (field.name, line, field.sure, str(bisect_right(starts, span[0])) if span else "")
        for field in _fields(advisory)
        for line, span in _side_by_side(field.lines or ("",), spots.get(field.name, ()))
    ]
    rows += [("note", clean(note, lines=False), "", "") for note in notes]
    return "\n".join("\t".join(row) for row in rows)


def marked_source(text: str, advisory: Advisory, found: Mapping[str, Span]) -> "RenderableType":
    """For a terminal: the lines in which something was found, each field named at the left and marked in its line.

    Long stretches in which nothing was found are `…`.
    """
    from advisory_cli.render.source import Source  # the dry run on a terminal alone

    sure = {field.name: field.sure for field in _fields(advisory)}
    spots = [
        (span, f"{name} ({sure[name]})" if sure.get(name) in UNSURE else name)
        for name, spans in spots_in(text, advisory, found).items()
        for span in spans
        if span
    ]
    return Source.of(text, spots)


class _Field(NamedTuple):
    name: str
    sure: str
    lines: tuple[str, ...]


_READ_OFF: Final = frozenset(
    {"subtitle", "body", "quotes", "contacts", "links", "mentions", "numbers", "distribution", "embargo"}
)
"""Fields that are there only where they stand in the document, so that nothing rates them."""


def _fields(advisory: Advisory) -> Iterator[_Field]:
    for name, lines in _values(advisory):
        present = tuple(clean(line, lines=False) for line in lines if line)
        yield _Field(name, _sure(advisory, name) if present else "missing", present)


def _sure(advisory: Advisory, name: str) -> str:
    """How sure a value is; a region is as sure as the number it is taken from."""
    unrated = "found" if name in _READ_OFF else "not said"
    taken_from = "reference" if name == "region" else name
    return advisory.confidence.get(name) or advisory.confidence.get(taken_from) or unrated


def _values(advisory: Advisory) -> Iterator[tuple[str, tuple[str | None, ...]]]:
    """Every field that is read from a document, in words, line by line."""
    body = f"{len(advisory.body.split()):,} words" if advisory.body else None
    yield "reference", (advisory.reference,)
    yield "kind", (kind_in_words(advisory.kind),)
    yield "organisation", (advisory.organisation,)
    yield "date", (advisory.date and date_in_words(advisory.date),)
    yield "language", (None if advisory.language == "und" else language_in_words(advisory.language),)
    yield "countries", tuple(map(country_in_words, advisory.countries))
    yield "region", (advisory.region and region_in_words(advisory.region),)
    yield "title", (advisory.title,)
    yield "subtitle", (advisory.subtitle,)
    yield "body", (body,)
    yield "quotes", tuple(quotation(quote) for quote in advisory.quotes)
    yield "contacts", _joined(contacts_of(advisory).lines)
    yield "links", _joined(links_of(advisory).lines)
    yield "mentions", advisory.mentions
    yield "numbers", tuple(map(number_in_words, advisory.numbers))
    yield "distribution", (advisory.distribution,)
    yield "embargo", (advisory.embargo or advisory.printed_embargo,)


def _joined(lines: Iterable[tuple[Piece, ...]]) -> tuple[str, ...]:
    return tuple("; ".join(piece.text for piece in line) for line in lines)


def _side_by_side(lines: Sequence[str], spans: Sequence[Span | None]) -> Iterator[tuple[str, Span | None]]:
    return ((line, spans[at] if at < len(spans) else None) for at, line in enumerate(lines))
