"""One value read from a document, with its place and how sure it is."""

from dataclasses import dataclass

from advisory_cli.model import Confidence


@dataclass(frozen=True, slots=True)
class Field:
    """A value, where it stands in the text (None if nowhere), and how it was come by."""

    value: str
    span: tuple[int, int] | None = None
    confidence: Confidence = "found"
    printed: str | None = None
    ambiguous: bool = False
