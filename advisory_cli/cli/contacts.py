"""``advisory contacts``: whom the press may call, as of a day."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Final

import typer

from advisory_cli.actions.people import VALID_MONTHS
from advisory_cli.cli import options
from advisory_cli.cli.context import archive_of, say_none
from advisory_cli.cli.options import UNFILTERED, Filters, QueryCommand
from advisory_cli.cli.output import complain, form_wanted, put, put_lines, put_rich, say, say_notes, searching
from advisory_cli.cli.selection import Selection, select
from advisory_cli.render.clean import tabbed
from advisory_cli.render.dates import date_in_words
from advisory_cli.render.words import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advisory_cli.actions.people import Person, Roll
    from advisory_cli.archive import Archive

Command = QueryCommand


class Format(StrEnum):
    """Forms of contacts."""

    table = "table"
    tsv = "tsv"
    csv = "csv"
    json = "json"
    vcard = "vcard"


def command(
    ctx: typer.Context,
    query: options.QueryWords = None,
    at: Annotated[
        str | None, typer.Option("--at", metavar="DATE", help="As of that day, month or year; else today.")
    ] = None,
    stale: Annotated[bool, typer.Option("--stale", help="Also those that are out of date.")] = False,
    valid: Annotated[
        int, typer.Option("--valid", metavar="MONTHS", min=1, max=1200, help="Out of date is what is older.")
    ] = VALID_MONTHS,
    filters: Filters = UNFILTERED,
    form: Annotated[
        Format | None, options.form("table, tsv, csv, json or vcard; a table on a terminal, else tsv.")
    ] = None,
    as_json: options.AsJson = False,
) -> None:
    """Show press contacts: each person once, with the numbers and addresses that the last text has.

    \b
    advisory contacts
    advisory contacts Kazakhstan
    advisory contacts --at 2012-03-22            whom to call then
    advisory contacts --stale                    also who is out of date
    advisory contacts EUR 57/002/2012 --stale -f vcard > contacts.vcf

    A query chooses people: those in texts that it finds. What is said of them is taken from all texts up to the day.
    The same name, with the same organisation, number or address, is one person. CSV and vCards leave out what is
    marked with "advisory redact".
    """
    selection = select(query or (), filters)
    archive = archive_of(ctx)
    roll = _asked(ctx, archive, selection, at, valid)
    shown: Sequence[Person] = [person for person in roll.people if stale or not person.stale]
    old = sum(person.stale for person in roll.people)
    form = Format(form_wanted(ctx, form, as_json=as_json))
    if form in _HANDED_ON:
        shown = _handed_on(archive, shown)
    _put(ctx, roll, shown, old, form)
    if roll.people:
        _say_rule(roll, left_out=0 if stale else old)
    else:
        day = date_in_words(roll.as_of.day)
        say_none(ctx, archive, f'no contacts found up to {day}; try fewer words, --at, or "advisory list has:contacts"')
    if not shown:
        raise typer.Exit(1)


_HANDED_ON: Final = (Format.csv, Format.vcard)
"""Forms of which what must not go out is no part."""


def _handed_on(archive: "Archive", people: "Sequence[Person]") -> "Sequence[Person]":
    """People without what is marked in any text of the archive, for they are joined across texts."""
    from advisory_cli.exchange.handing import Handing, passages_in
    from advisory_cli.query import Query

    handing = Handing(passages_in(archive, Query()))
    left = list(handing.people(people))
    if handing.changed:
        gone = len(people) - len(left)
        complain(
            f"hidden: what is marked of {counted(len(handing.changed), 'contact')}, {gone:,} of it whole; tsv has all"
        )
    return left


def _asked(ctx: typer.Context, archive: "Archive", selection: Selection, at: str | None, months: int) -> "Roll":
    say_notes(selection.query.notes if selection.query else ())
    texts = selection.query if selection.query is not None else tuple(selection.named(archive))
    with searching(ctx) as bar:
        return archive.contacts(texts, at=at, months=months, progress=bar)


def _put(ctx: typer.Context, roll: "Roll", shown: "Sequence[Person]", old: int, form: Format) -> None:
    from advisory_cli.render import people as render

    match form:
        case Format.json:
            put(render.people_json(roll, shown, stale=old))
        case Format.table:
            if shown:
                put_rich(ctx, render.people_table(shown))
        case Format.csv:
            from advisory_cli.exchange.cells import to_line

            put_lines(map(to_line, (render.HEADINGS, *map(render.cells_of, shown))))
        case Format.vcard:
            put_lines(map(render.vcard, shown))
        case _:
            put_lines(tabbed(render.cells_of(person)) for person in shown)


def _say_rule(roll: "Roll", *, left_out: int) -> None:
    from advisory_cli.render.people import rule_in_words

    rest = f"; {left_out:,} left out, --stale shows them" if left_out else ""
    say(f"{rule_in_words(roll.as_of)}{rest}")
