"""``advisory import``: rows of tables, databases and exports into the archive."""

import sys
from contextlib import ExitStack
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from advisory_cli.cli import options
from advisory_cli.cli.adding import STOPPING, How, Lines, Report
from advisory_cli.cli.context import archive_of, location
from advisory_cli.cli.doubts import Doubts
from advisory_cli.cli.interrupt import held_back
from advisory_cli.cli.output import say
from advisory_cli.errors import SOME_FAILED, ArchiveError, Erased, Misuse, Unreadable
from advisory_cli.exchange.failed import Failed, is_rows
from advisory_cli.exchange.files import is_archive, is_whole, rows_of
from advisory_cli.exchange.incoming import Columns, Row
from advisory_cli.exchange.inputs import files_in, named_file
from advisory_cli.exchange.targets import refuse_unless_list
from advisory_cli.filenames import FAILED_ROWS
from advisory_cli.model import Accession
from advisory_cli.reading import printable
from advisory_cli.walk import STDIN, Input

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from advisory_cli.archive import Archive


def command(
    ctx: typer.Context,
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...",
            help="JSON Lines, CSV, ninjs, a TinyDB file, a bag, a folder of these; - for standard input.",
            show_default=False,
        ),
    ],
    mapping: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="FIELD=NAME", help="Which column a field is read from; repeat at will."),
    ] = None,
    revise: Annotated[
        bool, typer.Option("--revise", help="Make a row the next revision of the text it differs from.")
    ] = False,
    keep_both: options.KeepBoth = False,
    failures: Annotated[
        Path | None,
        typer.Option(
            "--failures", metavar="FILE", help="Where to put failed rows; else import-failures.jsonl of the archive."
        ),
    ] = None,
    dry_run: options.DryRun = False,
    as_json: options.AsJson = False,
) -> None:
    """Import texts from files of rows: what this or another program exported.

    \b
    advisory import texts.csv
    advisory import old.json --map title=headline --map body=content.text
    advisory import texts.jsonl --dry-run
    advisory import everything.jsonl          with all revisions; also a bag
    advisory import ~/old/advisories.json     another archive, with its originals
    advisory import import-failures.jsonl     once what failed is put right
    ssh press advisory export --full | advisory import -

    Columns are taken by the names of our fields, in any order; others are kept as they are. A row that cannot be taken
    is told with its column and value, and put aside; the others go in. Interrupted, it can simply be run again: what
    is there already is "unchanged".
    """
    how = How.of(revise=revise, keep_both=keep_both, dry_run=dry_run)
    columns = Columns.parse(options.fields_of(mapping))
    if failures:
        refuse_unless_list(failures, location(ctx).path, is_rows)
    beside = failures or location(ctx).path.with_name(FAILED_ROWS)
    with ExitStack() as stack:
        paths = [_opened(ctx, path, stack) for path in _files(ctx, files)]
        histories = {path: _taking(ctx, path) for path in paths}
        if any(histories.values()) and (revise or mapping):
            raise Misuse("whole histories come in as they are; --revise and --map are for rows")
        archive = archive_of(ctx)
        report = stack.enter_context(_report(ctx, paths, dry_run=dry_run, as_json=as_json))
        failed = stack.enter_context(Failed(beside, dry_run=dry_run))
        stack.enter_context(archive.batch())
        for path, take in histories.items():
            if take:
                take(archive, path, report, failed, keep_both=keep_both, dry_run=dry_run)
        rows = chain.from_iterable(rows_of(path) for path, take in histories.items() if not take)
        for group in _groups(rows):
            with held_back():
                _take(archive, [(row, columns.accession(row)) for row in group], how, report, failed)
    for field, column in columns.unmet.items():
        say(f"note: --map {field}={column}: no row has anything there")
    _end(report, failed, has_map=bool(mapping))


def _end(report: Report, failed: Failed, *, has_map: bool) -> None:
    if not failed.count:
        return
    if failed.kept:
        again = ", with the same --map" if has_map else ""
        say(f'what failed is in {failed.path}; once it is put right: advisory import "{failed.path}"{again}')
    raise typer.Exit(report.exit_code if report.total == 1 else SOME_FAILED)


def _files(ctx: typer.Context, names: "Sequence[Path]") -> "Iterator[Path]":
    """The files that are meant; tells what of a folder is left out. Raises `Unreadable` for one that cannot be read."""
    doubts = Doubts()
    for found in files_in(names, location(ctx).path):
        if isinstance(found, Unreadable):
            raise found
        if isinstance(found, Path):
            yield found
        elif not found.is_hidden:
            left_out = f"left out: {printable(found.name)}: {found.reason}"
            if sys.stderr.isatty():
                doubts.take(left_out, found.reason)
            else:
                say(left_out)
    for line in doubts.lines():
        say(line)


def _opened(ctx: typer.Context, path: Path, stack: ExitStack) -> Path:
    """The file itself, or one that holds what comes from standard input."""
    return stack.enter_context(named_file(sys.stdin.buffer, location(ctx).path)) if str(path) == STDIN else path


_GROUP: Final = 256
"""Rows that are written at once."""


def _taking(ctx: typer.Context, path: Path) -> "Callable[..., None] | None":
    """How whole histories in a file are taken over; None for rows. Raises `Misuse` for the archive itself."""
    if is_whole(path):
        from advisory_cli.cli.whole import take_whole

        return take_whole
    if not is_archive(path):
        return None
    if path.resolve() == location(ctx).path.resolve():
        raise Misuse(f"{path} is the archive itself; name another one")
    from advisory_cli.cli.whole import take_archive

    return take_archive


def _report(ctx: typer.Context, files: "Sequence[Path]", *, dry_run: bool, as_json: bool) -> Report:
    """How this call tells what became of each row."""

    def count() -> int:
        return sum(map(_lines_in, files))

    if as_json:
        from advisory_cli.cli.adding_json import Json

        return Json(ctx, count, several=True, dry_run=dry_run)
    return Lines(ctx, count, several=True, dry_run=dry_run)


def _lines_in(path: Path) -> int:
    if not path.is_file():
        return 0
    with path.open("rb") as file:
        return sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b""))


def _groups(rows: "Iterator[Row]") -> "Iterator[list[Row]]":
    while group := list(islice(rows, _GROUP)):
        yield group


def _take(
    archive: "Archive",
    group: "Sequence[tuple[Row, Accession | ArchiveError]]",
    how: How,
    report: Report,
    failed: Failed,
) -> None:
    """Write a group, tell what became of each row, and put aside what failed; raises what stops everything."""
    outcomes = iter(archive.add_many([one for _, one in group if isinstance(one, Accession)], **how._asdict()))
    results = [(row, one, next(outcomes) if isinstance(one, Accession) else one) for row, one in group]
    for row, _, result in results:
        if isinstance(result, STOPPING):
            raise result
        if isinstance(result, ArchiveError):
            failed.add(row.where, str(result), {} if isinstance(result, Erased) else row.record)
    report([(Input(row.where), one, result) for row, one, result in results])
