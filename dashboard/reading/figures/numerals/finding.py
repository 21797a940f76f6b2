"""Numerals: digits and number words with their magnitudes, as values. What they count is not asked here."""

from __future__ import annotations

from itertools import chain

from dashboard.reading.figures.numerals import digits
from dashboard.reading.figures.numerals.digit_numerals import of_digits
from dashboard.reading.figures.numerals.number_words import Meaning, lexicon
from dashboard.reading.figures.numerals.numeral import Numeral
from dashboard.reading.figures.numerals.ones import one
from dashboard.reading.figures.numerals.word_numerals import of_words
from dashboard.reading.text.tokens import Tokens


def numerals(cut: Tokens, language: str, written: digits.Style | None = None) -> list[Numeral]:
    """Return the numerals of a text in order; none overlap. Ordinals are none.

    `written` is how the text writes numbers, told by `cut` if None.
    """
    words = lexicon(language)
    written = written or digits.style(cut, language)
    found: list[Numeral] = []
    lowers, stop = cut.lowers, 0
    # What a word says of numbers is asked once, however often it stands in the text.
    meaning = words.meaning
    telling: dict[str, Meaning | None] = {word: known for word in cut.forms if (known := meaning(word))}
    silent = [word for word in cut.unlike_words if word[0].isdecimal()]
    for word in chain(silent, words.articles & cut.forms):
        telling.setdefault(word, None)
    for index in cut.places(telling):
        if index < stop:
            continue
        known = telling[lowers[index]]
        if known:
            numeral = of_words(cut, index, known, words)
        elif lowers[index] in words.articles:
            numeral = one(cut, index, words)
        else:
            numeral = of_digits(cut, index, words, written)
        if numeral is not None:
            found.append(numeral)
            stop = numeral.stop
    return found
