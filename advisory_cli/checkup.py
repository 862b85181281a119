"""Checking a whole archive or some of its texts: what the store, the search index and the rules find."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from advisory_cli.errors import Damaged, NotFound
from advisory_cli.model import Advisory
from advisory_cli.ports import Finding, Progress, SearchIndex, Store
from advisory_cli.rules import Review, handle

Report = Callable[[Finding], None]
"""Is told every finding as soon as it is made."""


class Checked(NamedTuple):
    """What was looked at."""

    revisions: int
    texts: int
    indexed: int | None = None
    """How many texts the search index holds; None if it was not compared."""


class Proof(NamedTuple):
    """The end of the chain at one moment, to be kept elsewhere."""

    revisions: int
    digest: str | None
    """SHA-256 of the last revision in canonical JSON, which names the one before it, and so on."""
    at: str


def check_archive(
    store: Store, index: SearchIndex, report: Report, *, today: str, originals: bool, progress: Progress | None
) -> Checked:
    """Chain, lines and originals, then every current text, then the search index; damage is a finding like others."""
    try:
        _tell(report, store.check(originals=originals, progress=progress))
        end = store.end()
        review = Review(today=today)
        revisions, places = _read(store, end, review, progress)
        _tell(report, review.findings())
        return Checked(revisions, review.texts, _indexed(store, index, end, places, report, progress))
    except Damaged as error:
        report(Finding("archive", error.path, error.what))
        return Checked(0, 0)


def check_texts(
    texts: Iterable[Advisory],
    store: Store,
    report: Report,
    *,
    today: str,
    originals: bool,
    is_held: Callable[[str], bool],
) -> Checked:
    """These texts by the rules, and their originals; neither the chain nor the search index."""
    review = Review(today=today)
    for text in texts:
        review.take(text)
        if originals and text.source:
            _tell(report, _original(store, handle(text), text.source.sha256))
    _tell(report, review.findings(is_held=is_held))
    return Checked(review.texts, review.texts)


_STEP = 200
"""Revisions between two calls of a progress."""


def _tell(report: Report, findings: Iterable[Finding]) -> None:
    for finding in findings:
        report(finding)


def _read(store: Store, end: int, review: Review, progress: Progress | None) -> tuple[int, dict[int, int]]:
    """Take all revisions before `end` in; how many there are, and where the current one of each text lies."""
    number = 0
    places: dict[int, int] = {}
    for number, (place, advisory) in enumerate(store.entries(), 1):
        if place.offset >= end:  # another process goes on writing
            return number - 1, places
        review.take(advisory)
        first = advisory.first or 0
        places.pop(first, None)
        if advisory.status != "removed":
            places[first] = place.offset
        if progress and number % _STEP == 0:
            progress(place.offset, end)
    return number, places


def _indexed(  # noqa: PLR0913 - what is compared, and who hears of it
    store: Store, index: SearchIndex, end: int, places: dict[int, int], report: Report, progress: Progress | None
) -> int | None:
    """Compare which texts the index finds, and where, with those that were read; None if somebody writes meanwhile."""
    from advisory_cli.query import Query  # noqa: PLC0415 - who checks some texts does not pay for it

    index.catch_up(store, progress=progress)
    found = [hit.place.offset for hit in index.search(Query(), sort="added", limit=None).hits]
    if store.end() != end:
        return None
    if sorted(found) != sorted(places.values()):
        what = (
            f"it finds {len(found)} texts where the archive has {len(places)}, or at other places; it can be built anew"
        )
        report(Finding("index", "search index", what, fixable=True))
    return len(found)


def _original(store: Store, where: str, sha256: str) -> Iterator[Finding]:
    try:
        store.original(sha256)
    except (NotFound, Damaged) as error:
        yield Finding("original", where, str(error))
