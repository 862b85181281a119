"""Rows that could not be taken, as a file that can be put right and imported again."""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from advisory_cli.errors import NotListed
from advisory_cli.log import Disk
from advisory_cli.log.disk import make_folder


def is_rows(head: bytes) -> bool:
    """Whether a file that begins so is one of failed rows."""
    return all(_BEGINNING.startswith(line[: len(_BEGINNING)]) for line in head.split(b"\n"))


_BEGINNING: Final = b'{"where"'


class Failed:
    """A file of failed rows, one JSON object a line, made when the first is written and put in place at the end.

    Until then what was there stays, so that a file of failed rows can be read while the next one is written.
    """

    def __init__(self, path: Path, *, dry_run: bool = False) -> None:
        self.path = path
        self.count = 0
        """How many rows failed."""
        self.kept = 0
        """How many of them can be put right in the file: not what has no row, as a file that is not there."""
        self._dry_run = dry_run
        self._beside = path.with_name(f".{path.name}.new")
        self._fd: int | None = None

    def __enter__(self) -> Self:
        return self

    def add(self, where: str, error: str, record: Mapping[str, Any]) -> None:
        """One more row; raises `NotListed`."""
        self.count += 1
        if self._dry_run or not record:
            return
        self.kept += 1
        line = json.dumps({"where": where, "error": error, "record": record}) + "\n"
        try:
            if self._fd is None:
                make_folder(Disk(), self.path.parent)
                self._beside.unlink(missing_ok=True)
                self._fd = os.open(self._beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
            os.write(self._fd, line.encode())
        except OSError as error_:
            raise NotListed(str(self.path), str(error_.strerror or error_)) from error_

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._fd is not None:
            os.close(self._fd)
            self._beside.replace(self.path)
