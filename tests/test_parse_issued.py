"""A document is of the day that it says of itself, not of the days it tells of or of those who passed it on."""

import pytest

from advisory_cli.parse import parse_advisory

STORY = "\n\nThe families had waited for years, and nobody had spoken to them before that day in court.\n"
INDEX = "AI Index: AFR 12/001/2001"


@pytest.mark.parametrize(
    ("header", "iso", "printed"),
    [
        # a label is surer than the line of the index, that surer than a line of its own
        (f"Date: 4 May 2001\n{INDEX} 3 May 2001\nAngola", "2001-05-04", "4 May 2001"),
        (f"{INDEX} 3 May 2001\n5 June 2001\nAngola", "2001-05-03", "3 May 2001"),
        (f"5 June 2001\n{INDEX} 3 May 2001\nAngola", "2001-05-03", "3 May 2001"),
        (f"May 2001\n3 May 2001\n{INDEX}\nAngola", "2001-05-03", "3 May 2001"),
        # days of other texts and of what is to come
        (f"5 June 2001\nAFR 12/002/2001 3 May 2001\n{INDEX}\nAngola", "2001-06-05", "5 June 2001"),
        (f"{INDEX} (27 June 1990)\n3 May 2001\nAngola", "2001-05-03", "3 May 2001"),
        (f"{INDEX} (AFR 12/002/1990, 27 June 1990)\n3 May 2001\nAngola", "2001-05-03", "3 May 2001"),
        (f"{INDEX} (Public, 3 May 2001)\nAngola", "2001-05-03", "3 May 2001"),
        (f"May 2001 {INDEX} ANGOLA No answer from 3 April 2001 on", "2001-05", "May 2001"),
        (f"{INDEX}\nUpdated 5 May 2001\n3 May 2001\nAngola", "2001-05-03", "3 May 2001"),
        (f"{INDEX}\nAppeals to arrive before 5 May 2001\n3 May 2001\nAngola", "2001-05-03", "3 May 2001"),
        # an imprint, the opening of the story, a line below it
        (f"First published in 1984 by\nAmnesty International\n{INDEX}", "1984", "1984"),
        (f"First published 1984 by\nAmnesty International\nMay 1984\n{INDEX}", "1984-05", "May 1984"),
        (f"First published 1984 by\nMay 1985\n{INDEX}", "1984", "1984"),
        (f"{INDEX} published in May 2001\nAngola", "2001-05", "May 2001"),
        ("Angola: no answer\n\nLondon, 3 May 2001 - The families wait.", "2001-05-03", "3 May 2001"),
        (f"Angola\n\nThe story goes on and ends.\n\n{INDEX}\n3 May 2001", "2001-05-03", "3 May 2001"),
        ("Angola: no answer\n\nRoma, 9 marzo 2000", "2000-03-09", "9 marzo 2000"),
        ("Angola: no answer\nPosted: 3/5/2001", "2001-05-03", "3/5/2001"),
    ],
)
def test_the_date_is_that_of_the_surest_place(header: str, iso: str, printed: str) -> None:
    text = header + STORY
    read = parse_advisory(text)
    assert read.advisory.date == iso
    start, end = read.found["date"]
    assert text[start:end] == printed


@pytest.mark.parametrize(
    "header",
    [
        f"{INDEX}\nDeadline for appeals: 3 May 2001\nAngola: no answer",
        f"{INDEX}\nThe trial opens on 3 May 2001\nAngola: no answer",
        f"Angola (3 May 2001)\n{INDEX}",
        "Angola: no answer",
    ],
)
def test_a_day_that_is_not_the_documents_own_is_not_taken(header: str) -> None:
    read = parse_advisory(header + STORY)
    assert (read.advisory.date, read.advisory.confidence["date"]) == (None, "missing")
    assert "date" not in read.found


@pytest.mark.parametrize(
    ("text", "confidence"),
    [
        (f"{INDEX}\n3/5/2001\nAngola: no answer{STORY}", "found"),
        (f"Angola: no answer{STORY}\nPosted: 3/5/2001\n", "guessed"),
        (f"Angola: no answer\n\n{STORY.strip()} Posted: 3/5/2001\n", "guessed"),
        (f"Angola: no answer\n\nThe story.\n\nEmbargoed until 3/5/2001{STORY}", "inherited"),
    ],
)
def test_a_day_that_may_be_a_month_is_told_wherever_it_was_found(text: str, confidence: str) -> None:
    read = parse_advisory(text)
    assert (read.advisory.date, read.advisory.confidence["date"]) == ("2001-05-03", confidence)
    assert read.notes[0] == "the day and month of 2001-05-03 could be exchanged; it was read day first"
