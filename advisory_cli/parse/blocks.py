"""Lines of plain words that stand together: what can be a title, an address, a paragraph."""

from collections.abc import Iterator, Sequence
from typing import Final

from advisory_cli.parse.pieces import Row


def block_at(rows: Sequence[Row], index: int) -> list[Row]:
    """Rows of plain words from `index` on that no blank line, no header line and no whole paragraph separates."""
    block: list[Row] = []
    for row in rows[index : index + 40]:
        if row.wrapper or row.is_core or (block and (row.line.gap or is_paragraph(row) or is_paragraph(block[-1]))):
            break
        block.append(row)
    return block


def blocks_of(rows: Sequence[Row], start: int, stop: int) -> Iterator[list[Row]]:
    """All such blocks between two places."""
    index = start
    while index < stop:
        block = block_at(rows[:stop], index)
        if block:
            yield block
        index += max(1, len(block))


def is_paragraph(row: Row) -> bool:
    """Whether a line is longer than any to which lines are broken: it is a paragraph, also without blank lines."""
    return len(row.line.text) > _LONGEST_LINE


_LONGEST_LINE: Final = 170
