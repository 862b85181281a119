"""`advisory add`: documents in, refusals in words, nothing written that was not asked for."""

import json
from pathlib import Path

import pytest

from tests.conftest import Run, archived

ADDED = "added EUR 57/002/2012 (en)  Kazakhstan's failure to find truth about violent clashes\n"


@pytest.fixture
def changed(seed: Path, home: Path) -> Path:
    """The seed with another last word of its title."""
    file = home / "changed.txt"
    file.write_bytes(seed.read_bytes().replace(b"violent clashes\n\nMany", b"violent events\n\nMany"))
    return file


def test_a_file_is_added_and_said_in_one_line(run: Run, seed: Path) -> None:
    result = run(["add", str(seed)])
    assert (result.exit_code, result.stdout, result.stderr) == (0, ADDED, "")


@pytest.mark.parametrize("line", ["add", "add -"])
def test_standard_input_is_added(run: Run, seed: Path, line: str) -> None:
    result = run(line, stdin=seed.read_bytes())
    assert (result.exit_code, result.stdout) == (0, ADDED)


def test_the_same_bytes_again_change_nothing(run: Run, seed: Path, home: Path) -> None:
    run(["add", str(seed)])
    before = archived(home)
    result = run(["add", str(seed)])
    assert result.exit_code == 0
    assert result.stdout == ADDED.replace("added", "unchanged")
    assert archived(home) == before


def test_another_content_under_the_same_name_is_refused(run: Run, seed: Path, changed: Path, home: Path) -> None:
    run(["add", str(seed)])
    before = archived(home)
    result = run(["add", str(changed)])
    assert result.exit_code == 3
    assert "--revise" in result.stderr
    assert "--keep-both" in result.stderr
    assert result.stderr.count("\n") == 1
    assert archived(home) == before


def test_revise_makes_the_next_revision(run: Run, seed: Path, changed: Path) -> None:
    run(["add", str(seed)])
    assert run(["add", "--revise", str(changed)]).stdout.startswith("revised EUR 57/002/2012 (en)  ")
    (record,) = json.loads(run("list --json").stdout)["advisories"]
    assert record["revision"] == 2
    assert record["first"] == 1
    assert record["title"].endswith("events")


def test_bytes_of_an_earlier_revision_are_known(run: Run, seed: Path, changed: Path) -> None:
    run(["add", str(seed)])
    run(["add", "--revise", str(changed)])
    assert run(["add", str(seed)]).stdout.startswith("unchanged ")


def test_keep_both_keeps_a_second_text(run: Run, seed: Path, changed: Path) -> None:
    run(["add", str(seed)])
    assert run(["add", "--keep-both", str(changed)]).stdout.startswith("added ")
    assert json.loads(run("list --json").stdout)["total"] == 2
    shown = run("show EUR 57/002/2012").stdout
    assert "violent clashes" in shown
    assert "violent events" in shown


def test_revise_and_keep_both_exclude_each_other(run: Run, seed: Path) -> None:
    assert run(["add", "--revise", "--keep-both", str(seed)]).exit_code == 2


def test_set_wins_over_the_text(run: Run, seed: Path) -> None:
    fields = {"title": "Another title", "countries": "Kazakhstan, Russia", "tags": "oil, strike"}
    run(["add", *(f"--set={name}={value}" for name, value in fields.items()), str(seed)])
    (record,) = json.loads(run("list --json").stdout)["advisories"]
    assert (record["title"], record["countries"], record["tags"]) == (
        "Another title",
        ["KAZ", "RUS"],
        ["oil", "strike"],
    )


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("colour=red", "no field 'colour'"),
        ("date=22.3.2012", "no date"),
        ("kind=poem", "no kind"),
        ("countries=Atlantis", "no country"),
        ("reference=EUR 57", "no reference"),
        ("language=English", "no language"),
        ("title", "field=value"),
    ],
)
def test_a_setting_that_makes_no_sense_is_misuse(run: Run, seed: Path, home: Path, setting: str, said: str) -> None:
    result = run(["add", "--set", setting, str(seed)])
    assert result.exit_code == 2
    assert said in result.stderr
    assert not (home / "archive").exists()


