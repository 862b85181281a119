"""One value read from a document, with its place and how sure it is."""

from typing import NamedTuple

from advisory_cli.model import Confidence


class Field(NamedTuple):
    """A value, where it stands in the text (None if nowhere), and how it was come by."""

    value: str
    span: tuple[int, int] | None = None
    confidence: Confidence = "found"
    printed: str | None = None
    ambiguous: bool = False
