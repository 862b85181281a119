"""When a document was issued: its date among all dates of a header."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from advisory_cli.parse.datelines import dateline_in
from advisory_cli.parse.dates import find_dates
from advisory_cli.parse.field import Field
from advisory_cli.parse.lazy import pattern
from advisory_cli.parse.pieces import Piece, Row, pieces_of
from advisory_cli.parse.title import is_prose


def document_date(rows: Sequence[Row], own: str | None, body_start: int, text: str) -> Field | None:
    """The date of the document; an event, a deadline, a session or a mail has dates of its own.

    An embargo gives the date only where there is no other.
    """
    dated = [
        (rank, piece)
        for row in rows
        for piece in row.pieces
        if piece.name == "date" and (rank := _date_rank(row, piece, own, body_start))
    ]
    if not any(rank > 2 for rank, _ in dated):
        dated += [(2, piece) for piece in _beside_index(rows, own)]
    if dated:
        best = max(dated, key=lambda item: (item[0], len(item[1].value)))[1]
        return Field(best.value, (best.start, best.end), ambiguous=best.flagged)
    return (
        next(_embargo_dates(rows), None)
        or _publication(rows)
        or _opening(text, body_start)
        or _opening_below(rows, body_start, text)
        or _alone_below(rows)
        or _signed(rows, text)
        or _posted(text)
        or _imprinted(text)
    )


def _imprinted(text: str) -> Field | None:
    """The month or year of an imprint in the middle of a long line, where the index stands beside it."""
    if "irst published" not in text[:_IMPRINT] or "riginal language" not in text[:_IMPRINT]:
        return None
    language = text.index("riginal language")
    beside = next(iter(find_dates(text[language - _NEAR : language])), None) if language > _NEAR else None
    if beside and len(beside.iso) > len("2018") and beside.end >= _NEAR - _LONGEST_JOINT:
        return Field(beside.iso, (language - _NEAR + beside.start, language - _NEAR + beside.end))
    at = text.index("irst published") + len("irst published")
    month = next(iter(find_dates(text[at : at + _NEAR])), None)
    if month and month.start <= _LONGEST_JOINT:
        return Field(month.iso, (at + month.start, at + month.end))
    match = _first_published().search(text, 0, _IMPRINT)
    group = match.lastindex or 0 if match else 0
    return Field(match[group], match.span(group)) if match else None


_IMPRINT: Final = 6_000
_NEAR: Final = 40
_LONGEST_JOINT: Final = len(" in ")


def _opening(text: str, start: int) -> Field | None:
    """The day that the first sentence opens with, behind its place."""
    found = dateline_in(text, start)
    return Field(found.iso, (found.start, found.end), ambiguous=found.ambiguous) if found else None


def _opening_below(rows: Sequence[Row], body_start: int, text: str) -> Field | None:
    """The same where a subtitle stands above the first sentence."""
    lines = [row.line for row in rows if row.line.start >= body_start][:2]
    return _opening(text, lines[1].start) if len(lines) > 1 and not is_prose(lines[0].text) else None


def _beside_index(rows: Sequence[Row], own: str | None) -> Iterator[Piece]:
    """Dates beside the document's own index, or alone on the line under it, on an imprint below the title page."""
    for row in rows:
        for index in row.of("reference"):
            if index.value == own and row.line.text[index.end - row.line.start :][:1] != ")":
                labels = [label.end for label in row.of("label") if label.start >= index.end]
                yield from (d for d in row.of("date") if _touch(row, d, index) or any(end <= d.start for end in labels))
    for at, number in enumerate(rows):
        if number.is_core and any(piece.flagged and piece.value == own for piece in number.of("reference")):
            actions = (action for action in rows[at + 1 : at + 3] if action.has("series"))
            yield from (date for action in actions for date in action.of("date") if not _is_of_other(action, date))
    for above, row in pairwise(rows):
        if (
            not row.rest
            and {piece.name for piece in row.pieces} <= _ONLY_DATE
            and any(piece.value == own for piece in above.of("reference"))
        ):
            yield from row.of("date") if above.is_core else ()


