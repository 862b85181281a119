"""One of the indexes that are searched as one: numbers, places and terms out of it."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from advisory_cli.index.schema import KEPT, META
from advisory_cli.ports import Place

if TYPE_CHECKING:
    from tantivy import DocAddress, Index, Query, SearchResult


class Part:
    """An index as it is now, without the documents whose keys are `hidden`."""

    def __init__(self, index: "Index", hidden: Sequence[str] = ()) -> None:
        self.searcher = index.searcher()
        self._schema = index.schema
        self._hidden = hidden

    def narrowed(self, query: "Query") -> "Query":
        """The query without what is hidden."""
        from tantivy import Occur, Query

        if not self._hidden:
            return query
        hidden = Query.term_set_query(self._schema, "key", list(self._hidden))
        return Query.boolean_query([(Occur.Must, query), (Occur.MustNot, hidden)])

    def count(self, query: "Query") -> int:
        """How many documents answer."""
        from tantivy import Query

        unscored = Query.const_score_query(self.narrowed(query), 0.0)
        return count_of(self.searcher.search(unscored, limit=1))

    @cached_property
    def gone(self) -> int:
        """How many texts at most are counted by `frequency` and are no longer there: replaced, or hidden."""
        texts, kept = self.frequency("keyword", "any:"), self.frequency("keyword", KEPT)
        marks = min(1, self.frequency("key", META))
        return texts + kept + marks - self.searcher.num_docs + len(self._hidden)

    def frequency(self, field: str, word: str) -> int:
        """How many documents have the word, about: those that were replaced count for a while."""
        return self.searcher.doc_freq(field, word)

    def counted(self, field: str, prefix: str, query: "Query") -> list[tuple[str, int]]:
        """All terms of a field that begin like this, each with how many documents that answer have it."""
        return self.searcher.terms_with_prefix(field, prefix, self.narrowed(query))

    def values(self, field: str, addresses: "list[DocAddress]") -> list[int]:
        """Numbers of a fast field, in the order of the addresses."""
        return [int(value or 0) for value in self.searcher.fast_field_values(field, addresses)]

    def places(self, key: str) -> tuple[Place, ...]:
        """Where the documents with a key lie, in the order of the archive."""
        from tantivy import Query

        limit = self.searcher.doc_freq("key", key)
        if not limit:
            return ()
        query = Query.term_query(self._schema, "key", key, index_option="basic")
        addresses = [address for _, address in self.searcher.search(query, limit=limit, count=False).hits]
        return tuple(sorted(self.lying(addresses)))

    def lying(self, addresses: "list[DocAddress]") -> Iterator[Place]:
        """Where these documents lie, in the order of the addresses."""
        return map(Place, self.values("offset", addresses), self.values("length", addresses))

    def terms(self, field: str, prefix: str) -> list[str]:
        """All terms of a field that begin like this, without the name and colon of a key."""
        found = self.searcher.terms_with_prefix(field, prefix)
        return [name.partition(":")[2] if field == "key" else name for name, _ in found]


def count_of(result: "SearchResult") -> int:
    """How many answer in all, which the types of tantivy do not know."""
    return int(result.count)  # type: ignore[attr-defined]
