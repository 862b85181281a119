"""Who issued a document: whom its header, a notice, its imprint or its title names; never those of the story."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from advisory_cli.parse.field import Field
from advisory_cli.parse.pieces import Row, pieces_of, section_end
from advisory_cli.parse.subjects import is_country
from advisory_cli.parse.title import Title


def organisation_of(rows: Sequence[Row], text: str, *, title: Title | None, body_start: int) -> Field | None:
    """The organisation as printed, from the surest place; None where only the story speaks of one."""
    header = [row for row in rows if row.line.start < body_start]
    for piece in pieces_of([row for row in header if row.is_core], "organisation"):
        if piece.start < body_start:
            return Field(piece.value, (piece.start, piece.end))
    return _over_kind(header, title) or _in_notice(text) or _on_own_line(rows) or _in_title(title)


def names_organisation(words: str) -> bool:
    """Whether words name one of the organisations, in any language: ``researcher at Amnesty International``."""
    return any(map(words.__contains__, _STEMS))


def _over_kind(header: Sequence[Row], title: Title | None) -> Field | None:
    """The first line of a file, if the next names the kind: other organisations print themselves there too."""
    own = [row for row in header if not row.wrapper][:2]
    if len(own) < 2 or own[0].pieces or own[1].rest or (title and title.start == own[0].line.start):
        return None
    line = own[0].line
    named = 1 <= line.text.count(" ") <= 7 and not is_country(line.text) and own[1].has("kind")
    return Field(line.text, (line.start, line.end), "guessed") if named else None


def _in_notice(text: str) -> Field | None:
    """Who issues, publishes or posts the text, or presents itself: ``X is a movement``, ``X, 1 Easton Street``."""
    match = _notice_in(text, 0, _NOTICE_CHARACTERS)
    if not match and len(text) > _NOTICE_CHARACTERS:
        match = _notice_in(text, len(text) - _FOOT_CHARACTERS, len(text))
    if not match:
        return None
    start = next(match.start(name) for name in ("by", "at", "banner") if match[name])
    return Field(" ".join(text[start : match.end()].replace(">", " ").split()), (start, match.end()), "guessed")


def _notice_in(text: str, start: int, end: int) -> re.Match[str] | None:
    """The first notice of a stretch; only where a name and a word of notices stand, because the expression is slow."""
    for first, last in _stretches(sorted(_names_in(text, start, end))):
        left, right = max(start, first - _AROUND), min(end, last + _AROUND)
        if _may_be_notice(text[left:right]) and (match := _notice().search(text, left, right)):
            return match
    return None


def _may_be_notice(near: str) -> bool:
    return "Report" in near or any(map(near.lower().__contains__, _SIGNS))


_SIGNS: Final = (
    "published", "issued", "posted", "publié", "publie", "publicad", "pubblicat", "veröffentlicht", "herausgegeben",
    "©", "copyright", "(c)", "secretariat", "benenson", "easton", "movement", "لعام",
)  # fmt: skip
"""One of these stands in every notice in small letters, or else ``Report``."""


def _stretches(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last of places that stand near each other."""
    first = 0
    for at, place in enumerate(places):
        if at + 1 == len(places) or places[at + 1] - place > 2 * _AROUND:
            yield places[first], place
            first = at + 1


_AROUND: Final = 120


def _names_in(text: str, start: int, end: int) -> Iterator[int]:
    """Places of the names, by letters that all their spellings have."""
    for stem in _STEMS:
        at = text.find(stem, start, end)
        while at >= 0:
            yield at
            at = text.find(stem, at + len(stem), end)


_STEMS: Final = (
    "mnesty", "MNESTY", "mnist", "Anistia", "мнист", "мністія", "العفو", "Af Örg", "アムネスティ", "特赦",
    "Human Rights", "Reporters", "Front Line",
)  # fmt: skip
_NOTICE_CHARACTERS: Final = 12_000
_FOOT_CHARACTERS: Final = 2_000
_BLANK: Final = r"[\s>]+"
"""Between two words, which may stand on two lines of a quoted mail."""
_NAMES: Final = (
    "(?i:Amnesty International)|Amnist[íi]a Internacional|Anistia Internacional|Международная Амнистия"
    "|Міжнародна Амністія|منظمة العفو الدولية|Uluslararası Af Örgütü|アムネスティ・?インターナショナル"
    "|国际特赦组织|國際特赦組織"
    "|Human Rights Watch|Reporters (?:Without Borders|[Ss]ans [Ff]ronti[eè]res)|Front Line Defenders"
).replace(" ", _BLANK)


@cache
def _notice() -> re.Pattern[str]:
    verb = "published|issued|posted|publi[ée]e?|publicad[ao]|pubblicat[ao]|veröffentlicht|herausgegeben"
    when = r"(?: (?:(?:in|en|im|nel) )?(?:\w+ )?\d{4})?"
    issued = rf"(?i:(?:{verb}){when} (?:by|par|por|da|von) (?:the\s*)?(?:international secretariat of )?)"
    presented = r",? (?:International Secretariat|Peter Benenson|1 Easton|is an? (?:[\w-]+ ){0,3}movement\b)"
    issues, presents = issued.replace(" ", _BLANK), presented.replace(" ", _BLANK)
    return re.compile(
        rf"(?:{issues}|©\s?|(?i:copyright)\s+|\(c\)\s)(?P<by>{_NAMES})"
        rf"|(?P<at>(?:{_NAMES})(?: International Secretariat)?)(?={presents})"
        rf"|(?m:^)[\s>]*(?:تقرير\s)?(?P<banner>{_NAMES})(?=\s(?:Report|لعام)\s+(?:19|20)\d\d)"
    )


def _on_own_line(rows: Sequence[Row]) -> Field | None:
    """A line further down that is nothing but the name: imprints, signatures, the foot of a page."""
    for row in rows:
        if len(row.pieces) == 1 and not row.rest and row.has("organisation"):
            return Field(row.pieces[0].value, (row.pieces[0].start, row.pieces[0].end), "guessed")
    return None


def _in_title(title: Title | None) -> Field | None:
    """A title that names it: ``Aldrovandi: dichiarazione di Amnesty International Italia``."""
    match = _named().search(title.text) if title else None
    if not title or not match:
        return None
    return Field(title.text[match.start() : section_end(title.text, match.end())], None, "guessed")


@cache
def _named() -> re.Pattern[str]:
    return re.compile(_NAMES)
