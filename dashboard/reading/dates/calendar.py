"""Dates that name a day or a month: "31. Oktober", "Oct. 31, 2024", "31.10.", "le 8 et le 13 octobre"."""

from __future__ import annotations

from dataclasses import replace

from dashboard.reading.dates.line import Line
from dashboard.reading.dates.points import Point
from dashboard.reading.dates.words import DateWords
from dashboard.reading.dates.years import OLD_YEARS, YEARS, goes_on, relative_year, year_point

# How many days one month may be shared by ("am 3., 4., 5. und 6. Mai").
_SHARED = 6


def calendar_points(line: Line, words: DateWords, index: int) -> list[Point] | None:
    """Return the days, the month or the year that begin at a token."""
    if (number := line.word(index))[0].isdigit():
        point = _numeric(line, words, index, number)
        if point:
            return [point]
        return _days_of_month(line, words, index) or _listed(year_point(line, words, index))
    if words.value("ordinals", line.lower(index)):
        return _days_of_month(line, words, index)
    return _month_first(line, words, index)


def _listed(point: Point | None) -> list[Point] | None:
    return [point] if point else None


def day_number(line: Line, words: DateWords, index: int) -> tuple[int, int, bool] | None:
    """Return a number of a day at a token, the token after it, and whether it is marked as an ordinal."""
    number = line.number(index)
    if number is None:
        ordinal = words.at("ordinals", line, index)
        return (int(ordinal[0]), ordinal[1], True) if ordinal else None
    if not 1 <= number <= 31 or len(line.words[index]) > 2:
        return None
    if line.touch(index) and line.lowers[index + 1] in words.roles["ordinal_signs"]:
        return number, index + 2, True
    return number, index + 1, False


def month_at(line: Line, words: DateWords, index: int, *, beside: bool = False) -> tuple[int, int] | None:
    """Return the month named at a token and the token after it; `beside` a number a short form is enough."""
    name = line.lower(index)
    if not name or (words.capital and not line.words[index][0].isupper()):
        return None
    if (month := words.value("months", name)) is not None:
        return int(month), index + 1
    if (month := words.value("short_months", name)) is None:
        return None
    dotted = line.word(index + 1) == "." and line.touch(index)
    stop = index + 1 + dotted
    number = line.number(stop)
    if beside or dotted or (number is not None and (number in YEARS or 1 <= number <= 31)):
        return int(month), stop
    return None


def with_year(line: Line, words: DateWords, point: Point) -> Point:
    """Add the year, or what says which one, that follows a day or a month."""
    stop = point.stop
    comma = line.word(stop) == "," and words.month_first and point.grain == "D"
    number = line.number(stop + comma)
    if number is not None and len(line.words[stop + comma]) == 4 and not goes_on(line, stop + comma):
        counts = comma and line.lower(stop + comma + 1) in words.roles["year_counted"]
        if number in (OLD_YEARS if point.grain == "D" else YEARS) and not counts:
            point.year, point.stop = number, stop + comma + 1
            return point
    if (relative := relative_year(line, words, stop)) is not None:
        point.year_shift, point.stop = relative
    elif (same := words.at("same_year", line, stop)) is not None:
        point.same_year, point.stop = True, same[1]
    elif (adjective := words.at("after_adjectives", line, stop)) is not None:
        point.strict, point.stop = int(adjective[0]), adjective[1]
    return point


def _days_of_month(line: Line, words: DateWords, index: int) -> list[Point] | None:
    """Read one or more days that share the month after them: "31. Oktober", "8 et le 13 octobre"."""
    days: list[tuple[int, int, int]] = []
    place = index
    while len(days) < _SHARED:
        day = day_number(line, words, place)
        if day is None:
            return None
        number, stop, _ = day
        days.append((number, place, stop))
        if line.lower(stop) in words.roles["month_of"]:
            of = words.at("month_of", line, stop)
            month = month_at(line, words, of[1], beside=True) if of else None
        else:
            month = month_at(line, words, stop, beside=True)
        if month is not None:
            break
        place = _after_connector(line, words, stop)
        if place is None:
            return None
    else:
        return None
    last = with_year(line, words, Point(days[-1][1], month[1], "D", day=days[-1][0], month=month[0]))
    return [replace(last, day=number, first=first, stop=stop) for number, first, stop in days[:-1]] + [last]


