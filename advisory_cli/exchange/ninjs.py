"""Records as news items of IPTC ninjs (https://iptc.org/standards/ninjs/), version 3.0, and back from 2 and 3."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from urllib.parse import quote

from advisory_cli.model import Advisory, Contact, Source, is_date
from advisory_cli.places import country_name
from advisory_cli.render.clean import safe_link

SCHEMA: Final = "http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json"

_SERIES: Final = "reference"
"""`role` of our number among the alternative ids."""


def to_ninjs(advisory: Advisory, standing: str) -> dict[str, Any]:
    """The item of a released text; a withdrawn one is ``canceled``, and `standing` says so in words."""
    item = {
        "uri": f"urn:advisory:{quote(_handle(advisory), safe='')}",
        "type": "text",
        "standard": {"name": "ninjs", "version": "3.0", "schema": SCHEMA},
        "versionCreated": _instant(advisory.at),
        "contentCreated": _instant(f"{advisory.date}T00:00:00Z"),
        "embargoed": _instant(advisory.embargo),
        "pubStatus": "usable" if advisory.status == "current" else "canceled",
        "edNote": None if standing == "current" else f"This text is {standing}.",
        "language": advisory.language,
        "by": advisory.organisation,
        "infoSources": _named([advisory.organisation]),
        "headlines": _valued(main=advisory.title, subtitle=advisory.subtitle),
        "bodies": [{"role": "main", "contentType": "text/plain", "value": advisory.body}] if advisory.body else None,
        "people": [_person(one) for one in advisory.contacts if one.name],
        "places": [{"name": country_name(one), "literal": one, "rel": "about"} for one in advisory.countries],
        "subjects": _named(advisory.tags),
        "genres": [{"name": advisory.kind.replace("_", " "), "literal": advisory.kind}],
        "altIds": _valued(**{_SERIES: advisory.reference}),
        "renditions": _address(advisory.source),
    }
    return {name: value for name, value in item.items() if value}


def is_ninjs(item: Mapping[str, Any]) -> bool:
    """Whether an object is a news item of ninjs 2 or 3."""
    return "uri" in item and any(isinstance(item.get(name), list) for name in ("headlines", "bodies"))


def from_ninjs(item: Mapping[str, Any]) -> dict[str, Any]:
    """An item under the names of our records, its values as they came."""
    row = {ours: item[theirs] for theirs, ours in _SAME.items() if isinstance(item.get(theirs), str)}
    created = str(item.get("contentCreated") or item.get("firstCreated") or "")[:_WHOLE]
    row |= {"date": created} if is_date(created) else {}
    row |= {"title": _best(item, "headlines", "main") or item.get("title")}
    row |= {"subtitle": _value(item, "headlines", "subtitle"), "body": _body(item)}
    row |= {"reference": _value(item, "altIds", _SERIES), "tags": _names(item, "subjects")}
    row |= {"organisation": row.get("organisation") or next(iter(_names(item, "infoSources")), None)}
    row |= {"countries": [one.get("literal") or one.get("name") for one in _objects(item, "places") if _is_place(one)]}
    row |= {"kind": next((one["literal"] for one in _objects(item, "genres") if one.get("literal")), None)}
    if item.get("pubStatus", item.get("pubstatus", "usable")) != "usable":
        row |= {"status": "withdrawn", "reason": item.get("edNote") or item.get("ednote") or "not usable at its source"}
    return {name: value for name, value in row.items() if value} | {"uri": item["uri"]}


_WHOLE: Final = len("2012-03-22")
_SAME: Final = {"language": "language", "embargoed": "embargo", "by": "organisation"}


def _instant(text: str | None) -> str | None:
    """A time with its zone as in RFC 3339; None for what is no more than a day, or no date at all."""
    try:
        found = datetime.fromisoformat(text or "")
        offset = found.utcoffset()
        if offset is None:
            return None
        # a zone has no seconds there
        return (found.astimezone(UTC) if offset % timedelta(minutes=1) else found).isoformat()
    except (ValueError, OverflowError):
        return None


def _address(source: Source | None) -> list[dict[str, str]]:
    """Where the text stands in the web, the address in ASCII."""
    url = source and safe_link(source.url)
    href = re.sub("%(?![0-9A-Fa-f]{2})", "%25", quote(url or "", safe=_IN_ADDRESS))
    return [{"name": "source", "href": href}] if url else []


_IN_ADDRESS: Final = "!#$%&'()*+,/:;=?@~"
"""What may stand in an address besides letters, digits, ``-``, ``.`` and ``_`` (RFC 3986)."""


def _person(contact: Contact) -> dict[str, Any]:
    """Whom the press may call."""
    reached = [("phone", phone) for phone in contact.phones] + [("email", email) for email in contact.emails]
    ways = [{"type": kind, "role": "press", "value": value} for kind, value in reached]
    return {"name": contact.name, "rel": "contact"} | ({"contactInfo": ways} if ways else {})


def _handle(advisory: Advisory) -> str:
    return f"{advisory.reference or f'#{advisory.first}'}@{advisory.language}"


def _named(names: Any, **more: str) -> list[dict[str, str]]:
    return [{"name": name, **more} for name in names if name]


def _valued(**values: str | None) -> list[dict[str, str]]:
    return [{"role": role, "value": value} for role, value in values.items() if value]


def _objects(item: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    values = item.get(name)
    return [one for one in values if isinstance(one, dict)] if isinstance(values, list) else []


def _names(item: Mapping[str, Any], name: str) -> list[str]:
    return [one["name"] for one in _objects(item, name) if isinstance(one.get("name"), str)]


def _value(item: Mapping[str, Any], name: str, role: str) -> Any:
    return next((one.get("value") for one in _objects(item, name) if one.get("role") == role), None)


def _best(item: Mapping[str, Any], name: str, role: str) -> Any:
    return _value(item, name, role) or next((one.get("value") for one in _objects(item, name)), None)


def _is_place(place: Mapping[str, Any]) -> bool:
    """A country: other places have no code of three letters."""
    return isinstance(place.get("literal"), str) and len(place["literal"]) == len("KAZ")


def _body(item: Mapping[str, Any]) -> str:
    """The plain text of an item; of marked-up text what it says, a paragraph for each paragraph."""
    bodies = _objects(item, "bodies")
    plain = [one for one in bodies if "htm" not in str(one.get("contentType"))]
    if plain or not bodies:
        return str((_best({"bodies": plain}, "bodies", "main")) or "")
    from advisory_cli.sources import read_bytes  # hardly ever needed

    page = f"<html><body>{_best(item, 'bodies', 'main')}</body></html>"
    return read_bytes(page.encode(), "body.html").text
