"""How fast, how large, how steady: measures `advisory`, prints tables and writes JSON.

    python -m benchmarks --sizes 1,10000 --rounds 5
    python -m benchmarks --sizes 1,10000,100000,1000000 --peers
    python -m benchmarks --sizes 100000 --only add,search,index
    python -m benchmarks --no-measure --json benchmarks/results.json

What was measured is kept in FOLDER/results and not measured again, so that an interrupted run is simply run again;
--again and --only measure anew. `python -m benchmarks.report` turns the JSON into RESULTS.md and growth.svg.
"""

import argparse
import os
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from benchmarks.adding import measure_adds
from benchmarks.commands import measure_commands
from benchmarks.grounds import ground
from benchmarks.machine import commit, machine
from benchmarks.measuring import Runner, runner
from benchmarks.peers import measure_peers
from benchmarks.rates import RATES, SMALLEST, measure_rates
from benchmarks.report import tables
from benchmarks.results import GROUPS, Part, Results, load_part, load_parts, save_part, to_json

COMMANDS: Final = ("add", "show", "list", "search", "quotes", "contacts", "history", "cite", "doctor")
OPERATIONS: Final = (*COMMANDS, *RATES, "adds")
_OF_GROUPS: Final = {"commands": COMMANDS, "rates": RATES, "adds": ("adds",)}
MOST_OF_PEERS: Final = 100_000


def main(words: Sequence[str] | None = None) -> None:
    """Measure what is asked for, part by part, and print what there is."""
    asked = _arguments().parse_args(words)
    folder: Path = asked.folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    with runner(folder) as running:
        for size in asked.sizes:
            for group in GROUPS:
                if wanted := _to_do(asked, folder, group, size):
                    print(f"{group}, {size:,} records ...", flush=True)
                    save_part(folder / "results", _measured(running, asked, wanted, group, size))
    results = Results(machine(), load_parts(folder / "results"))
    if asked.json:
        asked.json.write_text(to_json(results), encoding="utf-8")
    print(f"\n{tables(results)}")


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "python -m benchmarks", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--sizes", type=_sizes, default=(1, 10_000, 100_000), help="records, as in 1,10000")
    parser.add_argument(
        "--peers", action="store_true", help=f"other programs, too, from {SMALLEST:,} to {MOST_OF_PEERS:,} records"
    )
    parser.add_argument("--rounds", type=int, default=9, help="how often each command runs [9]")
    parser.add_argument("--only", type=_operations, help=f"some of {','.join(OPERATIONS)}; measures them anew")
    parser.add_argument("--no-measure", action="store_true", help="only print and write what was measured before")
    parser.add_argument("--again", action="store_true", help="measure anew what was measured before")
    parser.add_argument(
        "--folder",
        type=Path,
        default=Path(tempfile.gettempdir()) / "advisory-benchmarks",
        help="where archives are made and kept; decides which disk is measured",
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all that was measured in the folder")
    return parser


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(sorted(int(size) for size in text.replace("_", "").split(",")))


def _operations(text: str) -> frozenset[str]:
    names = frozenset(text.split(","))
    if strange := names - set(OPERATIONS):
        raise argparse.ArgumentTypeError(f"no {', '.join(sorted(strange))}; there are {', '.join(OPERATIONS)}")
    return names


def _to_do(asked: argparse.Namespace, folder: Path, group: str, size: int) -> frozenset[str]:
    """What is asked for of a part and was not measured before, or is to be measured anew."""
    if asked.no_measure or (group != "commands" and size < SMALLEST) or (group == "peers" and size > MOST_OF_PEERS):
        return frozenset()
    if group == "peers":
        wanted = frozenset({"peers"} if asked.peers else ())
    else:
        wanted = frozenset(_OF_GROUPS[group]) & (asked.only or frozenset(OPERATIONS))
    before = load_part(folder / "results", group, size)
    return wanted if before is None or asked.again or asked.only else wanted - set(before.done)


def _measured(running: Runner, asked: argparse.Namespace, wanted: frozenset[str], group: str, size: int) -> Part:
    folder = asked.folder.resolve()
    begun, load = datetime.now(UTC).isoformat(timespec="minutes"), round(os.getloadavg()[0], 1)
    at = ground(running, folder, size)
    notes: dict[str, str] = {}
    match group:
        case "commands":
            rows = measure_commands(running, at, asked.rounds, wanted)
        case "rates":
            rows = measure_rates(running, at, folder / "work", wanted)
        case "adds":
            rows = measure_adds(running, at, folder / "work")
        case _:
            rows, notes = measure_peers(running, at, folder / "peers", asked.rounds)
    failures = {name: f"failed: {why}" for name, why in running.failures.items()}
    running.failures.clear()
    return Part(group, size, begun, load, commit(), sorted(wanted), rows, notes | failures)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        raise SystemExit("interrupted; the parts that were measured are kept: run it again") from None
