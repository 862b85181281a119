"""A document's own number as it is printed, also damaged or in an imprint, and its numbers of other series."""

import pytest

from advisory_cli.model import Number
from advisory_cli.parse import parse_advisory

STORY = "\n\nThe families had waited for years, and nobody had spoken to them before that day in court.\n"


@pytest.mark.parametrize(
    ("header", "numbers", "kind"),
    [
        ("AI Index: AFR 12/001/2001\nUA 31/01\n3 May 2001", [("UA", "UA 31/01")], "urgent_action"),
        ("AU 31/00 UA 31/00\nAI Index: AFR 12/001/2000", [("AU", "AU 31/00"), ("UA", "UA 31/00")], "urgent_action"),
        ("EXTRA 19/92 AI Index: AFR 12/001/92\n3 May 1992", [("EXTRA", "EXTRA 19/92")], "urgent_action"),
        ("Further information on UA 248/90\nAI Index: AFR 12/012/90", [("UA", "UA 248/90")], "urgent_action"),
        ("UA 31/01\nUA 31/01\nAI Index: AFR 12/001/2001", [("UA", "UA 31/01")], "urgent_action"),
        (
            "AI Index: AFR 12/001/2001\nNews Service 38/95 and UA 12/95",
            [("News Service", "News Service 38/95"), ("UA", "UA 12/95")],
            "press_release",
        ),
        (
            "Индекс МА: AFR 12/001/2001\n№ сообщения службы новостей: 260\n3 мая 2001 г.",
            [("News Service", "№ сообщения службы новостей: 260")],
            "press_release",
        ),
        ("AI Index: AFR 12/001/2001\n3 May 2001", [], "other"),
    ],
)
def test_numbers_of_other_series_are_kept_as_printed_and_tell_the_kind(
    header: str, numbers: list[tuple[str, str]], kind: str
) -> None:
    advisory = parse_advisory(f"{header}\nAngola: no answer{STORY}").advisory
    assert advisory.numbers == tuple(Number(scheme=scheme, text=text) for scheme, text in numbers)
    assert advisory.kind == kind
    assert advisory.confidence.get("numbers") == ("found" if numbers else None)


@pytest.mark.parametrize(
    ("text", "printed", "confidence"),
    [
        ("AI Index: AFR 12/001/2011\n3 May 2011\nAngola: no answer{story}", "AFR 12/001/2011", "found"),
        ("AI Index: AFR 12/01/11\n3 May 2011\nAngola: no answer{story}", "AFR 12/01/11", "found"),
        ("AFR 12/001/2011\n3 May 2011\nAngola: no answer{story}", "AFR 12/001/2011", "found"),
        ("AI Index: A F R 12/0 0 1/2011\n3 May 2011\nAngola: no answer{story}", "A F R 12/0 0 1/2011", "guessed"),
        ("AI Index: AFR 12;001;2011\n3 May 2011\nAngola: no answer{story}", "AFR 12;001;2011", "guessed"),
        ("AI Index: AFR 12/001/20 11\nAngola: no answer{story}", "AFR 12/001/20 11", "guessed"),
        (
            "Angola: no answer{story}\nFirst published: 2011, AFR 12/001/2011 English Original language: English",
            "AFR 12/001/2011",
            "found",
        ),
        (
            "Angola: no answer{story}\nSent by AFR 12/001/2011 Idioma original: inglés{story}",
            "AFR 12/001/2011",
            "found",
        ),
        ("Angola: no answer{story}{story}{story}\nAFR 12/001/2011", "AFR 12/001/2011", "guessed"),
    ],
)
def test_the_own_number_is_known_with_its_place_and_as_printed(text: str, printed: str, confidence: str) -> None:
    text = text.format(story=STORY)
    read = parse_advisory(text)
    assert (read.advisory.reference, read.advisory.printed_reference) == ("AFR 12/001/2011", printed)
    assert read.advisory.confidence["reference"] == confidence
    start, end = read.found["reference"]
    assert text[start:end] == printed


def test_of_two_numbers_of_imprints_none_is_taken() -> None:
    imprints = "".join(f"\nSent as AFR 12/00{at}/2011 Original language: English{STORY}" for at in (1, 2))
    assert parse_advisory(f"Angola: no answer{STORY}{imprints}").advisory.reference is None
