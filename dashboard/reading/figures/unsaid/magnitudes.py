"""A magnitude said once for two figures: "von 12,4 auf 7,3 Milliarden", "1.9 instead of 2.3 million"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from dashboard.reading.figures.drafts import Draft
from dashboard.reading.figures.heads.kinds import kind_of
from dashboard.reading.text.phrases import Phrases
from dashboard.reading.text.tokens import Tokens
from dashboard.reading.vocabulary import listed, table

# The two numbers before their magnitude differ by no more than this factor ("from 400 to 1.2 million" shares nothing).
FACTOR = 20
# How many words may stand between the two figures, and between the first one and the word that opens a change.
BETWEEN = 4
OPENED = 3
SMALLEST = 1000
MILLION = 1_000_000
# How many words may stand between a whole and its part.
WHOLE = 10
# How many figures back a sum without magnitude follows another, how many words they stand apart, and how far around a
# figure the words of forecasts are looked for.
FOLLOWED = 3
WITHIN = 24
EXPECTED = 8


class _Words(NamedTuple):
    opening: frozenset[str]
    to: Phrases
    against: Phrases
    of: Phrases
    among: frozenset[str]
    instead: Phrases
    expected: tuple[str, ...]
    forecasters: frozenset[str]
    single: frozenset[str]


@cache
def _words(language: str) -> _Words:
    rows = table(language, "numbers")["shared_magnitudes"]
    to, against, of = (Phrases((phrase, "") for phrase in listed(rows[key])) for key in ("to", "against", "of"))
    opening, among = (frozenset(listed(rows[key])) for key in ("opening", "among"))
    instead, expected = Phrases((phrase, "") for phrase in listed(rows["instead"])), listed(rows["expected"])
    forecasters, single = (frozenset(listed(rows[key])) for key in ("forecasters", "single"))
    return _Words(opening, to, against, of, among, instead, expected, forecasters, single)


def share(cut: Tokens, made: Sequence[Draft], language: str) -> None:
    """Give a figure without magnitude that of the one after it, where both are told in the same breath."""
    words = _words(language)
    for place in range(len(made) - 2, -1, -1):
        first, second = made[place], made[place + 1]
        if second.numeral.magnitude >= SMALLEST and _shares(cut, first, second, words):
            size = second.numeral.magnitude
            numeral = first.numeral
            first.numeral = replace(
                numeral, low=numeral.low * size, high=numeral.high * size, magnitude=size, bare=False
            )
            if first.elided and not second.elided:
                first.take_head(second)
                first.elided = False
    for first, second in pairwise(made):
        if first.numeral.magnitude < MILLION and second.numeral.magnitude < MILLION:
            continue
        _take_from_whole(cut, first, second, words)
        if _is_replaced(cut, first, second, words):
            _follow(first, second)
            first.take_head(second)
        elif _is_expected(cut, first, second, words):
            _follow(second, first)
            second.take_head(first)


def follow(cut: Tokens, made: Sequence[Draft], language: str) -> None:
    """Give a sum without head the magnitude of the sum before it whose currency it was given.

    "300 Millionen Euro für die Ukraine und 50 für Moldau": nobody counts both millions and single euros in one breath.
    """
    single = _words(language).single
    for place in range(1, len(made)):
        draft = made[place]
        if not draft.elided or not _is_plain(draft) or (draft.unit and kind_of(draft.unit, "") != "money"):
            continue
        last = next((one for one in reversed(made[max(place - FOLLOWED, 0) : place]) if one.unit == draft.unit), None)
        if last is None or last.numeral.magnitude < MILLION or draft.first - last.stop > WITHIN:
            continue
        after = made[place + 1] if place + 1 < len(made) else None
        if after and after.unit == draft.unit and after.numeral.magnitude == 1 and after.first - draft.stop <= BETWEEN:
            continue  # "je Aktie von 3,12 auf 4,37 Euro"
        if single.isdisjoint(cut.lowers[last.stop : draft.stop + BETWEEN]):
            _follow(draft, last)


def _is_plain(draft: Draft) -> bool:
    numeral = draft.numeral
    plain = numeral.sort in ("point", "range") and numeral.magnitude == 1 and not numeral.tail
    return plain and numeral.low > 0 and numeral.high < SMALLEST


def _follow(draft: Draft, other: Draft) -> None:
    """Multiply a figure by the magnitude of another one, if both are then of one size."""
    size, numeral = other.numeral.magnitude, draft.numeral
    if 1 / FACTOR <= numeral.low * size / max(other.numeral.low, 1) <= FACTOR:
        draft.numeral = replace(numeral, low=numeral.low * size, high=numeral.high * size, magnitude=size, bare=False)


def _is_replaced(cut: Tokens, first: Draft, second: Draft, words: _Words) -> bool:
    """Whether the first figure is one the second stands for now: "Statt mindestens 600 sollen es 720 Mio sein"."""
    if not first.elided or first.unit is not None or not _is_plain(first) or second.numeral.magnitude < MILLION:
        return False
    near = second.first - first.stop <= WITHIN and "." not in cut.lowers[first.stop : second.first]
    return near and words.instead.before(cut, first.first) is not None


def _is_expected(cut: Tokens, first: Draft, second: Draft, words: _Words) -> bool:
    """Whether the second figure is what the first was expected to be: "Analysten hatten mit 375 gerechnet"."""
    if first.numeral.magnitude < MILLION or not second.elided or not _is_plain(second) or second.unit is not None:
        return False
    if kind_of(first.unit, "") != "money" or second.first - first.stop > WITHIN:
        return False
    around = range(max(second.first - EXPECTED, first.stop), min(second.stop + EXPECTED, len(cut)))
    told = any(cut.lowers[place].startswith(words.expected) for place in around)
    return told and any(cut.lowers[place] in words.forecasters for place in around)


def _take_from_whole(cut: Tokens, whole: Draft, part: Draft, words: _Words) -> None:
    """Give a part with decimals the magnitude of its whole: "4,2 millions d'exilés, dont 1,1 en Allemagne"."""
    size, numeral = whole.numeral.magnitude, part.numeral
    if not part.elided or numeral.sort != "point" or numeral.magnitude != 1 or not numeral.low % 1 or size < MILLION:
        return
    told = cut.lowers[whole.stop : part.first]
    among = cut.lower(part.stop) in words.among or not words.among.isdisjoint(told)
    if len(told) > WHOLE or _parted(cut, whole.stop, part.first) or not among:
        return
    if whole.numeral.sort == "point" and numeral.low * size < whole.numeral.low:
        part.numeral = replace(numeral, low=numeral.low * size, high=numeral.high * size, magnitude=size, bare=False)


def _shares(cut: Tokens, first: Draft, second: Draft, words: _Words) -> bool:
    one, two = first.numeral, second.numeral
    size = two.magnitude
    signed = first.unit is not None and first.unit == second.unit and first.stop == one.stop  # "from $3 to $5 million"
    if (
        not (first.elided or signed)
        or one.sort != "point"
        or two.sort != "point"
        or one.magnitude != 1
        or size < SMALLEST
    ):
        return False
    if not 0 < second.first - one.stop <= BETWEEN or one.tail or not one.low:
        return False
    ratio = one.low * size / two.low
    if not 1 / FACTOR <= ratio <= FACTOR or one.low >= SMALLEST:
        return False
    decimals, further = bool(one.low % 1), bool(two.low / size % 1)
    return (
        (_joins(cut, words.to, one.stop, second.first) and _is_opened(cut, first, words))
        or _joins(cut, words.against, one.stop, second.first)
        or ((decimals or further) and _joins(cut, words.of, one.stop, second.first))
        or (decimals and further and not signed and not _parted(cut, one.stop, second.first))
    )


def _joins(cut: Tokens, phrases: Phrases, place: int, stop: int) -> bool:
    """Whether one of the phrases, and nothing but the bound of the second figure, stands between two numbers."""
    found = phrases.at(cut, place)
    return found is not None and found[0] == stop


def _is_opened(cut: Tokens, first: Draft, words: _Words) -> bool:
    return any(cut.lower(first.first - back) in words.opening for back in range(1, OPENED + 1))


def _parted(cut: Tokens, first: int, stop: int) -> bool:
    """Whether a sentence or a bracket ends between two figures, or the second belongs to something else."""
    return any(word[0] in ".;:()\n–—" for word in cut.words[first:stop])
