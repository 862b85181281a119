"""`purge`: a text and its originals leave the disk for good; what remains is that it was there, and why it went."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from advisory_cli.errors import Damaged, NotErased, NotFound, WriteFailed
from advisory_cli.log import Disk, Line, Log, parse_line, write_line
from advisory_cli.model import Advisory, digest
from advisory_cli.store.chain import NOTES, Gap, gaps_of, is_note
from advisory_cli.store.copies import clean
from advisory_cli.store.originals import erase

_KEPT = {"reference", "printed_reference", "language", "organisation", "kind", "at", "by", "previous"}
"""What tells nothing of a text or may stay."""


def purge(log: Log, originals: Path, first: int, tombstone: Advisory, *, disk: Disk) -> Advisory:
    """See `Store.purge`. Copies that recovery kept go first, then the text, then its originals.

    Raises `NotFound`, `Damaged` where a line cannot be read, `NotErased` where an original could not be deleted.
    """
    text = _text(log, first)
    if not text:
        raise NotFound(f"#{first}")
    hashes = _hashes(text.values()) | _proofs(text.values())
    hashes -= {sha256 for sha256 in hashes if _is_named_elsewhere(log, sha256, first)}
    if any(document.get("action") != "purge" for document in text.values()):
        try:
            texts = [{name: document[name] for name in document.keys() - _KEPT} for document in text.values()]
            clean(log.path, texts, lambda passage: _is_shared(log, first, passage), disk=disk)
        except OSError as error:
            raise WriteFailed(str(log.path), str(error.strerror or error)) from error
        extra = {"old_head": digest(_last(log))}
        bare = {number: _bare(number, document, first, tombstone, extra) for number, document in text.items()}
        relinked = Relinked(log, bare)
        log.rewrite(relinked.lines(), seal=relinked.sealed)
    try:
        for sha256 in hashes:
            erase(originals, sha256, disk=disk)
    except OSError as error:
        raise NotErased(str(originals), str(error.strerror or error)) from error
    return Advisory.from_dict(_text(log, first)[max(text)])


def erased_hashes(log: Log) -> set[str]:
    """Hashes of the originals of erased texts that no other text was read from."""
    hashes = _proofs(_parsed(log, line)[1] for line in log.lines(holding=b'"source_sha256": "'))
    return {sha256 for sha256 in hashes if not _is_named_elsewhere(log, sha256, 0)}


class Relinked:
    """The lines of an archive with some documents exchanged; each link that fitted before fits again.

    One that did not fit stays as it is: a trace of what was changed from outside is not wiped away.
    """

    def __init__(self, log: Log, exchanged: Mapping[int, dict[str, Any]]) -> None:
        self._log = log
        self._exchanged = exchanged
        self._sealed = log.sealed()
        self._gaps = {gap.after: gap for gap in gaps_of(log.lines(holding=NOTES))}
        self._digests: dict[int, tuple[str | None, str | None]] = {}
        """Old and new digest of revisions that notes speak of."""
        self._last: tuple[int, str | None, str | None] = (0, None, None)

    def lines(self) -> Iterator[bytes]:
        """All lines of the new file."""
        changing = min(self._exchanged)
        number, document, written = 0, None, None
        for line in self._log.lines():
            before = number, document, written
            number, document = _parsed(self._log, line)
            written = document if number < changing else self._relinked(number, document, *_digests(*before[1:]))
            if number in self._gaps:
                self._digests[number] = _digests(document, written)
            yield line.content if written is document else write_line(number, written)
        self._last = number, *_digests(document, written)

    def sealed(self) -> tuple[int, str | None]:
        """Number and digest of what was acknowledged last: anew if it was still that, else as it was."""
        number, old, new = self._last
        last, seal = self._sealed
        return (max(number, last), new if number >= last else None) if seal in {None, old} else (last, seal)

    def _relinked(self, number: int, document: dict[str, Any], old: str | None, new: str | None) -> dict[str, Any]:
        """The document as it is to stand there, linked to what stands before it now if it was linked before."""
        written = self._exchanged.get(number, document)
        if is_note(document):
            written = {**written, "gaps": [self._gap(Gap(**gap))._asdict() for gap in document["gaps"]]}
        if "previous" not in written:  # of another program
            return written
        previous = document.get("previous", old)
        return {**written, "previous": new} if previous == old else {**written, "previous": previous}

    def _gap(self, gap: Gap) -> Gap:
        old, new = self._digests.get(gap.after, (None, None))
        if old is None or new is None or gap.digest != old:
            return gap
        return gap._replace(digest=new, previous=new if gap.previous == old else gap.previous)


def _digests(document: Mapping[str, Any] | None, written: Mapping[str, Any] | None) -> tuple[str | None, str | None]:
    if document is None or written is None:
        return None, None
    old = digest(document)
    return old, old if written is document else digest(written)


def _text(log: Log, first: int) -> dict[int, dict[str, Any]]:
    """Every document of a text by its number, also one that is no whole advisory."""
    line = log.numbered(first)
    lines = ([line] if line else []) + list(log.lines(holding=b'"first": %d' % first))
    found = dict(_parsed(log, one) for one in lines)
    return {number: document for number, document in found.items() if _is_of(first, number, document)}


def _is_of(first: int, number: int, document: Mapping[str, Any]) -> bool:
    named = document.get("first")
    return not is_note(document) and (number if named is None else named) == first


def _parsed(log: Log, line: Line) -> tuple[int, dict[str, Any]]:
    try:
        return parse_line(line.content)
    except ValueError as error:
        what = f"the line at byte {line.offset} cannot be read and may hold the text to be erased"
        raise Damaged(str(log.path), what, remedy='run "advisory doctor --fix" first') from error


def _last(log: Log) -> dict[str, Any]:
    line = log.last()
    return _parsed(log, line)[1] if line else {}


def _bare(
    number: int, document: Mapping[str, Any], first: int, tombstone: Advisory, extra: Mapping[str, str]
) -> dict[str, Any]:
    """What remains of a revision: that it was there, and the proof of what it was read from."""
    if document.get("action") == "purge":
        return dict(document)
    reference, language = document.get("reference"), document.get("language")
    sha256 = next(iter(_hashes([document])), None)
    return Advisory(
        reference=reference if isinstance(reference, str) else None,
        language=language if isinstance(language, str) else "und",
        status="removed",
        reason=tombstone.reason,
        action="purge",
        at=tombstone.at,
        by=tombstone.by,
        id=number,
        first=first,
        revision=_whole(document.get("revision")) or 1,
        batch=_whole(document.get("batch")),
        undoes=_whole(document.get("undoes")),
        extra={**extra, "source_sha256": sha256} if sha256 else extra,
    ).to_dict()


def _whole(value: Any) -> int | None:
    return value if isinstance(value, int) else None


def _hashes(documents: Iterable[Mapping[str, Any]]) -> set[str]:
    """Hashes of the originals that these documents were read from."""
    sources = [document.get("source") for document in documents]
    named = [source.get("sha256") for source in sources if isinstance(source, dict)]
    return {sha256 for sha256 in named if isinstance(sha256, str)}


def _proofs(documents: Iterable[Mapping[str, Any]]) -> set[str]:
    """Hashes of the originals of erased texts among these."""
    return {str(document["source_sha256"]) for document in documents if "source_sha256" in document}


def _is_shared(log: Log, first: int, passage: bytes) -> bool:
    """Whether another text of the archive holds this passage, too."""
    return any(not _is_of(first, *_parsed(log, line)) for line in log.lines(holding=passage))


def _is_named_elsewhere(log: Log, sha256: str, first: int) -> bool:
    """Whether a document of another text was read from the same file."""
    documents = (_parsed(log, line) for line in log.lines(holding=f'"sha256": "{sha256}"'.encode()))
    return any(sha256 in _hashes([document]) and not _is_of(first, number, document) for number, document in documents)
