"""Stretches of the calendar: whole, in order, and within the calendar."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.reading.dates import intervals

YEARS = st.integers(2, 9997)
DAY = timedelta(days=1)


@given(YEARS, st.integers(1, 12))
def test_the_parts_of_a_month_make_it_up(year, month):
    first, last = intervals.month_of(year, month)
    start, mid, end = (intervals.month_of(year, month, part) for part in ("start", "mid", "end"))
    assert (start[0], end[1]) == (first, last)
    assert (start[1] + DAY, mid[1] + DAY) == (mid[0], end[0])


@given(YEARS)
def test_quarters_and_halves_make_up_a_year(year):
    quarters = [intervals.quarter_of(year, number) for number in (1, 2, 3, 4)]
    assert quarters[0][0] == date(year, 1, 1)
    assert quarters[3][1] == date(year, 12, 31)
    assert all(before[1] + DAY == after[0] for before, after in pairwise(quarters))
    assert intervals.half_of(year, 2) == (quarters[2][0], quarters[3][1])


@given(YEARS)
def test_a_winter_ends_in_the_year_after_with_the_last_of_february(year):
    first, last = intervals.season_of(year, "WI")
    assert first == date(year, 12, 1)
    assert last + DAY == date(year + 1, 3, 1)


@given(st.dates(), st.integers(0, 6))
def test_the_last_and_the_next_weekday_are_less_than_a_week_off(day, weekday):
    before, after = intervals.weekday_until(day, weekday), intervals.weekday_from(day, weekday)
    assert day - before < timedelta(7)
    assert after - day < timedelta(7)
    assert before <= day <= after
    if timedelta(7) < day - date.min and timedelta(7) < date.max - day:
        assert before.weekday() == after.weekday() == weekday


@given(st.dates(), st.integers(-60, 60))
def test_weeks_begin_on_monday_and_weekends_end_them(day, weeks):
    monday, sunday = intervals.week_of(day, weeks)
    if timedelta(500) < day - date.min and timedelta(500) < date.max - day:
        assert (monday.weekday(), sunday - monday) == (0, timedelta(6))
        assert intervals.weekend_of(day, weeks) == (sunday - DAY, sunday)


@pytest.mark.parametrize(
    ("year", "month", "months", "expected"),
    [(2024, 11, 2, (2025, 1)), (2025, 1, -1, (2024, 12)), (2024, 6, -30, (2021, 12)), (1, 1, -5, (1, 1))],
)
def test_months_are_counted_over_the_year(year, month, months, expected):
    assert intervals.shifted_month(year, month, months) == expected


def test_what_is_no_day_is_none():
    assert intervals.day_of(2023, 2, 29) is None
    assert intervals.day_of(2024, 2, 29) == date(2024, 2, 29)
    assert intervals.shifted(date.max, 5) == date.max
