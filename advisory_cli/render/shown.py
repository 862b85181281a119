"""A whole text for a pipe, with what stands around it: complete, no colour, no box, nothing wrapped or cut."""

from collections.abc import Iterable

from advisory_cli.model import Advisory
from advisory_cli.render.clean import clean
from advisory_cli.render.facts import Fact, Piece, head_of, masthead_of, quotation, tail_of, warnings_of
from advisory_cli.render.quoted import quotes_within
from advisory_cli.render.words import title_of
from advisory_cli.results import Shown

_EXCERPT = 60
"""Characters of a quotation that tell which one it is; the body has it in full."""


def show_text(shown: Shown) -> str:
    """A whole text, its body letter by letter; no newline at the end."""
    advisory = shown.advisory
    blocks = (
        *warnings_of(shown),
        masthead_of(advisory),
        facts_text(head_of(advisory)),
        title_of(advisory),
        clean(advisory.subtitle or ""),
        clean(advisory.body),
        facts_text((*_speakers(advisory), *tail_of(shown))),
    )
    return "\n\n".join(block for block in blocks if block)


def facts_text(facts: Iterable[Fact]) -> str:
    """Labels at the left, what is under them in one column."""
    facts = tuple(facts)
    width = max((len(fact.label) for fact in facts), default=0) + 2
    return "\n".join(
        f"{f'{fact.label}:' if first else '':{width}}{'; '.join(piece.text for piece in line)}"
        for fact in facts
        for first, line in _with_first(fact.lines)
    )


def _speakers(advisory: Advisory) -> tuple[Fact, ...]:
    quotes = quotes_within(advisory)
    return (Fact("Quoted", tuple((Piece(quotation(quote, length=_EXCERPT)),) for quote in quotes)),) if quotes else ()


def _with_first(lines: tuple[tuple[Piece, ...], ...]) -> Iterable[tuple[bool, tuple[Piece, ...]]]:
    return ((number == 0, line) for number, line in enumerate(lines))
