"""What a check comes to."""

from collections.abc import Collection
from typing import Final, Literal, NamedTuple

from advisory_cli.actions.history import Span
from advisory_cli.release import Hold

Standing = Literal["standing", "corrected", "withdrawn", "removed", "unknown"]
Verdict = Literal["verbatim", "altered", "absent", "translated"]


class Cited(NamedTuple):
    """A reference of the manuscript and what the archive says of it."""

    reference: str
    """Canonical."""
    printed: str
    lines: tuple[int, ...]
    """Where it stands in the manuscript, counted from 1."""
    standing: Standing
    title: str | None = None
    by: tuple[str, ...] = ()
    """Names of the texts that correct or supersede it."""
    reason: str | None = None
    """Why it was withdrawn or removed."""
    near: tuple[str, ...] = ()
    """Of an unknown one: references of the archive that may be meant."""
    languages: tuple[str, ...] = ()
    """In which the archive holds it."""
    is_foreign: bool = False
    """Whether it is held in other languages only than that of the manuscript."""
    holds: tuple[Hold, ...] = ()
    """Why it must not go out yet."""
    corrected: str | None = None
    """When its text was last put right by another revision, UTC."""

    @property
    def is_finding(self) -> bool:
        """Whether a reader would be misled, or told what must not go out."""
        return self.standing != "standing" or bool(self.holds)


class Stands(NamedTuple):
    """A text of the archive that something stands in."""

    name: str
    """`Advisory.name`."""
    id: int
    """`id` of its first revision, by which it can be shown."""
    reference: str | None
    standing: Standing
    holds: tuple[Hold, ...] = ()
    """Why it must not go out yet."""

    @property
    def is_free(self) -> bool:
        """Whether it may be relied on and handed on."""
        return self.standing == "standing" and not self.holds


Kind = Literal[
    "words",
    "left out",
    "put in",
    "joined",
    "sentences",
    "letters",
    "ellipsis",
    "brackets",
    "hyphens",
    "punctuation",
]


ALLOWED: Final[Collection[Kind]] = ("ellipsis", "brackets", "hyphens", "punctuation")
"""Changes with which a quotation is still verbatim."""


class Change(NamedTuple):
    """How a quotation differs from what stands in the archive."""

    kind: Kind
    theirs: str
    """As the manuscript has it."""
    archive: str
    """As the archive has it."""

    @property
    def is_allowed(self) -> bool:
        """Whether a quotation with it is still verbatim."""
        return self.kind in ALLOWED


class Older(NamedTuple):
    """A revision that was replaced since."""

    revision: int
    replaced: str | None
    """When, UTC."""


class Quotation(NamedTuple):
    """A quotation of the manuscript and what the archive says of it."""

    line: int
    text: str
    """As it stands there, without its marks, in one line."""
    verdict: Verdict
    source: Stands | None = None
    """The text that has it, or the one most like it; of a translated one the text that is cited."""
    changes: tuple[Change, ...] = ()
    difference: tuple[Span, ...] = ()
    """The quotation as it should be: ``-`` stands in the manuscript alone, ``+`` in the archive alone."""
    speaker: str | None = None
    """Whom the manuscript names."""
    archive_speaker: str | None = None
    """Whom the archive names, where that is somebody else."""
    elsewhere: tuple[str, ...] = ()
    """References cited beside it, where it stands in none of these texts but in `source`."""
    languages: tuple[str, ...] = ()
    """Of a translated one: in which the archive holds the text that is cited."""
    older: Older | None = None
    """The revision of `source` that had it verbatim, where it has it no more."""

    @property
    def is_finding(self) -> bool:
        """Whether it is not as in the archive, or said by another, elsewhere, or in a text that is not free."""
        is_free = self.verdict != "verbatim" or self.source is None or self.source.is_free
        is_wrong = self.verdict == "altered" or self.older is not None
        return is_wrong or bool(self.archive_speaker or self.elsewhere) or not is_free


class Passage(NamedTuple):
    """Words of the archive that stand in the manuscript outside quotation marks, their source not named beside them."""

    line: int
    text: str
    words: int
    sources: tuple[Stands, ...]


class Marked(NamedTuple):
    """Words of the manuscript that are marked in the archive as not to go out."""

    lines: tuple[int, ...]
    text: str
    """As it stands there first, in one line."""
    names: tuple[str, ...]
    """`Advisory.name` of the texts in which they are marked."""
    reason: str | None


class Report(NamedTuple):
    """All that a check found, each part in the order of the manuscript."""

    language: str
    """Of the manuscript, guessed."""
    references: tuple[Cited, ...]
    quotations: tuple[Quotation, ...]
    passages: tuple[Passage, ...]
    short: int
    """Quotations too short to be told from any other words: they were not looked for."""
    marked: tuple[Marked, ...] = ()

    def findings(self, *, strict: bool) -> int:
        """How many there are; `strict` counts what cannot be compared with the archive as well.

        That is: quotations that are absent or only held in another language, and references held in others only.
        """
        wrong = sum(one.is_finding for one in self.references) + sum(one.is_finding for one in self.quotations)
        references = sum(one.is_foreign and not one.is_finding for one in self.references)
        quotations = sum(one.verdict in {"absent", "translated"} for one in self.quotations)
        return wrong + len(self.passages) + len(self.marked) + (references + quotations if strict else 0)
