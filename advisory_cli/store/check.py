"""`check`: every line, every link of the chain and every original held against what was written; changes nothing."""

import os
import re
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from advisory_cli.errors import ArchiveError, Damaged, InvalidRecord
from advisory_cli.log import Unsettled, parse_line, write_line
from advisory_cli.log.foreign import Relaid, lines_of, read_strictly, sound_head
from advisory_cli.log.layout import (
    TAIL,
    find_lines,
    head_length,
    number_of,
    numbered_line,
    read_number,
    read_segments,
)
from advisory_cli.log.lock import is_held, lock_path
from advisory_cli.log.recovery import whole_end
from advisory_cli.log.takeover import foreign_contents
from advisory_cli.model import Advisory
from advisory_cli.ports import Finding, Progress
from advisory_cli.store.chain import NOTES, Gap, digest, gaps_of, is_note
from advisory_cli.store.copies import leftovers
from advisory_cli.store.originals import hash_of, kept

_SHA256 = re.compile("[0-9a-f]{64}")
_STEP = 200
"""Lines between two calls of a progress."""


class Links(NamedTuple):
    """The revision read last: what the next one has to follow."""

    number: int = 0
    name: str = ""
    digest: str | None = None


@dataclass(slots=True)
class Files:
    """Originals by their hash, as the lines name them."""

    named: dict[bytes, int] = field(default_factory=dict)
    """The number of the first revision that was read from it."""
    erased: set[bytes] = field(default_factory=set)
    all_read: bool = True
    """Whether no line is missing that could name others."""


class Walk:
    """Reads lines one after another and says what is wrong with each."""

    def __init__(self, gaps: frozenset[Gap]) -> None:
        self.files = Files()
        self.last: Links | None = Links()
        """None behind a line that cannot be read."""
        self._gaps = {(gap.after, gap.before, gap.previous): gap.digest for gap in gaps}
        self._highest = 0

    def line(self, where: str, content: bytes) -> Iterator[Finding]:
        """What is wrong with this line, and with its link to the one before."""
        try:
            number, document, twice = _read(content)
        except ValueError as error:
            self.last, self.files.all_read = None, False
            named = number_of(content)
            where = f"#{named}, {where}" if named else where
            yield Finding("line", where, f"cannot be read ({error}); --fix sets it aside", True)
            return
        name = _name(number, document)
        yield from self._numbered(name, number, document)
        yield from _recorded(name, number, document)
        yield from self._linked(name, number, document)
        if twice:
            yield Finding("line", name, "has a name twice: programs show the last value and hide the first")
        elif write_line(number, document) != content:
            yield Finding("line", name, "is spelled in another way than it was written; it says the same", True)
        self.last = Links(number, name, digest(document))
        self._highest = max(self._highest, number)
        self._take_files(number, document)

    def unreadable(self) -> None:
        """There are lines, but none of them can be walked."""
        self.last, self.files.all_read = None, False

    def end(self, last: int, seal: str | None) -> Iterator[Finding]:
        """What is wrong with the end: `last` and `seal` are the number and the digest acknowledged last."""
        if self.last is None:
            return
        if self._highest < last:
            self.files.all_read = False
            yield _missing(self._highest + 1, last)
        elif seal and self.last.number == last and self.last.digest != seal:
            yield _changed(self.last.name, "the lock file")

    def _numbered(self, name: str, number: int, document: Mapping[str, Any]) -> Iterator[Finding]:
        if self.last and number <= self._highest:
            yield Finding("number", name, f"stands behind #{self._highest}: numbers have to go up", True)
        if document.get("id", number) not in (number, None):
            yield Finding("number", name, f"says of itself that it is #{document['id']}: one of the two was changed")

    def _linked(self, name: str, number: int, document: Mapping[str, Any]) -> Iterator[Finding]:
        before = self.last
        if before is None or "previous" not in document or document["previous"] == before.digest:
            return
        self.files.all_read &= number == before.number + 1
        place = before.number, number, str(document["previous"])
        if place in self._gaps and self._gaps[place] == before.digest:
            return
        if number > before.number + 1 and place not in self._gaps:
            yield _missing(before.number + 1, number - 1)
        elif before.number:
            yield _changed(before.name, name)
        else:
            yield Finding("chain", name, "names a revision before it, but is the first: it was changed")

    def _take_files(self, number: int, document: Mapping[str, Any]) -> None:
        source, erased = document.get("source"), document.get("source_sha256")
        if isinstance(source, dict) and (sha256 := _bytes(source.get("sha256"))):
            self.files.named.setdefault(sha256, number)
        if sha256 := _bytes(erased):
            self.files.erased.add(sha256)


