"""Which days a named stretch of the calendar has: months, quarters, seasons, weeks. Pure; knows no words.

An interval is a pair of days, both inclusive. What would leave the calendar (before year 1, after 9999) is None or
cut off at its ends.
"""

from __future__ import annotations

import calendar
from datetime import date

Interval = tuple[date, date]

# The season's first month; winter ends in the year after the one it is named for.
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
# First and last day of a month's beginning, middle and end; None is the last of the month.
_PARTS = {"start": (1, 10), "mid": (11, 20), "end": (21, None)}


def shifted(day: date, days: int) -> date:
    """Return the day so many days later (or earlier), no further than the calendar goes."""
    ordinal = min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal())
    return date.fromordinal(ordinal)


def shifted_month(year: int, month: int, months: int) -> tuple[int, int]:
    """Return the month so many months later (or earlier), no further than the calendar goes."""
    number = min(max(year * 12 + month - 1 + months, 12), 9999 * 12 + 11)
    return number // 12, number % 12 + 1


def day_of(year: int, month: int, number: int) -> date | None:
    """Return a day, or None if there is none such."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def month_of(year: int, month: int, part: str | None = None) -> Interval:
    """Return a month, or its beginning, middle or end (days 1-10, 11-20, 21-last)."""
    last = calendar.monthrange(year, month)[1]
    if part is None:
        return date(year, month, 1), date(year, month, last)
    first, stop = _PARTS[part]
    return date(year, month, first), date(year, month, stop or last)


def months_of(year: int, month: int, count: int) -> Interval:
    """Return `count` months beginning with this one."""
    last_year, last_month = shifted_month(year, month, count - 1)
    return date(year, month, 1), month_of(last_year, last_month)[1]


def years_of(first: int, last: int) -> Interval:
    """Return the years from `first` to `last`."""
    return date(first, 1, 1), date(last, 12, 31)


def quarter_of(year: int, number: int) -> Interval:
    """Return a quarter (1 to 4) of a year."""
    return months_of(year, number * 3 - 2, 3)


def half_of(year: int, number: int) -> Interval:
    """Return a half (1 or 2) of a year."""
    return months_of(year, number * 6 - 5, 6)


def season_of(year: int, season: str) -> Interval:
    """Return a season (SP, SU, FA, WI); the winter of 2024 is December 2024 to February 2025."""
    return months_of(year, _SEASONS[season], 3)


def week_of(day: date, weeks: int = 0) -> Interval:
    """Return the week, Monday to Sunday, so many weeks after the one of `day`."""
    monday = shifted(day, weeks * 7 - day.weekday())
    return monday, shifted(monday, 6)


def weekend_of(day: date, weeks: int = 0) -> Interval:
    """Return Saturday and Sunday of the week so many weeks after the one of `day`."""
    _, sunday = week_of(day, weeks)
    return shifted(sunday, -1), sunday


def weekday_until(day: date, weekday: int) -> date:
    """Return the last such weekday (Monday is 0) up to and including `day`."""
    return shifted(day, -((day.weekday() - weekday) % 7))


def weekday_from(day: date, weekday: int) -> date:
    """Return the next such weekday (Monday is 0) from `day` on, itself included."""
    return shifted(day, (weekday - day.weekday()) % 7)


def week_name(day: date) -> str:
    """Return a week as TIMEX3 has it: "2024-W45"."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"
