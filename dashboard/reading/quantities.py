"""Figures of a text: numeral, bound, head and unit put together; one item for a range, several for an enumeration."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from dashboard.reading import ages, bounds, heads, labels, ranges
from dashboard.reading.kinds import casualties_near, kind_of
from dashboard.reading.nouns import noun, nouns
from dashboard.reading.numerals import CURRENCY_SIGNS, Numeral
from dashboard.reading.phrases import Phrases
from dashboard.reading.sentences import Sentences
from dashboard.reading.tokens import Tokens
from dashboard.reading.words import listed, table

# How far back "the number of soldiers ... 11,000" is looked for, and how many figures back an elided head.
COUNTED_WITHIN = 28
RECALLED = 4
_LETTERED_SIGNS = frozenset(("us", "c", "ca", "a", "au", "hk", "nz", "s"))
_CODES = frozenset(("usd", "eur", "gbp", "chf", "rub", "uah", "cny", "jpy"))


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure as written. `first` and `stop` are tokens, `start` and `end` code points: `text[start:end] == surface`.

    `low` and `high` are in `unit`, None for an open end; `qualifier`, `unit` and `kind` by the codes of the annotation
    rules, `unit` None where nothing says what is counted. `per` is the period of a rate. `numeral` is where the number
    itself stands (tokens).
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
    numeral: tuple[int, int]


@dataclass(slots=True)
class _Draft:
    """A figure on its way: what its own words say, before its neighbours are asked."""

    numeral: Numeral
    first: int
    stop: int
    code: str | None
    unit: str | None
    persons: str
    increment: bool
    elided: bool
    known: bool = True


@dataclass(frozen=True, slots=True)
class _Words:
    per: Phrases
    of_them: Phrases
    counts: frozenset[str]
    counting: dict[str, str]
    shared: frozenset[str]
    articles: frozenset[str]


@cache
def _words(language: str) -> _Words:
    rows = table(language, "nouns")
    return _Words(
        Phrases((phrase, unit) for unit, entries in rows["per"].items() for phrase in listed(entries)),
        Phrases((phrase, "") for phrase in listed(rows["anaphora"]["of_them"])),
        frozenset(listed(rows["anaphora"]["counts"])),
        {word: unit for unit, entries in rows["counting"].items() for word in listed(entries)},
        frozenset(listed(rows["anaphora"]["shared"])),
        frozenset(listed(table(language, "numbers")["articles"]["words"])),
    )


def quantities(
    cut: Tokens, parts: Sentences, found: Sequence[Numeral], taken: Sequence[tuple[int, int]], language: str
) -> list[Quantity]:
    """Return the figures of a text in order.

    `found` are its numerals, ranges joined; `taken` the tokens (first, stop) of its dates, where no figure is read
    except an age.
    """
    spans = _Spans(taken)
    drafts = [
        draft
        for numeral in found
        if not labels.is_label(cut, numeral, language)
        and (draft := _draft(cut, numeral, language, spans.cover(numeral.first, numeral.stop))) is not None
    ]
    drafts = _with_ranges(cut, drafts, language)
    _share_heads(cut, drafts, language)
    _recall_heads(cut, parts, drafts, language)
    return [_finished(cut, parts, draft, language) for draft in drafts if not _is_none(cut, draft, language)]


class _Spans:
    """Spans of tokens in order, asked whether one covers a place."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self.firsts = [first for first, _ in spans]
        self.stops = [stop for _, stop in spans]

    def cover(self, first: int, stop: int) -> bool:
        """Whether any of the spans shares a token with these."""
        place = bisect_right(self.firsts, stop - 1) - 1
        return place >= 0 and self.stops[place] > first


