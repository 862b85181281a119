"""`advisory show`: the right text in the right form."""

import json
from hashlib import sha256
from pathlib import Path

import pytest

from tests.conftest import Run


@pytest.mark.parametrize("ref", ["EUR 57/002/2012", "eur57/2/2012", "#1", "1", "EUR-57-002-2012", "eur570022012"])
def test_a_reference_in_any_spelling_or_an_id_is_shown(filled: Run, ref: str) -> None:
    result = filled(f"show {ref}")
    assert result.exit_code == 0
    assert "Kazakhstan's failure to find truth about violent clashes" in result.stdout
    assert "south western oil city of Zhanaozen" in result.stdout
    assert "\x1b" not in result.stdout


@pytest.mark.parametrize("ref", ["EUR 57/002/2012@ru", "eur570022012ru", "EUR 57/002/2012 --language ru", "#2"])
def test_a_language_can_be_named(filled: Run, ref: str) -> None:
    assert "Правда о событиях" in filled(f"show {ref}").stdout


def test_the_locale_of_the_reader_chooses(filled: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "ru_RU.UTF-8")
    assert "Правда о событиях" in filled("show EUR 57/002/2012").stdout


def test_other_languages_are_named(filled: Run) -> None:
    assert "EUR 57/002/2012 (ru)" in filled("show EUR 57/002/2012").stdout


def test_a_language_that_is_missing_is_told_with_those_there_are(filled: Run) -> None:
    result = filled("show EUR 57/002/2012@fr")
    assert result.exit_code == 1
    assert "EUR 57/002/2012@ru" in result.stderr


def test_several_are_shown_in_the_order_asked_for(filled: Run) -> None:
    shown = json.loads(filled("show #2 EUR 57/002/2012@en --json").stdout)
    assert [record["id"] for record in shown["advisories"]] == [2, 1]
    assert shown["total"] == 2


def test_raw_is_the_original_byte_for_byte(filled: Run, seed: Path) -> None:
    assert filled("show EUR 57/002/2012 --raw").stdout_bytes == seed.read_bytes()


@pytest.mark.parametrize("option", ["--json", "--format html", "--related"])
def test_raw_does_not_pass_over_an_option_in_silence(filled: Run, option: str) -> None:
    result = filled(f"show 1 --raw {option}")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "leave out --format, --json and --related" in result.stderr


def test_raw_takes_one_text(filled: Run) -> None:
    assert filled("show 1 2 --raw").exit_code == 2


def test_a_miss_suggests_the_nearest(filled: Run) -> None:
    result = filled("show EUR 57/02/2013")
    assert result.exit_code == 1
    assert result.stderr == "advisory: no advisory EUR 57/002/2013; did you mean EUR 57/002/2012?\n"


@pytest.mark.parametrize("words", ["show", "show Zhanaozen", "show EUR 57"])
def test_what_is_no_reference_is_misuse(filled: Run, words: str) -> None:
    result = filled(words)
    assert result.exit_code == 2
    assert "EUR 57/002/2012" in result.stderr


def test_an_empty_archive_is_a_miss(run: Run) -> None:
    result = run("show EUR 57/002/2012")
    assert result.exit_code == 1
    assert "no advisory EUR 57/002/2012" in result.stderr


@pytest.mark.parametrize("form", ["text", "markdown", "html", "json"])
def test_every_form_tells_the_whole_text_and_where_it_is_from(filled: Run, seed: Path, form: str) -> None:
    shown = filled(f"show EUR 57/002/2012 --format {form}").stdout
    for part in ("beatings and torture", "John Dalhuisen", "laroyo@amnesty.org", "+447771796350", seed.name):
        assert part in shown
    assert sha256(seed.read_bytes()).hexdigest() in shown


@pytest.mark.parametrize("hostile", ["[sic]", "[/b]", ":smile:", "[link=http://evil.example]x[/link]"])
def test_markup_in_a_document_is_text(run: Run, home: Path, hostile: str) -> None:
    (home / "odd.txt").write_text(f"AI Index: EUR 57/003/2012\n22 March 2012\n\nHe said {hostile}\n\nBody {hostile}.\n")
    run("add odd.txt")
    for words in ("show 1", "show 1 --format markdown", "list", "search said"):
        shown = run(words).stdout.replace("\\", "")
        assert hostile in shown


def test_escape_sequences_of_a_document_stay_in_the_document(run: Run, home: Path) -> None:
    (home / "odd.txt").write_bytes(
        b"EUR 57/003/2012\n\nTitle \x1b]52;c;aGk=\x07 here\n\nBody \x1b[2J \xc2\x9b31m text.\n"
    )
    run("add odd.txt")
    for words in (
        "show 1",
        "show 1 --json",
        "show 1 -f html",
        "show 1 -f markdown",
        "list",
        "search title",
        "list --json",
    ):
        result = run(words)
        assert result.exit_code == 0
        assert not {"\x1b", "\x07", "\x9b"} & set(result.output)
