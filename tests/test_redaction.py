"""Passages that must not go out: found in whatever spelling, and not in a record any more once they are hidden."""

import json
import sys
from base64 import b64encode, urlsafe_b64encode
from html import escape
from typing import Any
from unicodedata import normalize
from urllib.parse import quote

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from advisory_cli.actions.succession import carried_over
from advisory_cli.errors import Misuse, NotHidden
from advisory_cli.exchange.leaks import watched
from advisory_cli.exchange.release import code_in_words
from advisory_cli.exchange.writers import WRITERS
from advisory_cli.model import Advisory, Contact, Link, Number, Quote, Redaction, Relation, Source
from advisory_cli.redaction import (
    BLOCK,
    check_passage,
    field_marked,
    hide,
    is_in,
    marking,
    nearly,
    spans,
    unmarking,
    wanted_by,
)
from advisory_cli.redaction.letters import letters_of
from advisory_cli.redaction.reaching import ways_to_reach
from advisory_cli.results import Shown
from tests.fakes import an_advisory

NAME = "John Dalhuisen"
PHONE = "+442074135599"
PHONE_MARK = Redaction(PHONE, "contacts")


def found(passage: str, text: str, field: str | None = None) -> list[str]:
    return [text[span.start : span.end] for span in spans(text, wanted_by((Redaction(passage, field),)))]


def without(advisory: Advisory, *marks: Redaction) -> Advisory:
    return hide(advisory, marks, words=code_in_words).advisory


@pytest.mark.parametrize(
    "spelled",
    [
        "John Dalhuisen",
        "JOHN DALHUISEN",
        "John\nDalhuisen",
        "John\n\n  Dalhuisen",
        "John\u00a0Dalhuisen",
        "John Dal\u00adhui\u00adsen",
        "John Dalhu-\nisen",
        "John\u200b Dal\u200bhuisen",
        "John Dalhu\u0308isen",
        "Jöhn Dalhuisen",
        "J\x00o\x00h\x00n\x00 \x00D\x00a\x00l\x00h\x00u\x00i\x00s\x00e\x00n",
        "John, Dalhuisen",
        "John&nbsp;Dalhuisen",
        "John Dal&shy;huisen",
        "&#74;ohn &#x44;alhuisen",
        "John%20Dalhuisen",
        "Jo=68n Dalhuisen",
        r"\u004aohn Dalhuisen",
        r"John\nDalhuisen",
        "Ｊｏｈｎ Ｄａｌｈｕｉｓｅｎ",
        "𝐉𝐨𝐡𝐧 Dalhuisen",
        "J O H N  D A L H U I S E N",
        "J.o.h.n D-a-l-h-u-i-s-e-n",
        "Jоhn Dаlhuisеn",
        "Jοhn Dαlhuisen",
        "John Dal- huisen",
        "Jo**hn** _Dal_huisen",
        "John Dal\u3164huisen",
    ],
)
def test_a_passage_is_found_in_every_spelling(spelled: str) -> None:
    assert found(NAME, f"said {spelled}, of whom") == [spelled]


@pytest.mark.parametrize(
    ("passage", "text"),
    [
        ("O'Brien", "O’Brien"),
        ("O’Brien", "OʼBRIEN"),
        ("Café Zürich", "CAFE\u0301 Zurich"),
        ("Straße", "STRASSE"),
        ("Жанаозен", "ЖАНАОЗЕН"),
        ("laroyo@amnesty.org", "laroyo [at] amnesty [dot] org"),
        ("laroyo@amnesty.org", "laroyo%40amnesty.org"),
        ("22 March 2012", "22\nMARCH\u00a02012"),
        ("12 345 678 X", "12345678X"),
    ],
)
def test_other_signs_and_letters_are_the_same_passage(passage: str, text: str) -> None:
    assert found(passage, f"({text})") == [text]


@pytest.mark.parametrize(
    ("passage", "text", "hidden"),
    [("Петров", "нет Петрова.", "Петрова"), ("Ali", "of Quality", "Quality"), ("أحمد", "وأحمد قال", "وأحمد")],
)
def test_a_longer_word_is_hidden_whole(passage: str, text: str, hidden: str) -> None:
    assert found(passage, text) == [hidden]


@pytest.mark.parametrize(
    ("passage", "text"),
    [(NAME, "John said that Dalhuisen"), ("Ali", "a list"), ("Ali", "a-\nlist"), ("anden", "and end"), ("22", "2-2")],
)
def test_what_only_has_the_same_letters_in_a_row_stays(passage: str, text: str) -> None:
    assert found(passage, text) == []


