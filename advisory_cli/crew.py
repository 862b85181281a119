"""Reading many files with several processes: each parses on its own, and results come back in the order of the files.

A worker is ``python -P -m advisory_cli.crew``, which reads pickled chunks from its standard input and ends with it. One
that dies costs the file it was at.
"""

import gc
import pickle
import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import fields
from operator import attrgetter
from queue import SimpleQueue
from typing import IO, Any, Final, NamedTuple

from advisory_cli.errors import ArchiveError, Unreadable
from advisory_cli.model import Accession, Advisory, Document
from advisory_cli.reading import Given, Read, Reading, Recalled, printable, read_here
from advisory_cli.walk import STDIN, Input, Skipped


def read_all(inputs: Iterable[Given], reading: Reading, jobs: int) -> Iterator[Read]:
    """Read inputs with so many processes; results are in the order of the inputs."""
    workers = [_Worker(reading) for _ in range(jobs)]
    free: SimpleQueue[_Worker] = SimpleQueue()
    for worker in workers:
        free.put(worker)

    def read(chunk: _Chunk) -> list[Read]:
        worker = free.get()
        try:
            return worker.read(chunk.files)
        finally:
            free.put(worker)

    turn = sys.getswitchinterval()
    with ThreadPoolExecutor(jobs) as threads:
        try:
            sys.setswitchinterval(_TURN)
            for chunk, future in _ahead(threads, read, inputs, jobs):
                if future is None:
                    yield from read_here(chunk.files, reading)
                else:
                    yield from future.result()
        finally:
            sys.setswitchinterval(turn)
            for worker in workers:
                worker.stop()
            threads.shutdown(cancel_futures=True)


_FILES: Final = 32
_BYTES: Final = 1 << 20
"""Files and bytes in a chunk: enough that asking costs nothing, few enough that no worker waits at the end."""

_CHUNKS_AHEAD: Final = 12
_BYTES_AHEAD: Final = 32 << 20
"""How much is read, for each worker and in all, while earlier results are still being written."""


_TURN: Final = 0.001
"""Seconds that a thread with results waits while others are written: its process has nothing to do until then."""


class _Chunk(NamedTuple):
    files: list[Given]
    size: int
    is_ours: bool
    """Whether this process has to read it: standard input, the network, or what need not be read at all."""


