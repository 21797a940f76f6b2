"""Numbers that only tell one thing from another: "B 52", "ICE 578", "+49 30 1234", "401(k)"."""

from __future__ import annotations

from functools import cache

from dashboard.reading.figures.heads.finding import after_token
from dashboard.reading.figures.heads.nouns import currency_prefixes
from dashboard.reading.figures.numerals.number_words import lexicon
from dashboard.reading.figures.numerals.numeral import CURRENCY_CODES, Numeral
from dashboard.reading.text.tokens import Tokens
from dashboard.reading.vocabulary import listed, table

# How many groups of digits a telephone number has at most, and how many digits at least.
GROUPS = 8
DIGITS = 7
# Of three capitals, which a party and its seats might have, only a number so large is a train or a model.
LARGE = 100
MOST_CAPITALS = 3


def is_code(cut: Tokens, numeral: Numeral, language: str) -> bool:
    """Whether digits are a code: behind one to three capitals, behind a plus, or before a letter in brackets."""
    return (
        _is_lettered(cut, numeral)
        or _is_dialled(cut, numeral.first)
        or (numeral.bare and numeral.stop - numeral.first == 1 and _is_behind_capitals(cut, numeral, language))
    )


def _is_lettered(cut: Tokens, numeral: Numeral) -> bool:
    """Whether a letter in brackets touches the digits: "401(k)"."""
    stop = numeral.stop
    if cut.word(stop) != "(" or not cut.touch(stop - 1):
        return False
    letter = cut.word(stop + 1)
    return len(letter) == 1 and letter.isalpha() and cut.word(stop + 2) == ")"


def _is_dialled(cut: Tokens, first: int) -> bool:
    """Whether digits stand in a row of groups behind a plus: "+49 30 1234"."""
    if "+" not in cut.forms:
        return False
    begin = first
    while begin > max(first - GROUPS, 0) and cut.words[begin - 1].isdecimal():
        begin -= 1
    if cut.word(begin - 1) != "+" or not cut.touch(begin - 1):
        return False
    stop = begin
    while stop < min(begin + GROUPS, len(cut)) and cut.words[stop].isdecimal():
        stop += 1
    return stop - begin > 1 and sum(map(len, cut.words[begin:stop])) >= DIGITS


def _is_behind_capitals(cut: Tokens, numeral: Numeral, language: str) -> bool:
    """Whether digits that count nothing stand behind capitals: "Auf der B 1 starben", but "in Gruppe A 12 Spiele"."""
    place = numeral.first - 1
    name, before = cut.word(place), cut.word(place - 1)
    if not (name.isascii() and name.isalpha() and name.isupper() and len(name) <= MOST_CAPITALS):
        return False
    if cut.touch(place) or numeral.low % 1 or (len(name) == MOST_CAPITALS and numeral.low < LARGE):
        return False
    if name in CURRENCY_CODES or name.lower() in currency_prefixes():
        return False
    # A line in capitals, or a small word that begins its sentence: "A 20, il court".
    if not before[:1].isalpha() or (len(before) > 1 and before.isupper()) or name.lower() in lexicon(language).meanings:
        return False
    if name.lower() in _no_names(language):
        return False
    return after_token(cut, numeral.stop, numeral, language) is None


@cache
def _no_names(language: str) -> frozenset[str]:
    return frozenset(listed(table(language, "labels")["before"]["no_names"]))
