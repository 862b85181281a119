"""Where a call leads: the archive, and who is at work."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from advisory_cli.cli.output import complain
from advisory_cli.config import USERS, Location, first_set, locate

if TYPE_CHECKING:
    from advisory_cli.archive import Archive
    from advisory_cli.cli.given import Settings


def location(ctx: typer.Context) -> Location:
    """Where the archive of this call lies; also while a shell completes, when no settings were made."""
    option = ctx.find_root().params.get("archive")
    return locate(Path(option) if option else None, environ=os.environ, folder=Path.cwd())


def archive_of(ctx: typer.Context) -> "Archive":
    """The archive of this call, opened."""
    from advisory_cli.wiring import open_archive

    settings: Settings = ctx.obj
    return open_archive(location(ctx).path, lock_timeout=settings.lock_timeout, tell=complain, by=user())


def user() -> str | None:
    """Who is at work: ``ADVISORY_USER``, else the login name."""
    return first_set("user", USERS, environ=os.environ, default="").value or None
