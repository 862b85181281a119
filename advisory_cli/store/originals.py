"""The files as they came, in ``originals/<first two hex>/<sha256>.<ext>`` beside the archive, never altered."""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from advisory_cli.errors import Damaged, NotKept
from advisory_cli.hashing import hex_sha256
from advisory_cli.log import Disk
from advisory_cli.log.disk import delete, put_all
from advisory_cli.ports import Original


def keep(folder: Path, originals: Iterable[Original], *, disk: Disk, tell: Callable[[str], None]) -> None:
    """Keep the bytes durably; bytes that are there already are kept once, and replaced only if they have decayed."""
    places = ((_place(folder, original, tell), original.content) for original in originals)
    put_all(disk, folder.parent, {path: content for path, content in places if path})


def read(folder: Path, sha256: str) -> bytes:
    """The bytes with that hash; raises `NotKept`, or `Damaged` where they have another hash by now."""
    path = _find(folder, sha256) if re.fullmatch("[0-9a-f]{64}", sha256) else None
    if path is None:
        raise NotKept(sha256)
    content = _read(path)
    if hex_sha256(content) != sha256:
        raise Damaged(str(path), "its bytes are not those that were kept", remedy="add the file again")
    return content


def erase(folder: Path, sha256: str, *, disk: Disk) -> bool:
    """Take the bytes with that hash from the disk, and what a crash left of them; whether there were any."""
    if not re.fullmatch("[0-9a-f]{64}", sha256):
        return False
    found = sorted((folder / sha256[:2]).glob(f"*{sha256}.*"))
    for path in found:
        delete(disk, path)
    return bool(found)


def hash_of(path: str, read: Callable[[int], object]) -> str:
    """SHA-256 (hex) of a file, in bounded memory; `read` is told how many bytes were read."""
    from hashlib import sha256  # only who reads them all needs it

    found = sha256()
    with os.fdopen(_open(path), "rb", buffering=0) as file:
        while block := file.read(1 << 20):
            found.update(block)
            read(len(block))
    return found.hexdigest()


def kept(folder: Path) -> Iterator["os.DirEntry[str]"]:
    """Everything that lies in the folder of originals: first what is in it, then what is in its folders."""
    for above in _entries(folder):
        if above.is_dir(follow_symlinks=False):
            yield from _entries(Path(above.path))
        else:
            yield above


def _entries(folder: Path) -> "list[os.DirEntry[str]]":
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except (FileNotFoundError, NotADirectoryError):
        return []


def _place(folder: Path, original: Original, tell: Callable[[str], None]) -> str | None:
    """Where the bytes are to be put; None where they lie already."""
    sha256 = hex_sha256(original.content)
    extension = original.extension if re.fullmatch("[a-z0-9]{1,8}", original.extension) else "bin"
    path = f"{folder}{os.sep}{sha256[:2]}{os.sep}{sha256}.{extension}"
    held = Path(path) if os.path.lexists(path) else None if original.is_new else _find(folder, sha256)
    if held is None:
        return path
    if _read(held) == original.content:
        return None
    tell(f"{held} had decayed; it is whole again")
    return str(held)


def _find(folder: Path, sha256: str) -> Path | None:
    beginning = f"{folder}{os.sep}{sha256[:2]}{os.sep}{sha256}."
    if likely := next((path for ending in _LIKELY if os.path.lexists(path := beginning + ending)), None):
        return Path(likely)
    try:
        with os.scandir(folder / sha256[:2]) as entries:
            return next((Path(entry.path) for entry in entries if entry.name.startswith(f"{sha256}.")), None)
    except (FileNotFoundError, NotADirectoryError):
        return None


_LIKELY = ("txt", "html", "pdf", "eml", "docx", "md")
"""Endings that nearly all have: to ask for each is quicker than to go through a folder of thousands."""


def _read(path: Path) -> bytes:
    with os.fdopen(_open(path), "rb") as file:
        return file.read()


def _open(path: str | Path) -> int:
    """A file opened to be read: no link is followed, no pipe waited for."""
    return os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
