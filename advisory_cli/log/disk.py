"""Writing that lasts: every call that changes the disk goes through `Disk`, so that tests can let each one fail."""

import fcntl
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

BLOCK = 1 << 20
"""Bytes gathered before they are written."""

NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
"""Never a file or a link that somebody else put there."""


def _try_lock(fd: int) -> bool:
    """Whether the kernel gave us its lock. The library `filelock` does the same call and costs an addition 15 ms."""
    try:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


_fdatasync: Callable[[int], None] = getattr(os, "fdatasync", os.fsync)  # macOS has fsync alone


def _sync_all(fd: int) -> bool:
    """Bring all that was written to the file system of an open folder to its disk; False where nobody can promise it.

    Linux tells of failed writes here since 5.8: ``man 2 syncfs``.
    """
    import ctypes  # only who writes many files needs it

    libc = ctypes.CDLL(None, use_errno=True)
    system = os.uname()
    version = re.match(r"(\d+)\.(\d+)", system.release)
    if system.sysname != "Linux" or not version or (int(version[1]), int(version[2])) < (5, 8):
        return False
    if libc.syncfs(fd):
        raise OSError(number := ctypes.get_errno(), os.strerror(number))
    return True


class Disk(NamedTuple):
    """The calls of the operating system that change something."""

    open: Callable[[str | Path, int, int], int] = os.open
    pwrite: Callable[[int, bytes | memoryview, int], int] = os.pwrite
    ftruncate: Callable[[int, int], None] = os.ftruncate
    fsync: Callable[[int], None] = os.fsync
    fdatasync: Callable[[int], None] = _fdatasync
    replace: Callable[[str | Path, str | Path], None] = os.replace
    unlink: Callable[[str | Path], None] = os.unlink
    try_lock: Callable[[int], bool] = _try_lock
    sync_all: Callable[[int], bool] = _sync_all


def write_at(disk: Disk, fd: int, data: bytes, offset: int) -> None:
    """Write all of the data at an offset, going on where the system stopped early."""
    view = memoryview(data)
    while view:
        written = disk.pwrite(fd, view, offset)
        view, offset = view[written:], offset + written


def write_new(disk: Disk, path: Path, pieces: Iterable[bytes]) -> int:
    """Bring a file that only its owner can read to the disk and say how long it is; if that fails nothing is left."""
    fd = disk.open(path, NEW_FILE, 0o600)
    length = 0
    try:
        for block in _blocks(pieces):
            write_at(disk, fd, block, length)
            length += len(block)
        disk.fsync(fd)
    except BaseException:
        with suppress(OSError):
            path.unlink()
        raise
    finally:
        os.close(fd)
    return length


def put(disk: Disk, path: Path, pieces: Iterable[bytes]) -> int:
    """Make a file or replace one: whole or not at all, also over a power cut. Only one process at a time."""
    beside = path.with_name(f".{path.name}.new")
    beside.unlink(missing_ok=True)  # left by a crash
    length = write_new(disk, beside, pieces)
    try:
        disk.replace(beside, path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    sync_folder(disk, path.parent)
    return length


def put_all(disk: Disk, above: Path, files: Mapping[str, bytes]) -> None:
    """Make or replace files two folders below `above`, as `put` does, but wait for the disk twice and not for each.

    Paths are strings: taking objects apart is a seventh of the work of adding a text.
    """
    if len(files) <= _FEW:
        for path, content in files.items():
            make_folder(disk, Path(path).parent)
            put(disk, Path(path), [content])
        return
    parted = {path: path.rpartition(os.sep) for path in files}
    folders = {folder for folder, _, _ in parted.values()}
    parents = {folder.rpartition(os.sep)[0] for folder in folders}
    for parent in parents:
        make_folder(disk, Path(parent))
    for folder in folders:
        if not os.path.isdir(folder):  # noqa: PTH112 - as above
            os.mkdir(folder, 0o700)  # noqa: PTH102 - as above
    beside = {path: f"{folder}{os.sep}.{name}.new" for path, (folder, _, name) in parted.items()}
    try:
        for path, content in files.items():
            _write_unsynced(disk, beside[path], content)
        _sync(disk, above, {*beside.values(), *parents})
        for path, new in beside.items():
            disk.replace(new, path)
    except BaseException:
        for new in beside.values():
            with suppress(OSError):
                Path(new).unlink()
        raise
    _sync(disk, above, folders)


def set_aside(disk: Disk, path: Path, kind: str, pieces: Iterable[bytes]) -> Path:
    """Keep bytes as ``<name>.<kind>-<n>`` beside the file, under the first free number."""
    number = 1
    while os.path.lexists(kept := path.with_name(f"{path.name}.{kind}-{number}")):
        number += 1
    write_new(disk, kept, pieces)
    sync_folder(disk, path.parent)
    return kept


def delete(disk: Disk, path: Path) -> None:
    """Take a file away for good."""
    with suppress(FileNotFoundError):
        disk.unlink(path)
        sync_folder(disk, path.parent)


def read_pieces(fd: int, start: int, end: int) -> Iterator[bytes]:
    """The bytes from `start` to `end`, in blocks."""
    while start < end and (piece := os.pread(fd, min(BLOCK, end - start), start)):
        yield piece
        start += len(piece)


def make_folder(disk: Disk, folder: Path) -> None:
    """Make a folder that only its owner can enter, and those above it that are missing, for good."""
    if folder.is_dir():
        return
    missing = [folder, *folder.parents]
    missing = missing[: next(n for n, above in enumerate(missing) if above.is_dir())]
    for new in reversed(missing):
        with suppress(FileExistsError):  # another process was quicker
            new.mkdir(mode=0o700)
        sync_folder(disk, new.parent)


def sync_folder(disk: Disk, folder: Path) -> None:
    """Bring the names in a folder to the disk."""
    with _opened(folder) as fd:
        disk.fsync(fd)


_FEW = 8
"""Files up to which it is quicker to wait for each than for all that is written to the disk."""


def _write_unsynced(disk: Disk, path: str, content: bytes) -> None:
    try:
        fd = disk.open(path, NEW_FILE, 0o600)
    except FileExistsError:  # left by a crash
        Path(path).unlink()
        fd = disk.open(path, NEW_FILE, 0o600)
    try:
        write_at(disk, fd, content, 0)
    finally:
        os.close(fd)


def _sync(disk: Disk, above: Path, paths: Iterable[str]) -> None:
    """Bring files or folders to the disk: all at once where the system can, else one by one."""
    with _opened(above) as fd:
        if disk.sync_all(fd):
            return
    for path in paths:
        with _opened(path) as fd:
            disk.fsync(fd)


@contextmanager
def _opened(path: str | Path) -> Iterator[int]:
    fd = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        yield fd
    finally:
        os.close(fd)


def _blocks(pieces: Iterable[bytes]) -> Iterator[bytes]:
    gathered: list[bytes] = []
    size = 0
    for piece in pieces:
        gathered.append(piece)
        size += len(piece)
        if size >= BLOCK:
            yield b"".join(gathered)
            gathered, size = [], 0
    yield b"".join(gathered)
