"""The days that a point or stretch of the calendar stands for, counted from the day of publication."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dashboard.reading.dates import intervals
from dashboard.reading.dates.holidays import holiday
from dashboard.reading.dates.points import Point, Resolved

# How many days ahead a day without a year and without a verb in past or future tense is taken to be.
_NEAR = 92
# A day without a year that is further ahead is the one just gone by, whatever the tense.
_FAR = 320
# A direction: the nearer one, where a text says neither but "bis" or "ab" lets expect what is to come.
NEAREST = 2
# The same for a season: in October "der Winter" is the one to come.
_NEAR_SEASON = 62
# A numbered week so many ahead is the one of the year before where nothing looks ahead, and so many behind it is the
# one of the year to come where something does.
_NEAR_WEEKS = 8
_FAR_WEEKS = 8

# From this weekday on "this weekend" is the one to come.
_MIDWEEK = 2
_MONTHS_OF = {"Q": 3, "H": 6}


def resolved(point: Point, published: date, direction: int) -> Resolved | None:
    """Return the days of a point; None if there are none (a 30 February).

    `direction` is 1 where the text looks ahead, -1 where it looks back, 0 where it says neither, or `NEAREST`.
    """
    if point.year_shift is not None:
        point = replace(point, year=_within(published.year + point.year_shift))
    result = _RESOLVERS[point.grain](point, published, direction)
    if result is None:
        return None
    if point.eve:
        result.start = intervals.shifted(result.start, -1)
    if point.span:
        result.end = intervals.shifted(result.start, point.span)
        result.timex = intervals.week_name(result.start)
    result.timex = point.timex or result.timex + point.part
    return result


def _now(point: Point, published: date, direction: int) -> Resolved:
    day = intervals.shifted(published, point.number)
    return Resolved(day, day, day.isoformat())


def _weekday(point: Point, published: date, direction: int) -> Resolved | None:
    if point.day:
        return _numbered_weekday(point, published)
    if point.week is not None:
        monday, _ = intervals.week_of(published, point.week)
        day = intervals.shifted(monday, point.number)
    elif point.strict == -1:
        day = intervals.weekday_until(intervals.shifted(published, -1), point.number)
    elif point.strict == 1:
        day = intervals.weekday_from(intervals.shifted(published, 1), point.number)
    elif direction > 0:
        day = intervals.weekday_from(published, point.number)
    elif point.strict == 0 and direction == 0:
        day = intervals.shifted(intervals.week_of(published)[0], point.number)
    else:
        day = intervals.weekday_until(published, point.number)
    return Resolved(day, day, day.isoformat())


def _numbered_weekday(point: Point, published: date) -> Resolved | None:
    """Return the nearest day that has both the weekday and the number: "mardi 5"."""
    around = [intervals.shifted(published, shift) for shift in range(-45, 46)]
    fitting = [day for day in around if day.day == point.day and day.weekday() == point.number]
    if not fitting:
        return None
    day = min(fitting, key=lambda one: abs(one.toordinal() - published.toordinal()))
    return Resolved(day, day, day.isoformat())


def _day(point: Point, published: date, direction: int) -> Resolved | None:
    day = _day_in(point, point.year) if point.year is not None else _undated_day(point, published, direction)
    if point.turned is not None and day is not None:
        other = _day_in(point.turned, day.year)
        day = min(day, other or day, key=lambda one: abs(one.toordinal() - published.toordinal()))
    return Resolved(day, day, day.isoformat()) if day else None


def _day_in(point: Point, year: int) -> date | None:
    """Return the day of a month, or the holiday, in a year."""
    return holiday(point.feast, year) if point.feast else intervals.day_of(year, point.month, point.day)


def _undated_day(point: Point, published: date, direction: int) -> date | None:
    # The year in which a day is a Monday, or that has a 29 February, may be up to eight away.
    reach = 8 if point.weekday is not None or (point.month, point.day) == (2, 29) else 1
    years = range(published.year - reach, published.year + reach + 1)
    days = [day for year in years if (day := _day_in(point, year))]
    if point.weekday is not None:
        days = [day for day in days if day.weekday() == point.weekday]
        return min(days, key=lambda day: abs(day.toordinal() - published.toordinal()), default=None)
    ahead = [day for day in days if day >= published]
    # The last such month up to and including that of publication: a day later in this month counts.
    behind = [day for day in days if (day.year, day.month) <= (published.year, published.month)]
    if point.strict == 0:
        return next((day for day in days if day.year == published.year), None)
    if point.strict is not None:
        days = [day for day in days if (day < published if point.strict < 0 else day > published)]
        return days[-1 if point.strict < 0 else 0] if days else None
    if direction == NEAREST and ahead and behind and published - behind[-1] < ahead[0] - published:
        return behind[-1]
    if direction > 0 and ahead and not ((ahead[0] - published).days > _FAR and behind):
        return ahead[0]
    if direction == 0 and ahead and (ahead[0] - published).days <= _NEAR:
        return ahead[0]
    return behind[-1] if behind else None


def _month(point: Point, published: date, direction: int) -> Resolved:
    year = point.year
    if year is None:
        year = published.year
        this = published.month
        if point.strict == -1:
            year -= point.month >= this
        elif point.strict == 1:
            year += point.month <= this
        elif point.strict is None and direction == NEAREST and (this - point.month) % 12 < 6:
            year -= point.month > this
        elif point.strict is None and direction > 0:
            year += point.month < this
        elif point.strict is None:
            year -= point.month > this
    year = _within(year)
    if point.half:
        first, last = intervals.month_of(year, point.month)
        start, end = (first, date(year, point.month, 15)) if point.half == 1 else (date(year, point.month, 16), last)
    elif point.day:
        start = intervals.day_of(year, point.month, min(7 * point.day - 6, 28)) or date(year, point.month, 1)
        end = min(intervals.shifted(start, 6), intervals.month_of(year, point.month)[1])
    elif point.months:
        start, end = intervals.months_of(year, point.month, point.months)
    else:
        start, end = intervals.month_of(year, point.month, point.position or None)
    return Resolved(start, end, f"{year:04d}-{point.month:02d}")


def _moon(point: Point, published: date, direction: int) -> Resolved:
    """The month so many months from now."""
    year, month = intervals.shifted_month(published.year, published.month, point.number)
    named = replace(point, month=month, year=year, grain="M", part="")
    return _month(named, published, direction)


def _week(point: Point, published: date, direction: int) -> Resolved:
    start, end = intervals.week_of(published, point.number)
    return Resolved(start, end, intervals.week_name(start))


def _numbered_week(point: Point, published: date, direction: int) -> Resolved | None:
    """The week of a number: of this year, or of the one where it is nearer in the direction a text looks."""
    year = point.year
    if year is None:
        this = published.isocalendar().week
        far = point.number - this
        year = published.isocalendar().year + ((far < -_FAR_WEEKS) if direction > 0 else -(far > _NEAR_WEEKS))
    try:
        monday = date.fromisocalendar(_within(year), point.number, 1)
    except ValueError:
        return None
    start, end = intervals.week_of(monday)
    return Resolved(start, end, intervals.week_name(start))


def _weekend(point: Point, published: date, direction: int) -> Resolved:
    weekend_now = published.weekday() >= 5
    if point.strict == -1:
        weeks = -1
    elif point.strict == 1:
        weeks = 1 if weekend_now else 0
    elif direction > 0 or weekend_now or (point.strict == 0 and not direction and published.weekday() >= _MIDWEEK):
        weeks = 0
    else:
        weeks = -1
    start, end = intervals.weekend_of(published, weeks)
    return Resolved(start, end, intervals.week_name(start) + "-WE")


def _year(point: Point, published: date, direction: int) -> Resolved:
    year = _within(point.year if point.year is not None else published.year + point.number)
    if point.half:
        start, end = intervals.half_of(year, point.half)
        return Resolved(start, end, f"{year:04d}-H{point.half}")
    if point.months:
        return Resolved(*intervals.months_of(year, 1, point.months), f"{year:04d}")
    return Resolved(*intervals.years_of(year, year), f"{year:04d}")


def _years(point: Point, published: date, direction: int) -> Resolved:
    first = _within(point.year or published.year)
    last = max(first, _within(point.last or first))
    return Resolved(*intervals.years_of(first, last), f"{first:04d}/{last:04d}")


def _decade(point: Point, published: date, direction: int) -> Resolved:
    first = _within(point.year or published.year) // 10 * 10
    return Resolved(*intervals.years_of(max(first, 1), first + 9), f"{first // 10:03d}")


def _part_of_year(point: Point, published: date, direction: int) -> Resolved:
    """A quarter or a half-year: by its number, or so many from now."""
    months = _MONTHS_OF[point.grain]
    this = (published.month - 1) // months + 1
    if point.number == 0:
        first, second = intervals.shifted_month(
            published.year, (this - 1) * months + 1, months * (point.strict if point.strict is not None else 0)
        )
        year, number = first, (second - 1) // months + 1
    else:
        number = point.number
        year = point.year if point.year is not None else published.year
        if point.year is None:
            ahead = direction > 0 or point.strict == 1
            year += (number < this) if ahead else -(number > this)
    year = _within(year)
    start, end = intervals.quarter_of(year, number) if months == 3 else intervals.half_of(year, number)
    return Resolved(start, end, f"{year:04d}-{point.grain}{number}")


def _season(point: Point, published: date, direction: int) -> Resolved:
    if point.year is not None:
        year = point.year
    else:
        year = published.year
        around = [intervals.season_of(_within(year + shift), point.season) for shift in (-2, -1, 0, 1, 2)]
        if point.strict == 0:
            wanted = [one for one in around if one[0].year == year]
        elif point.strict == 1 or (direction > 0 and point.strict is None):
            begun = point.strict is None
            wanted = [one for one in around if (one[1] if begun else one[0]) >= published]
        elif point.strict == -1:
            wanted = [one for one in around if one[1] < published][::-1]
        else:
            soon = intervals.shifted(published, _NEAR_SEASON) if direction == 0 else published
            wanted = [one for one in around if one[0] <= soon][::-1]
        year = (wanted or around)[0][0].year
    year = _within(year)
    start, end = intervals.season_of(year, point.season)
    return Resolved(start, end, f"{year:04d}-{point.season}")


def _within(year: int) -> int:
    return min(max(year, 1), 9998)


_RESOLVERS = {
    "NOW": _now,
    "WD": _weekday,
    "D": _day,
    "M": _month,
    "MN": _moon,
    "W": _week,
    "WE": _weekend,
    "WN": _numbered_week,
    "Y": _year,
    "YY": _years,
    "DE": _decade,
    "Q": _part_of_year,
    "H": _part_of_year,
    "S": _season,
}
