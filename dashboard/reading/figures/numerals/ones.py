"""Articles that count: "mindestens ein Mensch", "un centime par litre", "il n'en a promis qu'une"."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from dashboard.reading.figures.heads.nouns import kinds, nouns
from dashboard.reading.figures.numerals.number_words import Lexicon
from dashboard.reading.figures.numerals.numeral import Numeral
from dashboard.reading.text.phrases import Phrases
from dashboard.reading.text.tokens import Tokens
from dashboard.reading.vocabulary import listed, table


class _Words(NamedTuple):
    bounds: Phrases
    not_before: frozenset[str]
    per: frozenset[str]
    only: Phrases


@cache
def _words(language: str) -> _Words:
    rows = table(language, "numbers")["ones"]
    return _Words(
        Phrases((phrase, "") for phrase in listed(rows["bounds"])),
        frozenset(listed(rows["not_before"])),
        frozenset(listed(rows["per"])),
        Phrases((phrase, "") for phrase in listed(rows["only"])),
    )


def one(cut: Tokens, index: int, words: Lexicon) -> Numeral | None:
    """Return the numeral that the article at `index` is, None if it is only an article."""
    rows = _words(words.language)
    following = cut.lower(index + 1)
    if rows.only.before(cut, index) and not following[:1].isalnum():
        return Numeral(index, index + 1, 1, 1)
    if not following[:1].isalpha() or following in rows.not_before or words.meaning(following) is not None:
        return None
    if rows.bounds.before(cut, index):
        return Numeral(index, index + 1, 1, 1)
    if cut.lower(index + 2) in rows.per:
        measured = nouns(words.language).measure(cut, index + 1)
        if measured and measured[0] == index + 2 and kinds().get(measured[1]) == "money":
            return Numeral(index, index + 1, 1, 1)
    return None
