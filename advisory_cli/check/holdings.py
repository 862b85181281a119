"""What the archive holds, as a check asks for it: texts by number, by rows of words, and how they stand."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Final

from advisory_cli.actions.lookup import Lookup, correcting
from advisory_cli.check.values import Standing, Stands
from advisory_cli.check.words import Words
from advisory_cli.errors import Damaged
from advisory_cli.model import Advisory
from advisory_cli.ports import Hits, Place, SearchIndex, Store
from advisory_cli.reference import Reference, Target
from advisory_cli.release import Hold, holds


class Held:
    """A text of the archive, taken apart into words when they are asked for."""

    def __init__(self, advisory: Advisory, shelf: "Shelf") -> None:
        self.advisory = advisory
        self._shelf = shelf

    @property
    def words(self) -> Words:
        """The words of title and body."""
        return self._shelf.words(self)

    @property
    def first(self) -> int:
        """What the text is known by for good."""
        return self.advisory.known_by or 0


class Shelf:
    """The words of texts that were asked for last, as many as memory allows."""

    def __init__(self) -> None:
        self._words: dict[tuple[int, int], Words] = {}

    def words(self, held: Held) -> Words:
        """Those of this text."""
        key = held.first, held.advisory.revision
        words = self._words.pop(key, None) or _words_of(held.advisory)
        self._words[key] = words
        while len(self._words) > 1 and sum(len(one.text) for one in self._words.values()) > _CHARACTERS:
            del self._words[next(iter(self._words))]
        return words


class Holdings:
    """Reads texts of the archive, each once as long as it is needed; the index must have caught up."""

    def __init__(self, store: Store, index: SearchIndex, lookup: Lookup, now: datetime) -> None:
        self._now = now
        self._store = store
        self._index = index
        self._lookup = lookup
        self._shelf = Shelf()
        self._at = lru_cache(maxsize=_KEPT)(self._read)
        self.named = lru_cache(maxsize=_KEPT)(self._named)
        self.corrected_by = lru_cache(maxsize=1024)(self._corrected_by)

    def with_row(self, row: Sequence[str], *, limit: int) -> tuple[int, list[Held]]:
        """In how many texts these words stand one behind the other, as written, and at most `limit` of these."""
        hits = self._index.texts_with_row(row, limit=limit)
        return hits.total, self._held(hits)

    def with_most(self, words: Iterable[str], *, limit: int) -> list[Held]:
        """Texts that have most of the rarest of these words."""
        return self._held(self._index.texts_with_most(list(dict.fromkeys(words)), limit=limit))

    def older(self, held: Held) -> list[Held]:
        """The revisions that were replaced by this one, those replaced last first; of very many not all."""
        now = held.advisory
        line = self._lookup.revisions("first", held.first) if now.revision > 1 else []
        before = [one for one in line if one.revision < now.revision and one.status != "removed"]
        return [Held(one, self._shelf) for one in before[: -_OLDER - 1 : -1]]

    def near(self, reference: Reference) -> tuple[str, ...]:
        """References of the archive that may be meant."""
        return self._lookup.missing(Target(reference)).near

    def standing(self, advisory: Advisory) -> Standing:
        """Whether a reader may rely on a text."""
        if advisory.status != "current":
            return advisory.status
        return "corrected" if self.corrected_by(advisory.reference) else "standing"

    def stands(self, held: Held) -> Stands:
        """The text as a result names it."""
        one = held.advisory
        return Stands(one.name, held.first, one.reference, self.standing(one), self.holds(one))

    def holds(self, advisory: Advisory) -> tuple[Hold, ...]:
        """Why a text must not go out yet."""
        return holds(advisory, self._now)

    def _named(self, reference: Reference) -> tuple[Held, ...]:
        """All texts with a number, in their current revisions, removed ones too."""
        return tuple(Held(text, self._shelf) for text in self._lookup.current(Target(reference)))

    def _corrected_by(self, reference: str | None) -> tuple[str, ...]:
        return correcting(self._lookup.ties(reference))

    def _held(self, hits: Hits) -> list[Held]:
        return [held for hit in hits.hits if (held := self._at(hit.place))]

    def _read(self, place: Place) -> Held | None:
        """The text at a place; none where the index points to what cannot be read, which `doctor` tells."""
        try:
            return Held(self._store.read(place), self._shelf)
        except Damaged:
            return None


_OLDER: Final = 20
"""Replaced revisions of a text that are looked into."""
_KEPT: Final = 128
"""Texts that are remembered by where they lie."""
_CHARACTERS: Final = 4_000_000
"""Of texts whose words are kept."""


def _words_of(advisory: Advisory) -> Words:
    return Words("\n\n".join(filter(None, (advisory.title, advisory.subtitle, advisory.body))))
