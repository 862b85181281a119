"""One door to all styles: works to citations, in the order given."""

from collections.abc import Callable, Sequence
from typing import Final

from advisory_cli.cite.data import bibtex, csl_json, ris
from advisory_cli.cite.spans import Citation, Span
from advisory_cli.cite.work import Work


def cite(works: Sequence[Work], style: str, *, locale: str | None = None) -> tuple[Citation, ...]:
    """Each work in a style of `STYLES` or `DATA`; notes on it stand in square brackets behind it, or in its note.

    Raises `Misuse` for a locale that there is not.
    """
    if writer := _WRITERS.get(style):
        return tuple(Citation(work, style, (Span(writer(work)),)) for work in works)
    from advisory_cli.cite.manuals import manual_spans  # noqa: PLC0415 - citeproc is slow to load

    laid_out = manual_spans(works, style, locale=locale)
    return tuple(Citation(work, style, (*spans, *_noted(work))) for work, spans in zip(works, laid_out, strict=True))


def as_file(citations: Sequence[Citation], style: str) -> str:
    """Citations of a style of `DATA` as one file of that kind."""
    if style != "csl-json":
        return "\n\n".join(citation.text for citation in citations)
    items = ",\n".join("  " + citation.text.replace("\n", "\n  ") for citation in citations)
    return f"[\n{items}\n]" if items else "[]"


_WRITERS: Final[dict[str, Callable[[Work], str]]] = {"bibtex": bibtex, "ris": ris, "csl-json": csl_json}


def _noted(work: Work) -> tuple[Span, ...]:
    return (Span(f" [{'; '.join(work.notes)}]"),) if work.notes else ()
