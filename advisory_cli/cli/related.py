"""``advisory related``: what belongs to a text, and why."""

from typing import TYPE_CHECKING, Annotated

import typer

from advisory_cli.cli import options
from advisory_cli.cli.context import archive_of
from advisory_cli.cli.output import is_rich, put, put_lines, put_rich, say, searching
from advisory_cli.errors import Misuse
from advisory_cli.reference import parse_targets

if TYPE_CHECKING:
    from advisory_cli.archive import Archive
    from advisory_cli.model import Advisory
    from advisory_cli.results import Related


def command(
    ctx: typer.Context,
    ref: options.RefWords = None,
    similar: Annotated[
        int, typer.Option("--similar", metavar="N", min=0, max=100, help="At most N similar texts; 0 for none.")
    ] = 5,
    as_json: options.AsJson = False,
) -> None:
    """Show what belongs to an advisory: what it corrects, follows or mentions, and what does so with it.

    \b
    advisory related EUR 57/002/2012
    advisory related EUR57/2/2012@ru --similar 20
    advisory related '#17' --similar 0 --json

    Then its other languages and earlier revisions, and texts in its language that share its rare words.
    """
    from advisory_cli.render.related import related_json, related_lines

    archive = archive_of(ctx)
    advisory = _one(archive, ref or [])
    found = related_to(ctx, archive, advisory, similar=similar)
    if as_json:
        put(related_json(advisory, found))
    elif is_rich(ctx) and found:
        from advisory_cli.render.related_table import related_table

        put_rich(ctx, related_table(advisory, found))
    else:
        put_lines(related_lines(found))
    if not found:
        say(f'nothing in the archive belongs to {advisory.name}; try "advisory search" with words of it')
        raise typer.Exit(1)


def related_to(
    ctx: typer.Context, archive: "Archive", advisory: "Advisory", *, similar: int = 5
) -> "tuple[Related, ...]":
    """What belongs to a text, with a bar where the index must be built first."""
    with searching(ctx) as bar:
        return archive.related(advisory, similar=similar, progress=bar)


def _one(archive: "Archive", words: list[str]) -> "Advisory":
    targets = parse_targets(words)
    if len(targets) > 1:
        raise Misuse(f"one advisory at a time, not {len(targets)}; name one of {', '.join(map(str, targets))}")
    return archive.get(targets[0])
