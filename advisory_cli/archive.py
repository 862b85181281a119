"""`Archive`, the one door: every action on an archive, whatever keeps it and whatever asks.

from advisory_cli import open_archive, read_file

archive = open_archive("data/advisories.json")
archive.add(read_file("EUR-57-002-2012.txt"))
archive.get("EUR 57/002/2012").title
archive.find("Zhanaozen").total
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from advisory_cli.actions.lookup import Lookup, in_language
from advisory_cli.errors import Ambiguous, ArchiveError, Damaged, NothingToUndo, NotKept
from advisory_cli.model import Accession, Advisory, Document
from advisory_cli.ports import Finding, Progress, SearchIndex, Sort, Store
from advisory_cli.reference import Target, parse_targets
from advisory_cli.release import Hold, holds, is_marked
from advisory_cli.results import Outcome, Related, Results, Row, Shown, Write

if TYPE_CHECKING:
    from advisory_cli.actions.checkup import Checked, Proof
    from advisory_cli.actions.coverage import Coverage
    from advisory_cli.actions.histories import Histories, Moved
    from advisory_cli.actions.people import Roll
    from advisory_cli.actions.showing import Showing
    from advisory_cli.actions.standing import Change
    from advisory_cli.actions.takeover import Taken
    from advisory_cli.actions.voices import Voices
    from advisory_cli.check import Marked, Report
    from advisory_cli.ports import Original
    from advisory_cli.query import Query


class Archive:
    """An archive of advisories: add, get and find them.

    `now` returns the time of a write, UTC in ISO 8601; `by` is who writes.
    """

    def __init__(self, store: Store, index: SearchIndex, *, now: Callable[[], str], by: str | None = None) -> None:
        self._store = store
        self._index = index
        self._lookup = Lookup(store, index)
        self._now = now
        self._by = by
        self._in_batch = False
        self._batch: int | None = None
        self._added = 0
        self._lookup_of_many: Lookup | None = None

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Everything written inside counts as one write: history tells it as one, undo takes it back as one."""
        outer, self._in_batch = self._in_batch, True
        try:
            yield
        finally:
            if not outer:
                self._in_batch, self._batch, self._added, self._lookup_of_many = False, None, 0, None

    def add(
        self, item: Accession | Document, *, revise: bool = False, keep_both: bool = False, dry_run: bool = False
    ) -> Outcome:
        """Take a document or a corrected accession in; on return it is on the disk.

        The same bytes again are `unchanged`. Another content under the same reference and language becomes the next
        revision with `revise`, a second text with `keep_both`, and otherwise raises `DuplicateDiffers`.
        """
        (outcome,) = self.add_many([item], revise=revise, keep_both=keep_both, dry_run=dry_run)
        if isinstance(outcome, ArchiveError):
            raise outcome
        return outcome

    def add_many(
        self,
        items: Iterable[Accession | Document],
        *,
        revise: bool = False,
        keep_both: bool = False,
        dry_run: bool = False,
    ) -> "list[Outcome | ArchiveError]":
        """Take a group in, as `add` does each, under one lock and with one wait for the disk.

        Returns what each came to: an error where one is refused. What stops them all, such as `WriteFailed`, `Locked`
        or `Damaged`, is what all came to that were not written. Groups of some hundreds, inside `batch`, are quick.
        """
        from advisory_cli.actions.intake import Intake

        group = [item if isinstance(item, Accession) else _read(item) for item in items]
        lookup = self._lookup_for(len(group))
        intake = Intake(self._store, lookup, self._write, revise=revise, keep_both=keep_both)
        return intake.decide(group) if dry_run else intake.take(group)

    def catch_up(self, *, progress: Progress | None = None) -> None:
        """Take into the search index what it lacks, where that is so much that each addition would be slow for it."""
        if self._store.end() - self._index.covered(self._store) > _MUCH:
            self._index.catch_up(self._store, progress=progress)

    def holding(self, sha256: str, part: str | None = None) -> Advisory | None:
        """The text that was read from the bytes with this hash, or this `Source.part` of them, as it is now.

        None where there is none or it was removed. Quick inside `batch`, for who asks about many.
        """
        from advisory_cli.actions.intake import held_text

        return held_text(self._lookup_for(_FEW + 1), sha256, part)

    def has_erased(self, sha256: str) -> bool:
        """Whether a text that was read from the bytes with this hash was erased for good. As quick as `holding`."""
        return self._lookup_for(_FEW + 1).erased(sha256) is not None

    def remove(
        self,
        texts: Collection[int],
        *,
        reason: str | None = None,
        report: Callable[[Advisory], None] = lambda _: None,
    ) -> int:
        """Take texts, named by the ids of their first revisions, out of all lists; they stay in history.

        As `change`.
        """
        from advisory_cli.actions.standing import removing

        return self.change(texts, removing(reason), report=report)

    def change(
        self,
        texts: Collection[int],
        how: "Change",
        *,
        report: Callable[[Advisory], None] = lambda _: None,
        dry_run: bool = False,
    ) -> int:
        """Give each of these texts, named by the ids of their first revisions, the next revision that `how` makes.

        `report` is told each as it is written when it is on the disk. Texts of which `how` says that nothing changes,
        and removed ones, are passed over; returns how many were not. All of it is one write; raises `NotFound`, and
        then nothing was written.
        """
        from advisory_cli.actions.naming import newest

        changed = 0
        with self._writing(dry_run=dry_run), self.batch():
            places = newest(texts, self._store, self._lookup)
            for start in range(0, len(places), _AT_ONCE):
                current = map(self._store.read, places[start : start + _AT_ONCE])
                new = [_next(one, text) for text in current if text.status != "removed" and (one := how(text))]
                for written in new if dry_run else self._write(*new):
                    report(written)
                changed += len(new)
        return changed

    def release(self, texts: Collection[int]) -> int:
        """Write down in the history of these texts, named as for `change`, that they go out in spite of a `Hold`.

        By whom and when stands in the revision. `undo` passes it over: what is out cannot be taken back.
        """
        from advisory_cli.actions.standing import releasing

        return self.change(texts, releasing)

    def purge(self, text: Advisory, *, reason: str) -> Advisory:
        """Erase a text, its revisions and originals from the disk for good; a bare tombstone stays and is returned.

        The search index goes with it: before, so that nothing happens while it is in use, and after, for good.
        Erasing again goes on where a crash came between.
        """
        tombstone = Advisory(
            reference=text.reference,
            language=text.language,
            status="removed",
            reason=reason,
            action="purge",
            at=self._now(),
            by=self._by,
        )
        with self._store.writing():
            self._index.forget()
            erased = self._store.purge(text.first or 0, tombstone)
            self._index.forget()
        return erased

    def edit(self, changed: Advisory, *, dry_run: bool = False) -> Outcome:
        """Make a corrected record the next revision of the text it was made from, as `get` gave it.

        Raises `Outdated` where the text got a newer revision since, `Removed` where it is gone, and `NameTaken` where
        it would get the reference and language of another text.
        """
        from advisory_cli.actions.editing import edited

        with self._writing(dry_run=dry_run):
            outcome = edited(changed, self._lookup)
            if dry_run or outcome.action == "unchanged":
                return outcome
            (written,) = self._write(outcome.advisory)
            return Outcome("revised", written)

    def writes(self, count: int = 10) -> tuple[Write, ...]:
        """The last writes that `undo` can take back, newest first."""
        from advisory_cli.actions.writes import latest_writes

        return latest_writes(self._store.stamps(), count).writes

    def undo(self, count: int = 1, *, batches: Sequence[int] | None = None, dry_run: bool = False) -> tuple[Write, ...]:
        """Take back the last writes, newest first: each text becomes what it was before, one that was added is removed.

        All of it is one write, which `undo` itself never takes back. `batches` are the writes that are expected;
        raises `Outdated` where others came since, `NothingToUndo`, or `Misuse` where there are not so many.
        """
        from advisory_cli.actions.undoing import Undoing, expected

        if self.is_empty():
            raise NothingToUndo
        with self._writing(dry_run=dry_run):
            latest = expected(self._store.stamps(), count, batches)
            if not dry_run:
                now, batch = self._now(), None
                for revisions in Undoing(self._store, self._index, self._lookup).restored(latest):
                    batch = self._store.append(revisions, at=now, by=self._by, batch=batch)[0].batch
        return latest.writes

    def get(self, target: Target | str, *, languages: Sequence[str] = (), as_of: str | None = None) -> Advisory:
        """One text: of a work in several languages the one asked for, else the first of `languages` there is.

        `target` is a reference in any spelling or ``#17``, either with ``#2`` (a revision) and ``@ru`` behind it;
        `as_of` a day, month or year at whose end the revision was current. Raises `NotFound` with the nearest
        references, `Ambiguous` where two texts were kept under one reference and language, and `Misuse` where there
        was no such revision.
        """
        target = _target(target)
        if as_of or target.revision is not None:
            texts = tuple(shown.advisory for shown in self._showing().past(target, languages, as_of))
        else:
            texts = in_language(target, self._lookup.texts(target), languages)
        if len(texts) > 1:
            raise Ambiguous(str(target), [f"#{text.first}" for text in texts])
        return texts[0]

    def texts(self, target: Target | str) -> tuple[Advisory, ...]:
        """All texts of a work, or the one text with that id, each in its current revision; raises `NotFound`."""
        return self._lookup.texts(_target(target))

    def named(self, target: Target | str, *, removed: bool = False) -> tuple[Advisory, ...]:
        """As `texts`, in the language that the target names if it names one; with `removed` also what was removed.

        Raises `NotFound`.
        """
        return self._lookup.named(_target(target), removed=removed)

    def firsts(self, targets: Sequence[Target]) -> list[int]:
        """The texts that these name, each once, by the ids of their first revisions; many are found in one go.

        Raises `NotFound`.
        """
        from advisory_cli.actions.naming import firsts

        return firsts(targets, self._store, self._lookup)

    def history(self, target: Target | str) -> tuple[tuple[Advisory, ...], ...]:
        """Every revision, oldest first, of each text that has this reference or id or had it once, removed or not.

        A target with a revision means the texts that have one of that number. Raises `NotFound` with the nearest
        references, `Misuse` where there is no such revision.
        """
        return self._showing().history(_target(target))

    def show(
        self, target: Target | str, *, languages: Sequence[str] = (), as_of: str | None = None
    ) -> tuple[Shown, ...]:
        """What there is to show of a text: usually one, several where two were kept under one name.

        `target` and `as_of` as for `get`. Raises `NotFound` with the nearest references.
        """
        target, showing = _target(target), self._showing()
        if not as_of and target.revision is None:
            return showing.current(target, languages)
        past = showing.past(target, languages, as_of)
        return past if as_of else tuple(map(showing.tied, past))

    def original(self, advisory: Advisory) -> bytes:
        """The bytes the text was read from; raises `NotFound` for one typed in by hand."""
        if advisory.source is None:
            raise NotKept(f"of {advisory.name}")
        return self._store.original(advisory.source.sha256)

    def find(  # noqa: PLR0913 - a page of a query has so many sides
        self,
        query: "Query | str" = "",
        *,
        sort: Sort = "relevance",
        limit: int | None = 20,
        offset: int = 0,
        snippets: int = 0,
        progress: Progress | None = None,
    ) -> Results:
        """Current texts that answer the query, best first; without words in it, newest first.

        `limit` (None: all) and `offset` cut a page out; `total` counts all. `snippets` adds so many passages that
        match. `progress` is called while the index is being built.
        """
        from advisory_cli.actions.finding import Page, page

        asked, wanted = self._asked(query), Page(sort, limit, offset, snippets)
        self._index.catch_up(self._store, progress=progress)
        try:
            return page(asked, wanted, self._store, self._index, self._held)
        except Damaged:  # a flipped bit in the index points to where there is no revision: believe a new index
            self._index.forget()
            self._index.catch_up(self._store, progress=progress)
            return page(asked, wanted, self._store, self._index, self._held)

    def matching(self, query: "Query", *, progress: Progress | None = None) -> Iterator[Advisory]:
        """All current texts that answer the query, oldest addition first, read one by one.

        For commands that change what they find: words reach no further than case and accents.
        """
        from advisory_cli.actions.finding import believed
        from advisory_cli.query import Kind, limited

        self._index.catch_up(self._store, progress=progress)
        narrow = self._asked(query._replace(root=limited(query.root, Kind.FOLDED)))
        hits = self._index.search(narrow, sort="added", limit=None).hits
        return map(believed(lambda hit: self._store.read(hit.place), self._index), reversed(hits))

    def histories(self, texts: Collection[int] | None = None, *, progress: Progress | None = None) -> "Histories":
        """All revisions of all texts, or of those named as for `change`, in a form that any archive can take over."""
        from advisory_cli.actions.histories import Histories

        return Histories(self._store, texts, progress=progress)

    def kept(self, sha256: str) -> bytes:
        """The bytes with that hash that a text was read from; raises `NotFound` or `Damaged`."""
        return self._store.original(sha256)

    def still(self) -> AbstractContextManager[None]:
        """Hold the archive so that nobody writes: for copying it."""
        return self._store.writing()

    def keep(self, originals: "Sequence[Original]") -> None:
        """Lay bytes beside the archive that texts to be taken over were read from; the same bytes are kept once."""
        with self._store.writing():
            self._store.keep_original(*originals)

    def take_over(
        self,
        texts: "Iterable[Sequence[Moved]]",
        coming: Collection[str],
        *,
        keep_both: bool = False,
        dry_run: bool = False,
    ) -> "Iterator[Taken]":
        """Take over whole histories; `coming` are the keys of all of them. Their originals go before: see `keep`.

        What is there already is `unchanged`, what is there in part is continued. Another content under the same
        reference and language comes to `DuplicateDiffers` unless `keep_both`, and so do bytes that were erased here to
        `Erased`; another history comes to `HistoryDiffers`.
        Some hundreds are written at a time, and others may write between; interrupted, it can be begun again.
        """
        from advisory_cli.actions.takeover import Takeover

        with self.batch():
            lookup = self._lookup_for(len(coming))
            hold = partial(self._writing, dry_run=dry_run)
            takeover = Takeover(self._store, lookup, self._append, hold, coming, keep_both=keep_both)
            yield from takeover.take(texts, dry_run=dry_run)

    def told(self, texts: Iterable[Advisory], *, progress: Progress | None = None) -> Iterator[Row]:
        """The same texts, each with the names of those that correct or supersede it; read one by one."""
        from advisory_cli.actions.corrections import Corrections

        self._index.catch_up(self._store, progress=progress)
        return Corrections(self._store, self._index).told(Row(text, held=self._held(text)) for text in texts)

    def withheld(self, let_out: Collection[str] = ()) -> frozenset[str]:
        """Names of the texts that must not go out at this moment: of none that is held only for what is `let_out`."""
        from advisory_cli.query import Or, Query, Value

        found = self.matching(Query(Or((Value("is", "embargoed"), Value("is", "internal")))))
        return frozenset(text.name for text in found if not {hold.why for hold in self._held(text)} <= {*let_out})

    def facets(
        self, query: "Query | str", facets: Sequence[str], *, progress: Progress | None = None
    ) -> dict[str, dict[str, int]]:
        """How many current texts that answer the query have which value: ``{"country": {"KAZ": 3, "": 1}}``.

        `facets` are of `query.facets.FACETS`; the empty value stands for texts that have none, the most frequent is
        first. A text in two countries counts for both.
        """
        asked = self._asked(query)
        self._index.catch_up(self._store, progress=progress)
        counts = self._index.facets(asked, facets)
        return {
            facet: dict(sorted(values.items(), key=lambda one: (-one[1], one[0]))) for facet, values in counts.items()
        }

    def words_found(self, query: "Query") -> dict[str, dict[str, tuple[str, ...]]]:
        """What each word of a query stands for: ``{"Zhanaozen": {"exact": ("Zhanaozen",), "script": ("Жанаозен",)}}``.

        As the last search left the index.
        """
        return self._index.words_found(query)

    def related(self, advisory: Advisory, *, similar: int = 5, progress: Progress | None = None) -> tuple[Related, ...]:
        """What belongs to a text of the archive: relations and mentions both ways, other languages and revisions.

        Then at most `similar` texts in its language that share its telling words.
        """
        from advisory_cli.actions.related import Relatives

        self._index.catch_up(self._store, progress=progress)
        return Relatives(advisory, self._store, self._index, self._lookup).all(similar=similar)

    def coverage(
        self, query: "Query", *, limit: int | None = None, offset: int = 0, progress: Progress | None = None
    ) -> "Coverage":
        """Works of which a current text answers the query, by number, with all their languages and what is outdated."""
        from advisory_cli.actions.coverage import coverage

        self._index.catch_up(self._store, progress=progress)
        page = slice(offset, None if limit is None else offset + limit)
        return coverage(self._asked(query), page, self._store, self._index, self._lookup)

    def quotes(
        self,
        texts: "Query | str | Sequence[Advisory]" = "",
        *,
        speaker: str | None = None,
        progress: Progress | None = None,
    ) -> "Voices":
        """Quotations of these texts, or of those that answer a query, newest first; with `speaker` of this person.

        They are read one by one, each time they are gone through.
        """
        from advisory_cli.actions.voices import Voices
        from advisory_cli.persons import People
        from advisory_cli.query import Query, combine, parse_query

        voices = Voices(People(self.facets(Query(), ("speaker",), progress=progress)["speaker"]), speaker)
        if isinstance(texts, str | Query):
            asked = parse_query(texts) if isinstance(texts, str) else texts
            return voices.of(self.find(combine(asked, voices.query), sort="date", limit=None).rows)
        return voices.of(tuple(self.told(texts, progress=progress)))

    def contacts(
        self,
        texts: "Query | str | Sequence[Advisory]" = "",
        *,
        at: str | None = None,
        months: int | None = None,
        progress: Progress | None = None,
    ) -> "Roll":
        """The press contacts in these texts, or in those that answer a query, as people, as of a day, else today.

        What is said of them is from all texts up to then; who is in none of the last `months` before is stale.
        """
        from advisory_cli.actions.people import VALID_MONTHS, as_of, roll_of
        from advisory_cli.query import Query

        when = as_of(at or self._now()[:10], months=VALID_MONTHS if months is None else months)
        self._index.catch_up(self._store, progress=progress)
        asked = self._asked(texts) if isinstance(texts, str | Query) else texts
        return roll_of(asked, when, self._store, self._index, progress=progress)

    def citing(self, advisory: Advisory) -> tuple[str, ...]:
        """Names of the other texts that bear or print the number of this one."""
        from advisory_cli.query import Number, Query

        if not advisory.reference:
            return ()
        found = self.matching(Query(Number((advisory.reference,))))
        return tuple(text.name for text in found if text.first != advisory.first)

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
        from advisory_cli.actions.checkup import Checkup

        checkup = Checkup(self._store, self._index, report, self._now()[:10], originals, progress)
        return checkup.of_archive() if texts is None else checkup.of_texts(texts, is_held=self._lookup.is_held)

    def check_manuscript(self, text: str, *, progress: Progress | None = None) -> "Report":
        r"""Hold a manuscript, with ``\n`` at its line ends, against the archive: references, quotations, passages."""
        from advisory_cli.check import Checking

        self._index.catch_up(self._store, progress=progress)
        report = Checking(self._store, self._index, self._lookup, self._clock()).report(text, progress=progress)
        return report._replace(marked=tuple(self._marked_in(text)))

    def mend(self, *, progress: Progress | None = None) -> tuple[str, ...]:
        """Set aside what cannot be read, and build the search index anew; says what was done. Loses nothing."""
        done = self._store.mend()
        self._index.forget()
        self._index.catch_up(self._store, progress=progress)
        return *done, "the search index was built anew"

    def proof(self) -> "Proof":
        """The end of the chain as it is now, to be kept elsewhere."""
        from advisory_cli.actions.checkup import Proof

        return Proof(*self._store.head(), self._now())

    def is_empty(self) -> bool:
        """Whether nothing was ever added."""
        return self._store.end() == 0 or next(iter(self._store.entries()), None) is None

    def suggest(self, query: "Query") -> tuple[str, ...]:
        """What may have been meant by a query that finds nothing: sentences that name what the archive holds."""
        from advisory_cli.actions.suggesting import Suggesting

        return Suggesting(self._asked(query), self._store, self._index).hints()

    def beside(self, query: "Query") -> tuple[str, ...]:
        """What else may have been meant by a query that finds little: words that more texts spell nearly so."""
        from advisory_cli.actions.suggesting import Suggesting

        return Suggesting(self._asked(query), self._store, self._index).beside()

    def references(self, prefix: str, *, limit: int = 100) -> tuple[str, ...]:
        """Canonical references that begin like this, for completion; builds nothing."""
        return self._index.references(self._store, prefix, limit=limit)

    def tags(self) -> tuple[str, ...]:
        """Tags as written, the most frequent first, for completion; builds nothing."""
        from advisory_cli.actions.tagging import tags_of

        return tags_of(self._store, self._index)

    def _write(self, *revisions: Advisory) -> tuple[Advisory, ...]:
        """Append revisions at once, stamped with when, by whom and in which batch."""
        now = self._now()
        corrected = [replace(one, corrected=now) if one.action == "revise" else one for one in revisions]
        written = self._store.append(corrected, at=now, by=self._by, batch=self._batch, undoes=None)
        if self._in_batch and written:
            self._batch = written[0].batch
        return written

    def _append(self, revisions: Sequence[Advisory]) -> tuple[Advisory, ...]:
        """Append revisions at once with when and by whom they were written, in the batch of this call."""
        written = self._store.append(revisions, batch=self._batch)
        self._batch = written[0].batch
        return written

    def _lookup_for(self, count: int) -> Lookup:
        """For so many more additions: in a batch of many, one that has the keys of the end of the archive at hand."""
        self._added += count
        if not self._in_batch or self._added <= _FEW:
            return self._lookup
        if self._lookup_of_many is None:
            from advisory_cli.actions.tail import Tail

            self._lookup_of_many = Lookup(self._store, self._index, Tail(self._store, self._index))
            self._lookup_of_many.catch_up()
        return self._lookup_of_many

    def _showing(self) -> "Showing":
        from advisory_cli.actions.showing import Showing

        return Showing(self._lookup, self._held)

    def _asked(self, query: "Query | str") -> "Query":
        """The query as it is to be understood now."""
        from advisory_cli.query import at_time, parse_query

        asked = parse_query(query) if isinstance(query, str) else query
        return asked._replace(root=at_time(asked.root, lambda: int(self._clock().timestamp())))

    def _held(self, *texts: Advisory) -> tuple[Hold, ...]:
        """Why it must not go out now, by the first of these revisions that says so."""
        return next((held for text in texts if is_marked(text) and (held := holds(text, self._clock()))), ())

    def _marked_in(self, draft: str) -> "Iterator[Marked]":
        """Passages of a draft that are marked in any text as not to go out."""
        from advisory_cli.check import Marked
        from advisory_cli.query import Query, Value
        from advisory_cli.redaction import found_in_draft

        for found in found_in_draft(draft, self.matching(Query(Value("is", "redacted")))):
            yield Marked(*found)

    def _clock(self) -> datetime:
        return datetime.fromisoformat(self._now())

    def _writing(self, *, dry_run: bool) -> AbstractContextManager[None]:
        return nullcontext() if dry_run else self._store.writing()


_MUCH = 64 << 20
"""Bytes beyond the index through which an addition looks in a thirtieth of a second."""

_AT_ONCE = 500
"""Texts in one append: bounds the memory of a long removal."""

_FEW = 20
"""Additions for which it does not pay to have the end of the archive at hand."""


def _read(document: Document) -> Accession:
    from advisory_cli.actions.accession import accession

    return accession(document)


def _target(target: Target | str) -> Target:
    if isinstance(target, Target):
        return target
    targets = parse_targets([target])
    if len(targets) > 1:
        raise Ambiguous(target, [str(one) for one in targets])
    return targets[0]


def _next(changed: Advisory, text: Advisory) -> Advisory:
    return replace(changed, revision=text.revision + 1)
