"""The day of a holiday in a year, by its rule. Pure; knows no words.

A rule is a day of the year (`12-25`), a weekday on or after one (`11-22>3`: the first Thursday from 22 November on,
Monday is 0; `10-L>6`: the last Sunday of October), or so many days after Easter Sunday (`E+1`; `O+1` after the
Orthodox one).
"""

from __future__ import annotations

from datetime import date
from functools import cache

from dashboard.reading.dates import intervals

# The Julian calendar, by which Orthodox Easter is counted, is behind by 13 days from 1900 to 2099.
_JULIAN = 13
# In place of a day: the first of the last seven of a month.
_LAST = "L"
_EASTERS = {"E", "O"}


@cache
def holiday(rule: str, year: int) -> date | None:
    """Return the day of a holiday in a year, or None where the calendar has none such."""
    if rule[0] in _EASTERS:
        sunday = easter(year) if rule[0] == "E" else orthodox_easter(year)
        return intervals.shifted(sunday, int(rule[1:] or 0))
    day, _, weekday = rule.partition(">")
    month, _, number = day.partition("-")
    if number == _LAST:
        found = intervals.shifted(intervals.month_of(year, int(month))[1], -6)
    else:
        found = intervals.day_of(year, int(month), int(number))
    return intervals.weekday_from(found, int(weekday)) if found and weekday else found


def easter(year: int) -> date:
    """Return Easter Sunday (the anonymous Gregorian rule)."""
    golden, century, rest = year % 19, year // 100, year % 100
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - century // 4 - correction + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Return Orthodox Easter Sunday, in our calendar."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    return intervals.shifted(date(year, month, day + 1), _JULIAN)
