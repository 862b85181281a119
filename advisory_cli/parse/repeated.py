"""Documents of one text under headers that are alike: digests, service sheets, mails with several releases."""

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import Final

from advisory_cli.parse.heads import Head, heads_in, is_title, name_of
from advisory_cli.parse.lazy import pattern
from advisory_cli.parse.listed import has_prose
from advisory_cli.parse.pieces import Row


def starts_behind_headers(text: str) -> list[int]:
    """Starts of the documents whose header is like that of the first, without the first."""
    heads = list(takewhile(lambda head: not _is_reply(head), heads_in(text)))
    if len(heads) < 2:
        return []
    model = heads[1] if heads[0].number.startswith(_COVER) else heads[0]
    starts: list[int] = []
    reached, prose = heads[0].end, False
    for head in heads[1:]:
        start = _start(text, head, model)
        if start is None or start < reached:
            continue
        prose = prose or has_prose(text, reached, start)
        reached = start
        if prose:
            starts.append(start)
            reached, prose = head.end, False
    return starts if prose or has_prose(text, reached, len(text)) else starts[:-1]


_COVER: Final = "NWS"
"""Numbers of the news service's own sheets, whose cover is like none of the items in it."""


def _is_reply(head: Head) -> bool:
    """Whether a mail that somebody answers begins above."""
    return any(_REPLY().search(row.line.text) for row in (*head.rows, *head.above[:_NEAR]))


_NEAR: Final = 8
_REPLY: Final = pattern(
    r"-{2,}\s?(?:Original|Ursprüngliche|Message d'origine|Mensaje original|Messaggio originale|Исходное)"
    r"|\b(?:wrote|schrieb\b.{0,60}|a écrit|escribió|ha scritto|escreveu|пишет|написал)\s?:$"
)


def _start(text: str, head: Head, model: Head) -> int | None:
    """Where the document with this header begins, if the header is like that of the model; else None."""
    rows = head.rows[-len(model.rows) :]
    place = next((place for place, row in enumerate(rows) if name_of(row) == model.opening), None)
    if place is None or head.title_below != model.title_below or head.quoted != model.quoted:
        return None
    above = (*reversed(head.rows[: len(head.rows) - len(rows) + place]), *head.above)
    if any(_ANNEX().match(row.line.text) for row in above[:_TITLE_ROWS]):
        return None
    mail = list(takewhile(_is_mail, above))
    if mail and not any(map(_is_mail, model.above)):
        return None
    top = rows[place]
    if mail:
        top = mail[-1]
    elif not model.is_complete_above:
        top = _title_top(text, above) or top
        if top is rows[place]:
            return None
    elif not (top.line.gap or not above or _is_parted(text, above[0], top)):
        return None
    return text.rfind("\n", 0, top.line.start) + 1


_TITLE_ROWS: Final = 4
_ANNEX: Final = pattern(
    r"(?:ann?ex[eo]?|appendix|anhang|anlage|allegato|apéndice|приложение|додаток|ek)\b|ملحق|附录|附錄|付録|別紙",
    re.IGNORECASE,
)


def _is_mail(row: Row) -> bool:
    """Whether a line is of the header of a mail."""
    return row.wrapper and bool(_MAIL().match(row.line.text))


_MAIL: Final = pattern(r"[A-Z][\w-]{1,30}\s?:|From \S+@|-{2,}\s?(?:Forwarded|Begin)|Begin ")


def _title_top(text: str, above: Sequence[Row]) -> Row | None:
    """The first line of what stands above with one title in it, if a rule or an end mark parts it from the rest."""
    titles, is_inside = 0, False
    for row, following in pairwise(above[: _TITLE_ROWS + 1]):
        titles += not (row.is_core or is_inside)
        is_inside = not (row.is_core or row.line.gap)
        if titles > 1 or not is_title(row):
            return None
        if _is_parted(text, following, row) or _END().fullmatch(following.line.text):
            return row
    return None


def _is_parted(text: str, upper: Row, lower: Row) -> bool:
    """Whether a rule or a new page stands between two lines."""
    return bool(_RULE().search(text, upper.line.end, lower.line.start))


_RULE: Final = pattern(r"([-=_*#~+])(?:[ \t]{0,3}\1){2,}|\f")
_END: Final = pattern(
    r"\W{0,5}(?:ends?|fin|fine(?: del comunicato)?|ende|конец|кінець"
    r"|public document|document public|documento público)[\s/*#.]{0,20}",
    re.IGNORECASE,
)
