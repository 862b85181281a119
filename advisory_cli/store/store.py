"""`TinyStore`: the `Store` of the archive in a TinyDB file."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import replace
from functools import lru_cache
from itertools import tee
from pathlib import Path
from typing import TYPE_CHECKING, Any

from advisory_cli.errors import Damaged, InvalidRecord, WriteFailed
from advisory_cli.filenames import ORIGINALS
from advisory_cli.log import TABLE, Disk, Line, Log, is_whole, parse_line, write_line
from advisory_cli.model import Advisory, digest
from advisory_cli.ports import Entry, Finding, Head, Key, Keys, Original, Place, Progress, Stamp
from advisory_cli.store.revision import revision_of

if TYPE_CHECKING:
    from tinydb import TinyDB


class TinyStore:
    """Keeps revisions in a log that is a TinyDB file, and the originals beside it."""

    def __init__(
        self,
        path: Path,
        *,
        lock_timeout: float = 10.0,
        tell: Callable[[str], None],
        writes: Callable[[], None] | None = None,
        disk: Disk | None = None,
    ) -> None:
        self._disk = disk or Disk()
        self._tell = tell
        self._writes = writes
        self._log = Log(path, lock_timeout=lock_timeout, tell=tell, disk=self._disk)

    @property
    def path(self) -> Path:
        """The archive file, behind any symbolic link."""
        return self._log.path

    @property
    def db(self) -> "TinyDB":
        """The archive as a TinyDB database: to query and to insert, not to change what is written."""
        from advisory_cli.store.tables import open_database  # who does not ask does not pay for TinyDB

        return open_database(self._tables, self._insert)

    def writing(self) -> AbstractContextManager[None]:
        """See `Store.writing`; may be entered again by the thread that is inside."""
        return self._log.writing()

    def append(self, revisions: Sequence[Advisory], **stamp: Any) -> tuple[Advisory, ...]:
        """See `Store.append`; raises `WriteFailed` where the disk refuses."""
        if revisions:
            self._announce()
        before, previous = self._last()
        stamped = []
        lines = []
        for number, revision in enumerate(revisions, before + 1):
            first = number if revision.first is None else revision.first
            batch = stamp.get("batch", revision.batch) or before + 1
            own = {"id": number, "first": first, "batch": batch, "previous": previous}
            stamped.append(replace(revision, **(stamp | own)))
            document = stamped[-1].to_dict()
            lines.append(write_line(number, document))
            previous = digest(document)
        self._log.append(lines, seal=previous)
        return tuple(stamped)

    def next_id(self) -> int:
        """See `Store.next_id`."""
        return self._last()[0] + 1

    def end(self) -> int:
        """See `Store.end`."""
        return self._log.end()

    def read(self, place: Place) -> Advisory:
        """See `Store.read`."""
        try:
            return _revision(self.raw(place))
        except (ValueError, InvalidRecord) as error:
            raise Damaged(str(self.path), f"there is no revision at byte {place.offset}: {error}") from error

    def calls(self, places: Iterable[Place]) -> Iterator[Advisory]:
        """See `Store.calls`."""
        from advisory_cli.store.calls import read_calls  # only `contacts` needs it

        places, again = tee(places)
        for place, content in zip(places, self._log.read_all(again), strict=True):
            yield read_calls(content) or self.read(place)

    def raw(self, place: Place) -> bytes:
        """See `Store.raw`."""
        return self._log.read(place.offset, place.length)

    def entries(self, start: int = 0) -> Iterator[Entry]:
        """See `Store.entries`."""
        return self._entries(self._log.lines(start))

    def stamps(self) -> Iterator[Stamp]:
        """See `Store.stamps`."""
        from advisory_cli.store.stamps import read_stamp  # only `undo` needs it

        for line in self._log.backwards():
            stamp = read_stamp(line)
            yield from (stamp,) if stamp else map(Stamp.of, self._entries([line]))

    def holding(self, key: Key, value: str | int, start: int = 0) -> Iterator[Entry]:
        """See `Store.holding`."""
        if key in {"id", "first"}:
            yield from self._numbered(key, int(value), start)
            if key == "id":
                return
        name = {"relation": '"reference', "sha256": "sha256"}.get(key, f'"{key}')  # also of tombstones, `source_sha256`
        needle = f'{name}": {json.dumps(value, ensure_ascii=False)}'.encode()
        for entry in self._entries(self._log.lines(start, holding=needle)):
            if value in _values(entry.advisory, key) and not (key == "first" and entry.advisory.id == value):
                yield entry

    def keys(self, start: int = 0) -> Iterator[Keys]:
        """See `Store.keys`."""
        from advisory_cli.store.keys import read_keys  # only who adds many needs it

        for line in self._log.lines(start):
            keys = read_keys(line)
            yield from (keys,) if keys else map(Keys.of, self._entries([line]))

    def keep_original(self, *originals: Original) -> None:
        """See `Store.keep_original`; takes the lock if it is not held."""
        from advisory_cli.store.originals import keep  # only `add` needs it

        with self.writing():
            self._log.create()  # originals without an archive would look like one that was lost
            try:
                keep(self._originals, originals, disk=self._disk, tell=self._tell)
            except OSError as error:
                raise WriteFailed(str(self._originals), str(error.strerror or error)) from error

    def original(self, sha256: str) -> bytes:
        """See `Store.original`."""
        from advisory_cli.store.originals import read  # hardly ever needed

        return read(self._originals, sha256)

    def head(self) -> Head:
        """See `Store.head`."""
        line = self._log.last()
        if line is None:
            return Head(0, None)
        number, document = self._parsed(line)
        return Head(number, digest(document))

    def check(
        self, *, originals: bool = True, progress: Progress | None = None, seen: Callable[[Entry], None] | None = None
    ) -> Iterator[Finding]:
        """See `Store.check`."""
        from advisory_cli.store.check import check  # only `doctor` needs it

        with self._log.unsettled() as file:
            yield from check(self.path, file, self._originals, hashing=originals, progress=progress, seen=seen)

    def mend(self) -> tuple[str, ...]:
        """See `Store.mend`; takes the lock. Raises `Damaged` where there is nothing to go on with."""
        from advisory_cli.store.mend import mend  # only `doctor` needs it

        return mend(self._log, self._originals, disk=self._disk)

    def purge(self, first: int, tombstone: Advisory) -> Advisory:
        """See `Store.purge`; raises `NotFound`, `Damaged`, `WriteFailed` or `NotErased`."""
        from advisory_cli.store.purge import purge  # hardly ever needed

        self._announce()
        return purge(self._log, self._originals, first, tombstone, disk=self._disk)

    def _announce(self) -> None:
        """Call once who wants to know that something is written."""
        writes, self._writes = self._writes, None
        if writes:
            writes()

    @property
    def _originals(self) -> Path:
        return self.path.with_name(ORIGINALS)

    def _numbered(self, key: Key, number: int, start: int) -> Iterator[Entry]:
        """The revision with that number, if it begins at `start` or later, and for `first` begins its text."""
        line = self._log.numbered(number)
        if line is not None and line.offset >= start:
            yield from (entry for entry in self._entries([line]) if key == "id" or entry.advisory.first == number)

    def _entries(self, lines: Iterable[Line]) -> Iterator[Entry]:
        """The lines that are revisions; one that cannot be read is told once, the others are for `doctor` to name."""
        for line in lines:
            try:
                number, document = parse_line(line.content)
            except ValueError:
                self._log.flaw(line.offset)
                continue
            with suppress(InvalidRecord):
                yield Entry(Place(line.offset, len(line.content)), revision_of(number, document))

    def _last(self) -> tuple[int, str | None]:
        """Number and digest of the last revision in the file."""
        line = self._log.last()
        if line is None:
            return 0, None
        acknowledged, seal = self._log.sealed()
        number, document = self._parsed(line)
        # what was acknowledged last binds the next one, whatever another program made of it: a number is given once
        known = seal if acknowledged >= number else None
        return max(acknowledged, number), known or digest(document)

    def _parsed(self, line: Line) -> tuple[int, dict[str, Any]]:
        try:
            return parse_line(line.content)
        except ValueError as error:
            raise Damaged(str(self.path), f"the last revision, at byte {line.offset}, cannot be read") from error

    def _insert(self, documents: Iterable[Mapping[str, Any]]) -> list[int]:
        """Append documents of any kind, as TinyDB does."""
        with self.writing():
            before, _ = self._last()
            numbered = dict(enumerate(documents, before + 1))
            lines = [write_line(number, document) for number, document in numbered.items()]
            self._log.append(lines, seal=digest(numbered[max(numbered)]) if numbered else None)
        return list(numbered)

    def _tables(self) -> dict[str, dict[str, Any]] | None:
        """The whole file, as a storage of TinyDB hands it over."""
        if not self._log.end():
            return None
        documents = (parse_line(line.content) for line in self._log.lines() if is_whole(line.content))
        return {**self._log.others(), TABLE: {str(number): document for number, document in documents}}


def _values(advisory: Advisory, key: Key) -> tuple[Any, ...]:
    """What a revision is looked up by under that key."""
    match key:
        case "relation":
            return tuple(relation.reference for relation in advisory.relations)
        case _:
            return (getattr(advisory, key),)


@lru_cache(maxsize=64)
def _revision(line: bytes) -> Advisory:
    """The revision in a line; who decides on a text asks for the same one several times."""
    return revision_of(*parse_line(line))
