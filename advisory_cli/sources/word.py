"""The text of Word documents, with docx2python: headers, footers, notes, tables and text boxes too."""

import re
import zipfile
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from typing import Final

from docx2python import docx2python

from advisory_cli.errors import Unreadable
from advisory_cli.sources.extracted import Extracted, check_length

_LINK: Final = re.compile(r'<a href="([^"<>]*)">((?:(?!<a |</a>).)*)</a>', re.DOTALL)
_NOTE: Final = re.compile(r"----(?:foot|end)note(\d{1,9})----")
_PICTURE: Final = re.compile(r"----(?:media/[^-\n]*|Image alt text---->[^<\n]*<)(?:----)?")
_PART: Final = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_ROOT: Final = re.compile(rb"(<w:[A-Za-z]{1,20})([^<>]*>)")
_LINKS: Final = b" xmlns:r"
_TRACKED: Final = re.compile(rb"<w:(?:ins|del|moveFrom|moveTo) ")


def read(content: bytes, archive: zipfile.ZipFile, longest: int) -> Extracted:
    """The text, header first; links as ``[text](address)``, as in Markdown."""
    with docx2python(BytesIO(_with_links(content, archive))) as document:
        parts = (document.header, document.body, document.footnotes, document.endnotes, document.footer)
        text = "\n\n".join(filter(None, (_paragraphs(part) for part in parts)))
    check_length(len(text), longest)
    text, pictures = _PICTURE.subn("", _LINK.sub(_as_markdown, _NOTE.sub(r"[\1]", text)))
    if not text.strip():
        raise Unreadable("", "there is no text in it; if it is a picture of a page, run text recognition (OCR) first")
    return Extracted(text, notes=tuple(_notes(archive, pictures)))


def _with_links(content: bytes, archive: zipfile.ZipFile) -> bytes:
    """The file with the namespace of links in each of its parts: the library asks for it also where there are none."""
    parts = {name: archive.read(name) for name in archive.namelist() if _PART.fullmatch(name)}
    lacking = {name: part for name, part in parts.items() if (begin := _ROOT.search(part)) and _LINKS not in begin[0]}
    if not lacking:
        return content
    copy = BytesIO()
    with zipfile.ZipFile(copy, "w") as new:
        for name in archive.namelist():
            part = lacking.get(name)
            new.writestr(name, _ROOT.sub(_declaring, part, count=1) if part else archive.read(name))
    return copy.getvalue()


def _declaring(root: re.Match[bytes]) -> bytes:
    return root[1] + _LINKS + b'="http://schemas.openxmlformats.org/officeDocument/2006/relationships"' + root[2]


def _paragraphs(part: list[list[list[list[str]]]]) -> str:
    """The paragraphs of a part, each once; a first-page header often repeats the others."""
    cells = ("\n\n".join(filter(str.strip, cell)) for table in part for row in table for cell in row)
    return "\n\n".join(filter(None, dict.fromkeys(cells)))


def _as_markdown(link: re.Match[str]) -> str:
    address, text = unescape(link[1]), link[2]
    return text if not address.startswith(("http://", "https://")) or text == address else f"[{text}]({address})"


def _notes(archive: zipfile.ZipFile, pictures: int) -> Iterator[str]:
    if _TRACKED.search(archive.read("word/document.xml")):
        yield "the document has tracked changes; they were taken as accepted"
    if pictures:
        yield f"pictures in it that were not read: {pictures}"
