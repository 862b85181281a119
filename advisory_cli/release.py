"""May a text go out now, and if not, why: embargoes that are not over, and what is for internal use.

Whoever hands a text on asks here, whatever the form; the clock comes in from outside.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, timezone
from math import ceil
from typing import Final, Literal, NamedTuple

from advisory_cli.model import Advisory, is_date

GRACE: Final = 31
"""Days behind the date of a document after which an embargo without an end counts as over."""


ENDLESS: Final = (1 << 62) - 1
"""Seconds since 1970 that never come."""


class Embargo(NamedTuple):
    """Until when a text must not go out, as far as the document says."""

    ends: datetime | None
    """With zone; None where neither the embargo nor the document is dated: until somebody sets it."""
    known: Literal["instant", "day", "guess"]
    """``day``: no time or no zone is printed, so it lasts until that day is over everywhere; ``guess``: not printed."""


class Hold(NamedTuple):
    """A reason why a text must not go out unasked."""

    why: Literal["embargoed", "internal"]
    embargo: Embargo | None = None
    left: timedelta | None = None
    """Of an embargo whose end is known."""


Held = Callable[..., tuple[Hold, ...]]
"""Given revisions of a text: why it must not go out now, by the first of them that says so."""


def is_marked(advisory: Advisory) -> bool:
    """Whether it bears an embargo, over or not, or is internal: all others are free at any time."""
    return bool(advisory.embargo or advisory.printed_embargo or advisory.distribution == "internal")


def holds(advisory: Advisory, now: datetime) -> tuple[Hold, ...]:
    """Why a text must not go out at this time, which has a zone; nothing for one that is free."""
    embargo = embargo_of(advisory)
    internal = (Hold("internal"),) if advisory.distribution == "internal" else ()
    if embargo is None or (embargo.ends and embargo.ends <= now):
        return internal
    return Hold("embargoed", embargo, embargo.ends - now if embargo.ends else None), *internal


def embargo_of(advisory: Advisory) -> Embargo | None:
    """The embargo of a text, over or not; where it is not exact it ends rather too late than too early."""
    if not (advisory.embargo or advisory.printed_embargo):
        return None
    if embargo := _read(advisory.embargo or ""):
        return embargo
    if days := _days(advisory.printed_embargo or ""):
        return Embargo(max(map(_end_of, days)), "day")
    ends = _end_of(advisory.date, GRACE) if advisory.date and is_date(advisory.date) else None
    return Embargo(ends, "guess")


def embargoed_until(advisory: Advisory) -> int:
    """When the embargo of a text ends, in seconds since 1970: 0 for one without, `ENDLESS` where nobody can say."""
    embargo = embargo_of(advisory)
    if embargo is None:
        return 0
    return max(0, ceil((embargo.ends - _EPOCH).total_seconds())) if embargo.ends else ENDLESS


_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_LAST_ZONE: Final = timezone(timedelta(hours=-12))
"""Where a day ends last: Baker Island."""

_READ: Final = 1000
"""Characters of a printed embargo that are read: no real one is as long, and lists must stay quick."""

_LATEST: Final = datetime.max.replace(tzinfo=UTC)


def _read(embargo: str) -> Embargo | None:
    """An instant; a day, and a time without zone, by the end of the day."""
    if is_date(embargo):
        return Embargo(_end_of(embargo), "day")
    try:
        ends = datetime.fromisoformat(embargo)
    except ValueError:
        return None
    if ends.tzinfo:
        return Embargo(ends, "instant")
    return Embargo(_end_of(ends.date().isoformat()), "day")


def _days(printed: str) -> list[str]:
    """The days or months that it names, each in all its readings."""
    from advisory_cli.parse.dates import find_dates  # hardly any text needs it

    found = find_dates(printed[:_READ])
    turned = (f"{one.iso[:4]}-{one.iso[8:]}-{one.iso[5:7]}" for one in found if one.ambiguous)
    return [day for day in (*(one.iso for one in found), *turned) if is_date(day)]


def _end_of(day: str, more: int = 0) -> datetime:
    """When a day, month or year, and so many days behind it, is over everywhere."""
    year, month, number = (int(part) for part in (*day.split("-"), "0", "0")[:3])
    if year >= _LATEST.year - 1:
        return _LATEST
    last = date(year, month or 12, number or 28)
    behind = last + timedelta(days=1) if number else (last + timedelta(days=4)).replace(day=1)
    return datetime.combine(behind + timedelta(days=more), time(), _LAST_ZONE)
