"""Lines of a document with their places: the window in which a header can stand, and paragraphs of the body."""

from collections.abc import Iterator
from itertools import dropwhile
from typing import Final, NamedTuple

from advisory_cli.parse.lazy import pattern

_WINDOW_LINES: Final = 150
_WINDOW_CHARACTERS: Final = 12_000
_LINE_CHARACTERS: Final = 600
"""Whole documents come on one line; a header is over by then."""

_FRAME: Final = (
    " \t\r\n\f\v\u00a0\u3000\ufeff\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069*+/#=~_|"
)
"""Blanks, marks without width, and the frames that mail and Usenet draw around lines."""

_QUOTE_OR_STRAY_MARKS: Final = pattern("(?:> ?|[\u064b-\u0652\u0300-\u036f])+")


class Line(NamedTuple):
    """A line without its frame: `start` and `end` are places in the text, `gap` counts blank lines above it."""

    text: str
    start: int
    end: int
    gap: int


def header_lines(text: str) -> Iterator[Line]:
    """The lines in which a header can stand, blank ones left out, each cut to a length a header needs."""
    start = gap = count = 0
    limit = min(len(text), _WINDOW_CHARACTERS)
    spacing = int(is_double_spaced(text))
    while start < limit and count < _WINDOW_LINES:
        newline = text.find("\n", start)
        stop = newline if newline >= 0 else len(text)
        line = None
        if stop > start:
            line = _line(text, start, min(stop, start + _LINE_CHARACTERS), max(0, gap - spacing))
        if line:
            yield line
            count += 1
        gap = 0 if line else gap + 1
        start = stop + 1


def is_double_spaced(text: str) -> bool:
    """Whether a blank line stands behind every line, also where a sentence goes on; headers of mail are passed over."""
    broken, above = 0, ""
    for line in dropwhile(bool, (line.strip("> \t\r") for line in text[:_SPACING_SAMPLE].split("\n"))):
        if line and above:
            return False
        broken += line[:1].islower()
        above = line
    return broken >= _BROKEN_LINES


_SPACING_SAMPLE: Final = 4_000
_BROKEN_LINES: Final = 3


def _line(text: str, start: int, stop: int, gap: int) -> Line | None:
    """None for a line of nothing but blanks, rules and frames."""
    raw = text[start:stop]
    if raw[0].isalpha():
        inner = raw.rstrip(_FRAME)
        return Line(inner, start, start + len(inner), gap)
    left = len(raw) - len(raw.lstrip(_FRAME))
    if (first := raw[left : left + 1]) == ">" or "\u0300" <= first <= "\u0652":
        marks = _QUOTE_OR_STRAY_MARKS().match(raw, left)
        left = marks.end() if marks else left
    content = raw[left:].rstrip(_FRAME)
    inner = content.lstrip(_FRAME)
    if not inner[:1].isalpha() and not inner.strip("-–—•.·<>|^"):
        return Line(inner, start, stop, gap) if inner in {"<<", "•"} else None
    begin = start + left + len(content) - len(inner)
    return Line(inner, begin, begin + len(inner), gap)
