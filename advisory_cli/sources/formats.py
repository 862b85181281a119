"""What kind of file some bytes are, told by their beginning and never by their name."""

from typing import Final

TEXT: Final = "text"

_BEGINNINGS: Final = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document (DOCX, ODT)"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document or Outlook message (DOC, MSG)"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG\r\n", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"II*\0", "a picture (TIFF)"),
    (b"MM\0*", "a picture (TIFF)"),
    (b"\x1f\x8b", "a compressed file (gzip)"),
    (b"BZh", "a compressed file (bzip2)"),
    (b"\xfd7zXZ\0", "a compressed file (xz)"),
    (b"7z\xbc\xaf\x27\x1c", "a compressed archive (7z)"),
    (b"Rar!\x1a\x07", "a compressed archive (RAR)"),
    (b"SQLite format 3\0", "a database (SQLite)"),
    (b"\x7fELF", "a program"),
    (b"%!PS", "a PostScript document"),
)
_PAGES: Final = (b"<!doctype html", b"<html")
_SNIFFED = 1024
"""Bytes that are looked at; a PDF may have some before its mark."""


def format_of(content: bytes) -> str:
    """`TEXT`, or in words what else the bytes are."""
    beginning = content[:_SNIFFED]
    for mark, name in _BEGINNINGS:
        if beginning.startswith(mark):
            return name
    if b"%PDF-" in beginning:
        return "a PDF"
    if beginning.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_PAGES):
        return "a web page (HTML)"
    return TEXT
