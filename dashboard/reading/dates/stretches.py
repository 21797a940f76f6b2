"""Stretches of the calendar and their parts: "last month", "Ende des Jahres", "drittes Quartal", "l'été dernier"."""

from __future__ import annotations

from dataclasses import replace

from dashboard.reading.dates.calendar import calendar_points, day_number, month_at
from dashboard.reading.dates.line import Line
from dashboard.reading.dates.points import Point
from dashboard.reading.dates.weekdays import COUNTED, deictic, weekday
from dashboard.reading.dates.words import DateWords, article_before, skipped
from dashboard.reading.dates.years import decade, relative_year, year_point

# The last week of a month is reckoned as its fifth, which ends with it.
_LAST_WEEK = 5


def stretch(line: Line, words: DateWords, index: int) -> Point | None:
    """Read "vergangene Woche", "this month", "next March", "la semaine dernière", "l'été dernier"."""
    adjective = words.at("adjectives", line, index)
    place = adjective[1] if adjective else index
    if adjective and (month := month_at(line, words, place)) is not None:
        if line.lowers[place] in words.roles["unsure_months"] and not line.capital(place) and words.capital:
            return None
        return Point(index, month[1], "M", month=month[0], strict=int(adjective[0]))
    unit = words.at("units", line, place)
    if unit is None:
        return None
    grain, stop = unit
    strict = int(adjective[0]) if adjective else None
    after = words.at("after_adjectives", line, stop)
    if after is not None:
        strict, stop = int(after[0]), after[1]
    if grain == "WE" and strict is None:
        after = skipped(line, words, stop, "links", most=2)
        if after > stop and line.word(after) and calendar_points(line, words, after):
            return None  # "le week-end des 9 et 10 novembre"
        led = words.before("leads", line, article_before(line, words, index))
        return Point(index, stop, "WE") if led or words.before("weekend_after", line, index) else None
    if strict is None:
        return None
    if grain in COUNTED:
        past = "P1" + grain if adjective and line.lowers[index] in words.roles["duration_adjectives"] else ""
        return Point(index, stop, COUNTED[grain], strict, timex=past)
    if grain in ("WE", "Q", "H"):
        return Point(index, stop, grain, strict=strict)
    if adjective and line.lowers[index] in words.roles["duration_adjectives"] and grain in ("D", "TH"):
        return Point(index, stop, "NOW", strict if grain == "D" else 0, timex="P1D" if grain == "D" else "PT1H")
    return None


def position(line: Line, words: DateWords, index: int) -> Point | None:
    """Read the beginning, middle or end of something: "Anfang Oktober", "late 2023", "fin du mois"."""
    if (longer := words.at("units", line, index)) is not None and longer[0] == "WE":
        return None
    if (compound := words.at("position_compounds", line, index)) is not None:
        grain, part = compound[0].split()
        strict = 0 if grain == "Q" else None
        point = Point(index, compound[1], COUNTED.get(grain, grain), position=part, strict=strict)
        dated = grain == "Y" and line.number(point.stop) is not None
        year = year_point(line, words, point.stop, sure=True) if dated else None
        return replace(point, year=year.year, stop=year.stop) if year and year.grain == "Y" else point
    early = words.at("early_adverbs", line, index)
    known = early or words.at("positions", line, index)
    if known is None:
        return None
    place = _hyphen(line, known[1])
    place = skipped(line, words, place, "links", "articles")
    if words.at("adjectives", line, place - 1) and place > known[1] and not words.at("units", line, place - 1):
        place -= 1
    if place > index + 6:
        return None
    target = _whole(line, words, place, linked=place > known[1])
    if target is None and place > known[1] and words.at("adjectives", line, place - 1):
        target = _whole(line, words, place - 1, linked=False)
    if target is None:
        return None
    return replace(target, first=index, position="" if early else known[0])


def _hyphen(line: Line, index: int) -> int:
    return index + 1 if line.word(index) == "-" and line.touch(index - 1) and line.touch(index) else index


def _whole(line: Line, words: DateWords, index: int, *, linked: bool, deeper: bool = True) -> Point | None:
    """Read what something is a part of; `linked` by "of" or "des", itself again a part of something if `deeper`."""
    if not line.word(index):
        return None
    if line.words[index][0].isdigit():
        return decade(line, words, index) or year_point(line, words, index, sure=True)
    days = calendar_points(line, words, index)
    if days:
        return days[0] if len(days) == 1 and days[0].grain in ("M", "Y") else None
    for read in (stretch, season, decade, part_of_year) if deeper else (stretch, season, decade):
        if (point := read(line, words, index)) is not None:
            return point
    if (prefix := words.at("month_prefix", line, index)) and (month := month_at(line, words, prefix[1])):
        return Point(index, month[1], "M", month=month[0])
    if (year := words.at("year_words", line, index)) and (point := year_point(line, words, year[1], sure=True)):
        return point
    unit = words.at("units", line, index)
    if unit is not None and linked:
        if (relative := relative_year(line, words, index)) is not None:
            return Point(index, relative[1], "Y", relative[0])
        if unit[0] in COUNTED:
            return Point(index, unit[1], COUNTED[unit[0]])
        if unit[0] in ("Q", "H"):
            return Point(index, unit[1], unit[0], strict=0)
    if words.position_of_day and not linked:
        if (day := weekday(line, words, index)) is not None:
            return day
        counted = deictic(line, words, index)
        return counted if counted and counted.grain in COUNTED.values() else None
    known = words.at("deictics", line, index)
    return deictic(line, words, index) if known and known[0][0] in COUNTED else None


