"""Taking a document in: text and provenance become a record, which the archivist may correct field by field."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from advisory_cli.errors import Misuse, NoDate
from advisory_cli.model import KINDS, Accession, Advisory, Document, is_date
from advisory_cli.parse.advisory import Parsed, parse_advisory
from advisory_cli.places import countries_of
from advisory_cli.reference import parse_reference


def accession(
    document: Document, *, language: str | None = None, changes: Mapping[str, str] | None = None
) -> Accession:
    """Read a document into a record; `language` and `changes` (field to value) win over what the text says.

    Raises `Misuse` for a field or value that does not exist.
    """
    parsed: Parsed = parse_advisory(document.text, language=language, source=document.source)
    advisory = with_changes(parsed.advisory, changes) if changes else parsed.advisory
    return Accession(advisory, document, parsed.found, document.notes + parsed.notes)


def with_changes(advisory: Advisory, changes: Mapping[str, str]) -> Advisory:
    """The record with fields set as text; an empty value clears a field.

    Raises `Misuse` naming the field and what it takes.
    """
    values: dict[str, Any] = {}
    sure = dict(advisory.confidence)
    for name, value in changes.items():
        values |= read_field(name, value)
        sure[name] = "found" if value.strip() else "missing"
    return replace(advisory, **values, confidence=sure) if values else advisory


def read_field(name: str, text: str) -> dict[str, Any]:
    """What a field set as text comes to: its value, and those of fields that go with it; raises `Misuse`."""
    if name not in FIELDS:
        raise Misuse(f"there is no field {name!r} to set; take one of {', '.join(FIELDS)}")
    value = text.strip()
    values: dict[str, Any] = {name: _READERS.get(name, str)(value) if value else _EMPTY.get(name)}
    if name == "reference":
        reference = parse_reference(value)
        values |= {"printed_reference": value or None, "region": reference.region if reference else None}
    return values


def field_text(advisory: Advisory, name: str) -> str:
    """A field of `FIELDS` as text, the way `with_changes` reads it back."""
    value = getattr(advisory, name)
    return ", ".join(value) if isinstance(value, tuple) else value or ""


def _reference(value: str) -> str:
    reference = parse_reference(value)
    if reference is None:
        raise Misuse(f'{value!r} is no reference; write it as in "EUR 57/002/2012"')
    return str(reference)


def _language(value: str) -> str:
    if not (value.isascii() and value.isalpha() and 2 <= len(value) <= 3):
        raise Misuse(f"{value!r} is no language; write its code as in en, fr, es, ar, ru")
    return value.lower()


def _kind(value: str) -> str:
    slug = value.lower().replace(" ", "_").replace("-", "_")
    if slug not in KINDS:
        raise Misuse(f"{value!r} is no kind; take one of {', '.join(KINDS)}")
    return slug


def _date(value: str) -> str:
    if not is_date(value):
        raise NoDate(value)
    return value


def _countries(value: str) -> tuple[str, ...]:
    codes: list[str] = []
    for name in _listed(value):
        found = countries_of(name)
        if not found:
            raise Misuse(f"{name!r} is no country; write a name or a code as in Kazakhstan or KAZ")
        codes += [code for code in found if code not in codes]
    return tuple(codes)


def _listed(value: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.split(",") if part.strip())


def _distribution(value: str) -> str:
    if value.lower() not in ("public", "internal"):
        raise Misuse(f"{value!r} is no distribution; take public or internal")
    return value.lower()


def _embargo(value: str) -> str:
    try:
        ends = datetime.fromisoformat(value)
    except ValueError:
        ends = None
    if ends is None or not ends.tzinfo:
        raise Misuse(f"{value!r} is no instant with a zone; write it as in 2012-03-22T00:01Z or 2012-03-22T10:00+06:00")
    return ends.isoformat()


_READERS: Final[Mapping[str, Any]] = {
    "reference": _reference,
    "language": _language,
    "kind": _kind,
    "date": _date,
    "countries": _countries,
    "tags": _listed,
    "distribution": _distribution,
    "embargo": _embargo,
}
_EMPTY: Final[Mapping[str, Any]] = {"language": "und", "kind": "other", "body": "", "countries": (), "tags": ()}

FIELDS: Final = (
    "reference",
    "language",
    "organisation",
    "kind",
    "date",
    "title",
    "subtitle",
    "countries",
    "distribution",
    "embargo",
    "tags",
    "note",
    "body",
)
"""What can be set as text, in the order in which it is asked for."""
