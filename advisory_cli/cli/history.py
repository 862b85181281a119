"""``advisory history``: every revision of a text and what it changed."""

from typing import Annotated

import typer

from advisory_cli.cli import options
from advisory_cli.cli.context import archive_of
from advisory_cli.cli.output import is_rich, put, put_rich
from advisory_cli.reference import parse_targets


def command(
    ctx: typer.Context,
    refs: options.RefWords = None,
    as_json: options.AsJson = False,
    no_pager: Annotated[bool, typer.Option("--no-pager", help="Do not page long output.")] = False,
) -> None:
    """Show what happened to an advisory: every revision, when, by whom, and what changed.

    \b
    advisory history EUR 57/002/2012
    advisory history '#17'                also of a removed text
    advisory history 'EUR 57/002/2012#2'  one revision

    Taken out is marked - or [-so-], put in + or {+so+}, and ~ a line that changed in places.
    """
    from advisory_cli.render import history

    archive = archive_of(ctx)
    found = [(text, target.revision) for target in parse_targets(refs or ()) for text in archive.history(target)]
    if as_json:
        put(history.history_json(found))
    elif is_rich(ctx):
        put_rich(ctx, *(history.history_view(*text) for text in found), pager=not no_pager)
    else:
        put("\n\n\n".join(history.history_text(*text) for text in found))
