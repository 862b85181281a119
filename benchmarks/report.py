"""Tables of what was measured, in Markdown, and RESULTS.md with its picture.

    python -m benchmarks.report benchmarks/results.json

writes RESULTS.md and growth.svg beside the JSON.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import mean, median, quantiles

from benchmarks.commands import budget
from benchmarks.growth import growth_svg
from benchmarks.measuring import FLOOR
from benchmarks.programs import PROGRAMS
from benchmarks.results import Part, Results, Row, from_json, names_of
from benchmarks.texts import WORKS


def write_report(json_file: Path) -> None:
    """RESULTS.md and growth.svg, beside the JSON."""
    results = from_json(json_file.read_text(encoding="utf-8"))
    json_file.with_name("RESULTS.md").write_text(_report(results, json_file.name), encoding="utf-8")
    json_file.with_name("growth.svg").write_text(growth_svg(results.of("commands")), encoding="utf-8")


def tables(results: Results) -> str:
    """All tables, with their headings."""
    return "\n\n".join(_sections(results))


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table that also reads well as it stands: the first column left, numbers right."""
    widths = [max(len(row[at]) for row in (head, *rows)) for at in range(len(head))]
    rule = [":" + "-" * (widths[0] - 1), *("-" * (width - 1) + ":" for width in widths[1:])]
    return "\n".join(_line(row, widths) for row in (head, rule, *rows))


def _report(results: Results, source: str) -> str:
    machine = "\n".join(f"- {name}: {value}" for name, value in results.machine.items())
    return "\n\n".join((_HEAD.format(source=source), machine, _noise(results), _PLOT, tables(results), ""))


_HEAD = """# Results

Written by `python -m benchmarks.report` from [{source}]({source}), which has each single run; how it is measured and
renewed: [README.md](README.md)."""

_PLOT = """## Growth

![Each command from one record on, against the flat line](growth.svg)"""


def _noise(results: Results) -> str:
    """What the figures are worth: how much the same bare process differed, and what else the machine did."""
    floors = [(part, row) for part in results.parts if (row := part.row(FLOOR))]
    if not floors:
        return "Nothing was measured in turns with `python -c pass`: there are no ratios."
    middles = [row.middle for _, row in floors]
    worst = max(max(row.wall) / min(row.wall) for _, row in floors)
    load = max(part.load for part in results.parts)
    return _NOISE.format(low=min(middles), high=max(middles), worst=worst, load=load)


_NOISE = """How far to trust them: `python -c pass` took {low:.1f} to {high:.1f} ms in the median of a part, and within
one part its slowest run {worst:.1f} times its fastest; so much a figure may move without a cause in the program. On
average {load:.1f} processes ran or waited before the busiest part began. Ratios are to `python -c pass` in the same
turns; compare ratios, and times only within one table. Processes are cold, files are in the memory of the system. Rates
were measured once. The texts are made up: real ones have more different words; none has its original beside the
archive, which `doctor` says of each."""

_ADDS = "Each read, parsed and durable on the disk, within running processes: their start is not in it."


_PEERS = "Figures are times `python -c pass`, in brackets milliseconds."


def _sections(results: Results) -> Iterator[str]:
    commands = results.of("commands")
    if commands:
        yield f"## Commands, times `python -c pass`\n\nA bold figure is over its budget.\n\n{_ratios(commands)}"
    for part in commands:
        yield f"### {_records(part)}\n\n{_when(part)}\n\n{_samples(part)}{_notes(part)}"
    for part in results.of("rates"):
        yield f"## Rates, {_records(part)}\n\n{_when(part)}\n\n{_rates(part)}{_notes(part)}"
    if adds := results.of("adds"):
        yield f"## A thousand additions, one by one\n\n{_ADDS}\n\n{_adds(adds)}"
    for part in results.of("peers"):
        yield f"## Beside other programs, {_records(part)}\n\n{_when(part)} {_PEERS}\n\n{_peers(part)}{_notes(part)}"


def _when(part: Part) -> str:
    return f"Begun {part.at} with {part.commit}, when on average {part.load:.1f} processes ran or waited."


