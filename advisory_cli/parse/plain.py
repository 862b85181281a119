"""A text as its header is read: marks without width left out, all blanks alike, accents joined to their letters."""

import re
from array import array
from collections.abc import Sequence
from io import StringIO
from typing import Final, NamedTuple

from advisory_cli.parse.lazy import pattern


class Plain(NamedTuple):
    """The text to read, and where its characters stand in the original (None: at the same places)."""

    text: str
    places: Sequence[int] | None = None

    def place(self, position: int) -> int:
        """The place in the original of a character, or of the end."""
        return self.places[position] if self.places else position


def plain(text: str) -> Plain:
    """Take out what a reader does not see; nearly every text stays as it is.

    ``=20`` at the end of a line is a blank that a mail program coded and an archive of a list did not decode.
    """
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    text = text.replace("\v", "\n").replace("\f", "\n")
    if "=20\n" in text:
        text = text.replace("=20\n", "   \n").replace("=\n", " \n")
    if "ranscript" in text[:_HEADER]:
        text = _PAGE_ONE().sub("\\g<1>  ", text[:_HEADER]) + text[_HEADER:]
    if _BROKEN_DATE().search(text, 0, _HEADER):
        text = _BROKEN_DATE().sub(_joined, text[:_HEADER]) + text[_HEADER:]
    if text.isascii():
        return Plain(text)
    for blank, usual in _BLANKS:
        text = text.replace(blank, usual)
    if not any(map(text.__contains__, _UNSEEN)) and _is_composed(text):
        return Plain(text)
    return _without_unseen(text)


_BLANKS: Final = (
    ("\u00a0", " "), ("\u202f", " "), ("\u2007", " "), ("\u2009", " "), ("\u2028", "\n"), ("\u2029", "\n"),
)  # fmt: skip
"""Blanks and breaks of typesetters, and what stands for them."""
_UNSEEN: Final = "\u00ad\u200b\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Soft hyphens, marks of direction, joints; not the marks that Persian and Hindi words are written with."""


_HEADER: Final = 2_000
_PAGE_ONE: Final = pattern(r"^(Transcript(?:ion)?[ \t]*\n\s{0,9})1 (?=[^\W\d_]{3,9}\s(?:19|20)\d\d\b)", re.MULTILINE)
"""The number of the first page, which viewers put before a month: ``1 October 1997``."""
_BROKEN_DATE: Final = pattern(r"\n(?<=[\w.]\n)(?=(?:[^\W\d_]{3,10}+\s)?(?:19|20)\d\d\b)")
_DAY: Final = pattern(r"(?<![\d/.])\d\d?\.?(?:\s(?:de\s)?(?P<month>[^\W\d_]{3,10}))?$")


def _joined(match: re.Match[str]) -> str:
    """A blank for the line break within a date (``28 May``, ``2018``); any other break stays."""
    line = match.string[max(0, match.start() - 20) : match.start()]
    following = match.string[match.end() : match.end() + 4]
    day = _DAY().search(line)
    return " " if day and bool(day["month"]) == following.isdecimal() else "\n"


def _is_composed(text: str) -> bool:
    from unicodedata import is_normalized

    return is_normalized("NFC", text)


def _without_unseen(text: str) -> Plain:
    """Each character once as it is read, and its place in four bytes: a list of places would be ten times the text."""
    from unicodedata import combining, normalize

    read, places = StringIO(), array("I")
    last = ""
    for place, character in enumerate(text):
        if character in _UNSEEN:
            continue
        if character >= "\u0300" and last and combining(character):
            joined = normalize("NFC", last + character)
            if len(joined) == 1:
                last = joined
                continue
        read.write(last)
        last = character
        places.append(place)
    read.write(last)
    places.append(len(text))
    return Plain(read.getvalue(), places)
