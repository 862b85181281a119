"""The archive as a TinyDB database: its documented extension points, `Storage` and `Table`, over the log."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NoReturn

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document, Table

from advisory_cli.errors import Misuse
from advisory_cli.log import TABLE

Read = Callable[[], dict[str, dict[str, Any]] | None]
"""All tables of the file, None where there is no file."""

Insert = Callable[[Iterable[Mapping[str, Any]]], list[int]]
"""Appends documents and returns their numbers."""


class LogStorage(Storage):
    """Reads the whole log as TinyDB expects it; never rewrites it."""

    def __init__(self, read: Read, insert: Insert) -> None:
        super().__init__()
        self._read = read
        self.insert = insert

    def read(self) -> dict[str, dict[str, Any]] | None:
        """All tables by name, all documents by number."""
        return self._read()

    def write(self, data: dict[str, dict[str, Any]]) -> NoReturn:  # noqa: ARG002 - as TinyDB calls it
        """Refuse: a log is appended to, not rewritten."""
        _refuse()


class LogTable(Table):
    """The table of the archive: whatever reads works as in TinyDB, `insert` appends, and nothing else writes."""

    def __init__(self, storage: Storage, name: str, cache_size: int = 0, persist_empty: bool = False) -> None:  # noqa: FBT001, FBT002 - as TinyDB calls it
        super().__init__(storage, name, min(cache_size, 0), persist_empty)  # others may append at any time: no cache

    def insert(self, document: Mapping[str, Any]) -> int:
        """Append one document and return its number."""
        return self.insert_multiple([document])[0]

    def insert_multiple(self, documents: Iterable[Mapping[str, Any]]) -> list[int]:
        """Append documents, all or none, and return their numbers."""
        documents = list(documents)
        if self.name != TABLE or not isinstance(self.storage, LogStorage):
            raise Misuse(f'the archive has one table, "{TABLE}"')
        if not all(isinstance(document, Mapping) for document in documents):
            raise ValueError("Document is not a Mapping")  # as TinyDB says it
        if any(isinstance(document, Document) for document in documents):
            raise Misuse("the archive numbers its documents itself")
        return self.storage.insert(documents)

    def _update_table(self, updater: object) -> NoReturn:  # noqa: ARG002 - the one place through which TinyDB changes
        _refuse()


class LogDatabase(TinyDB):
    """TinyDB over the log."""

    table_class = LogTable


def open_database(read: Read, insert: Insert) -> TinyDB:
    """The database that reads and inserts in this way."""
    return LogDatabase(read, insert, storage=LogStorage)


def _refuse() -> NoReturn:
    raise Misuse("the archive only grows: revise, withdraw or remove through Archive instead of changing documents")
