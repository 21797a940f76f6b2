"""Dates that are counted from the day of the story: weekdays, "gestern", "last month", "Ende des Jahres", nights."""

from __future__ import annotations

from dataclasses import replace

from dashboard.reading.date_calendar import calendar_points, day_number, month_at, relative_year, year_point
from dashboard.reading.date_line import Line
from dashboard.reading.date_points import Point
from dashboard.reading.date_words import DateWords

# What a unit is counted as, from the one of the day of the story.
_COUNTED = {"W": "W", "M": "MN", "Y": "Y"}


def _skip(line: Line, words: DateWords, index: int, *roles: str, most: int = 3) -> int:
    """Return the first token from `index` on that is in none of the roles, no further than `most` on."""
    for _ in range(most):
        if not any(line.lower(index) in words.roles[role] for role in roles):
            break
        index += 1
    return index


def _with_part(line: Line, words: DateWords, point: Point) -> Point:
    """Add the part of the day that follows a day."""
    if not point.part and (part := words.at("parts", line, point.stop)) is not None:
        return replace(point, part=part[0], stop=part[1])
    return point


def deictic(line: Line, words: DateWords, index: int) -> Point | None:
    known = words.at("deictics", line, index)
    if known is None or (line.lowers[index] in words.roles["lower_only"] and line.capital(index)):
        return None
    meaning, _, part = known[0].partition(" ")
    grain, number = meaning[0], int(meaning[1:])
    if grain == "D":
        adjective = words.at("weekdays", line, known[1])
        if adjective and words.at("deictic_adjectives", line, index):
            return _with_part(line, words, Point(index, adjective[1], "NOW", number, part=adjective[0][2:]))
        return _with_part(line, words, Point(index, known[1], "NOW", number, part=part))
    if grain == "Q":
        return Point(index, known[1], "Q", strict=number)
    return Point(index, known[1], _COUNTED[grain], number)


def lone_part(line: Line, words: DateWords, index: int) -> Point | None:
    """Read a part of the day of the story: "am Abend", "this morning"."""
    known = words.at("lone_parts", line, index)
    if known is None or (words.nouns_capital and not line.capital(known[1] - 1)):
        return None
    needed = words.roles["lone_leads"]
    return (
        Point(index, known[1], "NOW", part=known[0]) if not needed or words.before("lone_leads", line, index) else None
    )


def weekday(line: Line, words: DateWords, index: int) -> Point | list[Point] | None:
    """Read a weekday with its part of day, its date or the week it is in; also "last Monday", "lundi dernier"."""
    adjective = words.at("adjectives", line, index)
    place = adjective[1] if adjective else index
    name = words.value("weekdays", line.lower(place))
    short = None if name or adjective else words.value("short_weekdays", line.lower(place))
    if (name or short) is None or (words.capital and not line.capital(place)):
        return None
    number, _, part = (name or short or "").partition(" ")
    point = Point(index, place + 1, "WD", int(number), part=part, strict=int(adjective[0]) if adjective else None)
    dated = _dated(line, words, point)
    if dated is not None:
        return _with_part(line, words, dated)
    if short:
        return None
    point = _with_part(line, words, point)
    if (after := words.at("after_adjectives", line, point.stop)) is not None:
        return _with_part(line, words, replace(point, strict=int(after[0]), stop=after[1]))
    if (week := _week_after(line, words, point.stop)) is not None:
        return replace(point, week=week[0], stop=week[1])
    return point


def _dated(line: Line, words: DateWords, point: Point) -> Point | None:
    """Return the day of a month that follows a weekday: "Mittwoch, 6. November", "mardi 7 février"."""
    stop = point.stop
    stop += line.word(stop) == "." and line.touch(stop - 1) and len(line.words[stop - 1]) <= 5
    stop += line.word(stop) == ","
    stop = _skip(line, words, stop, "articles", most=1)
    if not line.word(stop):
        return None
    days = calendar_points(line, words, stop)
    if days is not None and days[0].grain == "D" and len(days) == 1:
        return replace(days[0], first=point.first, weekday=point.number, part=point.part)
    day = day_number(line, words, stop)
    if day is None or line.word(stop - 1) == "," or not words.day_after_weekday or line.number(stop) is None:
        return None
    if line.word(day[1])[:1].isalnum() and line.lower(day[1]) not in words.roles["leads"]:
        return None
    return replace(point, day=day[0], stop=day[1])


