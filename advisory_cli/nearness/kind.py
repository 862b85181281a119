"""The kinds of nearness, on their own: every query names them, few compare words."""

from enum import IntEnum


class Kind(IntEnum):
    """How near a word is to the one looked for, the nearest first."""

    EXACT = 0
    """As written."""
    FOLDED = 1
    """But for case and accents."""
    STEM = 2
    """Another ending, by the rules of the language of its text."""
    SCRIPT = 3
    """The same sound in another script, or by other rules of spelling it in Latin letters."""
    NEAR = 4
    """One or two letters off."""
