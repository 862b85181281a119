"""The values the archive is made of: `Advisory` and its parts, to and from plain dictionaries.

JSON names are those of the file, of ``--json`` and of the library alike (schema 1). Parts are named tuples: they take a
fifth of the time of data classes to define, and every command pays for that.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import UTC, date, datetime
from operator import attrgetter
from types import MappingProxyType
from typing import Any, Final, Literal, NamedTuple, Self, cast, get_args

from advisory_cli.errors import InvalidRecord

SCHEMA = 1

ORIGIN = "_origin"
"""Name under which a revision taken over from another archive keeps what of its place there has no field here."""

KINDS = (
    "media_advisory",
    "media_briefing",
    "press_release",
    "public_statement",
    "urgent_action",
    "news_service",
    "newsletter",
    "report",
    "briefing",
    "annual_report",
    "letter",
    "medical_action",
    "opinion",
    "other",
)
"""Slugs of the kinds of document, most of them Amnesty International's own types."""

CORRECTING = ("corrects", "supersedes")
"""Relations of a text to one that a reader should no longer rely on."""

RELATIONS = (*CORRECTING, "follows", "translates", "cites", "related")
"""How one text may stand to another."""

Attribution = Literal["stated", "inherited", "unknown"]
Confidence = Literal["found", "inherited", "guessed", "missing"]
Status = Literal["current", "withdrawn", "removed"]


class Quote(NamedTuple):
    """What somebody said, verbatim, and how the speaker is known."""

    text: str
    speaker: str | None = None
    role: str | None = None
    attribution: Attribution = "unknown"


class Contact(NamedTuple):
    """Whom the press may call or write to."""

    name: str | None = None
    role: str | None = None
    organisation: str | None = None
    phones: tuple[str, ...] = ()
    """E.164 (ITU-T): ``+442074135599``; as printed where no country is known."""
    emails: tuple[str, ...] = ()


class Link(NamedTuple):
    """A link as printed; `url` is None where it leads nowhere."""

    text: str
    url: str | None = None


class Relation(NamedTuple):
    """How this text stands to another: `type` is one of `RELATIONS`."""

    type: str
    reference: str


class Number(NamedTuple):
    """A number of another series, as printed: ``UA 31/00``, ``News Service 38/95``."""

    scheme: str
    text: str


class Redaction(NamedTuple):
    """A passage that must not go out: a text wherever it stands, a field whatever it says, or both.

    With both it is the name of a person (`field` is ``names``) or what reaches one (``contacts``), which more
    spellings are known of. The two alone stand for all that the record knows.
    """

    text: str | None = None
    field: str | None = None
    reason: str | None = None


class Source(NamedTuple):
    """Provenance: what the text was read from."""

    name: str
    """Of the file; behind it, each after a colon, members of a mail or an archive, and the part of a split text."""
    media_type: str
    sha256: str
    bytes: int
    encoding: str | None = None
    url: str | None = None

    @property
    def part(self) -> str | None:
        """Which of several documents in one text this is, as the end of the name says: ``part 2 of 5``."""
        found = re.search(r": (part [0-9]+ of [0-9]+)\Z", self.name)
        return found[1] if found else None


