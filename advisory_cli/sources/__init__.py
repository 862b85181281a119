"""Outside bytes to text, with where they came from.

A new kind of file is a reader in `_READERS`, under what `formats` calls it.
"""

import os
import stat
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path, PurePath
from typing import Final

from advisory_cli.errors import Unreadable
from advisory_cli.model import Document, Source
from advisory_cli.sources.decoding import decode
from advisory_cli.sources.formats import TEXT, format_of

__all__ = ["LIMIT", "Document", "decode", "read_bytes", "read_file"]

LIMIT: Final = 50 * 1024 * 1024
"""Bytes of the largest file that is read; press documents are a thousand times smaller."""


def read_file(path: Path, *, limit: int = LIMIT) -> Document:
    """Read a regular file of at most `limit` bytes; raises `Unreadable` with a plain reason."""
    name = _printable(str(path))
    try:
        _check_kind(path, name)
        with path.open("rb") as file:
            content = file.read(limit + 1)
    except FileNotFoundError as error:
        raise Unreadable(name, "there is no such file") from error
    except PermissionError as error:
        raise Unreadable(name, "you have no permission to read it") from error
    except (OSError, ValueError) as error:
        raise Unreadable(name, getattr(error, "strerror", None) or "it has no valid file name") from error
    if len(content) > limit:
        raise Unreadable(name, f"it is larger than {limit / 1024 / 1024:g} MiB")
    return _document(content, name, path)


def read_bytes(content: bytes, name: str) -> Document:
    """Read bytes that came another way, such as through a pipe; `name` says which."""
    return _document(content, name, PurePath(name))


def _printable(name: str) -> str:
    """A file name that is no valid text, with marks for what cannot be shown."""
    return os.fsencode(name).decode("utf-8", errors="replace")


def _check_kind(path: Path, name: str) -> None:
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise Unreadable(name, "it is a folder; name the files in it")
    if not stat.S_ISREG(mode):
        raise Unreadable(name, "it is no regular file but a device, pipe or socket")


def _document(content: bytes, name: str, path: PurePath) -> Document:
    if not content.strip():
        raise Unreadable(name, "it is empty")
    read = _READERS.get(kind := format_of(content))
    if read is None:
        raise Unreadable(name, f"it is {kind}; this version reads text")
    text, encoding, notes = read(content, name)
    source = Source(
        name=_printable(path.name),
        media_type="text/markdown" if path.suffix.lower() in {".md", ".markdown"} else "text/plain",
        sha256=sha256(content).hexdigest(),
        bytes=len(content),
        encoding=encoding,
    )
    return Document(content, text, source, _extension(path), notes)


def _extension(path: PurePath) -> str:
    ending = path.suffix[1:].lower()
    return ending if ending.isascii() and ending.isalnum() and len(ending) <= 8 else "txt"


def _read_text(content: bytes, name: str) -> tuple[str, str, tuple[str, ...]]:
    return decode(content, name=name)


_READERS: Final[dict[str, Callable[[bytes, str], tuple[str, str, tuple[str, ...]]]]] = {TEXT: _read_text}
"""Bytes and their name to text, encoding and notes, for each kind of file this version reads."""
