"""Texts on their way out: each in its released form, with a record of what was left out; files whole or not at all."""

import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from advisory_cli.errors import WriteFailed
from advisory_cli.exchange.release import Passages, Removal, Terms, release, shown_apart
from advisory_cli.log import Disk
from advisory_cli.log.disk import put
from advisory_cli.model import Advisory, Redaction, instant
from advisory_cli.results import Row, Shown


class Outgoing:
    """The released texts among rows, one by one; afterwards what was left out of them.

    `record` is told the ids of those that go out in spite of a `Hold`, behind the last text: before a file is there.
    """

    def __init__(self, rows: Iterable[Row], terms: Terms, record: Callable[[Collection[int]], object]) -> None:
        self._rows = rows
        self._terms = terms
        self._record = record
        self.removals: list[Removal] = []
        """All that was left out so far, in order."""
        self.released = 0
        """How many texts were handed on so far."""
        self.left_out: Counter[tuple[str, str]] = Counter()
        """How much of what was left out so far: what, and why."""
        self.hidden: list[Passages] = []
        """The passages that were hidden so far, in order."""
        self.doubtful: list[str] = []
        """Names of texts in which something may be a marked name all the same."""
        self.unmarked: list[str] = []
        """Names of texts in which something stands that is marked in others, which do not go out with them."""
        self.examples: dict[tuple[str, str], str] = {}
        """The first text each was left out of."""

    def __iter__(self) -> Iterator[Shown]:
        held: list[int] = []
        for row in self._rows:
            found = release(row.advisory, self._terms)
            for removal in found.removals:
                self._note(removal)
            if found.advisory:
                self.released += 1
                self.hidden += found.hidden
                self.doubtful += [found.advisory.name] if is_doubtful(found.advisory, row.advisory.redactions) else []
                self.unmarked += [found.advisory.name] if _has(found.advisory, self._terms.elsewhere) else []
                held += [row.advisory.first or 0] if row.held else []
                yield shown_apart(found, row, self._terms)
        if held:
            self._record(held)

    def _note(self, removal: Removal) -> None:
        self.left_out[removal.what, removal.reason] += 1
        self.examples.setdefault((removal.what, removal.reason), removal.text)
        self.removals.append(removal)


def _has(released: Advisory, marks: tuple[Redaction, ...]) -> bool:
    """Whether what a reader sees first has such a passage."""
    if not marks:
        return False
    from advisory_cli.redaction import spans, wanted_by

    return bool(spans("\n\n".join(filter(None, (released.title, released.subtitle, released.body))), wanted_by(marks)))


def is_doubtful(released: Advisory, marks: Sequence[Redaction]) -> bool:
    """Whether something is left of a text that may be a name which is marked in it."""
    if not marks:
        return False
    from advisory_cli.redaction import nearly

    return bool(nearly(released, marks))


class Written:
    """The bytes of a file as they are written, with their hash."""

    def __init__(self, pieces: Iterable[str], *, bom: bool = False) -> None:
        self._pieces = pieces
        self._bom = bom
        self._hash = sha256()

    def __iter__(self) -> Iterator[bytes]:
        if self._bom:
            yield self._counted(b"\xef\xbb\xbf")
        for piece in self._pieces:
            yield self._counted(piece.encode("utf-8", "backslashreplace"))

    @property
    def digest(self) -> str:
        """SHA-256 (hex) of what was written so far."""
        return self._hash.hexdigest()

    def _counted(self, piece: bytes) -> bytes:
        self._hash.update(piece)
        return piece


def write_file(path: Path, pieces: Iterable[bytes]) -> None:
    """Make or replace a file that only its owner can read: whole or not at all; raises `WriteFailed`."""
    try:
        put(Disk(), path, pieces)
    except OSError as error:
        raise WriteFailed(str(path), str(error.strerror or error)) from error


def record_beside(path: Path) -> Path:
    """Where it is written down what was left out of a file."""
    return path.with_name(f"{path.name}.left-out.json")


def removals_beside(path: Path) -> Path:
    """Where it is listed which passages are hidden in a file, without what they say."""
    return path.with_name(f"{path.name}.removals.json")


def removals_of(hidden: Iterable[Passages], at: datetime, digest: str | None = None) -> Iterator[bytes]:
    """That list as JSON, to go along with the file that has this SHA-256: neither who made it nor its name."""
    head = {"schema": 1, "at": instant(at)} | ({"sha256": digest} if digest else {})
    yield (json.dumps(head | {"removals": [one._asdict() for one in hidden]}, indent=2) + "\n").encode()


def record_of(outgoing: Outgoing, terms: Terms, **facts: Any) -> Iterator[bytes]:
    """The record of an export as JSON: when, by whom, what was let out against the rule, what was left out and why."""
    head = {"schema": 1, "at": instant(terms.now), **facts}
    head |= {"released": outgoing.released, "included": list(terms.included)}
    yield json.dumps(head, ensure_ascii=True, indent=2).removesuffix("\n}").encode() + b',\n  "left_out": ['
    between = b"\n    "
    for removal in outgoing.removals:
        yield between + json.dumps(removal._asdict(), ensure_ascii=True).encode()
        between = b",\n    "
    yield b"]\n}\n" if between == b"\n    " else b"\n  ]\n}\n"
