"""Numerals: digits and number words with their magnitudes, as values. What they count is not asked here."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.reading.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral: the tokens `first` up to, not including, `stop`, and its value.

    `sort` is how it says it:

    - `point`: one value, `low == high` ("11.000", "zweieinhalb Millionen")
    - `round`: a collective that stands for about its value ("une centaine")
    - `vague`: a magnitude of no number, from twice to nine times its base ("hunderte": 200 to 900)
    - `range`: two ends ("10.000 bis 12.000")
    - `fraction`: a part of a whole ("zwei Drittel": 0.6667)
    - `times`: a multiple ("siebenmal", "twice", "le double")

    `bare` is true of up to four digits and nothing else: what might also be a year or a day.
    """

    first: int
    stop: int
    low: float
    high: float
    sort: str = "point"
    bare: bool = False


def numerals(cut: Tokens, language: str) -> list[Numeral]:
    """Return the numerals of a text in order; none overlap."""
    raise NotImplementedError
