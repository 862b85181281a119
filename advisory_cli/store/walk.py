"""Reading the lines of an archive one after another, each held against its form, its number and its link."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from advisory_cli.errors import InvalidRecord
from advisory_cli.log import parse_line, write_line
from advisory_cli.log.foreign import read_strictly
from advisory_cli.log.layout import number_of, read_number
from advisory_cli.model import digest
from advisory_cli.ports import Entry, Finding, Place
from advisory_cli.store.chain import Gap, is_note, numbers_in_words
from advisory_cli.store.hashes import Hashes
from advisory_cli.store.revision import revision_of

_SHA256 = re.compile("[0-9a-f]{64}")


class Links(NamedTuple):
    """The revision read last: what the next one has to follow."""

    number: int = 0
    name: str = ""
    digest: str | None = None


@dataclass(slots=True)
class Files:
    """Originals by their hash, as the lines name them."""

    named: Hashes = field(default_factory=Hashes)
    erased: set[bytes] = field(default_factory=set)
    all_read: bool = True
    """Whether no line is missing that could name others."""


class Walk:
    """Reads lines one after another and says what is wrong with each; tells `seen` of them."""

    def __init__(self, gaps: frozenset[Gap], seen: Callable[[Entry], None] | None = None) -> None:
        self.files = Files()
        self.last: Links | None = Links()
        """None behind a line that cannot be read."""
        self._gaps = {(gap.after, gap.before, gap.previous): gap.digest for gap in gaps}
        self._seen = seen
        self._highest = 0

    def line(self, where: str, content: bytes, offset: int) -> Iterator[Finding]:
        """What is wrong with this line, and with its link to the one before."""
        try:
            number, document, twice = _read(content)
        except ValueError as error:
            self.last, self.files.all_read = None, False
            named = number_of(content)
            where = f"#{named}, {where}" if named else where
            yield Finding("line", where, f"cannot be read ({error}); --fix sets it aside", True)
            return
        name = name_of(number, document)
        yield from self._numbered(name, number, document)
        yield from self._recorded(name, number, document, Place(offset, len(content)))
        yield from self._linked(name, number, document)
        if twice:
            yield Finding("line", name, "has a name twice: programs show the last value and hide the first")
        elif write_line(number, document) != content:
            yield Finding("line", name, "is spelled in another way than it was written; it says the same", True)
        self.last = Links(number, name, digest(document))
        self._highest = max(self._highest, number)
        self._take_files(number, document)

    def unreadable(self) -> None:
        """There are lines, but none of them can be walked."""
        self.last, self.files.all_read = None, False

    def end(self, last: int, seal: str | None) -> Iterator[Finding]:
        """What is wrong with the end: `last` and `seal` are the number and the digest acknowledged last."""
        if self.last is None:
            return
        if self._highest < last:
            self.files.all_read = False
            yield _missing(self._highest + 1, last)
        elif seal and self.last.number == last and self.last.digest != seal:
            yield _changed(self.last.name, "the lock file")

    def _numbered(self, name: str, number: int, document: Mapping[str, Any]) -> Iterator[Finding]:
        if self.last and number <= self._highest:
            yield Finding("number", name, f"stands behind #{self._highest}: numbers have to go up", True)
        if document.get("id", number) not in (number, None):
            yield Finding("number", name, f"says of itself that it is #{document['id']}: one of the two was changed")

    def _recorded(self, name: str, number: int, document: Mapping[str, Any], place: Place) -> Iterator[Finding]:
        """Whether the document is a revision that we wrote."""
        if is_note(document):
            return
        if not {"at", "previous"} <= document.keys():
            yield Finding("outside", name, "was written by another program: no time, no link to what was before it")
        try:
            revision = revision_of(number, document)
        except InvalidRecord as error:
            yield Finding("record", name, f"is no advisory and is passed over: {error.what}")
            return
        if self._seen:
            self._seen(Entry(place, revision))

    def _linked(self, name: str, number: int, document: Mapping[str, Any]) -> Iterator[Finding]:
        before = self.last
        if before is None or "previous" not in document or document["previous"] == before.digest:
            return
        self.files.all_read &= number == before.number + 1
        place = before.number, number, str(document["previous"])
        if place in self._gaps and self._gaps[place] == before.digest:
            return
        if number > before.number + 1 and place not in self._gaps:
            yield _missing(before.number + 1, number - 1)
        elif before.number:
            yield _changed(before.name, name)
        else:
            yield Finding("chain", name, "names a revision before it, but is the first: it was changed")

    def _take_files(self, number: int, document: Mapping[str, Any]) -> None:
        source, erased = document.get("source"), document.get("source_sha256")
        if isinstance(source, dict) and (sha256 := hash_bytes(source.get("sha256"))):
            self.files.named.add(sha256, number)
        if sha256 := hash_bytes(erased):
            self.files.erased.add(sha256)


def relaid(content: bytes) -> bytes:
    """The line as it will be written when it is taken over."""
    try:
        return write_line(*_read(content)[:2])
    except ValueError:
        return content


def _read(content: bytes) -> tuple[int, dict[str, Any], bool]:
    """Number and document of a line, and whether a name stands twice in it."""
    key, _, value = content.partition(b":")
    number = read_number(key)
    try:
        document = read_strictly(value)
    except ValueError:
        return *parse_line(content), True
    if number is None or not isinstance(document, dict):
        raise ValueError("no number or no object")
    return number, document, False


def _missing(first: int, last: int) -> Finding:
    where = numbers_in_words(first, last)
    return Finding("chain", where, "missing: taken out by another program; restore it from a backup")


def _changed(name: str, witness: str) -> Finding:
    what = f"was changed after it was written ({witness} holds another SHA-256 of it); compare it with its original"
    return Finding("chain", name, what)


def name_of(number: int, document: Mapping[str, Any]) -> str:
    """What people call a revision: ``#17 EUR 57/002/2012 (en)``."""
    reference, language = document.get("reference"), document.get("language")
    known = isinstance(reference, str) and isinstance(language, str)
    return f"#{number} {reference} ({language})" if known else f"#{number}"


def hash_bytes(sha256: object) -> bytes | None:
    """The bytes of a hash in hex; None for anything else."""
    return bytes.fromhex(sha256) if isinstance(sha256, str) and _SHA256.fullmatch(sha256) else None
