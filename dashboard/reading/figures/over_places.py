"""Words that bound or say where: "Drohnen kreisten über drei Gebieten", "fell below 2%"."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from dashboard.reading.text.phrases import Phrases
from dashboard.reading.text.tokens import Tokens
from dashboard.reading.vocabulary import listed, table

# How far around a figure the words may stand that tell of flying, smoke or guards.
AROUND = 20
# From so many on they are a bound: nobody counts the places that a drone flew over one by one.
MOST = 30
_SENTENCE_ENDS = frozenset(".;!?\n")


class _Words(NamedTuple):
    above: Phrases
    airborne: tuple[str, ...]
    units: frozenset[str]
    not_behind: frozenset[str]
    among: frozenset[str]
    are: frozenset[str]
    accused: Phrases
    charges: tuple[str, ...]
    measured: Phrases
    levels: frozenset[str]
    # What all of them begin with.
    firsts: frozenset[str]


@cache
def _words(language: str) -> _Words:
    rows = table(language, "bounds")["places"]
    above, accused, measured = (
        Phrases((phrase, "") for phrase in listed(rows[key])) for key in ("above", "accused", "measured")
    )
    units, not_behind, among, are, levels = (
        frozenset(listed(rows[key])) for key in ("units", "not_behind", "among", "are", "levels")
    )
    airborne, charges = listed(rows["airborne"]), listed(rows["charges"])
    firsts = among.union(above.by_first, accused.by_first, measured.by_first)
    return _Words(above, airborne, units, not_behind, among, are, accused, charges, measured, levels, firsts)


def is_place(cut: Tokens, first: int, numeral: int, stop: int, unit: str | None, high: float, language: str) -> bool:
    """Whether the words from `first` up to the `numeral` are a preposition and no bound of it.

    `stop` is where the phrase of the figure ends, `unit` what it counts and `high` its value.
    """
    words = _words(language)
    if cut.lowers[first] not in words.firsts:
        return False
    above = words.above.at(cut, first)
    if above and above[0] == numeral and high < MOST and unit in words.units:
        behind = cut.lower(first - 1) in words.not_behind  # "in über 20 Regionen"
        return not behind and _near(cut, first, stop, words.airborne)
    if cut.lowers[first] in words.among and unit == "person" and cut.lower(stop) in words.are:
        return True
    accused = words.accused.at(cut, first)
    if accused and accused[0] == numeral and unit in (None, "person"):
        return _near(cut, first, stop, words.charges)
    measured = words.measured.at(cut, first)
    return bool(measured and measured[0] == numeral and unit not in words.levels)


def _near(cut: Tokens, first: int, stop: int, beginnings: tuple[str, ...]) -> bool:
    """Whether a word that begins with one of these stands in the sentence around a phrase."""
    for place in range(first - 1, max(first - 1 - AROUND, -1), -1):
        if cut.words[place][0] in _SENTENCE_ENDS:
            break
        if cut.lowers[place].startswith(beginnings):
            return True
    for place in range(stop, min(stop + AROUND, len(cut))):
        if cut.words[place][0] in _SENTENCE_ENDS:
            break
        if cut.lowers[place].startswith(beginnings):
            return True
    return False
