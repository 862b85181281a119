"""Whether two names may be one person's, and what sets their spellings apart, in words."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import product
from typing import Final

from advisory_cli.nearness import Kind
from advisory_cli.nearness.compare import SAME_SCRIPT_FROM, sound_nearness
from advisory_cli.nearness.consonants import skeleton, skeletons
from advisory_cli.nearness.sounds import script, sounds
from advisory_cli.persons.name import Name, is_initial, words_of
from advisory_cli.text import fold


@lru_cache(maxsize=1 << 16)
def same_word(one: str, other: str) -> bool:
    """Whether two words are one name: but for case and accents, or by their sound in other scripts or romanisations."""
    if fold(one) == fold(other):
        return True
    scripts = {script(one.lower()), script(other.lower())}
    if len(scripts) > 1 and "abjad" in scripts:
        return sound_nearness(one, other) is Kind.SCRIPT
    if len(scripts) > 1:
        return bool(set(map(_spoken, _keys(one))) & set(map(_spoken, _keys(other))))
    return _same_key(one, other) >= SAME_SCRIPT_FROM


def same_sound(one: Name, other: Name) -> bool:
    """Whether all given names, as many, and the family name are the same words."""
    if len(one.given) != len(other.given):
        return False
    if not all(a == b if is_initial(a) or is_initial(b) else same_word(a, b) for a, b in _pairs(one, other)):
        return False
    if same_word(one.family, other.family):
        return True
    same_given = one.key[:-1] == other.key[:-1]
    return same_given and _same_key(one.family, other.family) >= _SAME_FAMILY_FROM


def near_sound(one: Name, other: Name) -> bool:
    """Whether two names that both agree with a third, in another script, may be two romanisations of it.

    Of given names only o and u may be exchanged: Salem is not Salim.
    """
    families_near = same_word(one.family, other.family) or sound_nearness(one.family, other.family) is not None
    givens_same = all(same_word(a, b) or not _rounded(a).isdisjoint(_rounded(b)) for a, b in _pairs(one, other))
    return len(one.given) == len(other.given) and families_near and givens_same


def shortened(one: Name, other: Name) -> bool:
    """Whether one is the other with initials, or without what stands between the first name and the family name."""
    longer = max(one.given, other.given, key=len)
    return (
        same_word(one.family, other.family)
        and all(_begins(a, b) or _begins(b, a) or same_word(a, b) for a, b in _pairs(one, other))
        and all(map(_is_spare, longer[min(len(one.given), len(other.given)) :]))
    )


def sound_keys(name: Name) -> Iterator[tuple[str, str]]:
    """Names with the same sound share one of these, unless one is in Arabic or Hebrew letters."""
    first = name.given[0]
    begins = {fold(first)} if is_initial(first) else set(map(_spoken, _keys(first)))
    return product(begins, set(map(_spoken, _keys(name.family))))


def bone_keys(name: Name) -> frozenset[str]:
    """Consonants that a family name shares with the same name in Arabic or Hebrew letters."""
    if script(name.family) == "abjad":
        return skeletons(name.family)
    return frozenset(map(skeleton, sounds(name.family))) - {""}


def initial_keys(name: Name) -> Iterator[tuple[str, str]]:
    """Names of which one is the other shortened share one of these."""
    first = name.given[0]
    begins = {fold(first)[:1], *(sound[:1] for sound in _sounds(first))}
    return product(begins, set(map(_spoken, _keys(name.family))))


def words_match(wanted: str, printed: str) -> bool:
    """Whether each word of `wanted` stands in a name, in any order; an initial stands for what begins so."""
    words = words_of(printed)
    asked = words_of(wanted)
    return bool(asked) and all(any(_begins(one, word) or same_word(one, word) for word in words) for one in asked)


def reasons(label: Name, other: Name) -> str:
    """What sets a spelling apart from the one that stands for the person: ``family name first, initials``."""
    return ", ".join(_reasons(label, other)) or "the same but for case, accents and signs"


_SAME_FAMILY_FROM: Final = 4
"""As `SAME_SCRIPT_FROM`, of family names behind the same given names."""

_PATRONYMICS: Final = ("ovich", "evich", "ovna", "evna", "ovych", "evych", "ович", "евич", "овна", "евна", "івна", "ич")


@lru_cache(maxsize=1 << 15)
def _keys(word: str) -> frozenset[str]:
    """How a whole word sounds; of Cyrillic words not what their stem does, as Иванова is not Иванов."""
    found = sounds(word)
    if not found:
        return frozenset((fold(word),))
    return frozenset((max(found, key=len),)) if script(word.lower()) == "cyrillic" else found


def _same_key(one: str, other: str) -> int:
    """How many letters the key has that two words of one script share."""
    if script(one.lower()) != script(other.lower()) or _doubled_end(one) != _doubled_end(other):
        return 0
    return max(map(len, _keys(one) & _keys(other)), default=0)


def _rounded(word: str) -> set[str]:
    """Long keys in which Moammar is Muammar."""
    return {key.replace("o", "u") for key in _keys(word) if len(key) >= SAME_SCRIPT_FROM}


def _spoken(key: str) -> str:
    """A key without what other scripts do not write: the h of John, the e of Pierre, s and z apart."""
    bare = _silent().sub("", key).replace("z", "s")
    return bare[:-1] if len(bare) > _MUTE and bare[-1] == "e" else bare


_MUTE: Final = 3
"""Letters of a key behind which an e may be mute."""


@cache
def _silent() -> re.Pattern[str]:
    return re.compile("h(?![aeiou])")


def _doubled_end(word: str) -> bool:
    """Whether it ends as Michelle does, and Michele does not."""
    bare = fold(word)
    return len(bare) > 2 and bare[-1] == "e" and bare[-2] == bare[-3]


def _pairs(one: Name, other: Name) -> Iterator[tuple[str, str]]:
    return zip(one.given, other.given, strict=False)


def _begins(initial: str, word: str) -> bool:
    """Whether a word begins with this initial, as it is written or as it sounds: ``J.`` and ``Дж.`` are John's."""
    if not is_initial(initial):
        return False
    if script(initial.lower()) == script(word.lower()):
        return fold(word).startswith(fold(initial).rstrip("."))
    return any(word.startswith(begun) for begun, word in product(_sounds(initial), _sounds(word)) if begun)


def _sounds(word: str) -> frozenset[str]:
    """As `_keys`; of an initial the sound of its letters, for which the key of a word that begins so is cut."""
    if not is_initial(word):
        return frozenset(map(_spoken, _keys(word)))
    rest = "bo" if fold(word)[0] in _A else "abo"
    return frozenset(key.removesuffix(rest) for key in _keys(word.rstrip(".") + rest))


_A: Final = "aа"
"""Latin and Cyrillic."""


def _is_spare(word: str) -> bool:
    """Whether a name may lack this word: an initial, a patronymic."""
    return is_initial(word) or fold(word).endswith(_PATRONYMICS)


def _reasons(label: Name, other: Name) -> Iterator[str]:
    if other.titled:
        yield "with a title"
    if other.family_first:
        yield "family name first"
    if script(other.family.lower()) != script(label.family.lower()):
        yield "in another script"
        return
    if _has_initials(label) != _has_initials(other):
        yield "with initials"
    if len(label.given) != len(other.given):
        yield "with and without a middle name"
    pairs = ((label.family, other.family), *_pairs(label, other))
    if any(fold(a) != fold(b) for a, b in pairs if not (is_initial(a) or is_initial(b))):
        yield "another spelling of the same sound"


def _has_initials(name: Name) -> bool:
    return any(map(is_initial, name.given))
