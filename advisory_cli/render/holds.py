"""Why a text must not go out now, in words: how long its embargo lasts, or that it is internal."""

from datetime import datetime, timedelta
from typing import Any

from advisory_cli.model import Advisory
from advisory_cli.release import Embargo, Hold, embargo_of, holds
from advisory_cli.render.dates import date_in_words


def hold_in_words(hold: Hold) -> str:
    """``embargoed for 2 d 4 h, until 27 November 1996 00:01 GMT``, ``internal``."""
    if hold.embargo is None or hold.why == "internal":
        return hold.why
    if hold.left is None:
        return "embargo printed, time unknown: held until its end is set"
    left, until = left_in_words(hold.left), until_in_words(hold.embargo)
    if hold.embargo.known == "guess":
        return f"embargo printed, time unknown: held for {left}, until {until}"
    return f"embargoed for {left}, until {until}"


def banner_of(hold: Hold) -> str:
    """The same as a reader must see it first."""
    if hold.why == "internal":
        return "INTERNAL: not to be handed on"
    first, _, rest = hold_in_words(hold).partition(" ")
    return f"{first.upper()} {rest}"


def hold_record(hold: Hold) -> dict[str, Any]:
    """The same for JSON: ``until`` in ISO 8601, null where nobody can say; ``seconds_left`` of an embargo."""
    if hold.embargo is None:
        return {"why": hold.why}
    until, left = hold.embargo.ends, hold.left
    return {
        "why": hold.why,
        "until": until and until.isoformat(timespec="seconds"),
        "known": hold.embargo.known,
        "seconds_left": left and int(left.total_seconds()),
    }


def release_in_words(advisory: Advisory) -> str:
    """In spite of what a text went out, as the revision that tells it stands: ``went out while internal``."""
    try:
        at = datetime.fromisoformat(advisory.at or "")
    except ValueError:
        at = None
    held = holds(advisory, at) if at and at.tzinfo else ()
    return f"went out while {' and '.join(map(hold_in_words, held)) or 'it was held'}"


def until_in_words(embargo: Embargo) -> str:
    """``27 November 1996 00:01 GMT``; where only a day is known, that it must be over everywhere."""
    ends = embargo.ends
    if ends is None:
        return "its end is set"
    if embargo.known == "instant":
        return f"{_day(ends)} {ends:%H:%M} {_zone(ends)}"
    return f"{_day(ends - timedelta(seconds=1))} is over everywhere"


def instant_in_words(advisory: Advisory) -> str | None:
    """When its embargo ends, where that is an instant: ``27 November 1996 00:01 GMT``."""
    embargo = embargo_of(advisory)
    return until_in_words(embargo) if embargo and embargo.known == "instant" else None


def left_in_words(left: timedelta) -> str:
    """``2 d 4 h``, ``4 h 5 min``: two units of what matters, rounded down."""
    minutes = int(left.total_seconds()) // 60
    days, hours, minutes = minutes // 1440, minutes // 60 % 24, minutes % 60
    if days:
        return f"{days:,} d {hours} h" if hours and days < _MANY else f"{days:,} d"
    if hours:
        return f"{hours} h {minutes} min" if minutes else f"{hours} h"
    return f"{minutes} min" if minutes else "less than a minute"


_MANY = 10
"""Days of which nobody asks for the hours."""


def _day(moment: datetime) -> str:
    return date_in_words(moment.date().isoformat())


def _zone(moment: datetime) -> str:
    """``GMT``, as most embargoes are printed, or ``UTC+5:30``."""
    offset = f"{moment:%z}"
    if not int(offset[1:5]):
        return "GMT"
    minutes = f":{offset[3:5]}" if int(offset[3:5]) else ""
    return f"UTC{offset[0]}{int(offset[1:3])}{minutes}"
