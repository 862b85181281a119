"""Lines that have a title and a header, or a library's line and a whole document, glued together."""

import re
from collections.abc import Sequence
from operator import itemgetter
from typing import Final

from advisory_cli.parse.dates import find_dates
from advisory_cli.parse.kinds import kind_at_start
from advisory_cli.parse.lazy import pattern
from advisory_cli.parse.lines import Line
from advisory_cli.parse.phrases import find_marks
from advisory_cli.parse.pieces import Row, index_piece
from advisory_cli.parse.title import goes_on, is_prose
from advisory_cli.parse.wrappers import is_wrapper, record_title_start
from advisory_cli.reference import Found

_LONG: Final = 140
"""A viewer's line with more characters has something glued to it."""


def unglued(line: Line, references: Sequence[Found], above: Sequence[Row] = ()) -> tuple[Line, ...]:
    """A line; where title, viewer's or library's line have a labelled index glued behind them, these and the header."""
    start = (
        _header_within(line, references, above)
        or _glued_header(line, references, above)
        or _catalogued(line, references)
    )
    if not start:
        return (line,)
    return (
        Line(line.text[:start].rstrip(_PARTED), line.start, line.start + start, line.gap),
        Line(line.text[start:], line.start + start, line.end, 1),
    )


def _catalogued(line: Line, references: Sequence[Found]) -> int:
    """Where the brackets open that hold the first number, its month and who may read it behind a title."""
    first = references[0]
    open_at = first.start - line.start - 1
    if open_at < _WHOLE_TITLE or line.text[open_at] != "(" or not _DISTRIBUTED().search(line.text):
        return 0
    inside = line.text[first.end - line.start :].lstrip(" ,-–:")
    return open_at if (dates := find_dates(inside)) and dates[0].start == 0 else 0


_WHOLE_TITLE: Final = 12
_DISTRIBUTED: Final = pattern(r"[\s,:](?:external|public|externo|público|externe)\)$", re.IGNORECASE)


def _glued_header(line: Line, references: Sequence[Found], above: Sequence[Row]) -> int:
    """Where in a line the header begins behind other words; 0 if nothing stands before it but sentences."""
    own = next((found for found in references if line.start <= found.start < line.end), None)
    if own is None:
        return 0
    index = index_piece(line, own)
    before = line.text[: index.start - line.start]
    if not before:
        return 0
    start = min([len(before), *(start for name, start, _ in find_marks(before) if name in _OPENING), _dated(before)])
    if line.text.startswith("Cite as") or before.count("(") > before.count(")"):
        return 0
    if len(line.text) > _LONG and (record_title_start(line.text) or is_wrapper(line.text)):
        return start
    cited = not index.flagged or own is not references[0] or line.text[len(before)] == "," or is_prose(before)
    title = before[:start].rstrip() if start == len(before) else before[:start].rstrip(_PARTED)
    if cited or not _is_title(title):
        return 0
    return 0 if any(is_prose(row.line.text) for row in above if not row.wrapper) else start


def _dated(before: str) -> int:
    """Where the day begins that stands right before an index and goes with it; the end if there is none."""
    near = before[-_LONGEST_DATE:].rstrip(" :,-–")
    date = next(reversed(find_dates(near)), None)
    words = near[: date.start].rstrip() if date else ""
    if not date or date.end < len(near) or words.endswith(("-", "–", "(")) or goes_on(words, ""):
        return len(before)
    return max(0, len(before) - _LONGEST_DATE) + date.start


_LONGEST_DATE: Final = 30
_OPENING: Final = frozenset({"public", "internal", "series", "organisation"})
_PARTED: Final = " -–"
"""What parts a title from the organisation behind it."""


def _header_within(line: Line, references: Sequence[Found], above: Sequence[Row]) -> int:
    """Where a header begins in a copy that has the document and the page around it in one line; 0 for any other line.

    Its index has a label, and other marks of a header right beside it, on the first line also a date; a citation has
    neither.
    """
    if len(line.text) < _WHOLE_TEXT or any(piece.flagged for row in above for piece in row.of("reference")):
        return 0
    marks = [(start, end) for name, start, end in find_marks(line.text) if _opens(name, line.text[start:end])]
    for found in references:
        if line.start <= found.start < line.end and (index := index_piece(line, found)).flagged:
            at, end = index.start - line.start, found.end - line.start
            start = _first_beside(line.text, at, marks)
            is_marked = start < at or any(0 < first - end <= _JOINT for first, _ in marks)
            if line.text[:at].rstrip()[-1:] != "(" and (is_marked or (not above and _is_date(line.text, end))):
                return start
    return 0


def _opens(name: str, words: str) -> bool:
    return name in _OPENING and (name != "organisation" or words.isupper())


def _is_date(text: str, start: int) -> bool:
    """Whether a date is the next that a line has."""
    date = next(iter(find_dates(text[start : start + _BESIDE])), None)
    return date is not None and not text[start : start + date.start].strip()


def _first_beside(text: str, at: int, marks: Sequence[tuple[int, int]]) -> int:
    """Where the marks begin that stand one beside the other before a place: month and kind, words in capitals."""
    for date in find_dates(text[max(0, at - _BESIDE) : at])[-1:]:
        start = max(0, at - _BESIDE)
        kind = text[start + date.end : at].strip()
        if not kind or (kind_at_start(kind) or ("", 0))[1] == len(kind):
            at = start + date.start
    for start, end in sorted(marks, key=itemgetter(1), reverse=True):
        between = text[end:at]
        if end <= at and (not between.strip(" -:") or (len(between) < _BESIDE and between.isupper())):
            at = start
    return at


_WHOLE_TEXT: Final = 160
_BESIDE: Final = 40
_JOINT: Final = 3


def _is_title(words: str) -> bool:
    """Whether words before a header are a title of their own, and not those that lead to a citation."""
    return words.count(" ") > 1 and words[-1] not in _CITES


_CITES: Final = "(,;:[-–"
