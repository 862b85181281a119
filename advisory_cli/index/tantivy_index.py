"""`TantivyIndex`: a `SearchIndex` in a folder beside the archive."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from advisory_cli.index import folder as folders
from advisory_cli.index.part import Part
from advisory_cli.ports import Alike, Hits, Key, Place, Progress, Sort, Store

if TYPE_CHECKING:
    from tantivy import Index

    from advisory_cli.index.folder import Watermark
    from advisory_cli.model import Advisory
    from advisory_cli.query import Query

_Answer = TypeVar("_Answer")

_GLIMPSE: Final = 5_000
"""Revisions of the uncovered tail that are looked through for a suggestion."""


class TantivyIndex:
    """Finds texts by what they say and revisions by their keys; damage to its folder is mended or gone round.

    Where the folder cannot be written, or another process is writing it, the rest of the archive is held in memory.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stamp: tuple[int, int, int] | None = None
        self._index: Index | None = None
        self._mark: Watermark | None = None
        self._given_up = False
        self._tail: tuple[Index, tuple[str, ...]] | None = None
        self._tail_span = (0, 0)
        self._store: Store | None = None

    def catch_up(self, store: Store, *, progress: Progress | None = None) -> None:
        """Take in what the store holds beyond what is covered; begin anew where the two do not fit."""
        if self.covered(store) == store.end() or self._written(store, progress):
            self._tail = None
        elif self._tail is None or self._tail_span != (self.covered(store), store.end()):
            self._hold_tail(store, progress)

    def covered(self, store: Store) -> int:
        """Up to which byte of this store the index speaks; 0 without a fitting index. Builds nothing."""
        self._store = store
        self._look()
        if self._mark and not self._mark.fits(store):
            self._index = self._mark = None
        return self._mark.end if self._mark else 0

    def places(self, key: Key, value: str | int) -> tuple[Place, ...]:
        """Revisions with that value under that key, among what is covered, oldest first."""
        covered = self._mark.end if self._mark else 0
        found = self._mended(lambda: [place for part in self._parts() for place in part.places(f"{key}:{value}")])
        return tuple(place for place in found if place.offset < covered)

    def search(self, query: "Query", *, sort: Sort, limit: int | None, offset: int = 0) -> Hits:
        """Current texts that answer the query, best first, all without `limit`. Call `catch_up` first."""
        from advisory_cli.index.searching import Search  # who looks a key up does not pay for it

        return self._mended(lambda: Search(self._parts(), query).page(sort, limit, offset))

    def facets(self, query: "Query", facets: Sequence[str]) -> dict[str, dict[str, int]]:
        """How many texts that answer have which value, for each of `facets`. Call `catch_up` first."""
        from advisory_cli.index.asking import ask
        from advisory_cli.index.facets import count_facets

        return self._mended(lambda: count_facets(parts := self._parts(), ask(query, parts), facets))

    def words_found(self, query: "Query") -> dict[str, dict[str, tuple[str, ...]]]:
        """What each word of the query stands for, by how near it is. Call `catch_up` first."""
        from advisory_cli.index.meaning import words_found  # only who asks for it pays

        return self._mended(lambda: words_found(self._parts(), query))

    def similar(self, advisory: "Advisory", *, limit: int) -> Alike:
        """Other current texts in its language that share its telling words. Call `catch_up` first."""
        from advisory_cli.index.similar import similar_texts  # only who asks for it pays

        return self._mended(lambda: similar_texts(self._parts(), advisory, limit))

    def texts_with_row(self, row: Sequence[str], *, limit: int) -> Hits:
        """Current texts in which these words stand one behind the other. Call `catch_up` first."""
        from advisory_cli.index.rows import texts_with_row  # only who asks for it pays

        return self._mended(lambda: texts_with_row(self._parts(), row, limit))

    def texts_with_most(self, words: Sequence[str], *, limit: int) -> Hits:
        """Current texts that have most of the rarest of these words. Call `catch_up` first."""
        from advisory_cli.index.rows import texts_with_most

        return self._mended(lambda: texts_with_most(self._parts(), words, limit))

    def words_near(self, word: str) -> tuple[str, ...]:
        """Some words of the archive that are spelled nearly like this one, nearest first, as most texts write them."""
        from advisory_cli.index.near import nearest_words  # only what was not found needs it

        return self._mended(lambda: nearest_words(self._parts(), word))

    def references_near(self, store: Store, reference: str) -> tuple[str, ...]:
        """Some canonical references of the archive close to this one, nearest first; builds nothing."""
        from advisory_cli.index.near import nearest_references

        return nearest_references(self._references(store, reference[:4]), reference)

    def references(self, store: Store, prefix: str, *, limit: int = 100) -> tuple[str, ...]:
        """Canonical references that begin like this, in order; builds nothing."""
        found = {name for name in self._references(store, prefix) if name.startswith(prefix)}
        return tuple(sorted(found)[:limit])

    def forget(self) -> None:
        """See `SearchIndex.forget`."""
        folders.clear(self._folder)
        self._index = self._mark = self._tail = self._stamp = None

    def _look(self) -> None:
        """Open the index, again only if it was committed to since; nothing where there is none."""
        stamp = None if self._given_up else folders.stamp(self._folder)
        if stamp is None or stamp != self._stamp or self._index is None:
            self._stamp = stamp
            self._index = folders.open_index(self._folder) if stamp else None
            self._mark = folders.watermark(self._index) if self._index else None

    def _parts(self) -> list[Part]:
        """What there is to search: the folder without the texts that the tail has newer, and the tail."""
        tail, newer = self._tail or (None, ())
        return [
            *([Part(self._index, newer)] if self._index and self._mark else []),
            *([Part(tail)] if tail else []),
        ]

    def _mended(self, ask: Callable[[], _Answer]) -> _Answer:
        """The answer; if the index turns out to be damaged, that of a new one."""
        try:
            return ask()
        except BaseException as error:
            if self._store is None or not folders.is_damage(error):
                raise
        if not self._rebuilt(self._store, None):
            self._given_up = True
            self._hold_tail(self._store, None)
        return ask()

    def _written(self, store: Store, progress: Progress | None) -> bool:
        """Whether the folder could be brought up to date."""
        if not store.end() and not self._folder.exists():
            return True
        try:
            self._write(folders.make_index(self._folder), store, progress)
        except BaseException as error:
            if folders.is_damage(error):
                return self._rebuilt(store, progress)
            if not isinstance(error, (OSError, ValueError)):
                raise
            return False
        return True

    def _rebuilt(self, store: Store, progress: Progress | None) -> bool:
        """Whether an index that cannot be read or written could be put aside and built anew."""
        self._index = self._mark = None
        try:
            self._write(folders.make_index(self._folder, anew=True), store, progress)
        except (OSError, ValueError):
            return False
        self._tail = None
        return True

    def _write(self, index: "Index", store: Store, progress: Progress | None) -> None:
        from advisory_cli.index.writing import bring_up_to_date  # nothing new, nothing to pay

        bring_up_to_date(index, store, progress)
        self._look()

    def _hold_tail(self, store: Store, progress: Progress | None) -> None:
        """Hold in memory what the folder does not cover."""
        from advisory_cli.index.writing import tail_in_memory  # hardly ever needed

        covered = self.covered(store)
        index, end, newer = tail_in_memory(store, self._mark, progress)
        self._tail, self._tail_span = (index, newer), (covered, end)

    def _references(self, store: Store, beginning: str) -> Iterator[str]:
        """References that begin like this; of a long tail that is not covered only the first part is looked through."""
        covered = self.covered(store)
        if self._index and self._mark:
            yield from Part(self._index).terms("key", f"reference:{beginning}")
        for entry in islice(store.entries(covered), _GLIMPSE):
            if entry.advisory.reference:
                yield entry.advisory.reference
