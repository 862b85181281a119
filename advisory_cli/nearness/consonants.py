"""Names in Arabic, Persian or Hebrew letters, which write few vowels, beside the same names in other scripts.

Both are found by their consonants; then every written letter is laid beside the sounds of the other word.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import islice, product
from typing import Final

from advisory_cli.nearness.stems import without_article
from advisory_cli.text import fold

LONGEST: Final = 40

FEWEST: Final = 3
"""Consonants that must agree; a vowel at the beginning counts as one."""

NEAR_FROM: Final = 4
"""Consonants from which one sound may be wrong."""


@lru_cache(maxsize=1 << 14)
def skeletons(word: str) -> frozenset[str]:
    """What consonants a word in Arabic or Hebrew letters may stand for."""
    letters = _letters(word)
    if not letters:
        return frozenset()
    first = ("A", "F") if letters[0] in "وו" else (_READINGS.get(letters[0]) or "A")
    found = islice(product(first, *map(_consonants, letters[1:])), _MOST_SKELETONS)
    return frozenset(coded for coded in map(_coded, map("".join, found)) if coded)


@lru_cache(maxsize=1 << 14)
def skeleton(key: str) -> str:
    """The consonants of a word of another script, given by its sound; empty if there are too few."""
    if not key.isascii():
        return ""
    return _coded(("A" if key[:1] in _VOWELS else "") + key.translate(_CODES))


def edits(coded: str) -> int:
    """How many consonants of a skeleton may be wrong."""
    return int(len(coded) >= NEAR_FROM)


def misfits(word: str, key: str) -> int:
    """How many sounds must be changed until a word in Arabic or Hebrew letters reads like this key; 2 is many."""
    letters = _letters(word)
    if len(letters) > 2 * len(key) or len(key) > 2 * len(letters) + 2:
        return 2
    row = list(range(len(key) + 1))
    for place, letter in enumerate(letters):
        row = _next_row(row, letter, key, needless=_is_needless(letters, place))
    return min(2, row[-1])


_MOST_SKELETONS: Final = 8
_VOWELS: Final = "aeiou"

_CLASSES: Final = dict(zip("bpvfmndtlrszjxkgh", "BBFFMNDTLRSZJXKKH", strict=True))
"""Consonants of keys that are one to Arabic ears."""

_CODES: Final = {code: _CLASSES.get(chr(code)) for code in range(128)}

_READINGS: Final = {
    **dict(zip("بتحدرزسشصطغفقكلمنپچژگ", "BTHDRZSXSTKFKKLMNBXJK", strict=True)),
    "ث": "TS",
    "ج": "JK",
    "خ": "HK",
    "ذ": "DZ",
    "ض": "DZ",
    "ظ": "ZD",
    **dict(zip("גדזחטלמםנןסקרת", "KDZHTLMMNNSKRT", strict=True)),
    "ב": "BF",
    "כ": "KH",
    "ך": "KH",
    "פ": "BF",
    "ף": "BF",
    "צ": "SZ",
    "ץ": "SZ",
    "ש": "XS",
    "ۋ": "F",
    "ڭ": "N",
}
"""Classes that a consonant may stand for."""

_WRITTEN_VOWELS: Final = {
    "ا": "aeo",
    "א": "aeo",
    "و": "ouvf",
    "ו": "ouvf",
    "ي": "ie",
    "י": "ie",
    "ع": "aeiou",
    "ע": "aeiou",
    "ه": "aeh",
    "ה": "aeh",
    "ۇ": "ou",
    "ۆ": "o",
    "ۈ": "u",
    "ې": "ei",
    "ە": "ae",
}
"""Sounds that other letters may stand for."""


@lru_cache(maxsize=1 << 12)
def _letters(word: str) -> str:
    """The letters that count: folded, without article, doubled letters once, two letters for one sound as one."""
    bare = without_article(fold(word.removeprefix("ئ")))
    bare = bare.replace("تش", "ش").replace("دج", "ج").replace("ء", "")
    return "".join(letter for place, letter in enumerate(bare) if not place or letter != bare[place - 1])


def _consonants(letter: str) -> Sequence[str]:
    if letter in "وו":
        return ("", "F")
    if letter in "هה":
        return ("H", "")
    return tuple(_READINGS.get(letter, "")) or ("",)


def _coded(consonants: str) -> str:
    """A skeleton so that one edit never touches its beginning; a short one as it is."""
    if not FEWEST <= len(consonants) <= LONGEST:
        return ""
    return consonants[0] * 2 + consonants if len(consonants) >= NEAR_FROM else consonants


def _next_row(row: Sequence[int], letter: str, key: str, *, needless: bool) -> list[int]:
    """One more letter laid beside all beginnings of the key, as in any count of edits; unwritten vowels are free."""
    new = [row[0] + (not needless)]
    for place, sound in enumerate(key, 1):
        unwritten = new[-1] + (place == len(key) or sound not in _VOWELS)
        new.append(min(row[place] + (not needless), row[place - 1] + (not _reads(letter, sound)), unwritten))
    return new


def _reads(letter: str, sound: str) -> bool:
    return sound in _WRITTEN_VOWELS.get(letter, "") or _CLASSES.get(sound, "-") in _READINGS.get(letter, "")


def _is_needless(letters: str, place: int) -> bool:
    """Whether a letter may stand for nothing: a guttural, or what only carries the vowel at the beginning."""
    letter = letters[place]
    return letter in "عע" or (letter in "هה" and place == len(letters) - 1) or (place == 0 and letters[:1] in "اא")
