"""What marks look for: the letters of a passage, and what may stand between them."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from advisory_cli.errors import Misuse
from advisory_cli.model import Redaction
from advisory_cli.parse.names import is_role
from advisory_cli.persons.name import is_initial, lone_word, parse_name, words_of
from advisory_cli.redaction.letters import letters_of, read


class Wanted(NamedTuple):
    """A passage to be found in texts."""

    letters: str
    gaps: frozenset[int]
    """Before which letters something may stand: where it did, and between the figures of a number."""
    how: Literal["text", "number", "word"] = "text"
    """``number``: with all figures before it, for the country may be left out; ``word``: as a whole word."""
    reason: str | None = None


FEWEST: Final = 2
"""Letters or figures of a passage: a single one stands everywhere."""

LONGEST: Final = 10_000
"""Characters of a passage."""


def check_passage(text: str) -> str:
    """The passage; raises `Misuse` for one that nothing or everything would match."""
    if len(text) > LONGEST:
        raise Misuse(
            f"a passage has at most {LONGEST:,} characters, not {len(text):,}; mark a field, or several passages"
        )
    if len(letters_of(text)) < FEWEST:
        raise Misuse(
            f"{text!r} has fewer than {FEWEST} letters or figures, which stand everywhere; give a longer passage"
        )
    return text


@lru_cache(maxsize=64)
def wanted_by(marks: tuple[Redaction, ...]) -> tuple[Wanted, ...]:
    """What these marks look for by their texts, the longest first; what is said of fields is not in it."""
    found = {one: None for mark in marks if mark.text for one in _wanted(mark.text, mark.field, mark.reason)}
    return tuple(sorted(found, key=lambda one: -len(one.letters)))


def _wanted(text: str, field: str | None, reason: str | None) -> Iterator[Wanted]:
    yield from _spellings(text, reason)
    if field == "names" or (field == "contacts" and not _is_number(text)):
        for part in parts_of(text):
            yield Wanted(letters_of(_stem_of(part)), frozenset(), "word", reason)


def parts_of(name: str) -> Iterator[str]:
    """The words of the name of a person that stand for them elsewhere: ``Dalhuisen``; none of what is no name."""
    if parse_name(name) or lone_word(name):
        for word in words_of(name):
            if len(letters_of(word)) >= _PART and not is_initial(word) and not is_role(word) and not word[:1].islower():
                yield word.strip(",")


def _stem_of(word: str) -> str:
    """A name without the vowel in whose place other endings stand: ``Ахметова``, ``Ахметовой``."""
    return word[:-1] if len(word) >= _STEMMED and word[-1].lower() in _VOWELS else word


_STEMMED: Final = 5
_VOWELS: Final = "aeiouyаеиоуыьэюяй"

_PART: Final = 3
"""Letters of a part of a name: particles have less."""

_FIGURES: Final = 6
"""Figures from which on they are written in groups."""

_TAIL: Final = 7
"""Figures that all spellings of a telephone number have in common."""


def _spellings(text: str, reason: str | None) -> Iterator[Wanted]:
    for spelling in _written(text):
        letters = letters_of(spelling)
        if len(letters) < FEWEST:
            continue
        if _is_number(spelling):
            tail = letters[-max(_TAIL, len(letters) - 4) :]
            yield Wanted(tail, frozenset(range(len(tail))), "number", reason)
        else:
            figures = sum(map(str.isdigit, letters))
            pairs = range(1, len(letters)) if figures >= _FIGURES else ()
            between = (at for at in pairs if letters[at - 1].isdigit() and letters[at].isdigit())
            yield Wanted(letters, frozenset((*read(spelling).gaps, *between)), "text", reason)


def _written(text: str) -> Iterable[str]:
    """The text, and an address as it is spelt out: ``ana at example dot org``."""
    if "@" not in text:
        return (text,)
    at = text.replace("@", " at ")
    return text, at, at.replace(".", " dot "), text.replace(".", " dot ")


def _is_number(text: str) -> bool:
    """Whether it is a telephone number: seven figures or more, and nothing that is read."""
    letters = letters_of(text)
    return len(letters) >= _TAIL and letters.isdigit()
