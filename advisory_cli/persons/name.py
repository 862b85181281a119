"""A printed name read apart: what is given, what is the family's, what is only a title."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from advisory_cli.parse.names import is_role, words_in
from advisory_cli.text import fold

LONGEST: Final = 200
"""Characters of a name; more is none."""


class Name(NamedTuple):
    """A full name. Initials end in a dot; a name in a script without blanks is all `family`."""

    printed: str
    given: tuple[str, ...]
    family: str
    """One word, particles and all: ``vanderBerg``."""
    titled: bool = False
    family_first: bool = False

    @property
    def is_plain(self) -> bool:
        """Without title, in the usual order, the first name in full."""
        return not (self.titled or self.family_first or (self.given and is_initial(self.given[0])))

    @property
    def key(self) -> tuple[str, ...]:
        """What spellings share that differ in order, case, accents and title alone."""
        return *map(fold, self.given), fold(self.family)


def tidy(printed: str) -> str:
    """A name as the index counts it: one line, at most so long, no halves of surrogate pairs, which JSON can hold."""
    return " ".join(printed[: LONGEST * 4].split())[:LONGEST].rstrip().encode("utf-8", "replace").decode()


def parse_name(printed: str) -> Name | None:
    """The full name that this is; None for a description, an office, or one word, which names many people."""
    head, comma, tail = printed.partition(",")
    words, titled = _untitled(head)
    behind, titled_behind = _untitled(tail)
    parts = [*words, *behind]
    if len(printed) >= LONGEST or not 1 <= len(parts) <= _MOST or not all(map(_is_part, parts)):
        return None
    if not words or fold(words[0]) in _ARTICLES or (len(parts) > 1 and any(map(is_role, (head, tail)))):
        return None
    if len(parts) == 1:
        return Name(printed, (), words[0], titled) if _unspaced().fullmatch(words[0]) else None
    if comma and behind and not all(fold(word) in _BEHIND for word in behind):
        first, last, family_first = behind, words, True
    else:
        first, last, family_first = _parted(parts)
    given, family = _with_particles(first, last)
    if not given or is_initial(family[-1]):
        return None
    house = "".join(_without_article(family))
    return Name(printed, tuple(given), house, titled or titled_behind, family_first)


def lone_word(printed: str) -> str | None:
    """The one word, folded, that stands for a person: ``Mr Dalhuisen``; None for more words and descriptions."""
    words = words_of(printed)
    return fold(words[0]) if len(words) == 1 and words[0][:1].isupper() and _is_part(words[0]) else None


def words_of(printed: str) -> list[str]:
    """The words of a name or description, titles left out; initials end in a dot."""
    return _untitled(printed)[0]


def is_initial(word: str) -> bool:
    """Whether this word of a name is only the beginning of one."""
    return word.endswith(".")


_MOST: Final = 8
"""Words of a name."""

_TITLES: Final = words_in(
    "mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend hon judge justice colonel col captain capt "
    "major ambassador senator president sheikh sheik imam ayatollah mme mlle monsieur madame maitre sr sra srta "
    "señor señora senor senora doctor doctora herr frau hr fru sig signor signora avv avvocato dott dottssa dra bay "
    "bayan sayin г-н г-жа д-р др проф доктор профессор господин госпожа пан пани السيد السيده الدكتور الدكتوره الشيخ "
    "gospodin gospodja drs ir daw"
)
"""What stands before a name and is no part of it, folded."""

_ARTICLES: Final = words_in("the a an la le les los las il lo gli der die das un une una ein eine os")

_PARTICLES: Final = words_in(
    "al el ul bin ibn bint ben abu van von de der den del della di da dos das do du la le ter ten zu af av"
)
"""Words of a family name in front of its last."""

_BEHIND: Final = frozenset(("jr", "sr", "ii", "iii"))
"""Words behind a family name that tell two people apart."""

_INITIAL: Final = 3
"""Letters at most of what is only the beginning of a name: ``Дж.``."""


def _untitled(printed: str) -> tuple[list[str], bool]:
    """The words without titles in front of them, of which at least one is left, and whether there was a title."""
    whole = printed[: LONGEST * 4].encode("utf-8", "ignore").decode()
    pieces = whole.replace(",", " ").translate(_PLAIN).split()
    at = 0
    while at + 1 < len(pieces) and fold(pieces[at]).strip(".") in _TITLES:
        at += 1
    return [word for piece in pieces[at:] for word in _words(piece)], at > 0


_PLAIN: Final = str.maketrans(dict.fromkeys("'’‘ʼ`´\u00ad\u200c") | dict.fromkeys("‐‑–—", "-"))


def _words(piece: str) -> list[str]:
    """``Jean-Pierre`` is two words, ``J.P.`` two initials."""
    return [_word(part) for part in _parts().findall(piece)]


def _word(part: str) -> str:
    bare = part.rstrip(".")
    begun = len(bare) == 1 and bare.isupper()
    return f"{bare}." if begun or (part != bare and len(bare) <= _INITIAL and fold(bare) not in _BEHIND) else bare


@cache
def _parts() -> re.Pattern[str]:
    return re.compile(r"[^\s.-]+\.?")


def _is_part(word: str) -> bool:
    """Whether this can be in a name: a capital, or a script without capitals, or a particle."""
    first = word[:1]
    caseless = first.lower() == first.upper() or "\u10d0" <= first <= "\u10ff"  # Georgian, written in small letters
    return first.isalpha() and (first.isupper() or caseless or word in _PARTICLES)


@cache
def _unspaced() -> re.Pattern[str]:
    return re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]{2,12}")


def _parted(words: list[str]) -> tuple[list[str], list[str], bool]:
    """Given and family names, and whether the family stood first: in capitals, or before initials."""
    capitals = next((at for at, word in enumerate(words) if len(word) < _INITIAL or not word.isupper()), len(words))
    if 0 < capitals < len(words) and not words[-1].isupper():
        return words[capitals:], words[:capitals], True
    if not is_initial(words[0]) and all(map(is_initial, words[1:])):
        return words[1:], words[:1], True
    return words[:-1], words[-1:], False


def _with_particles(given: Sequence[str], family: Sequence[str]) -> tuple[list[str], list[str]]:
    """Words that belong to the family name in front of it and behind it moved there."""
    names, house = list(given), list(family)
    while len(names) > 1 and (fold(names[-1]) in _PARTICLES or fold(house[0]) in _BEHIND):
        house.insert(0, names.pop())
    return names, house


def _without_article(family: Sequence[str]) -> Sequence[str]:
    """``al-Assad`` and ``Assad`` are one name."""
    return family[1:] if len(family) > 1 and fold(family[0]) in ("al", "el") else family
