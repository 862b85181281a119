"""`advisory check`: a manuscript held against the archive, in words and for programs."""

import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from advisory_cli import open_archive
from advisory_cli.model import Accession, Relation
from tests.cli.screen import screen, without_colour
from tests.conftest import Run, hold
from tests.fakes import an_advisory

BODY = (
    "The authorities have a very poor record of prosecuting their own security forces.\n\n"
    "Amateur footage shows the security forces taking aim and shooting their weapons at retreating protesters."
)


@pytest.fixture
def filled(run: Run, home: Path) -> Run:
    """A text that another corrects, one that was withdrawn, and one that is held in Russian alone."""
    hold(
        home,
        an_advisory(body=BODY),
        an_advisory(reference="EUR 57/003/2012", relations=(Relation("corrects", "EUR 57/002/2012"),)),
        an_advisory(reference="EUR 57/004/2012", body="Many workers went on strike that year."),
        an_advisory(reference="EUR 57/005/2012", language="ru", body="Вопросы остаются."),
    )
    assert run(["withdraw", "EUR 57/004/2012", "--reason", "wrong name", "--yes"]).exit_code == 0
    return run


def rows(run: Run, text: str, *options: str) -> list[list[str]]:
    result = run(["check", "-", *options], stdin=text.encode())
    return [row.split("\t") for row in result.stdout.split("\n")[:-1]]


def test_a_clean_manuscript_is_exit_0(filled: Run) -> None:
    assert filled(["check", "-"], stdin=b"Nothing is quoted here.").exit_code == 0


def test_words_of_a_text_that_is_corrected_are_a_finding_though_they_stand_there(filled: Run) -> None:
    (row,) = rows(filled, "They said “a very poor record of prosecuting their own security forces”.")
    assert row[1:3] == ["quotation", "verbatim"]
    assert "from a text that is corrected" in row[5]


@pytest.mark.parametrize(
    ("number", "standing", "advice"),
    [
        ("EUR 57/002/2012", "corrected", "corrected or superseded by EUR 57/003/2012 (en): read that first"),
        ("EUR 57/003/2012", "standing", ""),
        ("eur57/4/2012", "withdrawn", "withdrawn (wrong name): do not rely on it"),
        ("EUR 57/005/2012", "standing", "held only in Russian (ru)"),
        ("EUR 57/006/2012", "unknown", "not in the archive; did you mean EUR 57/002/2012"),
    ],
)
def test_every_reference_is_told_as_it_stands(filled: Run, number: str, standing: str, advice: str) -> None:
    (row,) = rows(filled, f"The text of the organisation was about what happened there.\n\nIt is in {number} of then.")
    assert row[:3] == ["3", "reference", standing]
    assert row[5].startswith(advice)


def test_an_altered_quotation_is_marked_word_by_word(filled: Run) -> None:
    (row,) = rows(filled, "They have “a very bad record of prosecuting their own security forces”.")
    assert row[:4] == ["1", "quotation", "altered", "EUR 57/002/2012 (en)"]
    assert row[4] == "a very [-bad-] {+poor+} record of prosecuting their own security forces"


def test_json_has_all_of_it(filled: Run) -> None:
    text = "“A very bad record of prosecuting their own security forces” (EUR 57/002/2012)."
    result = filled(["check", "-", "--json"], stdin=text.encode())
    told = json.loads(result.stdout)
    assert (result.exit_code, told["schema"]) == (1, 1)
    assert list(told)[-5:] == ["references", "quotations", "passages", "marked", "totals"]
    assert told["references"][0]["by"] == ["EUR 57/003/2012 (en)"]
    (quotation,) = told["quotations"]
    assert (quotation["verdict"], quotation["source"]["reference"]) == ("altered", "EUR 57/002/2012")
    assert {"sign": "-", "text": "bad"} in quotation["difference"]
    assert told["totals"]["findings"] == 2


def test_strict_counts_what_cannot_be_compared(filled: Run) -> None:
    for text in (
        "“Nobody has ever said these words to anybody at all”",
        "The text was about what EUR 57/005/2012 said.",
    ):
        assert filled(["check", "-"], stdin=text.encode()).exit_code == 0
        assert filled(["check", "-", "--strict"], stdin=text.encode()).exit_code == 1


@pytest.mark.usefixtures("filled")
def test_a_terminal_gets_places_and_advice(home: Path) -> None:
    (home / "draft.md").write_text("One.\n\n> a very bad record of prosecuting their own security forces\n", "utf-8")
    with screen("check", "draft.md") as terminal:
        assert terminal.end() == 1
        said = " ".join(without_colour(terminal.text).split())
    assert "line 3 altered quotation EUR 57/002/2012 (en)" in said
    assert "a very [-bad-] {+poor+} record" in said
    assert "other words: quote it as it stands" in said
    assert "1 finding" in said


