"""The table that all lists on a terminal are: one line below the head and no other, nothing cut."""

from typing import Final

from rich.box import SIMPLE_HEAD
from rich.console import Console, ConsoleOptions, RenderResult
from rich.table import Table
from rich.text import Text

NARROW: Final = 60
"""Below so many columns of a terminal a list is one column."""


def columns(*labels: str, leading: int = 0) -> Table:
    """An empty table with a column for each label, without a head where all are empty; cells of several are `Text`.

    On a narrow terminal each row of several columns is a block with a line for each cell that is not empty: numbers
    and addresses stay whole.
    """
    table = _Columns(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, show_header=any(labels), leading=leading)
    for label in labels:
        table.add_column(label, overflow="fold")
    return table


class _Columns(Table):
    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        if options.max_width >= NARROW or len(self.columns) == 1:
            yield from super().__rich_console__(console, options)
            return
        for row, cells in zip(self.rows, zip(*(column.cells for column in self.columns), strict=True), strict=True):
            for column, cell in zip(self.columns, cells, strict=True):
                if isinstance(cell, Text) and cell:
                    yield Text.assemble((f"{column.header}: ", "advisory.label"), cell, style=row.style or "")
            yield Text()
