"""Whole histories on their way into a bag: of texts with passages that must not go out no more than what may."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from advisory_cli.actions.histories import Histories, Labels, Moved, digest_of
from advisory_cli.errors import NotHidden
from advisory_cli.exchange.leaks import SPECIMENS, foreign_to
from advisory_cli.exchange.release import Passages, passages_marked, without_passages
from advisory_cli.exchange.unpacked import Packed, unpacked
from advisory_cli.exchange.whole import write_whole
from advisory_cli.model import Advisory, Redaction
from advisory_cli.redaction import Wanted, is_in, wanted_by


class Sifted:
    """Texts of an archive, those with marked passages as they go out: one revision, no original.

    Reads the histories once to see which these are; keeps only these.
    """

    def __init__(self, histories: Histories) -> None:
        self._histories = histories
        self.marked = passages_marked(text[-1].revision for text in _texts(histories))
        """All passages that are marked as texts."""
        self.hidden: list[Passages] = []
        self.withheld = 0
        """Originals of texts that are whole, in which a passage stands all the same, or may."""
        self._released: dict[str, Moved | None] = {}
        self._spoilt: set[str] = set()
        if any(text[-1].revision.redactions for text in _texts(histories)):
            for text in _texts(histories):
                self._sift(text)

    @property
    def is_whole(self) -> bool:
        """Whether nothing is hidden, so that everything may go with it."""
        return not self._released

    @property
    def changed(self) -> int:
        """How many texts are not in it as they are."""
        return len(self._released)

    @property
    def hashes(self) -> frozenset[str]:
        """SHA-256 of the originals of the texts that are whole."""
        return frozenset(self._histories.hashes - self._spoilt)

    def __iter__(self) -> Iterator[Moved]:
        for key, text in groupby(self._histories, key=lambda moved: moved.text):
            if key not in self._released:
                yield from (one._replace(labels=Labels(*map(self._label, one.labels))) for one in text)
            elif released := self._released[key]:
                yield released

    def gives_away(self, original: bytes) -> bool:
        """Whether a marked passage stands in an original, or may, as it cannot be looked through; counts these."""
        wanted = wanted_by(self.marked)
        try:
            found = bool(wanted) and any(_says(piece, wanted) for piece in unpacked(original))
        except Packed:
            found = True
        self.withheld += found
        return found

    def lines(self, revisions: Iterable[Moved]) -> Iterator[str]:
        """The lines of the export, without originals; raises `NotHidden` before one in which a passage stands."""
        specimen = Moved("", SPECIMENS[0].advisory, Labels("", ""))
        wanted = foreign_to("".join(write_whole([specimen])), wanted_by(self.marked))
        for line in write_whole(revisions):
            if wanted and is_in(_hash().sub('""', line), wanted):
                raise NotHidden("a line of the bag")
            yield line

    def _sift(self, text: Sequence[Moved]) -> None:
        last = text[-1].revision
        if not (last.redactions or any(_gives_away(one.revision, self.marked) for one in text)):
            return
        self._spoilt |= {one.revision.source.sha256 for one in text if one.revision.source}
        found = without_passages(last, self.marked)
        self.hidden += found.hidden
        self._released[text[0].text] = self._moved(found.advisory) if last.status != "removed" else None

    def _label(self, label: str | None) -> str | None:
        """The same write under another name where it is called by the hash of a text that is hidden in part."""
        key, slash, number = (label or "").partition("/")
        if key not in self._released:
            return label
        released = self._released[key]
        return released and f"{released.text}{slash}{number}"

    def _moved(self, released: Advisory | None) -> Moved | None:
        if released is None:
            return None
        single = replace(released, id=None, first=None, revision=1, action="add", source=None, redactions=())
        digest = digest_of(single)
        alike = sum(one is not None and one.text.startswith(digest) for one in self._released.values())
        key = f"{digest}-{alike + 1}" if alike else digest
        return Moved(key, single, Labels(f"{key}/1"))


_LATIN: Final = ("utf-8", "latin-1")
_WIDE: Final = (b"\xff\xfe", b"\xfe\xff")


def _texts(histories: Histories) -> Iterator[tuple[Moved, ...]]:
    return (tuple(text) for _, text in groupby(histories, key=lambda moved: moved.text))


def _gives_away(revision: Advisory, marks: tuple[Redaction, ...]) -> bool:
    if not marks:
        return False
    name = revision.source.name if revision.source else ""
    return bool(without_passages(replace(revision, redactions=()), marks).hidden) or is_in(name, wanted_by(marks))


def _says(content: bytes, wanted: Sequence[Wanted]) -> bool:
    return any(is_in(content.decode(name, "replace"), wanted) for name in _encodings(content))


def _encodings(original: bytes) -> tuple[str, ...]:
    return ("utf-16",) if original[:2] in _WIDE else _LATIN


def _hash() -> re.Pattern[str]:
    """Hashes, which are letters by chance."""
    return re.compile(r'"[0-9a-f]{64}(?:-[0-9]+)?(?:/[0-9]+)?"')
