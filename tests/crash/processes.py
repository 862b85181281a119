"""Writers that are killed, and many at once: `python -m tests.crash.processes kill|race|exchange FOLDER COUNT`."""

import os
import random
import shutil
import signal
import sys
import time
import traceback
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from tinydb import TinyDB

from advisory_cli.model import Advisory, digest
from advisory_cli.ports import Original
from advisory_cli.store import TinyStore

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
        if len(kept) > 300:
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


def exchange(folder: Path, times: int, writers: int = 3) -> str:
    """Let texts be erased and the file be rewritten by the stock library while others write and read without a pause.

    The stock library knows no lock of ours: it rewrites while it holds it for us, as a careful user would.
    """
    path = folder / "advisories.json"
    _write_many(path, "first", 1)
    children = [_fork(lambda name=name: _write_many(path, f"w{name}", times, _ignore)) for name in range(writers)]  # type: ignore[misc]
    children.append(_fork(lambda: _erase_many(path, times)))
    readers = [_fork(lambda: _read_all_until_stopped(path)) for _ in range(2)]
    codes = [os.waitpid(child, 0)[1] for child in children]
    for reader in readers:
        os.kill(reader, signal.SIGTERM)
    _require(not any(codes), "a writer failed")
    ends = [os.waitstatus_to_exitcode(os.waitpid(reader, 0)[1]) for reader in readers]
    _require(not any(ends), "a reader met a broken archive")
    titles = _titles(path, [])
    written = {f"w{writer}.{number}" for writer in range(writers) for number in range(times)}
    _require(written <= set(titles), "revisions are lost")
    _require(sum(title == "None" for title in titles) == times, "an erased text is back")
    _check(path)
    return f"{times} exchanges among {len(titles)} revisions"


def _erase_many(path: Path, times: int) -> None:
    store = TinyStore(path, tell=_ignore, lock_timeout=_PATIENCE)
    for number in range(times):
        with store.writing():
            (erased,) = store.append([Advisory(title=f"e.{number}", body=_BODY)])
            store.purge(erased.id or 0, Advisory(reason="asked for"))
            if number % 2:
                with TinyDB(path, encoding="utf-8") as db:
                    data = db.storage.read() or {}
                new = path.with_name("rewritten")  # a rename, or a reader may see half of it
                with TinyDB(new, encoding="utf-8") as db:
                    db.storage.write(data)
                new.replace(path)


def _read_all_until_stopped(path: Path) -> None:
    stopped: list[int] = []
    signal.signal(signal.SIGTERM, lambda *_: stopped.append(1))
    store = TinyStore(path, tell=_ignore)
    seen = 0
    while not stopped:
        ids = [entry.advisory.id for entry in store.entries()]
        _require(ids == list(range(1, len(ids) + 1)), "a reader missed a revision")
        _require(len(ids) >= seen, "a reader saw the archive shrink")
        seen = len(ids)
        _require(store.head().revisions >= seen, "a reader saw an older end")


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


def _write_many(path: Path, name: str, appends: int, tell: Callable[[str], None] | None = None) -> None:
    store = TinyStore(path, tell=tell or _fail, lock_timeout=_PATIENCE)
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
    except BaseException:  # noqa: BLE001 - the process ends here
        traceback.print_exc()
    finally:
        os._exit(code)


def _require(holds: object, what: str) -> None:
    if not holds:
        raise SystemExit(what)


def _ignore(_: str) -> None:
    """For what is told because it was brought about."""


def _fail(message: str) -> None:
    raise SystemExit(message)


if __name__ == "__main__":
    print({"kill": kill, "race": race, "exchange": exchange}[sys.argv[1]](Path(sys.argv[2]), int(sys.argv[3])))  # noqa: T201
