"""What claims that can be held against each other span, in a sentence a reader would say; never more than they do."""

from __future__ import annotations

import pandas as pd

from dashboard.drawing.wording import NBSP, Words
from dashboard.ledger import questions
from dashboard.ledger.spreads import End, Ends, spread
from dashboard.ledger.tables import Ledger
from dashboard.ledger.units import convertible
from dashboard.views import rows, sentences


def shares_unit(figures: pd.DataFrame, unit: str) -> bool:
    """Whether all figures are in `unit` or have a fixed ratio to it; else there is nothing to hold side by side."""
    return all(convertible(one, unit) for one in set(figures["unit"]))


def between(ledger: Ledger, figures: pd.DataFrame, words: Words, unit: str) -> str:
    """Say what comparable figures span: "zwischen 8.000 und mehr als 12.000, je nach Quelle".

    A single one is said with its bound and its claimant; where all are vague, no number is said; where they have no
    common unit, that is said instead.
    """
    if not shares_unit(figures, unit):
        return words("between.units")
    if len(figures) == 1:
        row = ledger.records("figures", figures)[0]
        return words("between.single", said=words.amount(row), claimant=rows.claimant_of(ledger, row, words))
    found = spread(questions.in_unit(figures, unit)).ends
    if found is None:
        return words.count("between.vague_only", len(figures))
    numbered = figures[figures["bound"] != "vague"]
    vague = len(figures) - len(numbered)
    if len(numbered) == 1:
        row = ledger.records("figures", numbered)[0]
        said = words("spread.single", said=words.amount(row), claimant=rows.claimant_of(ledger, row, words))
    else:
        said = _span(found, words, words.unit(unit))
    return said + (words.count("spread.and_vague", vague) if vague else "")


def _span(found: Ends, words: Words, name: str) -> str:
    tail = f"{NBSP}{name}" if name else ""
    if found.low.value != found.high.value:
        return words("between.range", low=sentences.end(found.low, words), high=sentences.end(found.high, words) + tail)
    forms = [sentences.end(End(found.low.value, bound), words) for bound in found.bounds]
    if len(forms) == 1:
        return words("between.same", value=forms[0] + tail)
    return words("between.forms", first=", ".join(forms[:-1]), last=forms[-1] + tail)
