"""Archives and texts to measure on, made once in a folder and kept for the next time."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from random import SystemRandom
from typing import Any, Final, NamedTuple

from benchmarks.corpus import RARE, write_corpus
from benchmarks.measuring import ADVISORY, Line, Runner

ROOM: Final = 16_000
"""Bytes of disk that a record may need, with its copies, indexes and exports."""

_SMALL: Final = 1_000
_SEED: Final = Path(__file__).resolve().parents[1] / "tests" / "fixtures" / "EUR-57-002-2012.txt"
_REGIONS: Final = ("AFR", "AMR", "ASA", "EUR", "MDE")


class Ground(NamedTuple):
    """An archive of so many records with its index, and what is in the middle of it."""

    archive: Path
    size: int
    reference: str
    phrase: str
    """Three words in a row in the first English text, which is the same in all archives of more than 2,000."""

    @property
    def index_folder(self) -> Path:
        """The folder of the index."""
        return self.archive.with_name(".advisories.index")

    def advisory(self, *words: str, **more: Any) -> Line:
        """A command on this archive."""
        return advisory(self.archive, *words, **more)


def advisory(archive: Path, *words: str, **more: Any) -> Line:
    """A command on an archive."""
    return Line((ADVISORY, "--archive", str(archive), *words), **more)


def ground(runner: Runner, folder: Path, size: int) -> Ground:
    """The archive of that size, made where it is not there; a small one, to which a few texts are many, each time."""
    archive = folder / "archives" / str(size) / "advisories.json"
    if size < _SMALL:
        shutil.rmtree(archive.parent, ignore_errors=True)
    if not archive.exists():
        _ask_for_room(folder, size)
        write_corpus(archive.with_suffix(".part"), size)
        archive.with_suffix(".part").rename(archive)
    runner.run(advisory(archive, "search", RARE, accepts=(0, 1)))
    half = archive.stat().st_size // 2 if archive.stat().st_size > 1_000_000 else 0
    middle = next(one for one in _english(archive, half) if _is_one_text(archive, one["reference"]))
    phrase = " ".join(next(_english(archive))["body"].split("\n\n")[1].split()[3:6])
    return Ground(archive, size, middle["reference"], phrase)


def copy_of(original: Ground, folder: Path) -> Ground:
    """The same in another folder, with its index, to be changed."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(original.archive.parent, folder, copy_function=shutil.copy)
    return original._replace(archive=folder / original.archive.name)


def new_text(path: Path) -> None:
    """Write the text that the project began with under a number that no text has."""
    random = SystemRandom()
    number = (
        f"{random.choice(_REGIONS)} {random.randint(72, 99)}/{random.randint(1, 9999):04}/{random.randint(2025, 2039)}"
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_SEED.read_text(encoding="utf-8").replace("EUR 57/002/2012", number), encoding="utf-8")


def _ask_for_room(folder: Path, size: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    free, needed = shutil.disk_usage(folder).free / 1e9, size * ROOM / 1e9
    if free < needed:
        raise SystemExit(
            f"{size:,} records need {needed:.0f} GB in {folder}, {free:.0f} are free; give another --folder"
        )


def _english(archive: Path, start: int = 0) -> Iterator[dict[str, Any]]:
    """English records that begin behind this byte."""
    with archive.open("rb") as file:
        file.seek(start)
        file.readline()
        for line in file:
            record = json.loads(line.partition(b": ")[2].rstrip(b",\n"))
            if record["language"] == "en":
                yield record


def _is_one_text(archive: Path, reference: str) -> bool:
    """Whether no other text of the archive bears that number."""
    words = advisory(archive, "cite", reference).words
    return subprocess.run(words, capture_output=True, check=False).returncode == 0
