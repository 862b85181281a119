"""``advisory stats``: how many texts there are of which year, country, kind, ..."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from advisory_cli.actions.stats import ASIDE, OVERVIEW, SIDES, Stats, counted_by, overview
from advisory_cli.cli import options
from advisory_cli.cli.context import archive_of, say_none
from advisory_cli.cli.options import UNFILTERED, Filters, QueryCommand
from advisory_cli.cli.output import form_wanted, put, put_lines, put_rich, say_notes, searching

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
    json = "json"
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
        Format | None, options.form("table, tsv, csv, json or svg; a table on a terminal, else tsv.")
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
    form = Format(form_wanted(ctx, form, as_json=as_json))
    most = (_SHOWN if by else _SHOWN_OF_ALL) if limit is None and form is Format.table else limit or None
    archive = archive_of(ctx)
    stats = _counted(ctx, archive, asked, by, most)
    say_notes(asked.notes)
    if form is Format.json or stats.total:
        _put(ctx, stats, form)
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


def _put(ctx: typer.Context, stats: Stats, form: Format) -> None:
    from advisory_cli.render import stats as render

    match form:
        case Format.json:
            put(render.stats_json(stats))
        case Format.table:
            from advisory_cli.render.bars import stats_view

            put_rich(ctx, stats_view(stats))
        case Format.csv:
            from advisory_cli.exchange.cells import to_line

            put_lines(map(to_line, (render.CELLS, *render.cells_of(stats))))
        case Format.svg:
            from advisory_cli.render.picture import stats_svg

            put(stats_svg(stats))
        case _:
            put(render.stats_tsv(stats))
