"""`advisory stats`: counts that anybody can recompute from the archive file, safe in every form."""

import csv
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from xml.dom import minidom

import pytest

from advisory_cli.actions.stats import SIDES
from tests.conftest import FIXTURES, Run


@pytest.fixture
def filled(run: Run, seed: Path) -> Run:
    """All sample layouts and the seed; one tagged twice, one removed, one withdrawn, one revised."""
    files = [seed, *sorted((FIXTURES / "layouts").glob("*.txt"))]
    assert run(["add", *map(str, files)]).exit_code == 0
    run("tag #1 +a +b")
    run("remove #2 --yes")
    run("withdraw #3 --reason why")
    run(["edit", "#4", "--set", "date=1999-05", "--yes"])
    run(["edit", "#5", "--set", "date=", "--yes"])
    return run


def recomputed(archive: Path) -> list[dict[str, Any]]:
    """The newest revision of each text of the file, without removed ones."""
    newest: dict[int, dict[str, Any]] = {}
    for number, record in json.loads(archive.read_text(encoding="utf-8"))["advisories"].items():
        newest[record["first"] or int(number)] = record
    return [record for record in newest.values() if record["status"] != "removed"]


def values(record: dict[str, Any], side: str) -> Iterable[str]:
    date = record["date"] or ""
    several = {
        "country": record["countries"],
        "tag": record["tags"],
        "speaker": [quote["speaker"] for quote in record["quotes"]],
        "year": [date[:4]],
        "month": [date[:7]],
    }
    found = several.get(side) or [record.get(side)]
    return {value for value in found if value} or {None}


def counted(run: Run, line: str) -> dict[str, Any]:
    return dict(json.loads(run(f"{line} --json").stdout))


@pytest.mark.parametrize("side", SIDES)
def test_counts_can_be_recomputed_from_the_file(filled: Run, home: Path, side: str) -> None:
    records = recomputed(home / "archive" / "advisories.json")
    told = counted(filled, f"stats --by {side}")
    assert (told["schema"], told["total"]) == (1, len(records))
    counts = Counter(value for record in records for value in values(record, side))
    assert {one["value"]: one["count"] for one in told["stats"][side]} == counts


def test_an_overview_tells_texts_works_revisions_and_years(filled: Run, home: Path) -> None:
    records = recomputed(home / "archive" / "advisories.json")
    told = counted(filled, "stats")
    works = {record["reference"] or record["first"] for record in records}
    years = sorted(record["date"][:4] for record in records if record["date"])
    said = [told["stats"][name] for name in ("works", "revisions", "from", "to")]
    assert said == [len(works), sum(record["revision"] for record in records), years[0], years[-1]]
    assert told["total"] == len(records)


def test_a_query_narrows_what_is_counted(filled: Run) -> None:
    assert counted(filled, "stats Zhanaozen --by country")["stats"] == {"country": [{"value": "KAZ", "count": 1}]}
    assert [counted(filled, f"stats is:withdrawn --region {region}")["total"] for region in ("MDE", "EUR")] == [1, 0]


def test_years_between_without_a_text_are_0_for_a_spreadsheet_and_undated_ones_last(filled: Run) -> None:
    lines = filled("stats --by year --format csv").stdout.splitlines()[1:]
    years = [line.split(",")[1] for line in lines[:-1]]
    assert years == [f"{year}" for year in range(int(years[0]), int(years[-1]) + 1)]
    assert "0" in {line.split(",")[2] for line in lines}
    assert lines[-1].split(",")[1] == ""
    assert lines[-1].split(",")[3] == "undated"


def test_years_without_a_text_are_no_lines_in_a_pipe(filled: Run) -> None:
    lines = [line.split("\t") for line in filled("stats --by year").stdout.splitlines()]
    assert [line[1] for line in lines[:-1]] == sorted({line[1] for line in lines[:-1]})
    assert "0" not in {line[2] for line in lines}
    assert lines[-1][3] == "undated"


