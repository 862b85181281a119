"""Which revisions were written together, and what the archive is like without a write."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from advisory_cli.model import Advisory
from advisory_cli.ports import Entry, Place
from advisory_cli.results import Write


class Seen(NamedTuple):
    """The little that has to be remembered of a revision; its place tells the rest."""

    place: Place
    id: int
    revision: int
    batch: int
    undoes: int | None
    is_undo: bool


class Latest(NamedTuple):
    """The writes that can be taken back, newest first, and every revision of their texts since."""

    writes: tuple[Write, ...]
    seen: Mapping[int, list[Seen]]
    """Revisions by the `id` of their text's first one, newest first; complete from `since` on."""
    since: int


def latest_writes(newest: Iterable[Entry], count: int) -> Latest:
    """The last `count` writes that are no undo and were not taken back; reads no further than it must.

    What a crash left of an undo counts as not taken back. A write of which everything was purged is passed over.
    """
    seen: dict[int, list[Seen]] = {}
    undone: set[tuple[int, int]] = set()
    drafts: dict[int, _Draft] = {}
    erased: dict[int, dict[int, str]] = {}
    since = 0
    for place, advisory in newest:
        first, one = seen_of(place, advisory)
        if len(drafts) == count and one.id < min(drafts):
            since = one.id + 1
            break
        seen.setdefault(first, []).append(one)
        if one.is_undo:
            undone.add((first, one.undoes or 0))
        elif advisory.action == "purge":
            erased.setdefault(one.batch, {})[first] = advisory.name
        elif (first, one.batch) not in undone and (one.batch in drafts or len(drafts) < count):
            drafts.setdefault(one.batch, _Draft(advisory.at, advisory.by)).take(first, advisory)
    return Latest(tuple(_writes(drafts, erased)), seen, since)


def without(revisions: Iterable[Seen], batch: int, *, taken_back: Iterable[int] = ()) -> Seen | None:
    """What a text is like without a write and without those taken back before: None if it was not there.

    `revisions` are those of the text, newest first.
    """
    revisions = tuple(revisions)
    gone = {batch, *taken_back, *(one.undoes for one in revisions if one.is_undo)}
    return next((one for one in revisions if not one.is_undo and one.batch not in gone), None)


def seen_of(place: Place, advisory: Advisory) -> tuple[int, Seen]:
    """The `id` of the text's first revision, and what has to be remembered of this one."""
    number = advisory.id or 0
    batch = number if advisory.batch is None else advisory.batch  # written by another program: a write of its own
    one = Seen(place, number, advisory.revision, batch, advisory.undoes, advisory.action == "undo")
    return advisory.first or number, one


@dataclass(slots=True)
class _Draft:
    """A write while its revisions are being gathered, newest first."""

    at: str | None
    by: str | None
    actions: Counter[str] = field(default_factory=Counter)
    names: dict[int, str] = field(default_factory=dict)

    def take(self, first: int, advisory: Advisory) -> None:
        self.actions[advisory.action] += 1
        self.names.setdefault(first, advisory.name)

    def write(self, batch: int, purged: Iterable[str]) -> Write:
        actions, names = dict(reversed(self.actions.items())), dict(reversed(self.names.items()))
        return Write(batch, self.at, self.by, actions, names, tuple(purged))


def _writes(drafts: Mapping[int, _Draft], erased: Mapping[int, Mapping[int, str]]) -> Iterator[Write]:
    """The drafts, each with what was purged of it or of a write just after it that is passed over."""
    before = {batch: next((draft for draft in drafts if draft <= batch), 0) for batch in erased}
    for number, draft in drafts.items():
        purged = (name for batch, names in erased.items() if before[batch] == number for name in names.values())
        yield draft.write(number, purged)
