"""Nouns of several senses, told apart by the words around them: "bureaux" of an election, "couronnes" of Prague."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dashboard.reading.figures.drafts import Draft
from dashboard.reading.figures.heads.kinds import kind_of
from dashboard.reading.figures.heads.nouns import sums
from dashboard.reading.figures.unsaid import earlier
from dashboard.reading.text.tokens import Tokens
from dashboard.reading.vocabulary import listed, table

# How far around a figure the words stand that tell its sense.
AROUND = 45


@cache
def _senses(language: str) -> dict[str, list[tuple[str, frozenset[str]]]]:
    return {
        unit: [(sense, frozenset(listed(words))) for sense, words in senses.items()]
        for unit, senses in table(language, "senses").items()
    }


def settle(cut: Tokens, drafts: Sequence[Draft], language: str) -> None:
    """Give figures whose noun has several senses the unit of the one that the words around them tell."""
    senses = _senses(language)
    told: frozenset[str] | None = None
    for place, draft in enumerate(drafts):
        if draft.numeral.high >= earlier.LARGE and draft.unit in sums():
            later = (one for one in drafts[place + 1 :] if kind_of(one.unit, "") == "money")
            money = earlier.sum_before(cut, drafts, place) or next(later, None)
            draft.unit = money.unit if money else draft.unit
            continue
        if draft.unit not in senses:
            continue
        around = cut.lowers[max(draft.first - AROUND, 0) : draft.stop + AROUND]
        beside = [one for one, words in senses[draft.unit] if not words.isdisjoint(around)]
        sense = beside[0] if beside else None
        if draft.unit in dict(senses[draft.unit]):
            # Rupees of India in a story of Nepal and India: the land that the story tells most of.
            told = frozenset(cut.lowers) if told is None else told
            sense = _most_named(cut, senses[draft.unit], told)
        elif sense is None and kind_of(draft.unit, "") == "money":
            # A story has one currency of a name: that of the only country in it that has one.
            told = frozenset(cut.lowers) if told is None else told
            named = [one for one, words in senses[draft.unit] if not words.isdisjoint(told)]
            sense = named[0] if len(named) == 1 else None
        if sense:
            draft.unit = sense


def _most_named(cut: Tokens, senses: Sequence[tuple[str, frozenset[str]]], told: frozenset[str]) -> str | None:
    """Return the sense whose words the text has most often, the first of several; None if it has none.

    `told` are the words of the text: only those are counted.
    """
    named = [(sum(map(cut.lowers.count, words & told)), one) for one, words in senses]
    most = max(named, key=lambda pair: pair[0])
    return most[1] if most[0] else None
