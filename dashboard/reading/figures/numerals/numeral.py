"""What a numeral is: a value, how it was said, and the tokens it stands at."""

from __future__ import annotations

from dataclasses import dataclass, replace

CURRENCY_SIGNS = frozenset("$€£¥₽₴")
CURRENCY_CODES = frozenset(
    ("USD", "EUR", "GBP", "CHF", "RUB", "UAH", "CNY", "JPY", "CAD", "AUD", "PLN", "SEK", "NOK", "DKK")
)


# Not frozen: scores of them are made for a story, and frozen ones take three times as long to make.
@dataclass(slots=True)
class Numeral:
    """A numeral: the tokens `first` up to, not including, `stop`, and its value.

    `sort` is how it says it:

    - `point`: one value, `low == high` ("11.000", "zweieinhalb Millionen")
    - `round`: a collective that stands for about its value ("une centaine")
    - `vague`: a magnitude of no number, from twice to nine times its base ("hunderte": 200 to 900)
    - `range`: two ends ("10.000 bis 12.000")
    - `fraction`: a part of a whole ("zwei Drittel": 0.6667)
    - `times`: a multiple ("siebenmal", "twice", "le double")

    `bare` is true of digits and nothing else: what might also be a year or a day. `magnitude` is the last magnitude
    word's value, 1 without one. `tail` is what follows the number within its last word ("four-year-old": "year-old").
    """

    first: int
    stop: int
    low: float
    high: float
    sort: str = "point"
    bare: bool = False
    magnitude: float = 1
    tail: str = ""

    def scaled(self, factor: float) -> Numeral:
        """Return the numeral with its value told in a larger or smaller unit."""
        return replace(self, low=round(self.low * factor, 10), high=round(self.high * factor, 10))
