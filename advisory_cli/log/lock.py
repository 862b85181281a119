"""One writer at a time: a kernel lock on a file beside the archive, which also says who holds it and what was promised.

The lock dies with its process, so no clock ever decides. The file stays for good. It holds one small JSON object:
the holder, `length` of the archive that was acknowledged (on the disk and told to somebody), and `until`, the length
it will have when the write under way is complete. It is not synced: after a power cut it may be older, never newer,
than the archive, so `length` is a lower bound. `last` and `seal` say what was acknowledged last: the number of the
line, and its hash as the writer handed it over; so that the end of the archive, too, cannot change or go unseen.
`flaw` is the byte where a line begins that could not be read, so that also those are warned who do not come by it.
"""

import errno
import fcntl
import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import get_ident
from typing import NamedTuple

from advisory_cli.errors import Locked, WriteFailed
from advisory_cli.log.disk import Disk, write_at

_WIDTH = 512
_TOLD = ("length", "until", "last", "seal", "flaw")
_PAUSE = 0.004
"""Seconds between two tries: a write takes about one thousandth."""

_NO_LOCKS = {errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP}


class Promise(NamedTuple):
    """What the lock file says."""

    length: int = 0
    until: int = 0
    holder: str = "another process"
    last: int = 0
    seal: str | None = None
    flaw: int = 0


class Held:
    """The lock, held by a thread, and the promise that stands."""

    def __init__(self, fd: int, disk: Disk, promise: Promise) -> None:
        self.fd = fd
        self.disk = disk
        self.promise = promise
        self.thread = get_ident()

    def note(self, length: int, *, until: int = 0) -> None:
        """Write down what is on the disk, and up to where a write goes that begins now."""
        self._write(self.promise._replace(length=length, until=until))

    def seal(self, length: int, last: int, seal: str | None) -> None:
        """Write down what is on the disk, and which line is the last of it."""
        self._write(self.promise._replace(length=length, until=0, last=last, seal=seal))

    def mark(self, flaw: int) -> None:
        """Write down at which byte a line begins that cannot be read; 0 where there is none any more."""
        self._write(self.promise._replace(flaw=flaw))

    def forget(self, *, seal: bool) -> None:
        """Promise nothing about the bytes, durably: another file is about to take their place, with another `seal`."""
        self._write(self.promise._replace(length=0, until=0, seal=None if seal else self.promise.seal))
        self.disk.fsync(self.fd)

    def restore(self, promise: Promise) -> None:
        """Write down again what was promised before."""
        self._write(promise)

    def _write(self, promise: Promise) -> None:
        self.promise = promise
        own = {"pid": os.getpid(), "host": os.uname().nodename[:100]}
        told = json.dumps(own | {name: getattr(promise, name) for name in _TOLD})
        write_at(self.disk, self.fd, told.ljust(_WIDTH - 1).encode() + b"\n", 0)


def is_held(archive: Path) -> bool:
    """Whether somebody is writing now."""
    try:
        fd = os.open(lock_path(archive), os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return False
    try:
        fcntl.flock(fd, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except OSError:
        return True
    finally:
        os.close(fd)
    return False


def lock_path(archive: Path) -> Path:
    """Where the lock of an archive lies."""
    return archive.with_name(f"{archive.name}.lock")


def read_promise(archive: Path) -> Promise:
    """What was promised about an archive; nothing where the lock file is missing or unreadable."""
    try:
        fd = os.open(lock_path(archive), os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return Promise()
    try:
        return _promise(os.pread(fd, _WIDTH, 0))
    except OSError:
        return Promise()
    finally:
        os.close(fd)


@contextmanager
def hold(archive: Path, seconds: float, disk: Disk) -> Iterator[Held]:
    """Hold the lock of an archive; raises `Locked` after so many seconds, `WriteFailed` where there are no locks."""
    path = lock_path(archive)
    try:
        fd = disk.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise WriteFailed(str(archive), f"no lock file beside it ({error.strerror})") from error
    try:
        _wait(fd, archive, seconds, disk)
        held = Held(fd, disk, _promise(os.pread(fd, _WIDTH, 0)))
        _introduce(held, archive)
        yield held
    finally:
        os.close(fd)  # lets go of the lock


def _wait(fd: int, archive: Path, seconds: float, disk: Disk) -> None:
    give_up = time.monotonic() + seconds
    while not _try(fd, archive, disk):
        if time.monotonic() >= give_up:
            raise Locked(str(archive), read_promise(archive).holder, seconds)
        time.sleep(_PAUSE)


def _try(fd: int, archive: Path, disk: Disk) -> bool:
    try:
        return disk.try_lock(fd)
    except OSError as error:
        reason = "this file system does not support locking" if error.errno in _NO_LOCKS else str(error.strerror)
        raise WriteFailed(str(archive), f"{reason}; keep the archive on a disk of this machine") from error


def _introduce(held: Held, archive: Path) -> None:
    try:
        held.note(held.promise.length, until=held.promise.until)
    except OSError as error:
        raise WriteFailed(str(archive), str(error.strerror)) from error


def _promise(content: bytes) -> Promise:
    with suppress(ValueError, TypeError, KeyError):
        told = json.loads(content)
        own = told["host"] == os.uname().nodename[:100]
        holder = f"process {int(told['pid'])}" + ("" if own else f" on {told['host']}")
        length, until, last, flaw = (max(0, int(told.get(name, 0))) for name in ("length", "until", "last", "flaw"))
        return Promise(length, until, holder, last, str(told["seal"]) if told.get("seal") else None, flaw)
    return Promise()
