"""Worker processes that take files apart: kept for many files, one to a thread at a time, replaced when they die."""

import atexit
import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from os.path import abspath
from threading import Timer
from time import monotonic
from typing import Any, BinaryIO, Final, NamedTuple, cast

from advisory_cli.sources.extracted import mebibytes
from advisory_cli.sources.messages import OUT_OF_MEMORY, Limits, Message, receive, send

PROGRAM: Final = "import sys; sys.path[:] = sys.argv[1:]; from advisory_cli.sources.worker import main; main()"
"""Run by an isolated interpreter, which looks for packages where this one does."""
_START: Final = 10
"""Seconds that may pass besides until the first document is come to: a new process must start, a file be unpacked."""
_PIECE: Final = 1 << 20
"""Bytes that are asked for at a time."""
_BROKEN: Final = (EOFError, OSError, ValueError, KeyError, TypeError)
"""What a worker's silence or gibberish ends in."""


class Part(NamedTuple):
    """A document in a file, or why it could not be read."""

    names: tuple[str, ...]
    """Where in the file it lies; nothing for the file itself."""
    refused: str | None
    content: bytes = b""
    """Of a document that lies in the file; nothing for the file itself."""
    text: str = ""
    media_type: str = ""
    extension: str = ""
    encoding: str | None = None
    notes: tuple[str, ...] = ()
    is_data: bool = False
    """Whether what was refused is no document at all."""


def parts(
    content: bytes, name: str, media_type: str | None, limits: Limits, *, program: str = PROGRAM
) -> Iterator[Part]:
    """The documents in a file, in order; behind one that a worker dies of, another worker goes on."""
    request = Message({"name": name, "media_type": media_type, "limits": limits}, content)
    return _Reading(request, limits, program).parts()


class _Reading:
    """One file on its way through workers."""

    def __init__(self, request: Message, limits: Limits, program: str) -> None:
        self._request = request
        self._limits = limits
        self._program = program
        self._done = self._losses = 0
        self._seconds = limits.all_seconds
        self._over = False

    def parts(self) -> Iterator[Part]:
        """The documents, through as many workers as it takes."""
        while not self._over:
            try:
                worker = _take(self._program)
            except OSError as error:
                yield Part((), f"the program that reads such files cannot be started: {error.strerror}")
                return
            try:
                yield from self._through(worker)
            finally:
                _give_back(worker)

    def _through(self, worker: "_Worker") -> Iterator[Part]:
        names: tuple[str, ...] | None = None
        limits = self._limits
        try:
            worker.ask(self._request._replace(head=self._request.head | {"skip": self._done}), self._limits.seconds)
            while not self._over:
                message = self._next(worker, limits.seconds + _START * (names is None))
                if "end" in message.head:
                    self._over, worker.reusable = True, not message.head["spent"]
                elif "begin" in message.head:
                    names, limits = tuple(map(str, message.head["begin"])), Limits(*message.head["limits"])
                else:
                    self._done += 1
                    yield _part(names or (), message)
                    names, limits = None, self._limits
        except _BROKEN:
            yield from self._lost(names, worker.end(limits))

    def _next(self, worker: "_Worker", seconds: float) -> Message:
        before = monotonic()
        try:
            return worker.answer(min(seconds, self._seconds))
        finally:
            self._seconds -= monotonic() - before

    def _lost(self, names: tuple[str, ...] | None, reason: str) -> Iterator[Part]:
        """Go on behind a document that was read; a file that cannot even be opened, or costs too much, is given up."""
        self._losses += 1
        self._over = not names or self._losses >= self._limits.losses or self._seconds <= 0
        if names or not self._done:
            yield Part(names or (), reason)
        if self._over and (names or self._done):
            yield Part((), "the rest of it cannot be read or takes too long")
        self._done += 1


def _part(names: tuple[str, ...], message: Message) -> Part:
    head: dict[str, Any] = message.head
    if "refused" in head:
        return Part(names, str(head["refused"]), is_data=bool(head.get("is_data")))
    encoding, notes = head["encoding"], tuple(map(str, head["notes"]))
    kind = (str(head["media_type"]), str(head["extension"]))
    return Part(names, None, message.first, message.second.decode(), *kind, encoding, notes)


class _Worker:
    """One worker process."""

    def __init__(self, program: str) -> None:
        self.program = program
        self.reusable = False
        self._expired = False
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-B", "-c", program, *map(abspath, sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={},
            cwd="/",
        )
        self._requests, self._answers = cast("BinaryIO", self._process.stdin), cast("BinaryIO", self._process.stdout)
        self._until = 0.0
        self._heard = select.poll()
        self._heard.register(self._answers, select.POLLIN)

    def ask(self, request: Message, seconds: float) -> None:
        """Send a request."""
        self.reusable = False
        with self._within(seconds):
            send(self._requests, request)

    def answer(self, seconds: float) -> Message:
        """Wait for the next message."""
        self._until = monotonic() + seconds
        return receive(self)

    def read(self, length: int) -> bytes:
        """The next bytes of what it says; fewer where it ends, or takes too long. Thrice as quick as with a timer."""
        pieces = []
        while length > 0:
            if not self._heard.poll(1000 * max(self._until - monotonic(), 0)):
                self._expired = True
                break
            if not (piece := os.read(self._answers.fileno(), min(length, _PIECE))):
                break
            pieces.append(piece)
            length -= len(piece)
        return b"".join(pieces)

    def end(self, limits: Limits) -> str:
        """Stop the process; say what it died of."""
        self.close()
        code = self._process.returncode
        if self._expired or code == -signal.SIGXCPU:
            return f"it takes longer than {limits.seconds:g} seconds to read"
        if code == OUT_OF_MEMORY:
            return f"it takes more than {mebibytes(limits.memory)} of memory to read"
        return "the program that reads such files broke down on it; the file may be damaged"

    @property
    def alive(self) -> bool:
        """Whether the process runs."""
        return self._process.poll() is None

    def close(self) -> None:
        """Stop the process and wait until it is gone."""
        self._process.kill()
        with suppress(OSError):  # a request that was not read to its end
            self._requests.close()
        self._answers.close()
        self._process.wait()

    @contextmanager
    def _within(self, seconds: float) -> Iterator[None]:
        timer = Timer(max(seconds, 0), self._expire)
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _expire(self) -> None:
        self._expired = True
        self._process.kill()


_idle: Final[list[_Worker]] = []
"""Workers that wait for a file; taking from a list and adding to it are atomic."""


def _take(program: str) -> _Worker:
    while _idle and program == PROGRAM:
        worker = _idle.pop()
        if worker.alive:
            return worker
        worker.close()
    return _Worker(program)


def _give_back(worker: _Worker) -> None:
    if worker.reusable and worker.program == PROGRAM:
        _idle.append(worker)
    else:
        worker.close()


@atexit.register
def _close_all() -> None:
    while _idle:
        _idle.pop().close()
