"""Figures nobody claims though they stand in what somebody says: conversions, and how large a place is.

The house that writes converts currencies and describes places: "400 million dollars (370 million euros)", "a town of
30,000".
"""

from __future__ import annotations

from functools import cache

from dashboard.reading.figures.quantities import Quantity
from dashboard.reading.speech.cues import speaking
from dashboard.reading.speech.grammar import Grammar, grammar
from dashboard.reading.text.tokens import Tokens

# How many adjectives stand between a place and its size.
_ADJECTIVES = 3
# How far before an age the word stands that the ages of several follow: "von 14, 15 und 17 Jahren".
_AGES = 8
# How far before a figure the clause begins that describes a place.
_CLAUSE = 7
# How far before an audience the verb stands.
_TOLD = 3


def _describes_place(cut: Tokens, words: Grammar, index: int) -> bool:
    """Whether a figure stands in a clause like "in dem einst 480 Menschen wohnten", "wo 3 Millionen leben"."""
    for at in range(index - 1, max(0, index - _CLAUSE), -1):
        if cut.words[at] == ",":
            after = cut.lowers[at + 1]
            apart = words.has("prepositions", after) and words.has("relatives", cut.lowers[at + 2])
            return apart or words.has("where", after)
    return False


def is_counted(cut: Tokens, index: int, language: str) -> bool:
    """Whether somebody not named is told of by age: "unter ihnen eine 74-Jährige", "zwei Frauen von 36 Jahren"."""
    words, at = grammar(language), index - 1
    while at > max(0, index - _AGES) and (cut.words[at][0] in "0123456789," or words.has("and", cut.lowers[at])):
        at -= 1
    return words.has("aged", cut.lower(at))


def has_words_for_ages(language: str) -> bool:
    """Whether words before an age tell in a language that somebody is told of who is not named (`is_counted`)."""
    return bool(grammar(language).role("aged"))


@cache
def _beside(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return what stands right before such a figure, and what right behind: beside most figures, neither does."""
    words = grammar(language)
    leading = words.role("where") | words.role("dwelling") | words.role("size_of") | words.role("heard_by") | {",", "("}
    return leading, words.role("dwelt") | words.role("lying")


def is_background(cut: Tokens, quantity: Quantity, language: str) -> bool:
    """Whether a figure only converts the one before it, or tells the size of a place or how far it lies."""
    words, before = grammar(language), quantity.first - 1
    leading, following = _beside(language)
    behind = cut.lower(quantity.stop)
    if before < 1 or (behind not in following and cut.lowers[before] not in leading):
        return False
    if words.has("dwelt", behind) and _describes_place(cut, words, quantity.first):
        return True
    if quantity.kind == "distance" and cut.words[before] == "," and words.has("lying", behind):
        return True  # "bei Awali, 60 Kilometer nördlich der Grenze"
    if cut.words[before] == "(" and words.has("converted", quantity.kind):
        return cut.word(quantity.stop) == ")" and cut.word(before - 1)[:1].isalpha()
    if _dwells(cut, words, quantity) or _locates(cut, words, quantity) or _listens(cut, words, quantity):
        return True
    if quantity.kind == "money" or not words.has("size_of", cut.lowers[before]):
        return False
    at = before - 1
    while at > max(0, before - _ADJECTIVES) and cut.words[at][0].islower() and not words.has("sized", cut.lowers[at]):
        at -= 1
    return words.has("sized", cut.lowers[at])


def _dwells(cut: Tokens, words: Grammar, quantity: Quantity) -> bool:
    """Whether a figure tells how many live in a place: "où vivent 90.000 personnes", "where 2 million people live"."""
    before = cut.lower(quantity.first - 1)
    if words.has("where", before):
        return words.has("dwelling", cut.lower(quantity.stop))
    return words.has("dwelling", before) and words.has("where", cut.lower(quantity.first - 2))


def _listens(cut: Tokens, words: Grammar, quantity: Quantity) -> bool:
    """Whether a figure tells how many somebody speaks to: "told a crowd of 30,000", "a annoncé devant 500 élus"."""
    at = quantity.first - 1
    if words.has("heard_by", cut.lowers[at]):
        return any(lower in speaking(words.language) for lower in cut.lowers[max(0, at - _TOLD) : at])
    if not words.has("size_of", cut.lowers[at]) or not words.has("audiences", cut.lowers[at - 1]):
        return False
    near = cut.lowers[max(0, at - _TOLD - 1) : at - 1]
    return not words.role("addressing").isdisjoint(near)


def _locates(cut: Tokens, words: Grammar, quantity: Quantity) -> bool:
    """Whether a distance only tells where a place lies: "à Bara, à 70 km au sud", "Bara, 40 miles west of"."""
    if quantity.kind != "distance" or not words.has("lying", cut.lower(quantity.stop)):
        return False
    at = quantity.first - 1
    if words.has("lying_at", cut.lowers[at]):
        at -= 1
    return at > 0 and cut.words[at] == "," and cut.words[at - 1][0].isupper()
