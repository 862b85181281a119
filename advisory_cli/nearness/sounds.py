"""Words by how they sound: names that are spelled differently in two scripts, or by two rules, have one key.

Zhanaozen, Janaozen, Жанаозен and Жаңаөзен are all ``janaozen``. In keys ``x`` is sh and ch, ``j`` is zh, j and dj,
``h`` is kh, ``k`` is q, ``v`` is w; doubled letters are one.
"""

import re
from functools import cache, lru_cache
from operator import eq
from typing import Final

from advisory_cli.nearness.stems import stem
from advisory_cli.text import fold

SHORTEST: Final = 3
LONGEST: Final = 40
"""Letters of words that are compared by their sound."""

NEAR_FROM: Final = 5
"""Letters of a key from which another spelling is looked for."""


@lru_cache(maxsize=1 << 15)
def sounds(word: str) -> frozenset[str]:
    """The keys of a word: more than one where accents or endings may be left out. None for numbers and short words.

    Words of scripts that are not spelled in Latin letters here are keys themselves, folded.
    """
    small = word.lower()
    if not SHORTEST <= len(small) <= LONGEST or not (small.isalpha() or _without_digits(small)):
        return frozenset()
    keys = {_NAMED.get(key, key) for key in _keys(small)}
    return frozenset(key for key in keys if SHORTEST <= len(key) <= LONGEST)


def is_named(key: str) -> bool:
    """Whether a key, however short, stands for one name alone."""
    return key in _NAMED.values()


def script(word: str) -> str:
    """Which script a word is written in, by its first letter: ``latin``, ``cyrillic``, ``abjad`` or another block."""
    first = word[:1]
    if first < "\u0370":
        return "latin"
    if "\u0400" <= first < "\u0530":
        return "cyrillic"
    if "\u0590" <= first < "\u0780":
        return "abjad"
    return "latin" if "\u1e00" <= first < "\u1f00" else f"{ord(first) >> 8:x}"


def coded(key: str) -> str:
    """A key so that few edits of it never touch its first sound, and o and u are one; short keys as they are."""
    if len(key) < NEAR_FROM:
        return key
    return _FIRST.get(key[0], key[0]) * 3 + key[1:].replace("o", "u")


def edits(coded_key: str) -> int:
    """How many letters of a key as `coded` may be wrong: inserted, left out, replaced or swapped."""
    return (len(coded_key) >= NEAR_FROM + 2) + (len(coded_key) >= _LONG + 2)


_LONG: Final = 9
"""Letters of a key from which two may be wrong."""

_FIRST: Final = {letter: group[0] for group in ("kg", "zsj", "vf", "ei", "uo") for letter in group}
"""First sounds that stand for each other, as in Gaddafi and Kadhafi."""

_ACCENTED: Final = str.maketrans(
    {"č": "ch", "ć": "ch", "š": "sh", "ş": "sh", "ș": "sh", "ś": "sh", "ž": "zh", "ż": "zh", "ç": "s", "ţ": "ts"}
    | {"đ": "dj"}
)
"""Latin letters whose accent is a sound."""

_TURKISH: Final = str.maketrans({"ç": "ch"})

_ENDINGS: Final = (("ien", "ia"), ("ie", "ia"), ("ic", "ich"))
"""How names end in other languages: Arménie and Armenien are Armenia, Milosevic is Milosevich."""

_ENDING_FROM: Final = 5
"""Letters of a name that may end so."""

_ARTICLE_FROM: Final = 8
"""Letters of a name that may begin with the Arabic article: Aljazeera is Jazeera."""

_SOFT: Final = "еию"
"""How names that end with я go on in Russian: Чечня, в Чечне."""

_NAMED: Final = {
    **dict.fromkeys(("kev", "kevi", "keva", "kevu", "kevom"), "kiv"),
    "lvov": "lviv",
    "axhabad": "axgabat",
    "ابو": "abu",
}
"""Keys of the few short names that states or scripts spell by no rule: Kiev is Kyiv, Lvov is Lviv."""

