"""`advisory cite`: the right text in the right style, said to be withdrawn, and nothing that must not go out."""

import json
from pathlib import Path

import pytest

from tests.cli.screen import screen, without_colour
from tests.cli.test_startup import loaded
from tests.conftest import Run
from tests.sources.test_fetch import Site

SEED = (
    "Amnesty International. “Kazakhstan's failure to find truth about violent clashes.” "
    "Media advisory EUR 57/002/2012. March 22, 2012."
)


def test_chicago_is_the_default(filled: Run) -> None:
    result = filled("cite eur57/2/2012")
    assert (result.stdout, result.stderr, result.exit_code) == (f"{SEED}\n", "", 0)


def test_all_styles_are_listed(run: Run) -> None:
    names = [line.partition("\t")[0] for line in run("cite --style list").stdout.splitlines()]
    told = json.loads(run("cite --style list --json").stdout)
    assert names == [one["style"] for one in told["styles"]]
    assert [line.split()[0] for line in run("--color always cite --style list").stdout.splitlines()] == names
    assert {"chicago", "apa", "mla", "oscola", "harvard", "ieee", "bibtex", "ris", "csl-json"} <= set(names)


def test_every_listed_style_cites(filled: Run) -> None:
    for style in filled("cite --style list").stdout.splitlines():
        result = filled(f"cite EUR 57/002/2012 --style {style.partition(chr(9))[0]}")
        assert result.exit_code == 0
        assert "violent clashes" in result.stdout


def test_a_style_may_be_written_in_capitals(filled: Run) -> None:
    assert filled("cite 1 --style APA").stdout == filled("cite 1 --style apa").stdout


def test_a_style_that_there_is_not_is_misuse(filled: Run) -> None:
    result = filled("cite EUR 57/002/2012 --style vancouver")
    assert result.exit_code == 2
    assert "oscola" in result.stderr


@pytest.mark.parametrize("ref", ["EUR 57/002/2012@ru", "#2", "EUR 57/002/2012 --language ru"])
def test_a_language_is_chosen_as_in_show(filled: Run, ref: str) -> None:
    assert filled(f"cite {ref}").stdout.startswith("Международная Амнистия. “Казахстан: Правда о событиях")


def test_several_stand_in_the_order_given_and_each_once(filled: Run) -> None:
    lines = filled("cite #2 EUR 57/002/2012@en #2 --style ieee").stdout.splitlines()
    assert [line[:7] for line in lines] == ["[1] Меж", "[2] Amn"]


def test_json_names_the_text_the_style_and_the_citation(filled: Run) -> None:
    told = json.loads(filled("cite EUR 57/002/2012@en #2 --json").stdout)
    assert told["schema"] == 1
    assert told["citations"][0] == {
        "id": 1,
        "reference": "EUR 57/002/2012",
        "language": "en",
        "style": "chicago",
        "text": SEED,
        "notes": [],
    }
    assert told["citations"][1]["language"] == "ru"


def test_italics_are_written_in_html_and_markdown(filled: Run) -> None:
    html = filled("cite EUR 57/002/2012 --style apa --format html").stdout
    assert html.startswith(
        '<p class="citation" dir="auto"><bdi>Amnesty International</bdi>. (2012, March 22). <i><bdi>'
    )
    assert "*Kazakhstan's failure" in filled("cite EUR 57/002/2012 --style apa --format markdown").stdout


def test_data_have_no_other_format(filled: Run) -> None:
    result = filled("cite EUR 57/002/2012 --style bibtex --format html")
    assert result.exit_code == 2
    assert "bibtex is data" in result.stderr


@pytest.mark.parametrize(
    ("style", "mark"),
    [
        ("chicago", " [withdrawn]"),
        ("oscola", " [withdrawn]"),
        ("bibtex", "note = {withdrawn: the court record was wrong}"),
        ("ris", "N1  - withdrawn: the court record was wrong"),
        ("csl-json", '"note": "withdrawn: the court record was wrong"'),
    ],
)
def test_a_withdrawn_text_is_cited_with_a_warning_and_marked(filled: Run, style: str, mark: str) -> None:
    filled(["withdraw", "#1", "--reason", "the court record was wrong", "--yes"])
    result = filled(f"cite EUR 57/002/2012@en --style {style}")
    assert result.exit_code == 0
    assert result.stderr == "warning: EUR 57/002/2012 (en): WITHDRAWN: the court record was wrong\n"
    assert mark in result.stdout


@pytest.mark.parametrize(("relation", "word"), [("corrects", "corrected"), ("supersedes", "superseded")])
def test_a_corrected_text_is_marked_with_what_corrects_it(run: Run, seed: Path, relation: str, word: str) -> None:
    run(["add", str(seed)])
    run(
        ["add", "-", "--set", "reference=EUR 57/003/2012"],
        stdin=b"AI Index: EUR 57/003/2012\n\nCorrection\n\nIt was so.",
    )
    assert run(["edit", "#2", "--relate", f"{relation}=EUR 57/002/2012", "--yes"]).exit_code == 0
    for line in ("cite EUR 57/002/2012", "cite EUR 57/002/2012 --as-of 2999"):
        result = run(line)
        assert f"warning: EUR 57/002/2012 (en): {word.upper()} by EUR 57/003/2012" in result.stderr
        assert f"{word} by EUR 57/003/2012" in result.stdout


