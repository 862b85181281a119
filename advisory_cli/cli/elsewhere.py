"""Where else in the archive passages stand that must not go out: who marks one text alone is told of the others."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Final

import typer

from advisory_cli.cli.marks import Marks
from advisory_cli.cli.output import complain, searching
from advisory_cli.errors import Misuse
from advisory_cli.query import And, Or, Query, Word
from advisory_cli.render.words import name_of
from advisory_cli.text import spellings

if TYPE_CHECKING:
    from advisory_cli.archive import Archive
    from advisory_cli.model import Advisory


def elsewhere(
    ctx: typer.Context, archive: "Archive", passages: Sequence[str], texts: "Iterable[Advisory]"
) -> "Iterator[Advisory]":
    """The texts other than these in which the passages stand and are not marked, read one by one.

    They are found by words, whole or as beginnings: not a passage within a word, nor a number in other groups.
    """
    known, marks = {text.first for text in texts}, Marks(passages, (), None)
    with searching(ctx) as bar:
        found = archive.matching(_asked(passages), progress=bar)
    return (text for text in found if text.first not in known and marks.unmarked(text))


def all_elsewhere(
    ctx: typer.Context, archive: "Archive", marks: Marks, texts: "Iterable[Advisory]"
) -> "list[Advisory]":
    """The same as a list; raises `Misuse` where they are so many that the passage is no telling one."""
    found = list(islice(elsewhere(ctx, archive, marks.passages_in(()), texts), _MARKED + 1))
    if len(found) > _MARKED:
        raise Misuse(
            f"this stands in more than {_MARKED:,} texts: give a longer passage, or mark texts by their numbers"
        )
    return found


def warn(found: "Iterable[Advisory]") -> None:
    """Say which texts these are; of many, that there are more."""
    first = list(islice(found, _LOOKED_AT + 1))
    if not first:
        return
    names = ", ".join(name_of(text) for text in first[:_NAMED])
    more = len(first) - _NAMED
    rest = f" and {'many' if len(first) > _LOOKED_AT else more} more" if more > 0 else ""
    complain(
        f"TAKE CARE: what you marked stands unmarked also in {names}{rest}: "
        f"mark it there too with --text ... --everywhere"
    )


def _asked(passages: Iterable[str]) -> Query:
    """Texts that have all the words of a passage; of a long one the longest, which are the rarest."""
    return Query(Or(tuple(And(tuple(_words(passage))) for passage in passages if any(_words(passage)))))


def _words(passage: str) -> Iterator[Word]:
    found = sorted(dict.fromkeys(spellings(passage)), key=len, reverse=True)
    return (Word(word, prefix=len(word) >= _BEGINNING) for word in found[:_LONGEST])


_NAMED: Final = 5
"""Texts that are named."""

_MARKED: Final = 5_000
"""Texts that are marked in one go."""

_LOOKED_AT: Final = 200
"""Texts that are counted."""

_BEGINNING: Final = 3
"""Letters from which on a word may have an ending."""

_LONGEST: Final = 6
"""Words of a passage that are looked up."""
