"""How the texts of an archive write a word: what tells its ordinary words from names.

Names are met in other scripts and spellings, and misspelled. A word that an archive writes in small letters is known to
it: one that only sounds like it, or is a letter off, is another word, as ``treat`` is beside ``threat``.
"""

from collections.abc import Callable
from typing import NamedTuple

from advisory_cli.nearness.sounds import script


class Usage(NamedTuple):
    """How often a word stands in fields of texts, whatever its accents: in small letters, and otherwise."""

    small: int
    other: int
    """With capitals, or in letters that have none."""

    def __bool__(self) -> bool:
        """Whether a text has it."""
        return self.small + self.other > 0

    @property
    def is_ordinary(self) -> bool:
        """Whether it is no name: more often small than not."""
        return self.small > self.other


def is_small(word: str) -> bool:
    """Whether a word could begin with a capital and has none."""
    return word.islower() and word != word.title()


def is_taken(wanted: str, of_wanted: Usage, word: str, usage_of: Callable[[str], Usage]) -> bool:
    """Whether a word of texts that sounds or looks like the wanted one may be it.

    For a word that no text has, all are taken: it may be misspelled. For a name only names are, and in letters without
    capitals, where none can be told from words, only those of another script. For an ordinary word none.
    """
    if not of_wanted:
        return True
    if of_wanted.is_ordinary or (script(wanted) == script(word) and word.upper() == word.lower()):
        return False
    return not usage_of(word).is_ordinary
