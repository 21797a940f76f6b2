"""Two dates that are one: "von Montag bis Mittwoch", "between January and March", "Mai und Juni 2024"."""

from __future__ import annotations

from dataclasses import replace

from dashboard.reading.dates.clock import Clock
from dashboard.reading.dates.finding import Found
from dashboard.reading.dates.line import Line
from dashboard.reading.dates.points import Point
from dashboard.reading.dates.words import DateWords

_KINDS = {
    "D": "day",
    "WD": "day",
    "NOW": "day",
    "M": "month",
    "MN": "month",
    "Y": "year",
    "Q": "quarter",
    "S": "season",
    "DE": "decade",
}
_APART = 6


def joined_ranges(line: Line, words: DateWords, items: list[Found]) -> list[Found]:
    """Return the items with the two ends of a range as one, and a year that several share given to all of them."""
    joined: list[Found] = []
    for item in items:
        before = joined[-1] if joined else None
        timed = before is not None and isinstance(before.what, Clock) and len(joined) > 1
        if timed and _link(line, words, joined[-2], item) == "range":
            # "von Donnerstag, 18 Uhr, bis Freitag, 20 Uhr": the time is told of the day before it.
            joined.pop()
            before = joined[-1]
        link = _link(line, words, before, item) if before else None
        if before is None or link is None:
            joined.append(item)
            continue
        first, second = before.what, item.what
        assert isinstance(first, Point) and isinstance(second, Point)
        if link == "range" or (link == "listed" and before.before.sense == "between"):
            _share_year(first, second)
            before.last = second
        else:
            if item.before.first == second.first and item.before.sense == "none":
                item.before = replace(item.before, sense=before.before.sense)
            joined.append(item)
            _share_year_backwards(joined)
            _share_decade(joined)
    return joined


def _link(line: Line, words: DateWords, before: Found, item: Found) -> str | None:
    """Return how two neighbours are joined: range, listed or not at all."""
    first, second = before.what, item.what
    if before.last is not None or not (isinstance(first, Point) and isinstance(second, Point)):
        return None
    gap = second.first - first.stop
    kinds = _KINDS.get(first.grain), _KINDS.get(second.grain)
    if not 0 < gap <= _APART or kinds[0] is None or (kinds[0] != kinds[1] and kinds != ("decade", "year")):
        return None
    for role in ("connector_range", "connector_listed"):
        known = words.at(role, line, first.stop)
        if known is None and role == "connector_range":
            known = _range_behind_time(line, words, before, second)
        if known is None:
            continue
        place = known[1]
        if place < second.first and (inner := words.at("leads", line, place)) is not None:
            place = inner[1]
        while place < second.first and line.lowers[place] in words.roles["articles"]:
            place += 1
        if place == second.first:
            return role.removeprefix("connector_")
    return None


def _range_behind_time(line: Line, words: DateWords, before: Found, second: Point) -> tuple[str, int] | None:
    """Return the word that closes a range behind a comma or a time of day: "von Montag, 18 Uhr, bis Dienstag".

    A word opens it: without one "am Freitag um 18 Uhr, bis Sonntag" tells of two days.
    """
    first = before.what
    assert isinstance(first, Point)
    opener = line.lower(before.before.first)
    if first.grain not in ("D", "WD") or not (opener in words.roles["around_first"] or before.before.sense == "onward"):
        return None
    for place in range(second.first - 1, first.stop - 1, -1):
        if line.lowers[place][0].isalpha() and (known := words.at("connector_range", line, place)) is not None:
            return known
    return None


def _share_decade(items: list[Found]) -> None:
    """Make "2010" a decade in "les années 1990 et 2010"."""
    first, second = items[-2].what, items[-1].what
    if not (isinstance(first, Point) and isinstance(second, Point)) or (first.grain, second.grain) != ("DE", "Y"):
        return
    if second.year and second.year % 10 == 0:
        second.grain = "DE"


def _share_year(first: Point, second: Point) -> None:
    """Give the first end of a range the year of the second: "von Mai bis Juni 2024", "November bis Januar 2025"."""
    if first.dated or not second.dated or first.grain not in ("D", "M", "Q", "S"):
        return
    first.year, first.year_shift = second.year, second.year_shift
    later = (first.month, first.day, first.number) > (second.month, second.day, second.number)
    if later and first.grain in ("D", "M", "Q"):
        if first.year is not None:
            first.year -= 1
        if first.year_shift is not None:
            first.year_shift -= 1


def _share_year_backwards(items: list[Found]) -> None:
    """Give "Mai" the year of "Mai und Juni 2024"."""
    first, second = items[-2].what, items[-1].what
    if isinstance(first, Point) and isinstance(second, Point) and first.grain == second.grain:
        ordered = (first.month, first.day, first.number) <= (second.month, second.day, second.number)
        if ordered and second.dated and not first.dated and first.strict is None and first.grain in ("D", "M", "Q"):
            first.year, first.year_shift = second.year, second.year_shift
