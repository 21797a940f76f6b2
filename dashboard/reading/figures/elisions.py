"""Heads that are not said again: shared ("477 und 459 Quadratkilometer"), of a number named before ("die Zahl der
Soldaten stieg auf 11.000"), or left out ("etwa 800").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from dashboard.reading.figures.drafts import Draft
from dashboard.reading.figures.kinds import casualties_near, kind_of
from dashboard.reading.figures.nouns import Noun, noun
from dashboard.reading.text.phrases import Phrases
from dashboard.reading.text.sentences import Sentences
from dashboard.reading.text.tokens import Tokens
from dashboard.reading.traits import traits
from dashboard.reading.vocabulary import listed, table

# How far back "the number of soldiers" is looked for, how many figures and sentences back a head is remembered.
COUNTED_WITHIN = 28
RECALLED_FIGURES = 8
RECALLED_SENTENCES = 3
RECALLED_PARAGRAPHS = 0
# Sums are remembered longer: a story has one currency.
RECALLED_MONEY = 30
# From here on a bare number beside sums of money is one.
LARGE = 1_000_000
# How many words may stand between "of" and the whole that a figure is a part of.
PARTITIVE = 4
# "Two men" are seldom soldiers, "10.000 Mann" nearly always are.
MEN_AT_ARMS = 50
_MEASURES = ("percent", "area", "distance", "money", "other")


@dataclass(frozen=True, slots=True)
class _Words:
    of_them: Phrases
    among: Phrases
    counts: frozenset[str]
    counting: dict[str, str]
    tolls: frozenset[str]
    inhabited: frozenset[str]
    shared: frozenset[str]
    also: frozenset[str]
    of: frozenset[str]
    partitive: frozenset[str]
    owners: frozenset[str]
    compared: frozenset[str]
    people_do: frozenset[str]
    men: frozenset[str]
    capitalised_nouns: bool


@cache
def _words(language: str) -> _Words:
    rows = table(language, "nouns")
    said = rows["anaphora"]
    return _Words(
        Phrases((phrase, "") for phrase in listed(said["of_them"])),
        Phrases((phrase, "") for phrase in listed(said["among"])),
        frozenset(listed(said["counts"])),
        {word: unit for unit, entries in rows["counting"].items() for word in listed(entries)},
        frozenset(listed(said["tolls"])),
        frozenset(listed(said["inhabited"])),
        frozenset(listed(said["shared"])),
        frozenset(listed(said["also"])),
        frozenset(listed(said["of"])),
        frozenset(listed(said["partitive"])),
        frozenset(listed(said["owners"])),
        frozenset(listed(said["compared"])),
        frozenset(listed(said["people_do"])),
        frozenset(listed(said["men"])),
        traits(language).capitalised_nouns,
    )


def fill(cut: Tokens, parts: Sentences, drafts: Sequence[Draft], language: str) -> None:
    """Give each figure without a head what it counts, where the text around it says so; else leave it empty."""
    words = _words(language)
    for draft in drafts:
        draft.persons = _persons(cut, draft, words, language)
    for before, draft in pairwise(drafts):
        # "Fünf Männer und sieben Frauen starben"
        if draft.first - before.stop != 1 or cut.lowers[before.stop] not in words.also:
            continue
        if before.unit == draft.unit == "person" and draft.persons == "casualties" and draft.by_verb:
            before.persons = "casualties"
    _share_forward(cut, drafts, words)
    for place, draft in enumerate(drafts):
        if draft.unit is None:
            _recall(cut, parts, drafts, place, words, language)
            draft.persons = _persons(cut, draft, words, language)
        if draft.unit == "person" and draft.persons != "casualties":
            _count_among_casualties(cut, drafts, place, words)


def _persons(cut: Tokens, draft: Draft, words: _Words, language: str) -> str:
    """Return which persons a figure counts; a word of death or injury in its clause makes casualties of them."""
    if draft.unit != "person" or draft.persons == "casualties":
        return draft.persons
    if casualties_near(cut, draft.first, draft.stop, language):
        draft.by_verb = True
        return "casualties"
    few_men = draft.numeral.high < MEN_AT_ARMS and cut.lowers[draft.stop - 1] in words.men
    return "people" if few_men else draft.persons


def _share_forward(cut: Tokens, drafts: Sequence[Draft], words: _Words) -> None:
    """Take the head of the next figure it is joined to: "477 und 459 Quadratkilometer", "46 of the 61 drones"."""
    for place in range(len(drafts) - 1, 0, -1):
        this, following = drafts[place - 1], drafts[place]
        if this.unit is not None or following.unit in (None, "times", "fraction"):
            continue
        if place > 1 and _is_compared(cut, drafts[place - 2], this, words):
            continue
        between = cut.lowers[this.stop : following.first]
        joined = 0 < len(between) <= 4 and between[0] in words.shared
        of_them = 0 < len(between) <= 6 and between[0] in words.of
        if (joined or of_them) and "\n" not in between and "." not in between:
            this.take_head(following)


def _is_compared(cut: Tokens, earlier: Draft, draft: Draft, words: _Words) -> bool:
    """Whether a figure is held against the one before it: "311 voix contre 112"."""
    between = cut.lowers[earlier.stop : draft.first]
    return len(between) == 1 and between[0] in words.compared and bool(earlier.unit)


def _recall(cut: Tokens, parts: Sentences, drafts: Sequence[Draft], place: int, words: _Words, language: str) -> None:
    """Take the head from what was said before: nearest first what is joined, then a count, then an earlier figure."""
    draft = drafts[place]
    if place and _is_joined_back(cut, drafts[place - 1], draft, words):
        draft.take_head(drafts[place - 1])
        return
    if _is_labelled(cut, draft):
        known = noun(_label(cut, draft), language)
        draft.unit, draft.persons = (known.unit, known.persons) if known else (None, "")
        return
    if place and words.among.before(cut, draft.first) and drafts[place - 1].unit not in (None, "fraction", "times"):
        draft.take_head(drafts[place - 1])
        return
    if counted := _counted_before(cut, parts, draft, words, language):
        draft.unit, draft.persons = counted
        return
    if _is_inhabited(cut, draft, words):
        draft.unit, draft.persons = "person", "people"
        return
    if whole := _partitive(cut, draft, words, language):
        draft.unit, draft.persons = whole.unit, whole.persons
        return
    if casualties_near(cut, draft.first, draft.stop, language) == "beside":
        draft.unit, draft.persons = "person", "casualties"
        return
    if draft.numeral.sort == "vague":
        draft.unit, draft.persons = "person", "people"
        return
    people = cut.lower(draft.stop + (cut.word(draft.stop) == ",")) in words.people_do
    earlier = _earlier(parts, drafts, place, cut, words)
    if earlier is not None and not (people and kind_of(earlier.unit, earlier.persons) in _MEASURES):
        draft.take_head(earlier)
    elif people:
        draft.unit, draft.persons = "person", "people"


def _is_joined_back(cut: Tokens, earlier: Draft, draft: Draft, words: _Words) -> bool:
    """Whether only "and" or a comma stands between: "28% and 23", "von 477 Quadratkilometern auf 610"."""
    if earlier.unit in (None, "times", "year_old", "fraction") or earlier.per:
        return False
    between = cut.lowers[earlier.stop : draft.first]
    if between in (["("], ["(", "+"], ["(", "-"]):  # "Panzer: 8 550 (+8)"
        return cut.word(draft.stop) == ")" and draft.increment
    return len(between) == 1 and between[0] in words.shared and draft.elided


def _earlier(parts: Sentences, drafts: Sequence[Draft], place: int, cut: Tokens, words: _Words) -> Draft | None:
    """Return the figure whose head an elided one most likely shares: of the same sort, in the last sentences."""
    draft = drafts[place]
    here = parts.number(draft.first)
    candidates = [
        earlier
        for earlier in reversed(drafts[max(place - RECALLED_FIGURES, 0) : place])
        if here - parts.number(earlier.first) <= RECALLED_SENTENCES
        and parts.paragraphs[here] - parts.paragraphs[parts.number(earlier.first)] <= RECALLED_PARAGRAPHS
        and earlier.unit not in (None, "year_old", "times", "fraction")
    ]
    if draft.numeral.low % 1 and (shares := [earlier for earlier in candidates if earlier.unit == "percent"]):
        return shares[0]
    if draft.numeral.magnitude >= LARGE:
        recent = reversed(drafts[max(place - RECALLED_MONEY, 0) : place])
        money = [earlier for earlier in recent if kind_of(earlier.unit, "") == "money"]
        candidates = money or [earlier for earlier in candidates if kind_of(earlier.unit, "") not in _MEASURES]
    same = [earlier for earlier in candidates if parts.number(earlier.first) == here]
    compared = same[:1] if cut.lower(draft.first - 1) in words.shared else []
    countable = [earlier for earlier in candidates if kind_of(earlier.unit, earlier.persons) not in _MEASURES]
    return next(iter(compared or countable or same or candidates), None)


def _partitive(cut: Tokens, draft: Draft, words: _Words, language: str) -> Noun | None:
    """Return what a figure is a part of: "43,000 of its soldiers", "drei seiner Kinder", "deux de ses ponts"."""
    word = cut.lower(draft.stop)
    owned = word in words.owners or (word in words.of and cut.lower(draft.stop + 1) in words.owners)
    if not owned and word not in words.partitive:
        return None
    for place in range(draft.stop + 1, min(draft.stop + 1 + PARTITIVE, len(cut))):
        word = cut.words[place]
        if not word[0].isalpha() and word not in "'’":
            return None
        known = noun(cut.lowers[place], language) if not words.capitalised_nouns or word[0].isupper() else None
        if known is not None:
            return known
    return None


def _is_labelled(cut: Tokens, draft: Draft) -> bool:
    """Whether a figure stands behind the label of a list or in the cell of a table: "– Panzer: 8 550"."""
    before = cut.word(draft.first - 1)
    return before in (":", "|") or (draft.first > 0 and "\t" in cut.between(draft.first - 1))


def _label(cut: Tokens, draft: Draft) -> str:
    """Return the last word of a figure's label, as it is looked up."""
    return cut.lower(draft.first - (2 if cut.word(draft.first - 1) in (":", "|") else 1))


