"""`advisory edit`: what is wrong is corrected, nothing else, and nothing is lost."""

import json
import sys
from pathlib import Path

import pytest

from tests.cli.screen import screen, without_colour
from tests.conftest import FIXTURES, Run, archived


@pytest.fixture
def filled(run: Run, seed: Path) -> Run:
    """A command line on an archive with the seed."""
    assert run(["add", str(seed)]).exit_code == 0
    return run


def record(run: Run) -> dict[str, object]:
    (one,) = json.loads(run("show 1 --json").stdout)["advisories"]
    assert isinstance(one, dict)
    return one


def kept_aside(home: Path) -> list[Path]:
    return [path for path in (home / "archive").iterdir() if "edit" in path.name]


def test_fields_are_set_and_the_change_is_shown(filled: Run) -> None:
    result = filled(["edit", "EUR", "57/002/2012", "--set", "title=By hand", "--set", "date=2012-03", "--note", "ours"])
    assert (result.exit_code, result.stdout) == (0, "revised EUR 57/002/2012 (en)  By hand\n")
    assert "    + By hand\n" in result.stderr
    now = record(filled)
    assert (now["title"], now["date"], now["note"], now["action"]) == ("By hand", "2012-03", "ours", "edit")
    assert "violent clashes\n" in filled("show 1#1").stdout


def test_an_empty_note_clears_it(filled: Run) -> None:
    filled(["edit", "1", "--note", "ours"])
    filled(["edit", "1", "--note", ""])
    assert record(filled)["note"] is None


def test_a_body_that_is_set_is_read_again(filled: Run) -> None:
    filled(["edit", "1", "--set", 'body="We will not be silent about this," said Jane Doe, see https://example.org/a.'])
    now = record(filled)
    assert [quote["speaker"] for quote in now["quotes"]] == ["Jane Doe"]  # type: ignore[attr-defined]
    assert [link["url"] for link in now["links"]] == ["https://example.org/a"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["edit"], 2, "no reference"),
        (["edit", "1", "2", "--note", "x"], 2, "one text"),
        (["edit", "1#1", "--note", "x"], 2, "older revision"),
        (["edit", "7", "--note", "x"], 1, "no advisory #7"),
        (["edit", "1", "--set", "date=soon"], 2, "no date"),
        (["edit", "1", "--set", "colour=red"], 2, "no field"),
        (["edit", "1", "--set", "title"], 2, "field=value"),
        (["edit", "1"], 2, "--set date=2012-03-22"),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_written(
    filled: Run, home: Path, words: list[str], code: int, said: str
) -> None:
    before = archived(home)
    result = filled(words)
    assert result.exit_code == code
    assert said in result.stderr
    assert archived(home) == before


def test_which_of_several_texts_is_never_guessed(filled: Run) -> None:
    filled(["add", str(FIXTURES / "layouts" / "001.txt")])
    result = filled(["edit", "EUR 57/002/2012", "--note", "x"])
    assert result.exit_code == 2
    assert "EUR 57/002/2012@en, EUR 57/002/2012@ru" in result.stderr
    assert filled(["edit", "EUR 57/002/2012@ru", "--note", "x"]).exit_code == 0


def test_the_name_of_another_text_is_refused(filled: Run) -> None:
    filled(["add", str(FIXTURES / "layouts" / "001.txt")])
    result = filled(["edit", "#2", "--set", "language=en"])
    assert result.exit_code == 3
    assert "EUR 57/002/2012 (en) is another text of the archive (#1)" in result.stderr


def test_a_removed_text_is_not_edited_and_undo_is_named(filled: Run) -> None:
    filled("remove 1 --yes")
    result = filled(["edit", "1", "--note", "x"])
    assert result.exit_code == 1
    assert "advisory undo" in result.stderr


def test_a_dry_run_shows_and_writes_nothing(filled: Run, home: Path) -> None:
    before = archived(home)
    result = filled("edit 1 --set title=New --dry-run")
    assert result.exit_code == 0
    assert "    + New\n" in result.stdout
    assert result.stdout.endswith("would be revised EUR 57/002/2012 (en)  New\n")
    assert archived(home) == before


@pytest.mark.parametrize(
    ("setting", "action"), [("title=New", "revised"), ("organisation=Amnesty International", "unchanged")]
)
def test_a_program_gets_the_record(filled: Run, setting: str, action: str) -> None:
    filled(["edit", "1", "--set", "organisation=Amnesty International"])
    told = json.loads(filled(["edit", "1", "--set", setting, "--json"]).stdout)
    assert told["schema"] == 1
    records = {name: [one["reference"] for one in told[name]] for name in ("revised", "unchanged")}
    assert records == {"revised": [], "unchanged": []} | {action: ["EUR 57/002/2012"]}


