"""Everything as a BagIt bag (RFC 8493): a folder that says of each file in it what its bytes have to be."""

import logging
import os
import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Final

from advisory_cli.errors import Misuse, Unreadable, WriteFailed
from advisory_cli.filenames import ORIGINALS

ROWS: Final = "advisories.jsonl"
"""In the bag: every revision, as an export of everything has them."""

FILE: Final = "advisories.json"
"""In the bag: the archive itself, where all of it is exported."""

REMOVALS: Final = "removals.json"
"""In the bag: what was hidden in texts, where passages are marked as not to go out."""


@contextmanager
def new_bag(path: Path) -> Iterator[Path]:
    """A new folder to be filled, which becomes a valid bag at the end; of one that fails nothing is left.

    Raises `Misuse` where there is something already, `WriteFailed`.
    """
    beside = _begin(path)
    try:
        yield beside
        _end(beside, path)
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise


def _begin(path: Path) -> Path:
    if path.exists() or path.is_symlink():
        raise Misuse(f"{path} is there already; name a folder that is not there yet")
    beside = path.with_name(f".{path.name}.new")
    try:
        shutil.rmtree(beside, ignore_errors=True)  # left by a crash
        (beside / ORIGINALS).mkdir(mode=0o700, parents=True)
        beside.chmod(0o700)
    except OSError as error:
        raise WriteFailed(str(path), str(error.strerror or error)) from error
    return beside


def _end(beside: Path, path: Path) -> None:
    bagit = _bagit()
    facts = {"Source-Organization": "", "External-Description": "Archive of press advisories, with all revisions"}
    facts["Bag-Software-Agent"] = "advisory"
    try:
        bagit.make_bag(str(beside), facts, checksums=["sha256", "sha512"])
        bagit.Bag(str(beside)).validate()
        beside.rename(path)
    except (bagit.BagError, OSError) as error:
        raise WriteFailed(str(path), str(error)) from error


def is_bag(path: Path) -> bool:
    """Whether a folder says that it is a bag."""
    return (path / "bagit.txt").is_file()


def rows_of_bag(path: Path) -> Path:
    """The revisions in a bag, of which every byte was verified; raises `Unreadable` for one that is not valid."""
    bagit = _bagit()
    try:
        _refuse_traps(path)
        bagit.Bag(str(path)).validate()
    except (bagit.BagError, OSError, ValueError) as error:
        raise Unreadable(str(path), f"it is no valid bag, and nothing of it was taken: {error}") from error
    rows = path / "data" / ROWS
    if not rows.is_file() or rows.is_symlink():
        raise Unreadable(str(path), f'there is no data/{ROWS} in it; "advisory export -f bag" makes such a bag')
    return rows


def originals_of_bag(path: Path, wanted: Collection[str]) -> Iterator[bytes]:
    """The bytes of those originals, one by one."""
    for digest in sorted(wanted):
        for file in (path / "data" / ORIGINALS / digest[:2]).glob(f"{digest}.*"):
            if file.is_file() and not file.is_symlink():
                yield file.read_bytes()


def _refuse_traps(path: Path) -> None:
    """Raise `ValueError` for what the library would wait for or search for without end: pipes, lists of millions."""
    held = sum(len(files) for _, _, files in os.walk(path / "data"))
    for tag in path.glob("*.txt"):
        if not tag.is_file():
            raise ValueError(f"{tag.name} is no file")
        with tag.open("rb") as lines:
            if tag.match("manifest-*.txt") and sum(1 for line in lines if line.strip()) > held:
                raise ValueError(f"{tag.name} names more than the {held:,} files that are there")


def _bagit() -> ModuleType:
    """The library, which says on stderr what it also raises."""
    import bagit  # hardly ever needed

    logging.getLogger("bagit").setLevel(logging.CRITICAL + 1)
    return bagit  # type: ignore[no-any-return]