_LATIN: Final = (
    *((letters, "j") for letters in ("dsch", "dzh", "dj", "dz", "zh")),
    *((letters, "x") for letters in ("tsch", "shch", "sch", "szcz", "tch", "sh", "ch", "sz", "cz")),
    *(("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("ck", "k"), ("tz", "ts")),
    *(("ou", "u"), ("oo", "u"), ("ee", "i"), ("ce", "se"), ("ci", "si"), ("cy", "si")),
)
"""Letters that are one sound, in this order."""

_LATIN_CODES: Final = str.maketrans("cqwy", "kkvi")

_CYRILLIC: Final = dict(
    zip("абвгґдеёєжзийіїклмнопрстуўфхшчщыэәғқңөұүһј", "abvggdeeejziiiiklmnoprstuufhxxxieagknouuhi", strict=True)
) | {"ц": "ts", "ю": "iu", "я": "ia", "ъ": "", "ь": "", "љ": "l", "њ": "n", "ђ": "j", "ћ": "x", "џ": "j", "ѕ": "dz"}
_GREEK: Final = dict(zip("αβγδεζηθικλμνοπρσςτυφχω", "avgdezitiklmnoprsstifho", strict=True)) | {"ξ": "ks", "ψ": "ps"}
_GEORGIAN: Final = dict(zip("აბგდევზთიკლმნოპჟრსტუფქღყშჩჭხჯჰ", "abgdevztiklmnopjrstupkgkxxxhjh", strict=True)) | dict(
    zip("ცძწ", ("ts", "dz", "ts"), strict=True)
)
_ARMENIAN: Final = dict(
    zip("աբգդեզէըթժիլխկհղճմյնշոչպջռսվտրւփքօֆ", "abgdezeitjilhkhgxminxoxpjrsvtrvpkof", strict=True)
) | {"ծ": "ts", "ձ": "dz", "ց": "ts", "և": "ev"}
_OTHER: Final = _CYRILLIC | _GREEK | _GEORGIAN | _ARMENIAN
_OTHER_CODES: Final = {ord(letter): key for letter, key in _OTHER.items()}


def _keys(small: str) -> set[str]:
    """What a word in small letters sounds like, by the rules of all languages of its script."""
    if small.isascii():
        return _latin_keys(small)
    if script(small) == "cyrillic":
        return _cyrillic_keys(small)
    if small[0] in _OTHER:
        return {_other(small)}
    spelled = {small.translate(_ACCENTED), small.translate(_TURKISH).translate(_ACCENTED), small}
    return {key for word in spelled for key in _latin_keys(fold(word))}


def _latin_keys(word: str) -> set[str]:
    keys = {_latin(word)}
    if word.startswith(("ch", "kh")):  # as in Chodorkowski, Khadafi
        keys.add(_latin("hk"[word[0] == "k"] + word[2:]))
    if len(word) >= _ARTICLE_FROM and word.startswith("al") and word[2] not in "aeioul":
        keys.add(_latin(word[2:]))
    return keys


def _cyrillic_keys(word: str) -> set[str]:
    keys = {_other(word), _other(stem(word, "ru") or word)}
    if word[-1] in _SOFT and len(word) >= _ENDING_FROM:
        keys.add(_other(f"{word[:-1]}я"))
    return keys


def _without_digits(word: str) -> bool:
    """For words with marks, which are no letters to Python."""
    return not any(map(str.isdigit, word))


def _latin(word: str) -> str:
    if not word.isascii():
        return word
    word = word.replace("x", "ks")
    for ending, other in _ENDINGS if len(word) >= _ENDING_FROM else ():
        if word.endswith(ending):
            word = word.removesuffix(ending) + other
            break
    for letters, sound in _LATIN:
        if letters in word:
            word = word.replace(letters, sound)
    return _settled(word.translate(_LATIN_CODES))


def _other(word: str) -> str:
    """The key of a word whose letters each have a sound of their own; the word itself if one has none."""
    key = word.translate(_OTHER_CODES)
    key = key if key.isascii() else fold(key).translate(_OTHER_CODES)
    return _settled(key.replace("dj", "j").replace("dz", "j")) if key.isascii() else key


def _settled(key: str) -> str:
    if any(map(eq, key, key[1:])):
        key = _doubled().sub(r"\1", key)
    return key.replace("ie", "e")


@cache
def _doubled() -> re.Pattern[str]:
    return re.compile(r"(.)\1+")
