"""What people expect of any command: colour, pagers, pipes, interruptions, narrow and odd terminals."""

import hashlib
import json
import os
import pty
import re
import select
import shutil
import signal
import subprocess
import sys
import time
from fcntl import ioctl
from pathlib import Path
from struct import pack
from termios import TIOCSWINSZ

import pytest
from rich.cells import cell_len
from typer.testing import CliRunner

from advisory_cli.cli.app import app
from tests.cli.screen import screen, without_colour
from tests.conftest import FIXTURES, Run
from tests.letters import write_letters

READING = (
    "list",
    "search Zhanaozen",
    "show EUR 57/002/2012",
    "related EUR 57/002/2012",
    "cite EUR 57/002/2012",
    "history EUR 57/002/2012",
    "export",
    "quotes",
    "contacts --stale",
    "stats",
    "doctor",
    "config",
    "help query",
    "man",
    "completion bash",
    "undo --list",
    "--help",
    "list --help",
    "--version",
)
"""Commands that only say something."""

LEAVING = (
    *("list", "list --json", "search Zhanaozen", "show 1", "show 1 --raw", "--color always show 1"),
    *("export", "doctor", "man", "completion bash", "--help"),
)
"""Of these one for each way in which words get out: at once or bit by bit, plain, by Rich, by Typer."""


