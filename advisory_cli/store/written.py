"""How a line that this version writes looks: what is taken from it without reading the text.

In a text every quotation mark has a backslash before it, so none looks like the names of fields.
"""

import re
from functools import cache
from typing import Final

TEXT: Final = r'"(?:[^"\\\x00-\x1f]|\\.)*"'
"""A text in JSON."""


def stamp_start(content: bytes) -> int:
    """Where a line has what the archive wrote into it; -1 where there is no such place."""
    return content.rfind(b'"id": ', -_LONGEST)


def numbers_in(content: bytes) -> re.Match[bytes] | None:
    """The groups ``id`` and ``first`` of a line."""
    return _numbers().search(content, stamp_start(content))


_LONGEST: Final = 1000
"""Bytes at the end of a line that hold all of a stamp, unless a name is longer than any."""


@cache
def _numbers() -> re.Pattern[bytes]:
    return re.compile(rb'"id": (?P<id>[1-9][0-9]{0,17}), "first": (?P<first>[1-9][0-9]{0,17}), "revision": ')
