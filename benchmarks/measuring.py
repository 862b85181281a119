"""Whole cold processes: wall clock, processor time and peak memory, in turns with ``python -c pass``."""

import marshal
import os
import pty
import select
import shutil
import subprocess
import sys
import termios
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import IO, Final, NamedTuple

from benchmarks.results import Row

ADVISORY: Final = str(Path(sys.executable).with_name("advisory"))

_SPAWNER: Final = Path(__file__).with_name("spawner.py")
_MOST: Final = 60_000
"""Milliseconds after which a command is not repeated."""


def _no_words() -> tuple[str, ...]:
    return ()


class Line(NamedTuple):
    """A command line to be measured."""

    words: tuple[str, ...]
    late: Callable[[], tuple[str, ...]] = _no_words
    """Called before each run, outside of what is measured: prepares it and gives words that are new each time."""
    stdin: str = os.devnull
    environment: Mapping[str, str] = {}
    accepts: tuple[int, ...] = (0,)
    is_terminal: bool = False


FLOOR: Final = "python -c pass"
PASS: Final = Line((sys.executable, "-c", "pass"))


class Sample(NamedTuple):
    """What one run used: milliseconds by the clock and of the processors, MiB."""

    wall: float
    cpu: float
    peak: float


class Failed(SystemExit):
    """A command that is not there, or ended as it should not; ends the program where nobody goes on without it."""


class Runner:
    """Runs command lines in a pipe (to nowhere) or on a terminal of 80 columns."""

    def __init__(self, spawner: subprocess.Popen[bytes], errors: Path) -> None:
        self._spawner = spawner
        self._errors = errors
        self.failures: dict[str, str] = {}
        """Why rows are missing, by their names."""
        self._ours, self._theirs = pty.openpty()
        termios.tcsetwinsize(self._theirs, (24, 80))

    def run(self, line: Line) -> Sample:
        """Run it once; `Failed` with what it said."""
        words = [*line.words, *line.late()]
        program = shutil.which(words[0])
        if program is None:
            raise Failed(f"{words[0]} is not installed")
        output = os.ttyname(self._theirs) if line.is_terminal else os.devnull
        environment = {"TERM": "xterm-256color", **line.environment}
        self._send(([program, *words[1:]], environment, [line.stdin, output, str(self._errors)]))
        wall, cpu, peak, code = self._answer()
        if code not in line.accepts:
            said = " ".join(self._errors.read_text(encoding="utf-8", errors="replace")[-500:].split())
            raise Failed(f"ended with {code}: {said}")
        return Sample(round(wall * 1000, 2), round(cpu * 1000, 2), round(peak / _kilo(), 1))

    def tried(self, name: str, line: Line) -> list[Sample]:
        """One sample, or none and why: one command that fails does not cost the others their figures."""
        try:
            return [self.run(line)]
        except Failed as failed:
            self.failures[name] = str(failed)
            return []

    def _send(self, message: tuple[list[str], dict[str, str], list[str]]) -> None:
        marshal.dump(message, _pipe(self._spawner.stdin))
        _pipe(self._spawner.stdin).flush()

    def _answer(self) -> tuple[float, float, int, int]:
        """Read away what comes to the terminal until the command has ended, and behind that."""
        answers = _pipe(self._spawner.stdout)
        both = [self._ours, answers.fileno()]
        while self._ours in select.select(both, [], [])[0]:
            os.read(self._ours, 65536)
        answer: tuple[float, float, int, int] = marshal.load(answers)
        return answer


@contextmanager
def runner(folder: Path) -> Iterator[Runner]:
    """A runner that keeps in that folder what commands say on standard error."""
    words = [sys.executable, "-I", "-S", str(_SPAWNER)]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as spawner:
        yield Runner(spawner, folder / "stderr.txt")
        _pipe(spawner.stdin).close()


def in_turns(runner: Runner, lines: Mapping[str, Line], rounds: int) -> list[Row]:
    """Each line once a round behind ``python -c pass``, which is the first row: a slow minute hits all of them alike.

    The round before the first warms up and is dropped, but for commands so slow that they ran once only.
    """
    lines = {FLOOR: PASS, **lines}
    samples: dict[str, list[Sample]] = {name: [] for name in lines}
    for _ in range(rounds + 1):
        for name, line in lines.items():
            if name not in runner.failures and sum(sample.wall for sample in samples[name]) < _MOST:
                samples[name].extend(runner.tried(name, line))
    floor = median(sample.wall for sample in samples[FLOOR][1:])
    return [row_of(name, floor, taken[1:] or taken) for name, taken in samples.items() if name not in runner.failures]


def once(runner: Runner, name: str, line: Line, *, records: int, kept: tuple[Path, ...] = ()) -> Iterator[Row]:
    """What takes long, run once, behind ten of ``python -c pass``, and the bytes of what it wrote."""
    floor = median(runner.run(PASS).wall for _ in range(10))
    if samples := runner.tried(name, line):
        yield row_of(name, floor, samples)._replace(records=records, bytes=bytes_in(*kept) if kept else None)


def bytes_in(*paths: Path) -> int:
    """Bytes of files, and of all files below folders."""
    files = (file for path in paths for file in (path.rglob("*") if path.is_dir() else [path]))
    return sum(file.stat().st_size for file in files if file.is_file())


def row_of(name: str, floor: float, samples: list[Sample]) -> Row:
    """The samples of one command."""
    wall, cpu, peak = (list(column) for column in zip(*samples, strict=True))
    return Row(name, round(floor, 2), wall, cpu, peak)


def _kilo() -> int:
    """What the system counts peak memory in, by MiB: kilobytes, on macOS bytes."""
    return 1024**2 if sys.platform == "darwin" else 1024


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None
    return pipe
