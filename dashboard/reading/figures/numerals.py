"""Numerals: digits and number words with their magnitudes, as values. What they count is not asked here."""

from __future__ import annotations

from dashboard.reading.figures import digits
from dashboard.reading.figures.digit_numerals import of_digits
from dashboard.reading.figures.number_words import lexicon
from dashboard.reading.figures.numeral import Numeral
from dashboard.reading.figures.ones import one
from dashboard.reading.figures.word_numerals import of_words
from dashboard.reading.text.tokens import Tokens


def numerals(cut: Tokens, language: str, written: digits.Style | None = None) -> list[Numeral]:
    """Return the numerals of a text in order; none overlap. Ordinals are none.

    `written` is how the text writes numbers, told by `cut` if None.
    """
    words = lexicon(language)
    written = written or digits.style(cut, language)
    found: list[Numeral] = []
    lowers, meaning, articles, count, index = cut.lowers, words.meaning, words.articles, len(cut), 0
    while index < count:
        word = lowers[index]
        if word[0].isdecimal():
            numeral = of_digits(cut, index, words, written)
        elif (known := meaning(word)) is not None:
            numeral = of_words(cut, index, known, words)
        elif word in articles:
            numeral = one(cut, index, words)
        else:
            index += 1
            continue
        if numeral is None:
            index += 1
        else:
            found.append(numeral)
            index = max(numeral.stop, index + 1)
    return found
