"""Lines of a header that no field has: addressees, names of a case, by-lines, notes; they open the body."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from advisory_cli.parse.field import Field
from advisory_cli.parse.layout import Layout
from advisory_cli.parse.pieces import Row
from advisory_cli.parse.subjects import is_country
from advisory_cli.parse.title import Title, is_prose


def unclaimed(layout: Layout, fields: Sequence[Field | None], text: str) -> list[Row]:
    """The rows of a header with words that none of these fields has.

    Above its first line only sentences are of the document; slogans, menus and headlines there are the site's.
    """
    titles = [one for one in (layout.title, layout.subtitle) if one]
    left = [row for row in layout.rows if row.line.start < layout.body_start and _has_words(row, titles, text)]
    if not left:
        return []
    rows = [row for row in layout.rows if not row.wrapper and row.line.start < layout.body_start]
    first = next((at for at, row in enumerate(rows) if row.is_core), len(rows))
    above = [row for block in _blocks(rows[:first]) if is_prose(_words(block)) for row in block]
    said = [*(field.printed or field.value for field in fields if field), *(one.text for one in titles)]
    folded = " ".join(map(_folded, said))
    places = {row.line.start for row in left}
    likely = (row for row in (*above, *rows[first:]) if row.line.start in places)
    return [row for row in likely if _says_more(row, folded, text)]


def _has_words(row: Row, titles: Sequence[Title], text: str) -> bool:
    """Whether a row has a by-line or words that are of no title and no country."""
    if not row.rest:
        return any(piece.name == "filler" and piece.value.startswith(_BY_LINES) for piece in row.pieces)
    outside = [(start, end) for start, end in row.rest if not any(t.start < end and start < t.end for t in titles)]
    return not row.wrapper and any(" " in text[start:end] and not is_country(text[start:end]) for start, end in outside)


_BY_LINES: Final = ("By ", "Por ", "Par ", "Di ", "Von ")


def _blocks(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Rows between which there is no blank line."""
    numbers: list[int] = []
    for row in rows:
        numbers.append((numbers[-1] if numbers else 0) + bool(row.line.gap))
    for _, block in groupby(zip(numbers, rows, strict=True), key=lambda numbered: numbered[0]):
        yield [row for _, row in block]


def _words(rows: Sequence[Row]) -> str:
    return " ".join(row.line.text for row in rows)


def _says_more(row: Row, said: str, text: str) -> bool:
    """Whether a row has words that no field has."""
    return not row.rest or any(_folded(text[start:end]) not in said for start, end in row.rest)


def _folded(words: str) -> str:
    return " ".join(words.casefold().split())
