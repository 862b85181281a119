"""Letters: their salutations, what they are about in their own words, and what stands over them."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from advisory_cli.parse.beginnings import by_letter
from advisory_cli.parse.lazy import pattern
from advisory_cli.parse.pieces import Row
from advisory_cli.parse.title import Title, goes_on, is_prose, title_of_block


def is_saluted(rows: Sequence[Row]) -> bool:
    """Whether a salutation stands among lines, and of a letter: those of a speech are to an assembly."""
    return bool(_saluted(rows)) and not any(map(_is_to_assembly, rows))


def _is_to_assembly(row: Row) -> bool:
    words = row.line.text
    return words.startswith(_ASSEMBLED) and len(words) <= _LONGEST_SALUTATION


def _saluted(rows: Sequence[Row]) -> list[Row]:
    """The lines that are salutations."""
    return [row for row in rows if row.line.text[:1] in _SALUTATIONS and _is_salutation(row)]


def _is_salutation(row: Row) -> bool:
    words = row.line.text
    return words.startswith(_SALUTATIONS.get(words[:1], ())) and len(words) <= _LONGEST_SALUTATION


_SALUTATIONS: Final = by_letter((
    "Dear", "Your Excellenc", "Excellenc", "Estimad", "Señor", "Monsieur", "Madame", "Sehr geehrte", "Уважаем",
    "Gentile", "Egregio", "Prezad", "Excelent", "Respetable", "Apreciable", "Шановн",
))  # fmt: skip
_ASSEMBLED: Final = (
    "Mr. President,", "Mr President,", "Madam President,", "Madame President,", "Ladies and", "Distinguished ",
    "Mesdames et", "Señoras y", "Signore e", "Sehr geehrte Damen und Herren, liebe",
)  # fmt: skip
"""Whom a speech is held to."""
_LONGEST_SALUTATION: Final = 90


def title_of_letter(rows: Sequence[Row]) -> Title | None:
    """What a letter without any other header is about, or the one line that it is called by over its salutation."""
    saluted = _saluted(rows[:_ADDRESSEES])
    if not saluted:
        return None
    above = [
        row
        for row in rows[: rows.index(saluted[0])]
        if row.line.text.count(" ") > _FEWEST_BLANKS and not row.line.text.endswith(",")
    ]
    return regarding(rows) or (title_of_block(above)[0] if len(above) == 1 else None)


_FEWEST_BLANKS: Final = 2
_ADDRESSEES: Final = 20
"""Lines of addressees above a salutation."""


def regarding(rows: Sequence[Row]) -> Title | None:
    """What a letter is about, in its own words: ``Re: Administrative detention``."""
    for above, row in pairwise([rows[0], *rows[:_LETTER_LINES]]):
        match = _REGARDING().match(row.line.text)
        if match and not (row.wrapper and above.wrapper):
            return _with_tail(row, match.end(), rows)
    return None


def without_label(title: Title) -> Title:
    """A title without the label before what a letter is about: ``Ref.: Two lawyers``."""
    label = _REGARDING().match(title.text)
    return Title(title.text[label.end() :], title.start + label.end(), title.end) if label else title


_LETTER_LINES: Final = 60
_REGARDING: Final = pattern(
    r"(?:(?:Re|RE|Subject|SUBJECT|Betreff|Objet|Asunto|Oggetto|Assunto|Тема)\s?:\s+|R(?:ef|EF)\.?\s?:\s+(?![A-Z]{2,6}\b))"
    r"(?=[^\W\d_])(?!TIGO)"
)


def _with_tail(row: Row, start: int, rows: Sequence[Row]) -> Title:
    """The words of a line from `start` on, with the next line where they are broken."""
    following = rows[rows.index(row) + 1 : rows.index(row) + 2]
    words, end = row.line.text[start:], row.line.end
    if following and goes_on(words, following[0].line.text) and not is_prose(f"{words} {following[0].line.text}"):
        words, end = f"{words} {following[0].line.text}", following[0].line.end
    return Title(words, row.line.start + start, end)
