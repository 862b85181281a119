"""What ``list`` and ``search`` share: ask the archive, print the answer in the form wanted, or say what to try."""

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

import typer

from advisory_cli.cli.context import archive_of
from advisory_cli.cli.output import is_rich, progress, put, put_rich, say
from advisory_cli.render import machine, plain

if TYPE_CHECKING:
    from rich.console import RenderableType

    from advisory_cli.archive import Archive, Results
    from advisory_cli.query import Query


class Sort(StrEnum):
    """Order of results."""

    relevance = "relevance"
    date = "date"
    oldest = "oldest"
    reference = "reference"
    added = "added"


class Format(StrEnum):
    """Form of results."""

    table = "table"
    tsv = "tsv"
    json = "json"
    ids = "ids"


class Page(NamedTuple):
    """Which part of the results is wanted, in which order and form."""

    sort: Sort
    limit: int
    offset: int
    form: Format | None
    as_json: bool

    def form_in(self, ctx: typer.Context) -> Format:
        """The form asked for; else a table for who looks and TSV for a pipe."""
        return Format.json if self.as_json else self.form or (Format.table if is_rich(ctx) else Format.tsv)


def answer(
    ctx: typer.Context, query: "Query", page: Page, *, snippets: bool, table: Callable[..., "RenderableType"]
) -> None:
    """Print what answers the query; nothing found is said with what to try, and leaves with exit code 1."""
    form = page.form_in(ctx)
    archive = archive_of(ctx)
    with progress(ctx, "Reading the archive for the search") as bar:
        results = archive.find(
            query,
            sort=page.sort.value,
            limit=page.limit or None,
            offset=page.offset,
            snippets=snippets and form is not Format.ids,
            progress=bar,
        )
    for note in results.notes:
        say(f"note: {note}")
    _put(ctx, form, results, page.offset, table)
    if not results.total:
        _say_nothing_found(archive, query)
        raise typer.Exit(1)


def _put(
    ctx: typer.Context, form: Format, results: "Results", offset: int, table: Callable[..., "RenderableType"]
) -> None:
    match form:
        case Format.json:
            put(machine.advisories_json(results.rows, total=results.total))
        case Format.ids:
            put(plain.ids(results.rows))
        case Format.tsv:
            put(plain.tsv(results.rows))
        case Format.table if results.total:
            put_rich(ctx, table(results.rows, total=results.total, offset=offset))


def _say_nothing_found(archive: "Archive", query: "Query") -> None:
    if archive.is_empty():
        say("the archive is empty; begin with one of")
        say("  advisory add FILE...             take documents in")
        say("  advisory add                     paste or type one")
        say("  cat letter.txt | advisory add")
    elif near := archive.suggest(query):
        say(f"nothing found; did you mean {' or '.join(near)}?")
    else:
        say('nothing found; try fewer words, word* for the beginning of a word, or "advisory list"')
