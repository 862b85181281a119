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
"""Characters that two texts hardly ever share by chance."""

_SHORTEST = 12
"""Characters of a value below which it says nothing of a text."""

_RECORD = re.compile(rb'"[1-9][0-9]{0,17}"\s*+:\s*+\{')
_LINE = re.compile(_RECORD.pattern + rb"|(?<=\n)")
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
            here = [both for both in passages if any(content.find(spelled) >= 0 for spelled in both)]
            telling = [spelled for both in here if not is_shared(both[0]) for spelled in set(both)]
            if telling:
                _clean(copy, content, telling, disk)


def _clean(copy: Path, content: mmap, telling: list[bytes], disk: Disk) -> None:
    begin = _RECORD if ".foreign-" in copy.name else _LINE
    if all(_FRAME.fullmatch(piece) for piece in _without(content, begin, telling)):
        delete(disk, copy)
    else:
        put(disk, copy, _without(content, begin, telling))


def _without(content: mmap, begin: re.Pattern[bytes], telling: list[bytes]) -> Iterator[bytes]:
    """The pieces of a copy, one for each record as far as one can tell, that hold none of the passages."""
    begins = [0, *(found.start() for found in begin.finditer(content)), len(content)]
    for start, end in pairwise(begins):
        if not any(content.find(one, start, end) >= 0 for one in telling):
            yield content[start:end]


def _passages(value: Any) -> Iterator[tuple[bytes, bytes]]:
    """Overlapping passages of every text in a document, as we spell them and as ASCII alone has them."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from _passages(part)
    elif isinstance(value, str) and len(value) >= _SHORTEST:
        for start in range(0, max(1, len(value) - _PASSAGE // 2), _PASSAGE // 2):
            passage = value[start : start + _PASSAGE]
            ours = json.dumps(passage, ensure_ascii=False)[1:-1].encode("utf-8", "surrogatepass")
            yield ours, json.dumps(passage)[1:-1].encode()
