"""Numerals: digits and number words with their magnitudes, as values. What they count is not asked here."""

from __future__ import annotations

from dashboard.reading import digits
from dashboard.reading.digit_numerals import of_digits
from dashboard.reading.number_words import lexicon
from dashboard.reading.numeral import Numeral
from dashboard.reading.tokens import Tokens
from dashboard.reading.word_numerals import of_words


def numerals(cut: Tokens, language: str) -> list[Numeral]:
    """Return the numerals of a text in order; none overlap. Ordinals are none."""
    words = lexicon(language)
    written = digits.style(cut, language)
    found: list[Numeral] = []
    lowers, meaning, count, index = cut.lowers, words.meaning, len(cut), 0
    while index < count:
        word = lowers[index]
        if word[0].isdecimal():
            numeral = of_digits(cut, index, words, written)
        elif (known := meaning(word)) is not None:
            numeral = of_words(cut, index, known, words)
        else:
            index += 1
            continue
        if numeral is None:
            index += 1
        else:
            found.append(numeral)
            index = max(numeral.stop, index + 1)
    return found
