"""Which earlier figure a figure without a head counts the same as."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.reading.figures.drafts import Draft
from dashboard.reading.figures.elision_words import Words
from dashboard.reading.figures.kinds import kind_of
from dashboard.reading.text.sentences import Sentences
from dashboard.reading.text.tokens import Tokens

# How many figures, sentences and paragraphs back a head is remembered.
RECALLED_FIGURES = 8
RECALLED_SENTENCES = 3
RECALLED_PARAGRAPHS = 0
# Sums are remembered longer: a story has one currency.
RECALLED_MONEY = 30
# From here on a bare number beside sums of money is one.
LARGE = 1_000_000
# No share is told in numbers above this.
ALL = 100
MEASURES = ("percent", "area", "distance", "money", "other")
_NEVER = (None, "year_old", "times", "fraction")


def candidates(cut: Tokens, parts: Sentences, drafts: Sequence[Draft], place: int) -> list[Draft]:
    """Return the figures before this one whose head it may share, the nearest first."""
    draft = drafts[place]
    here = parts.number(draft.first)
    bracketed = cut.word(draft.first - 1) == "("
    found = []
    for one in reversed(drafts[max(place - RECALLED_FIGURES, 0) : place]):
        there = parts.number(one.first)
        if here - there > RECALLED_SENTENCES or parts.paragraphs[here] - parts.paragraphs[there] > RECALLED_PARAGRAPHS:
            break
        converted = cut.word(one.first - 1) == "(" and not bracketed and kind_of(one.unit, "") in MEASURES
        if can_share(one, draft) and not converted:
            found.append(one)
    return found


def can_share(one: Draft, draft: Draft) -> bool:
    """Whether a figure has a head that another may share: no age, no multiple, no share of more than all."""
    return one.unit not in _NEVER and (one.unit != "percent" or draft.numeral.high <= ALL)


def nearest(
    cut: Tokens, parts: Sentences, drafts: Sequence[Draft], place: int, known: Sequence[Draft], words: Words
) -> Draft | None:
    """Return the figure of the same sort, of those `known`, whose head an elided one most likely shares."""
    draft = drafts[place]
    here = parts.number(draft.first)
    if draft.numeral.low > 1:
        # "18 bodies in one grave and 25 in another"
        known = [one for one in known if one.numeral.high > 1] or known
    if _is_decimal(cut, draft) and (shares := [one for one in known if one.unit == "percent"]):
        return shares[0]
    if draft.numeral.magnitude >= LARGE:
        recent = reversed(drafts[max(place - RECALLED_MONEY, 0) : place])
        money = [one for one in recent if kind_of(one.unit, "") == "money"]
        known = money or [one for one in known if kind_of(one.unit, "") not in MEASURES]
    same = [one for one in known if parts.number(one.first) == here]
    compared = same[:1] if cut.lower(draft.first - 1) in words.shared else []
    countable = [one for one in known if kind_of(one.unit, one.persons) not in MEASURES]
    if same and kind_of(same[0].unit, "") == "area" and countable and countable[0] not in same:
        return same[0]
    return next(iter(compared or countable or same or known), None)


def large_enough(parts: Sentences, drafts: Sequence[Draft], place: int) -> Draft | None:
    """Return the figure before this one that it can be a part of: near, countable, and not smaller."""
    draft = drafts[place]
    here = parts.number(draft.first)
    for one in reversed(drafts[max(place - RECALLED_FIGURES, 0) : place]):
        if here - parts.number(one.first) > 1:
            return None
        if one.unit in _NEVER or kind_of(one.unit, one.persons) in ("percent", "distance"):
            continue
        if one.numeral.high >= draft.numeral.low:
            return one
    return None


def is_joined_back(cut: Tokens, one: Draft, draft: Draft, words: Words) -> bool:
    """Whether only "and" or a comma stands between: "28% and 23", "von 477 Quadratkilometern auf 610"."""
    if one.per or not can_share(one, draft):
        return False
    between = cut.lowers[one.stop : draft.first]
    if between in (["("], ["(", "+"], ["(", "-"]):  # "Panzer: 8 550 (+8)"
        # "17 Panzer (6.523)": the sum of them so far
        total = len(between) == 1 and draft.elided and draft.code is None and draft.numeral.low > one.numeral.high
        return cut.word(draft.stop) == ")" and (draft.increment or total)
    return len(between) == 1 and between[0] in words.shared and draft.elided


def _is_decimal(cut: Tokens, draft: Draft) -> bool:
    """Whether a figure is written with decimals, be they zero: "4,0"."""
    written = cut.word(draft.numeral.first)
    return bool(draft.numeral.low % 1) or (
        draft.numeral.high < ALL and not written.isdecimal() and written[:1].isdecimal()
    )
