"""`advisory import`: rows in, each told honestly; again is unchanged; what fails can be put right."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB

from tests.cli.screen import screen, without_colour
from tests.conftest import FIXTURES, Run, archived

ROW = {"title": "A title", "body": "First.\n\nSecond.", "date": "2012-03", "language": "fr", "countries": "Kazakhstan"}


def shown(run: Run, name: str) -> dict[str, Any]:
    return dict(json.loads(run(["show", name, "--json"]).stdout)["advisories"][0])


def totals(run: Run, *words: str) -> tuple[int, str]:
    result = run(["import", *words])
    return result.exit_code, next((line for line in result.stderr.splitlines() if line.startswith("added ")), "")


def write_lines(path: str, *rows: dict[str, Any]) -> str:
    Path(path).write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture
def filled(run: Run, seed: Path) -> Run:
    """Some texts, one withdrawn."""
    run(["add", str(seed), *map(str, sorted((FIXTURES / "layouts").glob("*.txt"))[:8])])
    run("withdraw #2 --reason why")
    return run


@pytest.mark.parametrize("form", ["jsonl", "csv", "ninjs"])
def test_what_was_exported_comes_in_again_and_a_second_time_is_unchanged(
    filled: Run, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    filled(["export", "-f", form, "-o", "out"])
    before = shown(filled, "EUR 57/002/2012@en")
    monkeypatch.setenv("ADVISORY_ARCHIVE", str(Path("other") / "advisories.json"))
    assert totals(filled, "out") == (0, "added 9, revised 0, unchanged 0, failed 0")
    assert totals(filled, "out") == (0, "added 0, revised 0, unchanged 9, failed 0")
    after = shown(filled, "EUR 57/002/2012@en")
    same = ["reference", "language", "organisation", "kind", "date", "title", "body", "countries", "region", "tags"]
    same += ["quotes", "links"] if form != "ninjs" else []
    assert [after[name] for name in same] == [before[name] for name in same]
    assert shown(filled, "EUR 57/002/2012@ru")["status"] == "withdrawn"
    assert filled("doctor").stdout.count("original") == 0


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_what_was_exported_from_here_is_unchanged(filled: Run, home: Path, form: str) -> None:
    filled(["export", "-f", form, "-o", "out"])
    before = archived(home)
    assert totals(filled, "out") == (0, "added 0, revised 0, unchanged 9, failed 0")
    assert archived(home) == before


def test_a_row_that_says_something_else_than_the_text_here_is_refused(filled: Run) -> None:
    filled(["export", "-o", "out.jsonl"])
    changed = Path("out.jsonl").read_text(encoding="utf-8").replace("Zhanaozen", "Zanaozen")
    Path("out.jsonl").write_text(changed, encoding="utf-8")
    assert totals(filled, "out.jsonl") == (4, "added 0, revised 0, unchanged 8, failed 1")
    assert totals(filled, "out.jsonl", "--revise") == (0, "added 0, revised 1, unchanged 8, failed 0")


def test_a_row_that_revises_a_text_leaves_alone_what_it_does_not_give(filled: Run) -> None:
    before = shown(filled, "EUR 57/002/2012@en")
    filled(["edit", "EUR 57/002/2012@en", "--note", "a note", "--yes"])
    write_lines("rows.jsonl", {"reference": "EUR 57/2/2012", "language": "en", "title": "Another"})
    assert filled("import rows.jsonl --revise").exit_code == 0
    after = shown(filled, "EUR 57/002/2012@en")
    assert (after["title"], after["note"]) == ("Another", "a note")
    same = ("body", "quotes", "contacts", "date", "countries", "printed_reference", "links")
    assert [after[name] for name in same] == [before[name] for name in same]


def test_columns_may_stand_in_any_order(run: Run) -> None:
    Path("a.csv").write_text("title,date\nOne,2012\n", encoding="utf-8")
    Path("b.csv").write_text("Date;Title\n2012;One\n", encoding="utf-8-sig")
    assert totals(run, "a.csv")[0] == 0
    assert shown(run, "#1")["date"] == "2012"
    assert totals(run, "b.csv")[0] == 0
    assert shown(run, "#2")["title"] == "One"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_tables_are_read_as_spreadsheets_save_them(run: Run, encoding: str, separator: str) -> None:
    text = f'title{separator}tags\r\n"Côte{separator} ""d\'Ivoire"""{separator}"a; b"\r\n'
    Path("list.csv").write_bytes(text.encode(encoding))
    assert totals(run, "list.csv")[0] == 0
    assert (shown(run, "#1")["title"], shown(run, "#1")["tags"]) == (f'Côte{separator} "d\'Ivoire"', ["a", "b"])