def check(
    path: Path, file: Unsettled | None, originals: Path, *, hashing: bool, progress: Progress | None
) -> Iterator[Finding]:
    """Everything that is wrong with an archive file and what lies beside it."""
    yield from _beside(path, originals)
    if file is None:
        return
    total = file.size + (sum(entry.stat(follow_symlinks=False).st_size for entry in kept(originals)) if hashing else 0)
    done = _Done(total, progress)
    yield from _promised(path, file)
    begin = head_length(file.fd)
    if begin is not None and sound_head(file.fd) is None:
        yield Finding("archive", path.name, "its first line is damaged; --fix writes it anew", True)
    end, found = _end(path, file, begin)
    yield from found
    walk = Walk(gaps_of(find_lines(file.fd, NOTES, 0, end)))
    if begin is None:
        yield from _foreign_lines(path, file, walk)
    else:
        yield from _own_lines(file.fd, begin, end, walk, done)
    done.reach(file.size)
    yield from walk.end(file.promise.last, file.promise.seal)
    yield from _Originals(file.fd, end, originals, walk.files).check(done if hashing else None)


class _Done:
    """Counts bytes for a progress."""

    def __init__(self, total: int, progress: Progress | None) -> None:
        self._done, self._total, self._progress = 0, total, progress

    def add(self, count: int) -> None:
        self.reach(self._done + count)

    def reach(self, done: int) -> None:
        self._done = min(done, self._total)
        if self._progress:
            self._progress(self._done, self._total)


class _Originals:
    """Holds the files beside the archive against the lines that name them."""

    def __init__(self, fd: int, end: int, folder: Path, files: Files) -> None:
        self._fd, self._end = fd, end
        self._folder = folder
        self._files = files

    def check(self, done: _Done | None) -> Iterator[Finding]:
        present = set()
        above = f"{self._folder.parent}/"
        for entry in kept(self._folder):
            sha256 = _bytes(entry.name.partition(".")[0])
            where = entry.path.removeprefix(above)
            if sha256 is None or f"/{entry.name[:2]}/" not in entry.path:
                yield Finding("orphan", where, "is no original: left by an interrupted write or another program")
                continue
            present.add(sha256)
            yield from self._hashed(where, entry.path, sha256, done)
            yield from self._orphan(where, sha256)
        for sha256, number in self._files.named.items():
            if sha256 not in present:
                what = f"its original {sha256.hex()} is not in {self._folder.name}: add the file again"
                yield Finding("original", self._name(number), what)

    def _hashed(self, where: str, path: str, sha256: bytes, done: _Done | None) -> Iterator[Finding]:
        if done is None:
            return
        try:
            what = None if hash_of(path, done.add) == sha256.hex() else "its bytes are not those that were kept"
        except OSError as error:
            what = f"it cannot be read ({error.strerror})"
        if what:
            number = self._files.named.get(sha256)
            whose = f"{where} of {self._name(number)}" if number else where
            yield Finding("original", whose, f"{what}: add the file again")

    def _orphan(self, where: str, sha256: bytes) -> Iterator[Finding]:
        if sha256 in self._files.named or self._is_new(sha256):
            return
        if sha256 in self._files.erased:
            yield Finding("orphan", where, "belongs to a text that was erased; --fix deletes it", True)
        elif self._files.all_read:
            yield Finding("orphan", where, "is named by no revision: harmless, left by an interrupted write")
        else:
            yield Finding(
                "orphan", where, "is named by no revision that is left: keep it, it may be of one that was lost"
            )

    def _is_new(self, sha256: bytes) -> bool:
        """Whether a revision written since names it."""
        needle = f'"sha256": "{sha256.hex()}"'.encode()
        return any(find_lines(self._fd, needle, self._end, os.fstat(self._fd).st_size))

    def _name(self, number: int) -> str:
        line = numbered_line(self._fd, number, self._end) if head_length(self._fd) is not None else None
        return _name(*parse_line(line.content)) if line else f"#{number}"


