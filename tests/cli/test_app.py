"""The frame around the commands: help, version, errors, exit codes."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from advisory_cli.cli.app import COMMANDS
from tests.conftest import Run


def test_the_group_lists_its_commands(run: Run) -> None:
    result = run("--help")
    assert result.exit_code == 0
    assert all(f"\n  {command} " in result.stdout for command in COMMANDS)


def test_who_types_nothing_gets_the_help_where_help_goes(run: Run) -> None:
    result = run("")
    assert (result.exit_code, result.stdout, result.stderr) == (2, run("--help").stdout, "")


def test_the_version_is_the_packages(run: Run) -> None:
    from importlib.metadata import version

    assert run("--version").stdout.startswith(f"advisory {version('advisory-cli')},")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("serach x", 'there is no command "serach"; did you mean "search"?'),
        ("delete x", 'there is no command "delete"; did you mean "remove"?'),
        ("ls", 'there is no command "ls"; did you mean "list"?'),
        ("EUR 57/002/2012", 'there is no command "EUR"; put "show" or "search" before it, or see "advisory help"'),
        ("search x --limt 3", 'there is no option "--limt"; did you mean "--limit"?'),
        ("--jsn list", 'there is no option "--jsn" before the command; put it behind, or see "advisory --help"'),
        ("config nothing", 'show|path: "nothing" is none of show, path; as in "advisory config show"'),
        ("list --no-pager", 'there is no option "--no-pager"; see "advisory list --help"'),
        ("show --zzz", 'there is no option "--zzz"; see "advisory show --help"'),
        ("list -q", '-q stands before the command, as in "advisory -q ... list ..."'),
        ("list --quiet", '--quiet stands before the command, as in "advisory --quiet ... list ..."'),
        ("add --archive=x y", '--archive stands before the command, as in "advisory --archive ... add ..."'),
        ("list -limit 5", '"-limit" lacks a dash; write "--limit", or put it behind "--" where no option is meant'),
        ("remove Zhanaozen -dry-run --yes", '"-dry-run" lacks a dash; write "--dry-run"'),
        ("tag Zhanaozen +strike -dry-run", '"-dry-run" lacks a dash; write "--dry-run"'),
        ("list --limit", '--limit needs a value behind it; see "advisory list --help"'),
        ("list --json=1", '--json takes no value; see "advisory list --help"'),
        (
            "undo x",
            'N: "x" is not a whole number, 1 or more; as in "advisory undo --list", or see "advisory undo --help"',
        ),
        ("undo 1 2", '"2" is more than it takes; as in "advisory undo --list", or see "advisory undo --help"'),
        ("import", 'FILE is missing; as in "advisory import texts.csv", or see "advisory import --help"'),
        ("--lock-timeout x list", '--lock-timeout: "x" is not a number, 0 or more; see "advisory --help"'),
        (
            "list --sort size",
            '--sort: "size" is none of relevance, date, oldest, reference, added; see "advisory list --help"',
        ),
        ("add --jobs 0 x", '--jobs: "0" is not a whole number from 1 to 64; as in "advisory add ~/press --jobs 4", or'),
    ],
)
def test_what_typer_refuses_is_one_sentence_with_the_value_and_what_to_do(run: Run, line: str, said: str) -> None:
    result = run(line)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"advisory: {said}")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("value", ["\x1b[2J\n\u202e", "x" * 1_000_000, "'", '"', 'it\'s "x"'])
@pytest.mark.parametrize("words", [[], ["list", "--limit"], ["list", "--sort"], ["undo"], ["undo", "1"]])
def test_what_was_typed_is_said_back_short_and_cannot_act(run: Run, words: list[str], value: str) -> None:
    result = run([*words, value])
    assert (result.exit_code, result.stdout) == (2, "")
    assert len(result.stderr) < 400
    assert not {"\x1b", "\u202e"} & set(result.stderr)
    assert result.stderr.count("\n") == 1


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


@pytest.mark.parametrize("line", ["list", "add letter.txt"])
def test_a_folder_in_the_place_of_the_archive_is_said(run: Run, home: Path, line: str) -> None:
    (home / "archive" / "advisories.json").mkdir(parents=True)
    (home / "letter.txt").write_text("A letter")
    result = run(["--archive", "archive", *line.split()])
    assert (result.exit_code, "advisories.json is damaged: it is no file" in result.stderr) == (3, True)


@pytest.mark.parametrize(("line", "code"), [("show 1", 1), ("list --sort x", 2), ("undo", 1)])
def test_only_debug_shows_where_an_error_comes_from_and_the_exit_code_stays(run: Run, line: str, code: int) -> None:
    plain, debugged = run(line), run(f"--debug {line}")
    assert (plain.exit_code, debugged.exit_code) == (code, code)
    assert "Traceback" not in plain.stderr
    assert debugged.stderr.startswith("Traceback")
    assert debugged.stderr.endswith(plain.stderr)


def test_quiet_leaves_results_warnings_and_errors(run: Run, seed: Path) -> None:
    assert run(["-q", "add", str(seed), "missing.txt"]).stderr.startswith("advisory: ")
    assert run("list Zhanaozen --limit 0 --facets tag").stderr == ""
    assert run("search nonesuch").stderr.startswith("nothing found")
    assert run("-q search nonesuch").stderr == ""
    assert run("-q show 17").stderr.startswith("advisory: no advisory #17")


def advisory(*words: str, stdout: int) -> subprocess.CompletedProcess[bytes]:
    line = [sys.executable, "-m", "advisory_cli", *words]
    return subprocess.run(line, stdout=stdout, stderr=subprocess.PIPE, check=False, timeout=60)


def test_a_reader_that_leaves_is_no_error(run: Run, seed: Path) -> None:
    run(["add", str(seed)])
    reader, writer = os.pipe()
    os.close(reader)
    done = advisory("show", "1", stdout=writer)
    os.close(writer)
    assert done.returncode == -signal.SIGPIPE
    assert done.stderr == b""


def test_a_batch_goes_on_when_nobody_reads_its_report(run: Run, seed: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    second = str(seed.parent / "layouts" / "007.txt")
    assert advisory("add", str(seed), second, stdout=writer).returncode == 0
    os.close(writer)
    assert run("list --format ids").stdout.count("\n") == 2
