"""From an input to the records in it: read, split, parsed; what cannot be read is an error beside the others."""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from advisory_cli.actions.accession import accession
from advisory_cli.errors import ArchiveError, NoDocument, Unreadable
from advisory_cli.hashing import hex_sha256
from advisory_cli.model import Accession, Document, Source
from advisory_cli.sources import decode, documents_in, read_content, read_documents
from advisory_cli.sources.formats import MARKDOWN, TEXT, Format, format_of, is_single
from advisory_cli.walk import STDIN, Found, Input, Skipped

if TYPE_CHECKING:
    from advisory_cli.archive import Archive
    from advisory_cli.insides import Inside, Insides


class Recalled(NamedTuple):
    """A file of which everything is in the archive, so that it need not be parsed again."""

    given: Input
    taken: tuple[Accession, ...]


Given = Found | Recalled
"""What is to be read, and what need not be."""

Read = tuple[Found, Accession | ArchiveError | Skipped]
"""An input and one of the records in it, or why there is none."""


class Reading(NamedTuple):
    """How inputs are read: what wins over the text, and whether a text that holds several documents is split."""

    language: str | None = None
    changes: Mapping[str, str] = {}
    split: bool = False
    allow_private: bool = False
    """Whether web addresses of the own network may be asked."""
    encoding: str | None = None
    """Of texts that do not say it themselves."""

    def read(self, given: Input) -> Iterator[Accession | ArchiveError | Skipped]:
        """Every record of an input, in order, and an error for each part that cannot be read.

        Data beside documents, below a folder or in an archive or mail, is passed over; data that was named is an error.
        """
        try:
            for document in self._documents(given):
                if isinstance(document, NoDocument):
                    yield Skipped(document.source, document.reason)
                elif isinstance(document, ArchiveError):
                    yield document
                else:
                    yield from self.accessions(document)
        except NoDocument as error:
            yield Skipped(error.source, error.reason) if given.is_below else error
        except ArchiveError as error:
            yield error
        except Exception as error:  # noqa: BLE001 - a fault of ours in one document must not cost all others
            fault = f"a fault of the program ({type(error).__name__}: {error}); please report it"
            yield Unreadable(printable(given.name), fault)

    def accessions(self, document: Document) -> Iterator[Accession]:
        """The records of a document: one, or with `split` one for each document in its text."""
        from advisory_cli.parse.split import split_text  # see below

        texts = split_text(document.text)
        if self.split and len(texts) > 1:
            yield from (self._accession(_part(document, text, n, len(texts))) for n, text in enumerate(texts, 1))
            return
        taken = self._accession(document)
        if len(texts) > 1:
            note = f"it holds {len(texts)} documents, read as one under the first header; take each with --split"
            taken = taken._replace(notes=(note, *taken.notes))
        yield taken

    def _documents(self, given: Input) -> Iterator[Document | ArchiveError]:
        if given.is_url:
            from advisory_cli.sources.fetch import documents_from  # only for web addresses

            return documents_from(given.name, allow_private=self.allow_private)
        if given.name == STDIN:
            return documents_in(sys.stdin.buffer.read(), "standard input", media_type=self._media_type)
        return read_documents(given.name, media_type=self._media_type)

    @property
    def _media_type(self) -> str | None:
        return f"text/plain; charset={self.encoding}" if self.encoding else None

    def _accession(self, document: Document) -> Accession:
        return accession(document, language=self.language, changes=self.changes)


def read_here(inputs: Iterable[Given], reading: Reading) -> Iterator[Read]:
    """Read one input after the other in this process."""
    for given in inputs:
        if isinstance(given, Input):
            yield from ((given, one) for one in reading.read(given))
        elif isinstance(given, Recalled):
            yield from ((given.given, one) for one in given.taken)
        else:
            yield given, given


def recalled(inputs: Iterable[Found], archive: "Archive", insides: "Insides", *, split: bool) -> Iterator[Given]:
    """The inputs, files `Recalled` that are in the archive letter by letter, whatever would be read in them today."""
    for given in inputs:
        if isinstance(given, Input) and not given.is_url and given.name != STDIN:
            yield _recalled(given, archive, insides, split=split) or given
        else:
            yield given


def printable(name: str) -> str:
    """A file name with marks for what is no valid text."""
    return os.fsencode(name).decode("utf-8", errors="replace")


def _recalled(given: Input, archive: "Archive", insides: "Insides", *, split: bool) -> Recalled | None:
    try:
        content = read_content(given.name)
        kind = format_of(content, given.name)
        whole = hex_sha256(content)
        document = Document(content, "", Source("", kind.media_type, whole, len(content)), kind.extension)
        ways = (_parts_of(document, kind, split=split), insides.of(whole))
        found = (_held(way, document, archive) for way in ways if len(way) <= _MOST)
        return next((Recalled(given, taken) for taken in found if taken), None)
    except ArchiveError:  # which is said, or mended, when it is read
        return None


_MOST: Final = 1000
"""Texts of one file that are held at once."""


def _parts_of(document: Document, kind: Format, *, split: bool) -> "tuple[Inside, ...]":
    """What lies in a file of one document, or of plain text; nothing where that is not to be seen here."""
    from advisory_cli.insides import Inside
    from advisory_cli.parse.split import split_text  # only where it is asked for

    whole = document.source.sha256
    if not split:
        return (Inside(whole),) if is_single(document.content, kind) else ()
    if kind is not TEXT and kind is not MARKDOWN:
        return ()
    count = len(split_text(decode(document.content)[0]))
    return (
        tuple(Inside(whole, _part_name(number, count)) for number in range(1, count + 1))
        if count > 1
        else (Inside(whole),)
    )


def _held(inside: "Sequence[Inside]", document: Document, archive: "Archive") -> tuple[Accession, ...]:
    """The texts that were read from these documents; nothing if one is missing. Raises where its original is."""
    taken = []
    for one in inside:
        text = archive.holding(one.sha256, one.part)
        if text is None:
            return ()
        is_own = one.sha256 == document.source.sha256
        if not is_own:
            archive.kept(one.sha256)
        taken.append(Accession(text, document if is_own else None, is_held=True))
    return tuple(taken)


def _part(document: Document, text: str, number: int, count: int) -> Document:
    name = f"{document.source.name}: {_part_name(number, count)}"
    return document._replace(text=text, source=document.source._replace(name=name))


def _part_name(number: int, count: int) -> str:
    """What `Source.part` finds."""
    return f"part {number} of {count}"
