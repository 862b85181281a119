"""``advisory tag``: put tags on texts and take them off, by reference, by query, or as another command lists them."""

import re
import sys
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer
from typer.core import CompletionItem, TyperCommand  # type: ignore[attr-defined]

from advisory_cli.actions.tagging import Tagged, read_tags
from advisory_cli.cli import options
from advisory_cli.cli.complete import complete_signed_tag
from advisory_cli.cli.context import archive_of
from advisory_cli.cli.found import Found, Told, meant
from advisory_cli.cli.options import UNFILTERED, Filters, put_in_saved, refuse_blank, refuse_one_dash, spelled_out
from advisory_cli.cli.output import put, say
from advisory_cli.cli.questions import confirm
from advisory_cli.cli.selection import read_targets
from advisory_cli.errors import Misuse
from advisory_cli.render import machine, plain
from advisory_cli.render.words import counted

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence


class Command(TyperCommand):
    """A command whose last words, as far as they begin with + or -, are tags; before them ``-word`` means NOT word."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """Set the tags apart before the options are read."""
        refuse_one_dash(self, ctx, args)
        flags = {name for option in self.params if getattr(option, "is_flag", False) for name in option.opts}
        words, signed = _split(args, flags | {"-h", "--help"})
        rest = super().parse_args(ctx, [*(f"{_SIGNED}={word}" for word in signed), *spelled_out(words)])
        refuse_blank(ctx)
        put_in_saved(ctx)
        return rest

    def shell_complete(self, ctx: typer.Context, incomplete: str) -> list[CompletionItem]:  # type: ignore[override]
        """Options, and behind a minus also the tags of the archive."""
        tags = () if incomplete.startswith("--") else complete_signed_tag(ctx, incomplete)
        return [*super().shell_complete(ctx, incomplete), *map(CompletionItem, tags)]


_SIGNED = "--put-or-take"
"""Takes what `Command` has set apart; not for people."""


def command(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="REF...|QUERY...|- +TAG -TAG",
            help="References or ids; other words are a query; - reads references from stdin. Tags come last.",
            autocompletion=complete_signed_tag,
            show_default=False,
        ),
    ] = None,
    filters: Filters = UNFILTERED,
    everything: options.Everything = False,
    signed: Annotated[list[str] | None, typer.Option(_SIGNED, hidden=True)] = None,
    yes: options.Yes = False,
    dry_run: options.DryRun = False,
    as_json: options.AsJson = False,
) -> None:
    """Put tags on advisories (+tag) and take them off (-tag). A reference without a language means all its texts.

    \b
    advisory tag EUR 57/002/2012 +torture "+fair trial"
    advisory tag Zhanaozen --since 2011-12 +strike -unsorted
    advisory tag tag:unsorted NOT draft -unsorted
    advisory list --year 2012 --format ids --limit 0 | advisory tag - +2012
    advisory tag --all --dry-run +seen

    The words at the end that begin with + or - are tags; behind -- also -y and -n are.
    """
    tags = read_tags(signed or ())
    if not any(tags):
        raise Misuse('say which tags, last: "advisory tag EUR 57/002/2012 +put -take"')
    words = words or []
    if everything == bool(words or any(filters)):
        raise Misuse("name what to tag, by reference or by a query, as for list; or --all and nothing else")
    archive = archive_of(ctx)
    if words == ["-"]:
        lines = (line.decode(errors="replace") for line in sys.stdin.buffer)
        found = Found(archive.firsts(read_targets(lines)), [])
    else:
        selection = meant(words, filters, "tagged")
        found = Found.of(selection.texts(ctx, archive))
        if selection.query and found.firsts and not dry_run:
            question = f"{' '.join(signed or ())} for {counted(len(found.firsts), 'text')}?"
            confirm(ctx, question, yes=yes, show=partial(found.show, ctx, "to tag:"))
    verb = "would be tagged" if dry_run else "tagged"
    told = Told(Tagged.of if as_json else partial(plain.tags_line, verb))
    changed = archive.change(found.firsts, tags.change, report=told, dry_run=dry_run)
    put(machine.tagged_json(told) if as_json else "\n".join(told))
    if not found.firsts:
        say('nothing found, nothing tagged; try the same words with "advisory list"')
        raise typer.Exit(1)
    say(f"{verb} {changed:,}, unchanged {len(found.firsts) - changed:,}")


def _split(args: "Sequence[str]", flags: "Collection[str]") -> tuple[list[str], list[str]]:
    """The arguments without the tags at the end, and the tags; options without a value may stand among these."""
    literal = args.index("--") if "--" in args else len(args)
    words, signed = list(args), list[str]()
    for place in reversed(range(len(args))):
        word = args[place]
        if place == literal or (place < literal and word in flags):
            continue
        if not re.match(r"\+|-[^-]", word):
            break
        signed.insert(0, words.pop(place))
    return words, signed
