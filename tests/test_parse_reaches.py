"""Addresses and telephone numbers in running text, as people print them; fax numbers are found but not given."""

import pytest

from advisory_cli.parse.reaches import reaches_in

LONDON = "+442079460500"


def reached(text: str) -> list[tuple[str, str]]:
    """What somebody can be reached by, and as it is printed."""
    return [(reach.phone or reach.email, text[reach.start : reach.end]) for reach in reaches_in(text, "GB")]


@pytest.mark.parametrize(
    ("printed", "email"),
    [
        ("info@example.org", "info@example.org"),
        ("Info@Example.ORG", "info@example.org"),
        ("a.b+c_d%e@x-y.example.org", "a.b+c_d%e@x-y.example.org"),
        ("press at example.org", "press@example.org"),
        ("press (at) example [dot] org", "press@example.org"),
        ("press [AT] example (punto) org", "press@example.org"),
        ("prensa(arroba)example.org", "prensa@example.org"),
        ("presse[ät]example.org", "presse@example.org"),
        ("presse (ät) example.org", "presse@example.org"),
    ],
)
def test_an_address_is_read_whatever_stands_for_its_signs(printed: str, email: str) -> None:
    assert reached(f"Write to {printed}, or call.") == [(email, printed)]


@pytest.mark.parametrize(
    "text",
    ["meet at noon", "x@@example.org", "x@", "@example.org", "at example.organisation", "(at) example.org", "a@b"],
)
def test_what_lacks_user_or_host_is_no_address(text: str) -> None:
    assert reached(text) == []


def test_addresses_beside_each_other_share_no_letter() -> None:
    assert reached("a@example.org b@example.org,c@example.net") == [
        (printed, printed) for printed in ("a@example.org", "b@example.org", "c@example.net")
    ]


@pytest.mark.parametrize(
    ("printed", "phone"),
    [
        ("+44 20 7946 0500", LONDON),
        ("+44 (0)20 7946 0500", LONDON),
        ("+44 (0) 20 7946 0500", LONDON),
        ("0044 20 7946 0500", LONDON),
        ("020 7946 0500", LONDON),
        ("(613) 555-0143", "+16135550143"),
        ("613-555-0143", "+16135550143"),
        ("+12345678", "+12345678"),
        ("+ 12 345 678", "+12345678"),
        ("+123456789012345", "+123456789012345"),
    ],
)
def test_a_number_is_given_with_the_code_of_its_country(printed: str, phone: str) -> None:
    assert reached(f"Call {printed}, or write.") == [(phone, printed)]


@pytest.mark.parametrize("printed", ["555 0134", "(555) 0134-22", "22 2012"])
@pytest.mark.parametrize("label", ["Tel: ", "tél. ", "Phone ", "тел: "])
def test_behind_a_label_a_number_of_no_country_is_given_as_printed(label: str, printed: str) -> None:
    assert reached(label + printed) == [(printed, printed)]


@pytest.mark.parametrize(
    "text", ["March 22 2012", "10 2012", "2012-03-22", "+1234567", "+1234567890123456", "Index 12 345"]
)
def test_days_and_what_is_too_short_or_too_long_are_no_numbers(text: str) -> None:
    assert reached(text) == []


@pytest.mark.parametrize(
    "text", ["Fax: {}", "Télécopieur {}", "fax {}", "f {}", "ISDN {}", "Telex: {}", "{} (fax)", "{} (ISDN)", "факс: {}"]
)
def test_nobody_is_reached_by_a_fax_number(text: str) -> None:
    assert reached(text.format("+44 20 7946 0500")) == [("", "+44 20 7946 0500")]


@pytest.mark.parametrize("text", ["Tel/Fax: {}", "Telephone and fax: {}", "Fax 1, tel. {}", "of {}"])
def test_a_number_for_both_is_a_telephone_number(text: str) -> None:
    assert reached(text.format("+44 20 7946 0500"))[-1] == (LONDON, "+44 20 7946 0500")
