"""What kind of file some bytes are, told by the bytes; their name and sender only say which kind of text."""

import re
from functools import cache
from typing import Final, NamedTuple


class Format(NamedTuple):
    """A kind of file."""

    label: str
    """In words, with its article."""
    media_type: str = "application/octet-stream"
    extension: str = "bin"
    advice: str = ""
    """What to do instead, where it cannot be read."""
    is_data: bool = False
    """Whether programs write it for programs: it holds no document that could be missed."""


TEXT: Final = Format("text", "text/plain", "txt")
MARKDOWN: Final = Format("Markdown", "text/markdown", "md")
HTML: Final = Format("a web page (HTML)", "text/html", "html")
PDF: Final = Format("a PDF", "application/pdf", "pdf")
DOCX: Final = Format(
    "a Word document (DOCX)", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"
)
MAIL: Final = Format("a mail (EML)", "message/rfc822", "eml")
ZIP: Final = Format("a ZIP archive", "application/zip", "zip")

_SAVE_AS: Final = "save it as DOCX or PDF and add that"
_UNPACK: Final = "unpack it and add the files in it"
_RECOGNISE: Final = "run text recognition (OCR) on it and add the text or PDF it gives"
_NOTHING: Final = "there is no text in it to add"

OPEN_DOCUMENT: Final = Format("an OpenDocument file (ODT)", extension="odt", advice=_SAVE_AS)
OTHER_OFFICE: Final = Format("a spreadsheet, slide show or e-book", advice=_SAVE_AS)
_OLD_OFFICE: Final = Format("an old office document (DOC)", extension="doc", advice=_SAVE_AS)
_OUTLOOK: Final = Format("an Outlook message (MSG)", extension="msg", advice="save the mail as .eml and add that")
_LOCKED_OFFICE: Final = Format(
    "an office document with a password", advice="open it, save it without the password and add that"
)

_IMPORT: Final = 'rows and exports are taken in with "advisory import"'
_JSON: Final = Format("data (JSON)", "application/json", "json", _IMPORT, is_data=True)
_TABLE: Final = Format("a table (CSV)", "text/csv", "csv", _IMPORT, is_data=True)
_XML: Final = Format(
    "data (XML)",
    "application/xml",
    "xml",
    "save the text in it as a web page or plain text and add that",
    is_data=True,
)

_BEGINNINGS: Final = {
    b"PK\x03\x04": ZIP,
    b"PK\x05\x06": ZIP,
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": _OLD_OFFICE,
    b"{\\rtf": Format("an RTF document", "application/rtf", "rtf", _SAVE_AS),
    b"\x89PNG\r\n": Format("a picture (PNG)", "image/png", "png", _RECOGNISE),
    b"\xff\xd8\xff": Format("a picture (JPEG)", "image/jpeg", "jpg", _RECOGNISE),
    b"GIF8": Format("a picture (GIF)", "image/gif", "gif", _RECOGNISE),
    b"II*\0": Format("a picture (TIFF)", "image/tiff", "tif", _RECOGNISE),
    b"MM\0*": Format("a picture (TIFF)", "image/tiff", "tif", _RECOGNISE),
    b"\x1f\x8b": Format("a compressed file (gzip)", advice=_UNPACK),
    b"BZh": Format("a compressed file (bzip2)", advice=_UNPACK),
    b"\xfd7zXZ\0": Format("a compressed file (xz)", advice=_UNPACK),
    b"7z\xbc\xaf\x27\x1c": Format("a compressed archive (7z)", advice=_UNPACK),
    b"Rar!\x1a\x07": Format("a compressed archive (RAR)", advice=_UNPACK),
    b"SQLite format 3\0": Format("a database (SQLite)", advice=_NOTHING),
    b"\x7fELF": Format("a program", advice=_NOTHING),
    b"WARC/": Format("a web archive (WARC)", "application/warc", "warc", "take the pages out of it and add these"),
    b"%!PS": Format("a PostScript document", advice="convert it to PDF and add that"),
}
_TAR: Final = Format("an archive (TAR)", advice=_UNPACK)
_MARKS: Final = tuple(_BEGINNINGS)
_SNIFFED: Final = 1024
"""Bytes that are looked at; a PDF may have some before its mark."""
_MAIL_HEADER: Final = 65_536
_MARKDOWN_ENDINGS: Final = (".md", ".markdown")
_TABLE_ENDINGS: Final = (".csv", ".tsv")


