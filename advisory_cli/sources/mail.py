"""Mails: what is written in them, and what is attached."""

import re
from collections.abc import Iterator
from email.message import EmailMessage
from email.parser import BytesFeedParser
from email.policy import EmailPolicy, default
from functools import lru_cache
from typing import Any, Final, NamedTuple, cast

from advisory_cli.errors import Unreadable
from advisory_cli.sources.decoding import decode, media_type_of
from advisory_cli.sources.extracted import Extracted, check_length

_FURNITURE: Final = ("text/css", "text/calendar", "text/vcard", "text/x-vcard", "text/rfc822-headers")
"""Attached texts that are no documents."""
_SIGNATURES: Final = ("application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature")
_SHOWN: Final = ("From", "Date", "Subject")
"""Fields that help to read what is written; to whom it went is nobody's business."""
_BOUNDARY: Final = b"\n--"
"""How the line between two parts begins."""
_ENVELOPE: Final = re.compile(rb"(?:\r?\n){2}(?=From [^\r\n]*\d\d:\d\d[^\r\n]*\d{4}[^\r\n]*\r?\n[!-9;-~]{1,99}:)")
"""Where the next mail of a mailbox begins."""


class Attachment(NamedTuple):
    """A file in a mail."""

    name: str
    media_type: str
    """What the sender called it, with the encoding of a text."""
    content: bytes


class Mail(NamedTuple):
    """A mail taken apart."""

    shown: tuple[str, ...]
    """The lines of the header that a reader sees."""
    written: tuple[EmailMessage, ...]
    """The parts of what is written in it, in order."""
    attached: tuple[Attachment, ...]
    left_out: tuple[str, ...]
    """Names of what was attached and is no document."""


def mails_in(content: bytes) -> list[bytes]:
    """The mails of a mailbox; a single mail is itself."""
    return _ENVELOPE.split(content) if content.startswith(b"From ") else [content]


def take_apart(content: bytes, *, most: int = 10_000) -> Mail:
    """Header, text and attachments of a mail; raises `Unreadable` where it may have more than `most` parts."""
    if content.count(_BOUNDARY) > most:  # before the library spends a thousandth of a second on each
        raise Unreadable("", f"it has more than {most:,} parts")
    message = _parsed(content)
    parts = list(_parts(message))
    attached = [part for part, written in parts if not written]
    return Mail(
        tuple(f"{name}: {_one_line(message, name)}" for name in _SHOWN if _one_line(message, name)),
        tuple(part for part, written in parts if written),
        tuple(_attachment(part, number) for number, part in enumerate(attached, 1) if not _is_furniture(part)),
        tuple(_name(part, "unnamed") for part in attached if _is_furniture(part)),
    )


def _parsed(content: bytes) -> EmailMessage:
    """The mail, handed over in pieces: the library would make a copy of it with four bytes for each."""
    parser = BytesFeedParser(EmailMessage, policy=_Remembering())
    for at in range(0, len(content), _PIECE):
        parser.feed(content[at : at + _PIECE])
    return cast("EmailMessage", parser.close())


_PIECE: Final = 1 << 16


def has_text(mail: Mail) -> bool:
    """Whether anything is written in the mail itself."""
    return any(_bytes(part).strip() for part in mail.written)


def read(mail: Mail, longest: int) -> Extracted:
    """What is written in a mail, below the header that a reader sees."""
    written = [_text(part, longest) for part in mail.written]
    texts = [text.text.strip() for text in written if text.text.strip()]
    check_length(sum(map(len, texts)), longest)
    if not texts:
        raise Unreadable("", "there is no text in the mail itself")
    notes = tuple(dict.fromkeys(note for text in written for note in text.notes))
    if mail.left_out:
        notes += (f"attached and left out, as it is no document: {', '.join(mail.left_out)}",)
    text = "\n\n".join(("\n".join(mail.shown), *texts))
    return Extracted(text, written[0].encoding, notes)


class _Remembering(EmailPolicy):
    """The policy of the library, which reads a header anew each time that it is asked for: half of all its work."""

    def header_fetch_parse(self, name: str, value: str) -> Any:
        """As the library reads it."""
        return (_header if len(value) <= _SHORT else default.header_fetch_parse)(name, value)


@lru_cache(maxsize=64)
def _header(name: str, value: str) -> Any:
    return default.header_fetch_parse(name, value)


_SHORT: Final = 1000
"""Characters of headers that are remembered: nobody can fill the memory with them."""


def _attachment(part: EmailMessage, number: int) -> Attachment:
    return Attachment(_name(part, f"attachment {number}"), media_type_of(part), _bytes(part))


def _name(part: EmailMessage, otherwise: str) -> str:
    return " ".join((part.get_filename() or otherwise).split()) or otherwise


def _bytes(part: EmailMessage) -> bytes:
    if part.get_content_type() == "message/rfc822":
        return b"".join(inner.as_bytes() for inner in _children(part))
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _parts(message: EmailMessage) -> Iterator[tuple[EmailMessage, bool]]:
    """The parts that hold something, and whether they are what is written in the mail itself."""
    if message.get_content_maintype() != "multipart":
        yield message, _is_written(message)
    elif message.get_content_subtype() == "alternative":
        yield from _best([list(_parts(part)) for part in _children(message)])
    else:
        page = message.get_content_subtype() == "related"
        for number, part in enumerate(_children(message)):
            if number == 0 or not page or part.is_attachment():
                yield from _parts(part)


def _children(message: EmailMessage) -> list[EmailMessage]:
    payload = message.get_payload()
    return [part for part in payload if isinstance(part, EmailMessage)] if isinstance(payload, list) else []


def _best(ways: list[list[tuple[EmailMessage, bool]]]) -> Iterator[tuple[EmailMessage, bool]]:
    """What is written, in the first way that is not empty (the plain one), and what is attached to any of them."""
    full = (way for way in ways if any(written and _bytes(part).strip() for part, written in way))
    best = next(full, [])
    for way in ways:
        yield from (pair for pair in way if way is best or not pair[1])


def _is_written(part: EmailMessage) -> bool:
    return part.get_content_type() in {"text/plain", "text/html"} and not (part.is_attachment() or part.get_filename())


def _is_furniture(part: EmailMessage) -> bool:
    return part.get_content_maintype() in {"image", "audio", "video"} or part.get_content_type() in (
        *_FURNITURE,
        *_SIGNATURES,
    )


def _one_line(message: EmailMessage, name: str) -> str:
    return " ".join(str(message.get(name, "")).split())


def _text(part: EmailMessage, longest: int) -> Extracted:
    content, charset = _bytes(part), part.get_content_charset()
    if part.get_content_type() == "text/html" and content.strip():
        from advisory_cli.sources import pages  # most mails are plain

        return pages.read(content, longest, charset)
    text, encoding, notes = decode(content, declared=charset)
    return Extracted(text, encoding, notes)
