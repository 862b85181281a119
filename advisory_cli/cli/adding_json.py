"""What ``advisory add --json`` tells: one object, written piece by piece: no number of records fills the memory."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import typer

from advisory_cli.cli.adding import Report, Result, put_as_long_as_read, source_of
from advisory_cli.cli.context import location
from advisory_cli.errors import ArchiveError
from advisory_cli.model import SCHEMA
from advisory_cli.render.letters import dump
from advisory_cli.results import Outcome
from advisory_cli.walk import Found

_IN_MEMORY: Final = 4 << 20
"""Characters of a list that are held before it goes to a file without a name."""


class Json(Report):
    """The object of an addition: the list of what was added as it comes, the other lists behind it."""

    def __init__(
        self, ctx: typer.Context, count: Callable[[], int] | None, *, several: bool = False, dry_run: bool = False
    ) -> None:
        super().__init__(ctx, count, several=several, dry_run=dry_run)
        self._added = 0
        self._lists = {name: _List(location(ctx).path.parent) for name in ("revised", "unchanged", "failed")}

    def tell(self, given: Found, result: Result) -> None:
        """Put it into its list."""
        if isinstance(result, ArchiveError):
            self._lists["failed"].add({"source": source_of(given, result), "error": str(result)})
        elif isinstance(result, Outcome) and result.action == "added":
            put_as_long_as_read("," if self._added else _BEGINNING, end="")
            put_as_long_as_read(_indented(result.advisory.to_dict()), end="")
            self._added += 1
        elif isinstance(result, Outcome):
            self._lists[result.action].add(result.advisory.to_dict())

    def end(self, *, completed: bool) -> None:
        """Write the other lists; whole JSON also where the work was interrupted."""
        put_as_long_as_read("\n  ]" if self._added else f"{_BEGINNING}]", end="")
        for name, one in self._lists.items():
            put_as_long_as_read(f',\n  "{name}": [', end="")
            for piece in one.pieces():
                put_as_long_as_read(piece, end="")
            put_as_long_as_read("]", end="")
        put_as_long_as_read("\n}")


_BEGINNING: Final = f'{{\n  "schema": {SCHEMA},\n  "added": ['


class _List:
    """A list of objects, held aside: in memory, then in a file without a name beside the archive."""

    def __init__(self, folder: Path) -> None:
        beside = str(folder) if folder.is_dir() else None
        self._file = tempfile.SpooledTemporaryFile(_IN_MEMORY, "w+", encoding="utf-8", dir=beside)  # noqa: SIM115
        self._length = 0

    def add(self, value: dict[str, Any]) -> None:
        """One more."""
        self._file.write(f"{',' if self._length else ''}{_indented(value)}")
        self._length += 1

    def pieces(self) -> Iterator[str]:
        """The list as JSON, without its brackets."""
        with self._file as file:
            file.seek(0)
            yield from iter(lambda: file.read(1 << 16), "")
        yield "\n  " if self._length else ""


def _indented(value: dict[str, Any]) -> str:
    return "\n    " + dump(value).replace("\n", "\n    ")  # a line break within a text is escaped
