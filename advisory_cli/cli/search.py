"""``advisory search``: best matches first, with the passages that match."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from advisory_cli.cli import options
from advisory_cli.cli.given import Sort
from advisory_cli.cli.options import UNFILTERED, Filters, QueryCommand
from advisory_cli.cli.results import Page, answer
from advisory_cli.errors import Misuse

if TYPE_CHECKING:
    from rich.console import RenderableType

Command = QueryCommand


def command(
    ctx: typer.Context,
    query: options.QueryWords = None,
    filters: Filters = UNFILTERED,
    sort: options.SortBy = Sort.relevance,
    limit: options.Limit = 20,
    offset: options.Offset = 0,
    snippets: Annotated[
        int, typer.Option("--snippets", metavar="N", min=0, max=20, help="At most N passages of each; 0 for none.")
    ] = 1,
    exact: Annotated[
        bool, typer.Option("--exact", help="Words as typed: case, accents, ending; no other script or spelling.")
    ] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say how the query was read and why each hit is one.")
    ] = False,
    facets: options.Facets = None,
    batch: Annotated[
        str | None,
        typer.Option("--batch", metavar="FILE", help='Ask each line of a file; "-" reads standard input.'),
    ] = None,
    save: Annotated[
        str | None, typer.Option("--save", metavar="NAME", help="Keep query and filters; use them as saved:NAME.")
    ] = None,
    saved: Annotated[bool, typer.Option("--saved", help="List the saved searches.")] = False,
    forget: Annotated[str | None, typer.Option("--forget", metavar="NAME", help="Take a saved search away.")] = None,
    form: options.Form = None,
    as_json: options.AsJson = False,
) -> None:
    """Search advisories, best match first.

    \b
    advisory search Zhanaozen
    advisory search '"use of force"' country:KAZ -firearms
    advisory search EUR57/2/2012
    advisory search police --snippets 3              three passages of each
    advisory search torture --facets country,year    how many of what
    advisory search Zhanaozen --explain              why each was found
    advisory search --save kaz country:KAZ strike    then: advisory list saved:kaz
    advisory search --batch queries.txt --json       a query a line
    """
    page = Page(sort, limit, offset, form, as_json, options.facets_of(facets), snippets, explain)
    if saved or save is not None or forget is not None:
        from advisory_cli.cli.saved import manage

        manage(ctx, query or (), filters)
    elif batch is not None:
        from advisory_cli.cli.batch import answer_all

        if query:
            raise Misuse("--batch takes its queries from the file; leave out the words, or put them there")
        if facets or explain:
            raise Misuse("--facets and --explain are about one query; leave out --batch")
        answer_all(ctx, batch, filters, page, exact=exact, table=_results)
    elif query:
        answer(ctx, filters.narrow(query, exact=exact), page, table=_results)
    else:
        raise Misuse('nothing to search for; type words, as in "advisory search Zhanaozen", or try "advisory list"')


def _results(*args: Any, **options: Any) -> "RenderableType":
    from advisory_cli.render.terminal import search_results

    return search_results(*args, **options)
