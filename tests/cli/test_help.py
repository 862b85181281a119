"""`advisory help`, `advisory man` and `advisory config`: what the program says of itself."""

import json
import os
import pwd
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import advisory_cli
from advisory_cli.cli.app import COMMANDS
from advisory_cli.cli.topics import TOPICS
from advisory_cli.render.roff import Item, Section, Verbatim, roff
from tests.cli.screen import screen
from tests.conftest import Run

ROOT = Path(advisory_cli.__file__).parent


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_a_command_is_what_its_option_says(run: Run, command: str) -> None:
    assert run(f"help {command}").stdout == run(f"{command} --help").stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_every_command_begins_with_what_it_does_and_examples(run: Run, command: str) -> None:
    result = run(f"{command} --help")
    lines = result.stdout.split("\n")
    assert (result.exit_code, lines[0].startswith(f"Usage: advisory {command}")) == (0, True)
    assert re.match(r"  [A-Z].*", lines[2])
    first = lines.index("", 3)
    assert re.match(rf"  .*advisory (--\S+ \S+ )?{command}\b", lines[first + 1])
    options = lines[lines.index("Options:") :]
    alone = [at for at, line in enumerate(options) if re.match(r"  (-\w, )?--", line) and "  " not in line.strip()]
    assert [options[at] for at in alone if not options[at + 1].startswith(" " * 10)] == []


@pytest.mark.parametrize("line", [*(f"{command} --help" for command in COMMANDS), "--help", "man"])
def test_help_and_manual_fit_a_terminal_of_80_columns(run: Run, monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert [one for one in run(line).stdout.split("\n") if len(one) > 80] == []


@pytest.mark.parametrize("topic", TOPICS)
def test_a_topic_is_told_in_lines_that_fit(run: Run, topic: str) -> None:
    result = run(f"help {topic}")
    assert (result.exit_code, result.stdout) == (0, TOPICS[topic])
    assert max(map(len, result.stdout.split("\n"))) <= 80


@pytest.mark.parametrize(
    "line", [line for words in TOPICS.values() for line in words.split("\n") if line.startswith("  advisory ")]
)
def test_the_examples_of_topics_are_understood(run: Run, seed: Path, line: str) -> None:
    run(["add", str(seed)])
    run("edit 1 --note x")
    result = run(shlex.split(re.split(r"   +", line.strip())[0])[1:])
    assert result.exit_code in (0, 1)
    assert "note:" not in result.stderr


def test_help_lists_commands_and_topics(run: Run) -> None:
    told = run("help").stdout
    assert all(f"\n  {command} " in told for command in COMMANDS)
    assert all(f"  {topic}" in told.split('Topics of "advisory help":')[1] for topic in TOPICS)


@pytest.mark.parametrize(("name", "hint"), [("serch", 'did you mean "search"'), ("zzz", "advisory help")])
def test_help_on_nothing_says_what_there_is(run: Run, name: str, hint: str) -> None:
    result = run(f"help {name}")
    assert result.exit_code == 2
    assert hint in result.stderr


def test_every_exit_code_is_explained() -> None:
    told = set(re.findall(r"^  (\d+) ", TOPICS["exit-codes"], re.MULTILINE))
    assert told == {"0", "1", "2", "3", "4", "130"}


def test_every_variable_of_the_environment_is_explained() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in ROOT.rglob("*.py"))
    asked = set(re.findall(r"\b(?:ADVISORY_[A-Z]+|[A-Z]*EDITOR|[A-Z]*PAGER|NO_COLOR|FORCE_COLOR)\b", sources))
    assert [name for name in sorted(asked) if name not in TOPICS["environment"]] == []


def test_the_manual_in_a_pipe_is_plain_text_with_every_command_and_topic(run: Run) -> None:
    manual = run("man").stdout
    assert manual.isprintable() or not set(manual) & {"\x1b", "\x08"}
    assert all(f"\nadvisory {command} [" in manual for command in COMMANDS)
    assert all(topic.replace("-", " ").upper() in manual for topic in TOPICS)