def _after_connector(line: Line, words: DateWords, index: int) -> int | None:
    """Return the token after a word that joins two days of a month, and after the article that follows."""
    joined = words.at("connector_range", line, index) or words.at("connector_listed", line, index)
    if joined is None:
        if line.word(index) != "/" or not line.touch(index - 1):
            return None
        joined = "", index + 1
    place = joined[1]
    if line.lower(place) in words.roles["connector_listed"]:  # ", und"
        place += 1
    if line.lower(place) in words.roles["leads"] and line.number(place) is None:
        lead = words.at("leads", line, place)
        place = lead[1] if lead else place
    if line.lower(place) in words.roles["articles"]:
        place += 1
    return place


def _month_first(line: Line, words: DateWords, index: int) -> list[Point] | None:
    """Read a month, with the day after it where a language puts it there, and the year."""
    month = month_at(line, words, index)
    if month is None or (line.word(index - 1) == "-" and line.touch(index - 1) and line.touch(index - 2)):
        return None  # "le 11-Septembre"
    first = index
    if (before := words.before("month_prefix", line, index)) is not None:
        first = before[1]
    number, stop = month
    if words.month_first and (day := day_number(line, words, stop)) and line.number(stop) is not None:
        dated = with_year(line, words, Point(index, day[1], "D", day=day[0], month=number))
        tail = _day_after_day(line, words, dated)
        if not goes_on(line, day[1] - 1) and (dated.dated or tail or line.lower(index - 1) != words.month_lead):
            return [dated, tail] if tail else [dated]
    point = with_year(line, words, Point(first, stop, "M", month=number))
    if point.stop == stop and not _surely_month(line, words, index):
        return None
    return [point]


def _surely_month(line: Line, words: DateWords, index: int) -> bool:
    """Whether a word that may also be a name or a verb is a month here."""
    if line.lowers[index] not in words.roles["unsure_months"]:
        return True
    if not words.capital and (line.words[index][0].islower() or line.opens(index)):
        return line.words[index][0].islower()
    if not words.capital and not line.words[index].isupper():
        return False  # "sur Mars"
    before = line.lower(index - 1)
    following = line.word(index + 1)
    if (
        before in words.roles["month_article"]
        and following.islower()
        and line.lower(index + 1) not in words.roles["leads"]
    ):
        return True  # "the March forecast"
    if words.before("leads", line, index) or words.value("adjectives", before) or words.value("positions", before):
        return before not in words.roles["month_not_after"]
    neighbour = words.at("connector_range", line, index + 1) or words.at("connector_listed", line, index + 1)
    if neighbour and line.word(index + 1) != "," and month_at(line, words, neighbour[1]):
        return True
    joined = words.before("connector_range", line, index) or words.before("connector_listed", line, index)
    if joined is None or line.word(joined[1]) == ",":
        return False
    last = joined[1] - 1 - (line.word(joined[1] - 1) == ".")
    return month_at(line, words, last) is not None


def _day_after_day(line: Line, words: DateWords, point: Point) -> Point | None:
    """Read the second day of "October 27-28" and "October 27 and 28"."""
    joined = words.at("connector_range", line, point.stop)
    listed = None if joined else words.at("connector_listed", line, point.stop)
    if point.dated or not (joined or listed):
        return None
    place = (joined or listed or ("", 0))[1]
    day = day_number(line, words, place)
    if day is None or line.number(place) is None or day[0] <= point.day or month_at(line, words, day[1], beside=True):
        return None
    second = with_year(line, words, replace(point, first=place, stop=day[1], day=day[0]))
    following = line.word(second.stop)
    sure = line.lower(second.stop) in words.roles["day_after"] or _begins_range(line, words, point.first)
    if sure or second.dated or not following or not following[0].isalpha() or line.touch(place - 1):
        point.year, point.year_shift = second.year, second.year_shift
        return second
    return None


