"""For the guided entry and the dry run: what was found in a document, how sure it is, and where it stands.

Rich is imported by the two functions for a terminal alone.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from advisory_cli.model import Advisory
from advisory_cli.render.clean import clean, clean_marks
from advisory_cli.render.facts import Piece, contacts_of, links_of, quotation
from advisory_cli.render.words import country_in_words, date_in_words, kind_in_words, language_in_words, region_in_words

if TYPE_CHECKING:
    from rich.console import RenderableType


def found_table(advisory: Advisory, notes: Sequence[str]) -> "RenderableType":
    """Field, value and how sure, for a terminal; `notes` of the parser below."""
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415
    from rich.console import Group  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for label in ("Field", "How sure", "Value"):
        table.add_column(label, overflow="fold")
    for field in _fields(advisory):
        style = "advisory.sure" if field.sure == "found" else "advisory.unsure"
        table.add_row(Text(field.name), Text(field.sure, style=style), Text("\n".join(field.lines)))
    return Group(table, *(Text(note, style="advisory.warning") for note in _notes(notes)))


def found_text(advisory: Advisory, notes: Sequence[str]) -> str:
    """Field, how sure and value in columns, for a pipe; `notes` of the parser below."""
    lines = (
        f"{'' if number else field.name:14}{'' if number else field.sure:11}{line}".rstrip()
        for field in _fields(advisory)
        for number, line in enumerate(field.lines or ("",))
    )
    return "\n".join((*lines, *_notes(notes)))


def marked_source(text: str, found: Mapping[str, tuple[int, int]]) -> "RenderableType":
    """The document with numbered lines, each field named at the left and marked where it stands."""
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(justify="right", no_wrap=True)
    grid.add_column()
    grid.add_column(overflow="fold")
    for line in _source_lines(text, found):
        shown = Text(line.text)
        for start, end in line.marks:
            shown.stylize("advisory.mark", start, end)
        grid.add_row(Text(str(line.number)), Text(line.label, style="advisory.label"), shown)
    return grid


def found_lines(text: str, found: Mapping[str, tuple[int, int]]) -> str:
    """The document with numbered lines, each field named at the left of the line where it begins."""
    lines = tuple(_source_lines(text, found))
    width = max(len(line.label) for line in lines)
    return "\n".join(f"{line.number:5} {line.label:{width}} | {line.text}".rstrip() for line in lines)


@dataclass(frozen=True, slots=True)
class _Field:
    name: str
    sure: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _SourceLine:
    number: int
    label: str
    text: str
    marks: tuple[tuple[int, int], ...]


_GOES_ON = "…"
"""In the place of a label: the field of the line before goes on here."""


def _fields(advisory: Advisory) -> Iterator[_Field]:
    for name, lines in _values(advisory):
        present = tuple(clean(line, lines=False) for line in lines if line)
        sure = advisory.confidence.get(name, "not said") if present else "missing"
        yield _Field(name, sure, present)


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
    yield "numbers", tuple(f"{number.scheme}: {number.text}" for number in advisory.numbers)
    yield "distribution", (advisory.distribution,)
    yield "embargo", (advisory.embargo or advisory.printed_embargo,)


def _joined(lines: Iterable[tuple[Piece, ...]]) -> tuple[str, ...]:
    return tuple("; ".join(piece.text for piece in line) for line in lines)


def _notes(notes: Iterable[str]) -> Iterator[str]:
    return (f"note: {clean(note, lines=False)}" for note in notes)


def _source_lines(text: str, found: Mapping[str, tuple[int, int]]) -> Iterator[_SourceLine]:
    start = 0
    for number, line in enumerate(text.split("\n"), start=1):
        end = start + len(line)
        here = {name: span for name, span in found.items() if span[0] <= end and span[1] > start}
        names = [name if begin >= start else _GOES_ON for name, (begin, _) in here.items()]
        spans = tuple((max(a - start, 0), min(b - start, len(line))) for a, b in here.values())
        yield _SourceLine(number, ", ".join(dict.fromkeys(names)), clean(line), clean_marks(line, spans))
        start = end + 1
