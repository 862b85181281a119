"""`advisory tag`: the right texts get the right tags, in one write, and nothing else changes."""

import json
from pathlib import Path

import pytest

from tests.cli.screen import screen
from tests.cli.test_completion import completed
from tests.conftest import Run, archived


def tags(run: Run) -> list[list[str]]:
    return [record["tags"] for record in json.loads(run("show #1 #2 #3 --json").stdout)["advisories"]]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (["#1", "+strike"], [["strike"], [], []]),
        (["EUR", "57/002/2012", "+strike"], [["strike"], ["strike"], []]),
        (["EUR", "57/002/2012@ru", "AMR", "34/43/92", "+a", "+b"], [[], ["a", "b"], ["a", "b"]]),
        (["Zhanaozen", "+fair  trial ", "+STRIKE", "+strike"], [["fair trial", "STRIKE"], [], []]),
        (["--region", "EUR", "-Zhanaozen", "NOT", "firearms", "+a"], [[], ["a"], []]),
        (["--region", "EUR", "+a", "--yes"], [["a"], ["a"], []]),
        (["--all", "+a", "--", "+y", "+n"], [["a", "y", "n"]] * 3),
        (["#1", "-absent", "+a"], [["a"], [], []]),
    ],
)
def test_texts_that_are_meant_get_the_tags(filled: Run, line: list[str], expected: list[list[str]]) -> None:
    assert filled(["tag", *line]).exit_code == 0
    assert tags(filled) == expected


def test_tags_come_off_in_any_spelling_and_the_others_keep_their_order(filled: Run) -> None:
    filled(["tag", "#1", "+b", "+Émigré", "+a"])
    result = filled(["tag", "tag:emigre", "-EMIGRE", "+c", "+B"])
    assert result.stdout == "tagged EUR 57/002/2012 (en): b, a, c\n"
    assert tags(filled)[0] == ["b", "a", "c"]


def test_tags_that_look_like_options_stand_behind_two_hyphens(filled: Run) -> None:
    filled("tag #1 +y +keep")
    assert filled("tag #1 -- -y").exit_code == 0
    assert tags(filled)[0] == ["keep"]


def test_only_what_changes_is_written_and_all_of_it_is_one_write(filled: Run) -> None:
    filled("tag #1 +a")
    result = filled("tag --all +a")
    assert result.stderr == "tagged 2, unchanged 1\n"
    (write, *_) = json.loads(filled("undo --list --json").stdout)["writes"]
    assert write["actions"] == {"tag": 2}
    assert filled("undo --yes").exit_code == 0
    assert tags(filled) == [["a"], [], []]
    assert [one["action"] for one in json.loads(filled("show #1 --json").stdout)["advisories"]] == ["tag"]


def test_a_tag_changes_nothing_but_the_tags(filled: Run) -> None:
    (before,) = json.loads(filled("show #1 --json").stdout)["advisories"]
    filled("tag #1 +a")
    (after,) = json.loads(filled("show #1 --json").stdout)["advisories"]
    own = {"id", "revision", "action", "at", "by", "batch", "undoes", "previous", "tags"}
    assert {name for name in after if after[name] != before[name]} <= own


def test_a_dry_run_says_what_would_be_and_writes_nothing(filled: Run, home: Path) -> None:
    before = archived(home)
    result = filled("tag Zhanaozen +a --dry-run")
    assert result.stdout == "would be tagged EUR 57/002/2012 (en): a\n"
    assert archived(home) == before


def test_references_and_ids_come_from_stdin_as_list_prints_them(filled: Run) -> None:
    names = filled("list --format ids").stdout.encode() + b"\n#1\n"
    assert filled("tag - +a", stdin=names).exit_code == 0
    assert tags(filled) == [["a"]] * 3


