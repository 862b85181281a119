"""What the archive wrote into a revision, taken from its line without reading the text: a tenth of the work."""

import json
import re
from functools import cache

from advisory_cli.log import Line
from advisory_cli.ports import Place, Stamp
from advisory_cli.store.written import TEXT, stamp_start


def read_stamp(line: Line) -> Stamp | None:
    """The stamp of a line as this version writes it; None for any other, which has to be read as a whole."""
    content = line.content
    begin = _begin().match(content)
    end = _end().match(content, stamp_start(content))
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


@cache
def _begin() -> re.Pattern[bytes]:
    return re.compile(
        r'"(?P<number>[1-9][0-9]*)": \{"reference": (?:null|"(?P<reference>[A-Z0-9 /]+)"), '
        rf'"printed_reference": (?:null|{TEXT}), "language": "(?P<language>[a-z]+)", '.encode()
    )


@cache
def _end() -> re.Pattern[bytes]:
    """The last names of a line."""
    number, name = "[1-9][0-9]{0,17}", r'null|"(?:[^"\\]|\\.)*"'
    stamp = {"id": number, "first": number, "revision": number, "action": '"[a-z]+"', "at": name, "by": name}
    stamp |= {"batch": number, "undoes": f"null|{number}", "previous": 'null|"[0-9a-f]{64}"', "schema": "1"}
    return re.compile(", ".join(f'"{key}": (?:{value})' for key, value in stamp.items()).encode() + rb"\}\Z")
