"""Numbers in a header: the document's own index among all that it cites, and numbers of other series."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from advisory_cli.model import Confidence, Number
from advisory_cli.parse.cited import is_cited
from advisory_cli.parse.field import Field
from advisory_cli.parse.lazy import pattern
from advisory_cli.parse.pieces import Piece, Row, pieces_of
from advisory_cli.parse.title import is_prose
from advisory_cli.reference import Found, Reference, parse_reference


def own_index(rows: Sequence[Row], references: Sequence[Found], body_start: int, text: str) -> Field | None:
    """The document's own index: labelled in the header, else alone on a line of it.

    A labelled one in the middle of a sentence is a citation. Of several in the body none is taken.
    """
    is_one_line = "\n" not in text.strip()
    ranked = [
        (rank, piece)
        for at, row in enumerate(rows)
        for piece in row.pieces
        if piece.name == "reference"
        and (
            rank := _rank(row, piece, body_start)
            or _bracketed(rows, at, body_start)
            or _last_line(rows, at, text)
            or (is_one_line and _marked(row, piece))
        )
        and not is_cited(rows, at, piece, text)
    ]
    best = max((rank for rank, _ in ranked), default=0)
    pieces = [piece for rank, piece in ranked if rank == best]
    if not pieces or (pieces[0].start >= body_start and len({piece.value for piece in pieces}) > 1):
        return _imprinted(references, text) or _titled(rows, references) or _damaged_index(rows)
    piece = pieces[0]
    found = next(found for found in references if found.end == piece.end)
    confidence: Confidence = "found" if best > 1 else "guessed"
    return Field(piece.value, (found.start, found.end), confidence, found.printed)


def header_again(rows: Sequence[Row], own: str, body_start: int) -> list[Row]:
    """The header of the document itself, where a library's page has its number and a summary above that."""
    below = (at for at, row in enumerate(rows) if row.is_core and row.line.start >= body_start)
    labelled = (at for at in below if any(piece.flagged and piece.value == own for piece in rows[at].of("reference")))
    first = next(labelled, len(rows))
    return [row for row in rows[first : first + MOST_AGAIN] if row.is_core]


MOST_AGAIN: Final = 3
"""Lines of such a header: number, distribution, action."""


def _rank(row: Row, piece: Piece, body_start: int) -> int:
    """3 labelled at the head of a line or behind pieces, 2 alone, 1 labelled or first in a mixed line, 0 cited."""
    if row.wrapper:
        return 0
    behind_words = any(start < piece.start for start, _ in row.rest)
    in_header = piece.start < body_start
    before = row.line.text[: piece.start - row.line.start].rstrip()
    if behind_words and (before.rfind("(") > before.rfind(")") or is_prose(before)):
        return 0
    if piece.flagged:
        if behind_words:
            return int(in_header or _is_glued(row, piece))
        return 4 if in_header else 3
    is_all = not row.rest or (len(row.rest) == 1 and row.line.text.endswith(")"))  # of a title: ``..., External)``
    alone_in_brackets = before == "(" and is_all and row.has("date")
    if not in_header or behind_words or (before.endswith("(") and not alone_in_brackets):
        return 0
    return 1 if row.rest or row.has("series") else 2


def _bracketed(rows: Sequence[Row], at: int, body_start: int) -> int:
    """1 for an index that stands in brackets on a line of its own, right above the date or the mark of a header."""
    row, below = rows[at], rows[at + 1] if at + 1 < len(rows) else None
    if not below or row.rest or len(row.pieces) > 1 or row.line.text[0] not in "([":
        return 0
    return int(below.line.start < body_start and not below.rest and below.has("date", "public", "internal"))


def _last_line(rows: Sequence[Row], at: int, text: str) -> int:
    """1 for an index that is all the last line of a text has, and of no list: pages print it under the story."""
    row = rows[at]
    above = rows[at - 1]
    alone = (
        len(row.pieces) == 1
        and not row.rest
        and row.line.gap > 0
        and not text[row.line.end : row.line.end + _END].strip()
    )
    return int(alone and not above.has("reference") and not above.line.text.endswith(":"))


_END: Final = 80


def _titled(rows: Sequence[Row], references: Sequence[Found]) -> Field | None:
    """The number within a title in capitals on the first line, as libraries run them together; in no brackets."""
    row = next((row for row in rows if not row.wrapper), None)
    numbers = row.of("reference") if row and row.line.text.isupper() else ()
    if not row or len(numbers) != 1 or row.has("series") or "(" in row.line.text:
        return None
    found = next(found for found in references if found.end == numbers[0].end)
    return Field(numbers[0].value, (found.start, found.end), "guessed", found.printed)


def _imprinted(references: Sequence[Found], text: str) -> Field | None:
    """The only number behind which an imprint has the language of the original or its ISSN, also within a long line."""
    imprinted = [found for found in references if _ORIGINAL().match(text, found.end)]
    if len({found.reference for found in imprinted}) != 1:
        return None
    found = imprinted[0]
    return Field(str(found.reference), (found.start, found.end), "found", found.printed)


