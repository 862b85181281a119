"""The end of the archive, with its keys in memory: who adds many does not look through the file for each."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple, Self
from zlib import crc32

from advisory_cli.ports import Key, Keys, Place, SearchIndex, Store


class Tail:
    """What the index does not cover, and whatever is written from now on; some 50 bytes of memory a revision."""

    KEYS: frozenset[Key] = frozenset({"reference", "sha256", "first"})
    """What can be looked up."""

    def __init__(self, store: Store, index: SearchIndex) -> None:
        self._store = store
        self._index = index
        self._begin(index.covered(store))

    def catch_up(self) -> None:
        """Take in what was written since, by whomever; begin anew where index or archive are not what they were."""
        covered = self._index.covered(self._store)
        if covered < self.start or not self._fits():
            self._begin(covered)
        for keys in self._store.keys(self._end):
            self._take(keys)
        self._check_sum = crc32(self._store.raw(self._last)) if self._last else 0

    def places(self, key: Key, value: str | int) -> list[Place]:
        """Revisions that may have that value under that key, oldest first; hardly ever one that has not."""
        hashed = _hashed(key, value)
        rows = [row for packed in self._packed for row in packed.rows(hashed)] + self._found.get(hashed, [])
        if key == "first" and (row := self._row(int(value))) is not None:
            rows.insert(0, row)
        return [Place(self._offsets[row], self._lengths[row]) for row in rows]

    def _begin(self, covered: int) -> None:
        self.start = self._end = covered
        self._last: Place | None = None
        self._check_sum = 0
        self._ids, self._offsets, self._lengths = array("Q"), array("Q"), array("Q")
        self._found: dict[int, list[int]] = {}
        self._packed: list[_Packed] = []

    def _fits(self) -> bool:
        """Whether what was taken in is still where it was."""
        if self._last is None:
            return self._store.end() >= self.start
        return crc32(self._store.raw(self._last)) == self._check_sum

    def _take(self, keys: Keys) -> None:
        row = len(self._ids)
        self._ids.append(keys.id)
        self._offsets.append(keys.place.offset)
        self._lengths.append(keys.place.length)
        if keys.first != keys.id:
            self._note("first", keys.first, row)
        if keys.reference:
            self._note("reference", keys.reference, row)
        if keys.sha256:
            self._note("sha256", keys.sha256, row)
        self._last = keys.place
        self._end = keys.place.offset + keys.place.length

    def _note(self, key: Key, value: str | int, row: int) -> None:
        self._found.setdefault(_hashed(key, value), []).append(row)
        if len(self._found) >= _LOOSE:
            self._packed.append(_Packed.of(self._found))
            self._found = {}

    def _row(self, number: int) -> int | None:
        """The row of the revision with that number: numbers go on upward."""
        row = bisect_left(self._ids, number)
        return row if row < len(self._ids) and self._ids[row] == number else None


class _Packed(NamedTuple):
    """Keys and their rows, in order: a tenth of the memory of a dictionary."""

    keys: "array[int]"
    owners: "array[int]"

    @classmethod
    def of(cls, found: Mapping[int, Sequence[int]]) -> Self:
        pairs = sorted((hashed, row) for hashed, rows in found.items() for row in rows)
        return cls(array("Q", (hashed for hashed, _ in pairs)), array("Q", (row for _, row in pairs)))

    def rows(self, hashed: int) -> Sequence[int]:
        return self.owners[bisect_left(self.keys, hashed) : bisect_right(self.keys, hashed)]


_LOOSE: Final = 1 << 16
"""Keys that are held in a dictionary before they are packed."""


def _hashed(key: Key, value: str | int) -> int:
    """A key as a number; two that meet are told apart by reading the revision."""
    return hash((key, value)) & 0xFFFF_FFFF_FFFF_FFFF
