"""What a header says of a document as a whole: its kind and how sure that is, and who may read it."""

import pytest

from advisory_cli.parse import parse_advisory

STORY = "\n\nThe families had waited for years, and nobody had spoken to them before that day in court.\n"
INDEX = "AI Index: AFR 12/001/2001"


@pytest.mark.parametrize(
    ("header", "kind", "confidence", "printed"),
    [
        (f"{INDEX}\nPress release\n3 May 2001\nAngola", "press_release", "found", "Press release"),
        ("Media advisory\nAngola", "media_advisory", "found", "Media advisory"),
        ("PUBLIC STATEMENT\nAngola", "public_statement", "found", "PUBLIC STATEMENT"),
        (f"{INDEX}\nPress briefing\nAngola", "media_briefing", "found", "Press briefing"),
        (f"{INDEX}\nUA 31/01\nAngola", "urgent_action", "inherited", None),
        ("AI Index: NWS 11/001/2001\nAngola", "news_service", "guessed", None),
        ("AI Index: POL 10/001/2001\nAmnesty International Report 2001\nAngola", "annual_report", "guessed", None),
        (f"{INDEX}\nAngola: no answer", "other", "missing", None),
    ],
)
def test_a_kind_is_found_where_it_is_printed_inherited_from_a_series_and_else_guessed(
    header: str, kind: str, confidence: str, printed: str | None
) -> None:
    text = header + STORY
    read = parse_advisory(text)
    assert (read.advisory.kind, read.advisory.confidence["kind"]) == (kind, confidence)
    assert read.advisory.printed_kind == printed
    if printed:
        start, end = read.found["kind"]
        assert text[start:end] == printed


@pytest.mark.parametrize(
    ("line", "distribution"),
    [
        ("PUBLIC", "public"), ("EXTERNAL", "public"), ("INTERNAL (for AI members only)", "internal"),
        ("INTERNAL", "internal"), ("Angola", None),
    ],
)  # fmt: skip
def test_a_mark_says_who_may_read_it(line: str, distribution: str | None) -> None:
    read = parse_advisory(f"{line}\n{INDEX}\nAngola: no answer{STORY}")
    assert read.advisory.distribution == distribution
    assert read.found.get("distribution") == ((0, len(line)) if distribution else None)
