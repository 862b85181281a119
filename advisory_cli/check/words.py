"""The words of a whole text: what they are compared by is kept, all else is read again where it is asked for."""

from array import array
from collections.abc import Collection, Iterator
from itertools import islice, pairwise
from sys import intern
from typing import Final

from advisory_cli.check.tokens import Token, places, token_at

Pair = tuple[str, str]
"""Two neighbours, by their keys."""


class Words:
    """The words of a text, a dozen bytes for each: texts may be as long as books."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.keys: list[str] = []
        self._starts = array("L")
        for start, key in places(text):
            self._starts.append(start)
            self.keys.append(intern(key))

    def __len__(self) -> int:
        return len(self.keys)

    def token(self, at: int) -> Token:
        """The word with that number."""
        following = self._starts[at + 1] if at + 1 < len(self.keys) else len(self.text)
        return token_at(self.text, self._starts[at], following)

    def start(self, at: int) -> int:
        """Where a word begins; behind the last one the end of the text."""
        return self._starts[at] if at < len(self.keys) else len(self.text)

    def raw(self, start: int, end: int) -> str:
        """The text from one word up to another, without what stands around them."""
        return self.text[self._starts[start] : self.token(end - 1).end] if start < end else ""

    def pairs(self, wanted: Collection[Pair]) -> dict[Pair, list[int]]:
        """Where these pairs of neighbours stand, counted in words."""
        found: dict[Pair, list[int]] = {}
        for at, pair in enumerate(pairwise(self.keys)):
            if pair in wanted:
                found.setdefault(pair, []).append(at)
        return found

    def rows(self, row: list[str]) -> list[int]:
        """Where these words stand one behind the other, the first places."""
        telling = max(range(len(row)), key=lambda at: len(row[at]))
        return list(islice(self._rows(row, telling), _MOST_PLACES))

    def _rows(self, row: list[str], telling: int) -> Iterator[int]:
        at = telling - 1
        try:
            while True:
                at = self.keys.index(row[telling], at + 1)
                if self.keys[at - telling : at - telling + len(row)] == row:
                    yield at - telling
        except ValueError:  # no more of them
            return


_MOST_PLACES: Final = 20
"""Places of a row that are looked at: in a text that says one thing again and again all are alike."""
