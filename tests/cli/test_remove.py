"""`advisory remove`: what goes is what was meant, nobody is surprised, and history keeps it."""

import json
from pathlib import Path

import pytest

from tests.cli.screen import screen
from tests.conftest import FIXTURES, Run


@pytest.fixture
def filled(run: Run, seed: Path) -> Run:
    """The seed (#1), its Russian version (#2), and an urgent action (#3)."""
    files = [seed, FIXTURES / "layouts" / "001.txt", FIXTURES / "layouts" / "007.txt"]
    assert run(["add", *map(str, files)]).exit_code == 0
    return run


def left(run: Run) -> list[str]:
    return run("list --sort reference --format ids").stdout.split()


ALL = ["AMR", "34/043/1992@en", "EUR", "57/002/2012@en", "EUR", "57/002/2012@ru"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("EUR 57/002/2012@ru", ["EUR 57/002/2012 (ru)"]),
        ("#1", ["EUR 57/002/2012 (en)"]),
        ("#1 AMR 34/43/92", ["EUR 57/002/2012 (en)", "AMR 34/043/1992 (en)"]),
        ("#1 #1 1", ["EUR 57/002/2012 (en)"]),
        ("EUR 57/002/2012 --all-languages", ["EUR 57/002/2012 (en)", "EUR 57/002/2012 (ru)"]),
        ("Zhanaozen", ["EUR 57/002/2012 (en)"]),
        ("--region EUR", ["EUR 57/002/2012 (en)", "EUR 57/002/2012 (ru)"]),
        ("--region EUR -Zhanaozen", ["EUR 57/002/2012 (ru)"]),
        ("--all", ["EUR 57/002/2012 (en)", "EUR 57/002/2012 (ru)", "AMR 34/043/1992 (en)"]),
    ],
)
@pytest.mark.parametrize("dry", [False, True])
def test_what_is_named_goes_and_is_told(filled: Run, line: str, names: list[str], *, dry: bool) -> None:
    result = filled(f"remove {line} " + ("--dry-run" if dry else "--yes"))
    assert result.exit_code == 0
    told = [row.partition("  ")[0] for row in result.stdout.splitlines()]
    assert told == [f"{'would be removed' if dry else 'removed'} {name}" for name in names]
    assert len(left(filled)) == (len(ALL) if dry else len(ALL) - 2 * len(names))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("", "--all"),
        ("--all Zhanaozen", "--all and nothing else"),
        ("--all --region EUR", "--all and nothing else"),
        (
            "EUR 57/002/2012 --yes",
            "name one of EUR 57/002/2012@en, EUR 57/002/2012@ru, or take all with --all-languages",
        ),
        ("#1 --language en --yes", "references and filters exclude each other"),
        ("#1#1 --yes", "is one revision"),
        ('"Zhanaozen --yes', "nothing was removed"),
        ("Zhanaozen", "1 text would be removed"),
        ("--all", "3 texts would be removed"),
    ],
)
def test_what_is_not_clear_is_refused(filled: Run, line: str, said: str) -> None:
    result = filled(f"remove {line}")
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
    assert left(filled) == ALL


@pytest.mark.parametrize("line", ["nonesuch --yes", "--year 1970 --dry-run", "EUR 57/009/2012 --yes", "#9 --yes"])
def test_what_is_not_there_is_exit_1(filled: Run, line: str) -> None:
    result = filled(f"remove {line}")
    assert (result.exit_code, result.stdout) == (1, "")
    assert left(filled) == ALL


def test_removed_is_gone_from_list_search_and_show_but_not_for_good(filled: Run) -> None:
    filled(["remove", "#1", "--yes", "--reason", "added twice"])
    assert filled("search Zhanaozen").exit_code == 1
    shown = filled("show #1")
    assert shown.exit_code == 1
    assert "was removed" in shown.stderr
    (record,) = json.loads(filled("list status:removed --json").stdout)["advisories"]
    assert (record["reason"], record["action"], record["revision"]) == ("added twice", "remove", 2)
    assert "Zhanaozen" in record["body"]


def test_json_tells_what_was_removed_as_one_write(filled: Run) -> None:
    told = json.loads(filled("remove --region EUR --yes --json").stdout)
    assert told["schema"] == 1
    assert [(record["first"], record["status"]) for record in told["removed"]] == [(1, "removed"), (2, "removed")]
    assert {record["batch"] for record in told["removed"]} == {4}


def test_nothing_found_in_json_is_an_empty_list(filled: Run) -> None:
    result = filled("remove nonesuch --yes --json")
    assert (result.exit_code, json.loads(result.stdout)) == (1, {"schema": 1, "removed": []})


def test_more_than_one_append_is_still_one_write(run: Run, home: Path) -> None:
    for number in range(1, 511):
        (home / f"{number}.txt").write_text(
            f"EUR 57/{number:03}/2012\n22 March 2012\n\nTitle {number}\n\nText {number}.\n"
        )
    run(["add", *(f"{number}.txt" for number in range(1, 511))])
    told = json.loads(run("remove --all --yes --json").stdout)["removed"]
    assert len(told) == 510
    assert {record["batch"] for record in told} == {511}


def test_control_characters_of_a_title_do_not_reach_the_terminal(run: Run, home: Path) -> None:
    (home / "odd.txt").write_bytes(b"EUR 57/003/2012\n\nTitle \x1b]52;c;aGk=\x07 here\n\nBody \x1b[2J text.\n")
    run("add odd.txt")
    for line in ("remove 1 --dry-run", "remove 1", "remove 1 --yes --json"):
        assert not {"\x1b", "\x07"} & set(run(line).output)


@pytest.mark.parametrize(("answer", "code"), [("y", 0), ("n", 1), ("", 1), ("\x04", 1)])
def test_a_terminal_is_shown_the_list_and_asked(filled: Run, answer: str, code: int) -> None:
    with screen("remove", "Zhanaozen") as terminal:
        terminal.wait_for("EUR 57/002/2012")
        terminal.wait_for("Remove 1 text?")
        terminal.keys(answer if answer == "\x04" else f"{answer}\n")
        assert terminal.end() == code
    assert (len(left(filled)) < len(ALL)) == (code == 0)


@pytest.mark.parametrize(("answer", "code"), [("3", 0), ("y", 1), ("2", 1)])
def test_all_goes_only_when_the_number_is_typed(filled: Run, answer: str, code: int) -> None:
    with screen("remove", "--all") as terminal:
        terminal.wait_for("Type 3 to remove all:")
        terminal.keys(f"{answer}\n")
        assert terminal.end() == code
    assert (left(filled) == []) == (code == 0)


def test_ctrl_c_at_the_question_removes_nothing(filled: Run) -> None:
    with screen("remove", "Zhanaozen") as terminal:
        terminal.wait_for("Remove 1 text?")
        terminal.keys("\x03")
        assert terminal.end() == 130
    assert left(filled) == ALL