def test_language_wins_over_the_text(run: Run, seed: Path) -> None:
    assert "(kk)" in run(["add", "--language", "KK", str(seed)]).stdout


def test_a_dry_run_writes_nothing(run: Run, seed: Path, home: Path) -> None:
    result = run(["add", "--dry-run", str(seed)])
    assert result.exit_code == 0
    assert "22 March 2012" in result.stdout
    assert "would be added EUR 57/002/2012 (en)" in result.stdout
    assert not (home / "archive").exists()


def test_a_dry_run_in_json_is_the_parser_on_its_own(run: Run, seed: Path) -> None:
    outcome = json.loads(run(["add", "--dry-run", "--json", str(seed)]).stdout)
    assert outcome["schema"] == 1
    assert outcome["revised"] == outcome["unchanged"] == outcome["failed"] == []
    (record,) = outcome["added"]
    assert record["reference"] == "EUR 57/002/2012"
    assert record["source"]["name"] == seed.name
    assert record["id"] is None


def test_one_bad_input_does_not_stop_the_others(run: Run, seed: Path, home: Path) -> None:
    result = run(["add", "missing.txt", str(seed), str(seed)])
    assert result.exit_code == 4
    assert result.stdout == ADDED + ADDED.replace("added", "unchanged")
    assert "missing.txt" in result.stderr
    assert result.stderr.endswith("added 1, revised 0, unchanged 1, failed 1\n")
    assert b'"2"' not in archived(home)


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "empty"), (b"%PDF-1.4\n", "PDF"), (b"ab\0cd", "binary"), (None, "no such file")],
)
def test_an_unreadable_input_is_named_with_the_reason(run: Run, home: Path, content: bytes | None, said: str) -> None:
    file = home / "odd.txt"
    if content is not None:
        file.write_bytes(content)
    result = run(["add", str(file)])
    assert result.exit_code == 3
    assert "odd.txt" in result.stderr
    assert said in result.stderr
    assert "Traceback" not in result.output


def test_failures_stand_in_the_json(run: Run, seed: Path) -> None:
    result = run(["add", "--json", "missing.txt", str(seed)])
    assert result.exit_code == 4
    outcome = json.loads(result.stdout)
    assert [failure["source"] for failure in outcome["failed"]] == ["missing.txt"]
    assert len(outcome["added"]) == 1


def test_texts_of_one_work_in_two_languages_stand_beside_each_other(run: Run, seed: Path) -> None:
    run(["add", str(seed), str(seed.parent / "layouts" / "001.txt")])
    assert run("list --format ids").stdout.split("\n")[:2] == ["EUR 57/002/2012@ru", "EUR 57/002/2012@en"]


def test_the_editor_corrects_before_saving(run: Run, seed: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "sed -i 's/^title: .*/title: By hand/'")
    assert run(["add", "--edit", str(seed)]).stdout == "added EUR 57/002/2012 (en)  By hand\n"
    assert sorted(path.name for path in (home / "archive").iterdir() if "edit" in path.name) == []


def test_an_edit_that_cannot_be_read_is_kept_aside(
    run: Run, seed: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "sed -i 's/^date: .*/date: yesterday/'")
    result = run(["add", "--edit", str(seed)])
    assert result.exit_code == 2
    (aside,) = (home / "archive").glob("unsaved-edit-*.txt")
    assert str(aside) in result.stderr
    assert "date: yesterday" in aside.read_text(encoding="utf-8")
    assert aside.stat().st_mode & 0o077 == 0
    assert not (home / "archive" / "advisories.json").exists()


def test_a_missing_editor_is_said(run: Run, seed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "no-such-editor")
    result = run(["add", "--edit", str(seed)])
    assert result.exit_code == 2
    assert "no-such-editor" in result.stderr
