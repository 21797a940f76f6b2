"""What a figure without a head counts, by the words beside it or by what was told before: "die Zahl der Soldaten stieg
auf 11.000", "64 of them", "l'armée en a abattu 72".
"""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.reading.figures.ages.told import OLDEST
from dashboard.reading.figures.drafts import Draft
from dashboard.reading.figures.heads.kinds import PERIODS, casualties_near, kind_of
from dashboard.reading.figures.heads.nouns import Noun, countable
from dashboard.reading.figures.unsaid import bare, beside, counts, earlier
from dashboard.reading.figures.unsaid.topics import topic
from dashboard.reading.figures.unsaid.words import Words
from dashboard.reading.text.sentences import Sentences
from dashboard.reading.text.tokens import Tokens

# How far before "under 15" the persons of that age stand.
AGED_WITHIN = 5
# How many words may stand between "of" and the whole that a figure is a part of.
PARTITIVE = 6
# How far apart two figures stand of which one is held against the other.
HELD_WITHIN = 8
# How far before the number of an age "the oldest" may stand.
ELDEST_WITHIN = 5
# So many people there are not.
MANKIND = 1_000_000_000
# How far before a bare number a word of prices may stand.
PRICED_WITHIN = 9
_CLAUSE_ENDS = frozenset(".;:!?\n")


def recall(cut: Tokens, parts: Sentences, drafts: Sequence[Draft], place: int, words: Words, language: str) -> None:
    """Give a figure a head: nearest first what is joined, then what its own words ask for, then an earlier figure."""
    draft = drafts[place]
    if _is_age(cut, drafts, place, words):
        draft.unit, draft.persons = "year_old", ""
        return
    if place and earlier.is_bought(cut, drafts[place - 1], draft, words):
        return
    if pattern := bare.told(cut, parts, drafts, place, language):
        draft.unit, draft.persons = pattern.unit, pattern.persons
        return
    if cut.lower(draft.stop) in words.apiece and (each := earlier.sum_before(cut, drafts, place)):
        draft.take_head(each)  # "deux lignes à 14,5 millions pièce"
        return
    if paired := _respectively(cut, drafts, place, words):
        draft.take_head(paired)
        return
    if place and earlier.is_joined_back(cut, drafts[place - 1], draft, words):
        draft.take_head(drafts[place - 1])
        return
    if counts.is_labelled(cut, draft, words, language) and (known := counts.labelled(cut, draft, words, language)):
        draft.unit, draft.persons = known.unit, known.persons
        return
    if whole := _whole(cut, parts, drafts, place, words):
        draft.take_head(whole)
        return
    if held := (_held_against(cut, parts, drafts, place, words) or earlier.parallel(cut, parts, drafts, place, words)):
        draft.take_head(held)
        return
    told = (
        counts.before(cut, parts, draft, words, language)
        or counts.behind(cut, draft, words, language)
        or by_neighbours(cut, draft, words, language)
        or counts.said_again(cut, drafts, place, words, language)
        or _partitive(cut, draft, words, language)
    )
    if told:
        draft.unit, draft.persons = told.unit, told.persons
        return
    if _is_price(cut, draft, words) and not beside.are_people(cut, draft, words):
        if money := earlier.sum_before(cut, drafts, place):
            draft.take_head(money)
        return
    if subject := counts.subject(cut, parts, drafts, place, words, language):
        draft.unit, draft.persons = subject.unit, subject.persons
        return
    _from_before(cut, parts, drafts, place, words, language)
    if draft.unit == "person" and draft.numeral.low >= MANKIND and (money := earlier.sum_before(cut, drafts, place)):
        draft.take_head(money)


