"""`advisory remove`: what goes is what was meant, nobody is surprised, and history keeps it."""

import json
from pathlib import Path

import pytest

from tests.cli.screen import screen
from tests.conftest import Run, archived


def left(run: Run) -> list[str]:
    return run("list --sort reference --format ids").stdout.split()


ALL = ["AMR", "34/043/1992@en", "EUR", "57/002/2012@en", "EUR", "57/002/2012@ru"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("EUR 57/002/2012@ru", ["EUR 57/002/2012 (ru)"]),
        ("#1", ["EUR 57/002/2012 (en)"]),
        ("#1 AMR 34/43/92", ["EUR 57/002/2012 (en)", "AMR 34/043/1992 (en)"]),
        ("#1 #1 1", ["EUR 57/002/2012 (en)"]),
        ("EUR 57/002/2012 --all-languages", ["EUR 57/002/2012 (en)", "EUR 57/002/2012 (ru)"]),
        ("Zhanaozen", ["EUR 57/002/2012 (en)"]),
        ("--region EUR", ["EUR 57/002/2012 (en)", "EUR 57/002/2012 (ru)"]),
        ("--region EUR -Zhanaozen", ["EUR 57/002/2012 (ru)"]),
        ("--all", ["EUR 57/002/2012 (en)", "EUR 57/002/2012 (ru)", "AMR 34/043/1992 (en)"]),
    ],
)
@pytest.mark.parametrize("dry", [False, True])
def test_what_is_named_goes_and_is_told(filled: Run, line: str, names: list[str], *, dry: bool) -> None:
    result = filled(f"remove {line} " + ("--dry-run" if dry else "--yes"))
    assert result.exit_code == 0
    told = [row.partition("  ")[0] for row in result.stdout.splitlines()]
    assert told == [f"{'would be removed' if dry else 'removed'} {name}" for name in names]
    assert len(left(filled)) == (len(ALL) if dry else len(ALL) - 2 * len(names))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("", "--all"),
        ("--all Zhanaozen", "--all and nothing else"),
        ("--all --region EUR", "--all and nothing else"),
        (
            "EUR 57/002/2012 --yes",
            "name one of EUR 57/002/2012@en, EUR 57/002/2012@ru, or take all with --all-languages",
        ),
        ("#1 --language en --yes", "references and filters exclude each other"),
        ("#1#1 --yes", "is one revision"),
        ('"Zhanaozen --yes', "nothing was removed"),
        ("Zhanaozen", "1 text would be removed"),
        ("--all", "3 texts would be removed"),
        ("EUR 57/002 --yes", '"EUR 57/002" is no whole index number; nothing was removed'),
        ("EUR 57 --yes", '"EUR 57" is no whole'),
        ("57/002/2012 --yes", '"57/002/2012" is no whole'),
        ("EUR 57/002/2012@en AMR 34/43/9Z --yes", '"AMR 34/43/9Z" is no whole'),
    ],
)
def test_what_is_not_clear_is_refused(filled: Run, line: str, said: str) -> None:
    result = filled(f"remove {line}")
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
    assert left(filled) == ALL


@pytest.mark.parametrize("line", ['"EUR 57/002" --yes', "country:KAZ EUR57/002/2012 --yes", "UA 313/92 --yes"])
def test_words_like_a_number_are_a_query_where_they_are_said_to_be(filled: Run, line: str) -> None:
    assert filled(f"remove {line}").exit_code == 0
    assert left(filled) != ALL


@pytest.mark.parametrize("line", ["nonesuch --yes", "--year 1970 --dry-run", "EUR 57/009/2012 --yes", "#9 --yes"])
def test_what_is_not_there_is_exit_1(filled: Run, line: str) -> None:
    result = filled(f"remove {line}")
    assert (result.exit_code, result.stdout) == (1, "")
    assert left(filled) == ALL


def test_removed_is_gone_from_list_search_and_show_but_not_for_good(filled: Run) -> None:
    filled(["remove", "#1", "--yes", "--reason", "added twice"])
    assert filled("search =Zhanaozen").exit_code == 1
    shown = filled("show #1")
    assert shown.exit_code == 1
    assert "was removed" in shown.stderr
    (record,) = json.loads(filled("list status:removed --json").stdout)["advisories"]
    assert (record["reason"], record["action"], record["revision"]) == ("added twice", "remove", 2)
    assert "Zhanaozen" in record["body"]


def test_json_tells_what_was_removed_as_one_write(filled: Run) -> None:
    told = json.loads(filled("remove --region EUR --yes --json").stdout)
    assert told["schema"] == 1
    assert [(record["first"], record["status"]) for record in told["removed"]] == [(1, "removed"), (2, "removed")]
    assert {record["batch"] for record in told["removed"]} == {4}


