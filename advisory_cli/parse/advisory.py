"""The parser: one text in, one record out, with the places its values stand at and notes for the archivist."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from advisory_cli.model import Advisory, Confidence, Source
from advisory_cli.parse.body import body_of
from advisory_cli.parse.contacts import find_contacts
from advisory_cli.parse.embargo import embargo_instant, embargo_of
from advisory_cli.parse.field import Field
from advisory_cli.parse.glued import unglued
from advisory_cli.parse.issued import document_date
from advisory_cli.parse.issuer import organisation_of
from advisory_cli.parse.kept import unclaimed
from advisory_cli.parse.language import detect_language, is_unread
from advisory_cli.parse.layout import Layout, lay_out
from advisory_cli.parse.lines import Line, header_lines
from advisory_cli.parse.links import find_links
from advisory_cli.parse.marks import distribution_of, kind_of, kind_otherwise
from advisory_cli.parse.notes import notes_on
from advisory_cli.parse.numbers import MOST_AGAIN, header_again, numbers_of, own_index
from advisory_cli.parse.pieces import Row, pieces_of, read_row
from advisory_cli.parse.plain import Plain, plain
from advisory_cli.parse.quotes import find_quotes
from advisory_cli.parse.relations import relations_of
from advisory_cli.parse.subjects import find_countries
from advisory_cli.parse.surroundings import without_surroundings
from advisory_cli.parse.title import Title, is_prose
from advisory_cli.parse.wrappers import download_start, is_forwarding, record_title_start, subject_start
from advisory_cli.reference import Found, Reference, find_references, parse_reference


class Parsed(NamedTuple):
    """What a text says: the record, where its values stand in the text, and sentences for the archivist."""

    advisory: Advisory
    found: Mapping[str, tuple[int, int]]
    notes: tuple[str, ...]


def parse_advisory(text: str, *, language: str | None = None, source: Source | None = None) -> Parsed:
    """Read a document into a record. Pure; takes any text.

    `language` overrules what the words look like; `source` is kept as it is.
    """
    original, (text, _) = text, (read := plain(text))
    references = find_references(text)
    rows = _header_rows(text, references)
    layout = lay_out(rows, text)
    story_start = _story_start(rows, layout, text)
    body = body_of(original, read.place(story_start))
    index = own_index(rows, references, layout.body_start, text)
    reference = _reference(index, references) if index else None
    if index:
        layout = layout._replace(rows=(*layout.rows, *header_again(rows, index.value, layout.body_start)))
    tongue = Field(language, confidence="inherited") if language else _language(body, layout.title, text)
    fields = _fields(text, rows, layout, index, tongue)
    quotes = find_quotes(body, fields["language"].value)
    fields["kind"] = _kind(rows, layout, text, reference)
    if fields["kind"].confidence == "missing":
        fields["kind"] = kind_otherwise(fields.get("title"), quotes) or fields["kind"]
    countries, certainty = find_countries(
        fields["title"].value if "title" in fields else "", rows, layout.rows, layout.subject, reference
    )
    lists: dict[str, Any] = {
        "quotes": quotes,
        "contacts": find_contacts(original, kind=fields["kind"].value),
        "links": find_links(original),
        "mentions": _mentions(references, index),
        "relations": relations_of(text, references, index.value if index else None),
        "numbers": numbers_of(layout.rows),
    }
    advisory = Advisory(
        **{name: field.value for name, field in fields.items()},  # type: ignore[arg-type]
        **lists,
        printed_reference=index.printed if index else None,
        printed_kind=fields["kind"].printed,
        body=_with_header(body, layout, fields, read, original) if story_start == layout.body_start else body,
        countries=countries,
        region=reference.region if reference else None,
        source=source,
        embargo=embargo_instant(fields["printed_embargo"].value) if "printed_embargo" in fields else None,
        confidence=MappingProxyType(_confidence(fields, lists) | {"countries": certainty}),
    )
    spans = {name: (read.place(span[0]), read.place(span[1])) for name, field in fields.items() if (span := field.span)}
    return Parsed(advisory, MappingProxyType(spans), notes_on(rows, fields, layout.body_start, body))


def _with_header(body: str, layout: Layout, fields: Mapping[str, Field], read: Plain, original: str) -> str:
    """The body below the lines of the header that no field has."""
    rows = unclaimed(layout, [fields.get(name) for name in ("organisation", "kind")], read.text)
    kept = ""
    for row in rows:
        joint = "" if not kept else "\n\n" if row.line.gap else "\n"
        kept += joint + original[read.place(row.line.start) : read.place(row.line.end)]
    return "\n\n".join(filter(None, (kept, body)))


def _confidence(fields: Mapping[str, Field], lists: Mapping[str, Any]) -> dict[str, Confidence]:
    """How sure each field is: those that a document ought to have in any case, others only where they are there."""
    rated: dict[str, Confidence] = dict.fromkeys(_EXPECTED, "missing")
    rated |= {name: field.confidence for name, field in fields.items()}
    return rated | {name: "found" for name, values in lists.items() if values}


_EXPECTED: Final = ("reference", "language", "organisation", "kind", "date", "title")


def _header_rows(text: str, references: Sequence[Found]) -> list[Row]:
    """The rows of the header window, up to the first prose under an index and a date."""
    rows: list[Row] = []
    complete = 0
    ahead = [found for found in references if found.start < _WINDOW]
    for line, own in _header_lines(text, ahead, rows):
        row = read_row(line, own)
        rows.append(row)
        if row.is_core:
            complete |= any(piece.flagged for piece in row.of("reference")) | 2 * row.has("date")
        elif complete == 3 and is_prose(line.text):
            break
    return without_surroundings(rows)


_WINDOW = 13_000


def _header_lines(
    text: str, references: Sequence[Found], above: Sequence[Row]
) -> Iterator[tuple[Line, Sequence[Found]]]:
    """Each line with the references in it, taken apart where a header is glued to other words."""
    for line in header_lines(text):
        own = [found for found in references if line.start <= found.start < line.end]
        if own:
            yield from ((part, own) for part in unglued(line, references, above))
        else:
            yield line, own


def _behind_cover(rows: Sequence[Row]) -> int:
    """Where the mail begins that was passed on; 0 for any other text."""
    return next((row.line.start for row in rows if row.wrapper and is_forwarding(row.line.text)), 0)


def _story_start(rows: Sequence[Row], layout: Layout, text: str) -> int:
    """Where the words begin that no field has; behind the header, unless that has the only line or all there is."""
    if "\n" in text.strip() and text[layout.body_start :].strip():
        return layout.body_start
    told = [one for one in (layout.title, layout.subtitle, *pieces_of(rows, "embargo")[:1]) if one]
    left = (start for row in rows for start in _unread(row) if not any(one.start <= start < one.end for one in told))
    return min(next(left, layout.body_start), layout.body_start)


def _unread(row: Row) -> list[int]:
    """Where words stand in a row that say nothing about the document: what is left over, and sentences."""
    if row.wrapper:
        return [row.line.start] if is_prose(row.line.text) else []
    swallowed = (piece.start for piece in row.of("memo", "filler") if is_prose(piece.value))
    embargoes = (piece.start for piece in row.of("embargo"))
    return sorted([*swallowed, *embargoes, *(start for start, end in row.rest if end - start > _JOINT)])


_JOINT: Final = 3
"""Characters of a word that ties pieces together: ``of``."""


def _reference(index: Field, references: Sequence[Found]) -> Reference | None:
    """The document's own index, taken apart: as it was found, or read again where it was damaged."""
    found = (found.reference for found in references if found.start == (index.span or (0,))[0])
    return next(found, None) or parse_reference(index.value)