def format_of(content: bytes, name: str = "", media_type: str | None = None) -> Format:
    """The format of the bytes; `name` and `media_type` are believed where the bytes are some kind of text.

    What a ZIP archive is in truth, `zipped` tells from what lies in it.
    """
    beginning = content[:_SNIFFED]
    if beginning.startswith(_MARKS):
        kind = next(kind for mark, kind in _BEGINNINGS.items() if beginning.startswith(mark))
        return _old_office(content) if kind is _OLD_OFFICE else kind
    if beginning[257:262] == b"ustar":
        return _TAR
    if b"%PDF-" in beginning and _pdf_mark().search(beginning):
        return PDF
    if b"<" in beginning and _page().match(beginning.replace(b"\0", b"")):
        return HTML
    if data := _data(beginning, name):
        return data
    return MAIL if _is_mail(content) else _kind_of_text(beginning, name, media_type or "")


def is_single(content: bytes, kind: Format) -> bool:
    """Whether a file of this format is one document.

    A ZIP archive counts as one, as if it were `DOCX`: of any other the archive never holds the bytes themselves.
    """
    return kind is not MAIL or not _parted().search(content)


@cache
def _parted() -> re.Pattern[bytes]:
    """What stands in every mail that has parts."""
    return re.compile(rb"multipart/|message/", re.IGNORECASE)


def _old_office(content: bytes) -> Format:
    """The directory of such a file names what is in it, in UTF-16."""
    if "__substg1.0_".encode("utf-16-le") in content:
        return _OUTLOOK
    return _LOCKED_OFFICE if "EncryptedPackage".encode("utf-16-le") in content else _OLD_OFFICE


@cache
def _pdf_mark() -> re.Pattern[bytes]:
    """The mark at the beginning of a line, or behind what is no text."""
    return re.compile(rb"(?:\A|[^ -~])%PDF-\d")


@cache
def _page() -> re.Pattern[bytes]:
    return re.compile(
        rb"[\xef\xbb\xbf\xfe\xff]{0,3}(?:\s|<\?xml[^>]*>|<!--.*?-->)*"
        rb"<(?:!doctype\s+html|html|head|body|title|meta|link|script|style|base|div|p|table|h[1-6]|section|article|main"
        rb"|font|center|span)\b",
        re.IGNORECASE | re.DOTALL,
    )


def _data(beginning: bytes, name: str) -> Format | None:
    """What programs write for programs, where that is sure; a table only where its name says it, too."""
    if _object().match(beginning):
        return _JSON
    if beginning.removeprefix(b"\xef\xbb\xbf").startswith(b"<?xml "):
        return _XML
    if name.lower().endswith(_TABLE_ENDINGS) and _row().match(beginning):
        return _TABLE
    return None


@cache
def _object() -> re.Pattern[bytes]:
    """An object and its first name, maybe in a list."""
    return re.compile(rb'(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*"[^"\\\r\n]{1,99}"\s*:')


@cache
def _row() -> re.Pattern[bytes]:
    """A line with columns."""
    return re.compile(rb"[^\r\n]*?[^\s,;][,;\t]")


def _is_mail(content: bytes) -> bool:
    """Whether the bytes begin with a whole mail header that says how the mail is encoded or came.

    A text that was copied out of a mail program begins with lines like "From:" and "Subject:" too, and stays text.
    """
    line = content[:200].lstrip(b"\r\n").partition(b"\n")[0]
    if not line.startswith(b"From ") and b":" not in line.partition(b" ")[0]:
        return False
    header = _header().match(content[:_MAIL_HEADER])
    return header is not None and _transport().search(header[0]) is not None


@cache
def _header() -> re.Pattern[bytes]:
    return re.compile(rb"[\r\n]{0,9}(?:From [^\n]*\n)?(?:[!-9;-~]+:[^\n]*\n(?:[ \t]+[^\s][^\n]*\n)*)+\r?\n")


@cache
def _transport() -> re.Pattern[bytes]:
    return re.compile(rb"^(?:MIME-Version:|Received:|Content-Type:[ \t]*[a-z]+/[a-z])", re.IGNORECASE | re.MULTILINE)


def _kind_of_text(beginning: bytes, name: str, media_type: str) -> Format:
    if media_type.startswith(HTML.media_type) and b"<" in beginning:
        return HTML
    if name.lower().endswith(_MARKDOWN_ENDINGS) or media_type.startswith(MARKDOWN.media_type):
        return MARKDOWN
    return MARKDOWN if _is_markdown(beginning) else TEXT


def _is_markdown(beginning: bytes) -> bool:
    """Whether the text begins with a heading and has another sign of Markdown."""
    if not beginning.lstrip().startswith(b"#") or not _heading().match(beginning):
        return False
    return b"](" in beginning or b"**" in beginning or beginning.count(b"\n#") > 0


@cache
def _heading() -> re.Pattern[bytes]:
    return re.compile(rb"\s*#{1,6} \S")
