"""Copies that recovery, take-over and mending set aside beside the archive: found, and freed of an erased text."""

import json
import os
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any

from advisory_cli.log import Disk
from advisory_cli.log.disk import delete, put

_PASSAGE = 40
"""Bytes that two texts hardly ever share by chance."""

_SHORTEST = 12
"""Bytes of a value below which it says nothing of a text."""

_RECORD = re.compile(rb'"[1-9][0-9]{0,17}"\s*+:\s*+\{')
_FRAME = re.compile(rb'[\s,{}]*+("advisories"\s*+:\s*+\{)?[\s,{}]*+')


def leftovers(path: Path) -> list[Path]:
    """Copies that were set aside, and what a crash left of a new file."""
    found = [path.with_name(f".{path.name}.new")]
    for kind in ("torn", "foreign", "damaged"):
        found += sorted(path.parent.glob(f"{path.name}.{kind}-*"))
    return [one for one in found if os.path.lexists(one)]


def clean(path: Path, documents: Iterable[Any], is_shared: Callable[[bytes], bool], *, disk: Disk) -> None:
    """Take out of every copy each record that holds a passage of these documents which no other text has."""
    copies = [copy for copy in leftovers(path) if copy.is_file() and not copy.is_symlink() and copy.stat().st_size]
    passages = {passage for document in documents for passage in _passages(document)} if copies else set()
    for copy in copies:
        with copy.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as content:
            telling = [one for one in passages if content.find(one) >= 0 and not is_shared(one)]
            if telling:
                _clean(copy, content, telling, disk)


def _clean(copy: Path, content: mmap, telling: list[bytes], disk: Disk) -> None:
    if all(_FRAME.fullmatch(piece) for piece in _without(content, telling)):
        delete(disk, copy)
    else:
        put(disk, copy, _without(content, telling))


def _without(content: mmap, telling: list[bytes]) -> Iterator[bytes]:
    """The pieces of a copy, one for each record as far as one can tell, that hold none of the passages."""
    begins = [0, *(found.start() for found in _RECORD.finditer(content)), len(content)]
    for start, end in pairwise(begins):
        if not any(content.find(one, start, end) >= 0 for one in telling):
            yield content[start:end]


def _passages(value: Any) -> Iterator[bytes]:
    """Overlapping passages of every text in a document, in both spellings that JSON has for them."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from _passages(part)
    elif isinstance(value, str):
        for is_ascii in (False, True):
            spelled = json.dumps(value, ensure_ascii=is_ascii)[1:-1].encode("utf-8", "surrogatepass")
            if len(spelled) >= _SHORTEST:
                last = max(1, len(spelled) - _PASSAGE // 2)
                yield from (spelled[start : start + _PASSAGE] for start in range(0, last, _PASSAGE // 2))
