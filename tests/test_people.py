"""Contacts of texts as people: who is one, what the last text says of them, who is out of date."""

from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisory_cli.actions.people import Contacts, Person, as_of
from advisory_cli.errors import NoDate
from advisory_cli.model import Advisory, Contact
from tests.fakes import an_advisory

ANN = Contact("Ann Lee", "Press Officer", "Amnesty International", ("+442074135599",), ("alee@example.org",))


def text(number: int, date: str | None, *contacts: Contact, **changes: Any) -> Advisory:
    return an_advisory(first=number, date=date, contacts=contacts, **changes)


def people(*texts: Advisory, at: str = "2012-12-31", months: int = 24) -> list[Person]:
    contacts = Contacts(as_of(at, months=months))
    for one in texts:
        contacts.add(one)
    return list(contacts.roll().people)


def test_one_person_has_what_the_last_text_says_and_the_first_and_last_text() -> None:
    later = ANN._replace(role="Head of Press", phones=("+33123456789",), emails=())
    for texts in permutations((text(1, "2011-02", ANN), text(2, "2012-05-06", later), text(3, "2011-07", ANN))):
        (ann,) = people(*texts)
        assert (ann.role, ann.phones, ann.emails) == ("Head of Press", ("+33123456789",), ("alee@example.org",))
        assert (ann.first.id, ann.last.id) == (1, 2)


@pytest.mark.parametrize(
    "other",
    [
        Contact("Ann Lee", organisation="Amnesty International"),
        Contact("LEE, Ann", organisation="AMNESTY INTERNATIONAL"),
        Contact("Ms Ann Lee", organisation="Amnesty International UK"),
        Contact("A. Lee", phones=("+442074135599",)),
        Contact("Ann Lee", organisation="Freelance", emails=("ALee@example.org",)),
    ],
)
def test_the_same_name_with_organisation_number_or_address_is_one_person(other: Contact) -> None:
    assert len(people(text(1, "2012", ANN), text(2, "2012", other))) == 1


@pytest.mark.parametrize(
    "other",
    [
        Contact("Ann Lee", organisation="Human Rights Watch", phones=("+1",)),
        Contact(
            "Bo Lee", organisation="Amnesty International", phones=("+442074135599",), emails=("alee@example.org",)
        ),
        Contact(None, "Press Officer", "Amnesty International", ("+442074135599",)),
        Contact("Ann Ray", organisation="Amnesty International"),
    ],
)
def test_another_name_or_organisation_is_somebody_else_whatever_they_share(other: Contact) -> None:
    assert len(people(text(1, "2012", ANN), text(2, "2012", other))) == 2


def test_two_who_may_be_one_with_a_third_stay_two() -> None:
    contacts = [ANN._replace(name=name) for name in ("Ann Lee", "Amy Lee", "A. Lee")]
    assert len(people(*(text(at, "2012", one) for at, one in enumerate(contacts, 1)))) == 3


def test_offices_without_a_name_are_one_by_number_or_address() -> None:
    office = Contact(None, None, "Amnesty International", ("+1",), ("press@example.org",))
    texts = (text(1, "2011", office), text(2, "2012", office._replace(phones=("+2",))), text(3, "2012", ANN))
    assert sorted(len(one.phones) and one.phones[0] for one in people(*texts)) == ["+2", "+442074135599"]


def test_who_issues_the_text_stands_for_an_organisation_that_is_not_named() -> None:
    bare = Contact("Ann Lee", phones=("+9",))
    (ann,) = people(text(1, "2011", ANN), text(2, "2012", bare, organisation="AMNESTY INTERNATIONAL"))
    assert (ann.organisation, ann.phones) == ("AMNESTY INTERNATIONAL", ("+9",))


@pytest.mark.parametrize(
    ("at", "number", "stale"),
    [("2011-02", "+1", False), ("2011-03-01", "+2", False), ("2013-03-01", "+2", False), ("2013-03-02", "+2", True)],
)
def test_a_day_decides_what_was_known_and_what_was_out_of_date(at: str, number: str, *, stale: bool) -> None:
    texts = [text(1, "2011-02-01", ANN._replace(phones=("+1",))), text(2, "2011-03-01", ANN._replace(phones=("+2",)))]
    (ann,) = people(*texts, at=at)
    assert (ann.phones, ann.stale) == ((number,), stale)


def test_before_the_first_text_there_is_nobody() -> None:
    assert people(text(1, "2011-02-01", ANN), at="2010") == []


def test_undated_texts_prove_nothing_about_a_day() -> None:
    (ann,) = people(text(1, None, ANN))
    assert ann.stale
    (dated,) = people(text(1, None, ANN), text(2, "2012", ANN._replace(phones=("+7",))))
    assert (dated.stale, dated.phones, dated.first.id) == (False, ("+7",), 1)


def test_an_old_address_is_not_handed_on_beside_a_new_number() -> None:
    (ann,) = people(text(1, "1999", ANN), text(2, "2012", Contact("Ann Lee", None, "Amnesty International", ("+7",))))
    assert (ann.phones, ann.emails, ann.role) == (("+7",), (), None)


def test_who_stands_last_in_a_withdrawn_text_is_flagged() -> None:
    (ann,) = people(text(1, "2011", ANN), text(2, "2012", ANN, status="withdrawn"))
    assert ann.withdrawn
    (ann,) = people(text(1, "2011", ANN, status="withdrawn"), text(2, "2012", ANN))
    assert not ann.withdrawn


@pytest.mark.parametrize(
    ("day", "months", "since"),
    [
        ("2012-03-31", 1, "2012-02-29"),
        ("2012", 24, "2010-12-31"),
        ("2012-02", 12, "2011-02-28"),
        ("0002", 90, "0001-01-31"),
    ],
)
def test_months_are_counted_back_from_the_last_day(day: str, months: int, since: str) -> None:
    assert as_of(day, months=months).since == since


@pytest.mark.parametrize("wrong", ["", "yesterday", "2012-13", "2012-02-30", "0000", "٢٠١٢", "2012-03-22T10:00"])
def test_what_is_no_date_is_said(wrong: str) -> None:
    with pytest.raises(NoDate, match="is no date; write it as in 2012-03-22"):
        as_of(wrong)


@given(
    st.lists(
        st.tuples(
            st.sampled_from([None, "Ann Lee", "A. Lee", "LEE, Ann", "Bo Lee", "Анна Ли", "office"]),
            st.sampled_from([None, "AI", "AI UK", "HRW"]),
            st.sampled_from([(), ("+1",), ("+2",)]),
            st.sampled_from([None, "2010", "2011-05", "2012-01-01"]),
        ),
        max_size=8,
    )
)
def test_nobody_is_lost_twice_or_merged_with_another_given_name(rows: list[tuple[Any, Any, Any, Any]]) -> None:
    texts = [text(at, date, Contact(name, None, org, phones)) for at, (name, org, phones, date) in enumerate(rows, 1)]
    found = people(*texts)
    named = {row[0] for row in rows if row[0]}
    assert {spelling for one in found for spelling in (one.name, *one.spellings)} - {None} == named
    for one in found:
        assert not {"Bo Lee", "Ann Lee"} <= {one.name, *one.spellings}
        assert one.first.order <= one.last.order
