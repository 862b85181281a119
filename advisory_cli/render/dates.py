"""Days, months and years in words."""

from typing import Final


def date_in_words(date: str) -> str:
    """``2012-03-22`` as ``22 March 2012``, as precise as it is; anything else as it stands."""
    parts = date.split("-")
    if not (date.isascii() and all(map(str.isdecimal, parts)) and len(parts) in (2, 3)):
        return date
    year, month, *day = map(int, parts)
    return " ".join([*map(str, day), _MONTHS[month - 1], str(year)]) if 1 <= month <= 12 else date


_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
