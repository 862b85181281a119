"""`advisory withdraw`: a text no longer stands, everybody is told so and why, and nothing of it is lost."""

import json
from pathlib import Path

import pytest

from tests.cli.screen import screen
from tests.conftest import Run, archived

WHY = ["--reason", "Names of witnesses"]


def standing(run: Run) -> list[tuple[str, str | None]]:
    records = json.loads(run("show #1 #2 #3 --json").stdout)["advisories"]
    return [(record["status"], record["reason"]) for record in records]


CURRENT = ("current", None)
WITHDRAWN = ("withdrawn", "Names of witnesses")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (["#1"], [WITHDRAWN, CURRENT, CURRENT]),
        (["EUR", "57/002/2012@ru", "AMR", "34/43/92"], [CURRENT, WITHDRAWN, WITHDRAWN]),
        (["EUR", "57/002/2012", "--all-languages"], [WITHDRAWN, WITHDRAWN, CURRENT]),
    ],
)
def test_texts_that_are_named_are_withdrawn_with_the_reason(
    filled: Run, line: list[str], expected: list[tuple[str, str | None]]
) -> None:
    assert filled(["withdraw", *line, *WHY]).exit_code == 0
    assert standing(filled) == expected


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_the_reason_stands_before_the_text_which_stays(filled: Run, form: str) -> None:
    filled(["withdraw", "#1", *WHY])
    shown = filled(f"show #1 --format {form}").stdout
    assert shown.index("WITHDRAWN: Names of witnesses") < shown.index("Many questions remain unanswered")


@pytest.mark.parametrize("line", ["list is:withdrawn", "search is:withdrawn firearms"])
def test_lists_and_searches_say_withdrawn(filled: Run, line: str) -> None:
    filled(["withdraw", "#1", *WHY])
    assert filled(line).stdout.rstrip("\n").endswith("\twithdrawn")
    (record,) = json.loads(filled(f"{line} --json").stdout)["advisories"]
    assert (record["status"], record["reason"]) == WITHDRAWN


def test_before_the_withdrawal_it_is_shown_as_it_stood(filled: Run) -> None:
    filled(["withdraw", "#1", *WHY])
    shown = filled("show #1#1").stdout
    assert "WITHDRAWN" not in shown
    assert shown.startswith("NOT CURRENT: revision 1 of 2; the current one is revision 2 (withdraw")


def test_a_successor_says_that_it_supersedes_and_both_are_one_write(filled: Run) -> None:
    result = filled(["withdraw", "EUR", "57/002/2012", "--all-languages", *WHY, "--by", "AMR 34/43/92"])
    assert [line.partition("  ")[0] for line in result.stdout.splitlines()] == [
        "withdrawn EUR 57/002/2012 (en)",
        "withdrawn EUR 57/002/2012 (ru)",
        "revised AMR 34/043/1992 (en)",
    ]
    (successor,) = json.loads(filled("show #3 --json").stdout)["advisories"]
    assert {"type": "supersedes", "reference": "EUR 57/002/2012"} in successor["relations"]
    filled("undo --yes")
    assert standing(filled) == [CURRENT] * 3
    (successor,) = json.loads(filled("show #3 --json").stdout)["advisories"]
    assert "supersedes" not in {relation["type"] for relation in successor["relations"]}


@pytest.mark.parametrize("by", ["--by AMR 34/43/92", "--by=amr 34/43/92", "--by amr340431992", "--by #3"])
def test_a_successor_needs_no_quotes(filled: Run, by: str) -> None:
    assert filled(["withdraw", *by.split(), "EUR", "57/002/2012@ru", *WHY]).exit_code == 0
    assert standing(filled) == [CURRENT, WITHDRAWN, CURRENT]


