"""Made-up press texts in files, any number of them, no two alike."""

from collections.abc import Sequence
from pathlib import Path


def letters(count: int, *, first: int = 0) -> list[str]:
    """So many texts; their references are those of `reference`."""
    return [
        f"AI Index: {reference(number)}\n{number % 28 + 1} May 1999\n\nPublic statement\n\n"
        f"Afghanistan: observers at trial number {number}\n\n"
        f"Trial {number} opened today, and observers of the organisation were there to follow it.\n\n"
        f"“We will watch every session of trial {number},” said N. N., researcher.\n"
        for number in range(first, first + count)
    ]


def reference(number: int) -> str:
    """The reference of a text."""
    return f"ASA 11/{number % 1000:03}/{1999 - number // 1000}"


def write_letters(folder: Path, names: Sequence[str], *, first: int = 0) -> list[str]:
    """A text in a file of each of these names below a folder; their references."""
    for name, text in zip(names, letters(len(names), first=first), strict=True):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return [reference(number) for number in range(first, first + len(names))]
