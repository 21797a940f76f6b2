"""Ages told without "years old": "A prisoner, 43, said", "Two men, 23 and 29,", "he was 20", "the oldest was 91"."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from dashboard.reading.figures.heads.nouns import noun, nouns, singular
from dashboard.reading.figures.numerals.numeral import Numeral
from dashboard.reading.text.phrases import Phrases
from dashboard.reading.text.tokens import Tokens
from dashboard.reading.vocabulary import listed, table

# No one is older.
OLDEST = 120
# A number alone behind a name or noun is an age from here on; among several of a row one may be less.
YOUNGEST = 10
# How far before a number "the oldest" may stand, and "Mindestalter" or "l'âge".
SUPERLATIVE = 6
NEAR = 8
# How many ages may stand in a row: "Three boys, 12, 14 and 16,".
ROW = 5
_ENDS = frozenset(',.;:!?)\n"”“«»…–—')
_CLAUSE_ENDS = frozenset(".;:!?\n")


class _Words(NamedTuple):
    superlatives: frozenset[str]
    pronouns: Phrases
    adverbs: frozenset[str]
    closing: frozenset[str]
    of: frozenset[str]
    whom: frozenset[str]
    articles: frozenset[str]
    joins: frozenset[str]
    ones: frozenset[str]
    ones_first: frozenset[str]
    feminine: tuple[str, ...]
    near: tuple[str, ...]


@cache
def _words(language: str) -> _Words:
    rows = table(language, "labels")["told_ages"]
    return _Words(
        superlatives=frozenset(listed(rows["superlatives"])),
        pronouns=Phrases((phrase, "") for phrase in listed(rows["pronouns"])),
        adverbs=frozenset(listed(rows["adverbs"])),
        closing=frozenset(listed(rows["closing"])),
        of=frozenset(listed(rows["of"])),
        whom=frozenset(listed(rows["whom"])),
        articles=frozenset(listed(rows["articles"])),
        joins=frozenset(listed(table(language, "labels")["ages"]["joins"])),
        ones=frozenset(listed(rows["ones"])),
        ones_first=frozenset(listed(rows["ones_first"])),
        feminine=listed(rows["feminine"]),
        near=listed(rows["near"]),
    )


def is_told(cut: Tokens, numeral: Numeral, language: str) -> bool:
    """Whether a bare number, with nothing behind it that it might count, is somebody's age."""
    if not numeral.bare or numeral.stop - numeral.first > 1 or not 0 < numeral.high <= OLDEST:
        return False
    words, first = _words(language), numeral.first
    if _is_in_row(cut, first, words, language):
        return True
    if not closes(cut, numeral.stop, language):
        return False
    before = first - 1 if cut.lower(first - 1) in words.adverbs else first
    if words.pronouns.before(cut, before):
        return numeral.low >= YOUNGEST
    if cut.lower(first - 1) in words.of and cut.lower(first - 2) in words.whom:
        return any(cut.lower(first - 2 - back) in words.articles for back in (1, 2, 3))
    return _after_superlative(cut, first, words) or is_near_age(cut, first, language)


def closes(cut: Tokens, place: int, language: str) -> bool:
    """Whether nothing that might be counted follows: a sign, the end, or a word like "and" and "who"."""
    return cut.word(place)[:1] in _ENDS or not cut.word(place) or cut.lower(place) in _words(language).closing


def closing_words(language: str) -> frozenset[str]:
    """Return the words behind which nothing follows that a number might count."""
    return _words(language).closing


def is_near_age(cut: Tokens, first: int, language: str) -> bool:
    """Whether the clause spoke of an age before the token `first`: "Das Mindestalter liegt bei 16"."""
    words = _words(language)
    for place in range(first - 1, max(first - 1 - NEAR, -1), -1):
        low = cut.lowers[place]
        if low.endswith(words.near) and bool(words.near):
            return True
        if low[0] in _CLAUSE_ENDS or low[0].isdecimal():
            return False
    return False


