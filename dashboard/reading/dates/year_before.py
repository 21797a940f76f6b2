"""Stretches only said beside another: "im Vorjahresmonat" is of the year before, "im Vormonat" the one before it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from dashboard.reading.dates import intervals
from dashboard.reading.dates.line import Line
from dashboard.reading.dates.points import Point
from dashboard.reading.dates.words import DateWords

# How many months the stretch has by its name; "any" has as many as the one it is compared with, others have no months.
_MONTHS = {"M": 1, "Q": 3, "H": 6}
_YEAR = 12
# How many days after its first a week ends.
_WEEK = 6


class YearBefore(NamedTuple):
    """The same stretch of the year before, over the tokens `first` up to, not including, `stop`.

    `grain` is M, Q, H, W or any. With a `step` it is the stretch right before (-1: "im Vormonat") or after ("im
    Folgejahr"), whose grain may be Y.
    """

    first: int
    stop: int
    grain: str
    step: int = 0


class Named(NamedTuple):
    """A stretch named in the same sentence: its first and last day and its TIMEX3 value."""

    start: date
    end: date
    timex: str


def year_before(line: Line, words: DateWords, index: int) -> YearBefore | None:
    """Return the stretch of the year before that begins at a token."""
    if (known := words.at("same_year_before", line, index)) is not None:
        return YearBefore(index, known[1], known[0])
    for role, step in (("stretch_before", -1), ("stretch_after", 1)):
        if (known := words.at(role, line, index)) is not None:
            return YearBefore(index, known[1], known[0], step)
    return None


def right_beside(what: YearBefore, named: Iterable[Named]) -> Point:
    """Return the stretch beside the first of those named that is of its kind; beside that of the story if none is."""
    for one in named:
        if one.start.year < 2 or one.start.year != one.end.year:
            continue
        if what.grain == "Y":
            return Point(what.first, what.stop, "Y", year=one.start.year + what.step)
        if what.grain == "W":
            if (one.end - one.start).days == _WEEK:
                beside = (one.start + timedelta(weeks=what.step)).isocalendar()
                return Point(what.first, what.stop, "WN", beside.week, year=beside.year)
            continue
        if _months(one) == _MONTHS[what.grain]:
            months = _MONTHS[what.grain]
            year, month = intervals.shifted_month(one.start.year, one.start.month, what.step * months)
            timex = _timex(year, month, months)
            return Point(what.first, what.stop, "M", month=month, year=year, months=months, timex=timex)
    if what.grain == "Q":
        return Point(what.first, what.stop, "Q", strict=what.step)
    return Point(what.first, what.stop, {"M": "MN"}.get(what.grain, what.grain), what.step)


def one_year_back(what: YearBefore, named: Iterable[Named]) -> Point | None:
    """Return the stretch a year before the first of those named that is of its length; None if none is."""
    for one in named:
        months = _months(one)
        if not months or one.start.year < 2 or (what.grain != "any" and months != _MONTHS.get(what.grain)):
            continue
        year, month = one.start.year - 1, one.start.month
        timex = _timex(year, month, months)
        return Point(what.first, what.stop, "M", month=month, year=year, months=months, timex=timex)
    return None


def _months(named: Named) -> int:
    """Return how many whole months a stretch has, at most a year; part of a month named as such is the month."""
    start, end = named.start, named.end
    if (start.year, start.month) == (end.year, end.month):
        return 1 if named.timex == f"{start.year:04d}-{start.month:02d}" else 0
    count = (end.year - start.year) * _YEAR + end.month - start.month + 1
    return count if count <= _YEAR and intervals.months_of(start.year, start.month, count) == (start, end) else 0


def _timex(year: int, month: int, months: int) -> str:
    if months == _YEAR and month == 1:
        return f"{year:04d}"
    for letter in ("Q", "H"):
        if months == _MONTHS[letter] and month % months == 1:
            return f"{year:04d}-{letter}{month // months + 1}"
    last_year, last_month = intervals.shifted_month(year, month, months - 1)
    first, last = f"{year:04d}-{month:02d}", f"{last_year:04d}-{last_month:02d}"
    return first if months == 1 else f"{first}/{last}"
