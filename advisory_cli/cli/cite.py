"""``advisory cite``: a text as the manuals of style cite it, or for programs that keep references."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from advisory_cli.cite import DATA, STYLES, Work, as_file, cite
from advisory_cli.cite.notes import notes_of
from advisory_cli.cli import options
from advisory_cli.cli.context import archive_of, languages_of_reader
from advisory_cli.cli.output import complain, console, is_rich, put, say
from advisory_cli.errors import Ambiguous, Misuse, Withheld
from advisory_cli.exchange.release import as_it_goes_out
from advisory_cli.model import SCHEMA
from advisory_cli.reference import Target, parse_reference, parse_targets
from advisory_cli.render.facts import warnings_of
from advisory_cli.render.holds import hold_in_words
from advisory_cli.render.letters import dump
from advisory_cli.render.words import name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from advisory_cli.archive import Archive
    from advisory_cli.cite import Citation
    from advisory_cli.model import Advisory
    from advisory_cli.redaction import Wanted
    from advisory_cli.results import Shown

Style = StrEnum("Style", [(name, name) for name in (*STYLES, *DATA, "list")])  # type: ignore[misc]
_CHICAGO = Style("chicago")


class Format(StrEnum):
    """Forms of a citation that is read."""

    text = "text"
    markdown = "markdown"
    html = "html"


def command(
    ctx: typer.Context,
    refs: options.RefWords = None,
    style: Annotated[
        Style,
        typer.Option(
            "--style", "-s", metavar="NAME", case_sensitive=False, help=f"{', '.join(Style)}; list shows what each is."
        ),
    ] = _CHICAGO,
    language: options.Prefer = None,
    as_of: options.AsOf = None,
    locale: Annotated[
        str | None,
        typer.Option("--locale", metavar="LANGUAGE", help="Months and words of the style in it: de, fr-CA; English."),
    ] = None,
    form: Annotated[Format | None, options.form("text, markdown or html.")] = None,
    include_embargoed: Annotated[
        bool, typer.Option("--include-embargoed", help="Also texts under an embargo that has not ended.")
    ] = False,
    include_internal: Annotated[bool, typer.Option("--include-internal", help="Also internal texts.")] = False,
    as_json: options.AsJson = False,
) -> None:
    """Cite advisories, in the order given.

    \b
    advisory cite EUR 57/002/2012
    advisory cite EUR57/2/2012 --style apa
    advisory cite EUR 57/002/2012@ru MDE 13/09/91 --style oscola --format html
    advisory cite '#17' '#18' --style bibtex >> references.bib
    advisory cite 'EUR 57/002/2012#1' --style oscola   its first revision
    advisory cite --style list

    A text that was withdrawn or corrected is cited with a warning, and the citation says so.
    """
    if style == "list":
        _put_styles(ctx, as_json=as_json)
        return
    if form and style in DATA:
        raise Misuse(f"--format {form} is for citations that are read; {style} is data: leave it out")
    languages = languages_of_reader(language)
    archive = archive_of(ctx)
    shown = [_shown(archive, target, languages, as_of) for target in parse_targets(refs or ())]
    _refuse_held((one for one, _ in shown), {"embargoed": include_embargoed, "internal": include_internal})
    if held := {one.advisory.first or 0 for one, _ in shown if one.held}:
        archive.release(held)
        say("that it goes out in spite of its mark is written into its history")
    once = {(one.advisory.id, named): one for one, named in shown}
    let_out = {why for why, is_so in (("embargoed", include_embargoed), ("internal", include_internal)) if is_so}
    unnamed = (
        archive.withheld(let_out) if any(one.corrected_by or one.named_by for one in once.values()) else frozenset()
    )
    going = {key: as_it_goes_out(one, unnamed) for key, one in once.items()}
    works = [
        _work(archive, one, going[key].shown, names_revision=key[1], gives_reason=style in DATA)
        for key, one in once.items()
    ]
    citations = cite(works, style.value, locale=locale)
    if wanted := [one for each in going.values() for one in each.wanted]:
        _refuse_leaks(citations, wanted, style.value)
    if as_json:
        put(dump({"schema": SCHEMA, "citations": [_record(one, form) for one in citations]}))
    elif style in DATA:
        put("".join(as_file((one.text for one in citations), style.value)))
    elif form is None and is_rich(ctx):
        _put_rich(ctx, citations)
    else:
        put(("\n\n" if form is Format.markdown else "\n").join(_written(one, form) for one in citations))


def _put_styles(ctx: typer.Context, *, as_json: bool) -> None:
    styles = {**{name: style.manual for name, style in STYLES.items()}, **DATA}
    if as_json:
        put(dump({"schema": SCHEMA, "styles": [{"style": name, "manual": words} for name, words in styles.items()]}))
    else:
        width = max(map(len, styles)) + 2 if is_rich(ctx) else 0
        put("\n".join(f"{name:<{width}}{words}" if width else f"{name}\t{words}" for name, words in styles.items()))


def _shown(archive: "Archive", target: Target, languages: "Sequence[str]", as_of: str | None) -> "tuple[Shown, bool]":
    """The one text that the target names, and whether its revision is part of what is cited."""
    found = archive.show(target, languages=languages, as_of=as_of)
    if len(found) > 1:
        raise Ambiguous(str(target), [f"#{one.advisory.first}" for one in found])
    (shown,) = found
    if as_of and (shown.current or shown.advisory).status != "removed":
        (current,) = archive.show(Target(id=shown.advisory.first))
        shown = shown._replace(named_by=current.named_by, corrected_by=current.corrected_by)
    return shown, bool(as_of or target.revision)


def _refuse_held(shown: "Iterable[Shown]", asked: "Mapping[str, bool]") -> None:
    """Raise `Withheld` for the first text that must not go out and was not asked for all the same."""
    for one in shown:
        for hold in one.held:
            if not asked[hold.why]:
                raise Withheld(name_of(one.advisory), hold_in_words(hold), f"--include-{hold.why}")


def _refuse_leaks(citations: "Iterable[Citation]", wanted: "Sequence[Wanted]", style: str) -> None:
    """Raise `NotHidden` where a marked passage stands in a citation all the same."""
    from advisory_cli.exchange.leaks import SPECIMENS, refuse_leaks

    itself = "\n".join(one.text for one in cite([Work(one.advisory) for one in SPECIMENS], style))
    for citation in citations:
        refuse_leaks(f"{citation.text}\n{citation.html}", wanted, itself, "the citation")


def _work(archive: "Archive", whole: "Shown", shown: "Shown", *, names_revision: bool, gives_reason: bool) -> Work:
    """What is cited, of a text as it goes out, with a word on stderr of whatever must be known first of the `whole`."""
    advisory = shown.advisory
    for warning in warnings_of(whole):
        complain(f"warning: {name_of(whole.advisory)}: {warning}")
    return Work(
        advisory,
        notes_of(shown, names_revision=names_revision, gives_reason=gives_reason),
        _fetched(archive, advisory),
        _is_twin(archive, advisory),
    )


def _fetched(archive: "Archive", advisory: "Advisory") -> str | None:
    """The day on which its address was asked: that of the first revision that was read from these bytes."""
    if not (advisory.source and advisory.source.url):
        return None
    (revisions,) = archive.history(Target(id=advisory.first))
    known = (one.at for one in revisions if one.source and one.source.sha256 == advisory.source.sha256)
    return (next(known, None) or "")[:10] or None


def _is_twin(archive: "Archive", advisory: "Advisory") -> bool:
    reference = parse_reference(advisory.reference or "")
    if not reference:
        return False
    texts = [revisions[-1] for revisions in archive.history(Target(reference))]
    return any(text.name == advisory.name and text.first != advisory.first for text in texts)


def _record(citation: "Citation", form: Format | None) -> dict[str, Any]:
    advisory = citation.work.advisory
    return {
        "id": advisory.known_by,
        "reference": advisory.reference,
        "language": advisory.language,
        "style": citation.style,
        "text": _written(citation, form),
        "notes": list(citation.work.notes),
    }


def _written(citation: "Citation", form: Format | None) -> str:
    return str(getattr(citation, form or Format.text))


def _put_rich(ctx: typer.Context, citations: "Iterable[Citation]") -> None:
    """With italics; each in one line for the terminal to break, so that what is copied has no breaks."""
    from rich.text import Text

    for citation in citations:
        spans = ((span.text, "italic" if span.italic else "") for span in citation.spans)
        console(ctx).print(Text.assemble(*spans), soft_wrap=True)
