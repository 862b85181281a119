"""What belongs to a text: what it says of others, what others say of it, its other languages, texts like it."""

from collections.abc import Iterator
from itertools import islice

from advisory_cli.actions.lookup import Lookup, in_language
from advisory_cli.model import Advisory
from advisory_cli.ports import SearchIndex, Store
from advisory_cli.query import Number, Query
from advisory_cli.reference import Target, parse_reference
from advisory_cli.results import Related
from advisory_cli.text import fold, spellings


class Relatives:
    """Finds what belongs to one text; the index must have caught up."""

    def __init__(self, advisory: Advisory, store: Store, index: SearchIndex, lookup: Lookup) -> None:
        self._advisory = advisory
        self._store = store
        self._index = index
        self._lookup = lookup

    def all(self, *, similar: int) -> tuple[Related, ...]:
        """Relations, then mentions, then other languages and revisions, then at most so many similar texts."""
        incoming = list(self._incoming())
        said = [
            *self._relations(),
            *(one for one in incoming if one.relation != "mentions"),
            *self._mentions(),
            *(one for one in incoming if one.relation == "mentions"),
            *self._work(),
            *self._revisions(),
        ]
        known = {one.advisory.first for one in said if one.advisory}
        alike = (one for one in self._alike(similar + len(known)) if one.advisory and one.advisory.first not in known)
        return (*said, *islice(alike, similar))

    def _relations(self) -> Iterator[Related]:
        for relation in dict.fromkeys(self._advisory.relations):
            yield self._named(relation.type, relation.reference)

    def _mentions(self) -> Iterator[Related]:
        """Numbers that stand in the text, without its own and those of its relations."""
        known = {self._advisory.reference, *(relation.reference for relation in self._advisory.relations)}
        for reference in dict.fromkeys(self._advisory.mentions):
            if reference not in known:
                yield self._named("mentions", reference)

    def _named(self, relation: str, reference: str) -> Related:
        """A reference this text names, with the text it means: another one, in the same language if there is one."""
        read = parse_reference(reference)
        current = self._lookup.current(Target(read)) if read else []
        texts = [text for text in current if text.first != self._advisory.first]  # of a work it translates another
        kept = [text for text in texts if text.status != "removed"]
        chosen = in_language(Target(read), kept, [self._advisory.language])[0] if kept else None
        return Related(relation, "out", reference, chosen, removed=bool(texts) and not kept)

    def _incoming(self) -> Iterator[Related]:
        """What other texts say of this one, newest first."""
        own = self._advisory.reference
        if own is None:
            return
        hits = self._index.search(Query(Number((own,))), sort="date", limit=None).hits
        for text in (self._store.read(hit.place) for hit in hits):
            if text.reference != own:
                types = dict.fromkeys(one.type for one in text.relations if one.reference == own)
                yield from (Related(kind, "in", text.reference, text) for kind in types or ("mentions",))

    def _work(self) -> Iterator[Related]:
        """The other texts with this number."""
        read = parse_reference(self._advisory.reference or "")
        for text in self._lookup.current(Target(read)) if read else ():
            if text.first != self._advisory.first and text.status != "removed":
                relation = "language" if text.language != self._advisory.language else "same number"
                yield Related(relation, None, text.reference, text)

    def _revisions(self) -> Iterator[Related]:
        """Earlier revisions, newest first."""
        for text in reversed(self._lookup.revisions("first", self._advisory.first or 0)):
            if text.revision < self._advisory.revision:
                yield Related("revision", None, text.reference, text)

    def _alike(self, limit: int) -> Iterator[Related]:
        words, hits = self._index.similar(self._advisory, limit=limit)
        for hit in hits:
            text = self._store.read(hit.place)
            held = set(map(fold, spellings(text.body)))
            yield Related("similar", None, text.reference, text, tuple(word for word in words if word in held))
