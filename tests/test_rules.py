"""What looks odd in a record and between records, and above all what does not."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisory_cli.actions.accession import accession
from advisory_cli.actions.rules import Review, handle, look_at, near_misses
from advisory_cli.model import Advisory, Link, Relation
from advisory_cli.ports import Finding
from advisory_cli.sources import read_file
from tests.conftest import FIXTURES
from tests.fakes import an_advisory

TODAY = "2026-01-02"
DOCUMENTS = sorted((FIXTURES / "layouts").glob("*.txt"))


def rules(**changes: Any) -> list[str]:
    return [finding.rule for finding in look_at(an_advisory(**changes), today=TODAY)]


def reviewed(*texts: Advisory) -> list[Finding]:
    review = Review(today=TODAY)
    for number, text in enumerate(texts, 1):
        review.take(text if text.first else numbered(text, number))
    return list(review.findings())


def numbered(text: Advisory, number: int) -> Advisory:
    return replace(text, id=number, first=number)


def test_a_record_in_which_everything_is_right_gives_no_finding() -> None:
    assert rules() == []


@pytest.mark.parametrize(
    ("changes", "rule", "what"),
    [
        ({"reference": None}, "missing", "no reference"),
        ({"date": None}, "missing", "no date"),
        ({"title": None}, "missing", "no title"),
        ({"body": ""}, "missing", "no body"),
        ({"language": "und"}, "missing", "no language"),
        ({"title": "", "date": None}, "missing", "no date, no title"),
        (
            {"date": "2012-03-22", "reference": "EUR 57/002/2013"},
            "date",
            "the index is of 2013, the date is 2012-03-22",
        ),
        ({"date": "1960-12-31", "reference": None}, "date", "before 1961"),
        ({"date": "2026-01-03", "reference": None}, "date", "in the future"),
        ({"date": "2026-02", "reference": None}, "date", "in the future"),
        ({"date": "2027", "reference": None}, "date", "in the future"),
        ({"date": "22 March 2012"}, "date", "is no date"),
        ({"reference": "EUR57/2/2012"}, "reference", "no index number"),
        ({"reference": "ЕUR 57/002/2012"}, "reference", "no index number"),
        ({"links": (Link("More", None),)}, "link", "leads nowhere: More"),
        ({"confidence": {"date": "guessed", "title": "found"}}, "guessed", "date"),
        ({"body": "Voir ЕUR 57/003/2012."}, "look-alike", "EUR 57/003/2012"),
        ({"body": "See EUR 57\u200b/003/2012."}, "look-alike", "EUR 57/003/2012"),
        ({"body": "Riots in Zhanaozen. Calm in Zhanaozen. Shots in Zhanaqzen."}, "spelling", "Zhanaqzen and Zhanaozen"),
    ],
)
def test_what_is_odd_is_named_with_its_rule(changes: dict[str, Any], rule: str, what: str) -> None:
    found = [finding for finding in look_at(an_advisory(**changes), today=TODAY) if finding.rule == rule]
    assert len(found) == 1
    assert what in found[0].what


@pytest.mark.parametrize(
    "changes",
    [
        {"date": "2026-01-02", "reference": "EUR 57/0002/2026"},
        {"date": "2026-01", "reference": "EUR 57/0002/2026"},
        {"date": "2026", "reference": "EUR 57/0002/2026"},
        {"date": "1961", "reference": None},
        {"reference": "MDE 13/009/1991", "date": "1991-04-12"},
        {"links": (Link("Amnesty", "https://www.amnesty.org"),)},
        {"confidence": {"date": "found", "title": "inherited", "organisation": "missing"}},
        {"body": "По данным EUR 57/003/2012, в Жанаозене."},
        {"body": "EUR 57/003/2012\u200b and a soft\u00adhyphen"},
        {"body": "گزارش می\u200cدهد EUR 57/003/2012"},
    ],
)
def test_what_is_usual_is_not_odd(changes: dict[str, Any]) -> None:
    assert not set(rules(**changes)) & {"date", "link", "guessed", "look-alike", "spelling", "reference"}


def test_the_seed_has_a_link_to_nowhere_and_a_slip_in_a_name(seed: Path) -> None:
    advisory = accession(read_file(seed)).advisory
    found = [(finding.rule, finding.where) for finding in look_at(advisory, today=TODAY)]
    assert found == [("link", "EUR 57/002/2012@en"), ("spelling", "EUR 57/002/2012@en")]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.stem)
def test_documents_without_a_slip_raise_no_false_alarm(document: Path) -> None:
    found = look_at(accession(read_file(document)).advisory, today=TODAY)
    assert not [one for one in found if one.rule in {"spelling", "look-alike", "reference", "date", "link"}]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("The city of Zhanaozen. CLASHES IN ZHANAQZEN", [("Zhanaozen", "ZHANAQZEN")]),
        ("In Zhanaozen, near Zhanaozen, at Zhanaoezn.", [("Zhanaoezn", "Zhanaozen")]),
        ("said Dalhuisen. Mr Dalhuisen left. Then Dalhisen came.", [("Dalhisen", "Dalhuisen")]),
        ("о событиях в Жанаозене. Снова в Жанаозене. ЖАНАОАЕНЕ", [("ЖАНАОАЕНЕ", "Жанаозене")]),
        # endings differ between cases, numbers and peoples
        ("in Kazakhstan and Kazakhstan with Kazakhstani", []),
        ("события в Жанаозене, город Жанаозен, до Жанаозена", []),
        ("of Officers and Officers in Offices", []),
        # two names, each as often as the other
        ("to Mohamed and then to Mohammed", []),
        ("by Mohamed, by Mohamed, by Mohammed, by Mohammed", []),
        # ordinary words
        ("The Detention of many. DETENTION. Attention to detention and attention", []),
        ("Protestors came. protesters left.", []),
        # accents and case make no other name
        ("in Türkmenistan, in Turkmenistan, in TURKMENISTAN", []),
        # too short, or different at the head
        ("to Iran, to Iran, to Iraq", []),
        ("of Gambia, of Gambia, of Zambia", []),
        ("", []),
    ],
)
def test_names_that_are_a_slip_apart_are_found_and_others_are_not(text: str, pairs: list[tuple[str, str]]) -> None:
    assert near_misses(text) == pairs


@given(st.text(st.sampled_from("Zhanoeq ZHANOEQ.,\n"), max_size=200))
def test_a_near_miss_is_a_pair_of_different_words_of_the_text(text: str) -> None:
    for pair in near_misses(text):
        assert len({word.casefold() for word in pair}) == 2
        assert all(word in text for word in pair)


def test_the_same_body_under_two_numbers_is_found() -> None:
    twin = an_advisory(
        reference="EUR 57/009/2012", body="Many questions\nremain unanswered about violent clashes in Zhanaozen."
    )
    (found,) = reviewed(an_advisory(), twin)
    assert (found.rule, found.where) == ("duplicate", "EUR 57/009/2012@en (#2)")
    assert "EUR 57/002/2012@en (#1)" in found.what


def test_texts_without_a_body_are_no_duplicates() -> None:
    texts = reviewed(an_advisory(body=""), an_advisory(reference="EUR 57/009/2012", body=" \n"))
    assert not any(finding.rule == "duplicate" for finding in texts)


def test_citations_that_lead_nowhere_are_counted_and_listed() -> None:
    cites = an_advisory(
        mentions=("EUR 57/001/2012", "EUR 57/009/2012"), relations=(Relation("corrects", "EUR 57/008/2012"),)
    )
    (found,) = reviewed(cites, an_advisory(reference="EUR 57/009/2012", body="Another."))
    assert found.rule == "unresolved"
    assert found.what.endswith("not in the archive: EUR 57/001/2012, EUR 57/008/2012")


def test_many_citations_are_not_all_listed() -> None:
    (found,) = reviewed(an_advisory(mentions=tuple(f"EUR 57/{number:03}/2011" for number in range(30))))
    assert found.what.endswith("EUR 57/009/2011 and 20 more")


def test_a_citation_in_the_own_number_is_no_riddle() -> None:
    assert reviewed(an_advisory(mentions=("EUR 57/002/2012",))) == []


def test_only_the_newest_revision_of_a_text_is_looked_at() -> None:
    old, new = an_advisory(title=None, id=1, first=1), an_advisory(id=2, first=1, revision=2)
    assert reviewed(old, new) == []


def test_removed_texts_are_not_looked_at_and_nothing_refers_to_them() -> None:
    gone = an_advisory(title=None, id=2, first=1, status="removed")
    cites = an_advisory(reference="EUR 57/009/2012", body="x", mentions=("EUR 57/002/2012",), id=3, first=3)
    found = reviewed(an_advisory(id=1, first=1), gone, cites)
    assert [finding.rule for finding in found] == ["unresolved"]


def test_a_text_is_named_as_commands_take_it_back() -> None:
    assert handle(an_advisory()) == "EUR 57/002/2012@en"
    assert handle(an_advisory(reference=None, id=7, first=3)) == "#3"


def test_what_is_held_elsewhere_is_asked_for_where_the_texts_are_not_all() -> None:
    review = Review(today=TODAY)
    review.take(an_advisory(first=1, mentions=("EUR 57/001/2012", "EUR 57/009/2012")))
    asked: list[str] = []

    def is_held(name: str) -> bool:
        asked.append(name)
        return name.endswith("001/2012")

    (found,) = review.findings(is_held=is_held)
    assert found.what.endswith(": EUR 57/009/2012")
    assert asked == ["EUR 57/001/2012", "EUR 57/009/2012"]


@given(st.lists(st.sampled_from(["a", "b", "c"]), max_size=6))
def test_texts_count_once_however_many_revisions_they_have(names: list[str]) -> None:
    review = Review(today=TODAY)
    for name in names:
        review.take(an_advisory(first=ord(name), reference=None))
    assert review.texts == len(set(names))


def test_a_number_in_wide_figures_is_read_as_it_is_and_is_no_look_alike() -> None:
    assert "look-alike" not in rules(body="See ＥＵＲ ５７/００３/２０１２.")


def test_a_look_alike_is_found_wherever_in_a_long_text_it_stands() -> None:
    for before, behind in (("", "слово " * 200), ("слово " * 200, ""), ("1990 слово " * 200, " 1991 слово" * 200)):
        assert "look-alike" in rules(body=f"{before}ЕUR 57/003/2012{behind}")
