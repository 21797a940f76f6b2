"""Days counted from the day of the story: weekdays, "gestern", "am Abend", nights."""

from __future__ import annotations

from dataclasses import replace

from dashboard.reading.dates.calendar import calendar_points, day_number
from dashboard.reading.dates.line import Line
from dashboard.reading.dates.points import Point
from dashboard.reading.dates.words import DateWords, article_before, skipped
from dashboard.reading.dates.years import YEARS

# A number before one of these is no day.
_MEASURES = ("%", "€", "$", "£", "°")
# What a unit is counted as, from the one of the day of the story.
COUNTED = {"W": "W", "M": "MN", "Y": "Y"}


def with_part(line: Line, words: DateWords, point: Point) -> Point:
    """Add the part of the day that follows a day."""
    if not point.part and (part := words.at("parts", line, point.stop)) is not None:
        point.part, point.stop = part
    return point


def deictic(line: Line, words: DateWords, index: int) -> Point | None:
    """Read "gestern Abend", "tomorrow", "am heutigen Mittwoch", "Vorjahr"."""
    known = words.at("deictics", line, index)
    if known is None or (line.lowers[index] in words.roles["lower_only"] and not _is_adverb(line, index)):
        return None
    meaning, _, part = known[0].partition(" ")
    grain, number = meaning[0], int(meaning[1:])
    if grain == "D":
        adjective = words.at("weekdays", line, known[1])
        if adjective and words.at("deictic_adjectives", line, index):
            return with_part(line, words, Point(index, adjective[1], "NOW", number, part=adjective[0][2:]))
        return with_part(line, words, Point(index, known[1], "NOW", number, part=part))
    if grain == "Q":
        return Point(index, known[1], "Q", strict=number)
    if grain == "Y" and line.number(known[1]) in YEARS:
        return None  # "im ganzen Jahr 2023"
    return Point(index, known[1], COUNTED[grain], number)


def _is_adverb(line: Line, index: int) -> bool:
    """Whether a word that is a noun with a capital is none: "Morgen steigen die Preise", but "Der Morgen"."""
    return not line.capital(index) or (line.opens(index) and line.word(index + 1).islower())


def lone_part(line: Line, words: DateWords, index: int) -> Point | None:
    """Read a part of the day of the story: "am Abend", "this morning"."""
    known = words.at("lone_parts", line, index)
    if known is None or (words.nouns_capital and not line.capital(known[1] - 1)):
        return None
    if words.roles["lone_leads"] and not words.before("lone_leads", line, index):
        return None
    after = skipped(line, words, known[1], "links", most=2)
    if after > known[1] and _days(line, words, after):
        return None  # "in den Morgenstunden des 5. November"
    return Point(index, known[1], "NOW", part=known[0])


def weekday(line: Line, words: DateWords, index: int) -> Point | None:
    """Read a weekday with its part of day, its date or the week it is in; also "last Monday", "lundi dernier"."""
    adjective = words.at("adjectives", line, index)
    place = adjective[1] if adjective else index
    name = words.value("weekdays", line.lower(place))
    if name is None and line.lower(place - 1) in words.roles["articles"]:
        name = words.value("weekday_genitives", line.lower(place))
    short = None if name or adjective else words.value("short_weekdays", line.lower(place))
    if (name or short) is None or (words.capital and not line.capital(place)):
        return None
    number, _, part = (name or short or "").partition(" ")
    point = Point(index, place + 1, "WD", int(number), part=part, strict=int(adjective[0]) if adjective else None)
    dated = _dated(line, words, point)
    if dated is not None:
        return with_part(line, words, dated)
    if short:
        return None
    point = with_part(line, words, point)
    if (after := words.at("after_adjectives", line, point.stop)) is not None:
        point.strict, point.stop = int(after[0]), after[1]
        return with_part(line, words, point)
    if (week := _week_after(line, words, point.stop)) is not None:
        point.week, point.stop = week
    return point


def _dated(line: Line, words: DateWords, point: Point) -> Point | None:
    """Return the day of a month that follows a weekday: "Mittwoch, 6. November", "mardi 7 février"."""
    stop = point.stop
    stop += line.word(stop) == "." and line.touch(stop - 1) and len(line.words[stop - 1]) <= 5
    stop += line.word(stop) == ","
    stop = skipped(line, words, stop, "articles", most=1)
    if not line.word(stop):
        return None
    days = calendar_points(line, words, stop)
    if days is not None and days[0].grain == "D" and len(days) == 1:
        return replace(days[0], first=point.first, weekday=point.number, part=point.part)
    day = day_number(line, words, stop)
    if day is None or line.word(stop - 1) == "," or not words.day_after_weekday or line.number(stop) is None:
        return None
    following = line.word(day[1])[:1]
    if following in _MEASURES or (following.isalnum() and line.lower(day[1]) not in words.roles["leads"]):
        return None  # "perdait lundi 2 %"
    return replace(point, day=day[0], stop=day[1])


def _week_after(line: Line, words: DateWords, index: int) -> tuple[int, int] | None:
    """Return which week is named after a weekday ("vergangener Woche", "of last week"), and the token after it."""
    place = skipped(line, words, index, "links", "articles") if line.lower(index) in words.roles["links"] else index
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
    article = article_before(line, words, index)
    led = words.before("night_leads", line, index) or words.before("night_leads", line, article)
    return Point(index, head[1], "NOW", part="TNI") if led else None


def _into(line: Line, words: DateWords, index: int, place: int) -> Point | None:
    """Return the night of the day named from token `place` on: "zum Dienstag", "de lundi à mardi", "on Jan. 25"."""
    begun = words.at("night_from", line, place)
    if begun is not None:
        days = _days(line, words, skipped(line, words, begun[1], "articles", most=1))
        if not days:
            return None
        if len(days) > 1:
            return replace(days[-1], first=index, part="TNI", eve=True)
        place = days[-1].stop
    into = words.at("night_into", line, place)
    if into is None and begun is None:
        return None
    if into is not None:
        target = _days(line, words, skipped(line, words, into[1], "articles", most=1))
        if target:
            return replace(target[-1], first=index, part="TNI", eve=begun is not None or len(target) > 1)
    return replace(days[-1], first=index, part="TNI") if begun is not None and days else None


def _days(line: Line, words: DateWords, index: int) -> list[Point] | None:
    if not line.word(index):
        return None
    days = calendar_points(line, words, index)
    if days is None:
        point = weekday(line, words, index) or deictic(line, words, index)
        days = [point] if point else None
    return days if days and all(day.grain in ("D", "WD", "NOW") for day in days) else None
