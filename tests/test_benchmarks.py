from xml.etree import ElementTree as ET

import pytest

from benchmarks.__main__ import main
from benchmarks.commands import budget, operation
from benchmarks.growth import growth_svg
from benchmarks.report import table, tables
from benchmarks.results import Part, Results, Row, from_json, merged, to_json

MACHINE = {"date": "2026-11-23", "system": "Linux"}


def a_row(name: str, *wall: float, floor: float = 10.0, records: int | None = None) -> Row:
    return Row(name, floor, list(wall), [1.0] * len(wall), [9.0] * len(wall), records)


def a_part(size: int, *rows: Row, group: str = "commands") -> Part:
    return Part(group, size, "2026-11-23T03:00+00:00", 0.1, "0123abc", [row.name for row in rows], list(rows), {})


def test_a_ratio_is_the_median_by_that_of_the_bare_process_in_the_same_turns() -> None:
    assert a_row("show", 70, 80, 200, floor=20).ratio == 4


def test_a_rate_is_records_a_second() -> None:
    assert a_row("index build", 500, records=1000).rate == 2000


def test_what_was_measured_anew_takes_the_place_of_the_old() -> None:
    old = a_part(1, a_row("add", 90), a_row("show", 80))._replace(notes={"jrnl": "left out", "papis": "0.16"})
    new = a_part(1, a_row("show", 70), a_row("list", 75))._replace(notes={"jrnl": "4.6"})
    both = merged(old, new)
    assert both.rows == [a_row("add", 90), a_row("show", 70), a_row("list", 75)]
    assert both.done == ["add", "list", "show"]
    assert both.notes == {"jrnl": "4.6", "papis": "0.16"}


def test_what_failed_has_no_figure_until_it_succeeds() -> None:
    before = a_part(1, a_row("add", 90), a_row("show", 80))
    failed = merged(before, a_part(1)._replace(notes={"show": "failed: ended with 3"}))
    assert [row.name for row in failed.rows] == ["add"]
    assert merged(failed, a_part(1, a_row("show", 70))).notes == {}


def test_json_and_back_is_the_same() -> None:
    results = Results(MACHINE, [a_part(1, a_row("add", 90, 91.5)), a_part(10, group="adds")])
    assert from_json(to_json(results)) == results


def test_columns_of_a_table_stand_below_each_other() -> None:
    assert table(("", "ms"), [("show", "70.0"), ("add", "7.0")]).split("\n") == [
        "|      |   ms |",
        "| :--- | ---: |",
        "| show | 70.0 |",
        "| add  |  7.0 |",
    ]


def test_what_is_over_its_budget_is_bold() -> None:
    printed = tables(Results(MACHINE, [a_part(1, a_row("show", 84)), a_part(1000, a_row("show", 86))]))
    assert "| show | 8.4 | **8.6** |    8.5 |" in printed


def test_a_size_that_lacks_a_row_leaves_its_cell_empty() -> None:
    printed = tables(Results(MACHINE, [a_part(1, a_row("show", 80)), a_part(10, a_row("cite", 90))]))
    assert "| cite |     | 9.0 |        |" in printed


def test_the_tail_of_additions_is_shown() -> None:
    costs = [float(number) for number in range(1, 1001)]
    printed = tables(Results(MACHINE, [a_part(1000, a_row("1,000 adds, 1 process", *costs), group="adds")]))
    assert [cell.strip() for cell in printed.split("\n")[-1].split("|")[3:6]] == ["500.5", "991.0", "1,000.0"]


def test_work_that_a_program_does_not_know_is_a_dash() -> None:
    part = a_part(1000, a_row("ripgrep: build", 0.0), a_row("ripgrep: phrase", 30), group="peers")
    row = next(line for line in tables(Results(MACHINE, [part])).split("\n") if line.startswith("| ripgrep"))
    assert [cell.strip() for cell in row.split("|")[2:8]] == [*["-"] * 5, "3.0 (30)"]


@pytest.mark.parametrize("sizes", [(1,), (1, 1000), (1, 10_000, 100_000, 1_000_000)])
def test_the_picture_is_well_formed_and_has_a_point_for_each_size(sizes: tuple[int, ...]) -> None:
    parts = [a_part(size, a_row("add", 90), a_row("find <&>", 70, 75)) for size in sizes]
    root = ET.fromstring(growth_svg(parts))  # noqa: S314 - made above
    assert len(root.findall(".//{*}circle")) == 2 * len(sizes)
    assert "find <&>" in [text.text for text in root.iter("{http://www.w3.org/2000/svg}text")]


def test_all_that_is_drawn_lies_within_the_picture() -> None:
    parts = [a_part(size, a_row("add", 10, 500)) for size in (1, 1_000_000)]
    root = ET.fromstring(growth_svg(parts))  # noqa: S314 - made above
    heights = [float(line.attrib[end]) for line in root.findall(".//{*}line") for end in ("y1", "y2")]
    assert min(heights) >= 0
    assert max(heights) <= float(root.attrib["height"])


def test_the_picture_of_nothing_is_well_formed() -> None:
    assert ET.fromstring(growth_svg([])).attrib["width"]  # noqa: S314 - made above


@pytest.mark.parametrize(
    ("row", "of", "highest"),
    [
        ("show", "show", 8.5),
        ("list (terminal)", "list", 13.0),
        ("search: phrase", "search", 10.0),
        ("search: rare word (terminal)", "search", 13.0),
        ("search: rare word, after add", "search", None),
        ("doctor", "doctor", None),
    ],
)
def test_a_row_belongs_to_an_operation_and_may_have_a_budget(row: str, of: str, highest: float | None) -> None:
    assert (operation(row), budget(row)) == (of, highest)


@pytest.mark.parametrize("words", [["--only", "add,shwo"], ["--sizes", "many"]])
def test_a_wrong_word_is_told_before_anything_is_measured(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
    assert words[1].split(",")[-1] in capsys.readouterr().err
