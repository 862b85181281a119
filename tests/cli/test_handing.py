"""Quotations and contacts in the forms that are handed on: what is marked is not in them, and that is said."""

import json
from pathlib import Path

import pytest

from advisory_cli.model import Redaction
from advisory_cli.redaction import BLOCK, is_in, wanted_by
from tests.conftest import Run

NAME = "John Dalhuisen"
PRESS = "Lydia Aroyo"
FORMS = ["quotes --format csv", "quotes --format markdown", "contacts --stale -f csv", "contacts --stale -f vcard"]


@pytest.fixture
def marked(run: Run, seed: Path) -> Run:
    run(["add", str(seed)])
    assert run(["redact", "#1", "--text", NAME, "--text", PRESS, "--text", "+447771796350", "--yes"]).exit_code == 0
    return run


@pytest.mark.parametrize("line", FORMS)
def test_what_is_handed_on_has_no_marked_passage_and_says_so(marked: Run, line: str) -> None:
    result = marked(line)
    assert not is_in(result.stdout, wanted_by((Redaction(NAME), Redaction(PRESS), Redaction("+447771796350"))))
    assert "hidden: " in result.stderr


@pytest.mark.parametrize("line", FORMS)
def test_what_is_handed_on_is_whole_where_nothing_is_marked(marked: Run, line: str) -> None:
    marked("redact #1 --remove 1 --remove 2 --remove 3 --yes")
    result = marked(line)
    assert BLOCK not in result.stdout
    assert (NAME in result.stdout) == line.startswith("quotes")
    assert (PRESS in result.stdout) == line.startswith("contacts")
    assert "hidden: " not in result.stderr


@pytest.mark.parametrize(("line", "name"), [("quotes -f tsv", NAME), ("contacts --stale -f tsv", PRESS)])
def test_who_keeps_the_archive_sees_everything(marked: Run, line: str, name: str) -> None:
    assert name in marked(line).stdout


def test_json_says_which_quotations_are_of_texts_with_marks(marked: Run) -> None:
    assert {one["redacted"] for one in json.loads(marked("quotes --json").stdout)["quotes"]} == {True}


def test_quotations_are_found_by_their_speaker_though_the_name_goes_out_hidden(marked: Run) -> None:
    result = marked(["quotes", "--speaker", NAME, "-f", "csv"])
    assert len(result.stdout.splitlines()) == 3
    assert BLOCK in result.stdout


def test_of_people_whose_names_may_go_out_marked_numbers_alone_are_left_out(marked: Run) -> None:
    marked("redact #1 --remove 2 --yes")
    card = marked("contacts --stale -f vcard").stdout
    assert f"FN:{PRESS}" in card
    assert "+442074135599" in card
    assert "+447771796350" not in card


def test_others_with_the_same_given_name_stay_in_the_address_book(marked: Run) -> None:
    marked("redact #1 --remove 1 --remove 2 --remove 3 --yes")
    Path("letter.txt").write_text("AI Index: EUR 57/009/2012\n\nA letter\n\nLydia Smith wrote it.\n", encoding="utf-8")
    marked("add letter.txt")
    assert marked(["redact", "EUR 57/009/2012", "--person", "Lydia Smith", "--yes"]).exit_code == 0
    assert f"FN:{PRESS}" in marked("contacts --stale -f vcard").stdout


def test_an_export_tells_what_is_marked_in_texts_that_do_not_go_out_with_it(marked: Run) -> None:
    Path("letter.txt").write_text(f"AI Index: EUR 57/009/2012\n\nA letter\n\n{NAME} wrote it.\n", encoding="utf-8")
    marked("add letter.txt")
    alone, both = marked("export EUR 57/009/2012"), marked("export")
    assert "stands unmarked in EUR 57/009/2012 (und): mark it there too" in alone.stderr
    assert "stands unmarked" not in both.stderr
    assert NAME not in both.stdout
