"""``advisory undo``: take back the last writes."""

from typing import TYPE_CHECKING, Annotated

import typer

from advisory_cli.cli import options
from advisory_cli.cli.context import archive_of
from advisory_cli.cli.output import is_rich, put, put_rich, say
from advisory_cli.cli.questions import agreed
from advisory_cli.errors import Misuse, NothingToUndo

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advisory_cli.results import Write


def command(
    ctx: typer.Context,
    count: Annotated[
        int | None, typer.Argument(metavar="N", min=1, help="How many writes; else the last.", show_default=False)
    ] = None,
    only_list: Annotated[bool, typer.Option("--list", help="Show the last 10 writes, or N; only that.")] = False,
    yes: options.Yes = False,
    dry_run: options.DryRun = False,
    as_json: options.AsJson = False,
) -> None:
    """Take back the last writes, whoever made them: what was changed is as before, what was added is removed.

    \b
    advisory undo --list       what can be taken back
    advisory undo              the last write: all that one "advisory add" did
    advisory undo 3 --yes      the last three

    Nothing is lost: history keeps what is taken back, and what was added can be added again. An undo is not taken back
    itself.
    """
    archive = archive_of(ctx)
    if only_list:
        _put(ctx, _some(archive.writes(count or 10)), as_json=as_json)
        return
    writes = archive.undo(count or 1, dry_run=True)
    if not dry_run:
        _ask(ctx, writes, yes=yes, as_json=as_json)
        writes = archive.undo(count or 1, batches=[write.batch for write in writes])
    _report(writes, "would take back" if dry_run else "took back", as_json=as_json)


def _some(writes: "Sequence[Write]") -> "Sequence[Write]":
    if not writes:
        raise NothingToUndo
    return writes


def _put(ctx: typer.Context, writes: "Sequence[Write]", *, as_json: bool) -> None:
    from advisory_cli.render import history

    if as_json:
        put(history.writes_json("writes", writes))
    elif is_rich(ctx):
        put_rich(ctx, history.writes_table(writes))
    else:
        put(history.writes_text(writes))
    _say_purged(writes)


def _ask(ctx: typer.Context, writes: "Sequence[Write]", *, yes: bool, as_json: bool) -> None:
    """Show what is taken back and ask; raises `Misuse` where nobody can answer, `typer.Exit` where it is no."""
    if yes:
        return
    if not ctx.obj.asks:
        raise Misuse("see what would be taken back with --dry-run or --list, and take it back with --yes")
    _show(ctx, writes, as_json=as_json)
    if not agreed("Take this back?" if len(writes) == 1 else f"Take these {len(writes)} writes back?"):
        say("nothing was taken back")
        raise typer.Exit(1)


def _show(ctx: typer.Context, writes: "Sequence[Write]", *, as_json: bool) -> None:
    from advisory_cli.render import history

    if is_rich(ctx) and not as_json:
        put_rich(ctx, history.writes_table(writes))
    else:
        for line in history.writes_text(writes, brief=True).split("\n"):
            say(line)
    _say_purged(writes)


def _report(writes: "Sequence[Write]", verb: str, *, as_json: bool) -> None:
    from advisory_cli.render import history

    if as_json:
        put(history.writes_json("undone", writes))
    else:
        put("\n".join(history.write_lines(verb, write) for write in writes))
    _say_purged(writes)


def _say_purged(writes: "Sequence[Write]") -> None:
    for name in dict.fromkeys(name for write in writes for name in write.purged):
        say(f"note: {name} was purged and cannot be brought back")
