"""How the archive file is laid out in bytes: one record a line, so that it grows at its end and nowhere else.

    {"advisories": {
    "1": {...},
    "2": {...}
    }}

Other tables of TinyDB stand in the first line, before ours. Newlines in texts are escaped: a raw one ends a line.
"""

import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple, NoReturn, cast

TABLE = "advisories"
OPENING = b'"advisories": {'
HEAD = b"{" + OPENING + b"\n"
TAIL = b"\n}}\n"
EMPTY = HEAD + TAIL[1:]

CHUNK = 1 << 20
"""Bytes read at a time."""

LONGEST = 64 << 20
"""Bytes beyond which a line is no record but garbage: bounds the memory of every reader."""


class Line(NamedTuple):
    """One record as it stands in the file, without the comma behind it."""

    offset: int
    content: bytes

    @property
    def end(self) -> int:
        """The offset behind its last byte."""
        return self.offset + len(self.content)


def write_line(number: int, document: Mapping[str, Any]) -> bytes:
    """The line of a document; raises `ValueError` or `TypeError` for what JSON cannot hold."""
    try:
        return f'"{number}": {json.dumps(document, ensure_ascii=False, allow_nan=False)}'.encode()
    except UnicodeEncodeError:  # half a surrogate pair has no UTF-8, only an escape
        return f'"{number}": {json.dumps(document, allow_nan=False)}'.encode()


def lay_out(head: bytes, lines: Iterable[bytes]) -> Iterator[bytes]:
    """The bytes of a whole file with these lines."""
    yield head[:-1]
    separator = b"\n"
    for line in lines:
        yield separator + line
        separator = b",\n"
    yield TAIL


def parse_line(content: bytes) -> tuple[int, dict[str, Any]]:
    """The number and the document of a line; raises `ValueError` if it is not a whole record."""
    key, _, value = content.partition(b":")
    number = read_number(key.strip())
    if number is None:
        raise ValueError("no number in front")
    try:
        document = _DECODER.decode(value.decode())
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if not isinstance(document, dict):
        raise ValueError("no object")  # noqa: TRY004 - a value of the file, not of a caller
    return number, cast("dict[str, Any]", document)


def read_number(key: bytes) -> int | None:
    """The number in a name: ``"17"``, without leading zeros; None if it is none of ours."""
    digits = key[1:-1]
    good = digits.isdigit() and not digits.startswith(b"0") and len(digits) <= 18 and key == b'"%s"' % digits
    return int(digits) if good else None


def number_of(content: bytes) -> int | None:
    """The number in front of a line, whatever follows."""
    found = _NUMBER.match(content)
    return int(found[1]) if found else None


def is_whole(content: bytes) -> bool:
    """Whether this is the whole line of a record."""
    try:
        parse_line(content)
    except ValueError:
        return False
    return True


def refuse(constant: str) -> NoReturn:
    """For a decoder: NaN and infinities are no JSON."""
    raise ValueError(f"{constant} is not JSON")


def head_length(fd: int) -> int | None:
    """Length of the first line if it opens our table; None if the file is laid out in another way."""
    if os.pread(fd, len(HEAD), 0) == HEAD:
        return len(HEAD)
    offset, _, closing = 0, b"", b""
    while chunk := os.pread(fd, CHUNK, offset):
        before, newline, _ = chunk.partition(b"\n")
        closing = (closing + before)[-len(OPENING) :]
        offset += len(before) + 1
        if newline:
            return offset if closing == OPENING else None
        offset -= 1
    return None


def has_tail(fd: int, size: int) -> bool:
    """Whether the file ends as a finished write leaves it."""
    return size >= len(TAIL) and os.pread(fd, len(TAIL), size - len(TAIL)) == TAIL


def read_lines(fd: int, start: int, end: int, *, chunk: int = CHUNK) -> Iterator[Line]:
    """Lines that begin at `start` or behind it, up to `end`; `start` may also be where an earlier line ends."""
    segments = read_segments(fd, max(start - 1, 0), end, chunk=chunk)
    next(segments, None)
    return (Line(offset, content.removesuffix(b",")) for offset, content in segments)


