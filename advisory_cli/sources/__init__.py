"""Outside bytes to text, with where they came from.

Text is read here; every other format is taken apart in a worker process, see `workers`.
"""

# paths of a hundred thousand files are strings: objects cost ten times as much
# ruff: noqa: PTH116, PTH119

import os
import stat
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from advisory_cli.errors import NO_FILE, NoDocument, Unreadable, why_unread
from advisory_cli.hashing import hex_sha256
from advisory_cli.model import Document, Source
from advisory_cli.sources.decoding import charset_of, decode
from advisory_cli.sources.extracted import LONGEST, check_length, mebibytes, refusal
from advisory_cli.sources.formats import MARKDOWN, TEXT, Format, format_of

if TYPE_CHECKING:
    from advisory_cli.sources.workers import Part

__all__ = ["LIMIT", "Document", "decode", "documents_in", "read_bytes", "read_content", "read_documents", "read_file"]

LIMIT: Final = 50 * 1024 * 1024
"""Bytes of the largest file that is read; press documents are a thousand times smaller."""

_PIECE: Final = 1 << 20
"""Bytes read at a time behind the size that a file said it has."""


def read_documents(
    path: str | Path, *, media_type: str | None = None, limit: int = LIMIT
) -> Iterator[Document | Unreadable]:
    """Every document in a regular file of at most `limit` bytes, in order; a part that cannot be read is its error.

    `media_type` as in `documents_in`. Raises `Unreadable` with a plain reason where the file as a whole cannot be read.
    """
    name = os.fspath(path)
    return documents_in(read_content(name, limit=limit), _printable(name), media_type=media_type, limit=limit)


def documents_in(
    content: bytes, name: str, *, media_type: str | None = None, limit: int = LIMIT
) -> Iterator[Document | Unreadable]:
    """The same for bytes that came another way, such as through a pipe; `name` says which.

    `media_type` is what the sender called them, believed only where the bytes themselves do not say.
    """
    if len(content) > limit:
        raise Unreadable(name, f"it is larger than {mebibytes(limit)}")
    if not content or content.isspace():
        raise Unreadable(name, "it is empty")
    kind = format_of(content, name, media_type)
    if kind.advice:
        raise refusal(kind, name)
    if kind is TEXT or kind is MARKDOWN:
        return iter((_text(content, name, kind, media_type),))
    return _taken_apart(content, name, media_type, limit)


def read_file(path: Path, *, limit: int = LIMIT) -> Document:
    """The one document in a file; raises `Unreadable` also where there are several."""
    return _only(read_documents(path, limit=limit), _printable(str(path)))


def read_bytes(content: bytes, name: str) -> Document:
    """The one document in bytes that came another way."""
    return _only(documents_in(content, name), name)


def read_content(name: str, *, limit: int = LIMIT) -> bytes:
    """The bytes of a regular file, of a larger one at least one more than `limit`; raises `Unreadable`."""
    try:
        _check_kind(os.stat(name).st_mode, name)  # before it is opened: a device may act on that
        return _bytes_in(name, limit)
    except (OSError, ValueError) as error:
        raise Unreadable(_printable(name), why_unread(error)) from error


def _bytes_in(name: str, limit: int) -> bytes:
    """What a file holds when its end is reached, whatever it holds a moment later."""
    fd = os.open(name, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        state = os.fstat(fd)
        _check_kind(state.st_mode, name)  # another file may have taken its place
        content = os.read(fd, min(state.st_size, limit) + 1)
        if len(content) <= min(state.st_size, limit) and content:  # less than was asked for: that was the end
            return content
        pieces, length = [content], len(content)
        while length <= limit and (piece := os.read(fd, _PIECE)):
            pieces.append(piece)
            length += len(piece)
        return b"".join(pieces)
    finally:
        os.close(fd)


def _printable(name: str) -> str:
    """A file name that is no valid text, with marks for what cannot be shown."""
    return name if name.isascii() else os.fsencode(name).decode("utf-8", errors="replace")


def _check_kind(mode: int, given: str) -> None:
    if stat.S_ISREG(mode):
        return
    name = _printable(given)
    if stat.S_ISDIR(mode):
        raise Unreadable(name, "it is a folder; name the files in it")
    raise Unreadable(name, NO_FILE)


def _text(content: bytes, name: str, kind: Format, media_type: str | None) -> Document:
    text, encoding, notes = decode(content, name=name, declared=charset_of(media_type))
    check_length(len(text), LONGEST, name)
    if not text.strip():
        raise Unreadable(name, "it is empty")
    source = Source(os.path.basename(name), kind.media_type, hex_sha256(content), len(content), encoding)
    return Document(content, text, source, kind.extension, notes)


def _taken_apart(content: bytes, name: str, media_type: str | None, limit: int) -> Iterator[Document | Unreadable]:
    """What a worker finds in a file; two answers are waited for, to tell a file that is refused from a part of one."""
    from advisory_cli.sources.messages import Limits  # text needs no worker
    from advisory_cli.sources.workers import parts

    whole = hex_sha256(content)
    found = (_document(part, content, name, whole) for part in parts(content, name, media_type, Limits(size=limit)))
    beginning = tuple(islice(found, 2))
    if not beginning:
        raise Unreadable(name, "there is nothing in it")
    if len(beginning) == 1 and isinstance(beginning[0], Unreadable) and beginning[0].source == name:
        raise beginning[0]
    return chain(beginning, found)


def _document(part: "Part", content: bytes, name: str, whole: str) -> Document | Unreadable:
    if part.refused is not None:
        error = NoDocument if part.is_data else Unreadable
        return error(": ".join((name, *map(_printable, part.names))), part.refused)
    own = part.content if part.names else content
    source = Source(
        name=": ".join((os.path.basename(name), *map(_printable, part.names))),
        media_type=part.media_type,
        sha256=hex_sha256(own) if part.names else whole,
        bytes=len(own),
        encoding=part.encoding,
    )
    return Document(own, part.text, source, part.extension, part.notes, whole)


def _only(documents: Iterator[Document | Unreadable], name: str) -> Document:
    first, *others = documents
    if others:
        raise Unreadable(name, "it holds several documents; read_documents gives them one by one")
    if isinstance(first, Unreadable):
        raise first
    return first
