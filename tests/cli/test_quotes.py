"""`advisory quotes`: letter by letter, with source and speaker, in every form, of few texts and of many."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from advisory_cli.model import Quote, Relation
from tests.cli.screen import screen, without_colour
from tests.conftest import Run, hold
from tests.fakes import an_advisory

TEXTS = (
    an_advisory(quotes=(Quote("First.", "John Dalhuisen", "Director", "stated"), Quote("Then.", "Dalhuisen"))),
    an_advisory(language="ru", quotes=(Quote("Первое.", "Джон Далхуйсен", None, "stated"),)),
    an_advisory(
        reference="EUR 57/003/2012",
        date="2012-04",
        quotes=(Quote("=1+1 *not*\n| bold", "DALHUISEN, John", None, "inherited"), Quote("Nobody said so.")),
        relations=(Relation("corrects", "EUR 57/002/2012"),),
    ),
    an_advisory(
        reference="ASA 17/001/2010", date="2010", countries=("CHN",), quotes=(Quote("Other.", "Jane Dalhuisen"),)
    ),
    an_advisory(
        reference="ASA 17/002/2010", date=None, embargo="2999-01-01T00:00:00Z", quotes=(Quote("A.", "Dalhuisen"),)
    ),
    an_advisory(reference="ASA 17/003/2010", quotes=()),
)


@pytest.fixture
def filled(run: Run, home: Path) -> Run:
    hold(home, *TEXTS)
    return run


def told(run: Run, words: list[str]) -> dict[str, Any]:
    return dict(json.loads(run(["quotes", *words, "--json"]).stdout))


def test_every_quotation_is_told_letter_by_letter_newest_first(filled: Run) -> None:
    found = told(filled, [])
    assert (found["schema"], found["total"]) == (1, 7)
    said = sorted((quote for text in TEXTS for quote in text.quotes), key=lambda quote: quote.text)
    fields = ("text", "speaker", "role", "attribution")
    assert sorted(tuple(one[name] for name in fields) for one in found["quotes"]) == list(map(tuple, said))
    dates = [one["date"] or "" for one in found["quotes"]]
    assert dates == sorted(dates, reverse=True)


def test_the_record_says_where_it_was_said_and_how_the_text_stands(filled: Run) -> None:
    (one, _) = told(filled, ["EUR", "57/002/2012@en"])["quotes"]
    assert (one["reference"], one["language"]) == ("EUR 57/002/2012", "en")
    assert (one["date"], one["countries"]) == ("2012-03-22", ["KAZ"])
    assert (one["status"], one["corrected_by"]) == ("current", ["EUR 57/003/2012 (en)"])


def test_a_person_is_one_in_all_spellings_and_another_given_name_is_another(filled: Run) -> None:
    found = told(filled, ["--speaker", "John Dalhuisen"])
    assert [one["person"] for one in found["quotes"]] == ["John Dalhuisen"] * 4
    assert {one["speaker"] for one in found["quotes"]} == {
        *("John Dalhuisen", "Dalhuisen", "Джон Далхуйсен", "DALHUISEN, John"),
    }


def test_a_family_name_alone_is_joined_only_where_its_text_says_whose(filled: Run) -> None:
    found = told(filled, ["--speaker", "Dalhuisen"])
    alone = {one["reference"]: one["person"] for one in found["quotes"] if one["speaker"] == "Dalhuisen"}
    assert alone == {"EUR 57/002/2012": "John Dalhuisen", "ASA 17/002/2010": None}


def test_several_people_who_may_be_meant_are_named(filled: Run) -> None:
    said = filled(["quotes", "--speaker", "Dalhuisen"]).stderr
    assert said.startswith("note: Dalhuisen may be Dalhuisen, Jane Dalhuisen, John Dalhuisen; all are shown")


def test_explain_says_what_was_joined_and_why(filled: Run) -> None:
    said = filled(["quotes", "--explain", "--speaker", "John Dalhuisen"]).stderr
    assert said == ("John Dalhuisen is also: DALHUISEN, John (family name first); Джон Далхуйсен (in another script)\n")
    people = told(filled, ["--speaker", "John Dalhuisen"])["people"]
    assert [one["spelling"] for one in people[0]["also"]] == ["DALHUISEN, John", "Джон Далхуйсен"]


def test_a_query_and_filters_choose_the_texts(filled: Run) -> None:
    assert [one["text"] for one in told(filled, ["country:CHN"])["quotes"]] == ["Other."]
    assert [one["text"] for one in told(filled, ["--country", "China"])["quotes"]] == ["Other."]
    assert told(filled, ["EUR", "57/002/2012"])["total"] == 3


def test_a_limit_shows_some_and_counts_all(filled: Run) -> None:
    found = told(filled, ["--limit", "2"])
    assert (len(found["quotes"]), found["total"]) == (2, 7)


def test_a_pipe_gets_a_line_for_each_with_everything_in_words(filled: Run) -> None:
    rows = [line.split("\t") for line in filled("quotes EUR 57/003/2012").stdout.split("\n")[:-1]]
    assert rows[0] == [
        *("EUR 57/003/2012", "en", "2012-04", "Kazakhstan", "DALHUISEN, John", "", "John Dalhuisen"),
        *("inherited from the quotation before", "=1+1 *not* | bold", "current", "3"),
    ]
    assert rows[1][4:9] == ["", "", "", "speaker not named", "Nobody said so."]


def test_a_spreadsheet_computes_nothing(filled: Run) -> None:
    table = list(csv.reader(io.StringIO(filled("quotes EUR 57/003/2012 --format csv").stdout)))
    assert table[0][8] == "quotation"
    assert table[1][8] == "'=1+1 *not*\n| bold"


def test_markdown_is_ready_to_paste_and_holds_no_markup_of_the_text(filled: Run) -> None:
    said = filled("quotes EUR 57/003/2012 -f markdown").stdout
    assert said.startswith(
        "> \\=1+1 \\*not\\*\\\n> \\| bold\n>\n> — DALHUISEN, John (inherited from the quotation before). “"
    )
    assert "EUR 57/003/2012 (en), April 2012, Kazakhstan.\n\n> Nobody said so." in said


@pytest.mark.parametrize("form", ["tsv", "csv", "markdown", "table"])
def test_what_stands_against_using_a_text_is_said_in_every_form(filled: Run, form: str) -> None:
    filled(["withdraw", "EUR", "57/003/2012", "--reason", "wrong"])
    assert "withdrawn" in filled(f"quotes EUR 57/003/2012 --format {form}").stdout
    assert "corrected by EUR 57/003/2012" in filled(f"quotes EUR 57/002/2012@en --format {form}").stdout


@pytest.mark.parametrize("form", ["tsv", "csv", "table"])
def test_embargoed_and_internal_texts_are_marked(filled: Run, form: str) -> None:
    assert "embargoed for" in filled(f"quotes ASA 17/002/2010 --format {form}").stdout
    assert told(filled, ["ASA", "17/002/2010"])["quotes"][0]["held"][0]["why"] == "embargoed"
    assert told(filled, ["ASA", "17/001/2010"])["quotes"][0]["held"] == []


def test_what_is_ready_to_paste_holds_nothing_that_must_not_go_out(filled: Run) -> None:
    result = filled("quotes ASA 17/002/2010 -f markdown")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("1 quotation of embargoed or internal texts left out")
    assert "ASA 17/002/2010" not in filled("quotes -f markdown").stdout


def test_removed_texts_are_not_quoted(filled: Run) -> None:
    filled("remove EUR 57/002/2012@en --yes")
    filled("remove EUR 57/002/2012@ru --yes")
    assert told(filled, [])["total"] == 4


def test_nothing_found_is_exit_1_with_what_to_try(filled: Run) -> None:
    result = filled(["quotes", "--speaker", "Xenia Nobody"])
    assert (result.exit_code, result.stdout) == (1, "")
    assert 'nobody who is quoted is called Xenia Nobody; see "advisory stats --by speaker"' in result.stderr
    assert filled("quotes ASA 17/003/2010").exit_code == 1
    assert json.loads(filled("quotes ASA 17/003/2010 --json").stdout)["quotes"] == []


def test_a_number_that_is_not_held_and_what_cannot_be_are_said(filled: Run) -> None:
    assert filled("quotes ASA 17/999/2010").exit_code == 1
    assert filled("quotes EUR 57/002/2012 --country KAZ").exit_code == 2


@pytest.mark.parametrize("form", ["table", "tsv", "csv", "json", "markdown"])
def test_nothing_of_a_document_acts_on_a_terminal(run: Run, home: Path, form: str) -> None:
    evil = "\x1b[31m\u202e[bold]:smile:"
    quote = Quote(f"words {evil}", f"Ann{evil} Lee", evil, "stated")
    text = an_advisory(quotes=(quote,), title=evil, organisation=evil, date=evil, language=evil, countries=(evil,))
    hold(home, text)
    result = run(f"quotes --explain --format {form}")
    assert result.exit_code == 0
    assert not {"\x1b", "\u202e"} & set(result.output)
    assert "bold" in result.stdout


@pytest.mark.parametrize("speaker", ["刘晓波", "Ann\ud800 Lee", "Ѐ" * 199, "l'abbé Pierre", ""])
def test_whoever_speaks_is_found_as_printed(run: Run, home: Path, speaker: str) -> None:
    hold(home, an_advisory(quotes=(Quote("Words.", speaker), Quote("Others.", "John Brown"))))
    found = json.loads(run(["quotes", "--speaker", speaker, "--json"]).stdout)["quotes"]
    assert [one["speaker"] for one in found] == [speaker] * bool(speaker)


@pytest.mark.usefixtures("filled")
def test_a_terminal_gets_blocks_and_how_many() -> None:
    with screen("quotes", "--speaker", "John Dalhuisen") as terminal:
        assert terminal.end() == 0
        said = without_colour(terminal.text)
    assert "— DALHUISEN, John (inherited from the quotation before) = John Dalhuisen" in said
    assert "4 of 4 quotations" in said
