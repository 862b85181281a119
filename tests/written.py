"""An archive with originals, written as the program writes it, for tests that harm it."""

import hashlib
from pathlib import Path
from typing import Any

from tinydb import TinyDB

from advisory_cli.model import Advisory, Quote, Source
from advisory_cli.ports import Finding, Original
from advisory_cli.store import TinyStore

AT = "2012-03-22T10:00:00Z"


def content_of(number: int) -> bytes:
    """The bytes that text `number` was read from."""
    return f"Original of the text {number}, as it came.\n".encode() * (number + 1)


def a_revision(number: int, **changes: Any) -> Advisory:
    """A revision that shares no passage with another but what all have."""
    content = content_of(number)
    values: dict[str, Any] = {
        "reference": f"EUR 57/{number:03}/2012",
        "language": "en",
        "title": f"Observers at trial {number} “é” {{}}",
        "body": f"Witness number {number} lives in street {number} of town {number}.\n\nFor more information call us.",
        "quotes": (Quote(f"I saw it {number} times myself, and I say so.", f"Speaker {number}"),),
        "source": Source(f"file{number}.txt", "text/plain", hashlib.sha256(content).hexdigest(), len(content)),
        "at": AT,
        **changes,
    }
    return Advisory(**values)


def written(path: Path) -> TinyStore:
    """An archive of five texts, each with its original; nothing may be told while it is written."""
    store = TinyStore(path, tell=_fail)
    for number in range(1, 6):
        add(store, a_revision(number), content_of(number))
    return TinyStore(path, tell=lambda _: None)


def add(store: TinyStore, revision: Advisory, content: bytes | None = None) -> Advisory:
    """Append one revision, with its original."""
    with store.writing():
        if content is not None:
            store.keep_original(Original(content, "txt"))
        return store.append([revision])[0]


def reopened(store: TinyStore, told: list[str] | None = None, **options: Any) -> TinyStore:
    """The archive as another process opens it."""
    return TinyStore(store.path, tell=(told if told is not None else []).append, **options)


def findings(store: TinyStore) -> list[Finding]:
    """What a check says."""
    return list(reopened(store).check())


def rules(store: TinyStore) -> set[str]:
    """The rules that a check finds broken."""
    return {finding.rule for finding in findings(store)}


def stock_numbers(path: Path) -> list[int]:
    """What the stock library sees."""
    with TinyDB(path, encoding="utf-8", access_mode="r") as db:
        return [document.doc_id for document in db.table("advisories").all()]


def _fail(message: str) -> None:
    raise AssertionError(message)
