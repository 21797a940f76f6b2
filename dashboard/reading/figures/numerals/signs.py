"""Signs before numbers: "minus acht Grad", "-8 degrés", "plus 4 Grad"."""

from __future__ import annotations

from dashboard.reading.text.tokens import Tokens
from dashboard.reading.vocabulary import listed, table

MINUS_SIGNS = frozenset("-−–")


def is_negative(cut: Tokens, first: int, language: str) -> bool:
    """Whether a minus stands before the token `first`, with which a numeral begins."""
    if cut.lower(first - 1) in listed(table(language, "numbers")["digits"]["minus"]):
        return True
    return cut.word(first - 1) in MINUS_SIGNS and cut.touch(first - 1) and not cut.touch(first - 2)


def is_positive(cut: Tokens, first: int, language: str) -> bool:
    """Whether a plus stands before the token `first`, with which a numeral begins."""
    if cut.lower(first - 1) in listed(table(language, "numbers")["digits"]["plus"]):
        return True
    return cut.word(first - 1) == "+" and cut.touch(first - 1) and not cut.touch(first - 2)
