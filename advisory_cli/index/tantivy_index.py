"""`TantivyIndex`: a `SearchIndex` in a folder beside the archive."""

from collections.abc import Callable, Iterator
from itertools import islice, takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from advisory_cli.index import folder as folders
from advisory_cli.index.documents import META, first_of, key_document, meta_document, schema, text_document, text_key
from advisory_cli.index.folder import Watermark
from advisory_cli.index.near import nearest_references, nearest_words
from advisory_cli.index.searching import Part, Search
from advisory_cli.ports import Entry, Hits, Key, Place, Progress, Sort, Store
from advisory_cli.query import Query

if TYPE_CHECKING:
    from tantivy import Index, IndexWriter

_Answer = TypeVar("_Answer")

_SMALL: Final = 4_000_000
"""Bytes of archive for which the least memory does."""

_MANY: Final = 20
"""Segments from which a commit waits until some were merged: a short process ends before the threads that merge do."""

_STEP: Final = 200
"""Revisions between two calls of a progress."""

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

    def search(self, query: Query, *, sort: Sort, limit: int | None, offset: int = 0) -> Hits:
        """Current texts that answer the query, best first, all without `limit`. Call `catch_up` first."""
        return self._mended(lambda: Search(self._parts(), query).page(sort, limit, offset))

    def words_near(self, word: str, *, limit: int = 3) -> tuple[str, ...]:
        """Words of the archive that are spelled nearly like this one, nearest first, folded."""
        return self._mended(lambda: nearest_words(self._parts(), word, limit))

    def references_near(self, store: Store, reference: str, *, limit: int = 3) -> tuple[str, ...]:
        """Canonical references of the archive close to this one, nearest first; builds nothing."""
        return nearest_references(self._references(store, reference[:4]), reference, limit)

    def references(self, store: Store, prefix: str, *, limit: int = 100) -> tuple[str, ...]:
        """Canonical references that begin like this, in order; builds nothing."""
        found = {name for name in self._references(store, prefix) if name.startswith(prefix)}
        return tuple(sorted(found)[:limit])

    def _look(self) -> None:
        """Open the index, again only if it was committed to since; nothing where there is none."""
        stamp = None if self._given_up else folders.stamp(self._folder)
        if stamp is None or stamp != self._stamp or self._index is None:
            self._stamp = stamp
            self._index = folders.open_index(self._folder) if stamp else None
            self._mark = folders.watermark(self._index) if self._index else None

    def _parts(self) -> list[Part]:
        """What there is to search: the folder without the texts that the tail has newer, and the tail."""
        base = self._index.searcher() if self._index and self._mark else None
        tail, newer = self._tail or (None, ())
        return [
            *([Part(base, newer)] if base else []),
            *([Part(tail.searcher())] if tail else []),
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
            self._write(folders.open_index(self._folder) or folders.make_index(self._folder), store, progress)
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
        """Take in and commit, with the watermark in the same commit."""
        large = store.end() - (self._mark.end if self._mark else 0) > _SMALL
        # one thread keeps up with the cutting of words, a second costs a quarter more
        writer = index.writer(100_000_000 if large else 15_000_000, num_threads=1)
        index.reload()  # another process may have come before us
        mark = folders.watermark(index)
        if mark is None or not mark.fits(store):
            writer.delete_all_documents()
            mark = None
        mark = _take_in(writer, store, mark, progress)
        writer.delete_documents_by_term("key", META)
        writer.add_document(meta_document(mark.to_json()))
        writer.commit()
        self._look()
        if self._index and self._index.searcher().num_segments > _MANY:
            writer.wait_merging_threads()
            self._look()

    def _hold_tail(self, store: Store, progress: Progress | None) -> None:
        """Hold in memory what the folder does not cover."""
        from tantivy import Index  # noqa: PLC0415 - start-up is a budget

        covered = self.covered(store)
        index = Index(schema())
        writer = index.writer(50_000_000, 1)
        mark = _take_in(writer, store, self._mark, progress)
        writer.commit()
        index.reload()
        newer = {text_key(entry.advisory) for entry in store.entries(covered)} if covered else set()
        self._tail, self._tail_span = (index, tuple(sorted(newer))), (covered, mark.end)

    def _references(self, store: Store, beginning: str) -> Iterator[str]:
        """References that begin like this; of a long tail that is not covered only the first part is looked through."""
        covered = self.covered(store)
        if self._index and self._mark:
            yield from Part(self._index.searcher()).terms("key", f"reference:{beginning}")
        for entry in islice(store.entries(covered), _GLIMPSE):
            if entry.advisory.reference:
                yield entry.advisory.reference


def _take_in(writer: "IndexWriter", store: Store, mark: Watermark | None, progress: Progress | None) -> Watermark:
    """Index what the store holds beyond the mark, and return the new mark."""
    end, place = store.end(), mark.place if mark else Place(0, 0)
    for number, entry in enumerate(_entries(store, mark.end if mark else 0, end)):
        _add(writer, entry)
        place = entry.place
        if progress and number % _STEP == 0:
            progress(min(place.offset + place.length, end), end)
    if progress:
        progress(end, end)
    return Watermark.at(store, end, place)


def _entries(store: Store, start: int, end: int) -> Iterator[Entry]:
    """Up to `end` and no further, even if another process is appending."""
    return takewhile(lambda entry: entry.place.offset < end, store.entries(start))


def _add(writer: "IndexWriter", entry: Entry) -> None:
    """A revision by its keys, and its text in place of the revision before."""
    writer.add_document(key_document(entry))
    if entry.advisory.id != first_of(entry.advisory):
        writer.delete_documents_by_term("key", text_key(entry.advisory))
    writer.add_document(text_document(entry))
