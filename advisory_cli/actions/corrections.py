"""Which texts of a list others correct or supersede: asked of the index for many at once."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from advisory_cli.model import Advisory
from advisory_cli.ports import SearchIndex, Store
from advisory_cli.query import Or, Query, Value
from advisory_cli.query.fields import corrections
from advisory_cli.results import Row


class Corrections:
    """Tells of rows by what they are corrected; the index must have caught up."""

    def __init__(self, store: Store, index: SearchIndex) -> None:
        self._store = store
        self._index = index

    def told(self, rows: Iterable[Row]) -> Iterator[Row]:
        """The same rows, with the names of the texts that correct or supersede them."""
        waiting = iter(rows)
        while some := list(islice(waiting, _AT_ONCE)):
            names = self._names({row.advisory.reference for row in some if row.advisory.reference})
            yield from (
                row._replace(corrected_by=names.get(row.advisory.reference or "", ())) if names else row for row in some
            )

    def _names(self, references: set[str]) -> dict[str, tuple[str, ...]]:
        """By the number that is corrected, the names of the texts that say so, none twice."""
        if not references:
            return {}
        asked = Query(Or(tuple(Value("corrects", reference) for reference in sorted(references))))
        hits = self._index.search(asked, sort="added", limit=None).hits
        found: dict[str, dict[str, None]] = {}
        for text in (self._store.read(hit.place) for hit in reversed(hits)):
            for reference in corrected_by(text, references):
                found.setdefault(reference, {})[text.name] = None
        return {reference: tuple(names) for reference, names in found.items()}


def corrected_by(text: Advisory, references: Iterable[str]) -> Sequence[str]:
    """Those of these numbers that a text says it corrects or supersedes; its own is none of them."""
    return sorted(corrections(text).intersection(references))


_AT_ONCE = 200
"""Rows in one question to the index."""
