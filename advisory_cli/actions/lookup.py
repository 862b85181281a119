"""Which texts a name or a key stands for: from the index what it covers, from the store the rest."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from advisory_cli.errors import Damaged, NotFound, Removed
from advisory_cli.model import CORRECTING, Advisory
from advisory_cli.ports import Entry, Key, SearchIndex, Store
from advisory_cli.reference import Target
from advisory_cli.results import Tie

if TYPE_CHECKING:
    from advisory_cli.actions.tail import Tail


class Lookup:
    """Finds revisions and texts by reference, id and hash, without waiting for an index.

    With a `tail` it knows what is written only up to the last `catch_up`, and does not look through the file.
    """

    def __init__(self, store: Store, index: SearchIndex, tail: "Tail | None" = None) -> None:
        self._store = store
        self._index = index
        self._tail = tail

    def catch_up(self) -> None:
        """Bring the tail up to date, if there is one."""
        if self._tail:
            self._tail.catch_up()

    def texts(self, target: Target) -> tuple[Advisory, ...]:
        """All texts of a work, or the one text with that id, each in its current revision; raises `NotFound`."""
        found = self.current(target)
        kept = tuple(text for text in found if text.status != "removed")
        if not kept:
            raise was_removed(found[-1], target) if found else self.missing(target)
        return kept

    def named(self, target: Target, *, removed: bool = False) -> tuple[Advisory, ...]:
        """As `texts`, in the language that the target names if it names one; with `removed` also what was removed."""
        found = tuple(self.current(target)) if removed else self.texts(target)
        if not found:
            raise self.missing(target)
        return in_language(target, found, ()) if target.language else found

    def current(self, target: Target) -> list[Advisory]:
        """Texts that bear this reference or id now, removed ones included, in their current revisions."""
        texts = self.lines(self.holding(target))
        return [text for text in texts if target.reference is None or text.reference in target.reference.spellings]

    def holding(self, target: Target) -> Iterator[Advisory]:
        """Revisions that have this reference or id."""
        if target.reference is None:
            yield from self.revisions("id", target.id or 0)
        else:
            for name in target.reference.spellings:
                yield from self.revisions("reference", name)

    def same_name(self, new: Advisory) -> list[Advisory]:
        """Current texts with the same reference and language."""
        return [text for text in self.work(new) if name_of(text) == name_of(new)]

    def work(self, new: Advisory) -> list[Advisory]:
        """Current texts with the same reference, in any language."""
        return self._bearing(new.reference) if new.reference is not None else []

    def is_held(self, reference: str) -> bool:
        """Whether some current text has this canonical reference."""
        return bool(self._bearing(reference))

    def ties(self, reference: str | None) -> tuple[Tie, ...]:
        """What relations of current texts say of this canonical reference, oldest text first."""
        texts = self.lines(self.revisions("relation", reference)) if reference else []
        found = [
            Tie(relation.type, text.name)
            for text in texts
            for relation in text.relations
            if relation.reference == reference and text.reference != reference and text.status != "removed"
        ]
        return tuple(dict.fromkeys(found))

    def lines(self, revisions: Iterable[Advisory]) -> list[Advisory]:
        """The current revisions of the texts that these revisions belong to, in the order they were first added."""
        firsts = {revision.first for revision in revisions if revision.first is not None}
        return [self.revisions("first", first)[-1] for first in sorted(firsts)]

    def revisions(self, key: Key, value: str | int) -> list[Advisory]:
        """Revisions with that value under that key: from the index what it covers, from the store the rest."""
        return [entry.advisory for entry in self.entries(key, value)]

    def erased(self, sha256: str) -> Advisory | None:
        """What is left of a text that was read from the bytes with this hash and erased for good."""
        return next((one for one in self.revisions("sha256", sha256) if one.action == "purge"), None)

    def entries(self, key: Key, value: str | int) -> list[Entry]:
        """The same with where each revision lies."""
        if self._tail and key in self._tail.KEYS:
            return self._entries_with(self._tail, key, value)
        covered = self._index.covered(self._store)
        try:
            places = self._index.places(key, value) if covered else ()
            indexed = [Entry(place, self._store.read(place)) for place in places]
        except Damaged:  # in the index or in the archive: the archive itself says what can be read
            covered, indexed = 0, []
        return indexed + list(self._store.holding(key, value, covered))

    def _bearing(self, reference: str) -> list[Advisory]:
        """Current texts that have this canonical reference now."""
        texts = self.lines(self.revisions("reference", reference))
        return [text for text in texts if text.reference == reference and text.status != "removed"]

    def _entries_with(self, tail: "Tail", key: Key, value: str | int) -> list[Entry]:
        places = [place for place in self._index.places(key, value) if place.offset < tail.start] if tail.start else []
        try:
            found = [Entry(place, self._store.read(place)) for place in (*places, *tail.places(key, value))]
        except Damaged:  # as in `entries`
            return list(self._store.holding(key, value))
        return [entry for entry in found if _has(entry.advisory, key, value)]

    def missing(self, target: Target) -> NotFound:
        """That nothing answers to this, with the nearest references."""
        if target.reference is None:
            return NotFound(str(target))
        return NotFound(str(target.reference), near=self._index.references_near(self._store, str(target.reference)))


def in_language(target: Target, texts: Sequence[Advisory], languages: Sequence[str]) -> tuple[Advisory, ...]:
    """Those in the language asked for, else in the first of `languages` there is; raises `NotFound` with those held."""
    wanted = [target.language] if target.language else [*languages, "en", texts[0].language]
    for language in wanted:
        if chosen := tuple(text for text in texts if text.language == language):
            return chosen
    raise not_in_language(target, texts)


def not_in_language(target: Target, texts: Iterable[Advisory]) -> NotFound:
    """That a work is not there in that language, with those it is there in."""
    name = target.reference or f"#{target.id}"
    return NotFound(str(target), near=[f"{name}@{text.language}" for text in texts])


def was_removed(last: Advisory, target: Target) -> Removed:
    """That a text is gone, of which `last` is the newest revision."""
    return Removed(last.name, str(target._replace(revision=None)), last.at, purged=last.action == "purge")


def correcting(ties: Iterable[Tie]) -> tuple[str, ...]:
    """Names of the texts of which these say that they correct or supersede, each once."""
    return tuple(dict.fromkeys(tie.name for tie in ties if tie.type in CORRECTING))


def name_of(advisory: Advisory) -> tuple[str | None, str]:
    """What two texts must not share: reference and language."""
    return advisory.reference, advisory.language


def content_of(advisory: Advisory) -> Advisory:
    """The record without what the archive itself writes into it."""
    own = {"id": None, "first": None, "revision": 1, "action": "add", "at": None, "by": None, "batch": None}
    return replace(advisory, **own, undoes=None, previous=None, status="current")  # type: ignore[arg-type]


def _has(advisory: Advisory, key: Key, value: str | int) -> bool:
    return bool(getattr(advisory, key) == value)
