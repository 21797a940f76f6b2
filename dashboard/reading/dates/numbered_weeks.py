"""Weeks told by their number or their first day: "KW 45", "44. Kalenderwoche", "la semaine du 23 mars"."""

from __future__ import annotations

from dataclasses import replace

from dashboard.reading.dates.calendar import calendar_points
from dashboard.reading.dates.line import Line
from dashboard.reading.dates.points import Point
from dashboard.reading.dates.words import DateWords, skipped
from dashboard.reading.dates.years import year_point

# No year has more weeks.
_MOST = 53


def numbered_week(line: Line, words: DateWords, index: int) -> Point | None:
    """Read "Kalenderwoche 43", "KW 45/2024" and, from its digits on, "44. Kalenderwoche"."""
    if (number := line.number(index)) is not None:
        place = index + 1
        place += line.lower(place) in words.roles["ordinal_signs"] and line.touch(index)
        name = words.at("weeks_numbered", line, place) if place > index + 1 else None
        stop = name[1] if name else 0
    else:
        name = words.at("weeks_numbered", line, index)
        number = line.number(name[1]) if name else None
        stop = name[1] + 1 if name else 0
    if name is None or number is None or not 1 <= number <= _MOST:
        return None
    if line.lower(stop) in words.roles["weeks_not_before"]:
        return None
    point = Point(index, stop, "WN", number)
    after = stop + 1 if line.word(stop) == "/" else skipped(line, words, stop, "links", "articles", most=2)
    year = year_point(line, words, after, sure=True) if line.number(after) is not None else None
    return replace(point, year=year.year, stop=year.stop) if year and year.grain == "Y" else point


def dated_week(line: Line, words: DateWords, index: int) -> Point | None:
    """Read a week by the day it begins with: "Woche ab dem 11. November", "la semaine du 23 mars".

    One told by its last day ("the week ending Nov. 2") names that day.
    """
    linked = words.at("weeks_from", line, index)
    if linked is None:
        return None
    place = linked[1] + (line.lower(linked[1]) in words.roles["weekdays"])
    place += line.word(place) == ","
    days = calendar_points(line, words, place) if line.word(place) else None
    if not days or len(days) > 1 or days[0].grain != "D" or days[0].stop == place:
        return None
    if words.at("connector_range", line, days[0].stop):
        return None  # both ends are told
    return replace(days[0], first=index, span=6)
