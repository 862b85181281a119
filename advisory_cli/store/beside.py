"""What lies beside an archive file: originals, set-aside copies, the rights of the files."""

import os
import stat
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from advisory_cli.filenames import EDITING, IMPORTING
from advisory_cli.log import parse_line
from advisory_cli.log.layout import find_lines, head_length, number_of, numbered_line, read_lines
from advisory_cli.log.lock import lock_path
from advisory_cli.ports import Finding, Progress
from advisory_cli.store.copies import leftovers
from advisory_cli.store.originals import hash_of, kept
from advisory_cli.store.walk import Files, hash_bytes, name_of


class Done:
    """Counts bytes for a progress."""

    def __init__(self, total: int, progress: Progress | None) -> None:
        self._done, self._total, self._progress = 0, total, progress

    def add(self, count: int) -> None:
        """So many bytes more are done."""
        self.reach(self._done + count)

    def reach(self, done: int) -> None:
        """So many bytes are done."""
        self._done = min(done, self._total)
        if self._progress:
            self._progress(self._done, self._total)


class Originals:
    """Holds the files beside the archive against the lines that name them."""

    def __init__(self, fd: int, end: int, folder: Path, files: Files) -> None:
        self._fd, self._end = fd, end
        self._folder = folder
        self._files = files
        self._reached = 0
        """Where the line ends that was named last."""

    def check(self, done: Done | None) -> Iterator[Finding]:
        """What is missing, left over or changed; the bytes are read only with `done`, which counts them."""
        above = f"{self._folder.parent}/"
        for entry in kept(self._folder):
            sha256 = hash_bytes(entry.name.partition(".")[0])
            where = entry.path.removeprefix(above)
            if sha256 is None or f"/{entry.name[:2]}/" not in entry.path:
                yield Finding("orphan", where, "is no original: left by an interrupted write or another program")
                continue
            self._files.named.see(sha256)
            yield from self._hashed(where, entry.path, sha256, done)
            yield from self._orphan(where, sha256)
        for sha256, number in self._files.named.unseen():
            what = f"its original {sha256.hex()} is not in {self._folder.name}: add the file again"
            yield Finding("original", self._name(number), what)

    def _hashed(self, where: str, path: str, sha256: bytes, done: Done | None) -> Iterator[Finding]:
        if done is None:
            return
        try:
            what = None if hash_of(path, done.add) == sha256.hex() else "its bytes are not those that were kept"
        except OSError as error:
            what = f"it cannot be read ({error.strerror})"
        if what:
            number = self._files.named.number(sha256)
            whose = f"{where} of {self._name(number)}" if number else where
            yield Finding("original", whose, f"{what}: add the file again")

    def _orphan(self, where: str, sha256: bytes) -> Iterator[Finding]:
        if self._files.named.number(sha256) or self._is_new(sha256):
            return
        if sha256 in self._files.erased:
            yield Finding("orphan", where, "belongs to a text that was erased; --fix deletes it", True)
        elif self._files.all_read:
            yield Finding("orphan", where, "is named by no revision: harmless, left by an interrupted write")
        else:
            yield Finding("orphan", where, "is named by no revision that is left: if one was lost, add this file again")

    def _is_new(self, sha256: bytes) -> bool:
        """Whether a revision written since names it."""
        needle = f'"sha256": "{sha256.hex()}"'.encode()
        return any(find_lines(self._fd, needle, self._end, os.fstat(self._fd).st_size))

    def _name(self, number: int) -> str:
        if head_length(self._fd) is None:
            return f"#{number}"
        line = next(read_lines(self._fd, self._reached, self._end, chunk=_LINE), None)  # all may be missing, in order
        if line is None or number_of(line.content) != number:
            line = numbered_line(self._fd, number, self._end)
        if line is None:
            return f"#{number}"
        self._reached = line.end
        return name_of(*parse_line(line.content))


_LINE = 1 << 13
"""Bytes that hold most lines."""


def open_to_others(path: Path, originals: Path) -> Iterator[Path]:
    """Files and folders of the archive that others than the owner may read or change."""
    for one in (path, lock_path(path), originals, *originals.glob("??")):
        if one.exists() and _is_open(one.lstat()):
            yield one
    yield from (Path(entry.path) for entry in kept(originals) if _is_open(entry.stat(follow_symlinks=False)))


def _is_open(state: os.stat_result) -> bool:
    return not stat.S_ISLNK(state.st_mode) and bool(state.st_mode & 0o077)


_CHECKOUT = "can be read by other users, as all that git checks out: close the folder above to them, or use --fix"


def _is_checked_out(path: Path) -> bool:
    """Whether git laid the files there, which cannot keep who may read them and has the same bytes open beside."""
    return any((folder / ".git").exists() for folder in path.resolve().parents)


def beside(path: Path, originals: Path) -> Iterator[Finding]:
    """What is wrong with the names and rights of the files."""
    open_ = open_to_others(path, originals)
    if first := next(open_, None):
        writable = [bool(one.lstat().st_mode & stat.S_IWOTH) for one in chain([first], open_)]
        where = f"{first.relative_to(path.parent)}{f' and {len(writable) - 1} more' if writable[1:] else ''}"
        if _is_checked_out(path) and not any(writable):
            yield Finding("checkout", where, _CHECKOUT)
        else:
            yield Finding("permissions", where, "can be read or changed by other users; --fix closes it to them", True)
    for one in leftovers(path):
        yield Finding("leftover", one.name, "was set aside and holds text: look into it, then delete it")
    for one in sorted(one for name in _AT_WORK for one in path.parent.glob(name)):
        yield Finding("leftover", one.name, "holds text of a command that was stopped, unless it still runs: delete it")


_AT_WORK = (f"{IMPORTING}*", f"{EDITING}*")
"""Folders that commands make for as long as they run."""
