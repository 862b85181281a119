"""``advisory edit``: correct a text; the old one stays in the history."""

from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from advisory_cli.actions.accession import with_changes
from advisory_cli.actions.form import from_form, to_form, with_body_read
from advisory_cli.actions.standing import read_relation, with_relations
from advisory_cli.cli import options
from advisory_cli.cli.context import archive_of, location
from advisory_cli.cli.editor import editing
from advisory_cli.cli.output import is_rich, put, put_rich, say
from advisory_cli.cli.questions import confirm
from advisory_cli.cli.selection import one_of
from advisory_cli.errors import Misuse
from advisory_cli.model import RELATIONS
from advisory_cli.reference import parse_targets
from advisory_cli.render import machine, plain

if TYPE_CHECKING:
    from advisory_cli.archive import Archive
    from advisory_cli.model import Advisory
    from advisory_cli.results import Outcome


Command = options.ReferringCommand


def command(
    ctx: typer.Context,
    refs: options.RefWords = None,
    changes: options.Changes = None,
    note: Annotated[
        str | None, typer.Option("--note", metavar="TEXT", help="Your own note on it; an empty one clears it.")
    ] = None,
    relate: Annotated[
        list[str] | None,
        typer.Option(
            "--relate",
            metavar="TYPE=REF",
            help=f"How it stands to another advisory: {', '.join(RELATIONS)}; repeat at will.",
            show_default=False,
        ),
    ] = None,
    unrelate: Annotated[
        list[str] | None,
        typer.Option("--unrelate", metavar="TYPE=REF", help="Take such a relation off.", show_default=False),
    ] = None,
    yes: options.Yes = False,
    dry_run: options.DryRun = False,
    as_json: options.AsJson = False,
) -> None:
    """Correct an advisory: by --set and --note, or in $EDITOR; the old text stays in its history.

    \b
    advisory edit EUR 57/002/2012                     in the editor
    advisory edit EUR 57/002/2012@en --set date=2012-03-22 --set "title=New title"
    advisory edit '#17' --note "checked against the printed copy" --yes
    advisory edit '#17' --set kind=press_release --dry-run
    advisory edit EUR 57/009/2012 --relate supersedes=EUR 57/002/2012

    Values that you type may stay in the history of your shell; the editor leaves no such trace.
    """
    archive = archive_of(ctx)
    held = _held(archive, refs)
    edit = _Edit(ctx, archive, held, yes=yes, dry_run=dry_run, as_json=as_json)
    fields = options.fields_of(changes) | ({} if note is None else {"note": note})
    if fields or relate or unrelate:
        changed = with_body_read(with_changes(held, fields), held)
        edit.save(with_relations(changed, map(read_relation, relate or ()), list(map(read_relation, unrelate or ()))))
        return
    with editing(to_form(held), location(ctx).path.parent) as form:
        edit.save(from_form(form, held))


class _Edit(NamedTuple):
    """A text that is being edited, and what the options say about saving it."""

    ctx: typer.Context
    archive: "Archive"
    held: "Advisory"
    yes: bool
    dry_run: bool
    as_json: bool

    def save(self, changed: "Advisory") -> None:
        """Show what changes, ask, save and say so."""
        outcome = self.archive.edit(changed, dry_run=True)
        if outcome.action == "revised":
            self._show(changed)
            if not self.dry_run:
                confirm(self.ctx, "Save this?", yes=self.yes)
                outcome = self.archive.edit(changed)
        self._report(outcome)

    def _show(self, changed: "Advisory") -> None:
        from advisory_cli.render import history

        if is_rich(self.ctx) and not self.as_json:
            put_rich(self.ctx, history.changes_view(self.held, changed))
            return
        text = history.changes_text(self.held, changed)
        if self.dry_run and not self.as_json:
            put(text)
        else:
            for line in text.split("\n"):
                say(line)

    def _report(self, outcome: "Outcome") -> None:
        if self.as_json:
            names = ("added", "revised", "unchanged", "failed")  # as `add` tells it
            put(machine.groups_json({name: [outcome.advisory] if name == outcome.action else [] for name in names}))
        else:
            verb = f"would be {outcome.action}" if self.dry_run else outcome.action
            put(plain.outcome_line(verb, outcome.advisory))


def _held(archive: "Archive", refs: list[str] | None) -> "Advisory":
    """The one text that is meant; which of several is never guessed."""
    targets = parse_targets(refs or ())
    if len(targets) > 1:
        raise Misuse(f"one text is edited at a time, not {len(targets)}; name one")
    if targets[0].revision is not None:
        raise Misuse("an older revision cannot be edited; leave out the number behind the last #")
    return one_of(targets[0], archive.named(targets[0]))
