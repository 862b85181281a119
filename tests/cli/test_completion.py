"""What a shell is told when somebody presses the tab key."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import FIXTURES, Run


def completed(line: str) -> list[str]:
    """What bash would offer for the last word of the line."""
    words = line.split(" ")
    environ = {"_ADVISORY_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)}
    done = subprocess.run(
        [sys.executable, "-m", "advisory_cli"],
        env={**os.environ, **environ},
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.stderr == ""
    return done.stdout.split()


@pytest.fixture
def filled(run: Run, seed: Path) -> Run:
    """An archive with two works of one region and one of another."""
    files = [seed, *(FIXTURES / "layouts" / f"{case}.txt" for case in ("001", "007", "034"))]
    assert run(["add", *map(str, files)]).exit_code == 0
    return run


@pytest.mark.parametrize("searched", [False, True])
@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("advisory s", ["search", "show", "stats"]),
        ("advisory show --fo", ["--format"]),
        ("advisory list --sort re", ["relevance", "reference"]),
        ("advisory show EU", ["EUR"]),
        ("advisory show EUR ", ["46/044/2000", "57/002/2012"]),
        ("advisory show eur 5", ["57/002/2012"]),
        ("advisory show EUR 57/002/2012 AM", ["AMR"]),
        ("advisory show EUR 57/002/2012 AMR ", ["34/043/1992"]),
        ("advisory show ASA ", []),
    ],
)
def test_the_next_word_is_offered(filled: Run, line: str, offered: list[str], *, searched: bool) -> None:
    if searched:
        filled("search rights")
    assert completed(line) == offered


def test_an_archive_named_on_the_line_is_asked(filled: Run, home: Path) -> None:
    assert callable(filled)
    assert completed(f"advisory --archive {home}/none.json show EUR ") == []
    assert completed(f"advisory --archive {home}/archive/advisories.json show EUR 5") == ["57/002/2012"]


def test_a_damaged_archive_completes_to_nothing(run: Run, home: Path) -> None:
    assert callable(run)
    (home / "archive").mkdir()
    (home / "archive" / "advisories.json").write_text("[]")
    assert completed("advisory show EUR ") == []


@pytest.mark.parametrize(("shell", "part"), [("bash", "complete -o"), ("zsh", "compdef"), ("fish", "complete --")])
def test_the_script_for_a_shell_is_printed(run: Run, shell: str, part: str) -> None:
    result = run(f"completion {shell}")
    assert result.exit_code == 0
    assert part in result.stdout
    assert "_ADVISORY_COMPLETE" in result.stdout


def test_a_real_bash_completes(filled: Run, home: Path) -> None:
    (home / "advisory").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m advisory_cli "$@"\n')
    (home / "advisory").chmod(0o700)
    (home / "script").write_text(filled("completion bash").stdout)
    program = """
    source ./script
    COMP_WORDS=(./advisory show EUR ""); COMP_CWORD=3
    _advisory_completion ./advisory
    echo "${COMPREPLY[@]}"
    """
    done = subprocess.run(["bash", "--norc", "-c", program], capture_output=True, check=True, text=True, cwd=home)
    assert done.stdout.split() == ["46/044/2000", "57/002/2012"]
