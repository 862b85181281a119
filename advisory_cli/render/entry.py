"""For the guided entry and the dry run: what was found in a document, how sure it is, and where it stands.

Rich is imported by the two functions for a terminal alone.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from advisory_cli.model import Advisory
from advisory_cli.render.clean import clean, clean_marks
from advisory_cli.render.facts import Piece, contacts_of, links_of, quotation
from advisory_cli.render.words import (
    country_in_words,
    date_in_words,
    kind_in_words,
    language_in_words,
    number_in_words,
    region_in_words,
)

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderableType, RenderResult


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
    return _Source(tuple(_source_lines(text, found)))


def found_lines(text: str, found: Mapping[str, tuple[int, int]]) -> str:
    """The document with numbered lines, each field named at the left of the line where it begins."""
    lines = tuple(_source_lines(text, found))
    margin = _margin(lines)
    return "\n".join(f"{margin(line)}{line.text}".rstrip() for line in lines)


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


@dataclass(frozen=True, slots=True)
class _Source:
    """Numbered and labelled lines for a terminal; long ones go on beside the margin."""

    lines: tuple[_SourceLine, ...]

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> "RenderResult":
        from rich.text import Text  # noqa: PLC0415

        margin = _margin(self.lines)
        for line in self.lines:
            text, beside = Text(line.text), margin(line)
            for start, end in line.marks:
                text.stylize("advisory.mark", start, end)
            for number, part in enumerate(text.wrap(console, max(1, options.max_width - len(beside)))):
                yield Text(" " * len(beside) if number else beside).append_text(part)


_GOES_ON: Final = "…"
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
    yield "numbers", tuple(map(number_in_words, advisory.numbers))
    yield "distribution", (advisory.distribution,)
    yield "embargo", (advisory.embargo or advisory.printed_embargo,)


def _joined(lines: Iterable[tuple[Piece, ...]]) -> tuple[str, ...]:
    return tuple("; ".join(piece.text for piece in line) for line in lines)


def _notes(notes: Iterable[str]) -> Iterator[str]:
    return (f"note: {clean(note, lines=False)}" for note in notes)


def _source_lines(text: str, found: Mapping[str, tuple[int, int]]) -> Iterator[_SourceLine]:
    """Every line with the fields on it; a field of several paragraphs is named, not marked."""
    marked = {name for name, (begin, end) in found.items() if "\n\n" not in text[begin:end]}
    start = 0
    for number, line in enumerate(text.split("\n"), start=1):
        end = start + len(line)
        here = {name: span for name, span in found.items() if span[0] <= end and span[1] > start}
        names = [name if begin >= start else _GOES_ON for name, (begin, _) in here.items()]
        spans = tuple((max(a - start, 0), min(b - start, len(line))) for name, (a, b) in here.items() if name in marked)
        yield _SourceLine(number, ", ".join(dict.fromkeys(names)), clean(line), clean_marks(line, spans))
        start = end + 1


def _margin(lines: Iterable[_SourceLine]) -> Callable[[_SourceLine], str]:
    """What stands before each of these lines: ``    5 title | ``."""
    width = max(len(line.label) for line in lines)
    return lambda line: f"{line.number:5} {line.label:{width}} | "
