"""Whole histories in a form that does not depend on the archive they lie in, so that any archive can take them over.

A text is known by the SHA-256 of its first revision, a revision by its text and number, a write by its first revision.
What another archive would number anew (`id`, `first`, `batch`, `undoes`) or compute anew (`previous`) is left out.
Which revisions were written together is kept as a label; in a revision that was taken over it stands under `ORIGIN`.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final, NamedTuple, Self, TypeGuard

from advisory_cli.errors import InvalidRecord
from advisory_cli.model import ORIGIN, Advisory, digest
from advisory_cli.ports import Place, Progress, Store


class Labels(NamedTuple):
    """Which write a revision belongs to, and which one it takes back; the first revision of each stands for it."""

    batch: str | None = None
    undoes: str | None = None


class Moved(NamedTuple):
    """One revision on its way between archives."""

    text: str
    """Key of the text it belongs to."""
    revision: Advisory
    """Without what the archive it comes from numbered or computed."""
    labels: Labels = Labels()

    @classmethod
    def from_dict(cls, row: Mapping[str, Any], *, where: str) -> Self:
        """Check and take over a row; raises `InvalidRecord`."""
        text, record = row.get("text"), row.get("record")
        if not isinstance(text, str) or not isinstance(record, dict) or row.keys() != _ROW:
            raise InvalidRecord(where, "it is no revision of an export of everything")
        labels = Labels(row.get("batch"), row.get("undoes"))
        if any(not isinstance(label, str | None) for label in labels):
            raise InvalidRecord(where, "batch or undoes is no text")
        if named := _NUMBERED.intersection(record):
            raise InvalidRecord(where, f"{min(named)} stands in it, which only the archive itself writes")
        moved = cls(text, Advisory.from_dict(record, where=where), labels)
        if digest_of(moved.revision) != row["sha256"]:
            raise InvalidRecord(where, "it is not what was exported; its SHA-256 is another one")
        return moved

    def to_dict(self) -> dict[str, Any]:
        """The row that stands for it."""
        record = bare(self.revision)
        return {"text": self.text, "sha256": digest(record), **self.labels._asdict(), "record": record}

    def to_write(self) -> Advisory:
        """The revision as it is appended here: part of a write of this archive, the labels kept beside it."""
        origin = {ORIGIN: {"revision": self.revision.revision, **self.labels._asdict()}}
        extra = {**self.revision.extra, **origin}
        return replace(self.revision, extra=extra, id=None, first=None, batch=None, undoes=None, previous=None)


class History(NamedTuple):
    """One text: its key and where its revisions lie, oldest first."""

    key: str
    first: int
    places: tuple[Place, ...]


class Histories:
    """All texts of an archive, or those wanted, in an order that depends on nothing but what they say.

    Reads the archive once; holds some hundred bytes a text.
    """

    def __init__(
        self, store: Store, wanted: Collection[int] | None = None, *, progress: Progress | None = None
    ) -> None:
        self._store = store
        self.hashes: set[str] = set()
        """SHA-256 of everything that these texts were read from."""
        self.marked = False
        """Whether in any revision of these texts passages are marked as not to go out."""
        self._places: dict[int, list[Place]] = {}
        self._began: dict[int, tuple[str, str]] = {}
        self._batches: dict[int, tuple[tuple[str, str, int], int]] = {}
        end = store.end()
        for number, (place, one) in enumerate(store.entries()):
            if wanted is None or one.first in wanted:
                self._take(place, one)
            if progress and not number % _AT_ONCE:
                progress(place.offset, end)
        keys = self._keys()
        order = sorted(self._places, key=lambda first: (self._began[first][0], keys[first]))
        self.texts = tuple(History(keys[first], first, tuple(self._places[first])) for first in order)
        self._labels = {batch: f"{keys[first]}/{rank[2]}" for batch, (rank, first) in self._batches.items()}

    def __iter__(self) -> Iterator[Moved]:
        """Every revision, text by text."""
        return (self._moved(text.key, self._store.read(place)) for text in self.texts for place in text.places)

    def _take(self, place: Place, one: Advisory) -> None:
        first = one.first or 0
        if first not in self._places:
            self._places[first] = []
            self._began[first] = one.at or "", digest_of(one)
        self._places[first].append(place)
        self.marked = self.marked or bool(one.redactions)
        if one.source:
            self.hashes.add(one.source.sha256)
        if one.batch is not None and not _origin(one):
            member = (one.at or "", self._began[first][1], one.revision), first
            self._batches[one.batch] = min(self._batches.get(one.batch, member), member)

    def _keys(self) -> dict[int, str]:
        """The key of each text; texts that begin alike are told apart by what became of them."""
        alike: dict[str, list[int]] = {}
        for first, (_, sha256) in self._began.items():
            alike.setdefault(sha256, []).append(first)
        keys = {}
        for sha256, firsts in alike.items():
            for number, first in enumerate(sorted(firsts, key=self._digests) if len(firsts) > 1 else firsts, 1):
                keys[first] = sha256 if number == 1 else f"{sha256}-{number}"
        return keys

    def _digests(self, first: int) -> list[str]:
        return [digest_of(self._store.read(place)) for place in self._places[first]]

    def _moved(self, key: str, one: Advisory) -> Moved:
        origin = _origin(one)
        if origin:
            return Moved(key, one, Labels(origin["batch"], origin["undoes"]))
        return Moved(key, one, Labels(self._labels.get(one.batch or 0), self._labels.get(one.undoes or 0)))


def digest_of(revision: Advisory) -> str:
    """SHA-256 (hex) of a revision without what depends on the archive it lies in."""
    return digest(bare(revision))


def bare(revision: Advisory) -> dict[str, Any]:
    """A revision as a dictionary, without what another archive numbers anew or computes anew."""
    data = {name: value for name, value in revision.to_dict().items() if name not in _NUMBERED}
    if _is_origin(data.get(ORIGIN)):
        del data[ORIGIN]
    return data


_AT_ONCE: Final = 100
"""Revisions after which progress is told."""

_LABELS: Final = frozenset(Labels._fields)
_ROW: Final = frozenset({"text", "sha256", "record", *_LABELS})
_NUMBERED: Final = frozenset({"id", "first", "batch", "undoes", "previous"})


def _origin(revision: Advisory) -> Mapping[str, Any] | None:
    """What a revision that was taken over says of its origin; a later one only repeats what the one before it said."""
    origin = revision.extra.get(ORIGIN)
    return origin if _is_origin(origin) and origin["revision"] == revision.revision else None


def _is_origin(value: Any) -> TypeGuard[dict[str, Any]]:
    return isinstance(value, dict) and value.keys() == {"revision", *_LABELS}
