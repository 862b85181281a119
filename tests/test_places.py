"""Names, codes and classes of places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisory_cli import places
from advisory_cli.reference import REGIONS


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Kazakhstan", "KAZ"),
        ("KAZAKHSTAN", "KAZ"),
        ("Казахстан", "KAZ"),
        ("Қазақстан", "KAZ"),
        ("Türkei", "TUR"),
        ("TURKIYE", "TUR"),
        ("Syrien", "SYR"),
        ("Tunisie", "TUN"),
        ("Republique Democratique du Congo", "COD"),
        ("イラン", "IRN"),
        ("中国", "CHN"),
        ("中國", "CHN"),
        ("إيران", "IRN"),
        ("ایران", "IRN"),
        ("Україна", "UKR"),
        ("Niemcy", "DEU"),
        ("Verenigde Staten", "USA"),
        ("África do Sul", "ZAF"),
        ("Côte d’Ivoire", "CIV"),
        ("COTE D'IVOIRE", "CIV"),
        ("Iran (Islamic Republic of)", "IRN"),
        ("Russian Federation", "RUS"),
        ("UK", "GBR"),
        ("USA", "USA"),
        ("DRC", "COD"),
    ],
)
def test_a_country_is_known_by_its_name_in_many_languages(name: str, code: str) -> None:
    assert places.country_named(name) == code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("USSR", "SUN"),
        ("СССР", "SUN"),
        ("Zaire", "ZAR"),
        ("Zaïre", "ZAR"),
        ("Burma", "MMR"),
        ("Yugoslavia", "YUG"),
        ("Czechoslovakia", "CSK"),
        ("East Germany", "DDR"),
        ("East Timor", "TLS"),
        ("Swaziland", "SWZ"),
        ("Macedonia", "MKD"),
        ("Kampuchea", "KHM"),
        ("Kosovo", "XKX"),
        ("Chechnya", "RUS"),
        ("Чечня", "RUS"),
        ("Palestine", "PSE"),
        ("Israel/OPT", "ISR"),
    ],
)
def test_old_names_and_territories_are_known(name: str, code: str) -> None:
    assert places.country_named(name) == code


@pytest.mark.parametrize(
    "name", ["M É X I C O", "méxico", " MEXICO. ", "Mexico:", "mexico", "ME\u0301XICO", "México\u00a0"]
)
def test_case_accents_dots_and_spacing_do_not_matter(name: str) -> None:
    assert places.country_named(name) == "MEX"


@pytest.mark.parametrize("name", ["U.S.A.", "U. S. A.", "The United States of America", "EE.UU."])
def test_letters_with_dots_are_one_word(name: str) -> None:
    assert places.country_named(name) == "USA"


@pytest.mark.parametrize("name", ["", " ", "...", "London", "Amnesty International", "Korea", "Human rights", "AI"])
def test_what_is_no_single_country_has_no_code(name: str) -> None:
    assert places.country_named(name) is None


@pytest.mark.parametrize(
    ("region", "topic", "year", "countries"),
    [
        ("EUR", "57", 2012, ("KAZ",)),
        ("EUR", "46", 1991, ("SUN",)),
        ("EUR", "46", 1992, ("RUS",)),
        ("AFR", "62", 1996, ("ZAR",)),
        ("AFR", "62", 1997, ("COD",)),
        ("EUR", "48", 1993, ("YUG",)),
        ("EUR", "70", 2000, ("YUG",)),
        ("EUR", "70", 2004, ("SCG",)),
        ("EUR", "70", 2008, ("SRB",)),
        ("EUR", "16", 1988, ("CSK",)),
        ("ASA", "21", 1999, ("IDN",)),
        ("ASA", "57", 2005, ("TLS",)),
        ("MDE", "15", 2014, ("ISR",)),
        ("AFR", "02", 1996, ()),
        ("ACT", "77", 1997, ()),
        ("POL", "30", 2020, ()),
        ("XXX", "57", 2012, ()),
        ("EUR", "98", 2012, ()),
    ],
)
def test_a_class_stands_for_the_country_of_its_time(
    region: str, topic: str, year: int, countries: tuple[str, ...]
) -> None:
    assert places.class_countries(region, topic, year) == countries


@pytest.mark.parametrize(
    ("region", "topic", "name"),
    [
        ("EUR", "57", "Kazakhstan"),
        ("AFR", "02", "Central Africa"),
        ("ACT", "50", "Death penalty"),
        ("ACT", "84", None),
        ("EUR", "99", None),
        ("ZZZ", "01", None),
    ],
)
def test_a_class_has_a_name_where_it_is_known(region: str, topic: str, name: str | None) -> None:
    assert places.class_name(region, topic) == name


def test_every_region_has_a_name() -> None:
    assert all(map(places.region_name, REGIONS))
    assert places.region_name("EUR") == "Europe and Central Asia"
    assert places.region_name("XXX") is None


@pytest.mark.parametrize(
    ("value", "codes"),
    [
        ("Kazakhstan", ("KAZ",)),
        ("kasachstan", ("KAZ",)),
        ("KAZ", ("KAZ",)),
        ("kz", ("KAZ",)),
        ("EUR 57", ("KAZ",)),
        ("eur57", ("KAZ",)),
        ("EUR/57", ("KAZ",)),
        ("EUR 46", ("SUN", "RUS")),
        ("sun", ("SUN",)),
        ("XKX", ("XKX",)),
        ("uk", ("GBR",)),
        ("AFR 02", ()),
        ("EUR 98", ()),
        ("atlantis", ()),
        ("", ()),
    ],
)
def test_a_filter_takes_a_name_a_code_or_a_class(value: str, codes: tuple[str, ...]) -> None:
    assert places.countries_of(value) == codes


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("KAZ", "Kazakhstan"),
        ("COD", "Democratic Republic of the Congo"),
        ("USA", "United States of America"),
        ("TUR", "Turkey"),
        ("SUN", "USSR"),
        ("QQQ", "QQQ"),
        ("kaz", "kaz"),
        ('KAZ": ', 'KAZ": '),
        ("", ""),
    ],
)
def test_a_code_has_an_english_name_and_an_unknown_one_stands_for_itself(code: str, name: str) -> None:
    assert places.country_name(code) == name


def test_every_english_name_leads_back_to_its_code() -> None:
    codes = [places.country_named(name) for name in places.country_names()]
    assert None not in codes
    assert [places.country_name(code or "") for code in codes] == list(places.country_names())


def test_every_class_names_countries_of_the_table() -> None:
    classes = [(region, f"{number:02}") for region in REGIONS for number in range(100)]
    codes = {
        code for key in classes for year in (1975, 1995, 2005, 2025) for code in places.class_countries(*key, year)
    }
    assert len(codes) > 190
    assert all(places.country_name(code) != code for code in codes)


def test_two_letters_of_a_country() -> None:
    assert places.country_alpha2("ITA") == "IT"
    assert places.country_alpha2("QQQ") is None


@given(st.text())
def test_folding_twice_changes_nothing(name: str) -> None:
    assert places.fold_name(places.fold_name(name)) == places.fold_name(name)


def test_a_megabyte_is_no_country() -> None:
    assert places.country_named("a " * 500_000) is None
    assert places.countries_of("\u0301" * 1_000_000) == ()


def test_every_name_is_read_from_its_line() -> None:
    assert [places.country_name(code) for code in places._countries().english] == list(places.country_names())
