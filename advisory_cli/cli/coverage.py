"""``advisory list --coverage``: works instead of texts, with their languages."""

from typing import TYPE_CHECKING

import typer

from advisory_cli.cli.context import archive_of, say_none
from advisory_cli.cli.given import Format
from advisory_cli.cli.output import put, put_lines, put_rich, say_notes, searching
from advisory_cli.cli.results import Page, say_rest
from advisory_cli.errors import Misuse
from advisory_cli.render import coverage as render

if TYPE_CHECKING:
    from advisory_cli.query import Query


def put_coverage(ctx: typer.Context, query: "Query", page: Page) -> None:
    """Print the works that the texts answering the query are of, by number."""
    form = page.form_in(ctx)
    if form is Format.ids or page.facets:
        raise Misuse("--coverage lists works; leave out --facets and --format ids")
    archive = archive_of(ctx)
    with searching(ctx) as bar:
        found = archive.coverage(query, limit=page.limit or None, offset=page.offset, progress=bar)
    say_notes(query.notes)
    if form is Format.json:
        put(render.coverage_json(found))
    elif form is Format.tsv:
        put_lines(render.coverage_tsv(found.works))
    elif found.works:
        put_rich(ctx, render.coverage_table(found))
    if not (form is Format.table and found.works):
        say_rest(len(found.works), found.total, page)
    if not found.total:
        say_none(ctx, archive, 'nothing found; try fewer words, or "advisory list"')
        raise typer.Exit(1)
