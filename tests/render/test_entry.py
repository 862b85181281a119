"""What the dry run and the guided entry show of a document."""

import re
from collections.abc import Mapping
from dataclasses import replace

import pytest

from advisory_cli.model import Advisory, Contact, Link, Quote
from advisory_cli.parse import parse_advisory
from advisory_cli.render.clean import UNSAFE
from advisory_cli.render.entry import found_rows, found_table, marked_source
from tests.render.look import like_snapshot, on_terminal
from tests.render.records import SEED

TEXT = "AI index: EUR 57/002/2012\nTitle\n\nBody\nend"
FOUND = {"reference": (10, 25), "title": (26, 31)}
HELD = Advisory(body="Body\nend", confidence={"reference": "found", "title": "guessed"})


def shown(text: str, advisory: Advisory, found: Mapping[str, tuple[int, int]], width: int = 80) -> list[str]:
    return [line.rstrip() for line in on_terminal(marked_source(text, advisory, found), width).splitlines()]


def marked(text: str, advisory: Advisory, found: Mapping[str, tuple[int, int]]) -> list[str]:
    return re.findall(r"\x1b\[1;4m(.*?)\x1b\[0m", on_terminal(marked_source(text, advisory, found), links=True))


def test_a_field_is_named_where_it_begins_with_how_sure_it_is_and_marked_where_it_stands() -> None:
    assert shown(TEXT, replace(HELD, title="Title"), FOUND) == [
        "    1 reference       | AI index: EUR 57/002/2012",
        "    2 title (guessed) | Title",
        "    3                 |",
        "    4 body            | Body",
        "    5 …               | end",
    ]
    assert marked(TEXT, HELD, FOUND) == ["EUR 57/002/2012", "Title", "Body", "end"]


def test_what_spans_paragraphs_is_named_and_not_marked() -> None:
    text = "Title\n\nOne\n\nTwo"
    advisory = Advisory(body="One\n\nTwo")
    assert marked(text, advisory, {"title": (0, 5)}) == ["Title"]
    assert "    3 body  | One" in shown(text, advisory, {"title": (0, 5)})


def test_quotes_contacts_links_and_mentions_are_shown_where_they_stand() -> None:
    text = 'See ASA 17/8490/2018.\n\n"It must\nchange," said Ann.\n\n[More](#)\n\nContact: Bo, bo@example.org'
    advisory = Advisory(
        quotes=(Quote("It must change,"),),
        contacts=(Contact(name="Bo", emails=("bo@example.org",)),),
        links=(Link("More", None),),
        mentions=("ASA 17/8490/2018",),
    )
    assert marked(text, advisory, {}) == ["ASA 17/8490/2018", "It must", "change,", "More", "Bo"]
    lines = [line.split("\t") for line in found_rows(text, advisory, {}, []).split("\n")]
    assert {name: number for name, _, _, number in lines if number} == {
        "mentions": "1",
        "quotes": "3",
        "links": "6",
        "contacts": "8",
    }


def test_long_stretches_without_a_find_are_folded_and_counted() -> None:
    text = "Title\n" + "words\n" * 300 + "EUR 57/002/2012\nend"
    assert shown(text, Advisory(), {"title": (0, 5), "reference": (1806, 1821)}) == [
        "    1 title     | Title",
        "    2           | words",
        "                | … 298 lines …",
        "  301           | words",
        "  302 reference | EUR 57/002/2012",
        "  303           | end",
    ]


def test_of_a_document_on_one_line_what_stands_beside_the_finds_is_shown() -> None:
    text = "word " * 100 + "EUR 57/002/2012 " + "word " * 100 + "22 March 2012 " + "word " * 100
    found = {"reference": (500, 515), "date": (1016, 1029)}
    assert " ".join(marked(text, Advisory(), found)).replace("  ", " ") == "EUR 57/002/2012 22 March 2012"
    lines = shown(text, Advisory(), found)
    assert len(lines) < 10
    assert sum(line.count(" … ") + line.endswith(" …") for line in lines) == 3


def test_a_long_line_goes_on_beside_its_number() -> None:
    assert shown("one two three", Advisory(), {"title": (0, 3)}, 22) == ["    1 title | one two", "            | three"]


def test_many_names_are_wrapped_beside_the_line() -> None:
    found = dict.fromkeys(("reference", "organisation", "kind", "date", "title"), (0, 1))
    lines = shown("x", Advisory(), found)
    names = " ".join(line[6:30].strip() for line in lines)
    assert sorted(names.split(", ")) == sorted(found)
    assert len(lines) > 1


def test_a_pipe_gets_field_value_certainty_and_line_number() -> None:
    lines = found_rows(TEXT, HELD, FOUND, ["two\tnumbers"]).split("\n")
    assert all(line.count("\t") == 3 for line in lines)
    assert "body\t2 words\tfound\t4" in lines
    assert "subtitle\t\tmissing\t" in lines
    assert lines[-1] == "note\ttwo numbers\t\t"


def test_a_pipe_gets_every_value_on_a_line_of_its_own() -> None:
    lines = [line.split("\t")[0] for line in found_rows("", SEED, {}, []).split("\n")]
    assert lines.count("quotes") == len(SEED.quotes) == 2


def test_a_region_is_as_sure_as_the_number_it_is_taken_from() -> None:
    advisory = Advisory(reference="EUR 57/002/2012", region="EUR", confidence={"reference": "guessed"})
    assert "region\tEurope and Central Asia (EUR)\tguessed\t" in found_rows("", advisory, {}, []).split("\n")


def test_what_was_found_says_how_sure_it_is() -> None:
    assert like_snapshot("found.80.terminal", on_terminal(found_table(SEED, ["two numbers in the document"])))


@pytest.mark.parametrize("unit", ["a\n", "\x1b[31m", "\u202e", "“a b c d e” said Ann Lee. ", "EUR 57/002/2012 ", "ا"])
def test_a_long_text_of_marks_is_shown_and_nothing_of_it_acts(unit: str) -> None:
    text = "Title\n\n" + unit * (20_000 // len(unit))
    advisory, found, notes = parse_advisory(text)
    for output in (on_terminal(marked_source(text, advisory, found)), found_rows(text, advisory, found, notes)):
        assert not UNSAFE.search(output)
        assert output
