"""What ``list`` and ``search`` share: ask the archive, print the answer in the form wanted, or say what to try."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import typer

from advisory_cli.cli.context import archive_of, say_none
from advisory_cli.cli.given import Format, Sort
from advisory_cli.cli.output import form_wanted, put_lines, put_rich, say, say_notes, searching
from advisory_cli.errors import Misuse
from advisory_cli.render import machine, plain

if TYPE_CHECKING:
    from rich.console import RenderableType

    from advisory_cli.archive import Archive
    from advisory_cli.query import Query
    from advisory_cli.results import Results, Row


class Page(NamedTuple):
    """Which part of the results is wanted, in which order and form, and what besides."""

    sort: Sort
    limit: int
    offset: int
    form: Format | None
    as_json: bool
    facets: tuple[str, ...] = ()
    snippets: int = 0
    explain: bool = False

    def form_in(self, ctx: typer.Context) -> Format:
        """The form asked for; else a table for who looks and TSV for a pipe."""
        return Format(form_wanted(ctx, self.form, as_json=self.as_json))


def answer(ctx: typer.Context, query: "Query", page: Page, *, table: Callable[..., "RenderableType"]) -> None:
    """Print what answers the query; nothing found is said with what to try, and leaves with exit code 1."""
    form = page.form_in(ctx)
    if page.facets and form is Format.ids:
        raise Misuse("--facets counts texts and --format ids names them; leave out one")
    archive = archive_of(ctx)
    counts_alone = bool(page.facets) and form is not Format.json
    with searching(ctx) as bar:
        results = archive.find(
            query,
            sort=page.sort.value,
            limit=0 if counts_alone else page.limit or None,
            offset=page.offset,
            snippets=max(page.snippets, page.explain) if form is not Format.ids or page.explain else 0,
            progress=bar,
        )
        facets = archive.facets(query, page.facets) if page.facets else {}
    say_notes(results.notes)
    read = _reading(query) if page.explain else ""
    found = archive.words_found(query) if page.explain else {}
    if read:
        _say_reading(read, found)
    if counts_alone:
        _put_counts(ctx, form, facets, results.total, page.limit)
    else:
        extra: dict[str, Any] = {"read": read, "words": found} if page.explain else {}
        counts = {"facets": machine.counts_of(facets)} if page.facets else {}
        _put(ctx, form, query, results, page, extra | counts, table)
    if not results.total:
        _say_nothing_found(ctx, archive, query)
        raise typer.Exit(1)
    if results.total <= _LITTLE:
        say_notes(archive.beside(query))


def say_rest(shown: int, total: int, page: Page) -> None:
    """In a pipe nobody sees how many there are in all."""
    if page.limit and shown < total - page.offset:
        say(f"{shown:,} of {total:,}; --limit 0 for all")
    elif total and not shown:
        say(f"none of {total:,} behind --offset {page.offset:,}")


_LITTLE: Final = 5
"""Texts that are so few that a word may have been misspelled, as one of them may have it."""


def _say_reading(read: str, found: "Mapping[str, Mapping[str, Sequence[str]]]") -> None:
    from advisory_cli.render.words import kinds_in_words

    say(f"read as: {read}")
    for word, kinds in found.items():
        say(f"  {word}: {kinds_in_words(kinds) or 'stands in no text'}")


def _reading(query: "Query") -> str:
    from advisory_cli.render.reading import query_in_words

    return query_in_words(query)


def _put_counts(ctx: typer.Context, form: Format, facets: dict[str, dict[str, int]], total: int, limit: int) -> None:
    if form is Format.table and total:
        from advisory_cli.actions.stats import Side, Stats
        from advisory_cli.render.bars import stats_view

        most = min(limit, _MOST) if limit else None
        put_rich(ctx, stats_view(Stats(total, tuple(Side.of(name, counts, most) for name, counts in facets.items()))))
    elif total:
        put_lines(plain.counts(facets))


_MOST: Final = 20
"""Values of a facet that a terminal shows unless all are asked for."""


def _put(
    ctx: typer.Context,
    form: Format,
    query: "Query",
    results: "Results",
    page: Page,
    extra: dict[str, Any],
    table: Callable[..., "RenderableType"],
) -> None:
    rows: Iterable[Row] = _explained(results.rows, query) if page.explain else results.rows
    if form is Format.table:
        if results.total:
            explain = {"explain": True} if page.explain else {}
            put_rich(ctx, table(rows, total=results.total, offset=page.offset, **explain))
        return
    if page.explain:
        rows = map(_said, rows)
    match form:
        case Format.json:
            lines = machine.advisories_lines(rows, total=results.total, **extra)
        case Format.ids:
            lines = plain.ids(rows)
        case _:
            lines = plain.tsv(rows, snippets=bool(page.snippets))
    put_lines(lines)
    say_rest(len(results.rows), results.total, page)


def _explained(rows: "Iterable[Row]", query: "Query") -> "Iterator[Row]":
    from advisory_cli.actions.passages import explained

    return (explained(row, query) for row in rows)


def _said(row: "Row") -> "Row":
    """The row as it is; why it was found goes to stderr when it is its turn."""
    from advisory_cli.render.words import reason_of

    say(f"{plain.id_of(row.advisory)}: {reason_of(row)}")
    return row


def _say_nothing_found(ctx: typer.Context, archive: "Archive", query: "Query") -> None:
    from advisory_cli.query import EVERYTHING

    if query.root == EVERYTHING:
        say_none(ctx, archive, 'every text was removed; "advisory undo --list" shows what can be taken back')
        return
    hints = () if archive.is_empty() else archive.suggest(query)
    tips = hints or ('try fewer words, word* for the beginning of a word, or "advisory list"',)
    questions_last = sorted(tips, key=lambda tip: tip.endswith("?"))
    say_none(ctx, archive, f"nothing found; {'; '.join(questions_last)}")
