"""``advisory show``: one or several texts, whole."""

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from advisory_cli.cli import options
from advisory_cli.cli.context import archive_of, languages_of_reader
from advisory_cli.cli.output import complain, is_rich, put, put_rich
from advisory_cli.errors import Misuse
from advisory_cli.reference import parse_targets

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advisory_cli.archive import Archive
    from advisory_cli.results import Shown


class Format(StrEnum):
    """Forms in which a text can be shown."""

    text = "text"
    markdown = "markdown"
    html = "html"
    json = "json"


def command(
    ctx: typer.Context,
    refs: options.RefWords = None,
    language: options.Prefer = None,
    form: Annotated[Format | None, options.form("text, markdown, html or json.")] = None,
    as_of: options.AsOf = None,
    as_json: options.AsJson = False,
    related: Annotated[
        bool, typer.Option("--related", help="Also what belongs to it, as advisory related tells it.")
    ] = False,
    redacted: Annotated[
        bool, typer.Option("--redacted", help="As others get it: without passages marked with advisory redact.")
    ] = False,
    raw: Annotated[bool, typer.Option("--raw", help="The original bytes, as they came.")] = False,
    no_pager: Annotated[bool, typer.Option("--no-pager", help="Do not page long texts.")] = False,
) -> None:
    """Show an advisory by its number or id.

    \b
    advisory show EUR 57/002/2012
    advisory show eur57/2/2012@ru
    advisory show '#1' MDE 13/09/91 --format markdown
    advisory show 'EUR 57/002/2012#1'            its first revision
    advisory show EUR 57/002/2012 --as-of 2026   as it was then
    advisory show EUR 57/002/2012 --redacted     as it may go out
    """
    if redacted and (raw or related):
        raise Misuse("--redacted hides nothing in originals and in other texts; leave out --raw and --related")
    if raw and (form or as_json or related):
        raise Misuse("--raw writes the original and nothing else; leave out --format, --json and --related")
    archive = archive_of(ctx)
    languages = languages_of_reader(language)
    targets = parse_targets(refs or ())
    shown = [text for target in targets for text in archive.show(target, languages=languages, as_of=as_of)]
    if related:
        shown = [_with_related(ctx, archive, one) for one in shown]
    if raw:
        _put_raw(archive, shown)
    elif redacted:
        _put_redacted(ctx, archive, shown, Format.json if as_json else form)
    elif form is None and not as_json and is_rich(ctx):
        from advisory_cli.render import terminal

        put_rich(ctx, *map(terminal.show, shown), pager=not no_pager)
    else:
        put(_rendered(Format.json if as_json else form or Format.text, shown))


def _with_related(ctx: typer.Context, archive: "Archive", shown: "Shown") -> "Shown":
    from advisory_cli.cli.related import related_to

    return shown._replace(related=related_to(ctx, archive, shown.advisory))


def _put_redacted(ctx: typer.Context, archive: "Archive", shown: "Sequence[Shown]", form: Format | None) -> None:
    """The texts as they may go out, and in words what is hidden; raises `NotHidden`."""
    from advisory_cli.cli.redacted import nearly_line, passages_lines
    from advisory_cli.exchange.leaks import SPECIMENS, refuse_leaks
    from advisory_cli.exchange.release import as_it_goes_out
    from advisory_cli.redaction import nearly
    from advisory_cli.render.words import name_of

    unnamed = archive.withheld()
    going = [as_it_goes_out(one, unnamed) for one in shown]
    released = [one.shown for one in going]
    for one, whole in zip(going, shown, strict=True):
        if not one.wanted:
            complain(f"no passage is marked in {whole.advisory.name}: this is all of it")
        for line in passages_lines(one.hidden, brief=False) if one.hidden else ():
            complain(line)
        if words := nearly(one.shown.advisory, whole.advisory.redactions):
            complain(nearly_line(name_of(one.shown.advisory), words))
    form = form or (None if is_rich(ctx) else Format.text)
    if form is None:
        from advisory_cli.render import terminal

        put_rich(ctx, *map(terminal.show, released), pager=True)
    else:
        itself = _rendered(form, SPECIMENS)
        wanted = [wanted for one in going for wanted in one.wanted]
        put(refuse_leaks(_rendered(form, released), wanted, itself, f"this {form}"))


def _rendered(form: Format, shown: "Sequence[Shown]") -> str:
    match form:
        case Format.json:
            from advisory_cli.render import machine
            from advisory_cli.results import Row

            rows = [
                Row(one.advisory, corrected_by=one.corrected_by, related=one.related, held=one.held) for one in shown
            ]
            return machine.advisories_json(rows, total=len(shown))
        case Format.markdown:
            from advisory_cli.render import markdown

            return "\n---\n\n".join(map(markdown.show_markdown, shown))
        case Format.html:
            from advisory_cli.render import html

            return html.show_html(*shown)
        case Format.text:
            from advisory_cli.render.shown import show_text

            return "\n\n".join(map(show_text, shown))


def _put_raw(archive: "Archive", shown: "Sequence[Shown]") -> None:
    """The bytes as they came, and nothing else; several texts cannot be told apart, so only one."""
    if len(shown) != 1:
        raise Misuse(f"--raw writes one original, not {len(shown)}; name one text")
    content = archive.original(shown[0].advisory)
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
