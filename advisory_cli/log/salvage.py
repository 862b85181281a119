"""What can still be read in a damaged file: every document whose own bytes are whole, and all the rest."""

import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from mmap import ACCESS_READ, mmap

from advisory_cli.log.foreign import extent, sound_head
from advisory_cli.log.layout import TAIL, Line, is_whole

_BEGIN = re.compile(rb'"([1-9][0-9]{0,17})"\s*+:\s*+(?=\{)')
_OURS = re.compile(rb'\n"[1-9][0-9]{0,17}": \{')
_HEAD = re.compile(rb'\s*+\{\s*+"advisories"\s*+:\s*+\{\s*+')
_BETWEEN = b" \t\r\n,"
_CLOSING = re.compile(rb"[\s,]*+(}[\s,]*+){0,2}")


@dataclass(slots=True)
class Salvage:
    """Where the documents that are whole stand in a file, by number, and where the bytes that are none of them."""

    fd: int
    numbers: "array[int]" = field(default_factory=lambda: array("q"))
    starts: "array[int]" = field(default_factory=lambda: array("q"))
    ends: "array[int]" = field(default_factory=lambda: array("q"))
    rest: list[tuple[int, int]] = field(default_factory=list)
    """Spans in which something else than brackets, commas and white space stands."""

    @classmethod
    def of(cls, fd: int, size: int) -> "Salvage":
        """Look through a whole file, in bounded memory."""
        found = cls(fd)
        with mmap(fd, size, access=ACCESS_READ) as content:
            found._take(content, len(sound_head(fd) or b""))
        return found

    def lines(self) -> Iterator[Line]:
        """The documents as they stand in the file, by number."""
        with mmap(self.fd, 0, access=ACCESS_READ) as content:
            for place in sorted(range(len(self.numbers)), key=self.numbers.__getitem__):
                start = self.starts[place]
                yield Line(start, content[start : self.ends[place]])

    def bytes_aside(self) -> Iterator[bytes]:
        """What is not among the documents, each span on lines of its own."""
        with mmap(self.fd, 0, access=ACCESS_READ) as content:
            for start, end in self.rest:
                yield content[start:end].strip(_BETWEEN) + b"\n"

    def _take(self, content: mmap, begin: int) -> None:
        ours = bool(begin) or _OURS.search(content) is not None
        seen: set[int] = set()
        reached = begin
        for number, start, end in _documents(content, begin, ours=ours):
            if number in seen:  # the first is what the chain goes on from
                continue
            seen.add(number)
            if not _is_nothing(content[reached:start], first=reached == 0):
                self.rest.append((reached, start))
            self.numbers.append(number)
            self.starts.append(start)
            self.ends.append(end)
            reached = end
        if not _CLOSING.fullmatch(content, reached):
            closing = len(TAIL) if content[-len(TAIL) :] == TAIL else 0
            self.rest.append((reached, len(content) - closing))


def _documents(content: mmap, position: int, *, ours: bool) -> Iterator[tuple[int, int, int]]:
    """Number, begin and end of each document that is whole."""
    while found := _BEGIN.search(content, position):
        end = (
            _end_in_line(content, found.start(), found.end()) if ours else _end_of(content, found.start(), found.end())
        )
        position = end or found.end()
        if end:
            yield int(found[1]), found.start(), end


def _end_in_line(content: mmap, start: int, value: int) -> int | None:
    """Where a document of our layout ends, which has no newline in it."""
    newline = content.find(b"\n", start)
    line = content[start : newline if newline >= 0 else len(content)]
    whole = line.removesuffix(b",")
    if is_whole(whole):
        return start + len(whole)
    end = _end_of(line, 0, value - start)
    return start + end if end else None


def _end_of(content: bytes | mmap, start: int, value: int) -> int | None:
    found = extent(content, value)
    if found is None or not is_whole(content[start : found[0]]):
        return None
    return found[0]


def _is_nothing(between: bytes, *, first: bool) -> bool:
    """Whether these bytes only part two documents, or open the file."""
    return not between.strip(_BETWEEN) or (first and _HEAD.fullmatch(between) is not None)
