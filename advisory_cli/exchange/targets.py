"""Where files may be written: over nothing that belongs to the archive, and over nothing that nobody meant."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from advisory_cli.errors import Misuse, Occupied
from advisory_cli.filenames import FAILED_ROWS, FAILURES, INDEX, ORIGINALS, SAVED_SEARCHES, TAKEN_APART


def refuse_if_there(path: Path, archive: Path, *, force: bool) -> None:
    """Raise `Occupied` where something would be written over, `Misuse` for what must never be."""
    _refuse_what_must_stay(path, archive, FAILURES, FAILED_ROWS)
    if not force and (path.exists() or path.is_symlink()):
        raise Occupied(str(path))


def refuse_unless_list(path: Path, archive: Path, is_list: Callable[[bytes], bool]) -> None:
    """Raise `Misuse` where a list of what failed would take the place of anything but such a list.

    `is_list` is asked about the beginning of what is there.
    """
    _refuse_what_must_stay(path, archive)
    if not path.exists():
        return
    with path.open("rb") as file:
        if not is_list(file.read(_HEAD)):
            raise Misuse(f"{path} is there and is no list of what failed; name another file")


_HEAD: Final = 1 << 16
"""Bytes that tell a list from other files."""


def _refuse_what_must_stay(path: Path, archive: Path, *lists: str) -> None:
    if path.exists() and not path.is_file():
        raise Misuse(f"{path} is no file; name one to write, or - for standard output")
    own, home = path.resolve(), archive.resolve()
    names = (SAVED_SEARCHES, TAKEN_APART, *lists)
    is_beside = own.parent == home.parent and (own.name.startswith(f"{home.name}.") or own.name in names)
    if own == home or is_beside or any(own.is_relative_to(home.with_name(folder)) for folder in (ORIGINALS, INDEX)):
        raise Misuse(f"{path} belongs to the archive; name another file")
