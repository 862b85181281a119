"""Lines that have a title and a header, or a library's line and a whole document, glued together."""

from collections.abc import Sequence
from typing import Final

from advisory_cli.parse.lines import Line
from advisory_cli.parse.phrases import find_marks
from advisory_cli.parse.pieces import Row, index_piece
from advisory_cli.parse.title import is_prose
from advisory_cli.parse.wrappers import is_wrapper, record_title_start
from advisory_cli.reference import Found

_LONG: Final = 140
"""A viewer's line with more characters has something glued to it."""


def unglued(line: Line, references: Sequence[Found], above: Sequence[Row] = ()) -> tuple[Line, ...]:
    """A line; where title, viewer's or library's line have a labelled index glued behind them, these and the header."""
    start = _glued_header(line, references, above)
    if not start:
        return (line,)
    return (
        Line(line.text[:start].rstrip(_PARTED), line.start, line.start + start, line.gap),
        Line(line.text[start:], line.start + start, line.end, 1),
    )


def _glued_header(line: Line, references: Sequence[Found], above: Sequence[Row]) -> int:
    """Where in a line the header begins behind other words; 0 if nothing stands before it but sentences."""
    own = next((found for found in references if line.start <= found.start < line.end), None)
    if own is None:
        return 0
    index = index_piece(line, own)
    before = line.text[: index.start - line.start]
    if not before:
        return 0
    start = min([len(before), *(start for name, start, _ in find_marks(before) if name in _OPENING)])
    if line.text.startswith("Cite as"):
        return 0
    if len(line.text) > _LONG and (record_title_start(line.text) or is_wrapper(line.text)):
        return start
    cited = not index.flagged or own is not references[0] or line.text[len(before)] == "," or is_prose(before)
    title = before[:start].rstrip() if start == len(before) else before[:start].rstrip(_PARTED)
    if cited or not _is_title(title):
        return 0
    return 0 if any(is_prose(row.line.text) for row in above if not row.wrapper) else start


_OPENING: Final = frozenset({"public", "internal", "series", "organisation"})
_PARTED: Final = " -–"
"""What parts a title from the organisation behind it."""


def _is_title(words: str) -> bool:
    """Whether words before a header are a title of their own, and not those that lead to a citation."""
    return words.count(" ") > 1 and words[-1] not in _CITES


_CITES: Final = "(,;:[-–"
