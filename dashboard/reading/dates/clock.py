"""Clock times: found so that nobody takes them for quantities."""

from __future__ import annotations

from typing import NamedTuple

from dashboard.reading.dates.line import Line
from dashboard.reading.dates.words import DateWords

_HOURS = 24


class Clock(NamedTuple):
    """A clock time over the tokens `first` up to, not including, `stop`; `timex` is as in "T14:30"."""

    first: int
    stop: int
    timex: str


def clock(line: Line, words: DateWords, index: int) -> Clock | None:
    """Return the clock time that begins at a token of digits, or two with a word between: "9 bis 17 Uhr"."""
    time = _time(line, words, index)
    if time is not None:
        return time
    number = line.number(index)
    if number is None or number > 24 or len(line.words[index]) > 2:
        return None
    if (from_hour := _from_hour(line, words, index, number)) is not None:
        return from_hour
    joined = words.at("connector_range", line, index + 1) or words.at("connector_listed", line, index + 1)
    if joined is None or line.word(index + 1) == "," or line.number(joined[1]) is None:
        return None
    second = _time(line, words, joined[1])
    return Clock(index, second.stop, second.timex) if second else None


def _from_hour(line: Line, words: DateWords, index: int, number: int) -> Clock | None:
    """Read an hour that only what is around it tells from a length.

    "de 22 heures à 5 heures" says its unit twice, "le journal de 13 heures" what is at that hour, and a line of its
    own begins with "19 HEURES".
    """
    hours = words.at("clock_hours", line, index + 1)
    if hours is None:
        return None
    stop = hours[1]
    joined = words.at("connector_range", line, stop)
    if joined and line.number(joined[1]) is not None and words.before("links", line, index):
        second = words.at("clock_hours", line, joined[1] + 1)
        return Clock(index, second[1], f"T{number:02d}:00") if second else None
    link = words.before("links", line, index)
    if link is not None and words.before("clock_programmes", line, link[1]):
        return Clock(index, stop, f"T{number:02d}:00")
    heads = line.opens(index) and line.word(index + 1).isupper() and not line.word(stop)[:1].isalpha()
    return Clock(index, stop, f"T{number:02d}:00") if heads else None


def hour(line: Line, words: DateWords, index: int) -> Clock | None:
    """Return a time whose hour is in words: "à vingt et une heures", but not "à trois heures de route"."""
    numeral = line.numerals.get(index)
    if numeral is None or numeral.sort != "point" or numeral.low % 1 or not 0 <= numeral.low <= _HOURS:
        return None
    hours = words.at("clock_hours", line, numeral.stop)
    if hours is None or line.lower(hours[1]) in words.roles["links"] or not words.before("clock_surely", line, index):
        return None
    return Clock(index, hours[1], f"T{numeral.low:02.0f}:00")


def _time(line: Line, words: DateWords, index: int) -> Clock | None:
    hour, minute, stop, written = _digits(line, words, index)
    if hour is None:
        return None
    if line.lower(stop) not in words.hour_words:
        return Clock(index, stop, f"T{hour:02d}:{minute or 0:02d}") if written else None
    late = words.at("clock_afternoon", line, stop)
    if late is not None and hour < 12:
        hour += 12
    named = late or words.at("clock_words", line, stop)
    if named is not None:
        stop = named[1]
        further = line.number(stop)
        if minute is None and further is not None and further < 60 and words.nouns_capital:
            following = line.word(stop + 1)
            if len(line.words[stop]) == 2 and not (following[:1].isalpha() and following[:1].isupper()):
                minute, stop = further, stop + 1
    zone = words.at("clock_zones", line, stop)
    if zone is not None:
        stop = zone[1]
    elif named is None and minute is None and not written:
        hours = words.at("clock_hours", line, stop)
        if hours is None or not (words.before("clock_at", line, index) or _after_day(line, words, index)):
            return None
        if line.lower(hours[1]) in words.roles["links"] and not words.before("clock_surely", line, index):
            return None  # "après 14 heures de négociations"
        stop = hours[1]
        further = line.number(stop)
        if further is not None and further < 60 and len(line.words[stop]) == 2:
            minute, stop = further, stop + 1
    elif named is None and not written:
        return None
    return Clock(index, stop, f"T{hour:02d}:{minute or 0:02d}")


def _after_day(line: Line, words: DateWords, index: int) -> bool:
    """Whether a day is named right before: "mercredi 20 heures"."""
    before = line.lower(index - 1)
    return any(words.value(role, before) is not None for role in ("weekdays", "deictics", "months"))


def _digits(line: Line, words: DateWords, index: int) -> tuple[int | None, int | None, int, bool]:
    """Return hour, minute, the token after them, and whether the writing alone makes them a time ("14:30", "14h30")."""
    word = line.word(index)
    nothing = None, None, index, False
    number = line.number(index)
    if number is None:
        hour, dot, minute = word.partition(".")
        if not dot or not (hour.isascii() and hour.isdigit() and minute.isascii() and minute.isdigit()):
            return nothing
        if len(hour) > 2 or len(minute) != 2 or int(hour) > 24 or int(minute) > 59:
            return nothing
        return int(hour), int(minute), index + 1, False
    if len(word) in (3, 4):
        if number // 100 > 24 or number % 100 > 59 or len(word) == 3:
            return nothing
        zone = words.at("clock_zones", line, index + 1) or words.at("clock_words", line, index + 1)
        return (number // 100, number % 100, index + 1, False) if zone else nothing
    if number > 24:
        return nothing
    minute = line.number(index + 2)
    fits = minute is not None and len(line.words[index + 2]) == 2 and minute < 60 and line.touch(index)
    if fits and line.touch(index + 1) and line.words[index + 1] == ":":
        stop = index + 3
        if line.word(stop) == ":" and line.touch(stop - 1) and line.touch(stop) and line.number(stop + 1) is not None:
            stop += 2
        return number, minute, stop, not line.touch(index - 1) or line.word(index - 1) in "(["
    mark = line.lower(index + 1)
    if mark in words.roles["clock_marks"]:
        spaced = minute is not None and len(line.words[index + 2]) == 2 and minute < 60
        if spaced:
            return number, minute, index + 3, True
        if line.touch(index) or words.before("clock_at", line, index):
            return number, 0, index + 2, True
    return number, None, index + 1, False
