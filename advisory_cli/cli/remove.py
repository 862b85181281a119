"""``advisory remove``: texts out of all lists, and with ``--purge`` one text off the disk."""

from functools import partial
from typing import Annotated

import typer

from advisory_cli.cli import options
from advisory_cli.cli.context import archive_of
from advisory_cli.cli.found import Found, Told, meant
from advisory_cli.cli.options import UNFILTERED, Filters, QueryCommand
from advisory_cli.cli.output import put, say
from advisory_cli.cli.questions import agreed, answer
from advisory_cli.errors import Misuse
from advisory_cli.render import machine, plain
from advisory_cli.render.words import counted

Command = QueryCommand


def command(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="REF...|QUERY...", help="References or ids; other words are a query.", show_default=False
        ),
    ] = None,
    filters: Filters = UNFILTERED,
    everything: options.Everything = False,
    all_languages: options.AllLanguages = False,
    reason: Annotated[str | None, typer.Option("--reason", metavar="TEXT", help="Why; kept in history.")] = None,
    purge: Annotated[bool, typer.Option("--purge", help="Erase one text from the disk for good.")] = False,
    confirm: Annotated[
        str | None, typer.Option("--confirm", metavar="REF", help="With --purge --yes: the reference once more.")
    ] = None,
    yes: options.Yes = False,
    dry_run: options.DryRun = False,
    as_json: options.AsJson = False,
) -> None:
    """Remove advisories: gone from list and search, still in history; "advisory undo" brings them back.

    \b
    advisory remove EUR 57/002/2012@ru --reason "added twice"
    advisory remove '#17' '#18' --yes
    advisory remove --country Kazakhstan --until 1995 --dry-run
    advisory remove EUR 57/002/2012 --all-languages
    advisory remove --purge '#17' --reason "court order"    off the disk, for good

    What you type, the reason included, may stay in the history of your shell.
    """
    if (purge and (everything or all_languages)) or (confirm is not None and not purge):
        raise Misuse("--purge takes one text, --confirm belongs to --purge; leave out what does not fit")
    if purge:
        from advisory_cli.cli.purge import erase

        erase(ctx, words or (), filters, reason=reason, confirm=confirm, yes=yes, dry_run=dry_run, as_json=as_json)
        return
    if everything == bool(words or any(filters)):
        raise Misuse("name what to remove, by reference or by a query, as for list; or --all and nothing else")
    archive = archive_of(ctx)
    selection = meant(words or (), filters, "removed")
    found = Found.of(selection.texts(ctx, archive, several=all_languages))
    if found.firsts and not dry_run:
        _ask(ctx, found, everything=everything, yes=yes)
    line = partial(plain.outcome_line, "would be removed" if dry_run else "removed")
    told = Told((lambda text: text) if as_json else line)
    if dry_run:
        for text in selection.texts(ctx, archive):
            told(text)
    else:
        archive.remove(found.firsts, reason=reason, report=told)
    put(machine.groups_json({"removed": told}) if as_json else "\n".join(told))
    if not found.firsts:
        say('nothing found, nothing removed; try the same words with "advisory list"')
        raise typer.Exit(1)


def _ask(ctx: typer.Context, found: Found, *, everything: bool, yes: bool) -> None:
    """Show what goes and ask; raises `Misuse` where nobody can answer, `typer.Exit` where the answer is no."""
    total = len(found.firsts)
    texts = counted(total, "text")
    if yes:
        return
    if not ctx.obj.asks:
        raise Misuse(f"{texts} would be removed; see with --dry-run, remove with --yes")
    found.show(ctx, "to remove:")
    say(f'{texts} to remove; history keeps what is removed, and "advisory undo" brings it back')
    if answer(f"Type {total} to remove all:") == str(total) if everything else agreed(f"Remove {texts}?"):
        return
    say("nothing was removed")
    raise typer.Exit(1)
