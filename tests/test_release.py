"""May a text go out now: embargoes by the clock, as exact as they are printed, and what is internal."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisory_cli.index import TantivyIndex
from advisory_cli.query import Query, at_time, matches, parse_query
from advisory_cli.release import embargo_of, embargoed_until, holds
from advisory_cli.render.holds import banner_of, hold_in_words
from tests.fakes import MemoryStore, an_advisory

NOW = datetime(2026, 11, 24, 20, 1, tzinfo=UTC)
INSTANT = {"embargo": "2026-11-27T00:01:00+00:00", "printed_embargo": "EMBARGOED FOR 0001 HRS GMT 27 NOVEMBER 2026"}
UNTIL_INSTANT = "embargoed for 2 d 4 h, until 27 November 2026 00:01 GMT"
UNTIL_DAY = "embargoed for 15 h 59 min, until 24 November 2026 is over everywhere"
MARKED: list[dict[str, Any]] = [
    {},
    INSTANT,
    {"printed_embargo": "soon", "date": None},
    {"embargo": "1996-11-27T00:01:00Z"},
    {"embargo": "1066-10-14"},
]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, []),
        (INSTANT, [UNTIL_INSTANT]),
        ({"embargo": "2026-11-25T10:00:00+06:00"}, ["embargoed for 7 h 59 min, until 25 November 2026 10:00 UTC+6"]),
        ({"embargo": "2026-11-25T01:32:00+05:30"}, ["embargoed for 1 min, until 25 November 2026 01:32 UTC+5:30"]),
        ({"embargo": "2026-11-24T20:01:30Z"}, ["embargoed for less than a minute, until 24 November 2026 20:01 GMT"]),
        ({"embargo": "2026-11-24T20:01:00Z"}, []),
        ({"embargo": "1996-11-27T00:01:00+00:00"}, []),
        ({"printed_embargo": "Embargo: 24 November 2026"}, [UNTIL_DAY]),
        ({"printed_embargo": "Embargo: 10:00, 24 November 2026"}, [UNTIL_DAY]),
        ({"printed_embargo": "Embargo: 22 November 2026"}, []),
        ({"embargo": "2026-11-24"}, [UNTIL_DAY]),
        ({"embargo": "2026-11-24T08:00"}, [UNTIL_DAY]),
        ({"printed_embargo": "until the conference"}, []),
        (
            {"printed_embargo": "until the conference", "date": "2026-11-20"},
            ["embargo printed, time unknown: held for 27 d, until 21 December 2026 is over everywhere"],
        ),
        (
            {"printed_embargo": "until the conference", "date": None},
            ["embargo printed, time unknown: held until its end is set"],
        ),
        ({"distribution": "internal"}, ["internal"]),
        ({"distribution": "public"}, []),
        ({**INSTANT, "distribution": "internal"}, [UNTIL_INSTANT, "internal"]),
    ],
)  # fmt: skip
def test_a_text_is_held_while_its_embargo_lasts_or_where_it_is_internal(
    changes: dict[str, Any], said: list[str]
) -> None:
    assert [hold_in_words(hold) for hold in holds(an_advisory(**changes), NOW)] == said


def test_a_day_in_figures_is_read_so_that_the_embargo_ends_late() -> None:
    embargo = embargo_of(an_advisory(printed_embargo="Embargo 03/04/2026"))
    assert embargo is not None
    assert embargo.ends == datetime(2026, 4, 4, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("printed", "ends"),
    [
        ("until March 2026 or 5 February 2026", datetime(2026, 4, 1, 12, tzinfo=UTC)),
        ("until December 2026", datetime(2027, 1, 1, 12, tzinfo=UTC)),
    ],
)
def test_of_several_days_and_months_the_last_counts(printed: str, ends: datetime) -> None:
    embargo = embargo_of(an_advisory(printed_embargo=printed))
    assert embargo is not None
    assert embargo.ends == ends


@given(
    st.text(max_size=20) | st.datetimes().map(datetime.isoformat) | st.sampled_from(("9999-12-31T23:00-12:00", "2012")),
    st.text(max_size=30) | st.dates().map(str),
    st.none() | st.dates().map(str) | st.sampled_from(("9999", "9999-12", "0001", "2012-02-31", "soon")),
    st.datetimes(min_value=datetime(1970, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 - the strategy adds the zone
)
def test_whatever_is_printed_a_text_is_held_until_one_instant(
    embargo: str, printed: str, date: str | None, now: datetime
) -> None:
    advisory = an_advisory(embargo=embargo, printed_embargo=printed, date=date)
    found = holds(advisory, now)
    assert bool(found) == (embargoed_until(advisory) > (now - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds())
    assert all(hold_in_words(hold) and banner_of(hold) for hold in found)


@pytest.mark.parametrize("changes", MARKED)
@pytest.mark.parametrize("asked", ["is:embargoed", "-is:embargoed", "clashes is:embargoed", "has:embargo"])
@pytest.mark.parametrize("later", [timedelta(0), timedelta(days=2, hours=4), timedelta(days=2, hours=4, seconds=-1)])
def test_the_index_and_the_matcher_follow_the_clock(
    tmp_path: Path, changes: dict[str, Any], asked: str, later: timedelta
) -> None:
    now, store, index = NOW + later, MemoryStore(), TantivyIndex(tmp_path / "index")
    (advisory,) = store.add(an_advisory(**changes))
    root = at_time(parse_query(asked).root, lambda: int(now.timestamp()))
    index.catch_up(store)
    is_held = bool(holds(advisory, now))
    assert matches(Query(root), advisory) is bool(index.search(Query(root), sort="added", limit=None).total)
    assert matches(Query(root), advisory) is (
        bool(changes) if asked == "has:embargo" else is_held is not asked.startswith("-")
    )
