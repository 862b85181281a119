"""What a reader of a format gives: text and what was lost on the way."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from advisory_cli.errors import NoDocument, Unreadable
from advisory_cli.sources.formats import Format

LONGEST: Final = 5 * 1024 * 1024
"""Characters of the longest text that is read; the longest reports have a fifth of them."""


class Extracted(NamedTuple):
    """The text of a document."""

    text: str
    encoding: str | None = None
    notes: tuple[str, ...] = ()


def refusal(kind: Format, name: str = "") -> Unreadable:
    """Why a file of a kind that is not read here is refused, and what to do instead."""
    error = NoDocument if kind.is_data else Unreadable
    return error(name, f"it is {kind.label}; {kind.advice}")


def shorten(pieces: Iterator[str], longest: int) -> Iterator[str]:
    """The pieces of a text; raises `Unreadable` when they are more than `longest` characters together."""
    length = 0
    for piece in pieces:
        length += len(piece)
        check_length(length, longest)
        yield piece


def mebibytes(count: int) -> str:
    """Bytes as people count them: ``50 MiB``."""
    return f"{count / 1024 / 1024:g} MiB"


def check_length(length: int, longest: int, name: str = "") -> None:
    """Refuse a text of more than `longest` characters."""
    if length > longest:
        raise Unreadable(name, f"it has more than {longest:,} characters of text")
