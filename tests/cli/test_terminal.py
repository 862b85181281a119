"""What somebody sees who sits at a terminal."""

from pathlib import Path

import pytest

from tests.cli.screen import screen, without_colour
from tests.conftest import Run


@pytest.mark.usefixtures("filled")
def test_show_sets_the_text_out() -> None:
    with screen("show", "EUR", "57/002/2012", "--no-pager") as terminal:
        assert terminal.end() == 0
        shown = without_colour(terminal.text)
    assert "│ Number    EUR 57/002/2012" in shown
    assert '│ "Despite official declarations' in shown
    assert "— John Dalhuisen, Europe and Central Asia Programme Director" in shown
    assert max(map(len, shown.split("\n"))) <= 80


@pytest.mark.usefixtures("filled")
def test_list_is_a_table() -> None:
    with screen("list") as terminal:
        assert terminal.end() == 0
        shown = without_colour(terminal.text)
    assert shown.startswith("Number            Date         Lang   Title")
    assert "EUR 57/002/2012   2012-03-22   en     Kazakhstan's failure to find truth about" in shown
    assert shown.endswith("1-3 of 3\n")


@pytest.mark.usefixtures("filled")
def test_search_highlights_what_matched() -> None:
    with screen("search", "Zhanaozen") as terminal:
        assert terminal.end() == 0
        assert "\x1b[1;4mZhanaozen\x1b[0m" in terminal.text


@pytest.mark.usefixtures("filled")
def test_a_long_text_is_paged(home: Path) -> None:
    with screen("show", "1", ADVISORY_PAGER=f"tee {home / 'paged'}", PAGER="false") as terminal:
        assert terminal.end() == 0
    assert "Zhanaozen" in (home / "paged").read_text(encoding="utf-8")


@pytest.mark.usefixtures("home")
def test_a_dry_run_shows_where_each_field_was_found(seed: Path) -> None:
    with screen("add", "--dry-run", str(seed)) as terminal:
        assert terminal.end() == 0
        shown = without_colour(terminal.text)
    assert "7 reference" in shown.replace("  ", " ")
    assert "would be added EUR 57/002/2012 (en)" in shown


def test_a_pasted_text_is_shown_corrected_and_saved(run: Run, seed: Path) -> None:
    with screen("add") as terminal:
        terminal.wait_for("Paste the text")
        terminal.keys(seed.read_bytes() + b"\x04")
        assert "John Dalhuisen" in without_colour(terminal.wait_for("Enter saves"))
        terminal.keys("title\n")
        terminal.wait_for("clashes]")
        terminal.keys("By hand\n")
        terminal.wait_for("Enter saves")
        terminal.keys("\n")
        assert terminal.end() == 0
        assert "added EUR 57/002/2012 (en)  By hand" in terminal.text
    assert "By hand" in run("list").stdout


def test_a_line_longer_than_a_terminal_takes_is_pasted_whole(run: Run) -> None:
    with screen("add") as terminal:
        terminal.wait_for("Paste the text")
        terminal.keys("AI Index: EUR 57/009/2012\n\nA title\n\n" + "word " * 3000 + "lastword\n\x04")
        terminal.wait_for("Enter saves")
        terminal.keys("\n")
        assert terminal.end() == 0
    assert "lastword" in run("show EUR 57/009/2012").stdout


def test_fields_are_asked_for_one_by_one_until_they_can_be_read(run: Run) -> None:
    with screen("add") as terminal:
        terminal.wait_for("Paste the text")
        terminal.keys("\n")
        answers = {"reference": "eur57/3/2012", "language": "en", "date": "soon", "title": "Typed in"}
        for field in ("reference", "language", "organisation", "kind", "date"):
            terminal.wait_for(f"{field}")
            terminal.wait_for(":")
            terminal.keys(answers.get(field, "") + "\n")
        terminal.wait_for("is no date")
        terminal.wait_for("date:")
        terminal.keys("2012-03\n")
        terminal.wait_for("title:")
        terminal.keys("Typed in\n")
        for field in ("subtitle", "countries", "distribution", "embargo", "tags", "note"):
            terminal.wait_for(f"{field}:")
            terminal.keys("\n")
        terminal.wait_for("body:")
        terminal.keys("The text.\n\x04")
        terminal.wait_for("Enter saves")
        terminal.keys("\n")
        assert terminal.end() == 0
    assert run("list").stdout.startswith("EUR 57/003/2012\ten\t2012-03\t")
    assert "The text." in run("show 1").stdout


@pytest.mark.parametrize("moment", ["Paste the text", "Enter saves"])
def test_ctrl_c_leaves_nothing_behind(home: Path, seed: Path, moment: str) -> None:
    with screen("add") as terminal:
        terminal.wait_for("Paste the text")
        if moment == "Enter saves":
            terminal.keys(seed.read_bytes() + b"\x04")
            terminal.wait_for(moment)
        terminal.keys("\x03")
        assert terminal.end() == 130
        assert "Traceback" not in terminal.text
    assert not (home / "archive").exists()


def test_quit_saves_nothing(home: Path, seed: Path) -> None:
    with screen("add") as terminal:
        terminal.wait_for("Paste the text")
        terminal.keys(seed.read_bytes() + b"\x04")
        terminal.wait_for("Enter saves")
        terminal.keys("quit\n")
        terminal.wait_for("nothing was saved")
        assert terminal.end() == 1
    assert not (home / "archive").exists()


def test_the_end_of_input_saves_nothing(home: Path, seed: Path) -> None:
    with screen("add") as terminal:
        terminal.wait_for("Paste the text")
        terminal.keys(seed.read_bytes() + b"\x04")
        terminal.wait_for("Enter saves")
        terminal.wait_for(">")
        terminal.keys("\x04")
        assert terminal.end() == 1
    assert not (home / "archive").exists()


@pytest.mark.usefixtures("home")
def test_without_input_nothing_is_asked() -> None:
    with screen("--no-input", "add") as terminal:
        assert terminal.end() == 2
        assert "advisory add report.txt" in terminal.text
