"""Saved searches on the command line: keep one, list them, forget one."""

from collections.abc import Callable, Mapping, Sequence

import typer

from advisory_cli.actions.saved import named, query_of, query_text, users_of, with_search, without_search
from advisory_cli.cli.context import location
from advisory_cli.cli.expanding import searches_of
from advisory_cli.cli.options import Filters
from advisory_cli.cli.output import put, say
from advisory_cli.errors import Misuse
from advisory_cli.model import SCHEMA
from advisory_cli.render.clean import clean
from advisory_cli.render.letters import dump
from advisory_cli.wiring import saved_searches


def manage(ctx: typer.Context, words: Sequence[str], filters: Filters) -> None:
    """Do what ``--save``, ``--saved`` or ``--forget`` asks for; raises `Misuse` for what does not go with it."""
    asked = ctx.params
    given = [f"--{name}" for name in ("save", "saved", "forget", "batch") if asked[name] not in {None, False}]
    if len(given) > 1 or (asked["exact"] and asked["save"]):
        others = given if len(given) > 1 else [*given, "--exact"]
        raise Misuse(f"{' and '.join(others)} do not go together; leave one out")
    if asked["save"] is not None:
        _keep(ctx, asked["save"], words, filters)
    elif words or any(filters):
        raise Misuse(f"{given[0]} takes no query; leave it out")
    elif asked["saved"]:
        _list(ctx)
    else:
        _forget(ctx, asked["forget"])


def _keep(ctx: typer.Context, name: str, words: Sequence[str], filters: Filters) -> None:
    """Save the words and filter options under a name; what it replaces is told, so that nothing is lost."""
    filters.narrow(words)
    query = _as_text(words, filters)
    before: dict[str, str] = {}

    def change(searches: dict[str, str]) -> dict[str, str]:
        before.update(searches)
        return with_search(searches, name, query)

    _change(ctx, change)
    old = before.get(named(name))
    if old not in {None, query}:
        say(f"note: {named(name)} was: {old}")
    _put(ctx, "saved", {named(name): query}, f"saved {named(name)}: {query}")


def _list(ctx: typer.Context) -> None:
    """Print name and query of each; none is said with what to do, and leaves with exit code 1."""
    searches = searches_of(ctx)
    _put(ctx, "saved", searches, *(f"{name}\t{query}" for name, query in searches.items()))
    if not searches:
        say('no saved searches; keep one with "advisory search --save NAME QUERY"')
        raise typer.Exit(1)


def _forget(ctx: typer.Context, name: str) -> None:
    """Take a search away and print it, so that it can be saved again."""
    gone: dict[str, str] = {}

    def change(searches: dict[str, str]) -> dict[str, str]:
        gone[named(name)] = query_of(name, searches)
        return without_search(searches, name)

    _change(ctx, change)
    if users := users_of(name, searches_of(ctx)):
        say(f"note: {' and '.join(users)} used it, and will not run without it")
    _put(ctx, "forgotten", gone, f"forgot {named(name)}: {gone[named(name)]}")


def _change(ctx: typer.Context, change: Callable[[dict[str, str]], dict[str, str]]) -> None:
    saved_searches(location(ctx).path, lock_timeout=ctx.obj.lock_timeout).change(change)


def _as_text(words: Sequence[str], filters: Filters) -> str:
    chosen = {field: getattr(filters, field) or () for field in ("country", "region", "kind", "language", "tag")}
    if filters.year is not None:
        chosen["year"] = [filters.year]
    return query_text(" ".join(" ".join(words).split()), chosen, since=filters.since, until=filters.until)


def _put(ctx: typer.Context, what: str, searches: Mapping[str, str], *lines: str) -> None:
    if ctx.params["as_json"] or ctx.params["form"] == "json":
        found = [{"name": name, "query": query} for name, query in searches.items()]
        put(dump({"schema": SCHEMA, what: found}))
    else:
        for line in lines:
            put(clean(line))
