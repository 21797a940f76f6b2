"""Ages told in a row or between two: "Jugendliche von 14, 15 und 17 Jahren", "Männer zwischen 16 und 47 Jahren"."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from dashboard.reading.figures.ages.told import OLDEST
from dashboard.reading.figures.heads.nouns import noun
from dashboard.reading.figures.numerals.number_words import lexicon
from dashboard.reading.figures.numerals.numeral import Numeral
from dashboard.reading.text.phrases import Phrases
from dashboard.reading.text.tokens import Tokens
from dashboard.reading.traits import traits
from dashboard.reading.vocabulary import listed, table

# How many ages a row has at most.
LONGEST = 6


class _Words(NamedTuple):
    years: frozenset[str]
    joins: frozenset[str]
    of: frozenset[str]
    before: Phrases
    lasting: frozenset[str]
    is_number: Callable[[str], bool]


@cache
def _words(language: str) -> _Words:
    rows, known = table(language, "labels"), lexicon(language)

    def is_number(word: str) -> bool:
        if word.isdecimal():
            return len(word) <= 3 and 0 < int(word) <= OLDEST
        value = known.meaning(word) if word[:1].isalpha() else None
        return value is not None and value.value is not None and value.value <= OLDEST and not value.tail

    return _Words(
        frozenset(listed(rows["ages"]["years"])),
        frozenset(listed(rows["ages"]["joins"])),
        frozenset(listed(rows["age_rows"]["of"])),
        Phrases((phrase, "") for phrase in listed(rows["ages"]["before"])),
        frozenset(listed(rows["age_rows"]["lasting"])),
        is_number,
    )


def end(cut: Tokens, numeral: Numeral, language: str) -> int | None:
    """Return where the phrase of an age stops that stands in a row of them or behind a person, None if it is none."""
    words = _words(language)
    first, stop = numeral.first, numeral.stop
    before, after = cut.lower(first - 1), cut.lower(stop)
    years = after in words.years
    behind = after == "," or after in words.joins
    ahead = before == "," or before in words.joins
    if not (years or behind or ahead):
        return None
    begin, last, count = first, stop, 1
    while ahead and count < LONGEST and (back := _back(cut, begin, words)) is not None:
        begin, count = back, count + 1
    while behind and count < LONGEST and (further := _further(cut, last, words)) is not None:
        last, count = further + 1, count + 1
    closed = cut.lower(last) in words.years
    if words.before.before(cut, begin):
        # "aged 14, 15 and 17 were hurt", but "aged 45, 12 soldiers"
        return (stop + 1 if years else stop) if count > 1 and (closed or _counts_nothing(cut, last, language)) else None
    if not closed or cut.lower(last + 1) in words.lasting:
        return None
    # "zu zehn Jahren Haft"
    if traits(language).capitalised_nouns and cut.word(last + 1)[:1].isupper():
        return None
    if cut.lower(begin - 1) not in words.of:
        return None
    whom = begin - 3 if cut.word(begin - 2) == "," else begin - 2  # "ses deux fils, de huit et dix ans"
    known = noun(cut.lower(whom), language)
    if known is None or known.unit != "person":
        return None
    return stop + 1 if years else stop


def _counts_nothing(cut: Tokens, place: int, language: str) -> bool:
    word = cut.word(place)
    return not word[:1].isalpha() or (noun(cut.lower(place), language) is None and not word[:1].isupper())


def _back(cut: Tokens, first: int, words: _Words) -> int | None:
    """Return the place of the age before the token `first`: "14," or "15 und"."""
    place = first - 1
    if cut.lower(place) in words.joins:
        place -= 1
    if cut.word(place) == ",":
        place -= 1
    return place if place < first - 1 and place >= 0 and words.is_number(cut.lowers[place]) else None


def _further(cut: Tokens, stop: int, words: _Words) -> int | None:
    place = stop
    if cut.word(place) == ",":
        place += 1
    if cut.lower(place) in words.joins:
        place += 1
    return place if stop < place < len(cut) and words.is_number(cut.lowers[place]) else None
