"""What is to be confirmed: refused alike by every command where nobody may be asked, and shown where somebody looks."""

import json
from pathlib import Path

import pytest

from tests.cli.screen import screen
from tests.conftest import Run

ASKING = (
    ("edit", "1", "--set", "title=New"),
    ("withdraw", "1", "--reason", "Names were printed"),
    ("redact", "1", "--text", "Dalhuisen"),
    ("tag", "Zhanaozen", "+strike"),
    ("remove", "1"),
    ("undo",),
)


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("option", ["--no-input", "--quiet"])
@pytest.mark.parametrize("words", ASKING, ids=lambda words: words[0])
def test_where_nothing_may_be_asked_nothing_is_done_without_yes(
    home: Path, option: str, words: tuple[str, ...]
) -> None:
    archive = home / "archive" / "advisories.json"
    before = archive.read_bytes()
    with screen(option, *words) as terminal:
        assert terminal.end() == 2
        assert "--yes" in terminal.text
    assert archive.read_bytes() == before
    with screen(option, *words, "--yes") as terminal:
        assert terminal.end() == 0
    assert archive.read_bytes() != before


def test_marks_are_not_taken_off_either(filled: Run) -> None:
    filled("redact 1 --text Dalhuisen")
    with screen("--no-input", "redact", "1", "--remove", "1") as terminal:
        assert terminal.end() == 2
    assert filled("redact 1 --list").exit_code == 0


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("words", [*ASKING[1:3], ASKING[4]], ids=lambda words: words[0])
def test_what_is_shown_before_a_question_is_no_part_of_the_result(home: Path, words: tuple[str, ...]) -> None:
    with screen("--color", "always", *words, "--json", out="out.json") as terminal:
        terminal.wait_for("EUR 57/002/2012")
        terminal.wait_for("[y/N]")
        terminal.keys("y\n")
        assert terminal.end() == 0
    assert json.loads((home / "out.json").read_text(encoding="utf-8"))["schema"] == 1
