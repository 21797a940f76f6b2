"""Where a figure holds, or of whom it is said, if its sentence names it: "in der Region Kursk", "nordkoreanische"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from dashboard.reading.figures.quantities import Quantity
from dashboard.reading.speech.grammar import grammar
from dashboard.reading.speech.sources import contrast_before
from dashboard.reading.text.phrases import Phrases
from dashboard.reading.text.sentences import Sentences
from dashboard.reading.text.tokens import Tokens
from dashboard.reading.vocabulary import listed, table

# How far from a figure, in its sentence, a place may stand; and how many words a place's phrase has before its name.
AFTER = 20
BEFORE = 24
LEADING = 5
# How many words behind "contrary to" its place stands: who is contradicted there is nowhere.
CONTRARY = 4


class Scope(NamedTuple):
    """Words of a text that name a place or nation; `text[start:end]` are these words. `is_place` tells which."""

    start: int
    end: int
    is_place: bool


class _Words(NamedTuple):
    names: Phrases
    regions: frozenset[str]
    adjectives: tuple[str, ...]
    any_adjective: re.Pattern[str]
    prepositions: frozenset[str]
    between: frozenset[str]
    articles: frozenset[str]


@cache
def _words(language: str) -> _Words:
    rows = table(language, "places")
    adjectives = listed(rows["adjectives"]["beginnings"])
    return _Words(
        Phrases((name.lower(), "") for name in listed(rows["countries"]["names"])),
        frozenset(listed(rows["regions"]["words"])),
        adjectives,
        re.compile("|".join(map(re.escape, adjectives))),
        frozenset(listed(rows["prepositions"]["words"])),
        frozenset(listed(rows["prepositions"]["between"])),
        frozenset(listed(rows["prepositions"]["articles"])),
    )


def scopes(cut: Tokens, parts: Sentences, found: Sequence[Quantity], language: str) -> list[Scope | None]:
    """Return the scope of each figure: the nearest place after it, else before it, else the nation of its head."""
    words = _words(language)
    begins = words.names.by_first.keys() & cut.forms
    names = [place for place in cut.places(begins) if cut.words[place][0].isupper()]
    known = grammar(language)
    names = [place for place in names if contrast_before(cut, known, place, max(0, place - CONTRARY)) < 0]
    made: list[Scope | None] = []
    for quantity in found:
        first, stop = parts.bounds(parts.number(quantity.first))
        left, right = max(first, quantity.first - BEFORE), min(stop, quantity.stop + AFTER)
        near = names[bisect_left(names, left) : bisect_left(names, right)]
        place = None
        if near:
            after = [name for name in near if name >= quantity.stop]
            before = [name for name in reversed(near) if name < quantity.first]
            place = _nearest(cut, after, quantity.stop, words) or _nearest(cut, before, first, words)
        made.append(place or _nation(cut, quantity, words))
    return made


def _nearest(cut: Tokens, names: list[int], begin: int, words: _Words) -> Scope | None:
    for place in names:
        found = words.names.at(cut, place)
        if found and (scope := _phrase(cut, place, found[0], begin, words)):
            return scope
    return None


def _phrase(cut: Tokens, name: int, stop: int, begin: int, words: _Words) -> Scope | None:
    """Return the phrase of a place from the word after its preposition; None if none stands before it."""
    first = name
    for place in range(name - 1, max(name - 1 - LEADING, begin - 1, -1), -1):
        low = cut.lowers[place]
        if low in words.prepositions:
            while first < name and cut.lowers[first] in words.articles:
                first += 1
            return Scope(cut.starts[first], cut.ends[stop - 1], True)
        if low not in words.between and low not in words.regions:
            return None
        first = place
    return None


def _nation(cut: Tokens, quantity: Quantity, words: _Words) -> Scope | None:
    """Return the adjective of a nation in a figure's own words: "11.000 nordkoreanische Soldaten"."""
    surface = quantity.surface.lower()
    if words.any_adjective.search(surface) is None:
        return None
    for beginning in words.adjectives:
        at = surface.find(beginning)
        if at > 0 and not surface[at - 1].isalpha():
            end = at + len(beginning)
            while end < len(surface) and surface[end].isalpha():
                end += 1
            if end == len(surface):
                continue  # "450 Ukrainians": they are what is counted
            return Scope(quantity.start + at, quantity.start + end, False)
    return None