def test_a_number_is_found_however_it_is_grouped_and_dialled() -> None:
    text = "+44 (0)20 7413 5599 or 020 7413 5599, 0044-20-7413-5599, 20.7413.5599; +44 20 7413 5566"
    assert found(PHONE, text, "contacts") == [
        "+44 (0)20 7413 5599",
        "020 7413 5599",
        "0044-20-7413-5599",
        "20.7413.5599",
    ]


def test_people_are_found_by_one_of_their_names_as_names_are_written() -> None:
    text = "Dalhuisen said so. Dalhuisens john; Иваном Петрова; the hopeful"
    assert found(NAME, text, "names") == ["Dalhuisen", "Dalhuisens"]
    assert found("Иван Петров", text, "names") == ["Иваном", "Петрова"]
    assert found("Hope Office", text, "names") == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Гульнара Ахметова", "Ахметовой"),
        ("Anna Kowalska", "Kowalskiej"),
        (NAME, "J. Dalhuisen"),
        (NAME, "J.P. Dalhuisen"),
        (NAME, "dalhuisen@example.org"),
        (NAME, "https://example.org/j.dalhuisen/"),
    ],
)
def test_names_are_found_in_other_cases_behind_initials_and_in_addresses(name: str, text: str) -> None:
    (hidden,) = found(name, f"nothing of {text} there", "names")
    assert hidden in text
    assert not is_in(text.replace(hidden, BLOCK), wanted_by((Redaction(name, "names"),)))


def test_a_person_is_found_in_tags_which_have_no_capitals() -> None:
    assert without(an_advisory(tags=("dalhuisen", "strike")), Redaction(NAME, "names")).tags == ("strike",)


@pytest.mark.parametrize(
    ("language", "text", "near"),
    [
        ("en", "Dalhuisen, DALHUISEN and Mr Dalhuizen; a dalhuisen", ("Dalhuisen", "DALHUISEN", "Dalhuizen")),
        ("ru", "Письмо Далхуйсену; о Далхуйсене знали", ("Далхуйсену", "Далхуйсене")),
        ("en", "Joan of the Daily News", ()),
    ],
)
def test_what_may_be_a_marked_name_is_told(language: str, text: str, near: tuple[str, ...]) -> None:
    assert nearly(Advisory(body=text, language=language), [Redaction(NAME)]) == near


def test_nothing_is_near_to_what_is_no_name() -> None:
    assert (
        nearly(Advisory(body="The Prison of Aktau", language="en"), [Redaction("the prison in Aktau"), PHONE_MARK])
        == ()
    )


