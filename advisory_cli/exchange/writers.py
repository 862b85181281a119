"""Released texts as files: every format is a function from texts, one by one, to the pieces of a file."""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from advisory_cli.exchange.cells import HEADINGS, to_cells, to_line
from advisory_cli.exchange.ninjs import to_ninjs
from advisory_cli.render.clean import clean
from advisory_cli.render.holds import hold_in_words
from advisory_cli.render.words import standing_of
from advisory_cli.results import Shown

Writer = Callable[[Iterable[Shown]], Iterator[str]]
"""Turns texts into the pieces of a file; holds one text at a time."""


def write_jsonl(texts: Iterable[Shown]) -> Iterator[str]:
    """One JSON object a line, names as everywhere; `standing` says in words how the text stands."""
    return (_json(to_record(shown)) + "\n" for shown in texts)


def write_csv(texts: Iterable[Shown]) -> Iterator[str]:
    """A table for spreadsheets, one text a row; no cell is taken for a formula."""
    yield to_line(HEADINGS)
    for shown in texts:
        yield to_line(to_cells(to_record(shown)))


def write_markdown(texts: Iterable[Shown]) -> Iterator[str]:
    """Whole texts with a rule between them."""
    from advisory_cli.render.markdown import show_markdown  # as all formats: only one is asked for

    return _joined((show_markdown(shown) for shown in texts), "\n\n---\n\n")


def write_text(texts: Iterable[Shown]) -> Iterator[str]:
    """Whole texts with a line between them."""
    from advisory_cli.render.shown import show_text

    return _joined((show_text(shown) for shown in texts), f"\n\n{'=' * 72}\n\n")


def write_html(texts: Iterable[Shown]) -> Iterator[str]:
    """One web page that stands alone."""
    from advisory_cli.render.html import html_lines

    return (f"{line}\n" for line in html_lines(texts, "Advisories"))


def write_ninjs(texts: Iterable[Shown]) -> Iterator[str]:
    """A JSON array of news items (IPTC ninjs 3.0)."""
    yield "["
    for number, shown in enumerate(texts):
        yield (",\n" if number else "\n") + _json(to_ninjs(shown.advisory, to_standing(shown)))
    yield "\n]\n"


WRITERS: Final[dict[str, Writer]] = {
    "jsonl": write_jsonl,
    "csv": write_csv,
    "markdown": write_markdown,
    "html": write_html,
    "text": write_text,
    "ninjs": write_ninjs,
    "bibtex": lambda texts: _cited(texts, "bibtex"),
    "ris": lambda texts: _cited(texts, "ris"),
    "csl-json": lambda texts: _cited(texts, "csl-json"),
}
"""Formats of texts."""

ENDINGS: Final = {
    "jsonl": "jsonl",
    "ndjson": "jsonl",
    "csv": "csv",
    "md": "markdown",
    "html": "html",
    "htm": "html",
    "txt": "text",
    "bib": "bibtex",
    "ris": "ris",
}
"""Which format the ending of a file name means."""


def to_record(shown: Shown) -> dict[str, Any]:
    """A released text as a row: what only this archive can use is left out."""
    data = shown.advisory.to_dict()
    return {name: value for name, value in data.items() if name not in _OWN} | {"standing": to_standing(shown)}


def to_standing(shown: Shown) -> str:
    """How the text stands, in words: ``withdrawn: error in the date``, ``corrected by EUR 57/009/2012 (en)``."""
    reason = f": {shown.advisory.reason}" if shown.advisory.status != "current" and shown.advisory.reason else ""
    standing = f"{standing_of(shown.advisory, shown.corrected_by)}{reason}"
    redacted = ("redacted",) if shown.redacted else ()
    return clean("; ".join((standing, *map(hold_in_words, shown.held), *redacted)), lines=False)


_OWN: Final = ("id", "batch", "by", "undoes", "previous")


def _json(data: dict[str, Any]) -> str:
    from advisory_cli.render.letters import escaped

    return escaped(json.dumps(data, ensure_ascii=False))


def _cited(texts: Iterable[Shown], style: str) -> Iterator[str]:
    """What references are kept as; see `advisory_cli.cite`."""
    from advisory_cli.cite import write_citations

    return write_citations(texts, style)


def _joined(pieces: Iterable[str], between: str) -> Iterator[str]:
    for number, piece in enumerate(pieces):
        yield between + piece if number else piece
    yield "\n"
