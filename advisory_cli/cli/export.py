"""``advisory export``: texts as a file to hand on, or the whole archive to keep elsewhere."""

import sys
from datetime import UTC, datetime
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, NamedTuple

import typer

from advisory_cli.cli import options
from advisory_cli.cli.context import archive_of, location, user
from advisory_cli.cli.options import UNFILTERED, Filters, QueryCommand
from advisory_cli.cli.output import complain, progress, put, say, say_notes, searching
from advisory_cli.cli.redacted import doubtful_line, passages_lines, unmarked_line, whose
from advisory_cli.cli.selection import select
from advisory_cli.errors import Misuse, NothingReleased
from advisory_cli.exchange.outgoing import (
    Outgoing,
    Written,
    record_beside,
    record_of,
    removals_beside,
    removals_of,
    write_file,
)
from advisory_cli.exchange.release import Terms
from advisory_cli.exchange.targets import refuse_if_there
from advisory_cli.exchange.writers import ENDINGS, WRITERS
from advisory_cli.model import instant
from advisory_cli.render.words import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from advisory_cli.archive import Archive
    from advisory_cli.model import Redaction
    from advisory_cli.ports import Progress
    from advisory_cli.results import Row

Command = QueryCommand

Format = StrEnum("Format", [*WRITERS, "bag"])  # type: ignore[misc]


class Contacts(StrEnum):
    """Contacts that are left out unless they are asked for."""

    expired = "expired"


