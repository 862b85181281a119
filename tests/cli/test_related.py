"""`advisory related` and `advisory show --related`: what belongs to a text, in words and for programs."""

import json
from pathlib import Path

import pytest

from advisory_cli import open_archive
from advisory_cli.model import Accession, Relation
from tests.cli.screen import screen, without_colour
from tests.conftest import Run
from tests.fakes import an_advisory

CORRECTION, ALONE = "EUR 57/003/2012", "EUR 57/004/2012"


@pytest.fixture
def filled(run: Run, home: Path) -> Run:
    """A text in two languages and two revisions; one that corrects it and cites one that is not held; one by itself."""
    archive = open_archive(home / "archive" / "advisories.json")
    archive.add(Accession(an_advisory()))
    archive.add(Accession(an_advisory(title="Now with the number of the dead")), revise=True)
    archive.add(Accession(an_advisory(language="ru", title="Казахстан", body="Вопросы остаются.")))
    relations = (Relation("corrects", "EUR 57/002/2012"), Relation("cites", "ASA 17/8490/2018"))
    archive.add(Accession(an_advisory(reference=CORRECTION, relations=relations, title="Correction \x1b[31m")))
    archive.add(Accession(an_advisory(reference=ALONE, title=None, body="Nothing.")))
    return run


def lines(run: Run, line: str) -> list[list[str]]:
    return [row.split("\t") for row in run(line).stdout.split("\n")[:-1]]


def test_a_pipe_gets_all_of_it_in_columns(filled: Run) -> None:
    correction, language, revision = lines(filled, "related EUR 57/002/2012@en --similar 0")
    assert correction == ["corrects", "in", CORRECTION, "en", "2012-03-22", "Correction ^[[31m", "4", ""]
    assert language[:5] == ["language", "", "EUR 57/002/2012", "ru", "2012-03-22"]
    assert revision[0] == "revision"


def test_a_number_that_is_not_held_is_said_to_be_missing(filled: Run) -> None:
    corrected, missing = lines(filled, f"related {CORRECTION} --similar 0")
    assert corrected[:4] == ["corrects", "out", "EUR 57/002/2012", "en"]
    assert missing == ["cites", "out", "ASA 17/8490/2018", "", "", "", "", "not in the archive"]


def test_json_has_the_same_for_programs(filled: Run) -> None:
    told = json.loads(filled(f"related {CORRECTION} --similar 0 --json").stdout)
    assert (told["schema"], told["advisory"]["reference"]) == (1, CORRECTION)
    held, missing = told["related"]
    assert (held["relation"], held["direction"], held["held"], held["id"]) == ("corrects", "out", True, 1)
    assert (missing["reference"], missing["held"], missing["id"]) == ("ASA 17/8490/2018", False, None)


def test_show_tells_it_too_in_every_format(filled: Run) -> None:
    shown = json.loads(filled(f"show {CORRECTION} --related --json").stdout)
    assert [one["relation"] for one in shown["advisories"][0]["related"]] == ["corrects", "cites"]
    for form in ("text", "markdown", "html"):
        said = filled(f"show EUR 57/002/2012@en --related --format {form}").stdout
        assert f"corrected by {CORRECTION} (en), 2012-03-22: Correction" in said.replace("\\", "")
        assert "\x1b" not in said
        assert "2012-03-22: Correction" not in filled(f"show EUR 57/002/2012@en --format {form}").stdout


def test_an_earlier_revision_is_named_so_that_it_can_be_shown(filled: Run) -> None:
    with screen("related", "EUR", "57/002/2012@en", COLUMNS="120") as terminal:
        assert terminal.end() == 0
        assert "#1#1" in without_colour(terminal.text)
    assert filled(["show", "#1#1"]).exit_code == 0


def test_what_belongs_to_nothing_is_exit_1_with_a_sentence(filled: Run) -> None:
    result = filled(f"related {ALONE} --similar 0")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("nothing in the archive belongs to EUR 57/004/2012")


def test_nothing_related_is_an_empty_list_in_json(filled: Run) -> None:
    result = filled(f"related {ALONE} --similar 0 --json")
    assert (result.exit_code, json.loads(result.stdout)["related"]) == (1, [])


@pytest.mark.parametrize(
    ("line", "code"), [("related", 2), ("related EUR 57/002/2012 ASA 17/8490/2018", 2), ("related EUR 99/999/1999", 1)]
)
def test_what_is_not_one_text_of_the_archive_is_said(filled: Run, line: str, code: int) -> None:
    result = filled(line)
    assert result.exit_code == code
    assert result.stderr.startswith("advisory: ")


@pytest.mark.usefixtures("filled")
def test_a_terminal_gets_words() -> None:
    with screen("related", "EUR", "57/002/2012@en") as terminal:
        assert terminal.end() == 0
        said = without_colour(terminal.text)
    assert "corrected by" in said
    assert "in Russian (ru)" in said