def test_nothing_found_in_json_is_an_empty_list(filled: Run) -> None:
    result = filled("remove nonesuch --yes --json")
    assert (result.exit_code, json.loads(result.stdout)) == (1, {"schema": 1, "removed": []})


def test_more_than_one_append_is_still_one_write(run: Run, home: Path) -> None:
    for number in range(1, 511):
        (home / f"{number}.txt").write_text(
            f"EUR 57/{number:03}/2012\n22 March 2012\n\nTitle {number}\n\nText {number}.\n"
        )
    run(["add", *(f"{number}.txt" for number in range(1, 511))])
    told = json.loads(run("remove --all --yes --json").stdout)["removed"]
    assert len(told) == 510
    assert {record["batch"] for record in told} == {511}


def test_control_characters_of_a_title_do_not_reach_the_terminal(run: Run, home: Path) -> None:
    (home / "odd.txt").write_bytes(b"EUR 57/003/2012\n\nTitle \x1b]52;c;aGk=\x07 here\n\nBody \x1b[2J text.\n")
    run("add odd.txt")
    for line in ("remove 1 --dry-run", "remove 1", "remove 1 --yes --json"):
        assert not {"\x1b", "\x07"} & set(run(line).output)


@pytest.mark.parametrize(("answer", "code"), [("y", 0), ("n", 1), ("", 1), ("\x04", 1)])
def test_a_terminal_is_shown_the_list_and_asked(filled: Run, answer: str, code: int) -> None:
    with screen("remove", "Zhanaozen") as terminal:
        terminal.wait_for("EUR 57/002/2012")
        terminal.wait_for("Remove 1 text?")
        terminal.keys(answer if answer == "\x04" else f"{answer}\n")
        assert terminal.end() == code
    assert (len(left(filled)) < len(ALL)) == (code == 0)


@pytest.mark.parametrize(("answer", "code"), [("3", 0), ("y", 1), ("2", 1)])
def test_all_goes_only_when_the_number_is_typed(filled: Run, answer: str, code: int) -> None:
    with screen("remove", "--all") as terminal:
        terminal.wait_for("Type 3 to remove all:")
        terminal.keys(f"{answer}\n")
        assert terminal.end() == code
    assert (left(filled) == []) == (code == 0)


def test_ctrl_c_at_the_question_removes_nothing(filled: Run) -> None:
    with screen("remove", "Zhanaozen") as terminal:
        terminal.wait_for("Remove 1 text?")
        terminal.keys("\x03")
        assert terminal.end() == 130
    assert left(filled) == ALL


NUMBER = "EUR 57/002/2012"
PURGE = ["remove", "--purge", "#1", "--reason", "court order"]


