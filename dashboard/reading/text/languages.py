"""Which of the reader's languages a text is written in, told by its most frequent words."""

from __future__ import annotations

from collections import Counter
from functools import cache

from dashboard.reading.text.tokens import Tokens
from dashboard.reading.vocabulary import LANGUAGES, common_table, listed

# The start of a text is enough.
LOOKED_AT = 2000
# The winning language needs this share of all words, and this many times the hits of the next.
SHARE = 0.08
# So few hits tell nothing (one is counted for every language beforehand).
FEWEST = 2
LEAD = 1.5


def language_of(cut: Tokens) -> str | None:
    """Return "de", "en" or "fr"; None for a text too short, or in another language, to be sure."""
    hits: Counter[str] = Counter()
    words = cut.lowers[:LOOKED_AT]
    known = _frequent()
    for word in words:
        for language in known.get(word, ()):
            hits[language] += 1
    (best, most), (_, next_most) = (hits + Counter(dict.fromkeys(LANGUAGES, 1))).most_common(2)
    count = sum(word[0].isalpha() for word in words)
    return (
        best
        if best in LANGUAGES and most > FEWEST and count and most >= SHARE * count and most >= LEAD * next_most
        else None
    )


def name_of(language: str) -> str:
    """Return what a language that is read is called in English."""
    return common_table("languages")["names"][language]


@cache
def _frequent() -> dict[str, tuple[str, ...]]:
    known: dict[str, tuple[str, ...]] = {}
    for language, entries in common_table("languages")["frequent"].items():
        for word in listed(entries):
            known[word] = (*known.get(word, ()), language)
    return known
