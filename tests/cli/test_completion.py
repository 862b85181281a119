"""What a shell is told when somebody presses the tab key."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from advisory_cli.cli.shells import SCRIPTS
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
    return [line for line in done.stdout.splitlines() if line]


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


@pytest.mark.usefixtures("filled")
def test_an_archive_named_on_the_line_is_asked(home: Path) -> None:
    assert completed(f"advisory --archive {home}/none.json show EUR ") == []
    assert completed(f"advisory --archive {home}/archive/advisories.json show EUR 5") == ["57/002/2012"]


@pytest.mark.usefixtures("run")
def test_a_damaged_archive_completes_to_nothing(home: Path) -> None:
    (home / "archive").mkdir()
    (home / "archive" / "advisories.json").write_text("[]")
    assert completed("advisory show EUR ") == []


@pytest.fixture
def shells(filled: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with `advisory` in the path, the three scripts, and tags that a shell would take to pieces."""
    program = home / "bin" / "advisory"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m advisory_cli "$@"\n')
    program.chmod(0o700)
    monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")
    for shell in SCRIPTS:
        (home / f"script.{shell}").write_text(filled(f"completion {shell}").stdout)
    filled(["tag", "EUR", "57/002/2012", "+fair trial", "+fair-haired", "+x"])
    hostile = {"tags": ["fair trial", "fair-haired", "far; touch owned", "far $(touch owned)", "far `touch owned`"]}
    given = home / "tags.jsonl"
    given.write_text(json.dumps({"title": "Tagged", "body": "Text.", **hostile}))
    assert filled(["import", str(given)]).exit_code == 0
    return home


def run_in(shell: str, program: str, home: Path) -> list[str]:
    options = {"bash": ["--norc", "-c"], "zsh": ["-f", "-c"], "fish": ["--no-config", "-c"]}
    environ = {**os.environ, "TERM": "dumb", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        [shell, *options[shell], program], capture_output=True, check=True, text=True, cwd=home, env=environ, timeout=60
    )
    assert done.stderr == ""
    return done.stdout.splitlines()


def in_bash(words: list[str], home: Path) -> list[str]:
    line = " ".join(f"'{word}'" for word in words)
    program = f"""
    source ./script.bash
    COMP_WORDS=({line}); COMP_CWORD={len(words) - 1}
    _advisory_completion advisory
    printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    return run_in("bash", program, home)


def in_zsh(words: list[str], home: Path) -> list[str]:
    line = " ".join(f"'{word}'" for word in words)
    program = f"""
    compdef() {{ }}
    compadd() {{ print -rl -- "${{(@)values}}" }}
    _files() {{ }}
    source ./script.zsh
    words=({line}); CURRENT={len(words)}
    _advisory_completion
    """
    return run_in("zsh", program, home)


def in_fish(words: list[str], home: Path) -> list[str]:
    offered = run_in("fish", f"source script.fish; complete -C '{' '.join(words)}'", home)
    return [line.partition("\t")[0] for line in offered]


ASKED = {"bash": in_bash, "zsh": in_zsh, "fish": in_fish}


@pytest.fixture(params=list(ASKED))
def ask(request: pytest.FixtureRequest, shells: Path) -> Callable[..., list[str]]:
    """Words on a line of a real shell, the last one unfinished, to what the shell would offer."""
    if shutil.which(request.param) is None:
        pytest.skip(f"{request.param} is not installed")
    return lambda *words: ASKED[request.param](["advisory", *words], shells)


def test_a_real_shell_completes_commands_options_and_numbers(ask: Callable[..., list[str]]) -> None:
    assert sorted(ask("s")) == ["search", "show", "stats"]
    assert ask("show", "--fo") == ["--format"]
    assert ask("show", "EUR", "") == ["46/044/2000", "57/002/2012"]
    assert ask("help", "exit") == ["exit-codes"]


def test_where_the_program_knows_no_word_bash_completes_files(shells: Path) -> None:
    counted = run_in(
        "bash",
        "source ./script.bash; COMP_WORDS=(advisory add rep); COMP_CWORD=2\n"
        "_advisory_completion advisory; echo ${#COMPREPLY[@]}",
        shells,
    )
    assert counted == ["0"]


def test_a_shell_quotes_tags_itself_and_runs_nothing_of_them(
    ask: Callable[..., list[str]], shells: Path, request: pytest.FixtureRequest
) -> None:
    offered = ask("list", "--tag", "fa")
    assert sorted(word.replace("\\", "") for word in offered) == [
        "fair trial",
        "fair-haired",
        "far $(touch owned)",
        "far `touch owned`",
        "far; touch owned",
    ]
    if "bash" in request.node.name:
        assert "fair\\ trial" in offered
        assert "far\\ \\$\\(touch\\ owned\\)" in offered
    assert not (shells / "owned").exists()


def test_bash_puts_nothing_into_open_quotes_that_acts_there(shells: Path) -> None:
    program = """
    source ./script.bash
    COMP_WORDS=(advisory list --tag '"fa'); COMP_CWORD=3
    _advisory_completion advisory
    printf '%s\\n' "${COMPREPLY[@]}"
    """
    assert sorted(run_in("bash", program, shells)) == ["fair trial", "fair-haired", "far; touch owned"]
