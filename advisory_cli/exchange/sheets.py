"""Tables as spreadsheets save them: any separator, any order of columns, UTF-8, UTF-16 or Windows-1252."""

import codecs
import csv
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import IO, Final, Self

from advisory_cli.errors import Unreadable
from advisory_cli.exchange.cells import unguarded
from advisory_cli.exchange.incoming import Row
from advisory_cli.sources.extracted import LONGEST


def rows_of_sheet(path: Path) -> Iterator[Row]:
    """The rows behind the headings, numbered as a spreadsheet shows them; raises `Unreadable`."""
    csv.field_size_limit(2 * LONGEST)
    with path.open(encoding=_encoding(path), newline="", errors="replace") as file:
        separator, above = _separator(file)
        rows = _rows(_Lines(file, path), separator)
        first, why = next(islice(rows, above, None), ([], None))
        if why:
            raise Unreadable(str(path), f"its first row cannot be read: {why}")
        headings = [cell.strip() for cell in first]
        _check(path, headings)
        for number, (cells, error) in enumerate(rows, above + 2):
            if error or any(cells):
                record = dict(zip(headings, map(unguarded, cells), strict=False))
                yield Row(f"{path.name}, row {number}", record, error or _surplus(headings, cells))


class _Lines:
    """The lines of a file one by one, none of them without end; `is_over` once another was asked for in vain."""

    def __init__(self, file: IO[str], path: Path) -> None:
        self._file = file
        self._path = path
        self.is_over = False

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> str:
        line = self._file.readline(_LONGEST_LINE)
        if len(line) == _LONGEST_LINE:
            raise Unreadable(
                str(self._path), f"it has a line of more than {_LONGEST_LINE:,} characters, so it is no table"
            )
        if not line:
            self.is_over = True
            raise StopIteration
        return line


_LONGEST_LINE: Final = 1 << 24


def _rows(lines: _Lines, separator: str) -> Iterator[tuple[list[str], str | None]]:
    """The cells of each row, or why it is none: a row in which the file ends has taken all that is behind it."""
    reader = csv.reader(lines, delimiter=separator)
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield [], f"it is no row of a table: {error}"
        else:
            yield ([], _UNCLOSED) if lines.is_over else (cells, None)


_UNCLOSED: Final = (
    "a quotation mark that opens in it is never closed, and all rows behind it would be part of it; close it"
)


def _surplus(headings: list[str], cells: list[str]) -> str | None:
    if any(cells[len(headings) :]):
        return f"it has {len(cells)} cells for {len(headings)} columns; put texts with commas in quotation marks"
    return None


def _check(path: Path, headings: list[str]) -> None:
    twice = [name for name, count in Counter(filter(None, headings)).items() if count > 1]
    if twice:
        raise Unreadable(str(path), f"two columns are called {twice[0]!r}; give each another name")
    if not any(headings):
        why = "its first row names no columns; write title, date, body, ... there"
        raise Unreadable(str(path), f'{why}, or take it in as a document with "advisory add"')


def _separator(file: IO[str]) -> tuple[str, int]:
    """What stands most often in the first line, or what Excel says there, and how many such lines there are.

    The file is where it was.
    """
    first = file.readline(1 << 16)
    file.seek(0)
    said = first.lstrip("\ufeff").strip("\r\n")
    if said.startswith("sep=") and len(said) == len("sep=;"):
        return said[-1], 1
    return max(",;\t|", key=first.count), 0


def _encoding(path: Path) -> str:
    with path.open("rb") as file:
        begin = file.read(4)
        if begin.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return "utf-16"
        file.seek(0)
        decoder = codecs.getincrementaldecoder("utf-8")()
        with suppress(UnicodeDecodeError):
            while block := file.read(1 << 20):
                decoder.decode(block)
            decoder.decode(b"", final=True)
            return "utf-8-sig"
    return "cp1252"
