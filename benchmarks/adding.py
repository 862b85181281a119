"""A thousand durable additions one by one: whether some of them take long, alone and beside other processes.

    python -m benchmarks.adding ARCHIVE TEXTS OUT

adds each text of a folder by itself, in one process, and writes what each took to OUT.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from statistics import median
from time import perf_counter, process_time
from typing import Final

from advisory_cli import Archive, open_archive, read_file
from benchmarks.grounds import Ground, copy_of, new_text
from benchmarks.measuring import PASS, Failed, Runner
from benchmarks.rates import SMALLEST
from benchmarks.results import Row

TEXTS: Final = 1_000
PROCESSES: Final = (1, 4)


def measure_adds(runner: Runner, ground: Ground, folder: Path) -> list[Row]:
    """One process that adds them all, and several that share them, on a copy of the archive."""
    if ground.size < SMALLEST:
        return []
    rows = []
    for processes in PROCESSES:
        copy = copy_of(ground, folder / "copy")
        for number in range(TEXTS):
            new_text(folder / "texts" / str(number % processes) / f"{number}.txt")
        floor = median(runner.run(PASS).wall for _ in range(10))
        rows.append(_race(copy.archive, folder / "texts", processes, floor))
        shutil.rmtree(folder)
    return rows


def _race(archive: Path, texts: Path, processes: int, floor: float) -> Row:
    """So many processes at once, each with its share of the texts."""
    shares = [(str(texts / str(one)), texts / f"{one}.json") for one in range(processes)]
    words = [sys.executable, "-m", "benchmarks.adding", str(archive)]
    running = [subprocess.Popen([*words, share, str(out)]) for share, out in shares]
    codes = [process.wait() for process in running]
    if any(codes):
        raise Failed("a process that adds failed")
    read = [json.loads(out.read_text(encoding="utf-8")) for _, out in shares]
    wall, cpu, peak = ([value for one in read for value in one[kind]] for kind in ("wall", "cpu", "peak"))
    name = f"{TEXTS:,} adds, {processes} process{'es' * (processes > 1)}"
    return Row(name, floor, wall, cpu, peak, jobs=processes)


def add_all(archive_path: Path, texts: Path) -> dict[str, list[float]]:
    """Milliseconds of each addition, and MiB in the end."""
    archive = open_archive(archive_path, tell=print, lock_timeout=60)
    wall, cpu = zip(*(_timed(archive, path) for path in sorted(texts.iterdir())), strict=True)
    return {"wall": list(wall), "cpu": list(cpu), "peak": [round(getrusage(RUSAGE_SELF).ru_maxrss / 1024, 1)]}


def _timed(archive: Archive, path: Path) -> tuple[float, float]:
    """Reading, parsing and a durable write, by the clock and of the processor."""
    wall, cpu = perf_counter(), process_time()
    archive.add(read_file(path))
    return round((perf_counter() - wall) * 1000, 3), round((process_time() - cpu) * 1000, 3)


if __name__ == "__main__":
    costs = add_all(Path(sys.argv[1]), Path(sys.argv[2]))
    Path(sys.argv[3]).write_text(json.dumps(costs), encoding="utf-8")
