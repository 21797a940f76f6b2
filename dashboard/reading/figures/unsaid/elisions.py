"""Heads that are not said again: shared ("477 und 459 Quadratkilometer") or recalled from before ("etwa 800")."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dashboard.reading.figures.drafts import Draft
from dashboard.reading.figures.heads.kinds import casualties_near
from dashboard.reading.figures.unsaid import recalls
from dashboard.reading.figures.unsaid.earlier import ALL, large_enough
from dashboard.reading.figures.unsaid.words import Words, elision_words
from dashboard.reading.text.sentences import Sentences
from dashboard.reading.text.tokens import Tokens

# "Two men" are seldom soldiers, "10.000 Mann" nearly always are.
MEN_AT_ARMS = 50
# So far apart two shares behind the same preposition stand, of which the second has the word.
SHARES_WITHIN = 6
# So many words the name of another teller has, and as many may end what the first told.
TELLER = 2
# What no bare number beside it shares: it is told with its word every time.
_UNSHARED = (None, "times", "fraction", "year_old", "day", "week", "month", "year", "hour", "minute")


def fill(cut: Tokens, parts: Sentences, drafts: Sequence[Draft], language: str) -> None:
    """Give each figure without a head what it counts, where the text around it says so; else leave it empty."""
    words = elision_words(language)
    for draft in drafts:
        draft.persons = _persons(cut, draft, words, language)
    for before, draft in pairwise(drafts):
        # "Fünf Männer und sieben Frauen starben"
        if draft.first - before.stop != 1 or cut.lowers[before.stop] not in words.also:
            continue
        if before.unit == draft.unit == "person" and draft.persons == "casualties" and draft.by_verb:
            before.persons = "casualties"
    _share_forward(cut, drafts, words, language)
    for place, draft in enumerate(drafts):
        if draft.unit is None or _is_piece(cut, draft, words):
            recalls.recall(cut, parts, drafts, place, words, language)
            draft.persons = _persons(cut, draft, words, language)
        elif not draft.known and place and not words.plural_tells and words.among.before(cut, draft.first):
            _take_persons(parts, drafts, place)
        if draft.unit == "person" and draft.persons != "casualties":
            _count_among_casualties(cut, drafts, place, words)
            if place and _is_told_alike(cut, drafts[place - 1], draft):
                draft.persons = "casualties"


def _take_persons(parts: Sentences, drafts: Sequence[Draft], place: int) -> None:
    """Count persons where a noun in no table is told as some of the persons before: "12 Tote, darunter drei Imker"."""
    whole = large_enough(parts, drafts, place)
    if whole is not None and whole.unit == "person":
        drafts[place].take_head(whole)


def _is_piece(cut: Tokens, draft: Draft, words: Words) -> bool:
    """Whether the head stands for one named before: "25 Stück"."""
    return not draft.elided and draft.stop - 1 >= draft.numeral.stop and cut.lowers[draft.stop - 1] in words.pieces


def _persons(cut: Tokens, draft: Draft, words: Words, language: str) -> str:
    """Return which persons a figure counts; a word of death or injury in its clause makes casualties of them."""
    if draft.unit != "person" or draft.persons == "casualties":
        return draft.persons
    if casualties_near(cut, draft.first, draft.stop, language):
        draft.by_verb = True
        return "casualties"
    few_men = draft.numeral.high < MEN_AT_ARMS and cut.lowers[draft.stop - 1] in words.men
    return "people" if few_men else draft.persons


def _share_forward(cut: Tokens, drafts: Sequence[Draft], words: Words, language: str) -> None:
    """Take the head of the next figure it is joined to: "477 und 459 Quadratkilometer", "46 of the 61 drones"."""
    for place in range(len(drafts) - 1, 0, -1):
        this, following = drafts[place - 1], drafts[place]
        if this.unit is not None or following.unit in _UNSHARED:
            continue
        if recalls.by_neighbours(cut, this, words, language):
            continue  # "a crew of 22 and 20,000 tonnes"
        if place > 1 and _is_compared(cut, drafts[place - 2], this, words):
            continue
        between = cut.lowers[this.stop : following.first]
        joined = 0 < len(between) <= 4 and between[0] in words.shared
        # "mindestens 40, wahrscheinlich aber 60 Menschen": the second corrects the first.
        bounded = this.code is not None or following.code is not None
        corrected = bounded and 0 < len(between) <= 4 and between != [","] and words.rather.issuperset(between)
        joined = joined or corrected
        # "38 against and one abstention"
        if joined and len(between) > 1 and between[0] in words.compared and not words.also.isdisjoint(between):
            continue
        # "killed 57 and destroyed 1,200 houses"
        if joined and len(between) > 1 and casualties_near(cut, this.first, this.stop, language) == "beside":
            continue
        # "Kiew spricht von 50.000, Moskau von 5.000 Toten"
        before = cut.lower(this.first - 1)
        parallel = 2 < len(between) <= 5 and between[0] == "," and before == between[-1]
        parallel = parallel and (before in words.of or before in words.prepositions)
        # "Six, étaient armés de quatre fusils": only another name or a single word makes the two alike.
        named = any(word[:1].isupper() for word in cut.words[this.stop + 1 : following.first - 1])
        parallel = parallel and (named or len(between) == 3)
        # "Yes had stood at 58 in March and at 51 per cent last week"
        share = following.unit == "percent" and this.numeral.magnitude == 1 and this.numeral.high <= ALL
        share = share and 2 < len(between) <= SHARES_WITHIN and before == between[-1] and before in words.prepositions
        parallel = parallel or (share and (between[-2] == "," or between[-2] in words.also))
        of_them = 0 < len(between) <= 6 and between[0] in words.of and words.whole.isdisjoint(between)
        if (joined or of_them or parallel) and "\n" not in between and "." not in between:
            this.take_head(following)
            this.persons = _persons(cut, this, words, language)


def _is_compared(cut: Tokens, earlier: Draft, draft: Draft, words: Words) -> bool:
    """Whether a figure is held against the one before it: "311 voix contre 112"."""
    between = cut.lowers[earlier.stop : draft.first]
    return len(between) == 1 and between[0] in words.compared and bool(earlier.unit)


def _is_told_alike(cut: Tokens, earlier: Draft, draft: Draft) -> bool:
    """Whether another tells what was told of casualties: "Kyiv reported 1,200 soldiers killed, Russia 450 Ukrainians".

    Its clause has no verb: a name behind the comma, and nothing behind the figure.
    """
    if earlier.persons != "casualties" or draft.elided or not cut.word(draft.first - 1)[:1].isupper():
        return False
    comma = next((at for at in range(draft.first - 2, draft.first - 2 - TELLER, -1) if cut.word(at) == ","), -1)
    return earlier.stop <= comma <= earlier.stop + TELLER and not cut.word(draft.stop)[:1].isalnum()


def _count_among_casualties(cut: Tokens, drafts: Sequence[Draft], place: int, words: Words) -> None:
    """Make casualties of persons told as some of the casualties before: "12 Tote, darunter drei Kinder"."""
    draft = drafts[place]
    if place and words.among.before(cut, draft.first):
        earlier = drafts[place - 1]
        if earlier.persons == "casualties" and draft.first - earlier.stop < 12:
            draft.persons = "casualties"
