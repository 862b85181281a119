"""The last look at what is handed on: a marked passage in the very characters that go out stops everything."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from advisory_cli.errors import NotHidden
from advisory_cli.exchange.writers import Writer
from advisory_cli.model import Advisory, Contact, Link, Number, Quote, Redaction, Relation
from advisory_cli.redaction import BLOCK, Wanted, is_in, wanted_by
from advisory_cli.results import Shown


def watched(pieces: Iterable[str], marks: Sequence[Redaction], writer: Writer, where: str) -> Iterator[str]:
    """The same pieces, each as soon as no passage stands in it or over its beginning; raises `NotHidden`.

    What the format itself says beside every text is no passage: the word ``title`` in a name of a field.
    """
    wanted = foreign_to("".join(writer(SPECIMENS)), wanted_by(tuple(mark for mark in marks if mark.text)))
    before = ""
    for piece in pieces:
        if wanted and is_in(before + piece, wanted):
            raise NotHidden(where)
        yield piece
        before = (before + piece)[-_OVERLAP:]


def refuse_leaks(text: str, wanted: Iterable[Wanted], itself: str, where: str) -> str:
    """The same text, as it is to be printed; raises `NotHidden`. `itself` is the form with `SPECIMENS` in it."""
    if is_in(text, foreign_to(itself, wanted)):
        raise NotHidden(where)
    return text


def foreign_to(itself: str, wanted: Iterable[Wanted]) -> tuple[Wanted, ...]:
    """Of what is looked for all that a form does not say by itself; figures as short as a count are in any."""
    return tuple(one for one in wanted if not (_is_count(one.letters) or is_in(itself, [one])))


_OVERLAP: Final = 500
"""Characters before a piece in which a passage may begin."""


def _is_count(letters: str) -> bool:
    return letters.isdigit() and len(letters) < len("12345")


_FULL: Final = Advisory(
    reference=BLOCK,
    printed_reference=BLOCK * 2,
    organisation=BLOCK,
    printed_kind=BLOCK,
    date=BLOCK,
    title=BLOCK,
    subtitle=BLOCK,
    body=f'{BLOCK} "{BLOCK * 2}" {BLOCK}',
    quotes=(Quote(BLOCK * 2, BLOCK, BLOCK, "stated"), Quote(BLOCK * 3, BLOCK, None, "inherited"), Quote(BLOCK * 4)),
    contacts=(Contact(BLOCK, BLOCK, BLOCK, (BLOCK,), (BLOCK,)),),
    links=(Link(BLOCK), Link(BLOCK, BLOCK)),
    mentions=(BLOCK,),
    relations=(Relation("related", BLOCK),),
    countries=(BLOCK,),
    region=BLOCK,
    numbers=(Number(BLOCK, BLOCK),),
    distribution="internal",
    embargo=BLOCK,
    tags=(BLOCK,),
    note=BLOCK,
    confidence={"date": "guessed", "title": "inherited"},
    at="",
)
SPECIMENS: Final = (
    Shown(_FULL, corrected_by=(BLOCK,), redacted=2),
    Shown(replace(_FULL, status="withdrawn", reason=BLOCK), redacted=1),
    Shown(replace(_FULL, language="en", date="2000-01-01", at="2000-01-01T00:00:00Z")),
)
"""Texts that say next to nothing, with every field."""
