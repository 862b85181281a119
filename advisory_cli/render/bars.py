"""Counts of texts as bars: for a terminal as wide as it is, and as a picture that stands alone."""

from dataclasses import dataclass
from typing import Final

from rich.cells import cell_len, set_cell_size
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.text import Text

from advisory_cli.actions.stats import Side, Stats
from advisory_cli.render.stats import HEADINGS, summary_of, value_in_words

_WIDEST: Final = 60
"""Columns of the longest bar."""

_LABEL: Final = 40
"""Columns of a label, and at most half of the terminal."""


def stats_view(stats: Stats) -> RenderableType:
    """How much there is, and bars for each side."""
    return Group(Text(summary_of(stats), style="advisory.title"), *(_Bars(side) for side in stats.sides))


@dataclass(frozen=True, slots=True)
class _Bars:
    """One side: label, number and bar of each value."""

    side: Side

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        labels = [value_in_words(self.side.name, value) for value, _ in self.side.counts]
        numbers = [f"{count:,}" for _, count in self.side.counts]
        label = min(max(map(cell_len, labels), default=0), _LABEL, options.max_width // 2)
        number = max(map(len, numbers), default=0)
        room = max(1, min(_WIDEST, options.max_width - label - number - 4))
        most = max((count for _, count in self.side.counts), default=1)
        yield Text(f"\n{HEADINGS[self.side.name]}", style="advisory.label")
        for words, digits, (_, count) in zip(labels, numbers, self.side.counts, strict=True):
            yield Text(f"{_fitted(words, label)}  {digits:>{number}}  {_bar(count, most, room)}".rstrip())
        if self.side.left_out:
            yield Text(f"and {self.side.left_out:,} more; all of them with --limit 0", style="advisory.label")


def _fitted(words: str, width: int) -> str:
    return (
        words + " " * (width - cell_len(words)) if cell_len(words) <= width else set_cell_size(words, width - 1) + "…"
    )


def _bar(count: int, most: int, room: int) -> str:
    """At least the thinnest line for what there is, nothing for nothing."""
    eighths = max(1, count * room * 8 // most) if count else 0
    return "█" * (eighths // 8) + " ▏▎▍▌▋▊▉"[eighths % 8].strip()
