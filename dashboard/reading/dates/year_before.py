"""Stretches of the year before that are only said beside another: "im Vorjahresmonat", "das Vorjahresquartal"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dashboard.reading.dates import intervals
from dashboard.reading.dates.line import Line
from dashboard.reading.dates.points import Point
from dashboard.reading.dates.words import DateWords

# How many months the stretch has by its name; "any" has as many as the one it is compared with, others have no months.
_MONTHS = {"M": 1, "Q": 3, "H": 6}
_YEAR = 12


@dataclass(frozen=True, slots=True)
class YearBefore:
    """The same stretch of the year before, over the tokens `first` up to, not including, `stop`.

    `grain` is M, Q, H, W or any.
    """

    first: int
    stop: int
    grain: str


@dataclass(frozen=True, slots=True)
class Named:
    """A stretch named in the same sentence: its first and last day and its TIMEX3 value."""

    start: date
    end: date
    timex: str


def year_before(line: Line, words: DateWords, index: int) -> YearBefore | None:
    """Return the stretch of the year before that begins at a token."""
    known = words.at("same_year_before", line, index)
    return YearBefore(index, known[1], known[0]) if known else None


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
