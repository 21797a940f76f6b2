"""Kinds that what stands around a figure decides: trucks an army lost are weapons, the bodies of five men casualties,
thirty men of a company troops.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from dashboard.reading.figures.drafts import Draft
from dashboard.reading.figures.kinds import kind_of
from dashboard.reading.figures.nouns import models, noun
from dashboard.reading.text.phrases import Phrases
from dashboard.reading.text.sentences import Sentences
from dashboard.reading.text.tokens import Tokens
from dashboard.reading.vocabulary import listed, table

# So many different words of war make a story one of war; one does in a text of up to so many words.
WARLIKE = 2
SHORT = 150
# How far around a vehicle its sentence is looked through, and how near the next weapon of a list stands.
AROUND = 40
LISTED = 14
# Words that may stand between losses and their number.
LOSSES_WITHIN = 26
# How many words behind "members" an army's name may begin.
OF_ARMY = 6
_CLAUSE_ENDS = frozenset(".;!?\n")


@dataclass(frozen=True, slots=True)
class _Words:
    war: frozenset[str]
    vehicles: frozenset[str]
    aircraft: frozenset[str]
    armed: tuple[str, ...]
    lost: frozenset[str]
    anybody: frozenset[str]
    men: frozenset[str]
    squads: frozenset[str]
    groups: frozenset[str]
    armies: frozenset[str]
    military: frozenset[str]
    ambiguous: frozenset[str]
    remains: frozenset[str]
    of_dead: frozenset[str]
    victims: Phrases
    amounts: frozenset[str]
    losses: frozenset[str]
    deployed: frozenset[str]
    also: frozenset[str]
    against: frozenset[str]
    among: Phrases
    of: frozenset[str]


@cache
def _words(language: str) -> _Words:
    rows = table(language, "contexts")
    vehicles, persons = rows["vehicles"], rows["persons"]
    said = table(language, "nouns")["anaphora"]

    def of(name: str) -> frozenset[str]:
        return frozenset(listed(persons[name]))

    return _Words(
        frozenset(listed(rows["story"]["war"])),
        frozenset(listed(vehicles["units"])),
        frozenset(listed(vehicles["aircraft"])),
        listed(vehicles["armed"]),
        frozenset(listed(vehicles["lost"])),
        of("anybody"),
        frozenset(listed(said["men"])),
        of("squads"),
        of("groups"),
        of("armies"),
        of("military"),
        of("ambiguous"),
        of("remains"),
        of("of_dead"),
        Phrases((phrase, "") for phrase in listed(persons["victims"])),
        of("amounts"),
        of("losses"),
        of("deployed"),
        frozenset((*listed(said["also"]), ",")),
        frozenset((*listed(said["compared"]), *listed(said["shared"]))) - {","},
        Phrases((phrase, "") for phrase in listed(said["among"])),
        frozenset(listed(said["of"])),
    )


class _Story:
    """A section of text, asked whether it tells of war; the words are looked for once, and only if asked."""

    def __init__(self, cut: Tokens, words: _Words) -> None:
        self.cut, self.words = cut, words
        self.found: int | None = None

    def _count(self) -> int:
        if self.found is None:
            self.found = len(self.words.war.intersection(self.cut.lowers))
        return self.found

    def is_war(self) -> bool:
        """Whether several words of war stand in the section, or one in a short text."""
        return self._count() >= (WARLIKE if len(self.cut) > SHORT else 1)

    def is_peace(self) -> bool:
        """Whether none stands there."""
        return not self._count()


def settle(cut: Tokens, parts: Sentences, drafts: Sequence[Draft], language: str) -> None:
    """Give figures the kind that the words around them tell, where their unit alone could be of several kinds."""
    words = _words(language)
    story = _Story(cut, words)
    for place, draft in enumerate(drafts):
        if draft.unit == "person":
            _settle_persons(cut, parts, drafts, place, words, story)
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
        bracketed = draft.increment and cut.word(draft.stop) == ")"  # "597 340 Personen (+1 080)"
        held_against = cut.lower(draft.first - 1) in words.against
        if draft.persons == "people" and (bracketed or held_against) and draft.first - before.stop < LISTED:
            draft.persons = before.persons


def _is_model(cut: Tokens, draft: Draft) -> bool:
    """Whether a figure names its weapon by the model: "24 F-16", "two Bradley vehicles"."""
    return draft.numeral.stop < draft.stop and cut.lowers[draft.numeral.stop] in models()


def _is_armed(cut: Tokens, draft: Draft, words: _Words, language: str) -> bool:
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


def _is_lost(cut: Tokens, parts: Sentences, drafts: Sequence[Draft], place: int, words: _Words) -> bool:
    """Whether an army lost a vehicle: weapons or casualties stand in the same list, or a word of loss beside one."""
    draft = drafts[place]
    first, stop = parts.bounds(parts.number(draft.first))
    lost = not words.lost.isdisjoint(cut.lowers[max(first, draft.first - AROUND) : min(stop, draft.stop + AROUND)])
    for other in (*drafts[max(place - 2, 0) : place], *drafts[place + 1 : place + 3]):
        apart = draft.first - other.stop if other.first < draft.first else other.first - draft.stop
        if apart > LISTED:
            continue
        kind = other.kind or kind_of(other.unit, other.persons)
        labelled = cut.word(draft.first - 1) == ":"
        beside = kind == "weapons" or (lost and kind in ("casualties", "troops"))
        if (
            (other.unit not in words.vehicles or other.kind)
            and beside
            and (lost or labelled or draft.unit == "vehicle")
        ):
            return True
    return lost and draft.unit == "vehicle"


def _settle_persons(
    cut: Tokens, parts: Sentences, drafts: Sequence[Draft], place: int, words: _Words, story: _Story
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
    if draft.persons == "people" and (head in words.anybody or draft.elided):
        if _are_troops(cut, parts, draft, words, story):
            draft.persons = "troops"
    elif draft.persons == "troops" and head in words.ambiguous and story.is_peace():
        draft.persons = "people"


def _is_dead(cut: Tokens, draft: Draft, first: int, words: _Words) -> bool:
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


def _joins_dead(cut: Tokens, drafts: Sequence[Draft], place: int, words: _Words) -> bool:
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


def _is_loss(cut: Tokens, draft: Draft, first: int, stop: int, words: _Words) -> bool:
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


def _is_listed_loss(cut: Tokens, parts: Sentences, drafts: Sequence[Draft], place: int, words: _Words) -> bool:
    """Whether men are told in one list with weapons that were lost: "27.000 Soldaten und 174 Panzer verloren"."""
    last, count = drafts[place], 0
    for following in drafts[place + 1 :]:
        between = cut.lowers[last.stop : following.first]
        if not 0 < len(between) <= 3 or between[0] not in words.also:
            break
        if kind_of(following.unit, following.persons) != "weapons" and following.unit not in words.vehicles:
            break
        last, count = following, count + 1
    if not count:
        return False
    sentence = parts.number(drafts[place].first)
    first, stop = parts.bounds(sentence)
    if cut.lower(last.stop) in words.lost:
        return True
    since = max(parts.bounds(max(sentence - 1, 0))[0], drafts[place].first - AROUND)
    told = cut.lowers[since : min(stop, last.stop + LISTED)]
    return not words.losses.isdisjoint(told) and words.deployed.isdisjoint(told)


def _are_troops(cut: Tokens, parts: Sentences, draft: Draft, words: _Words, story: _Story) -> bool:
    """Whether anybody is a soldier here: "groups of 30 to 40 people" of attackers, "members of the special forces"."""
    before, earlier = cut.lower(draft.first - 1), cut.lower(draft.first - 2)
    sentence = parts.number(draft.first)
    first, stop = parts.bounds(sentence)
    if before in words.of or before == "à" or cut.lower(draft.first) in words.of:
        if earlier in words.squads or (cut.lower(draft.first) in words.of and before in words.squads):
            return story.is_war()
        if (earlier in words.groups or before in words.groups) and story.is_war():
            since = parts.bounds(max(sentence - 1, 0))[0]
            return not words.military.isdisjoint(
                cut.lowers[max(since, draft.first - AROUND) : min(stop, draft.stop + LISTED)]
            )
    if draft.elided:
        return False
    if cut.lower(draft.stop) in words.of or cut.lower(draft.stop) == "der":
        behind = cut.lowers[draft.stop + 1 : min(draft.stop + OF_ARMY, stop)]
        return any(word in words.armies for word in behind[:4])
    head = cut.lowers[draft.stop - 1]
    return (
        head in words.men
        and story.is_war()
        and not words.military.isdisjoint(cut.lowers[max(first, draft.first - LISTED) : min(stop, draft.stop + LISTED)])
    )
