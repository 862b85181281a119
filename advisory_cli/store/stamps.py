"""What the archive wrote into a revision, taken from its line without reading the text: a tenth of the work."""

import json
import re
from functools import cache

from advisory_cli.log import Line
from advisory_cli.ports import Place, Stamp


def read_stamp(line: Line) -> Stamp | None:
    """The stamp of a line as this version writes it; None for any other, which has to be read as a whole."""
    begin, end = _begin().match(line.content), _end().search(line.content, max(0, len(line.content) - _LONGEST))
    if not begin or not end or begin[1] != end["id"]:
        return None
    try:
        values = {name: json.loads(value) for name, value in end.groupdict().items()}
    except ValueError:
        return None
    name = begin["reference"].decode() if begin["reference"] else f"#{values['first']}"
    return Stamp(Place(line.offset, len(line.content)), name=f"{name} ({begin['language'].decode()})", **values)


_LONGEST = 1000
"""Bytes at the end of a line that hold all of a stamp, unless a name is longer than any."""


@cache
def _begin() -> re.Pattern[bytes]:
    text = rb'"(?:[^"\\\x00-\x1f]|\\.)*"'
    return re.compile(
        rb'"([1-9][0-9]*)": \{"reference": (?:null|"(?P<reference>[A-Z0-9 /]+)"), '
        rb'"printed_reference": (?:null|' + text + rb'), "language": "(?P<language>[a-z]+)", '
    )


@cache
def _end() -> re.Pattern[bytes]:
    """The last names of a line; in a text every quotation mark has a backslash before it, so none looks like them."""
    names = {"id": "[0-9]+", "first": "[0-9]+", "revision": "[0-9]+", "action": '"[a-z]+"', "at": 'null|"[0-9TZ:-]+"'}
    names |= {"by": r'null|"(?:[^"\\]|\\.)*"', "batch": "[0-9]+", "undoes": "null|[0-9]+"}
    stamp = ", ".join(f'"{name}": (?P<{name}>{value})' for name, value in names.items())
    return re.compile(rf'(?<=, ){stamp}, "previous": (?:null|"[0-9a-f]{{64}}"), "schema": 1\}}\Z'.encode())
