"""The log: numbered lines in a file that only grows, read without a lock, written durably under one."""

import json
import os
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from threading import get_ident
from typing import Any

from advisory_cli.errors import Damaged, Locked, Unreadable, WriteFailed
from advisory_cli.log.disk import Disk, make_folder, put, read_pieces, write_at
from advisory_cli.log.exchange import exchange
from advisory_cli.log.layout import (
    EMPTY,
    HEAD,
    TABLE,
    TAIL,
    Line,
    has_tail,
    head_length,
    is_whole,
    last_line,
    lay_out,
    number_of,
    read_lines,
)
from advisory_cli.log.lock import Held, Promise, hold, read_promise
from advisory_cli.log.recovery import recover, whole_end
from advisory_cli.log.view import Unsettled, View

_BLANK = {b"", b"null", b"{}", b'{"_default":{}}', b'{"advisories":{}}'}
"""What TinyDB leaves of a database without documents, without its white space."""

_TRACES = ("originals", ".advisories.index")
"""Folders that only an archive with documents has beside it."""


class Log:
    """Lines behind a path: `append` inside `writing`, everything else at any time."""

    def __init__(
        self, path: Path, *, lock_timeout: float = 10.0, tell: Callable[[str], None], disk: Disk | None = None
    ) -> None:
        self.path = Path(os.path.realpath(path))
        self._lock_timeout = lock_timeout
        self._tell = tell
        self._disk = disk or Disk()
        self._held: Held | None = None
        self._flaw: int | None = None

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the file for writing, put right what a crash left; may be entered again by the same thread.

        Raises `Locked`, `Damaged`, or `WriteFailed`.
        """
        if self._held is not None and self._held.thread == get_ident():
            yield
            return
        with self._failing():
            make_folder(self._disk, self.path.parent)
        with self._holding(self._lock_timeout) as held, self._as_mine(held):
            yield

    @contextmanager
    def mending(self) -> Iterator[Unsettled | None]:
        """Hold the file for `rewrite` as it is, though it may be damaged; None if there is nothing in it."""
        with hold(self.path, self._lock_timeout, self._disk) as held, self._as_mine(held), self._open() as fd:
            if fd is None or _is_blank(fd):
                self._refuse_if_lost(fd, held.promise)
                yield None
            else:
                yield Unsettled(fd, os.fstat(fd).st_size, held.promise)

    @contextmanager
    def unsettled(self) -> Iterator[Unsettled | None]:
        """The file as it is now, to look at and not to touch; None if there is nothing in it."""
        with self._failing(Unreadable):
            promise = read_promise(self.path)  # first: the file only grows
            with self._open() as fd:
                if fd is None or _is_blank(fd):
                    self._refuse_if_lost(fd, promise)
                    yield None
                else:
                    yield Unsettled(fd, os.fstat(fd).st_size, promise)

    def append(self, lines: Sequence[bytes], *, seal: str | None = None) -> None:
        """Write lines durably, all or none of them; each as `write_line` makes it, under numbers that go on upward.

        `seal` is kept beside the file with the number of the last line, for `sealed` to return.
        """
        held = self._mine()
        if not lines:
            return
        self.create()
        with self._failing(), self._open(os.O_RDWR) as fd:
            if fd is None:
                raise Damaged(str(self.path), "it was removed just now")
            self._append(fd, held, lines, seal)

    def create(self) -> None:
        """Make the file if there is none yet. Only inside `writing`."""
        held = self._mine()
        if held.promise.length:
            return
        with self._failing(), self._open() as fd:
            if fd is None or _is_blank(fd):
                held.note(put(self._disk, self.path, [EMPTY]))

    def rewrite(self, lines: Iterable[bytes], *, seal: Callable[[], tuple[int, str | None]]) -> None:
        """Put a file with other lines in place of this one, crash-safely; `seal` is asked when all were drawn.

        Only inside `writing` or `mending`.
        """
        from advisory_cli.log.foreign import sound_head  # hardly ever needed

        held = self._mine()
        with self._failing(), self._open() as fd:
            head = sound_head(fd) if fd is not None else None
            length = exchange(self._disk, self.path, held, lay_out(head or HEAD, lines), new_seal=True)
            with suppress(OSError):
                held.mark(0)
                held.seal(length, *seal())

    def sealed(self) -> tuple[int, str | None]:
        """Number and seal of the line that was acknowledged last; 0 where that is not known."""
        promise = self._held.promise if self._held else read_promise(self.path)
        return promise.last, promise.seal

    def end(self) -> int:
        """Where the last whole line ends; 0 where there is no file yet."""
        with self._reading() as view:
            return view.end if view else 0

    def read(self, offset: int, length: int) -> bytes:
        """The bytes at a place; fewer where the file ends before."""
        with self._failing(Unreadable), self._open() as fd:
            return b"" if fd is None else os.pread(fd, length, offset)

    def read_all(self, places: Iterable[tuple[int, int]]) -> Iterator[bytes]:
        """The bytes at very many places, each as `read` gives them, of the file that is there now."""
        with self._failing(Unreadable), self._open() as fd:
            for offset, length in places:
                yield b"" if fd is None else os.pread(fd, length, offset)

    def lines(self, start: int = 0, *, holding: bytes = b"") -> Iterator[Line]:
        """Whole lines from byte `start` on (where a line begins, or an `end` from earlier), or those with these bytes.

        The bytes may begin with the newline in front of a line.
        """
        with self._reading() as view:
            if view:
                yield from view.lines(start, holding)

    def backwards(self) -> Iterator[Line]:
        """Whole lines, last first: who looks for the latest does not read the rest."""
        with self._reading() as view:
            if view:
                yield from view.backwards()

    def numbered(self, number: int) -> Line | None:
        """The whole line with that number, found by halving: numbers go on upward."""
        with self._reading() as view:
            return view.numbered(number) if view else None

    def flaw(self, offset: int) -> None:
        """The line at this byte cannot be read: told once, now and to all who read later, until it is mended."""
        if self._flaw is not None:
            return
        self._flaw = offset
        with self._failing(Unreadable), self._open() as fd:
            number = 1 + (sum(piece.count(b"\n") for piece in read_pieces(fd, 0, offset)) if fd is not None else 0)
        what = f"line {number} of {self.path.name} (byte {offset}) cannot be read and is passed over"
        self._tell(f'{what}: run "advisory doctor"')
        with suppress(Locked, WriteFailed, OSError):
            if self._held:
                self._held.mark(offset)
            else:
                with hold(self.path, 0, self._disk) as held:
                    held.mark(offset)

    def others(self) -> dict[str, Any]:
        """The other tables of the file, as another program left them."""
        with self._failing(Unreadable), self._open() as fd:
            begin = None if fd is None else head_length(fd)
            head = b"{" if fd is None or begin is None else os.pread(fd, begin, 0) + b"}"
        try:
            tables: dict[str, Any] = json.loads(head + b"}")
        except ValueError as error:
            raise Damaged(str(self.path), "its first line cannot be read") from error
        return {name: table for name, table in tables.items() if name != TABLE}

    def last(self) -> Line | None:
        """The last whole line."""
        with self._reading() as view:
            if view is None or view.contents is not None:
                return max(view.lines(0), key=lambda line: line.offset, default=None) if view else None
            return last_line(view.fd, view.end)

    @contextmanager
    def _as_mine(self, held: Held) -> Iterator[None]:
        self._held = held
        try:
            yield
        finally:
            self._held = None

    def _mine(self) -> Held:
        if self._held is None or self._held.thread != get_ident():
            raise RuntimeError("only inside writing()")
        return self._held

    @contextmanager
    def _holding(self, seconds: float) -> Iterator[Held]:
        """The lock, with the file put right."""
        with hold(self.path, seconds, self._disk) as held:
            with self._failing():
                length = self._settle(held)
                if held.promise.length != length or held.promise.until:
                    held.note(length)
            yield held

    def _settle(self, held: Held) -> int:
        """Put right what a crash or another program left; the length of the file then, 0 where there is none."""
        with self._open(os.O_RDWR) as fd:
            if fd is None or _is_blank(fd):
                self._refuse_if_lost(fd, held.promise)
                return 0
            begin = head_length(fd)
            if begin is None:
                from advisory_cli.log.takeover import take_over  # hardly ever needed

                return take_over(fd, self.path, held, disk=self._disk, tell=self._tell)
            return recover(fd, self.path, begin, held.promise, disk=self._disk, tell=self._tell)

    def _refuse_if_lost(self, fd: int | None, promise: Promise) -> None:
        """An archive without documents is new only if there never were any."""
        state = "missing" if fd is None else "empty"
        if promise.length > len(EMPTY):
            raise Damaged(str(self.path), f"it is {state}, but {promise.length} bytes were safely written")
        for trace in _TRACES:
            if not promise.length and _holds_something(self.path.with_name(trace)):
                what = f"it is {state}, but there was one: {trace} of it is still beside it"
                remedy = "restore it from a backup; if this is to be another archive, give it a folder of its own"
                raise Damaged(str(self.path), what, remedy=remedy)

    def _append(self, fd: int, held: Held, lines: Sequence[bytes], seal: str | None) -> None:
        size = os.fstat(fd).st_size
        if size != held.promise.length or not has_tail(fd, size):
            raise Damaged(str(self.path), "another program wrote to it just now")
        end = size - len(TAIL)
        separator = b"\n" if os.pread(fd, 1, end - 1) == b"{" else b",\n"
        data = separator + b",\n".join(lines) + TAIL
        held.note(size, until=end + len(data))
        try:
            write_at(self._disk, fd, data, end)
            self._disk.fdatasync(fd)
        except BaseException:
            self._put_back(fd, held, size)
            raise
        with suppress(OSError):  # the lines are safe; a promise that is too low does no harm
            held.seal(end + len(data), number_of(lines[-1]) or 0, seal)

    def _put_back(self, fd: int, held: Held, size: int) -> None:
        """As it was before; where even that fails, the next command recovers."""
        with suppress(OSError):
            self._disk.ftruncate(fd, size)
            write_at(self._disk, fd, TAIL, size - len(TAIL))
            held.note(size)
            self._disk.fsync(held.fd)  # an old `until` must not outlive a shorter write that follows

    @contextmanager
    def _reading(self) -> Iterator[View | None]:
        """What can be read now. Never waits; recovers or takes over where nobody writes and that is allowed."""
        with self._failing(Unreadable):
            with self._open() as fd:
                end = None if fd is None else self._clean_end(fd)
                if fd is not None and end is not None:
                    yield View(fd, end)
                    return
                worth_mending = fd is not None and not _is_blank(fd) and self._held is None
            if worth_mending:
                with suppress(Locked, WriteFailed), self._holding(0):
                    pass
            with self._viewed() as view:
                yield view

    @contextmanager
    def _viewed(self) -> Iterator[View | None]:
        """What can be read; asked again where another file took the place of this one in just this moment."""
        for attempt in range(2):
            promise = read_promise(self.path)  # before the file is opened, which may be made or grow at any time
            with self._open() as fd:
                try:
                    view = self._view(fd, promise)
                except Damaged:
                    if attempt:
                        raise
                    continue
                yield view
                return

    def _clean_end(self, fd: int) -> int | None:
        """Where the lines end if no write was interrupted and none is under way."""
        promise = read_promise(self.path)  # first: the file only grows
        size = os.fstat(fd).st_size
        if promise.flaw and not any(is_whole(line.content) for line in islice(read_lines(fd, promise.flaw, size), 1)):
            self.flaw(promise.flaw)
        clean = promise.length in (0, size) and has_tail(fd, size) and head_length(fd) is not None
        return size - len(TAIL) if clean else None

    def _view(self, fd: int | None, promise: Promise) -> View | None:
        if fd is None or _is_blank(fd):
            self._refuse_if_lost(fd, promise)
            return None
        begin = head_length(fd)
        if begin is None:
            from advisory_cli.log.takeover import foreign_contents  # hardly ever needed

            return View(fd, os.fstat(fd).st_size, foreign_contents(fd, self.path, promise))
        return View(fd, whole_end(fd, self.path, begin, promise))

    @contextmanager
    def _open(self, access: int = os.O_RDONLY) -> Iterator[int | None]:
        """The file, open; None if there is none. Raises `Damaged` where it is something else."""
        try:
            fd = os.open(self.path, access | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        except FileNotFoundError:
            yield None
            return
        try:
            if not stat.S_ISREG(os.fstat(fd).st_mode):
                raise Damaged(str(self.path), "it is no file")
            yield fd
        finally:
            os.close(fd)

    @contextmanager
    def _failing(self, error_class: type[WriteFailed | Unreadable] = WriteFailed) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise error_class(str(self.path), str(error.strerror or error)) from error


def _is_blank(fd: int) -> bool:
    return os.fstat(fd).st_size < 256 and head_length(fd) is None and b"".join(os.pread(fd, 256, 0).split()) in _BLANK


def _holds_something(folder: Path) -> bool:
    try:
        with os.scandir(folder) as entries:
            return any(entries)
    except OSError:
        return False
