"""Telephone numbers and addresses anywhere in a text, whosever they are: rather too many than too few."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

_FEWEST: Final = 7
_MOST: Final = 16
"""Figures of a telephone number with what is dialled before it (ITU-T E.164: 15)."""


def ways_to_reach(text: str) -> Iterator[str]:
    """Everything that looks like an e-mail address or a telephone number, in order."""
    for match in _address().finditer(text):
        yield match[0]
    for match in _number().finditer(text):
        figures = sum(map(str.isdigit, match[0]))
        if _FEWEST <= figures <= _MOST and not _date().fullmatch(match[0].strip(" ()")):
            yield match[0].strip()


@cache
def _address() -> re.Pattern[str]:
    return re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")


@cache
def _number() -> re.Pattern[str]:
    """Begins as no index number, year or sum of money does: with a plus, a bracket or a nought."""
    return re.compile(r"(?<![\w/.-])(?:\+|\(\+?(?=\d)|0)\d?[\d ()\u00a0.\u2010-\u2015-]{5,40}(?<=\d)(?![\d/])")


@cache
def _date() -> re.Pattern[str]:
    return re.compile(r"\d{1,2}[.-]\d{1,2}[.-](?:\d\d){1,2}(?:\D.*)?")
