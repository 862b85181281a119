"""What is left of a text and may be a marked name all the same: one of its words, in other endings and scripts."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final

from advisory_cli.model import Advisory, Redaction
from advisory_cli.nearness import nearness
from advisory_cli.redaction.wanted import parts_of


def nearly(advisory: Advisory, marks: Iterable[Redaction]) -> tuple[str, ...]:
    """Words of a record, as printed, that may be of a marked name; the record is what is left when that was hidden."""
    parts = {part for mark in marks if mark.text for part in parts_of(mark.text) if len(part) >= _FEWEST}
    words = dict.fromkeys(_words_in(advisory)) if parts else ()
    return tuple(word for word in words if any(nearness(part, word, advisory.language) is not None for part in parts))


_FEWEST: Final = 4
"""Letters of a name: shorter ones are near to too much."""


def _words_in(advisory: Advisory) -> Iterator[str]:
    """Words that are written as names are."""
    for text in _texts(advisory):
        yield from (word for word in _word().findall(text) if not word[0].islower())


def _texts(advisory: Advisory) -> Sequence[str]:
    quotes = (text for quote in advisory.quotes for text in (quote.speaker, quote.role))
    contacts = (contact.name for contact in advisory.contacts)
    parts = (advisory.title, advisory.subtitle, advisory.body, advisory.note, advisory.reason, *quotes, *contacts)
    return [text for text in (*parts, *map(str.title, advisory.tags)) if text]


@cache
def _word() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])[^\W\d_]{{{_FEWEST},40}}(?![^\W_])")
