"""Saved searches and batches on the command line."""

import json
from pathlib import Path

import pytest

from tests.conftest import FIXTURES, Run


@pytest.fixture
def filled(run: Run) -> Run:
    """A command line on an archive of three documents, with two searches saved."""
    files = [FIXTURES / "EUR-57-002-2012.txt", *(FIXTURES / "layouts" / f"{case}.txt" for case in ("007", "049"))]
    assert run(["add", *map(str, files)]).exit_code == 0
    assert run("search --save kaz Zhanaozen --country KAZ").exit_code == 0
    assert run("search --save Old --until 2000 death OR torture").exit_code == 0
    return run


def test_what_is_saved_is_the_query_with_its_options(filled: Run) -> None:
    assert filled("search --saved").stdout == "kaz\t(Zhanaozen) country:KAZ\nold\t(death OR torture) date:..2000\n"


@pytest.mark.parametrize(
    ("line", "references"),
    [
        ("search saved:kaz --format ids", "EUR 57/002/2012@en\n"),
        ("search SAVED:OLD --format ids", "AMR 34/043/1992@en\n"),
        ("list saved:kaz OR saved:old --sort oldest --format ids", "AMR 34/043/1992@en\nEUR 57/002/2012@en\n"),
        ("list -saved:kaz NOT saved:old --format ids", "MDE 30/010/2008@fr\n"),
        ("list saved:old --country GTM --format ids", "AMR 34/043/1992@en\n"),
    ],
)
def test_queries_name_saved_ones(filled: Run, line: str, references: str) -> None:
    assert filled(line).stdout == references


def test_commands_that_write_take_them_too(filled: Run) -> None:
    assert "EUR 57/002/2012" in filled("remove saved:kaz --yes").stdout
    assert filled("list --format ids").stdout.count("\n") == 2


def test_a_saved_search_may_use_another_but_not_itself(filled: Run) -> None:
    assert filled("search --save both saved:kaz OR saved:old").exit_code == 0
    assert filled("list saved:both --format ids").stdout.count("\n") == 2
    refused = filled("search --save kaz saved:both")
    assert refused.exit_code == 2
    assert "a saved search cannot use itself: kaz -> both -> kaz" in refused.stderr
    assert filled("list saved:both --format ids").stdout.count("\n") == 2


def test_what_is_replaced_or_forgotten_is_told(filled: Run) -> None:
    assert "note: kaz was: (Zhanaozen) country:KAZ" in filled("search --save KAZ strike").stderr
    filled("search --save mine saved:kaz")
    forgotten = filled("search --forget Kaz")
    assert forgotten.stdout == "forgot kaz: strike\n"
    assert "note: mine used it" in forgotten.stderr
    assert 'no saved search "kaz"' in filled("search saved:mine").stderr


def test_json_of_saved_searches(filled: Run) -> None:
    old = {"name": "old", "query": "(death OR torture) date:..2000"}
    assert json.loads(filled("search --saved --json").stdout)["saved"][1] == old
    assert json.loads(filled("search --forget old --json").stdout) == {"schema": 1, "forgotten": [old]}
    saved = json.loads(filled("search --save old strike --json").stdout)
    assert saved == {"schema": 1, "saved": [{"name": "old", "query": "strike"}]}


@pytest.mark.parametrize(
    ("line", "sentence", "code"),
    [
        ("search saved:kax", 'no saved search "kax"; did you mean "kaz"?', 2),
        ("search --save", "--save needs a value behind it", 2),
        ("search --save a", "nothing to save", 2),
        ("search --save a/b strike", "'a/b' cannot name a search", 2),
        ("search --save a (strike", "has no partner", 2),
        ("search --save a --country Atlantis", "Atlantis", 2),
        ("search --save a --exact strike", "--save and --exact do not go together", 2),
        ("search --save a strike --saved", "--save and --saved do not go together", 2),
        ("search --saved strike", "--saved takes no query", 2),
        ("search --forget nothing", 'no saved search "nothing"', 2),
        ("search --batch queries.txt strike", "--batch takes its queries from the file", 2),
        (
            "search --batch nowhere.txt",
            "cannot read nowhere.txt: there is no such file; look how",
            3,
        ),
    ],
)
def test_what_cannot_be_done_is_told(filled: Run, line: str, sentence: str, code: int) -> None:
    result = filled(line)
    assert (result.exit_code, result.stdout) == (code, "")
    assert sentence in result.stderr


