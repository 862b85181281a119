"""What is shown: one text with its surroundings, or one row of a list."""

from typing import TYPE_CHECKING, NamedTuple

from advisory_cli.model import Advisory

if TYPE_CHECKING:  # a start-up saved: only a search makes snippets
    from advisory_cli.text import Snippet


class Shown(NamedTuple):
    """One text with what the archive knows around it."""

    advisory: Advisory
    others: tuple[str, ...] = ()
    """Names of other language texts of the same work: ``EUR 57/002/2012 (ru)``."""
    revisions: int = 1
    """How many revisions the archive holds of this text."""
    corrected_by: tuple[str, ...] = ()
    """Names of the texts that correct or supersede this one."""


class Row(NamedTuple):
    """One text of a list, or one hit of a search."""

    advisory: Advisory
    snippet: "Snippet | None" = None
    title_marks: tuple[tuple[int, int], ...] = ()
    """Spans of the title that were searched for."""
    score: float | None = None
    matched: str | None = None
    """How near the hit is: ``reference``, ``exact``, ``folded``, ``filter``."""
    corrected_by: tuple[str, ...] = ()
    """Names of the texts that correct or supersede this one."""
