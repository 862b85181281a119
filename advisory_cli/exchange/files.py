"""What a file to be imported is, told by its bytes, and its rows one by one in bounded memory."""

import json
import os
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO, Final

from advisory_cli.errors import Unreadable, why_unread
from advisory_cli.exchange.bag import is_bag
from advisory_cli.exchange.incoming import Row
from advisory_cli.exchange.sheets import rows_of_sheet
from advisory_cli.exchange.whole import is_whole_head
from advisory_cli.log.foreign import Broken, Scanner
from advisory_cli.log.layout import refuse


def rows_of(path: Path) -> Iterator[Row]:
    """The rows of a file, numbered as its reader finds them; what cannot be read is a row with an error."""
    row = None
    try:
        for row in _reader_of(path)(path):
            yield row
    except Unreadable as error:
        yield Row(path.name, {}, error.reason)
    except OSError as error:
        yield Row(path.name, {}, why_unread(error))
    else:
        if row is None:
            yield Row(path.name, {}, "there are no rows in it")


def is_whole(path: Path) -> bool:
    """Whether it is an export of everything, or a bag."""
    if is_bag(path):
        return True
    try:
        with path.open("rb") as file:
            value = _value(file.readline(_HEAD))
    except OSError:
        return False
    return isinstance(value, dict) and is_whole_head(value)


def is_archive(path: Path) -> bool:
    """Whether it is an archive of this program, laid out in whatever way: every document a revision."""
    try:
        first = next(_documents(path), None)
    except (Unreadable, OSError):
        return False
    return first is not None and first.record.keys() >= _REVISION


def _reader_of(path: Path) -> Callable[[Path], Iterator[Row]]:
    with path.open("rb") as file:
        begin = file.read(1 << 16)
        if begin.startswith(_UTF_16) and begin.decode("utf-16", "ignore").lstrip()[:1] in {"{", "["}:
            raise Unreadable(str(path), "it is JSON in UTF-16; save it as UTF-8")
        begin = begin.removeprefix(_BOM).lstrip()
        if not begin:
            raise Unreadable(str(path), "it is empty")
        if begin[:1] not in b"{[":
            return rows_of_sheet
        file.seek(0)
        is_lines = _is_lines(file)
    if is_lines:
        return _rows_of_lines
    return _rows_of_array if begin[:1] == b"[" else _rows_of_object


def _is_lines(file: BinaryIO) -> bool:
    """Whether an object stands in each line: then another begins in the second, or the first is one and not alone."""
    first = file.readline(_LONGEST)
    following = next((line for line in iter(lambda: file.readline(_HEAD), b"") if line.strip()), b"")
    if not following or first.lstrip(_BOM + b" \t\r\n")[:1] == b"[":
        return False
    return following[:1] == b"{" or (len(first) <= _FIRST and isinstance(_value(first), dict))


def _rows_of_lines(path: Path) -> Iterator[Row]:
    """One object a line."""
    with path.open("rb") as file:
        for number, line in enumerate(iter(lambda: file.readline(_LONGEST), b""), 1):
            if line.strip():
                yield _row(f"{path.name}, row {number}", _value(line))


def _rows_of_array(path: Path) -> Iterator[Row]:
    """Every element of a list."""
    with path.open("rb") as file:
        scanner = Scanner(file.fileno(), os.fstat(file.fileno()).st_size)
        try:
            for number, value in enumerate(scanner.elements(_start(file.fileno())), 1):
                yield _row(f"{path.name}, row {number}", _value(scanner.raw(value)))
            scanner.finish()
        except Broken as error:
            raise Unreadable(str(path), str(error)) from error


def _rows_of_object(path: Path) -> Iterator[Row]:
    """A database of TinyDB, document by document; else a list under some name, as ``--json`` has it, or one record."""
    documents = _documents(path)
    first = next(documents, None)
    if first and first.error == _NO_TABLE:
        yield from _rows_of_record(path)
    elif first:
        yield from chain([first], documents)


def _rows_of_record(path: Path) -> Iterator[Row]:
    value = _whole(path)
    if isinstance(value, dict):
        lists = [one for one in value.values() if isinstance(one, list) and any(isinstance(row, dict) for row in one)]
        if isinstance(value.get("advisories"), list):
            return _rows_of_list(path, value["advisories"])
        if len(lists) == 1 and not value.keys() & _TEXT:
            return _rows_of_list(path, lists[0])
        if value and all(key.isdigit() and isinstance(one, dict) for key, one in value.items()):
            return _rows_of_list(path, value.values())
    return _rows_of_list(path, [value] if value else [])


def _documents(path: Path) -> Iterator[Row]:
    """Every document of every table, and an error for what is no table; raises `Unreadable`.

    Keys are numbers; in the table that TinyDB makes of itself they may be anything.
    """
    with path.open("rb") as file:
        scanner = Scanner(file.fileno(), os.fstat(file.fileno()).st_size)
        try:
            for name, table in scanner.members(_start(file.fileno())):
                called = scanner.text(name)
                where = f"{path.name}, table {called}"
                if scanner.peek(table) != b"{":
                    yield Row(where, {}, _NO_TABLE)
                    continue
                for key, document in scanner.members(table):
                    number = scanner.text(key) or ""
                    if number.isdigit() or called == "_default":
                        yield _row(f"{where}, document {number}", _value(scanner.raw(document)))
                    else:
                        yield Row(where, {}, _NO_TABLE)
                        break
            scanner.finish()
        except Broken as error:
            raise Unreadable(str(path), str(error)) from error


def _rows_of_list(path: Path, values: Any) -> Iterator[Row]:
    return (_row(f"{path.name}, row {number}", value) for number, value in enumerate(values, 1))


def _row(where: str, value: Any) -> Row:
    """A value as a row; of a row that failed before, what it was."""
    if isinstance(value, dict):
        failed = value.keys() == {"where", "error", "record"} and isinstance(value["record"], dict)
        return Row(where, value["record"] if failed else value)
    return Row(where, {}, str(value) if isinstance(value, ValueError) else "it is no object")


def _value(content: bytes) -> Any:
    """The value of a line, or why it is none."""
    try:
        return json.loads(content.removeprefix(_BOM), parse_constant=refuse)
    except RecursionError:
        return ValueError("it is nested too deeply")
    except UnicodeDecodeError:
        return ValueError("its letters are not in UTF-8; save it so")
    except ValueError as error:
        return ValueError(f"it is no JSON: {str(error).partition(';')[0]}")  # behind it are words for programmers


def _whole(path: Path) -> Any:
    if path.stat().st_size > _LARGEST:
        raise Unreadable(str(path), "it is too large for one object; write one object a line (JSON Lines)")
    value = _value(path.read_bytes())
    if isinstance(value, ValueError):
        raise Unreadable(str(path), str(value))
    return value


def _start(fd: int) -> int:
    return len(_BOM) if os.pread(fd, len(_BOM), 0) == _BOM else 0


_REVISION: Final = frozenset({"language", "body", "first", "revision", "action", "at", "previous", "schema"})
"""Names that every revision has, and hardly any other document."""

_NO_TABLE: Final = "it is no table of documents"
_TEXT: Final = frozenset({"title", "body", "reference"})
"""Names of a record, which is no envelope around a list of them."""

_BOM: Final = b"\xef\xbb\xbf"
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")
_FIRST: Final = 1 << 20
_LONGEST: Final = 64 << 20
_HEAD: Final = 1 << 10
_LARGEST: Final = 256 << 20
"""Bytes of a first line that is tried, of the longest line, of a first line that is ours, and of the largest record."""
