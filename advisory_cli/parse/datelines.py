"""Place and date that a story opens with: ``Genève-Paris, le 19 juin 2008. L’Observatoire ...``."""

from typing import Final

from advisory_cli.parse.dates import FoundDate, find_dates
from advisory_cli.parse.lazy import pattern


def dateline_in(text: str, start: int) -> FoundDate | None:
    """The day behind the place that the words from `start` on open with, also where a line is broken between them."""
    opening = text[start : start + _OPENING].replace("\n", " ")
    found = next(iter(find_dates(opening)), None)
    if not found or len(found.iso) != _WHOLE or not _BEHIND().match(opening, found.end):
        return None
    if not _PLACE().fullmatch(opening, 0, found.start):
        return None
    return found._replace(start=start + found.start, end=start + found.end)


_OPENING: Final = 120
_WHOLE: Final = len("2012-03-22")
_PLACE: Final = pattern(
    r"[\s>(«*_]{0,9}(?:[^\W\d_a-zß-öø-ÿа-яёіїє][\w.'’]{1,20}[\s/,–-]{1,3}){1,6}(?:(?:le|den|am|a|el|il|li)\s|\()?"
)
_BEHIND: Final = pattern(r"[\s.,)]{0,4}[-–—:/]|\.\s{1,2}[^\W\d_a-z]")
