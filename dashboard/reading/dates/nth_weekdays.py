"""A weekday by its place in a month: "the first Monday in November", "am letzten Sonntag im Oktober"."""

from __future__ import annotations

from dataclasses import replace

from dashboard.reading.dates.calendar import month_at, with_year
from dashboard.reading.dates.line import Line
from dashboard.reading.dates.points import Point
from dashboard.reading.dates.words import DateWords

# No month has more of a weekday; the fifth is not in every one.
_MOST = 4


def nth_weekday(line: Line, words: DateWords, index: int) -> Point | None:
    """Return the day that an ordinal, a weekday and a month name together, as a rule of a holiday."""
    last = words.at("weekday_last", line, index)
    nth = last or words.at("ordinals", line, index)
    if nth is None or (not last and int(nth[0]) > _MOST):
        return None
    name = words.at("weekdays", line, nth[1])
    of = words.at("weekday_of", line, name[1]) if name else None
    month = month_at(line, words, of[1]) if of else None
    if name is None or month is None or " " in name[0]:
        return None
    start = "L" if last else f"{7 * int(nth[0]) - 6:02d}"
    rule = f"{month[0]:02d}-{start}>{name[0]}"
    return with_year(line, words, replace(Point(index, month[1], "D"), month=month[0], feast=rule))
