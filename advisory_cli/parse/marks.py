"""What a header says of a document as a whole: its kind, its organisation, who may read it."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from advisory_cli.parse.field import Field
from advisory_cli.parse.kinds import kind_by_traces, kind_of_class
from advisory_cli.parse.numbers import scheme_of
from advisory_cli.parse.pieces import Piece, Row
from advisory_cli.parse.subjects import is_country
from advisory_cli.parse.title import Title
from advisory_cli.reference import Reference


def kind_of(header: Sequence[Row], text: str, reference: Reference | None) -> Field:
    """The kind: its line, else what the numbers of the header say, else words that only one kind has."""
    kinds = sorted((piece for row in header for piece in row.of("kind")), key=lambda piece: piece.end == piece.start)
    if kinds:
        piece = kinds[0]
        printed = text[piece.start : piece.end] or None
        return Field(piece.value, (piece.start, piece.end) if printed else None, "found", printed)
    for row in header:
        for piece in row.of("series"):
            slug, printed = _kind_of_number(piece, header)
            if slug:
                return Field(slug, (piece.start, piece.end), "inherited", printed)
    by_class = kind_of_class(reference) if reference else None
    slug = by_class or kind_by_traces(text[:_TRACE_CHARACTERS] + "\n" + text[_TRACE_CHARACTERS:][-_TRACE_CHARACTERS:])
    return Field(slug, None, "guessed") if slug else Field("other", None, "missing")


_TRACE_CHARACTERS: Final = 3_000
"""How much of the beginning and of the end is searched for words that give the kind away."""


def _kind_of_number(piece: Piece, header: Sequence[Row]) -> tuple[str | None, str | None]:
    """What a series holds. News Service numbers stand on press releases, and on memos to press officers."""
    scheme = scheme_of(piece.value)
    if scheme in {"UA", "AU", "EXTRA"}:
        return "urgent_action", None
    printed = re.match(r"\D*[^\W\d]", piece.value)
    if scheme == "Weekly Update Service" or (
        scheme == "News Service" and any(True for row in header for _ in row.of("memo"))
    ):
        return "news_service", printed[0].strip() if printed else None
    return {"News Service": "press_release", "CS": "press_release", "Vol": "newsletter"}.get(scheme), None


def organisation_of(header: Sequence[Row], rows: Sequence[Row], text: str, title: Title | None) -> Field | None:
    """The organisation as printed: on a line of the header, else where the first lines of the file name it."""
    piece = next((piece for row in header if row.is_core for piece in row.of("organisation")), None)
    if piece:
        return Field(piece.value, (piece.start, piece.end))
    unknown = _over_kind(header, title)
    if unknown:
        return Field(unknown.line.text, (unknown.line.start, unknown.line.end), "guessed")
    piece = next((piece for row in rows for piece in row.of("organisation")), None)
    if piece:
        return Field(piece.value, (piece.start, piece.end), "guessed")
    match = _issuer().search(text, 0, 3_000)
    return Field(match[0], match.span(), "guessed") if match else None


def _over_kind(header: Sequence[Row], title: Title | None) -> Row | None:
    """The first line of a file, if the next names the kind: other organisations print themselves there too."""
    own = [row for row in header if not row.wrapper][:2]
    if len(own) < 2 or own[0].pieces or own[1].rest or (title and title.start == own[0].line.start):
        return None
    named = 1 <= own[0].line.text.count(" ") <= 7 and not is_country(own[0].line.text)
    return own[0] if named and own[1].has("kind") else None


@cache
def _issuer() -> re.Pattern[str]:
    return re.compile(
        r"Amnesty International|AMNESTY INTERNATIONAL|Amnistía Internacional|منظمة العفو الدولية|Международная Амнистия"
    )


def distribution_of(header: Sequence[Row]) -> Field | None:
    """Who may read it: ``public`` or ``internal``, from the mark as printed. An internal mark outweighs."""
    marks = [piece for row in header for piece in row.of("public", "internal")]
    mark = next((piece for piece in marks if piece.name == "internal"), marks[0] if marks else None)
    return Field(mark.name, (mark.start, mark.end), printed=mark.value) if mark else None
