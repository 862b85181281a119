"""What was said last of each of very many texts, in hardly more room than the bytes of it."""

from array import array
from bisect import bisect_left
from collections.abc import Iterator
from itertools import chain


class Latest:
    """Bytes by the number of a text. Numbers that come in order, as those of an archive do, cost least."""

    def __init__(self) -> None:
        self._numbers, self._begins, self._ends = array("q"), array("Q"), array("Q")
        self._said = bytearray()
        self._strays: dict[int, bytes] = {}

    def put(self, number: int, said: bytes) -> None:
        """Say this of a text, in place of what was said before; of no bytes that there is nothing to say."""
        at = bisect_left(self._numbers, number)
        if at == len(self._numbers) and -_MOST <= number < _MOST:
            self._numbers.append(number)
            self._begins.append(0)
            self._ends.append(0)
        elif at == len(self._numbers) or self._numbers[at] != number:
            self._strays[number] = said
            return
        self._begins[at] = len(self._said)
        self._said += said
        self._ends[at] = len(self._said)

    def __iter__(self) -> Iterator[tuple[int, bytes]]:
        spans = zip(self._numbers, self._begins, self._ends, strict=True)
        kept = ((number, bytes(self._said[begin:end])) for number, begin, end in spans)
        return ((number, said) for number, said in chain(kept, self._strays.items()) if said)


_MOST = 1 << 63
"""Beyond numbers that an array holds; a damaged file may have any."""
