"""Numerals in digits with their groups, fractions and magnitudes: "11 000", "2½", "5,5 Mrd."; ordinals are none."""

from __future__ import annotations

from dashboard.reading.figures.numerals import digits
from dashboard.reading.figures.numerals.magnitudes import multiplied
from dashboard.reading.figures.numerals.number_words import Lexicon
from dashboard.reading.figures.numerals.numeral import Numeral
from dashboard.reading.text.sentences import sentence_starters
from dashboard.reading.text.tokens import Tokens
from dashboard.reading.vocabulary import listed

# Nobody adds a written fraction to a larger whole.
MOST_MIXED = 100
NO_CENTS = ("-", "–", "—")


def of_digits(cut: Tokens, index: int, words: Lexicon, written: digits.Style) -> Numeral | None:
    """Read digits at `index`, the groups after them and the magnitude that multiplies them."""
    value, stop = digits.value(cut.words[index], written), index + 1
    if value is None:
        return None
    word = cut.words[index]
    bare = word.isdecimal()
    if bare and len(word) <= 3 and cut.word(stop)[:1].isdecimal():
        value, stop = _spaced_groups(cut, index, value, written)
        bare = stop == index + 1
    if cut.touch(stop - 1):
        if cut.lowers[stop] in words.ordinal_suffixes:
            return None
        if words.traits.dotted_ordinals and bare and _is_dotted_ordinal(cut, stop, words):
            return None
        if cut.lowers[stop] in "½¼¾" and bare:
            value, stop = value + {"½": 0.5, "¼": 0.25, "¾": 0.75}[cut.lowers[stop]], stop + 1
    if cut.word(stop) == "/" and cut.touch(stop - 1) and cut.touch(stop) and bare and cut.words[stop + 1].isdecimal():
        return _written_fraction(cut, index, stop + 2, value, float(cut.words[stop + 1][:9]))
    if bare and value < MOST_MIXED and (more := _fraction_behind(cut, stop)):
        value, stop, bare = value + more.low, more.stop, False
    elif cut.word(stop) == "," and _is_without_cents(cut, stop):
        stop, bare = stop + 2, False
    numeral = Numeral(index, stop, value, value, bare=bare)
    return multiplied(cut, numeral, words)


def _spaced_groups(cut: Tokens, index: int, value: float, written: digits.Style) -> tuple[float, int]:
    """Add groups of three digits that follow after a space: "11 000", "1 234 567,5"."""
    stop = index + 1
    while stop < len(cut) and stop - index < 6 and cut.between(stop - 1) in digits.SPACES:
        whole, sign, decimals = cut.words[stop].partition(written.decimal)
        if len(whole) != 3 or not whole.isdecimal() or (sign and not decimals.isdecimal()):
            break
        value = value * 1000 + float(f"{whole}.{decimals or 0}")
        stop += 1
        if sign:
            break
    return value, stop


def _is_dotted_ordinal(cut: Tokens, stop: int, words: Lexicon) -> bool:
    """Whether digits before the token `stop` are an ordinal: "31. Brigade", not the end of a sentence."""
    if cut.words[stop] != "." or stop + 1 >= len(cut) or cut.touch(stop):
        return False
    following = cut.words[stop + 1]
    if not following[0].isalpha() or following[0].islower():
        return following[0].islower()
    if cut.lowers[stop + 1] in listed(words.words["ordinals"]["numbered"]):  # "am 987. Tag"
        return True
    return len(cut.words[stop - 1]) <= 2 and cut.lowers[stop + 1] not in sentence_starters(words.language)


def _fraction_behind(cut: Tokens, place: int) -> Numeral | None:
    """Return the fraction that follows a whole number after one space: "4 3/4 percent"."""
    if cut.word(place + 1) != "/" or cut.between(place - 1) not in digits.SPACES:
        return None
    above, below = cut.word(place), cut.word(place + 2)
    if not (cut.touch(place) and cut.touch(place + 1) and above.isdecimal() and below.isdecimal()):
        return None
    return _written_fraction(cut, place, place + 3, float(above[:9]), float(below[:9]))


def _is_without_cents(cut: Tokens, place: int) -> bool:
    """Whether a dash behind the comma at `place` stands for the cents of a price: "1.000,- Euro"."""
    return cut.word(place + 1) in NO_CENTS and cut.touch(place - 1) and cut.touch(place) and not cut.touch(place + 1)


def _written_fraction(cut: Tokens, first: int, stop: int, above: float, below: float) -> Numeral | None:
    """Read "2/3"; anything that is no proper part of a whole ("24/7", "9/11", "2022/23") is none."""
    if not 0 < above < below <= 10 or cut.word(stop) == "/":
        return None
    return Numeral(first, stop, above / below, above / below, "fraction")
