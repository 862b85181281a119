"""Words of the archive that stand in a manuscript as if they were its own."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from advisory_cli.check.holdings import Held, Holdings
from advisory_cli.check.manuscript import Manuscript
from advisory_cli.check.tokens import is_character, places, plain
from advisory_cli.check.values import Passage
from advisory_cli.check.words import Words
from advisory_cli.model import Advisory
from advisory_cli.text import spellings


class _Run(NamedTuple):
    """Words of the manuscript from `start` up to `end`, and texts that have them."""

    start: int
    end: int
    texts: tuple[Held, ...]


class Takings:
    """Looks for what one manuscript took over; `tell` is told how far."""

    def __init__(self, manuscript: Manuscript, holdings: Holdings, tell: Callable[[int], None]) -> None:
        self._tell = tell
        self._manuscript = manuscript
        self._holdings = holdings
        self._words = Words(manuscript.text)

    def passages(self) -> Iterator[Passage]:
        """Runs of words outside quotation marks that stand in few texts, none of which is named near them."""
        for start, end in self._unquoted():
            for run in self._runs(start, end):
                if not (self._is_credited(run) or self._is_common(run) or self._is_address(run)):
                    yield self._passage(run)

    def _unquoted(self) -> Iterator[tuple[int, int]]:
        """Words between quotations."""
        edges = [0]
        at = 0
        for quoted in self._manuscript.quotations:
            for place in (quoted.start, quoted.end):
                while at < len(self._words) and self._words.start(at) < place:
                    at += 1
                edges.append(at)
        edges.append(len(self._words))
        return ((start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if start < end)

    def _runs(self, start: int, end: int) -> Iterator[_Run]:
        """All runs that are long enough: pieces are looked for at such distances that each of them holds one."""
        at = low = start
        while at + _PIECE <= end:
            self._tell(self._words.start(at))
            run = self._run(at, low, end)
            if run and self._weight(run) >= _SHORTEST:
                yield run
                at = low = run.end
            else:
                at += _STEP

    def _run(self, at: int, low: int, end: int) -> _Run | None:
        """The longest run around a piece that a text has, and all texts that have it; none where very many have it."""
        total, texts = self._holdings.with_row(self._row(at, at + _PIECE), limit=_MANY)
        if not texts or total > _MANY:
            return None
        reached = [(_reach(self._words.keys, at, (low, end), held), held) for held in texts]
        start, stop = max((span for span, _ in reached), key=_length)
        return _Run(start, stop, tuple(held for span, held in reached if span == (start, stop)))

    def _row(self, start: int, end: int) -> list[str]:
        return spellings(plain(self._words.raw(start, end)))

    def _weight(self, run: _Run) -> float:
        """How many words it has besides names and offices; characters of scripts without blanks count half."""
        names = _names(run.texts[0].advisory)
        keys = (key for key in self._words.keys[run.start : run.end] if key not in names)
        return sum(0.5 if is_character(key) else 1 for key in keys)

    def _is_credited(self, run: _Run) -> bool:
        start, end = self._words.start(run.start), self._words.start(run.end)
        named = {name for found in self._manuscript.cited_near(start, end) for name in found.reference.spellings}
        return any(held.advisory.reference in named for held in run.texts)

    def _is_common(self, run: _Run) -> bool:
        """Whether it is a formula of several works, or begins as many texts do, whoever took it from whom."""
        works = {held.advisory.reference or held.first for held in run.texts}
        if len(works) >= _SEVERAL and run.end - run.start <= 2 * _SHORTEST:
            return True
        return self._holdings.with_row(self._row(run.start, min(run.end, run.start + _SHORTEST)), limit=1)[0] > _MANY

    def _is_address(self, run: _Run) -> bool:
        """Whether it says whom to call: that is there to be taken over."""
        words = self._words.raw(run.start, run.end).casefold()
        figures = re.sub(r"\D", "", words)
        contacts = run.texts[0].advisory.contacts
        emails = (email.casefold() in words for contact in contacts for email in contact.emails if "@" in email)
        ends = (phone[-_SURE_FIGURES:] for contact in contacts for phone in contact.phones)
        phones = (end in figures for end in ends if len(end) == _SURE_FIGURES)
        return run.end - run.start <= _ADDRESS and (any(emails) or any(phones))

    def _passage(self, run: _Run) -> Passage:
        line = self._manuscript.line(self._words.start(run.start))
        words = plain(self._words.raw(run.start, run.end))
        return Passage(line, words, run.end - run.start, tuple(map(self._holdings.stands, run.texts)))


_SHORTEST: Final = 12
"""Words in a row that are no chance."""
_PIECE: Final = 8
_STEP: Final = _SHORTEST - _PIECE + 1
_MANY: Final = 4
"""Texts in which a passage may stand; what stands in more belongs to nobody."""
_SEVERAL: Final = 3
"""Works that have the same few words because people always say it so."""
_ADDRESS: Final = 40
"""Words around an address or a number to call."""
_SURE_FIGURES: Final = 7
"""Figures at the end of a number by which it is known."""


def _names(advisory: Advisory) -> frozenset[str]:
    """The words of names and offices in a text: those who cite its speakers repeat them rightly."""
    said = (f"{quote.speaker or ''} {quote.role or ''}"[:_LONGEST_NAME] for quote in advisory.quotes)
    return frozenset(key for name in (advisory.organisation or "", *said) for _, key in places(name))


_LONGEST_NAME: Final = 300
"""Characters of a name with its office."""


def _reach(own: Sequence[str], at: int, within: tuple[int, int], held: Held) -> tuple[int, int]:
    """How far the words around a piece are the same in a text, where they are so longest."""
    rows = held.words.rows(list(own[at : at + _PIECE]))
    return max((_same(own, at, within, held.words.keys, row) for row in rows), key=_length, default=(at, at))


def _same(own: Sequence[str], at: int, within: tuple[int, int], keys: Sequence[str], place: int) -> tuple[int, int]:
    low, high = within
    start, stop, far = at, at, place - at
    while start > low and start + far > 0 and own[start - 1] == keys[start + far - 1]:
        start -= 1
    while stop < high and stop + far < len(keys) and own[stop] == keys[stop + far]:
        stop += 1
    return start, stop


def _length(span: tuple[int, int]) -> int:
    return span[1] - span[0]
