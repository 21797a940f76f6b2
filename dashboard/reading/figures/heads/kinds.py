"""What kind a figure is (Q9): troops, casualties, area, money, weapons, percent, distance, count, other."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from dashboard.reading.figures.heads.nouns import kinds, noun
from dashboard.reading.text.phrases import Phrases
from dashboard.reading.text.tokens import Tokens
from dashboard.reading.vocabulary import listed, table

# Units of time: what a figure is reckoned for, and no figure is a part of.
PERIODS = ("second", "minute", "hour", "day", "week", "month", "quarter", "year")
# How far a word of death or injury may stand behind a figure in its clause.
BEHIND = 16
# How long an insertion between a verb and its figure is at most.
_INSERTED = 12
_CLAUSE_ENDS = frozenset(".;:!?\n")


def kind_of(unit: str | None, persons: str) -> str:
    """Return the kind of a figure in `unit`; `persons` says which persons it counts."""
    if unit == "person":
        return persons if persons in ("troops", "casualties") else "count"
    return kinds().get(unit or "", "count")


class _Words(NamedTuple):
    verbs: frozenset[str]
    losses: frozenset[str]
    phrases: Phrases
    telling: frozenset[str]
    spared: Phrases
    losing: frozenset[str]
    joins: frozenset[str]
    among: frozenset[str]
    before: int


@cache
def _words(language: str) -> _Words:
    rows = table(language, "nouns")["casualty_verbs"]
    losses = (*listed(rows["losses"]), *listed(table(language, "contexts")["persons"]["harmed"]))
    among = listed(table(language, "nouns")["anaphora"]["among"])
    verbs, phrases = listed(rows["words"]), Phrases((phrase, "") for phrase in losses if " " in phrase)
    return _Words(
        frozenset(verbs),
        frozenset(losses),
        phrases,
        frozenset((*verbs, *losses, *phrases.by_first)),
        Phrases((phrase, "") for phrase in listed(table(language, "contexts")["persons"]["spared"])),
        frozenset(listed(rows["losing"])),
        frozenset(listed(rows["joins"])),
        frozenset(phrase.split()[0] for phrase in among),
        rows["reach_before"],
    )


def _after_insertion(cut: Tokens, comma: int, words: _Words) -> int:
    """Return where a clause goes on after ", including three children,"; 0 if nothing is inserted."""
    if cut.lower(comma + 1) not in words.among:
        return 0
    for place in range(comma + 2, min(comma + 12, len(cut))):
        if cut.words[place] == ",":
            return place + 1
        if cut.words[place][0] in _CLAUSE_ENDS:
            return 0
    return 0


def _lost_before(cut: Tokens, comma: int, words: _Words) -> bool:
    """Whether a verb of losing stands before an insertion that ends at a comma: "has lost, by its count, 800 men"."""
    for place in range(comma - 1, max(comma - _INSERTED, 0), -1):
        word = cut.words[place]
        if word == ",":
            return cut.lowers[place - 1] in words.losing
        if word[0] in _CLAUSE_ENDS or word[0].isdecimal():
            break
    return False


def casualties_near(cut: Tokens, first: int, stop: int, language: str) -> str | None:
    """Return "beside" where a word of death or injury touches a figure, "near" where one stands in its clause."""
    words = _words(language)
    for place in (stop, first - 1, stop + 1):
        if cut.lower(place) in words.verbs and _tells_harm(cut, place, words):
            return "beside"
    if cut.lowers[stop - 1] in words.losses or cut.lowers[stop - 1] in words.verbs:
        return "near"
    for place in range(first - 1, max(first - 1 - words.before, -1), -1):
        low, word = cut.lowers[place], cut.words[place]
        if low in words.losing or (low in words.telling and _tells_harm(cut, place, words)):
            # "179 perished and two survived"
            if place + 1 == first or cut.lowers[place + 1] not in words.joins:
                return "near"
            break
        if word == "," and place == first - 1 and _lost_before(cut, place, words):
            return "near"
        if word[0] in _CLAUSE_ENDS or word == "," or word[0].isdecimal():
            break
    resume = 0
    for place in range(stop, min(stop + BEHIND, len(cut))):
        word = cut.words[place]
        if place < resume:
            continue
        if word == "," and (resume := _after_insertion(cut, place, words)):
            continue
        if cut.lowers[place] in words.telling and _tells_harm(cut, place, words):
            return "near"
        if word[0] in _CLAUSE_ENDS or word == "," or word[0].isdecimal():
            return None
        if cut.lowers[place] in words.joins and not _joins_persons(cut, place, stop, language):
            return None
    return None


def _tells_harm(cut: Tokens, place: int, words: _Words) -> bool:
    """Whether a word at a token tells of death, injury or loss, and not of its threat: "condamné à mort"."""
    low = cut.lowers[place]
    if low in words.verbs or low in words.losses:
        return low not in words.spared.by_last or words.spared.before(cut, place + 1) is None
    return low in words.phrases.by_first and words.phrases.at(cut, place) is not None


def _joins_persons(cut: Tokens, join: int, stop: int, language: str) -> bool:
    """Whether "and" ties further persons to a figure: "380 patients et accompagnants ont été tués"."""
    if join != stop:
        return False
    known = noun(cut.lower(join + 1), language)
    return known is not None and known.unit == "person"
