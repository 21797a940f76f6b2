"""A point or stretch of the calendar as a text names it.

Naming and resolving are apart: "Montag" is read once, and is another day for every day of publication
(`dates/resolving.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(slots=True)
class Point:
    """What is named, over the tokens `first` up to, not including, `stop`.

    `grain` is D (a day of a month), WD (a weekday), W, WE (weekend), WN (a numbered week), M, Q (quarter), H
    (half-year), S (season), Y, YY (years from `year` to `last`), DE (decade), or NOW and MN (a day and a month
    counted from now). `number` is the weekday from 0, the quarter, the half, or how many from now; `season` a
    season's letters. `strict` is -1 (the last before), 0 (this) or 1 (the next after) where the text says so. `part`
    is a part of the day as TIMEX3 has it, `position` start, mid or end, `half` a half of it, `months` how many months
    from its first on, `week` how many weeks from now its week is, `year_shift` how many years from now its year is,
    `same_year` that it is of the year of the date before it, `weekday` what the text says the weekday of a day is,
    `feast` the rule of a holiday (`dates/holidays.py`), `turned` the day it is if written day first ("06/11/2024"),
    `hedge` a modifier that it has by how it is said, `eve` whether the day before belongs to it, `span` how many days
    more, after it. `timex` goes before the value that follows from the rest.
    """

    first: int
    stop: int
    grain: str
    number: int = 0
    day: int = 0
    month: int = 0
    year: int | None = None
    last: int | None = None
    season: str = ""
    strict: int | None = None
    part: str = ""
    position: str = ""
    week: int | None = None
    half: int = 0
    months: int = 0
    year_shift: int | None = None
    weekday: int | None = None
    feast: str = ""
    hedge: str = ""
    turned: Point | None = None
    same_year: bool = False
    eve: bool = False
    span: int = 0
    minor: bool = False
    timex: str = ""

    @property
    def dated(self) -> bool:
        """Whether the text itself says the year."""
        return self.year is not None or self.year_shift is not None

    @property
    def leans(self) -> bool:
        """Whether which one it is depends on the tense around it."""
        return self.grain in ("D", "WD", "WE", "WN", "M", "Q", "H", "S") and not self.dated and not self.strict


# Not frozen: scores of them are made for a story, and frozen ones take three times as long to make.
@dataclass(slots=True)
class Resolved:
    """The days from `start` to `end`, both inclusive, and the TIMEX3 value."""

    start: date
    end: date
    timex: str
