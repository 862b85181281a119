"""Words of any script: split and fold them, cut a snippet around them, mark them.

Index, in-memory matcher and highlighting share these functions, so that they agree about what a word is.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from operator import add, itemgetter
from typing import Final, NamedTuple

Matches = Callable[[str], bool]
"""Says of a word as it stands in the text whether it is one of those looked for."""


class Word(NamedTuple):
    """A word of a text: NFC, and its span in the text as it stands there."""

    text: str
    start: int
    end: int


class Snippet(NamedTuple):
    """A passage of a text; `marks` are the character spans of the words looked for, in `text`."""

    text: str
    marks: tuple[tuple[int, int], ...]


def words(text: str) -> Iterator[Word]:
    """The words of a text in order.

    Letters, marks and digits make a word; a possessive ``'s`` belongs to none. Scripts that put no blanks between
    words give overlapping pairs of characters. Nothing longer than 200 characters: such runs fall into pieces.
    """
    compose = _composing(text)
    prepared = _prepared(text)
    for match in _pattern(prepared).finditer(prepared):
        start, end = match.span()
        if match.lastgroup == "unspaced" and end - start > 1:
            yield from (Word(compose(text[at : at + 2]), at, at + 2) for at in range(start, end - 1))
        else:
            yield Word(compose(match[0]), start, end)


def spellings(text: str) -> list[str]:
    """The words of a text without their places: the same words as `words` gives, only faster."""
    prepared = _prepared(text)
    if prepared.isascii() and max(map(len, quick := prepared.translate(_blanks()).split()), default=0) <= _LONGEST:
        return quick
    pattern = _pattern(prepared)
    found = _in_pairs(pattern.findall(prepared)) if pattern.groups else pattern.findall(prepared)
    compose = _composing(text)
    return found if compose is str else list(map(compose, found))


@lru_cache(maxsize=1 << 17)
def fold(word: str) -> str:
    """A word without case, accents and variants of letters: what words that are "the same" have in common.

    Never empty and never with a blank inside. Vowel signs of Indic scripts are kept: they make other words.
    """
    if word.isascii():
        return word.lower()
    if max(word) < _BEYOND_LETTERS:
        return word.translate(_each_letter()) or word
    return _folded(word) or word


def mark(text: str, matches: Matches) -> tuple[tuple[int, int], ...]:
    """The character spans of the words looked for; spans that touch are one."""
    return _joined((word.start, word.end) for word in words(text) if matches(word.text))


def snippet(text: str, matches: Matches, *, width: int = 200) -> Snippet:
    """The passage of at most `width` characters with most different words looked for; the beginning if there are none.

    Cut between words, with "…" where something was left out; all white space is single blanks.
    """
    return snippets(text, matches, count=1, width=width)[0]


def snippets(text: str, matches: Matches, *, count: int, width: int = 200) -> tuple[Snippet, ...]:
    """The best passage as `snippet` gives it, then the next best that share nothing with those before."""
    flat = " ".join(text.split())
    if len(flat) <= width:
        return (Snippet(flat, mark(flat, matches)),)
    room = width - 2
    found, places = _located(flat)
    wanted = [Word(word, *place) for word, place in zip(found, places, strict=True) if matches(word)]
    spans: list[tuple[int, int]] = []
    while len(spans) < count and (wanted or not spans):
        begin, end = _passage(places, _densest(wanted, room), room)
        begin, end = _beside(spans, begin, len(flat) if len(flat) - begin <= room else end or room)
        spans.append((begin, end))
        wanted = [word for word in wanted if word.end <= begin or word.start >= end]
    return tuple(_cut(flat, begin, end, matches) for begin, end in spans if begin < end)


_BEYOND_LETTERS: Final = "\u0700"
"""Up to here, from Latin to Arabic, each letter folds by itself, whatever stands beside it."""

_VIRAMA: Final = 9
"""Canonical combining class of the sign that joins Indic consonants."""

_LETTERS: Final = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ł": "l",
        "ħ": "h",
        "ŧ": "t",
        "ı": "i",
        "ə": "a",
        "ى": "ي",
        "ی": "ي",
        "ة": "ه",
        "ک": "ك",
        "ٱ": "ا",
        "ـ": None,
    }
)
"""Letters that Unicode does not take apart: Latin, then Arabic and Persian variants, then the stretching sign."""

_APOSTROPHES: Final = "'’‘ʼ＇`´"
_PLAINER: Final = tuple(zip("’‘“”–—…\u00a0", "''\"\"--. ", strict=True))
"""Signs that stand in nearly every text: without them most English is ASCII, which is quicker."""

UNSPACED: Final = (
    "\u0e01-\u0e3a\u0e40-\u0e4e\u0e50-\u0e59\u0e81-\u0edf"  # Thai, Lao
    "\u1000-\u1049\u1050-\u109d\u1780-\u17d3\u17d7\u17dc-\u17e9"  # Burmese, Khmer
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3041-\u3096\u3099\u309a\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff"
    "\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U0001b000-\U0001b16f\U00020000-\U0003ffff"
)
"""Letters of scripts that put no blanks between words."""

_LONGEST: Final = 200


class _EachLetter(dict[int, str]):
    """What each letter folds to, worked out when it is met first."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _folded(chr(code))
        return folded


