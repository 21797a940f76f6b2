"""What stands before a date and belongs to its span: preposition, article, "etwa", "mehr als"."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.reading.dates.clock import Clock
from dashboard.reading.dates.durations import Duration
from dashboard.reading.dates.line import Line
from dashboard.reading.dates.points import Point
from dashboard.reading.dates.vague import Anaphor, Vague
from dashboard.reading.dates.words import DateWords

_HEDGES = 3
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


@dataclass(frozen=True, slots=True)
class Lead:
    """The first token of the span of a date, the modifier and the sense of what stands before the core.

    Senses: none, since (looking back), onward (from then on), until, before, after, approx, ahead, due
    (until, and ahead), between.
    """

    first: int
    mod: str | None
    sense: str = "none"


def lead(line: Line, words: DateWords, what: Point | Duration | Clock | Vague | Anaphor, floor: int) -> Lead:
    """Return what stands before something found; it begins no earlier than token `floor`."""
    place = what.first
    if isinstance(what, Vague) or (isinstance(what, Duration) and what.adjective):
        return Lead(place, None)
    place, mod = _hedges(line, words, place, floor)
    article = place
    for _ in range(2):
        known = words.before("articles", line, article, floor)
        if known is None:
            break
        article = known[1]
    inner, inner_mod = _hedges(line, words, article, floor)
    mod = mod or inner_mod
    if (between := words.before("connector_between", line, inner, floor)) is not None:
        return Lead(between[1], mod, "between")
    known = words.before("leads", line, inner, floor)
    if known is not None and isinstance(what, Duration) and known[1] == inner - 1:
        known = None if line.lower(known[1]) in words.roles["no_duration_leads"] else known
    if known is None:
        bare_year = isinstance(what, Point) and what.grain in ("Y", "YY") and line.words[what.first][0].isdigit()
        if inner < article:
            return Lead(inner, mod)
        return Lead(place if bare_year or isinstance(what, Duration) else article, mod)
    sense, first = known
    outer = words.before("leads", line, first, floor)
    if outer is not None and sense in ("none", "approx") and outer[0] not in ("none", "ahead", "approx"):
        sense, first = outer
    further, _ = _hedges(line, words, first, floor)
    if sense in _MODIFIERS:
        first = further
    return Lead(first, _MODIFIERS.get(sense) or mod, sense)


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