def part_of_month(line: Line, words: DateWords, index: int) -> Point | None:
    """Read "Oktoberhälfte", "mid-October" and "January-September"."""
    known = words.at("month_parts", line, index)
    if known is None or (words.capital and not any(letter.isupper() for letter in line.words[index])):
        return None
    month, part = known[0].split()
    point = Point(index, known[1], "M", month=int(month))
    ordinal = words.before("ordinals", line, index)
    if part.startswith("to"):
        point.months = (int(part[2:]) - int(month)) % 12 + 1
    elif part in ("half", "week"):
        last = words.before("weekday_last", line, index) if part == "week" else None
        if last is not None:
            return replace(point, first=last[1], day=_LAST_WEEK)
        if ordinal is None:
            return None
        point = _numbered(replace(point, first=ordinal[1]), int(ordinal[0]), half=part == "half")
    else:
        point.position = part
    number = line.number(point.stop)
    if number is not None and (year := year_point(line, words, point.stop, sure=True)):
        return replace(point, year=year.year, stop=year.stop)
    if (relative := relative_year(line, words, point.stop)) is not None:
        return replace(point, year_shift=relative[0], stop=relative[1])
    return point


def _numbered(month: Point, number: int, *, half: bool) -> Point:
    """Return one of the halves of a month or of its weeks."""
    return replace(month, half=number) if half else replace(month, day=number)


def season(line: Line, words: DateWords, index: int) -> Point | None:
    """Read a season where a preposition, an adjective or a year shows that one is meant."""
    adjective = words.at("adjectives", line, index)
    place = adjective[1] if adjective else index
    name = words.value("seasons", line.lower(place))
    if name is None or (words.nouns_capital and not line.capital(place)):
        return None
    if line.lower(index - 1) in words.roles["season_verbs"]:
        return None
    stop = place + 1
    point = Point(index, stop, "S", season=name, strict=int(adjective[0]) if adjective else None)
    after = skipped(line, words, stop, "links", most=2)
    if (year := year_point(line, words, after, sure=after == stop)) is not None:
        return replace(point, year=year.year, stop=year.stop, strict=None)
    if (relative := relative_year(line, words, stop)) is not None:
        return replace(point, year_shift=relative[0], stop=relative[1], strict=None)
    if (late := words.at("after_adjectives", line, stop)) is not None:
        return replace(point, strict=int(late[0]), stop=late[1])
    if adjective or _led(line, words, index):
        return point
    return None


def _led(line: Line, words: DateWords, index: int) -> bool:
    """Whether a preposition stands before, so that "fall" is autumn and "été" summer."""
    if words.before("season_after", line, index):
        return True
    article = article_before(line, words, index)
    lead = words.before("leads", line, article)
    return lead is not None and line.lower(lead[1]) not in words.roles["season_not_after"]


def part_of_year(line: Line, words: DateWords, index: int) -> Point | None:
    """Read "drittes Quartal 2024", "first half of 2023", "Q3 2024", "zweite Hälfte des Monats"."""
    grain = words.value("quarter_letters", line.lowers[index])
    if grain and line.capital(index) and line.touch(index) and (number := line.number(index + 1)):
        if number > (4 if grain == "Q" else 2) or len(line.words[index + 1]) > 1:
            return None
        return of_year(line, words, Point(index, index + 2, grain, number))
    if (joined := words.value("quarter_words", line.lowers[index])) is not None:
        number, grain = joined.split()
        return of_year(line, words, Point(index, index + 1, grain, int(number)))
    ordinal = day_number(line, words, index)
    if ordinal is None or not ordinal[2] or ordinal[0] > 5:
        return None
    number, place, _ = ordinal
    unit = words.at("units", line, place)
    if unit is not None and unit[0] in ("Q", "H"):
        if number > (4 if unit[0] == "Q" else 2):
            return None
        return of_year(line, words, Point(index, unit[1], unit[0], number))
    half = words.at("halves", line, place)
    if half is None and (unit is None or unit[0] != "W"):
        return None
    stop = half[1] if half else unit[1] if unit else place
    after = skipped(line, words, stop, "links", "articles")
    whole = _whole(line, words, after, linked=True, deeper=False) if after > stop else None
    if whole is not None and whole.grain in ("M", "MN") and number <= (2 if half else 5):
        return _numbered(replace(whole, first=index), number, half=half is not None)
    if half is None or number > 2:
        return None
    if whole is not None and whole.grain == "Y":
        return replace(whole, first=index, half=number)
    return Point(index, stop, "H", number) if words.bare_halves and after == stop else None


def of_year(line: Line, words: DateWords, point: Point) -> Point:
    """Add the year that follows a quarter or half of one."""
    place = skipped(line, words, point.stop, "links", "articles")
    if line.lower(place) in words.roles["year_words"]:
        year = words.at("year_words", line, place)
        place = year[1] if year and line.number(year[1]) else place
    number = line.number(place)
    if number is not None and (year := year_point(line, words, place, sure=True)) and year.grain == "Y":
        return replace(point, year=year.year, stop=year.stop)
    if (relative := relative_year(line, words, point.stop)) is not None:
        return replace(point, year_shift=relative[0], stop=relative[1])
    unit = words.at("units", line, place)
    if place > point.stop and unit and unit[0] == "Y":
        return replace(point, stop=unit[1], year_shift=0)
    return point