@pytest.fixture(scope="module")
def two_texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with the seed and its Russian version, and its index."""
    folder = tmp_path_factory.mktemp("two")
    texts = [FIXTURES / "EUR-57-002-2012.txt", FIXTURES / "layouts" / "001.txt"]
    for words in (["add", *map(str, texts)], ["list"]):
        result = CliRunner().invoke(app, ["--archive", str(folder), *words], prog_name="advisory")
        assert result.exit_code == 0
    return folder


@pytest.fixture
def filled(run: Run, home: Path, two_texts: Path) -> Run:
    """A command line with a copy of that archive."""
    shutil.copytree(two_texts, home / "archive")
    return run


def piped(line: str, **environ: str) -> "subprocess.CompletedProcess[bytes]":
    words = [sys.executable, "-m", "advisory_cli", *line.split()]
    return subprocess.run(words, capture_output=True, check=False, timeout=60, env={**os.environ, **environ})


def codes_of(text: str) -> str:
    """What a terminal is told to do with the letters: nothing, print some bold, or colour them."""
    codes = {int(code) for found in re.findall(r"\x1b\[([0-9;]*)m", text) for code in found.split(";") if code}
    if any(30 <= code <= 49 or code >= 90 for code in codes):
        return "colour"
    return "bold" if codes else "nothing"


@pytest.mark.parametrize(
    ("options", "environ", "codes"),
    [
        ("", {}, "nothing"),
        ("--color always", {}, "colour"),
        ("--color never", {}, "nothing"),
        ("", {"FORCE_COLOR": "1"}, "colour"),
        ("--color never", {"FORCE_COLOR": "1"}, "nothing"),
        ("", {"FORCE_COLOR": ""}, "nothing"),
        ("", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, "bold"),
        ("--color always", {"NO_COLOR": "1"}, "colour"),
        ("--color always", {"TERM": "dumb"}, "colour"),
    ],
)
def test_a_pipe_is_coloured_only_on_demand(
    filled: Run, monkeypatch: pytest.MonkeyPatch, options: str, environ: dict[str, str], codes: str
) -> None:
    for name, value in {"TERM": "xterm-256color", **environ}.items():
        monkeypatch.setenv(name, value)
    shown = filled(f"{options} show 1")
    assert shown.exit_code == 0
    assert codes_of(shown.stdout) == codes


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    ("options", "environ", "codes"),
    [
        ([], {}, "colour"),
        (["--color", "never"], {}, "nothing"),
        ([], {"NO_COLOR": "1"}, "bold"),
        ([], {"NO_COLOR": ""}, "colour"),
        ([], {"TERM": "dumb"}, "nothing"),
        (["--color", "always"], {"NO_COLOR": "1"}, "colour"),
        (["--color", "always"], {"TERM": "dumb"}, "colour"),
    ],
)
def test_a_terminal_is_coloured_unless_somebody_says_no(
    options: list[str], environ: dict[str, str], codes: str
) -> None:
    with screen(*options, "show", "1", "--no-pager", **environ) as terminal:
        assert terminal.end() == 0
        assert codes_of(terminal.text) == codes
        assert "EUR 57/002/2012" in terminal.text


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    ("environ", "pager"),
    [({"ADVISORY_PAGER": "one", "PAGER": "two"}, "one"), ({"PAGER": "two"}, "two"), ({}, "less")],
)
def test_long_texts_go_to_the_pager_that_was_named_first(home: Path, environ: dict[str, str], pager: str) -> None:
    (home / "bin").mkdir()
    for name in ("one", "two", "less"):
        program = home / "bin" / name
        program.write_text(f'#!/bin/sh\ncat > /dev/null\necho "{name} with $LESS"\n')
        program.chmod(0o700)
    path = {"PATH": f"{home / 'bin'}:{os.environ['PATH']}"}
    with screen("show", "EUR", "57/002/2012@en", **environ, **path) as terminal:
        assert terminal.end() == 0
        assert terminal.text == f"{pager} with FRX\n"
    with screen("show", "EUR", "57/002/2012@en", "--no-pager", **environ, **path) as terminal:
        assert terminal.end() == 0
        assert "with FRX" not in terminal.text


@pytest.mark.usefixtures("filled")
def test_options_of_less_are_the_users_own() -> None:
    with screen("show", "1", PAGER="sh -c 'cat >/dev/null; echo [$LESS]'", LESS="S") as terminal:
        assert terminal.end() == 0
        assert terminal.text == "[S]\n"


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("pager", ["no-such-program", "'", "sh -c 'exit 3'"])
def test_a_pager_that_does_not_start_costs_no_word(pager: str) -> None:
    with screen("show", "1", ADVISORY_PAGER=pager) as terminal:
        assert terminal.end() == 0
        assert "Traceback" not in terminal.text
        assert "exit" in pager or "Zhanaozen" in terminal.text


def test_a_pager_that_is_left_early_ends_only_itself(filled: Run, home: Path) -> None:
    (home / "rows.jsonl").write_text(json.dumps({"title": "Long", "body": "Line.\n\n" * 100_000}), encoding="utf-8")
    assert filled("import rows.jsonl").exit_code == 0
    with screen("show", "3", ADVISORY_PAGER="head -n 3") as terminal:
        assert terminal.end() == 0
        assert "Number" in terminal.text


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("line", LEAVING)
def test_a_reader_that_leaves_early_is_no_error(line: str) -> None:
    program = f"'{sys.executable}' -m advisory_cli {line}"
    command = f"{program} 2>told | head -c 1 >read; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["bash", "-c", f"{command}; cat told"], capture_output=True, check=True, text=True, timeout=60
    )
    code, _, told = done.stdout.partition("\n")
    assert int(code) in (0, 1, 128 + signal.SIGPIPE)
    assert "Traceback" not in told
    assert "operating system" not in told


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("line", LEAVING)
def test_a_full_disk_behind_the_output_is_one_sentence(line: str) -> None:
    with Path("/dev/full").open("wb") as full:
        words = [sys.executable, "-m", "advisory_cli", *line.split()]
        done = subprocess.run(words, stdout=full, stderr=subprocess.PIPE, check=False, timeout=60)
    assert done.returncode == 3
    assert done.stderr.split(b"\n")[-2].startswith(b"advisory: the operating system refused: No space left on device;")
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("line", ["list", "show EUR 57/002/2012", "export", "man"])
@pytest.mark.parametrize(
    "environ",
    [
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"LC_ALL": "POSIX"},
        {"PYTHONIOENCODING": "ascii"},
        {"LANG": "xx_YY.nonsense", "LC_ALL": ""},
    ],
)
def test_a_poor_locale_loses_letters_but_no_output(filled: Run, line: str, environ: dict[str, str]) -> None:
    rich, poor = filled(line), piped(line, **environ)
    assert poor.returncode == rich.exit_code == 0
    assert poor.stdout.count(b"\n") == rich.stdout.count("\n")
    assert b"Traceback" not in poor.stderr


@pytest.mark.parametrize("width", [1, 20, 40])
@pytest.mark.parametrize("line", [line for line in READING if "help" not in line])
def test_a_narrow_terminal_gets_narrow_lines_and_no_crash(
    filled: Run, monkeypatch: pytest.MonkeyPatch, line: str, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    result = filled(f"--color always {line}")
    assert result.exit_code in (0, 1)
    if width == 20 and line.split(maxsplit=1)[0] in (
        "list",
        "search",
        "show",
        "related",
        "history",
        "quotes",
        "doctor",
    ):
        assert max(cell_len(one) for one in without_colour(result.stdout).split("\n")) <= width


@pytest.mark.parametrize(
    ("line", "whole"),
    [
        ("contacts --stale", ["+442074135599", "laroyo@amnesty.org", "2012-03-22 EUR 57/002/2012 (en)"]),
        ("related EUR 57/002/2012", ["EUR 57/002/2012 (ru)"]),
        ("undo --list", ["Write: 1", "EUR 57/002/2012 (en)"]),
        ("list --coverage", ["EUR 57/002/2012", "en, ru"]),
        ("config", ["lock-timeout", "the default"]),
        ("add --dry-run a.txt", ["+442074135599; +447771796350"]),
    ],
)
def test_a_narrow_terminal_gets_a_line_for_each_cell_and_numbers_in_one_piece(
    filled: Run, home: Path, monkeypatch: pytest.MonkeyPatch, line: str, whole: list[str]
) -> None:
    shutil.copy(FIXTURES / "EUR-57-002-2012.txt", home / "a.txt")
    monkeypatch.setenv("COLUMNS", "48")
    shown = without_colour(filled(f"--color always {line}").stdout)
    assert [one for one in whole if one not in shown] == []


@pytest.mark.parametrize(
    "title",
    [
        "中华人民共和国：新闻发布禁令必须解除" * 3,
        "كازاخستان: الفشل في كشف الحقيقة",
        "ก็็็็็็็็็็ Zalgo",
        "👨‍👩‍👧‍👦 family 🇰🇿",
        "x" * 500,
    ],
)
def test_wide_and_right_to_left_titles_stay_in_the_table(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch, title: str
) -> None:
    (home / "rows.jsonl").write_text(json.dumps({"title": title, "body": "Text."}), encoding="utf-8")
    assert run("import rows.jsonl").exit_code == 0
    assert f"\t{title}\t" in run("list").stdout
    monkeypatch.setenv("COLUMNS", "60")
    shown = without_colour(run("--color always list").stdout)
    assert max(map(cell_len, shown.split("\n"))) <= 60
    assert title[:4] in shown


@pytest.mark.parametrize(
    "content",
    [
        '{"advisories": {\n}}\n',
        '{"advisories": {}, "people": {"1": {"name": "Ann"}}}',
        '{"_default": {}, "advisories": {}}',
        '{"people": {}, "advisories": {\n}}\n',
    ],
)
@pytest.mark.parametrize("command", ["list", "search word", "stats"])
def test_a_database_in_which_no_text_ever_was_is_empty(run: Run, home: Path, content: str, command: str) -> None:
    (home / "archive").mkdir()
    (home / "archive" / "advisories.json").write_text(content, encoding="utf-8")
    told = run(command)
    assert (told.exit_code, "removed" in told.stderr) == (1, False)
    assert f"the archive {home}/archive/advisories.json is empty; begin with" in told.stderr


def test_an_empty_archive_and_one_that_is_not_there_yet_say_where_it_is_and_how_to_begin(run: Run, home: Path) -> None:
    at = home / "archive" / "advisories.json"
    for said in (f"there is no archive {at} yet", f"the archive {at} is empty"):
        for line in ("list", "search x", "stats", "quotes", "contacts", "list --coverage"):
            result = run(line)
            assert (result.exit_code, result.stdout) == (1, "")
            assert result.stderr.startswith(f"{said}; begin with one of\n  advisory add FILE")
        at.parent.mkdir(exist_ok=True)
        at.touch()


def test_who_checks_against_or_checks_an_archive_that_is_not_there_is_told_which(run: Run, home: Path) -> None:
    (home / "draft.txt").write_text("See EUR 57/002/2012.", encoding="utf-8")
    for line in ("check draft.txt", "doctor", "doctor --year 2012"):
        assert f"there is no archive {home}/archive/advisories.json yet" in run(line).stderr


@pytest.mark.parametrize("blank", ["", " ", "\t\n"])
@pytest.mark.parametrize(
    "words",
    [["remove", "--yes"], ["remove", "--yes", "--all"], ["tag", "--yes"], ["export"], ["list"], ["stats"], ["doctor"]],
)
def test_a_variable_that_a_script_forgot_to_set_does_not_mean_everything(
    filled: Run, words: list[str], blank: str
) -> None:
    result = filled([words[0], blank, *words[1:], *(["+x"] if words[0] == "tag" else [])])
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("advisory: the query is empty; type words, or leave it out")
    assert filled("list tag:x").exit_code == 1
    assert filled("list --format ids").stdout.count("\n") == 2


MANUSCRIPT = 'The police "will watch every session of trial 7", says ASA 11/007/1999.\n' * 300

LONG = {
    "search": ["search", "trial"],
    "list": ["list", "--limit", "0"],
    "export": ["export", "-o", "out.jsonl"],
    "bag": ["export", "--full", "-f", "bag", "-o", "bag"],
    "import": ["import", "rows.jsonl"],
    "doctor": ["doctor"],
    "fix": ["doctor", "--fix", "--yes"],
    "check": ["check", "draft.md"],
}


def state_of(folder: Path) -> dict[str, str]:
    """What lies in a folder, but for the index, which may be any time."""
    files = (path for path in folder.rglob("*") if path.is_file() and ".advisories.index" not in path.parts)
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files if path.suffix != ".lock"}


def wait_for_main(program: "subprocess.Popen[str]") -> None:
    """Until Python itself has started and our program has undone its disregard of closed pipes."""
    ends = time.monotonic() + 30
    while time.monotonic() < ends and program.poll() is None:
        status = Path(f"/proc/{program.pid}/status").read_text(encoding="ascii", errors="replace")
        masks = {name: int(mask, 16) for name, mask in re.findall(r"^(Sig\w+):\s+(\w+)$", status, re.MULTILINE)}
        if masks["SigCgt"] >> signal.SIGINT - 1 & 1 and not masks["SigIgn"] >> signal.SIGPIPE - 1 & 1:
            return


@pytest.fixture(scope="module")
def bulk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of some hundred texts, and rows of as many others."""
    folder = tmp_path_factory.mktemp("bulk")
    write_letters(folder / "in", [f"{number:04}.txt" for number in range(200)])
    words = [sys.executable, "-m", "advisory_cli", "--archive", str(folder / "advisories.json"), "-q", "add", "in"]
    subprocess.run(words, check=True, cwd=folder, stdout=subprocess.DEVNULL, timeout=120)
    rows = (json.dumps({"title": f"Row {number}", "body": f"Text of row {number}."}) for number in range(2000))
    (folder / "rows.jsonl").write_text("\n".join(rows))
    (folder / "draft.md").write_text(MANUSCRIPT)
    shutil.rmtree(folder / "in")
    return folder


