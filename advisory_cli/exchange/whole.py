"""An export of everything: a line that says so, every original, every revision, and how many there were.

Only what an archive says decides on the bytes, never its numbers or its order: two archives with the same texts give
the same lines, and what one took over from another comes out of it in the same lines.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Collection, Iterable, Iterator, Mapping
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import Any, Final, NamedTuple

from advisory_cli.actions.histories import Moved
from advisory_cli.errors import ArchiveError, InvalidRecord, Unreadable
from advisory_cli.log.layout import refuse
from advisory_cli.model import SCHEMA
from advisory_cli.ports import Progress

HEAD: Final = {"format": "advisory-archive", "version": 1, "schema": SCHEMA}

Text = tuple[tuple[Moved, ...], ArchiveError | None]
"""All revisions of a text that could be read, and why it cannot be taken over."""


class Contents(NamedTuple):
    """What an export of everything holds, as a first reading tells."""

    texts: frozenset[str]
    """Keys."""
    hashes: frozenset[str]
    """SHA-256 of all that its texts were read from."""
    spoilt: frozenset[str]
    """Keys of texts of which a revision cannot be read: none of them is taken over."""
    errors: tuple[tuple[str, str], ...]
    """Where something cannot be read, and why."""


def is_whole_head(value: Mapping[str, Any]) -> bool:
    """Whether a first line says that everything follows."""
    return value.get("format") == HEAD["format"]


def write_whole(revisions: Iterable[Moved], originals: Iterable[tuple[str, bytes]] = ()) -> Iterator[str]:
    """The lines of an export; `originals` are bytes behind their SHA-256, in the order of these."""
    yield _line(HEAD)
    counts = {"originals": 0, "revisions": 0}
    for digest, content in originals:
        counts["originals"] += 1
        yield _line({"original": digest, "base64": b64encode(content).decode()})
    for moved in revisions:
        counts["revisions"] += 1
        yield _line(moved.to_dict())
    yield _line({"end": counts})


def look_through(path: Path, *, progress: Progress | None = None) -> Contents:
    """Read an export once, to know all its texts before the first is taken over."""
    texts: set[str] = set()
    hashes: set[str] = set()
    spoilt: set[str] = set()
    errors: list[tuple[str, str]] = []
    counts, end, last, broken = {"originals": 0, "revisions": 0}, None, None, False
    for where, row in _rows(path, progress):
        if isinstance(row, Moved):
            texts.add(row.text)
            if row.revision.source:
                hashes.add(row.revision.source.sha256)
            if broken:
                spoilt.add(row.text)
            last, broken = row.text, False
            counts["revisions"] += 1
        elif isinstance(row, Unreadable):
            errors.append((where, row.reason))
            # it may be a revision of the text before it or of the one behind it: a history with a gap is none
            spoilt |= {last} if last else set()
            broken = True
        else:
            counts["originals"] += "original" in row
            end = row.get("end", end)
    if end != counts:
        said = f"it is not whole: it says that it holds {_said(end)}, and {_said(counts)} were read"
        errors.append((path.name, said))
    return Contents(frozenset(texts), frozenset(hashes), frozenset(spoilt), tuple(errors))


def originals_in(path: Path, wanted: Collection[str]) -> Iterator[bytes]:
    """The bytes of those originals, one by one; what is not what its SHA-256 says was told by `look_through`."""
    for _, row in _rows(path):
        if isinstance(row, dict) and row.get("original") in wanted:
            yield b64decode(row["base64"])


def texts_in(path: Path, spoilt: Collection[str]) -> Iterator[Text]:
    """Every text with its history."""
    revisions = (row for _, row in _rows(path) if isinstance(row, Moved))
    for key, group in groupby(revisions, key=lambda moved: moved.text):
        text = tuple(group)
        yield text, _why_not(path, key, text, spoilt)


def _why_not(path: Path, key: str, text: tuple[Moved, ...], spoilt: Collection[str]) -> ArchiveError | None:
    name = text[-1].revision.name
    if key in spoilt:
        return Unreadable(path.name, f"one of the revisions of {name} cannot be read; nothing of it was taken over")
    if key.partition("-")[0] != text[0].to_dict()["sha256"]:
        return Unreadable(path.name, f"the first revision of {name} is missing; nothing of it was taken over")
    return None


def _rows(path: Path, progress: Progress | None = None) -> Iterator[tuple[str, Moved | Unreadable | dict[str, Any]]]:
    """Where each line stands, and what it is."""
    size = path.stat().st_size
    with path.open("rb") as file:
        for number, line in enumerate(iter(lambda: file.readline(_LONGEST), b""), 1):
            where = f"{path.name}, row {number}"
            yield where, _row(where, line)
            if progress:
                progress(file.tell(), size)


def _row(where: str, line: bytes) -> Moved | Unreadable | dict[str, Any]:
    try:
        row = json.loads(line, parse_constant=refuse)
        if not isinstance(row, dict):
            raise ValueError("it is no object")  # noqa: TRY004, TRY301 - one way for all that can be wrong with a line
        if "original" in row:
            _check(row)
        elif row.keys() != HEAD.keys() and row.keys() != {"end"}:
            return Moved.from_dict(row, where=where)
    except InvalidRecord as error:
        return Unreadable(where, error.what)
    except (ValueError, TypeError, RecursionError) as error:
        return Unreadable(where, str(error))
    return row


def _check(row: Mapping[str, Any]) -> None:
    if sha256(b64decode(row["base64"], validate=True)).hexdigest() != row["original"]:
        raise ValueError("an original is not what its SHA-256 says")


def _line(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=True, separators=(",", ":")) + "\n"


def _said(counts: Any) -> str:
    if not isinstance(counts, dict):
        return "nothing that could be read"
    return f"{counts.get('revisions')} revisions and {counts.get('originals')} originals"


_LONGEST: Final = 128 << 20
"""Bytes of the longest line: an original of 50 MiB has 67 in base64."""