def _from_before(
    cut: Tokens, parts: Sentences, drafts: Sequence[Draft], place: int, words: Words, language: str
) -> None:
    """Take the head of an earlier figure or of a topic named before, as the verbs beside it allow."""
    draft = drafts[place]
    known = earlier.candidates(cut, parts, drafts, place)
    clitic = beside.has_clitic(cut, draft, words)
    if clitic or beside.is_downed(cut, draft, words):
        things = [one for one in known if kind_of(one.unit, one.persons) == "weapons"]
        things = things or (
            [one for one in known if kind_of(one.unit, one.persons) not in earlier.MEASURES] if clitic else []
        )
        named = topic(cut, parts, draft.first, language) if clitic else None
        if named and (not things or named.place > things[0].first):
            draft.unit, draft.persons = named.noun.unit, named.noun.persons
            return
        if things:
            draft.take_head(earlier.not_smaller(things, draft))
            return
    harmed = casualties_near(cut, draft.first, draft.stop, language)
    if harmed == "beside":
        draft.unit, draft.persons = "person", "casualties"
        return
    if beside.are_people(cut, draft, words):
        persons = next((one.persons for one in known if one.unit == "person"), "people")
        draft.unit, draft.persons = "person", persons if persons != "casualties" else "people"
        return
    found = None if _is_named(cut, draft, words) else earlier.nearest(cut, parts, drafts, place, known, words)
    if (
        harmed
        and found is not None
        and kind_of(found.unit, found.persons) == "count"
        and any(one.unit == "person" for one in known)
    ):
        # "Three skiers died in two avalanches. Five others were hurt."
        draft.unit, draft.persons = "person", "casualties"
        return
    named = topic(cut, parts, draft.first, language)
    if named and (found is None or named.place > found.first):
        draft.unit, draft.persons = named.noun.unit, named.noun.persons
        return
    if draft.numeral.sort == "vague":
        draft.unit, draft.persons = "person", "people"
        return
    # "Gusts of 140 kph, at sea 165, are possible": what is measured does nothing.
    comma = cut.word(draft.stop) == "," and (found is None or kind_of(found.unit, "") not in earlier.MEASURES)
    people = cut.lower(draft.stop + comma) in words.people_do
    people = people and draft.numeral.low < MANKIND and not beside.is_paid(cut, draft, words)
    if found is not None and not (people and kind_of(found.unit, found.persons) in earlier.MEASURES):
        draft.take_head(found)
    elif people:
        draft.unit, draft.persons = "person", "people"
    elif clitic and place and (whole := _partitive(cut, drafts[place - 1], words, language)):
        # "80% des foyers ont du courant après une attaque qui en avait privé 38.000"
        draft.unit, draft.persons = whole.unit, whole.persons


def _is_named(cut: Tokens, draft: Draft, words: Words) -> bool:
    """Whether a name right behind a number is what it counts, though no table has it: "sept Kronstadt", "12 Zala"."""
    name = cut.word(draft.stop)
    if words.capitalised_nouns or not draft.elided or not name[:1].isupper() or cut.lower(draft.stop) in words.stops:
        return False
    return "\n" not in cut.between(draft.stop - 1)


def _held_against(cut: Tokens, parts: Sentences, drafts: Sequence[Draft], place: int, words: Words) -> Draft | None:
    """Return the figure that this one is held against in its sentence: "61 percent, up from 54"."""
    draft, one = drafts[place], drafts[place - 1] if place else None
    held = cut.lower(draft.first - 1) in words.held or words.held_phrases.before(cut, draft.first)
    if one is None or not held or draft.first - one.stop > HELD_WITHIN:
        return None
    same = parts.number(one.first) == parts.number(draft.first)
    return one if same and earlier.can_share(one, draft) else None


def _is_price(cut: Tokens, draft: Draft, words: Words) -> bool:
    """Whether a bare number of thousands stands behind a word of prices: "vendus 310 000"."""
    if draft.numeral.low < earlier.THOUSAND or not draft.elided or draft.increment:
        return False
    for before in range(draft.first - 1, max(draft.first - 1 - PRICED_WITHIN, -1), -1):
        if cut.words[before][0] in _CLAUSE_ENDS or cut.words[before][0].isdecimal():
            return False  # "sold 2.1 million cars and aims for 2.4 million"
        if cut.lowers[before] in words.priced:
            return True
    return False


def _is_age(cut: Tokens, drafts: Sequence[Draft], place: int, words: Words) -> bool:
    """Whether a figure is an age: "der jüngste war 20", "the oldest of them 91", "a third of them over 50"."""
    draft = drafts[place]
    years = draft.numeral.high
    if not 0 < years <= OLDEST or years % 1 or draft.numeral.sort != "point" or not draft.elided:
        return False
    if cut.lower(draft.first - 1) in words.whole and place and drafts[place - 1].unit in ("fraction", "percent"):
        return cut.lower(draft.first) in words.above
    if place and _tells_age(cut, drafts[place - 1], draft, words):
        return True
    for before in range(draft.first - 1, max(draft.first - 1 - ELDEST_WITHIN, -1), -1):
        if cut.lowers[before] in words.eldest:
            return True
        if not cut.words[before][0].isalpha():
            return False
    return False


