"""What is to be imported: files as named, folders with the exports in them, standard input."""

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO, Final

from advisory_cli.errors import NO_FILE, Unreadable, WriteFailed
from advisory_cli.exchange.bag import is_bag
from advisory_cli.filenames import FAILED_ROWS, FAILURES, IMPORTING, ORIGINALS, SAVED_SEARCHES, TAKEN_APART
from advisory_cli.walk import STDIN, Found, Input, Skipped, find_inputs


@contextmanager
def named_file(content: BinaryIO, beside: Path) -> Iterator[Path]:
    """Standard input as a file, which is deleted in the end; in the folder of the archive, where there is one.

    It is gone through more than once, and may be larger than memory. Raises `WriteFailed`.
    """
    above = beside.parent if beside.parent.is_dir() and os.access(beside.parent, os.W_OK) else None
    with TemporaryDirectory(prefix=IMPORTING, dir=above) as folder:
        path = Path(folder, "standard input")
        try:
            with path.open("xb") as file:
                shutil.copyfileobj(content, file, 1 << 20)
        except OSError as error:
            raise WriteFailed(folder, str(error.strerror or error)) from error
        yield path


def files_in(names: Iterable[Path], archive: Path) -> Iterator[Path | Skipped | Unreadable]:
    """The files that are meant: of a folder those whose endings say that they hold rows, and bags, by name."""
    for name in names:
        if str(name) != STDIN and name.exists() and not (name.is_file() or name.is_dir()):
            yield Unreadable(str(name), f'{NO_FILE}; let "advisory import -" read it from standard input')
        elif str(name) == STDIN or is_bag(name) or not name.is_dir():
            yield name
        else:
            yield from _below(name, archive)


def _below(folder: Path, archive: Path) -> Iterator[Path | Skipped | Unreadable]:
    bags: set[Path] = set()
    for found in find_inputs([str(folder)], archive):
        bag = _bag_of(found, folder)
        if bag is None:
            yield _taken(found)
        elif bag not in bags:
            bags.add(bag)
            yield bag


def _bag_of(found: Found, folder: Path) -> Path | None:
    above = Path(found.name).parents if isinstance(found, Input) else ()
    return next((one for one in above if one.is_relative_to(folder) and is_bag(one)), None)


def _taken(found: Found) -> Path | Skipped | Unreadable:
    """The file, or why it is left out."""
    if not isinstance(found, Input):
        return found
    path = Path(found.name)
    if path.name.endswith(_RECORD):
        return Skipped(found.name, "it only says what was left out of an export")
    if ORIGINALS in path.parts or path.name in _BESIDE or _ARCHIVES in path.name:
        return Skipped(found.name, "it belongs to another archive; name it to import it", is_hidden=True)
    if path.suffix.lower() not in _ENDINGS:
        endings = " ".join(_ENDINGS)
        return Skipped(found.name, f'its name ends in none of {endings}; name it, or "advisory add" it as a document')
    return path


_ENDINGS: Final = (".csv", ".json", ".jsonl", ".ndjson", ".tsv")
_RECORD: Final = ".left-out.json"
_BESIDE: Final = (FAILED_ROWS, FAILURES, SAVED_SEARCHES, TAKEN_APART)
_ARCHIVES: Final = ".json."
"""In the names of lock files and of copies that were set aside: ``advisories.json.torn-1``."""
