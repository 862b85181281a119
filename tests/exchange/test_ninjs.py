"""News items hold to the published schema of IPTC ninjs 3.0, whatever the record says."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisory_cli.exchange.ninjs import from_ninjs, is_ninjs, to_ninjs
from advisory_cli.model import KINDS, Advisory, Contact, Source

Rule = Callable[[Any], bool]

_ADDRESS: Final = r"[A-Za-z][A-Za-z0-9+.-]*:(?:[A-Za-z0-9._~:/?#@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+"
_INSTANT: Final = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)"


def text(value: Any) -> bool:
    return isinstance(value, str)


def address(value: Any) -> bool:
    return text(value) and bool(re.fullmatch(_ADDRESS, value))


def instant(value: Any) -> bool:
    return text(value) and bool(re.fullmatch(_INSTANT, value)) and bool(datetime.fromisoformat(value).tzinfo)


def one_of(*allowed: str) -> Rule:
    return lambda value: value in allowed


def objects(*required: str, **names: Rule) -> Rule:
    """An array of objects that have these names alone (`additionalProperties` is false everywhere in the schema)."""
    return lambda value: isinstance(value, list) and all(_fits(one, names, required) for one in value)


def _fits(value: Any, names: Mapping[str, Rule], required: tuple[str, ...] = ()) -> bool:
    return isinstance(value, dict) and {*required} <= value.keys() and all(names[key](value[key]) for key in value)


_WAY: Final = objects("value", type=text, role=text, lang=text, name=text, value=text)
_NAMED: Final[dict[str, Rule]] = {"name": text, "rel": text, "uri": address, "literal": text}
SCHEMA: Final[dict[str, Rule]] = {
    "uri": address,
    "type": one_of("text", "audio", "video", "picture", "graphic", "composite", "component", "event", "planning"),
    "standard": lambda value: _fits(value, {"name": text, "version": text, "schema": address}),
    "versionCreated": instant,
    "contentCreated": instant,
    "embargoed": instant,
    "pubStatus": one_of("usable", "withheld", "canceled"),
    "edNote": text,
    "language": text,
    "by": text,
    "infoSources": objects(name=text, role=text, uri=address, literal=text, contactInfo=_WAY),
    "headlines": objects("value", role=text, contentType=text, value=text),
    "bodies": objects("value", role=text, contentType=text, value=text),
    "people": objects(**_NAMED, contactInfo=_WAY),
    "places": objects(**_NAMED, contactInfo=_WAY),
    "subjects": objects(**_NAMED, creator=text),
    "genres": objects(name=text, uri=text, literal=text),
    "altIds": objects(role=text, value=text),
    "renditions": objects("name", name=text, href=address, contentType=text, title=text),
}
"""Of the schema (CC BY 4.0, iptc.org/std/ninjs/ninjs-schema_3.0.json) the names that we write; only `uri` is required.

At the top, too, other names are refused (`unevaluatedProperties` is false).
"""


def broken(item: Mapping[str, Any]) -> Iterator[str]:
    """Names that the schema does not have, or not with such a value."""
    yield from (name for name, value in item.items() if name not in SCHEMA or not SCHEMA[name](value))
    yield from {"uri"} - item.keys()


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"date": "2012-03-22", "embargo": "2012-03-22T10:00:00+06:00", "at": "2026-01-01T00:00:00Z"},
        {"date": "22/03/2012", "embargo": "tomorrow", "at": "yesterday"},
        {"date": "2012-03", "embargo": "2012-03-22", "at": "2012-03-22T10:00"},
        {"date": "2012-02-30"},
        {"source": Source("x", "text/html", "0", 0, url="https://example.org/пресс/é?q={x}|\\^`[1]")},
        {"source": Source("x", "text/html", "0", 0, url="https://example.org/100%/%e9%2")},
        {"source": Source("x", "text/html", "0", 0, url="javascript:alert(1)")},
        {"contacts": (Contact("Ann", phones=("+442074135599",), emails=("a@example.org",)), Contact(phones=("1",)))},
        {"countries": ("KAZ", "XXX"), "tags": ("a b",), "organisation": "Ö, and Co", "title": "\u202e", "body": "x"},
        {"status": "withdrawn", "language": "und"},
    ],
)
def test_a_news_item_holds_to_the_schema(changes: dict[str, Any]) -> None:
    item = json.loads(json.dumps(to_ninjs(Advisory(first=1, **changes), "withdrawn: error")))
    assert list(broken(item)) == []


@given(
    reference=st.none() | st.text(),
    organisation=st.none() | st.text(),
    date=st.none() | st.text() | st.dates().map(str),
    embargo=st.none() | st.text() | st.datetimes().map(str) | st.datetimes(timezones=st.timezones()).map(str),
    title=st.none() | st.text(),
    url=st.none() | st.text() | st.text().map("https://example.org/".__add__),
    kind=st.sampled_from(KINDS),
    tags=st.lists(st.text()).map(tuple),
)
def test_a_news_item_holds_to_the_schema_whatever_the_record_says(url: str | None, **changes: Any) -> None:
    source = Source("x", "text/html", "0", 0, url=url)
    assert list(broken(to_ninjs(Advisory(first=1, source=source, **changes), "current"))) == []


def test_the_rules_refuse_what_the_schema_refuses() -> None:
    wrong = {"headlines": [{"role": "main"}], "pubStatus": "ok", "byline": "x", "embargoed": "2012-03-22"}
    assert list(broken(wrong)) == [*wrong, "uri"]


def test_whom_to_call_goes_along_with_how() -> None:
    (person,) = to_ninjs(Advisory(contacts=(Contact("Ann", phones=("+44",), emails=("a@b",)),)), "current")["people"]
    assert [way["value"] for way in person["contactInfo"]] == ["+44", "a@b"]


def test_what_goes_out_is_known_when_it_comes_in() -> None:
    advisory = Advisory(reference="EUR 57/002/2012", language="en", title="A title", body="One.\n\nTwo.", kind="report")
    item = to_ninjs(advisory, "current")
    assert is_ninjs(item)
    row = from_ninjs(item)
    assert {name: row[name] for name in ("reference", "language", "title", "body", "kind")} == {
        "reference": "EUR 57/002/2012",
        "language": "en",
        "title": "A title",
        "body": "One.\n\nTwo.",
        "kind": "report",
    }
