"""How texts stand to one another is said in every view, from both sides."""

import json
from pathlib import Path

import pytest

from tests.conftest import Run


def text(number: str, body: str) -> str:
    return f"AI Index: {number}\n22 March 2012\n\nTitle of {number}\n\n{body}\n"


@pytest.fixture
def filled(run: Run, home: Path) -> Run:
    """Three texts (#1, #2, #3) that say nothing of each other."""
    for number in (1, 2, 3):
        (home / f"{number}.txt").write_text(text(f"EUR 57/00{number}/2012", f"The body of text {number} is quiet."))
    assert run("add 1.txt 2.txt 3.txt").exit_code == 0
    return run


def relations(run: Run, number: int) -> list[str]:
    (record,) = json.loads(run(f"show #{number} --json").stdout)["advisories"]
    return [f"{one['type']} {one['reference']}" for one in record["relations"]]


@pytest.mark.parametrize("indexed", [False, True])
@pytest.mark.parametrize(
    ("kind", "said", "said_back"),
    [
        ("corrects", "corrects", "corrected by"),
        ("supersedes", "supersedes", "superseded by"),
        ("follows", "follows", "followed by"),
        ("translates", "translation of", "translated by"),
        ("cites", "cites", "cited by"),
        ("related", "related to", "related to"),
    ],
)
def test_a_relation_is_shown_from_both_sides(
    filled: Run, kind: str, said: str, said_back: str, *, indexed: bool
) -> None:
    assert filled(["edit", "#2", "--relate", f"{kind}=eur57/1/2012"]).exit_code == 0
    if indexed:
        filled("list")
    assert f" {said} EUR 57/001/2012\n" in filled("show #2").stdout
    assert f"{said_back} EUR 57/002/2012 (en)" in filled("show #1").stdout


@pytest.mark.parametrize(("kind", "word"), [("corrects", "CORRECTED"), ("supersedes", "SUPERSEDED")])
@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_what_is_corrected_says_so_first(filled: Run, kind: str, word: str, form: str) -> None:
    filled(["edit", "#2", "--relate", f"{kind}=EUR 57/001/2012"])
    shown = filled(f"show #1 --format {form}").stdout
    warning = shown.index(f"{word} by EUR 57/002/2012 ")
    assert warning < shown.index("is quiet")


@pytest.mark.parametrize("line", ["list", "list --limit 0", "search quiet"])
def test_lists_say_by_what_a_text_is_corrected(filled: Run, line: str) -> None:
    filled(["edit", "#2", "--relate", "corrects=EUR 57/001/2012"])
    standings = {row.split("\t")[0]: row.split("\t")[-1] for row in filled(line).stdout.splitlines()}
    assert standings == {
        "EUR 57/001/2012": "corrected by EUR 57/002/2012 (en)",
        "EUR 57/002/2012": "current",
        "EUR 57/003/2012": "current",
    }
    records = json.loads(filled(f"{line} --json").stdout)["advisories"]
    assert {record["first"]: record.get("corrected_by") for record in records} == {
        1: ["EUR 57/002/2012 (en)"],
        2: None,
        3: None,
    }


def test_the_word_of_a_removed_or_changed_text_counts_no_longer(filled: Run) -> None:
    filled(["edit", "#2", "--relate", "corrects=EUR 57/001/2012"])
    filled(["edit", "#3", "--relate", "corrects=EUR 57/001/2012"])
    filled("remove #2 --yes")
    filled(["edit", "#3", "--unrelate", "corrects=EUR 57/001/2012"])
    assert "CORRECTED" not in filled("show #1").stdout
    assert "corrected" not in filled("list").stdout


def test_as_it_was_before_it_stands_uncorrected(filled: Run) -> None:
    filled(["edit", "#2", "--relate", "corrects=EUR 57/001/2012"])
    assert "CORRECTED" not in filled("show #1 --as-of 9999").stdout
    assert "CORRECTED" in filled("show #1#1").stdout


def test_several_relations_are_set_and_taken_off_at_once(filled: Run) -> None:
    filled(["edit", "#3", "--relate", "follows=EUR 57/001/2012", "--relate", "cites=EUR 57/2/2012"])
    assert relations(filled, 3) == ["follows EUR 57/001/2012", "cites EUR 57/002/2012"]
    changed = ["--unrelate", "cites=EUR 57/002/2012", "--relate", "related=EUR 57/009/2012", "--note", "seen"]
    result = filled(["edit", "#3", *changed])
    assert result.stdout.startswith("revised EUR 57/003/2012 (en)")
    assert relations(filled, 3) == ["follows EUR 57/001/2012", "related EUR 57/009/2012"]
    assert "note" in result.stderr


@pytest.mark.parametrize(
    "line",
    [
        "edit #3 --relate cites=EUR 57/2/2012 --relate follows=eur 57/1/2012",
        "edit --relate cites=eur57/2/2012 --relate=follows=EUR 57/1/2012 EUR 57/003/2012",
    ],
)
def test_a_reference_needs_no_quotes(filled: Run, line: str) -> None:
    assert filled(line).exit_code == 0
    assert relations(filled, 3) == ["cites EUR 57/002/2012", "follows EUR 57/001/2012"]


def test_a_relation_that_is_there_already_changes_nothing(filled: Run) -> None:
    filled(["edit", "#3", "--relate", "follows=EUR 57/001/2012"])
    assert filled(["edit", "#3", "--relate", "follows=EUR57/1/2012"]).stdout.startswith("unchanged")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--relate", "follows"], "follows=EUR 57/002/2012"),
        (["--relate", "follows=nothing"], "is no reference"),
        (["--relate", "likes=EUR 57/1/2012"], "no relation"),
        (["--relate", "supersede=EUR 57/1/2012"], "did you mean supersedes?"),
        (["--relate", "corrects=EUR 57/3/2012"], "itself"),
        (["--unrelate", "cites=EUR 57/1/2012"], "does not say"),
    ],
)
def test_what_is_no_relation_is_refused(filled: Run, words: list[str], said: str) -> None:
    result = filled(["edit", "#3", *words])
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
    assert relations(filled, 3) == []


def test_very_many_corrections_are_counted(run: Run, home: Path) -> None:
    (home / "1.txt").write_text(text("EUR 57/001/2012", "The body is quiet."))
    for number in range(2, 32):
        (home / f"{number}.txt").write_text(text(f"EUR 57/{number:03}/2012", f"Text {number} is quiet."))
    run(["add", *(f"{number}.txt" for number in range(1, 32)), "--language", "en"])
    for number in range(2, 32):
        run(["edit", f"#{number}", "--relate", "corrects=EUR 57/001/2012", "--yes"])
    assert "CORRECTED by EUR 57/002/2012 (en), EUR 57/003/2012 (en)" in run("show #1").stdout
    for line in ("show #1", "list --limit 0"):
        assert "EUR 57/021/2012 (en) and 10 more" in run(line).stdout
    (record,) = json.loads(run("show #1 --json").stdout)["advisories"]
    assert len(record["corrected_by"]) == 30
