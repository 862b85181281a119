"""What is packed in a file: members of ZIP archives, which Word documents are, and streams of PDFs."""

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Final
from zipfile import BadZipFile, ZipFile


class Packed(Exception):
    """A file that cannot be looked into to its end."""


def unpacked(content: bytes) -> Iterator[bytes]:
    """The file itself, and what is packed in it, piece by piece; raises `Packed`."""
    yield content
    try:
        if content.startswith(b"PK"):
            yield from _members(content)
        elif content.startswith(b"%PDF"):
            yield from _streams(content)
    except (BadZipFile, OSError, ValueError, RuntimeError, EOFError, zlib.error) as error:
        raise Packed from error


_MOST: Final = 64 << 20
"""Bytes of all that is packed in a file: more may be a trap."""


def _members(content: bytes) -> Iterator[bytes]:
    room = _MOST
    with ZipFile(BytesIO(content)) as archive:
        for member in archive.infolist():
            with archive.open(member) as file:
                piece = file.read(room + 1)
            room -= len(piece)
            if room < 0:
                raise Packed
            yield piece


def _streams(content: bytes) -> Iterator[bytes]:
    """Streams that are compressed in the way nearly all are; pictures and what is encrypted are left."""
    room = _MOST
    for match in re.finditer(rb"stream\r?\n(?=[\x08-\x78])", content):
        try:
            piece = zlib.decompressobj().decompress(memoryview(content)[match.end() :], room + 1)
        except zlib.error:
            continue
        room -= len(piece)
        if room < 0:
            raise Packed
        yield piece
