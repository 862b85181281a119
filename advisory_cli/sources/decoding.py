"""Bytes to text: which encoding they are in, and what could not be read."""

import codecs
import re
from functools import cache
from typing import TYPE_CHECKING, Final

from advisory_cli.errors import Unreadable

if TYPE_CHECKING:
    from email.message import Message

_MARKED: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ENCODINGS: Final = ("cp", "iso", "koi8", "mac", "big5", "gb", "euc", "shift", "hz", "johab", "tis", "utf-16", "utf-32")
_MEANT: Final = {
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "tis-620": "cp874",
}
"""As browsers read these labels: https://encoding.spec.whatwg.org/#names-and-labels."""
_SHIFTED: Final = ("iso2022_kr", "iso2022_jp_2")
"""Encodings of East Asian mails, told by their escape sequences: in bytes they are ASCII."""
_NAMES: Final = {
    "cp1252": "Western European",
    "cp1254": "Turkish",
    "cp850": "Western European of DOS",
    "mac-roman": "Western European of the Macintosh",
}
_WESTERN: Final = frozenset({"cp1252", "iso8859-1", "iso8859-15", "cp1254", "iso8859-9", "cp850", "cp437", "mac-roman"})
_SURE: Final = 0.3
"""Below this confidence chardet's guess for short western texts was wrong more often than cp1252."""


def decode(content: bytes, *, name: str = "the input", declared: str | None = None) -> tuple[str, str, tuple[str, ...]]:
    r"""Text with ``\n`` at line ends, name of the encoding, and notes on what was guessed or lost.

    What a page or mail says of its encoding, `declared`, is believed before a guess, but not before the bytes.
    Raises `Unreadable`, naming `name`, where the bytes are no text.
    """
    encoding, notes = _encoding(content, _codec(declared) if declared else None)
    text = content.decode(encoding, errors="replace")
    lost = text.count("\N{REPLACEMENT CHARACTER}") - content.count(b"\xef\xbf\xbd") * (encoding[:5] == "utf-8")
    if lost > 0:
        what = "a character" if lost == 1 else f"{lost:,} characters"
        notes += (f"{what} could not be read as {encoding}; \N{REPLACEMENT CHARACTER} stands there",)
    if "\0" in text:
        raise Unreadable(name, "it is binary data and no text")
    return text.replace("\r\n", "\n").replace("\r", "\n"), encoding, notes


def media_type_of(message: "Message[str, str]") -> str:
    """What a sender called a part of a mail, or an answer, with its encoding: as `charset_of` reads it."""
    charset = message.get_content_charset()
    return message.get_content_type() + (f"; charset={charset}" if charset else "")


def charset_of(media_type: str | None) -> str | None:
    """The encoding that a media type names: ``text/plain; charset="koi8-r"``."""
    label = (media_type or "").lower().partition("charset=")[2].partition(";")[0]
    return label.strip("\"' ") or None


def is_encoding(label: str) -> bool:
    """Whether texts can be in an encoding of this name."""
    return _codec(label) is not None or label.lower().replace("_", "-") in {"utf-8", "utf8", "ascii", "us-ascii"}


def _codec(declared: str) -> str | None:
    """The codec that a label means in practice; none where it names no encoding that such texts are in."""
    try:
        name = codecs.lookup(declared.strip()).name
    except (LookupError, ValueError):
        return None
    return _MEANT.get(name, name) if name.startswith(_ENCODINGS) else None


def _encoding(content: bytes, declared: str | None) -> tuple[str, tuple[str, ...]]:
    """The encoding by its mark, by being valid UTF-8, by declaration, or by guess, with a note on a guess."""
    for mark, encoding in _MARKED:
        if content.startswith(mark):
            return encoding, ()
    if b"\x1b$" in content and (shifted := next((one for one in _SHIFTED if _is(content, one)), None)):
        return shifted, ()
    if b"\0" not in content and (b"\x1b" not in content or not declared) and _is(content, "utf-8"):
        return "utf-8", ()
    if declared and "\N{REPLACEMENT CHARACTER}" not in content.decode(declared, errors="replace"):
        return declared, ()
    return _guess(content)


def _is(content: bytes, encoding: str) -> bool:
    try:
        content.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _guess(content: bytes) -> tuple[str, tuple[str, ...]]:
    import chardet  # 0.2 s that few texts need

    found = chardet.detect(content)
    encoding, confidence = found["encoding"], found["confidence"] or 0
    if encoding is None or (confidence < _SURE and _mostly_ascii(content)):
        name = _western(content)
        return name, (f"the encoding is not certain: read as {name} ({_NAMES[name]})",)
    name = codecs.lookup(encoding).name
    if name in _UTF_16:
        name = max(_UTF_16, key=lambda one: _gaps_in(content, one))
    elif name in _WESTERN:
        name = _western(content)
    return name, (f"the encoding was guessed: {name} (confidence {confidence:.0%})",)


_UTF_16: Final = ("utf-16-le", "utf-16-be")


def _gaps_in(content: bytes, encoding: str) -> int:
    """Blanks and line ends, which texts in any script have; read in the other order of bytes they are no letters."""
    text = content[:_SAMPLE].decode(encoding, errors="replace")
    return text.count(" ") + text.count("\n")


def _mostly_ascii(content: bytes) -> bool:
    return sum(byte < 128 for byte in content[:100_000]) > 0.7 * len(content[:100_000])


def _western(content: bytes) -> str:
    """Western European, unless signs stand in words then, and letters in another of its encodings."""
    if _looks_turkish(content):
        return "cp1254"
    sample = content[:_SAMPLE]
    if _in_words(sample.decode("cp1252", errors="replace")) >= 0:
        return "cp1252"
    return max(("cp1252", "mac-roman", "cp850"), key=lambda name: _in_words(sample.decode(name, errors="replace")))


def _looks_turkish(content: bytes) -> bool:
    """Whether letters that Turkish shares with Icelandic alone are many, and those that Icelandic needs are few."""
    turkish, icelandic = (sum(map(content.count, letters)) for letters in (_TURKISH, _ICELANDIC))
    return turkish > _FEWEST_LETTERS and turkish > 2 * icelandic


_TURKISH: Final = "ığşİĞŞ".encode("cp1254")
"""Bytes that stand for ``ýðþÝÐÞ`` in western encodings."""
_ICELANDIC: Final = "áíóúæÁÍÓÚÆ".encode("cp1252")
_FEWEST_LETTERS: Final = 3


def _in_words(text: str) -> int:
    """How many accented letters stand in words, less twice the signs and capitals that do."""
    return len(_letter().findall(text)) - 2 * len(_no_letter().findall(text))


@cache
def _letter() -> re.Pattern[str]:
    return re.compile("[A-Za-z][à-öø-ýß]|[à-öø-ýß][a-z]")


@cache
def _no_letter() -> re.Pattern[str]:
    return re.compile(r"(?<=[a-z])[^\x00-\x7fà-öø-ýßðþœ’‘\xad\xa0](?=[a-z])|�")


_SAMPLE: Final = 50_000
"""Bytes that are enough to tell."""
