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
_BEHIND: Final = pattern(r"(?:\s(?:г\.|года|року|р\.))?[\s.,)]{0,4}[-–—:/]|\.\s{1,2}[^\W\d_a-z]")


def is_dispatched(text: str, start: int) -> bool:
    """Whether a story opens with its place or agency alone: ``(Beirut) - ...``, ``Berlin (ots) - ...``."""
    beginning = text[start : start + _SEARCHED]
    dashed = any(dash in beginning for dash in _DASHED)
    if (dashed or "D.C." in beginning) and _PLACED().search(beginning, 0, _LONGEST_PLACES):
        return True
    return dashed and _BRACKETED().search(beginning) is not None


_SEARCHED: Final = 3_000
_LONGEST_PLACES: Final = 240
_DASHED: Final = (") -", ") –", ") —", ")-", ")–", ")—", "）-", "）–", "）—", "）－")
_PLACED: Final = pattern(
    r"(?m)^[ \t>]{0,9}(?:[^\W\d_a-z][^\W\d_]{2,20}(?:\s[^\W\d_]{2,20})?(?:,\s\d\d?\s[^\W\d_]{3,12})?"
    r"\s\((?:ots|AFP|EFE|UN [^()\n]{4,40})\)"
    r"|(?:[^/\n]{3,30}\s/\s){0,9}(?:Washington|WASHINGTON),\sD\.C\.(?:\s/\s[^/\n–—]{3,30})?)\s?[-–—]{1,2}"
)
_BRACKETED: Final = pattern(
    r"(?m)^[ \t>]{0,9}[(（][^\W\d_a-zß-öø-ÿа-яёіїє][^\W\d_]{1,20}(?:[ -][^\W\d_]{2,20}){0,2}[)）]"
    r"\s?[-–—－]{1,2}\s?(?=[^\n]{80})"
)
"""A place in brackets that a paragraph of more than a line follows."""
