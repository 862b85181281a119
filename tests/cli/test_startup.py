"""What a command may load: start-up is a budget, kept here without a clock."""

import subprocess
import sys
from pathlib import Path

import pytest

from advisory_cli.cli.app import COMMANDS
from tests.conftest import Run

HEAVY = (
    "rich",
    "pydantic",
    "tinydb",
    "chardet",
    "phonenumbers",
    "rapidfuzz",
    "importlib.metadata",
    "platformdirs",
)

PROBE = """
import sys
sys.argv[1:] = {words!r}
try:
    from advisory_cli.__main__ import run
    run()
finally:
    print(*sys.modules, sep="\\n", file=sys.stderr)
"""


def loaded(words: list[str]) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", PROBE.format(words=words)], capture_output=True, check=False, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return set(done.stderr.split("\n"))


@pytest.mark.parametrize("line", ["show EUR 57/002/2012", "list", "search Zhanaozen"])
def test_a_pipe_loads_nothing_heavy(run: Run, seed: Path, line: str) -> None:
    run(["add", str(seed)])
    run("search Zhanaozen")
    modules = loaded(line.split())
    assert not set(HEAVY) & modules
    assert not any("extract" in name for name in modules)


def test_show_loads_no_parser_and_no_other_command(run: Run, seed: Path) -> None:
    run(["add", str(seed)])
    modules = loaded(["show", "EUR", "57/002/2012"])
    assert "advisory_cli.cli.show" in modules
    others = [f"advisory_cli.cli.{command}" for command in COMMANDS if command != "show"]
    others += ["advisory_cli.cli.listing", "advisory_cli.parse", "advisory_cli.sources", "advisory_cli.render.terminal"]
    assert not {*others} & modules


@pytest.mark.parametrize("line", ["show EUR 57/002/2012", "list", "list --country KAZ"])
def test_who_looks_for_no_words_loads_nothing_that_compares_them(run: Run, seed: Path, line: str) -> None:
    run(["add", str(seed)])
    run("search Zhanaozen")
    modules = loaded(line.split())
    assert not {"Stemmer", "advisory_cli.index.vocabulary", "advisory_cli.index.forms"} & modules
    assert not any(name.startswith("advisory_cli.nearness.") for name in modules - {"advisory_cli.nearness.kind"})


def test_adding_text_loads_neither_rich_nor_encodings_detector(run: Run, seed: Path) -> None:
    assert run("list").exit_code == 1
    heavy = {"rich", "pydantic", "chardet", "rapidfuzz", "importlib.metadata", "_hashlib", "advisory_cli.render.facts"}
    assert not heavy & loaded(["add", str(seed)])


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_closed_standard_stream_stops_nothing_and_gives_its_number_to_no_file(
    run: Run, seed: Path, closed: str
) -> None:
    line = f"exec '{sys.executable}' -m advisory_cli add '{seed}' {closed}"
    done = subprocess.run(["sh", "-c", line], capture_output=True, check=False, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    assert "EUR 57/002/2012" in run("list").stdout
    assert "chain" not in run("doctor").stdout
