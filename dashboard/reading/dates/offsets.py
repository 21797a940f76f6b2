"""Durations that say how far off a day is: "vor drei Tagen", "in two weeks", "the first nine months of 2024"."""

from __future__ import annotations

from dataclasses import replace

from dashboard.reading.dates.durations import MONTHS_IN, YEARS_IN, Duration
from dashboard.reading.dates.line import Line
from dashboard.reading.dates.points import Point
from dashboard.reading.dates.stretches import of_year
from dashboard.reading.dates.words import DateWords

_ENOUGH = 100_000
_HEDGES = 3
# How far before "in five years" a superlative may stand.
_NEAR = 8
# Of how many months at least the first of a year are spoken of without naming it.
_SOME = 2


def ago(line: Line, words: DateWords, found: Duration) -> Point | None:
    """Return the day, month or year of "vor drei Tagen", "three days ago", "il y a trois jours"."""
    after = words.at("ago_after", line, found.stop)
    place, hedged = _without_hedges(line, words, found.first)
    before = words.before("ago_before", line, place) or words.before("ago_before", line, found.first)
    if found.unit == "Y" and found.low == found.high and words.before("ago_earlier", line, found.stop):
        earlier = _off(found, -1, found.first, found.stop)
        return replace(earlier, timex=found.timex) if earlier else None
    if not (after or before) or found.whole:
        return None
    point = _off(found, -1, before[1] if before else found.first, after[1] if after else found.stop)
    if point is not None and (hedged or (point.grain == "Y" and point.number < -1)):
        point.hedge = "approx"
    return point


def _without_hedges(line: Line, words: DateWords, place: int) -> tuple[int, bool]:
    """Return where the words of degree before a token begin, and whether they make it approximate."""
    about = False
    for _ in range(_HEDGES):
        known = words.before("hedges", line, place)
        if known is None:
            break
        place, about = known[1], about or known[0] != "none"
    return place, about


def ahead(line: Line, words: DateWords, found: Duration) -> tuple[Point, bool] | None:
    """Return the day, month or year of "in drei Tagen", and whether it is so only where the text looks ahead."""
    before = words.before("ahead_before", line, found.first)
    if before is None or found.whole or found.unit not in ("D", "W", "M", "Y"):
        return None
    if any(line.lower(place) in words.roles["ahead_not"] for place in range(before[1] - _NEAR, before[1])):
        return None  # "the first visit in five years"
    after = words.at("ahead_after", line, found.stop)
    point = _off(found, 1, before[1], after[1] if after else found.stop)
    return (point, after is None) if point else None


def first_part(line: Line, words: DateWords, found: Duration) -> Point | None:
    """Return the stretch of a year of "die ersten neun Monate des Jahres", "the first nine months of 2024"."""
    if found.unit != "M" or found.low != found.high or found.low not in range(1, 13):
        return None
    if not any(line.lowers[place] in words.roles["sum_first"] for place in range(found.first, found.stop)):
        return None
    point = of_year(line, words, Point(found.first, found.stop, "Y", months=int(found.low), timex=found.timex))
    if point.dated:
        return point
    following = line.lower(found.stop)
    alone = following not in words.roles["links"] and following not in words.roles["sum_of"]
    return point if alone and found.low >= _SOME and not words.before("sum_whose", line, found.first) else None


def _off(found: Duration, sign: int, first: int, stop: int) -> Point | None:
    amount, unit = found.low, found.unit
    if unit in YEARS_IN:
        amount, unit = amount * YEARS_IN[unit], "Y"
    if unit in MONTHS_IN:
        amount, unit = amount * MONTHS_IN[unit], "M"
    if unit == "Y" and (amount % 1 or found.rest):
        amount, unit = amount * 12 + sum(more for more, smaller in found.rest if smaller == "M"), "M"
    if amount > _ENOUGH:
        return None
    number = sign * int(amount)
    if unit == "Y":
        return Point(first, stop, "Y", number, minor=found.minor)
    if unit == "M":
        return Point(first, stop, "MN", number, minor=found.minor)
    days = {"D": number, "W": 7 * number, "TH": sign * int(amount // 24)}.get(unit, 0)
    return Point(first, stop, "NOW", days, minor=found.minor)
