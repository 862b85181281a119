"""Titles that the page around a document gives: of libraries, viewers, the tab, a headline standing twice."""

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from advisory_cli.parse.pieces import Row
from advisory_cli.parse.title import MOST_LINES, Title, is_heading, is_prose, reads_as_title
from advisory_cli.parse.wrappers import download_start, record_title_start


def recorded_title(rows: Sequence[Row]) -> Title | None:
    """The lines of the document that say what the record page around it gives as its title."""
    title = _record(rows)
    cover = takewhile(lambda row: not is_heading(row.line.text), rows if title else ())
    for at, row in enumerate(cover):
        if row.wrapper or row.line.text.count(" ") < _FEWEST_BLANKS:
            continue
        for count in range(1, MOST_LINES + 1):
            if any(line.has("reference", "series") for line in rows[at : at + count]):
                break
            words = " ".join(line.line.text for line in rows[at : at + count])
            if _letters(words) == title:
                return Title(words, row.line.start, rows[at + count - 1].line.end)
            if not title.startswith(_letters(words)):
                break
    return None


def is_of_record(words: str, rows: Sequence[Row]) -> bool:
    """Whether words are a part of the title that the record page gives."""
    title = _record(rows)
    return title != "" and _letters(words) in title


def _record(rows: Sequence[Row]) -> str:
    """The letters of the title that the record page gives; empty where there is none."""
    given = ((row.line.text, _given_start(row.line.text)) for row in rows if row.wrapper)
    return next((_letters(words[start:]) for words, start in given if start), "")


def _letters(words: str) -> str:
    """Letters and figures alone: a record has all on one line, with other marks between the parts."""
    return "".join(filter(str.isalnum, words.casefold()))


def _given_start(words: str) -> int:
    """Where in a library's line the title of the document begins; 0 for any other line."""
    return record_title_start(words) or download_start(words)


def catalogued_title(rows: Sequence[Row], first: int) -> Title | None:
    """The line over the comma and number of a library's page, also where it ends like a sentence."""
    if not first or not rows[first].line.text.startswith(",") or rows[first - 1].wrapper:
        return None
    return _whole(rows[first - 1])


def repeated_title(rows: Sequence[Row]) -> Title | None:
    """A title that stands twice, as on web pages: the second time, with all lines that it has both times."""
    own = [row for row in rows[:_REPEATED_LINES] if not row.wrapper]
    lines = [row.line.text for row in own]
    for second in range(1, len(own)):
        first = lines.index(lines[second])
        if first == second or own[second].pieces or lines[second].count(" ") < _FEWEST_BLANKS:
            continue
        count = 1
        while first + count < second and lines[first + count] == "".join(lines[second + count : second + count + 1]):
            if own[second + count].is_core:
                break
            count += 1
        while _continues(own[second : second + count + 1], count):
            count += 1
        block = own[second : second + count]
        if reads_as_title(block):
            return Title(" ".join(lines[second : second + count]), block[0].line.start, block[-1].line.end)
    return None


def tabbed_title(rows: Sequence[Row]) -> Title | None:
    """The line that a page's name for its tab repeats on the first line with the name of the site: ``Title - Site``."""
    own = [row for row in rows[:_REPEATED_LINES] if not row.wrapper]
    tab = own[0].line.text if own else ""
    titles = {tab.rpartition(bar)[0] for bar in (" - ", " | ", " – ") if bar in tab}
    row = next((row for row in own[1:] if row.line.text in titles), None) if titles else None
    is_title = row is not None and row.line.text.count(" ") >= _FEWEST_BLANKS and reads_as_title([row])
    return _whole(row) if row and is_title else None


def _whole(row: Row) -> Title:
    return Title(row.line.text, row.line.start, row.line.end)


def _continues(rows: Sequence[Row], count: int) -> bool:
    """Whether a title that a site cut off goes on in the document itself."""
    following = rows[count].line if len(rows) > count else None
    return following is not None and not following.gap and following.text[:1].islower() and not is_prose(following.text)


_REPEATED_LINES: Final = 25
_FEWEST_BLANKS: Final = 2
