"""When embargoes end: the instant where day, time and zone are printed, nothing where one of them is missing."""

import pytest

from advisory_cli.parse.embargo import embargo_instant


@pytest.mark.parametrize(
    ("printed", "instant"),
    [
        ("EMBARGOED FOR 0001 HRS GMT 6 JUNE 1997", "1997-06-06T00:01:00+00:00"),
        ("Embargo Date: 9 November 2005 00:01 GMT", "2005-11-09T00:01:00+00:00"),
        ("Embargo: 00.01hrs gmt 25 May 2011", "2011-05-25T00:01:00+00:00"),
        ("Embargo: 2000 GMT, 18 June 1997", "1997-06-18T20:00:00+00:00"),
        ("EMBARGOED UNTIL 10:00 CET, 8 January 2010", "2010-01-08T10:00:00+01:00"),
        ("Embargoed until 00:01 London time 3 May 2007", "2007-05-03T00:01:00+01:00"),
        ("Embargoed until 00:01 London time 3 January 2007", "2007-01-03T00:01:00+00:00"),
        ("Embargo : 8 juin 1999, 10 h 00 (heure de Paris)", "1999-06-08T10:00:00+02:00"),
        ("Embargo hasta las 10:00 horas (hora de Madrid) del 4 de mayo de 2010", "2010-05-04T10:00:00+02:00"),
        ("Sperrfrist: 24. Mai 2012, 00:01 Uhr MESZ", "2012-05-24T00:01:00+02:00"),
        ("Эмбарго до 10:00 по московскому времени 24 мая 2012 г.", "2012-05-24T10:00:00+04:00"),
        ("Embargo: 00:01 GMT+3 4 May 2010", "2010-05-04T00:01:00+03:00"),
        ("Embargo: 00:01 UTC-05:30 4 May 2010", "2010-05-04T00:01:00-05:30"),
        ("Embargo: 11am Moscow time 23 May 2007", "2007-05-23T11:00:00+04:00"),
        ("Embargo: 10 May 2010 at 12 noon GMT", "2010-05-10T12:00:00+00:00"),
        ("Embargo: 12am GMT 10 May 2010", "2010-05-10T00:00:00+00:00"),
    ],
)
def test_an_embargo_with_day_time_and_zone_ends_at_an_instant(printed: str, instant: str) -> None:
    assert embargo_instant(printed) == instant


@pytest.mark.parametrize(
    "printed",
    [
        "Embargo: 10 May 1993",
        "Embargo: 10:00, 10 May 1993",
        "Embargo: 10:00 GMT",
        "Embargo: 10 May 2000 GMT",  # the year is no time of day
        "Embargo: midnight GMT 10 May 2010",  # that before or that behind the day
        "Embargo: 5/6/2010 10:00 GMT",  # June or May
        "Embargo: 10:00 GMT 4 May 2010 and 5 May 2010",
        "Embargo: 25:00 GMT 4 May 2010",
        "Embargo: 00:01 GMT+99 4 May 2010",
    ],
)
def test_an_embargo_that_leaves_something_open_has_no_instant(printed: str) -> None:
    assert embargo_instant(printed) is None
