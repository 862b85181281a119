"""Who writes into an archive that was only found on the way upward is told which one it is."""

from pathlib import Path

import pytest

from tests.conftest import Run

NOTE = "the nearest archive from here upward"


@pytest.fixture
def beside(run: Run, seed: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """A folder two below one with an archive, which nothing names."""
    archive = home / "data" / "advisories.json"
    run(["--archive", str(archive), "add", str(seed)])
    monkeypatch.delenv("ADVISORY_ARCHIVE")
    (home / "one" / "two").mkdir(parents=True)
    monkeypatch.chdir(home / "one" / "two")
    return run


@pytest.mark.parametrize(
    "line", ["tag #1 +x", "tag #1 +x --json", "edit #1 --note x", "remove #1 --yes", "redact #1 --names"]
)
def test_a_write_into_an_archive_found_upward_is_told_once(beside: Run, home: Path, line: str) -> None:
    result = beside(line)
    assert result.exit_code == 0
    assert result.stderr.count(NOTE) == 1
    assert str(home / "data" / "advisories.json") in result.stderr


@pytest.mark.parametrize("line", ["list", "show #1", "tag #1 +x --dry-run", "tag #1 -x", "-q tag #1 +x"])
def test_who_writes_nothing_or_wants_quiet_is_not_told(beside: Run, line: str) -> None:
    assert NOTE not in beside(line).stderr


def test_an_archive_that_was_named_is_not_told(beside: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = str(home / "data" / "advisories.json")
    assert NOTE not in beside(["--archive", path, "tag", "#1", "+x"]).stderr
    monkeypatch.setenv("ADVISORY_ARCHIVE", path)
    assert NOTE not in beside(["tag", "#1", "+y"]).stderr
