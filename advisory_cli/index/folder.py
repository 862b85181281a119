"""The folder that keeps the index: open it, make it, know how much of the archive it covers."""

import json
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final, NamedTuple
from zlib import crc32

from advisory_cli.errors import Locked, WriteFailed
from advisory_cli.index.schema import FORMAT, META, schema
from advisory_cli.ports import Place, Store

if TYPE_CHECKING:
    from tantivy import Index

_WRITER_LOCK: Final = ".tantivy-writer.lock"
_OURS: Final = ("meta.json", ".managed.json", _WRITER_LOCK, ".tantivy-meta.lock")
_ENDINGS: Final = (".store", ".pos", ".fieldnorm", ".fast", ".idx", ".term", ".del", ".temp")
_UNWRITABLE: Final = ("Lockfile", "Permission denied", "Read-only", "No space left", "quota")
"""What tantivy says when the folder is busy, closed or full: it has one class for all of its errors."""

_TAG: Final = (
    "Signature: 8a477f597d28d172789f06886806bc55\n"
    "# A search index that can be deleted at any time; the archive beside it builds it anew.\n"
    "# https://bford.info/cachedir/\n"
)


class Watermark(NamedTuple):
    """How much of an archive an index covers: all before `end`; the last line covered and its check sum."""

    end: int
    offset: int
    length: int
    check_sum: int
    """CRC-32: tells another file, not a forger, who could change the index as well; SHA-256 takes 3 ms to load."""
    format: int = FORMAT

    @classmethod
    def at(cls, store: Store, end: int, place: Place) -> "Watermark":
        """The mark for all before `end`, of which the revision at `place` is the last."""
        return cls(end, place.offset, place.length, crc32(store.raw(place)))

    @property
    def place(self) -> Place:
        """Where the last line covered lies."""
        return Place(self.offset, self.length)

    def fits(self, store: Store) -> bool:
        """Whether this store begins with what was covered."""
        return store.end() >= self.end and crc32(store.raw(self.place)) == self.check_sum

    def to_json(self) -> str:
        """As it stands in the index."""
        return json.dumps(self._asdict())


def open_index(folder: Path) -> "Index | None":
    """The index in this folder, whoever made it; None if there is none that can be read."""
    from tantivy import Index

    if not (folder / "meta.json").is_file():
        return None
    try:
        return Index.open(str(folder))
    except (OSError, ValueError):
        return None


def watermark(index: "Index") -> Watermark | None:
    """What the index says that it covers; None for an index of another format or another program."""
    from tantivy import Query

    try:
        searcher = index.searcher()
        hits = searcher.search(Query.term_query(index.schema, "key", META, index_option="basic"), limit=1).hits
        mark = Watermark(**json.loads(str(searcher.doc(hits[0][1])["meta"][0]))) if hits else None
    except (OSError, ValueError, TypeError, KeyError, IndexError):
        return None
    return mark if mark and mark.format == FORMAT else None


def stamp(folder: Path) -> tuple[int, int, int] | None:
    """Changes with every commit; None without an index."""
    try:
        state = (folder / "meta.json").stat()
    except OSError:
        return None
    return state.st_ino, state.st_mtime_ns, state.st_size


def make_index(folder: Path, *, anew: bool = False) -> "Index":
    """The index to write to; made empty where there is none or another program's, and `anew` in any case.

    Raises `OSError` where nothing can be written or another process is at it.
    """
    if not anew and (found := _ours(folder)):
        return found
    import fcntl

    from tantivy import Index

    folder.mkdir(mode=0o700, exist_ok=True)
    with (folder / "rebuild.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if not anew and (found := _ours(folder)):  # another process was quicker
            return found
        _delete(folder)
        (folder / ".gitignore").write_text("*\n", encoding="utf-8")
        (folder / "CACHEDIR.TAG").write_text(_TAG, encoding="utf-8")
        return Index(schema(), path=str(folder))


def clear(folder: Path, *, patience: float = 10.0) -> None:
    """Delete the index from the disk, waiting so many seconds for a process that writes to it.

    Raises `Locked` or `WriteFailed`.
    """
    try:
        with (folder / _WRITER_LOCK).open("a") as writing, (folder / "rebuild.lock").open("a") as rebuilding:
            for lock in (writing, rebuilding):
                _wait_for(lock, folder, patience)
            _delete(folder)
    except FileNotFoundError:
        return
    except OSError as error:
        raise WriteFailed(str(folder), str(error.strerror or error)) from error


def is_damage(error: BaseException) -> bool:
    """Whether this says that files of the index are not what was written, rather than that they cannot be now."""
    if type(error).__name__ == "PanicException":  # tantivy's, which has no public name
        return True
    return isinstance(error, ValueError) and not any(sign in str(error) for sign in _UNWRITABLE)


def _ours(folder: Path) -> "Index | None":
    found = open_index(folder)
    return found if found and found.schema == schema() else None


def _wait_for(lock: IO[str], folder: Path, patience: float) -> None:
    """Take a lock as tantivy takes its own: with `flock`."""
    import fcntl
    from time import monotonic, sleep

    give_up = monotonic() + patience
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if monotonic() >= give_up:
                raise Locked(str(folder), "another process", patience) from None
            sleep(0.05)
        else:
            return


def _delete(folder: Path) -> None:
    for path in folder.iterdir():
        if path.name in _OURS or path.suffix in _ENDINGS:
            path.unlink()
