"""What happened to a text: which revision was there when, and what changed from one to the next."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any, Final, NamedTuple

from advisory_cli.errors import Misuse, NoDate
from advisory_cli.model import ORIGIN, Advisory, is_date

OWN: Final = frozenset(
    {"id", "first", "revision", "action", "at", "by", "batch", "undoes", "previous", "corrected", "schema", ORIGIN}
)
"""What the archive itself writes into a revision: no change of the text."""


class Change(NamedTuple):
    """A field that is another than before; values as JSON has them."""

    before: Any
    after: Any


class Span(NamedTuple):
    """A stretch of a line: ``-`` was taken out, ``+`` came in, a blank stayed."""

    sign: str
    text: str


class Line(NamedTuple):
    """A line of a comparison: ``-`` was taken out, ``+`` came in, ``~`` changed in places, a blank stayed.

    ``…`` stands for lines that stayed and are not shown.
    """

    sign: str
    spans: tuple[Span, ...]


def revision_at(revisions: Sequence[Advisory], number: int | None, moment: str | None) -> Advisory | None:
    """The revision of a text with that number, or the one that was current at the end of a day, month or year (UTC).

    None where there is none, or the text was removed by then. Raises `Misuse` for both, `NoDate` for what is none.
    """
    if moment is None:
        return next((one for one in revisions if one.revision == number), None)
    if number is not None:
        raise Misuse("a revision and --as-of exclude each other; take one")
    if not is_date(moment):
        raise NoDate(moment)
    then = next((one for one in reversed(revisions) if (one.at or "")[: len(moment)] <= moment), None)
    return then if then and then.status != "removed" else None


def changes(before: Advisory | None, after: Advisory) -> Mapping[str, Change]:
    """Every field of the text that a revision changed, in the order of the record; none for the first revision."""
    if before is None:
        return {}
    old, new = before.to_dict(), after.to_dict()
    names = dict.fromkeys((*new, *old))
    found = {name: Change(old.get(name), new.get(name)) for name in names if name not in OWN}
    return {name: change for name, change in found.items() if change.before != change.after}


def compare(before: Sequence[str], after: Sequence[str]) -> tuple[Line, ...]:
    """Two texts line by line, long lines word by word, with one line that stayed around what did not.

    The work is bounded: what is too much to compare is told as taken out and come in.
    """
    start = _common(before, after)
    end = _common(before[start:][::-1], after[start:][::-1])
    old, new = before[start : len(before) - end], after[start : len(after) - end]
    inner = tuple(_Comparison().lines(old, new))
    return tuple(_with_gaps((*map(_stayed, before[:start]), *inner, *map(_stayed, before[len(before) - end :]))))


_WORK: Final = 2_000_000
"""Pairs of equal parts that are looked at in all: about a second."""

_AT_ONCE: Final = 200_000
"""Such pairs in one comparison, which may look at them several times."""

_LONG: Final = 8
"""Words from which on a line is compared word by word."""

_ALIKE: Final = 0.5
"""Below that part in common two lines have nothing to do with each other."""


class _Comparison:
    """One comparison, with what work is left for it."""

    def __init__(self) -> None:
        self._left = _WORK

    def lines(self, before: Sequence[str], after: Sequence[str]) -> Iterator[Line]:
        for kind, old, new in self._parts(before, after):
            if kind == "equal":
                yield from map(_stayed, old)
            elif len(old) == len(new):
                for one, other in zip(old, new, strict=True):
                    yield from self._words([one], [other])
            else:
                yield from self._words(old, new)

    def _words(self, old: Sequence[str], new: Sequence[str]) -> Iterator[Line]:
        """Lines that took the place of others: word by word where they are long and alike."""
        before, after = _words("\n".join(old)), _words("\n".join(new))
        spans = self._spans(before, after) if min(len(before), len(after)) >= _LONG else []
        stayed = sum(len(span.text) for span in spans if span.sign == " ")
        if stayed < _ALIKE * max(sum(map(len, before)), sum(map(len, after))) or not spans:
            yield from (Line("-", (Span("-", line),)) for line in old)
            yield from (Line("+", (Span("+", line),)) for line in new)
        else:
            yield from _split(spans)

    def _spans(self, before: Sequence[str], after: Sequence[str]) -> list[Span]:
        spans = []
        parts = list(self._parts(before, after))
        for place, (kind, old, new) in enumerate(parts):
            if kind == "equal" and (len(old) > 2 or place in {0, len(parts) - 1}):
                spans.append(Span(" ", "".join(old)))
            else:  # a word or two that stayed between others are easier to read with them
                spans += [Span("-", "".join(old)), Span("+", "".join(new))]
        return _joined(spans)

    def _parts(self, before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[str, Sequence[str], Sequence[str]]]:
        """Parts that stayed (``equal``) and parts that took each other's place."""
        counts = Counter(after)
        work = sum(counts[one] for one in before if not _is_blank(one))
        if work > min(_AT_ONCE, self._left):
            yield "replace", before, after
            return
        self._left -= work
        for kind, a, b, c, d in SequenceMatcher(_is_blank, before, after, autojunk=False).get_opcodes():
            yield kind, before[a:b], after[c:d]


def _common(before: Sequence[str], after: Sequence[str]) -> int:
    """How many lines at the beginning are the same."""
    pairs = enumerate(zip(before, after, strict=False))
    return next((place for place, (old, new) in pairs if old != new), min(len(before), len(after)))


def _words(text: str) -> list[str]:
    """Words with the blanks behind them, and line ends."""
    return re.findall(r"\n|\S+[^\S\n]*|[^\S\n]+", text)


def _is_blank(text: str) -> bool:
    """Whether it stands only between others, and is not worth looking for."""
    return not text.strip()


def _stayed(line: str) -> Line:
    return Line(" ", (Span(" ", line),))


def _joined(spans: Iterable[Span]) -> list[Span]:
    """The same with one span for each change: all that went before all that came."""
    joined: list[Span] = []
    went = came = ""
    for sign, text in (*spans, Span(" ", "")):
        if sign == "-":
            went += text
        elif sign == "+":
            came += text
        else:
            joined += [span for span in (Span("-", went), Span("+", came), Span(" ", text)) if span.text]
            went = came = ""
    return joined


def _split(spans: Iterable[Span]) -> Iterator[Line]:
    """The spans line by line."""
    line: list[Span] = []
    for sign, text in spans:
        first, *others = text.split("\n")
        line.append(Span(sign, first))
        for other in others:
            yield _line(line)
            line = [Span(sign, other)]
    yield _line(line)


def _line(spans: Iterable[Span]) -> Line:
    """A line of these spans, with the sign of what happened in it."""
    present = tuple(span for span in spans if span.text)
    signs = {span.sign for span in present} or {" "}
    return Line(signs.pop() if len(signs) == 1 else "~", present)


def _with_gaps(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines that changed, with one that stayed on each side if it is not blank; a mark for those left out."""
    changed = {place for place, line in enumerate(lines) if line.sign != " "}
    near = {near for place in changed for near in (place - 1, place + 1) if 0 <= near < len(lines)}
    shown = changed | {place for place in near if any(span.text.strip() for span in lines[place].spans)}
    gap = False
    for place, line in enumerate(lines):
        if place in shown:
            yield line
        elif not gap:
            yield Line("…", ())
        gap = place not in shown
