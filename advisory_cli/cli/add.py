"""``advisory add``: documents in, from files and folders, a pipe, a web address, or by hand."""

import signal
import sys
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, NamedTuple

import typer

from advisory_cli.actions.accession import with_changes
from advisory_cli.cli import options
from advisory_cli.cli.adding import STOPPING, How, Lines, Report
from advisory_cli.cli.context import archive_of, location
from advisory_cli.cli.interrupt import held_back
from advisory_cli.cli.output import progress
from advisory_cli.errors import SOME_FAILED, ArchiveError, Misuse
from advisory_cli.filenames import FAILURES
from advisory_cli.model import Accession, Advisory
from advisory_cli.reading import Given, Read, Reading, read_here, recalled
from advisory_cli.results import Outcome
from advisory_cli.sources.decoding import is_encoding
from advisory_cli.walk import STDIN, Found, Input, find_inputs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from advisory_cli.archive import Archive
    from advisory_cli.insides import Insides


def command(
    ctx: typer.Context,
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FILE|FOLDER...",
            help='Files, and folders with all that is below them; "-" reads standard input.',
            show_default=False,
        ),
    ] = None,
    url: Annotated[
        list[str] | None, typer.Option("--url", metavar="ADDRESS", help="Fetch this web address; repeat at will.")
    ] = None,
    changes: options.Changes = None,
    language: Annotated[
        str | None, typer.Option("--language", metavar="CODE", help="The language of the text: en, fr, ru, ...")
    ] = None,
    encoding: Annotated[
        str | None,
        typer.Option("--encoding", metavar="NAME", help="Of texts that do not say it: koi8-r, windows-1251, utf-16."),
    ] = None,
    revise: Annotated[
        bool, typer.Option("--revise", help="Make it the next revision of what it differs from.")
    ] = False,
    keep_both: options.KeepBoth = False,
    split: Annotated[bool, typer.Option("--split", help="Take each document of a text that holds several.")] = False,
    edit: Annotated[bool, typer.Option("--edit", help="Correct what was found in $EDITOR before it is saved.")] = False,
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs", metavar="N", min=1, max=64, help="Read with N processes; all processors for many files."
        ),
    ] = None,
    failures: Annotated[
        Path | None,
        typer.Option("--failures", metavar="FILE", help="Where to list what failed; else failures.tsv of the archive."),
    ] = None,
    retry: Annotated[
        Path | None,
        typer.Option("--retry", metavar="FILE", help="Take what this list of failures names; keep what still fails."),
    ] = None,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="With --url: addresses of your own network, too.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", "-n", help="Show what was found; write nothing.")] = False,
    as_json: options.AsJson = False,
) -> None:
    """Add advisories: files, folders, standard input, a web address, or by hand.

    \b
    advisory add report.txt statement.pdf mail.eml
    advisory add ~/press --jobs 4         a folder with all that is below it
    cat mail.txt | advisory add
    advisory add --url https://example.org/press/eur570022012en.html
    advisory add                          paste or type one
    advisory add scan.txt --set date=2012-03-22 --set "title=New title"
    advisory add newsletter.txt --split   each document in it on its own
    advisory add report.txt --dry-run     only show what would be stored
    advisory add --retry failures.tsv     once more what failed

    Interrupted, it can simply be run again: what is there already is "unchanged".
    """
    how = How.of(revise=revise, keep_both=keep_both, dry_run=dry_run)
    if retry and (files or url or failures):
        raise Misuse("--retry takes its inputs from the list and writes it; leave out what else is named")
    if listed := failures or retry:
        _refuse_other_files(ctx, listed)
    reading = Reading(
        language.lower() if language else None, options.fields_of(changes), split, allow_private, encoding
    )
    if encoding and not is_encoding(encoding):
        raise Misuse(f"{encoding!r} is no encoding of texts; name it as in koi8-r, windows-1251, shift_jis, utf-16")
    with_changes(Advisory(), reading.changes)  # what makes no sense for any input is said before the first
    if hasattr(signal, "SIGPIPE"):  # who reads our report may leave; the batch goes on
        signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    given = _Given(ctx, files or [], url or [], retry)
    inputs = given.inputs()
    first = list(islice(inputs, _MANY_FILES))
    archive = archive_of(ctx)
    insides = None if len(first) == 1 or dry_run else _insides(ctx, split=split)
    report = _report(ctx, given, first, dry_run=dry_run, as_json=as_json)
    with report:
        if given.is_by_hand:
            reads = _by_hand(ctx, reading)
        else:
            named, anew = chain(first, inputs), revise or archive.is_empty()
            known = recalled(named, archive, insides, split=split) if insides and not anew else named
            reads = _reads(known, reading, 0 if report.shows_marks else _readers(jobs, len(first)))
        with archive.batch():
            for group in _groups(_edited(ctx, reads) if edit else reads, 1 if edit else _GROUP):
                with held_back():
                    _take(archive, group, how, report, insides)
            if insides:
                insides.close()
        _list_failures(ctx, report, failures or retry, dry_run=dry_run)
    if report.is_many and not dry_run:  # behind the totals: all of it is safe
        with progress(ctx, "Indexing") as bar:
            archive.catch_up(progress=bar)
    _end(report)


_FEW: Final = 20
"""Inputs of which each gets its line also on a terminal."""

_MANY_FILES: Final = 400
"""Inputs that are worth the start of further processes."""

