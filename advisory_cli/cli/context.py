"""Where a call leads: the archive, who is at work, and in which language."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from advisory_cli.cli.output import complain, say
from advisory_cli.config import NEAREST, Location, Setting, locate, setting

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
    path, origin = location(ctx)

    def writes() -> None:
        if origin == NEAREST:
            say(f"note: this goes into {path}, the nearest archive from here upward; --archive names another")

    return open_archive(path, lock_timeout=settings.lock_timeout, tell=complain, by=user(), writes=writes)


def say_none(ctx: typer.Context, archive: "Archive", otherwise: str) -> None:
    """That nothing was found, and what to try; of an archive that holds nothing, where it is and how to begin."""
    if not archive.is_empty():
        say(otherwise)
        return
    say(f"{nothing_at(location(ctx).path)}; begin with one of")
    say("  advisory add FILE...             take documents in")
    say("  advisory add                     paste or type one")
    say("  cat letter.txt | advisory add")


def nothing_at(path: Path) -> str:
    """What there is where nothing was found: an empty archive, or none, as where its name is misspelled."""
    return f"the archive {path} is empty" if path.exists() else f"there is no archive {path} yet"


def user() -> str | None:
    """Who is at work, for the history; None where nobody knows."""
    return named_user().value or None


def named_user() -> Setting:
    """Who is at work: ``ADVISORY_USER``, else the login name, which may stand in no variable."""
    named = setting("user", os.environ)
    return named if named.value else named._replace(value=_account())


def languages_of_reader(named: str | None) -> list[str]:
    """The language that an option names, else that of the locale, by POSIX precedence."""
    if named:
        return [named]
    locale = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    code = locale.partition("_")[0].partition(".")[0].lower()
    return [code] if code and code not in ("c", "posix") else []


def _account() -> str:
    from pwd import getpwuid

    try:
        return getpwuid(os.getuid()).pw_name
    except KeyError:  # an account without a name, as in a container
        return ""
