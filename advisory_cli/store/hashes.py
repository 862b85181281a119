"""Very many hashes, each with a number, in the room of their bytes."""

from collections.abc import Iterator
from typing import Final


class Hashes:
    """SHA-256 hashes, and the number of the first revision that names each: 40 bytes for one, not 150."""

    def __init__(self) -> None:
        self._shelves = [bytearray() for _ in range(_SHELVES)]

    def add(self, sha256: bytes, number: int) -> None:
        """Take in a hash, if it is new."""
        shelf, at = self._find(sha256)
        if at < 0:
            shelf += sha256 + number.to_bytes(_NUMBER, "big")

    def number(self, sha256: bytes) -> int | None:
        """The number that it came with first; None if it never came."""
        shelf, at = self._find(sha256)
        return None if at < 0 else int.from_bytes(shelf[at + _HASH : at + _SIZE], "big") % (_SEEN_BYTE << 56)

    def see(self, sha256: bytes) -> None:
        """Leave a hash, if it is one of these, out of `unseen`."""
        shelf, at = self._find(sha256)
        if at >= 0:
            shelf[at + _HASH] |= _SEEN_BYTE

    def unseen(self) -> Iterator[tuple[bytes, int]]:
        """Hashes that were not seen, and their numbers, in the order of these."""
        found = (shelf[at : at + _SIZE] for shelf in self._shelves for at in range(0, len(shelf), _SIZE))
        waiting = sorted(bytes(one[_HASH:] + one[:_HASH]) for one in found if not one[_HASH] & _SEEN_BYTE)
        return ((one[_NUMBER:], int.from_bytes(one[:_NUMBER], "big")) for one in waiting)

    def _find(self, sha256: bytes) -> tuple[bytearray, int]:
        """The shelf of a hash and where on it the hash stands; -1 if it does not."""
        shelf = self._shelves[hash(sha256) % _SHELVES]
        at = shelf.find(sha256)
        while at > 0 and at % _SIZE:  # the end of one and the beginning of another
            at = shelf.find(sha256, at + 1)
        return shelf, at


_SHELVES: Final = 4096
_HASH: Final = 32
_NUMBER: Final = 8
_SIZE: Final = _HASH + _NUMBER
_SEEN_BYTE: Final = 0x80
"""In the first byte of a number, for none is so high: they have 18 digits at most."""