def test_without_saved_searches_it_is_told_how_to_make_one(run: Run) -> None:
    result = run("search --saved")
    assert result.exit_code == 1
    assert 'keep one with "advisory search --save NAME QUERY"' in result.stderr


def test_a_damaged_file_stops_only_who_needs_it(filled: Run, home: Path) -> None:
    (home / "archive" / "saved-searches.json").write_text("{")
    assert filled("search Zhanaozen").exit_code == 0
    result = filled("search saved:kaz")
    assert result.exit_code == 3
    assert "saved-searches.json is damaged: it is no JSON" in result.stderr


QUERIES = b"\xef\xbb\xbfZhanaozen\n\nsaved:kax\ncountry:GTM\r\n\xff\xfe\nzzzzz\n(qqqqq\n"


def test_a_batch_answers_line_by_line_and_a_bad_one_does_not_stop_it(filled: Run) -> None:
    result = filled("search --batch - --format ids", stdin=QUERIES)
    assert result.exit_code == 4
    assert result.stdout == "Zhanaozen\tEUR 57/002/2012@en\ncountry:GTM\tAMR 34/043/1992@en\n"
    assert 'advisory: line 3: no saved search "kax"; did you mean "kaz"?' in result.stderr
    assert "advisory: line 5: it is no UTF-8 text" in result.stderr
    assert "note: line 7: passed over" in result.stderr


def test_a_batch_in_json_is_one_object(filled: Run, home: Path) -> None:
    (home / "queries.txt").write_bytes(QUERIES)
    result = filled("search --batch queries.txt --json")
    data = json.loads(result.stdout)
    assert data["schema"] == 1
    assert [(one["query"], one.get("total")) for one in data["queries"]] == [
        ("Zhanaozen", 1),
        ("saved:kax", None),
        ("country:GTM", 1),
        ("\ufffd\ufffd", None),
        ("zzzzz", 0),
        ("(qqqqq", 0),
    ]
    assert data["queries"][1] == {"query": "saved:kax", "error": 'no saved search "kax"; did you mean "kaz"?'}
    (record,) = data["queries"][0]["advisories"]
    assert (record["reference"], record["matched"]) == ("EUR 57/002/2012", "exact")


def test_options_hold_for_each_query_of_a_batch(filled: Run) -> None:
    result = filled("search --batch - --country GTM --format ids", stdin=b"Zhanaozen\nEnglish OR Guatemala\n")
    assert result.stdout == "English OR Guatemala\tAMR 34/043/1992@en\n"
    assert result.exit_code == 0


@pytest.mark.parametrize("stdin", [b"", b"\n \n", b"zzzzz\n"])
def test_a_batch_that_finds_nothing_says_so(filled: Run, stdin: bytes) -> None:
    result = filled("search --batch -", stdin=stdin)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "nothing found by any of the queries" in result.stderr
    assert json.loads(filled("search --batch - --json", stdin=stdin).stdout)["schema"] == 1


def test_a_batch_on_a_terminal_has_a_heading_for_each_query(filled: Run) -> None:
    shown = filled("--color always search --batch -", stdin=b"Zhanaozen\nzzzzz\n").stdout
    assert (
        shown.index("Zhanaozen") < shown.index("EUR 57/002/2012") < shown.index("zzzzz") < shown.index("nothing found")
    )


def test_a_query_too_long_is_refused_and_the_rest_asked(filled: Run) -> None:
    result = filled("search --batch - --format ids", stdin=b"a " * 500_000 + b"\nZhanaozen\n")
    assert result.stdout == "Zhanaozen\tEUR 57/002/2012@en\n"
    assert "advisory: line 1: a query of more than 65,536 characters" in result.stderr


@pytest.mark.parametrize("line", ["search", "list", "export"])
def test_a_query_without_end_is_refused_by_every_command(filled: Run, line: str) -> None:
    result = filled([line, *["word " * 1000] * 20])
    assert (result.exit_code, "a query of more than 65,536 characters cannot be asked" in result.stderr) == (2, True)