def test_a_text_that_a_corrected_copy_took_the_place_of_says_so(filled: Run, seed: Path) -> None:
    assert filled("add - --revise", stdin=seed.read_bytes().replace(b"violent", b"deadly")).exit_code == 0
    result = filled("cite #1")
    assert "deadly clashes.” Media advisory EUR 57/002/2012. March 22, 2012. [corrected]" in result.stdout
    assert "CORRECTED" in result.stderr
    assert "; corrected since]" in filled("cite #1#1").stdout


def test_a_revision_is_cited_as_one(filled: Run) -> None:
    filled(["edit", "#1", "--set", "title=Another title", "--yes"])
    old = filled(["cite", "EUR 57/002/2012#1"])
    assert "Kazakhstan's failure" in old.stdout
    assert "[revision 1, archive date 20" in old.stdout
    assert "NOT CURRENT: revision 1 of 2" in old.stderr
    assert "Another title.” Media" in filled("cite EUR 57/002/2012").stdout
    assert "[revision 2, archive date 20" in filled("cite EUR 57/002/2012 --as-of 2999").stdout


def test_an_old_revision_of_a_withdrawn_text_is_marked(filled: Run) -> None:
    filled(["withdraw", "#1", "--reason", "why", "--yes"])
    assert "; withdrawn]" in filled(["cite", "#1#1"]).stdout


@pytest.mark.parametrize(
    ("mark", "option", "why", "banner"),
    [
        ("EMBARGOED UNTIL 00:01 GMT 1 JANUARY 2099", "embargoed", "until 1 January 2099 00:01 GMT", "EMBARGOED for "),
        ("EMBARGOED UNTIL 2 JANUARY 2099", "embargoed", "until 2 January 2099 is over everywhere", "EMBARGOED for "),
        ("INTERNAL (for AI members only)", "internal", "(internal)", "INTERNAL: not to be handed on"),
    ],
)
def test_what_must_not_go_out_is_refused_until_it_is_asked_for(
    filled: Run, mark: str, option: str, why: str, banner: str
) -> None:
    text = (
        f"AMNESTY INTERNATIONAL\nPRESS RELEASE\n{mark}\nAI Index: EUR 57/009/2012\n1 May 2012\n\nA title of it\n\nText."
    )
    assert filled("add -", stdin=text.encode()).exit_code == 0
    refused = filled("cite #1 EUR 57/009/2012")
    assert (refused.exit_code, refused.stdout) == (3, "")
    assert why in refused.stderr
    assert f"; --include-{option} takes it all the same" in refused.stderr
    asked = filled(f"cite EUR 57/009/2012 --include-{option}")
    assert asked.exit_code == 0
    assert "Press release EUR 57/009/2012. May 1, 2012." in asked.stdout
    assert f"warning: EUR 57/009/2012 (en): {banner}" in asked.stderr
    assert filled("cite EUR 57/009/2012 --as-of 2999").exit_code == 3


def test_two_texts_of_one_name_are_not_taken_for_each_other(filled: Run, seed: Path) -> None:
    other = seed.read_bytes().replace(b"violent", b"deadly")
    assert filled(["add", "-", "--keep-both"], stdin=other).exit_code == 0
    asked = filled("cite EUR 57/002/2012@en")
    assert asked.exit_code == 2
    assert "#4" in asked.stderr
    keys = [filled(f"cite {ref} --style bibtex").stdout.splitlines()[0] for ref in ("#1", "#4")]
    assert keys == ["@techreport{ai-eur57-002-2012-en-1,", "@techreport{ai-eur57-002-2012-en-4,"]


def test_an_address_is_cited_with_the_day_on_which_it_was_fetched(run: Run) -> None:
    site = Site()
    try:
        assert run(["add", "--allow-private", "--url", site.address("/there")]).exit_code == 0
        address = site.address("/a/%D0%B1?q=1")
    finally:
        site.close()
    day = json.loads(run("show #1 --json").stdout)["advisories"][0]["at"][:10]
    assert run("tag #1 +later").exit_code == 0
    result = run("cite #1 --style csl-json")
    (item,) = json.loads(result.stdout)
    assert item["URL"] == address
    assert item["accessed"] == {"date-parts": [[int(part) for part in day.split("-")]]}


def test_a_miss_is_told(filled: Run) -> None:
    assert filled("cite EUR 57/02/2013").exit_code == 1
    assert filled("cite").exit_code == 2


@pytest.mark.usefixtures("filled")
def test_on_a_terminal_it_is_one_line_in_italics() -> None:
    with screen("cite", "EUR", "57/002/2012@en", "--style", "mla") as terminal:
        assert terminal.end() == 0
        shown = terminal.text
    assert "\x1b[3mKazakhstan's failure to find truth about violent clashes\x1b[0m" in shown
    assert without_colour(shown).strip().count("\n") == 0


@pytest.mark.usefixtures("filled")
def test_only_cite_loads_citeproc() -> None:
    assert "citeproc" in loaded(["cite", "EUR", "57/002/2012"])
    assert not {"citeproc", "rich"} & loaded(["cite", "EUR", "57/002/2012", "--style", "bibtex"])
    assert "citeproc" not in loaded(["show", "EUR", "57/002/2012"])
