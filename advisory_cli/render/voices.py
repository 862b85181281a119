"""Quotations with their sources: cells, JSON, Markdown ready to paste, blocks for a terminal."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from advisory_cli.model import SCHEMA
from advisory_cli.render.clean import clean
from advisory_cli.render.dates import date_in_words
from advisory_cli.render.holds import hold_record
from advisory_cli.render.letters import dump
from advisory_cli.render.words import (
    attribution_in_words,
    country_in_words,
    name_of,
    reference_of,
    speaker_in_words,
    standing_of,
    title_of,
)

if TYPE_CHECKING:
    from rich.console import RenderableType

    from advisory_cli.actions.voices import Page, Said, Spelled

HEADINGS: Final = (
    *("reference", "language", "date", "countries", "speaker", "role", "person", "how known", "quotation"),
    *("standing", "id"),
)
"""Columns of a table of quotations."""


def cells_of(said: "Said") -> tuple[str, ...]:
    """The cells under `HEADINGS`, not yet cleaned."""
    text, quote = said.row.advisory, said.quote
    return (
        text.reference or "",
        text.language,
        text.date or "",
        ", ".join(map(country_in_words, text.countries)),
        quote.speaker or "",
        quote.role or "",
        said.person or "",
        attribution_in_words(quote),
        quote.text,
        _standing(said),
        str(text.known_by or ""),
    )


def quotes_json(page: "Page") -> Iterator[str]:
    """One object in pieces of whole lines, as there may be very many; ``total`` and ``people`` stand at its end.

    Of people only those who are spelled in several ways, or may be somebody else.
    """
    record = None
    yield f'{{\n  "schema": {SCHEMA},\n  "quotes": ['
    for said in page:
        if record is not None:
            yield f"{record},"
        record = "    " + dump(_record(said)).replace("\n", "\n    ")
    yield from (record,) if record is not None else ()
    people = [_spelled_record(one) for one in page.told_apart()]
    yield "  ],\n" + dump({"total": page.total, "people": people}).removeprefix("{\n")


def markdown_block(said: "Said") -> str:
    """A block quote with speaker and source below it; no newline at the end."""
    from advisory_cli.render.markdown import escape_markdown  # one format of five

    words = escape_markdown(clean(said.quote.text)).split("\n")
    lines = (*words, "", f"— {escape_markdown(speaker_in_words(said.quote))}. {escape_markdown(_source(said))}")
    return "\n".join(f"> {line}".rstrip() for line in lines)


def quote_view(said: "Said") -> "RenderableType":
    """The words, who said them, and the text they stand in."""
    from rich.console import Group  # only for a terminal
    from rich.padding import Padding
    from rich.text import Text

    text, standing = said.row.advisory, _standing(said)
    places = ", ".join(map(country_in_words, text.countries))
    about = (clean(text.date or "undated", lines=False), clean(text.language, lines=False), places)
    head = Text.assemble((reference_of(text), "advisory.reference"), *(f" · {part}" for part in about if part))
    if standing != "current":
        head.append(" · ").append(standing, style="advisory.standing")
    joined = said.person if said.person != said.quote.speaker else None
    speaker = speaker_in_words(said.quote) + (f" = {clean(joined, lines=False)}" if joined else "")
    words = Group(Text(clean(said.quote.text)), Text(f"— {speaker}", style="advisory.speaker"))
    return Group(head, Padding(words, (0, 0, 1, 2)))


def spelled_lines(spelled: "Spelled") -> Iterator[str]:
    """What was joined as one person and why, and what was not."""
    if spelled.others:
        others = "; ".join(f"{printed} ({why})" for printed, why in spelled.others.items())
        yield f"{spelled.person} is also: {others}"
    if spelled.doubts:
        yield f"{spelled.person} may be one with {' or '.join(spelled.doubts)}; not joined, as these are not one person"


def _record(said: "Said") -> dict[str, Any]:
    text = said.row.advisory
    return {
        **said.quote._asdict(),
        "person": said.person,
        "reference": text.reference,
        "language": text.language,
        "date": text.date,
        "countries": list(text.countries),
        "title": text.title,
        "organisation": text.organisation,
        "status": text.status,
        "corrected_by": list(said.row.corrected_by),
        "held": [hold_record(hold) for hold in said.row.held],
        "redacted": bool(text.redactions),
        "id": text.known_by,
    }


def _spelled_record(spelled: "Spelled") -> dict[str, Any]:
    others = [{"spelling": printed, "why": why} for printed, why in spelled.others.items()]
    return {"person": spelled.person, "also": others, "may_be": list(spelled.doubts)}


def _standing(said: "Said") -> str:
    return standing_of(said.row.advisory, said.row.corrected_by, said.row.held)


def _source(said: "Said") -> str:
    """``Amnesty International, “Title”, EUR 57/002/2012 (en), 22 March 2012, Kazakhstan.``; a warning behind it."""
    text, standing = said.row.advisory, _standing(said)
    places = ", ".join(map(country_in_words, text.countries))
    parts = (
        clean(text.organisation or "", lines=False),
        f"“{title_of(text)}”",
        name_of(text),
        clean(date_in_words(text.date or "undated"), lines=False),
        places,
    )
    warning = "" if standing == "current" else f" [{standing}]"
    return ", ".join(part for part in parts if part) + "." + warning
