"""Checking a whole archive or some of its texts: what the store, the search index and the rules find."""

from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from advisory_cli.actions.rules import Review, handle
from advisory_cli.errors import Damaged, NotFound
from advisory_cli.model import Advisory
from advisory_cli.ports import Finding, Progress, SearchIndex, Store


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
        told = False
        try:
            for finding in self.store.check(originals=self.originals, progress=self.progress):
                told = told or finding.rule == _ARCHIVE
                self.report(finding)
            end, review = self.store.end(), Review(today=self.today)
            revisions = self._read(end, review)
            self._tell(review.findings())
            offsets = review.offsets()
            del review  # which holds more than comparing the index should have beside it
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

    def _read(self, end: int, review: Review) -> int:
        """Take in all revisions before `end`; how many there are."""
        revisions = 0
        for place, advisory in self.store.entries():
            if place.offset >= end:  # another process goes on writing
                break
            revisions += 1
            review.take(advisory, place.offset)
            if self.progress and revisions % _STEP == 0:
                self.progress(place.offset, end)
        return revisions

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


_ARCHIVE = "archive"
"""Damage that keeps the archive from being read at all."""

_STEP = 200
"""Revisions between two calls of a progress."""
