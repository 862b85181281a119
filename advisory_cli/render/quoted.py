"""Where in the body the quotations stand, so that they can be set off and nothing is dropped or repeated."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from advisory_cli.model import Advisory, Quote
from advisory_cli.render.clean import clean
from advisory_cli.render.words import speaker_in_words


class Paragraph(NamedTuple):
    """One paragraph of the body, cleaned; its lines as they were."""

    text: str
    quoted: bool = False
    """Whether a quotation stands in it, wholly or in part."""
    speakers: tuple[str, ...] = ()
    """In words, one for each quotation that ends here."""


def paragraphs_of(advisory: Advisory) -> tuple[Paragraph, ...]:
    """The whole body in paragraphs, those with quotations marked."""
    texts = _paragraphs(advisory.body)
    quoted: set[int] = set()
    speakers: dict[int, list[str]] = {}
    for quote, place in _placed(texts, advisory.quotes):
        if place:
            quoted.update(range(place[0], place[1] + 1))
            speakers.setdefault(place[1], []).append(speaker_in_words(quote))
    return tuple(
        Paragraph(clean(text), number in quoted, tuple(speakers.get(number, ()))) for number, text in enumerate(texts)
    )


def quotes_within(advisory: Advisory) -> tuple[Quote, ...]:
    """Quotations that stand in the body."""
    return tuple(quote for quote, place in _placed(_paragraphs(advisory.body), advisory.quotes) if place)


def quotes_elsewhere(advisory: Advisory) -> tuple[Quote, ...]:
    """Quotations of the record that do not stand in its body."""
    return tuple(quote for quote, place in _placed(_paragraphs(advisory.body), advisory.quotes) if not place)


def _paragraphs(body: str) -> list[str]:
    return [text for part in body.split("\n\n") if (text := part.strip("\n"))]


def _placed(paragraphs: list[str], quotes: tuple[Quote, ...]) -> Iterator[tuple[Quote, tuple[int, int] | None]]:
    """Each quotation with its first and last paragraph; None where it is not found. White space does not count."""
    if not quotes:
        return
    flat = [" ".join(text.split()) for text in paragraphs]
    starts = list(accumulate((len(text) + 1 for text in flat), initial=0))
    body, after = " ".join(flat), 0
    for quote in quotes:
        wanted = " ".join(quote.text.split())
        at = body.find(wanted, after)
        # a list in another order than the text, as an archivist may have written it
        at = body.find(wanted) if at < 0 < after else at
        if not wanted or at < 0:
            yield quote, None
            continue
        after = at + len(wanted)
        yield quote, (bisect_right(starts, at) - 1, bisect_right(starts, after - 1) - 1)
