"""The documents in a file, one after the other, archives and mails opened; runs in the worker process."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from advisory_cli.errors import Unreadable
from advisory_cli.sources import zipped
from advisory_cli.sources.decoding import charset_of, decode
from advisory_cli.sources.extracted import Extracted, check_length, mebibytes, refusal
from advisory_cli.sources.formats import DOCX, HTML, MAIL, PDF, ZIP, Format, format_of
from advisory_cli.sources.messages import Limits


class Found(NamedTuple):
    """A document that was found and is not read yet."""

    names: tuple[str, ...]
    """Where it lies: names of archives and mails, then its own; nothing for the file itself."""
    content: bytes
    kind: Format
    read: Callable[[], Extracted]
    """Gives its text; raises `Unreadable`."""


def documents(content: bytes, name: str, media_type: str | None, limits: Limits) -> Iterator[Found]:
    """Every document in a file; one that cannot be read is one whose `read` says why."""
    budget = _Budget(limits)
    try:
        yield from _unfold((), content, name, media_type, budget)
    except _Spent as error:
        yield _refused((), str(error))


def broken(kind: Format, error: Exception) -> str:
    """Why a file that a library stumbled over was not read."""
    return f"it looks like {kind.label} and cannot be read as one ({type(error).__name__})"


class _Spent(Exception):
    """A file holds more than the limits allow."""


class _Budget:
    """What was taken out of a file so far."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._documents = self._bytes = 0

    def take(self, content: bytes) -> None:
        """Count one document; raises `_Spent`."""
        self._documents += 1
        self._bytes += len(content)
        if self._documents > self.limits.documents:
            raise _Spent(f"it holds more than {self.limits.documents:,} documents; the rest was not read")
        if self._bytes > self.limits.unpacked:
            raise _Spent(f"it unpacks to more than {mebibytes(self.limits.unpacked)}; the rest was not read")


def _unfold(
    names: tuple[str, ...], content: bytes, name: str, media_type: str | None, budget: _Budget
) -> Iterator[Found]:
    """The documents in one file or member."""
    budget.take(content)
    if not content or content.isspace():
        yield _refused(names, "it is empty")
        return
    kind = format_of(content, name, media_type)
    if len(names) > budget.limits.depth and kind in {ZIP, MAIL}:
        yield _refused(names, f"it lies more than {budget.limits.depth} archives or mails deep; unpack it first")
    elif kind == ZIP:
        yield from _zip(names, content, media_type, budget)
    elif kind == MAIL:
        yield from _mails(names, content, budget)
    elif kind.advice:
        yield Found(names, b"", kind, partial(_refuse, kind))
    else:
        yield Found(names, content, kind, partial(_READERS.get(kind, _text), content, budget.limits, media_type))


def _zip(names: tuple[str, ...], content: bytes, media_type: str | None, budget: _Budget) -> Iterator[Found]:
    try:
        archive = zipped.open_zip(content)
    except Unreadable as error:
        yield _refused(names, error.reason)
        return
    kind = zipped.kind_of(archive)
    if kind == DOCX:
        yield Found(names, content, kind, partial(_docx, content, budget.limits))
    elif kind.advice:
        yield Found(names, b"", kind, partial(_refuse, kind))
    else:
        for name, member in zipped.members(archive, budget.limits.size):
            if isinstance(member, Unreadable):
                yield _refused((*names, name), member.reason, type(member))
            else:
                yield from _unfold((*names, name), member, name, media_type, budget)


def _mails(names: tuple[str, ...], content: bytes, budget: _Budget) -> Iterator[Found]:
    from advisory_cli.sources import mail  # and so below: what one kind of file needs

    mails = mail.mails_in(content)
    for number, one in enumerate(mails, 1):
        if number > 1:
            budget.take(one)
        own = (*names, f"mail {number}") if len(mails) > 1 else names
        try:
            taken = mail.take_apart(one, most=budget.limits.documents)
        except Unreadable as error:
            yield _refused(own, error.reason)
            continue
        except MemoryError:
            raise
        except Exception as error:  # noqa: BLE001 - the library breaks on mails in many ways
            yield _refused(own, broken(MAIL, error))
            continue
        if mail.has_text(taken) or not taken.attached:
            yield Found(own, one, MAIL, partial(mail.read, taken, budget.limits.text))
        for name, named, attached in taken.attached:
            yield from _unfold((*own, name), attached, name, named, budget)


def _refused(names: tuple[str, ...], reason: str, error: type[Unreadable] = Unreadable) -> Found:
    def read() -> Extracted:
        raise error("", reason)

    return Found(names, b"", ZIP, read)


def _refuse(kind: Format) -> Extracted:
    raise refusal(kind)


def _text(content: bytes, limits: Limits, media_type: str | None) -> Extracted:
    text, encoding, notes = decode(content, declared=charset_of(media_type))
    check_length(len(text), limits.text)
    if not text.strip():
        raise Unreadable("", "it is empty")
    return Extracted(text, encoding, notes)


def _html(content: bytes, limits: Limits, media_type: str | None) -> Extracted:
    from advisory_cli.sources import pages

    return pages.read(content, limits.text, charset_of(media_type))


def _pdf(content: bytes, limits: Limits, media_type: str | None) -> Extracted:
    from advisory_cli.sources import pdf

    del media_type
    return pdf.read(content, limits.text)


def _docx(content: bytes, limits: Limits) -> Extracted:
    from advisory_cli.sources import word

    with zipped.open_zip(content) as archive:
        zipped.check_size(archive, limits.size)
        return word.read(content, archive, limits.text)


_READERS = {HTML: _html, PDF: _pdf}
