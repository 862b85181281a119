"""The lines of a document for a terminal, numbered, with names at the left of what is marked in them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, zip_longest
from textwrap import wrap
from typing import TYPE_CHECKING, Final, NamedTuple, Self

from rich.text import Text

from advisory_cli.render.clean import clean, clean_marks
from advisory_cli.render.spots import Span

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult


class _Line(NamedTuple):
    number: int
    names: str
    text: str
    marks: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """The lines worth showing; long ones go on beside the margin."""

    lines: tuple[_Line, ...]

    @classmethod
    def of(cls, text: str, spots: Iterable[tuple[Span, str]]) -> Self:
        """The lines of a text in which a spot lies or begins, and those beside them; the others only counted."""
        marked = ((start, start if "\n\n" in text[start:end] else end, name) for (start, end), name in spots)
        lines = tuple(_lines(text, [((start, end), name) for start, end, name in sorted(marked)]))
        near = {number for line in lines if line.names for number in range(line.number - 1, line.number + 2)}
        return cls(tuple(_folded(lines, near)))

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> "RenderResult":
        """The lines, names wrapped beside them."""
        width = min(max((len(line.names) for line in self.lines), default=0), _WIDEST, options.max_width // 3)
        margin = width + len("    1  | ")
        for line in self.lines:
            text = Text(line.text)
            for start, end in line.marks:
                text.stylize("advisory.mark", start, end)
            parts = text.wrap(console, max(1, options.max_width - margin))
            beside = wrap(line.names, max(width, 1))
            for at, (part, names) in enumerate(zip_longest(parts, beside)):
                number = f"{line.number:5}" if not at and line.number else " " * 5
                yield Text(f"{number} {names or '':{width}} | ").append_text(part or Text(""))


_WIDEST: Final = 24
"""Characters of the names beside a line."""
_LONG: Final = 400
"""Characters up to which a line is shown whole."""
_BESIDE: Final = 80
"""Characters that are shown on both sides of a mark in a longer one."""
_FEWEST: Final = 3
"""Fewer lines are not worth folding."""
_GOES_ON: Final = "…"
"""In the place of a name: it goes on here."""


def _lines(text: str, spots: Sequence[tuple[Span, str]]) -> Iterator[_Line]:
    """Every line with the spots on it; one that spans paragraphs is named where it begins and not marked."""
    begin = at = 0
    here: list[tuple[Span, str]] = []
    for number, line in enumerate(text.split("\n"), start=1):
        end = begin + len(line)
        while at < len(spots) and spots[at][0][0] <= end:
            here.append(spots[at])
            at += 1
        names = dict.fromkeys(name if start >= begin else _GOES_ON for (start, _), name in here)
        marks = tuple((max(a - begin, 0), min(b - begin, len(line))) for (a, b), _ in here)
        yield _shortened(_Line(number, ", ".join(names), line, marks))
        here = [spot for spot in here if spot[0][1] > end + 1]
        begin = end + 1


def _shortened(line: _Line) -> _Line:
    """A line made safe; of a long one what lies beside its marks."""
    if len(line.text) <= _LONG:
        return line._replace(text=clean(line.text), marks=clean_marks(line.text, line.marks))
    kept: list[str] = []
    marks: list[Span] = []
    length = behind = 0
    for start, end in sorted(line.marks) or [(0, 0)]:
        if start < behind:
            continue
        gap = _gap(line.text[behind:start], first=not kept)
        words = clean(line.text[start:end])
        marks.append((length + len(gap), length + len(gap) + len(words)))
        kept += [gap, words]
        length += len(gap) + len(words)
        behind = end
    rest = line.text[behind:]
    kept.append(clean(rest if len(rest) <= _BESIDE else f"{rest[:_BESIDE]} …"))
    return line._replace(text="".join(kept), marks=tuple(marks))


def _gap(text: str, *, first: bool) -> str:
    """Text between two marks, without its middle."""
    if len(text) <= 2 * _BESIDE:
        return clean(text)
    return clean(f"{'' if first else text[:_BESIDE]} … {text[-_BESIDE:]}")


def _folded(lines: Sequence[_Line], near: set[int]) -> Iterator[_Line]:
    for shown, group in groupby(lines, lambda line: line.number in near):
        some = tuple(group)
        if shown or len(some) < _FEWEST:
            yield from some
        else:
            yield _Line(0, "", f"… {len(some)} lines …", ())
