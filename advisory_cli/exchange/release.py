"""The one place where a record becomes what may be handed on: what is left out of it, and why."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Final, NamedTuple

from advisory_cli.model import ORIGIN, Advisory, Source
from advisory_cli.people import VALID_MONTHS, as_of
from advisory_cli.query.fields import period
from advisory_cli.release import Hold, holds
from advisory_cli.render.holds import until_in_words


class Terms(NamedTuple):
    """When something is handed on, and what the user lets out against the rule."""

    now: datetime
    """With zone."""
    embargoed: bool = False
    internal: bool = False
    expired: bool = False
    """Contacts that are out of date."""

    @property
    def let_out(self) -> frozenset[str]:
        """What a `Hold` may say of a text that goes out all the same."""
        return frozenset(why for why, is_so in (("embargoed", self.embargoed), ("internal", self.internal)) if is_so)

    @property
    def included(self) -> tuple[str, ...]:
        """What is let out against the rule, in words."""
        said = {"embargoed texts": self.embargoed, "internal texts and notes": self.internal}
        said["contacts that are out of date"] = self.expired
        return tuple(words for words, is_so in said.items() if is_so)


class Removal(NamedTuple):
    """Something that was left out; never what it said."""

    text: str
    """Name of the text it belongs to."""
    what: str
    """The field, or ``text`` for all of it."""
    how_many: int
    reason: str


class Released(NamedTuple):
    """What of a record may be handed on: None where nothing may."""

    advisory: Advisory | None
    removals: tuple[Removal, ...] = ()


def release(advisory: Advisory, terms: Terms) -> Released:
    """The record as it may be handed on. Whatever is to leave the archive, in any format, comes through here."""
    reason = _held_back(advisory, terms)
    if reason:
        return Released(None, (Removal(advisory.name, "text", 1, reason),))
    note = advisory.note if terms.internal else None
    contacts = advisory.contacts if terms.expired or not _is_old(advisory, terms.now) else ()
    said = (
        *_removal(advisory, "contacts", len(advisory.contacts) - len(contacts), _OLD),
        *_removal(advisory, "note", int(note != advisory.note), _NOTE),
        *_removal(advisory, "other fields", len(_foreign(advisory)) if not terms.internal else 0, _EXTRA),
    )
    kept: dict[str, Any] = {"by": None, "batch": None, "undoes": None, "previous": None}
    kept |= {
        "note": note,
        "contacts": contacts,
        "extra": _foreign(advisory) if terms.internal else {},
        "source": _source(advisory.source),
    }
    return Released(replace(advisory, **kept), said)


_OLD: Final = f"the text is undated or older than {VALID_MONTHS} months; the words of the text itself are not changed"
_NOTE: Final = "the archivist's own note is internal"
_EXTRA: Final = "they came from elsewhere, and this program does not know what is in them"


def _held_back(advisory: Advisory, terms: Terms) -> str | None:
    """Why nothing of the text may be handed on."""
    if advisory.status == "removed":
        return "it was removed from the archive"
    return next((_in_words(hold) for hold in holds(advisory, terms.now) if hold.why not in terms.let_out), None)


def _in_words(hold: Hold) -> str:
    return f"its embargo is not over: until {until_in_words(hold.embargo)}" if hold.embargo else "it is marked internal"


def _is_old(advisory: Advisory, now: datetime) -> bool:
    """Whether its contacts are out of date, by the rule of `people`, but by this text alone."""
    days = period(advisory.date)
    return days is None or days[1] < int(as_of(f"{now.astimezone(UTC):%Y-%m-%d}").since.replace("-", ""))


def _removal(advisory: Advisory, what: str, count: int, reason: str) -> tuple[Removal, ...]:
    return (Removal(advisory.name, what, count, reason),) if count else ()


def _foreign(advisory: Advisory) -> dict[str, Any]:
    """Fields that another program gave it."""
    return {name: value for name, value in advisory.extra.items() if name != ORIGIN}


def _source(source: Source | None) -> Source | None:
    """A public address stays; names of the files of the archivist are nobody's business."""
    return source._replace(name=source.url) if source and source.url else None