class Document(NamedTuple):
    r"""What was read from outside: the bytes as they came, their text with ``\n`` at line ends, and its provenance."""

    content: bytes
    text: str
    source: Source
    extension: str
    """Ending of the file name under which the bytes are kept, without the dot."""
    notes: tuple[str, ...] = ()
    """What was guessed or could not be read, one sentence each."""
    within: str | None = None
    """SHA-256 of the file that it was taken out of, which may be no other than its own; None for plain text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Advisory:
    """One revision of one text: an advisory in one language."""

    reference: str | None = None
    """Canonical index number, ``EUR 57/002/2012``."""
    printed_reference: str | None = None
    language: str = "und"
    """BCP 47 primary tag."""
    organisation: str | None = None
    kind: str = "other"
    """One of `KINDS`."""
    printed_kind: str | None = None
    date: str | None = None
    """ISO 8601, as precise as the document: ``2012-03-22``, ``2001-06``, ``2013``."""
    title: str | None = None
    subtitle: str | None = None
    body: str = ""
    """Paragraphs separated by a blank line."""
    quotes: tuple[Quote, ...] = ()
    contacts: tuple[Contact, ...] = ()
    links: tuple[Link, ...] = ()
    mentions: tuple[str, ...] = ()
    """Other references found in the text, canonical, in order."""
    relations: tuple[Relation, ...] = ()
    countries: tuple[str, ...] = ()
    """ISO 3166-1 alpha-3."""
    region: str | None = None
    numbers: tuple[Number, ...] = ()
    distribution: str | None = None
    """``public``, ``internal`` or None."""
    embargo: str | None = None
    """ISO 8601 instant with zone."""
    printed_embargo: str | None = None
    status: Status = "current"
    reason: str | None = None
    corrected: str | None = None
    """When a corrected copy took the place of this text, UTC, ISO 8601; None if none did."""
    tags: tuple[str, ...] = ()
    note: str | None = None
    redactions: tuple[Redaction, ...] = ()
    """Passages that must not go out; the record itself has them whole."""
    source: Source | None = None
    confidence: Mapping[str, Confidence] = field(default_factory=lambda: _NOTHING)
    """How sure each extracted field is."""
    id: int | None = None
    """TinyDB document id of this revision; None before it is stored."""
    first: int | None = None
    """`id` of the first revision of this text: what `#17` names for good."""
    revision: int = 1
    action: str = "add"
    at: str | None = None
    """When it was written, UTC, ISO 8601."""
    by: str | None = None
    """Who wrote it: the name of the user, as the command line knows it."""
    batch: int | None = None
    """`id` of the first revision of the command it was written by: what `undo` takes back as one."""
    undoes: int | None = None
    """The `batch` that this revision takes back."""
    previous: str | None = None
    """SHA-256 of the revision before it in the file, in canonical JSON."""
    extra: Mapping[str, Any] = field(default_factory=lambda: _NOTHING)
    """Names of the document that this version does not know: kept and written back."""

    @property
    def wording(self) -> tuple[str | None, str | None, str]:
        """What it says: another wording is another text to whoever cites it."""
        return self.title, self.subtitle, self.body

    @property
    def sha256(self) -> str | None:
        """SHA-256 (hex) of the bytes that it was read from; of an erased text as its tombstone says."""
        if self.source:
            return self.source.sha256
        erased = self.extra.get("source_sha256")
        return erased if isinstance(erased, str) else None

    @property
    def was_corrected(self) -> bool:
        """Whether a corrected copy took its place; archives older than `corrected` tell it of the last write alone."""
        return self.corrected is not None or self.action == "revise"

    @property
    def known_by(self) -> int | None:
        """What ``#17`` names; a document written outside of this program is a text of its own."""
        return self.first or self.id

    @property
    def name(self) -> str:
        """What people call the text: ``EUR 57/002/2012 (en)``, or ``#17 (en)`` without a reference."""
        return f"{self.reference or f'#{self.known_by}'} ({self.language})"

    @classmethod
    def from_dict(cls, data: Mapping[str, Any], *, where: str = "the document") -> Self:
        """Check and take over a document of the file or of an import.

        Raises `InvalidRecord`, naming `where` and the first field that does not fit.
        """
        values: dict[str, Any] = {}
        extra = {}
        for key, value in data.items():
            read = _READERS.get(key)
            if read is None:
                if key != "schema":
                    extra[key] = value
                continue
            try:
                values[key] = read(value)
            except (TypeError, ValueError, AttributeError) as error:
                raise InvalidRecord(where, f"{key} is {_brief(value)}") from error
        if data.get("schema", SCHEMA) != SCHEMA:
            raise InvalidRecord(where, f"schema is {_brief(data['schema'])}, not {SCHEMA}")
        return cls(**values, extra=extra or _NOTHING)

    def to_dict(self) -> dict[str, Any]:
        """All names in their order, as in the file; `extra` names behind them, `redactions` only where there are."""
        data: dict[str, Any] = dict(zip(_NAMES, _VALUES(self), strict=True))
        for name in _BUILT:
            data[name] = _plain(data[name])
        if not self.redactions:  # the hashes of what older versions exported stay what they are
            del data["redactions"]
        data["schema"] = SCHEMA
        data.update(self.extra)
        return data


class Accession(NamedTuple):
    """A record ready for the archive, with what it was made from."""

    advisory: Advisory
    document: Document | None = None
    found: Mapping[str, tuple[int, int]] = MappingProxyType({})
    """Where in the text each field was found: first and behind last character."""
    notes: tuple[str, ...] = ()
    """Sentences for the archivist about what looks odd."""
    given: frozenset[str] = frozenset()
    """Of a row from elsewhere the fields that it gives: a text that says the same in all of them is the same text."""
    held_as: int | None = None
    """Of such a row the `id` under which its text may be here."""
    read_from: str | None = None
    """Of such a row the SHA-256 of the file that its text was read from, as it says."""
    is_held: bool = False
    """Whether its bytes were seen to be here, so that they were not read: then it is the record that is here."""


