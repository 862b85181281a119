"""Hits in the room of numbers: an archive of a million texts is listed whole."""

from array import array
from collections.abc import Iterable, Sequence
from typing import overload

from advisory_cli.ports import Hit, Place


class Gathered(Sequence[Hit]):
    """Hits in their order; each is made when it is looked at."""

    def __init__(self, hits: Iterable[Hit] = ()) -> None:
        self._offsets, self._lengths = array("Q"), array("Q")
        self._scores, self._kinds = array("d"), array("B")
        self._names: list[str] = []
        for (offset, length), score, matched in hits:
            self._offsets.append(offset)
            self._lengths.append(length)
            self._scores.append(score)
            if matched not in self._names:
                self._names.append(matched)
            self._kinds.append(self._names.index(matched))

    def __len__(self) -> int:
        return len(self._offsets)

    @overload
    def __getitem__(self, at: int) -> Hit: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Hit, ...]: ...
    def __getitem__(self, at: int | slice) -> Hit | tuple[Hit, ...]:
        if isinstance(at, slice):
            return tuple(self[place] for place in range(*at.indices(len(self))))
        return Hit(Place(self._offsets[at], self._lengths[at]), self._scores[at], self._names[self._kinds[at]])
