"""Which persons a figure counts, by what stands around it: "die Leichen von fünf Männern", "groups of 30 men"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from dashboard.reading.figures.drafts import Draft
from dashboard.reading.figures.heads.context_words import LISTED, ContextWords, Story
from dashboard.reading.figures.heads.kinds import kind_of
from dashboard.reading.text.sentences import Sentences
from dashboard.reading.text.tokens import Tokens

# Words that may stand between losses and their number.
LOSSES_WITHIN = 26
# How many words behind "members" an army's name may begin.
OF_ARMY = 6
# How far around a figure words of armies and losses are looked for, and how many of a list's figures.
AROUND = 40
LONGEST_LIST = 8
_CLAUSE_ENDS = frozenset(".;!?\n")


def settle(
    cut: Tokens, parts: Sentences, drafts: Sequence[Draft], place: int, words: ContextWords, story: Story
) -> None:
    """Tell whether persons are casualties or troops by the words before and behind them."""
    draft = drafts[place]
    first, stop = parts.bounds(parts.number(draft.first))
    if draft.persons != "casualties":
        among = place and drafts[place - 1].persons == "casualties" and words.among.before(cut, draft.first)
        if among and draft.first - drafts[place - 1].stop < LISTED:
            draft.persons = "casualties"
            return
        if _is_dead(cut, draft, first, words) or _joins_dead(cut, drafts, place, words):
            draft.persons = "casualties"
            draft.by_verb = True
            return
        if _is_loss(cut, draft, first, stop, words) or _is_listed_loss(cut, parts, drafts, place, words):
            draft.persons = "casualties"
            return
    head = cut.lowers[draft.stop - 1]
    if draft.persons in ("people", "troops") and _are_captured(cut, draft, head, first, stop, words, story):
        draft.persons = "casualties"
        return
    if draft.persons == "people" and (head in words.anybody or draft.elided):
        if _are_troops(cut, parts, draft, words, story):
            draft.persons = "troops"
    elif draft.persons == "troops" and head in words.ambiguous and story.is_peace():
        draft.persons = "people"


def _are_captured(
    cut: Tokens, draft: Draft, head: str, first: int, stop: int, words: ContextWords, story: Story
) -> bool:
    """Whether persons are prisoners of war: called so in a story of war, or exchanged for others in their sentence."""
    if head in words.captives and story.is_war():
        return True
    if not (draft.persons == "troops" or draft.elided or head in words.anybody) or not story.is_war():
        return False
    around = range(max(first, draft.first - AROUND), min(stop, draft.stop + AROUND))
    if words.captivity.by_first.keys().isdisjoint(cut.lowers[around.start : around.stop]):
        return False
    opening, lowers = words.captivity.by_first, cut.lowers
    return any(words.captivity.at(cut, at) for at in around if lowers[at] in opening)


def _is_dead(cut: Tokens, draft: Draft, first: int, words: ContextWords) -> bool:
    """Whether a figure counts bodies or victims: "die Leichen von fünf Männern", "among the dead were"."""
    place = draft.first
    while place - 1 > first and not cut.words[place - 1][0].isalnum():
        place -= 1
    if cut.lower(place - 1) in words.of_dead and cut.lower(place - 2) in words.remains and place - 2 >= first:
        return True
    for before in range(draft.first, max(draft.first - 5, first), -1):
        if words.victims.before(cut, before):
            return True
        if cut.words[before - 1][0] in _CLAUSE_ENDS:
            return False
    return False


def _joins_dead(cut: Tokens, drafts: Sequence[Draft], place: int, words: ContextWords) -> bool:
    """Whether "and" ties a figure to bodies told before it: "die Leichen von fünf Männern und zwei Frauen"."""
    earlier, draft = drafts[place - 1] if place else None, drafts[place]
    if earlier is None or earlier.unit != "person" or earlier.persons != "casualties" or not earlier.by_verb:
        return False
    between = cut.lowers[earlier.stop : draft.first]
    if len(between) not in (1, 2) or between[0] not in words.also:
        return False
    return (cut.lower(earlier.first - 1) in words.of_dead and cut.lower(earlier.first - 2) in words.remains) and (
        len(between) == 1 or between[1] in words.of_dead
    )


def _is_loss(cut: Tokens, draft: Draft, first: int, stop: int, words: ContextWords) -> bool:
    """Whether a figure is what losses come to: "seine Verluste auf etwa 264.000 Mann"."""
    before = cut.lower(draft.first - 1)
    if before not in words.amounts:
        return False
    for place in range(draft.first - 2, max(first, draft.first - LOSSES_WITHIN) - 1, -1):
        low = cut.lowers[place]
        if low in words.deployed:
            return False
        if low in words.losses:
            return words.deployed.isdisjoint(cut.lowers[draft.stop : min(stop, draft.stop + LISTED)])
    return False


def _is_listed_loss(cut: Tokens, parts: Sentences, drafts: Sequence[Draft], place: int, words: ContextWords) -> bool:
    """Whether men are told in one list with weapons that were lost: "27.000 Soldaten und 174 Panzer verloren"."""
    last, count = drafts[place], 0
    for following in islice(drafts, place + 1, place + 1 + LONGEST_LIST):
        between = cut.lowers[last.stop : following.first]
        if not 0 < len(between) <= 3 or between[0] not in words.also:
            break
        if kind_of(following.unit, following.persons) != "weapons" and following.unit not in words.vehicles:
            break
        last, count = following, count + 1
    if not count:
        return False
    sentence = parts.number(drafts[place].first)
    if cut.lower(last.stop) in words.lost:
        return True
    first, stop = parts.bounds(sentence)
    since = max(parts.bounds(max(sentence - 1, 0))[0], drafts[place].first - AROUND)
    told = cut.lowers[since : min(stop, last.stop + LISTED)]
    lost = not words.losses.isdisjoint(told) or not words.lost.isdisjoint(cut.lowers[first : last.stop + LISTED])
    return lost and words.deployed.isdisjoint(told)


def _are_troops(cut: Tokens, parts: Sentences, draft: Draft, words: ContextWords, story: Story) -> bool:
    """Whether anybody is a soldier here: "groups of 30 to 40 people" of attackers, "members of the special forces"."""
    before, earlier = cut.lower(draft.first - 1), cut.lower(draft.first - 2)
    sentence = parts.number(draft.first)
    first, stop = parts.bounds(sentence)
    if before in words.of_dead or cut.lower(draft.first) in words.of:
        if earlier in words.squads or (cut.lower(draft.first) in words.of and before in words.squads):
            return story.is_war()
        if (earlier in words.groups or before in words.groups) and story.is_war():
            since = parts.bounds(max(sentence - 1, 0))[0]
            return not words.military.isdisjoint(
                cut.lowers[max(since, draft.first - AROUND) : min(stop, draft.stop + LISTED)]
            )
    if draft.elided:
        return False
    if cut.lower(draft.stop) in words.of_dead:
        behind = cut.lowers[draft.stop + 1 : min(draft.stop + OF_ARMY, stop)]
        return any(word in words.armies for word in behind[:4])
    head = cut.lowers[draft.stop - 1]
    return (
        head in words.men
        and story.is_war()
        and not words.military.isdisjoint(cut.lowers[max(first, draft.first - LISTED) : min(stop, draft.stop + LISTED)])
    )