def test_nothing_of_a_manuscript_acts_on_the_terminal(filled: Run) -> None:
    result = filled(["check", "-"], stdin="“one \x1b[31mtwo \u202ethree\tfour five six”".encode())
    assert "\x1b" not in result.output
    assert "\u202e" not in result.output
    assert len(result.stdout.split("\n")[0].split("\t")) == 6


@pytest.mark.parametrize("name", ["missing.txt", "empty.txt"])
def test_what_cannot_be_read_is_said(filled: Run, home: Path, name: str) -> None:
    (home / "empty.txt").touch()
    result = filled(f"check {name}")
    assert result.exit_code == 3
    assert result.stderr.startswith(f"advisory: cannot read {name}: ")


def test_a_web_page_is_read_too(filled: Run, home: Path) -> None:
    page = (
        "<html><body><h1>Draft</h1><p>They have “a very bad record of prosecuting their own security forces”, we say."
    )
    (home / "draft.html").write_text(f"{page}</p></body></html>", "utf-8")
    result = filled("check draft.html")
    assert (result.exit_code, "[-bad-] {+poor+}" in result.stdout) == (1, True)


def test_an_archive_without_texts_has_nothing_to_say_of_quotations(run: Run) -> None:
    result = run(["check", "-"], stdin="“Nobody has ever said these words to anybody”, EUR 57/002/2012.".encode())
    assert result.exit_code == 1
    assert [row.split("\t")[2] for row in result.stdout.split("\n")[:-1]] == ["unknown", "absent"]


def test_several_documents_are_checked_as_one(filled: Run) -> None:
    with ZipFile("drafts.zip", "w") as drafts:
        drafts.writestr("one.txt", "It is in EUR 57/002/2012 of then, as they said.")
        drafts.writestr("two.txt", "It is in EUR 57/004/2012 of then, as they said.")
        drafts.writestr("three.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    result = filled("check drafts.zip")
    assert [line.split("\t")[2] for line in result.stdout.splitlines()] == ["corrected", "withdrawn"]
    assert ["2 documents" in result.stderr, "three.doc" in result.stderr] == [True, True]


def test_marks_that_only_a_browser_draws_are_marks(filled: Run) -> None:
    page = "<html><body><p>They said: <q>a very poor record of prosecuting their own security forces</q>."
    assert [row[1:3] for row in rows(filled, page)] == [["quotation", "verbatim"]]


def test_an_archive_that_is_not_there_is_told(run: Run) -> None:
    assert "there is no archive" in run(["check", "-"], stdin=b"Nothing.").stderr


@pytest.fixture
def corrected(run: Run, home: Path) -> Run:
    """A text of which the last revision says something else, and whose tags were changed after that."""
    archive = open_archive(home / "archive" / "advisories.json")
    archive.add(Accession(an_advisory(body="At least seventeen workers of the oil field were shot dead that day.")))
    archive.add(
        Accession(an_advisory(body="At least sixteen workers of the oil field were killed on that day.")), revise=True
    )
    assert run("tag EUR 57/002/2012 +strike").exit_code == 0
    return run


@pytest.mark.parametrize(
    "quoted", ["At least seventeen workers of the oil field were shot dead that day", "seventeen workers of the oil"]
)
def test_words_of_a_revision_that_was_replaced_are_told(corrected: Run, quoted: str) -> None:
    found = {row[1]: row for row in rows(corrected, f"They wrote in EUR 57/002/2012: “{quoted}”.")}
    assert "stood so in revision 1, which was replaced on 20" in found["quotation"][5]
    assert found["quotation"][3] == "EUR 57/002/2012 (en)"
    assert "its text was corrected on 20" in found["reference"][5]
    result = corrected(["check", "-", "--json"], stdin=f"EUR 57/002/2012: “{quoted}”.".encode())
    quotation = json.loads(result.stdout)["quotations"][0]
    assert (quotation["older"]["revision"], quotation["finding"]) == (1, True)


def test_words_that_no_revision_had_are_of_none(corrected: Run) -> None:
    found = {row[1]: row for row in rows(corrected, "In EUR 57/002/2012: “At least ninety workers of the oil field”.")}
    assert "revision" not in found["quotation"][5]


def test_what_is_marked_in_any_text_must_not_stand_in_a_draft(run: Run, seed: Path) -> None:
    run(["add", str(seed)])
    run(["redact", "#1", "--person", "John Dalhuisen", "--reason", "at risk", "--yes"])
    Path("draft.txt").write_text(
        "A first line.\n\nMr Dalhuisen was there.\nSo was JOHN\nDALHUISEN.\n", encoding="utf-8"
    )
    result = run("check draft.txt")
    assert result.exit_code == 1
    assert result.stdout == (
        "3,4\tpassage\tmarked\tEUR 57/002/2012 (en)\tDalhuisen\t"
        "marked in the archive as not to go out (at risk): take it out\n"
    )
    assert "1 marked passage that must not go out; 1 finding" in result.stderr
    marked = json.loads(run("check draft.txt --json").stdout)["marked"]
    assert [(one["lines"], one["names"]) for one in marked] == [([3, 4], ["EUR 57/002/2012 (en)"])]
