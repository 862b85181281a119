"""A TinyDB file that another program laid out: read in bounded memory, piece by piece.

The stock library writes all tables into one line. Pieces are found by their brackets alone; whether a piece is
sound JSON is decided when it is parsed, so that one bad document does not hide the others.
"""

import json
import os
import re
from array import array
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from mmap import mmap
from typing import Any

from advisory_cli.log.layout import (
    CHUNK,
    LONGEST,
    OPENING,
    TABLE,
    TAIL,
    Line,
    head_length,
    read_number,
    refuse,
    write_line,
)

DEEPEST = 100
"""Levels of brackets in a document; more is an attack, not an advisory."""

_SPACE = re.compile(rb"[ \t\r\n]*+")
_SCALAR = re.compile(rb"[^\s,:\]}]*+")
_TOKEN = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+(")?|[{}\[\]]', re.DOTALL)
_BOM = b"\xef\xbb\xbf"


class Broken(Exception):
    """The file is no TinyDB database; the message names the byte where that shows."""

    def __init__(self, what: str, position: int) -> None:
        super().__init__(f"{what} at byte {position}")


@dataclass(frozen=True, slots=True)
class Contents:
    """What was found in a file: where the documents of our table and the other tables stand."""

    numbers: "array[int]"
    starts: "array[int]"
    ends: "array[int]"
    others: Mapping[str, tuple[int, int]]
    has_table: bool
    refused: int
    """Documents under keys that are no numbers or nested too deeply, and tables without a sound name."""


def read_strictly(content: bytes) -> Any:
    """Sound JSON alone: no NaN, and no name twice in one object, whose first value would be lost.

    Raises `ValueError`.
    """
    try:
        return _STRICT.decode(content.decode())
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def sound_head(fd: int) -> bytes | None:
    """The first line of a file in our layout; None if it is in another, or does not hold whole tables."""
    head = os.pread(fd, head_length(fd) or 0, 0)
    try:
        read_strictly(head + b"}}")
    except ValueError:
        return None
    return head


def extent(window: bytes | mmap, start: int) -> tuple[int, int] | None:
    """End and depth of the value at `start`, found by brackets alone; None if it goes on behind the window."""
    if window[start] not in b'{["':
        match = _SCALAR.match(window, start)
        return (match.end() if match else start), 0
    depth = deepest = 0
    for token in _TOKEN.finditer(window, start):
        match window[token.start()]:
            case 0x22:
                if token.lastindex is None:
                    return None
            case 0x7B | 0x5B:
                depth += 1
                deepest = max(deepest, depth)
            case _:
                depth -= 1
        if depth <= 0:
            return token.end(), deepest
    return None


def read_contents(fd: int, size: int) -> Contents:
    """Walk the whole file once; raises `Broken` where it is not an object of tables."""
    scanner = Scanner(fd, size)
    numbers, starts, ends = array("q"), array("q"), array("q")
    others: dict[str, tuple[int, int]] = {}
    has_table, refused = False, 0
    for name, value in scanner.members(len(_BOM) if os.pread(fd, 3, 0) == _BOM else 0):
        table = scanner.text(name)
        if table is None:
            refused += 1
            continue
        if table != TABLE:
            others[table] = (value, scanner.skip(value)[0])
            continue
        if has_table:
            raise Broken(f'the table "{TABLE}" stands there twice: the second', name)
        has_table = True
        for key, document in scanner.members(value):
            number = read_number(scanner.raw(key))
            end, depth = scanner.skip(document)
            if number is None or depth > DEEPEST:
                refused += 1
                continue
            numbers.append(number)
            starts.append(key)
            ends.append(end)
    scanner.finish()
    return Contents(numbers, starts, ends, others, has_table, refused)


def lines_of(fd: int, contents: Contents) -> Iterator[Line]:
    """The documents as they stand in the file, by number; of two under one number the last, as TinyDB has it."""
    order = sorted(range(len(contents.numbers)), key=contents.numbers.__getitem__)
    for place, following in zip(order, [*order[1:], None], strict=False):
        if following is None or contents.numbers[place] != contents.numbers[following]:
            start = contents.starts[place]
            yield Line(start, os.pread(fd, contents.ends[place] - start, start))


@dataclass(slots=True)
class Relaid:
    """The same database in our layout: other tables first, then one document a line."""

    fd: int
    contents: Contents
    taken: int = 0
    """Documents taken over so far."""
    tables: int = 0
    """Other tables taken over so far."""

    @property
    def refused(self) -> int:
        """Documents and tables that cannot be taken over, once all pieces are drawn."""
        found = len(self.contents.numbers) + len(self.contents.others)
        return self.contents.refused + found - self.taken - self.tables

    def pieces(self) -> Iterator[bytes]:
        """The bytes of the new file."""
        yield b"{"
        yield from self._others()
        yield OPENING
        separator = b"\n"
        for line in lines_of(self.fd, self.contents):
            with suppress(ValueError):
                key, _, value = line.content.partition(b":")
                yield separator + write_line(int(key.strip()[1:-1]), _document(value))
                separator = b",\n"
                self.taken += 1
        yield TAIL

    def _others(self) -> Iterator[bytes]:
        for name, (start, end) in self.contents.others.items():
            with suppress(ValueError):
                yield f"{json.dumps(name)}: {self._table(start, end)}, ".encode()
                self.tables += 1

    def _table(self, start: int, end: int) -> str:
        return json.dumps(read_strictly(os.pread(self.fd, end - start, start)), allow_nan=False)


class Scanner:
    """Walks JSON in a window over the file; positions are bytes of the file."""

    def __init__(self, fd: int, size: int) -> None:
        self._fd, self._size = fd, size
        self._base, self._window = 0, b""
        self._end = 0
        self._last = -1, (0, 0)

    def members(self, position: int) -> Iterator[tuple[int, int]]:
        """Where each key and each value of the object at `position` begins."""
        position = self._expect(b"{", position)
        if self.peek(position) == b"}":
            self._end = self._expect(b"}", position)
            return
        while True:
            key = self._space(position)
            if self.peek(key) != b'"':
                raise Broken("not JSON: no name", key)
            value = self._space(self._expect(b":", self.skip(key)[0]))
            self._end = -1
            yield key, value
            end = self._end if self._end >= 0 else self.skip(value)[0]
            position = self._space(end)
            if self.peek(position) == b"}":
                self._end = position + 1
                return
            position = self._expect(b",", position)

    def elements(self, position: int) -> Iterator[int]:
        """Where each value of the list at `position` begins."""
        position = self._expect(b"[", position)
        if self.peek(position) == b"]":
            self._end = self._expect(b"]", position)
            return
        while True:
            value = self._space(position)
            yield value
            position = self._space(self.skip(value)[0])
            if self.peek(position) == b"]":
                self._end = position + 1
                return
            position = self._expect(b",", position)

    def finish(self) -> None:
        """Nothing but white space may follow what was walked last."""
        rest = self._space(self._end)
        if rest < self._size:
            raise Broken("more text behind the end,", rest)

    def skip(self, position: int) -> tuple[int, int]:
        """Where the value at `position` ends, and how deep it is nested."""
        if position == self._last[0]:
            return self._last[1]
        while True:
            found = extent(self._window, position - self._base) if self._inside(position) else None
            if found is not None and (found[0] < len(self._window) or self._at_end()):
                self._last = position, (self._base + found[0], found[1])
                return self._last[1]
            self._widen(position)

    def text(self, position: int) -> str | None:
        """The string at `position`; None if it is not a sound one."""
        try:
            value = read_strictly(self.raw(position))
        except ValueError:
            return None
        return value if isinstance(value, str) else None

    def raw(self, position: int) -> bytes:
        """The bytes of the value at `position`."""
        return os.pread(self._fd, self.skip(position)[0] - position, position)

    def _expect(self, wanted: bytes, position: int) -> int:
        position = self._space(position)
        if self.peek(position) != wanted:
            raise Broken(f"not JSON: no {wanted.decode()}", position)
        return position + 1

    def peek(self, position: int) -> bytes:
        """The first byte that is not white space; none at the end of the file."""
        position = self._space(position)
        return self._window[position - self._base : position - self._base + 1]

    def _space(self, position: int) -> int:
        """The next byte that is not white space; the end of the file if there is none."""
        while position < self._size:
            if not self._inside(position):
                self._load(position, CHUNK)
            match = _SPACE.match(self._window, position - self._base)
            position = self._base + (match.end() if match else 0)
            if self._inside(position):
                return position
        return position

    def _inside(self, position: int) -> bool:
        return self._base <= position < self._base + len(self._window)

    def _at_end(self) -> bool:
        return self._base + len(self._window) >= self._size

    def _widen(self, position: int) -> None:
        """Read on behind the window, keeping what begins at `position`; twice as much each time, so never quadratic."""
        held = self._base + len(self._window) - position if self._inside(position) else 0
        if (held and self._at_end()) or position >= self._size:
            raise Broken("not JSON: the file ends in the middle of what begins", position)
        if held > LONGEST:
            raise Broken("not an archive: there is no end to what begins", position)
        self._load(position, max(CHUNK, 2 * held))

    def _load(self, position: int, length: int) -> None:
        self._base, self._window = position, os.pread(self._fd, length, position)
        if not self._window:
            raise Broken("not JSON: the file ends", position)


def _document(value: bytes) -> dict[str, Any]:
    document = read_strictly(value)
    if not isinstance(document, dict):
        raise ValueError("no object")  # noqa: TRY004 - a value of the file, not of a caller
    return document


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands there twice")
    return found


_STRICT = json.JSONDecoder(object_pairs_hook=_once, parse_constant=refuse)