def _begins_range(line: Line, words: DateWords, index: int) -> bool:
    """Whether "from" or "between" stands right before a day."""
    lead = words.before("leads", line, index)
    return (lead is not None and lead[0] == "onward") or words.before("connector_between", line, index) is not None


def _numeric(line: Line, words: DateWords, index: int, word: str) -> Point | None:
    """Read "31.10.2024", "31.10.", "2024-10-31", "31/10/2024"."""
    if "." in word:
        fields = word.split(".")
        if not all(field.isascii() and field.isdigit() and len(field) <= 4 for field in fields) or len(fields) > 3:
            return None
        if len(fields) == 3:
            year, month, day = fields if len(fields[0]) == 4 else reversed(fields)
            return _checked(line, index, index + 1, year, month, day)
        dotted = line.word(index + 1) == "." and line.touch(index)
        if words.value("ordinal_signs", ".") and dotted and len(fields[0]) <= 2 and len(fields[1]) <= 2:
            point = _checked(line, index, index + 2, "", fields[1], fields[0])
            if point and line.number(index + 2) in YEARS:
                return replace(point, stop=index + 3, year=line.number(index + 2))
            led = words.before("leads", line, _before_articles(line, words, index))
            return point if point and (led or _after_weekday(line, words, index)) else None
        return None
    sign = line.word(index + 1)
    if sign == "/" and not words.month_first and len(word) == len(line.word(index + 2)) == 2:
        day_month = line.touch(index) and line.touch(index + 1) and not line.touch(index + 2)
        if day_month and line.number(index) is not None and line.number(index + 2) is not None:
            led = words.before("leads", line, _before_articles(line, words, index))
            point = _checked(line, index, index + 3, "", line.words[index + 2], word)
            return point if led or line.word(index + 3) == "(" else None
    if sign not in ("-", "/") or line.word(index + 3) != sign or not all(line.touch(index + n) for n in range(4)):
        return None
    one, two, three = word, line.word(index + 2), line.word(index + 4)
    if not all(len(field) <= 4 and field.isascii() and field.isdigit() for field in (one, two, three)):
        return None
    if len(one) == 4 and len(two) == 2 and len(three) == 2:
        return _checked(line, index, index + 5, one, two, three)
    if len(three) != 4:
        return None
    day_first = _checked(line, index, index + 5, three, two, one)
    if words.month_first and sign == "/" and (point := _checked(line, index, index + 5, three, one, two)):
        return replace(point, turned=day_first) if day_first and one != two else point
    return day_first


def _after_weekday(line: Line, words: DateWords, index: int) -> bool:
    """Whether a weekday stands right before: "Fr., 8.11.", "Montag, 4.11."."""
    place = index - 1
    place -= line.word(place) == ","
    place -= line.word(place) == "."
    return any(words.value(role, line.lower(place)) for role in ("weekdays", "short_weekdays"))


def _before_articles(line: Line, words: DateWords, index: int) -> int:
    return index - 1 if line.lower(index - 1) in words.roles["articles"] else index


def _checked(line: Line, first: int, stop: int, year: str, month: str, day: str) -> Point | None:
    number = int(year) if year else None
    if number is not None and len(year) == 2:
        number += 2000 if number < 70 else 1900
    if not (1 <= int(month) <= 12 and 1 <= int(day) <= 31) or (number is not None and number not in OLD_YEARS):
        return None
    return Point(first, stop, "D", day=int(day), month=int(month), year=number)
