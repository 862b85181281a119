"""Completion of references and tags: ``show EUR <TAB>`` goes on with ``57/002/2012``."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from advisory_cli.archive import Archive

MANY = 1000
"""More than anybody reads through; typing on narrows them."""


def complete_reference(ctx: typer.Context, incomplete: str) -> Iterable[str]:
    """A region first, then the numbers of this archive in that region; errors complete to nothing."""
    from advisory_cli.reference import REGIONS

    words = ctx.params.get("refs") or ctx.params.get("words") or ("",)
    region = words[-1].upper()
    if region not in REGIONS:
        return [region for region in REGIONS if region.startswith(incomplete.upper())]
    found = _asked(ctx, lambda archive: archive.references(f"{region} {incomplete}", limit=MANY))
    return [reference.partition(" ")[2] for reference in found]


def complete_tag(ctx: typer.Context, incomplete: str) -> Iterable[str]:
    """Tags of this archive, the most frequent first; without those that cannot be shown in a line."""
    wanted = incomplete.casefold()
    tags = _asked(ctx, lambda archive: archive.tags())
    return [tag for tag in tags if tag.casefold().startswith(wanted) and tag.isprintable()][:MANY]


def complete_signed_tag(ctx: typer.Context, incomplete: str) -> Iterable[str]:
    """The same behind the ``+`` or ``-`` that puts or takes them; without these references."""
    if not incomplete.startswith(("+", "-")):
        return complete_reference(ctx, incomplete)
    return [incomplete[0] + tag for tag in complete_tag(ctx, incomplete[1:])]


def _asked(ctx: typer.Context, ask: "Callable[[Archive], Iterable[str]]") -> Iterable[str]:
    """What the archive answers; nothing where it cannot."""
    from advisory_cli.cli.context import location
    from advisory_cli.errors import ArchiveError
    from advisory_cli.wiring import open_archive

    try:
        return ask(open_archive(location(ctx).path))
    except (ArchiveError, OSError):
        return ()
