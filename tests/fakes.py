"""Small real classes that fit the ports."""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from advisory_cli.errors import Damaged, NotFound
from advisory_cli.model import Accession, Advisory, Document, Source, digest
from advisory_cli.ports import Entry, Finding, Head, Key, Keys, Original, Place, Progress, Stamp

_HEAD = b'{"advisories": {\n'


def an_advisory(**changes: Any) -> Advisory:
    """An advisory for tests."""
    return replace(
        Advisory(
            reference="EUR 57/002/2012",
            language="en",
            kind="media_advisory",
            date="2012-03-22",
            title="Kazakhstan’s failure to find truth about violent clashes",
            body="Many questions remain unanswered about violent clashes in Zhanaozen.",
            countries=("KAZ",),
            region="EUR",
        ),
        **changes,
    )


def from_file(content: str = "content", *, name: str = "a.txt", **changes: Any) -> Accession:
    """An accession as if read from a file with that content."""
    raw = content.encode()
    source = Source(name, "text/plain", hashlib.sha256(raw).hexdigest(), len(raw))
    return Accession(an_advisory(source=source, **changes), Document(raw, content, source, "txt"))


class MemoryStore:
    """A `Store` in memory, in the bytes of the file's layout."""

    def __init__(self, *revisions: Advisory) -> None:
        self._content = bytearray()
        self._entries: list[Entry] = []
        self._originals: dict[str, bytes] = {}
        self._writing = False
        if revisions:
            self.add(*revisions)

    def add(self, *revisions: Advisory) -> tuple[Advisory, ...]:
        """Append outside of a block."""
        with self.writing():
            return self.append(revisions)

    def current(self) -> list[Entry]:
        """The last revision of each text."""
        return list({entry.advisory.first: entry for entry in self._entries}.values())

    @contextmanager
    def writing(self) -> Iterator[None]:
        """See `Store.writing`; may be entered again."""
        before, self._writing = self._writing, True
        try:
            yield
        finally:
            self._writing = before

    def append(self, revisions: Sequence[Advisory], **stamp: Any) -> tuple[Advisory, ...]:
        """See `Store.append`."""
        if not self._writing:
            raise RuntimeError("append outside of writing")
        batch = len(self._entries) + 1
        return tuple(self._append(replace(revision, **stamp), batch) for revision in revisions)

    def next_id(self) -> int:
        """See `Store.next_id`."""
        return len(self._entries) + 1

    def end(self) -> int:
        """See `Store.end`."""
        return len(self._content)

    def calls(self, places: Iterable[Place]) -> Iterator[Advisory]:
        """See `Store.calls`."""
        return map(self.read, places)

    def read(self, place: Place) -> Advisory:
        """See `Store.read`."""
        found = [entry.advisory for entry in self._entries if entry.place == place]
        if not found:
            raise Damaged("memory", f"there is no revision at byte {place.offset}")
        return found[0]

    def raw(self, place: Place) -> bytes:
        """See `Store.raw`."""
        return bytes(self._content[place.offset : place.offset + place.length])

    def entries(self, start: int = 0) -> Iterator[Entry]:
        """See `Store.entries`."""
        return iter([entry for entry in self._entries if entry.place.offset >= start])

    def stamps(self) -> Iterator[Stamp]:
        """See `Store.stamps`."""
        return map(Stamp.of, reversed(self._entries))

    def holding(self, key: Key, value: str | int, start: int = 0) -> Iterator[Entry]:
        """See `Store.holding`."""
        return (entry for entry in self.entries(start) if value in _values(entry.advisory, key))

    def keys(self, start: int = 0) -> Iterator[Keys]:
        """See `Store.keys`."""
        return map(Keys.of, self.entries(start))

    def keep_original(self, *originals: Original) -> None:
        """See `Store.keep_original`."""
        self._originals |= {hashlib.sha256(one.content).hexdigest(): one.content for one in originals}

    def original(self, sha256: str) -> bytes:
        """See `Store.original`."""
        if sha256 not in self._originals:
            raise NotFound(f"original {sha256}")
        return self._originals[sha256]

    def head(self) -> Head:
        """See `Store.head`."""
        if not self._entries:
            return Head(0, None)
        return Head(len(self._entries), digest(self._entries[-1].advisory.to_dict()))

    def check(
        self, *, originals: bool = True, progress: Progress | None = None, seen: Callable[[Entry], None] | None = None
    ) -> Iterator[Finding]:
        """See `Store.check`: originals that are missing; nothing else can go wrong here."""
        if progress:
            progress(self.end(), self.end())
        for entry in self._entries:
            if seen:
                seen(entry)
            advisory = entry.advisory
            if originals and advisory.source and advisory.source.sha256 not in self._originals:
                yield Finding("original", f"#{advisory.id} {advisory.name}", "its original is missing")

    def mend(self) -> tuple[str, ...]:
        """See `Store.mend`: there is nothing to mend."""
        return ()

    def purge(self, first: int, tombstone: Advisory) -> Advisory:
        """See `Store.purge`."""
        if not self._writing:
            raise RuntimeError("purge outside of writing")
        revisions = [entry.advisory for entry in self._entries]
        gone = [one for one in revisions if one.first == first]
        if not gone:
            raise NotFound(f"#{first}")
        old = self.head().digest
        self._entries, self._content = [], bytearray()
        for one in revisions:
            self._append(_bare(one, tombstone, old) if one in gone else one, one.batch or 0)
        kept = {one.source.sha256 for one in revisions if one.source and one not in gone}
        for sha256 in {one.source.sha256 for one in gone if one.source} - kept:
            self._originals.pop(sha256, None)
        return next(entry.advisory for entry in reversed(self._entries) if entry.advisory.first == first)

    def _append(self, revision: Advisory, batch: int) -> Advisory:
        number = len(self._entries) + 1
        batch = batch if revision.batch is None else revision.batch
        previous = digest(self._entries[-1].advisory.to_dict()) if self._entries else None
        first = number if revision.first is None else revision.first
        written = replace(revision, id=number, first=first, batch=batch, previous=previous)
        line = f'"{number}": {json.dumps(written.to_dict(), ensure_ascii=False)}'.encode("utf-8", "surrogatepass")
        self._content += b",\n" if self._entries else _HEAD
        self._entries.append(Entry(Place(len(self._content), len(line)), written))
        self._content += line
        return written


def _bare(revision: Advisory, tombstone: Advisory, old_head: str | None) -> Advisory:
    proof = {"source_sha256": revision.source.sha256} if revision.source else {}
    return Advisory(
        reference=revision.reference,
        language=revision.language,
        status="removed",
        action="purge",
        reason=tombstone.reason,
        at=tombstone.at,
        by=tombstone.by,
        first=revision.first,
        revision=revision.revision,
        batch=revision.batch,
        undoes=revision.undoes,
        extra={"old_head": old_head, **proof},
    )


def _values(advisory: Advisory, key: Key) -> tuple[Any, ...]:
    if key == "relation":
        return tuple(relation.reference for relation in advisory.relations)
    return (getattr(advisory, key),)