class _Worker:
    """A process that reads files; started when there is one to read, and again if it dies."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._stopped = False
        self._process: subprocess.Popen[bytes] | None = None

    def read(self, files: Sequence[Given]) -> list[Read]:
        """The records of these files; where the process dies each is read alone, so that one is left out."""
        inputs = [given for given in files if isinstance(given, Input)]
        try:
            return list(self._records(inputs))
        except (OSError, EOFError, pickle.UnpicklingError):
            if self._stopped:
                return []
            self._end()
        if len(inputs) > 1:
            return [read for given in inputs for read in self.read([given])]
        reason = "the program that read it broke down; it was left out"
        return [(given, Unreadable(printable(given.name), reason)) for given in inputs]

    def stop(self) -> None:
        """End the process, whatever it is at; there is none after it."""
        self._stopped = True
        self._end()

    def _records(self, inputs: Sequence[Input]) -> Iterator[Read]:
        process = self._running()
        _send(process.stdin, inputs)
        while answers := _answers(process.stdout):
            yield from ((inputs[number], _received(*answer)) for number, answer in answers)

    def _running(self) -> "subprocess.Popen[bytes]":
        process = self._process = self._process or self._start()
        if self._stopped:  # while it was started
            self._end()
            raise EOFError
        return process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream:
                with suppress(OSError):
                    stream.close()

    def _start(self) -> "subprocess.Popen[bytes]":
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", "advisory_cli.crew"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,  # Ctrl-C is for us alone
        )
        with suppress(OSError):  # it died at once: `read` will see
            _send(process.stdin, self._reading)
        return process


def _ahead(
    threads: ThreadPoolExecutor, read: Any, inputs: Iterable[Given], jobs: int
) -> "Iterator[tuple[_Chunk, Future[list[Read]] | None]]":
    """Chunks in their order with what comes of them, some of them begun before they are asked for."""
    begun: deque[tuple[_Chunk, Future[list[Read]] | None]] = deque()
    size = 0
    for chunk in _chunks(inputs):
        begun.append((chunk, None if chunk.is_ours else threads.submit(read, chunk)))
        size += chunk.size
        while len(begun) >= jobs * _CHUNKS_AHEAD or size > _BYTES_AHEAD:
            size -= begun[0][0].size
            yield begun.popleft()
            if not begun:
                break
    yield from begun


def _chunks(inputs: Iterable[Given]) -> Iterator[_Chunk]:
    chunk = _Chunk([], 0, is_ours=False)
    for given in inputs:
        is_ours = not isinstance(given, Input) or given.is_url or given.name == STDIN
        if chunk.files and (is_ours != chunk.is_ours or len(chunk.files) >= _FILES or chunk.size >= _BYTES):
            yield chunk
            chunk = _Chunk([], 0, is_ours)
        size = given.size if isinstance(given, Input) else given.given.size if isinstance(given, Recalled) else 0
        chunk = _Chunk([*chunk.files, given], chunk.size + size, is_ours)
    if chunk.files:
        yield chunk


def _send(stream: IO[bytes] | None, value: object) -> None:
    if stream:
        pickle.dump(value, stream, pickle.HIGHEST_PROTOCOL)
        stream.flush()


def _answers(stream: IO[bytes] | None) -> list[Any]:
    """What a worker says next: results, each with the number of its file among those asked for; none at the end."""
    answers: list[Any] = pickle.load(stream) if stream else []  # noqa: S301 - our own process
    return answers


def _received(values: Any, document: Document | None, notes: tuple[str, ...]) -> Accession | ArchiveError | Skipped:
    if isinstance(values, Skipped):
        return values
    if document is None:
        return Unreadable(*values)
    return Accession(Advisory(**dict(zip(_NAMES, values, strict=True))), document, notes=notes)


def _sent(given: Input, one: Accession | ArchiveError | Skipped) -> tuple[Any, Document | None, tuple[str, ...]]:
    """A result in what pickles quickly; the text is in the record, and its marks are not shown for many."""
    if isinstance(one, Skipped):
        return one, None, ()
    if isinstance(one, Unreadable):
        return (one.source, one.reason), None, ()
    if isinstance(one, ArchiveError):
        return (printable(given.name), str(one)), None, ()
    record = one.advisory
    plain = (*_values(record), dict(record.confidence), dict(record.extra))
    return plain, one.document._replace(text="") if one.document else None, one.notes


_MAPPINGS: Final = ("confidence", "extra")
"""Fields in a form that does not pickle."""
_PLAIN: Final = tuple(field.name for field in fields(Advisory) if field.name not in _MAPPINGS)
_NAMES: Final = (*_PLAIN, *_MAPPINGS)
_values: Final = attrgetter(*_PLAIN)


def _work() -> None:
    """Be a worker until the end of standard input."""
    gc.set_threshold(100_000)
    asked, answers = sys.stdin.buffer, sys.stdout.buffer
    with suppress(EOFError, BrokenPipeError):
        reading: Reading = pickle.load(asked)  # noqa: S301 - from the process that started this one
        while True:
            for part in _parts(pickle.load(asked), reading):  # noqa: S301 - as above
                pickle.dump(part, answers, pickle.HIGHEST_PROTOCOL)
            pickle.dump([], answers)
            answers.flush()


def _parts(inputs: Sequence[Input], reading: Reading) -> Iterator[list[Any]]:
    """The results of these files, in parts that fit into memory: there may be ten thousand documents in a file."""
    part: list[Any] = []
    size = 0
    for number, given in enumerate(inputs):
        for one in reading.read(given):
            part.append((number, _sent(given, one)))
            size += len(one.document.content) if isinstance(one, Accession) and one.document else 0
            if size >= _BYTES:
                yield part
                part, size = [], 0
    if part:
        yield part


if __name__ == "__main__":
    _work()
