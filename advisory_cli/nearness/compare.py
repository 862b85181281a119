"""The one comparison of two words, from the same letters to another spelling."""

from functools import lru_cache
from itertools import product
from typing import Final

from advisory_cli.nearness.consonants import edits as wrong_consonants
from advisory_cli.nearness.consonants import misfits, skeleton, skeletons
from advisory_cli.nearness.kind import Kind
from advisory_cli.nearness.sounds import coded, edits, is_named, script, sounds
from advisory_cli.nearness.stems import stem
from advisory_cli.nearness.usage import is_small
from advisory_cli.text import fold

SAME_SCRIPT_FROM: Final = 5
"""Letters of a key from which two words of one script are the same name."""


@lru_cache(maxsize=1 << 15)
def compare(wanted: str, word: str, language: str) -> Kind | None:
    """As `nearness`."""
    if wanted == word:
        return Kind.EXACT
    if fold(wanted) == fold(word):
        return Kind.FOLDED
    if same_stem(wanted, word, language):
        return Kind.STEM
    return sound_nearness(wanted, word)


def same_stem(wanted: str, word: str, language: str) -> bool:
    """Whether the words differ in their ending alone, by the rules of this language."""
    found = stem(wanted, language)
    return found is not None and found == stem(word, language)


def sound_nearness(wanted: str, word: str) -> Kind | None:
    """Whether two words that are written differently sound alike (`SCRIPT`) or nearly (`NEAR`).

    Rules of spelling are for names: what stands in small letters in the text, as ``sense`` beside ``science``, is near
    only by its letters.
    """
    if script(wanted) == script(word) and is_small(word):
        return Kind.NEAR if _is_near(wanted, word) and _is_misspelled(fold(wanted), fold(word)) else None
    if _is_same_sound(wanted, word):
        return Kind.SCRIPT
    wrong = abjad_misfits(wanted, word)
    if wrong is not None:
        return (Kind.SCRIPT, Kind.NEAR)[wrong]
    return Kind.NEAR if _is_near(wanted, word) else None


def abjad_misfits(wanted: str, word: str) -> int | None:
    """0 or 1 sounds by which a word in Arabic or Hebrew letters differs from one in others; None if it is more."""
    if (script(wanted) == "abjad") == (script(word) == "abjad"):
        return None
    abjad, other = (wanted, word) if script(wanted) == "abjad" else (word, wanted)
    return min((wrong for key in sounds(other) if (wrong := _misfits(abjad, key)) is not None), default=None)


def differ_by(one: str, other: str, most: int) -> bool:
    """Whether so many edits make one word of the other: insert, leave out, replace, swap two neighbours.

    Two edits at most are tried one by one: a library takes longer to load than this takes for a page of results.
    """
    same = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    one, other = one[same:], other[same:]
    if not (one and other and most):
        return len(one) + len(other) <= most
    return (
        differ_by(one[1:], other, most - 1)
        or differ_by(one, other[1:], most - 1)
        or differ_by(one[1:], other[1:], most - 1)
        or (one[:2] == other[1::-1] and len(one) > 1 and differ_by(one[2:], other[2:], most - 1))
    )


def _is_misspelled(wanted: str, word: str) -> bool:
    """Whether as few letters are wrong as may be in a key of that length."""
    return differ_by(wanted, word, edits(coded(wanted)))


def _is_same_sound(wanted: str, word: str) -> bool:
    """Whether two words have a key in common; in one script only long ones, as short words are alike by chance."""
    shared = sounds(wanted) & sounds(word)
    if not shared or script(wanted) != script(word):
        return bool(shared)
    return max(map(len, shared)) >= SAME_SCRIPT_FROM or any(map(is_named, shared)) or _bare(wanted) == _bare(word)


def _bare(word: str) -> str:
    """A word without what languages spell in two ways: Iraq and Irak, Abu and Abou, Asad and Assad."""
    bare = fold(word).replace("q", "k").replace("ou", "u")
    pairs = zip(bare, f" {bare}", strict=False)
    return "".join(letter for letter, before in pairs if letter != before or letter in "aeiou")


def _misfits(abjad: str, key: str) -> int | None:
    """As `misfits`, where the skeletons are near enough to be looked up."""
    bones = skeleton(key)
    if not bones:
        return None
    others = skeletons(abjad)
    if not any(_within(bones, other, wrong_consonants(bones)) for other in others):
        return None
    wrong = misfits(abjad, key)
    return wrong if wrong <= wrong_consonants(bones) else None


def _is_near(wanted: str, word: str) -> bool:
    pairs = product(map(coded, sounds(wanted)), map(coded, sounds(word)))
    return any(_within(one, other, most) for one, other in pairs if (most := edits(one)))


def _within(one: str, other: str, most: int) -> bool:
    """Whether two keys, which are never near with different beginnings, are so few edits apart."""
    if one[0] != other[0] or abs(len(one) - len(other)) > most:
        return False
    return differ_by(one, other, most)
