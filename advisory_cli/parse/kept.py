"""Lines of a header that no field has: addressees, names of a case, by-lines, notes; they open the body."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from advisory_cli.parse.field import Field
from advisory_cli.parse.layout import Layout
from advisory_cli.parse.pieces import Row
from advisory_cli.parse.subjects import is_country
from advisory_cli.parse.title import is_prose


def unclaimed(layout: Layout, fields: Sequence[Field | None], text: str) -> list[Row]:
    """The rows of a header with words that none of these fields has.

    Above its first line only sentences are of the document; slogans, menus and headlines there are the site's.
    """
    rows = [row for row in layout.rows if not row.wrapper and row.line.start < layout.body_start]
    first = next((at for at, row in enumerate(rows) if row.is_core), len(rows))
    claimed = [(one.start, one.end) for one in (layout.title, layout.subtitle) if one]
    said = " ".join(_folded(field.printed or field.value) for field in fields if field)
    said += "".join(f" {_folded(one.text)}" for one in (layout.title, layout.subtitle) if one)
    above = [row for block in _blocks(rows[:first]) if is_prose(_words(block)) for row in block]
    return [row for row in (*above, *rows[first:]) if _says_more(row, claimed, said, text)]


def _blocks(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Rows between which there is no blank line."""
    numbers: list[int] = []
    for row in rows:
        numbers.append((numbers[-1] if numbers else 0) + bool(row.line.gap))
    for _, block in groupby(zip(numbers, rows, strict=True), key=lambda numbered: numbered[0]):
        yield [row for _, row in block]


def _words(rows: Sequence[Row]) -> str:
    return " ".join(row.line.text for row in rows)


def _says_more(row: Row, claimed: Sequence[tuple[int, int]], said: str, text: str) -> bool:
    """Whether a row has a by-line, or words beside its pieces that are no country and in no field."""
    if any(piece.value.startswith(_BY_LINES) for piece in row.of("filler")):
        return True
    for start, end in row.rest:
        if any(left < end and start < right for left, right in claimed):
            continue
        words = text[start:end]
        if " " in words and not is_country(words) and _folded(words) not in said:
            return True
    return False


_BY_LINES: Final = ("By ", "Por ", "Par ", "Di ", "Von ")


def _folded(words: str) -> str:
    return " ".join(words.casefold().split())
