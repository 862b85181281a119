"""What the archive wrote into a revision, taken from its line without reading the text: a tenth of the work."""

import json
import re
from functools import cache

from advisory_cli.log import Line
from advisory_cli.ports import Place, Stamp


def read_stamp(line: Line) -> Stamp | None:
    """The stamp of a line as this version writes it; None for any other, which has to be read as a whole."""
    content = line.content
    begin = _begin().match(content)
    end = _end().match(content, content.rfind(_ID, -_LONGEST))
    if not begin or not end:
        return None
    try:
        values = json.loads(f"{{{end[0].decode()}")
    except ValueError:
        return None
    if values["id"] != int(begin["number"]):
        return None
    del values["previous"], values["schema"]
    name = begin["reference"].decode() if begin["reference"] else f"#{values['first']}"
    return Stamp(Place(line.offset, len(content)), name=f"{name} ({begin['language'].decode()})", **values)


_ID = b'"id": '
_LONGEST = 1000
"""Bytes at the end of a line that hold all of a stamp, unless a name is longer than any."""


@cache
def _begin() -> re.Pattern[bytes]:
    text = r'"(?:[^"\\\x00-\x1f]|\\.)*"'
    return re.compile(
        r'"(?P<number>[1-9][0-9]*)": \{"reference": (?:null|"(?P<reference>[A-Z0-9 /]+)"), '
        rf'"printed_reference": (?:null|{text}), "language": "(?P<language>[a-z]+)", '.encode()
    )


@cache
def _end() -> re.Pattern[bytes]:
    """The last names of a line; in a text every quotation mark has a backslash before it, so none looks like them."""
    number, name = "[1-9][0-9]{0,17}", r'null|"(?:[^"\\]|\\.)*"'
    stamp = {"id": number, "first": number, "revision": number, "action": '"[a-z]+"', "at": name, "by": name}
    stamp |= {"batch": number, "undoes": f"null|{number}", "previous": 'null|"[0-9a-f]{64}"', "schema": "1"}
    return re.compile(", ".join(f'"{key}": (?:{value})' for key, value in stamp.items()).encode() + rb"\}\Z")