def _touch(row: Row, date: Piece, index: Piece) -> bool:
    """Whether a date and an index stand beside each other, or at both ends of the foot of a page."""
    first, second = sorted((date, index), key=lambda piece: piece.start)
    between = row.line.text[first.end - row.line.start : second.start - row.line.start]
    return len(between) < _NEXT or not between.strip()


_NEXT: Final = 3
_ONLY_DATE: Final = frozenset({"date", "label", "filler"})


def _date_rank(row: Row, piece: Piece, own: str | None, body_start: int) -> int:
    """5 labelled, 4 with index or number, 3 alone on a line, 2 of publication, 1 opening the story, 0 another's."""
    before = row.line.text[: piece.start - row.line.start]
    if row.wrapper or (before and _other_date().search(_behind_names(row, before)[-64:])):
        return 0
    if "(" not in before and row.line.text[piece.end - row.line.start :].lstrip()[:1] == ")":
        return 0  # a bracket that the line above opens
    if before and _published().search(before[-24:]):
        return 2
    if _opens_story(row, piece, before):
        return 1
    if piece.start >= body_start:
        return 0
    rank = _header_rank(row, piece, own)
    return min(rank, 1) if _in_brackets(before) else rank


def _behind_names(row: Row, before: str) -> str:
    """What stands before a date behind the name of an organisation: ``Press release by Amnesty International``."""
    ends = (name.end - row.line.start for name in row.of("organisation"))
    return before[max((end for end in ends if end <= len(before)), default=0) :]


def _header_rank(row: Row, piece: Piece, own: str | None) -> int:
    """The rank of a date on a line of the header; the dates behind indexes that are cited belong to these."""
    indexes = {other.value for other in row.of("reference")}
    if not row.is_core or (indexes and own not in indexes):
        return 0
    if any(label.end <= piece.start for label in row.of("label")):
        return 5
    words = next((start for start, _ in row.rest if start < piece.start), None)
    behind_words = words is not None
    if words is not None and any(date.start < words for date in row.of("date")):
        return 1
    return 4 if row.has("reference", "series", "public") else 0 if behind_words else 3


def _is_of_other(row: Row, date: Piece) -> bool:
    """Whether a date stands in the brackets of what an action updates: ``UA 115/98 (AMR 41/21/98, 15 April 1998)``."""
    return _in_brackets(row.line.text[: date.start - row.line.start])


def _in_brackets(before: str) -> bool:
    """Whether a date stands in brackets behind something else: ``MDE 13/10/90 (27 June 1990)``."""
    outside, bracket, inside = before.rpartition("(")
    return bracket != "" and outside.strip(" (") != "" and ")" not in inside and not _MARK().match(inside)


_MARK: Final = pattern(r"(?:public|público|externo)\b", re.IGNORECASE)


def _opens_story(row: Row, piece: Piece, before: str) -> bool:
    """Whether place and date open the first paragraph: ``Roma, 9 marzo 2000 - ...``."""
    after = row.line.text[piece.end - row.line.start :].lstrip(" ).")
    return (
        not any(start < piece.start for start, _ in row.rest)
        and len(before) < 40
        and (after[:1] in _DASHES or (after[:1] == "," and row.line.gap > 0 and after[2:3].isupper()))
        and bool(row.rest)
    )


_DASHES: Final = tuple("-–—:")


@cache
def _other_date() -> re.Pattern[str]:
    """Words before a date that make it another's: deadlines, events, sessions, updates, redistribution."""
    return re.compile(
        r"\b(?=\w)(?:session\b[^\d]{0,48}|(?:expires?|before|by|until|till|deadline|session|updated|amended|distributed|written|since|event|effective|born"
        r"|dated|antes del?|avant le|bis zum|bis|vor dem|hasta el|entro il|до|valid\w*|embargo\w*|for release"
        r"|appeals? to arrive)"
        r"\b[^\d]{0,24})$",
        re.IGNORECASE,
    )


@cache
def _published() -> re.Pattern[str]:
    return re.compile(
        r"(?:published|publicado|publié|pubblicato|publicación|veröffentlich(?:t|ung))\s?(?:in|e[nlm]|on|le|il|am)?\s?:?\s?$",
        re.IGNORECASE,
    )


