"""What a header says of a document as a whole: its kind, and who may read it."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from advisory_cli.model import Quote
from advisory_cli.parse.datelines import dateline_in, is_dispatched
from advisory_cli.parse.field import Field
from advisory_cli.parse.issuer import names_organisation
from advisory_cli.parse.kinds import (
    is_newsletter,
    kind_at_end,
    kind_behind_country,
    kind_by_traces,
    kind_of_class,
    opening_kind,
    statement_at,
)
from advisory_cli.parse.numbers import scheme_of
from advisory_cli.parse.pieces import Piece, Row, pieces_of
from advisory_cli.reference import Reference


def kind_of(header: Sequence[Row], text: str, reference: Reference | None, *, start: int, story: int) -> Field:
    """The kind: its line, else what the numbers of the header say, else words from `start` that only one has.

    What has a `story` from there on that opens with place and day was given to the press.
    """
    kinds = sorted(pieces_of(header, "kind"), key=lambda piece: piece.end == piece.start)
    if kinds:
        piece = kinds[0]
        end = piece.end if piece.end > piece.start else _opening_end(text, piece.start)
        return Field(piece.value, (piece.start, end), "found", " ".join(text[piece.start : end].split()))
    for piece in pieces_of(header, "series"):
        slug, printed = _kind_of_number(piece, header)
        if slug:
            return Field(slug, (piece.start, piece.end), "inherited", printed)
    if stated := _stated(header, text):
        return stated
    return _guessed(header, text, reference, start, story)


def kind_otherwise(title: Field | None, quotes: Sequence[Quote]) -> Field | None:
    """The kind where nothing else tells one: of a title found elsewhere, or a release, if an organisation speaks."""
    if stated := statement_at(title.value) if title else None:
        return Field(stated[0], None, "guessed")
    if title and (slug := kind_at_end(title.value)):
        return Field(slug, None, "guessed")
    if title and is_newsletter(title.value):
        return Field("newsletter", None, "guessed")
    speakers = (f"{quote.speaker or ''} {quote.role or ''}" for quote in quotes if quote.attribution == "stated")
    return Field("press_release", None, "guessed") if any(map(names_organisation, speakers)) else None


def _opening_end(text: str, start: int) -> int:
    """Where a kind that goes on into a title ends: with its own words, or with the phrase that is set in capitals."""
    capitals = _capitals().match(text, start, start + 200)
    opening = opening_kind(text[start : start + 40])
    own = start + opening[1] if opening else start
    return max(own, capitals.end() if capitals else 0)


@cache
def _capitals() -> re.Pattern[str]:
    """Words in capitals to the end of their line, or on to a comma in the next."""
    word, line = r"[^\W\da-zß-ÿ_]+", r"[ \t]{0,4}\n[ \t]{0,12}"
    return re.compile(rf"{word}(?: {word})+(?:{line}{word}(?: {word})*(?=,))?(?=[ \t]{{0,4}}(?:[,\n]|$))")


def _stated(header: Sequence[Row], text: str) -> Field | None:
    """The kind of a title that says whose statement it is."""
    for row in header:
        if (stated := statement_at(row.line.text)) and not row.wrapper:
            end = row.line.start + stated[1]
            return Field(stated[0], (row.line.start, end), "found", text[row.line.start : end])
        if (behind := kind_behind_country(row.line.text)) and not row.wrapper:
            start, end = row.line.start + behind[0], row.line.start + behind[1]
            return Field(behind[2], (start, end), "found", text[start:end])
    return None


def _guessed(header: Sequence[Row], text: str, reference: Reference | None, start: int, story: int) -> Field:
    """The kind by class or by words; ``DOCUMENT PUBLIC`` stands where the kind would, on reports if nothing else."""
    end = start + _TRACE_CHARACTERS
    slug, printed = kind_by_traces(text[start:end] + "\n" + text[end:][-_TRACE_CHARACTERS:])
    if slug in {"report", "briefing", None} and _is_released(text, story):
        slug = "press_release"
    marks = [piece.value for piece in pieces_of(header, "public")]
    mark = next((value for value in marks if value[0] in "Dd"), None)
    released = any(value[0] == "(" for value in marks)
    slug = (kind_of_class(reference) if reference else None) or slug or _kind_of_mark(mark, released=released)
    return Field(slug, None, "guessed", printed or mark) if slug else Field("other", None, "missing")


def _is_released(text: str, story: int) -> bool:
    return dateline_in(text, story) is not None or is_dispatched(text, story)


def _kind_of_mark(mark: str | None, *, released: bool) -> str | None:
    """``DOCUMENT PUBLIC`` stands on reports, ``(Public)`` behind the index of what the press office released."""
    return "report" if mark else "press_release" if released else None


_TRACE_CHARACTERS: Final = 3_000
"""How much of the beginning and of the end is searched for words that give the kind away."""


def _kind_of_number(piece: Piece, header: Sequence[Row]) -> tuple[str | None, str | None]:
    """What a series holds. News Service numbers stand on press releases, and on memos to press officers."""
    scheme = scheme_of(piece.value)
    if scheme in {"UA", "AU", "AE", "EXTRA"}:
        return "urgent_action", None
    printed = re.match(r"\D*[^\W\d]", piece.value)
    if scheme == "Weekly Update Service" or (scheme == "News Service" and pieces_of(header, "memo")):
        return "news_service", printed[0].strip() if printed else None
    return {"News Service": "press_release", "CS": "press_release", "Vol": "newsletter"}.get(scheme), None


def distribution_of(header: Sequence[Row]) -> Field | None:
    """Who may read it: ``public`` or ``internal``, from the mark as printed. An internal mark outweighs."""
    marks = pieces_of(header, "public", "internal")
    mark = next((piece for piece in marks if piece.name == "internal"), marks[0] if marks else None)
    return Field(mark.name, (mark.start, mark.end), printed=mark.value) if mark else None
