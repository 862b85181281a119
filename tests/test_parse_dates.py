"""Dates as documents print them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisory_cli.parse.dates import find_dates


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("22 March 2012", "2012-03-22"),
        ("Posted 2012-03-22", "2012-03-22"),
        ("月曜日, 2012/03/22", "2012-03-22"),
        ("纽约,2012年3月22日", "2012-03-22"),
        ("22 Марта 2012 г.", "2012-03-22"),
        ("7 juin 2017", "2017-06-07"),
        ("1er août 2005", "2005-08-01"),
        ("26 de junio de 2020", "2020-06-26"),
        ("9 de febrero del 2000", "2000-02-09"),
        ("24. Mai 2019", "2019-05-24"),
        ("30 aprile 2014", "2014-04-30"),
        ("1º de março de 2012", "2012-03-01"),
        ("22 березня 2012 року", "2012-03-22"),
        ("3 KASIM 2011", "2011-11-03"),
        ("3 NİSAN 2011", "2011-04-03"),
        ("6 يناير 2012", "2012-01-06"),
        ("28 مايو/أيار 2011", "2011-05-28"),
        ("1 كانون الثاني 2012", "2012-01-01"),
        ("٢٢ مارس ٢٠١٢", "2012-03-22"),
        ("2012年3月22日", "2012-03-22"),
        ("(2004.06.23)", "2004-06-23"),
        ("16 SEPTEMBER 1997", "1997-09-16"),
        ("5 October1999", "1999-10-05"),
        ("June 4 1999", "1999-06-04"),
        ("February 16, 2006", "2006-02-16"),
        ("3rd of June, 1999", "1999-06-03"),
        ("30/11/2000", "2000-11-30"),
        ("9/19/97", "1997-09-19"),
        ("97.9.19", "1997-09-19"),
        ("2012-03-22", "2012-03-22"),
        ("Londres, juin 2001", "2001-06"),
        ("Diciembre de 2001", "2001-12"),
        ("MAY 1995", "1995-05"),
        ("2012年3月", "2012-03"),
        ("29 February 2000", "2000-02-29"),
        ("令和元年5月1日", "2019-05-01"),
        ("平成元年1月8日", "1989-01-08"),
        ("昭和五十年五月", "1975-05"),
        ("明治45年7月30日", "1912-07-30"),
        ("民國101年3月22日", "2012-03-22"),
        ("二○一二年三月二十二日", "2012-03-22"),
        ("二零一二年十二月三十一日", "2012-12-31"),
        ("二〇一二年十月十日", "2012-10-10"),
        ("2012 жылғы 22 наурыз", "2012-03-22"),
        ("2012 жылдың 3 Желтоқсанында", "2012-12-03"),
    ],
)
def test_printed_date_is_read(printed: str, iso: str) -> None:
    assert [date.iso for date in find_dates(printed)] == [iso]


@pytest.mark.parametrize(
    "text",
    [
        "Monday 14 February",
        "31/02/2000",
        "29 February 1900",
        "29 февраля 2013",
        "020-7413-5566",
        "2012 жылғы 22 Астанада",
        "2012年13月1日",
        "十年五月",
        "3 May 100",
        "28 مايو/آذار 2011",
        "Vol. 3 2001.5",
        "may 20000",
        "Thu Nov 16 23:30:34 GMT 1995",
        "UA 31/00",
        "",
    ],
)
def test_what_is_no_date_gives_none(text: str) -> None:
    assert find_dates(text) == []


@pytest.mark.parametrize(("printed", "ambiguous"), [("06/01/2012", True), ("30/11/2000", False), ("05/05/2012", False)])
def test_day_is_read_first_and_doubt_is_told(printed: str, *, ambiguous: bool) -> None:
    (date,) = find_dates(printed)
    assert (date.iso[:4], date.ambiguous) == (printed[-4:], ambiguous)


@given(st.dates())
def test_iso_date_after_1800_reads_itself(day: date) -> None:
    iso = str(day)
    assert [found.iso for found in find_dates(iso)] == ([iso] if "1800" <= iso < "2100" else [])


@given(st.text())
def test_places_of_dates_lie_in_the_text_in_order(text: str) -> None:
    places = [place for date in find_dates(text) for place in (date.start, date.end)]
    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)