def is_person(cut: Tokens, place: int, language: str) -> bool:
    """Whether a name or a noun of persons, not of the dead and wounded, stands at a token."""
    known = noun(cut.lower(place), language)
    if known is not None:
        return known.unit == "person" and known.persons != "casualties"
    word = cut.word(place)
    return word[:1].isupper() and word.isalpha()


def is_one_person(cut: Tokens, place: int, language: str) -> bool:
    """Whether a noun of one person stands at a token: "the leader", no crew and no dead."""
    known = noun(cut.lower(place), language)
    if known is None or known.unit != "person" or known.persons == "casualties":
        return False
    word = cut.lower(place)
    return word not in nouns(language).plurals and singular(word, language) == word


def _after_superlative(cut: Tokens, first: int, words: _Words) -> bool:
    for place in range(first - 1, max(first - 1 - SUPERLATIVE, -1), -1):
        low = cut.lowers[place]
        if low in words.superlatives:
            return True
        if not low[0].isalpha() and low != "'":
            return False
    return False


def _is_in_row(cut: Tokens, index: int, words: _Words, language: str) -> bool:
    """Whether a number is one of a row of ages between signs: ", 43,", ", 23 and 29,", "(12, 14 und 16)"."""
    if cut.word(index - 1) not in (",", "(") and cut.lower(index - 1) not in words.joins:
        return False
    first, stop, count, oldest = index, index + 1, 1, float(cut.words[index])
    while count < ROW and (further := _number_before(cut, first, words)) is not None:
        first, count, oldest = further, count + 1, max(oldest, float(cut.words[further]))
    while count < ROW and (further := _number_after(cut, stop, words)) is not None:
        stop, count, oldest = further + 1, count + 1, max(oldest, float(cut.words[further]))
    opened, closed = cut.word(first - 1), cut.word(stop)
    if not YOUNGEST <= oldest <= OLDEST or (opened, closed) == ("", "") or opened not in (",", "("):
        return False
    if closed != ")" if opened == "(" else closed[:1] not in (",", ".", ";", ""):
        return False
    place = first - 2
    if count > 1:
        known = noun(cut.lower(place), language)
        named = cut.word(place)[:1].isupper() and cut.word(place - 1)[:1].isupper()
        return (known is not None and is_person(cut, place, language)) or (known is None and named)
    if opened == "(":
        # "die Grünen (42)" have as many seats: only what is clearly one person is so old.
        ones = words.ones
        article = cut.lower(place - 1)
        one = not ones or article in ones or cut.lower(place).endswith(words.feminine)
        one = one or (article in words.ones_first and cut.word(place - 1)[:1].isupper())
        return one and is_one_person(cut, place, language)
    if closed != ",":
        # "says Nina Ostapivna, 74.": a name of two words, or a person.
        named = cut.word(place)[:1].isupper() and cut.word(place - 1)[:1].isupper() and cut.word(place).isalpha()
        named = named and noun(cut.lower(place), language) is None and noun(cut.lower(place - 1), language) is None
        return closed == "." and ((named and cut.lower(place - 1).isalpha()) or is_one_person(cut, place, language))
    return is_one_person(cut, place, language)


def _number_before(cut: Tokens, first: int, words: _Words) -> int | None:
    """Return the place of the number of an age before another one: "23 and", "12,"."""
    place = first - 2 if cut.lower(first - 1) in words.joins or cut.word(first - 1) == "," else -1
    if place >= 0 and cut.word(place) == "," and cut.lower(first - 1) in words.joins:
        place -= 1
    return place if place >= 0 and _is_age(cut.words[place]) else None


def _number_after(cut: Tokens, stop: int, words: _Words) -> int | None:
    place = stop
    if cut.word(place) == ",":
        place += 1
    if cut.lower(place) in words.joins:
        place += 1
    return place if place > stop and _is_age(cut.word(place)) else None


def _is_age(word: str) -> bool:
    return word.isdecimal() and len(word) <= 3 and 0 < int(word) <= OLDEST
