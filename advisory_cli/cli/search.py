"""``advisory search``: best matches first, with the passages that match."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from advisory_cli.cli import options
from advisory_cli.cli.options import Filters, QueryCommand
from advisory_cli.cli.results import Page, Sort, answer
from advisory_cli.errors import Misuse

if TYPE_CHECKING:
    from rich.console import RenderableType

Command = QueryCommand


def command(
    ctx: typer.Context,
    query: options.QueryWords = None,
    country: options.Country = None,
    region: options.Region = None,
    since: options.Since = None,
    until: options.Until = None,
    year: options.Year = None,
    kind: options.Kind = None,
    language: options.Language = None,
    tag: options.Tag = None,
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
    """  # noqa: D301 - \b keeps the lines apart in help
    if not query:
        raise Misuse('nothing to search for; type words, as in "advisory search Zhanaozen", or try "advisory list"')
    asked = Filters(country, region, since, until, year, kind, language, tag).narrow(query, exact=exact)
    page = Page(sort, limit, offset, form, as_json, options.facets_of(facets), snippets, explain)
    answer(ctx, asked, page, table=_results)


def _results(*args: Any, **options: Any) -> "RenderableType":
    from advisory_cli.render.terminal import search_results

    return search_results(*args, **options)