def is_date(value: str) -> bool:
    """Whether this is a date as records have it: ``2012-03-22``, ``2001-06`` or ``2013``."""
    if not re.fullmatch("[0-9]{4}(-[0-9]{2}){0,2}", value):
        return False
    try:
        date.fromisoformat(value + "-01-01"[len(value) - 4 :])
    except ValueError:
        return False
    return True


def instant(moment: datetime) -> str:
    """A moment as records have it, UTC to the second: ``2012-03-22T10:00:00Z``."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def digest(document: Mapping[str, Any]) -> str:
    """SHA-256 (hex) of a document in canonical JSON (names sorted, no spaces, UTF-8): the same in any layout."""
    import json

    from advisory_cli.hashing import hex_sha256  # only writers need it

    canonical = json.dumps(document, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hex_sha256(canonical.encode("utf-8", "surrogatepass"))


_NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})
_NAMES: Final = tuple(f.name for f in fields(Advisory) if f.name != "extra")
_VALUES: Final = attrgetter(*_NAMES)
_BUILT: Final = (
    *("quotes", "contacts", "links", "mentions", "relations", "countries", "numbers", "tags", "redactions"),
    *("source", "confidence"),
)
"""Fields that hold more than a text or a number."""


def _plain(value: Any) -> Any:
    """A value of the model as JSON has it: parts as objects, tuples as lists; parts hold texts, numbers and tuples."""
    if not isinstance(value, tuple):
        return value if value is None else dict(value)
    names = getattr(value, "_fields", None)
    if names is None:
        return [_plain(part) if isinstance(part, tuple) else part for part in value]
    return {name: list(part) if type(part) is tuple else part for name, part in zip(names, value, strict=True)}


def _brief(value: Any) -> str:
    shown = repr(value)
    return shown if len(shown) <= 60 else f"{shown[:57]}..."


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _text_or_none(value: Any) -> str | None:
    return None if value is None else _text(value)


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, (list, tuple)):
        raise TypeError
    return tuple(map(_text, value))


def _whole(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError
    return value


def _whole_or_none(value: Any) -> int | None:
    return None if value is None else _whole(value)


def _choice(*allowed: str) -> Any:
    def read(value: Any) -> str:
        if value not in allowed:
            raise ValueError
        return cast("str", value)

    return read


def _part(part: type, readers: Mapping[str, Any]) -> Any:
    """A reader for one object of the class `part`; unknown names in it are refused."""

    def read(value: Mapping[str, Any]) -> Any:
        return part(**{key: readers[key](item) if key in readers else _refuse() for key, item in value.items()})

    return read


def _refuse() -> Any:
    raise ValueError


def _parts(part: type, readers: Mapping[str, Any]) -> Any:
    read = _part(part, readers)

    def read_all(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, (list, tuple)):
            raise TypeError
        return tuple(map(read, value))

    return read_all


def _confidences(value: Mapping[str, Any]) -> Mapping[str, Any]:
    read = _choice(*get_args(Confidence))
    return {_text(key): read(item) for key, item in value.items()}


_READ_SOURCE = _part(
    Source,
    {
        "name": _text,
        "media_type": _text,
        "sha256": _text,
        "bytes": _whole,
        "encoding": _text_or_none,
        "url": _text_or_none,
    },
)

_READERS: Final[Mapping[str, Any]] = {
    **dict.fromkeys(_NAMES, _text_or_none),
    "language": _text,
    "kind": _choice(*KINDS),
    "body": _text,
    "quotes": _parts(
        Quote,
        {
            "text": _text,
            "speaker": _text_or_none,
            "role": _text_or_none,
            "attribution": _choice(*get_args(Attribution)),
        },
    ),
    "contacts": _parts(
        Contact,
        {
            "name": _text_or_none,
            "role": _text_or_none,
            "organisation": _text_or_none,
            "phones": _texts,
            "emails": _texts,
        },
    ),
    "links": _parts(Link, {"text": _text, "url": _text_or_none}),
    "mentions": _texts,
    "relations": _parts(Relation, {"type": _text, "reference": _text}),
    "countries": _texts,
    "numbers": _parts(Number, {"scheme": _text, "text": _text}),
    "status": _choice(*get_args(Status)),
    "tags": _texts,
    "redactions": _parts(Redaction, dict.fromkeys(Redaction._fields, _text_or_none)),
    "source": lambda value: None if value is None else _READ_SOURCE(value),
    "confidence": _confidences,
    "id": _whole_or_none,
    "first": _whole_or_none,
    "batch": _whole_or_none,
    "undoes": _whole_or_none,
    "revision": _whole,
    "action": _text,
}
