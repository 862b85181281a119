"""What people do all day, as whole cold processes: add, show, list, search and the rest."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from benchmarks.corpus import COMMON, FREQUENT, RARE
from benchmarks.grounds import Ground, new_text
from benchmarks.measuring import Line, Runner, in_turns
from benchmarks.results import Row

ON_TERMINAL: Final = ("show", "list", "search")
"""Measured in a pipe and on a terminal."""

BUDGETS: Final = {"add": 9.0, "show": 8.5, "show (terminal)": 11.0, "list": 9.0, "list (terminal)": 13.0}
AFTER_ADD: Final = "search: rare word, after add"
"""Takes the new text into the index first, and has no budget."""

SEARCH_BUDGETS: Final = (10.0, 13.0)
"""Highest ratios to `python -c pass`, at any size: of searches in a pipe and on a terminal."""

_MAY_END_WITH_1: Final = ("search", "quotes", "contacts", "doctor")
"""Nothing found, in a small archive, and findings."""


def measure_commands(runner: Runner, ground: Ground, rounds: int, wanted: frozenset[str]) -> list[Row]:
    """All commands in turns; searches with how many texts they find.

    Each round adds a text, so that the archive ends with a few more than it began with.
    """
    lines = {name: line for name, line in _lines(ground) if operation(name) in wanted}
    return [_counted(row, lines) for row in in_turns(runner, lines, rounds)]


def operation(name: str) -> str:
    """``search`` of ``search: rare word``."""
    return name.partition(":")[0].partition(" ")[0]


def budget(name: str) -> float | None:
    """Of a row, where it has one."""
    if operation(name) == "search" and name != AFTER_ADD:
        return SEARCH_BUDGETS[name.endswith("(terminal)")]
    return BUDGETS.get(name)


def _lines(ground: Ground) -> Iterator[tuple[str, Line]]:
    new = ground.archive.with_name("new.txt")
    yield "add", ground.advisory("add", str(new), late=lambda: _written(new))
    yield AFTER_ADD, ground.advisory("search", RARE, accepts=(0, 1))
    for name, words in _readings(ground).items():
        accepts = (0, 1) if words[0] in _MAY_END_WITH_1 else (0,)
        yield name, ground.advisory(*words, accepts=accepts)
        if operation(name) in ON_TERMINAL:
            yield f"{name} (terminal)", ground.advisory(*words, accepts=accepts, is_terminal=True)


def _readings(ground: Ground) -> dict[str, tuple[str, ...]]:
    return {
        "show": ("show", ground.reference, "--no-pager"),
        "list": ("list",),
        "search: rare word": ("search", RARE),
        "search: common word": ("search", COMMON),
        "search: phrase": ("search", f'"{ground.phrase}"'),
        "search: phrase of frequent words": ("search", f'"{FREQUENT}"'),
        "search: prefix": ("search", f"{COMMON[:3]}*"),
        "search: near spelling": ("search", "Zhanaosen"),
        "search: filter, by date": ("search", COMMON, "country:KAZ", "date:2001..2003", "--sort", "date"),
        "quotes": ("quotes", RARE, "--limit", "50"),
        "contacts": ("contacts", "--stale"),
        "history": ("history", ground.reference),
        "cite": ("cite", ground.reference),
        "doctor": ("doctor",),
    }


def _written(path: Path) -> tuple[str, ...]:
    new_text(path)
    return ()


def _counted(row: Row, lines: dict[str, Line]) -> Row:
    if operation(row.name) != "search":
        return row
    said = subprocess.run([*lines[row.name].words, "--json", "--limit", "1"], capture_output=True, check=False)
    return row._replace(records=json.loads(said.stdout)["total"])
