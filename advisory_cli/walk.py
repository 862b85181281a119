"""Which files are meant by the names a user gives: files as named, folders with all that is below them."""

# paths of a hundred thousand files are strings: objects cost ten times as much
# ruff: noqa: PTH112, PTH118, PTH119, PTH120, PTH208

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from advisory_cli.errors import NO_FILE, Unreadable, why_unread
from advisory_cli.filenames import FAILED_ROWS, FAILURES, INDEX, ORIGINALS, SAVED_SEARCHES, TAKEN_APART, UNSAVED_EDIT

STDIN: Final = "-"


class Input(NamedTuple):
    """Something to be read: a file, standard input or a web address."""

    name: str
    """As the user gave it; a file below a folder with the folder in front. May hold bytes that are no valid text."""
    size: int = 0
    """Bytes of the file, where it was looked at."""
    is_url: bool = False
    is_below: bool = False
    """Whether it lies below a folder that the user named, among other files."""


class Skipped(NamedTuple):
    """Something below a folder, or in an archive or mail, that is no document."""

    name: str
    reason: str
    is_hidden: bool = False


Found = Input | Skipped | Unreadable
"""What there is at a name; an error for a folder that cannot be opened."""


def find_inputs(names: Iterable[str], archive: Path) -> Iterator[Found]:
    """The inputs that are meant, folders walked in the order of names; a folder that cannot be read is its error.

    Below folders links are not followed, and neither hidden files nor what belongs to the `archive` file are taken.
    """
    own = _Own(os.path.realpath(archive))
    for name in names:
        if name != STDIN and os.path.isdir(name):
            yield from _below(name, own)
        else:
            yield Input(name)


class _Own:
    """What lies beside an archive and belongs to it."""

    def __init__(self, archive: str) -> None:
        folder = os.path.dirname(archive)
        self._beginnings = (f"{archive}.", os.path.join(folder, UNSAVED_EDIT))
        names = (FAILURES, FAILED_ROWS, SAVED_SEARCHES, TAKEN_APART)
        self._files = {archive, *(os.path.join(folder, name) for name in names)}
        self._folders = tuple(f"{folder}/{name}/" for name in (ORIGINALS, INDEX))

    def __contains__(self, path: str) -> bool:
        return path in self._files or path.startswith(self._beginnings) or f"{path}/".startswith(self._folders)


def _below(top: str, own: _Own) -> Iterator[Found]:
    real = os.path.realpath(top)
    if real in own:
        yield Skipped(top, "it belongs to the archive itself")
        return
    folders = [_paths_in(top)]
    while folders:
        path = next(folders[-1], None)
        if path is None:
            folders.pop()
        elif isinstance(path, Unreadable):
            yield path
        elif real + path[len(top) :] in own:
            yield Skipped(path, "it belongs to the archive itself", is_hidden=True)
        elif isinstance(found := _look(path), str):
            folders.append(_paths_in(found))
        else:
            yield found


def _paths_in(folder: str) -> Iterator[str | Unreadable]:
    """What lies in a folder, by name."""
    try:
        names = sorted(os.listdir(folder))
    except OSError as error:
        return iter((Unreadable(folder, f"the folder cannot be opened ({error.strerror})"),))
    return (os.path.join(folder, name) for name in names)


def _look(path: str) -> str | Found:
    """What lies at a path below a folder; the path itself for a folder to go on with."""
    if os.path.basename(path).startswith(_HIDDEN):
        return Skipped(path, "it is hidden", is_hidden=True)
    try:
        state = os.lstat(path)
    except OSError as error:
        return Unreadable(path, why_unread(error))
    if stat.S_ISDIR(state.st_mode):
        return Skipped(path, PARTS_OF_PAGE) if is_of_page(path, os.path.exists) else path
    if stat.S_ISREG(state.st_mode):
        return Input(path, state.st_size, is_below=True)
    if stat.S_ISLNK(state.st_mode):
        return Skipped(path, "it is a symbolic link; name it to take in what it leads to")
    return Skipped(path, NO_FILE)


PARTS_OF_PAGE: Final = "it holds parts of the saved page beside it"


def is_of_page(folder: str, exists: Callable[[str], bool]) -> bool:
    """Whether a browser made a folder for scripts, pictures and frames of a page that it saved beside it."""
    stem = next((folder.removesuffix(ending) for ending in _OF_PAGES if folder.endswith(ending)), None)
    return stem is not None and any(exists(stem + ending) for ending in (".html", ".htm", ".xhtml"))


_OF_PAGES: Final = (
    "_files", ".files", "_file", "_archivos", "_arquivos", "_ficheiros", "_fichiers", "-Dateien", "_bestanden",
    "-filer",
)  # fmt: skip
"""How such folders end, by the language of the browser."""

_HIDDEN: Final = (".", "~$", "Thumbs.db", "desktop.ini")
"""How names of files begin that systems hide: on Unix, and on Windows locks, previews and looks of folders."""
