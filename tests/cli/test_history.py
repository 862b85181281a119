"""`advisory history` and looking back with `advisory show`."""

import json
from pathlib import Path

import pytest

from tests.cli.screen import screen, without_colour
from tests.conftest import Run


@pytest.fixture
def changed(run: Run, seed: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """A text that was added, renumbered and retitled, given another source, and removed."""
    monkeypatch.setenv("ADVISORY_USER", "Lydia")
    other = home / "other.txt"
    other.write_bytes(
        seed.read_bytes().replace(b"57/002", b"57/009").replace(b"Many questions remain unanswered", b"All is open")
    )
    assert run(["add", str(seed)]).exit_code == 0
    assert run(["edit", "1", "--set", "reference=EUR 57/009/2012", "--set", "title=New"]).exit_code == 0
    assert run(["add", "--revise", str(other)]).exit_code == 0
    assert run(["remove", "1", "--yes", "--reason", "added twice"]).exit_code == 0
    return run


@pytest.mark.parametrize("ref", ["EUR 57/002/2012", "EUR 57/009/2012", "#1", "3"])
def test_every_revision_is_told_with_what_it_changed(changed: Run, seed: Path, ref: str) -> None:
    result = changed(f"history {ref}")
    assert result.exit_code == 0
    lines = result.stdout.split("\n")
    assert lines[:3] == [
        "EUR 57/009/2012 (en)  Kazakhstan's failure to find truth about violent clashes",
        "was EUR 57/002/2012 (en) in revision 1",
        "removed: gone from list and search; all of it is still here",
    ]
    heads = [line for line in lines if line.startswith("revision ")]
    assert [head.split("  ")[:2] for head in heads] == [
        ["revision 1", "add"],
        ["revision 2", "edit"],
        ["revision 3", "revise"],
        ["revision 4", "remove"],
    ]
    assert all("  by Lydia  " in head for head in heads)
    assert f"from {seed.name} (sha256 9b73e1803e5b)" in heads[0]
    assert "from other.txt (sha256 " in heads[2]
    middle = "about violent clashes between security … in Kazakhstan in December 2011."
    for line in (
        "    - EUR 57/002/2012",
        "    + EUR 57/009/2012",
        "    + New",
        f"    ~ [-Many questions remain unanswered-] {{+All is open+}} {middle}",
        "    - current",
        "    + removed",
        "    + added twice",
    ):
        assert line in lines
    assert "\x1b" not in result.stdout


def test_one_revision_can_be_named(changed: Run) -> None:
    shown = changed("history #1#2").stdout
    assert "revision 2  edit" in shown
    assert "revision 3" not in shown
    assert changed("history #1#9").exit_code == 2


def test_a_program_gets_records_with_values_before_and_after(changed: Run) -> None:
    told = json.loads(changed("history 1 --json").stdout)
    assert (told["schema"], told["total"]) == (1, 4)
    assert [one["action"] for one in told["revisions"]] == ["add", "edit", "revise", "remove"]
    assert told["revisions"][0]["changes"] == {}
    assert told["revisions"][1]["changes"]["title"]["after"] == "New"
    assert told["revisions"][3]["changes"] == {
        "status": {"before": "current", "after": "removed"},
        "reason": {"before": None, "after": "added twice"},
    }


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [("history", 2, "no reference"), ("history EUR 57/02/2013", 1, "EUR 57/0"), ("history x", 2, "'x'")],
)
def test_what_is_not_there_is_said(changed: Run, line: str, code: int, said: str) -> None:
    result = changed(line)
    assert (result.exit_code, said in result.stderr) == (code, True)


@pytest.mark.usefixtures("changed")
def test_on_a_terminal_signs_are_coloured_and_still_there() -> None:
    with screen("history", "1", "--no-pager") as terminal:
        assert terminal.end() == 0
        text = terminal.text
    assert "\x1b[31m    - EUR 57/002/2012" in text
    assert "\x1b[32m    + EUR 57/009/2012" in text
    assert "[-Many questions remain unanswered-] {+All is open+}" in " ".join(without_colour(text).split())


def test_nothing_of_a_document_acts_on_the_terminal(run: Run, home: Path) -> None:
    (home / "odd.txt").write_bytes(
        b"EUR 57/003/2012\n\nTitle \x1b]52;c;aGk=\x07 here\n\nBody \x1b[2J [bold]x[/bold] text.\n"
    )
    run("add odd.txt")
    run(["edit", "1", "--set", "title=Other \x9b31m\u202e", "--set", "body=Text \x1b[2J\nmore", "--note", "[red]x"])
    for line in ("history 1", "history 1 --json", "undo --list", "show 1#1", "--color always history 1"):
        shown = run(line).stdout
        assert not {"\x07", "\x9b", "\u202e"} & set(shown)
        assert "\x1b]" not in shown
        assert "\x1b[2J" not in shown
    assert "[red]x" in run("--color always history 1").stdout


@pytest.mark.parametrize("ref", ["#1#1", "EUR 57/002/2012#1"])
def test_an_older_revision_is_shown_as_such(changed: Run, ref: str) -> None:
    shown = changed(f"show {ref}").stdout
    assert shown.startswith("NOT CURRENT: revision 1 of 4; removed since (remove, 20")
    assert "Many questions remain unanswered" in shown


def test_what_was_not_there_yet_is_said(changed: Run) -> None:
    result = changed("show 1 --as-of 2001 --json")
    assert result.exit_code == 2
    assert "there was no #1 in the archive at the end of 2001 (UTC)" in result.stderr


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_what_is_current_is_named_beside_what_is_not(run: Run, seed: Path, form: str) -> None:
    run(["add", str(seed)])
    run(["edit", "1", "--set", "reference=EUR 57/009/2012"])
    shown = run(f"show 1#1 --format {form}").stdout.replace("\\", "")
    assert "NOT CURRENT: revision 1 of 2; the current one is revision 2 (edit, " in shown
    assert "now EUR 57/009/2012 (en)" in shown
    assert "NOT CURRENT" not in run(f"show 1#2 --format {form}").stdout
    assert "NOT CURRENT" not in run(f"show 1 --as-of 2999 --format {form}").stdout


def test_record_and_original_of_an_older_revision_can_be_had(changed: Run, seed: Path) -> None:
    (record,) = json.loads(changed("show 1#1 --json").stdout)["advisories"]
    assert (record["revision"], record["reference"]) == (1, "EUR 57/002/2012")
    assert changed("show 1#1 --raw").stdout_bytes == seed.read_bytes()
    assert b"All is open" in changed("show 1#3 --raw").stdout_bytes


def test_a_removed_text_is_missed_with_what_to_do(changed: Run) -> None:
    result = changed("show EUR 57/009/2012")
    assert result.exit_code == 1
    assert '"advisory history EUR 57/009/2012" still has it' in result.stderr
