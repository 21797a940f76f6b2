"""What kind a figure is (Q9): troops, casualties, area, money, weapons, percent, distance, count, other."""

from __future__ import annotations

from functools import cache

from dashboard.reading.nouns import kinds
from dashboard.reading.tokens import Tokens
from dashboard.reading.words import listed, table

# How far a word of death or injury may stand behind a figure, in its clause, and before it.
BEHIND = 16
BEFORE = 3
_CLAUSE_ENDS = frozenset(".;:!?\n")


def kind_of(unit: str | None, persons: str) -> str:
    """Return the kind of a figure in `unit`; `persons` says which persons it counts."""
    if unit == "person":
        return {"troops": "troops", "casualties": "casualties"}.get(persons, "count")
    return kinds().get(unit or "", "count")


@cache
def _verbs(language: str) -> frozenset[str]:
    return frozenset(listed(table(language, "nouns")["casualty_verbs"]["words"]))


def casualties_near(cut: Tokens, first: int, stop: int, language: str) -> str | None:
    """Return "beside" where a word of death or injury touches a figure, "near" where one stands in its clause."""
    verbs = _verbs(language)
    if cut.lower(stop) in verbs or cut.lower(first - 1) in verbs or cut.lower(stop + 1) in verbs:
        return "beside"
    for place in range(first - 1, max(first - 1 - BEFORE, -1), -1):
        if cut.lowers[place] in verbs:
            return "near"
        if cut.words[place][0] in _CLAUSE_ENDS or cut.words[place] == ",":
            break
    for place in range(stop, min(stop + BEHIND, len(cut))):
        word = cut.words[place]
        if word[0] in _CLAUSE_ENDS or word == "," or word[0].isdecimal() or cut.lowers[place] in ("und", "and", "et"):
            return None
        if cut.lowers[place] in verbs:
            return "near"
    return None
