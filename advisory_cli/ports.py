"""All that `Archive` asks of the world: a `Store` that keeps revisions, a `SearchIndex` that finds texts."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol, Self

from advisory_cli.model import Advisory

if TYPE_CHECKING:
    from advisory_cli.query import Forms, Query

Key = Literal["reference", "sha256", "id", "first", "relation"]
"""What a revision can be looked up by: canonical reference, hash of its source, own id, id of its text, a reference
that one of its relations names."""

Sort = Literal["relevance", "date", "oldest", "reference", "added"]
"""Order of results; ``date`` and ``added`` are newest first."""

Progress = Callable[[int, int], None]
"""Called with bytes done and bytes in all."""


class Place(NamedTuple):
    """Where a revision lies in the store: byte offset and length. Places never move while the store only grows."""

    offset: int
    length: int


class Entry(NamedTuple):
    """One revision as it is read from the store."""

    place: Place
    advisory: Advisory


class Stamp(NamedTuple):
    """What the archive wrote into a revision, without the text."""

    place: Place
    id: int
    first: int
    revision: int
    action: str
    at: str | None
    by: str | None
    batch: int
    undoes: int | None
    name: str
    """`Advisory.name`."""

    @classmethod
    def of(cls, entry: Entry) -> Self:
        """The stamp of a revision; one that another program wrote is a batch of its own."""
        one = entry.advisory
        number = one.id or 0
        batch = number if one.batch is None else one.batch
        first = one.first or number
        return cls(entry.place, number, first, one.revision, one.action, one.at, one.by, batch, one.undoes, one.name)


class Keys(NamedTuple):
    """What a revision can be looked up by, without the text."""

    place: Place
    id: int
    first: int
    reference: str | None
    sha256: str | None

    @classmethod
    def of(cls, entry: Entry) -> Self:
        """The keys of a revision that was read."""
        one = entry.advisory
        number = one.id or 0
        return cls(entry.place, number, one.first or number, one.reference, one.sha256)


class Original(NamedTuple):
    """The bytes a text was read from, with the ending of their file name (``txt``, no dot)."""

    content: bytes
    extension: str
    is_new: bool = False
    """Whether no revision names these bytes: then they are not looked for under another ending."""


class Finding(NamedTuple):
    """Something the archivist should look at."""

    rule: str
    """What was checked, as a slug: ``chain``, ``original``, ``line``, ``date``."""
    where: str
    """The text, file or byte it is about."""
    what: str
    """One sentence: what is wrong and what to do."""
    fixable: bool = False
    """Whether ``doctor --fix`` mends it, losing nothing."""


class Head(NamedTuple):
    """The end of the chain: the number of the last revision, and its SHA-256 in canonical JSON."""

    revisions: int
    digest: str | None


class Store(Protocol):
    """Keeps every revision for good, in the order in which they were written."""

    def writing(self) -> AbstractContextManager[None]:
        """Hold the archive for writing, from reading what is there to the last append.

        Raises `Locked` after the time-out, `Damaged` where the file is not what was written.
        """
        ...

    def append(self, revisions: Sequence[Advisory], **stamp: str | int | None) -> tuple[Advisory, ...]:
        """Write whole revisions durably and return them with `id`, `first`, `batch` and `previous` filled in.

        `stamp` are fields that are the same in all of them: by whom and when they are written.

        Only inside `writing`. On return they survive a power cut. All of them or none.
        """
        ...

    def next_id(self) -> int:
        """The `id` that the next revision gets. Only inside `writing`."""
        ...

    def end(self) -> int:
        """How many bytes of the store hold whole revisions; 0 where there is no archive yet."""
        ...

    def read(self, place: Place) -> Advisory:
        """The revision at a place; raises `Damaged` if there is none."""
        ...

    def calls(self, places: Iterable[Place]) -> Iterator[Advisory]:
        """As `read`, but no more than contacts, who a text is by, how it stands and what it is known by need be there.

        For going through all texts.
        """
        ...

    def raw(self, place: Place) -> bytes:
        """The bytes at a place, for comparing without parsing; shorter than asked for at the end."""
        ...

    def entries(self, start: int = 0) -> Iterator[Entry]:
        """Whole revisions from byte `start` on, oldest first; what cannot be read is passed over."""
        ...

    def stamps(self) -> Iterator[Stamp]:
        """The stamps of all revisions, newest first; what cannot be read is passed over."""
        ...

    def holding(self, key: Key, value: str | int, start: int = 0) -> Iterator[Entry]:
        """Revisions from byte `start` on with that value under that key, without parsing the others."""
        ...

    def keys(self, start: int = 0) -> Iterator[Keys]:
        """What the revisions from byte `start` on can be looked up by, oldest first, without parsing them."""
        ...

    def keep_original(self, *originals: Original) -> None:
        """Lay the bytes beside the archive, each under its SHA-256, durably; the same bytes are kept once."""
        ...

    def original(self, sha256: str) -> bytes:
        """The bytes as they came; raises `NotFound` or `Damaged` (another hash)."""
        ...

    def head(self) -> Head:
        """The end of the chain, to be written down elsewhere as a proof."""
        ...

    def check(
        self, *, originals: bool = True, progress: Progress | None = None, seen: Callable[[Entry], None] | None = None
    ) -> Iterator[Finding]:
        """Walk the chain, read every line strictly and hash every original; in bounded memory, changing nothing.

        Without `originals` they are only looked for, not hashed. A store that can tells `seen` the revisions that it
        reads, as `entries` does, from the first one on.
        """
        ...

    def mend(self) -> tuple[str, ...]:
        """Set aside what cannot be read and go on without it, losing nothing; say what was done, one sentence each.

        What was lost is recorded in the chain. Raises `Damaged` where there is nothing to go on with.
        """
        ...

    def purge(self, first: int, tombstone: Advisory) -> Advisory:
        """Erase a text and its originals from the disk for good, and leave the tombstone in its place.

        The one operation that rewrites the file: every revision of the text becomes a bare tombstone, the chain begins
        anew and the old head is recorded. Only inside `writing`; crash-safe; a text that is erased already is erased
        to the end. Raises `NotFound`, `Damaged` where a line that cannot be read may hold the text, `NotErased`.
        """
        ...


class Hit(NamedTuple):
    """One text found: where its current revision lies, and how it matched."""

    place: Place
    score: float
    matched: str
    """How near: ``reference``, ``mention``, a `nearness.Kind` in small letters; ``filter`` without words."""


class Hits(NamedTuple):
    """A page of results and the exact total."""

    total: int
    hits: Sequence[Hit]
    forms: "Mapping[str, Forms] | None" = None
    """What texts have for each word of the query, where the index knows."""


class Alike(NamedTuple):
    """Texts like a given one, and the words by which they were found, folded, most telling first."""

    words: tuple[str, ...]
    hits: tuple[Hit, ...]


class SearchIndex(Protocol):
    """Finds texts by what they say and revisions by their keys. Derived from a `Store`; can be thrown away."""

    def catch_up(self, store: Store, *, progress: Progress | None = None) -> None:
        """Take in what the store holds beyond what is covered; begin anew where the two do not fit."""
        ...

    def covered(self, store: Store) -> int:
        """Up to which byte of this store the index speaks; 0 without a fitting index. Builds nothing."""
        ...

    def places(self, key: Key, value: str | int) -> tuple[Place, ...]:
        """Revisions with that value under that key, among what is covered, oldest first."""
        ...

    def search(self, query: "Query", *, sort: Sort, limit: int | None, offset: int = 0) -> Hits:
        """Current texts that answer the query, best first, all without `limit`. Call `catch_up` first."""
        ...

    def facets(self, query: "Query", facets: Sequence[str]) -> dict[str, dict[str, int]]:
        """How many texts that answer have which value, for each of these facets of `query.facets`; exact."""
        ...

    def words_found(self, query: "Query") -> dict[str, dict[str, tuple[str, ...]]]:
        """For each word of the query the words of texts that it finds, as written, by how near they are."""
        ...

    def similar(self, advisory: Advisory, *, limit: int) -> Alike:
        """Other current texts in its language that share its telling words, most alike first."""
        ...

    def texts_with_row(self, row: Sequence[str], *, limit: int) -> Hits:
        """Current texts in which these words stand one behind the other, letter by letter. Call `catch_up` first."""
        ...

    def texts_with_most(self, words: Sequence[str], *, limit: int) -> Hits:
        """Current texts that have at least half of the rarest of these words, those with most first; as above."""
        ...

    def words_near(self, word: str) -> tuple[str, ...]:
        """Some words of the archive that are spelled nearly like this one, nearest first, as most texts write them."""
        ...

    def references_near(self, store: Store, reference: str) -> tuple[str, ...]:
        """Some canonical references of the archive close to this one, nearest first; builds nothing."""
        ...

    def references(self, store: Store, prefix: str, *, limit: int = 100) -> tuple[str, ...]:
        """Canonical references that begin like this, in order; builds nothing."""
        ...

    def forget(self) -> None:
        """Delete everything that was indexed from the disk; the next search builds it anew.

        Raises `Locked` where another process is indexing, `WriteFailed` where the folder cannot be changed.
        """
        ...
