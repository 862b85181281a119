"""Headers around labelled index numbers, wherever in a text they stand."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import dropwhile, takewhile
from typing import Final, NamedTuple

from advisory_cli.parse.labels import LABELS
from advisory_cli.parse.lines import Line, header_lines
from advisory_cli.parse.pieces import Row, read_row
from advisory_cli.parse.title import is_prose
from advisory_cli.reference import Found, find_references


class Head(NamedTuple):
    """The header around a labelled index number."""

    number: str
    rows: tuple[Row, ...]
    """Header lines down to the one with the number; the upper ones may be the end of the text before."""
    above: tuple[Row, ...]
    """Other lines above, nearest first."""
    title_below: bool
    dated: bool
    """Whether it has a date, a kind or the number of a series."""
    quoted: bool
    """Whether it stands behind the mark of a quoted mail."""
    end: int
    """Where the line of the number ends."""

    @property
    def opening(self) -> str:
        """What its first line is."""
        return name_of(self.rows[0])

    @property
    def is_complete_above(self) -> bool:
        """Whether no title can stand above it: it has one below, or there is nothing above."""
        return self.title_below or not self.above


def heads_in(text: str) -> Iterator[Head]:
    """Headers with an index number each; a number that comes again is a running head or another language."""
    references = find_references(text)
    likely = list(_apart(found for found in references if _may_head(text, found)))
    if len({found.reference for found in likely}) < 2:
        return
    reader = _Reader(text, references)
    seen = set()
    for found in likely:
        head = _head(reader, found) if found.reference not in seen else None
        if head and head.dated:
            seen.add(found.reference)
            yield head


def _apart(numbers: Iterable[Found]) -> Iterator[Found]:
    """The numbers that stand further from the one before than in any list of citations."""
    end = -_SHORTEST
    for found in numbers:
        if found.start - end >= _SHORTEST:
            yield found
        end = found.end


_SHORTEST: Final = 150
"""Characters of the shortest document that is one."""


class _Reader:
    """Reads lines around numbers, each line once."""

    def __init__(self, text: str, references: Sequence[Found]) -> None:
        self.text = text
        self._references = references
        self._places = [found.start for found in references]
        self._rows: dict[int, Row] = {}

    def rows_around(self, found: Found) -> list[Row]:
        """The lines in which a header around a number stands."""
        base = self.text.rfind("\n", 0, max(0, found.start - _ABOVE)) + 1
        end = self.text.find("\n", found.end + _BELOW)
        limit = end if 0 <= end < found.end + 2 * _BELOW else found.end + 2 * _BELOW
        return [
            self._row(line._replace(start=base + line.start, end=base + line.end))
            for line in header_lines(self.text[base:limit])
        ]

    def _row(self, line: Line) -> Row:
        row = self._rows.get(line.start)
        if row is None:
            left, right = (bisect_left(self._places, place) for place in (line.start, line.end))
            row = self._rows[line.start] = read_row(line, self._references[left:right])
        return row


_ABOVE: Final = 1_000
_BELOW: Final = 800
"""Characters around a number in which its header stands."""
_LINE: Final = 90
"""Characters of a line before the number: distribution marks, series, date and label."""


def _may_head(text: str, found: Found) -> bool:
    """Whether a label stands before the number, and neither a whole paragraph nor a bracket before that."""
    before = text[max(0, found.start - _LINE) : found.start]
    words = before[before.rfind("\n") + 1 :]
    return len(words) < _LINE and words.count("(") == words.count(")") and any(label in words for label in LABELS)


def _head(reader: _Reader, found: Found) -> Head | None:
    """The header of a labelled number that opens its line or stands behind other pieces; None for a citation."""
    rows = reader.rows_around(found)
    place = next((place for place, row in enumerate(rows) if row.line.start <= found.start < row.line.end), None)
    if place is None or not _opens(rows[place], found):
        return None
    before = rows[place::-1]
    block = list(takewhile(_is_header, before))
    block = list(dropwhile(lambda row: row.wrapper, reversed(block)))  # a mail's header is none of the document's
    below = list(takewhile(_is_header, rows[place + 1 :]))
    after = rows[place + 1 + len(below) :][:1]
    own = rows[place]
    return Head(
        number=str(found.reference),
        rows=tuple(block),
        above=tuple(before[len(block) :]),
        title_below=bool(own.rest) or any(map(is_title, after)),
        dated=any(row.has("date", "kind", "series") for row in (*block, *below)),
        quoted=_is_quoted(reader.text, own.line.start),
        end=own.line.end,
    )


def _is_quoted(text: str, place: int) -> bool:
    return text[text.rfind("\n", 0, place) + 1 : place].lstrip().startswith(">")


def _opens(row: Row, found: Found) -> bool:
    """Whether the number is labelled and no other words stand before it on its line."""
    own = next((piece for piece in row.of("reference") if piece.end == found.end), None)
    return bool(own and own.flagged) and not any(start < found.start for start, _ in row.rest)


def _is_header(row: Row) -> bool:
    return row.wrapper or row.is_core


def is_title(row: Row) -> bool:
    """Whether a line can be of a title: no sentence, nothing that others put around a document."""
    return not row.wrapper and not is_prose(row.line.text)


def name_of(row: Row) -> str:
    """What the first piece of a header line is."""
    return row.pieces[0].name if row.pieces else ""
