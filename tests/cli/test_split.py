"""`advisory add --split`: every document of a text becomes a record, once."""

import json
from pathlib import Path

from tests.conftest import FIXTURES, Run
from tests.test_parse_split import HEADERS, statement

LIST_PAGE = str(FIXTURES / "layouts" / "079.txt")


def test_each_document_of_a_text_is_added_and_a_second_time_unchanged(run: Run, home: Path) -> None:
    digest = "\n\n".join(statement(*header) for header in HEADERS)
    (home / "digest.txt").write_text(digest, encoding="utf-8")
    assert run("add --split digest.txt").stderr == "added 3, revised 0, unchanged 0, failed 0\n"
    assert run("add --split digest.txt").stderr == "added 0, revised 0, unchanged 3, failed 0\n"
    records = json.loads(run("list --sort added --json").stdout)["advisories"]
    assert [(record["reference"], record["source"]["name"]) for record in records] == [
        ("ASA 17/8490/2018", "digest.txt: part 3 of 3"),
        ("MDE 13/009/1991", "digest.txt: part 2 of 3"),
        ("EUR 57/002/2012", "digest.txt: part 1 of 3"),
    ]
    assert run("show MDE 13/09/91 --raw").stdout == digest


def test_documents_without_a_number_are_told_apart_too(run: Run) -> None:
    assert "added 3, revised 0, unchanged 0, failed 0" in run(["add", "--split", LIST_PAGE]).stderr
    assert "added 0, revised 0, unchanged 3, failed 0" in run(["add", "--split", LIST_PAGE]).stderr
    assert run("search Iran --format ids").stdout == "#3\n"


def test_without_the_option_several_documents_are_said(run: Run) -> None:
    told = run(["add", LIST_PAGE])
    assert "it holds 3 documents, read as one under the first header; take each with --split" in told.stderr
    assert told.stdout.count("\n") == 1


def test_erasing_one_leaves_the_original_to_the_others(run: Run) -> None:
    run(["add", "--split", LIST_PAGE])
    erased = run(["remove", "--purge", "#2", "--confirm", "#2", "--yes", "--reason", "court order"])
    assert erased.exit_code == 0
    assert run(["show", "#1", "--raw"]).stdout == Path(LIST_PAGE).read_text(encoding="utf-8")
    assert "original" not in run("doctor").stdout