def test_the_editor_changes_what_it_changes_and_leaves_nothing_behind(
    filled: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = record(filled)
    monkeypatch.setenv("EDITOR", "sed -i 's/^title: .*/title: By hand/; s/unanswered/open/'")
    assert filled("edit 1").stdout == "revised EUR 57/002/2012 (en)  By hand\n"
    now = record(filled)
    assert now["body"] == str(before["body"]).replace("unanswered", "open")
    assert (now["quotes"], now["links"]) == (before["quotes"], before["links"])
    assert kept_aside(home) == []


@pytest.mark.parametrize("editor", ["true", "touch"])
def test_an_editor_that_saves_nothing_changes_nothing(
    filled: Run, home: Path, monkeypatch: pytest.MonkeyPatch, editor: str
) -> None:
    before = archived(home)
    monkeypatch.setenv("EDITOR", editor)
    assert filled("edit 1").stdout.startswith("unchanged ")
    assert archived(home) == before
    assert kept_aside(home) == []


@pytest.mark.parametrize(
    ("editor", "said"),
    [
        ("sed -i 's/^date: .*/date: yesterday/'", "no date"),
        ("sed -i 's/^language: .*/tongue: en/'", "no line of the form"),
        ("sed -i '/^$/d'", "empty line before the text is missing"),
        ("sed -i 's/^title: /\\n&/'", "an empty line stands before 'title'"),
        (r"sed -i 's/unanswered/\xff/'", "another encoding"),
        ("sh -c 'echo more >> \"$0\"; exit 7'", "ended with code 7"),
    ],
)
def test_an_edit_that_cannot_be_saved_is_kept_aside(
    filled: Run, home: Path, monkeypatch: pytest.MonkeyPatch, editor: str, said: str
) -> None:
    before = archived(home)
    monkeypatch.setenv("EDITOR", editor)
    result = filled("edit 1")
    assert result.exit_code == 2
    assert said in result.stderr
    (aside,) = kept_aside(home)
    assert str(aside) in result.stderr
    assert b"Zhanaozen" in aside.read_bytes()
    assert aside.stat().st_mode & 0o077 == 0
    assert archived(home) == before


@pytest.mark.parametrize(("editor", "said"), [("false", "ended with code 1"), ("rm", "left no file to read")])
def test_an_editor_that_fails_before_anything_was_changed_leaves_nothing(
    filled: Run, home: Path, monkeypatch: pytest.MonkeyPatch, editor: str, said: str
) -> None:
    before = archived(home)
    monkeypatch.setenv("EDITOR", editor)
    result = filled("edit 1")
    assert result.exit_code == 2
    assert said in result.stderr
    assert (archived(home), kept_aside(home)) == (before, [])


def test_what_somebody_else_wrote_while_the_editor_was_open_is_not_overwritten(
    filled: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = home / "slow-editor"
    script.write_text(
        "#!/bin/sh\nsed -i 's/^title: .*/title: Slower/' \"$1\"\n"
        f"{sys.executable} -m advisory_cli edit 1 --set title=Quicker\n"
    )
    script.chmod(0o700)
    monkeypatch.setenv("EDITOR", str(script))
    monkeypatch.setenv("ADVISORY_USER", "Boris")
    result = filled("edit 1")
    assert result.exit_code == 3
    assert "was changed by Boris (revision 2, edit) in the meantime" in result.stderr
    (aside,) = kept_aside(home)
    assert "title: Slower" in aside.read_text(encoding="utf-8")
    assert record(filled)["title"] == "Quicker"


def test_on_a_terminal_the_change_is_shown_and_asked_for(filled: Run) -> None:
    for answer, code, title in (("n", 1, "failure"), ("y", 0, "New")):
        with screen("edit", "1", "--set", "title=New") as terminal:
            assert "+ New" in without_colour(terminal.wait_for("Save this?"))
            terminal.keys(f"{answer}\n")
            assert terminal.end() == code
        assert title in str(record(filled)["title"])


@pytest.mark.usefixtures("filled")
def test_an_edit_that_is_not_wanted_after_all_is_kept_aside(home: Path) -> None:
    with screen("edit", "1", EDITOR="sed -i 's/^title: .*/title: By hand/'") as terminal:
        terminal.wait_for("Save this?")
        terminal.keys("\x03")
        assert terminal.end() == 130
    (aside,) = kept_aside(home)
    assert "title: By hand" in aside.read_text(encoding="utf-8")
