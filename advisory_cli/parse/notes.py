"""Sentences for the archivist: what in a document does not fit together, and was kept as printed."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from advisory_cli.parse.embargo import embargo_instant
from advisory_cli.parse.field import Field
from advisory_cli.parse.language import is_unread
from advisory_cli.parse.lazy import pattern
from advisory_cli.parse.pieces import Row, pieces_of
from advisory_cli.parse.quote_marks import has_too_many_marks


def notes_on(rows: Sequence[Row], fields: Mapping[str, Field], body_start: int, body: str) -> tuple[str, ...]:
    """All that an archivist should look at before keeping the record."""
    language = fields["language"].value
    return (*_on_index(rows, fields.get("reference"), body_start, language), *_on_date(fields), *_on_quotes(body))


def _on_index(rows: Sequence[Row], index: Field | None, body_start: int, language: str) -> Iterator[str]:
    if index is None:
        header = (row.line.text for row in rows if row.line.start < body_start and "/" in row.line.text)
        yield from map(_several, (match for words in header if (match := _SEVERAL().search(words))))
        if is_unread(language):
            yield f"headers in its language ({language}) are not read: set number, date and title with --set or edit"
        return
    if index.confidence == "guessed":
        yield f"the index is not labelled plainly: {index.printed!r} was read as {index.value}"
    labelled = [piece.value for piece in pieces_of(rows, "reference") if piece.flagged and piece.start < body_start]
    for other in dict.fromkeys(labelled):
        if other != index.value:
            yield f"the header has another labelled index, {other}; {index.value} was taken"


def _several(match: re.Match[str]) -> str:
    return f"{match[0]!r} stands for several index numbers and was not read; take one with --set reference="


_SEVERAL: Final = pattern(r"\b[A-Z]{3} ?\d\d/\d{1,4} ?[-–&] ?\d{1,4}/(?:\d\d){1,2}\b")


def _on_date(fields: Mapping[str, Field]) -> Iterator[str]:
    date, index, embargo = (fields.get(name) for name in ("date", "reference", "printed_embargo"))
    if date and date.ambiguous:
        yield f"the day and month of {date.value} could be exchanged; it was read day first"
    if date and date.confidence == "inherited":
        yield f"the only date is that of the embargo, {date.value}"
    if date and index and date.value[:4] != index.value[-4:]:
        yield f"the index is of {index.value[-4:]}, the date is {date.value}; both were kept"
    if embargo and not embargo_instant(embargo.value):
        yield f"the embargo names no exact time and zone: {embargo.value!r}"


def _on_quotes(body: str) -> Iterator[str]:
    if has_too_many_marks(body):
        yield "it has more quotation marks than any document; no quotations were read"
