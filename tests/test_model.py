"""Records to dictionaries and back: nothing is lost, nothing wrong comes in."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisory_cli.errors import InvalidRecord
from advisory_cli.model import KINDS, Advisory, Contact, Link, Number, Quote, Relation, Source, is_date

texts = st.text(max_size=20)
maybe = st.none() | texts
many = st.lists(texts, max_size=3).map(tuple)
ids = st.none() | st.integers(1, 10**9)

advisories = st.builds(
    Advisory,
    reference=maybe,
    language=texts,
    kind=st.sampled_from(KINDS),
    date=maybe,
    title=maybe,
    body=texts,
    quotes=st.lists(
        st.builds(Quote, text=texts, speaker=maybe, role=maybe, attribution=st.sampled_from(["stated", "unknown"])),
        max_size=2,
    ).map(tuple),
    contacts=st.lists(st.builds(Contact, name=maybe, phones=many, emails=many), max_size=2).map(tuple),
    links=st.lists(st.builds(Link, text=texts, url=maybe), max_size=2).map(tuple),
    mentions=many,
    relations=st.lists(st.builds(Relation, type=texts, reference=texts), max_size=2).map(tuple),
    countries=many,
    numbers=st.lists(st.builds(Number, scheme=texts, text=texts), max_size=2).map(tuple),
    status=st.sampled_from(["current", "withdrawn", "removed"]),
    tags=many,
    source=st.none()
    | st.builds(Source, name=texts, media_type=texts, sha256=texts, bytes=st.integers(0), encoding=maybe, url=maybe),
    confidence=st.dictionaries(texts, st.sampled_from(["found", "guessed"]), max_size=2),
    id=ids,
    first=ids,
    revision=st.integers(1, 99),
    extra=st.dictionaries(st.text(min_size=1).map(lambda name: "x" + name), st.integers(), max_size=2),
)


@given(advisories)
def test_a_record_survives_json(advisory: Advisory) -> None:
    assert Advisory.from_dict(json.loads(json.dumps(advisory.to_dict()))) == advisory


def test_names_of_the_file_are_those_of_the_schema() -> None:
    assert list(Advisory().to_dict()) == [
        *("reference", "printed_reference", "language", "organisation", "kind", "printed_kind", "date", "title"),
        *("subtitle", "body", "quotes", "contacts", "links", "mentions", "relations", "countries", "region", "numbers"),
        *("distribution", "embargo", "printed_embargo", "status", "reason", "corrected", "tags", "note", "source"),
        *("confidence", "id", "first", "revision", "action", "at", "by", "batch", "undoes", "previous", "schema"),
    ]


def test_names_of_a_later_version_are_kept() -> None:
    assert Advisory.from_dict({"title": "x", "sentiment": {"a": [1]}}).to_dict()["sentiment"] == {"a": [1]}


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": 3},
        {"kind": "poem"},
        {"kind": None},
        {"body": None},
        {"language": None},
        {"quotes": {}},
        {"quotes": ["text"]},
        {"quotes": [{"speaker": "x"}]},
        {"quotes": [{"text": "x", "volume": 11}]},
        {"tags": "one"},
        {"tags": [1]},
        {"revision": True},
        {"revision": "1"},
        {"id": 1.5},
        {"status": "lost"},
        {"source": "file"},
        {"source": {"name": "x"}},
        {"confidence": {"title": "surely"}},
        {"confidence": []},
        {"schema": 2},
    ],
)
def test_what_does_not_fit_is_refused_with_its_name(wrong: dict[str, Any]) -> None:
    with pytest.raises(InvalidRecord, match=f"document 7 is no advisory: {next(iter(wrong))} is"):
        Advisory.from_dict(wrong, where="document 7")


@pytest.mark.parametrize(
    ("advisory", "name"),
    [
        (Advisory(reference="EUR 57/002/2012", language="en"), "EUR 57/002/2012 (en)"),
        (Advisory(id=9, first=7), "#7 (und)"),
        (Advisory(id=7), "#7 (und)"),
    ],
)
def test_a_text_has_a_name(advisory: Advisory, name: str) -> None:
    assert advisory.name == name


@pytest.mark.parametrize("value", ["2012-03-22", "2012-03", "2012", "2012-02-29", "0001"])
def test_dates_are_as_precise_as_the_document(value: str) -> None:
    assert is_date(value)


@pytest.mark.parametrize(
    "value", ["", "12", "2012-13", "2011-02-29", "20120322", "2012-W12-4", "2012-3-22", "٢٠١٢", "2012-03-22 "]
)
def test_other_forms_are_no_dates(value: str) -> None:
    assert not is_date(value)
