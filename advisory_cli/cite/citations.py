"""One door to all styles: works to citations, in the order given."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from advisory_cli.cite.data import bibtex, csl_json, ris
from advisory_cli.cite.notes import notes_of
from advisory_cli.cite.spans import Citation, Span
from advisory_cli.cite.work import Work
from advisory_cli.results import Shown


def cite(works: Sequence[Work], style: str, *, locale: str | None = None) -> tuple[Citation, ...]:
    """Each work in a style of `STYLES` or `DATA`; notes on it stand in square brackets behind it, or in its note.

    Raises `Misuse` for a locale that there is not.
    """
    if writer := _WRITERS.get(style):
        return tuple(Citation(work, style, (Span(writer(work)),)) for work in works)
    from advisory_cli.cite.manuals import manual_spans  # citeproc is slow to load

    laid_out = manual_spans(works, style, locale=locale)
    return tuple(Citation(work, style, (*spans, *_noted(work))) for work, spans in zip(works, laid_out, strict=True))


def write_citations(texts: Iterable[Shown], style: str) -> Iterator[str]:
    """Texts as the pieces of a file in a style of `DATA`, each under a key of its own; holds one text at a time."""
    return as_file((_WRITERS[style](work) for work in _told_apart(map(_work_of, texts))), style)


def as_file(entries: Iterable[str], style: str) -> Iterator[str]:
    """Citations in a style of `DATA` as the pieces of a file."""
    is_list = style == "csl-json"
    if is_list:
        yield "["
    for place, entry in enumerate(entries):
        if is_list:
            indented = entry.replace("\n", "\n  ")
            yield f"{',' if place else ''}\n  {indented}"
        else:
            yield f"\n{entry}\n" if place else f"{entry}\n"
    if is_list:
        yield "\n]\n"


_WRITERS: Final[dict[str, Callable[[Work], str]]] = {"bibtex": bibtex, "ris": ris, "csl-json": csl_json}


def _noted(work: Work) -> tuple[Span, ...]:
    return (Span(f" [{'; '.join(work.notes)}]"),) if work.notes else ()


def _work_of(shown: Shown) -> Work:
    """A text as it is handed on; its address is known to have been asked only on the day of its first revision."""
    advisory = shown.advisory
    fetched = advisory.at[:10] if advisory.at and advisory.revision == 1 else None
    return Work(advisory, notes_of(shown, gives_reason=True), fetched)


def _told_apart(works: Iterable[Work]) -> Iterator[Work]:
    keys = set()
    for work in works:
        told = work._replace(is_twin=work.key in keys)
        keys.add(told.key)
        yield told