def read_lines_back(fd: int, start: int, end: int, *, chunk: int = CHUNK) -> Iterator[Line]:
    """Lines between `start` and `end`, last first; one longer than `LONGEST` is passed over."""
    position, rest = end, b""
    while position > start:
        if len(rest) > LONGEST:
            position, rest = _newline_before(fd, start, position), b""
        begin = max(start, position - max(chunk, len(rest)))
        read = os.pread(fd, position - begin, begin)
        if len(read) < position - begin:
            break
        position = begin
        first, *whole = (read + rest).split(b"\n")
        offset = position + len(read) + len(rest)
        for content in reversed(whole):
            offset -= len(content)
            yield Line(offset, content.removesuffix(b","))
            offset -= 1
        rest = first
    if rest and position == start:
        yield Line(start, rest.removesuffix(b","))


def read_segments(fd: int, start: int, end: int, *, chunk: int = CHUNK) -> Iterator[tuple[int, bytes]]:
    """Offset and bytes between newlines from `start` to `end`; of one longer than `LONGEST` the beginning."""
    offset, position, rest = start, start, b""
    while position < end:
        if len(rest) > LONGEST:
            yield offset, rest[:CHUNK]
            position = offset = _newline_behind(fd, position, end) + 1
            rest = b""
            continue
        read = os.pread(fd, min(max(chunk, len(rest)), end - position), position)
        if not read:
            break
        position += len(read)
        *whole, rest = (rest + read).split(b"\n")
        for content in whole:
            yield offset, content
            offset += len(content) + 1
    if rest:
        yield offset, rest


def find_lines(fd: int, needle: bytes, start: int, end: int) -> Iterator[Line]:
    """Those of `read_lines` that hold the needle; it may begin with the newline before its line."""
    position, rest = max(start - 1, 0), b""
    while position < end:
        if len(rest) > LONGEST:
            position, rest = _newline_behind(fd, position, end), b""
        chunk = os.pread(fd, min(max(CHUNK, len(rest)), end - position), position)
        if not chunk:
            break
        position += len(chunk)
        buffer = rest + chunk
        cut = len(buffer) if position >= end else buffer.rfind(b"\n")
        if cut > 0:
            yield from _holding(buffer, cut, needle, position - len(buffer))
        rest = buffer[max(cut, 0) :]


def numbered_line(fd: int, number: int, end: int) -> Line | None:
    """The line with that number before `end`, where numbers go on upward."""
    low, high = head_length(fd) or 0, end
    while low < high:
        middle = (low + high) // 2
        line = next(read_lines(fd, middle, end, chunk=_PROBE), None)
        if line is None:
            high = middle
            continue
        found = number_of(line.content)
        if found is None:  # a damaged line: no way to tell on which side to go on
            return next(find_lines(fd, b'\n"%d":' % number, 0, end), None)
        if found == number:
            return line
        low, high = (line.end, high) if found < number else (low, middle)
    return None


def last_line(fd: int, end: int) -> Line | None:
    """The line that ends at `end`; None where only the head lies before it."""
    step = 1 << 16
    while True:
        start = max(0, end - step)
        block = os.pread(fd, end - start, start)
        newline = block.rfind(b"\n")
        if newline >= 0:
            return Line(start + newline + 1, block[newline + 1 :])
        if start == 0:
            return None
        step *= 4


_PROBE = 1 << 14
_NUMBER = re.compile(rb'"([0-9]{1,18})":')
_DECODER = json.JSONDecoder(parse_constant=refuse)


def _newline_behind(fd: int, position: int, end: int) -> int:
    """Where the next newline stands; `end` if there is none."""
    while position < end and (chunk := os.pread(fd, min(CHUNK, end - position), position)):
        found = chunk.find(b"\n")
        if found >= 0:
            return position + found
        position += len(chunk)
    return end


def _newline_before(fd: int, start: int, position: int) -> int:
    """Where the newline before a position stands; `start` if there is none."""
    while position > start:
        begin = max(start, position - CHUNK)
        found = os.pread(fd, position - begin, begin).rfind(b"\n")
        if found >= 0:
            return begin + found
        position = begin
    return start


def _holding(buffer: bytes, cut: int, needle: bytes, base: int) -> Iterator[Line]:
    """Lines of `buffer[:cut]` that hold the needle; what stands before the first newline is no whole line."""
    found = buffer.find(needle, 0, cut)
    while found >= 0:
        begin = buffer.rfind(b"\n", 0, found + 1) + 1
        stop = buffer.find(b"\n", max(found + 1, begin), cut)
        stop = cut if stop < 0 else stop
        if begin > 0:
            yield Line(base + begin, buffer[begin:stop].removesuffix(b","))
        found = buffer.find(needle, stop, cut)
