"""A file that another program rewrote becomes a log again: in bounded memory, with nothing thrown away."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from advisory_cli.errors import Damaged
from advisory_cli.log.disk import Disk, read_pieces, set_aside
from advisory_cli.log.exchange import exchange
from advisory_cli.log.foreign import Broken, Contents, Relaid, read_contents
from advisory_cli.log.layout import EMPTY, TABLE
from advisory_cli.log.lock import Held, Promise


def foreign_contents(fd: int, path: Path, promise: Promise) -> Contents:
    """What stands where in the file; raises `Damaged` if that is no TinyDB database with our table, or was emptied."""
    try:
        contents = read_contents(fd, os.fstat(fd).st_size)
    except Broken as error:
        raise Damaged(str(path), str(error)) from error
    if not contents.has_table:
        raise Damaged(str(path), f'it holds no table "{TABLE}"')
    if not contents.numbers and promise.length > len(EMPTY):
        raise Damaged(str(path), f"it holds no documents, but {promise.length} bytes of them were safely written")
    return contents


def take_over(fd: int, path: Path, held: Held, *, disk: Disk, tell: Callable[[str], None]) -> int:
    """Replace the file by one in our layout and return its length; all of the old one is kept if any part does not fit.

    Raises `Damaged` where not one of its documents can be read.
    """
    relaid = Relaid(fd, foreign_contents(fd, path, held.promise))

    def pieces() -> Iterator[bytes]:
        yield from relaid.pieces()
        if relaid.refused and not relaid.taken:
            raise Damaged(str(path), "not one document in it can be read")
        if relaid.refused:  # the old file is still there: `put` replaces it when all pieces are drawn
            kept = set_aside(disk, path, "foreign", read_pieces(fd, 0, os.fstat(fd).st_size))
            tell(
                f"parts of {path.name} that could not be taken over: {relaid.refused}; all of it is kept as {kept.name}"
            )

    length = exchange(disk, path, held, pieces())
    tell(f"{path.name} had been rewritten by another program; took over {relaid.taken} documents")
    return length
