"""How each command grows with the archive, as an SVG picture: a panel for each, against the flat line."""

from collections.abc import Iterator, Sequence
from html import escape
from math import log10
from typing import Final, NamedTuple

from benchmarks.commands import budget
from benchmarks.measuring import FLOOR
from benchmarks.results import Part, Row, names_of

_COLUMNS: Final = 4
_WIDTH: Final = 240
_HEIGHT: Final = 150
_LEFT: Final = 20
_RIGHT: Final = 220
_TOP: Final = 40
_BOTTOM: Final = 120
_HEAD: Final = 44

_CLEAR: Final = 'paint-order="stroke" stroke="#fff" stroke-width="3"'
"""Figures that lines do not run through."""

_HOW_TO_READ: Final = (
    "Times python -c pass, from 0 up: median of cold processes, bars from the fastest to the slowest. Across: records.",
    "Dashed: the smallest archive carried on, on which a command stays that does not grow. Dotted: the budget.",
)


class Point(NamedTuple):
    """A command at one size."""

    size: int
    row: Row


def growth_svg(parts: Sequence[Part]) -> str:
    """Median against `python -c pass` by number of records, each from 0, with the spread of the runs."""
    panels = [(name, _points(parts, name)) for name in names_of(parts) if name != FLOOR]
    width, height = _COLUMNS * _WIDTH, _HEAD + -(-len(panels) // _COLUMNS) * _HEIGHT
    size = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    look = 'font-family="sans-serif" font-size="11" fill="#000"'
    drawn = [line for at, (name, points) in enumerate(panels) for line in _panel(at, name, points)]
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-labelledby="title desc" {look}>',
            '<title id="title">Time of each command as the archive grows</title>',
            f'<desc id="desc">{escape(_said(panels))}</desc>',
            f'<rect width="{width}" height="{height}" fill="#fff"/>',
            *(f'<text x="{_LEFT}" y="{18 + 16 * at}">{line}</text>' for at, line in enumerate(_HOW_TO_READ)),
            *drawn,
            "</svg>",
            "",
        )
    )


def _points(parts: Sequence[Part], name: str) -> list[Point]:
    return [Point(part.size, row) for part in parts if (row := part.row(name))]


def _said(panels: Sequence[tuple[str, list[Point]]]) -> str:
    """The picture in words, for those who cannot see it."""
    return "; ".join(
        f"{name}: {', '.join(f'{point.row.ratio:.1f} at {point.size:,}' for point in points)}"
        for name, points in panels
    )


def _panel(at: int, name: str, points: list[Point]) -> Iterator[str]:
    level = budget(name)
    most = max(level or 0.0, *(max(point.row.wall) / point.row.floor for point in points))
    x, y = at % _COLUMNS * _WIDTH, _HEAD + at // _COLUMNS * _HEIGHT
    yield f'<g transform="translate({x} {y})">'
    yield f'<text x="{_LEFT}" y="{_TOP - 22}" font-weight="bold">{escape(name)}</text>'
    yield _rule(_BOTTOM, "#888", "")
    yield _rule(_height(points[0].row.ratio, most), "#444", "5 4")
    if level:
        yield _rule(_height(level, most), "#b00", "1 3")
    places = " ".join(f"{_across(point.size):.1f},{_height(point.row.ratio, most):.1f}" for point in points)
    yield f'<polyline points="{places}" fill="none" stroke="#7a1f6e" stroke-width="2"/>'
    for point in points:
        yield from _mark(point, most)
    yield "</g>"


def _mark(point: Point, most: float) -> Iterator[str]:
    """A point with the spread of its runs, its ratio and its size."""
    x, row = _across(point.size), point.row
    low, high = (_height(wall / row.floor, most) for wall in (min(row.wall), max(row.wall)))
    yield f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{low:.1f}" y2="{high:.1f}" stroke="#7a1f6e"/>'
    yield f'<circle cx="{x:.1f}" cy="{_height(row.ratio, most):.1f}" r="3" fill="#7a1f6e"/>'
    yield f'<text x="{x:.1f}" y="{high - 5:.1f}" text-anchor="middle" {_CLEAR}>{row.ratio:,.1f}</text>'
    yield f'<text x="{x:.1f}" y="{_BOTTOM + 14}" text-anchor="middle" fill="#555">{_short(point.size)}</text>'


def _rule(y: float, colour: str, dashes: str) -> str:
    return f'<line x1="{_LEFT}" x2="{_RIGHT}" y1="{y:.1f}" y2="{y:.1f}" stroke="{colour}" stroke-dasharray="{dashes}"/>'


def _across(size: int) -> float:
    """Of 1 to 1,000,000 records."""
    return _LEFT + (_RIGHT - _LEFT) * log10(size) / 6


def _height(ratio: float, most: float) -> float:
    return _BOTTOM - (_BOTTOM - _TOP) * ratio / most


def _short(size: int) -> str:
    """``10k``, ``1M``."""
    for unit, letter in ((1_000_000, "M"), (1_000, "k")):
        if size >= unit:
            return f"{size / unit:g}{letter}"
    return str(size)
