"""Take the revisions of a store into an index."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from advisory_cli.index import folder as folders
from advisory_cli.index.documents import first_of, key_document, meta_document, text_document, text_key
from advisory_cli.index.folder import Watermark
from advisory_cli.index.schema import META, schema
from advisory_cli.index.vocabulary import Vocabulary
from advisory_cli.ports import Entry, Place, Progress, Store

if TYPE_CHECKING:
    from tantivy import Index, IndexWriter

_SMALL: Final = 4_000_000
"""Bytes of archive for which the least memory does."""

_LARGE_HEAP: Final = 60_000_000
"""Bytes that are held before they are written as a segment. Eight such are merged, and mapped for that: more of them
take more memory, fewer are merged once more below a million texts."""

_SMALL_HEAP: Final = 15_000_000

_MANY: Final = 8
"""Segments from which a commit waits until some were merged, as tantivy does with so many of a size: a short process
ends before the threads that merge do, and every command opens all that are left."""

_STEP: Final = 200
"""Revisions between two calls of a progress."""


def bring_up_to_date(index: "Index", store: Store, progress: Progress | None) -> None:
    """Take in and commit, with the watermark in the same commit; raises `ValueError` if another process writes."""
    mark = folders.watermark(index)
    large = store.end() - (mark.end if mark else 0) > _SMALL
    # one thread keeps up with the cutting of words, a second costs a quarter more
    writer = index.writer(_LARGE_HEAP if large else _SMALL_HEAP, num_threads=1)
    index.reload()  # another process may have come before us
    mark = folders.watermark(index)
    if mark is None or not mark.fits(store):
        writer.delete_all_documents()
        mark = None
    with _without_collector():
        mark = _take_in(writer, store, mark, progress, Vocabulary(index.searcher() if mark else None))
    writer.delete_documents_by_term("key", META)
    writer.add_document(meta_document(mark.to_json()))
    writer.commit()
    index.reload()
    if large or index.searcher().num_segments > _MANY:
        writer.wait_merging_threads()


def tail_in_memory(
    store: Store, mark: Watermark | None, progress: Progress | None
) -> tuple["Index", int, tuple[str, ...]]:
    """An index of all beyond the mark, the end of what it holds, and the keys of the texts in it."""
    from tantivy import Index

    index = Index(schema())
    writer = index.writer(50_000_000, num_threads=1)
    end = _take_in(writer, store, mark, progress, Vocabulary()).end
    writer.commit()
    index.reload()
    keys = {text_key(entry.advisory) for entry in _entries(store, mark.end, end)} if mark else set()
    return index, end, tuple(sorted(keys))


def _take_in(
    writer: "IndexWriter", store: Store, mark: Watermark | None, progress: Progress | None, vocabulary: Vocabulary
) -> Watermark:
    """Index what the store holds beyond the mark, and return the new mark."""
    end, place = store.end(), mark.place if mark else Place(0, 0)
    for number, entry in enumerate(_entries(store, mark.end if mark else 0, end)):
        _add(writer, entry, vocabulary)
        place = entry.place
        if progress and number % _STEP == 0:
            progress(min(place.offset + place.length, end), end)
    if progress:
        progress(end, end)
    return Watermark.at(store, end, place)


@contextmanager
def _without_collector() -> Iterator[None]:
    """What is made of texts forms no cycles; looking for some takes a tenth of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _entries(store: Store, start: int, end: int) -> Iterator[Entry]:
    """Up to `end` and no further, even if another process is appending."""
    return takewhile(lambda entry: entry.place.offset < end, store.entries(start))


def _add(writer: "IndexWriter", entry: Entry, vocabulary: Vocabulary) -> None:
    """A revision by its keys and new words, and its text in place of the revision before."""
    keys, (text, words) = key_document(entry), text_document(entry)
    for new in vocabulary.take(words, entry.advisory.language.casefold(), keys):
        writer.add_document(new)
    writer.add_document(keys)
    if entry.advisory.id != first_of(entry.advisory):
        writer.delete_documents_by_term("key", text_key(entry.advisory))
    writer.add_document(text)
