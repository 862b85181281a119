"""Checking a whole archive or some of its texts: what the store, the search index and the rules find."""

from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from advisory_cli.actions.rules import Review, handle
from advisory_cli.errors import Damaged, NotFound
from advisory_cli.model import Advisory
from advisory_cli.ports import Entry, Finding, Progress, SearchIndex, Store


class Checked(NamedTuple):
    """What was looked at."""

    revisions: int
    texts: int
    indexed: int | None = None
    """How many texts the search index finds; None if it was not compared."""


class Proof(NamedTuple):
    """The end of the chain at one moment, to be kept elsewhere."""

    revisions: int
    digest: str | None
    """SHA-256 of the last revision in canonical JSON, which names the one before it, and so on to the first."""
    at: str


@dataclass(frozen=True, slots=True)
class Checkup:
    """A check, and who is told of every finding as soon as it is made."""

    store: Store
    index: SearchIndex
    report: Callable[[Finding], None]
    today: str
    originals: bool = True
    """Whether originals are read and hashed."""
    progress: Progress | None = None

    def of_archive(self) -> Checked:
        """Chain, lines and originals, then every current text, then the search index; damage is one more finding."""
        told, reading = False, _Reading(Review(today=self.today))
        try:
            for finding in self.store.check(originals=self.originals, progress=self.progress, seen=reading.take):
                told = told or finding.rule == _ARCHIVE
                self.report(finding)
            end = self.store.end()
            self._read_on(end, reading)
            self._tell(reading.review.findings())
            revisions, offsets = reading.revisions, reading.review.offsets()
            del reading  # which holds more than the index should have beside it
            return Checked(revisions, len(offsets), self._indexed(end, offsets))
        except Damaged as error:
            if not told:
                self.report(Finding(_ARCHIVE, error.path, f"{error.what}; restore it from a backup"))
            return Checked(0, 0)

    def of_texts(self, texts: Iterable[Advisory], *, is_held: Callable[[str], bool]) -> Checked:
        """These texts by the rules, and their originals; neither the chain nor the search index."""
        review = Review(today=self.today)
        for text in texts:
            review.take(text)
            if self.originals and text.source:
                self._check_original(handle(text), text.source.sha256)
        self._tell(review.findings(is_held=is_held))
        return Checked(review.texts, review.texts)

    def _tell(self, findings: Iterable[Finding]) -> None:
        for finding in findings:
            self.report(finding)

    def _read_on(self, end: int, reading: "_Reading") -> None:
        """Take in what was not seen before `end`: what was added meanwhile, or all of it."""
        for entry in self.store.entries(reading.reached):
            if entry.place.offset >= end:  # another process goes on writing
                break
            reading.take(entry)
            if self.progress and reading.revisions % _STEP == 0:
                self.progress(reading.reached, end)

    def _indexed(self, end: int, offsets: "array[int]") -> int | None:
        """Compare which texts the index finds, and where, with those that were read; None if somebody wrote."""
        from advisory_cli.query import Query  # who checks some texts does not pay for it

        self.index.catch_up(self.store, progress=self.progress)
        hits = self.index.search(Query(), sort="added", limit=None).hits
        if self.store.end() != end:
            return None
        if array("Q", sorted(hit.place.offset for hit in hits)) != offsets:
            what = f"it finds {len(hits)} texts, the archive has {len(offsets)}, or they lie elsewhere; build it anew"
            self.report(Finding("index", "search index", what, fixable=True))
        return len(hits)

    def _check_original(self, where: str, sha256: str) -> None:
        try:
            self.store.original(sha256)
        except (NotFound, Damaged) as error:
            self.report(Finding("original", where, str(error)))


class _Reading:
    """Takes in the revisions of an archive, one after the other."""

    def __init__(self, review: Review) -> None:
        self.review = review
        self.revisions = 0
        self.reached = 0
        """Where the revision ends that was taken in last."""

    def take(self, entry: Entry) -> None:
        """The next revision."""
        self.revisions += 1
        self.reached = entry.place.offset + entry.place.length
        self.review.take(entry.advisory, entry.place.offset)


_ARCHIVE = "archive"
"""Damage that keeps the archive from being read at all."""

_STEP = 200
"""Revisions between two calls of a progress."""
