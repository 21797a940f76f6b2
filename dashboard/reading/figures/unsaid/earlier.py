"""Which earlier figure a figure without a head counts the same as."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.reading.figures.drafts import Draft
from dashboard.reading.figures.heads.cents import MANY, is_hundredth
from dashboard.reading.figures.heads.kinds import kind_of
from dashboard.reading.figures.unsaid.words import Words
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
THOUSAND = 1_000
# Two figures behind the same preposition are of a size if neither is so many times the other; a few things are so few.
ALIKE = 20
FEW = 5
# Counts of the same at two times are seldom so many times each other.
COMPARABLE = 4
# A few that are told of are not counted in millions beside: "16 countries want 3.5 billion".
BEYOND = 10_000
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
    if is_hundredth(one.unit) and (draft.numeral.high >= MANY or draft.numeral.low % 1):
        return False  # "lost 55 cents to 67.10"
    return one.unit not in _NEVER and (one.unit != "percent" or draft.numeral.high <= ALL)


def parallel(cut: Tokens, parts: Sentences, drafts: Sequence[Draft], place: int, words: Words) -> Draft | None:
    """Return the figure of its sentence behind the same preposition: "bei 31 Prozent, die Grünen bei 12"."""
    draft = drafts[place]
    before, here = cut.lower(draft.first - 1), parts.number(draft.first)
    if before not in words.prepositions or (before in words.of and cut.word(draft.first - 2) != ","):
        return None  # "une majorité de cinq sièges dans un hémicycle de quatre cents"
    for one in reversed(drafts[max(place - RECALLED_FIGURES, 0) : place]):
        if parts.number(one.first) != here:
            return None
        if one.unit is None or cut.lower(one.first - 1) != before:
            continue
        # What is told in cases and in millions is seldom the same.
        alike = one.numeral.high <= ALIKE * draft.numeral.high and draft.numeral.high <= ALIKE * one.numeral.high
        fits = one.unit == "times" or can_share(one, draft)
        return one if fits and alike and not one.per else None
    return None


def nearest(
    cut: Tokens, parts: Sentences, drafts: Sequence[Draft], place: int, known: Sequence[Draft], words: Words
) -> Draft | None:
    """Return the figure of the same sort, of those `known`, whose head an elided one most likely shares."""
    draft = drafts[place]
    here = parts.number(draft.first)
    if draft.numeral.low > 1:
        # "18 bodies in one grave and 25 in another"
        known = [one for one in known if one.numeral.high > 1] or known
    if (
        _is_decimal(cut, draft)
        and draft.numeral.high <= ALL
        and (shares := [one for one in known if one.unit == "percent"])
    ):
        return shares[0]
    if draft.numeral.magnitude >= LARGE:
        if money := sum_before(cut, drafts, place):
            return money
        known = [one for one in known if kind_of(one.unit, "") not in MEASURES and not is_beyond(one, draft)]
    same = [one for one in known if parts.number(one.first) == here]
    if draft.numeral.low >= THOUSAND and same and kind_of(same[0].unit, "") == "money":
        return same[0]
    compared = same[:1] if cut.lower(draft.first - 1) in words.shared else []
    countable = [one for one in known if kind_of(one.unit, one.persons) not in MEASURES]
    if same and kind_of(same[0].unit, "") == "area" and countable and countable[0] not in same:
        return same[0]
    found = next(iter(compared or countable or same or known), None)
    if found is None:
        return None
    found = _of_like_size(cut, drafts, found, draft, words)
    if found.numeral.high * ALIKE < draft.numeral.low and found not in same:
        # "5,400 cases; 12 children died. The week before it was 4,100."
        found = next((one for one in known if _is_comparable(one, draft)), found)
    return found if is_close(parts, drafts, place, found) else None


def is_beyond(one: Draft, draft: Draft) -> bool:
    """Whether a figure of millions is so many times an earlier one that they cannot count the same."""
    return draft.numeral.magnitude >= LARGE and one.numeral.high * BEYOND < draft.numeral.low


def sum_before(cut: Tokens, drafts: Sequence[Draft], place: int) -> Draft | None:
    """Return the last sum of money before a figure that is no conversion in brackets: its currency is the story's."""
    recent = drafts[max(place - RECALLED_MONEY, 0) : place]
    money = [one for one in recent if kind_of(one.unit, "") == "money" and not is_hundredth(one.unit)]
    plain = [one for one in money if cut.word(one.first - 1) != "("]
    return (plain or money or [None])[-1]


