"""The one place where a record becomes what may be handed on: what is left out of it, and why."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from advisory_cli.actions.people import VALID_MONTHS, as_of
from advisory_cli.model import ORIGIN, Advisory, Redaction, Source
from advisory_cli.query.fields import period
from advisory_cli.release import Hold, holds
from advisory_cli.render.dates import date_in_words
from advisory_cli.render.holds import until_in_words
from advisory_cli.render.words import country_in_words, kind_in_words, language_in_words, region_in_words
from advisory_cli.results import Row, Shown

if TYPE_CHECKING:
    from advisory_cli.redaction import Leak, Wanted


class Terms(NamedTuple):
    """When something is handed on, and what the user lets out against the rule."""

    now: datetime
    """With zone."""
    embargoed: bool = False
    internal: bool = False
    expired: bool = False
    """Contacts that are out of date."""
    marked: tuple[Redaction, ...] = ()
    """Passages that are marked in any text of the same file: what is hidden in one must not stand in another."""

    elsewhere: tuple[Redaction, ...] = ()
    """Passages that are marked in other texts, which do not go out with it: they are not hidden, but told."""
    unnamed: frozenset[str] = frozenset()
    """Names of texts that must not go out now: others do not name them either."""

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


class Passages(NamedTuple):
    """Passages that were hidden in a released text; never what they said. This list may go along."""

    text: str
    """Name of the text, as it is released."""
    field: str
    length: str
    """``a word``, ``a few words``, ``a sentence``, ``a paragraph or more``, ``all of it``."""
    how_many: int
    reason: str | None
    marked: bool
    """Whether the text itself has marks; else another text of the same file has."""


class Released(NamedTuple):
    """What of a record may be handed on: None where nothing may."""

    advisory: Advisory | None
    removals: tuple[Removal, ...] = ()
    hidden: tuple[Passages, ...] = ()


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
    return without_passages(replace(advisory, **kept), terms.marked)._replace(removals=said)


def without_passages(advisory: Advisory, marked: tuple[Redaction, ...] = ()) -> Released:
    """A record without its marked passages, and without those marked in texts that go out with it."""
    marks = tuple(dict.fromkeys((*advisory.redactions, *marked)))
    if not marks:
        return Released(advisory)
    from advisory_cli.redaction import hide  # few texts have any

    hidden = hide(advisory, marks, words=code_in_words)
    if not (advisory.redactions or hidden.leaks):
        return Released(advisory)
    return Released(
        hidden.advisory, hidden=passages_of(hidden.advisory, hidden.leaks, is_marked=bool(advisory.redactions))
    )


def passages_marked(texts: Iterable[Advisory]) -> tuple[Redaction, ...]:
    """The passages that are marked in any of these texts, each once; what is marked as a field is of its text alone."""
    marks = (mark for text in texts for mark in text.redactions if mark.text)
    return tuple({mark[:2]: mark for mark in marks}.values())


def passages_of(released: Advisory, leaks: "Mapping[Leak, int]", *, is_marked: bool) -> tuple[Passages, ...]:
    """What was hidden in a text, under the name that is left of it."""
    return tuple(Passages(released.name, *leak[:2], count, leak.reason, is_marked) for leak, count in leaks.items())


def shown_apart(released: Released, row: Row, terms: Terms) -> Shown:
    """A released text with what is said of it; names of other texts are left out where they are marked themselves."""
    if released.advisory is None:
        raise ValueError("nothing of the text was released")
    names = _without(row.corrected_by, terms.unnamed)
    if terms.marked:
        from advisory_cli.redaction import is_in, wanted_by

        names = tuple(name for name in names if not is_in(name, wanted_by(terms.marked)))
    count = sum(one.how_many for one in released.hidden)
    revision = released.advisory.revision
    return Shown(released.advisory, corrected_by=names, revisions=revision, held=row.held, redacted=count)


class Going(NamedTuple):
    """A text that is shown or cited as it may go out."""

    shown: Shown
    hidden: tuple[Passages, ...] = ()
    wanted: "tuple[Wanted, ...]" = ()
    """What is not to stand in it, in whatever form."""


def as_it_goes_out(shown: Shown, unnamed: frozenset[str] = frozenset()) -> Going:
    """A text without the passages that are marked in it now, also where it is shown as it was before.

    Of the texts around it those that are to be `unnamed` are not named.
    """
    shown = shown._replace(
        others=tuple(name for name in shown.others if name not in unnamed),
        corrected_by=_without(shown.corrected_by, unnamed),
        named_by=tuple(tie._replace(name=_UNNAMED) if tie.name in unnamed else tie for tie in shown.named_by),
        others_held=tuple(pair for pair in shown.others_held if pair[0] not in unnamed),
    )
    marks = (*shown.advisory.redactions, *(shown.current.redactions if shown.current else ()))
    if not marks:
        return Going(shown)
    from advisory_cli.redaction import hide, is_in, wanted_of  # few texts have any

    wanted = wanted_of(shown.advisory, marks, code_in_words)
    found = hide(shown.advisory, marks, words=code_in_words)
    current = shown.current and hide(shown.current, marks, words=code_in_words).advisory
    released = shown._replace(
        advisory=found.advisory,
        current=current,
        others=tuple(name for name in shown.others if not is_in(name, wanted)),
        corrected_by=tuple(name for name in shown.corrected_by if not is_in(name, wanted)),
        named_by=tuple(tie for tie in shown.named_by if not is_in(tie.name, wanted)),
        others_held=tuple(pair for pair in shown.others_held if not is_in(pair[0], wanted)),
        redacted=sum(found.leaks.values()),
    )
    return Going(released, passages_of(found.advisory, found.leaks, is_marked=True), wanted)


def _without(names: Iterable[str], unnamed: frozenset[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_UNNAMED if name in unnamed else name for name in names))


_UNNAMED: Final = "a text that is not out yet"
"""Stands for a text that must not go out: that there is one has to be known of what it corrects."""


def code_in_words(field: str, code: str) -> tuple[str, ...]:
    """What the views print for a code of the record."""
    said = _WORDS.get(field)
    return (said(code),) if said else ()


_WORDS: Final[dict[str, Callable[[str], str]]] = {
    "countries": country_in_words,
    "date": date_in_words,
    "kind": kind_in_words,
    "language": language_in_words,
    "region": region_in_words,
}
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
