"""What a revision can be looked up by, taken from its line without reading the text: a tenth of the work."""

import re
from functools import cache

from advisory_cli.log import Line
from advisory_cli.ports import Keys, Place
from advisory_cli.store.written import numbers_in


def read_keys(line: Line) -> Keys | None:
    """The keys of a line as this version writes it; None for any other, which has to be read as a whole.

    A line may look as if it had a hash that it does not have: who looks up holds what was found against the revision.
    """
    content = line.content
    begin = _begin().match(content)
    numbers = numbers_in(content)
    if not begin or not numbers or numbers["id"] != begin["number"]:
        return None
    source = content.rfind(_SOURCE)
    sha256 = _hash().search(content, source if source >= 0 else content.rfind(_ERASED))
    if not sha256 and _NO_SOURCE not in content:
        return None
    place, reference = Place(line.offset, len(content)), begin["reference"]
    return Keys(
        place,
        id=int(numbers["id"]),
        first=int(numbers["first"]),
        reference=reference.decode() if reference else None,
        sha256=sha256[1].decode() if sha256 else None,
    )


_SOURCE = b'"source": {"name": '
_ERASED = b'"source_sha256": '
_NO_SOURCE = b'"source": null'


@cache
def _begin() -> re.Pattern[bytes]:
    return re.compile(rb'"(?P<number>[1-9][0-9]{0,17})": \{"reference": (?:null|"(?P<reference>[A-Z0-9 /]+)"), ')


@cache
def _hash() -> re.Pattern[bytes]:
    return re.compile(rb'sha256": "([0-9a-f]{64})"')
