"""`open_archive`: a store, an index, an `Archive`; and the saved searches beside it."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from advisory_cli.archive import Archive
from advisory_cli.filenames import INDEX
from advisory_cli.index import TantivyIndex
from advisory_cli.model import instant
from advisory_cli.store import TinyStore

if TYPE_CHECKING:
    from advisory_cli.store.searches import SearchFile


def open_archive(
    path: str | Path,
    *,
    lock_timeout: float = 10.0,
    tell: Callable[[str], None] | None = None,
    by: str | None = None,
    writes: Callable[[], None] | None = None,
) -> Archive:
    """Open the archive at `path`; it is made on the first `add` if there is none.

    `lock_timeout` is how many seconds a write waits for another process. `tell` gets one sentence whenever the archive
    mended itself after a crash. `by` is the name written into every revision. `writes` is called once, before the first
    write.
    """
    file = Path(path)
    store = TinyStore(file, lock_timeout=lock_timeout, tell=tell or (lambda _: None), writes=writes)
    return Archive(store, TantivyIndex(file.resolve().parent / INDEX), now=_now, by=by)


def saved_searches(path: str | Path, *, lock_timeout: float = 10.0) -> "SearchFile":
    """The saved searches of the archive at `path`."""
    from advisory_cli.store.searches import SearchFile  # few commands ask for them

    return SearchFile(Path(path).resolve(), lock_timeout=lock_timeout)


def _now() -> str:
    return instant(datetime.now(UTC))
