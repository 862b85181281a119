"""``advisory list``: what there is, newest first."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from advisory_cli.cli import options
from advisory_cli.cli.given import Sort
from advisory_cli.cli.options import UNFILTERED, Filters, QueryCommand
from advisory_cli.cli.results import Page, answer

if TYPE_CHECKING:
    from rich.console import RenderableType

Command = QueryCommand


def command(
    ctx: typer.Context,
    query: options.QueryWords = None,
    filters: Filters = UNFILTERED,
    sort: options.SortBy = Sort.date,
    limit: options.Limit = 50,
    offset: options.Offset = 0,
    facets: options.Facets = None,
    coverage: Annotated[
        bool, typer.Option("--coverage", help="Works by number: their languages, and texts older than a correction.")
    ] = False,
    form: options.Form = None,
    as_json: options.AsJson = False,
) -> None:
    """List advisories, newest first.

    \b
    advisory list
    advisory list --country Kazakhstan --since 2011-12
    advisory list kind:press_release --format ids
    advisory list is:embargoed                   what must not go out yet
    advisory list --facets country,year          how many of what
    advisory list --limit 0 | wc -l              all there is
    advisory list --coverage --country KAZ       languages, and which are outdated
    """
    asked = filters.narrow(query)
    page = Page(sort, limit, offset, form, as_json, options.facets_of(facets))
    if coverage:
        from advisory_cli.cli.coverage import put_coverage

        put_coverage(ctx, asked, page)
        return
    answer(ctx, asked, page, table=_table)


def _table(*args: Any, **options: Any) -> "RenderableType":
    from advisory_cli.render.terminal import list_table

    return list_table(*args, **options)
