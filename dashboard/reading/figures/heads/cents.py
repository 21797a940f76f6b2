"""Hundredths of a currency told in it: "18 US-Cent" are 0.18 dollars, "22 Cent" 0.22 euros where a text has euros."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dashboard.reading.figures.drafts import Draft
from dashboard.reading.figures.heads.nouns import hundredths
from dashboard.reading.text.sentences import Sentences

# Nobody counts so many of them: a bare number from here on is no cents.
MANY = 1_000
# The unit of hundredths where nothing says of what.
CENT = "cent"


def is_hundredth(unit: str | None) -> bool:
    """Whether a unit is the hundredth of a currency, named ("GBP cent") or not ("cent")."""
    return unit == CENT or (unit is not None and unit.endswith(f" {CENT}"))


def settle(parts: Sentences, drafts: Sequence[Draft]) -> None:
    """Tell hundredths in the currency they are of: the one their word names, else the only one the text names."""
    named: list[Draft] = []
    if not any(is_hundredth(draft.unit) for draft in drafts):
        return
    for draft in drafts:
        if not is_hundredth(draft.unit):
            named += [draft] if draft.unit in _currencies() else []
            continue
        if currency := _currency(parts, draft, named or [one for one in drafts if one.unit in _currencies()]):
            draft.unit = currency
            draft.numeral = draft.numeral.scaled(0.01)
        else:
            draft.unit = CENT


def _currency(parts: Sentences, draft: Draft, named: Sequence[Draft]) -> str | None:
    """Return the currency of hundredths: of two that their word may be of, the one named in the same sentence."""
    unit = draft.unit or ""
    possible = hundredths()[unit.removesuffix(CENT).strip()]
    if len(possible) == 1:
        return possible[0]
    told = [one for one in named if one.unit in possible]
    if len({one.unit for one in told}) == 1:
        return told[0].unit
    if told and parts.number(told[-1].first) == parts.number(draft.first):
        return told[-1].unit
    return None


@cache
def _currencies() -> frozenset[str]:
    """Return the currencies that have hundredths."""
    return frozenset(code for codes in hundredths().values() for code in codes)
