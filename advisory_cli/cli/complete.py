"""Completion of reference words: ``show EUR <TAB>`` goes on with ``57/002/2012``."""

import re
from collections.abc import Iterator

import typer


def complete_reference(ctx: typer.Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """The next word of a reference of this archive, with its title as help; errors complete to nothing."""
    from advisory_cli.cli.context import archive_of
    from advisory_cli.errors import ArchiveError

    try:
        archive = archive_of(ctx)
        yield from _next_words(archive.references(_begun(ctx, incomplete)), _typed_before(ctx), incomplete)
    except (ArchiveError, OSError):
        return


def _next_words(references: tuple[str, ...], before: str, incomplete: str) -> Iterator[tuple[str, str]]:
    words = (reference.split(" ", 1)[1 if before else 0] for reference in references)
    yield from ((word, "") for word in dict.fromkeys(words) if word.upper().startswith(incomplete.upper()))


def _typed_before(ctx: typer.Context) -> str:
    """The region, where the word before is one."""
    words = ctx.params.get("refs") or ()
    last = words[-1] if words else ""
    return last.upper() if re.fullmatch(r"[A-Za-z]{3}", last) else ""


def _begun(ctx: typer.Context, incomplete: str) -> str:
    return f"{_typed_before(ctx)} {incomplete}".strip().upper()
