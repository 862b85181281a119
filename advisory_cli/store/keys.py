"""What a revision can be looked up by, taken from its line without reading the text: a tenth of the work."""

import re
from functools import cache

from advisory_cli.log import Line
from advisory_cli.ports import Keys, Place


def read_keys(line: Line) -> Keys | None:
    """The keys of a line as this version writes it; None for any other, which has to be read as a whole.

    A line may look as if it had a hash that it does not have: who looks up holds what was found against the revision.
    """
    content = line.content
    begin = _begin().match(content)
    numbers = _numbers().search(content, content.rfind(_ID, -_LONGEST))
    if not begin or not numbers or numbers[1] != begin["number"]:
        return None
    sha256 = _hash().search(content, content.rfind(_SOURCE))
    if not sha256 and _NO_SOURCE not in content:
        return None
    place, reference = Place(line.offset, len(content)), begin["reference"]
    return Keys(
        place,
        id=int(numbers[1]),
        first=int(numbers[2]),
        reference=reference.decode() if reference else None,
        sha256=sha256[1].decode() if sha256 else None,
    )


_ID = b'"id": '
_SOURCE = b'"source": {"name": '
_NO_SOURCE = b'"source": null'
_LONGEST = 1000
"""Bytes at the end of a line that hold its numbers, unless a name is longer than any."""


@cache
def _begin() -> re.Pattern[bytes]:
    return re.compile(rb'"(?P<number>[1-9][0-9]{0,17})": \{"reference": (?:null|"(?P<reference>[A-Z0-9 /]+)"), ')


@cache
def _numbers() -> re.Pattern[bytes]:
    """In a text every quotation mark has a backslash before it, so none looks like these."""
    return re.compile(rb'"id": ([1-9][0-9]{0,17}), "first": ([1-9][0-9]{0,17}), "revision": ')


@cache
def _hash() -> re.Pattern[bytes]:
    return re.compile(rb'"sha256": "([0-9a-f]{64})"')
