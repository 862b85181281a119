"""Taking whole histories over from another archive: what each comes to, given what is there, and writing them."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from itertools import islice
from typing import Final, NamedTuple

from advisory_cli.actions.histories import Histories, History, Moved, digest_of
from advisory_cli.actions.history import changes
from advisory_cli.actions.lookup import Lookup, content_of
from advisory_cli.errors import ArchiveError, DuplicateDiffers, Erased, HistoryDiffers
from advisory_cli.model import Advisory
from advisory_cli.ports import Store
from advisory_cli.results import Outcome

Append = Callable[[Sequence[Advisory]], tuple[Advisory, ...]]
"""Appends revisions as they are, as part of the write of this call."""

Taken = tuple[Sequence[Moved], Outcome | ArchiveError]
"""A text and what became of it."""


class Takeover:
    """Decides on whole texts and writes what of them is new, some hundreds at a time.

    `coming` are the keys of all texts of this call: they never stand in each other's way. `hold` holds the store for
    writing; others may write between two groups, which is looked at again then.
    """

    def __init__(  # noqa: PLR0913 - all that it works with
        self,
        store: Store,
        lookup: Lookup,
        append: Append,
        hold: Callable[[], AbstractContextManager[None]],
        coming: Collection[str],
        *,
        keep_both: bool,
    ) -> None:
        self._store = store
        self._lookup = lookup
        self._append = append
        self._hold = hold
        self._keys = coming
        self._keep_both = keep_both
        self._coming: set[int] = set()
        self._held: dict[str, History] = {}
        self._seen = -1

    def take(self, texts: Iterable[Sequence[Moved]], *, dry_run: bool) -> Iterator[Taken]:
        """What each text comes to; when it is told it is on the disk. All revisions of a text are written at once."""
        for group in _groups(texts):
            with self._hold():
                self._catch_up()
                taken = self._taken([self._decided(text) for text in group], dry_run=dry_run)
            yield from taken

    def _catch_up(self) -> None:
        """Look at what there is, where it is not what was left."""
        self._lookup.catch_up()
        if self._seen != self._store.end():
            self._held = {text.key: text for text in Histories(self._store).texts if text.key in self._keys}
            self._coming |= {text.first for text in self._held.values()}
            self._seen = self._store.end()

    def _decided(self, text: Sequence[Moved]) -> "_Decision":
        held = self._held.get(text[0].text)
        if held:
            return self._continued(text, held)
        last = text[-1].revision
        erased = None if self._keep_both or last.action == "purge" else self._erased(text)
        if erased:
            return _Decision(text, Erased(erased.name, erased.at, erased.reason))
        named = [] if last.status == "removed" or self._keep_both else self._lookup.same_name(last)
        other = next((one for one in named if one.first not in self._coming), None)
        if other is None:
            return _Decision(text, Outcome("added", last), text)
        there, here = content_of(other), content_of(last)
        if there == here:
            return _Decision(text, Outcome("unchanged", other))
        return _Decision(text, DuplicateDiffers(last.name, f"#{other.first}", differing=[*changes(there, here)]))

    def _erased(self, text: Sequence[Moved]) -> Advisory | None:
        """What is left of a text that was erased here, and read from bytes that one of these revisions comes from."""
        hashes = dict.fromkeys(moved.revision.source.sha256 for moved in text if moved.revision.source)
        return next(filter(None, map(self._lookup.erased, hashes)), None)

    def _continued(self, text: Sequence[Moved], held: History) -> "_Decision":
        """What a text comes to that is there, perhaps with fewer revisions, perhaps with more."""
        for place, moved in zip(held.places, text, strict=False):
            there = self._store.read(place)
            if digest_of(there) != digest_of(moved.revision):
                return _Decision(text, HistoryDiffers(there.name, there.revision))
        new = text[len(held.places) :]
        if not new:
            return _Decision(text, Outcome("unchanged", self._store.read(held.places[-1])))
        return _Decision(text, Outcome("revised", new[-1].revision), new, held.first)

    def _taken(self, decisions: Sequence["_Decision"], *, dry_run: bool) -> list[Taken]:
        written = iter(() if dry_run else self._written(decisions))
        taken: list[Taken] = []
        for one in decisions:
            result = one.result
            for advisory in islice(written, len(one.new)):
                result = Outcome("revised" if one.first else "added", advisory)
            taken.append((one.text, result))
        return taken

    def _written(self, decisions: Sequence["_Decision"]) -> tuple[Advisory, ...]:
        number = self._store.next_id()
        revisions: list[Advisory] = []
        for one in decisions:
            first = one.first or number + len(revisions)
            revisions += [replace(moved.to_write(), first=first) for moved in one.new]
            self._coming.add(first)
        if not revisions:
            return ()
        written = self._append(revisions)
        self._seen = self._store.end()
        return written


def _groups(texts: Iterable[Sequence[Moved]]) -> Iterator[list[Sequence[Moved]]]:
    """Texts that are written at once."""
    group: list[Sequence[Moved]] = []
    size = 0
    for text in texts:
        group.append(text)
        size += sum(len(moved.revision.body) for moved in text) + _EMPTY
        if size > _AT_ONCE:
            yield group
            group, size = [], 0
    if group:
        yield group


class _Decision(NamedTuple):
    """What a text comes to, which of its revisions are new, and the text they continue."""

    text: Sequence[Moved]
    result: Outcome | ArchiveError
    new: Sequence[Moved] = ()
    first: int | None = None


_AT_ONCE: Final = 2 << 20
_EMPTY: Final = 4 << 10
"""Characters that are written at once, and what a text counts for that has none."""
