"""Days of a month that is named elsewhere: "am 24.", "on the 24th", "le 24", "the 15th of the month"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from dashboard.reading.dates import intervals
from dashboard.reading.dates.calendar import day_number
from dashboard.reading.dates.line import Line
from dashboard.reading.dates.points import Point
from dashboard.reading.dates.words import DateWords, article_before

# A day so much lower than the one named before it is of the month after: "on October 28 ... on the 2nd".
_NEXT_MONTH = 15
# How many days before publication "on the 2nd" is where no month is named, and after it without a future tense.
_NEAR = 7
_SOON = 14


class LoneDay(NamedTuple):
    """A day over the tokens `first` up to, not including, `stop`.

    `months` is how many months from that of publication it is in; None where the text named the month before.
    """

    first: int
    stop: int
    day: int
    months: int | None
    part: str = ""
    marked: bool = False


def lone_day(line: Line, words: DateWords, index: int) -> LoneDay | None:
    """Return the day of a month named elsewhere that begins at a token of digits."""
    day = day_number(line, words, index)
    if day is None or line.number(index) is None or (words.marked_days and not day[2]):
        return None
    if not words.before("days_leads", line, index):
        return None
    number, stop, _ = day
    if (month := words.at("days_of", line, stop)) is not None:
        return LoneDay(index, month[1], number, int(month[0]))
    if (part := words.before("days_part", line, article_before(line, words, index))) is not None:
        return LoneDay(part[1], stop, number, 0, part[0]) if _ends(line, words, stop) else None
    if not _ends(line, words, stop):
        return None
    after = words.at("parts", line, stop)
    return LoneDay(index, after[1] if after else stop, number, None, after[0] if after else "", marked=day[2])


def _ends(line: Line, words: DateWords, stop: int) -> bool:
    """Whether nothing is counted by the number before a token: "on the 5th floor", "am 3. Tag" are no days."""
    following = line.word(stop)
    if line.touch(stop - 1) and following in ("-", "/", ":", "%"):
        return False
    if not following[:1].isalnum() or line.lower(stop) in words.roles["days_followed"]:
        return True
    if words.at("parts", line, stop) or words.at("past", line, stop) or words.at("future", line, stop):
        return True
    if not words.nouns_capital or not following.islower():
        return False
    return not (following.endswith(tuple(words.roles["days_adjectives"])) and line.capital(stop + 1))


def month_named(before: Iterable[tuple[int, date, date]], sentence: int, reach: int) -> date | None:
    """Return the last day or month named no more than `reach` sentences before: of (sentence, first day, last day)."""
    for number, start, end in before:
        if sentence - number > reach:
            return None
        if (start.year, start.month) == (end.year, end.month):
            return start
    return None


def _near_day(what: LoneDay, published: date, direction: int) -> Point | None:
    """Return a day of no named month that is near publication in the direction the text looks."""
    if direction > 0:
        days = [intervals.shifted(published, days) for days in range(_SOON + 1)]
        soon = next((day for day in days if day.day == what.day), None)
        return replace(_point(what), month=soon.month, year=soon.year) if soon else None
    for year, month in (
        (published.year, published.month),
        intervals.shifted_month(published.year, published.month, -1),
    ):
        day = intervals.day_of(year, month, what.day)
        if day is not None and direction < 0 and 0 <= (published - day).days <= _NEAR:
            return replace(_point(what), month=month, year=year)
    return None


def _point(what: LoneDay) -> Point:
    return Point(what.first, what.stop, "D", day=what.day, part=what.part)


def day_alone(what: LoneDay, named: date | None, published: date, direction: int) -> Point | None:
    """Return the day, in the month of the one `named` before it or counted from that of publication."""
    if what.months is not None:
        year, month = intervals.shifted_month(published.year, published.month, what.months)
        return replace(_point(what), month=month, year=year)
    if named is None:
        return _near_day(what, published, direction) if what.marked else None
    year, month = named.year, named.month
    day = intervals.day_of(year, month, what.day)
    if day is None:
        return None
    if (day - published).days > (_NEAR if direction else _SOON) and named <= published and direction <= 0:
        year, month = intervals.shifted_month(year, month, -1)
    elif (named - day).days > _NEXT_MONTH:
        later = intervals.shifted_month(year, month, 1)
        after = intervals.day_of(*later, what.day)
        if after is not None and (after <= published or direction > 0):
            year, month = later
    return replace(_point(what), month=month, year=year)
