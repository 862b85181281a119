"""Texts, lists and hits for a terminal: Rich renderables, made of `Text` alone so that no markup is interpreted."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.constrain import Constrain
from rich.padding import Padding
from rich.panel import Panel
from rich.segment import Segment
from rich.style import Style
from rich.table import Table
from rich.text import Text

from advisory_cli.model import Advisory
from advisory_cli.render.clean import clean, clean_marks
from advisory_cli.render.columns import NARROW, columns
from advisory_cli.render.facts import Fact, Piece, head_of, masthead_of, tail_of, warnings_of
from advisory_cli.render.quoted import Paragraph, paragraphs_of
from advisory_cli.render.words import (
    LOOSE,
    NO_TITLE,
    country_in_words,
    kind_in_words,
    match_in_words,
    passages_of,
    reason_of,
    reference_of,
    standing_of,
    title_of,
)
from advisory_cli.results import Row, Shown
from advisory_cli.text import Snippet

READABLE: Final = 88
"""Columns of running text that an eye follows without losing the line."""

_WIDE: Final = 110
"""From so many columns on a list has a column for everything."""


def show(shown: Shown) -> RenderableType:
    """A whole text: what it is in a panel, title, body with quotations set off, what belongs to it."""
    advisory = shown.advisory
    head = Group(Text(masthead_of(advisory), style="advisory.reference"), facts_grid(head_of(advisory)))
    parts: tuple[RenderableType, ...] = (
        *(Text(warning, style="advisory.warning") for warning in warnings_of(shown)),
        Panel(head, border_style=_FRAME),
        Text(title_of(advisory), style="advisory.title"),
        *((Text(clean(advisory.subtitle), style="advisory.subtitle"),) if advisory.subtitle else ()),
        Text(),
        *_spaced(map(_paragraph, paragraphs_of(advisory))),
        facts_grid(tail_of(shown)),
    )
    return Constrain(Group(*parts), READABLE)


def facts_grid(facts: Iterable[Fact]) -> Table:
    """Labels at the left, what is under them at the right; addresses can be followed."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for fact in facts:
        lines = Text("\n").join(Text("; ").join(map(_piece, line)) for line in fact.lines)
        grid.add_row(Text(fact.label, style="advisory.label"), lines)
    return grid


def list_table(rows: Iterable[Row], *, total: int, offset: int | None = None) -> RenderableType:
    """Number, date, language, kind, country and title of each row, laid out for the width of the terminal.

    With an `offset` it is a page of a list that can be turned, and says how.
    """
    return _List(tuple(rows), total, offset)


def search_results(rows: Iterable[Row], *, total: int, offset: int = 0, explain: bool = False) -> RenderableType:
    """Head line, title and snippet of each hit, the words found marked; with `explain` why it was found."""
    rows = tuple(rows)
    return Constrain(Group(*(_hit(row, explain=explain) for row in rows), _count(rows, total, offset)), READABLE)


_FRAME: Final = Style(color="magenta")


@dataclass(frozen=True, slots=True)
class _Barred:
    """A renderable with a bar at its left, on every line."""

    content: RenderableType

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        bar = Segment("│ ", _FRAME)
        for line in console.render_lines(self.content, options.update_width(max(1, options.max_width - 2)), pad=False):
            yield from (bar, *line, Segment.line())


@dataclass(frozen=True, slots=True)
class _Lines:
    """Lines of clean text; only those too long for the width go through Rich's wrapping, which takes its time."""

    text: str

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for line in self.text.split("\n"):
            if "\t" in line or cell_len(line) > options.max_width:
                yield Text(line)
            else:
                yield Segment(line)
                yield Segment.line()


@dataclass(frozen=True, slots=True)
class _List:
    """A list whose columns follow from the width it is given."""

    rows: tuple[Row, ...]
    total: int
    offset: int | None

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        if self.rows:
            yield _table(self.rows, options.max_width)
        yield _count(self.rows, self.total, self.offset)


def _spaced(paragraphs: Iterable[RenderableType]) -> Iterator[RenderableType]:
    for paragraph in paragraphs:
        yield paragraph
        yield Text()


