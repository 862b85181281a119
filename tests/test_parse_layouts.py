"""Layouts of real documents, field by field, and the sample advisory letter by letter."""

from pathlib import Path
from typing import Any

import pytest

from advisory_cli.parse import parse_advisory
from benchmarks.score_layouts import FIELDS, cases, verdict

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize(("text", "expected"), [pytest.param(text, data, id=number) for number, text, data in cases()])
def test_layout_is_read(text: str, expected: dict[str, Any], field: str) -> None:
    assert verdict(field, parse_advisory(text).advisory, expected) == "right"


def test_sample_comes_out_exactly() -> None:
    text = (FIXTURES / "EUR-57-002-2012.txt").read_text(encoding="utf-8")
    parsed = parse_advisory(text)
    advisory = parsed.advisory
    assert (advisory.reference, advisory.printed_reference) == ("EUR 57/002/2012", "EUR 57/002/2012")
    assert (advisory.organisation, advisory.kind) == ("AMNESTY INTERNATIONAL", "media_advisory")
    assert (advisory.printed_kind, advisory.date) == ("MEDIA ADVISORY", "2012-03-22")
    assert advisory.title == "Kazakhstan's failure to find truth about violent clashes"
    assert (advisory.language, advisory.countries, advisory.region) == ("en", ("KAZ",), "EUR")
    assert advisory.body.startswith("Many questions remain unanswered")
    assert advisory.body.endswith("laroyo@amnesty.org")
    assert advisory.body == text[text.index("Many questions") :].strip()
    assert (len(advisory.quotes), len(advisory.links), len(advisory.contacts)) == (2, 1, 1)
    assert set(advisory.confidence.values()) == {"found"}
    assert parsed.notes == ()


def test_found_places_show_the_values_in_the_text() -> None:
    text = (FIXTURES / "EUR-57-002-2012.txt").read_text(encoding="utf-8")
    found = {name: text[start:end] for name, (start, end) in parse_advisory(text).found.items()}
    assert found == {
        "reference": "EUR 57/002/2012",
        "organisation": "AMNESTY INTERNATIONAL",
        "kind": "MEDIA ADVISORY",
        "date": "22 March 2012",
        "title": "Kazakhstan's failure to find truth about violent clashes",
    }
