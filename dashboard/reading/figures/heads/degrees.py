"""Letters that stand for degrees without their sign: "-15 C", "30 C (86 F)"."""

from __future__ import annotations

from dashboard.reading.figures.numerals import signs
from dashboard.reading.figures.numerals.numeral import Numeral
from dashboard.reading.text.tokens import Tokens

# The letters of the scales, which are the same in all languages.
_SCALES = frozenset("CF")


def is_degree_letter(cut: Tokens, numeral: Numeral, place: int, language: str) -> bool:
    """Whether the token at `place` is the letter of a scale: behind a minus, or converted to the other in brackets."""
    if cut.word(place) not in _SCALES or place != numeral.stop:
        return False
    if signs.is_negative(cut, numeral.first, language):
        return True
    behind = place + 2 + (cut.word(place + 2) in signs.MINUS_SIGNS)
    if cut.word(place + 1) == "(" and _other(cut, behind + 1, place):
        return True
    before = numeral.first - 1 - (cut.word(numeral.first - 1) in signs.MINUS_SIGNS)
    return cut.word(before) == "(" and cut.word(place + 1) == ")" and _other(cut, before - 1, place)


def _other(cut: Tokens, place: int, letter: int) -> bool:
    """Whether the letter of the other scale stands at a token."""
    return cut.word(place) in _SCALES and cut.word(place) != cut.word(letter)
