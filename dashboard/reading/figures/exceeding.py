"""Verbs that say a figure is exceeded: "ont dépassé 410 militaires", "exceeded 4,000", "haben 400 überstiegen"."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from dashboard.reading.text.phrases import Phrases
from dashboard.reading.text.tokens import Tokens
from dashboard.reading.vocabulary import listed, table

# How many words may stand between the verb and the figure ("dépasse désormais les 4.000"), and in an insertion.
BETWEEN = 2
INSERTED = 8


class _Words(NamedTuple):
    verbs: frozenset[str]
    between: frozenset[str]
    behind: frozenset[str]
    marks: Phrases
    before: frozenset[str]


@cache
def _words(language: str) -> _Words:
    rows = table(language, "bounds")["exceeding"]
    verbs, between, behind = (frozenset(listed(rows[key])) for key in ("verbs", "between", "behind"))
    marks = Phrases((phrase, "") for phrase in listed(rows["marks"]))
    return _Words(verbs, between, behind, marks, frozenset((*verbs, *between, *marks.by_last, ",")))


def is_exceeded(cut: Tokens, first: int, stop: int, language: str) -> bool:
    """Whether the verb before or right behind the tokens of a figure says that there are more."""
    words = _words(language)
    if cut.lower(stop) in words.behind:
        return True
    if cut.lower(first - 1) not in words.before:
        return False
    mark = words.marks.before(cut, first)
    place = mark[0] - 1 if mark else first - 1
    for _ in range(BETWEEN):
        if cut.lower(place) not in words.between:
            break
        place -= 1
    if cut.word(place) == ",":  # "ont dépassé, est-il ajouté au ministère, 410 militaires"
        opened = next((at for at in range(place - 1, max(place - INSERTED, 0), -1) if cut.words[at] == ","), 0)
        place = opened - 1
    return cut.lower(place) in words.verbs
