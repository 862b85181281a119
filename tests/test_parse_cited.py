"""Of the numbers in a header the document's own is taken; those that a sentence, a list or an address cites are not."""

import pytest

from advisory_cli.parse import parse_advisory

STORY = "\n\nThe families had waited for years, and nobody had spoken to them before that day in court.\n"


@pytest.mark.parametrize(
    "header",
    [
        "AI Index: AFR 12/001/2001 mai 2001\nAngola",
        "Index AI : AFR 12/001/2001, 3 mai 2001\nAngola",
        "AI Index: AFR 12/001/2001. 3 May 2001\nAngola",
        "AI Index: AFR 12/001/2001 Angola\n3 May 2001",
        "AFR 12/001/2001 Angola\n3 May 2001",
        "(AFR 12/001/2001) 3 May 2001\nAngola",
        "AI Index: AFR 12/002/2001; AFR 12/001/2001\nAngola",
        "See http://www.amnesty.org/en/library/info/AFR12/009/2001/en\nAI Index: AFR 12/001/2001\nAngola",
    ],
)
def test_a_number_with_a_date_a_title_or_nothing_behind_it_is_the_documents_own(header: str) -> None:
    assert parse_advisory(header + STORY).advisory.reference == "AFR 12/001/2001"


@pytest.mark.parametrize(
    "header",
    [
        "AI Index: AFR 12/001/2001 was published today\nAngola",
        "AI Index: AFR 12/001/2001, which says more\nAngola",
        "Angola (AI Index: AFR 12/001/2001)\nA trial",
        "Angola (AI Index: AFR 12/001/2001), which says\nA trial",
        "Angola (AI Index: AFR 12/001/2001) was there\nA trial",
        "A report on this (AI\nIndex: AFR 12/001/2001)\nAngola",
        "as told in Angola, AI Index:\nAFR 12/001/2001\nAngola",
        "Further information, see\nAFR 12/001/2001\n3 May 2001",
        "http://www.amnesty.org/en/library/info/AFR12/001/2001/en\nAngola",
    ],
)
def test_a_number_that_a_sentence_a_bracket_or_an_address_goes_on_from_is_cited(header: str) -> None:
    advisory = parse_advisory(header + STORY).advisory
    assert (advisory.reference, advisory.mentions) == (None, ("AFR 12/001/2001",))