def _records(part: Part) -> str:
    return f"{part.size:,} record{'s' * (part.size != 1)}"


def _ratios(parts: Sequence[Part]) -> str:
    names = [name for name in names_of(parts) if name != FLOOR]
    rows = [(name, *(_ratio(part.row(name)) for part in parts), _number(budget(name), ".1f")) for name in names]
    return table(("", *(f"{part.size:,}" for part in parts), "budget"), rows)


def _ratio(row: Row | None) -> str:
    if row is None:
        return ""
    level = budget(row.name)
    return f"**{row.ratio:.1f}**" if level and row.ratio > level else f"{row.ratio:.1f}"


def _samples(part: Part) -> str:
    head = ("", "ms", "min", "max", "runs", "cpu ms", "peak MiB", "ratio", "found")
    return table(head, [_sample(row) for row in part.rows])


def _sample(row: Row) -> tuple[str, ...]:
    return (
        row.name,
        f"{row.middle:,.1f}",
        f"{min(row.wall):,.1f}",
        f"{max(row.wall):,.1f}",
        str(len(row.wall)),
        f"{median(row.cpu):,.1f}",
        f"{max(row.peak):,.0f}",
        f"{row.ratio:,.1f}",
        _number(row.records, ","),
    )


def _rates(part: Part) -> str:
    head = ("", "records", "s", "cpu s", "records/s", "per cpu s", "peak MiB", "MB on disk")
    rows = [
        (
            row.name,
            _number(row.records, ","),
            f"{row.middle / 1000:,.2f}",
            f"{median(row.cpu) / 1000:,.2f}",
            f"{row.rate:,.0f}",
            f"{row.rate * row.middle / median(row.cpu):,.0f}",
            f"{max(row.peak):,.0f}",
            _megabytes(row),
        )
        for row in part.rows
    ]
    return table(head, rows)


def _adds(parts: Sequence[Part]) -> str:
    head = ("records before", "processes", "p50 ms", "p99 ms", "max ms", "adds/s", "peak MiB")
    return table(head, [_tail(part, row) for part in parts for row in part.rows])


def _tail(part: Part, row: Row) -> tuple[str, ...]:
    return (
        f"{part.size:,}",
        str(row.jobs),
        f"{row.middle:,.1f}",
        f"{quantiles(row.wall, n=100)[98]:,.1f}",
        f"{max(row.wall):,.1f}",
        f"{row.jobs * 1000 / mean(row.wall):,.0f}",
        f"{max(row.peak):,.0f}",
    )


def _peers(part: Part) -> str:
    """Work as ratio and milliseconds, and what it took to be ready for it."""
    names = [program.name for program in PROGRAMS if part.row(f"{program.name}: build")]
    head = ("", *WORKS, "build s", "cpu s", "peak MiB", "MB on disk")
    rows = [(name, *(_work(part.row(f"{name}: {work}")) for work in WORKS), *_built(part, name)) for name in names]
    return table(head, rows)


def _notes(part: Part) -> str:
    return "".join(f"{'' if at else chr(10)}\n- {name}: {note}" for at, (name, note) in enumerate(part.notes.items()))


def _work(row: Row | None) -> str:
    return f"{row.ratio:.1f} ({row.middle:,.0f})" if row else "-"


def _built(part: Part, name: str) -> tuple[str, ...]:
    row = part.row(f"{name}: build")
    if row is None or not row.middle:
        return ("-", "-", "-", _megabytes(row) if row else "")
    return (f"{row.middle / 1000:,.1f}", f"{median(row.cpu) / 1000:,.1f}", f"{max(row.peak):,.0f}", _megabytes(row))


def _megabytes(row: Row) -> str:
    return _number(row.bytes and row.bytes / 1e6, ",.1f")


def _number(value: float | None, form: str) -> str:
    return "" if value is None else format(value, form)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = zip(cells, widths, strict=True)
    return f"| {' | '.join((first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in others)))} |"


if __name__ == "__main__":
    write_report(Path(sys.argv[1]))