def _week_after(line: Line, words: DateWords, index: int) -> tuple[int, int] | None:
    """Return which week is named after a weekday ("vergangener Woche", "of last week"), and the token after it."""
    place = _skip(line, words, index, "links", "articles") if line.lower(index) in words.roles["links"] else index
    adjective = words.at("adjectives", line, place)
    if adjective is None and place > index and words.at("adjectives", line, place - 1):
        place -= 1
        adjective = words.at("adjectives", line, place)
    unit = words.at("units", line, adjective[1] if adjective else place)
    if unit is None or unit[0] != "W":
        known = words.at("deictics", line, place)
        return (int(known[0][1:]), known[1]) if known and known[0][0] == "W" else None
    if adjective:
        return int(adjective[0]), unit[1]
    after = words.at("after_adjectives", line, unit[1])
    return (int(after[0]), after[1]) if after else None


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
        return Point(index, stop, "WE") if words.before("leads", line, _article_before(line, words, index)) else None
    if strict is None:
        return None
    if grain in _COUNTED:
        past = "P1" + grain if adjective and line.lowers[index] in words.roles["duration_adjectives"] else ""
        return Point(index, stop, _COUNTED[grain], strict, timex=past)
    if grain in ("WE", "Q", "H"):
        return Point(index, stop, grain, strict=strict)
    if adjective and line.lowers[index] in words.roles["duration_adjectives"] and grain in ("D", "TH"):
        return Point(index, stop, "NOW", strict if grain == "D" else 0, timex="P1D" if grain == "D" else "PT1H")
    return None


def _article_before(line: Line, words: DateWords, index: int) -> int:
    article = words.before("articles", line, index)
    return article[1] if article else index


def position(line: Line, words: DateWords, index: int) -> Point | None:
    """Read the beginning, middle or end of something: "Anfang Oktober", "late 2023", "fin du mois"."""
    if (longer := words.at("units", line, index)) is not None and longer[0] == "WE":
        return None
    if (compound := words.at("position_compounds", line, index)) is not None:
        grain, position = compound[0].split()
        return Point(
            index, compound[1], _COUNTED.get(grain, grain), position=position, strict=0 if grain == "Q" else None
        )
    early = words.at("early_adverbs", line, index)
    known = early or words.at("positions", line, index)
    if known is None:
        return None
    place = _hyphen(line, known[1])
    place = _skip(line, words, place, "links", "articles")
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


def _whole(line: Line, words: DateWords, index: int, *, linked: bool) -> Point | None:
    """Read what something is a part of."""
    if not line.word(index):
        return None
    if line.words[index][0].isdigit():
        return decade(line, words, index) or year_point(line, words, index, sure=True)
    days = calendar_points(line, words, index)
    if days:
        return days[0] if len(days) == 1 and days[0].grain in ("M", "Y") else None
    for read in (stretch, season, decade, part_of_year):
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
        if unit[0] in _COUNTED:
            return Point(index, unit[1], _COUNTED[unit[0]])
        if unit[0] in ("Q", "H"):
            return Point(index, unit[1], unit[0], strict=0)
    if words.position_of_day and not linked:
        day = weekday(line, words, index)
        if isinstance(day, Point):
            return day
        counted = deictic(line, words, index)
        return counted if counted and counted.grain in _COUNTED.values() else None
    known = words.at("deictics", line, index)
    return deictic(line, words, index) if known and known[0][0] in _COUNTED else None


def part_of_month(line: Line, words: DateWords, index: int) -> Point | None:
    """Read "Oktoberhälfte" and "mid-October"."""
    known = words.at("month_parts", line, index)
    if known is None or (words.capital and not any(letter.isupper() for letter in line.words[index])):
        return None
    month, part = known[0].split()
    point = Point(index, known[1], "M", month=int(month))
    ordinal = words.before("ordinals", line, index)
    if part in ("half", "week"):
        if ordinal is None:
            return None
        point = replace(point, first=ordinal[1], **{"half" if part == "half" else "day": int(ordinal[0])})
    else:
        point.position = part
    number = line.number(point.stop)
    if number is not None and (year := year_point(line, words, point.stop, sure=True)):
        return replace(point, year=year.year, stop=year.stop)
    if (relative := relative_year(line, words, point.stop)) is not None:
        return replace(point, year_shift=relative[0], stop=relative[1])
    return point


def season(line: Line, words: DateWords, index: int) -> Point | None:
    """Read a season where a preposition, an adjective or a year shows that one is meant."""
    adjective = words.at("adjectives", line, index)
    place = adjective[1] if adjective else index
    name = words.value("seasons", line.lower(place))
    if name is None or (words.nouns_capital and not line.capital(place)):
        return None
    stop = place + 1
    point = Point(index, stop, "S", season=name, strict=int(adjective[0]) if adjective else None)
    after = _skip(line, words, stop, "links", most=2)
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
    article = _article_before(line, words, index)
    lead = words.before("leads", line, article)
    return lead is not None and line.lower(lead[1]) not in words.roles["season_not_after"]


