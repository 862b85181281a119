"""Whole cold processes against ``python -c pass``, interleaved in one run: ``python benchmarks/start_up.py [ROUNDS]``.

Each command runs in a pipe and on a terminal on an archive of one document, the shipped one. Medians; the ratio is what
counts, since the speed of a machine drifts.
"""

import os
import pty
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

SEED = Path(__file__).parent.parent / "tests" / "fixtures" / "EUR-57-002-2012.txt"
ADVISORY = str(Path(sys.executable).with_name("advisory"))
COMMANDS = {
    "show": [ADVISORY, "show", "EUR", "57/002/2012", "--no-pager"],
    "list": [ADVISORY, "list"],
    "search": [ADVISORY, "search", "Zhanaozen"],
}
BUDGETS = {"show pipe": 8.5, "show terminal": 11, "list pipe": 9, "list terminal": 13} | {
    "search pipe": 10,
    "search terminal": 13,
    "add pipe": 9,
}


def main(rounds: int) -> None:
    """Print a table of medians and ratios."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ADVISORY_ARCHIVE"] = str(Path(folder) / "advisories.json")
        _run([ADVISORY, "add", str(SEED)])
        _run(COMMANDS["search"])
        taken: dict[str, list[float]] = {}
        for _ in range(rounds):
            for name, seconds in _round(Path(folder)):
                taken.setdefault(name, []).append(seconds)
    floor = statistics.median(taken["python -c pass"])
    print(f"{'':18}{'ms':>8}{'ratio':>8}{'budget':>8}")
    for name, seconds in taken.items():
        median = statistics.median(seconds)
        print(f"{name:18}{1000 * median:8.1f}{median / floor:8.1f}{BUDGETS.get(name, ''):>8}")


def _round(folder: Path) -> Iterator[tuple[str, float]]:
    yield "python -c pass", _run([sys.executable, "-c", "pass"])
    yield "import typer", _run([sys.executable, "-c", "import typer"])
    for name, words in COMMANDS.items():
        yield f"{name} pipe", _run(words)
        yield f"{name} terminal", _run_on_terminal(words)
    changed = folder / "changed.txt"
    changed.write_bytes(SEED.read_bytes() + f"\n\nCopy of {time.ctime()}.\n".encode())
    yield "add pipe", _run([ADVISORY, "add", "--revise", str(changed)])
    _run(COMMANDS["search"])  # takes the new revision into the index, outside of what is measured


def _run(words: list[str]) -> float:
    began = time.perf_counter()
    subprocess.run(words, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


def _run_on_terminal(words: list[str]) -> float:
    ours, theirs = pty.openpty()
    began = time.perf_counter()
    program = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=theirs)
    os.close(theirs)
    try:
        while os.read(ours, 65536):
            pass
    except OSError:  # the program closed its end
        pass
    assert program.wait() == 0
    os.close(ours)
    return time.perf_counter() - began


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 11)
