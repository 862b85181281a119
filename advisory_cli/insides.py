"""Which documents lie in the files that were taken apart, so that unchanged mails and archives stay closed.

A file beside the archive, with a line for each: its SHA-256, how many documents are in it, and the SHA-256 of each with
its part of a text that was split. It holds no truth: what is not in it, or torn, is taken apart once more.
"""

import os
import re
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from advisory_cli.filenames import TAKEN_APART
from advisory_cli.model import Document
from advisory_cli.walk import Found


class Inside(NamedTuple):
    """A document in a file: the SHA-256 of its own bytes, and its `Source.part`."""

    sha256: str
    part: str | None = None


class Insides:
    """The documents in files, by the hash of the file, beside an archive; with `split` those that were split."""

    def __init__(self, archive: Path, *, split: bool) -> None:
        self._path = Path(os.path.realpath(archive)).with_name(TAKEN_APART)
        self._mark = "split" if split else "whole"
        self._offsets: dict[bytes, int] | None = None
        self._given: Found | None = None
        self._within: str | None = None
        self._found: dict[Inside, None] = {}

    def of(self, sha256: str) -> tuple[Inside, ...]:
        """The documents in the file with this hash; none where that is not known."""
        key = self._key(sha256)
        if self._offsets is None:
            self._offsets = _offsets(self._path)
        offset = self._offsets.get(key[:_TELLING])
        return _insides(_line_at(self._path, offset), key) if offset is not None else ()

    def learn(self, given: Found, document: Document | None) -> None:
        """Take note of a document that is in the archive now; None for a part of the file that is not.

        All of a file are told one behind the other; the next file, or `close`, ends it.
        """
        if given is not self._given:
            self.close()
            self._given, self._within = given, document.within if document else None
        if document is None:
            self._within = None
        else:
            self._found[Inside(document.source.sha256, document.source.part)] = None

    def close(self) -> None:
        """Write down what the last file holds, if it was taken apart and all of it is in the archive."""
        found, self._found = tuple(self._found), {}
        if self._within and found and self.of(self._within) != found:
            parts = (f"{one.sha256} {one.part}" if one.part else one.sha256 for one in found)
            line = "\t".join((self._key(self._within).decode(), str(len(found)), *parts)) + "\n"
            with suppress(OSError):  # then it is taken apart again
                _append(self._path, line.encode())
        self._within = None

    def _key(self, sha256: str) -> bytes:
        return f"{self._mark} {sha256}".encode()


_TELLING: Final = 38
"""Bytes at the beginning of a line that hardly two lines share."""

_LONGEST: Final = 1 << 20
"""Bytes of the longest line that is read."""


def _offsets(path: Path) -> dict[bytes, int]:
    """Where lines begin; of two with the same key the last one counts."""
    offsets = {}
    with suppress(OSError), path.open("rb") as file:
        offset = 0
        for line in iter(lambda: file.readline(_LONGEST), b""):
            offsets[line[:_TELLING]] = offset
            offset += len(line)
    return offsets


def _line_at(path: Path, offset: int) -> bytes:
    try:
        with path.open("rb") as file:
            file.seek(offset)
            return file.readline(_LONGEST)
    except OSError:
        return b""


def _insides(line: bytes, key: bytes) -> tuple[Inside, ...]:
    """What a line says, if it is whole and the one with this key."""
    named, _, rest = line.partition(b"\t")
    count, *parts = rest.removesuffix(b"\n").split(b"\t")
    found = [_inside().fullmatch(part) for part in parts]
    if named != key or not line.endswith(b"\n") or count != b"%d" % len(parts) or not all(found):
        return ()
    return tuple(Inside(one[1].decode(), one[2].decode() if one[2] else None) for one in found if one)


@cache
def _inside() -> re.Pattern[bytes]:
    return re.compile(rb"([0-9a-f]{64})(?: (part [0-9]+ of [0-9]+))?")


def _append(path: Path, line: bytes) -> None:
    fd = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    try:
        os.write(fd, line)
    finally:
        os.close(fd)