def decade(line: Line, words: DateWords, index: int) -> Point | None:
    """Read "1990er Jahre", "the 1990s", "années 1990", "neunziger Jahre"."""
    first, place = index, index
    if (before := words.at("decade_before", line, index)) is not None:
        place = before[1]
    number = line.number(place)
    if number is not None:
        stop = place + 1
        if before is None:
            if not line.touch(place) or line.lower(stop) not in words.roles["decade_signs"]:
                return None
            stop += 1
        if len(line.words[place]) == 2 and before is None and not words.nouns_capital:
            if line.word(place - 1) not in ("'", "’", "‘"):
                return None
            first = place - 1
        if number < 100:
            number += 1900 if number >= 30 else 2000
        if number % 10 or number not in range(1000, 2100) or len(line.words[place]) == 3:
            return None
    elif (word := words.value("decade_words", line.lower(place))) is not None:
        noun = words.at("decade_nouns", line, place + 1)
        if (
            before is None
            and noun is None
            and not line.lowers[place].endswith(tuple(words.roles["decade_nouns"]) or "-")
        ):
            return None
        number, stop = 1900 + int(word), place + 1
    else:
        return None
    noun = words.at("decade_nouns", line, stop)
    return Point(first, noun[1] if noun else stop, "DE", year=number)


def part_of_year(line: Line, words: DateWords, index: int) -> Point | None:
    """Read "drittes Quartal 2024", "first half of 2023", "Q3 2024", "zweite Hälfte des Monats"."""
    grain = words.value("quarter_letters", line.lowers[index])
    if grain and line.capital(index) and line.touch(index) and (number := line.number(index + 1)):
        if number > (4 if grain == "Q" else 2) or len(line.words[index + 1]) > 1:
            return None
        return _of_year(line, words, Point(index, index + 2, grain, number))
    if (joined := words.value("quarter_words", line.lowers[index])) is not None:
        number, grain = joined.split()
        return _of_year(line, words, Point(index, index + 1, grain, int(number)))
    ordinal = day_number(line, words, index)
    if ordinal is None or not ordinal[2] or ordinal[0] > 5:
        return None
    number, place, _ = ordinal
    unit = words.at("units", line, place)
    if unit is not None and unit[0] in ("Q", "H"):
        if number > (4 if unit[0] == "Q" else 2):
            return None
        return _of_year(line, words, Point(index, unit[1], unit[0], number))
    half = words.at("halves", line, place)
    if half is None and (unit is None or unit[0] != "W"):
        return None
    stop = half[1] if half else unit[1] if unit else place
    after = _skip(line, words, stop, "links", "articles")
    whole = _whole(line, words, after, linked=after > stop) if after > stop else None
    if whole is not None and whole.grain in ("M", "MN") and number <= (2 if half else 5):
        return replace(whole, first=index, **{"half" if half else "day": number})
    if half is None or number > 2:
        return None
    if whole is not None and whole.grain == "Y":
        return replace(whole, first=index, half=number)
    return Point(index, stop, "H", number) if words.bare_halves and after == stop and _ends(line, stop) else None


def _ends(line: Line, index: int) -> bool:
    return not line.word(index)[:1].isalnum() or line.lower(index) not in ("-",)


def _of_year(line: Line, words: DateWords, point: Point) -> Point:
    place = _skip(line, words, point.stop, "links", "articles")
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


def night(line: Line, words: DateWords, index: int) -> Point | None:
    """Read a night: the one into a day, or the one that ends on the day of the story."""
    if (lone := words.at("night_lone", line, index)) is not None:
        into = _into(line, words, index, lone[1])
        return into or Point(index, lone[1], "NOW", part="TNI")
    head = words.at("night_head", line, index)
    if head is None or (words.nouns_capital and not line.capital(index)):
        return None
    into = _into(line, words, index, head[1])
    if into is not None:
        return into
    article = _article_before(line, words, index)
    led = words.before("night_leads", line, index) or words.before("night_leads", line, article)
    return Point(index, head[1], "NOW", part="TNI") if led else None


def _into(line: Line, words: DateWords, index: int, place: int) -> Point | None:
    """Return the night of the day named from token `place` on: "zum Dienstag", "de lundi à mardi", "on Jan. 25"."""
    begun = words.at("night_from", line, place)
    if begun is not None:
        days = _days(line, words, _skip(line, words, begun[1], "articles", most=1))
        if not days:
            return None
        if len(days) > 1:
            return replace(days[-1], first=index, part="TNI", eve=True)
        place = days[-1].stop
    into = words.at("night_into", line, place)
    if into is None and begun is None:
        return None
    if into is not None:
        target = _days(line, words, _skip(line, words, into[1], "articles", most=1))
        if target:
            return replace(target[-1], first=index, part="TNI", eve=begun is not None or len(target) > 1)
    return replace(days[-1], first=index, part="TNI") if begun is not None and days else None


def _days(line: Line, words: DateWords, index: int) -> list[Point] | None:
    if not line.word(index):
        return None
    days = calendar_points(line, words, index)
    if days is None:
        point = weekday(line, words, index) or deictic(line, words, index)
        days = point if isinstance(point, list) else [point] if point else None
    return days if days and all(day.grain in ("D", "WD", "NOW") for day in days) else None