def test_a_bad_line_on_stdin_is_named_and_nothing_is_tagged(filled: Run) -> None:
    result = filled("tag - +a", stdin=b"#1\nno such thing\n")
    assert result.exit_code == 2
    assert "line 2 of the input: 'no' is no reference" in result.stderr
    assert tags(filled) == [[]] * 3


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        (["#1"], 2, "say which tags"),
        (["+a"], 2, "--all"),
        (["--all", "#1", "+a"], 2, "--all and nothing else"),
        (["#1", "+a", "-A"], 2, "both put (+) and taken off (-)"),
        (["#1", "+"], 2, "is no tag"),
        (["#1", "+a,b"], 2, "is no tag"),
        (["#1", "+a\x1b[2J"], 2, "is no tag"),
        (["#1", "+" + "a" * 101], 2, "is no tag"),
        (["#1#1", "+a"], 2, "is one revision"),
        (["+a", "Zhanaozen"], 2, "say which tags"),
        (["EUR", "57/0O2/2012", "+a"], 2, '"EUR 57/0O2/2012" is no whole index number; nothing was tagged'),
        (['"Zhanaozen', "+a"], 2, "nothing was tagged"),
        (["#9", "+a"], 1, "no advisory #9"),
        (["nonesuch", "+a"], 1, "nothing found"),
    ],
)
def test_what_is_not_clear_or_not_there_is_refused(filled: Run, line: list[str], code: int, said: str) -> None:
    result = filled(["tag", *line])
    assert (result.exit_code, result.stdout) == (code, "")
    assert said in result.stderr
    assert "\x1b" not in result.stderr
    assert tags(filled) == [[]] * 3


@pytest.mark.parametrize(
    ("stdin", "code"), [(b"", 1), (b"\n\n", 1), (b"#1#2\n", 2), (b"#9\n", 1), (b"\xff\xfe\x00", 2)]
)
def test_a_list_that_names_nothing_tags_nothing(filled: Run, stdin: bytes, code: int) -> None:
    assert filled("tag - +a", stdin=stdin).exit_code == code
    assert tags(filled) == [[]] * 3


def test_many_references_are_found_as_few_are(run: Run, home: Path) -> None:
    for number in range(1, 31):
        (home / f"{number}.txt").write_text(f"EUR 57/{number:03}/2012\n\nTitle {number}\n\nText {number}.\n")
    run(["add", *(f"{number}.txt" for number in range(1, 31)), "--language", "en"])
    run("remove #30 --yes")
    listed = [f"eur57/{number}/2012" for number in range(1, 10)] + [
        f"EUR 57/{number:03}/2012@en" for number in range(10, 25)
    ]
    listed += ["#25", "26@en", "#1"]
    result = run("tag - +a", stdin="\n".join(listed).encode())
    assert result.stderr == "tagged 26, unchanged 0\n"
    for gone in ("#30", "EUR 57/030/2012", "EUR 57/001/2012@ru", "EUR 57/031/2012"):
        missing = run("tag - +b", stdin="\n".join([*listed, gone]).encode())
        assert (missing.exit_code, missing.stdout) == (1, "")


def test_json_tells_the_tags_of_each_text(filled: Run) -> None:
    told = json.loads(filled("tag #1 +a --json").stdout)
    assert told == {
        "schema": 1,
        "tagged": [{"reference": "EUR 57/002/2012", "language": "en", "first": 1, "revision": 2, "tags": ["a"]}],
    }


@pytest.mark.parametrize(("answer", "expected"), [("y", ["a"]), ("n", [])])
def test_a_query_on_a_terminal_is_shown_and_asked(filled: Run, answer: str, expected: list[str]) -> None:
    with screen("tag", "Zhanaozen", "+a") as terminal:
        terminal.wait_for("+a for 1 text? [y/N]")
        terminal.keys(f"{answer}\n")
        assert terminal.end() == (not expected)
    assert tags(filled)[0] == expected


@pytest.mark.parametrize("searched", [False, True])
@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("advisory tag 1 +s", ["+strike"]),
        ("advisory tag 1 -S", ["-strike"]),
        ("advisory list --tag ", ["fair trial", "strike", "Émigré"]),
        ("advisory tag EUR ", ["57/002/2012"]),
    ],
)
def test_tags_of_the_archive_are_completed(filled: Run, line: str, offered: list[str], *, searched: bool) -> None:
    filled(["tag", "#1", "+strike", "+Émigré", "+fair trial"])
    if searched:
        filled("search strike")
    assert sorted(completed(line)) == offered
