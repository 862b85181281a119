"""`advisory list --coverage`: a work in four languages, corrected in one, and which of the others are out of date."""

import json
from pathlib import Path

import pytest

from tests.conftest import Run

BODIES = {
    "en": "Many questions remain unanswered about the violent clashes between the security officers and protesters.",
    "fr": "De nombreuses questions restent sans réponse sur les affrontements entre les manifestants et la police.",
    "es": "Muchas preguntas siguen sin respuesta sobre los enfrentamientos entre los manifestantes y la policía.",
    "ru": "Многие вопросы о столкновениях между протестующими и сотрудниками полиции остаются без ответа.",
}


def text(language: str, *, number: str = "EUR 57/002/2012", more: str = "") -> str:
    return f"{number}\n22 March 2012\n\nTitle {language}\n\n{BODIES[language]} {more}\n"


@pytest.fixture
def filled(run: Run, home: Path) -> Run:
    """A work in four languages (#1 to #4), a work in one (#5), and a letter without a number (#6)."""
    for language in BODIES:
        (home / f"{language}.txt").write_text(text(language))
        assert run(f"add {language}.txt --language {language}").exit_code == 0
    (home / "other.txt").write_text(text("en", number="EUR 57/003/2012"))
    (home / "letter.txt").write_text("A letter\n\nIt is quiet here.\n")
    run("add other.txt letter.txt --language en")
    return run


def covered(run: Run, line: str = "list --coverage") -> dict[str, list[str]]:
    rows = [row.split("\t") for row in run(line).stdout.splitlines()]
    return {row[0]: row[1:3] for row in rows}


def test_works_are_listed_with_their_languages(filled: Run) -> None:
    assert covered(filled) == {
        "EUR 57/002/2012": ["en, fr, es, ru", ""],
        "EUR 57/003/2012": ["en", ""],
        "#6": ["en", ""],
    }


def test_a_pipe_is_told_how_many_works_there_are_in_all(filled: Run) -> None:
    for line, said in (
        ("--limit 2", "2 of 3; --limit 0 for all\n"),
        ("--limit 2 --json", "2 of 3; --limit 0 for all\n"),
        ("--offset 9", "none of 3 behind --offset 9\n"),
        ("", ""),
    ):
        result = filled(f"list --coverage {line}")
        assert (result.exit_code, result.stderr) == (0, said)


def test_translations_older_than_the_latest_correction_are_told(filled: Run, home: Path) -> None:
    (home / "en.txt").write_text(text("en", more="This was corrected."))
    filled("add --revise en.txt --language en")
    assert covered(filled)["EUR 57/002/2012"] == ["en, fr, es, ru", "fr, es, ru"]
    (home / "fr.txt").write_text(text("fr", more="Ceci est corrigé."))
    filled("add --revise fr.txt --language fr")
    filled("tag #3 +seen")
    filled(["edit", "#4", "--note", "translate again"])
    assert covered(filled)["EUR 57/002/2012"] == ["en, fr, es, ru", "en, es, ru"]
    (work, *_) = json.loads(filled("list --coverage --json").stdout)["works"]
    assert [(one["language"], one["outdated"]) for one in work["texts"]] == [
        ("en", True),
        ("fr", False),
        ("es", True),
        ("ru", True),
    ]


def test_what_is_taken_back_is_no_correction(filled: Run, home: Path) -> None:
    (home / "en.txt").write_text(text("en", more="This was corrected."))
    filled("add --revise en.txt --language en")
    filled("undo --yes")
    assert covered(filled)["EUR 57/002/2012"] == ["en, fr, es, ru", ""]


def test_notes_tags_and_standing_are_no_correction(filled: Run) -> None:
    filled("tag #1 +a")
    filled(["edit", "#1", "--note", "seen"])
    filled(["withdraw", "#1", "--reason", "why"])
    assert covered(filled)["EUR 57/002/2012"] == ["en, fr, es, ru", ""]


def test_a_query_picks_works_which_are_told_whole(filled: Run) -> None:
    assert covered(filled, "list --coverage --language ru") == {"EUR 57/002/2012": ["en, fr, es, ru", ""]}
    filled("remove #4 --yes")
    assert covered(filled, "list --coverage --language fr") == {"EUR 57/002/2012": ["en, fr, es", ""]}


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("--limit 1", ["EUR 57/002/2012"]),
        ("--limit 1 --offset 1", ["EUR 57/003/2012"]),
        ("--offset 2", ["#6"]),
        ("--limit 0", ["EUR 57/002/2012", "EUR 57/003/2012", "#6"]),
    ],
)
def test_works_are_paged_and_counted(filled: Run, options: str, expected: list[str]) -> None:
    assert list(covered(filled, f"list --coverage {options}")) == expected
    assert json.loads(filled(f"list --coverage --json {options}").stdout)["total"] == 3


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("list --coverage nonesuch", 1, "nothing found"),
        ("list --coverage --format ids", 2, "leave out"),
        ("list --coverage --facets year", 2, "leave out"),
    ],
)
def test_what_cannot_be_covered_is_said(filled: Run, line: str, code: int, said: str) -> None:
    result = filled(line)
    assert (result.exit_code, result.stdout) == (code, "")
    assert said in result.stderr


def test_a_table_says_the_same(filled: Run, home: Path) -> None:
    (home / "en.txt").write_text(text("en", more="This was corrected."))
    filled("add --revise en.txt --language en")
    table = filled("list --coverage --format table").stdout
    assert "en, fr, es, ru" in table
    assert "fr, es, ru" in table.replace("en, fr, es, ru", "")
    assert "3 of 3" in table


@pytest.mark.parametrize(
    ("options", "environ", "shown"),
    [("", "ru_RU.UTF-8", "ru"), ("", "C.UTF-8", "en"), ("--language es", "ru_RU.UTF-8", "es"), ("@fr", "ru_RU", "fr")],
)
def test_show_opens_the_language_of_the_reader_and_names_the_others(
    filled: Run, monkeypatch: pytest.MonkeyPatch, options: str, environ: str, shown: str
) -> None:
    monkeypatch.setenv("LC_ALL", environ)
    text = filled(f"show EUR 57/002/2012{'' if options.startswith('@') else ' '}{options}").stdout
    assert f"\nTitle {shown}\n" in text
    (others,) = [line for line in text.splitlines() if line.startswith("Other languages:")]
    assert {language for language in BODIES if f"({language})" in others} == set(BODIES) - {shown}


def test_every_page_is_a_part_of_the_whole(filled: Run, home: Path) -> None:
    for number in ("MDE 13/09/91", "ASA 17/8490/2018", "NWS 11/WU 03/1999", "AFR 59/16/98", "EUR 57/10/2012"):
        (home / "more.txt").write_text(text("en", number=number))
        assert filled("add more.txt --language en").exit_code == 0
    whole = filled("list --coverage --limit 0").stdout.splitlines()
    assert len(whole) == 8
    for offset in range(8):
        page = filled(f"list --coverage --limit 2 --offset {offset}").stdout.splitlines()
        assert page == whole[offset : offset + 2]
