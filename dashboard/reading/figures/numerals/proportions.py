"""Parts told as so many of so many: "one in ten", "neun von zehn", "trois habitants sur quatre"."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from dashboard.reading.figures.heads.kinds import kind_of
from dashboard.reading.figures.heads.nouns import noun, nouns
from dashboard.reading.figures.numerals.numeral import Numeral
from dashboard.reading.text.tokens import Tokens
from dashboard.reading.vocabulary import listed, table

# Wholes that are said for the sake of the share: "seven in ten", not "17 of 36 hospitals".
WHOLES = frozenset((2, 3, 4, 5, 6, 8, 10, 12, 20, 50, 100, 1000, 10_000, 100_000))
# "one in seven": the largest whole that one is told of besides these; larger ones are years.
MOST = 1000
# Words between the two numbers: "trois habitants sur quatre".
BETWEEN = 3
# How many words behind the whole a plural may stand that it counts.
PLURAL_WITHIN = 3


class _Words(NamedTuple):
    of: frozenset[str]
    of_ends: frozenset[str]
    one: frozenset[str]
    noun_between: bool
    any_whole: bool
    not_before: frozenset[str]
    alone: bool
    every: frozenset[str]
    shares: dict[str, int]
    no_share: frozenset[str]


@cache
def _words(language: str) -> _Words:
    rows = table(language, "numbers")["proportions"]
    of, one, not_before = (frozenset(listed(rows[key])) for key in ("of", "one", "not_before"))
    ends = frozenset(phrase.split()[-1] for phrase in of)
    shared = table(language, "numbers")["shares"]
    shares = {word: int(whole) for whole, entries in shared.items() if whole.isdecimal() for word in listed(entries)}
    return _Words(
        of,
        ends,
        one,
        bool(rows["noun_between"]),
        bool(rows["any_whole"]),
        not_before,
        bool(rows["whole_alone"]),
        frozenset(listed(shared["every"])),
        shares,
        frozenset(listed(shared["not_before"])),
    )


def joined(cut: Tokens, found: list[Numeral], language: str) -> list[Numeral]:
    """Return the numerals with each "so many of so many" made one fraction."""
    words = _words(language)
    if not words.every.isdisjoint(cut.forms):
        found = _with_shares(cut, found, words)
    made: list[Numeral] = []
    for numeral in found:
        part = None
        if cut.lower(numeral.first - 1) in words.of_ends:  # before most nothing joins them to a part
            part = _part_before(cut, made[-1] if made else None, numeral, words, language)
        if part is None:
            made.append(numeral)
            continue
        first, count = part
        if made and made[-1].first >= first:
            made.pop()
        made.append(Numeral(first, numeral.stop, count / numeral.low, count / numeral.low, "fraction"))
    return made


def _with_shares(cut: Tokens, found: list[Numeral], words: _Words) -> list[Numeral]:
    """Return the numerals and the shares told by an ordinal: "jeder Dritte", "every fifth household"."""
    shares: list[Numeral] = []
    for place, word in enumerate(cut.lowers):
        if word not in words.every or (whole := words.shares.get(cut.lower(place + 1))) is None:
            continue
        # A set ("jeden zweiten Tag") tells how often.
        if cut.lower(place + 2) not in words.no_share:
            shares.append(Numeral(place, place + 2, 1 / whole, 1 / whole, "fraction"))
    if not shares:
        return found
    apart = {place for share in shares for place in (share.first, share.first + 1)}
    kept = [numeral for numeral in found if apart.isdisjoint(range(numeral.first, numeral.stop))]
    return sorted((*kept, *shares), key=lambda numeral: numeral.first)


def _part_before(
    cut: Tokens, last: Numeral | None, whole: Numeral, words: _Words, language: str
) -> tuple[int, float] | None:
    """Return where the part begins and its count, if `whole` ends a proportion."""
    usual = whole.low in WHOLES
    if whole.sort != "point" or whole.magnitude > 1000 or cut.lower(whole.stop) in words.not_before:
        return None
    if not usual and not (words.any_whole and 2 < whole.low <= MOST and whole.low % 1 == 0):
        return None
    place = _join(cut, whole.first, words.of)
    if place is None or _are_weapons(cut, whole, language):
        return None
    reach = BETWEEN if words.noun_between else 0
    if reach and words.alone and _counts(cut, whole, language):
        reach = 0  # "killed one person in two villages"
    if last and last.sort == "point" and last.low < whole.low and place - reach <= last.stop <= place and not last.tail:
        told = usual or last.low == 1
        return (last.first, last.low) if told and _same_clause(cut, last.stop, place) else None
    for back in range(1, reach + 2):
        if cut.lower(place - back) in words.one and _same_clause(cut, place - back, place):
            return place - back, 1.0
    return None


def _join(cut: Tokens, stop: int, of: frozenset[str]) -> int | None:
    """Return where the words begin that join part and whole and end before `stop`."""
    if cut.lower(stop - 1) in of:
        return stop - 1
    return stop - 2 if f"{cut.lower(stop - 2)} {cut.lower(stop - 1)}" in of else None


def _are_weapons(cut: Tokens, whole: Numeral, language: str) -> bool:
    """Whether weapons follow a whole in digits: "12 von 20 Raketen" counts them; "neun von zehn Raketen" is a share."""
    if not cut.words[whole.first][0].isdecimal():
        return False
    known = noun(cut.lower(whole.stop), language)
    return known is not None and kind_of(known.unit, known.persons) == "weapons"


def _counts(cut: Tokens, whole: Numeral, language: str) -> bool:
    """Whether a plural follows a whole soon: it counts something of its own."""
    for place in range(whole.stop, min(whole.stop + PLURAL_WITHIN, len(cut))):
        word = cut.lowers[place]
        if not word[0].isalpha():
            return False
        if noun(word, language) is not None and nouns(language).is_plural(word):
            return True
    return bool(whole.tail)


def _same_clause(cut: Tokens, first: int, stop: int) -> bool:
    return all(word[0].isalpha() or word in "-'’" for word in cut.words[first:stop])
