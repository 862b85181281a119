"""Documents of all families and languages whose values were written down before the parser saw them."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from advisory_cli.parse import parse_advisory
from advisory_cli.parse.lines import header_lines
from advisory_cli.parse.pieces import read_row
from advisory_cli.parse.subjects import is_country
from advisory_cli.reference import find_references
from benchmarks.score_layouts import cases

DOCUMENTS = (Path(__file__).parent / "fixtures" / "unread.txt").read_text(encoding="utf-8").split("%%%% ")[1:]


def documents() -> list[tuple[str, str, dict[str, Any]]]:
    """Name, text and expected values; a title has several right readings."""
    parts = [document.split("\n", 2) for document in DOCUMENTS]
    return [(name, text, json.loads(expected)) for name, expected, text in parts]


TEXTS = [*((name, text) for name, text, _ in documents()), *((number, text) for number, text, _ in cases())]


@pytest.mark.parametrize(
    ("text", "expected"), [pytest.param(text, expected, id=name) for name, text, expected in documents()]
)
def test_document_is_read(text: str, expected: dict[str, Any]) -> None:
    advisory = parse_advisory(text).advisory
    hint = advisory.confidence["countries"] == "guessed" and not expected["countries"]
    read = {
        "ref": advisory.reference,
        "date": advisory.date,
        "kind": advisory.kind,
        "lang": advisory.language,
        "countries": [] if hint else sorted(advisory.countries),
        "speakers": [quote.speaker for quote in advisory.quotes],
    }
    assert _folded(advisory.title) in map(_folded, expected["title"])
    assert read | {"title": expected["title"]} == expected | {"countries": sorted(expected["countries"])}


def _folded(words: str | None) -> str:
    return " ".join((words or "").casefold().split())


ANOTHER_NUMBER = {"046": "MDE 15/030/2014"}
"""On one line a compilation has the number of the whole, else that of its first document."""


@pytest.mark.parametrize(("name", "text"), TEXTS)
def test_on_one_line_a_text_has_its_number_or_none(name: str, text: str) -> None:
    reference = parse_advisory(text).advisory.reference
    copy = parse_advisory(" ".join(text.split())).advisory.reference
    assert copy in {reference, None, ANOTHER_NUMBER.get(name)}


def test_on_one_line_nearly_all_texts_have_their_number() -> None:
    numbered = [text for _, text in TEXTS if parse_advisory(text).advisory.reference]
    copies = [parse_advisory(" ".join(text.split())).advisory.reference for text in numbered]
    assert copies.count(None) * 12 <= len(copies)


OF_SITES = {
    "AI: Turkey bulletin",
    "Dear friends",
    "Urgent Appeals Desk",
    "Topic: EAST TIMOR: AI refused access",
    "igc:ai.general",
    "Summit To End Human Rights Abuses In Chechnya",
    "news analysis advocacy",
    "COMPILATION OF REFERENCE DOCUMENTS : SUBMISSION TO THE UNITED NATIONS HUMAN RIGHTS COMMITTEE",
    "112TH SESSION, 7",
    "rapport Amnesty sur la torure en RDC",
    "Abdorrahman Boroumand Center",
    "for Human Rights in Iran",
    "Promoting tolerance and justice through knowledge and understanding",
    '"AI News: India"',
    "gopher://gopher.example.org:70/00/orgs/ai/act7706.txt",
    "الصفحة الرئيسية",
}
"""What stands above a header and is no sentence: slogans, menus and headlines of those who passed the text on."""


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in TEXTS if "\n" in text.strip()])
def test_every_line_is_in_a_field_or_says_what_it_is(text: str) -> None:
    advisory = parse_advisory(text).advisory
    fields = (advisory.title, advisory.subtitle, advisory.body, advisory.organisation, advisory.printed_kind)
    kept = set(_WORDS.findall(" ".join(map(str, fields)).casefold()))
    references = find_references(text)
    rows = (read_row(line, references) for line in header_lines(text))
    left = [text[start:end] for row in rows if not row.wrapper for start, end in row.rest]
    dropped = {
        words for words in left if not is_country(words) and not kept.issuperset(_WORDS.findall(words.casefold()))
    }
    assert not {words for words in dropped if " " in words} - OF_SITES


_WORDS = re.compile(r"\w+")


@pytest.mark.parametrize("year", ["20'13", "20|4", "20l3", "20°8", "20,12", "20.10", "20-09", "2O12", "201Z", "20?7"])
def test_a_number_whose_year_is_torn_is_not_read_at_all(year: str) -> None:
    text = f"AI Index: ASA 50/268/{year}\n\nA title of some length\n\nSome text follows here. And more of it.\n"
    assert parse_advisory(text).advisory.reference is None


@pytest.mark.parametrize(
    ("header", "reference"),
    [
        ("EUR 57/001/20 06", "EUR 57/001/2006"),
        ("EUR 57/001/20 06\n6 June 2006", "EUR 57/001/2006"),
        ("EUR 57/001/20 06\n6 June 2020", None),
        ("EUR 57/001/20 06 June 2020", None),
        ("EUR 57/001/22 March 2012", None),
    ],
)
def test_a_year_with_a_blank_in_it_is_read_unless_a_date_contradicts(header: str, reference: str | None) -> None:
    parsed = parse_advisory(
        f"AI Index: {header}\n\nA title of some length\n\nSome text follows here. And more of it.\n"
    )
    assert parsed.advisory.reference == reference
    assert parsed.advisory.confidence["reference"] == ("guessed" if reference else "missing")
