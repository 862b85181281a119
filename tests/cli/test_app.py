"""The frame around the commands: help, version, errors, exit codes."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from advisory_cli.cli.app import COMMANDS
from tests.conftest import Run


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(run: Run, command: str) -> None:
    result = run(f"{command} --help")
    assert result.exit_code == 0
    assert f"advisory {command}" in result.stdout.split("Options:")[0].partition("\n")[2]


def test_the_group_lists_its_commands(run: Run) -> None:
    result = run("--help")
    assert result.exit_code == 0
    assert all(f"\n  {command} " in result.stdout for command in COMMANDS)


def test_the_version_is_the_packages(run: Run) -> None:
    from importlib.metadata import version

    assert run("--version").stdout.startswith(f"advisory {version('advisory-cli')},")


def test_a_mistyped_command_is_suggested(run: Run) -> None:
    result = run("serach x")
    assert result.exit_code == 2
    assert "search" in result.stderr


@pytest.mark.parametrize("line", ["list --jsn", "search x --limt 3", "show --fomat text 1"])
def test_a_mistyped_option_is_misuse(run: Run, line: str) -> None:
    result = run(line)
    assert result.exit_code == 2
    assert "No such option" in result.stderr


def test_an_archive_can_be_named_by_its_folder(run: Run, seed: Path, home: Path) -> None:
    (home / "elsewhere").mkdir()
    run(["--archive", str(home / "elsewhere"), "add", str(seed)])
    assert (home / "elsewhere" / "advisories.json").is_file()
    assert run(["--archive", str(home / "elsewhere" / "advisories.json"), "show", "1"]).exit_code == 0


@pytest.mark.parametrize("content", [b"", b"null", b"[]", b"{", b"\0" * 100, b"nonsense", b"\xff\xfe"])
def test_what_is_no_archive_is_one_clear_sentence_and_stays_as_it_is(run: Run, home: Path, content: bytes) -> None:
    (home / "archive").mkdir()
    file = home / "archive" / "advisories.json"
    (home / "archive" / "originals").mkdir()
    (home / "archive" / "originals" / "x").touch()
    file.write_bytes(content)
    for line in ("list", "show 1", "search x"):
        result = run(line)
        assert result.exit_code == 3
        assert "Traceback" not in result.output
        assert str(file) in result.stderr
        assert file.read_bytes() == content


def test_an_archive_that_is_a_folder_in_the_way_is_said(run: Run, home: Path, seed: Path) -> None:
    (home / "archive" / "advisories.json").mkdir(parents=True)
    result = run(["add", str(seed)])
    assert result.exit_code in (0, 3)
    assert "Traceback" not in result.output


def test_debug_shows_where_an_error_comes_from(run: Run) -> None:
    assert run("--debug show 1").exception.__class__.__name__ == "NotFound"


def advisory(home: Path, *words: str, stdout: int) -> subprocess.CompletedProcess[bytes]:
    assert home.is_dir()
    line = [sys.executable, "-m", "advisory_cli", *words]
    return subprocess.run(line, stdout=stdout, stderr=subprocess.PIPE, check=False, timeout=60)


@pytest.mark.parametrize("words", [("list",), ("show", "1"), ("show", "1", "--raw"), ("list", "--json")])
def test_output_that_is_lost_is_no_success(run: Run, seed: Path, home: Path, words: tuple[str, ...]) -> None:
    run(["add", str(seed)])
    with Path("/dev/full").open("wb") as full:
        done = advisory(home, *words, stdout=full.fileno())
    assert done.returncode == 3
    assert done.stderr.startswith(b"advisory: the operating system refused: [Errno 28]")
    assert done.stderr.count(b"\n") == 1


def test_a_reader_that_leaves_is_no_error(run: Run, seed: Path, home: Path) -> None:
    run(["add", str(seed)])
    reader, writer = os.pipe()
    os.close(reader)
    done = advisory(home, "show", "1", stdout=writer)
    os.close(writer)
    assert done.returncode == -signal.SIGPIPE
    assert done.stderr == b""


def test_a_batch_goes_on_when_nobody_reads_its_report(run: Run, seed: Path, home: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    second = str(seed.parent / "layouts" / "007.txt")
    assert advisory(home, "add", str(seed), second, stdout=writer).returncode == 0
    os.close(writer)
    assert run("list --format ids").stdout.count("\n") == 2
