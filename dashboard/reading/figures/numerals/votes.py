"""Votes told as a pair of numbers: "voted 397-0", "mit 31:12 Stimmen", "by 51 to 49"; no score and no range."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from dashboard.reading.text.tokens import Tokens
from dashboard.reading.vocabulary import listed, table

# How far before and behind a pair a word of voting may stand in its clause.
BEFORE = 8
BEHIND = 2
_TIES = frozenset("-‐‑–:")
_CLAUSE_ENDS = frozenset(".;!?\n")


class _Words(NamedTuple):
    words: frozenset[str]
    ties: frozenset[str]


@cache
def _words(language: str) -> _Words:
    rows = table(language, "labels")["votes"]
    return _Words(frozenset(listed(rows["words"])), frozenset(listed(rows["ties"])) | _TIES)


def is_vote(cut: Tokens, first: int, stop: int, language: str) -> bool:
    """Whether digits are one side of a vote: they are tied to others, and a word of voting is near."""
    words = _words(language)
    begin, end = first, stop
    if cut.lower(stop) in words.ties and cut.word(stop + 1).isdecimal():
        end = stop + 2
    elif cut.lower(first - 1) in words.ties and cut.word(first - 2).isdecimal():
        begin = first - 2
    else:
        return False
    if cut.word(end) in _TIES and cut.touch(end - 1):  # "6-4-2", "12:30:05"
        return False
    return _is_near(cut, begin, end, words)


def _is_near(cut: Tokens, first: int, stop: int, words: _Words) -> bool:
    for place in range(stop, min(stop + BEHIND, len(cut))):
        if cut.lowers[place] in words.words:
            return True
        if cut.words[place][0] in _CLAUSE_ENDS:
            break
    for place in range(first - 1, max(first - 1 - BEFORE, -1), -1):
        if cut.lowers[place] in words.words:
            return True
        if cut.words[place][0] in _CLAUSE_ENDS or cut.words[place][0].isdecimal():
            return False
    return False
