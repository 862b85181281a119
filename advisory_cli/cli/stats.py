"""``advisory stats``: how many texts there are of which year, country, kind, ..."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from advisory_cli.actions.stats import ASIDE, OVERVIEW, SIDES, Stats, counted_by, overview
from advisory_cli.cli import options
from advisory_cli.cli.context import archive_of, say_none
from advisory_cli.cli.options import UNFILTERED, Filters, QueryCommand
from advisory_cli.cli.output import is_rich, put, put_rich, say_notes, searching

if TYPE_CHECKING:
    from advisory_cli.archive import Archive
    from advisory_cli.query import Query

Command = QueryCommand

By = StrEnum("By", list(SIDES))  # type: ignore[misc]


class Format(StrEnum):
    """Forms of counts."""

    table = "table"
    tsv = "tsv"
    csv = "csv"
    svg = "svg"


def command(
    ctx: typer.Context,
    query: options.QueryWords = None,
    by: Annotated[
        By | None, typer.Option("--by", metavar="WHAT", help=f"{', '.join(By)}; else an overview.", show_default=False)
    ] = None,
    filters: Filters = UNFILTERED,
    limit: Annotated[
        int | None,
        typer.Option(
            "--limit", metavar="N", min=0, help="At most N values, the most frequent; 0 for all.", show_default=False
        ),
    ] = None,
    form: Annotated[
        Format | None,
        typer.Option(
            "--format",
            metavar="FORM",
            help="table, tsv, csv or svg; a table on a terminal, else tsv.",
            show_default=False,
        ),
    ] = None,
    as_json: options.AsJson = False,
) -> None:
    """Count advisories: all of them, or those that answer a query.

    \b
    advisory stats                                   an overview
    advisory stats --by year --country Kazakhstan    a timeline
    advisory stats torture --by speaker --limit 20
    advisory stats --by country --format csv > countries.csv
    advisory stats --by year --format svg > years.svg

    Texts are counted, in their current revisions and without removed ones; a text in two countries counts for both.
    """
    asked = filters.narrow(query)
    looked_at = form is Format.table or (form is None and not as_json and is_rich(ctx))
    most = (_SHOWN if by else _SHOWN_OF_ALL) if limit is None and looked_at else limit or None
    archive = archive_of(ctx)
    stats = _counted(ctx, archive, asked, by, most)
    say_notes(asked.notes)
    if as_json or stats.total:
        _put(ctx, stats, form, as_json=as_json)
    if not stats.total:
        say_none(ctx, archive, 'nothing found, nothing to count; try the same words with "advisory search"')
        raise typer.Exit(1)


_SHOWN = 30
"""Values on a terminal."""

_SHOWN_OF_ALL = 10
"""Values of each side in an overview there."""


def _counted(ctx: typer.Context, archive: "Archive", query: "Query", by: "By | None", limit: int | None) -> Stats:
    facets = dict.fromkeys(("year", by.value) if by else (*OVERVIEW, *ASIDE))
    with searching(ctx) as bar:
        counts = archive.facets(query, tuple(facets), progress=bar)
    return counted_by(by.value, counts, limit) if by else overview(counts, limit)


def _put(ctx: typer.Context, stats: Stats, form: Format | None, *, as_json: bool) -> None:
    from advisory_cli.render import stats as render

    if as_json:
        put(render.stats_json(stats))
    elif form is Format.svg:
        from advisory_cli.render.picture import stats_svg

        put(stats_svg(stats))
    elif form is Format.csv:
        put(render.stats_csv(stats))
    elif form is Format.table or (form is None and is_rich(ctx)):
        from advisory_cli.render.bars import stats_view

        put_rich(ctx, stats_view(stats))
    else:
        put(render.stats_tsv(stats))
