"""Heads of which only the first half is said: "250 Kurzzeit- und 24 Langzeitbeobachter"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dashboard.reading.figures.drafts import Draft, is_truncated
from dashboard.reading.text.tokens import Tokens

# How many words may stand between the two figures.
BETWEEN = 6


def complete(cut: Tokens, made: Sequence[Draft]) -> None:
    """Give a figure whose head is broken off the one of the figure behind it, which says the rest."""
    for first, second in pairwise(made):
        if not first.elided or first.unit is not None or second.unit is None:
            continue
        if second.first - first.stop <= BETWEEN and is_truncated(cut, first.numeral.stop):
            first.take_head(second)
