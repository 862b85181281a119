"""What a file to be imported is, told by its bytes, and its rows one by one in bounded memory."""

import json
import os
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any, Final

from advisory_cli.errors import Unreadable
from advisory_cli.exchange.bag import is_bag
from advisory_cli.exchange.incoming import Row
from advisory_cli.exchange.sheets import rows_of_sheet
from advisory_cli.exchange.whole import is_whole_head
from advisory_cli.log.foreign import Broken, Scanner
from advisory_cli.log.layout import refuse


def rows_of(path: Path) -> Iterator[Row]:
    """The rows of a file, numbered as its reader finds them; what cannot be read is a row with an error."""
    try:
        yield from _reader_of(path)(path)
    except Unreadable as error:
        yield Row(path.name, {}, error.reason)
    except OSError as error:
        yield Row(path.name, {}, str(error.strerror or error))


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
    except (_NoDatabase, Unreadable, OSError):
        return False
    return first is not None and first.record.keys() >= _REVISION


def _reader_of(path: Path) -> Callable[[Path], Iterator[Row]]:
    with path.open("rb") as file:
        begin = file.read(1 << 16).removeprefix(_BOM).lstrip()
        if not begin:
            raise Unreadable(str(path), "it is empty")
        if begin[:1] not in b"{[":
            return rows_of_sheet
        file.seek(0)
        value = _value(file.readline(_LONGEST))
    if isinstance(value, dict) and not _is_database(value):
        return _rows_of_lines
    return _rows_of_array if begin[:1] == b"[" else _rows_of_object


def _rows_of_lines(path: Path) -> Iterator[Row]:
    """One object a line."""
    with path.open("rb") as file:
        for number, line in enumerate(iter(lambda: file.readline(_LONGEST), b""), 1):
            if line.strip():
                yield _row(f"{path.name}, row {number}", _value(line))


def _rows_of_array(path: Path) -> Iterator[Row]:
    return _rows_of_list(path, _whole(path))


def _rows_of_object(path: Path) -> Iterator[Row]:
    """A database of TinyDB, document by document; else what ``--json`` prints, or one record."""
    documents = _documents(path)
    try:
        first = next(documents, None)
    except _NoDatabase:
        value = _whole(path)
        listed = value.get("advisories") if isinstance(value, dict) else None
        yield from _rows_of_list(path, listed if isinstance(listed, list) else [value])
        return
    if first:
        yield from chain([first], documents)


class _NoDatabase(Exception):
    """The file holds one object, but no tables of documents."""


def _documents(path: Path) -> Iterator[Row]:
    """Every document of every table; raises `_NoDatabase` before the first, `Unreadable` behind it."""
    with path.open("rb") as file:
        scanner = Scanner(file.fileno(), os.fstat(file.fileno()).st_size)
        try:
            for name, table in scanner.members(_start(file.fileno())):
                if scanner.peek(table) != b"{":
                    raise _NoDatabase
                for key, document in scanner.members(table):
                    number = scanner.text(key) or ""
                    if not number.isdigit():
                        raise _NoDatabase
                    where = f"{path.name}, table {scanner.text(name)}, document {number}"
                    yield _row(where, _value(scanner.raw(document)))
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
    except ValueError as error:
        return ValueError(f"it is no JSON: {error}")


def _whole(path: Path) -> Any:
    if path.stat().st_size > _LARGEST:
        raise Unreadable(str(path), "it is too large for one list; write one object a line (JSON Lines)")
    value = _value(path.read_bytes())
    if isinstance(value, ValueError):
        raise Unreadable(str(path), str(value))
    return value


def _is_database(value: dict[str, Any]) -> bool:
    """Whether it holds nothing but tables: objects whose names are numbers."""
    return bool(value) and all(isinstance(table, dict) and all(map(str.isdigit, table)) for table in value.values())


def _start(fd: int) -> int:
    return len(_BOM) if os.pread(fd, len(_BOM), 0) == _BOM else 0


_REVISION: Final = frozenset({"language", "body", "first", "revision", "action", "at", "previous", "schema"})
"""Names that every revision has, and hardly any other document."""

_BOM: Final = b"\xef\xbb\xbf"
_LONGEST: Final = 64 << 20
_HEAD: Final = 1 << 10
_LARGEST: Final = 256 << 20
"""Bytes of the longest line, of a first line that is ours, and of the largest list that is read as a whole."""
