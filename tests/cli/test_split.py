"""`advisory add --split`: every document of a text becomes a record, once."""

from pathlib import Path

from tests.conftest import FIXTURES, Run
from tests.test_parse_split import HEADERS, statement

LIST_PAGE = str(FIXTURES / "layouts" / "079.txt")


def test_each_document_of_a_text_is_added_and_a_second_time_unchanged(run: Run, home: Path) -> None:
    (home / "digest.txt").write_text("\n\n".join(statement(*header) for header in HEADERS), encoding="utf-8")
    assert "added 3, revised 0, unchanged 0, failed 0" in run("add --split digest.txt").stderr
    assert "added 0, revised 0, unchanged 3, failed 0" in run("add --split digest.txt").stderr
    assert sorted(run("list --format ids").stdout.split("\n")[:-1]) == [
        "ASA 17/8490/2018@en",
        "EUR 57/002/2012@en",
        "MDE 13/009/1991@en",
    ]


def test_documents_without_a_number_are_told_apart_too(run: Run) -> None:
    assert "added 3, revised 0, unchanged 0, failed 0" in run(["add", "--split", LIST_PAGE]).stderr
    assert "added 0, revised 0, unchanged 3, failed 0" in run(["add", "--split", LIST_PAGE]).stderr
    assert run("search Iran --format ids").stdout == "#3\n"


def test_without_the_option_several_documents_are_said(run: Run) -> None:
    assert (
        "it holds 3 documents, read as one under the first header; take each with --split"
        in run(["add", LIST_PAGE]).stderr
    )


def test_erasing_one_leaves_the_original_to_the_others(run: Run) -> None:
    run(["add", "--split", LIST_PAGE])
    erased = run(["remove", "--purge", "#2", "--confirm", "#2", "--yes", "--reason", "court order"])
    assert erased.exit_code == 0
    assert run(["show", "#1", "--raw"]).stdout == Path(LIST_PAGE).read_text(encoding="utf-8")
    assert run("doctor").exit_code in {0, 1}
    assert "original" not in run("doctor").stdout
