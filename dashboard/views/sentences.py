"""Takeaways: sentences computed from rows, so that they stay true when the day changes."""

from __future__ import annotations

from datetime import date

import pandas as pd

from dashboard.drawing.wording import NBSP, Words
from dashboard.ledger import disagreement, questions
from dashboard.ledger.spreads import End, Spread
from dashboard.ledger.spreads import spread as span
from dashboard.ledger.tables import Ledger
from dashboard.views import rows as rows_


def comparable(ledger: Ledger, figures: pd.DataFrame) -> pd.DataFrame:
    """Narrow figures of one indicator to those one sentence may span, by the rule the page of all claims goes by."""
    if figures.empty:
        return figures
    counting = ledger.find("indicators", figures["indicator_id"].iloc[0])["counting"]
    group = disagreement.comparable(ledger.records("figures", figures), counting)[0]
    return figures[figures["id"].isin([row["id"] for row in group])]


def claims(ledger: Ledger, figures: pd.DataFrame, words: Words, unit: str) -> str:
    """Say what comparable figures give: a single one with its bound and speaker, several by what they span."""
    if len(figures) == 1:
        row = ledger.records("figures", figures)[0]
        return words("spread.single", said=words.amount(row), claimant=rows_.claimant_of(ledger, row, words))
    return spread(span(questions.in_unit(figures, unit)), words, unit)


def when(figures: pd.DataFrame, words: Words) -> str:
    """Say from when to when figures were stated."""
    return words.period(figures["stated_on"].min().date(), figures["stated_on"].max().date())


def spread(found: Spread, words: Words, unit: str) -> str:
    """Say what several claims span: "6 Angaben, von mehr als 3.000 bis 11.000". Never more than the rows say."""
    if found.claims == 0:
        return words("spread.none")
    if found.ends is None:
        return words.count("spread.vague_only", found.claims)
    name = words.unit(unit)
    tail = f"{NBSP}{name}" if name else ""
    low, high, numbered = found.ends.low, found.ends.high, found.claims - found.vague
    if low.value != high.value:
        said = words.count("spread.range", numbered, low=end(low, words), high=end(high, words) + tail)
    elif len(found.ends.bounds) == 1:
        said = words.count("spread.same", numbered, value=end(low, words) + tail)
    else:
        forms = " / ".join(end(End(low.value, bound), words) for bound in found.ends.bounds)
        said = words("spread.forms", n=words.number(numbered), value=forms + tail)
    return said + (words.count("spread.and_vague", found.vague) if found.vague else "")


def end(one: End, words: Words) -> str:
    """Say one end with the bound it was stated with, so that an open one is not closed."""
    return words.of("end", one.bound).format(n=words.number(one.value))


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
