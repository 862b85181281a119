"""How many documents a second `advisory add FOLDER` takes in, and in how much memory.

    python benchmarks/import_rate.py [FILES] [FOLDER]

Makes a seeded folder of so many text files, the shipped documents with other numbers and other words, and adds it to a
new archive with one process and with two. FOLDER decides which disk is measured; what is made there is deleted. The
first table is one core alone: reading, parsing, and deciding and writing, in processor time. The last line of the
second is the same folder once more, of which everything is there.
"""

import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

from advisory_cli.actions.accession import accession
from advisory_cli.sources import read_file
from advisory_cli.wiring import open_archive

FIXTURES = Path(__file__).parent.parent / "tests" / "fixtures"
GROUP = 256
REGIONS = ("AFR", "AMR", "ASA", "EUR", "MDE")


def main(files: int, above: str | None) -> None:
    """Print both tables."""
    with tempfile.TemporaryDirectory(dir=above) as folder:
        documents = Path(folder) / "documents"
        make(documents, files)
        size = sum(path.stat().st_size for path in documents.rglob("*.txt"))
        print(f"{files:,} files, {size / files / 1000:.1f} KB each")
        print_parts(documents, Path(folder) / "parts" / "advisories.json")
        print(f"\n{'jobs':>7}{'files/s':>9}{'CPU ms':>8}{'peak MB':>9}")
        for name, jobs in (("1", 1), ("2", 2), ("2 again", 2)):
            rate, cost, peak = timed(documents, Path(folder) / f"jobs-{jobs}" / "advisories.json", jobs)
            print(f"{name:>7}{rate:>9.0f}{cost:>8.3f}{peak:>9.0f}")


def make(folder: Path, files: int, *, seed: int = 42) -> None:
    """Write so many files, a thousand in a folder; the same seed makes the same bytes."""
    random = Random(seed)
    templates = list(_templates())
    words = [word for text, _ in templates for word in re.findall("[a-z]{6,}", text)]
    for number in range(files):
        text, printed = random.choice(templates)
        reference = (
            f"{REGIONS[number % 5]} {11 + number // 5 % 60}/{1 + number // 300 % 400:03}/{1990 + number // 120_000}"
        )
        changed = re.sub(r"\b[a-z]{6,}\b", lambda word: _now_and_then(random, words) or word[0], text)
        path = folder / f"{number // 1000:04}" / f"{number:07}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(changed.replace(printed, reference), encoding="utf-8")


def print_parts(documents: Path, archive_path: Path) -> None:
    """Milliseconds of processor time that each document costs, by what is done with it."""
    archive = open_archive(archive_path, tell=print)
    paths = sorted(documents.rglob("*.txt"))
    costs = {"read": 0.0, "parse": 0.0, "decide and write": 0.0}
    with archive.batch():
        for start in range(0, len(paths), GROUP):
            times = [time.process_time()]
            read = [read_file(path) for path in paths[start : start + GROUP]]
            times.append(time.process_time())
            taken = [accession(document) for document in read]
            times.append(time.process_time())
            archive.add_many(taken)
            times.append(time.process_time())
            for name, begun, ended in zip(costs, times, times[1:], strict=False):
                costs[name] += ended - begun
    print(f"\n{'':18}{'ms':>8}{'files/s':>10}")
    for name, seconds in {**costs, "together": sum(costs.values())}.items():
        print(f"{name:18}{1000 * seconds / len(paths):>8.3f}{len(paths) / seconds:>10.0f}")


def timed(documents: Path, archive_path: Path, jobs: int) -> tuple[float, float, float]:
    """Files a second of the whole command, milliseconds of processor time for each, peak MB of its largest process."""
    words = [sys.executable, "-m", "advisory_cli", "add", "--jobs", str(jobs), str(documents)]
    begun = time.perf_counter()
    process = subprocess.Popen(
        words,
        env={**os.environ, "ADVISORY_ARCHIVE": str(archive_path)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - begun
    if process.returncode not in {0, 4}:
        raise SystemExit(f"advisory add ended with {process.returncode}")
    files = sum(1 for _ in documents.rglob("*.txt"))
    return files / seconds, 1000 * (used.ru_utime + used.ru_stime) / files, _megabytes(used)


def _templates() -> Iterator[tuple[str, str]]:
    """Texts with the number that stands in them; the one the project began with as often as all others."""
    paths = sorted((FIXTURES / "layouts").glob("*.txt"))
    for path in [*paths, *[FIXTURES / "EUR-57-002-2012.txt"] * len(paths)]:
        document = read_file(path)
        printed = accession(document).advisory.printed_reference
        if printed and document.text.count(printed) == 1:
            yield document.text, printed


def _now_and_then(random: Random, words: list[str]) -> str | None:
    return random.choice(words) if random.random() < 0.1 else None


def _megabytes(used: resource.struct_rusage) -> float:
    return used.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000, sys.argv[2] if len(sys.argv) > 2 else None)
