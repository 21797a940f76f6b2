"""What stands before a date and belongs to its span: preposition, article, "etwa", "mehr als"."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.reading.dates.clock import Clock
from dashboard.reading.dates.durations import Duration
from dashboard.reading.dates.line import Line
from dashboard.reading.dates.lone_days import LoneDay
from dashboard.reading.dates.points import Point
from dashboard.reading.dates.vague import Anaphor, Vague
from dashboard.reading.dates.words import DateWords
from dashboard.reading.dates.year_before import YearBefore

_Led = Point | Duration | Clock | Vague | Anaphor | YearBefore | LoneDay
_HEDGES = 3
# How far before a comparison its figure may begin; one word, its unit, may stand between.
_FIGURE = 6
# What the sense of a preposition is as a modifier.
_MODIFIERS = {
    "since": "since",
    "onward": "since",
    "until": "until",
    "due": "until",
    "before": "before",
    "after": "after",
    "approx": "approx",
}


# Not frozen: scores of them are made for a story, and frozen ones take three times as long to make.
@dataclass(slots=True)
class Lead:
    """The first token of the span of a date, the modifier and the sense of what stands before the core.

    Senses: none, since (looking back), onward (from then on), until, before, after, approx, ahead, due
    (until, and ahead), between.
    """

    first: int
    mod: str | None
    sense: str = "none"


def lead(line: Line, words: DateWords, what: _Led, floor: int) -> Lead:
    """Return what stands before something found; it begins no earlier than token `floor`."""
    place = what.first
    if isinstance(what, Vague) or (isinstance(what, Duration) and what.adjective):
        return Lead(place, None)
    late = isinstance(what, Point) and words.at("around_due", line, what.stop) is not None
    if line.lower(place - 1) not in words.leading:
        return Lead(place, "until", "due") if late else Lead(place, None)
    begin = max(floor, _comparison(line, words, what, place))
    place, mod = _hedges(line, words, place, begin)
    article = place
    for _ in range(2):
        known = words.before("articles", line, article, floor)
        if known is None:
            break
        article = known[1]
    inner, inner_mod = _hedges(line, words, article, begin)
    mod = mod or inner_mod
    if (between := words.before("connector_between", line, inner, floor)) is not None:
        return Lead(between[1], mod, "between")
    known = words.before("leads", line, inner, floor)
    if known is not None and isinstance(what, Duration) and known[1] == inner - 1:
        known = None if line.lower(known[1]) in words.roles["no_duration_leads"] else known
    if late and (known is None or known[0] == "none"):
        return Lead(known[1] if known else article, "until", "due")
    if known is None:
        bare_year = isinstance(what, Point) and what.grain in ("Y", "YY") and line.words[what.first][0].isdigit()
        if inner < article:
            return Lead(inner, mod)
        return Lead(place if bare_year or isinstance(what, Duration) else article, mod)
    sense, first = known
    if _goes_onward(line, words, what, first):
        sense = "onward"
    if sense == "onward" and _earlier(line, words, what.stop):
        sense = "none"  # "4% from a year earlier"
    outer = words.before("leads", line, first, floor)
    if outer is not None and sense in ("none", "approx") and outer[0] not in ("none", "ahead", "approx"):
        sense, first = outer
    further, _ = _hedges(line, words, first, floor)
    if sense in _MODIFIERS:
        first = further
    return Lead(first, _MODIFIERS.get(sense) or mod, sense)


def _goes_onward(line: Line, words: DateWords, what: _Led, first: int) -> bool:
    """Whether a date is a beginning by the words around it: "vom 6. August an"."""
    if not isinstance(what, Point) or line.lower(first) not in words.roles["around_first"]:
        return False
    after = words.at("around_onward", line, what.stop)
    return after is not None and line.lower(after[1]) not in words.roles["articles"]


def _hedges(line: Line, words: DateWords, place: int, floor: int) -> tuple[int, str | None]:
    """Return where the words of degree before a token begin ("mehr als", "rund"), and the modifier they give."""
    mod = None
    for _ in range(_HEDGES):
        known = words.before("hedges", line, place, floor)
        if known is None:
            break
        place = known[1]
        mod = mod or (known[0] if known[0] != "none" else None)
    return place, mod


def _earlier(line: Line, words: DateWords, stop: int) -> bool:
    """Whether what ends before a token is counted back: "a year earlier", "a month ago"."""
    return bool(words.before("ago_earlier", line, stop) or words.before("ago_after", line, stop))


def _comparison(line: Line, words: DateWords, what: _Led, place: int) -> int:
    """Return where a date begins that a figure right before is compared with, else the first token of all.

    "5,5 Prozent weniger als ein Jahr zuvor" compares; "mehr als ein Jahr zuvor" alone says how long before.
    """
    if line.lower(place - 1) not in words.roles["comparing"]:
        return 0
    if not isinstance(what, Point) and not _earlier(line, words, what.stop):
        return 0
    known = words.before("hedges", line, place)
    first = known[1] if known else place - 1
    for number in range(max(first - _FIGURE, 0), first):
        numeral = line.numerals.get(number)
        if numeral is not None and 0 <= first - numeral.stop <= 1:
            return place
    return 0