def _fields(text: str, rows: Sequence[Row], layout: Layout, index: Field | None, language: Field) -> dict[str, Field]:
    """All fields of one value that were found; language always."""
    fields = {
        "reference": index,
        "language": language,
        "organisation": organisation_of(rows, text, title=layout.title, body_start=layout.body_start),
        "date": document_date(rows, index.value if index else None, layout.body_start, text),
        "title": _as_sure_as_the_header(_title(layout, rows, language.value), index, language.value),
        "subtitle": _field(layout.subtitle),
        "distribution": distribution_of(layout.rows),
        "printed_embargo": embargo_of(layout.rows),
    }
    return {name: field for name, field in fields.items() if field}


def _as_sure_as_the_header(title: Field | None, index: Field | None, language: str) -> Field | None:
    """The title, guessed where nothing tells it from a header in words that are not known."""
    return title._replace(confidence="guessed") if title and not index and is_unread(language) else title


def _kind(rows: Sequence[Row], layout: Layout, text: str, reference: Reference | None) -> Field:
    """The kind that the header or words tell."""
    return kind_of(_up_to_body(rows, layout), text, reference, start=_behind_cover(rows), story=layout.body_start)


def _up_to_body(rows: Sequence[Row], layout: Layout) -> list[Row]:
    """The rows of the header and the first of the body: ``Opinion piece by the Secretary General`` opens it."""
    again = [row for row in layout.rows[-MOST_AGAIN:] if row.line.start > layout.body_start]
    first = next((row.line.start for row in rows if row.line.start >= layout.body_start), layout.body_start)
    return [row for row in rows if row.line.start <= first] + again


def _language(body: str, title: Title | None, text: str) -> Field:
    """The language of the body; where that is too short to tell, its title helps."""
    tag, sure = detect_language(body or text)
    if not sure and title:
        tag, sure = max((detect_language(f"{title.text} {body}"), (tag, sure)), key=lambda found: found[0] != "und")
    return Field(tag, confidence="found" if sure else "missing" if tag == "und" else "guessed")


def _field(title: Title | None) -> Field | None:
    return Field(" ".join(title.text.split()), (title.start, title.end)) if title else None


def _title(layout: Layout, rows: Sequence[Row], language: str) -> Field | None:
    """The printed title; else that of the record page, which is English for a text in any language, or of the mail."""
    if layout.title:
        return _field(layout.title)
    wrappers = [row for row in rows if row.wrapper]
    recorded = ((row, record_title_start(row.line.text)) for row in wrappers if language in {"en", "und"})
    mailed = ((row, subject_start(row.line.text)) for row in reversed(wrappers) if row.line.start < layout.body_start)
    offered = ((row, download_start(row.line.text)) for row in wrappers)
    for row, start in chain(recorded, mailed, offered):
        if start:
            words = " ".join(row.line.text[start:].split()).removesuffix('"')
            return Field(words, (row.line.start + start, row.line.start + start + len(words)), "guessed")
    return None


def _mentions(references: Sequence[Found], index: Field | None) -> tuple[str, ...]:
    """All other references, in order."""
    cited = dict.fromkeys(str(found.reference) for found in references)
    return tuple(reference for reference in cited if not index or reference != index.value)