def _tells_age(cut: Tokens, earlier: Draft, draft: Draft, words: Words) -> bool:
    """Whether persons or a share of them are told to be above or below an age: "one in three patients is under 15"."""
    if draft.code not in ("<", ">") or cut.lower(draft.first) not in words.above:
        return False
    if cut.lower(draft.first - 1) not in words.aged or earlier.unit not in ("fraction", "person"):
        return False
    return draft.first - earlier.stop <= AGED_WITHIN and all(
        word[0].isalpha() for word in cut.words[earlier.stop : draft.first]
    )


def _whole(cut: Tokens, parts: Sentences, drafts: Sequence[Draft], place: int, words: Words) -> Draft | None:
    """Return the figure that this one is a part of: "64 of them", "davon zwölf", "dont respectivement 24 et 51"."""
    draft = drafts[place]
    behind = cut.lower(draft.stop) in words.of and cut.lower(draft.stop + 1) in words.whole
    pronoun = cut.lower(draft.stop) in words.whole
    if not (behind or pronoun or words.among.before(cut, draft.first) or words.of_them.at(cut, draft.stop)):
        return None
    one = drafts[place - 1] if place else draft
    if one.unit == "times" and parts.number(one.first) == parts.number(draft.first):
        return one if one.numeral.high >= draft.numeral.high else None  # "27 fois, dont 19 la nuit"
    return earlier.large_enough(parts, drafts, place)


def _respectively(cut: Tokens, drafts: Sequence[Draft], place: int, words: Words) -> Draft | None:
    """Return what the first of two numbers told "respectively" counts; the second takes that of the second."""
    draft = drafts[place]
    if place < 2:
        return None
    if cut.lower(draft.first - 1) in words.respectively:
        first, second = drafts[place - 2], drafts[place - 1]
        return first if first.unit != second.unit and first.unit and second.unit else None
    if (
        place > 2
        and cut.lower(drafts[place - 1].first - 1) in words.respectively
        and draft.first - drafts[place - 1].stop == 1
    ):
        return drafts[place - 2]
    return None


def by_neighbours(cut: Tokens, draft: Draft, words: Words, language: str) -> Noun | None:
    """Return what the words beside a figure tell: inhabitants, members of a group, "three of us", "we were 120"."""
    before, earlier_word = cut.lower(draft.first - 1), cut.lower(draft.first - 2)
    behind_of, begins_with_of = before in words.of, cut.lowers[draft.first] in words.of
    if behind_of and earlier_word in words.inhabited:
        return Noun("person", "people")
    if (behind_of or begins_with_of) and (earlier_word in words.crowds or (begins_with_of and before in words.crowds)):
        return Noun("person", "people")
    if cut.lower(draft.stop) in words.of and cut.lower(draft.stop + 1) in words.us:
        return Noun("person", "people")
    if before in words.are and earlier_word in words.pronouns:
        return Noun("person", "people")
    if words.aboard.at(cut, draft.stop):
        return Noun("person", "people")
    if before in words.votes and draft.numeral.sort == "point":
        return Noun("vote")
    if before == "," and words.in_all.at(cut, draft.stop):  # "the trucks, 15 in all"
        return countable(earlier_word, language)
    return None


def _partitive(cut: Tokens, draft: Draft, words: Words, language: str) -> Noun | None:
    """Return what a figure is a part of: "43,000 of its soldiers", "drei seiner Kinder", "deux de ses ponts"."""
    word = cut.lower(draft.stop)
    if cut.lower(draft.stop + 1) in words.whole:
        return None
    owned = word in words.owners or (word in words.of and cut.lower(draft.stop + 1) in words.owners)
    if not owned and word not in words.partitive:
        return None
    if word in words.spent and draft.numeral.magnitude >= earlier.LARGE:  # "économiser 2,4 milliards sur les pensions"
        return None
    for place in range(draft.stop + 1, min(draft.stop + 1 + PARTITIVE, len(cut))):
        word = cut.words[place]
        if not word[0].isalpha() and word not in "'’":
            return None
        if place > draft.stop + 1 and cut.lowers[place] in words.partitive:
            return None
        if cut.lowers[place] in words.each:
            return None
        known = countable(cut.lowers[place], language) if not words.capitalised_nouns or word[0].isupper() else None
        if known is not None:
            return known if known.unit not in PERIODS else None
    return None