_GROUP: Final = 1000
_GROUP_BYTES: Final = 8 << 20
_GROUP_SECONDS: Final = 0.5
"""Records, bytes and seconds after which a group is written."""


def _refuse_other_files(ctx: typer.Context, listed: Path) -> None:
    """Raise `Misuse` for a list of failures that would be written over something else."""
    from advisory_cli.exchange.targets import refuse_unless_list
    from advisory_cli.failures import is_list

    refuse_unless_list(listed, location(ctx).path, is_list)


class _Given(NamedTuple):
    """What the user named."""

    ctx: typer.Context
    files: list[str]
    urls: list[str]
    retry: Path | None

    @property
    def is_by_hand(self) -> bool:
        return not (self.files or self.urls or self.retry) and sys.stdin.isatty()

    def inputs(self) -> "Iterator[Found]":
        """All inputs, each time anew."""
        if self.retry:
            from advisory_cli.failures import read_failures

            named = read_failures(self.retry)
            return chain.from_iterable(
                [one] if one.is_url else find_inputs([one.name], location(self.ctx).path) for one in named
            )
        names = self.files or ([] if self.urls or self.is_by_hand else [STDIN])
        urls = (Input(address, is_url=True) for address in self.urls)
        return chain(find_inputs(names, location(self.ctx).path), urls)


def _report(ctx: typer.Context, given: _Given, first: "Sequence[Found]", *, dry_run: bool, as_json: bool) -> Report:
    """How this call tells what became of each input."""
    count = (lambda: sum(1 for _ in given.inputs())) if len(first) > _FEW else None
    if as_json:
        from advisory_cli.cli.adding_json import Json

        return Json(ctx, count, several=len(first) > 1, dry_run=dry_run)
    return Lines(ctx, count, several=len(first) > 1, dry_run=dry_run)


def _insides(ctx: typer.Context, *, split: bool) -> "Insides":
    from advisory_cli.insides import Insides  # of one file nothing is remembered

    return Insides(location(ctx).path, split=split)


def _reads(inputs: "Iterable[Given]", reading: Reading, readers: int) -> "Iterator[Read]":
    """The records of all inputs."""
    if not readers:
        return read_here(inputs, reading)
    from advisory_cli.crew import read_all

    return read_all(inputs, reading, readers)


def _by_hand(ctx: typer.Context, reading: Reading) -> "Iterator[Read]":
    if not ctx.obj.asks:
        raise Misuse('nothing to add and --no-input; name files, as in "advisory add report.txt"')
    from advisory_cli.cli.guided import guided

    yield Input(STDIN), guided(ctx, lambda document: next(reading.accessions(document)))


def _readers(asked: int | None, files: int) -> int:
    """How many processes so many files are worth beside this one, which writes while they read.

    None for a few files or on one processor: what they read they would only have to hand over.
    """
    import os

    if files < _MANY_FILES and not asked:
        return 0
    jobs = asked or (len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)
    return jobs if jobs > 1 else 0


def _edited(ctx: typer.Context, reads: "Iterable[Read]") -> "Iterator[Read]":
    """Each record as the user corrects it in the editor."""
    for given, one in reads:
        try:
            yield given, _corrected(ctx, one) if isinstance(one, Accession) and not one.is_held else one
        except ArchiveError as error:
            yield given, error


def _corrected(ctx: typer.Context, taken: Accession) -> Accession:
    from advisory_cli.actions.form import from_form, to_form
    from advisory_cli.cli.editor import editing

    with editing(to_form(taken.advisory), location(ctx).path.parent) as form:
        return taken._replace(advisory=from_form(form, taken.advisory))


def _groups(reads: "Iterable[Read]", most: int) -> "Iterator[list[Read]]":
    """Records to be written together: not so many that others would wait for the archive."""
    from time import monotonic

    group: list[Read] = []
    size, begun = 0, monotonic()
    for read in reads:
        group.append(read)
        document = read[1].document if isinstance(read[1], Accession) else None
        size += len(document.content) if document else 0
        if len(group) >= most or size > _GROUP_BYTES or monotonic() - begun > _GROUP_SECONDS:
            yield group
            group, size, begun = [], 0, monotonic()
    yield group


def _take(archive: "Archive", group: "Sequence[Read]", how: How, report: Report, insides: "Insides | None") -> None:
    """Write a group, and tell what became of each in it; raises what stops everything."""
    outcomes = iter(archive.add_many([one for _, one in group if isinstance(one, Accession)], **how._asdict()))
    results = [(given, one, next(outcomes) if isinstance(one, Accession) else one) for given, one in group]
    report(results)
    for given, one, result in results:
        if isinstance(result, STOPPING):
            raise result
        if insides:
            insides.learn(given, one.document if isinstance(one, Accession) and isinstance(result, Outcome) else None)


def _list_failures(ctx: typer.Context, report: Report, asked: Path | None, *, dry_run: bool) -> None:
    """Write what failed where it was asked for; of several inputs beside the archive, without asking."""
    beside = location(ctx).path.parent
    if asked is None and (not report.failed or report.total < 2 or dry_run or not beside.is_dir()):
        return
    from advisory_cli.cli.output import say
    from advisory_cli.failures import write_failures

    path = asked or beside / FAILURES
    write_failures(path, report.failed)
    if report.failed:
        say(f'what failed is listed in {path}; once it is put right: advisory add --retry "{path}"')


def _end(report: Report) -> None:
    if report.failures:
        raise typer.Exit(report.exit_code if report.total == 1 else SOME_FAILED)
