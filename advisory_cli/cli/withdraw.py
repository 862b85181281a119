"""``advisory withdraw``: say that a text no longer stands; it stays in the archive, and every view says so."""

from functools import partial
from typing import TYPE_CHECKING, Annotated, Final

import typer

from advisory_cli.actions.standing import reinstating, replacing, withdrawing
from advisory_cli.cli import options
from advisory_cli.cli.context import archive_of
from advisory_cli.cli.found import Found
from advisory_cli.cli.output import put
from advisory_cli.cli.questions import confirm
from advisory_cli.cli.selection import Selection, whole
from advisory_cli.errors import Misuse
from advisory_cli.reference import parse_targets
from advisory_cli.render import machine, plain
from advisory_cli.render.words import these_texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advisory_cli.archive import Archive
    from advisory_cli.model import Advisory


Command = options.ReferringCommand


def command(
    ctx: typer.Context,
    refs: options.RefWords = None,
    reason: Annotated[
        str | None, typer.Option("--reason", metavar="TEXT", help="Why; readers see it. Required.", show_default=False)
    ] = None,
    by: Annotated[
        str | None,
        typer.Option(
            "--by", metavar="REF", help="The advisory of the archive that takes its place.", show_default=False
        ),
    ] = None,
    reverse: Annotated[bool, typer.Option("--reverse", help="Let a withdrawn advisory stand again.")] = False,
    all_languages: options.AllLanguages = False,
    yes: options.Yes = False,
    dry_run: options.DryRun = False,
    as_json: options.AsJson = False,
) -> None:
    """Withdraw advisories: show, list and search say so and why; the text stays, and its history.

    \b
    advisory withdraw EUR 57/002/2012@en --reason "It names witnesses"
    advisory withdraw EUR 57/002/2012@en --by EUR 57/009/2012 --reason "Rewritten"
    advisory withdraw EUR 57/002/2012 --all-languages --reason "Not ours"
    advisory withdraw '#17' --reverse --reason "Withdrawn by mistake"

    With --by the other advisory says that it supersedes this one. "advisory undo" takes all of it back.
    """
    why = _reason(reason)
    if by and reverse:
        raise Misuse("--by and --reverse exclude each other; take a relation off with advisory edit --unrelate")
    archive = archive_of(ctx)
    texts = _named(archive, refs or (), several=all_languages)
    successors = _named(archive, [by], several=True) if by else []
    how = reinstating(why) if reverse else replacing(texts, successors, reason=why) if by else withdrawing(why)
    if not dry_run:
        verb = "reinstate" if reverse else "withdraw"
        show = partial(Found.of(texts).show, ctx, f"to {verb}:")
        confirm(ctx, f"{verb.capitalize()} {these_texts(len(texts))}?", yes=yes, show=show)
    changed: list[Advisory] = []
    firsts = [text.first or 0 for text in (*texts, *successors)]
    archive.change(firsts, how, report=changed.append, dry_run=dry_run)
    _put(
        changed, [text for text in texts if text.first not in {one.first for one in changed}], dry_run, as_json=as_json
    )


_DONE: Final = {"withdraw": "withdrawn", "reinstate": "reinstated", "relate": "revised"}
"""What was done to a text, by the action of its revision."""


def _reason(reason: str | None) -> str:
    why = " ".join((reason or "").split())
    if not why:
        raise Misuse('say why with --reason "..."; readers see it beside the advisory')
    return why


def _named(archive: "Archive", words: "Sequence[str]", *, several: bool) -> "list[Advisory]":
    """The texts that these words name, each once; raises `Misuse` for words that are no references."""
    return list(Selection(whole(parse_targets(words))).named(archive, several=several))


def _put(changed: "Sequence[Advisory]", unchanged: "Sequence[Advisory]", dry_run: bool, *, as_json: bool) -> None:
    groups = {done: [text for text in changed if text.action == action] for action, done in _DONE.items()}
    groups["unchanged"] = list(unchanged)
    if as_json:
        put(machine.groups_json(groups))
        return
    would = "would be " if dry_run else ""
    put("\n".join(plain.outcome_line(would + done, text) for done, texts in groups.items() for text in texts))