_ORIGINAL: Final = pattern(
    r"(?:\s[^\W\d_]{3,12}\s(?:19|20)\d\d)?[\s.,]{0,3}(?:english|french|spanish|arabic|español|français)?[\s.,]{0,3}"
    r"(?:original language|idioma original|langue originale|originalsprache|língua original|lingua originale)"
    r"|,\s?ISSN\b",
    re.IGNORECASE,
)


def _marked(row: Row, piece: Piece) -> int:
    """1 for the first labelled index that has other marks of a header right beside it, as on copies in one line."""
    at = row.pieces.index(piece)
    if not piece.flagged or any(other.flagged for other in row.pieces[:at] if other.name == "reference"):
        return 0
    if row.line.text[: piece.start - row.line.start].rstrip().endswith("("):
        return 0
    left, right = row.pieces[at - 1] if at else None, row.pieces[at + 1] if at + 1 < len(row.pieces) else None
    return int(
        (left is not None and left.name in _MARKS and piece.start - left.end <= _BESIDE)
        or (right is not None and right.name in _MARKS and right.start - piece.end <= _BESIDE)
    )


_MARKS: Final = frozenset({"date", "series", "kind", "organisation", "public", "internal", "filler", "label"})
_BESIDE: Final = 3


def _is_glued(row: Row, piece: Piece) -> bool:
    """Whether organisation in capitals or distribution mark open a line that has title and index glued to them."""
    first = row.pieces[0]
    opens = first.start == row.line.start and first.name in {"organisation", "public", "internal"}
    return opens and first is not piece and first.value.isupper()


def _damaged_index(rows: Sequence[Row]) -> Field | None:
    """A labelled index with letters set apart or a semicolon for a slash, as scans have it; read only if complete."""
    for row in rows:
        match = None if row.wrapper or row.has("reference") else _damaged().match(row.line.text)
        if match:
            reference = parse_reference(re.sub(r"\s+", "", match[1]).replace(";", "/"))
            if reference and _fits_dates(match[1], reference, rows):
                start = row.line.start + match.start(1)
                return Field(str(reference), (start, start + len(match[1])), "guessed", match[1])
    return None


def _fits_dates(printed: str, reference: Reference, rows: Sequence[Row]) -> bool:
    """Figures that could be a day are a year only if no date contradicts: ``20 06 June 2020``, ``22 March 2012``."""
    lengths = [len(part) for part in printed.rpartition("/")[2].split()]
    if lengths not in ([2], [2, 2]) or int(printed[-2:]) > _LAST_DAY:
        return True
    years = {piece.value[:4] for piece in pieces_of(rows, "date")}
    return not years or str(reference.year) in years


_LAST_DAY: Final = 31


@cache
def _damaged() -> re.Pattern[str]:
    return re.compile(
        r"(?:A[Il][\s-]?)?I\s?n\s?d\s?e\s?x\s?[:：]\s?((?:[A-Z]\s?){3}(?:[\d/;]\s{0,2}){7,16}(?<=\d))(?=\s*$|\s+[^\d\s]|[.,)](?!\d))",
        re.IGNORECASE,
    )


def scheme_of(number: str) -> str:
    """The series of a number: UA, AU, EXTRA, News Service, Weekly Update Service, CS or Vol."""
    number = " ".join(number.split())
    folded = number.casefold()
    for scheme, mark in _SCHEMES:
        if mark in folded:
            return scheme
    return next(scheme for scheme in _ABBREVIATED if re.search(rf"\b{scheme}", number, re.IGNORECASE))


_ABBREVIATED: Final = ("EXTRA", "AU", "UA", "AE", "CS", "Vol")
_SCHEMES: Final = (
    ("Weekly Update Service", "weekly update"),
    ("News Service", "news service"),
    ("News Service", "servicio de noticias"),
    ("News Service", "bulletin n"),
    ("News Service", "новостей"),
    ("News Service", "новин"),
)


def numbers_of(header: Sequence[Row]) -> tuple[Number, ...]:
    """Numbers of other series on header lines, as printed: ``UA 31/00``, ``News Service 38/95``."""
    printed = [match[0] for piece in pieces_of(header, "series") if (match := _BARE().search(piece.value))]
    return tuple(Number(scheme=scheme_of(text), text=text) for text in dict.fromkeys(printed))


_BARE: Final = pattern(
    r"(?:(?:UA(?!-?Nr)|AU|AE|EXTRA|CS|News|Weekly|Servicio|Bulletin|Vol)(?:\b|(?=\d))|(?:№|Номер)\s)"
    r"[^/]{0,30}?\d+(?:[/-]\d+)?"
    r"(?:[,.]? (?:No|Number|Issue)\.? ?\d+)?",
    re.IGNORECASE,
)
"""The number without ``Further information on`` and without its repetition (``AU 105/25: 105/25``)."""
