"""What a search that finds little says of words that more texts spell nearly so."""

from pathlib import Path

import pytest

from tests.conftest import Run, hold
from tests.fakes import an_advisory


@pytest.fixture
def misspelled(run: Run, home: Path) -> Run:
    """Three texts with a word, and one in which it lacks a letter."""
    said = "It was said that the {} knew of the strike and the threats, as Zhanaozen did."
    words = enumerate(("government", "government", "government", "goverment"), 1)
    hold(home, *(an_advisory(reference=f"EUR 57/00{number}/2012", body=said.format(word)) for number, word in words))
    return run


@pytest.mark.parametrize("words", ["goverment", "goverment strike", "goverment -unknown"])
def test_a_word_that_the_archive_itself_misspells_leads_to_the_right_one(misspelled: Run, words: str) -> None:
    result = misspelled(["search", *words.split(), "--format", "ids"])
    assert result.stdout == "EUR 57/004/2012@en\n"
    assert result.stderr == "note: government (3) is near to goverment (1); goverment~ finds both\n"
    assert len(misspelled("search goverment~ --format ids").stdout.splitlines()) == 4


@pytest.mark.parametrize(
    "words", ["government", "=goverment", "goverment~", "gover*", "Zhanaozen", "threat", "EUR57/1/2012"]
)
def test_what_is_found_as_it_is_meant_leads_nowhere_else(misspelled: Run, words: str) -> None:
    assert "is near to" not in misspelled(["search", words]).stderr
