"""A page of what answers a query: read from the archive, with passages and what corrects each text."""

from collections.abc import Callable
from typing import NamedTuple, TypeVar

from advisory_cli.actions.corrections import Corrections
from advisory_cli.errors import Damaged
from advisory_cli.ports import Hit, SearchIndex, Sort, Store
from advisory_cli.query import Query
from advisory_cli.release import Held
from advisory_cli.results import Results, Row, Rows

_Read = TypeVar("_Read")


class Page(NamedTuple):
    """Which part of the results is wanted, in which order, with how many passages of each text."""

    sort: Sort = "relevance"
    limit: int | None = 20
    """None: all."""
    offset: int = 0
    snippets: int = 0


def page(query: Query, wanted: Page, store: Store, index: SearchIndex, held: Held) -> Results:
    """That part, and how many there are in all; the index must have caught up. Raises `Damaged` where it lies."""
    hits = index.search(query, sort=wanted.sort, limit=wanted.limit, offset=wanted.offset)
    known = query._replace(forms=hits.forms)

    def read(hit: Hit) -> Row:
        text = store.read(hit.place)
        return Row(text, score=hit.score, matched=hit.matched, held=held(text))

    def read_with_passages(hit: Hit) -> Row:
        from advisory_cli.actions.passages import with_passages  # a list does not pay for it

        return with_passages(read(hit), known, wanted.snippets)

    reading = believed(read_with_passages if wanted.snippets else read, index)
    rows = Rows(hits.hits, reading, Corrections(store, index).told)
    return Results(hits.total, rows if wanted.limit is None else tuple(rows), query.notes)


def believed(read: Callable[[Hit], _Read], index: SearchIndex) -> Callable[[Hit], _Read]:
    """The same reading; an index that points to where there is no revision is put aside, as it cannot be believed.

    What is read one by one may be printed already: then it is for the user to ask again. Raises `Damaged`.
    """

    def read_or_forget(hit: Hit) -> _Read:
        try:
            return read(hit)
        except Damaged as error:
            index.forget()
            what = f"there is no revision at byte {hit.place.offset} of the archive"
            raise Damaged("the search index", what, remedy="run this again, which builds the index anew") from error

    return read_or_forget
