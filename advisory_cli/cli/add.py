"""``advisory add``: documents in, from files, a pipe, or by hand."""

import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from advisory_cli.accession import accession
from advisory_cli.cli import options
from advisory_cli.cli.context import archive_of, location
from advisory_cli.cli.output import is_rich, put, put_rich, say
from advisory_cli.errors import ArchiveError, Misuse
from advisory_cli.model import Accession, Document
from advisory_cli.render import plain
from advisory_cli.sources import read_bytes, read_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from advisory_cli.archive import Archive
    from advisory_cli.model import Advisory
    from advisory_cli.results import Outcome


def command(
    ctx: typer.Context,
    files: Annotated[
        list[str] | None,
        typer.Argument(metavar="FILE...", help='Text files; "-" reads standard input.', show_default=False),
    ] = None,
    changes: options.Changes = None,
    language: Annotated[
        str | None, typer.Option("--language", metavar="CODE", help="The language of the text: en, fr, ru, ...")
    ] = None,
    revise: Annotated[
        bool, typer.Option("--revise", help="Make it the next revision of what it differs from.")
    ] = False,
    keep_both: Annotated[bool, typer.Option("--keep-both", help="Keep it beside what it differs from.")] = False,
    edit: Annotated[bool, typer.Option("--edit", help="Correct what was found in $EDITOR before it is saved.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", "-n", help="Show what was found; write nothing.")] = False,
    as_json: options.AsJson = False,
) -> None:
    """Add advisories: files, standard input, or by hand.

    \b
    advisory add report.txt statement.txt
    cat mail.txt | advisory add
    advisory add                          paste or type one
    advisory add scan.txt --set date=2012-03-22 --set "title=New title"
    advisory add report.txt --dry-run     only show what would be stored
    """  # noqa: D301 - \b keeps the lines apart in help
    if revise and keep_both:
        raise Misuse("--revise and --keep-both exclude each other; take one")
    if hasattr(signal, "SIGPIPE"):  # who reads our report may leave; the batch goes on
        signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    archive = archive_of(ctx)
    reading = _Reading(options.fields_of(changes), language.lower() if language else None)
    results: list[Outcome | Failure] = []
    with archive.batch():
        for taken in _accessions(ctx, files, reading):
            if isinstance(taken, Accession):
                result = _take(ctx, archive, taken, edit=edit, revise=revise, keep_both=keep_both, dry_run=dry_run)
            else:
                result = taken
            results.append(result)
            if not as_json:
                _report(ctx, result, taken, dry_run=dry_run)
    if as_json:
        _put(_json(results))
    elif len(results) > 1:
        say(_totals(results))
    if failures := [result for result in results if isinstance(result, Failure)]:
        raise typer.Exit(failures[0].error.exit_code if len(results) == 1 else _SOME_FAILED)


_STDIN = "-"
_SOME_FAILED = 4


class Failure(NamedTuple):
    """An input that could not be taken, and why."""

    source: str
    error: ArchiveError


class _Reading(NamedTuple):
    """What the options say about how documents are read."""

    changes: dict[str, str]
    language: str | None

    def accession(self, document: Document) -> Accession:
        """The document as a record."""
        return accession(document, language=self.language, changes=self.changes)


def _accessions(ctx: typer.Context, files: list[str] | None, reading: _Reading) -> "Iterator[Accession | Failure]":
    if files or not sys.stdin.isatty():
        for name in files or [_STDIN]:
            yield _read(name, reading)
    elif ctx.obj.asks:
        from advisory_cli.cli.guided import guided

        yield guided(ctx, reading.accession)
    else:
        raise Misuse('nothing to add and --no-input; name files, as in "advisory add report.txt"')


def _read(name: str, reading: _Reading) -> Accession | Failure:
    """One input as an accession; one that cannot be read must not stop the others."""
    try:
        return reading.accession(_document(name))
    except Misuse:  # an option that makes no sense for any input
        raise
    except ArchiveError as error:
        return Failure(name, error)


def _document(name: str) -> Document:
    if name == _STDIN:
        return read_bytes(sys.stdin.buffer.read(), "standard input")
    return read_file(Path(name))


def _take(ctx: typer.Context, archive: "Archive", taken: Accession, *, edit: bool, **how: bool) -> "Outcome | Failure":
    try:
        return archive.add(_edited(ctx, taken) if edit else taken, **how)
    except ArchiveError as error:
        return Failure(taken.document.source.name if taken.document else "the entry", error)


def _edited(ctx: typer.Context, taken: Accession) -> Accession:
    from advisory_cli.cli.editor import edited
    from advisory_cli.form import from_form, to_form

    form = edited(to_form(taken.advisory), location(ctx).path.parent, lambda text: from_form(text, taken.advisory))
    return taken._replace(advisory=from_form(form, taken.advisory))


def _report(ctx: typer.Context, result: "Outcome | Failure", taken: Accession | Failure, *, dry_run: bool) -> None:
    """Say what became of an input: the outcome to stdout, doubts and refusals to stderr."""
    if isinstance(taken, Accession):
        if dry_run:
            _put_found(ctx, taken)
        else:
            name = taken.document.source.name if taken.document else "the entry"
            for note in taken.notes:
                say(f"note: {name}: {note}")
    if isinstance(result, Failure):
        say(f"advisory: {result.error}")
    else:
        _put(plain.outcome_line(f"would be {result.action}" if dry_run else result.action, result.advisory))


def _put_found(ctx: typer.Context, taken: Accession) -> None:
    from advisory_cli.render import entry

    text = taken.document.text if taken.document else ""
    if is_rich(ctx):
        put_rich(ctx, entry.marked_source(text, taken.found), entry.found_table(taken.advisory, taken.notes))
    else:
        _put(entry.found_text(taken.advisory, taken.notes))


def _put(text: str) -> None:
    """To stdout as long as somebody reads it."""
    try:
        put(text)
        sys.stdout.flush()
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - until the process ends


def _json(results: "Sequence[Outcome | Failure]") -> str:
    from advisory_cli.render import machine

    return machine.outcome_json(
        added=_with_action(results, "added"),
        revised=_with_action(results, "revised"),
        unchanged=_with_action(results, "unchanged"),
        failed=((one.source, str(one.error)) for one in results if isinstance(one, Failure)),
    )


def _with_action(results: "Sequence[Outcome | Failure]", action: str) -> "list[Advisory]":
    return [one.advisory for one in results if not isinstance(one, Failure) and one.action == action]


def _totals(results: "Sequence[Outcome | Failure]") -> str:
    counts = [f"{action} {len(_with_action(results, action))}" for action in ("added", "revised", "unchanged")]
    return ", ".join([*counts, f"failed {sum(isinstance(one, Failure) for one in results)}"])
