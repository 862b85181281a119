"""Disks that fail or die at a chosen call, for whatever writes through `Disk`."""

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from advisory_cli.log import Disk

REFUSALS = (errno.ENOSPC, errno.EIO, errno.EDQUOT, errno.EROFS, errno.EFBIG)
"""Why a disk takes nothing more."""


class Death(BaseException):
    """The process is gone: nothing that follows reaches the disk."""


class Faults:
    """Lets one call fail, the `at`-th; with `Death` all that follow fail as well."""

    def __init__(self, at: int, error: BaseException) -> None:
        self.at = at
        self.error = error
        self.calls = 0

    def disk(self) -> Disk:
        real = Disk()
        names = [name for name in Disk._fields if name != "try_lock"]
        return Disk(**{name: self._watch(getattr(real, name)) for name in names})

    def _watch(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def watched(*arguments: Any) -> Any:
            self.calls += 1
            if self.calls == self.at or (self.calls > self.at and isinstance(self.error, Death)):
                raise self.error
            return call(*arguments)

        return watched


def refusal(code: int) -> OSError:
    """The error with this number, in the words of the system."""
    return OSError(code, os.strerror(code))


def sweep(folder: Path, error: Callable[[], BaseException]) -> Iterator[tuple[Path, Disk, Faults]]:
    """Copies of a folder, each with a disk on which one call later fails than before; the last has none that fails."""
    at = 0
    calls = 0
    while at <= calls:
        at += 1
        copy = folder.with_name(f"{folder.name}-{at}")
        shutil.copytree(folder, copy)
        faults = Faults(at, error())
        yield copy, faults.disk(), faults
        calls = faults.calls
        shutil.rmtree(copy)


def dying_after(path: Path, allowed: int) -> Disk:
    """A disk that takes so many bytes for this file and then dies."""
    written = 0

    def pwrite(fd: int, data: bytes | memoryview, offset: int) -> int:
        nonlocal written
        if os.fstat(fd).st_ino != path.stat().st_ino:
            return os.pwrite(fd, data, offset)
        taken = os.pwrite(fd, data[: allowed - written], offset)
        written += taken
        if written >= allowed:
            raise Death
        return taken

    def dead(*_: object) -> None:
        raise Death

    return Disk(pwrite=pwrite, ftruncate=dead, fsync=dead, fdatasync=dead)


def slow_disk() -> Disk:
    """A disk that never takes more than three bytes in one call."""
    return Disk(pwrite=lambda fd, data, offset: os.pwrite(fd, data[:3], offset))