def command(
    ctx: typer.Context,
    query: options.QueryWords = None,
    form: Annotated[
        Format | None, options.form(f"{', '.join(Format)}; else by the ending of OUT; jsonl without.")
    ] = None,
    out: Annotated[
        str, typer.Option("--output", "-o", metavar="OUT", help='The file to write; "-" is standard output.')
    ] = "-",
    filters: Filters = UNFILTERED,
    embargoed: Annotated[bool, typer.Option("--include-embargoed", help="Also texts under an embargo.")] = False,
    internal: Annotated[
        bool, typer.Option("--include-internal", help="Also internal texts, notes and fields from elsewhere.")
    ] = False,
    contacts: Annotated[
        Contacts | None, typer.Option("--include-contacts", help="expired: also contacts that are out of date.")
    ] = None,
    full: Annotated[
        bool, typer.Option("--full", help="Everything, with all revisions and originals: to keep, not to hand on.")
    ] = False,
    bom: Annotated[bool, typer.Option("--bom", help="Of csv: begin as Excel wants UTF-8 to begin.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
    as_json: options.AsJson = False,
) -> None:
    """Export texts to hand on: all of them, or those that answer a query.

    \b
    advisory export -o all.jsonl
    advisory export --country Kazakhstan --since 2011 -o kazakhstan.csv --bom
    advisory export EUR 57/002/2012 -f html -o advisory.html
    advisory export Zhanaozen -f markdown | less
    advisory export --full -o everything.jsonl      for "advisory import"
    advisory export -f bag -o bag                   the same as a folder (BagIt)

    Left out are removed texts, texts under an embargo or marked internal, contacts of undated texts and of texts older
    than two years, notes of the archivist, and names of files. What was left out, and why, is said, and written down
    beside OUT in OUT.left-out.json; that list is yours and not to be handed on. Passages marked with "advisory redact"
    are hidden; where, but not what, stands in OUT.removals.json, which may go along. --full has them all.
    """
    terms = Terms(datetime.now(UTC), embargoed, internal, contacts is not None)
    as_bag = form is not None and form.value == "bag"
    if full or as_bag:
        from advisory_cli.cli.whole import export_bag, export_whole

        _refuse_with_full(form, terms, bom=bom, as_json=as_json)
        if as_bag:
            export_bag(ctx, query or [], filters, out, full=full, force=force)
        else:
            export_whole(ctx, query or [], filters, out, force=force)
        return
    from advisory_cli.exchange.handing import passages_in
    from advisory_cli.query import Query

    target = _Target.of(ctx, out, form, bom=bom, force=force)
    if as_json and not target.path:
        raise Misuse("--json tells what was written on standard output; name a file with -o")
    archive = archive_of(ctx)
    with progress(ctx, "Exporting", counts=True) as bar:
        rows, total, marked = _rows(ctx, archive, query or [], filters)
        elsewhere = tuple(one for one in passages_in(archive, Query()) if one not in marked)
        terms = terms._replace(marked=marked, elsewhere=elsewhere, unnamed=archive.withheld(terms.let_out))
        outgoing = Outgoing(_watched(rows, total, bar), terms, archive.release)
        digest = _write(target, outgoing, marked)
    facts = {"by": user(), "file": target.name, "format": target.form, "query": " ".join(query or ()), "sha256": digest}
    _say_what_was_done(outgoing, terms, by=user())
    if target.path:
        beside = record_beside(target.path)
        write_file(beside, record_of(outgoing, terms, **facts))
        if outgoing.left_out or terms.included:
            say(f"what was left out and what was let out is written down in {beside}; do not hand that file on")
    _list_passages(target, outgoing, terms, digest)
    if as_json:
        put(b"".join(record_of(outgoing, terms, **facts)).decode())


def _refuse_with_full(form: Format | None, terms: Terms, *, bom: bool, as_json: bool) -> None:
    """Raise `Misuse` for options that are about handing on."""
    if terms.included or bom or as_json:
        raise Misuse("everything is exported as it is; leave out --include-..., --bom and --json")
    if form and form.value not in ("jsonl", "bag"):
        raise Misuse(f"--full is written as jsonl or as a bag, not as {form.value}; leave out one of the two")


class _Target(NamedTuple):
    """Where to write what."""

    path: Path | None
    form: str
    bom: bool

    @classmethod
    def of(cls, ctx: typer.Context, out: str, form: Format | None, *, bom: bool, force: bool) -> "_Target":
        """What the options say; raises `Misuse` or `Occupied`."""
        path = None if out == "-" else Path(out)
        if path:
            refuse_if_there(path, location(ctx).path, force=force)
        chosen = form.value if form else _format_of(path)
        if bom and chosen != "csv":
            raise Misuse(f"--bom is for csv, not for {chosen}; leave it out")
        return cls(path, chosen, bom)

    @property
    def name(self) -> str:
        """What it is called in the record."""
        return str(self.path.absolute()) if self.path else "standard output"


def _format_of(path: Path | None) -> str:
    """The format that the ending of a file says, else JSON Lines; raises `Misuse` for one that says none of ours."""
    ending = path.suffix[1:].lower() if path else ""
    if ending and ending not in ENDINGS:
        ours = ", ".join(f".{one}" for one in ENDINGS)
        raise Misuse(f'a name in ".{ending}" says no format of export; end it in one of {ours}, or say it with -f')
    return ENDINGS.get(ending, "jsonl")


def _rows(
    ctx: typer.Context, archive: "Archive", words: "Sequence[str]", filters: Filters
) -> "tuple[Iterator[Row], int, tuple[Redaction, ...]]":
    """The texts that are asked for, how many there are, and all passages that are marked in them.

    Raises `NotFound` or says that nothing answers.
    """
    from advisory_cli.exchange.handing import passages_in

    selection = select(words, filters)
    if selection.query is None:
        texts = list(selection.named(archive))
        return archive.told(texts), len(texts), passages_in(archive, texts)
    say_notes(selection.query.notes)
    from advisory_cli.query import Kind, limited

    # what leaves the archive is what was meant: words reach no further than case and accents
    narrow = selection.query._replace(root=limited(selection.query.root, Kind.FOLDED))
    with searching(ctx) as bar:
        found = archive.find(narrow, sort="oldest", limit=None, progress=bar)
    if not found.total:
        say('nothing found, nothing exported; try the same words with "advisory search"')
        raise typer.Exit(1)
    return iter(found.rows), found.total, passages_in(archive, narrow)


def _watched(rows: "Iterator[Row]", total: int, bar: "Progress | None") -> "Iterator[Row]":
    for number, row in enumerate(rows, 1):
        yield row
        if bar:
            bar(number, total)


def _write(target: _Target, outgoing: Outgoing, marked: "Sequence[Redaction]") -> str:
    """Write the file, or standard output, and return its SHA-256.

    Raises `NothingReleased` and then writes nothing, and `NotHidden` before the piece with such a passage.
    """
    shown = iter(outgoing)
    first = next(shown, None)
    if first is None:
        raise NothingReleased([f"{outgoing.examples[found]}: {found[1]}" for found in list(outgoing.left_out)[:_SAID]])
    pieces: Iterator[str] = WRITERS[target.form](chain([first], shown))
    if marked:
        from advisory_cli.exchange.leaks import watched

        pieces = watched(pieces, marked, WRITERS[target.form], f"this {target.form}")
    written = Written(pieces, bom=target.bom)
    if target.path:
        write_file(target.path, written)
    else:
        for piece in written:
            sys.stdout.write(piece.decode())
    return written.digest


_SAID: Final = 5
"""Reasons that one sentence names."""


def _say_what_was_done(outgoing: Outgoing, terms: Terms, *, by: str | None) -> None:
    say(f"exported {counted(outgoing.released, 'text')}")
    for (what, reason), count in outgoing.left_out.items():
        these = whose(outgoing.examples[what, reason], count)
        complain(f"left out: {what} of {these}: {reason}" if what != "text" else f"left out: {these}: {reason}")
    if terms.included:
        who = f" by {by}" if by else ""
        complain(f"let out against the rule{who} at {instant(terms.now)}: {', '.join(terms.included)}")


def _list_passages(target: _Target, outgoing: Outgoing, terms: Terms, digest: str) -> None:
    """Say what is hidden, and write the list that goes along; without a file it is said in full."""
    if outgoing.hidden:
        for line in passages_lines(outgoing.hidden, brief=bool(target.path)):
            complain(line)
    if outgoing.doubtful:
        complain(doubtful_line(outgoing.doubtful))
    if outgoing.unmarked:
        complain(unmarked_line(outgoing.unmarked))
    if not target.path:
        return
    beside = removals_beside(target.path)
    if outgoing.hidden or beside.exists():
        write_file(beside, removals_of(outgoing.hidden, terms.now, digest))
        say(f"what is hidden, but not what it says, is listed in {beside}, which may go along")
