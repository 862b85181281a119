"""What kind of file some bytes are, told by the bytes; their name and sender only say which kind of text."""

from pathlib import PurePath
from typing import Final, NamedTuple


class Format(NamedTuple):
    """A kind of file."""

    label: str
    """In words, with its article."""
    media_type: str = "application/octet-stream"
    extension: str = "bin"
    advice: str = ""
    """What to do instead, where this version cannot read it."""


TEXT: Final = Format("text", "text/plain", "txt")
MARKDOWN: Final = Format("Markdown", "text/markdown", "md")

_AS_TEXT: Final = "this version reads text"
_BEGINNINGS: Final = {
    b"%PDF-": Format("a PDF", advice=_AS_TEXT),
    b"PK\x03\x04": Format("a ZIP archive or an office document (DOCX, ODT)", advice=_AS_TEXT),
    b"PK\x05\x06": Format("an empty ZIP archive", advice=_AS_TEXT),
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": Format(
        "an old office document or Outlook message (DOC, MSG)", advice=_AS_TEXT
    ),
    b"{\\rtf": Format("an RTF document", advice=_AS_TEXT),
    b"\x89PNG\r\n": Format("a picture (PNG)", advice=_AS_TEXT),
    b"\xff\xd8\xff": Format("a picture (JPEG)", advice=_AS_TEXT),
    b"GIF8": Format("a picture (GIF)", advice=_AS_TEXT),
    b"II*\0": Format("a picture (TIFF)", advice=_AS_TEXT),
    b"MM\0*": Format("a picture (TIFF)", advice=_AS_TEXT),
    b"\x1f\x8b": Format("a compressed file (gzip)", advice=_AS_TEXT),
    b"BZh": Format("a compressed file (bzip2)", advice=_AS_TEXT),
    b"\xfd7zXZ\0": Format("a compressed file (xz)", advice=_AS_TEXT),
    b"7z\xbc\xaf\x27\x1c": Format("a compressed archive (7z)", advice=_AS_TEXT),
    b"Rar!\x1a\x07": Format("a compressed archive (RAR)", advice=_AS_TEXT),
    b"SQLite format 3\0": Format("a database (SQLite)", advice=_AS_TEXT),
    b"\x7fELF": Format("a program", advice=_AS_TEXT),
    b"%!PS": Format("a PostScript document", advice=_AS_TEXT),
}
_PAGES: Final = (b"<!doctype html", b"<html")
_SNIFFED = 1024
"""Bytes that are looked at; a PDF may have some before its mark."""
_MARKDOWN_ENDINGS: Final = frozenset({".md", ".markdown"})


def format_of(content: bytes, name: str = "", media_type: str | None = None) -> Format:
    """The format of the bytes; `name` and `media_type` are believed where the bytes are some kind of text."""
    beginning = content[:_SNIFFED]
    if beginning.startswith(tuple(_BEGINNINGS)):
        return next(kind for mark, kind in _BEGINNINGS.items() if beginning.startswith(mark))
    if b"%PDF-" in beginning:
        return _BEGINNINGS[b"%PDF-"]
    if beginning.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_PAGES):
        return Format("a web page (HTML)", advice=_AS_TEXT)
    named = PurePath(name).suffix.lower() in _MARKDOWN_ENDINGS
    return MARKDOWN if named or (media_type or "").startswith(MARKDOWN.media_type) else TEXT
