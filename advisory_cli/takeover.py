"""Taking whole histories over from another archive: what each comes to, given what is there, and writing them."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Final, NamedTuple

from advisory_cli.errors import ArchiveError, DuplicateDiffers, HistoryDiffers
from advisory_cli.histories import Histories, History, Moved, digest_of
from advisory_cli.lookup import Lookup, content_of
from advisory_cli.model import Advisory
from advisory_cli.ports import Store
from advisory_cli.results import Outcome

Append = Callable[[Sequence[Advisory]], tuple[Advisory, ...]]
"""Appends revisions as they are, as part of the write of this call."""

Taken = tuple[Sequence[Moved], Outcome | ArchiveError]
"""A text and what became of it."""


class Takeover:
    """Decides on whole texts and writes what of them is new; only while the store is held for writing.

    `coming` are the keys of all texts of this call: they never stand in each other's way.
    """

    def __init__(
        self, store: Store, lookup: Lookup, append: Append, coming: Collection[str], *, keep_both: bool
    ) -> None:
        self._store = store
        self._lookup = lookup
        self._append = append
        self._keep_both = keep_both
        self._held = {text.key: text for text in Histories(store).texts if text.key in coming}
        self._coming = {text.first for text in self._held.values()}

    def take(self, texts: Iterable[Sequence[Moved]], *, dry_run: bool) -> Iterator[Taken]:
        """What each text comes to; when it is told it is on the disk. All revisions of a text are written at once."""
        self._lookup.catch_up()
        waiting: list[_Decision] = []
        size = 0
        for text in texts:
            waiting.append(self._decided(text))
            size += sum(len(moved.revision.body) for moved in text) + _EMPTY
            if size > _AT_ONCE:
                yield from self._taken(waiting, dry_run=dry_run)
                waiting, size = [], 0
                self._lookup.catch_up()
        yield from self._taken(waiting, dry_run=dry_run)

    def _decided(self, text: Sequence[Moved]) -> "_Decision":
        held = self._held.get(text[0].text)
        if held:
            return self._continued(text, held)
        last = text[-1].revision
        named = [] if last.status == "removed" or self._keep_both else self._lookup.same_name(last)
        other = next((one for one in named if one.first not in self._coming), None)
        if other is None:
            return _Decision(text, Outcome("added", last), text)
        if content_of(other) == content_of(last):
            return _Decision(text, Outcome("unchanged", other))
        return _Decision(text, DuplicateDiffers(last.name, f"#{other.first}"))

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

    def _taken(self, decisions: Sequence["_Decision"], *, dry_run: bool) -> Iterator[Taken]:
        written = iter(() if dry_run else self._written(decisions))
        for one in decisions:
            result = one.result
            for advisory in islice(written, len(one.new)):
                result = Outcome("revised" if one.first else "added", advisory)
            yield one.text, result

    def _written(self, decisions: Sequence["_Decision"]) -> tuple[Advisory, ...]:
        number = self._store.next_id()
        revisions: list[Advisory] = []
        for one in decisions:
            first = one.first or number + len(revisions)
            revisions += [replace(moved.to_write(), first=first) for moved in one.new]
            self._coming.add(first)
        return self._append(revisions) if revisions else ()


class _Decision(NamedTuple):
    """What a text comes to, which of its revisions are new, and the text they continue."""

    text: Sequence[Moved]
    result: Outcome | ArchiveError
    new: Sequence[Moved] = ()
    first: int | None = None


_AT_ONCE: Final = 4 << 20
_EMPTY: Final = 4 << 10
"""Characters that are written at once, and what a text counts for that has none."""
