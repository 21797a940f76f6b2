"""Takeaways: sentences computed from rows, so that they stay true when the day changes."""

from __future__ import annotations

from datetime import date

import pandas as pd

from dashboard.drawing.wording import Words
from dashboard.ledger import questions
from dashboard.ledger.questions import Spread


def claims(figures: pd.DataFrame, words: Words, unit: str) -> str:
    """Say what figures of one indicator give: a single one with its own bound, several by what they span."""
    if len(figures) == 1:
        return words.count("spread.same", 1, value=words.amount(figures.iloc[0]))
    return spread(questions.spread(questions.in_unit(figures, unit)), words, unit)


def spread(found: Spread, words: Words, unit: str) -> str:
    """Say what several claims span: "6 Angaben, von 3.000 bis 11.000". Never more than the rows say.

    An end that is only a bound keeps its bound: the lowest number of an *up to* is "höchstens", the highest of a
    *more than* is "mindestens".
    """
    if found.claims == 0:
        return words("spread.none")
    if found.low is None or found.high is None:
        return words.count("spread.vague_only", found.claims)
    name = words.unit(unit)
    tail = f"\N{NO-BREAK SPACE}{name}" if name else ""
    low, high = words.number(found.low), words.number(found.high)
    if found.low == found.high:
        if found.low_is_ceiling or found.high_is_floor:
            bound = "spread.at_most" if found.low_is_ceiling else "spread.at_least"
            said = words.count("spread.same", found.claims - found.vague, value=words(bound, n=low) + tail)
        else:
            said = words.count("spread.same", found.claims - found.vague, value=low + tail)
        return said + (words.count("spread.and_vague", found.vague) if found.vague else "")
    start = words("spread.at_most", n=low) if found.low_is_ceiling else low
    end = words("spread.at_least", n=high) if found.high_is_floor else high
    said = words.count("spread.range", found.claims - found.vague, low=start, high=end + tail)
    return said + (words.count("spread.and_vague", found.vague) if found.vague else "")


def openness(found: Spread, words: Words) -> str:
    """Say how many of the claims leave an end open or give no number; empty if none does."""
    parts = []
    if found.floors:
        parts.append(words.count("spread.floors", found.floors))
    if found.ceilings:
        parts.append(words.count("spread.ceilings", found.ceilings))
    if found.vague:
        parts.append(words.count("spread.vague", found.vague))
    return " ".join(parts)


def silence(confirmed: dict[str, date | None], words: Words) -> str:
    """Say what Moscow and Pyongyang have confirmed: neither, one of them, or both, with the days."""
    moscow, pyongyang = confirmed["russia"], confirmed["north_korea"]
    if moscow is None and pyongyang is None:
        return words("silence.neither")
    if moscow is not None and pyongyang is not None:
        return words("silence.both", moscow=words.day(moscow), pyongyang=words.day(pyongyang))
    if moscow is not None:
        return words("silence.moscow_only", day=words.day(moscow))
    assert pyongyang is not None
    return words("silence.pyongyang_only", day=words.day(pyongyang))
