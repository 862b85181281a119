"""What this process and its worker say to each other: lengths, a head in JSON, two blocks of bytes."""

import json
import struct
from typing import Any, BinaryIO, Final, NamedTuple, Protocol

from advisory_cli.sources.extracted import LONGEST

OUT_OF_MEMORY: Final = 77
"""Exit code of a worker that says why it ended."""
_LENGTHS: Final = struct.Struct(">III")
_LARGEST: Final = 1 << 30


class Limits(NamedTuple):
    """What one file may cost before it is given up."""

    seconds: float = 20
    """For each document in it; the worker allows a PDF all of it, others less."""
    all_seconds: float = 600
    """For all documents in it together."""
    memory: int = 512 * 1024 * 1024
    """Bytes of address space of the worker."""
    size: int = 50 * 1024 * 1024
    """Bytes of the largest document in it."""
    unpacked: int = 1024 * 1024 * 1024
    """Bytes of all documents in it."""
    text: int = LONGEST
    """Characters of text of one document."""
    documents: int = 10_000
    depth: int = 3
    """How deep archives and mails may lie in each other."""
    losses: int = 5
    """Documents that may crash or overtax the worker before the rest is given up."""


class Message(NamedTuple):
    """One message, either way."""

    head: dict[str, Any]
    first: bytes = b""
    second: bytes = b""


class Readable(Protocol):
    """What a message can be read from."""

    def read(self, length: int, /) -> bytes:
        """So many bytes; fewer only at the end."""
        ...


def send(stream: BinaryIO, message: Message) -> None:
    """Write a message; raises `OSError` where nobody listens."""
    head = json.dumps(message.head).encode()
    stream.write(_LENGTHS.pack(len(head), len(message.first), len(message.second)))
    stream.writelines((head, message.first, message.second))
    stream.flush()


def receive(stream: Readable) -> Message:
    """Read a message; raises `EOFError` at the end and `ValueError` where it is none."""
    lengths = _LENGTHS.unpack(_exactly(stream, _LENGTHS.size))
    if max(lengths) > _LARGEST:
        raise ValueError(lengths)
    head, first, second = (_exactly(stream, length) for length in lengths)
    return Message(json.loads(head), first, second)


def _exactly(stream: Readable, length: int) -> bytes:
    content = stream.read(length)
    if len(content) < length:
        raise EOFError
    return content
