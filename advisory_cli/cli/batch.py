"""``advisory search --batch``: many queries, one a line, each answered; a bad one does not stop the others."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

import typer

from advisory_cli.actions.saved import LONGEST
from advisory_cli.cli.context import archive_of
from advisory_cli.cli.expanding import expanded
from advisory_cli.cli.given import Format
from advisory_cli.cli.options import Filters
from advisory_cli.cli.output import complain, put, put_rich, say
from advisory_cli.cli.results import Page
from advisory_cli.errors import SOME_FAILED, ArchiveError, Misuse, Unreadable, why_unread
from advisory_cli.model import SCHEMA
from advisory_cli.render import machine, plain
from advisory_cli.render.clean import clean
from advisory_cli.render.letters import dump

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from rich.console import RenderableType

    from advisory_cli.results import Results

Ask = Callable[[str], "Results"]
Table = Callable[..., "RenderableType"]


class Answer(NamedTuple):
    """What became of one line: results, or the sentence of an error."""

    query: str
    results: "Results | None" = None
    error: str = ""


def answer_all(ctx: typer.Context, file: str, filters: Filters, page: Page, *, exact: bool, table: Table) -> None:
    """Print the answers to the queries of a file, in order.

    Leaves with exit code 4 if some could not be asked, with 1 if none found anything.
    """
    archive = archive_of(ctx)
    form = page.form_in(ctx)

    def ask(line: str) -> "Results":
        return archive.find(
            filters.narrow([expanded(ctx, line)], exact=exact),
            sort=page.sort.value,
            limit=page.limit or None,
            offset=page.offset,
            snippets=page.snippets if form is not Format.ids else 0,
        )

    counts = _Counts()
    answers = counts.counted(_answers(file, ask))
    if form is Format.json:
        _put_json(answers)
    else:
        for answer in answers:
            _put_answer(ctx, answer, form, page, table)
    if counts.failed:
        raise typer.Exit(SOME_FAILED)
    if not counts.found:
        say("nothing found by any of the queries")
        raise typer.Exit(1)


_STDIN = "-"


class _Counts:
    """How many queries failed, and how many found something."""

    def __init__(self) -> None:
        self.failed = self.found = 0

    def counted(self, answers: Iterable[Answer]) -> Iterator[Answer]:
        for answer in answers:
            self.failed += bool(answer.error)
            self.found += bool(answer.results and answer.results.total)
            yield answer


def _answers(file: str, ask: Ask) -> Iterator[Answer]:
    """The answer to each line that is not blank; errors and notes go to stderr with the number of the line."""
    with _opened(file) as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            answer = _answer(line, ask)
            if answer.error:
                complain(f"advisory: line {number}: {answer.error}")
            for note in answer.results.notes if answer.results else ():
                say(f"note: line {number}: {note}")
            yield answer


def _answer(line: bytes, ask: Ask) -> Answer:
    """One line asked; one that cannot be must not stop the others."""
    query = line.decode("utf-8-sig", errors="replace").strip()
    try:
        return Answer(query, ask(_checked(query)))
    except ArchiveError as error:
        return Answer(query[:LONGEST], error=str(error))


def _checked(query: str) -> str:
    if "\N{REPLACEMENT CHARACTER}" in query:
        raise Misuse("it is no UTF-8 text; save the file in that encoding")
    return query


def _opened(file: str) -> "AbstractContextManager[BinaryIO]":
    if file == _STDIN:
        return nullcontext(sys.stdin.buffer)
    try:
        return Path(file).open("rb")
    except (OSError, ValueError) as error:
        raise Unreadable(file, why_unread(error)) from error


def _put_answer(ctx: typer.Context, answer: Answer, form: Format, page: Page, table: Table) -> None:
    """Lines of the query and what it found; on a terminal a heading and a table."""
    if answer.results is None:
        return
    query, (total, rows, _) = clean(answer.query, lines=False), answer.results
    if form is Format.table:
        from rich.text import Text

        put_rich(ctx, Text(query, style="advisory.reference"))
        put_rich(ctx, table(rows, total=total, offset=page.offset) if total else Text("nothing found\n"))
        return
    for line in plain.ids(rows) if form is Format.ids else plain.tsv(rows, snippets=bool(page.snippets)):
        put(f"{query}\t{line}")


def _put_json(answers: Iterable[Answer]) -> None:
    """One object, an entry at a time."""
    before = f'{{\n  "schema": {SCHEMA},\n  "queries": ['
    for answer in answers:
        put(f"{before}\n    " + dump(_entry(answer)).replace("\n", "\n    "))
        before = "    ,"
    put(before + "]\n}" if before.startswith("{") else "  ]\n}")


def _entry(answer: Answer) -> dict[str, object]:
    if answer.results is None:
        return {"query": answer.query, "error": answer.error}
    records = [machine.record_of(row) for row in answer.results.rows]
    return {"query": answer.query, "total": answer.results.total, "advisories": records}
