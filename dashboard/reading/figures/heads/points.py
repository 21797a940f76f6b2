"""Points that are percentage points, as newsrooms shorten them: "baissé de deux points"; not those of a match."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from dashboard.reading.figures.drafts import Draft
from dashboard.reading.text.tokens import Tokens
from dashboard.reading.vocabulary import listed, table

# How far around points words of sport are looked for.
AROUND = 40
# How far from points a word of a lead stands: "Der Vorsprung der Partei betrage drei Punkte".
LED_WITHIN = 8


class _Words(NamedTuple):
    """What stands beside points: "by", "of a percentage", the words of matches, leads and polls."""

    by: frozenset[str]
    behind: frozenset[str]
    behind_of: frozenset[str]
    behind_next: frozenset[str]
    sport: frozenset[str]
    lead: frozenset[str]
    polled: frozenset[str]


def settle(cut: Tokens, made: Sequence[Draft], language: str) -> None:
    """Read a change by points as percentage points."""
    words = _words(language)
    for place, draft in enumerate(made):
        if draft.unit != "point" or draft.elided or draft.numeral.high >= 100:
            continue
        around = cut.lowers[max(draft.first - AROUND, 0) : draft.stop + AROUND]
        if not words.sport.isdisjoint(around):
            continue
        near = cut.lowers[max(draft.first - LED_WITHIN, 0) : draft.stop + LED_WITHIN]
        led = not words.lead.isdisjoint(near) and not words.polled.isdisjoint(around)
        if led or draft.numeral.low % 1 or _is_change(cut, draft, words):
            draft.unit = "percent"
            for later in made[place + 1 :]:
                if not later.elided or later.unit not in ("point", "percent"):
                    break
                later.unit = "percent"


def _is_change(cut: Tokens, draft: Draft, words: _Words) -> bool:
    """Whether the words right beside points say that something rose or fell by them, or what they are points of."""
    if cut.lower(draft.first - 1) in words.by or cut.lower(draft.stop) in words.behind:
        return True
    if cut.lower(draft.stop) not in words.behind_of:
        return False
    return cut.lower(draft.stop + 1 + (cut.word(draft.stop + 1) == "'")) in words.behind_next


@cache
def _words(language: str) -> _Words:
    rows = table(language, "nouns")["points"]
    return _Words(**{key: frozenset(listed(rows[key])) for key in _Words._fields})
