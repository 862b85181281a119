"""`advisory contacts`: whom to call as of a day, in every form; who is out of date left out, and said."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from advisory_cli.model import Contact
from tests.cli.screen import screen, without_colour
from tests.conftest import Run, hold
from tests.fakes import an_advisory

ANN = Contact("Ann Lee", "Press Officer", "Amnesty International", ("+442074135599",), ("alee@example.org",))
BO = Contact("Bo Ray", None, "Amnesty International", ("+33123456789",))
TEXTS = (
    an_advisory(contacts=(ANN,)),
    an_advisory(
        reference="ASA 17/001/2014", date="2014-05", countries=("CHN",), contacts=(ANN._replace(phones=("+1",)),)
    ),
    an_advisory(reference="ASA 17/002/2009", date="2009-05", countries=("CHN",), contacts=(BO,)),
    an_advisory(reference="ASA 17/003/2014", date="2014-05", contacts=()),
)


@pytest.fixture
def filled(run: Run, home: Path) -> Run:
    hold(home, *TEXTS)
    return run


def told(run: Run, line: str) -> dict[str, Any]:
    return dict(json.loads(run(f"contacts {line} --json").stdout))


def names(run: Run, line: str) -> list[str]:
    return [one["name"] for one in told(run, line)["contacts"]]


def test_who_is_out_of_date_is_left_out_and_counted(filled: Run) -> None:
    assert names(filled, "--at 2014") == ["Ann Lee"]
    result = filled("contacts --at 2014")
    assert "Ann Lee\tPress Officer\tAmnesty International\t+1" in result.stdout
    assert result.stderr == (
        "as of 31 December 2014; out of date is who stands in no text of 31 December 2012 or later (24 months); "
        "1 left out, --stale shows them\n"
    )


def test_stale_shows_them_and_says_so_of_each(filled: Run) -> None:
    assert names(filled, "--at 2014 --stale") == ["Ann Lee", "Bo Ray"]
    rows = [line.split("\t") for line in filled("contacts --at 2014 --stale").stdout.split("\n")[:-1]]
    assert [row[-1] for row in rows] == ["current", "out of date"]


def test_how_long_a_contact_holds_can_be_said(filled: Run) -> None:
    assert names(filled, "--at 2014 --valid 72") == ["Ann Lee", "Bo Ray"]


def test_without_a_day_it_is_today(filled: Run) -> None:
    result = filled("contacts")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "2 left out, --stale shows them" in result.stderr


def test_a_query_chooses_people_and_all_texts_say_what_is_known_of_them(filled: Run) -> None:
    (ann,) = told(filled, "country:KAZ --at 2014")["contacts"]
    assert ann["phones"] == ["+1"]
    assert (ann["first"]["reference"], ann["last"]["reference"]) == ("EUR 57/002/2012", "ASA 17/001/2014")
    assert names(filled, "EUR 57/002/2012 --stale") == ["Ann Lee"]
    assert names(filled, "--country China --stale") == ["Ann Lee", "Bo Ray"]
    assert told(filled, "EUR 57/002/2012 --at 2012")["contacts"][0]["phones"] == ["+442074135599"]


def test_contacts_of_withdrawn_texts_are_flagged(filled: Run) -> None:
    filled(["withdraw", "ASA", "17/001/2014", "--reason", "wrong"])
    assert told(filled, "--at 2014")["contacts"][0]["withdrawn"] is True
    for form in ("tsv", "csv", "vcard", "table"):
        said = " ".join(filled(f"contacts --at 2014 -f {form}").stdout.split())
        assert "withdrawn" in said


@pytest.mark.parametrize("form", ["tsv", "csv", "vcard", "table"])
def test_contacts_of_internal_texts_are_flagged(run: Run, home: Path, form: str) -> None:
    hold(home, an_advisory(contacts=(ANN,), distribution="internal"))
    assert "internal" in " ".join(run(f"contacts --at 2012 -f {form}").stdout.replace("\n ", "").split())


def test_removed_texts_say_nothing(filled: Run) -> None:
    filled("remove ASA 17/001/2014 --yes")
    assert told(filled, "--at 2014 --stale")["contacts"][0]["phones"] == ["+442074135599"]


def test_a_spreadsheet_computes_nothing(filled: Run) -> None:
    table = list(csv.reader(io.StringIO(filled("contacts --at 2014 -f csv").stdout)))
    assert [row[3] for row in table] == ["phones", "'+1"]


def test_a_vcard_has_no_line_of_more_than_75_octets_and_nothing_of_it_ends_a_field(run: Run, home: Path) -> None:
    name = "Ann; Lee, \\ " + "é王" * 60
    text = an_advisory(contacts=(Contact(name, "a\nEND:VCARD\r\nTEL:1", None, ("020 7413 5599", "+442074135599")),))
    hold(home, text)
    card = run("contacts --stale -f vcard").stdout
    lines = card.split("\n")
    assert max(len(line.encode()) for line in lines) <= 75
    whole = card.replace("\n ", "")
    assert f"FN:Ann\\; Lee\\, \\\\ {'é王' * 60}\n" in whole
    assert whole.count("\nEND:VCARD") == 1
    assert "\nTEL;VALUE=text:020 7413 5599\nTEL;VALUE=uri:tel:+442074135599\n" in whole


@pytest.mark.parametrize("form", ["table", "tsv", "csv", "json", "vcard"])
def test_nothing_of_a_document_acts_on_a_terminal(run: Run, home: Path, form: str) -> None:
    evil = "\x1b[31m\u202e[bold]:smile:"
    text = an_advisory(contacts=(Contact(evil, evil, evil, (evil,), (evil,)),), language=evil, date=evil)
    hold(home, text)
    result = run(f"contacts --stale --format {form}")
    assert result.exit_code == 0
    assert not {"\x1b", "\u202e"} & set(result.output)
    assert "[bold]" in result.stdout


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("--at yesterday", 2),
        ("--valid 0", 2),
        ("ASA 17/999/2010", 1),
        ("nowordlikethis", 1),
        ("EUR 57/002/2012 --tag x", 2),
    ],
)
def test_what_cannot_be_or_finds_nobody_is_said(filled: Run, line: str, code: int) -> None:
    result = filled(f"contacts {line}")
    assert (result.exit_code, result.stdout) == (code, "")
    assert result.stderr


def test_who_stands_only_in_later_texts_is_not_there_yet_and_the_day_is_said(filled: Run) -> None:
    result = filled("contacts --at 1999-05")
    assert result.exit_code == 1
    assert result.stderr.startswith("no contacts found up to 31 May 1999; try ")


def test_nobody_is_an_empty_list_in_json(filled: Run) -> None:
    result = filled("contacts nowordlikethis --json")
    assert (result.exit_code, json.loads(result.stdout)["contacts"]) == (1, [])


@pytest.mark.usefixtures("filled")
def test_a_terminal_gets_a_table_with_words() -> None:
    with screen("contacts", "--stale", "--at", "2014") as terminal:
        assert terminal.end() == 0
        said = without_colour(terminal.text)
    assert "Reached by" in said
    assert "out of date" in said
