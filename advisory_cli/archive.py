"""`Archive`, the one door: every action on an archive, whatever keeps it and whatever asks.

from advisory_cli import open_archive, read_file

archive = open_archive("data/advisories.json")
archive.add(read_file("EUR-57-002-2012.txt"))
archive.get("EUR 57/002/2012").title
archive.find("Zhanaozen").total
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from advisory_cli.errors import Ambiguous, Damaged, DuplicateDiffers, NotFound
from advisory_cli.model import Accession, Advisory, Document, Source
from advisory_cli.ports import Finding, Hit, Key, Original, Progress, SearchIndex, Sort, Store
from advisory_cli.reference import Target, parse_targets
from advisory_cli.results import Row, Shown

if TYPE_CHECKING:
    from advisory_cli.checkup import Checked, Proof
    from advisory_cli.query import Query


class Outcome(NamedTuple):
    """What became of an accession: the record as the archive holds it now (or would, in a dry run)."""

    action: Literal["added", "revised", "unchanged"]
    advisory: Advisory


class Results(NamedTuple):
    """A page of results, the exact total, and what there is to say about the query."""

    total: int
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()


class Archive:
    """An archive of advisories: add, get and find them.

    `now` returns the time of a write, UTC in ISO 8601; `by` is who writes.
    """

    def __init__(self, store: Store, index: SearchIndex, *, now: Callable[[], str], by: str | None = None) -> None:
        self._store = store
        self._index = index
        self._now = now
        self._by = by
        self._in_batch = False
        self._batch: int | None = None

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Everything written inside counts as one write: history tells it as one, undo takes it back as one."""
        self._in_batch = True
        try:
            yield
        finally:
            self._in_batch, self._batch = False, None

    def add(
        self, item: Accession | Document, *, revise: bool = False, keep_both: bool = False, dry_run: bool = False
    ) -> Outcome:
        """Take a document or a corrected accession in; on return it is on the disk.

        The same bytes again are `unchanged`. Another content under the same reference and language becomes the next
        revision with `revise`, a second text with `keep_both`, and otherwise raises `DuplicateDiffers`.
        """
        taken = item if isinstance(item, Accession) else _read(item)
        if dry_run:
            return self._decide(taken.advisory, revise=revise, keep_both=keep_both)
        with self._store.writing():
            outcome = self._decide(taken.advisory, revise=revise, keep_both=keep_both)
            if outcome.action == "unchanged":
                return outcome
            if taken.document:
                self._store.keep_original(Original(taken.document.content, taken.document.extension))
            (written,) = self._write(outcome.advisory)
            return Outcome(outcome.action, written)

    def remove(self, texts: Iterable[int], *, reason: str | None = None) -> tuple[Advisory, ...]:
        """Take texts, named by the ids of their first revisions, out of all lists; they stay in history.

        Returns what was written, at once and on the disk. Texts that are removed already are passed over.
        """
        with self._store.writing():
            current = [self._revisions("first", first)[-1] for first in texts]
            gone = [text for text in current if text.status != "removed"]
            return self._write(*(_removed(text, reason) for text in gone))

    def purge(self, text: Advisory, *, reason: str) -> Advisory:
        """Erase a text, its revisions and originals from the disk for good; a bare tombstone stays and is returned.

        The search index goes with it: before, so that nothing happens if it is in use, and after, for good.
        """
        with self._store.writing():
            last = self._revisions("first", text.first or 0)[-1]
            self._index.forget()
            if last.action == "purge":
                return last
            tombstone = self._store.purge(last.first or 0, self._tombstone(last, reason))
            self._index.forget()
            return tombstone

    def get(self, target: Target | str, *, languages: Sequence[str] = ()) -> Advisory:
        """One text: of a work in several languages the one asked for, else the first of `languages` there is.

        `target` is a reference in any spelling, ``#17``, either with ``@ru`` behind it. Raises `NotFound` with the
        nearest references, and `Ambiguous` where two texts were kept under one reference and language.
        """
        target = _target(target)
        texts = self._in_language(target, self.texts(target), languages)
        if len(texts) > 1:
            raise Ambiguous(str(target), [f"#{text.first}" for text in texts])
        return texts[0]

    def texts(self, target: Target | str) -> tuple[Advisory, ...]:
        """All texts of a work, or the one text with that id, each in its current revision; raises `NotFound`."""
        target = _target(target)
        found = [text for text in self._current(target) if text.status != "removed"]
        if not found:
            raise self._missing(target)
        return tuple(found)

    def named(self, target: Target | str, *, removed: bool = False) -> tuple[Advisory, ...]:
        """As `texts`, in the language that the target names if it names one; with `removed` also what was removed.

        Raises `NotFound`.
        """
        target = _target(target)
        found = tuple(self._current(target)) if removed else self.texts(target)
        if not found:
            raise self._missing(target)
        return self._in_language(target, found, ()) if target.language else found

    def show(self, target: Target | str, *, languages: Sequence[str] = ()) -> tuple[Shown, ...]:
        """What there is to show of a text: usually one, several where two were kept under one name.

        Raises `NotFound` with the nearest references.
        """
        target = _target(target)
        texts = self.texts(target)
        chosen = self._in_language(target, texts, languages)
        work = self.texts(chosen[0].reference) if chosen[0].reference and target.reference is None else texts
        return tuple(
            Shown(text, tuple(other.name for other in work if other.first != text.first), text.revision)
            for text in chosen
        )

    def original(self, advisory: Advisory) -> bytes:
        """The bytes the text was read from; raises `NotFound` for one typed in by hand."""
        if advisory.source is None:
            raise NotFound(f"original of {advisory.name}")
        return self._store.original(advisory.source.sha256)

    def find(  # noqa: PLR0913 - a page of a query has so many sides
        self,
        query: "Query | str" = "",
        *,
        sort: Sort = "relevance",
        limit: int | None = 20,
        offset: int = 0,
        snippets: bool = False,
        progress: Progress | None = None,
    ) -> Results:
        """Current texts that answer the query, best first; without words in it, newest first.

        `limit` (None: all) and `offset` cut a page out; `total` counts all. `snippets` adds the passages that match.
        `progress` is called while the index is being built.
        """
        from advisory_cli.query import parse_query  # noqa: PLC0415 - who names a text does not pay for searching

        asked = parse_query(query) if isinstance(query, str) else query
        self._index.catch_up(self._store, progress=progress)
        try:
            return self._page(asked, sort, limit, offset, snippets=snippets)
        except Damaged:  # a flipped bit in the index points to where there is no revision: believe a new index
            self._index.forget()
            self._index.catch_up(self._store, progress=progress)
            return self._page(asked, sort, limit, offset, snippets=snippets)

    def matching(self, query: "Query", *, progress: Progress | None = None) -> Iterator[Advisory]:
        """All current texts that answer the query, oldest addition first, read one by one."""
        self._index.catch_up(self._store, progress=progress)
        hits = self._index.search(query, sort="added", limit=None).hits
        return (self._store.read(hit.place) for hit in reversed(hits))

    def citing(self, advisory: Advisory) -> tuple[str, ...]:
        """Names of the other works' texts that print the number of this one."""
        from advisory_cli.query import Number, Query  # noqa: PLC0415 - as in `find`

        if not advisory.reference:
            return ()
        found = self.matching(Query(Number((advisory.reference,))))
        return tuple(text.name for text in found if text.reference != advisory.reference)

    def check(
        self,
        report: Callable[[Finding], None],
        *,
        texts: Iterable[Advisory] | None = None,
        originals: bool = True,
        progress: Progress | None = None,
    ) -> "Checked":
        """Tell `report` whatever an archivist should look at: in the whole archive, or in these texts alone.

        Without `originals` the bytes as they came are not read. Changes nothing but the search index.
        """
        from advisory_cli.checkup import Checkup  # noqa: PLC0415 - only `doctor` needs it

        checkup = Checkup(self._store, self._index, report, self._now()[:10], originals, progress)
        return checkup.of_archive() if texts is None else checkup.of_texts(texts, is_held=self._is_held)

    def mend(self, *, progress: Progress | None = None) -> tuple[str, ...]:
        """Set aside what cannot be read, and build the search index anew; says what was done. Loses nothing."""
        done = self._store.mend()
        self._index.forget()
        self._index.catch_up(self._store, progress=progress)
        return *done, "the search index was built anew"

    def proof(self) -> "Proof":
        """The end of the chain as it is now, to be kept elsewhere."""
        from advisory_cli.checkup import Proof  # noqa: PLC0415 - only `doctor` needs it

        return Proof(*self._store.head(), self._now())

    def is_empty(self) -> bool:
        """Whether nothing was ever added."""
        return self._store.end() == 0

    def suggest(self, query: "Query") -> tuple[str, ...]:
        """What may have been meant by a query that finds nothing: references or words of the archive."""
        from advisory_cli.query import plain_words, references  # noqa: PLC0415 - as in `find`

        for name in references(query):
            if near := self._index.references_near(self._store, name):
                return near
        return tuple(near for word in plain_words(query) for near in self._index.words_near(word))

    def references(self, prefix: str, *, limit: int = 100) -> tuple[str, ...]:
        """Canonical references that begin like this, for completion; builds nothing."""
        return self._index.references(self._store, prefix, limit=limit)

    def _write(self, *revisions: Advisory) -> tuple[Advisory, ...]:
        """Append revisions at once, stamped with when, by whom and in which batch."""
        stamp: Any = {"at": self._now(), "by": self._by, "batch": self._batch, "undoes": None}
        written = self._store.append([replace(revision, **stamp) for revision in revisions])
        if self._in_batch and written:
            self._batch = written[0].batch
        return written

    def _tombstone(self, text: Advisory, reason: str) -> Advisory:
        """What stays of a text that is erased: what it was called, the hash of its original, when, by whom and why."""
        source = text.source and Source("", text.source.media_type, text.source.sha256, text.source.bytes)
        return Advisory(
            reference=text.reference,
            language=text.language,
            status="removed",
            reason=reason,
            source=source,
            first=text.first,
            revision=text.revision + 1,
            action="purge",
            at=self._now(),
            by=self._by,
        )

    def _is_held(self, reference: str) -> bool:
        """Whether some current text has this canonical reference."""
        texts = self._lines(self._revisions("reference", reference))
        return any(text.reference == reference and text.status != "removed" for text in texts)

    def _decide(self, new: Advisory, *, revise: bool, keep_both: bool) -> Outcome:
        """What an accession comes to, given what is there."""
        same = self._with_content(new)
        if same and not (revise and _content(same) != _content(new)):
            return Outcome("unchanged", same)
        held = [same] if same else self._same_name(new)
        if not held or (keep_both and not revise):
            return Outcome("added", replace(new, action="add", revision=1, first=None))
        if not revise:
            raise DuplicateDiffers(new.name, f"#{held[0].first}")
        if len(held) > 1:
            raise Ambiguous(new.name, [f"#{text.first}" for text in held])
        last = held[0]
        return Outcome("revised", replace(new, action="revise", revision=last.revision + 1, first=last.first))

    def _with_content(self, new: Advisory) -> Advisory | None:
        """The text that holds these bytes in one of its revisions, or this very record if it was typed in."""
        if new.source:
            texts = self._lines(self._revisions("sha256", new.source.sha256))
        else:
            texts = [text for text in self._same_name(new) if _content(text) == _content(new)]
        return next((text for text in texts if text.status != "removed"), None)

    def _same_name(self, new: Advisory) -> list[Advisory]:
        if new.reference is None:
            return []
        texts = self._lines(self._revisions("reference", new.reference))
        return [text for text in texts if _name(text) == _name(new) and text.status != "removed"]

    def _current(self, target: Target) -> list[Advisory]:
        if target.reference is None:
            return self._lines(self._revisions("id", target.id or 0))
        names = target.reference.spellings
        texts = self._lines(revision for name in names for revision in self._revisions("reference", name))
        return [text for text in texts if text.reference in names]

    def _lines(self, revisions: Iterable[Advisory]) -> list[Advisory]:
        """The current revisions of the texts that these revisions belong to, in the order they were first added."""
        firsts = {revision.first for revision in revisions if revision.first is not None}
        return [self._revisions("first", first)[-1] for first in sorted(firsts)]

    def _revisions(self, key: Key, value: str | int) -> list[Advisory]:
        """Revisions with that value under that key: from the index what it covers, from the store the rest."""
        covered = self._index.covered(self._store)
        try:
            indexed = [self._store.read(place) for place in self._index.places(key, value)] if covered else []
        except Damaged:  # in the index or in the archive: the archive itself says what can be read
            covered, indexed = 0, []
        return indexed + [entry.advisory for entry in self._store.holding(key, value, covered)]

    def _in_language(self, target: Target, texts: Sequence[Advisory], languages: Sequence[str]) -> tuple[Advisory, ...]:
        wanted = [target.language] if target.language else [*languages, "en", texts[0].language]
        for language in wanted:
            if chosen := tuple(text for text in texts if text.language == language):
                return chosen
        raise NotFound(f"{target}", near=[f"{target.reference or f'#{target.id}'}@{text.language}" for text in texts])

    def _missing(self, target: Target) -> NotFound:
        if target.reference is None:
            return NotFound(str(target))
        return NotFound(str(target.reference), near=self._index.references_near(self._store, str(target.reference)))

    def _page(self, query: "Query", sort: Sort, limit: int | None, offset: int, *, snippets: bool) -> Results:
        hits = self._index.search(query, sort=sort, limit=limit, offset=offset)
        rows = tuple(self._row(hit, query, snippets=snippets) for hit in hits.hits)
        return Results(hits.total, rows, query.notes)

    def _row(self, hit: Hit, query: "Query", *, snippets: bool) -> Row:
        advisory = self._store.read(hit.place)
        if not snippets:
            return Row(advisory, score=hit.score, matched=hit.matched)
        from advisory_cli.query import needles  # noqa: PLC0415 - as in `find`
        from advisory_cli.text import mark, snippet  # noqa: PLC0415

        return Row(
            advisory,
            snippet=snippet(advisory.body, needles(query, "body")),
            title_marks=mark(advisory.title or "", needles(query, "title")),
            score=hit.score,
            matched=hit.matched,
        )


def _read(document: Document) -> Accession:
    from advisory_cli.accession import accession  # noqa: PLC0415 - who only looks does not pay for the parser

    return accession(document)


def _target(target: Target | str) -> Target:
    if isinstance(target, Target):
        return target
    targets = parse_targets([target])
    if len(targets) > 1:
        raise Ambiguous(target, [str(one) for one in targets])
    return targets[0]


def _name(advisory: Advisory) -> tuple[str | None, str]:
    return advisory.reference, advisory.language


def _removed(text: Advisory, reason: str | None) -> Advisory:
    return replace(text, status="removed", action="remove", reason=reason, revision=text.revision + 1)


def _content(advisory: Advisory) -> Advisory:
    """The record without what the archive itself writes into it."""
    own = {"id": None, "first": None, "revision": 1, "action": "add", "at": None, "by": None, "batch": None}
    return replace(advisory, **own, undoes=None, previous=None, status="current")  # type: ignore[arg-type]