def test_a_stock_tinydb_file_of_any_shape_comes_in(run: Run) -> None:
    with TinyDB("old.json") as db:
        db.insert({"headline": "One", "meta": {"when": "2001-05", "countries": ["KAZ"]}, "id": 7, "desk": "Asia"})
        db.table("more").insert({"headline": "Two", "tags": ["x"], "text": "Words."})
    mapping = ["--map", "title=headline", "--map", "date=meta.when", "--map", "countries=meta.countries"]
    assert totals(run, "old.json", *mapping) == (0, "added 2, revised 0, unchanged 0, failed 0")
    one, two = shown(run, "#1"), shown(run, "#2")
    assert (one["title"], one["date"], one["countries"], one["desk"]) == ("One", "2001-05", ["KAZ"], "Asia")
    assert (two["tags"], two["text"]) == (["x"], "Words.")
    assert totals(run, "old.json", *mapping)[1] == "added 0, revised 0, unchanged 2, failed 0"


@pytest.mark.parametrize("indent", [None, 2])
def test_a_tinydb_file_may_be_laid_out_in_any_way(run: Run, indent: int | None) -> None:
    Path("old.json").write_text(json.dumps({"_default": {"1": ROW, "5": ROW | {"title": "B"}}}, indent=indent), "utf-8")
    assert totals(run, "old.json") == (0, "added 2, revised 0, unchanged 0, failed 0")


def test_what_json_prints_comes_in(filled: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("found.json").write_text(filled("search Zhanaozen --json").stdout, encoding="utf-8")
    monkeypatch.setenv("ADVISORY_ARCHIVE", str(Path("other") / "advisories.json"))
    assert totals(filled, "found.json")[0] == 0
    assert shown(filled, "EUR 57/002/2012@en")["quotes"]


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        ({"date": "22/03/12"}, "column 'date': '22/03/12' is no date"),
        ({"reference": "EUR"}, "column 'reference': 'EUR' is no reference"),
        ({"kind": "poem"}, "column 'kind': 'poem' is no kind"),
        ({"language": "French"}, "column 'language': 'French' is no language"),
        ({"countries": "Atlantis"}, "column 'countries': 'Atlantis' is no country"),
        ({"quotes": [{"words": "x"}]}, "column 'quotes'"),
        ({"quotes": "[{"}, "column 'quotes'"),
        ({"title": ["x"]}, "column 'title'"),
        ({"embargo": "soon"}, "column 'embargo': 'soon'"),
        ({"status": "removed"}, "--full"),
        ({"status": "gone"}, "column 'status': 'gone'"),
        ({"title": "", "body": " "}, "neither title nor body"),
    ],
)
def test_a_bad_row_is_told_with_column_and_value_and_the_others_go_in(run: Run, bad: dict[str, Any], said: str) -> None:
    name = write_lines("rows.jsonl", ROW, ROW | bad, ROW | {"title": "Third"})
    result = run(["import", name])
    assert result.exit_code == 4
    assert "added 2, revised 0, unchanged 0, failed 1" in result.stderr
    (told,) = [line for line in result.stderr.splitlines() if "rows.jsonl, row 2" in line]
    assert said in told


def test_failed_rows_are_put_aside_and_come_in_once_put_right(run: Run) -> None:
    name = write_lines("rows.jsonl", ROW, ROW | {"date": "22/03/12", "title": "Bad"})
    assert run(["import", name, "--failures", "bad.jsonl"]).exit_code == 4
    failed = json.loads(Path("bad.jsonl").read_text(encoding="utf-8"))
    assert failed["record"]["title"] == "Bad"
    failed["record"]["date"] = "2012-03-22"
    write_lines("bad.jsonl", failed)
    assert run(["import", "bad.jsonl", "--failures", "bad.jsonl"]).exit_code == 0
    assert shown(run, "#2")["date"] == "2012-03-22"