def _embargo_dates(rows: Sequence[Row]) -> Iterator[Field]:
    for piece in pieces_of(rows, "embargo"):
        for date in find_dates(piece.value):
            span = (piece.start + date.start, piece.start + date.end)
            yield Field(date.iso, span, "inherited", ambiguous=date.ambiguous)


def _alone_below(rows: Sequence[Row]) -> Field | None:
    """The first date with a place or label on a line of the body: ``Posted:``, ``Roma, 9 marzo 2000``."""
    for row in rows:
        dates = [] if row.wrapper or row.rest else [piece for piece in row.of("date") if piece.start > row.line.start]
        if len(dates) == 1 and len(dates[0].value) == _WHOLE and {piece.name for piece in row.pieces} <= _ONLY_DATE:
            return Field(dates[0].value, (dates[0].start, dates[0].end), "guessed", ambiguous=dates[0].flagged)
    return None


_WHOLE: Final = len("2012-03-22")


def _signed(rows: Sequence[Row], text: str) -> Field | None:
    """The day alone on a line between the last sentence and the few short lines of who signed."""
    for at in range(len(rows) - 1, max(0, len(rows) - _SIGNED), -1):
        row = rows[at]
        if len(row.line.text) > _LONGEST_SIGNED or is_prose(row.line.text):
            return None
        if not row.rest and [piece.name for piece in row.pieces] == ["date"]:
            date = row.pieces[0]
            is_last = rows[-1].line.end >= len(text.rstrip()) and is_prose(rows[at - 1].line.text)
            known = is_last and len(date.value) == _WHOLE
            return Field(date.value, (date.start, date.end), "guessed", ambiguous=date.flagged) if known else None
    return None


_SIGNED: Final = 5
_LONGEST_SIGNED: Final = 60


def _posted(text: str) -> Field | None:
    """The day that a page prints behind the last words of the story: ``... was freed. Posted: 30 Mar 2001``."""
    tail = text.rstrip()[-_LONGEST_POSTED:]
    label = tail.rfind("Posted:")
    date = next(iter(find_dates(tail[label:])), None) if label >= 0 else None
    if not date or label + date.end < len(tail) or len(date.iso) != _WHOLE:
        return None
    start = len(text.rstrip()) - len(tail) + label
    return Field(date.iso, (start + date.start, start + date.end), "guessed", ambiguous=date.ambiguous)


_LONGEST_POSTED: Final = len("Posted: 30 September 2001")


def _publication(rows: Sequence[Row]) -> Field | None:
    """The year of an imprint, or a month of that year or of its copyright that stands on a line of its own near it."""
    year = _year_of_publication(rows)
    known = year.value if year else _year_of_copyright(rows)
    months = (row.pieces[0] for row in rows if known and len(row.pieces) == 1 and not row.rest and row.has("date"))
    month = next((piece for piece in months if piece.value[:-3] == known), None)
    return Field(month.value, (month.start, month.end)) if month else year


def _year_of_copyright(rows: Sequence[Row]) -> str | None:
    """``© Amnesty International Publications 2012``: alone it says too little to be the date."""
    marked = (row.line.text for row in rows if row.line.text[:1] == "©" and not row.wrapper)
    return next((match[1] for words in marked if (match := _copyright().search(words))), None)


@cache
def _copyright() -> re.Pattern[str]:
    return re.compile(r"(?<!\d)((?:19|20)\d\d)\W*$")


def _year_of_publication(rows: Sequence[Row]) -> Field | None:
    """``First published 1984 by ...``: all that some imprints say."""
    for row in rows:
        told = not row.wrapper and "publi" in row.line.text.lower()
        if told and (match := _first_published().search(row.line.text)):
            group = match.lastindex or 0
            return Field(match[group], (row.line.start + match.start(group), row.line.start + match.end(group)))
    return None


@cache
def _first_published() -> re.Pattern[str]:
    return re.compile(
        r"(?:f ?irst published|publicado (?:por primera vez|originalmente)|premi[èe]re publication|a été publiée?"
        r"|primera publicación|prima pubblicazione|primeira publicação)"
        r"(?:\s(?:in|e[nm])|\s?:)?\s((?:19|20)\d\d)\b|^published (?:in )?((?:19|20)\d\d)$",
        re.IGNORECASE,
    )
