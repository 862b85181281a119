"""Until when a document must not be published: the embargo as printed, and the instant where it names one."""

import re
from collections.abc import Sequence
from typing import Final

from advisory_cli.parse.dates import find_dates
from advisory_cli.parse.field import Field
from advisory_cli.parse.lazy import pattern
from advisory_cli.parse.pieces import Row, pieces_of


def embargo_of(header: Sequence[Row]) -> Field | None:
    """The embargo as printed."""
    piece = next(iter(pieces_of(header, "embargo")), None)
    if piece is None:
        return None
    printed = piece.value.strip(" ()|-–")
    start = piece.start + piece.value.index(printed)
    return Field(printed, (start, start + len(printed)))


def embargo_instant(printed: str) -> str | None:
    """When an embargo ends, ISO 8601 with offset; None if a part is missing, because a guess could end it early."""
    dates = find_dates(printed)
    days = {date.iso for date in dates if len(date.iso) == 10 and not date.ambiguous}
    for date in dates:  # a year is no time of day
        printed = printed[: date.start] + "\0" * (date.end - date.start) + printed[date.end :]
    time = _TIME().search(printed)
    if len(days) != 1 or not time:
        return None
    clock = _clock(time)
    zone = _ZONE().search(printed, time.end()) or _ZONE().search(printed)
    if not clock or not zone:
        return None
    day = days.pop()
    offset = _offset(zone, day, clock)
    return f"{day}T{clock}:00{offset}" if offset else None


_TIME: Final = pattern(
    r"(?<![\d.,])(?:(?P<h1>[0-2]\d)(?P<m1>[0-5]\d)\s?(?=h(?:ou)?rs?\b|h\b|GMT|UTC|BST|CET)"
    r"|(?P<h2>\d{1,2})\s?[:.hH]\s?(?P<m2>[0-5]\d)(?:\s?(?P<half2>[ap])\.?m\b)?(?![\d./])"
    r"|(?P<h3>\d{1,2})\s?(?:(?P<half3>[ap])\.?m\b|(?:uhr|heures?|horas|ore|часов)\b)|(?P<noon>noon|midday))",
    re.IGNORECASE,
)


def _clock(time: re.Match[str]) -> str | None:
    """Hours and minutes of a time of day; midnight is left out: it may be that before or that behind the day."""
    if time["noon"]:
        return "12:00"
    hour, minute = int(time["h1"] or time["h2"] or time["h3"]), int(time["m1"] or time["m2"] or 0)
    if half := time["half2"] or time["half3"]:
        hour = hour % 12 + (12 if half in "pP" else 0)
    return f"{hour:02}:{minute:02}" if hour < 24 else None


def _offset(zone: re.Match[str], day: str, clock: str) -> str | None:
    """The offset from UTC that a zone had at that time; None if its rules are not on this machine."""
    if zone["hours"]:
        hours, minutes = int(zone["hours"]), int(zone["minutes"] or 0)
        return f"{zone['sign'].replace('–', '-').replace('−', '-')}{hours:02}:{minutes:02}" if hours < 15 else None
    if zone["name"]:
        return _OFFSETS[zone["name"].upper()]
    city = zone["before"] or zone["behind"]
    name = next(name for cities, name in _CITIES.items() if re.match(cities, city, re.IGNORECASE))
    return _local_offset(name, day, clock)


def _local_offset(zone: str, day: str, clock: str) -> str | None:
    from datetime import datetime
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        offset = f"{datetime.fromisoformat(f'{day}T{clock}').replace(tzinfo=ZoneInfo(zone)):%z}"
    except ZoneInfoNotFoundError:
        return None
    return f"{offset[:3]}:{offset[3:5]}"


_OFFSETS: Final = {
    "GMT": "+00:00", "UTC": "+00:00", "TU": "+00:00", "BST": "+01:00", "CET": "+01:00", "CEST": "+02:00",
    "MEZ": "+01:00", "MESZ": "+02:00", "EST": "-05:00", "EDT": "-04:00", "MSK": "+03:00",
}  # fmt: skip
_CITIES: Final = {
    "london|londres|londoner|londra|лондон|uk|british": "Europe/London",
    "paris|париж": "Europe/Paris",
    "bruss?el": "Europe/Brussels",
    "madrid|мадрид": "Europe/Madrid",
    "rom[ae]": "Europe/Rome",
    "berlin|берлин": "Europe/Berlin",
    "gen[eè]v|ginebra|ginevra|genf|женев": "Europe/Zurich",
    "mos[ck]|москов|московс": "Europe/Moscow",
    "istanbul|ankara|turk": "Europe/Istanbul",
    "cairo|le caire": "Africa/Cairo",
    "beir|beyrouth": "Asia/Beirut",
    "jerusalem": "Asia/Jerusalem",
    "nairobi": "Africa/Nairobi",
    "johannesburg": "Africa/Johannesburg",
    "new york|washington": "America/New_York",
    "toronto|ottawa": "America/Toronto",
    "delhi": "Asia/Kolkata",
    "hong kong": "Asia/Hong_Kong",
    "beijing|p[eé]kin": "Asia/Shanghai",
    "tok[iy]o": "Asia/Tokyo",
}
"""Cities whose time embargoes are printed in, as words begin in several languages."""


def _zones() -> str:
    city = rf"(?:{'|'.join(_CITIES)})"
    return (
        r"\b(?:(?i:GMT|UTC)\s?(?P<sign>[+–−-])(?P<hours>\d{1,2})(?::?(?P<minutes>[0-5]\d))?\b(?!\s?[^\W\d_]{3})"
        rf"|(?P<name>(?i:{'|'.join(_OFFSETS)}))\b"
        rf"|(?i:(?P<before>{city})[^\W\d_]*\s(?:local\s)?(?:time|zeit)\b)"
        rf"|(?i:(?:heure|hora|ora|по|ortszeit)\s(?:local[ea]?\s)?(?:de\s|di\s|d['’])?(?P<behind>{city})))"
    )


_ZONE: Final = pattern(_zones())