def test_ways_to_reach_are_told_from_numbers_and_dates() -> None:
    text = "EUR 57/002/2012, 22.03.2012, 01-02-2012 call +44 (0) 7771 796 350 or (020) 7413 5566; a.b@c.org 15 000 000"
    assert list(ways_to_reach(text)) == ["a.b@c.org", "+44 (0) 7771 796 350", "(020) 7413 5566"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("before", ["", "x", "xx", "xxx"])
def test_no_encoding_keeps_a_passage_from_being_seen(encoding: str, before: str) -> None:
    content = f"{before}said {NAME} today".encode(encoding)
    for text in (b64encode(content).decode(), urlsafe_b64encode(content).decode().rstrip("="), content.hex()):
        assert is_in(f"see {text} there", wanted_by((Redaction(NAME),)))


@pytest.mark.parametrize(
    "text",
    [
        quote(quote(NAME)),
        escape(escape("John&#32;Dalhuisen")),
        "John <b class='x'>Dalhuisen</b>",
        "J<b>ohn</b> Dal<!-- a -->hui<span class='x'>sen</span>",
        json.dumps(json.dumps("John\nDalhuisen")),
        "https://xn--dalhuisen-john-9o9a.example/".replace("dalhuisen-john-9o9a", "johndalhuisen-"),
    ],
)
def test_escapes_in_escapes_and_markup_do_not_either(text: str) -> None:
    assert is_in(text, wanted_by((Redaction(NAME),)))


EVERYWHERE: dict[str, Any] = {
    "organisation": f"Friends of {NAME}",
    "title": f"{NAME} speaks",
    "subtitle": NAME.upper(),
    "body": f"He, {NAME}, said.\n\n{b64encode(f'a letter of {NAME}'.encode()).decode()}\n\nDone.",
    "quotes": (Quote(f"I, {NAME}", NAME, f"aide of {NAME}", "stated"),),
    "contacts": (Contact(NAME, "press", NAME, (PHONE,), ("john.dalhuisen@example.org",)),),
    "links": (Link(NAME, f"https://example.org/{quote(NAME)}"), Link("this", "mailto:x?to=John+Dalhuisen")),
    "numbers": (Number(NAME, "1"),),
    "printed_kind": f"Letter of {NAME}",
    "printed_reference": NAME,
    "printed_embargo": NAME,
    "tags": (NAME, "kept"),
    "note": f"ask {NAME}",
    "reason": NAME,
    "source": Source(f"{NAME}.txt", "text/plain", "0" * 64, 1, url="https://example.org/JohnDalhuisen"),
    "by": NAME,
    "extra": {"author": [NAME], "other": 1},
}


def test_a_passage_is_hidden_wherever_it_stands() -> None:
    whole = an_advisory(**EVERYWHERE)
    mark = Redaction(NAME, None, f"{NAME} is at risk")
    hidden, leaks = hide(whole, [mark])
    assert not is_in(json.dumps(hidden.to_dict()), wanted_by((mark,)))
    assert hidden.body.endswith("Done.")
    assert hidden.tags == ("kept",)
    assert hidden.contacts == (Contact(BLOCK, "press", BLOCK, (PHONE,), ()),)
    assert hidden.source is None
    assert {leak.field for leak in leaks} >= {*EVERYWHERE} - {"source", "by", "extra"}
    assert {leak.reason for leak in leaks} == {f"{BLOCK} is at risk", None}


@pytest.mark.parametrize(
    ("passage", "field"),
    [
        ("Kazakhstan", "countries"),
        ("22 March 2012", "date"),
        ("2012-03", "date"),
        ("media advisory", "kind"),
        ("English", "language"),
        ("EUR 57/002/2012", "reference"),
        ("Central Asia", "region"),
        ("EUR 57/009/2012", "mentions"),
        ("EUR 57/009/2012", "relations"),
        ("2026-01-02", "at"),
    ],
)
def test_a_code_goes_where_the_code_or_its_words_would_say_the_passage(passage: str, field: str) -> None:
    other = "EUR 57/009/2012"
    whole = an_advisory(mentions=(other,), relations=(Relation("cites", other),), at="2026-01-02T03:04:05Z")
    hidden = without(whole, Redaction(passage))
    assert getattr(hidden, field) == getattr(Advisory(), field) != getattr(whole, field)


@pytest.mark.parametrize("field", ["title", "note", "date", "countries", "quotes"])
def test_a_field_is_emptied_and_what_it_says_hidden_elsewhere(field: str) -> None:
    whole = an_advisory(
        note="a private note",
        quotes=(Quote("Nobody was told", "Ana"),),
        body="A private note. Kazakhstan’s failure to find truth about violent clashes. Nobody was told: 22 March 2012",
    )
    hidden = without(whole, Redaction(None, field))
    assert not getattr(hidden, field)
    assert BLOCK in hidden.body


def test_contacts_are_hidden_in_the_body_too_and_whoever_else_can_be_reached() -> None:
    body = "Call Ana Petrova at 020 7413 5599 or the family at +7 495 123 45 67, kin@example.org. Petrova knows."
    whole = an_advisory(body=body, contacts=(Contact("Ana Petrova", phones=(PHONE,)),))
    hidden = without(whole, Redaction(None, "contacts"))
    assert hidden.body == f"Call {BLOCK} at {BLOCK} or the family at {BLOCK}, {BLOCK}. {BLOCK} knows."
    assert hidden.contacts == ()


def test_marks_of_people_stay_when_the_record_forgets_them() -> None:
    whole = an_advisory(quotes=(Quote("x", NAME),), body="Dalhuisen came.")
    marked = marking(lambda text: field_marked(text, "names"))(whole)
    assert marked is not None
    later = carried_over(an_advisory(body="Dalhuisen went."), marked)
    assert without(later, *later.redactions).body == f"{BLOCK} went."


@pytest.mark.parametrize("pieces", [[f"of {NAME}."], ["of John ", "Dalhuisen."], ["&#74;ohn\n", "<b>DALHUISEN"]])
def test_nothing_goes_out_with_a_passage_in_it(pieces: list[str]) -> None:
    gone: list[str] = []
    with pytest.raises(NotHidden):
        gone.extend(watched(pieces, [Redaction(NAME)], WRITERS["text"], "this text"))
    assert "alhuisen" not in "".join(gone)


@pytest.mark.parametrize("form", WRITERS)
def test_words_of_a_format_are_no_passages(form: str) -> None:
    itself = "".join(WRITERS[form]([Shown(an_advisory(title=None, body=BLOCK))]))
    marks = [Redaction("title"), Redaction("language"), Redaction("12")]
    assert "".join(watched([itself], marks, WRITERS[form], form)) == itself


def test_the_length_and_the_neighbours_of_a_passage_are_not_told() -> None:
    short, long = (
        without(an_advisory(body=f"of {text}."), Redaction(text)).body for text in ("Ana", "Ana and " * 9 + "Eva")
    )
    assert short == long == f"of {BLOCK}."


def test_marks_are_added_once_and_taken_off_by_number() -> None:
    mark = marking(lambda _: [Redaction(NAME), Redaction("Ana", None, "at risk")])
    marked = mark(an_advisory())
    assert marked is not None
    assert (mark(marked), marked.action) == (None, "redact")
    left = unmarking([1])(marked)
    assert left is not None
    assert left.redactions == (Redaction("Ana", None, "at risk"),)
    with pytest.raises(Misuse, match="no number 3"):
        unmarking([3])(marked)


@pytest.mark.parametrize("passage", ["", "a", " , ", "é", "x" * 20_000])
def test_a_passage_that_is_everywhere_or_without_end_is_refused(passage: str) -> None:
    with pytest.raises(Misuse):
        check_passage(passage)


def test_records_without_marks_are_written_as_they_always_were() -> None:
    assert "redactions" not in an_advisory().to_dict()
    marked = an_advisory(redactions=(Redaction(NAME, None, "why"), Redaction(None, "note")))
    assert Advisory.from_dict(marked.to_dict()) == marked


words = st.text(st.characters(categories=("L", "Nd", "Mn", "P", "Zs", "Cf", "So")), min_size=1, max_size=12)
passages = words.filter(lambda text: not _is_refused(text))


def _is_refused(text: str) -> bool:
    try:
        check_passage(text)
    except Misuse:
        return True
    return False


def test_every_character_comes_to_the_same_letters_in_capitals_and_in_pieces() -> None:
    odd = [
        character
        for character in map(chr, (*range(0xD800), *range(0xE000, sys.maxunicode + 1)))
        if len({character.upper(), character.casefold(), normalize("NFC", character), normalize("NFD", character)}) > 1
        and len(set(map(letters_of, (character.upper(), character.casefold(), normalize("NFD", character))))) > 1
    ]
    assert odd == []


def spellings(passage: str) -> list[str]:
    plain = [passage, passage.upper(), passage.casefold(), normalize("NFC", passage), normalize("NFD", passage)]
    return [*plain, escape(passage), quote(passage), json.dumps(passage)[1:-1], "\u00ad".join(passage)]


@given(passages, words, words, st.data())
def test_whatever_is_hidden_is_not_there(passage: str, before: str, behind: str, data: st.DataObject) -> None:
    spelled = data.draw(st.sampled_from(spellings(passage)))
    text = f"{before}{spelled}{behind}"
    mark = Redaction(passage)
    whole = an_advisory(title=text, body=text, quotes=(Quote(text, text),), tags=(text,), note=text)
    hidden = without(whole, mark)
    assert not any(is_in(one, wanted_by((mark,))) for one in (hidden.title or "", hidden.body, hidden.note or ""))
    assert spelled not in hidden.body


@given(passages, st.text(max_size=60))
def test_what_is_not_marked_stands_as_it_was(passage: str, text: str) -> None:
    assume(not is_in(text, wanted_by((Redaction(passage),))))
    assert without(an_advisory(body=text), Redaction(passage)).body == text


@pytest.mark.parametrize("sign", ["a", "+", "0", "&", "%4", "<", "\\u", "\u0301", "a-\n", BLOCK, "+0 (", "xn--a "])
def test_a_long_row_of_anything_comes_through(sign: str) -> None:
    text = sign * (200_000 // len(sign))
    hidden = without(
        an_advisory(body=text), Redaction("aaaab aab"), Redaction(PHONE, "contacts"), Redaction(None, "contacts")
    )
    assert hidden.body
