"""ZIP archives: what lies in them, and which of them are documents themselves."""

import lzma
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Container, Iterator
from io import BytesIO
from itertools import pairwise
from pathlib import PurePosixPath
from typing import Final

from advisory_cli.errors import NoDocument, Unreadable
from advisory_cli.sources.extracted import mebibytes
from advisory_cli.sources.formats import DOCX, OPEN_DOCUMENT, OTHER_OFFICE, ZIP, Format
from advisory_cli.walk import PARTS_OF_PAGE, is_of_page

_FURNITURE: Final = ("__macosx/", ".ds_store", "thumbs.db", "desktop.ini")
"""What systems put into archives by themselves."""
_LISTED: Final = b"PK\x01\x02"
"""How an entry of the list at the end of an archive begins."""
_HEADER: Final = 30
"""Bytes before a file in an archive, at least."""
_MOST: Final = 50_000
"""Entries that are listed in a second; ten thousand documents are read of one file."""
_BROKEN: Final = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error,
    AssertionError, EOFError, LookupError, OSError, RuntimeError, ValueError,
)  # fmt: skip
"""What `zipfile` ends in with archives that are damaged, or packed in a way it does not know."""


def open_zip(content: bytes) -> zipfile.ZipFile:
    """The archive; raises `Unreadable` where it is none, or is made to cost far more than it holds."""
    if content.count(_LISTED) > _MOST:
        raise Unreadable("", f"it lists more than {_MOST:,} files; unpack it and add the folder")
    try:
        archive = zipfile.ZipFile(BytesIO(content))
    except _BROKEN as error:
        raise Unreadable("", "it is a damaged ZIP archive or office document") from error
    if _overlaps(archive.infolist()):
        raise Unreadable("", "files in it share their bytes, as no program writes them: it is damaged or made to harm")
    return archive


def kind_of(archive: zipfile.ZipFile) -> Format:
    """`DOCX`, another office document, or a `ZIP` of files."""
    names = archive.NameToInfo
    if "word/document.xml" in names:
        return DOCX
    if "mimetype" in names and "META-INF/manifest.xml" in names:
        return OPEN_DOCUMENT
    return OTHER_OFFICE if "[Content_Types].xml" in names or "mimetype" in names else ZIP


def members(archive: zipfile.ZipFile, largest: int) -> Iterator[tuple[str, bytes | Unreadable]]:
    """Name and bytes of each file in an archive, or why it cannot be read; nothing is followed or written."""
    told: set[str] = set()
    for info in archive.infolist():
        name = info.filename.lower()
        if info.is_dir() or name.startswith(_FURNITURE) or name.endswith(_FURNITURE):
            continue
        if page := _page_of(info.filename, archive.NameToInfo):
            if page not in told:
                told.add(page)
                yield page, NoDocument("", PARTS_OF_PAGE)
        else:
            yield _name_of(info), _member(archive, info, largest)


def check_size(archive: zipfile.ZipFile, largest: int) -> None:
    """Refuse an office document whose parts unpack to more than `largest` bytes."""
    if sum(info.file_size for info in archive.infolist()) > largest:
        raise Unreadable("", f"it unpacks to more than {mebibytes(largest)}")


def _overlaps(members: list[zipfile.ZipInfo]) -> bool:
    """Whether some begin before others end: newer versions of `zipfile` see that, too, but only when they read."""
    spans = sorted((info.header_offset, info.header_offset + _HEADER + info.compress_size) for info in members)
    return any(end > begin for (_, end), (begin, _) in pairwise(spans))


def _page_of(name: str, names: Container[str]) -> str | None:
    """The folder with parts of a saved page in which a member lies."""
    above = map(str, PurePosixPath(name[:_LOOKED_AT]).parents)
    return next((folder for folder in above if is_of_page(folder, names.__contains__)), None)


_LOOKED_AT: Final = 1000
"""Characters of a name: one of 30,000 folders would take a second."""


def _name_of(info: zipfile.ZipInfo) -> str:
    """The name as it was meant: many programs say no encoding, and the library takes all of these for one of DOS."""
    if info.filename.isascii() or info.flag_bits & _SAYS_UTF_8:
        return info.filename
    try:
        name = info.filename.encode("cp437")
        return name.decode("utf-8")
    except UnicodeEncodeError:
        return info.filename
    except UnicodeDecodeError:
        russian = name.decode("cp866")
        return russian if re.fullmatch(_RUSSIAN, russian) else info.filename


_SAYS_UTF_8: Final = 0x800
_RUSSIAN: Final = r"(?:[А-яЁё]++(?![A-Za-z])|[A-Za-z]++(?![А-яЁё])|[\x20-@\[-`{-~№])++"
"""Words in Cyrillic and others, none of them mixed, as a French name would be that is read so."""


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, largest: int) -> bytes | Unreadable:
    if stat.S_ISLNK(info.external_attr >> 16):
        return NoDocument("", "it is a symbolic link")
    if info.flag_bits & 1:
        return Unreadable("", "it is protected by a password; unpack it and add the files in it")
    if info.file_size > largest:  # a member that says less than it has ends in an error of zipfile
        return Unreadable("", f"it is larger than {mebibytes(largest)}")
    try:
        return archive.read(info)
    except _BROKEN:
        return Unreadable("", "it is damaged or packed in a way that is not known here")
