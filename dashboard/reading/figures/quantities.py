"""Figures of a text: numeral, bound, head and unit put together; one item for a range, several for an enumeration."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from dashboard.reading.figures import drafts
from dashboard.reading.figures.drafts import Draft
from dashboard.reading.figures.heads import cents, contexts, points, rates, senses
from dashboard.reading.figures.heads.kinds import kind_of
from dashboard.reading.figures.heads.nouns import noun
from dashboard.reading.figures.labels.finding import is_label
from dashboard.reading.figures.numerals import ranges
from dashboard.reading.figures.numerals.numeral import Numeral
from dashboard.reading.figures.unsaid import elisions
from dashboard.reading.figures.unsaid import magnitudes as shared_magnitudes
from dashboard.reading.text.phrases import Phrases
from dashboard.reading.text.sentences import Sentences
from dashboard.reading.text.tokens import Tokens
from dashboard.reading.vocabulary import listed, table

# From here on a second end many times the first is none: "12,3 points à 7.369,61 points".
FAR = 100


class Quantity(NamedTuple):
    """A figure as written. `first` and `stop` are tokens, `start` and `end` code points: `text[start:end] == surface`.

    `low` and `high` are in `unit`, None for an open end; `qualifier`, `unit` and `kind` by the codes of the annotation
    rules, `unit` None where nothing says what is counted. `per` is the period of a rate.
    """

    first: int
    stop: int
    start: int
    end: int
    surface: str
    low: float | None
    high: float | None
    unit: str | None
    qualifier: str | None
    kind: str
    increment: bool
    per: str | None


def quantities(
    cut: Tokens, parts: Sentences, found: Sequence[Numeral], taken: Sequence[tuple[int, int]], language: str
) -> list[Quantity]:
    """Return the figures of a text in order.

    `found` are its numerals, ranges joined; `taken` the tokens (first, stop) of its dates, where no figure is read
    except an age.
    """
    spans = _Spans(taken)
    made: list[Draft] = []
    for numeral in found:
        # "50 pour cent": the second word is part of the unit.
        if (made and numeral.first < made[-1].stop) or is_label(cut, numeral, language):
            continue
        draft = drafts.draft(cut, numeral, language, spans.cover(numeral.first, numeral.stop))
        if draft is not None and not _is_none(cut, draft, language):
            # A sign between two numbers belongs to the first: "0$0".
            draft.first = max(draft.first, made[-1].stop) if made else draft.first
            made.append(draft)
    made = _with_ranges(cut, made, language)
    shared_magnitudes.share(cut, made, language)
    elisions.fill(cut, parts, made, language)
    for draft in made:
        if draft.elided and draft.code is None and draft.numeral.sort == "point" and draft.numeral.low > 0:
            drafts.take_minus(cut, draft, language)  # "von minus 3 auf plus 4 Grad"
    shared_magnitudes.follow(cut, made, language)
    points.settle(cut, made, language)
    senses.settle(cut, made, language)
    cents.settle(parts, made)
    contexts.settle(cut, parts, made, language)
    rates.take(cut, made, language)
    return [_finished(cut, draft, language) for draft in made]


class _Spans:
    """Spans of tokens in order, asked whether one covers a place."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self.firsts = [first for first, _ in spans]
        self.stops = [stop for _, stop in spans]

    def cover(self, first: int, stop: int) -> bool:
        """Whether any of the spans shares a token with these."""
        place = bisect_right(self.firsts, stop - 1) - 1
        return place >= 0 and self.stops[place] > first


def _with_ranges(cut: Tokens, made: list[Draft], language: str) -> list[Draft]:
    """Make one of two figures that are the ends of a range with a unit each: "10 Prozent bis 12 Prozent"."""
    joined: list[Draft] = []
    for draft in made:
        last = joined[-1] if joined else None
        near = last is not None and 0 < draft.first - last.stop <= ranges.BETWEEN
        # "raised by one point to 15 percent": a change and where it led
        if near and last.unit is not None and cut.lower(last.first - 1) in ranges.changed_by(language):
            joined.append(draft)
            continue
        same = near and last.unit is not None and last.unit == draft.unit and last.numeral.sort == "point"
        # "Two Britons, three Germans" are no range.
        if (
            last is not None
            and same
            and not _is_apart(cut, last, draft)
            and (cut.lowers[last.stop - 1] == cut.lowers[draft.stop - 1] or draft.unit != "person")
        ):
            ends = [
                replace(last.numeral, stop=last.stop, bare=False),
                replace(draft.numeral, first=draft.first, bare=False),
            ]
            both = ranges.joined(cut, ends, language)
            if len(both) == 1:
                first = min(drafts.opened_at(cut, last.first, both[0], language), last.first)
                added = draft.increment and both[0].low >= 0  # in "-5% to +3%" the plus is a sign
                joined[-1] = replace(draft, numeral=both[0], first=first, code="range", increment=added)
                continue
        joined.append(draft)
    return joined


def _is_apart(cut: Tokens, last: Draft, draft: Draft) -> bool:
    """Whether two figures of a unit are no range: "zwei F-16, drei Mirage 2000", "12,3 points à 7.369,61 points"."""
    far = draft.numeral.low >= FAR and draft.numeral.low > ranges.STEP * abs(last.numeral.low)
    return far or cut.words[last.stop] == ","


def _is_none(cut: Tokens, draft: Draft, language: str) -> bool:
    """Whether a numeral is no figure after all: a year, a pronoun, an idiom."""
    numeral = draft.numeral
    word = cut.lowers[numeral.first]
    if numeral.bare and draft.elided and draft.code is None and 1900 <= numeral.low < 2100:
        return True
    if not _idiom_words(language).isdisjoint(cut.lowers[max(numeral.first - 1, 0) : numeral.stop]):
        idioms = _idioms(language)
        if numeral.sort == "fraction" and idioms.at(cut, numeral.stop - 1):
            return True  # "un quart de finale"
        if numeral.sort == "point" and (
            idioms.at(cut, numeral.first) or idioms.before(cut, numeral.stop) or idioms.at(cut, numeral.first - 1)
        ):
            return True
    if numeral.sort != "point":
        return False
    pronouns, adjectives = _homographs(language)
    if pronouns.get(word) == numeral.high:
        return draft.elided
    if adjectives.get(word) != numeral.high or not draft.elided:
        return False
    return noun(cut.lower(numeral.first - 1), language) is not None


@cache
def _homographs(language: str) -> tuple[dict[str, float], dict[str, float]]:
    """Return the number words that may be pronouns, and those that may be adjectives behind a noun."""
    rows = table(language, "numbers")
    return rows["pronouns"], rows["behind_nouns"]


@cache
def _idioms(language: str) -> Phrases:
    return Phrases((phrase, "") for phrase in listed(table(language, "numbers")["idioms"]["words"]))


@cache
def _idiom_words(language: str) -> frozenset[str]:
    """Return the words that idioms begin and end with."""
    idioms = _idioms(language)
    return frozenset((*idioms.by_first, *idioms.by_last))


def _finished(cut: Tokens, draft: Draft, language: str) -> Quantity:
    numeral = draft.numeral
    low: float | None = numeral.low
    high: float | None = numeral.high
    if draft.code in (">", ">="):
        high = None
    elif draft.code in ("<", "<="):
        low = None
    start, end = cut.starts[draft.first], cut.ends[draft.stop - 1]
    return Quantity(
        draft.first,
        draft.stop,
        start,
        end,
        cut.text[start:end],
        low,
        high,
        draft.unit,
        draft.code,
        draft.kind or kind_of(draft.unit, draft.persons),
        draft.increment,
        draft.per,
    )