@cache
def _each_letter() -> _EachLetter:
    return _EachLetter()


def _folded(word: str) -> str:
    """As `fold`, but empty where nothing but marks is there."""
    from unicodedata import combining, decimal, normalize

    bare = (char for char in normalize("NFKD", word) if not combining(char) or combining(char) == _VIRAMA)
    folded = "".join(bare).casefold().translate(_LETTERS)
    digits = (str(decimal(char, char)) if char.isdecimal() else char for char in normalize("NFKD", folded))
    return normalize("NFC", "".join("".join(digits).split()))


def _prepared(text: str) -> str:
    """The text with everything blanked that looks like part of a word and is none; lengths stay."""
    text = text.replace("_", " ")
    if not text.isascii():
        for sign, plain in _PLAINER:
            text = text.replace(sign, plain)
    if not any(sign in text for sign in _APOSTROPHES):
        return text
    return _possessive().sub("  ", text)


@cache
def _blanks() -> dict[int, str]:
    """Every ASCII sign that is in no word becomes a blank."""
    return {code: " " for code in range(128) if not chr(code).isalnum()}


def _pattern(prepared: str) -> re.Pattern[str]:
    if prepared.isascii() or not _beyond_simple().search(prepared):
        return _runs()
    return _runs(unspaced=bool(_unspaced().search(prepared)), marks=bool(_marks().search(prepared)))


def _in_pairs(runs: Iterable[tuple[str, str]]) -> list[str]:
    """What `_runs` finds with `unspaced` as words: such a run as its overlapping pairs, a single character as it is."""
    return [word for run, word in runs for word in (map(add, run, run[1:]) if len(run) > 1 else (run or word,))]


def _composing(text: str) -> Callable[[str], str]:
    """What makes a piece of this text NFC; nothing to do where the whole is, as nearly every text."""
    if text.isascii():
        return str
    from unicodedata import is_normalized, normalize

    return str if is_normalized("NFC", text) else lambda word: normalize("NFC", word)


@cache
def _possessive() -> re.Pattern[str]:
    return re.compile(rf"[{_APOSTROPHES}](?<=[^\W\d_].)[sS](?!\w)")


@cache
def _runs(*, unspaced: bool = False, marks: bool = False) -> re.Pattern[str]:
    """Runs of word characters. With `unspaced` those of such scripts apart; with `marks` combining marks in them.

    The module `re` counts marks as no part of a word, and the general pattern costs four times the simple one.
    """
    if unspaced and marks:
        other = rf"(?:(?![{UNSPACED}])[\w{_all_marks()}])"
    elif unspaced:
        other = rf"[^\W{UNSPACED}]"
    else:
        other = rf"[\w{_all_marks() if marks else ''}]"
    other += f"{{1,{_LONGEST}}}"
    return re.compile(rf"(?P<unspaced>[{UNSPACED}]+)|({other})" if unspaced else other)


