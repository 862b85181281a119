"""Names of people: which spellings are one person, and which must never be."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisory_cli.persons import People
from advisory_cli.persons.name import parse_name


def people(*printed: str) -> People:
    return People(dict.fromkeys(printed, 1) | {printed[0]: 2})


ONE = [
    ("John Dalhuisen", "Mr John Dalhuisen", "with a title"),
    ("John Dalhuisen", "Dr. John Dalhuisen", "with a title"),
    ("John Dalhuisen", "DALHUISEN, John", "family name first"),
    ("John Dalhuisen", "DALHUISEN John", "family name first"),
    ("John Dalhuisen", "J. Dalhuisen", "with initials"),
    ("John Dalhuisen", "John H. Dalhuisen", "with initials, with and without a middle name"),
    ("John Dalhuisen", "Джон Далхуйсен", "in another script"),
    ("John Dalhuisen", "Дж. Далхуйсен", "in another script"),
    ("Nursultan Nazarbayev", "Nursultan Nazarbaev", "another spelling of the same sound"),
    ("Nursultan Nazarbayev", "Нурсултан Абишевич Назарбаев", "in another script"),
    ("Nursultan Nazarbayev", "Назарбаев Н.А.", "family name first, in another script"),
    ("Pierre Sané", "SANE, Pierre", "family name first"),
    ("José Pérez", "Jose Perez", "the same but for case, accents and signs"),
    ("Jean-Pierre Dupont", "J.-P. Dupont", "with initials"),
    ("Jan van der Berg", "van der BERG, Jan", "family name first"),
    ("Bashar al-Assad", "بشار الأسد", "in another script"),
    ("Mary O'Brien", "Mary O’Brien", "the same but for case, accents and signs"),
    ("Mikheil Saakashvili", "მიხეილ სააკაშვილი", "in another script"),
    ("Pierre Sané", "Пьер Сане", "in another script"),
    ("Ilham Aliyev", "Ilham Aliev", "another spelling of the same sound"),
    ("Liu Xiaobo", "LIU Xiaobo", "the same but for case, accents and signs"),
    ("Shirin Ebadi", "شیرین عبادی", "in another script"),
]


@pytest.mark.parametrize(("printed", "other", "why"), ONE)
def test_spellings_of_one_name_are_one_person_and_it_is_said_why(printed: str, other: str, why: str) -> None:
    joined = people(printed, other)
    assert joined.person(other) == joined.person(printed) == printed
    assert joined.spellings(printed)[other] == why


@pytest.mark.parametrize(
    ("printed", "other"),
    [
        ("John Smith", "Jane Smith"),
        ("John Smith", "J. Brown"),
        ("Jane Smith", "Mr John Smith"),
        ("Michele Rossi", "Michelle Rossi"),
        ("Irene Khan", "Irina Khan"),
        ("Анна Иванова", "А. Иванов"),
        ("Hasan Ali", "Husain Ali"),
        ("Mohammed Hassan", "Mohammed Ali Hassan"),
        ("John A. Smith", "John B. Smith"),
        ("Martin King Jr.", "Martin King"),
        ("Thomas James", "James Thomas"),
        ("Ivan Petrov", "Иван Петрова"),
        ("Eric Brown", "Erik Brown"),
        ("Alexander Smith", "Alexandra Smith"),
    ],
)
def test_other_names_are_other_people(printed: str, other: str) -> None:
    apart = people(printed, other)
    assert apart.person(printed) == printed
    assert apart.person(other) == other


@pytest.mark.parametrize(
    "several",
    [
        ("John Dalhuisen", "Джон Далхуйсен", "Джон Далхуизен"),
        ("Muammar Gaddafi", "Moammar Gaddafi", "Muammar Qaddafi", "معمر القذافي"),
        ("Philip Luther", "Филип Лютер", "فيليب لوثر"),
    ],
)
def test_spellings_that_agree_with_a_third_are_one_person_with_it(several: tuple[str, ...]) -> None:
    assert len({people(*several).person(name) for name in several}) == 1


@pytest.mark.parametrize(
    "several",
    [
        ("John Smith", "Jane Smith", "J. Smith"),
        ("John A. Smith", "John B. Smith", "John Smith"),
        ("Marc Dupont", "Mark Dupont", "Марк Дупонт"),
        ("Salem Hassan", "Salim Hassan", "سالم حسن"),
        ("Alexander Smith", "Alexandra Smith", "A. Smith"),
    ],
)
def test_who_may_be_two_people_is_neither_in_any_order(several: tuple[str, ...]) -> None:
    for names in permutations(several):
        apart = People(dict.fromkeys(names, 1))
        assert [apart.person(name) for name in names] == list(names)
        assert set(apart.doubts(several[2])) == set(several[:2])


@pytest.mark.parametrize(
    "printed",
    [
        *("", "Amina", "the organization", "The Director", "il presidente", "a spokesperson for the police"),
        *("Interior Minister", "Secretary General", "Мать", "المتحدث", "John Smith and Jane Brown", "Room 101 Smith"),
    ],
)
def test_descriptions_and_single_words_name_nobody_for_sure(printed: str) -> None:
    assert People({printed: 3}).person(printed) is None


def test_a_chinese_name_needs_no_blank() -> None:
    assert People({"刘晓波": 1}).person("刘晓波") == "刘晓波"


def test_the_spelling_for_all_is_plain_then_frequent() -> None:
    joined = People({"DALHUISEN, John": 9, "J. Dalhuisen": 9, "John Dalhuisen": 1, "John  Dalhuisén": 2})
    assert joined.person("J. Dalhuisen") == "John Dalhuisén"


@pytest.mark.parametrize("wanted", ["Dalhuisen", "john dalhuisen", "DALHUISEN, John", "Далхуйсен", "J. Dalhuisen"])
def test_a_person_is_found_by_any_spelling(wanted: str) -> None:
    assert people("John Dalhuisen", "Джон Далхуйсен", "John Smith").fitting(wanted) == {
        "John Dalhuisen",
        "Джон Далхуйсен",
    }


def test_a_description_is_found_by_its_words() -> None:
    assert people("il presidente", "John Smith").fitting("presidente") == {"il presidente"}


@given(st.lists(st.text(alphabet="JSj. ,-хХابو王é\u0301\x00\ud800'", max_size=30), max_size=8))
def test_joining_is_an_equivalence_whatever_is_printed(names: list[str]) -> None:
    joined = People(dict.fromkeys(names, 1))
    for name in names:
        person = joined.person(name)
        assert person is None or joined.person(person) == person
        assert person is None or person in joined.spellings(person)


@pytest.mark.parametrize("sign", ["A", "Ж ", "A.", ",", "-", ".", "\u0301", "王", " ", "de ", "\ud800"])
def test_a_megabyte_is_no_name(sign: str) -> None:
    name = sign * (1_000_000 // len(sign))
    assert parse_name(name) is None
    assert People({name: 1}).fitting("John") == frozenset()


def test_a_crowd_of_one_family_is_not_compared_name_by_name() -> None:
    crowd = {f"J{chr(97 + at % 26)}{chr(97 + at // 26 % 26)}{chr(97 + at // 676)}k Smith": 1 for at in range(2_000)}
    joined = People(crowd | {"J. Smith": 1})
    assert joined.person("J. Smith") == "J. Smith"
