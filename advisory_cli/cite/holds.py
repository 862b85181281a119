"""What must not be handed on unasked: texts under an embargo that has not ended, and internal ones."""

from datetime import UTC, datetime, timedelta
from typing import Final

from advisory_cli.errors import Withheld
from advisory_cli.model import Advisory
from advisory_cli.query.fields import period
from advisory_cli.render.clean import clean
from advisory_cli.render.words import name_of


def holds(advisory: Advisory, now: datetime) -> tuple[Withheld, ...]:
    """Why a text is not cited unasked, each with the option that asks for it; nothing for a free one."""
    until = clean(advisory.embargo or advisory.printed_embargo or "", lines=False)
    embargoed = f"is under an embargo that is not over ({until})" if is_under_embargo(advisory, now) else ""
    internal = "is marked internal" if advisory.distribution == "internal" else ""
    reasons = ((embargoed, "--include-embargoed"), (internal, "--include-internal"))
    return tuple(Withheld(name_of(advisory), why, option) for why, option in reasons if why)


def is_under_embargo(advisory: Advisory, now: datetime) -> bool:
    """Whether it must not be published yet; one whose end is not known counts as over a month after the document."""
    if not (advisory.embargo or advisory.printed_embargo):
        return False
    until = _instant(advisory.embargo)
    if until:
        return until > now
    days = period(advisory.date)
    return days is None or days[1] >= int(f"{(now - _LONGEST).astimezone(UTC):%Y%m%d}")


_LONGEST: Final = timedelta(days=31)


def _instant(embargo: str | None) -> datetime | None:
    """The end of an embargo; None where it is no instant."""
    try:
        until = datetime.fromisoformat(embargo or "")
    except ValueError:
        return None
    return until if until.tzinfo else None
