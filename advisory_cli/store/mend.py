"""`mend`: what cannot be read is set aside, everything else stays; what was lost is said in the chain itself."""

import hashlib
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from advisory_cli.errors import Damaged, WriteFailed
from advisory_cli.log import Disk, Log, Unsettled, parse_line, write_line
from advisory_cli.log.disk import delete, set_aside
from advisory_cli.log.foreign import read_strictly, sound_head
from advisory_cli.log.layout import HEAD, lay_out, number_of
from advisory_cli.log.salvage import Salvage
from advisory_cli.model import digest, instant
from advisory_cli.store.beside import open_to_others
from advisory_cli.store.chain import NOTE, Gap, numbers_in_words
from advisory_cli.store.copies import leftovers
from advisory_cli.store.originals import erase
from advisory_cli.store.purge import erased_hashes


def mend(log: Log, originals: Path, *, disk: Disk) -> tuple[str, ...]:
    """Put right what can be without losing a byte; one sentence for each thing done.

    Raises `Damaged` where there is nothing to go on with, `WriteFailed` where the disk refuses.
    """
    with suppress(Damaged), log.writing():  # what puts itself right: torn ends, files of other programs
        pass
    try:
        with log.mending() as file:
            done = list(_lines_mended(log, file, disk)) if file else []
            done += _erased_deleted(log, originals, disk)
            return (*done, *_closed(log.path, originals, disk))
    except OSError as error:
        raise WriteFailed(str(log.path), str(error.strerror or error)) from error


class Mended:
    """The lines of an archive without what is set aside, and the note of it."""

    def __init__(self, file: Unsettled, salvage: Salvage, aside: Mapping[str, str] | None = None) -> None:
        self._salvage = salvage
        self._aside = aside
        """What the note says of the file in which the rest is set aside; None if there is nothing to note."""
        self._promise = file.promise
        self._highest = _highest(file, salvage)
        self.last = file.promise.last
        self.seal = file.promise.seal
        self.gaps: list[Gap] = []

    def lines(self) -> Iterator[bytes]:
        """All lines of the new file."""
        number, before, end = 0, None, 0
        for line in self._salvage.lines():
            following, document = parse_line(line.content)
            if following > number + 1 and self._is_cut(end, line.offset):
                self._note_gap(number, before, following, document.get("previous"))
            number, before, end = following, document, line.end
            yield _spelled(number, document, line.content)
        if self._aside is not None:
            yield self._note(number, before, self._aside)

    def sealed(self) -> tuple[int, str | None]:
        """Number and digest of the last line."""
        return self.last, self.seal

    def _is_cut(self, start: int, end: int) -> bool:
        return any(start <= one < max(end, start + 1) for one, _ in self._salvage.rest)

    def _note_gap(self, after: int, document: dict[str, Any] | None, before: int, previous: Any) -> None:
        known = digest(document) if document is not None else None
        if previous != known:
            self.gaps.append(Gap(after, known, before, str(previous)))

    def _note(self, last: int, document: dict[str, Any] | None, aside: Mapping[str, str]) -> bytes:
        """The line that says what was done; it goes on from what was acknowledged last, if that is still there."""
        number = self._highest + 1
        previous = digest(document) if document is not None else None
        if self._promise.seal and self._promise.last == last:
            previous = self._promise.seal
        if number > last + 1:
            self.gaps.append(Gap(last, previous, number, str(previous)))
        note = {
            "schema": NOTE,
            "action": "mend",
            "id": number,
            "at": instant(datetime.now(UTC)),
            **aside,
            "gaps": [gap._asdict() for gap in self.gaps],
            "previous": previous,
        }
        self.last, self.seal = number, digest(note)
        return write_line(number, note)


def _lines_mended(log: Log, file: Unsettled, disk: Disk) -> Iterator[str]:
    """Set aside what is no line, and lay out the others as they should be."""
    salvage = Salvage.of(file.fd, file.size)
    if not salvage.numbers and salvage.rest:
        raise Damaged(str(log.path), "not one revision in it can be read", remedy="restore it from a backup")
    short = file.size < file.promise.length and not salvage.rest
    if not (salvage.rest or short) and _is_laid_out(file, Mended(file, salvage)):
        return
    aside = _set_aside(log.path, salvage, disk) if salvage.rest else {} if short else None
    mended = Mended(file, salvage, aside)
    log.rewrite(mended.lines(), seal=mended.sealed)
    if aside:
        yield f"set aside in {aside['set_aside']} what could not be read; {len(salvage.numbers)} revisions are whole"
    elif aside is None:
        yield f"laid out {log.path.name} as it should be; its content is the same"
    for gap in mended.gaps:
        lost = numbers_in_words(gap.after + 1, gap.before - 1)
        yield f"noted that {lost} cannot be read any more; look for it in a backup"


def _set_aside(path: Path, salvage: Salvage, disk: Disk) -> dict[str, str]:
    found = hashlib.sha256()
    for piece in salvage.bytes_aside():
        found.update(piece)
    kept = set_aside(disk, path, "damaged", salvage.bytes_aside())
    return {"set_aside": kept.name, "sha256": found.hexdigest()}


def _is_laid_out(file: Unsettled, mended: Mended) -> bool:
    """Whether the new file would be the old one."""
    offset = 0
    for piece in lay_out(sound_head(file.fd) or HEAD, mended.lines()):
        if os.pread(file.fd, len(piece), offset) != piece:
            return False
        offset += len(piece)
    return offset == file.size


def _spelled(number: int, document: dict[str, Any], content: bytes) -> bytes:
    """The line as we write it; as it is where that would lose something."""
    try:
        read_strictly(content.partition(b":")[2])
    except ValueError:
        return content
    return write_line(number, document)


def _highest(file: Unsettled, salvage: Salvage) -> int:
    """The highest number there ever was, also among what is set aside: none of them is given again."""
    known = max([file.promise.last, *salvage.numbers])
    aside = [line for piece in salvage.bytes_aside() for line in piece.splitlines()]
    numbers = [number_of(line) or 0 for line in aside]
    return max([known, *(number for number in numbers if number <= known + len(aside))])


def _erased_deleted(log: Log, originals: Path, disk: Disk) -> Iterator[str]:
    """Originals of erased texts that a crash left."""
    for sha256 in erased_hashes(log):
        if erase(originals, sha256, disk=disk):
            yield f"deleted the original of an erased text, {sha256}"


def _closed(path: Path, originals: Path, disk: Disk) -> Iterator[str]:
    """Rights of others taken away, and what a crash left of a new file deleted."""
    open_ = list(open_to_others(path, originals))
    for one in open_:
        one.chmod(one.stat().st_mode & 0o700)
    if open_:
        yield f"closed {len(open_)} files and folders to other users"
    for one in leftovers(path):
        if one.name.endswith(".new"):
            delete(disk, one)
            yield f"deleted {one.name}, which an interrupted write left"
