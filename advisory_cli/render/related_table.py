"""What belongs to a text, for a terminal."""

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.text import Text

from advisory_cli.model import Advisory
from advisory_cli.render.clean import clean
from advisory_cli.render.columns import columns
from advisory_cli.render.related import related_name, relation_in_words, why_related
from advisory_cli.render.words import name_of, title_of
from advisory_cli.results import Related


def related_table(advisory: Advisory, related: Iterable[Related]) -> RenderableType:
    """How another text stands to this one, which it is, when it was, what it is called, and why it is here."""
    table = columns("This text", "Number", "Date", "Title")
    for one in related:
        table.add_row(*_cells(one))
    head = Text.assemble((name_of(advisory), "advisory.reference"), "  ", (title_of(advisory), "advisory.title"))
    return Group(head, Text(), table)


def _cells(one: Related) -> tuple[Text, ...]:
    text, why = one.advisory, why_related(one)
    lines = (*((Text(title_of(text)),) if text else ()), *((Text(why, style="advisory.label"),) if why else ()))
    date = clean(text.date or "", lines=False) if text else ""
    number = Text(related_name(one), style="advisory.reference")
    return Text(relation_in_words(one)), number, Text(date), Text("\n").join(lines)
