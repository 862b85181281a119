"""The table that all lists on a terminal are: one line below the head and no other, nothing cut."""

from rich.box import SIMPLE_HEAD
from rich.table import Table


def columns(*labels: str, leading: int = 0) -> Table:
    """An empty table with a column for each label, without a head where all are empty."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, show_header=any(labels), leading=leading)
    for label in labels:
        table.add_column(label, overflow="fold")
    return table
