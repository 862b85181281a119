"""The work of other programs on the same texts, in turns with ours."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from statistics import median

from benchmarks.grounds import Ground
from benchmarks.measuring import PASS, Failed, Line, Runner, bytes_in, in_turns
from benchmarks.programs import PROGRAMS, Program
from benchmarks.results import Row
from benchmarks.setups_python import venv
from benchmarks.texts import texts


def measure_peers(runner: Runner, ground: Ground, folder: Path, rounds: int) -> tuple[list[Row], dict[str, str]]:
    """Rows like ``notmuch: add one`` and ``notmuch: build``, and what was done with each program, or why nothing.

    What a program has built is kept in the folder for the next time.
    """
    _install(folder / "venv")
    notes: dict[str, str] = {}
    built: list[Row] = []
    lines: dict[str, Line] = {}
    for program in PROGRAMS:
        place = folder / str(ground.size) / program.name
        try:
            built.append(_built(runner, program, place, ground.size))
        except Failed as failed:
            notes[program.name] = f"left out: {failed}"
        else:
            notes[program.name] = f"{_version(program, place)}: {program.how}".removeprefix(": ")
            lines |= {f"{program.name}: {work}": line for work, line in program.work(place, ground).items()}
    notes["found nothing"] = ", ".join(name for name in lines if _finds_nothing(name, lines[name])) or "none of them"
    return [*built, *in_turns(runner, lines, rounds)], notes


def _finds_nothing(name: str, line: Line) -> bool:
    """What finds nothing is fast, and worth nothing."""
    if name.partition(": ")[2] == "add one":
        return False
    environment = {**os.environ, **line.environment}
    return not subprocess.run(
        line.words, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False
    ).stdout


def _install(folder: Path) -> None:
    """An environment with the programs from PyPI; one that cannot be had is left out later."""
    if folder.exists():
        return
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    for program in PROGRAMS:
        if program.is_python:
            subprocess.run([folder / "bin" / "pip", "install", "-q", program.package], check=False)


def _version(program: Program, place: Path) -> str:
    """As the package says; empty for ours, which stands above."""
    if not program.package:
        return ""
    if program.is_python:
        words = [str(venv(place) / "bin" / "python"), "-c", _ASK, program.package]
    else:
        words = ["dpkg-query", "-W", "-f", "${Version}", program.package]
    return subprocess.run(words, capture_output=True, text=True, check=False).stdout.strip()


_ASK = "import sys; from importlib.metadata import version; print(version(sys.argv[1]))"


def _built(runner: Runner, program: Program, place: Path, size: int) -> Row:
    """Measured once, from texts that lie there to the first search; zeros for programs without an index."""
    _ask_for(program, place, size)
    told = place / "built.json"
    if not (told.exists() and program.package):  # ours is another one each time
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        program.write(place, texts(size))
        row = _build(runner, program, place)._replace(records=size)
        row = row._replace(bytes=bytes_in(*(place / name for name in program.kept)))
        told.write_text(json.dumps(row._asdict()), encoding="utf-8")
    return Row(**json.loads(told.read_text(encoding="utf-8")))


def _ask_for(program: Program, place: Path, size: int) -> None:
    if size > program.largest:
        raise Failed(f"not tried with more than {program.largest:,} texts")
    lines = [*program.build(place), *program.work(place, _NOWHERE).values()]
    if not all(shutil.which(line.words[0]) for line in lines):
        where = "pip" if program.is_python else "apt-get"
        raise Failed(f"not installed ({where} install {program.package})")


_NOWHERE = Ground(Path(), 0, "", "")


def _build(runner: Runner, program: Program, place: Path) -> Row:
    floor = median(runner.run(PASS).wall for _ in range(10))
    samples = [runner.run(line) for line in program.build(place)]
    wall, cpu = sum(one.wall for one in samples), sum(one.cpu for one in samples)
    peak = max((one.peak for one in samples), default=0.0)
    return Row(f"{program.name}: build", floor, [wall], [cpu], [peak])
