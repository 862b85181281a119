r"""The list of inputs that could not be taken: ``path TAB error`` a line, to be read by people and fed back.

Paths are absolute. What is no printable character stands in them as ``\xNN`` for each byte, a backslash as ``\\``, so
that every file name comes back as it was.
"""

import os
import re
from collections.abc import Iterable
from pathlib import Path

from advisory_cli.errors import NotListed, Unreadable, why_unread
from advisory_cli.log import Disk
from advisory_cli.log.disk import put
from advisory_cli.walk import Input


def write_failures(path: Path, failures: Iterable[tuple[Input, str]]) -> None:
    """Put the list in place of what is there; raises `NotListed`."""
    lines = (f"{_escaped(_lasting(given))}\t{_escaped(error)}\n".encode() for given, error in failures)
    try:
        put(Disk(), path, lines)
    except OSError as error:
        raise NotListed(str(path), str(error.strerror or error)) from error


def read_failures(path: Path) -> list[Input]:
    """The inputs of a list; raises `Unreadable`."""
    try:
        lines = path.read_bytes().split(b"\n")
    except OSError as error:
        raise Unreadable(str(path), why_unread(error)) from error
    return [_input(line.partition(b"\t")[0]) for line in lines if line.strip()]


def is_list(head: bytes) -> bool:
    """Whether a file that begins so is such a list: each whole line has a path or an address, and an error."""
    lines = head.split(b"\n")[:-1] if b"\n" in head else [head]
    return all(re.match(rb"(?:/|https?://)[^\t]*\t", line) for line in lines if line.strip())


def _lasting(given: Input) -> str:
    """A name that means the same in any folder."""
    return given.name if given.is_url else os.path.abspath(given.name)  # noqa: PTH100 - links stay


def _escaped(text: str) -> str:
    return "".join(char if char.isprintable() and char != "\\" else _marked(char) for char in text)


def _marked(char: str) -> str:
    if char == "\\":
        return "\\\\"
    from_bytes = "\udc80" <= char <= "\udcff"  # as Python holds a byte of a name that is no valid text
    return "".join(
        f"\\x{byte:02x}" for byte in char.encode("utf-8", "surrogateescape" if from_bytes else "surrogatepass")
    )


def _input(escaped: bytes) -> Input:
    name = re.sub(
        rb"\\(?:\\|x([0-9a-f]{2}))", lambda mark: bytes.fromhex(mark[1].decode()) if mark[1] else b"\\", escaped
    )
    return Input(os.fsdecode(name), is_url=name.startswith((b"http://", b"https://")))
