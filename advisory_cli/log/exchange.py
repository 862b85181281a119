"""Another file in place of the archive: the whole old one or the whole new one, whenever the power fails."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from advisory_cli.log.disk import Disk, put
from advisory_cli.log.lock import Held


def exchange(disk: Disk, path: Path, held: Held, pieces: Iterable[bytes], *, new_seal: bool = False) -> int:
    """Replace the file and return its new length; nothing is promised while either of the two may be in its place.

    With `new_seal` the seal of the last line is forgotten as well.
    """
    before, old = held.promise, path.stat().st_ino
    try:
        held.forget(seal=new_seal)
        length = put(disk, path, pieces)
    except BaseException:
        with suppress(OSError):
            now = path.stat()
            held.restore(before) if now.st_ino == old else held.note(now.st_size)
        raise
    with suppress(OSError):  # promising nothing does no harm
        held.note(length)
    return length
