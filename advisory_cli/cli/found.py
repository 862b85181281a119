"""What a writing command is about to change: counted, shown before it asks, refused where it would be guessed at."""

from typing import TYPE_CHECKING, Any, NamedTuple, Self

import typer

from advisory_cli.cli.output import console, is_rich, say
from advisory_cli.errors import Misuse
from advisory_cli.render import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

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


def readable(selection: "Selection", done: str) -> "Selection":
    """Refuse a query that would be guessed at: what is changed must be what was meant. `done` is ``removed``."""
    if selection.query and selection.query.notes:
        raise Misuse(f"{'; '.join(selection.query.notes)}; nothing was {done}: write the query so that it can be read")
    return selection
