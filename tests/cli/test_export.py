"""`advisory export`: what may be handed on leaves, nothing else, and what stays behind is said."""

import csv
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from advisory_cli.exchange.writers import WRITERS
from tests.conftest import FIXTURES, Run, archived

CONTACT = "laroyo@amnesty.org"


@pytest.fixture
def filled(run: Run, seed: Path) -> Run:
    """The seed with a note; one text withdrawn, one internal, one under embargo, one removed, one plain."""
    run(["add", str(seed), *(str(FIXTURES / "layouts" / f"{number:03}.txt") for number in range(1, 14, 3))])
    run(["edit", "#1", "--note", "a note of ours", "--yes"])
    run(["withdraw", "#2", "--reason", "wrong date"])
    run(["edit", "#3", "--set", "distribution=internal", "--yes"])
    run("remove #4 --yes")
    return run


@pytest.fixture
def embargoed(run: Run) -> Run:
    """One text under an embargo that ends tomorrow, one of which the embargo is over."""
    for number, days in enumerate((1, -1), 1):
        ends = datetime.now(UTC) + timedelta(days=days)
        head = f"AI INDEX: EUR 57/00{number}/2026\nEMBARGOED FOR {ends:%H:%M} GMT {ends:%d %B %Y}"
        text = f"{head}\n\nTitle {number}\n\nBody."
        Path(f"{number}.txt").write_text(text, encoding="utf-8")
        run(["add", f"{number}.txt"])
    return run


def records(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def record_of(path: str) -> dict[str, Any]:
    return dict(json.loads(Path(f"{path}.left-out.json").read_text(encoding="utf-8")))


@pytest.mark.parametrize("form", WRITERS)
def test_no_format_lets_out_what_is_internal_removed_or_the_archivists_own(filled: Run, form: str) -> None:
    result = filled(["export", "-f", form, "-o", "out"])
    assert result.exit_code == 0
    written = Path("out").read_text(encoding="utf-8")
    removed = filled("show #3 --json").stdout
    assert json.loads(removed)["advisories"][0]["reference"] not in written.replace("\\", "")
    assert "a note of ours" not in written
    assert "EUR-57-002-2012.txt" not in written
    assert "wrong date" in written
    assert "withdrawn" in written.lower()
    assert "violent clashes" in written


def test_what_is_left_out_is_said_and_written_down_without_what_it_says(filled: Run) -> None:
    result = filled(["export", "-o", "out.jsonl"])
    assert "left out" in result.stderr
    record = record_of("out.jsonl")
    assert record["released"] == len(records(Path("out.jsonl").read_text(encoding="utf-8")))
    assert {one["what"] for one in record["left_out"]} >= {"text", "contacts", "note"}
    assert "a note of ours" not in json.dumps(record)
    assert CONTACT not in json.dumps(record)


@pytest.mark.parametrize(
    ("option", "let_out"),
    [
        ("--include-internal", "a note of ours"),
        ("--include-contacts expired", f'"emails": ["{CONTACT}"]'),
    ],
)
def test_what_is_let_out_against_the_rule_is_said_and_written_down(
    filled: Run, monkeypatch: pytest.MonkeyPatch, option: str, let_out: str
) -> None:
    monkeypatch.setenv("ADVISORY_USER", "ana")
    assert let_out not in filled("export").stdout
    result = filled(f"export -o out.jsonl {option}")
    assert let_out in Path("out.jsonl").read_text(encoding="utf-8")
    assert "against the rule by ana" in result.stderr
    assert (record_of("out.jsonl")["by"], len(record_of("out.jsonl")["included"])) == ("ana", 1)


def test_a_live_embargo_is_left_out_until_it_is_over(embargoed: Run) -> None:
    result = embargoed("export")
    assert [one["title"] for one in records(result.stdout)] == ["Title 2"]
    assert "its embargo is not over" in result.stderr
    assert len(records(embargoed("export --include-embargoed").stdout)) == 2


def test_where_all_is_left_out_nothing_is_written(embargoed: Run) -> None:
    result = embargoed("export EUR 57/001/2026 -o out.jsonl")
    assert result.exit_code == 3
    assert "EUR 57/001/2026 (und): its embargo is not over" in result.stderr
    assert not Path("out.jsonl").exists()


def test_nothing_found_is_said_and_nothing_written(filled: Run) -> None:
    result = filled("export nonesuch -o out.jsonl")
    assert (result.exit_code, Path("out.jsonl").exists()) == (1, False)


def test_a_file_is_not_written_over_unless_asked(filled: Run) -> None:
    Path("out.csv").write_text("mine", encoding="utf-8")
    assert filled("export -o out.csv").exit_code == 3
    assert Path("out.csv").read_text(encoding="utf-8") == "mine"
    assert filled("export -o out.csv --force").exit_code == 0
    assert Path("out.csv").read_text(encoding="utf-8") != "mine"


def test_the_archive_is_never_written_over(filled: Run, home: Path) -> None:
    archive = home / "archive" / "advisories.json"
    before = archive.read_bytes()
    assert filled(["export", "--force", "-o", str(archive)]).exit_code == 2
    assert archive.read_bytes() == before


def test_an_export_leaves_the_archive_as_it_was(filled: Run, home: Path) -> None:
    before = archived(home)
    filled("export --include-contacts expired -o out.jsonl")
    assert archived(home) == before


def test_what_goes_out_in_spite_of_its_mark_stands_in_its_history_and_undo_passes_it_over(filled: Run) -> None:
    filled(["tag", "#3", "+handed-on"])
    filled("export --include-internal -o out.jsonl")
    history = json.loads(filled("history #3 --json").stdout)["revisions"]
    assert [one["action"] for one in history] == ["add", "edit", "tag", "release"]
    assert history[-1]["changes"] == {}
    assert filled("undo --yes").exit_code == 0
    (after,) = json.loads(filled("show #3 --json").stdout)["advisories"]
    assert (after["tags"], after["distribution"], after["action"]) == ([], "internal", "undo")
    assert [one["action"] for one in json.loads(filled("history #1 --json").stdout)["revisions"]] == ["add", "edit"]


def test_only_its_owner_can_read_what_was_written(filled: Run) -> None:
    filled("export -o out.jsonl")
    assert {Path(name).stat().st_mode & 0o777 for name in ("out.jsonl", "out.jsonl.left-out.json")} == {0o600}


def test_words_reach_no_further_than_case_and_accents(filled: Run) -> None:
    assert len(records(filled("export ZHANAOZEN").stdout)) == 1
    assert filled("export Zhanaosen").exit_code == 1


def test_a_table_has_a_row_a_text_and_no_formula(filled: Run) -> None:
    filled(["edit", "#5", "--set", 'title==HYPERLINK("x")', "--yes"])
    filled("export -o out.csv --bom")
    content = Path("out.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(content.decode("utf-8-sig").splitlines(keepends=True)))
    assert len(rows) == 4
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "-", "@"))]
    assert "withdrawn: wrong date" in {row["standing"] for row in rows}