def test_another_content_under_the_same_number_is_refused_until_said_otherwise(run: Run) -> None:
    write_lines("a.jsonl", ROW | {"reference": "EUR 57/2/2012"})
    write_lines("b.jsonl", ROW | {"reference": "EUR 57/2/2012", "title": "Other"})
    run("import a.jsonl")
    assert totals(run, "b.jsonl")[0] == 3
    assert totals(run, "b.jsonl", "--revise")[0] == 0
    assert shown(run, "EUR 57/002/2012")["revision"] == 2
    assert shown(run, "EUR 57/002/2012")["title"] == "Other"


def test_what_fails_alone_is_refused_as_a_document_is(run: Run) -> None:
    assert [run(f"{verb} missing").exit_code for verb in ("add", "import")] == [3, 3]
    write_lines("rows.jsonl", ROW | {"date": "x"})
    assert [run(f"import {names}").exit_code for names in ("rows.jsonl", "rows.jsonl missing")] == [3, 4]


def test_a_quotation_mark_that_is_never_closed_swallows_no_rows(run: Run) -> None:
    Path("rows.csv").write_text('title,body\nOne,Text\n"Two,Text\nThree,Text\n', encoding="utf-8")
    result = run("import rows.csv")
    assert (result.exit_code, result.stdout.count("added")) == (4, 1)
    assert "rows.csv, row 3: a quotation mark that opens in it is never closed" in result.stderr


@pytest.mark.parametrize("ending", ["", "\n", "\r\n", "\n\n"])
def test_the_last_row_of_a_table_needs_no_line_end(run: Run, ending: str) -> None:
    Path("rows.csv").write_text(f'title,body\n"One\nor two","Text"{ending}', encoding="utf-8", newline="")
    assert run("import rows.csv").exit_code == 0
    assert shown(run, "#1")["body"] == "Text"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.csv", "x" * (1 << 24), "it has a line of more than 16,777,216 characters"),
        ("a.csv", 'title\n"' + "x" * 11_000_000 + '"\n', "field larger than field limit"),
        ("a.csv", "title\n" + "x" * 5_300_000, "column 'title': it has more than 5,242,880 characters of text"),
        ("a.jsonl", json.dumps({"title": "x" * 5_300_000}), "column 'title': it has more than 5,242,880 characters"),
        ("a.jsonl", json.dumps({"title": "x", "y": ["x" * 5_000_000] * 11}), "it is larger than 50 MiB"),
        ("a.jsonl", '{"title": 1' + "0" * 5_000 + "}", "it is no JSON: Exceeds the limit (4300 digits)"),
    ],
    ids=["line", "cell", "column of a table", "column", "row", "number"],
)
def test_what_is_too_long_for_a_text_is_no_text(run: Run, name: str, content: str, said: str) -> None:
    Path(name).write_text(content, encoding="utf-8")
    result = run(f"import {name}")
    assert (result.exit_code, result.stdout) == (3, "")
    assert said in result.stderr


def test_a_pipe_or_device_is_not_waited_for(run: Run) -> None:
    os.mkfifo("pipe")
    result = run("import pipe")
    assert (result.exit_code, "it is no regular file" in result.stderr) == (3, True)


def test_a_dry_run_writes_nothing(run: Run, home: Path) -> None:
    write_lines("rows.jsonl", ROW, ROW | {"date": "x"})
    assert totals(run, "rows.jsonl", "--dry-run", "--failures", "bad.jsonl")[0] == 4
    assert not (home / "archive" / "advisories.json").exists()


def test_an_import_is_one_write(run: Run) -> None:
    write_lines("rows.jsonl", *(ROW | {"title": f"Text {number}"} for number in range(700)))
    assert totals(run, "rows.jsonl")[1].startswith("added 700")
    assert run("undo --yes").exit_code == 0
    assert run("list").exit_code == 1


def test_nothing_from_elsewhere_can_pass_for_what_the_archive_itself_writes(run: Run) -> None:
    own = {"id": 99, "first": 99, "revision": 7, "action": "purge", "by": "x", "previous": "y", "at": "1999"}
    own |= {"_origin": {"revision": 1, "batch": "x", "undoes": None}, "source": {"url": "https://example.org/a"}}
    run(["import", write_lines("rows.jsonl", ROW | own)])
    told = shown(run, "#1")
    assert [told[name] for name in ("id", "first", "revision", "action")] == [1, 1, 1, "add"]
    assert told["by"] != "x"
    assert "_origin" not in told
    assert "chain" not in run("doctor").stdout


