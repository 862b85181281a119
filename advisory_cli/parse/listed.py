"""List pages: items under dates, newest first, each with a title and sentences of its own."""

import re
from collections.abc import Sequence
from itertools import islice, pairwise
from typing import Final

from advisory_cli.parse.lazy import pattern
from advisory_cli.parse.lines import Line, header_lines
from advisory_cli.parse.pieces import Row, read_row
from advisory_cli.parse.title import is_prose


def starts_in_list(text: str) -> list[int]:
    """Starts of items that have a date above the title, ``Posted:`` and a date under it or at their end."""
    likely = list(_DATED().finditer(text))
    if not _ITEMS <= len(likely) <= _MOST:
        return _starts_behind_days(text)
    dated = [row for match in likely if (row := _date_row(match))]
    posted = [row for row in dated if row.has("label")]
    opening = [row for row in dated if not row.has("label") and _leads_on(text, row)]
    if _is_list(text, posted):
        titles = [start for row in posted if (start := _title_start(text, row)) is not None]
        ends = [text.find("\n", row.line.end) + 1 for row in posted]
        return ends[:-1] if not titles else titles[1:] if len(titles) == len(posted) else []
    return [text.rfind("\n", 0, row.line.start) + 1 for row in opening[1:]] if _is_list(text, opening) else []


def _starts_behind_days(text: str) -> list[int]:
    """Starts of items whose day stands behind the last words of each: ``... was freed. Posted: 30 Mar 2001``."""
    likely = list(_POSTED().finditer(text)) if "Posted:" in text else []
    posted = [row for match in likely[: _MOST + 1] if (row := _date_row(match))]
    if not _ITEMS <= len(posted) <= _MOST or not _is_list(text, posted, days=_ITEMS - 1):
        return []
    if not all(_leads_on(text, row) for row in posted[:-1]):
        return []
    return [text.find("\n", row.line.end) + 1 for row in posted[:-1]]


_POSTED: Final = pattern(r"\bPosted:[^\n]{6,24}$", re.MULTILINE)
_DATED: Final = pattern(r"^.{0,60}(?:19|20)\d\d.{0,3}$", re.MULTILINE)
_ITEMS: Final = 3
_MOST: Final = 1_000
"""Dated lines beyond which it is a table."""
_TITLE_WITHIN: Final = 400


def _date_row(match: re.Match[str]) -> Row | None:
    """A line that is nothing but a whole date, perhaps with a label."""
    words = match[0].strip()
    row = read_row(Line(words, match.start() + match[0].index(words), match.end(), 0), ())
    dates = list(row.of("date"))
    plain = not row.wrapper and not row.rest and all(piece.name in {"date", "label", "filler"} for piece in row.pieces)
    return row if plain and len(dates) == 1 and len(dates[0].value) == len("2012-03-22") else None


def _leads_on(text: str, row: Row) -> bool:
    """Whether a title follows a date."""
    following = header_lines(text[row.line.end : row.line.end + _TITLE_WITHIN])
    return any(not is_prose(line.text) for line in islice(following, 1))


def _title_start(text: str, row: Row) -> int | None:
    """Where the title begins whose last line stands right above a date; None if sentences stand there."""
    end = max(text.rfind("\n", 0, row.line.start), 0)
    above = text.rfind("\n\n", max(0, end - _TITLE_WITHIN), end)
    start = above + 2 if above >= 0 else 0
    title = " ".join(text[start:end].split())
    return start if title and not is_prose(title) else None


def _is_list(text: str, rows: Sequence[Row], *, days: int = _ITEMS) -> bool:
    """Whether these are dates of several items, newest first, each with a text; a chronicle goes the other way."""
    dates = [piece.value for row in rows for piece in row.of("date")]
    return (
        len(set(dates)) >= days
        and dates == sorted(dates, reverse=True)
        and all(has_prose(text, upper.line.end, lower.line.start) for upper, lower in pairwise(rows))
    )


def has_prose(text: str, start: int, end: int) -> bool:
    """Whether sentences stand there: a document without any is a citation or an entry of a list."""
    while start < end:
        newline = text.find("\n", start, end)
        stop = newline if newline >= 0 else end
        if stop - start > _SHORT and is_prose(text[start : min(stop, start + _SENTENCE)].strip()):
            return True
        start = stop + 1
    return False


_SHORT: Final = 24
_SENTENCE: Final = 400
