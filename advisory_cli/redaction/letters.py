"""A text as it is compared: letters and digits alone, without case, accents and all that stands between them.

Each letter knows where it stands. Entities, percent signs and escapes can be read as what they say.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from html import unescape
from typing import Final, NamedTuple
from unicodedata import category, normalize
from urllib.parse import unquote

from advisory_cli.text import fold

BLOCK: Final = "█████"
"""Stands for a passage, however long it is. Counts as a letter, so that nothing is joined over it."""


class Letters(NamedTuple):
    """The letters of a text, each with its first and behind its last character there."""

    text: str
    starts: list[int]
    ends: list[int]
    gaps: list[int]
    """Before which letters something stands that is none, in order."""
    line_ends: frozenset[int]
    """Before which of these a line ends."""

    def gaps_within(self, start: int, end: int) -> list[int]:
        """Places within a run of letters before which something stands."""
        return self.gaps[bisect_left(self.gaps, start + 1) : bisect_left(self.gaps, end)]


def letters_of(text: str) -> str:
    """The letters alone."""
    if text.isascii():  # most of what is looked through
        return text.encode().lower().translate(None, _NO_LETTERS).decode()
    return text.translate(_folds())


def read(text: str, *, escapes: bool = False) -> Letters:
    """The letters with their places; with `escapes` those that these stand for."""
    folds, letters = _folds(), list[str]()
    starts, ends, gaps, line_ends = list[int](), list[int](), list[int](), set[int]()
    gap = ""
    for start, end, plain in _pieces(text) if escapes else _characters(text, 0, len(text)):
        for char in plain:
            folded = folds[ord(char)]
            if not folded:
                gap = _gap_with(gap, char)
                continue
            if gap:
                gaps.append(len(letters))
                line_ends |= {len(letters)} if gap == "\n" else set()
                gap = ""
            for letter in folded:
                letters.append(letter)
                starts.append(start)
                ends.append(end)
    return Letters("".join(letters), starts, ends, gaps, frozenset(line_ends))


def plainer(text: str) -> str:
    """The text with entities, percent signs and escapes read as what they say."""
    return _escaped().sub(lambda match: _said(match[0]), text) if _ESCAPES.intersection(text) else text


_NO_LETTERS: Final = bytes(code for code in range(128) if not chr(code).isalnum())

_APOSTROPHES: Final = range(0x2B9, 0x2C0)
"""Those that Unicode counts as letters."""

_STEMS_OF_NOTES: Final = range(0x1D165, 0x1D173)
"""Of music: Unicode counts them as vowel signs."""

_ESCAPES: Final = frozenset("&%=\\")
"""What escapes begin with."""

_LINE_ENDS: Final = "\n\r\v\f\x85\u2028\u2029"

_HYPHENS: Final = "-\u2010\u2011\u00ac"

_EMPHASIS: Final = "*_"
"""What some write within words so that a part stands out."""

_FILLERS: Final = "\u115f\u1160\u3164\uffa0"
"""Letters that show nothing."""

_ALIKE: Final = str.maketrans("авекмнорстухіѕјһԁԛԝαβεζηικμνορτυχ", "abekmhopctyxisjhdqwabezhikmnoptyx")
"""Cyrillic and Greek letters that are drawn as Latin ones: all are compared as these."""


class _Folds(dict[int, str]):
    """What each character comes to, worked out when it is met first."""

    def __missing__(self, code: int) -> str:
        written_out = normalize("NFD", chr(code)).replace("\u0345", "ι")  # as capitals do: ᾳ, ΑΙ
        kept = (one for one in normalize("NFKD", fold(written_out)) if one.isalnum() or category(one) == "Mc")
        folded = "".join(one for one in kept if ord(one) not in _APOSTROPHES).translate(_ALIKE)
        self[code] = folded
        return folded


@cache
def _folds() -> _Folds:
    folds = _Folds(dict.fromkeys((*_APOSTROPHES, *_STEMS_OF_NOTES, *map(ord, _FILLERS)), ""))
    folds[ord(BLOCK[0])] = BLOCK[0]
    return folds


@cache
def _is_nothing(char: str) -> bool:
    """Soft hyphens, marks, joiners, control characters, emphasis: a word goes on behind them."""
    is_mark = category(char) in ("Cf", "Mn", "Me", "Cc") and char not in "\t" + _LINE_ENDS
    return is_mark or char in _EMPHASIS + _FILLERS


def _pieces(text: str) -> Iterator[tuple[int, int, str]]:
    """Stretches of the text with what they say; one character each, but for escapes."""
    last = 0
    for match in _escaped().finditer(text):
        yield from _characters(text, last, match.start())
        last = match.end()
        yield match.start(), last, _said(match[0])
    yield from _characters(text, last, len(text))


def _gap_with(gap: str, char: str) -> str:
    """What stands between two letters, and one more character: a blank behind a hyphen was the end of a line."""
    if gap == "\n" or _is_nothing(char):
        return gap
    if char in _LINE_ENDS or (gap == "-" and char.isspace()):
        return "\n"
    return "-" if char in _HYPHENS else " "


def _characters(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    return ((at, at + 1, text[at]) for at in range(start, end))


def _said(escape: str) -> str:
    """What an escape stands for; pairs of surrogates are one character."""
    if escape[0] == "&":
        return unescape(escape)
    if escape[0] in "%=":
        return unquote(escape.replace("=", "%"))
    codes = re.findall(r"\\[uU]\{?([0-9A-Fa-f]+)|\\x([0-9A-Fa-f]{2})|\\([nrt])", escape)
    said = "".join({"n": "\n", "r": "\r", "t": "\t"}.get(sign) or _char(wide or narrow) for wide, narrow, sign in codes)
    return said.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _char(code: str) -> str:
    number = int(code, 16)
    return chr(number) if number <= 0x10FFFF else "\ufffd"


@cache
def _escaped() -> re.Pattern[str]:
    """Each way begins with a sign of its own: the module `re` finds these at once."""
    coded = r"(?:u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|u\{[0-9A-Fa-f]{1,6}\}|x[0-9A-Fa-f]{2})"
    return re.compile(
        r"&(?:#[0-9]{1,8}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});?"
        r"|%[0-9A-Fa-f]{2}(?:%[0-9A-Fa-f]{2})*|=[0-9A-F]{2}(?:=[0-9A-F]{2})*"
        rf"|\\{coded}(?:\\{coded})*|\\[nrt]"
    )