HOSTILE = {
    "deep": "[" * 1_000_000,
    "deep row": '{"title": ' + "[" * 5_000 + "]" * 5_000 + "}",
    "quotes": '"' * 1_000_000,
    "commas": "," * 1_000_000,
    "nul": "title\n\0\nx\n",
    "braces": "{" * 1_000_000,
    "nan": '{"title": "x", "n": NaN}',
    "digits": '{"title": "x", "n": ' + "9" * 100_000 + "}",
    "empty": "",
    "twice": "title,title\na,b\n",
    "no end": '{"_default": {"1": {"title": "x"',
    "surrogate": '{"title": "\\ud800", "tags": ["\\udfff"]}',
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_no_content_breaks_an_import(run: Run, content: str) -> None:
    Path("bad").write_text(content, encoding="utf-8")
    assert run(["import", "bad", str(FIXTURES)]).exit_code == 4
    assert run(["import", write_lines("good.jsonl", ROW)]).exit_code == 0


def test_json_tells_what_became_of_each_row(run: Run) -> None:
    told = json.loads(run(["import", write_lines("rows.jsonl", ROW, {}), "--json"]).stdout)
    assert [len(told[name]) for name in ("added", "unchanged", "failed")] == [1, 0, 1]
    assert told["failed"][0]["source"] == "rows.jsonl, row 2"


def test_a_mapping_to_a_field_that_there_is_not_is_misuse(run: Run) -> None:
    assert run(["import", write_lines("rows.jsonl", ROW), "--map", "titel=x"]).exit_code == 2


@pytest.mark.parametrize(
    "content",
    [
        b'{"title": "A title"}\n{"title": "Another"}\n',
        b'{"title": "A title"}\n\n{"title": "An\n{"title": "Another"}\n',
        b"title;date\nA title;2012\nAnother;\n",
        b"sep=;\r\ntitle;date\r\nA title;2012\r\nAnother;\r\n",
        b'{"_default": {"1": {"title": "A title"}, "2": {"title": "Another"}}}',
        b'[{"title": "A title"},\n 5, {"title": "An" other}, {"title": "Another"}]',
    ],
)
def test_what_standard_input_holds_is_told_from_the_content(run: Run, home: Path, content: bytes) -> None:
    run(["import", "-"], stdin=content)
    assert {shown(run, "#1")["title"], shown(run, "#2")["title"]} == {"A title", "Another"}
    assert [path.name for path in (home / "archive").iterdir() if path.name.startswith(".import")] == []


def test_everything_comes_through_a_pipe(filled: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    everything = filled("export --full").stdout
    monkeypatch.setenv("ADVISORY_ARCHIVE", str(Path("other") / "advisories.json"))
    filled(["import", "-"], stdin=everything.encode())
    assert filled("export --full").stdout == everything


def test_of_a_folder_what_holds_rows_comes_in_and_the_rest_is_said(
    filled: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled("export -f bag -o folder/bag")
    filled("export -o folder/out.jsonl")
    Path("folder/note.pdf").write_bytes(b"%PDF")
    monkeypatch.setenv("ADVISORY_ARCHIVE", str(Path("other") / "advisories.json"))
    told = filled("import folder").stderr
    assert "added 9, revised 0, unchanged 9, failed 0" in told
    assert ["note.pdf" in told, "out.jsonl.left-out.json" in told] == [True, True]


def test_of_the_folder_of_another_archive_the_archive_comes_in(
    filled: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled("search prison --save it")
    filled(["import", write_lines("rows.jsonl", {"title": ["a list"]})])
    monkeypatch.setenv("ADVISORY_ARCHIVE", str(Path("other") / "advisories.json"))
    result = filled(["import", str(home / "archive")])
    assert (result.exit_code, "added 9, revised 0, unchanged 0, failed 0" in result.stderr) == (0, True)


@pytest.mark.parametrize(
    ("database", "titles"),
    [
        ({"_default": {"a1b2": {"title": "One"}}}, ["One"]),
        ({"1": {"title": "One"}, "2": {"title": "Two"}}, ["One", "Two"]),
        ({"records": [{"title": "One"}, {"title": "Two"}], "total": 2}, ["One", "Two"]),
        ({"advisories": {"1": {"title": "One"}}, "meta": {"version": 3}, "n": 5}, ["One"]),
        ([{"title": "One"}, None, {"title": None, "body": "x"}, {"title": 2}], ["One", None, "2"]),
    ],
)
@pytest.mark.parametrize("indent", [None, 1])
def test_rows_are_found_wherever_a_file_has_them(
    run: Run, database: Any, titles: list[str | None], indent: int | None
) -> None:
    Path("rows.json").write_text(json.dumps(database, indent=indent), encoding="utf-8")
    run("import rows.json")
    found = json.loads(run("list --json --sort oldest").stdout)["advisories"]
    assert sorted(str(one["title"]) for one in found) == sorted(map(str, titles))


@pytest.mark.parametrize(
    ("printed", "date"),
    [
        ("22/03/2012", "2012-03-22"),
        ("22.3.2012", "2012-03-22"),
        ("01.02.2012", "2012-02-01"),
        ("03/22/2012", "2012-03-22"),
        ("22 March 2012", "2012-03-22"),
        ("март 2012", "2012-03"),
        ("2012-3-2", "2012-03-02"),
        ("20120322", "2012-03-22"),
        (20120322, "2012-03-22"),
        (2012, "2012"),
    ],
)
def test_dates_are_read_as_people_write_them(run: Run, printed: str | int, date: str) -> None:
    run(["import", write_lines("rows.jsonl", {"title": "A", "date": printed})])
    assert shown(run, "#1")["date"] == date


@pytest.mark.parametrize("printed", ["01/02/2012", "31/02/2012", "after 22 March 2012", "20121332", "22/03/12"])
def test_a_date_that_may_be_another_one_is_refused(run: Run, printed: str) -> None:
    result = run(["import", write_lines("rows.jsonl", {"title": "A", "date": printed})])
    assert (result.exit_code, printed in result.stderr) == (3, True)


def test_a_mapping_that_no_row_answers_is_told(run: Run) -> None:
    told = run(["import", write_lines("rows.jsonl", {"title": "A"}), "--map", "date=published"]).stderr
    assert "--map date=published" in told


@pytest.mark.parametrize(
    "content", ["{}", '{"_default": {}}', "[]", "<?xml version='1.0'?><rss/>", '{"a": "b"}'.encode("utf-16")]
)
def test_a_file_without_rows_is_said_to_have_none(run: Run, content: str | bytes) -> None:
    Path("rows.json").write_bytes(content if isinstance(content, bytes) else content.encode())
    assert run("import rows.json").exit_code == 3


def test_what_has_no_row_is_not_put_among_the_rows_that_can_be_put_right(run: Run, home: Path) -> None:
    result = run(["import", "nosuch.csv"])
    assert (result.exit_code, "once it is put right" in result.stderr) == (3, False)
    assert not list(home.rglob("import-failures.jsonl"))
    write_lines("rows.jsonl", {"title": "x", "date": "nonsense"})
    assert run("import nosuch.csv rows.jsonl --failures bad.jsonl").exit_code == 4
    assert len(Path("bad.jsonl").read_text(encoding="utf-8").splitlines()) == 1


def test_failed_rows_that_cannot_be_put_aside_do_not_unsay_what_went_in(run: Run, home: Path) -> None:
    (home / "rows.jsonl").write_text('{"title": "One", "body": "Text."}\n{"date": "soon"}\n', encoding="utf-8")
    result = run("import rows.jsonl --failures rows.jsonl/failed.jsonl")
    assert result.exit_code == 3
    assert "the list of what failed cannot be written to rows.jsonl/failed.jsonl: Not a directory" in result.stderr
    assert "the archive is as it was" not in result.stderr
    assert run("list").stdout.count("\tOne\t") == 1


def test_what_of_a_folder_is_no_table_is_counted_on_a_terminal(run: Run, home: Path) -> None:
    folder = home / "documents"
    folder.mkdir()
    for number in range(30):
        (folder / f"{number}.txt").write_text("a document")
    assert run("import documents").stderr.count("left out: ") == 30
    with screen("import", "documents") as terminal:
        assert terminal.end() == 0
        said = " ".join(without_colour(terminal.text).split())
    assert "30 notes like this one: left out: documents/0.txt: its name ends in none of" in said
    assert '"advisory add" it as a document' in said
    assert said.count("left out: ") == 1
