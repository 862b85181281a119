"""Completion of reference words: ``show EUR <TAB>`` goes on with ``57/002/2012``."""

from collections.abc import Iterable

import typer

MANY = 1000
"""More than anybody reads through; typing on narrows them."""


def complete_reference(ctx: typer.Context, incomplete: str) -> Iterable[str]:
    """A region first, then the numbers of this archive in that region; errors complete to nothing."""
    from advisory_cli.reference import REGIONS

    words = ctx.params.get("refs") or ctx.params.get("words") or ("",)
    region = words[-1].upper()
    if region not in REGIONS:
        return [region for region in REGIONS if region.startswith(incomplete.upper())]
    return [reference.partition(" ")[2] for reference in _references(ctx, f"{region} {incomplete}")]


def complete_tag(ctx: typer.Context, incomplete: str) -> Iterable[str]:
    """Tags of this archive, the most frequent first; without those that cannot be shown in a line."""
    wanted = incomplete.casefold()
    return [tag for tag in _tags(ctx) if tag.casefold().startswith(wanted) and tag.isprintable()][:MANY]


def complete_signed_tag(ctx: typer.Context, incomplete: str) -> Iterable[str]:
    """The same behind the ``+`` or ``-`` that puts or takes them; without these references."""
    if not incomplete.startswith(("+", "-")):
        return complete_reference(ctx, incomplete)
    return [incomplete[0] + tag for tag in complete_tag(ctx, incomplete[1:])]


def _tags(ctx: typer.Context) -> Iterable[str]:
    from advisory_cli.cli.context import location
    from advisory_cli.errors import ArchiveError
    from advisory_cli.wiring import open_archive

    try:
        return open_archive(location(ctx).path).tags()
    except (ArchiveError, OSError):
        return ()


def _references(ctx: typer.Context, beginning: str) -> tuple[str, ...]:
    from advisory_cli.cli.context import location
    from advisory_cli.errors import ArchiveError
    from advisory_cli.wiring import open_archive

    try:
        return open_archive(location(ctx).path).references(beginning, limit=MANY)
    except (ArchiveError, OSError):
        return ()
