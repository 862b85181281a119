"""Writers that are killed, and many writers at once: `python -m tests.crash.processes kill|race FOLDER COUNT`."""

import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from tinydb import TinyDB

from advisory_cli.model import Advisory
from advisory_cli.ports import Original
from advisory_cli.store import TinyStore, digest

_BODY = 'A text. {"1": 2}\n}}\n \u202e "quoted" \\ ' * 40
_PATIENCE = 120.0


def kill(folder: Path, rounds: int, seed: int = 0) -> str:
    """Kill a writer at a random moment, again and again; every acknowledged revision must still be there."""
    chance = random.Random(seed)  # noqa: S311 - not a secret
    path = folder / "advisories.json"
    told: list[str] = []
    kept: list[str] = []
    for number in range(rounds):
        acknowledged = [*kept, *_killed_writer(path, number, chance.uniform(0, 0.03))]
        kept = _titles(path, told)
        _require(kept[: len(acknowledged)] == acknowledged, f"round {number}: an acknowledged revision is lost")
        _require(len(kept) - len(acknowledged) in {0, *range(1, 6)}, f"round {number}: more than one write is new")
        _check(path)
        if len(kept) > 3000:
            shutil.rmtree(folder)
            kept = []
    return f"{rounds} kills, {len(told)} recoveries"


def race(folder: Path, appends: int, writers: int = 8) -> str:
    """Let many processes append at once while one reads; nothing may be lost and no reader may see a broken line."""
    path = folder / "advisories.json"
    begin = time.monotonic()
    children = [_fork(lambda name=name: _write_many(path, f"w{name}", appends)) for name in range(writers)]  # type: ignore[misc]
    reader = _fork(lambda: _read_until_stopped(path))
    codes = [os.waitpid(child, 0)[1] for child in children]
    seconds = time.monotonic() - begin
    os.kill(reader, signal.SIGTERM)
    _require(os.waitstatus_to_exitcode(os.waitpid(reader, 0)[1]) == 0, "the reader met a broken line")
    _require(not any(codes), "a writer failed")
    told: list[str] = []
    titles = _titles(path, told)
    _require(
        sorted(titles) == sorted(f"w{w}.{n}" for w in range(writers) for n in range(appends)), "revisions are lost"
    )
    _require(not told, "there was something to recover")
    _check(path)
    return f"{writers} x {appends} appends, {writers * appends / seconds:.0f} a second"


def _killed_writer(path: Path, number: int, seconds: float) -> list[str]:
    """Titles that a writer acknowledged before it was killed."""
    receive, send = os.pipe()
    child = _fork(lambda: _write_on(path, number, send))
    os.close(send)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(receive) as pipe:
        return pipe.read().split()


def _write_on(path: Path, number: int, send: int) -> None:
    store = TinyStore(path, tell=_fail)
    for write in range(10_000):
        titles = [f"r{number}.{write}.{part}" for part in range(1 + write % 5)]
        with store.writing():
            store.keep_original(Original(titles[0].encode(), "txt"))
            store.append([Advisory(title=title, body=_BODY) for title in titles])
        os.write(send, "".join(f"{title}\n" for title in titles).encode())


def _write_many(path: Path, name: str, appends: int) -> None:
    store = TinyStore(path, tell=_fail, lock_timeout=_PATIENCE)
    for number in range(appends):
        with store.writing():
            store.append([Advisory(title=f"{name}.{number}", body=_BODY)])


def _read_until_stopped(path: Path) -> None:
    stopped: list[int] = []
    signal.signal(signal.SIGTERM, lambda *_: stopped.append(1))
    store = TinyStore(path, tell=_fail)
    end, seen = 0, 0
    while not stopped:
        entries = list(store.entries(end))
        ids = [entry.advisory.id for entry in entries]
        _require(ids == list(range(seen + 1, seen + 1 + len(ids))), "the reader missed a revision")
        seen += len(ids)
        end = entries[-1].place.offset + entries[-1].place.length if entries else end


def _titles(path: Path, told: list[str]) -> list[str]:
    return [str(entry.advisory.title) for entry in TinyStore(path, tell=told.append).entries()]


def _check(path: Path) -> None:
    """Stock TinyDB reads all of it, and the chain is whole."""
    if not path.exists():
        return
    with TinyDB(path, encoding="utf-8", access_mode="r") as db:
        documents = db.table("advisories").all()
    _require([document.doc_id for document in documents] == list(range(1, len(documents) + 1)), "numbers are missing")
    for before, after in pairwise(documents):
        _require(after["previous"] == digest(before), f"the chain breaks at {after.doc_id}")


def _fork(work: Callable[[], None]) -> int:
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        work()
        code = 0
    finally:
        os._exit(code)


def _require(holds: object, what: str) -> None:
    if not holds:
        raise SystemExit(what)


def _fail(message: str) -> None:
    raise SystemExit(message)


if __name__ == "__main__":
    print({"kill": kill, "race": race}[sys.argv[1]](Path(sys.argv[2]), int(sys.argv[3])))  # noqa: T201
