"""Which revisions were written together, and what the archive is like without a write."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from advisory_cli.ports import Place, Stamp
from advisory_cli.results import Write


class Seen(NamedTuple):
    """The little that has to be remembered of a revision; its place tells the rest."""

    place: Place
    revision: int
    batch: int
    undoes: int | None
    is_void: bool
    """Whether it says nothing of its own: an undo, or a note that the text went out."""


class Latest(NamedTuple):
    """The writes that can be taken back, newest first, and every revision of their texts since."""

    writes: tuple[Write, ...]
    seen: Mapping[int, list[Seen]]
    """Revisions by the `id` of their text's first one, newest first; complete from `since` on."""
    since: int


def latest_writes(stamps: Iterable[Stamp], count: int) -> Latest:
    """The last `count` writes that are no undo, no release, and were not taken back; reads no further than it must.

    `stamps` are those of the archive, newest first. What a crash left of an undo counts as not taken back. A write of
    which everything was purged is passed over.
    """
    seen: dict[int, list[Seen]] = {}
    undone: set[tuple[int, int | None]] = set()
    drafts: dict[int, _Draft] = {}
    erased: dict[int, dict[int, str]] = {}
    since = 0
    for one in stamps:
        if len(drafts) == count and one.id < min(drafts):
            since = one.id + 1
            break
        seen.setdefault(one.first, []).append(seen_of(one))
        if one.action == "undo":
            undone.add((one.first, one.undoes))
        elif one.action == "release":
            continue
        elif one.action == "purge":
            erased.setdefault(one.batch, {})[one.first] = one.name
        elif (one.first, one.batch) not in undone and (one.batch in drafts or len(drafts) < count):
            drafts.setdefault(one.batch, _Draft(one.at, one.by)).take(one)
    return Latest(tuple(_writes(drafts, erased)), seen, since)


def without(revisions: Iterable[Seen], batch: int, *, taken_back: Iterable[int] = ()) -> Seen | None:
    """What a text is like without a write and without those taken back before: None if it was not there.

    `revisions` are those of the text, newest first.
    """
    revisions = tuple(revisions)
    gone = {batch, *taken_back, *(one.undoes for one in revisions if one.is_void)}
    return next((one for one in revisions if not one.is_void and one.batch not in gone), None)


def seen_of(stamp: Stamp) -> Seen:
    """What has to be remembered of a revision."""
    return Seen(stamp.place, stamp.revision, stamp.batch, stamp.undoes, stamp.action in ("undo", "release"))


@dataclass(slots=True)
class _Draft:
    """A write while its revisions are being gathered, newest first."""

    at: str | None
    by: str | None
    actions: Counter[str] = field(default_factory=Counter)
    names: dict[int, str] = field(default_factory=dict)

    def take(self, stamp: Stamp) -> None:
        self.actions[stamp.action] += 1
        self.names.setdefault(stamp.first, stamp.name)

    def write(self, batch: int, purged: Iterable[str]) -> Write:
        actions, names = dict(reversed(self.actions.items())), dict(reversed(self.names.items()))
        return Write(batch, self.at, self.by, actions, names, tuple(purged))


def _writes(drafts: Mapping[int, _Draft], erased: Mapping[int, Mapping[int, str]]) -> Iterator[Write]:
    """The drafts, each with what was purged of it or of a write just after it that is passed over."""
    before = {batch: next((draft for draft in drafts if draft <= batch), 0) for batch in erased}
    for number, draft in drafts.items():
        purged = (name for batch, names in erased.items() if before[batch] == number for name in names.values())
        yield draft.write(number, purged)
