"""Counts of texts as an SVG picture that stands alone: no script, no font, nothing fetched; readable without eyes."""

from collections.abc import Iterator
from html import escape
from typing import Final

from advisory_cli.actions.stats import Side, Stats
from advisory_cli.render.stats import HEADINGS, summary_of, value_in_words

_WIDTH: Final = 720
_LINE: Final = 20
_LABEL: Final = 280
_NUMBER: Final = 70
_LONGEST: Final = 40
"""Characters of a label; the whole of it is in the title of its bar."""

_NO_XML: Final = dict.fromkeys((0xFFFE, 0xFFFF), "\N{REPLACEMENT CHARACTER}")
"""Not allowed in XML 1.0; what else is not was made visible before."""


def stats_svg(stats: Stats) -> str:
    """A bar for each value of each side, with its words and its number."""
    lines = sum(len(side.counts) + 2 for side in stats.sides)
    height = (lines + 2) * _LINE
    said = "; ".join(f"{_words(side, value)}: {count}" for side in stats.sides for value, count in side.counts)
    size = f'width="{_WIDTH}" height="{height}" viewBox="0 0 {_WIDTH} {height}"'
    look = 'font-family="sans-serif" font-size="13" fill="#000"'
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-labelledby="title desc" {look}>',
            f'<title id="title">Advisories: {_safe(summary_of(stats))}</title>',
            f'<desc id="desc">{_safe(said)}</desc>',
            f'<rect width="{_WIDTH}" height="{height}" fill="#fff"/>',
            f'<text x="10" y="{_LINE}" font-weight="bold">{_safe(summary_of(stats))}</text>',
            *_sides(stats.sides),
            "</svg>",
        )
    )


def _sides(sides: tuple[Side, ...]) -> Iterator[str]:
    line = 3
    for side in sides:
        yield f'<text x="10" y="{line * _LINE}" font-style="italic">{_safe(HEADINGS[side.name])}</text>'
        most = max((count for _, count in side.counts), default=1)
        for at, (value, count) in enumerate(side.counts, line + 1):
            yield _bar(_words(side, value), count, most, at * _LINE)
        line += len(side.counts) + 2


def _bar(words: str, count: int, most: int, y: int) -> str:
    room = _WIDTH - _LABEL - _NUMBER - 20
    label = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
    width = max(1, count * room // most) if count else 0
    return (
        f"<g><title>{_safe(words)}: {count:,}</title>"
        f'<text x="{_LABEL}" y="{y}" text-anchor="end" direction="ltr">{_safe(label)}</text>'
        f'<rect x="{_LABEL + 10}" y="{y - 11}" width="{width}" height="13" fill="#7a1f6e"/>'
        f'<text x="{_LABEL + 15 + width}" y="{y}">{count:,}</text></g>'
    )


def _words(side: Side, value: str) -> str:
    return value_in_words(side.name, value)


def _safe(text: str) -> str:
    return escape(text.translate(_NO_XML))