def words_in(folder: Path) -> bool:
    return any(b"Zhanaozen" in path.read_bytes() for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("typed", [NUMBER, f"{NUMBER}@en"])
def test_one_text_is_erased_from_the_disk_when_its_number_is_said_twice(filled: Run, home: Path, typed: str) -> None:
    result = filled([*PURGE, "--yes", "--confirm", typed, "--json"])
    assert result.exit_code == 0
    (stays,) = json.loads(result.stdout)["removed"]
    assert (stays["action"], stays["reason"], stays["title"], stays["body"]) == ("purge", "court order", None, "")
    for told in ("goes:", "stays:", "undo cannot", "out of reach: copies", "EUR 57/002/2012 (ru)"):
        assert told in result.stderr
    assert not words_in(home / "archive")
    assert left(filled) == [*ALL[:2], *ALL[4:]]
    assert filled("search =Zhanaozen").exit_code == 1


def test_no_byte_is_left_but_in_files_that_are_named(filled: Run, home: Path, seed: Path) -> None:
    archive = home / "archive"
    filled(["edit", "#1", "--note", "Zhanaozen again", "--yes"])
    filled(["tag", "#1", "+Zhanaozen"])
    filled(["search", "Zhanaozen", "--save", "it"])
    (home / "rows.jsonl").write_text(json.dumps({"reference": NUMBER, "language": "en", "title": "Zhanaozen"}) + "\n")
    filled("import rows.jsonl")
    (archive / "advisories.json.damaged-1").write_bytes((archive / "advisories.json").read_bytes())
    (archive / ".import-left").mkdir()
    (archive / ".import-left" / "standard input").write_bytes(seed.read_bytes())
    told = filled([*PURGE, "--yes", "--confirm", NUMBER]).stderr
    holding = [path for path in archive.rglob("*") if path.is_file() and b"Zhanaozen" in path.read_bytes()]
    named = ("import-failures.jsonl", ".import-left", "saved-searches.json")
    assert {path.relative_to(archive).parts[0] for path in holding} == set(named)
    assert all(str(archive.resolve() / name) in told for name in named)


@pytest.mark.parametrize(
    "typed", [["EUR", "57/002/2012"], ["eur57/2/2012"], ["EUR", "57/2/2012@en"], ["eur", "57/002/2012"]]
)
def test_the_number_may_be_confirmed_unquoted_and_in_any_spelling(filled: Run, home: Path, typed: list[str]) -> None:
    assert filled([*PURGE, "--yes", "--confirm", *typed]).exit_code == 0
    assert not words_in(home / "archive")


def test_a_removed_text_can_be_erased(filled: Run, home: Path) -> None:
    filled("remove #1 --yes")
    assert filled([*PURGE, "--yes", "--confirm", NUMBER]).exit_code == 0
    assert not words_in(home / "archive")


def test_what_is_erased_can_be_erased_again(filled: Run) -> None:
    for erased_before in (False, True):
        result = filled([*PURGE, "--yes", "--confirm", NUMBER])
        assert result.exit_code == 0
        assert ("was erased before" in result.stderr) == erased_before


def test_a_text_without_a_number_is_confirmed_by_its_id(run: Run, home: Path) -> None:
    (home / "letter.txt").write_text("A letter from Zhanaozen\n\nIt is quiet here.\n")
    run("add letter.txt")
    assert run([*PURGE, "--yes", "--confirm", "1"]).exit_code == 2
    assert run([*PURGE, "--yes", "--confirm", "#1"]).exit_code == 0
    assert not words_in(home / "archive")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (["remove", "--purge"], 2),
        (["remove", "--purge", "#1"], 2),
        (["remove", "--purge", "#1", "--reason", " "], 2),
        (["remove", "--purge", "Zhanaozen", "--reason", "court order"], 2),
        (["remove", "--purge", "#1", "#2", "--reason", "court order"], 2),
        (["remove", "--purge", NUMBER, "--reason", "court order", "--yes", "--confirm", NUMBER], 2),
        (["remove", "--purge", "#9", "--reason", "court order"], 1),
        (["remove", "--purge", "#1#1", "--reason", "court order", "--yes", "--confirm", NUMBER], 2),
        ([*PURGE, "--all"], 2),
        ([*PURGE, "--language", "en"], 2),
        (PURGE, 2),
        ([*PURGE, "--yes"], 2),
        ([*PURGE, "--confirm", NUMBER], 2),
        ([*PURGE, "--yes", "--confirm", "EUR 57/003/2012"], 2),
        ([*PURGE, "--yes", "--confirm", f"{NUMBER}@ru"], 2),
        ([*PURGE, "--dry-run"], 0),
    ],
)
def test_nothing_is_erased_by_half_a_word(filled: Run, home: Path, line: list[str], code: int) -> None:
    before = archived(home)
    assert filled(line).exit_code == code
    assert archived(home) == before
    assert words_in(home / "archive" / "originals")


@pytest.mark.parametrize("line", ["remove #1 --confirm #1 --yes", "remove #1 --confirm"])
def test_a_confirmation_belongs_to_an_erasure(filled: Run, line: str) -> None:
    assert filled(line).exit_code == 2
    assert left(filled) == ALL


@pytest.mark.parametrize(("typed", "code"), [(NUMBER, 0), ("y", 1), ("EUR 57/002/2021", 1)])
def test_a_terminal_has_the_number_typed_even_with_yes(filled: Run, home: Path, typed: str, code: int) -> None:
    assert left(filled) == ALL
    with screen(*PURGE, "--yes") as terminal:
        terminal.wait_for(f"Type {NUMBER} to erase it:")
        terminal.keys(f"{typed}\n")
        assert terminal.end() == code
    assert words_in(home / "archive") == (code != 0)


def test_copies_that_may_hold_parts_of_it_are_named(filled: Run, home: Path) -> None:
    (home / "archive" / "unsaved-edit-1.txt").write_text("Zhanaozen")
    result = filled([*PURGE, "--yes", "--confirm", NUMBER])
    assert str(home / "archive" / "unsaved-edit-1.txt") in result.stderr
    assert "advisories.json.lock" not in result.stderr


def test_where_every_text_was_removed_it_is_said(filled: Run) -> None:
    filled("remove --all --yes")
    result = filled("list")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == 'every text was removed; "advisory undo --list" shows what can be taken back\n'
