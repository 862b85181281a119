"""What a crash leaves behind, and how it is put right: nothing that is known to be acknowledged is ever cut.

A write of several lines counts as a whole: where the process died in the middle of it, recovery takes back also the
lines that had already arrived, for nobody was told that they are safe. The lock file says how far the write was to go.
Only a power cut that takes the latest words of the lock file with it may leave whole lines of such a write standing.
"""

import os
from collections.abc import Callable
from pathlib import Path

from advisory_cli.errors import Damaged
from advisory_cli.log.disk import Disk, read_pieces, set_aside, write_at
from advisory_cli.log.layout import TAIL, has_tail, is_whole, last_line, read_lines, read_segments
from advisory_cli.log.lock import Promise, lock_path

_WINDOW = 16 << 20
"""Bytes before the end in which a last whole line is looked for, where nothing is known of the file."""


def whole_end(fd: int, path: Path, begin: int, promise: Promise) -> int:
    """Where the last line ends that counts; `begin` is the length of the head.

    Raises `Damaged` where the file ends before what was acknowledged, or does not hold it any more.
    """
    size = os.fstat(fd).st_size
    closed = has_tail(fd, size)
    promised = promise.length - len(TAIL)
    if closed and promise.length == size:
        return promised
    if _ends_line(fd, begin, promised, size):
        end = _last_whole_behind(fd, begin, promised, size)
        return end if end + len(TAIL) >= promise.until else promised
    if size < promise.length:
        what = f"it ends at byte {size}, but {promise.length} bytes were safely written"
        if closed and _ends_line(fd, begin, size - len(TAIL), size):
            raise Damaged(str(path), f"{what}: its lines are whole, as in an earlier copy", remedy=_EARLIER)
        raise Damaged(str(path), what)
    if closed:  # edited or exchanged by somebody, and complete
        return size - len(TAIL)
    if promise.length:
        raise Damaged(str(path), f"{promise.length} bytes were safely written, but no line ends there any more")
    return _last_whole(fd, begin, size)


def recover(  # noqa: PLR0913 - a file, its place, its state and what to do with it
    fd: int, path: Path, begin: int, promise: Promise, *, disk: Disk, tell: Callable[[str], None]
) -> int:
    """Cut the file after its last line that counts and close it again; what is cut is kept. Returns the length."""
    size = os.fstat(fd).st_size
    end = whole_end(fd, path, begin, promise)
    length = end + len(TAIL)
    if length == size and has_tail(fd, size):
        return size
    what = "its last bytes were missing"
    if os.pread(fd, len(TAIL) + 1, end) not in _CLOSINGS:
        kept = set_aside(disk, path, "torn", read_pieces(fd, end, size))
        what = f"an unfinished write of {size - end} bytes is set aside in {kept.name}"
    write_at(disk, fd, TAIL, end)
    disk.ftruncate(fd, length)
    disk.fsync(fd)
    tell(f"recovered {path.name} after an interrupted write: {what}; {_lost(path, length, promise)}")
    return length


_EARLIER = 'take a later copy, or go on from this one with "advisory doctor --fix", which notes what is missing'


def _lost(path: Path, length: int, promise: Promise) -> str:
    """What is known of the writes that somebody was told are safe."""
    if 0 < promise.length <= length:
        return "nothing that was acknowledged is lost"
    return (
        f"{lock_path(path).name} does not say how far it was safely written, so that a revision may be lost: "
        "compare with a backup"
    )


_CLOSINGS = {TAIL[:length] for length in range(len(TAIL) + 1)}


def _ends_line(fd: int, begin: int, place: int, size: int) -> bool:
    """Whether a whole line ends here, or the head if there are no lines yet."""
    if place == begin - 1:
        return True
    if not begin <= place <= size:
        return False
    line = last_line(fd, place)
    return line is not None and is_whole(line.content)


def _last_whole_behind(fd: int, begin: int, promised: int, size: int) -> int:
    """The end of the last line before the first that is not whole: all here is unacknowledged."""
    end = promised
    segments = read_segments(fd, promised, size)
    _, separator = next(segments, (promised, b""))
    if separator != (b"" if promised == begin - 1 else b","):
        return end
    for offset, content in segments:
        line = content.removesuffix(b",")
        if offset + len(content) >= size or not is_whole(line):
            break
        end = offset + len(line)
        if line is content:  # only the closing may follow a line without a comma
            break
    return end


def _last_whole(fd: int, begin: int, size: int) -> int:
    """The end of the last whole line, whatever stands before it."""
    for start in (max(begin, size - _WINDOW), begin):
        ends = [line.end for line in read_lines(fd, start, size) if is_whole(line.content)]
        if ends:
            return ends[-1]
    return begin - 1
