"""A figure on its way: what its own words say, before its neighbours are asked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from dashboard.reading.figures import bounds, exceeding, over_places
from dashboard.reading.figures.ages.finding import age
from dashboard.reading.figures.heads.finding import after_token, tail_unit
from dashboard.reading.figures.heads.nouns import currency_prefixes, nouns
from dashboard.reading.figures.numerals import signs, votes
from dashboard.reading.figures.numerals.number_words import lexicon
from dashboard.reading.figures.numerals.numeral import CURRENCY_CODES, CURRENCY_SIGNS, Numeral
from dashboard.reading.figures.numerals.parts import half_behind
from dashboard.reading.figures.numerals.ranges import crosses_nought
from dashboard.reading.text.phrases import Phrases
from dashboard.reading.text.tokens import Tokens
from dashboard.reading.vocabulary import listed, table

_LETTERED_SIGNS = {"us": "USD", "c": "CAD", "ca": "CAD", "a": "AUD", "au": "AUD", "hk": "HKD", "nz": "NZD"}
# A number of up to so many is one that "talks about" or "gegen" may stand before as a preposition.
SMALL = 19


@dataclass(slots=True)
class Draft:
    """A figure: its numeral, the tokens of its phrase, its bound and, if its own words say it, what it counts.

    `persons` as in `Head`; `known` is false for a unit in no table; `elided` where no head follows; `by_verb` where a
    verb makes casualties of the persons. `kind` is given where what stands around says more of it than the unit does.
    """

    numeral: Numeral
    first: int
    stop: int
    code: str | None
    unit: str | None = None
    persons: str = ""
    per: str | None = None
    increment: bool = False
    elided: bool = False
    known: bool = True
    by_verb: bool = False
    kind: str | None = None

    def take_head(self, other: Draft) -> None:
        """Count what another figure counts."""
        self.unit, self.persons, self.known = other.unit, other.persons, other.known


def draft(cut: Tokens, numeral: Numeral, language: str, dated: bool) -> Draft | None:
    """Return the draft of a numeral; None if it is part of a date (`dated`) and no age, or counts nothing."""
    old = age(cut, numeral, language)
    if old is None and dated:
        return None
    sign, unit = _currency_before(cut, numeral.first, language)
    small = numeral.high <= SMALL and unit is None
    opened = _opening(cut, sign, numeral, language, small)
    start, bound = _bound(cut, sign, opened, numeral, language, small)
    made = Draft(numeral, start, numeral.stop, _code(numeral, bound.code), unit, increment=bound.increment)
    if cut.word(sign - 1) == "+":
        made.increment = True
    if old is not None:
        made.stop, made.unit = old, "year_old"
        return made
    if numeral.tail and (bounded := bounds.of_tail(numeral.tail, language)):
        made.code = made.code or bounded
        made.numeral = numeral = replace(numeral, tail="")
    if numeral.tail:
        made.unit = made.unit or tail_unit(numeral.tail, language)
        made.persons = "people" if made.unit == "person" else ""
        made.elided = made.unit is None
        return made if made.unit or numeral.magnitude > 1 else None
    if made.unit is None:
        _take_following(cut, made, language)
        _take_half_behind(cut, made, language)
        if (made.elided or not made.known) and votes.is_vote(cut, numeral.first, numeral.stop, language):
            made.stop, made.unit, made.elided, made.known = numeral.stop, "vote", False, True
    else:
        _take_late_bound(cut, made, made.stop, language)
    if bound.code and over_places.is_place(
        cut, bound.first, numeral.first, made.stop, made.unit, numeral.high, language
    ):
        made.code, made.first = _code(numeral, None), opened if numeral.sort == "range" else sign
    elif made.code is None and exceeding.is_exceeded(cut, made.first, made.stop, language):
        made.code = ">"
    if numeral.sort == "times" or (made.elided and _factors(language).before(cut, made.first)):
        made.elided = False
        made.unit = "times"
    elif numeral.sort == "fraction" and made.unit != "percent":
        made.unit = "fraction"
    # In "au moins 8 %" the minus belongs to the bound.
    if bound.code is None or made.first == numeral.first:
        take_minus(cut, made, language)
    return made


def take_minus(cut: Tokens, made: Draft, language: str) -> None:
    """Take the minus before a figure that can be negative; a range may have the signs of both its ends already."""
    numeral = made.numeral
    if numeral.low < 0:
        made.first = min(made.first, numeral.first - 1)
    elif made.unit in ("degree", "percent") and signs.is_negative(cut, numeral.first, language):
        first_end = numeral.sort == "range" and crosses_nought(cut, numeral, made.unit, language)
        ends = (-numeral.low, numeral.high) if first_end else (-numeral.high, -numeral.low)
        made.numeral = Numeral(numeral.first, numeral.stop, *ends, numeral.sort)
        made.first = min(made.first, numeral.first - 1)


@cache
def _factors(language: str) -> Phrases:
    return Phrases((phrase, "") for phrase in listed(table(language, "numbers")["times_rules"]["factor"]))


def opened_at(cut: Tokens, first: int, numeral: Numeral, language: str) -> int:
    """Return where the word stands that opens a range whose phrase begins at `first`: "zwischen", "from"."""
    return _opening(cut, first, numeral, language, small=False)


def _take_following(cut: Tokens, made: Draft, language: str) -> None:
    """Take head, unit and late bounds from the words after a numeral."""
    numeral, place = made.numeral, made.stop
    within = bounds.after(cut, place, language)
    if within and made.code is None:
        made.code = within[1]
    head = after_token(cut, within[0] if within else place, numeral, language)
    if head is None:
        made.elided = numeral.sort not in ("times", "fraction")
        following = cut.lower(place)
        added = numeral.sort != "times" and (
            bounds.adds_within(following, language) or bounds.adds_behind(cut, place, language)
        )
        made.increment = made.increment or added
        return
    unit, _, per = head.unit.partition("/")
    made.stop, made.unit, made.persons, made.known, made.per = head.stop, unit, head.persons, head.known, per or None
    behind = unit != "percent" and bounds.adds_behind(cut, head.stop, language)
    made.increment = made.increment or head.increment or behind
    _take_late_bound(cut, made, head.stop, language)


def _take_half_behind(cut: Tokens, made: Draft, language: str) -> None:
    """Add the half told behind a measure: "trois kilomètres carrés et demi", "two miles and a half"."""
    numeral = made.numeral
    if made.elided or numeral.sort != "point" or numeral.low % 1 or numeral.magnitude != 1:
        return
    if stop := half_behind(cut, made.stop, lexicon(language)):
        made.numeral = replace(numeral, low=numeral.low + 0.5, high=numeral.high + 0.5)
        made.stop = stop


def _take_late_bound(cut: Tokens, made: Draft, stop: int, language: str) -> None:
    if made.code is None and (late := bounds.after(cut, stop, language)):
        made.code = late[1]


def _bound(
    cut: Tokens, sign: int, opened: int, numeral: Numeral, language: str, small: bool
) -> tuple[int, bounds.Bound]:
    """Return where the phrase begins and its bound; an article may stand between ("etwa die Hälfte")."""
    bound = bounds.before(cut, opened, language, small=small)
    if bound.first == opened and opened != sign:
        bound = bounds.before(cut, sign, language, small=small)
    if bound.first == sign and numeral.sort in ("fraction", "times"):
        articles = listed(table(language, "numbers")["part_rules"]["article_before"])
        if cut.lower(sign - 1) in articles:
            before = bounds.before(cut, sign - 1, language, small=False)
            bound = before if before.code else bound
    return min(bound.first, opened), bound


def _code(numeral: Numeral, code: str | None) -> str | None:
    """Return the qualifier: that of the numeral itself goes before that of the words around it."""
    if numeral.sort in ("range", "vague"):
        return numeral.sort
    if numeral.sort in ("times", "fraction") and numeral.low != numeral.high:
        return "range"
    return code or ("~" if numeral.sort == "round" else None)


def _currency_before(cut: Tokens, first: int, language: str) -> tuple[int, str | None]:
    """Return where a currency sign before the numeral begins and its unit: "$5", "US$ 5", "CHF 3"."""
    sign = cut.word(first - 1)
    if sign in CURRENCY_SIGNS:
        unit = nouns(language).measures.by_first.get(sign, [((), "USD")])[-1][1]
        first -= 1
        letters = cut.lower(first - 1)
        if cut.touch(first - 1) and letters in _LETTERED_SIGNS:
            return first - 1, _LETTERED_SIGNS[letters]
        return first, unit
    if sign in CURRENCY_CODES:
        return first - 1, sign
    named = currency_prefixes().get(cut.lower(first - 1)) if sign[:1].isupper() else None  # "Rs 41 crore"
    return (first - 1, named) if named else (first, None)


def _opening(cut: Tokens, first: int, numeral: Numeral, language: str, small: bool) -> int:
    """Return where the word stands that opens a range: "zwischen etwa 1.150 und 1.300"."""
    if numeral.low == numeral.high or numeral.sort == "vague":
        return first
    rows = table(language, "numbers")["ranges"]
    openers = (*listed(rows["open_and"]), *listed(rows["open_to"]))
    place = bounds.before(cut, first, language, small=small).first
    return place - 1 if cut.lower(place - 1) in openers else first