def _counted_before(
    cut: Tokens, parts: Sentences, draft: Draft, words: _Words, language: str
) -> tuple[str, str] | None:
    """Return unit and persons from "the number of X", "die Opferzahl", "le bilan" before a figure in its sentence."""
    begin = max(parts.bounds(parts.number(draft.first))[0], draft.first - COUNTED_WITHIN)
    for place in range(draft.first - 1, begin - 1, -1):
        word = cut.lowers[place]
        if word in words.counts:
            for after in range(place + 1, min(place + 7, draft.first)):
                known = noun(cut.lowers[after], language)
                if known and (not words.capitalised_nouns or cut.words[after][0].isupper()):
                    return known.unit, known.persons
        if word in words.counting:
            return words.counting[word], "casualties" if word in words.tolls else "people"
    return None


def _is_inhabited(cut: Tokens, draft: Draft, words: _Words) -> bool:
    """Whether a number tells how many live in a place: "a town of about 4,600"."""
    return cut.lower(draft.first - 1) in words.of and cut.lower(draft.first - 2) in words.inhabited


def _count_among_casualties(cut: Tokens, drafts: Sequence[Draft], place: int, words: _Words) -> None:
    """Make casualties of persons told as some of the casualties before: "12 Tote, darunter drei Kinder"."""
    draft = drafts[place]
    if place and words.among.before(cut, draft.first):
        earlier = drafts[place - 1]
        if earlier.persons == "casualties" and draft.first - earlier.stop < 12:
            draft.persons = "casualties"
