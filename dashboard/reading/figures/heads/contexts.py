"""Kinds that what stands around a figure decides: lost trucks are weapons, helicopters against a fire are not."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dashboard.reading.figures.drafts import Draft
from dashboard.reading.figures.heads import persons
from dashboard.reading.figures.heads.context_words import LISTED, ContextWords, Story, context_words
from dashboard.reading.figures.heads.kinds import kind_of
from dashboard.reading.figures.heads.nouns import civil_models, models, noun
from dashboard.reading.text.sentences import Sentences
from dashboard.reading.text.tokens import Tokens

# How far around a vehicle its sentence is looked through.
AROUND = 40
# A shorter name of a model says nothing without its number: "F".
SHORTEST_MODEL = 4


def settle(cut: Tokens, parts: Sentences, drafts: Sequence[Draft], language: str) -> None:
    """Give figures the kind that the words around them tell, where their unit alone could be of several kinds."""
    words = context_words(language)
    story = Story(cut, words)
    for place, draft in enumerate(drafts):
        if draft.unit == "person":
            persons.settle(cut, parts, drafts, place, words, story)
    for place, draft in enumerate(drafts):
        if draft.unit in words.vehicles:
            lost = story.is_war() and _is_lost(cut, parts, drafts, place, words)
            if lost or _is_armed(cut, draft, words, language):
                draft.kind = "weapons"
        elif draft.unit in words.aircraft and not story.is_war() and not _is_model(cut, draft):
            draft.kind = "count"
    for before, draft in pairwise(drafts):
        # An elided figure is of the kind of what it takes its head from.
        if not draft.elided or draft.unit != before.unit:
            continue
        if draft.kind is None and before.kind:
            draft.kind = before.kind
        elif draft.kind == "count" and before.kind is None:
            draft.kind = None  # "27 Patriot batteries. It has eight."
        bracketed = draft.increment and cut.word(draft.stop) == ")"  # "597 340 Personen (+1 080)"
        held_against = cut.lower(draft.first - 1) in words.against
        if draft.persons == "people" and (bracketed or held_against) and draft.first - before.stop < LISTED:
            draft.persons = before.persons


def _is_model(cut: Tokens, draft: Draft) -> bool:
    """Whether a figure names its weapon by the model: "24 F-16", "two Bradley vehicles"."""
    low = cut.lowers[draft.numeral.stop] if draft.numeral.stop < draft.stop else ""
    behind = cut.lower(draft.stop) if len(cut.word(draft.stop)) > SHORTEST_MODEL else ""  # "sept batteries Patriot"
    if low in civil_models() or low.removesuffix("s") in civil_models():
        return False
    return low in models() or low.removesuffix("s") in models() or behind in models()


def _is_armed(cut: Tokens, draft: Draft, words: ContextWords, language: str) -> bool:
    """Whether the phrase of a vehicle, or the words behind it, make it one for war: "33 véhicules blindés"."""
    if _is_model(cut, draft):
        return True
    for place in range(draft.numeral.stop, min(draft.stop + 2, len(cut))):
        low = cut.lowers[place]
        if place >= draft.stop and (not low[0].isalpha() or (noun(low, language) and not low.startswith(words.armed))):
            if low not in words.of:
                return False
            continue
        if low.startswith(words.armed):
            return True
    return False


def _is_lost(cut: Tokens, parts: Sentences, drafts: Sequence[Draft], place: int, words: ContextWords) -> bool:
    """Whether an army lost a vehicle: weapons or casualties stand in the same list, or a word of loss beside one."""
    draft = drafts[place]
    first, stop = parts.bounds(parts.number(draft.first))
    lost = not words.lost.isdisjoint(cut.lowers[max(first, draft.first - AROUND) : min(stop, draft.stop + AROUND)])
    for other in (*drafts[max(place - 2, 0) : place], *drafts[place + 1 : place + 3]):
        apart = draft.first - other.stop if other.first < draft.first else other.first - draft.stop
        if apart > LISTED:
            continue
        kind = other.kind or kind_of(other.unit, other.persons)
        if draft.unit == "ship" and other.unit in words.fleet:
            return True
        labelled = cut.word(draft.first - 1) == ":"
        beside = kind == "weapons" or (lost and kind in ("casualties", "troops"))
        if (
            (other.unit not in words.vehicles or other.kind)
            and beside
            and (lost or labelled or draft.unit == "vehicle")
        ):
            return True
    return lost and draft.unit == "vehicle"
