"""``advisory quotes``: who said what, where and when, letter by letter."""

import sys
from contextlib import nullcontext
from enum import StrEnum
from itertools import chain, islice
from typing import TYPE_CHECKING, Annotated, Final

import typer

from advisory_cli.cli import options
from advisory_cli.cli.context import archive_of, say_none
from advisory_cli.cli.options import UNFILTERED, Filters, QueryCommand
from advisory_cli.cli.output import complain, form_wanted, progress, put_lines, put_rich, say, say_notes, searching
from advisory_cli.cli.selection import Selection, select
from advisory_cli.render.clean import tabbed
from advisory_cli.render.words import counted, some_of

if TYPE_CHECKING:
    from advisory_cli.actions.voices import Page, Voices
    from advisory_cli.archive import Archive
    from advisory_cli.exchange.handing import Handing

Command = QueryCommand


class Format(StrEnum):
    """Forms of quotations."""

    table = "table"
    tsv = "tsv"
    csv = "csv"
    json = "json"
    markdown = "markdown"


def command(
    ctx: typer.Context,
    query: options.QueryWords = None,
    speaker: Annotated[
        str | None,
        typer.Option("--speaker", metavar="NAME", help="Of this person, in all spellings.", show_default=False),
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say which spellings were taken for one person, and why.")
    ] = False,
    filters: Filters = UNFILTERED,
    limit: Annotated[
        int | None,
        typer.Option("--limit", metavar="N", min=0, help="At most N; 0 for all. On a terminal 50, else all."),
    ] = None,
    form: Annotated[
        Format | None, options.form("table, tsv, csv, json or markdown; blocks on a terminal, else tsv.")
    ] = None,
    as_json: options.AsJson = False,
) -> None:
    """Show quotations: who said it, in which text, and how the speaker is known; newest first.

    \b
    advisory quotes Zhanaozen
    advisory quotes EUR 57/002/2012
    advisory quotes --speaker Dalhuisen --since 2011
    advisory quotes torture --speaker "Джон Далхуйсен" --explain
    advisory quotes --country Kazakhstan -f csv > quotes.csv
    advisory quotes EUR 57/002/2012@en -f markdown      ready to paste

    A person is known by all spellings of one name: titles, initials, "DALHUISEN, John", other scripts. Other given
    names are other people; what may be two people is left apart; one word or a description names nobody for sure.
    Markdown leaves out embargoed and internal texts. Markdown and CSV hide what is marked with "advisory redact".
    """
    selection = select(query or (), filters)
    form = Format(form_wanted(ctx, form, as_json=as_json))
    archive = archive_of(ctx)
    voices = _asked(ctx, archive, selection, speaker)
    _say_meant(voices, speaker)
    most = _SHOWN if limit is None and form is Format.table else limit or None
    page = _page(voices, most, free_only=form is Format.markdown)
    handing = _handing(archive, selection) if form in _HANDED_ON else None
    with nullcontext() if sys.stdout.isatty() else progress(ctx, "Reading the quotations", counts=True) as bar:
        voices.reporting(bar)
        _put(ctx, page, form, handing)
    if handing and handing.changed:
        complain(f"hidden: marked passages in quotations of {counted(len(handing.changed), 'text')}; tsv has all")
    if explain:
        _explain(page)
    if page.held:
        held = counted(page.held, "quotation")
        say(f"{held} of embargoed or internal texts left out of what is to be pasted; other formats mark them")
    elif not page.total:
        say_none(ctx, archive, "no quotation found" + _hint(voices, speaker))
    if not page.total:
        raise typer.Exit(1)


_HANDED_ON: Final = (Format.csv, Format.markdown)
"""Forms of which passages that must not go out are no part."""

_SHOWN: Final = 50
"""Quotations on a terminal."""

_AT_ONCE: Final = 100
"""Blocks that are laid out together."""


def _asked(ctx: typer.Context, archive: "Archive", selection: Selection, speaker: str | None) -> "Voices":
    if selection.query is None:
        return archive.quotes(tuple(selection.named(archive)), speaker=speaker)
    say_notes(selection.query.notes)
    with searching(ctx) as bar:
        return archive.quotes(selection.query, speaker=speaker, progress=bar)


def _say_meant(voices: "Voices", speaker: str | None) -> None:
    """Who is meant, where it is not one person."""
    if speaker is not None and len(meant := voices.meant) > 1:
        say(f"note: {speaker} may be {some_of(meant, _NAMED)}; all are shown")


_NAMED: Final = 10
"""People in a note."""


def _page(voices: "Voices", limit: int | None, *, free_only: bool) -> "Page":
    from advisory_cli.actions.voices import Page

    return Page(voices, limit, free_only=free_only)


def _handing(archive: "Archive", selection: Selection) -> "Handing":
    from advisory_cli.exchange.handing import Handing, passages_in

    return Handing(passages_in(archive, selection.query or list(selection.named(archive))))


def _put(ctx: typer.Context, page: "Page", form: Format, handing: "Handing | None") -> None:
    from advisory_cli.render import voices as render

    quotations = handing.quotations(page) if handing else page

    match form:
        case Format.table:
            _put_blocks(ctx, page)
        case Format.json:
            put_lines(render.quotes_json(page))
        case Format.csv:
            from advisory_cli.exchange.cells import to_line

            put_lines(map(to_line, chain((render.HEADINGS,), map(render.cells_of, quotations))))
        case Format.markdown:
            put_lines(("\n" if at else "") + render.markdown_block(said) for at, said in enumerate(quotations))
        case _:
            put_lines(tabbed(render.cells_of(said)) for said in page)


def _put_blocks(ctx: typer.Context, page: "Page") -> None:
    """What is wanted at once is shown before the rest is counted."""
    from advisory_cli.render.voices import quote_view

    waiting, shown = iter(page), 0
    while some := list(islice(waiting, min(page.limit or _AT_ONCE, _AT_ONCE))):
        put_rich(ctx, *map(quote_view, some))
        shown += len(some)
    if shown:
        say(f"{shown:,} of {page.total:,} quotations" + ("; --limit 0 for all" if shown < page.total else ""))


def _explain(page: "Page") -> None:
    from advisory_cli.render.voices import spelled_lines

    told = [line for one in page.told_apart() for line in spelled_lines(one)]
    for line in told or ["every speaker is spelled in one way"]:
        say(line)


def _hint(voices: "Voices", speaker: str | None) -> str:
    if speaker is not None and not voices.meant:
        return f': nobody who is quoted is called {speaker}; see "advisory stats --by speaker"'
    return '; try fewer words, or "advisory list has:quotes"'
