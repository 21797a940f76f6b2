"""Nouns of several senses, told apart by the words around them: "bureaux" of an election, "couronnes" of Prague."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dashboard.reading.figures.drafts import Draft
from dashboard.reading.figures.kinds import kind_of
from dashboard.reading.text.tokens import Tokens
from dashboard.reading.vocabulary import listed, table

# How far around a figure the words stand that tell its sense.
AROUND = 45


@cache
def _senses(language: str) -> dict[str, list[tuple[str, frozenset[str]]]]:
    rows = table(language, "senses")
    return {
        unit: [(sense, frozenset(listed(words))) for sense, words in senses.items()]
        for unit, senses in rows.items()
        if unit != "cents"
    }


def settle(cut: Tokens, drafts: Sequence[Draft], language: str) -> None:
    """Give figures whose noun has several senses the unit of the one that the words around them tell."""
    senses = _senses(language)
    for draft in drafts:
        if draft.unit not in senses:
            continue
        around = cut.lowers[max(draft.first - AROUND, 0) : draft.stop + AROUND]
        for sense, words in senses[draft.unit]:
            if not words.isdisjoint(around):
                draft.unit = sense
                break
    _take_cents(cut, drafts, language)


def _take_cents(cut: Tokens, drafts: Sequence[Draft], language: str) -> None:
    """Tell cents in the currency they are a hundredth of: the one named last, else that of the language."""
    default: str = table(language, "senses")["cents"]["currency"]
    if not default:
        return
    currency = ""
    for place, draft in enumerate(drafts):
        if draft.unit != "cent":
            currency = draft.unit if draft.unit and kind_of(draft.unit, "") == "money" else currency
            continue
        following = (one.unit for one in drafts[place + 1 :] if one.unit != "cent" and kind_of(one.unit, "") == "money")
        draft.unit = currency or next(following, None) or default
        numeral = draft.numeral
        draft.numeral = numeral.scaled(0.01)