@cache
def _beyond_simple() -> re.Pattern[str]:
    """Blocks that may have combining marks or no blanks between words; Latin, Greek, Cyrillic letters are in none.

    Said by what it is not: the module `re` takes as long to compile a class as it names characters.
    """
    return re.compile(
        "[^\x00-\u02ff\u0370-\u0482\u048a-\u0590\u10a0-\u135c\u1360-\u16ff\u1e00-\u20cf\u2100-\u2cee\u2cf2-\u2d7e"
        "\u3200-\u33ff]"
    )


@cache
def _unspaced() -> re.Pattern[str]:
    return re.compile(f"[{UNSPACED}]")


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(f"[{_all_marks()}]")


@cache
def _all_marks() -> str:
    from unicodedata import category

    blocks = (range(0x300, 0x3100), range(0xA66F, 0xAC00), range(0xFB1E, 0xFE30))
    found = "".join(chr(code) for block in blocks for code in block if category(chr(code))[0] == "M")
    return f"{found}\U00011100-\U00011102\U00011127-\U00011134\U0001e944-\U0001e94a"  # Chakma, Fulani; more are slow


@lru_cache(maxsize=1)
def _located(text: str) -> tuple[list[str], list[tuple[int, int]]]:
    """The words of a text and the span of each, as `words` gives them, only faster; a text is asked for twice."""
    prepared = _prepared(text)
    pattern = _pattern(prepared)
    if not pattern.groups:
        return spellings(text), [match.span() for match in pattern.finditer(prepared)]
    found = list(words(text))
    return [word.text for word in found], [(word.start, word.end) for word in found]


def _joined(spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _beside(spans: Iterable[tuple[int, int]], begin: int, end: int) -> tuple[int, int]:
    """What of a span lies outside of the others: what is behind one it begins in, and before one it reaches into."""
    for other_begin, other_end in sorted(spans):
        if other_begin <= begin < other_end:
            begin = other_end
        elif begin < other_begin < end:
            end = other_begin
    return begin, end


def _cut(flat: str, begin: int, end: int, matches: Matches) -> Snippet:
    passage = f"{'…' if begin else ''}{flat[begin:end].strip()}{'…' if end < len(flat) else ''}"
    return Snippet(passage, mark(passage, matches))


def _densest(found: Sequence[Word], room: int) -> Sequence[Word]:
    """The neighbours within `room` characters that are most different words, then most words, then first."""
    best: tuple[int, int, int] = (0, 0, 0)
    inside: Counter[str] = Counter()
    first = 0
    for last, word in enumerate(found):
        inside[fold(word.text)] += 1
        while word.end - found[first].start > room and first < last:
            gone = fold(found[first].text)
            inside[gone] -= 1
            if not inside[gone]:
                del inside[gone]
            first += 1
        best = max(best, (len(inside), last - first + 1, -first))
    return found[-best[2] : best[1] - best[2]]


def _passage(places: Sequence[tuple[int, int]], wanted: Sequence[Word], room: int) -> tuple[int, int]:
    """Begin and end of the passage around the words wanted; a third of what is left over goes before them.

    `places` are the spans of all words.
    """
    if not places:
        return 0, 0
    begin = 0
    if wanted:
        lead = max(0, room - (wanted[-1].end - wanted[0].start)) // 3
        after = bisect_left(places, wanted[0].start - lead, key=itemgetter(0))
        begin = places[after][0] if after else 0
    until = bisect_right(places, begin + room, key=itemgetter(1))
    end = places[until - 1][1] if until else 0
    return begin, end if end > begin else begin + room
