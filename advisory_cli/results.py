"""What is shown: one text with its surroundings, or one row of a list."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple, overload

from advisory_cli.model import Advisory
from advisory_cli.release import Hold

if TYPE_CHECKING:  # a start-up saved: only a search makes snippets
    from collections.abc import Callable, Iterable, Iterator

    from advisory_cli.ports import Hit
    from advisory_cli.text import Snippet


class Related(NamedTuple):
    """What belongs to a text, and how."""

    relation: str
    """A type of `Relation`, or ``mentions``, ``language``, ``same number``, ``revision``, ``similar``."""
    direction: Literal["out", "in"] | None
    """``out``: this text says so of the other; ``in``: the other says so of this one."""
    reference: str | None
    advisory: Advisory | None
    """None where the archive does not hold what is named."""
    shared: tuple[str, ...] = ()
    """Telling words that a similar text has as well, folded, most telling first."""
    removed: bool = False
    """Whether the archive held it once."""


class Outcome(NamedTuple):
    """What became of an accession: the record as the archive holds it now (or would, in a dry run)."""

    action: Literal["added", "revised", "unchanged"]
    advisory: Advisory


class Tie(NamedTuple):
    """What another text says of one."""

    type: str
    """One of `model.RELATIONS`: the other ``corrects`` it."""
    name: str


class Shown(NamedTuple):
    """One text with what the archive knows around it."""

    advisory: Advisory
    others: tuple[str, ...] = ()
    """Names of other language texts of the same work: ``EUR 57/002/2012 (ru)``."""
    revisions: int = 1
    """How many revisions the archive holds of this text."""
    corrected_by: tuple[str, ...] = ()
    """Names of the texts that correct or supersede this one."""
    current: Advisory | None = None
    """The newest revision, where `advisory` is an older one."""
    named_by: tuple[Tie, ...] = ()
    """What relations of other texts say of it."""
    related: tuple[Related, ...] | None = None
    """What belongs to it; None where nobody asked."""
    held: tuple[Hold, ...] = ()
    """Why it must not go out now."""
    others_held: tuple[tuple[str, Hold], ...] = ()
    """Of a text that is free: which others of its work must not go out, and why."""
    redacted: int = 0
    """Of a text as it goes out: how many of its passages are hidden in it."""


class Write(NamedTuple):
    """What one command wrote, and what is left of it to be taken back."""

    batch: int
    """`id` of the first revision it wrote."""
    at: str | None
    by: str | None
    actions: Mapping[str, int]
    """How many revisions by what was done: ``{"add": 3}``."""
    names: Mapping[int, str]
    """Each text by the `id` of its first revision."""
    purged: tuple[str, ...] = ()
    """Names of texts that were in it and are erased for good: they cannot be brought back."""


class Row(NamedTuple):
    """One text of a list, or one hit of a search."""

    advisory: Advisory
    snippet: "Snippet | None" = None
    """The passage that matches best."""
    title_marks: tuple[tuple[int, int], ...] = ()
    """Spans of the title that were searched for."""
    score: float | None = None
    matched: str | None = None
    """How near the hit is: see `ports.Hit`."""
    corrected_by: tuple[str, ...] = ()
    """Names of the texts that correct or supersede this one."""
    snippets: "tuple[Snippet, ...]" = ()
    """Where several were asked for: all passages, the best first."""
    found_in: str | None = None
    """Which field `snippet` is of, unless it is the body."""
    related: tuple[Related, ...] | None = None
    """What belongs to it; None where nobody asked."""
    forms: Mapping[str, tuple[str, ...]] | None = None
    """The words that were found, as written there, by how near they are: ``{"stem": ("пытками",)}``; as `related`."""
    held: tuple[Hold, ...] = ()
    """Why it must not go out now."""


class Rows(Sequence[Row]):
    """Rows that are read when they are looked at, so that as many as there are need no memory."""

    def __init__(
        self, hits: "Sequence[Hit]", read: "Callable[[Hit], Row]", told: "Callable[[Iterable[Row]], Iterator[Row]]"
    ) -> None:
        self._hits = hits
        self._read = read
        self._told = told

    def __len__(self) -> int:
        return len(self._hits)

    def __iter__(self) -> "Iterator[Row]":
        return self._told(map(self._read, self._hits))

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> "Rows": ...
    def __getitem__(self, at: int | slice) -> "Row | Rows":
        if isinstance(at, slice):
            return Rows(self._hits[at], self._read, self._told)
        return next(iter(self[at : at + 1 or None]))


class Results(NamedTuple):
    """A page of results, the exact total, and what there is to say about the query."""

    total: int
    rows: Sequence[Row]
    """All rows are read one by one, each time they are looked at; those of a page are there."""
    notes: tuple[str, ...] = ()
