"""What of an advisory is searched: its passages of text, its keywords, its period."""

from collections.abc import Iterator
from itertools import chain
from typing import Final

from advisory_cli.model import CORRECTING, Advisory
from advisory_cli.reference import parse_reference
from advisory_cli.text import fold

TEXT_FIELDS: Final = ("title", "body", "speaker", "contact", "organisation", "note", "ref", "other")
"""A word without a field is looked for in all of them; ``other`` cannot be asked for by name."""

HAS: Final = (
    "contacts",
    "countries",
    "date",
    "embargo",
    "links",
    "mentions",
    "note",
    "numbers",
    "quotes",
    "reference",
    "relations",
    "subtitle",
    "tags",
    "title",
)
"""What ``has:`` may ask: names of the record that are not empty."""

IS: Final = (
    *("current", "withdrawn", "removed", "revised", "embargoed", "correction", "corrected", "public", "internal"),
    "redacted",
)
"""What ``is:`` may ask."""


def passages(advisory: Advisory) -> dict[str, tuple[str, ...]]:
    """Texts by field of `TEXT_FIELDS`. Of a removed text no word is searched."""
    if advisory.status == "removed":
        return {}
    quotes, contacts = advisory.quotes, advisory.contacts
    people = ((contact.name, contact.role, contact.organisation) for contact in contacts)
    return {
        "title": _filled(advisory.title, advisory.subtitle),
        "body": _filled(advisory.body),
        "speaker": _filled(*chain.from_iterable((quote.speaker, quote.role) for quote in quotes)),
        "contact": _filled(
            *chain.from_iterable(people),
            *chain.from_iterable((*contact.emails, *contact.phones) for contact in contacts),
        ),
        "organisation": _filled(advisory.organisation),
        "note": _filled(advisory.note, advisory.reason),
        "ref": _filled(advisory.reference),
        "other": _filled(*(number.text for number in advisory.numbers), *advisory.tags),
    }


def keywords(advisory: Advisory) -> frozenset[tuple[str, str]]:
    """Pairs of field and value; ``own`` and ``mention`` are references, the others are fields of `Value`."""
    return frozenset(_keywords(advisory))


def corrections(advisory: Advisory) -> frozenset[str]:
    """Numbers of other works that this text says it corrects or supersedes: texts with them are ``is:corrected``."""
    named = (relation.reference for relation in advisory.relations if relation.type in CORRECTING)
    return frozenset(named) - {advisory.reference or ""}


def folded_tag(tag: str) -> str:
    """A tag as it is compared: without case, accents and needless blanks."""
    return " ".join(map(fold, tag.split()))


def period(date: str | None) -> tuple[int, int] | None:
    """First and last day that a date as precise as the document may be: ``2012-03`` → ``20120301, 20120331``.

    Every month has 31 days here: the numbers are for comparing. None for what is no date.
    """
    parts = (date or "").split("-")
    if len(parts) > 3 or not all(part.isascii() and part.isdigit() for part in parts) or len(parts[0]) != 4:
        return None
    year, month, day = (int(part) for part in (*parts, "0", "0")[:3])
    if month > 12 or day > 31 or any(not int(part) for part in parts[1:]):
        return None
    return year * 10000 + (month or 1) * 100 + (day or 1), year * 10000 + (month or 12) * 100 + (day or 31)


def rank(reference: str | None) -> str:
    """Where a text stands among others by number, to be compared letter by letter; last without one."""
    read = parse_reference(reference) if reference else None
    return "|".join(map(str, read.sort_key)) if read else "~"


def _filled(*texts: str | None) -> tuple[str, ...]:
    return tuple(text for text in texts if text)


def _keywords(advisory: Advisory) -> Iterator[tuple[str, str]]:
    yield "status", advisory.status
    yield "kind", advisory.kind
    yield "language", advisory.language.casefold()
    if advisory.region:
        yield "region", advisory.region.upper()
    yield from (("country", country.upper()) for country in advisory.countries)
    yield from (("tag", folded_tag(tag)) for tag in advisory.tags)
    yield from (("has", name) for name in HAS if getattr(advisory, name))
    if advisory.printed_embargo and not advisory.embargo:
        yield "has", "embargo"
    yield from (("is", name) for name in _states(advisory))
    if advisory.reference:
        yield "own", advisory.reference
    yield from (("mention", reference) for reference in advisory.mentions)
    yield from (("mention", relation.reference) for relation in advisory.relations)
    yield from (("corrects", reference) for reference in corrections(advisory))


def _states(advisory: Advisory) -> Iterator[str]:
    yield advisory.status
    if advisory.revision > 1:
        yield "revised"
    if advisory.embargo or advisory.printed_embargo:
        yield "embargoed"
    if advisory.was_corrected:
        yield "corrected"
    if advisory.redactions:
        yield "redacted"
    if any(relation.type == "corrects" for relation in advisory.relations):
        yield "correction"
    if advisory.distribution:
        yield advisory.distribution
