"""``advisory redact``: mark passages that must not go out; the archive keeps them, what is handed on does not."""

import sys
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from advisory_cli.cli import options
from advisory_cli.cli.context import archive_of
from advisory_cli.cli.elsewhere import all_elsewhere, elsewhere, warn
from advisory_cli.cli.found import Found
from advisory_cli.cli.marks import Marks
from advisory_cli.cli.output import complain, put, say
from advisory_cli.cli.questions import answer, confirm
from advisory_cli.cli.redacted import fields_in_words, nearly_line
from advisory_cli.cli.selection import Selection, whole
from advisory_cli.errors import Misuse
from advisory_cli.exchange.release import code_in_words, passages_of
from advisory_cli.model import SCHEMA, Redaction
from advisory_cli.redaction import FIELDS, check_passage, found_in, marking, unmarking
from advisory_cli.reference import Target, parse_reference, parse_targets
from advisory_cli.render import plain
from advisory_cli.render.clean import tabbed
from advisory_cli.render.letters import dump
from advisory_cli.render.words import counted, name_of, these_texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from advisory_cli.archive import Archive
    from advisory_cli.model import Advisory


def command(
    ctx: typer.Context,
    refs: options.RefWords = None,
    text: Annotated[
        list[str] | None,
        typer.Option(
            "--text",
            "-t",
            metavar="TEXT",
            help='A passage, wherever it stands; "-" reads them, one a line.',
            show_default=False,
        ),
    ] = None,
    person: Annotated[
        list[str] | None,
        typer.Option(
            "--person",
            metavar="NAME",
            help="A person, in full, by each word of the name alone, and with endings.",
            show_default=False,
        ),
    ] = None,
    field: Annotated[
        list[str] | None,
        typer.Option(
            "--field", metavar="NAME", help=f"A field, whatever it says: {', '.join(FIELDS)}.", show_default=False
        ),
    ] = None,
    contacts: Annotated[
        bool, typer.Option("--contacts", help="Contacts, and all telephone numbers and addresses in the text.")
    ] = False,
    names: Annotated[bool, typer.Option("--names", help="All people the record knows: speakers and contacts.")] = False,
    reason: Annotated[
        str | None, typer.Option("--reason", metavar="TEXT", help="Why; goes along with what is handed on.")
    ] = None,
    listing: Annotated[bool, typer.Option("--list", "-l", help="Show the marks, with their numbers.")] = False,
    remove: Annotated[
        list[int] | None,
        typer.Option("--remove", metavar="N", min=1, help="Take mark number N off.", show_default=False),
    ] = None,
    all_languages: options.AllLanguages = False,
    everywhere: Annotated[
        bool, typer.Option("--everywhere", help="Also in all other texts of the archive that have the passage.")
    ] = False,
    yes: options.Yes = False,
    dry_run: options.DryRun = False,
    as_json: options.AsJson = False,
) -> None:
    """Mark passages that must not go out: show --redacted, cite and export leave them out.

    \b
    advisory redact EUR 57/002/2012@en --text "John Dalhuisen" --reason "at risk"
    advisory redact EUR 57/002/2012@en --person "John Dalhuisen"
    advisory redact EUR 57/002/2012 --all-languages --contacts
    advisory redact '#17' --names --dry-run
    advisory redact '#17' --field note --field subtitle
    advisory redact '#17' --text -            reads it: no trace in your shell
    advisory redact '#17' --text "a source" --everywhere   also in all others
    advisory redact '#17' --list
    advisory redact '#17' --remove 2

    A passage is found in any case, with or without accents, over line ends and soft hyphens, and within longer words;
    a name in another script or spelling is not: what may be one is told, mark that as well. The archive, its history
    and the originals keep the whole text, and "export --full" writes it; look at "advisory show REF --redacted" before
    anything goes out.
    """
    fields = _fields(field or (), contacts=contacts, names=names)
    marks = Marks(_passages(text or ()), fields, _reason(reason), _passages(person or ()))
    if bool(marks) + listing + bool(remove) != 1:
        raise Misuse(
            "say what must not go out with --text, --person, --field, --contacts or --names; or --list, or --remove N"
        )
    if everywhere and not marks.are_passages():
        raise Misuse("--everywhere goes with --text and --person alone: say which passage is to be marked in all texts")
    archive = archive_of(ctx)
    named = Selection(whole(parse_targets(refs or ()))) if refs or not everywhere else Selection(())
    texts = list(named.named(archive, several=all_languages or listing))
    if listing:
        _put_list(archive, texts, as_json=as_json)
        return
    if remove and len(texts) != 1:
        raise Misuse(f"marks are numbered in each text; name one text for --remove, not {len(texts)}")
    change = unmarking(remove) if remove else marking(marks.of)
    if everywhere:
        texts += all_elsewhere(ctx, archive, marks, texts)
    if not remove:
        marks.refuse_absent(texts)
    if not dry_run:
        question = f"{'Take marks off' if remove else 'Mark'} {these_texts(len(texts))}?"
        show = partial(Found.of(texts).show, ctx, "to take marks off:" if remove else "to mark:")
        confirm(ctx, question, yes=yes, show=show)
    changed: list[Advisory] = []
    archive.change([one.first or 0 for one in texts], change, report=changed.append, dry_run=dry_run)
    done = {one.first for one in changed}
    _put(changed, [one for one in texts if one.first not in done], dry_run=dry_run, as_json=as_json)
    if not remove:
        _take_care(ctx, archive, texts, marks, is_everywhere=everywhere)


