"""A quotation beside a text: where it stands there, and word by word how it differs.

Runs of words that both have are chained in order; what lies between two runs is compared by edit distance.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from advisory_cli.check.tokens import Marked
from advisory_cli.check.words import Words


class Block(NamedTuple):
    """Words that both have in the same order: where they begin in the quotation and in the text, and how many."""

    quote: int
    text: int
    size: int


class Step(NamedTuple):
    """Words of the quotation from `quote` up to `quote_end` against those of the text; equal ones or not."""

    is_equal: bool
    quote: int
    quote_end: int
    text: int
    text_end: int


class Alignment(NamedTuple):
    """A quotation laid beside a text."""

    matched: int
    """Words of the quotation that stand in the text, in order."""
    longest: int
    """Of these, most in one run."""
    steps: tuple[Step, ...]

    @property
    def start(self) -> int:
        """The first word of the text that belongs to it."""
        return self.steps[0].text

    @property
    def end(self) -> int:
        """Behind the last one."""
        return self.steps[-1].text_end


def align(quote: Marked, words: Words) -> Alignment | None:
    """The quotation beside the text; None where they share no two words in a row."""
    keys = [token.key for token in quote.tokens]
    chain = _chain(_blocks(keys, words), quote.signs)
    if not chain:
        return None
    steps = _trimmed(tuple(_joined(_steps(keys, words.keys, chain, quote.signs))))
    matched = sum(step.quote_end - step.quote for step in steps if step.is_equal)
    return Alignment(matched, max(block.size for block in chain), steps)


_MOST_BLOCKS: Final = 300
"""Runs that are chained, the longest: bounds the time for long quotations in long texts."""
_MOST_PLACES: Final = 200
"""Places of a pair of words that are looked at; pairs that are more frequent say nothing."""
_MOST_COMPARED: Final = 4_000_000
"""Pairs of words between two runs that are compared one by one: bounds time and memory."""
_FREE: Final = 3
"""Words that may be passed over for nothing between two runs."""
_FAR: Final = 12
"""Words of the text, beyond those of the quotation, that are still compared one by one; more were left out whole."""


def _blocks(keys: Sequence[str], words: Words) -> list[Block]:
    """Runs of two words or more that both have, none within another on the same line; a single word if that is all."""
    if len(keys) == 1:
        return [Block(0, at, 1) for at, key in enumerate(words.keys) if key == keys[0]][:1]
    found: list[Block] = []
    reach: dict[int, int] = {}
    held = words.pairs(set(pairwise(keys)))
    for at, pair in enumerate(pairwise(keys)):
        places = held.get(pair, ())
        for place in places if len(places) <= _MOST_PLACES else ():
            if reach.get(place - at, -1) <= at:
                size = _run(keys, at, words.keys, place)
                reach[place - at] = at + size
                found.append(Block(at, place, size))
    if len(found) > _MOST_BLOCKS:
        found = sorted(found, key=lambda block: -block.size)[:_MOST_BLOCKS]
    return sorted(found)


def _run(keys: Sequence[str], at: int, others: Sequence[str], place: int) -> int:
    size, most = 2, min(len(keys) - at, len(others) - place)
    while size < most and keys[at + size] == others[place + size]:
        size += 1
    return size


def _chain(blocks: Sequence[Block], signs: dict[int, list[str]]) -> list[Block]:
    """The runs, one behind the other in both, that cover most of the quotation and lie nearest together."""
    if not blocks:
        return []
    best: list[tuple[float, int]] = []
    for at, block in enumerate(blocks):
        ways = ((best[by][0] - _gap(blocks[by], block, signs) + _more(blocks[by], block), by) for by in range(at))
        score, by = max(ways, default=(-1.0, -1))
        best.append((score, by) if score > block.size else (float(block.size), -1))
    at = max(range(len(best)), key=lambda one: best[one][0])
    chain = []
    while at >= 0:
        chain.append(blocks[at])
        at = best[at][1]
    return _parted(chain[::-1], signs)


def _more(before: Block, block: Block) -> float:
    """Words that a run adds to the one before it; less than nothing where it lies within or before that."""
    overlap = max(0, before.quote + before.size - block.quote, before.text + before.size - block.text)
    is_behind = before.quote < block.quote and before.text < block.text
    return block.size - overlap if is_behind and overlap < block.size else -1e9


def _gap(before: Block, block: Block, signs: dict[int, list[str]]) -> float:
    """What it costs to pass over words of the text: little where signs say so, never more than a few words."""
    behind = before.quote + before.size
    over = max(0, block.text - before.text - before.size - _FREE)
    if any(at in signs for at in range(behind, block.quote + 1)):
        return min(0.5, over / 1000)
    return min(3.5, 0.5 + over / 20) if over else 0.25


def _parted(chain: Sequence[Block], signs: dict[int, list[str]]) -> list[Block]:
    """The same without words that two runs share: the second has them from where a sign stands, else the first."""
    parted = [chain[0]]
    for block in chain[1:]:
        before = parted[-1]
        shared = before.quote + before.size - block.quote
        sign = next((at for at in range(block.quote, block.quote + shared + 1) if at in signs), None)
        if sign is not None and before.quote < sign < block.quote + block.size:
            parted[-1] = before._replace(size=sign - before.quote)
            shared = sign - block.quote
        less = max(0, shared, parted[-1].text + parted[-1].size - block.text)
        if less < block.size:
            parted.append(Block(block.quote + less, block.text + less, block.size - less))
    return parted


def _steps(
    keys: Sequence[str], others: Sequence[str], chain: Sequence[Block], signs: dict[int, list[str]]
) -> Iterator[Step]:
    """The runs, what lies between them, and what of the quotation lies before and behind."""
    first, last = chain[0], chain[-1]
    wide, narrow = _edges(first.quote, first.text, is_signed=first.quote in signs)
    leading = (Step(False, 0, first.quote, first.text - held, first.text) for held in (wide, narrow))
    yield from _at_edge(keys, others, *leading)
    for at, block in enumerate(chain):
        if at:
            before = chain[at - 1]
            ends = before.quote + before.size, block.quote, before.text + before.size, block.text
            yield from _between(keys, others, Step(False, *ends), has_sign=_has_sign(signs, *ends[:2]))
        yield Step(True, block.quote, block.quote + block.size, block.text, block.text + block.size)
    behind, end = last.quote + last.size, last.text + last.size
    wide, narrow = _edges(len(keys) - behind, len(others) - end, is_signed=behind in signs)
    trailing = (Step(False, behind, len(keys), end, end + held) for held in (wide, narrow))
    yield from _at_edge(keys, others, *trailing)


def _edges(words: int, held: int, *, is_signed: bool) -> tuple[int, int]:
    """How many words of the text may, and do, stand for those before or behind all that both have; many were put in."""
    if is_signed or not words or words > _FREE:
        return 0, 0
    return min(words + _FREE, held), min(words, held)


def _at_edge(keys: Sequence[str], others: Sequence[str], wide: Step, narrow: Step) -> list[Step]:
    """The words compared with more of the text where they stand there, else with as many."""
    steps = list(_between(keys, others, wide))
    return steps if any(step.is_equal for step in steps) else list(_between(keys, others, narrow))


def _has_sign(signs: dict[int, list[str]], start: int, end: int) -> bool:
    return any(at in signs for at in range(start, end + 1))


def _between(keys: Sequence[str], others: Sequence[str], part: Step, *, has_sign: bool = False) -> Iterator[Step]:
    """What lies between two runs, word by word where there is not much more on one side."""
    old, new = part.quote_end - part.quote, part.text_end - part.text
    if not old and not new:
        return
    if not old or not new or old * new > _MOST_COMPARED or (new > 2 * old + _FAR and not has_sign):
        yield part
        return
    from rapidfuzz.distance import Indel  # only what differs needs it

    pieces = keys[part.quote : part.quote_end], others[part.text : part.text_end]
    for step in Indel.opcodes(*pieces):
        places = (step.src_start, step.src_end, step.dest_start, step.dest_end)
        yield Step(step.tag == "equal", *_shifted(part, *places))


def _trimmed(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """The same without words of the text that lie before or behind all of the quotation."""
    first = 1 if steps[0].quote == steps[0].quote_end else 0
    last = -1 if steps[-1].quote == steps[-1].quote_end else len(steps)
    return steps[first:last]


def _shifted(part: Step, start: int, end: int, text: int, text_end: int) -> tuple[int, int, int, int]:
    return part.quote + start, part.quote + end, part.text + text, part.text + text_end


def _joined(steps: Iterator[Step]) -> Iterator[Step]:
    """Differences that touch as one."""
    waiting: Step | None = None
    for step in steps:
        if waiting and waiting.is_equal == step.is_equal:
            waiting = waiting._replace(quote_end=step.quote_end, text_end=step.text_end)
            continue
        if waiting:
            yield waiting
        waiting = step
    if waiting:
        yield waiting
