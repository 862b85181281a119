"""What one durable append costs as the archive grows, and how many a second several processes reach.

Run `python benchmarks/add_cost.py [FOLDER]`; the folder decides which disk is measured.
"""

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from advisory_cli.model import Advisory, Quote, Source
from advisory_cli.store import TinyStore

SIZES = (1, 10_000, 100_000)
APPENDS = 300
ADDERS = (1, 8)
ADVISORY = Advisory(
    reference="EUR 57/002/2012",
    language="en",
    title="Media advisory: observers at the trial",
    body="\n\n".join(["The trial opens on Monday; observers will be there and can be reached by telephone."] * 24),
    quotes=(Quote(text="We will watch every session.", speaker="N. N.", role="researcher"),),
    source=Source(name="advisory.txt", media_type="text/plain", sha256="0" * 64, bytes=2600),
    at="2012-03-22T10:00:00Z",
)


def main() -> None:
    """Print both tables."""
    with tempfile.TemporaryDirectory(dir=sys.argv[1] if len(sys.argv) > 1 else None) as folder:
        store = TinyStore(Path(folder) / "advisories.json", tell=print)
        print(f"{'records':>9} {'MB':>6} {'p50 ms':>8} {'p99 ms':>8} {'max ms':>8}")
        held = 0
        for size in SIZES:
            fill(store, size - held)
            print_costs(store, size)
            held = size + APPENDS
        print(f"\n{'processes':>9} {'adds/s':>8}")
        for adders in ADDERS:
            print(f"{adders:>9} {race(Path(folder) / f'{adders}.json', adders):>8.0f}")


def fill(store: TinyStore, count: int) -> None:
    """Append so many revisions, a thousand at a time."""
    with store.writing():
        while count > 0:
            store.append([ADVISORY] * min(count, 1000))
            count -= 1000


def print_costs(store: TinyStore, size: int) -> None:
    """Append one by one, each under its own lock, and print what that took."""
    costs = sorted(timed_append(store) for _ in range(APPENDS))
    p50, p99 = statistics.median(costs), costs[int(APPENDS * 0.99)]
    print(f"{size:>9} {store.end() / 1e6:>6.0f} {p50 * 1e3:>8.2f} {p99 * 1e3:>8.2f} {costs[-1] * 1e3:>8.2f}")


def timed_append(store: TinyStore) -> float:
    """Seconds that one durable append took."""
    begin = time.perf_counter()
    with store.writing():
        store.append([ADVISORY])
    return time.perf_counter() - begin


def race(path: Path, processes: int) -> float:
    """Durable appends a second that so many processes reach together."""
    begin = time.perf_counter()
    children = [fork(path) for _ in range(processes)]
    if any(os.waitpid(child, 0)[1] for child in children):
        raise SystemExit("an appending process failed")
    return processes * APPENDS / (time.perf_counter() - begin)


def fork(path: Path) -> int:
    """A process that appends on its own."""
    child = os.fork()
    if child:
        return child
    store = TinyStore(path, tell=print, lock_timeout=60)
    for _ in range(APPENDS):
        timed_append(store)
    os._exit(0)


if __name__ == "__main__":
    main()