def open_to_others(path: Path, originals: Path) -> Iterator[Path]:
    """Files and folders of the archive that others than the owner may read or change."""
    for one in (path, lock_path(path), originals, *originals.glob("??")):
        if one.exists() and _is_open(one.lstat()):
            yield one
    yield from (Path(entry.path) for entry in kept(originals) if _is_open(entry.stat(follow_symlinks=False)))


def _is_open(state: os.stat_result) -> bool:
    return not stat.S_ISLNK(state.st_mode) and bool(state.st_mode & 0o077)


def _beside(path: Path, originals: Path) -> Iterator[Finding]:
    """What is wrong with the names and rights of the files."""
    open_ = list(open_to_others(path, originals))
    if open_:
        where = str(open_[0].relative_to(path.parent)) + (f" and {len(open_) - 1} more" if open_[1:] else "")
        yield Finding("permissions", where, "can be read or changed by other users; --fix closes it to them", True)
    for one in leftovers(path):
        yield Finding("leftover", one.name, "was set aside and holds text: look into it, then delete it")


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


def _own_lines(fd: int, begin: int, end: int, walk: Walk, done: _Done) -> Iterator[Finding]:
    for number, (offset, content) in enumerate(read_segments(fd, begin, end), 2):
        where = f"line {number}, byte {offset}"
        reached = offset + len(content)
        line = content.removesuffix(b",")
        yield from walk.line(where, line)
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
    relaid = Relaid(file.fd, contents)
    for _ in relaid.pieces():
        pass
    if relaid.refused:
        yield Finding("outside", path.name, f"parts that cannot be taken over: {relaid.refused}", True)
    for line in lines_of(file.fd, contents):
        yield from walk.line(f"byte {line.offset}", _relaid(line.content))


def _relaid(content: bytes) -> bytes:
    """The line as it will be written when it is taken over."""
    try:
        return write_line(*_read(content)[:2])
    except ValueError:
        return content


def _read(content: bytes) -> tuple[int, dict[str, Any], bool]:
    """Number and document of a line, and whether a name stands twice in it."""
    key, _, value = content.partition(b":")
    number = read_number(key)
    try:
        document = read_strictly(value)
    except ValueError:
        return *parse_line(content), True
    if number is None or not isinstance(document, dict):
        raise ValueError("no number or no object")
    return number, document, False


def _recorded(name: str, number: int, document: Mapping[str, Any]) -> Iterator[Finding]:
    """Whether the document is a revision that we wrote."""
    if is_note(document):
        return
    if not {"at", "previous"} <= document.keys():
        yield Finding("outside", name, "was written by another program: no time, no link to what was before it")
    try:
        Advisory.from_dict(document, where=f"#{number}")
    except InvalidRecord as error:
        yield Finding("record", name, f"is no advisory and is passed over: {error.what}")


def _missing(first: int, last: int) -> Finding:
    where = f"#{first}" if first == last else f"#{first} to #{last}"
    return Finding("chain", where, "missing: taken out by another program; restore it from a backup")


def _changed(name: str, witness: str) -> Finding:
    what = f"was changed after it was written ({witness} holds another SHA-256 of it); compare it with its original"
    return Finding("chain", name, what)


def _name(number: int, document: Mapping[str, Any]) -> str:
    reference, language = document.get("reference"), document.get("language")
    known = isinstance(reference, str) and isinstance(language, str)
    return f"#{number} {reference} ({language})" if known else f"#{number}"


def _bytes(sha256: object) -> bytes | None:
    return bytes.fromhex(sha256) if isinstance(sha256, str) and _SHA256.fullmatch(sha256) else None
