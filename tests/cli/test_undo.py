"""`advisory undo`: the last writes are taken back, told before and after."""

import json
from pathlib import Path

import pytest

from tests.cli.screen import screen, without_colour
from tests.conftest import FIXTURES, Run, archived


@pytest.fixture
def filled(run: Run, seed: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Two files added as one write, then an edit."""
    monkeypatch.setenv("ADVISORY_USER", "Lydia")
    assert run(["add", str(seed), str(FIXTURES / "layouts" / "001.txt")]).exit_code == 0
    assert run("edit 1 --set title=Wrong").exit_code == 0
    return run


def test_the_last_writes_are_listed_newest_first(filled: Run) -> None:
    rows = [line.split("\t") for line in filled("undo --list").stdout.splitlines()]
    assert [(number, batch, by, what, texts) for number, batch, _, by, what, texts in rows] == [
        ("1", "3", "Lydia", "edit 1", "EUR 57/002/2012 (en)"),
        ("2", "1", "Lydia", "add 2", "EUR 57/002/2012 (en), EUR 57/002/2012 (ru)"),
    ]
    assert len(filled("undo 1 --list").stdout.splitlines()) == 1


def test_the_last_write_is_taken_back(filled: Run) -> None:
    result = filled("undo --yes")
    assert (result.exit_code, result.stdout) == (0, "took back write 3 (edit 1)\n  EUR 57/002/2012 (en)\n")
    assert "violent clashes" in filled("show 1").stdout


def test_all_files_of_one_addition_are_one_write(filled: Run) -> None:
    result = filled("undo 2 --yes")
    assert "took back write 1 (add 2)\n  EUR 57/002/2012 (en)\n  EUR 57/002/2012 (ru)\n" in result.stdout
    assert filled("list").exit_code == 1
    assert filled("undo --list").exit_code == 1
    assert "nothing to take back" in filled("undo --yes").stderr


def test_a_removal_of_many_is_taken_back_as_one(filled: Run) -> None:
    filled("remove --all --yes")
    assert filled("undo --yes").stdout.startswith("took back write 4 (remove 2)\n")
    assert json.loads(filled("list --json").stdout)["total"] == 2


def test_a_program_gets_the_writes(filled: Run) -> None:
    listed = json.loads(filled("undo --list --json").stdout)
    undone = json.loads(filled("undo --yes --json").stdout)
    assert listed["schema"] == undone["schema"] == 1
    assert undone["undone"] == listed["writes"][:1]
    (write,) = undone["undone"]
    assert write["actions"] == {"edit": 1}
    assert write["texts"] == [{"first": 1, "name": "EUR 57/002/2012 (en)"}]
    assert (write["batch"], write["by"], write["purged"]) == (3, "Lydia", [])


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("undo", 2, "--yes"),
        ("undo 0", 2, "0"),
        ("undo -1", 2, 'there is no option "-1"'),
        ("undo 3 --yes", 2, "only 2 can be taken back"),
        ("undo last", 2, "last"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(
    filled: Run, home: Path, line: str, code: int, said: str
) -> None:
    before = archived(home)
    result = filled(line)
    assert result.exit_code == code
    assert said in result.stderr
    assert archived(home) == before


def test_a_dry_run_writes_nothing(filled: Run, home: Path) -> None:
    before = archived(home)
    assert filled("undo 2 --dry-run").stdout.startswith("would take back write 3 (edit 1)\n")
    assert archived(home) == before


def test_an_archive_that_is_not_there_has_nothing_to_undo(run: Run, home: Path) -> None:
    assert run("undo --yes").exit_code == 1
    assert run("undo --list").exit_code == 1
    assert not (home / "archive").exists()


def test_history_tells_what_was_taken_back(filled: Run) -> None:
    filled("undo --yes")
    assert "revision 3  undo  " in (shown := filled("history 1").stdout)
    assert "takes back write 3" in shown


def test_on_a_terminal_the_writes_are_shown_and_asked_for(filled: Run) -> None:
    for answer, code, title in (("n", 1, "Wrong"), ("y", 0, "Kazakhstan")):
        with screen("undo") as terminal:
            asked = without_colour(terminal.wait_for("Take this back?"))
            assert "edit 1" in asked
            assert "Lydia" in asked
            terminal.keys(f"{answer}\n")
            assert terminal.end() == code
        assert title in filled("show 1").stdout


@pytest.mark.usefixtures("filled")
def test_the_list_on_a_terminal_is_a_table() -> None:
    with screen("undo", "--list") as terminal:
        assert terminal.end() == 0
        assert "Undo" in without_colour(terminal.text)


def test_what_was_purged_is_not_brought_back_and_said(filled: Run) -> None:
    filled(["add", str(FIXTURES / "layouts" / "007.txt")])
    erased = filled([*["remove", "--purge", "4", "--reason", "order", "--yes", "--confirm"], "AMR 34/043/1992"])
    assert erased.exit_code == 0, erased.stderr
    result = filled("undo --list")
    assert [line.split("\t")[4] for line in result.stdout.splitlines()] == ["edit 1", "add 2"]
    assert result.stderr == "note: AMR 34/043/1992 (en) was purged and cannot be brought back\n"
    told = filled("history 4").stdout
    assert "purged: its text is erased for good (order)" in told
    assert "Guatemala" not in told
    assert filled(["edit", "4", "--note", "x"]).exit_code == 1


def test_a_write_of_many_texts_is_told_in_short_on_a_terminal(run: Run, home: Path) -> None:
    for number in range(8):
        (home / f"{number}.txt").write_text(
            f"AI Index: EUR 57/00{number}/2012\n\nTitle {number}\n\nThe text {number}.\n"
        )
    run(["add", *(str(home / f"{number}.txt") for number in range(8))])
    with screen("undo", "--json", COLUMNS="200") as terminal:
        assert "and 3 more" in terminal.wait_for("Take this back?")
        terminal.keys("n\n")
        assert terminal.end() == 1
    assert run("undo --list").stdout.count("EUR 57/") == 8
