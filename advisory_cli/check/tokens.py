"""Words of a text as quotations are compared by them: marks, hyphens at line ends and white space do not count."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple
from unicodedata import normalize

from advisory_cli.text import fold


class Token(NamedTuple):
    """A word, or a character of a script without blanks, and its span in the text."""

    key: str
    """Folded: by which words are found to be the same."""
    text: str
    """Its letters, whatever apostrophe or hyphen was used."""
    start: int
    end: int
    stop: str
    """Punctuation behind it as far as it says something: ``.`` for the end of a sentence, ``?``, ``,``."""
    stem: str = ""
    """What stands outside of brackets within the word, as in ``want[ed]``."""


def tokens(text: str) -> list[Token]:
    """The words of a text in order."""
    return [_token(text, match, end) for match, end in _with_ends(_word().finditer(text), len(text))]


def places(text: str) -> Iterator[tuple[int, str]]:
    """Where each word begins, and its key; no more, for long texts."""
    return ((match.start(), fold(_letters(match[0]))) for match in _word().finditer(text))


def token_at(text: str, start: int, following: int) -> Token:
    """The word that begins at a place, where `following` is the place of the next one."""
    match = _word().match(text, start)
    if match is None:
        raise IndexError(start)
    return _token(text, match, following)


class Marked(NamedTuple):
    """A quotation taken apart: its words, and what was put for words of the original."""

    tokens: list[Token]
    signs: dict[int, list[str]]
    """Ellipses and insertions in brackets as they stand, by the number of the word they stand before."""


def marked_tokens(text: str) -> Marked:
    """The words of a quotation without insertions such as ``[sic]``, which no original has."""
    found = Marked([], {})
    for match, end in _with_ends(_sign_or_word().finditer(text), len(text)):
        if match["sign"]:
            found.signs.setdefault(len(found.tokens), []).append(match[0])
        else:
            found.tokens.append(_token(text, match, end))
    return found


def is_character(word: str) -> bool:
    """Whether a word may be a single character of a script that puts no blanks between words: it says less."""
    return "\u0e00" <= word[:1] <= "\uffef"


def is_ellipsis(sign: str) -> bool:
    """Whether it stands for words that were left out."""
    return not any(char.isalnum() for char in sign) and ("…" in sign or ".." in sign.replace(" ", ""))


def plain(text: str) -> str:
    """In one line, words that were parted at its end in one piece."""
    return " ".join(_set_off().sub("\n", _parted().sub("", text)).split())


_LETTER: Final = (
    r"[^\s\x00-/:-@\[-`{-\xa9\xab\xac\xae-\xb4\xb6-\xb9\xbb-\xbf\u2010-\u2027\u2030-\u205e\u2070-\u209f\u3000-\u3004"
    r"\u3008-\u3020\u3030\u30fb\uff01-\uff0f\uff1a-\uff20،؛؟۔।॥]"
)
"""All but white space and punctuation, so that the vowel signs of all scripts are part of words."""
_SINGLE: Final = "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
"""Characters of scripts that put no blanks between words."""
_HYPHENS: Final = "-\u2010\u2011\xad"
_AT_LINE_END: Final = rf"[{_HYPHENS}\xac][ \t]{{0,8}}\n[ \t>]{{0,16}}"
_RUN: Final = (
    rf"(?:(?!{_SINGLE}){_LETTER})++(?:(?:['’ʼ‘´`＇][{_HYPHENS}]?|[{_HYPHENS}](?=[^\W\d])|{_AT_LINE_END}(?=[^\W\d]))"
    rf"(?:(?!{_SINGLE}){_LETTER})++)*+"
)
_BRACKETED: Final = rf"{_LETTER}*+(?:\[{_LETTER}{{1,15}}+\]{_LETTER}++|(?<!\s)(?<!^)\[{_LETTER}{{1,15}}+\])"
_DOTS: Final = r"…|\.[ \xa0]?\.[ \xa0]?\.+"
_SIGN: Final = rf"\[\s*(?:{_DOTS})\s*\]|\(\s*(?:{_DOTS})\s*\)|(?:{_DOTS})|(?<!\w)\[[^\[\]]{{1,200}}\](?!\w)"
_INVISIBLE: Final = dict.fromkeys((0xAD, 0xFEFF, *range(0x200B, 0x2010), *range(0x2060, 0x2065)))
_PLAIN_LETTERS: Final = str.maketrans("’ʼ‘´`＇", "''''''")
_STOPS: Final = {
    **dict.fromkeys(".!。｡۔।॥！…", "."),
    **dict.fromkeys("?؟？", "?"),
    **dict.fromkeys(",،、，;؛；:：", ","),
}
_SHORT: Final = 3
"""Letters of words such as ``Gen.``, whose dot ends no sentence."""


@cache
def _word() -> re.Pattern[str]:
    return re.compile(rf"{_SINGLE}|{_RUN}")


@cache
def _sign_or_word() -> re.Pattern[str]:
    return re.compile(rf"(?P<sign>{_SIGN})|{_BRACKETED}|{_SINGLE}|{_RUN}")


@cache
def _parted() -> re.Pattern[str]:
    return re.compile(rf"(?<=\w){_AT_LINE_END}(?=[^\W\d])")


@cache
def _set_off() -> re.Pattern[str]:
    """What stands before the lines of a block quotation."""
    return re.compile(r"\n[ \t]{0,16}>[ \t>]{0,16}")


@cache
def _hyphens() -> re.Pattern[str]:
    return re.compile(rf"{_AT_LINE_END}|[{_HYPHENS}\[\]]")


def _with_ends(matches: Iterable[re.Match[str]], end: int) -> Iterator[tuple[re.Match[str], int]]:
    """Each with where the next one begins."""
    for match, following in pairwise((*matches, None)):
        if match:
            yield match, following.start() if following else end


def _token(text: str, match: re.Match[str], following: int) -> Token:
    word, end = _letters(match[0]), match.end()
    stem = re.sub(r"\[.*?\]", "", match[0]) if "[" in match[0] else ""
    return Token(fold(word), word, match.start(), end, _stop(word, text, end, following), stem)


def _letters(word: str) -> str:
    """A word as it is compared: without hyphens and what is invisible, apostrophes of one kind."""
    if word.isascii() and word.isalnum():
        return word
    plainer = _hyphens().sub("", word).translate(_PLAIN_LETTERS).translate(_INVISIBLE)
    return normalize("NFKC", plainer) or word


def _stop(word: str, text: str, end: int, following: int) -> str:
    """What the signs up to the next word say; a dot behind a short name or before a small letter ends nothing."""
    if text.startswith(" ", end) and following == end + 1:
        return ""
    signs = text[end : min(following, end + _FAR)]
    if "\n\n" in signs:
        return "."
    stop = next((_STOPS[char] for char in signs if char in _STOPS), "")
    after = text[following : following + 1]
    if stop == "." and (after.islower() or (signs[:1] == "." and len(word) <= _SHORT and word[:1].isupper())):
        return ","
    return stop


_FAR: Final = 40
"""Signs behind a word that are looked at."""
