"""Numbers that are part of a name known by heart: "Stoxx 600", "S&P 500", "Group of 20", "les Vingt-Sept"."""

from __future__ import annotations

from functools import cache

from dashboard.reading.figures.heads.nouns import numbered_names
from dashboard.reading.figures.numerals.numeral import Numeral
from dashboard.reading.text.phrases import Phrases
from dashboard.reading.text.tokens import Tokens
from dashboard.reading.vocabulary import table


@cache
def _names() -> tuple[Phrases, Phrases, frozenset[str], frozenset[str]]:
    """Return the names that end with a number, those that begin with one, and what stands beside the number in each.

    All names have a word besides the number.
    """
    before, behind = numbered_names()
    ending, beginning = Phrases((name, "") for name in before), Phrases((name, "") for name in behind)
    leading = frozenset(word for ends in ending.by_last.values() for word in ends)
    following = frozenset(words[1] for begun in beginning.by_first.values() for words, _ in begun)
    return ending, beginning, leading, following


@cache
def _has_capitals(language: str) -> bool:
    """Whether a language writes number words with a capital where they are a name."""
    return bool(table(language, "labels")["before"]["capitals"])


def is_in_name(cut: Tokens, numeral: Numeral, language: str) -> bool:
    """Whether a numeral ends or begins one of the names with numbers, or is itself written as a name."""
    ending, beginning, leading, following = _names()
    first = numeral.first
    if cut.lower(first - 1) in leading and ending.before(cut, first + 1) is not None:
        return True
    if cut.lower(first + 1) in following and beginning.at(cut, first) is not None:
        return True
    return cut.words[numeral.first][0].isupper() and _has_capitals(language) and _is_amidst(cut, numeral.first)


def _is_amidst(cut: Tokens, first: int) -> bool:
    """Whether a word, here a number with a capital, stands in the middle of a sentence: "les Vingt-Sept"."""
    before = cut.word(first - 1)
    return before.isalpha() and not before.isupper()
