"""`check`: every line, every link of the chain and every original held against what was written; changes nothing."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from advisory_cli.errors import ArchiveError, Damaged
from advisory_cli.log import Unsettled
from advisory_cli.log.foreign import Relaid, lines_of, sound_head
from advisory_cli.log.layout import TAIL, find_lines, head_length, read_segments
from advisory_cli.log.lock import is_held, lock_path
from advisory_cli.log.recovery import whole_end
from advisory_cli.log.takeover import foreign_contents
from advisory_cli.ports import Entry, Finding, Progress
from advisory_cli.store.beside import Done, Originals, beside
from advisory_cli.store.chain import NOTES, gaps_of
from advisory_cli.store.originals import kept
from advisory_cli.store.walk import Walk, relaid

_STEP = 200
"""Lines between two calls of a progress."""


def check(  # noqa: PLR0913 - what is checked, how, and who is told
    path: Path,
    file: Unsettled | None,
    originals: Path,
    *,
    hashing: bool,
    progress: Progress | None,
    seen: Callable[[Entry], None] | None,
) -> Iterator[Finding]:
    """Everything that is wrong with an archive file and what lies beside it.

    `seen` is told of the lines of a file that this program laid out: another one is taken over before it is read.
    """
    yield from beside(path, originals)
    if file is None:
        return
    total = file.size + (sum(entry.stat(follow_symlinks=False).st_size for entry in kept(originals)) if hashing else 0)
    done = Done(total, progress)
    yield from _promised(path, file)
    begin = head_length(file.fd)
    if begin is not None and sound_head(file.fd) is None:
        yield Finding("archive", path.name, "its first line is damaged; --fix writes it anew", True)
    end, found = _end(path, file, begin)
    yield from found
    walk = Walk(gaps_of(find_lines(file.fd, NOTES, 0, end)), None if begin is None else seen)
    if begin is None:
        yield from _foreign_lines(path, file, walk)
    else:
        yield from _own_lines(file.fd, begin, end, walk, done)
    done.reach(file.size)
    yield from walk.end(file.promise.last, file.promise.seal)
    yield from Originals(file.fd, end, originals, walk.files).check(done if hashing else None)


def _promised(path: Path, file: Unsettled) -> Iterator[Finding]:
    """What is wrong with the lock file."""
    held = is_held(path)
    lock = lock_path(path)
    if not held and not file.promise.length and lock.exists() and lock.stat().st_size:
        yield Finding("lock", lock.name, "cannot be read, so it promises nothing; the next write renews it", True)
    elif not held and 0 < file.promise.length < file.size:
        extra = file.size - file.promise.length
        what = f"promises {extra} bytes less than there are: written by another program, or the power failed"
        yield Finding("lock", lock.name, what, True)


def _end(path: Path, file: Unsettled, begin: int | None) -> tuple[int, list[Finding]]:
    """Up to where there are lines to read, and what is wrong there."""
    if begin is None:
        return file.size, []
    try:
        end = whole_end(file.fd, path, begin, file.promise)
    except Damaged as error:
        return file.size, [Finding("archive", path.name, f"{error.what}; restore it from a backup, or --fix", True)]
    torn = os.pread(file.fd, len(TAIL) + 1, end) != TAIL and not is_held(path)
    return end, [
        Finding("archive", path.name, "ends in an unfinished write; the next command puts it right", True)
    ] if torn else []


def _own_lines(fd: int, begin: int, end: int, walk: Walk, done: Done) -> Iterator[Finding]:
    for number, (offset, content) in enumerate(read_segments(fd, begin, end), 2):
        where = f"line {number}, byte {offset}"
        reached = offset + len(content)
        line = content.removesuffix(b",")
        yield from walk.line(where, line, offset)
        if (line is content) != (reached >= end):
            yield Finding("line", where, "the comma behind it is wrong: other programs cannot read the archive", True)
        if number % _STEP == 0:
            done.reach(reached)


def _foreign_lines(path: Path, file: Unsettled, walk: Walk) -> Iterator[Finding]:
    """The lines of a file that another program laid out."""
    try:
        contents = foreign_contents(file.fd, path, file.promise)
    except ArchiveError as error:
        walk.unreadable()
        what = getattr(error, "what", str(error))
        yield Finding("archive", path.name, f"{what}; --fix saves every revision that is whole", True)
        return
    what = "was rewritten by another program; the next command takes it over"
    yield Finding("outside", path.name, what, True)
    taken = Relaid(file.fd, contents)
    for _ in taken.pieces():
        pass
    if taken.refused:
        yield Finding("outside", path.name, f"parts that cannot be taken over: {taken.refused}", True)
    for line in lines_of(file.fd, contents):
        yield from walk.line(f"byte {line.offset}", relaid(line.content), line.offset)
