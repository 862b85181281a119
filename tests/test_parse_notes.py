"""What in a document does not fit together is told to the archivist, in words that name it."""

import pytest

from advisory_cli.parse import parse_advisory

STORY = "The families had waited for years, and nobody had spoken to them before that day in court."


@pytest.mark.parametrize(
    ("header", "notes"),
    [
        ("AI Index: AFR 12/001/2001\n3 May 2001", ()),
        ("AI Index: AFR 12/001/2001\n13/5/2001", ()),
        (
            "AI Index: AFR 12/001/2001\n3/5/2001",
            ("the day and month of 2001-05-03 could be exchanged; it was read day first",),
        ),
        (
            "AI Index: AFR 12/001/2001\n3 May 1999",
            ("the index is of 2001, the date is 1999-05-03; both were kept",),
        ),
        (
            "AI Index: AFR 12/001/2001\nEmbargoed until 3 May 2001",
            (
                "the only date is that of the embargo, 2001-05-03",
                "the embargo names no exact time and zone: 'Embargoed until 3 May 2001'",
            ),
        ),
        (
            "AI Index: AFR 12/001/2001\n3 May 2001\nEmbargoed until 10:00 hrs GMT 4 May 2001",
            (),
        ),
        (
            "AI Index: AFR 12/001/2001\nAI Index: AFR 12/002/2001\nAI Index: AFR 12/002/2001\n3 May 2001",
            ("the header has another labelled index, AFR 12/002/2001; AFR 12/001/2001 was taken",),
        ),
        (
            "AI Index: AFR 12/13-14/01\n3 May 2001",
            ("'AFR 12/13-14/01' stands for several index numbers and was not read; take one with --set reference=",),
        ),
        ("3 May 2001", ()),
    ],
)
def test_what_does_not_fit_together_is_told_and_kept(header: str, notes: tuple[str, ...]) -> None:
    assert parse_advisory(f"{header}\n\nAngola: no answer\n\n{STORY}\n").notes == notes


def test_an_index_that_only_the_story_labels_is_no_other_of_the_header() -> None:
    text = f"AI Index: AFR 12/001/2001\n3 May 2001\n\nAngola: no answer\n\n{STORY}\n\nAI Index: AFR 12/002/2001\n"
    assert parse_advisory(text).notes == ()


@pytest.mark.parametrize(
    ("text", "language", "sure", "is_said"),
    [
        ("ΔΕΛΤΙΟ ΤΥΠΟΥ\n\nΕλλάδα: Η βία\n\nΗ Διεθνής Αμνηστία δήλωσε σήμερα στην Αθήνα.", "el", "guessed", True),
        ("AI Index: EUR 25/008/2013\n\nΕλλάδα: Η βία\n\nΗ Διεθνής Αμνηστία δήλωσε σήμερα.", "el", "found", False),
        ("PRESS RELEASE\n\nGreece: Violence\n\n" + STORY, "en", "found", False),
        ("Greece", "und", "missing", False),
    ],
)
def test_a_header_in_a_language_that_is_not_read_makes_the_title_a_guess_and_is_said(
    text: str, language: str, sure: str, *, is_said: bool
) -> None:
    parsed = parse_advisory(text)
    assert (parsed.advisory.language, parsed.advisory.confidence["title"]) == (language, sure)
    assert any("are not read" in note for note in parsed.notes) == is_said