def _of_like_size(cut: Tokens, drafts: Sequence[Draft], found: Draft, draft: Draft, words: Words) -> Draft:
    """Return the figure that a few things are joined to, if they cannot be meant: "410 Leute, zwei Autos: 120"."""
    if found is drafts[0] or found.numeral.high >= draft.numeral.low:
        return found
    place = next(place for place, one in enumerate(drafts) if one is found)
    one = drafts[place - 1]
    joined = found.first - one.stop == 1 and cut.lowers[one.stop] in words.also
    alike = draft.numeral.low / ALIKE <= one.numeral.high <= draft.numeral.low * ALIKE
    if found.numeral.high > FEW or draft.numeral.low < FEW * ALIKE:
        # "142 Drohnen und sieben Raketen. Die Abwehr schoss 118 ab"
        alike = (
            draft.numeral.low <= one.numeral.high <= draft.numeral.low * ALIKE and kind_of(one.unit, "") == "weapons"
        )
    return one if joined and alike and can_share(one, draft) else found


def _is_comparable(one: Draft, draft: Draft) -> bool:
    """Whether two figures are so near in size that they may be told of the same at two times."""
    return one.numeral.low <= COMPARABLE * draft.numeral.high and draft.numeral.low <= COMPARABLE * one.numeral.high


def not_smaller(found: Sequence[Draft], draft: Draft) -> Draft:
    """Return the first figure of which so many can be: "142 drones and seven missiles. Air defences downed 118"."""
    return next((one for one in found if one.numeral.high >= draft.numeral.low), found[0])


def is_close(parts: Sentences, drafts: Sequence[Draft], place: int, found: Draft) -> bool:
    """Whether an earlier figure is near enough to be meant: the further off, the fewer figures stand between."""
    draft = drafts[place]
    apart = parts.number(draft.first) - parts.number(found.first)
    if not apart:
        return True
    between = 0
    for one in reversed(drafts[max(place - RECALLED_FIGURES, 0) : place]):
        if one is found:
            break
        between += one.unit != found.unit and kind_of(one.unit, one.persons) not in MEASURES
    return between < (1 if apart > 1 else 2)


def large_enough(parts: Sentences, drafts: Sequence[Draft], place: int) -> Draft | None:
    """Return the figure before this one that it can be a part of: near, countable, and not smaller."""
    draft = drafts[place]
    here = parts.number(draft.first)
    # "Two of them" are no money.
    never = ("percent", "distance", "money") if draft.numeral.high < THOUSAND else ("percent", "distance")
    for one in reversed(drafts[max(place - RECALLED_FIGURES, 0) : place]):
        if here - parts.number(one.first) > 1:
            return None
        if one.unit in _NEVER or kind_of(one.unit, one.persons) in never:
            continue
        if draft.numeral.low % 1 and draft.numeral.magnitude == 1 and kind_of(one.unit, one.persons) not in MEASURES:
            continue  # no 3.4 of 640,000 customers
        if one.numeral.high >= draft.numeral.low:
            return one
    return None


def is_joined_back(cut: Tokens, one: Draft, draft: Draft, words: Words) -> bool:
    """Whether only "and" or a comma stands between: "28% and 23", "von 477 Quadratkilometern auf 610"."""
    if one.per or not can_share(one, draft):
        return False
    if is_hundredth(one.unit) and cut.lower(draft.first - 1) in words.reaching:
        return False
    between = cut.lowers[one.stop : draft.first]
    if between in (["("], ["(", "+"], ["(", "-"]):  # "Panzer: 8 550 (+8)"
        # "17 Panzer (6.523)": the sum of them so far
        total = len(between) == 1 and draft.elided and draft.code is None and draft.numeral.low > one.numeral.high
        return cut.word(draft.stop) == ")" and (draft.increment or total)
    if len(between) == 2 and between[0] == "," and between[1] in words.compared:  # "15, gegen 7 im Vorjahr"
        return draft.elided
    return len(between) == 1 and between[0] in words.shared and draft.elided


def _is_decimal(cut: Tokens, draft: Draft) -> bool:
    """Whether a figure is written with decimals, be they zero: "4,0"."""
    written = cut.word(draft.numeral.first)
    return bool(draft.numeral.low % 1) or (
        draft.numeral.high < ALL and not written.isdecimal() and written[:1].isdecimal()
    )


def is_bought(cut: Tokens, one: Draft, draft: Draft, words: Words) -> bool:
    """Whether a figure is what the sum right before it buys, not one more sum: "$5 for 3"."""
    between = cut.lowers[one.stop : draft.first]
    return len(between) == 1 and between[0] in words.bought and kind_of(one.unit, "") == "money"