def test_a_withdrawn_text_stands_again_and_says_why(filled: Run) -> None:
    filled(["withdraw", "#1", *WHY])
    result = filled(["withdraw", "#1", "--reverse", "--reason", "Withdrawn by mistake"])
    assert result.stdout.startswith("reinstated EUR 57/002/2012 (en)")
    assert standing(filled)[0] == ("current", "Withdrawn by mistake")
    assert filled("show #1").stdout.startswith("REINSTATED: Withdrawn by mistake\n")
    assert filled("list is:withdrawn").exit_code == 1


def test_undo_takes_a_withdrawal_back(filled: Run) -> None:
    filled(["withdraw", "#1", *WHY])
    filled("undo --yes")
    assert standing(filled) == [CURRENT] * 3


def test_what_is_as_it_should_be_is_not_written_again(filled: Run, home: Path) -> None:
    filled(["withdraw", "#1", *WHY])
    before = archived(home)
    assert filled(["withdraw", "#1", *WHY]).stdout.startswith("unchanged EUR 57/002/2012 (en)")
    assert filled(["withdraw", "#2", "--reverse", *WHY]).stdout.startswith("unchanged EUR 57/002/2012 (ru)")
    assert archived(home) == before


def test_a_dry_run_says_what_would_be_and_writes_nothing(filled: Run, home: Path) -> None:
    before = archived(home)
    told = json.loads(filled(["withdraw", "#1", *WHY, "--by", "#3", "--dry-run", "--json"]).stdout)
    assert [record["first"] for record in told["withdrawn"]] == [1]
    assert [record["first"] for record in told["revised"]] == [3]
    assert (told["schema"], told["reinstated"], told["unchanged"]) == (1, [], [])
    assert archived(home) == before


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        (["#1"], 2, "--reason"),
        (["#1", "--reason", " "], 2, "--reason"),
        ([*WHY], 2, "no reference given"),
        (["EUR", "57/002/2012", *WHY], 2, "--all-languages"),
        (["Zhanaozen", *WHY], 2, "is no reference"),
        (["#1#1", *WHY], 2, "is one revision"),
        (["#9", *WHY], 1, "no advisory #9"),
        (["#1", *WHY, "--by", "#9"], 1, "no advisory #9"),
        (["#1", *WHY, "--by", "EUR 57/2/2012"], 2, "cannot take its own place"),
        (["#1", *WHY, "--by", "#3", "--reverse"], 2, "exclude each other"),
    ],
)
def test_what_is_not_clear_or_not_there_is_refused(filled: Run, line: list[str], code: int, said: str) -> None:
    result = filled(["withdraw", *line])
    assert (result.exit_code, result.stdout) == (code, "")
    assert said in result.stderr
    assert standing(filled) == [CURRENT] * 3


def test_a_text_without_a_number_has_no_successor_that_could_name_it(run: Run, home: Path) -> None:
    (home / "letter.txt").write_text("A letter\n\nIt is quiet here.\n")
    (home / "other.txt").write_text("Another letter\n\nIt is loud here.\n")
    run("add letter.txt other.txt")
    assert "has no number" in run(["withdraw", "1", *WHY, "--by", "2"]).stderr
    assert run(["withdraw", "1", *WHY]).exit_code == 0


def test_control_characters_of_a_reason_do_not_reach_the_terminal(filled: Run) -> None:
    filled(["withdraw", "#1", "--reason", "Why\x1b]52;c;aGk=\x07 not"])
    for line in ("show #1", "show #1 --json", "list", "history #1"):
        assert not {"\x1b", "\x07"} & set(filled(line).output)


@pytest.mark.parametrize(("answer", "code"), [("y", 0), ("n", 1)])
def test_a_terminal_is_shown_the_text_and_asked(filled: Run, answer: str, code: int) -> None:
    with screen("withdraw", "#1", *WHY) as terminal:
        terminal.wait_for("EUR 57/002/2012")
        terminal.wait_for("Withdraw this text? [y/N]")
        terminal.keys(f"{answer}\n")
        assert terminal.end() == code
    assert standing(filled)[0] == (CURRENT if code else WITHDRAWN)
