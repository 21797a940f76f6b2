"""Dates, durations and clock times of a text, resolved against the day it was published."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from dashboard.reading.dates.clock import Clock
from dashboard.reading.dates.durations import Duration
from dashboard.reading.dates.finding import Found, found_dates
from dashboard.reading.dates.line import Line, line
from dashboard.reading.dates.lone_days import LoneDay, day_alone, month_named
from dashboard.reading.dates.points import Point
from dashboard.reading.dates.ranges import joined_ranges
from dashboard.reading.dates.resolving import NEAREST, resolved
from dashboard.reading.dates.tense import direction
from dashboard.reading.dates.vague import Anaphor, Vague
from dashboard.reading.dates.words import DateWords, date_words
from dashboard.reading.dates.year_before import Named, YearBefore, one_year_back, right_beside
from dashboard.reading.figures.numerals.numeral import Numeral
from dashboard.reading.text.sentences import Sentences
from dashboard.reading.text.tokens import Tokens

# How many days before publication a day may be for "am Vortag" to be counted from it.
_RECENT = 31
# How many dates before and after "im Vorjahresmonat" may name the month.
_AROUND = 8
# How many sentences before "am 24." its month may be named, or before "am selben Tag" the day.
_SENTENCES = 2
# How far behind a weekday its weather is told.
_FORECAST = 12
# From this month on the end of a year that is compared with may be that of this one.
_LATE = 12


class Date(NamedTuple):
    """A date: the tokens `first` up to, not including, `stop` with preposition and article; the core, from
    `core_first` on, is without them.

    `start`..`end` and `core_start`..`core_end` are the same as offsets. `iso_start`..`iso_end` are the first and last
    day of the interval (None for a duration or what has none), `mod` how it is used (since, until, before, after,
    start, mid, end, approx), `timex` the TIMEX3 value, `sort` one of date, duration, set, event, time. `minor` is true
    of what has no place in a calendar or is a clock time.
    """

    first: int
    stop: int
    core_first: int
    start: int
    end: int
    core_start: int
    core_end: int
    iso_start: str | None
    iso_end: str | None
    mod: str | None
    timex: str
    sort: str
    minor: bool


def dates(cut: Tokens, parts: Sentences, found: Sequence[Numeral], language: str, published: date) -> list[Date]:
    """Return the dates, durations and clock times of a text in order; none overlap.

    `published` is the day that "gestern" and a bare "Montag" are counted from.
    """
    if not len(cut):
        return []
    words = date_words(language)
    read = line(cut, parts, found)
    items = joined_ranges(read, words, found_dates(read, words, language))
    resolved_dates: list[Date] = []
    for number, item in enumerate(items):
        if isinstance(item.what, YearBefore):
            after = items[number + 1 : number + 1 + _AROUND]
            named = _named(read, words, cut, item, resolved_dates[-_AROUND:][::-1], after, published)
            vague = Vague(item.what.first, item.what.stop, "PAST_REF")
            if item.what.step:
                item.what = right_beside(item.what, named)
            else:
                item.what = one_year_back(item.what, named) or vague
        if isinstance(item.what, Anaphor):
            item.what = _resolved_anaphor(item.what, parts, resolved_dates, published)
        if isinstance(item.what, LoneDay):
            point = _resolved_lone_day(read, words, item, parts, resolved_dates, published)
            if point is None:
                continue
            item.what = point
        if isinstance(item.what, Point) and item.what.same_year:
            item.what = _in_same_year(item.what, resolved_dates)
        if (one := _date(read, words, cut, item, published)) is not None:
            resolved_dates.append(one)
    return resolved_dates


def _resolved_anaphor(what: Anaphor, parts: Sentences, before: list[Date], published: date) -> Point:
    """Return the day of "am Vortag" or "le même jour", counted from the last named in this or the sentence before.

    Where none is named, the day before is that before publication; the others are of no calendar.
    """
    last = next((one for one in reversed(before) if one.iso_start and one.iso_start == one.iso_end), None)
    day = date.fromisoformat(last.iso_start) if last is not None and last.iso_start else published
    near = last is not None and parts.number(what.first) - parts.number(last.first) <= _SENTENCES
    near = near and abs((published - day).days) <= _RECENT
    day = day if near else published
    number = (day - published).days + what.days
    return Point(what.first, what.stop, "NOW", number, minor=not near and what.days >= 0)


def _in_same_year(point: Point, before: list[Date]) -> Point:
    """Return a day or month of "desselben Jahres": of the year of the date before it."""
    last = next((one.iso_start for one in reversed(before) if one.iso_start), None)
    return replace(point, year=date.fromisoformat(last).year) if last else point


def _resolved_lone_day(
    read: Line, words: DateWords, item: Found, parts: Sentences, before: list[Date], published: date
) -> Point | None:
    """Return the day of "am 24." in the month that the text named last."""
    what = item.what
    assert isinstance(what, LoneDay)
    known = (
        (parts.number(one.first), date.fromisoformat(one.iso_start), date.fromisoformat(one.iso_end))
        for one in reversed(before)
        if one.iso_start and one.iso_end
    )
    named = month_named(known, parts.number(what.first), _SENTENCES)
    ahead = item.before.sense in ("until", "due", "ahead")
    return day_alone(what, named, published, 1 if ahead else direction(read, words, item.before.first, what.stop))


def _named(
    read: Line, words: DateWords, cut: Tokens, item: Found, before: list[Date], after: list[Found], published: date
) -> Iterator[Named]:
    """Yield the stretches named in the sentence of something found: those before it, the nearest first, and after."""
    sentence = read.parts.number(item.what.first)
    following = (_date(read, words, cut, one, published) for one in after if isinstance(one.what, Point))
    for one in (*before, *following):
        if (
            one is not None
            and one.mod != "since"
            and one.iso_start
            and one.iso_end
            and read.parts.number(one.first) == sentence
        ):
            yield Named(date.fromisoformat(one.iso_start), date.fromisoformat(one.iso_end), one.timex)


def _date(read: Line, words: DateWords, cut: Tokens, item: Found, published: date) -> Date | None:
    what, before = item.what, item.before
    iso_start, iso_end, minor, sort, mod = None, None, True, "date", before.mod
    if isinstance(what, Point):
        meant = _resolved(read, words, item, published)
        if meant is None:
            return None
        iso_start, iso_end, timex = meant
        if item.last is not None and before.sense == "onward":
            mod = None
        structural = mod if mod in ("since", "until", "before", "after") else None
        mod, minor = structural or what.position or what.hedge or mod, what.minor
    elif isinstance(what, Duration):
        timex, sort, minor = what.timex, "duration", what.minor
    elif isinstance(what, Clock):
        timex, sort, mod = what.timex, "time", None
    elif isinstance(what, Vague):
        timex, sort = what.timex, what.sort
    else:
        return None
    first, stop = before.first, item.stop
    return Date(
        first,
        stop,
        what.first,
        cut.starts[first],
        cut.ends[stop - 1],
        cut.starts[what.first],
        cut.ends[stop - 1],
        iso_start,
        iso_end,
        mod,
        timex,
        sort,
        minor,
    )


def _resolved(read: Line, words: DateWords, item: Found, published: date) -> tuple[str, str, str] | None:
    """Return first day, last day and TIMEX3 value of a point or of a range of two."""
    point = item.what
    assert isinstance(point, Point)
    if item.last is None:
        if point.grain == "Y" and point.position == "end" and not (point.dated or point.number):
            point = _year_end(read, words, item, point, published)
        meant = resolved(point, published, _looks(read, words, item, point))
        return (meant.start.isoformat(), meant.end.isoformat(), meant.timex) if meant else None
    last = item.last
    looks = _looks(read, words, item, last)
    days_ahead = looks > 0 and point.grain == last.grain == "WD" and point.leans
    if days_ahead or (point.dated and not last.dated):
        begun = resolved(point, published, looks)
        ended = resolved(last, begun.start, 1) if begun else None
    else:
        ended = resolved(last, published, looks)
        begun = resolved(point, ended.end, -1) if ended and not point.dated else resolved(point, published, looks)
    if begun is None or ended is None:
        return None
    if begun.start > ended.end and (ended.start.year > 1):
        return None
    return begun.start.isoformat(), ended.end.isoformat(), f"{begun.timex}/{ended.timex}"


def _year_end(read: Line, words: DateWords, item: Found, point: Point, published: date) -> Point:
    """Return the end of the year before where something early in a year is compared with it."""
    compared = published.month < _LATE and words.before("compared", read, item.before.first)
    return replace(point, number=-1) if compared else point


def _is_said_of(read: Line, words: DateWords, item: Found, point: Point) -> bool:
    """Whether a weekday only tells which one is meant: "die Angaben vom Montag". What has a day of its own was."""
    first = item.before.first
    return (
        point.grain == "WD"
        and item.last is None
        and item.before.sense == "none"
        and read.lower(first) in words.roles["said_of"]
        and first + 1 == point.first
        and read.capital(first - 1)
        and read.lower(first - 1) not in words.roles["future_events"]
    )


def _looks(read: Line, words: DateWords, item: Found, point: Point) -> int:
    """Return the direction in which a point is looked for."""
    if _is_said_of(read, words, item, point):
        return -1
    if not point.leans or item.before.sense == "since" or words.before("compared", read, item.before.first):
        return -1
    sense = item.before.sense
    if sense == "due" or (sense == "ahead" and read.lower(item.stop) != "'"):
        return 1
    open_ended = item.last is None and sense in ("until", "onward", "before")
    sign = direction(read, words, item.before.first, item.stop, beside=not open_ended)
    if open_ended and sign in (0, -2):
        return NEAREST
    if sign == 0 and point.grain == "WD" and _is_forecast(read, words, item):
        return 1
    return -1 if sign < 0 else sign


def _is_forecast(read: Line, words: DateWords, item: Found) -> bool:
    """Whether weather is told behind a weekday without any verb: "Am Donnerstag 6 bis 11 Grad"."""
    _, end = read.parts.bounds(read.parts.number(item.what.first))
    told = read.lowers[item.stop : min(item.stop + _FORECAST, end)]
    return any(word in words.roles["forecast"] for word in told)
