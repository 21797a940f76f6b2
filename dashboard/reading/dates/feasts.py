"""Holidays that have a day: "an Heiligabend", "Christmas 2023", "le lundi de Pâques", "last Thanksgiving"."""

from __future__ import annotations

from dataclasses import replace

from dashboard.reading.dates.calendar import with_year
from dashboard.reading.dates.line import Line
from dashboard.reading.dates.points import Point
from dashboard.reading.dates.weekdays import with_part
from dashboard.reading.dates.words import DateWords, article_before


def feast(line: Line, words: DateWords, index: int) -> Point | None:
    """Return the holiday that begins at a token.

    One whose name is also that of other things ("Noël", "Easter") needs a preposition before or a year after it.
    """
    adjective = words.at("adjectives", line, index)
    place = adjective[1] if adjective else index
    known = words.at("feasts_sure", line, place)
    sure = known is not None
    known = known or words.at("feasts_led", line, place)
    if known is None or not any(line.capital(near) for near in range(place, known[1])):
        return None
    if line.lower(known[1]) in words.roles["feasts_nouns"] or _goes_on(line, known[1]):
        return None  # "Christmas shopping", "Easter-themed"
    rule, _, part = known[0].partition(" ")
    strict = int(adjective[0]) if adjective else None
    point = with_year(line, words, Point(index, known[1], "D", feast=rule, part=part, strict=strict))
    if point.dated:
        point = replace(point, strict=None)
    elif not (sure or strict is not None or point.strict is not None or _led(line, words, index)):
        return None
    return with_part(line, words, point)


def _goes_on(line: Line, stop: int) -> bool:
    return line.word(stop) == "-" and line.touch(stop - 1) and line.touch(stop)


def _led(line: Line, words: DateWords, index: int) -> bool:
    """Whether a preposition stands before, or another holiday that this is named together with."""
    article = article_before(line, words, index)
    if words.before("connector_between", line, article):
        return True
    lead = words.before("leads", line, article)
    if lead is not None and not words.before("feasts_not_after", line, article):
        return True
    joined = words.before("connector_listed", line, article) or words.before("connector_range", line, article)
    return joined is not None and bool(
        words.before("feasts_led", line, joined[1]) or words.before("feasts_sure", line, joined[1])
    )
