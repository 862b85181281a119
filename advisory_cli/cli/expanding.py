"""Where a query names saved searches, what they stand for is put in."""

import typer

from advisory_cli.actions.saved import expand, uses_saved
from advisory_cli.cli.context import location
from advisory_cli.wiring import saved_searches


def put_in(ctx: typer.Context) -> None:
    """Replace ``saved:NAME`` in the words of a command; not where a query is to be saved as it was typed."""
    for name in ("query", "words"):
        text = " ".join(ctx.params.get(name) or ())
        if uses_saved(text) and not ctx.params.get("save"):
            ctx.params[name] = [expanded(ctx, text)]


def expanded(ctx: typer.Context, text: str) -> str:
    """A query with what its ``saved:NAME`` stand for; raises as `advisory_cli.actions.saved.expand`."""
    return expand(text, searches_of(ctx))


def searches_of(ctx: typer.Context) -> dict[str, str]:
    """The saved searches of this archive, queries by name."""
    return saved_searches(location(ctx).path).read()
