"""Whether an index in a header window is cited by a sentence, a list or an address, and not the document's own."""

from collections.abc import Sequence
from typing import Final

from advisory_cli.parse.pieces import Piece, Row
from advisory_cli.parse.title import is_prose


def is_cited(rows: Sequence[Row], at: int, index: Piece, text: str) -> bool:
    """Whether what stands around an index of row `at` makes it a citation; lines may be broken anywhere."""
    row = rows[at]
    before = row.line.text[: index.start - row.line.start]
    behind = text[index.end : index.end + _REACH].partition("\n")[0]
    return (
        _is_in_address(index, text)
        or _goes_on(row, index, before, behind)
        or (text[index.start] == "," and any(start < index.start for start, _ in row.rest))
        or (not before.strip(" (") and not row.line.gap and at > 0 and _leads_on(rows, at, index))
    )


_REACH: Final = 40


def _is_in_address(index: Piece, text: str) -> bool:
    """``http://www.amnesty.org/en/library/info/AFR59/001/2009/en``."""
    return not index.flagged and text[max(0, index.start - 1) : index.start] == "/"


def _goes_on(row: Row, index: Piece, before: str, behind: str) -> bool:
    """Whether a bracket closes or a sentence ends or goes on behind it; a month in small letters is a date."""
    words = behind.lstrip()
    if words[:1] == ")":
        return "(" not in before or words.lstrip(") ")[:1] in _STOPS or words.lstrip(") ")[:1].islower()
    if behind[:1] in {".", ";"}:
        return not behind[1:].strip()[:1].isdecimal()
    dated = any(0 <= date.start - index.end < _REACH // 8 for date in row.of("date"))
    return not dated and behind.lstrip(" ,")[:1].islower()


_STOPS: Final = frozenset(".,;")


def _leads_on(rows: Sequence[Row], at: int, index: Piece) -> bool:
    """Whether the line above ends in the middle of a label or bracket, or of a story that has no label for it."""
    above = rows[at - 1]
    over = above.line.text.rstrip()
    if above.wrapper or above.is_core:
        return False
    if over.endswith(_BROKEN) or over[-12:].count("(") > over[-12:].count(")"):
        return True
    if over.endswith((":", "：")):
        return "," in over[-_LABEL:]
    return not index.flagged and is_prose(" ".join(row.line.text for row in rows[max(0, at - 3) : at]))


_LABEL: Final = 12
"""Characters of ``, AI Index:``."""
_BROKEN: Final = (" AI", " Al", "(AI", " see", " See", "N°")
