"""What was measured, as values and as JSON: parts by group and size."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from statistics import median
from typing import Any, Final, NamedTuple

SCHEMA: Final = 1
GROUPS: Final = ("commands", "rates", "adds", "peers")


class Row(NamedTuple):
    """One operation, measured several times."""

    name: str
    floor: float
    """Milliseconds of ``python -c pass`` in the same turns, median."""
    wall: list[float]
    """Milliseconds by the clock, of each run."""
    cpu: list[float]
    """Milliseconds of all processors."""
    peak: list[float]
    """MiB, of the largest process of the run."""
    records: int | None = None
    """Records found or worked through."""
    bytes: int | None = None
    """What lies on the disk for it."""
    jobs: int = 1
    """Processes that did the same at once."""

    @property
    def middle(self) -> float:
        """Median of the wall clock."""
        return median(self.wall)

    @property
    def ratio(self) -> float:
        """How many times ``python -c pass``."""
        return self.middle / self.floor

    @property
    def rate(self) -> float:
        """Records a second."""
        return (self.records or 0) / self.middle * 1000


class Part(NamedTuple):
    """What was measured together."""

    group: str
    size: int
    at: str
    load: float
    """Processes that ran or waited over the last minute, on average, when the part began."""
    commit: str
    """Of what was measured last of it."""
    done: list[str]
    """Operations that were measured, or failed."""
    rows: list[Row]
    notes: dict[str, str]
    """What failed and why; of peers, what was done with each, or why it was left out."""

    @property
    def name(self) -> str:
        """``commands-10000``."""
        return f"{self.group}-{self.size}"

    def row(self, name: str) -> Row | None:
        """The row of that name."""
        return next((row for row in self.rows if row.name == name), None)


class Results(NamedTuple):
    """All parts, and where and with what they were measured."""

    machine: dict[str, str]
    parts: list[Part]

    def of(self, group: str) -> list[Part]:
        """The parts of a group by size."""
        return sorted((part for part in self.parts if part.group == group), key=lambda part: part.size)


def merged(old: Part | None, new: Part) -> Part:
    """The new rows in the place of old ones with their names, and what was not tried again."""
    if old is None:
        return new
    fresh = {row.name: row for row in new.rows}
    notes = {name: note for name, note in old.notes.items() if name not in fresh} | new.notes
    rows = [fresh.pop(row.name, row) for row in old.rows if row.name not in new.notes]
    done = sorted({*old.done, *new.done})
    return new._replace(done=done, rows=[*rows, *fresh.values()], notes=notes)


def save_part(folder: Path, part: Part) -> None:
    """Keep a part, and what was measured of it before."""
    folder.mkdir(parents=True, exist_ok=True)
    whole = merged(load_part(folder, part.group, part.size), part)
    (folder / f"{part.name}.json").write_text(_part_to_json(whole), encoding="utf-8")


def load_part(folder: Path, group: str, size: int) -> Part | None:
    """A part that was measured before."""
    path = folder / f"{group}-{size}.json"
    return _part(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else None


def load_parts(folder: Path) -> list[Part]:
    """All that was measured, by group and size."""
    parts = (_part(json.loads(path.read_text(encoding="utf-8"))) for path in folder.glob("*-*.json"))
    return sorted(parts, key=lambda part: (GROUPS.index(part.group), part.size))


def to_json(results: Results) -> str:
    """One object, with a line for each row."""
    parts = ",\n".join(_part_to_json(part) for part in results.parts)
    return f'{{"schema": {SCHEMA}, "machine": {json.dumps(results.machine)}, "parts": [\n{parts}\n]}}\n'


def from_json(text: str) -> Results:
    """What `to_json` wrote."""
    read = json.loads(text)
    return Results(read["machine"], [_part(part) for part in read["parts"]])


def names_of(parts: Iterable[Part]) -> list[str]:
    """Names of rows, in the order in which they come up."""
    return list(dict.fromkeys(row.name for part in parts for row in part.rows))


def _part_to_json(part: Part) -> str:
    head = json.dumps({name: value for name, value in part._asdict().items() if name != "rows"})
    rows = ",\n".join(json.dumps(row._asdict()) for row in part.rows)
    return f'{head[:-1]}, "rows": [\n{rows}\n]}}'


def _part(read: Mapping[str, Any]) -> Part:
    return Part(**{**read, "rows": [Row(**row) for row in read["rows"]]})