def test_a_page_stands_alone_and_nothing_in_it_acts(filled: Run) -> None:
    filled(["edit", "#5", "--set", "title=<script>alert(1)</script>", "--yes"])
    page = filled("export -f html").stdout
    assert "<script" not in page
    assert "&lt;script" in page
    assert page.rstrip().endswith("</html>")


def test_news_items_have_what_ninjs_asks_for(filled: Run) -> None:
    items = json.loads(filled("export -f ninjs").stdout)
    assert {item["type"] for item in items} == {"text"}
    assert all(item["uri"] for item in items)
    assert [item["edNote"] for item in items if item["pubStatus"] == "canceled"] == [
        "This text is withdrawn: wrong date."
    ]


def test_json_tells_what_was_written(filled: Run) -> None:
    told = json.loads(filled("export -o out.md --json").stdout)
    assert (told["schema"], told["format"], told["released"]) == (1, "markdown", 4)
    assert filled("export --json").exit_code == 2


def test_a_correction_is_said_in_every_row_it_is_about(filled: Run) -> None:
    filled(["edit", "#5", "--relate", "corrects=EUR 57/002/2012", "--yes"])
    assert "corrected by" in records(filled("export EUR 57/002/2012").stdout)[0]["standing"]


@pytest.mark.parametrize("name", ["report.pdf", "all.json", "list.xlsx"])
def test_an_ending_of_another_format_is_not_taken_for_ours(filled: Run, home: Path, name: str) -> None:
    result = filled(["export", "-o", name])
    assert result.exit_code == 2
    assert f'a name in ".{name.partition(".")[2]}" says no format of export' in result.stderr
    assert not (home / name).exists()
    assert filled(["export", "-o", name, "-f", "jsonl"]).exit_code == 0
