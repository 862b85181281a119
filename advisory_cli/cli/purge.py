"""``advisory remove --purge``: the legal erasure of one text, with what it can and cannot do."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import typer

from advisory_cli.cli.context import archive_of, location
from advisory_cli.cli.options import Filters
from advisory_cli.cli.output import complain, put, say
from advisory_cli.cli.questions import answer
from advisory_cli.cli.selection import one_of, select
from advisory_cli.errors import Misuse
from advisory_cli.filenames import EDITING, FAILED_ROWS, FAILURES, IMPORTING, SAVED_SEARCHES, UNSAVED_EDIT
from advisory_cli.reference import parse_reference
from advisory_cli.render import machine, plain

if TYPE_CHECKING:
    from advisory_cli.archive import Archive
    from advisory_cli.model import Advisory


def erase(
    ctx: typer.Context,
    words: Sequence[str],
    filters: Filters,
    *,
    reason: str | None,
    confirm: str | None,
    yes: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Explain what goes and what stays, have the reference typed, and erase the text."""
    targets = select(words, filters).targets
    if len(targets) != 1:
        raise Misuse("--purge erases one text at a time; name it by its reference or id, and by nothing else")
    if not (reason and reason.strip()):
        raise Misuse('--purge needs a reason that stays in its place, as in --reason "court order"')
    archive = archive_of(ctx)
    text = one_of(targets[0], archive.named(targets[0], removed=True))
    for line in _explanation(archive, text):
        say(line)
    if not dry_run:
        _confirm(ctx, text, confirm, yes=yes)
        text = archive.purge(text, reason=reason)
    if aside := _set_aside(location(ctx).path):
        complain(f"look into these yourself, parts of it may be in them: {', '.join(aside)}")
    put(
        machine.groups_json({"removed": [text]})
        if as_json
        else plain.outcome_line("would be erased" if dry_run else "erased", text)
    )


def _explanation(archive: "Archive", text: "Advisory") -> Iterator[str]:
    if text.action == "purge":
        yield f"{text.name} was erased before; this goes on where that was interrupted, and changes nothing else"
        return
    yield plain.outcome_line("to erase for good:", text)
    yield "goes: all its revisions, its original if no other text was read from it, the search index (built anew later)"
    yield "stays: number, language, SHA-256 of the original, your reason, when and by whom; undo cannot take it back"
    yield "out of reach: copies, exports, backups; what disks keep of deleted files; the history of your shell"
    yield "and archives that took it over by import: erase it there as well"
    if citing := archive.citing(text):
        yield f"stays as well: other texts that bear or cite its number, {len(citing)}: {', '.join(citing)}"


def _set_aside(path: Path) -> list[str]:
    """Files beside the archive that hold what a crash, another program, the user or an unsaved edit left."""
    real = path.resolve()
    found = sorted({name for pattern in (f"{real.name}.*", *_BESIDE) for name in real.parent.glob(pattern)})
    return [str(name) for name in found if name.suffix != ".lock"]


_BESIDE: Final = (
    *(f"{UNSAVED_EDIT}*", f"{EDITING}*", f"{IMPORTING}*", f"*{FAILED_ROWS}*"),
    *(FAILURES, SAVED_SEARCHES),
)
"""Names of files in which parts of any text may stand."""


def _confirm(ctx: typer.Context, text: "Advisory", typed: str | None, *, yes: bool) -> None:
    """Raises `Misuse` where nobody can type the reference, `typer.Exit` where something else is typed."""
    name = text.reference or f"#{text.first}"
    if typed is not None and not _names(typed, text):
        raise Misuse(f"--confirm is not {name}; nothing was erased")
    if typed is not None and yes:
        return
    if not ctx.obj.asks:
        raise Misuse(f'nobody is there to type the reference; erase with --yes --confirm "{name}"')
    if not _names(answer(f"Type {name} to erase it:"), text):
        say("nothing was erased")
        raise typer.Exit(1)


def _names(typed: str, text: "Advisory") -> bool:
    """Whether this is the number of the text in some spelling; its id, with the sign, where it has none."""
    if not text.reference:
        return typed == f"#{text.first}"
    number, _, language = typed.partition("@")
    reference = parse_reference(number)
    return reference is not None and text.reference in reference.spellings and language in {"", text.language}
