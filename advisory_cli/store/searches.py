"""`SearchFile`: the saved searches of an archive, a small JSON file beside it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from advisory_cli.errors import Damaged, WriteFailed
from advisory_cli.filenames import SAVED_SEARCHES
from advisory_cli.log.disk import Disk, make_folder, put
from advisory_cli.log.lock import hold

_SCHEMA: Final = 1
_LARGEST: Final = 4 * 1024 * 1024


class SearchFile:
    """Saved searches by name; whole or not at all on the disk, written under the lock of the archive."""

    def __init__(self, archive: Path, *, lock_timeout: float = 10.0, disk: Disk | None = None) -> None:
        self._archive = archive
        self._path = archive.with_name(SAVED_SEARCHES)
        self._lock_timeout = lock_timeout
        self._disk = disk or Disk()

    def read(self) -> dict[str, str]:
        """All searches; none where there is no file. Raises `Damaged` where it is not what was written."""
        try:
            with self._path.open("rb") as file:
                content = file.read(_LARGEST + 1)
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise self._damaged(f"it cannot be read ({error.strerror})") from error
        try:
            data: Any = json.loads(content) if len(content) <= _LARGEST else None
        except (ValueError, RecursionError) as error:
            raise self._damaged("it is no JSON") from error
        if not _is_ours(data):
            raise self._damaged("it does not hold saved searches of this version")
        searches: dict[str, str] = data["searches"]
        return searches

    def change(self, change: Callable[[dict[str, str]], dict[str, str]]) -> None:
        """Replace the searches by what `change` makes of them, durably; raises `Locked`, `Damaged`, `WriteFailed`."""
        try:
            make_folder(self._disk, self._archive.parent)
            with hold(self._archive, self._lock_timeout, self._disk):
                data = {"schema": _SCHEMA, "searches": change(self.read())}
                put(self._disk, self._path, [json.dumps(data, ensure_ascii=False, indent=1).encode() + b"\n"])
        except OSError as error:
            raise WriteFailed(str(self._path), str(error.strerror)) from error

    def _damaged(self, what: str) -> Damaged:
        return Damaged(str(self._path), what, remedy="mend it in an editor, or move it away and save searches anew")


def _is_ours(data: Any) -> bool:
    if not isinstance(data, dict) or data.get("schema") != _SCHEMA or not isinstance(data.get("searches"), dict):
        return False
    return all(isinstance(query, str) for query in data["searches"].values())
