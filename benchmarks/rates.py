"""What is done with all of an archive: taking in, indexing, catching up, exporting, importing; once each."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from benchmarks.corpus import RARE
from benchmarks.grounds import Ground, advisory, copy_of, new_text
from benchmarks.import_rate import make
from benchmarks.measuring import Runner, once
from benchmarks.results import Row

SMALLEST: Final = 1_000
"""Records below which a rate tells nothing but the start of Python."""

_MOST_FILES: Final = 100_000
"""Beyond which files are not tried: a million of them are more work for the file system than for us."""

_NEW: Final = 1_000


def measure_rates(runner: Runner, ground: Ground, folder: Path, wanted: frozenset[str]) -> list[Row]:
    """All that is wanted, in a folder that is made for it and taken away; the archive itself stays as it was."""
    if ground.size < SMALLEST:
        return []
    shutil.rmtree(folder, ignore_errors=True)
    rows = [row for name, measure in _MEASURES.items() if name in wanted for row in measure(runner, ground, folder)]
    shutil.rmtree(folder, ignore_errors=True)
    return rows


def _import(runner: Runner, ground: Ground, folder: Path) -> Iterator[Row]:
    """As many text files, with one process and with two; what two wrote is then looked through by the doctor.

    Where that are more than the file system should be tried with, so many onto what is there.
    """
    if ground.size > _MOST_FILES:
        yield from _import_onto(runner, ground, folder)
        return
    files = ground.size
    make(folder / "documents", files)
    for jobs in (1, 2):
        archive = folder / f"jobs-{jobs}" / "advisories.json"
        line = advisory(archive, "add", "--jobs", str(jobs), str(folder / "documents"))
        name = f"import of text files, {jobs} job{'s' * (jobs > 1)}"
        yield from once(runner, name, line, records=files, kept=(archive.parent,))
    line = advisory(archive, "doctor", accepts=(0, 1))
    yield from once(runner, "doctor, with originals", line, records=files)
    for made in ("documents", "jobs-1", "jobs-2"):
        shutil.rmtree(folder / made, ignore_errors=True)


def _import_onto(runner: Runner, ground: Ground, folder: Path) -> Iterator[Row]:
    """Text files onto a copy of a large archive, some of which have a number that is there with other words."""
    copy = copy_of(ground, folder / "copy")
    make(folder / "documents", _MOST_FILES)
    line = copy.advisory("add", "--jobs", "2", "--keep-both", str(folder / "documents"))
    yield from once(runner, "import of text files onto them, 2 jobs", line, records=_MOST_FILES)
    for made in ("documents", "copy"):
        shutil.rmtree(folder / made, ignore_errors=True)


def _index(runner: Runner, ground: Ground, _: Path) -> Iterator[Row]:
    """The first search of an archive without an index."""
    shutil.rmtree(ground.index_folder)
    line = ground.advisory("search", RARE)
    yield from once(runner, "index build", line, records=ground.size, kept=(ground.index_folder,))


def _catch_up(runner: Runner, ground: Ground, folder: Path) -> Iterator[Row]:
    """The first search after a thousand texts were added."""
    copy = copy_of(ground, folder / "copy")
    for number in range(_NEW):
        new_text(folder / "new" / f"{number}.txt")
    name = f"catch-up of {_NEW:,}"
    if runner.tried(name, copy.advisory("add", str(folder / "new"))):
        yield from once(runner, name, copy.advisory("search", RARE), records=_NEW)
    shutil.rmtree(copy.archive.parent)


def _export(runner: Runner, ground: Ground, folder: Path) -> Iterator[Row]:
    out = folder / "all.jsonl"
    folder.mkdir(parents=True, exist_ok=True)
    line = ground.advisory("export", "-o", str(out), "--force")
    yield from once(runner, "export of JSON Lines", line, records=ground.size, kept=(out,))


def _import_rows(runner: Runner, ground: Ground, folder: Path) -> Iterator[Row]:
    """Of what the export wrote."""
    out = folder / "all.jsonl"
    if not out.exists():
        list(_export(runner, ground, folder))
    archive = folder / "imported" / "advisories.json"
    line = advisory(archive, "import", str(out), "--keep-both")
    yield from once(runner, "import of JSON Lines", line, records=ground.size, kept=(archive,))


_MEASURES: Final[dict[str, Callable[[Runner, Ground, Path], Iterator[Row]]]] = {
    "import": _import,
    "index": _index,
    "catch-up": _catch_up,
    "export": _export,
    "import-jsonl": _import_rows,
}
RATES: Final = tuple(_MEASURES)