def _paragraph(paragraph: Paragraph) -> RenderableType:
    text = _Lines(paragraph.text)
    if not paragraph.quoted:
        return text
    return _Barred(Group(text, *(Text(f"— {speaker}", style="advisory.speaker") for speaker in paragraph.speakers)))


def _piece(piece: Piece) -> Text:
    return Text(piece.text, style=Style(link=piece.href) if piece.href else "")


def _table(rows: Iterable[Row], width: int) -> Table:
    """One column on a narrow terminal; kind and country under the title on a middling one."""
    cells: Iterable[tuple[RenderableType, ...]]
    if width < NARROW:
        table = columns("", leading=1)
        cells = ((Group(_head(row), _title(row)),) for row in rows)
    elif width < _WIDE:
        table = columns("Number", "Date", "Lang", "Title")
        cells = ((*_key(row.advisory), Group(_title(row), _about(row.advisory))) for row in rows)
    else:
        table = columns("Number", "Date", "Lang", "Kind", "Country", "Title")
        cells = ((*_key(row.advisory), *_kind_and_country(row.advisory), _title(row)) for row in rows)
    for row in cells:
        table.add_row(*row)
    return table


def _hit(row: Row, *, explain: bool) -> RenderableType:
    """A hit of a search: what it is, its title, where the words stand, how near it is unless it is what was typed."""
    parts = (
        *(_passage(row, snippet) for snippet in passages_of(row)),
        *(Text(why, style="advisory.label") for why in (_why(row, explain=explain),) if why),
    )
    return Group(_head(row), _title(row), *(Padding(part, (0, 0, 0, 2), expand=False) for part in parts), Text())


def _passage(row: Row, snippet: Snippet) -> Text:
    marked = _marked(snippet.text, snippet.marks)
    return Text.assemble((f"{row.found_in}: ", "advisory.label"), marked) if row.found_in else marked


def _why(row: Row, *, explain: bool) -> str:
    """Why a hit is one: for who asks always, else only where a reader would wonder."""
    if explain:
        return reason_of(row)
    return match_in_words(row.matched) if row.matched in LOOSE else ""


def _head(row: Row) -> Text:
    """``EUR 57/002/2012 · 2012-03-22 · en``."""
    number, *rest = _key(row.advisory)
    return Text(" · ").join(part for part in (number, *rest, _about(row.advisory)) if part)


def _key(advisory: Advisory) -> tuple[Text, Text, Text]:
    return (
        Text(reference_of(advisory), style="advisory.reference"),
        Text(clean(advisory.date or "", lines=False)),
        Text(clean(advisory.language, lines=False)),
    )


def _kind_and_country(advisory: Advisory) -> tuple[Text, Text]:
    return Text(kind_in_words(advisory.kind)), Text(", ".join(map(country_in_words, advisory.countries)))


def _about(advisory: Advisory) -> Text:
    return Text(" · ").join(part for part in _kind_and_country(advisory) if part)


def _title(row: Row) -> Text:
    """The title with the words found marked; before it how the text stands, unless it is current."""
    standing = standing_of(row.advisory, row.corrected_by, row.held)
    title = row.advisory.title
    text = _marked(title, row.title_marks) if title else Text(NO_TITLE)
    return text if standing == "current" else Text.assemble((standing, "advisory.standing"), " · ", text)


def _marked(text: str, marks: Iterable[tuple[int, int]]) -> Text:
    marked = Text(clean(text, lines=False))
    for start, end in clean_marks(text, marks):
        marked.stylize("advisory.mark", start, end)
    return marked


def _count(rows: Sequence[Row], total: int, offset: int | None) -> Text:
    """``1-20 of 134``, and how to see those behind them where there is a way."""
    if not rows:
        return Text(f"none of {total:,}" if total else "nothing found")
    first = offset or 0
    last = first + len(rows)
    more = f"; --offset {last} for the next, --limit 0 for all" if offset is not None and last < total else ""
    return Text(f"{first + 1:,}-{last:,} of {total:,}{more}")