def _draft(cut: Tokens, numeral: Numeral, language: str, dated: bool) -> _Draft | None:
    old = ages.age(cut, numeral, language)
    if old is None and dated:
        return None
    first, unit = _currency_before(cut, numeral.first, language)
    opened = _opening(cut, first, numeral, language)
    bound = bounds.before(cut, opened, language)
    if bound.first == opened and opened != first:
        bound = bounds.before(cut, first, language)
    start = min(bound.first, opened if numeral.sort == "range" else first)
    code = _code(numeral, bound.code)
    if old is not None:
        return _Draft(numeral, start, old, code, "year_old", "", bound.increment, False)
    stop, persons, known, increment, elided = numeral.stop, "", True, bound.increment, False
    late = bounds.after(cut, stop, language)
    if late and code is None:
        code = late[1]
    if unit is None and not numeral.tail:
        head = heads.after(cut, numeral, language)
        if head is not None:
            stop, unit, persons, known = head.stop, head.unit, head.persons, head.known
            increment = increment or head.increment or bounds.adds_behind(cut, head.stop, language)
            if code is None and (late := bounds.after(cut, stop, language)):
                code = late[1]
        else:
            elided = numeral.sort not in ("times", "fraction")
    elif numeral.tail:
        unit = _tail_unit(numeral.tail, language)
        if unit is None:
            return None
        persons = "people" if unit == "person" else ""
    if numeral.sort == "times":
        unit = "times"
    elif numeral.sort == "fraction":
        unit = unit if unit not in (None, "person") and unit in ("percent",) else "fraction"
    return _Draft(numeral, start, stop, code, unit, persons, increment, elided, known)


def _code(numeral: Numeral, code: str | None) -> str | None:
    """Return the qualifier: that of the numeral itself goes before that of the words around it."""
    if numeral.sort in ("range", "vague"):
        return numeral.sort
    return code or ("~" if numeral.sort == "round" else None)


def _tail_unit(tail: str, language: str) -> str | None:
    """Return the unit of a number grown together with its noun: "zwölfköpfig", "ten-member"."""
    if language == "de":
        return "person" if tail.startswith("köpfig") else "storey" if tail.startswith("stöckig") else None
    first = tail.partition("-")[0]
    for words, unit in nouns(language).measures.by_first.get(first, ()):
        if len(words) == 1:
            return unit
    known = noun(first, language)
    return known.unit if known else first if len(first) > 2 else None


def _currency_before(cut: Tokens, first: int, language: str) -> tuple[int, str | None]:
    """Return where a currency sign before the numeral begins and its unit: "$5", "US$ 5", "CHF 3"."""
    sign = cut.word(first - 1)
    if sign in CURRENCY_SIGNS:
        unit = nouns(language).measures.by_first.get(sign, [((), None)])[0][1]
        first -= 1
        if cut.touch(first - 1) and cut.lower(first - 1) in _LETTERED_SIGNS:
            first -= 1
            unit = {"c": "CAD", "ca": "CAD", "a": "AUD", "au": "AUD"}.get(cut.lowers[first], unit)
        return first, unit
    if sign.lower() in _CODES and sign.isupper():
        return first - 1, sign
    return first, None


def _opening(cut: Tokens, first: int, numeral: Numeral, language: str) -> int:
    """Return where the word stands that opens a range: "zwischen etwa 1.150 und 1.300"."""
    if numeral.sort != "range":
        return first
    rows = table(language, "numbers")["ranges"]
    openers = (*listed(rows["open_and"]), *listed(rows["open_to"]))
    place = bounds.before(cut, first, language).first
    return place - 1 if cut.lower(place - 1) in openers else first


def _with_ranges(cut: Tokens, drafts: list[_Draft], language: str) -> list[_Draft]:
    """Make one of two figures that are the ends of a range with a unit each: "10 Prozent bis 12 Prozent"."""
    made: list[_Draft] = []
    for draft in drafts:
        if made and made[-1].unit is not None and made[-1].unit == draft.unit and made[-1].code != "range":
            last = made[-1]
            both = (
                ranges.joined(cut, [replace(last.numeral, stop=last.stop, bare=False), draft.numeral], language)
                if last.stop <= draft.first
                else []
            )
            if len(both) == 1:
                opened = _opening(cut, last.first, both[0], language)
                made[-1] = replace_draft(draft, numeral=both[0], first=min(opened, last.first), code="range")
                continue
        made.append(draft)
    return made


def replace_draft(draft: _Draft, **changes: object) -> _Draft:
    """Return a copy of a draft with some of its fields changed."""
    return replace(draft, **changes)


