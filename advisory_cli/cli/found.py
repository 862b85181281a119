"""What a writing command is about to change: counted, shown before it asks, refused where it would be guessed at."""

import re
from typing import TYPE_CHECKING, Any, NamedTuple, Self

import typer

from advisory_cli.cli.output import console, is_rich, say
from advisory_cli.cli.selection import select
from advisory_cli.errors import Misuse
from advisory_cli.reference import REGIONS, find_references
from advisory_cli.render import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from advisory_cli.cli.options import Filters
    from advisory_cli.cli.selection import Selection
    from advisory_cli.model import Advisory

SHOWN = 50
"""More than that nobody reads before answering; the rest is counted."""


class Found(NamedTuple):
    """Texts that answer: every one by the id of its first revision, and the first of them in full."""

    firsts: list[int]
    shown: "list[Advisory]"

    @classmethod
    def of(cls, texts: "Iterable[Advisory]") -> Self:
        """Go through the texts once, keeping no more than that."""
        found = cls([], [])
        for text in texts:
            found.firsts.append(text.first or 0)
            if len(found.shown) < SHOWN:
                found.shown.append(text)
        return found

    def show(self, ctx: typer.Context, label: str) -> None:
        """The first texts before a question, on stderr as it: a table for who looks, else lines behind `label`."""
        if is_rich(ctx):
            from advisory_cli.render.terminal import list_table
            from advisory_cli.results import Row

            console(ctx, stderr=True).print(list_table(map(Row, self.shown), total=len(self.firsts)))
            return
        for text in self.shown:
            say(plain.outcome_line(label, text))


class Told(list[Any]):
    """What was done, to be said when all of it is done: who reads along may leave before.

    Of each text reported only that is kept which `make` makes of it: a line, or what JSON tells.
    """

    def __init__(self, make: "Callable[[Advisory], Any]") -> None:
        super().__init__()
        self._make = make

    def __call__(self, text: "Advisory") -> None:
        """Take one text that was changed."""
        self.append(self._make(text))


def meant(words: "Sequence[str]", filters: "Filters", done: str) -> "Selection":
    """What the words of a command that writes mean; `done` is ``removed``.

    Raises `Misuse` for a query that would be guessed at: what is changed must be what was meant.
    """
    selection = select(words, filters)
    if selection.query and selection.query.notes:
        raise Misuse(f"{'; '.join(selection.query.notes)}; nothing was {done}: write the query so that it can be read")
    if selection.query and (part := _part_of_number(" ".join(words))):
        raise Misuse(
            f'"{part}" is no whole index number; nothing was {done}: write it as in EUR 57/002/2012, '
            "or in quotation marks where texts with these words are meant"
        )
    return selection


def _part_of_number(query: str) -> str:
    """What would be an index number if it were whole; searched as words it finds others as well."""
    query = re.sub(r'["“„«][^"“„«”»]*["”»]', " ", query)
    for found in reversed(find_references(query)):
        query = f"{query[: found.start]} {query[found.end :]}"
    index = rf"(?:{'|'.join(REGIONS)})[\s/_.-]{{0,3}}[0-9]"
    other_series = "(?<!UA )(?<!AU )(?<!Service )"
    part = re.search(rf'(?<![\w:])(?:{index}|{other_series}[0-9]+/[0-9])[^\s")]*', query)
    return part[0] if part else ""
