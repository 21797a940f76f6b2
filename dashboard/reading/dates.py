"""Dates, durations and clock times of a text, resolved against the day it was published."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from dashboard.reading import date_relative
from dashboard.reading.date_calendar import calendar_points
from dashboard.reading.date_clock import Clock, clock
from dashboard.reading.date_durations import Duration, ago, ahead, duration
from dashboard.reading.date_leads import Lead, lead
from dashboard.reading.date_line import Line, line
from dashboard.reading.date_points import NEAREST, Point, resolved
from dashboard.reading.date_ranges import joined_ranges
from dashboard.reading.date_tense import direction
from dashboard.reading.date_vague import Anaphor, Vague, anaphor, vague
from dashboard.reading.date_words import DateWords, date_words
from dashboard.reading.numerals import Numeral
from dashboard.reading.sentences import Sentences
from dashboard.reading.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Date:
    """A date: the tokens `first` up to, not including, `stop` with preposition and article, the core without them.

    `start`..`end` and `core_start`..`core_end` are the same as offsets. `iso_start`..`iso_end` are the first and last
    day of the interval (None for a duration or what has none), `mod` how it is used (since, until, before, after,
    start, mid, end, approx), `timex` the TIMEX3 value, `sort` one of date, duration, set, event, time. `minor` is true
    of what has no place in a calendar or is a clock time.
    """

    first: int
    stop: int
    core_first: int
    core_stop: int
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


@dataclass(slots=True)
class Found:
    """Something found, before it is resolved: one point, both ends of a range, or what is no point."""

    what: Point | Duration | Clock | Vague | Anaphor
    before: Lead
    last: Point | None = field(default=None)

    @property
    def stop(self) -> int:
        """Return the token after it."""
        return self.last.stop if self.last else self.what.stop


def dates(cut: Tokens, parts: Sentences, found: Sequence[Numeral], language: str, published: date) -> list[Date]:
    """Return the dates, durations and clock times of a text in order; none overlap.

    `published` is the day that "gestern" and a bare "Montag" are counted from.
    """
    if not len(cut):
        return []
    words = date_words(language)
    read = line(cut, parts, found)
    items = joined_ranges(read, words, _found(read, words, language))
    resolved_dates: list[Date] = []
    for item in items:
        if isinstance(item.what, Anaphor):
            item.what = resolved_anaphor(item.what, parts, resolved_dates, published)
        if (one := _date(read, words, cut, item, published)) is not None:
            resolved_dates.append(one)
    return resolved_dates


# How many days before publication a day may be for "am Vortag" to be counted from it.
_RECENT = 31

Reader = Callable[[Line, DateWords, int], "list[Point] | Point | Duration | Clock | Vague | Anaphor | None"]

# Which readers a word calls, by the role it has; in this order.
_READERS: tuple[tuple[Reader, tuple[str, ...]], ...] = (
    (date_relative.part_of_month, ("month_parts",)),
    (date_relative.night, ("night_lone", "night_head")),
    (date_relative.position, ("position_compounds", "early_adverbs", "positions")),
    (vague, ("vague", "events", "sets_any", "sets_every")),
    (anaphor, ("anaphors",)),
    (date_relative.lone_part, ("lone_parts",)),
    (date_relative.deictic, ("deictics",)),
    (date_relative.weekday, ("weekdays", "short_weekdays", "adjectives")),
    (date_relative.decade, ("decade_before", "decade_words")),
    (date_relative.season, ("seasons", "adjectives")),
    (date_relative.part_of_year, ("ordinals", "quarter_letters", "quarter_words")),
    (calendar_points, ("months", "short_months", "ordinals")),
    (date_relative.stretch, ("adjectives", "units")),
    (duration, ("ones", "fractions", "whole_durations", "joined_durations")),
)
_OF_DIGITS: tuple[Reader, ...] = (clock, date_relative.decade, date_relative.part_of_year, calendar_points, duration)


@cache
def _readers(language: str) -> dict[str, tuple[Reader, ...]]:
    """Return for every word that may begin a date the readers to ask."""
    words = date_words(language)
    called: dict[str, list[Reader]] = {}
    for reader, roles in _READERS:
        for role in roles:
            for word in words.roles.get(role, ()):
                if reader not in called.setdefault(word, []):
                    called[word].append(reader)
    return {word: tuple(readers) for word, readers in called.items()}


def _found(read: Line, words: DateWords, language: str) -> list[Found]:
    readers, numerals, lowers = _readers(language), read.numerals, read.lowers
    found: list[Found] = []
    stop = 0
    for index, word in enumerate(lowers):
        known = readers.get(word)
        if known is None:
            if "0" <= word[:1] <= "9":
                if not _may_be_dated(read, words, index, word):
                    continue
                known = _OF_DIGITS
            elif index in numerals or "-" in word:
                known = (duration,)
            else:
                continue
        elif index in numerals:
            known = (*known, duration)
        if index < stop or _repeats(lowers, index):
            continue
        for reader in known:
            result = reader(read, words, index)
            if result is None:
                continue
            for one in result if isinstance(result, list) else (result,):
                if isinstance(one, Duration):
                    one = _measured(read, words, one)
                if one.first < stop or one.stop <= one.first:
                    continue
                found.append(Found(one, lead(read, words, one, stop)))
                stop = one.stop
            break
    return found


def resolved_anaphor(what: Anaphor, parts: Sentences, before: list[Date], published: date) -> Point:
    """Return the day that "am Vortag" or "le même jour" is counted from the last day named in this or the last sentence.

    Where none is named, the day before is that before publication; the others are of no calendar.
    """
    last = next((one for one in reversed(before) if one.iso_start and one.iso_start == one.iso_end), None)
    day = date.fromisoformat(last.iso_start) if last is not None and last.iso_start else published
    near = last is not None and parts.number(what.first) - parts.number(last.first) <= 1
    near = near and abs((published - day).days) <= _RECENT
    day = day if near else published
    number = (day - published).days + what.days
    return Point(what.first, what.stop, "NOW", number, minor=not near and what.days >= 0)


def _repeats(lowers: list[str], index: int) -> bool:
    """Whether a word stands for the third time in a row, also in turns with one or two others: no prose does that."""
    word = lowers[index]
    return index > 5 and any(word == lowers[index - step] == lowers[index - 2 * step] for step in (1, 2, 3))


def _may_be_dated(read: Line, words: DateWords, index: int, word: str) -> bool:
    """Whether digits may begin something, by what they are and what follows; most are figures and are passed over."""
    if len(word) == 4 or "." in word or index + 1 == len(read):
        return True
    return read.lowers[index + 1] in words.after_digits


def _measured(read: Line, words: DateWords, found: Duration) -> Duration | Point:
    """Turn a duration into the day it is off where the text says so: "vor drei Tagen"."""
    if (point := ago(read, words, found)) is not None:
        return point
    point = ahead(read, words, found)
    if point is not None and direction(read, words, point.first, point.stop) > 0:
        return point
    return found


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
        mod, minor = structural or what.position or mod, what.minor
    elif isinstance(what, Duration):
        timex, sort, minor = what.timex, "duration", what.minor
    elif isinstance(what, Clock):
        timex, sort, mod = what.timex, "time", None
    else:
        timex, sort = what.timex, what.sort
    span = read.place(before.first), read.place(item.stop - 1) + 1
    core = read.place(what.first), read.place(item.stop - 1) + 1
    return Date(
        *span,
        *core,
        cut.starts[span[0]],
        cut.ends[span[1] - 1],
        cut.starts[core[0]],
        cut.ends[core[1] - 1],
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
        meant = resolved(point, published, _looks(read, words, item, point))
        return (meant.start.isoformat(), meant.end.isoformat(), meant.timex) if meant else None
    last = item.last
    looks = _looks(read, words, item, last)
    if point.dated and not last.dated:
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


def _looks(read: Line, words: DateWords, item: Found, point: Point) -> int:
    if not point.leans or item.before.sense == "since":
        return -1
    sense = item.before.sense
    if sense == "due" or (sense == "ahead" and read.lower(item.stop) != "'"):
        return 1
    sign = direction(read, words, item.before.first, item.stop)
    if item.last is None and sense in ("until", "onward", "before") and sign in (0, -2):
        return NEAREST
    return -1 if sign < 0 else sign