ATTEMPTS = 5
"""A short command may be through before a busy machine comes to interrupt it."""


def interrupted(archive: Path, words: list[str], moment: float) -> tuple[int, str]:
    """Exit code and stderr of a command that gets a Ctrl-C so many seconds behind its start."""
    program = subprocess.Popen(
        [sys.executable, "-m", "advisory_cli", "--archive", str(archive), *words],
        cwd=archive,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    )
    wait_for_main(program)
    time.sleep(moment)
    program.send_signal(signal.SIGINT)
    told = program.communicate()[1]
    return program.returncode, told


@pytest.mark.parametrize(
    ("command", "moment"),
    [("search", 0.0), ("fix", 0.0), ("import", 0.6), ("bag", 0.6), ("check", 0.6), *((name, 0.25) for name in LONG)],
)
def test_ctrl_c_is_130_without_a_word_of_python_and_leaves_nothing_half_written(
    run: Run, home: Path, bulk: Path, command: str, moment: float
) -> None:
    words = LONG[command]
    archive = home / "archive"
    shutil.copytree(bulk, archive)
    for _ in range(1 if moment else ATTEMPTS):
        before = state_of(archive)
        code, told = interrupted(archive, words, moment)
        if code == 130:
            break
    assert code in ((0, 1, 130) if moment else (130,))
    assert "Traceback" not in told
    if code == 130 and words[0] != "import":
        out = archive / "out.jsonl"
        if out.exists():  # it was through, and about to leave
            run(["--archive", str(archive), "export", "-o", str(home / "whole.jsonl")])
            assert out.read_bytes() == (home / "whole.jsonl").read_bytes()
            out.unlink()
        assert state_of(archive) == before
    doctor = json.loads(run("doctor --json").stdout)
    assert {"archive", "line", "chain", "number"} & {finding["rule"] for finding in doctor["findings"]} == set()
    assert doctor["checked"]["set_aside"] == []


def test_a_terminal_that_is_closed_ends_the_program(home: Path, bulk: Path) -> None:
    ours, theirs = pty.openpty()
    ioctl(theirs, TIOCSWINSZ, pack("HHHH", 24, 80, 0, 0))
    words = [sys.executable, "-m", "advisory_cli", "--archive", str(bulk), "list", "--limit", "0"]
    program = subprocess.Popen(words, stdin=theirs, stdout=theirs, stderr=subprocess.PIPE, cwd=home)
    os.close(theirs)
    select.select([ours], [], [], 30)
    os.read(ours, 10)
    os.close(ours)
    assert b"Traceback" not in program.communicate(timeout=60)[1]
