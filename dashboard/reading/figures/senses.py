"""Nouns of several senses, told apart by the words around them: "bureaux" of an election, "couronnes" of Prague."""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import cache

from dashboard.reading.figures.drafts import Draft
from dashboard.reading.figures.kinds import kind_of
from dashboard.reading.text.tokens import Tokens
from dashboard.reading.vocabulary import listed, table

# How far around a figure the words stand that tell its sense.
AROUND = 45
# How near to a figure of cents one without a head is of cents, too, and below how many it is.
BESIDE = 6
MOST_CENTS = 1000


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
    rows = table(language, "senses")["cents"]
    default, own = rows["currency"], rows["own"]
    currency = ""
    cents = {id(one) for one in drafts if one.unit == "cent" and not one.elided}
    if not cents and all(one.unit != "cent" for one in drafts):
        return
    for place, draft in enumerate(drafts):
        if draft.unit != "cent":
            currency = draft.unit if draft.unit and kind_of(draft.unit, "") == "money" else currency
            continue
        following = (one.unit for one in drafts[place + 1 :] if one.unit != "cent" and kind_of(one.unit, "") == "money")
        named = None if draft.elided else own.get(cut.lowers[draft.stop - 1])
        draft.unit = named or currency or next(following, None) or default
        # Cents are never meant by a figure without a head that stands apart from them, nor by a large one.
        if not draft.elided or _is_beside_cents(drafts, place, cents):
            draft.numeral = draft.numeral.scaled(0.01)


def _is_beside_cents(drafts: Sequence[Draft], place: int, cents: Container[int]) -> bool:
    """Whether a figure without a head is told in one breath with one of cents: "von 40 auf 50 Cent"."""
    draft = drafts[place]
    if draft.numeral.magnitude > 1 or draft.numeral.high >= MOST_CENTS:
        return False
    before, after = drafts[place - 1] if place else None, drafts[place + 1] if place + 1 < len(drafts) else None
    return (before is not None and id(before) in cents and draft.first - before.stop <= BESIDE) or (
        after is not None and id(after) in cents and after.first - draft.stop <= BESIDE
    )
