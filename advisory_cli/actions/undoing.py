"""Taking writes back: which revisions make the texts what they were before."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from advisory_cli.actions.lookup import Lookup
from advisory_cli.actions.writes import Latest, Seen, latest_writes, seen_of, without
from advisory_cli.errors import Misuse, NothingToUndo, Outdated
from advisory_cli.model import Advisory
from advisory_cli.ports import Key, Place, SearchIndex, Stamp, Store


def expected(stamps: Iterable[Stamp], count: int, batches: Sequence[int] | None) -> Latest:
    """The last `count` writes, if they are those with these numbers; raises as `Archive.undo`."""
    latest = latest_writes(stamps, count)
    if not latest.writes:
        raise NothingToUndo
    if batches is not None and list(batches) != [write.batch for write in latest.writes]:
        raise Outdated("something was written", 'look at it with "advisory undo --list" and begin again')
    if len(latest.writes) < count:
        raise Misuse(f'only {len(latest.writes)} can be taken back, not {count}; see "advisory undo --list"')
    return latest


class Undoing:
    """Makes the revisions that take writes back."""

    def __init__(self, store: Store, index: SearchIndex, lookup: Lookup) -> None:
        self._store = store
        self._index = index
        self._lookup = lookup

    def restored(self, latest: Latest) -> Iterator[list[Advisory]]:
        """What each text was before these writes, in pieces that fit into memory; to be stamped and appended."""
        for steps in _pieces(self._steps(latest)):
            yield [self._restored(step) for step in steps]

    def _steps(self, latest: Latest) -> list["_Step"]:
        """What is to be restored, newest write first; texts are looked up only where their beginning was not seen."""
        texts = {first for write in latest.writes for first in write.names if first < latest.since}
        if sum(latest.seen[first][-1].revision > _SECOND for first in texts) > _FEW:
            self._index.catch_up(self._store)
        older = {first: self._older(first, latest.seen[first][-1].revision) for first in texts}
        steps: list[_Step] = []
        gone: dict[int, list[int]] = {}
        for batch, first in [(write.batch, first) for write in latest.writes for first in write.names]:
            before, seen = gone.setdefault(first, []), latest.seen[first]
            kept = without([*seen, *older.get(first, ())], batch, taken_back=before)
            before.append(batch)
            steps.append(_Step((kept or seen[0]).place, batch, seen[0].revision + len(before), removed=kept is None))
        return steps

    def _older(self, first: int, revision: int) -> list[Seen]:
        """Revisions of a text before that one, newest first; the very first is found without an index."""
        key: Key = "id" if revision <= _SECOND else "first"
        stamps = map(Stamp.of, self._lookup.entries(key, first) if key == "first" else self._store.holding("id", first))
        return [seen_of(one) for one in reversed(list(stamps)) if one.first == first and one.revision < revision]

    def _restored(self, step: "_Step") -> Advisory:
        advisory = replace(self._store.read(step.place), action="undo", revision=step.revision, undoes=step.batch)
        return replace(advisory, status="removed", reason=None) if step.removed else advisory


class _Step(NamedTuple):
    """A revision that takes a write back: from which one it is made, and whether the text was not there before."""

    place: Place
    batch: int
    revision: int
    removed: bool


_SECOND = 2
"""Of a text with that revision nothing older can be missing but the first, which is known by its number."""

_FEW = 20
"""Look-ups that are quicker without an index that has to be brought up to date first."""

_PIECE = 4 << 20
"""Bytes of revisions that are restored at once."""


def _pieces(steps: Iterable[_Step]) -> Iterator[list[_Step]]:
    piece: list[_Step] = []
    size = 0
    for step in steps:
        piece.append(step)
        size += step.place.length
        if size >= _PIECE:
            yield piece
            piece, size = [], 0
    if piece:
        yield piece