def test_a_limit_keeps_the_most_frequent(filled: Run) -> None:
    whole = counted(filled, "stats --by country")["stats"]["country"]
    few = counted(filled, "stats --by country --limit 2")["stats"]["country"]
    assert [one for one in few if one["value"]] == [one for one in whole if one["value"]][:2]
    assert whole == sorted(whole, key=lambda one: (one["value"] is None, -one["count"]))


@pytest.mark.parametrize("line", ["stats nonesuch", "stats --by tag --year 1950"])
def test_nothing_to_count_is_said(filled: Run, line: str) -> None:
    result = filled(line)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "nothing found" in result.stderr
    assert json.loads(filled(f"{line} --json").stdout)["total"] == 0


HOSTILE = (
    '=HYPERLINK("http://evil")',
    "＝1+1",
    "@SUM(A1)",
    '<script>alert("1")</script>&',
    "tab\tand\u202eturned",
    "\ufffe",
)


@pytest.fixture
def hostile(run: Run, seed: Path) -> Run:
    """Organisations that are no names."""
    for number, name in enumerate(HOSTILE):
        Path("copy.txt").write_text(seed.read_text(encoding="utf-8") + f"\n\nCopy {number}\n", encoding="utf-8")
        assert run(["add", "copy.txt", "--keep-both", "--set", f"organisation={name}"]).exit_code == 0
    return run


def test_no_cell_of_a_csv_file_is_a_formula(hostile: Run) -> None:
    rows = list(csv.reader(hostile("stats --by organisation --format csv").stdout.splitlines()))
    assert rows[0] == ["side", "value", "texts", "in words"]
    assert {len(row) for row in rows} == {4}
    assert len(rows) == 1 + len(HOSTILE)
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "＝"))]
    assert sum(cell.startswith("'") for row in rows for cell in row) == 6


def test_a_picture_stands_alone_and_nothing_in_it_acts(hostile: Run) -> None:
    picture = hostile("stats --by organisation --format svg").stdout
    document = minidom.parseString(picture)  # noqa: S318 - our own
    names = {node.tagName for node in document.getElementsByTagName("*")}
    assert names == {"svg", "title", "desc", "rect", "text", "g"}
    (desc,) = document.getElementsByTagName("desc")
    assert '<script>alert("1")</script>&: 1' in desc.firstChild.data  # type: ignore[union-attr]
    assert "href" not in picture
    assert document.documentElement is not None
    assert document.documentElement.getAttribute("aria-labelledby") == "title desc"


@pytest.mark.parametrize("form", ["table", "tsv", "csv", "svg"])
def test_nothing_of_a_document_acts_on_the_terminal(hostile: Run, form: str) -> None:
    said = hostile(f"stats --by organisation --format {form}").stdout
    assert not {"\x1b", "\u202e"} & set(said)
    assert "turned" in said


@pytest.mark.parametrize("columns", ["30", "60", "200"])
def test_bars_fit_the_terminal(filled: Run, monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    lines = filled("stats --by country --format table").stdout.splitlines()
    assert max(map(len, lines)) <= int(columns)
    assert any("█" in line for line in lines)


def test_a_year_that_is_a_slip_does_not_make_a_thousand_rows(filled: Run) -> None:
    filled(["edit", "#6", "--set", "date=0012-03-22", "--yes"])
    assert len(filled("stats --by year").stdout.splitlines()) < 40


def test_json_is_a_form_as_of_every_command(filled: Run) -> None:
    assert filled("stats --by year --format json").stdout == filled("stats --by year --json").stdout


@pytest.mark.parametrize("line", ["stats --by year", "quotes", "contacts --stale"])
def test_lines_of_a_csv_file_end_alike(filled: Run, line: str) -> None:
    written = filled(f"{line} --format csv").stdout_bytes
    assert written.count(b"\n") == written.count(b"\r\n") > 1
