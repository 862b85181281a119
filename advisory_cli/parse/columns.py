"""Titles of covers that are set in capitals in a narrow column, over more lines than any other title takes."""

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from advisory_cli.parse.pieces import Row
from advisory_cli.parse.title import MOST_LINES, Title


def column_title(rows: Sequence[Row]) -> Title | None:
    """The first column of capitals right above the name of the publisher; a menu has no sentence to break."""
    rows = rows[:_COVER]
    at = 0 if sum([row.line.text.isupper() for row in rows]) > MOST_LINES else len(rows)
    while at < len(rows):
        column = [rows[at]] if _is_of_column(rows[at]) else []
        column += takewhile(_goes_on, rows[at + 1 : at + _LONGEST] if column else ())
        words = " ".join(row.line.text for row in column)
        if len(column) > MOST_LINES and words.count(" ") >= _BLANKS * len(column) and len(words) <= _MOST_WORDS:
            below = rows[at + len(column)] if at + len(column) < len(rows) else None
            return Title(words, column[0].line.start, column[-1].line.end) if below and below.is_core else None
        at += max(1, len(column))
    return None


def _goes_on(row: Row) -> bool:
    return not row.line.gap and _is_of_column(row)


def _is_of_column(row: Row) -> bool:
    """Whether a narrow line in capitals holds no value of a header; a kind that opens a title is none."""
    if len(row.line.text) > _WIDTH or row.wrapper or not row.line.text.isupper():
        return False
    opens = all(piece.start == piece.end or piece.name == "organisation" for piece in row.pieces)
    return opens and (not row.is_core or row.has("kind"))


_COVER: Final = 40
"""Lines of a cover."""
_LONGEST: Final = 14
_WIDTH: Final = 40
_MOST_WORDS: Final = 260
_BLANKS: Final = 2
"""Blanks a line: entries of menus are of one or two words."""