def _passages(texts: "Sequence[str]") -> list[str]:
    """The passages that are named or read; raises `Misuse` for one that is too short or too long."""
    found = [one for text in texts for one in (_read() if text == "-" else [text])]
    return [check_passage(one.strip()) for one in found]


def _read() -> list[str]:
    if sys.stdin.isatty():
        say("type the passages, one a line; an empty line ends them")
        typed = list(iter(partial(answer, ">"), ""))
    else:
        typed = [line for line in map(str.strip, sys.stdin) if line]
    if not typed:
        raise Misuse("no passage was typed; give one a line")
    return typed


def _fields(names_of_fields: "Sequence[str]", *, contacts: bool, names: bool) -> list[str]:
    for one in names_of_fields:
        if one not in FIELDS:
            raise Misuse(f"there is no field {one!r} to mark; take one of {', '.join(FIELDS)}")
    asked = (*names_of_fields, *(["contacts"] if contacts else ()), *(["names"] if names else ()))
    return list(dict.fromkeys(asked))


def _reason(reason: str | None) -> str | None:
    return " ".join((reason or "").split()) or None


def _put(changed: "Sequence[Advisory]", unchanged: "Sequence[Advisory]", *, dry_run: bool, as_json: bool) -> None:
    """What was done to which texts, and what of them is hidden now."""
    if as_json:
        done = {"redacted": changed, "unchanged": unchanged}
        put(dump({"schema": SCHEMA, **{name: list(map(_record, texts)) for name, texts in done.items()}}))
        return
    would = "would be " if dry_run else ""
    for text in changed:
        put(plain.outcome_line(f"{would}redacted", text))
        hides = f"hides {fields_in_words(_hidden(text))}" if text.redactions else "no marks are left"
        put(f"  {hides}")
    for text in unchanged:
        put(plain.outcome_line(f"{would}unchanged", text))
    if changed and not dry_run:
        say('the archive and its originals keep all of it; see "advisory show REF --redacted" before it goes out')


def _record(text: "Advisory") -> "dict[str, Any]":
    hidden = [
        {"field": one.field, "length": one.length, "count": one.how_many, "reason": one.reason} for one in _hidden(text)
    ]
    return text.to_dict() | {"hidden": hidden}


def _hidden(text: "Advisory", *marks: Redaction) -> "Sequence[Any]":
    return passages_of(text, found_in(text, marks or text.redactions, words=code_in_words), is_marked=True)


def _put_list(archive: "Archive", texts: "Iterable[Advisory]", *, as_json: bool) -> None:
    """Every mark with its number, who made it and when, and where it stands; leaves with 1 where there are none."""
    rows = [
        {"text": name_of(text), "number": number, "passage": mark.text, "field": mark.field, "reason": mark.reason}
        | {"at": made.at, "by": made.by, "hides": fields_in_words(_hidden(text, mark))}
        for text in texts
        for number, (mark, made) in enumerate(_made(archive, text), 1)
    ]
    if as_json:
        put(dump({"schema": SCHEMA, "total": len(rows), "redactions": rows}))
    for row in () if as_json else rows:
        put(tabbed(str(value or "") for value in row.values()))
    if not rows:
        complain("no passage is marked")
        raise typer.Exit(1)


def _made(archive: "Archive", text: "Advisory") -> "Iterator[tuple[Redaction, Advisory]]":
    """Each mark of a text with the revision that it came with."""
    if not text.redactions:
        return
    (line,) = archive.history(Target(id=text.first))
    for mark in text.redactions:
        without = [one.revision for one in line if mark[:2] not in {known[:2] for known in one.redactions}]
        last = max(without, default=0)
        yield mark, next((one for one in line if one.revision > last), text)


def _take_care(
    ctx: typer.Context, archive: "Archive", texts: "Sequence[Advisory]", marks: Marks, *, is_everywhere: bool
) -> None:
    """Say which other texts have the same passages unmarked, and that other scripts are not guessed."""
    marked = {text.first for text in texts}
    works = {text.reference: text for text in texts if text.reference and parse_reference(text.reference)}
    others = [other for name in works for other in archive.texts(name) if other.first not in marked]
    for other in others:
        if found := marks.unmarked(other):
            passages = f"{counted(found, 'such passage')} that {'is' if found == 1 else 'are'} not marked"
            remedy = f'"advisory redact {other.reference} --all-languages ..." marks them in each language'
            complain(f"TAKE CARE: {name_of(other)} has {passages}: {remedy}")
    for text in (*texts, *others)[:_LOOKED_THROUGH]:
        if words := marks.nearly(text):
            complain(nearly_line(name_of(text), words))
    if others or len(texts) > 1:
        complain("a name in another script or spelling is not hidden: look at the other languages of the work")
    if not is_everywhere:
        warn(elsewhere(ctx, archive, marks.passages_in(texts), [*texts, *others]))


_LOOKED_THROUGH: Final = 100
"""Texts that are looked through for other spellings."""
