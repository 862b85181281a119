"""The texts of the archive as any program can be given them, and new ones to add."""

from collections.abc import Callable, Iterator
from pathlib import Path
from random import SystemRandom
from typing import Final, NamedTuple

from benchmarks.corpus import COMMON, RARE, documents
from benchmarks.grounds import Ground
from benchmarks.measuring import Line

WORKS: Final = ("add one", "search after it", "show one", "rare word", "common word", "phrase")
"""The first search after an addition has a column of its own: ours takes the new text in only then."""

HITS: Final = "20"
"""As many as `advisory search` gives."""


class Text(NamedTuple):
    """What every program is given of a record."""

    id: int
    reference: str
    date: str
    language: str
    title: str
    body: str


def texts(size: int) -> Iterator[Text]:
    """The records of an archive of that size."""
    return (Text(**{field: record[field] for field in Text._fields}) for record in documents(size))


def another() -> Text:
    """A text under a number that no other has."""
    number = SystemRandom().randrange(10**9, 10**10)
    return next(texts(1))._replace(id=number, reference=f"EUR 99/{number % 10_000:04}/2030")


def writes(path: Path, form: Callable[[Text], str]) -> Callable[[], tuple[str, ...]]:
    """What puts another text into that file before each run of a line."""

    def write() -> tuple[str, ...]:
        path.write_text(form(another()), encoding="utf-8")
        return ()

    return write


def searches(ground: Ground, line: Callable[[str], Line]) -> dict[str, Line]:
    """All searches of `WORKS`, by what makes a line of the words to search; a phrase comes in quotation marks."""
    return {
        "search after it": line(RARE),
        "rare word": line(RARE),
        "common word": line(COMMON),
        "phrase": line(f'"{ground.phrase}"'),
    }


def plain(text: Text) -> str:
    """As a file would have it."""
    return f"{text.title}\n\n{text.reference}\n{text.date}\n\n{text.body}\n"
