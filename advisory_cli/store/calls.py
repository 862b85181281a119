"""Whom a text says to call, taken from its line without reading the text: a fifth of the work."""

import json
import re
from functools import cache, lru_cache
from typing import Any, cast

from advisory_cli.errors import InvalidRecord
from advisory_cli.model import Advisory, Contact, Status
from advisory_cli.store.written import TEXT, numbers_in


def read_calls(content: bytes) -> Advisory | None:
    """The contacts of a line as this version writes it, and how its text stands; None for any other line."""
    head = _head().match(content)
    begin = content.find(_CONTACTS, head.end()) if head else -1
    end = content.find(_LINKS, begin)
    standing = _standing().search(content, end)
    numbers = numbers_in(content)
    if not head or begin < 0 or end < 0 or not standing or not numbers or numbers["id"] != head["number"]:
        return None
    if _REDACTED in content:
        return None
    try:
        known: dict[str, Any] = json.loads(f"{{{head['fields'].decode()}}}")
        contacts = _contacts(content[begin + len(_CONTACTS) - 1 : end])
        distribution = json.loads(standing["distribution"])
    except (ValueError, InvalidRecord):
        return None
    return Advisory(
        reference=known["reference"],
        language=known["language"],
        organisation=known["organisation"],
        date=known["date"],
        contacts=contacts,
        distribution=distribution,
        status=cast("Status", standing["status"].decode()),
        id=int(numbers["id"]),
        first=int(numbers["first"]),
    )


_CONTACTS = b'"contacts": ['
_LINKS = b', "links": ['
_REDACTED = b'"redactions": ['


@lru_cache(maxsize=4096)
def _contacts(content: bytes) -> tuple[Contact, ...]:
    """Offices stand in many texts in the same words."""
    return Advisory.from_dict({"contacts": json.loads(content)}).contacts


@cache
def _head() -> re.Pattern[bytes]:
    names = ("reference", "printed_reference", "language", "organisation", "kind", "printed_kind", "date")
    fields = ", ".join(f'"{name}": {TEXT if name == "language" else f"(?:null|{TEXT})"}' for name in names)
    return re.compile(rf'"(?P<number>[1-9][0-9]{{0,17}})": \{{(?P<fields>{fields}), "title": '.encode())


@cache
def _standing() -> re.Pattern[bytes]:
    none_or_text = f"(?:null|{TEXT})"
    return re.compile(
        rf'"distribution": (?P<distribution>{none_or_text}), "embargo": {none_or_text}, '
        rf'"printed_embargo": {none_or_text}, "status": "(?P<status>current|withdrawn|removed)", '.encode()
    )
