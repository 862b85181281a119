"""Everything out of an archive and into one: what ``export --full`` writes and ``import`` takes over."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import groupby, islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

import typer

from advisory_cli.actions.histories import bare
from advisory_cli.cli.adding import STOPPING, Report
from advisory_cli.cli.context import archive_of, location
from advisory_cli.cli.options import Filters
from advisory_cli.cli.output import progress, say
from advisory_cli.cli.redacted import passages_lines
from advisory_cli.cli.selection import select
from advisory_cli.errors import SOME_FAILED, ArchiveError, Damaged, Erased, Misuse, NotFound, Unreadable
from advisory_cli.exchange.failed import Failed
from advisory_cli.exchange.outgoing import removals_of, write_file
from advisory_cli.exchange.targets import refuse_if_there
from advisory_cli.exchange.whole import look_through, originals_in, texts_in, write_whole
from advisory_cli.filenames import ORIGINALS
from advisory_cli.hashing import hex_sha256
from advisory_cli.model import Accession, Advisory
from advisory_cli.ports import Original
from advisory_cli.render.words import counted
from advisory_cli.walk import Input

if TYPE_CHECKING:
    from advisory_cli.actions.histories import Histories, Moved
    from advisory_cli.actions.takeover import Taken
    from advisory_cli.archive import Archive
    from advisory_cli.exchange.sifted import Sifted
    from advisory_cli.exchange.whole import Text
    from advisory_cli.results import Outcome


def export_whole(ctx: typer.Context, words: Sequence[str], filters: Filters, out: str, *, force: bool) -> None:
    """Write everything, or whole texts that are asked for, as lines."""
    path = None if out == "-" else Path(out)
    if path:
        refuse_if_there(path, location(ctx).path, force=force)
    archive = archive_of(ctx)
    firsts = _firsts(ctx, archive, words, filters)
    with progress(ctx, "Reading the archive") as bar:
        histories = archive.histories(firsts, progress=bar)
    missing = _Missing(archive)
    originals = missing.originals(histories.hashes)
    lines = (line.encode() for line in write_whole(_watched(ctx, histories, histories), originals))
    if path:
        write_file(path, lines)
    else:
        for line in lines:
            sys.stdout.write(line.decode())
    _end(histories, missing)


def export_bag(
    ctx: typer.Context, words: Sequence[str], filters: Filters, out: str, *, full: bool, force: bool
) -> None:
    """Write everything, or whole texts that are asked for, as a BagIt bag.

    Unless it is to be `full`, texts with passages that must not go out are in it as they may, and the file is not.
    """
    from advisory_cli.exchange import bag

    if out == "-":
        raise Misuse("a bag is a folder; name one that is not there yet with -o")
    if force:
        raise Misuse("a bag is a folder, and none is written over; name one that is not there yet, without --force")
    archive, path = archive_of(ctx), Path(out)
    firsts = _firsts(ctx, archive, words, filters)
    with bag.new_bag(path) as beside, archive.still():
        with progress(ctx, "Reading the archive") as bar:
            histories = archive.histories(firsts, progress=bar)
        sifted = None if full else _sifted(histories)
        missing = _Missing(archive)
        for digest, content in missing.originals(sifted.hashes if sifted else histories.hashes):
            if not (sifted and sifted.gives_away(content)):
                folder = beside / ORIGINALS / digest[:2]
                folder.mkdir(mode=0o700, exist_ok=True)
                write_file(folder / f"{digest}.{_extension(content)}", [content])
        moved = _watched(ctx, histories, sifted or histories)
        lines = sifted.lines(moved) if sifted else write_whole(moved)
        write_file(beside / bag.ROWS, (line.encode() for line in lines))
        if sifted:
            write_file(beside / bag.REMOVALS, removals_of(sifted.hidden, datetime.now(UTC)))
        elif firsts is None:
            write_file(beside / bag.FILE, [location(ctx).path.read_bytes()])
    _end(histories, missing, sifted)


def _sifted(histories: "Histories") -> "Sifted | None":
    """The texts as they may go out; None where no passage is marked."""
    if not histories.marked:
        return None
    from advisory_cli.exchange.sifted import Sifted

    sifted = Sifted(histories)
    return None if sifted.is_whole else sifted


def take_whole(
    archive: "Archive", path: Path, report: Report, failed: Failed, *, keep_both: bool, dry_run: bool
) -> None:
    """Take over an export of everything, or a bag; raises what stops everything."""
    from advisory_cli.exchange.bag import is_bag, originals_of_bag, rows_of_bag

    rows = rows_of_bag(path) if is_bag(path) else path
    with progress(report.ctx, "Reading what is to be taken over") as bar:
        contents = look_through(rows, progress=bar)
    if not dry_run:
        found = originals_of_bag(path, contents.hashes) if is_bag(path) else originals_in(rows, contents.hashes)
        _keep(archive, found, erased=keep_both)
    telling = _Telling(report, failed)
    for where, why in contents.errors:
        telling.tell(where, None, Unreadable(where, why))
    texts = telling.whole(texts_in(rows, contents.spoilt))
    telling.all(archive.take_over(texts, contents.texts, keep_both=keep_both, dry_run=dry_run))


def take_archive(
    archive: "Archive", path: Path, report: Report, failed: Failed, *, keep_both: bool, dry_run: bool
) -> None:
    """Take over another archive from its file and the originals beside it; raises what stops everything."""
    from advisory_cli.wiring import open_archive

    other = open_archive(path, tell=say)
    histories = other.histories()
    missing = _Missing(other)
    if not dry_run:
        _keep(archive, (content for _, content in missing.originals(histories.hashes)), erased=keep_both)
    telling = _Telling(report, failed)
    for sentence in missing.said:
        telling.tell(path.name, None, Unreadable(path.name, sentence))
    texts = (tuple(group) for _, group in groupby(histories, key=lambda moved: moved.text))
    coming = frozenset(text.key for text in histories.texts)
    telling.all(archive.take_over(texts, coming, keep_both=keep_both, dry_run=dry_run))


class _Telling:
    """Tells what became of each text, and puts aside what failed."""

    def __init__(self, report: Report, failed: Failed) -> None:
        self._report = report
        self._failed = failed

    def whole(self, texts: "Iterable[Text]") -> "Iterator[tuple[Moved, ...]]":
        """The texts that can be taken over; the others are told."""
        for text, error in texts:
            if error:
                self.tell(text[-1].revision.name, text[-1].revision, error)
            else:
                yield text

    def all(self, taken: "Iterable[Taken]") -> None:
        """What became of every text."""
        for text, result in taken:
            self.tell(text[-1].revision.name, text[-1].revision, result)

    def tell(self, where: str, revision: "Advisory | None", result: "Outcome | ArchiveError") -> None:
        """What became of a text in its last revision; raises what stops everything."""
        if isinstance(result, STOPPING):
            raise result
        if isinstance(result, ArchiveError):
            kept = revision if not isinstance(result, Erased) else None
            self._failed.add(where, str(result), bare(kept) if kept else {})
        taken = Accession(revision) if revision else Unreadable(where, "")
        self._report([(Input(where), taken, result)])


_ORIGINALS: Final = 64
"""Originals that are kept at once."""


class _Missing:
    """Originals of an archive, and which of them are not there."""

    def __init__(self, archive: "Archive") -> None:
        self._archive = archive
        self.said: list[str] = []

    def originals(self, hashes: Iterable[str]) -> "Iterator[tuple[str, bytes]]":
        """Those that are neither gone nor decayed, each behind its SHA-256, in the order of these."""
        for digest in sorted(hashes):
            try:
                yield digest, self._archive.kept(digest)
            except (NotFound, Damaged) as error:
                self.said.append(f"an original is missing: {error}")


def _firsts(ctx: typer.Context, archive: "Archive", words: Sequence[str], filters: Filters) -> frozenset[int] | None:
    """Which texts are asked for; None for all that there ever were. Raises `NotFound`; leaves where there are none."""
    if not words and not any(filters):
        if archive.is_empty():
            say("the archive is empty, nothing exported")
            raise typer.Exit(1)
        return None
    selection = select(words, filters)
    if selection.query is None:
        named = (text for target in selection.targets for text in archive.named(target, removed=True))
    else:
        named = (text for text in selection.texts(ctx, archive))
    firsts = frozenset(text.first or 0 for text in named)
    if not firsts:
        say('nothing found, nothing exported; try the same words with "advisory search"')
        raise typer.Exit(1)
    return firsts


def _watched(ctx: typer.Context, histories: "Histories", moved: "Iterable[Moved]") -> "Iterator[Moved]":
    total = sum(len(text.places) for text in histories.texts)
    with progress(ctx, "Exporting", counts=True) as bar:
        for number, one in enumerate(moved, 1):
            yield one
            if bar:
                bar(number, total)


def _end(histories: "Histories", missing: _Missing, sifted: "Sifted | None" = None) -> None:
    if sifted:
        _say_what_is_hidden(sifted, len(histories.texts))
    else:
        _say_that_it_is_whole(histories)
    for sentence in missing.said:
        say(sentence)
    if missing.said:
        raise typer.Exit(SOME_FAILED)


def _say_what_is_hidden(sifted: "Sifted", texts: int) -> None:
    say(f"exported {counted(texts, 'text')}, {sifted.changed:,} of these without what is marked in them")
    for line in passages_lines(sifted.hidden, brief=False) if sifted.hidden else ():
        say(line)
    if sifted.withheld:
        say(f"{counted(sifted.withheld, 'original')} of other texts left out: what is marked stands in them, or may")
    say("those go without history and original, and the bag without the file of the archive; --full has it all")
    say("texts without marks go whole, with what is internal, under embargo or removed: keep it as safe as the archive")


def _say_that_it_is_whole(histories: "Histories") -> None:
    revisions = sum(len(text.places) for text in histories.texts)
    say(f"exported {len(histories.texts):,} texts with {revisions:,} revisions and {len(histories.hashes):,} originals")
    marked = ", and passages that are marked as not to go out" if histories.marked else ""
    say(f"it holds everything, also what is internal, under embargo or removed{marked}: keep it as safe as the archive")


def _keep(archive: "Archive", contents: Iterable[bytes], *, erased: bool) -> None:
    """Lay originals beside the archive; those that were `erased` from it only where they are to come back."""
    found = (content for content in contents if erased or not archive.has_erased(hex_sha256(content)))
    while some := [Original(content, _extension(content)) for content in islice(found, _ORIGINALS)]:
        archive.keep(some)


def _extension(content: bytes) -> str:
    from advisory_cli.sources.formats import format_of

    return format_of(content).extension
