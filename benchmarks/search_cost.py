"""What building the index and searching it costs, in one process, at growing sizes.

    python -m benchmarks.search_cost FOLDER 1000 10000 100000

Archives are made in FOLDER and kept for the next time; indexes are built anew.
"""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from statistics import median
from time import perf_counter, process_time

from advisory_cli.index import TantivyIndex
from advisory_cli.model import Advisory
from advisory_cli.ports import Sort
from advisory_cli.query import parse_query
from advisory_cli.store import TinyStore
from benchmarks.corpus import COMMON, RARE, write_corpus

QUERIES: tuple[tuple[str, Sort], ...] = (
    (RARE, "relevance"),
    (COMMON, "relevance"),
    (COMMON.upper(), "relevance"),
    ("tortures", "relevance"),
    ("Zhanaosen", "relevance"),
    ("Жанаозен", "relevance"),
    ("جاناوزن", "relevance"),
    (COMMON, "date"),
    (f"{COMMON} {RARE}", "relevance"),
    (f'"{RARE} {COMMON}"', "relevance"),
    ("tor*", "relevance"),
    ("tor* con*", "relevance"),
    (f"{COMMON} country:KAZ date:2001..2003", "date"),
    ("人权", "relevance"),
    ("EUR 57/100/2012", "relevance"),
    ("", "relevance"),
    ("country:KAZ", "reference"),
)


def main(folder: Path, sizes: list[int]) -> None:
    """Print a table for each size."""
    for size in sizes:
        path = folder / str(size) / "advisories.json"
        if not path.exists():
            write_corpus(path, size)
        measure(path, size)


def measure(path: Path, size: int) -> None:
    """Build, add one, search."""
    store = TinyStore(path, tell=print)
    folder = path.with_name(".advisories.index")
    shutil.rmtree(folder, ignore_errors=True)
    wall, cpu = perf_counter(), process_time()
    TantivyIndex(folder).catch_up(store)
    wall, cpu = perf_counter() - wall, process_time() - cpu
    megabytes = sum(file.stat().st_size for file in folder.iterdir()) / 1e6
    peak = getrusage(RUSAGE_SELF).ru_maxrss / 1024
    print(f"\n{size} records, {store.end() / 1e6:.0f} MB: built in {wall:.1f} s wall, {cpu:.1f} s cpu,")
    print(f"{size / cpu:.0f} records/s of cpu, index {megabytes:.0f} MB, peak {peak:.0f} MiB")
    index = TantivyIndex(folder)
    print(f"{milliseconds(lambda: TantivyIndex(folder).catch_up(store)):8.2f} ms  open, nothing new")
    for typed, sort in QUERIES:
        query = parse_query(typed)
        index.catch_up(store)
        total = index.search(query, sort=sort, limit=20).total
        cost = milliseconds(lambda: index.search(query, sort=sort, limit=20))  # noqa: B023 - called at once
        print(f"{cost:8.2f} ms  {typed or '(all)'}, {sort}: {total}")
    print(f"{milliseconds(lambda: index.words_near('tortrue')):8.2f} ms  words near")
    print(f"{milliseconds(lambda: index.references_near(store, 'EUR 57/02/2013')):8.2f} ms  references near")
    print(f"{milliseconds(lambda: index.places('reference', 'EUR 57/100/2012')):8.2f} ms  places of a reference")
    print(f"{milliseconds(lambda: add_one(store, index)):8.2f} ms  append one and catch up")


def milliseconds(action: Callable[[], object]) -> float:
    """Median of five runs."""
    return median(timed(action) for _ in range(5)) * 1000


def timed(action: Callable[[], object]) -> float:
    """Seconds of one run."""
    start = perf_counter()
    action()
    return perf_counter() - start


def add_one(store: TinyStore, index: TantivyIndex) -> None:
    """Write one text and take it into the index."""
    with store.writing():
        store.append([Advisory(title="One more", body=COMMON)])
    index.catch_up(store)


if __name__ == "__main__":
    main(Path(sys.argv[1]), [int(size) for size in sys.argv[2:]])