def test_the_manual_page_that_is_installed_is_the_one_the_program_makes(run: Run) -> None:
    page = ROOT.parent / "docs" / "advisory.1"
    assert page.read_text(encoding="ascii") == run("man --raw").stdout, "renew it: advisory man --raw > docs/advisory.1"


@pytest.mark.skipif(shutil.which("man") is None, reason="man is not installed")
def test_man_reads_the_page_without_a_complaint(run: Run, home: Path) -> None:
    (home / "advisory.1").write_text(run("man --raw").stdout, encoding="ascii")
    done = subprocess.run(["man", "--warnings=w", "./advisory.1"], capture_output=True, check=True, text=True, cwd=home)
    assert "advisory search [OPTIONS] [QUERY...]" in done.stdout
    assert [line for line in done.stderr.split("\n") if line and "break line" not in line] == []


def test_a_terminal_pages_the_manual(home: Path) -> None:
    with screen("man", ADVISORY_PAGER=f"tee {home / 'paged'}") as terminal:
        assert terminal.end() == 0
    assert "advisory search [OPTIONS]" in (home / "paged").read_text(encoding="utf-8")


@given(st.text(min_size=1))
def test_no_text_becomes_a_request_of_roff(text: str) -> None:
    made = roff("x", "1", [Section(text, (text, Item(text, text), Verbatim(text)))])
    assert made.isascii()
    known = re.compile(r"\.(TH|SH|nh|ad|TP|PP|nf|RS|RE|fi)\b")
    assert [line for line in made.split("\n") if line.startswith((".", "'")) and not known.match(line)] == []


def test_each_setting_says_where_it_comes_from(run: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGER", "more")
    monkeypatch.setenv("ADVISORY_USER", "maria")
    monkeypatch.setenv("NO_COLOR", "1")
    rows = [line.split("\t") for line in run("--lock-timeout 3 config show").stdout.splitlines()]
    assert rows == [
        ["archive", f"{home}/archive/advisories.json", "ADVISORY_ARCHIVE"],
        ["config", f"{home}/no-such-config.toml", "ADVISORY_CONFIG"],
        ["color", "never", "NO_COLOR"],
        ["lock-timeout", "3.0", "--lock-timeout"],
        ["pager", "more", "PAGER"],
        ["editor", "vi", "the default"],
        ["user", "maria", "ADVISORY_USER"],
    ]


@pytest.mark.parametrize(
    ("words", "variable", "origin"),
    [
        (["--archive", "x.json"], True, "--archive"),
        ([], True, "ADVISORY_ARCHIVE"),
        ([], False, "no-such-config.toml"),
    ],
)
def test_the_archive_says_who_named_it(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], origin: str, *, variable: bool
) -> None:
    (home / "no-such-config.toml").write_text('archive = "from-file.json"', encoding="utf-8")
    if not variable:
        monkeypatch.delenv("ADVISORY_ARCHIVE")
    told = json.loads(run([*words, "config", "show", "--json"]).stdout)
    assert told["schema"] == 1
    assert told["settings"]["archive"]["origin"].endswith(origin)


def test_who_is_at_work_is_known_also_where_no_variable_says_so(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ADVISORY_USER", "LOGNAME", "USER"):
        monkeypatch.delenv(name, raising=False)
    told = json.loads(run("config show --json").stdout)["settings"]["user"]
    assert told == {"value": pwd.getpwuid(os.getuid()).pw_name, "origin": "the default"}


def test_the_configuration_file_is_named_also_where_there_is_none(run: Run, home: Path) -> None:
    assert run("config path").stdout == f"{home}/no-such-config.toml\n"
    assert json.loads(run("config path --json").stdout)["path"] == f"{home}/no-such-config.toml"


def test_settings_on_a_terminal_stand_in_columns(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADVISORY_USER", "\x1b[2Jx")
    shown = run("--color always config").stdout
    assert "pager" in shown
    assert "\x1b[2J" not in shown