def _share_heads(cut: Tokens, drafts: list[_Draft], language: str) -> None:
    """Give a figure without a head that of the next one it is joined to: "477 und 459 Quadratkilometer"."""
    words = _words(language)
    for this, following in reversed(list(zip(drafts, drafts[1:], strict=False))):
        if this.unit is not None or following.unit is None or following.unit in ("times", "year_old"):
            continue
        between = cut.lowers[this.stop : following.first]
        if 0 < len(between) <= 4 and between[0] in words.shared and "\n" not in between:
            this.unit, this.persons, this.known = following.unit, following.persons, following.known


def _recall_heads(cut: Tokens, parts: Sentences, drafts: list[_Draft], language: str) -> None:
    """Give a figure whose head was said before that head: "die Zahl der Soldaten ... 11.000", "etwa 800"."""
    words = _words(language)
    for place, draft in enumerate(drafts):
        if draft.unit is not None:
            continue
        counted = _counted_before(cut, parts, draft, words, language)
        if counted:
            draft.unit, draft.persons = counted
            continue
        if casualties_near(cut, draft.first, draft.stop, language) == "beside":
            draft.unit, draft.persons = "person", "casualties"
            continue
        for earlier in reversed(drafts[max(place - RECALLED, 0) : place]):
            if parts.number(draft.first) - parts.number(earlier.first) > 2:
                break
            if earlier.unit in (None, "year_old", "times", "fraction") or (
                earlier.unit == "percent" and not _alike(earlier.numeral, draft.numeral)
            ):
                continue
            draft.unit, draft.persons, draft.known = earlier.unit, earlier.persons, earlier.known
            break


def _alike(one: Numeral, other: Numeral) -> bool:
    return max(one.high, other.high) <= 100


def _counted_before(
    cut: Tokens, parts: Sentences, draft: _Draft, words: _Words, language: str
) -> tuple[str, str] | None:
    """Return unit and persons from "the number of X", "die Opferzahl", "le bilan" before a figure in its sentence."""
    begin = max(parts.bounds(parts.number(draft.first))[0], draft.first - COUNTED_WITHIN)
    for place in range(draft.first - 1, begin - 1, -1):
        word = cut.lowers[place]
        if word in words.counts:
            for after in range(place + 1, min(place + 7, draft.first)):
                known = noun(cut.lowers[after], language)
                if known and (language != "de" or cut.words[after][0].isupper()):
                    return known.unit, known.persons
        if word in words.counting:
            return words.counting[word], "casualties" if word in (
                "toll",
                "bilan",
                "opferzahl",
                "todeszahl",
            ) else "people"
    return None


def _is_none(cut: Tokens, draft: _Draft, language: str) -> bool:
    """Whether a numeral is no figure after all: a year, a pronoun, an idiom."""
    numeral = draft.numeral
    if numeral.bare and draft.elided and draft.code is None and 1900 <= numeral.low < 2100:
        return True
    if language == "en" and cut.lowers[numeral.first] == "one" and numeral.high == 1:
        # "one another", "no one", "one of": a pronoun. "one soldier" has a head.
        return draft.elided
    return language == "fr" and cut.lowers[numeral.first] == "neuf" and numeral.high == 9 and draft.elided


def _finished(cut: Tokens, parts: Sentences, draft: _Draft, language: str) -> Quantity:
    numeral, unit = draft.numeral, draft.unit
    low: float | None = numeral.low
    high: float | None = numeral.high
    if draft.code in (">", ">="):
        high = None
    elif draft.code in ("<", "<="):
        low = None
    start, end = cut.starts[draft.first], cut.ends[draft.stop - 1]
    per = _words(language).per.at(cut, draft.stop)
    near = casualties_near(cut, draft.first, draft.stop, language) if unit == "person" else None
    persons = "casualties" if near and draft.persons in ("troops", "people", "") else draft.persons
    return Quantity(
        draft.first,
        draft.stop,
        start,
        end,
        cut.text[start:end],
        low,
        high,
        unit,
        draft.code,
        kind_of(unit, persons),
        draft.increment,
        per[1] if per else None,
        (numeral.first, numeral.stop),
    )
