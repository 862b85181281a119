"""The process in which files from outside are taken apart: it may compute within limits, and nothing else.

It reads requests from standard input and answers each with messages on standard output: ``begin`` before each document,
then its text or ``refused``, at last ``end``. What goes wrong beyond that ends the process.
"""

import os
import resource
import signal
import sys
from contextlib import suppress
from typing import Any, BinaryIO, Final

from advisory_cli.errors import NoDocument, Unreadable
from advisory_cli.sources.extract import Found, broken, documents
from advisory_cli.sources.formats import DOCX, HTML, PDF
from advisory_cli.sources.messages import OUT_OF_MEMORY, Limits, Message, receive, send

_FORBIDDEN: Final = (
    "socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.remove", "os.rename",
    "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod", "os.chown", "os.kill", "shutil.",
    "signal.pthread_kill", "webbrowser.", "ftplib.", "smtplib.", "urllib.", "http.",
)  # fmt: skip
_UNIT: Final = 1 if sys.platform == "darwin" else 1024
"""Bytes in which the system counts memory."""
_XML_NO_MEMORY: Final = 2
"""How libxml2 says it (XML_ERR_NO_MEMORY)."""
_WRITING: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def main() -> None:
    """Answer requests until there are no more."""
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what libraries print goes where their errors go
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.addaudithook(_refuse)
    try:
        while _answer(receive(requests), answers):
            pass
    except (EOFError, BrokenPipeError):
        os._exit(0)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    """Fail whatever reaches out of this process."""
    if event.startswith(_FORBIDDEN) or (event == "open" and (arguments[2] or 0) & _WRITING):
        raise PermissionError(event)


def _answer(request: Message, answers: BinaryIO) -> bool:
    """Read one file; tell whether the process is still good for another."""
    limits = Limits(*request.head["limits"])
    _limit(limits)
    found = documents(request.first, request.head["name"], request.head["media_type"], limits)
    for number, document in enumerate(found):
        if number >= request.head["skip"]:
            own = _own(limits, document)
            _limit(own)
            send(answers, Message({"begin": document.names, "limits": own}))
            send(answers, _read(document))
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _UNIT
    send(answers, Message({"end": True, "spent": used > limits.memory / 2}))
    return used <= limits.memory / 2


def _own(limits: Limits, document: Found) -> Limits:
    """What one document may cost: a PDF most, and a page or Word document least that comes alone."""
    if document.kind is PDF:
        return limits
    alone = not document.names and document.kind in {HTML, DOCX}
    return limits._replace(
        seconds=min(limits.seconds, _SECONDS), memory=min(limits.memory, _MEMORY) if alone else limits.memory
    )


_SECONDS: Final = 12
_MEMORY: Final = 384 << 20


def _limit(limits: Limits) -> None:
    """Bound memory, and processor time from now on."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime + limits.seconds) + 1
    for kind, most in (
        (resource.RLIMIT_AS, limits.memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
    ):
        hard = resource.getrlimit(kind)[1]
        with suppress(ValueError, OSError):  # macOS knows no limit of address space
            resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _read(document: Found) -> Message:
    try:
        text, encoding, notes = document.read()
    except Unreadable as error:
        return Message({"refused": error.reason, "is_data": isinstance(error, NoDocument)})
    except MemoryError:
        raise
    except Exception as error:  # whatever a library makes of a hostile file costs that file only
        if isinstance(error, SyntaxError) and getattr(error, "code", None) == _XML_NO_MEMORY:
            raise MemoryError from error
        return Message({"refused": broken(document.kind, error)})
    head = {
        "media_type": document.kind.media_type,
        "extension": document.kind.extension,
        "encoding": encoding,
        "notes": notes,
    }
    return Message(head, document.content if document.names else b"", _shown(text))


def _shown(text: str) -> bytes:
    """The text as UTF-8, without zeros and halves of characters."""
    return text.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n").encode("utf-8", errors="replace")


if __name__ == "__main__":
    main()
