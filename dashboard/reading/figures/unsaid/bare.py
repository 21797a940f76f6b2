"""What a bare number is by the pattern it stands in: "ahead by 53 to 47", "207 for 207", "521.4 to the dollar"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from dashboard.reading.figures.ages.told import closes, is_one_person
from dashboard.reading.figures.drafts import Draft
from dashboard.reading.figures.heads.kinds import kind_of
from dashboard.reading.figures.heads.nouns import Noun, nouns
from dashboard.reading.text.phrases import Phrases
from dashboard.reading.text.sentences import Sentences
from dashboard.reading.text.tokens import Tokens
from dashboard.reading.vocabulary import listed, table

# Two shares of all come to about a hundred.
ALL = range(99, 102)
# How far around a figure words of polls, of prisoners and of rates are looked for, and how far back a currency.
AROUND = 16
CURRENCY_WITHIN = 24
# How far behind a number what its persons have may begin.
OWN_WITHIN = 4
# No rate of a whole country is told in more.
HIGHEST_RATE = 100
# A lead of so many is one of votes.
VOTES = 200
# Ages of somebody who is in the news for what he does, and how far before one its person may stand.
AGES = range(14, 111)
SUBJECT_WITHIN = 9
_CLAUSE_ENDS = frozenset(".;:!?\n")


class _Words(NamedTuple):
    polls: frozenset[str]
    shares: frozenset[str]
    versus: frozenset[str]
    swaps: frozenset[str]
    swapped: frozenset[str]
    quoted: Phrases
    rates: frozenset[str]
    level: frozenset[str]
    thermometers: frozenset[str]
    indices: frozenset[str]
    stands_at: frozenset[str]
    is_old: frozenset[str]
    articles: frozenset[str]
    counts: frozenset[str]
    points: Phrases
    won_by: Phrases
    theirs: Phrases
    stances: frozenset[str]
    houses: frozenset[str]


@cache
def _words(language: str) -> _Words:
    rows, said = table(language, "contexts")["bare"], table(language, "nouns")["anaphora"]

    def words(key: str) -> frozenset[str]:
        return frozenset(listed(rows[key]))

    return _Words(
        polls=words("polls"),
        shares=words("shares"),
        versus=words("versus"),
        swaps=words("swaps"),
        swapped=words("swapped"),
        quoted=Phrases((phrase, "") for phrase in listed(rows["quoted"])),
        rates=words("rates"),
        level=words("level"),
        thermometers=words("thermometers"),
        indices=words("indices"),
        stands_at=words("stands_at"),
        is_old=words("is_old"),
        articles=words("articles"),
        counts=frozenset((*listed(said["counts"]), *listed(said["tolls"]))),
        points=Phrases((phrase, "") for phrase in listed(rows["points"])),
        won_by=Phrases((phrase, "") for phrase in listed(rows["won_by"])),
        theirs=Phrases((phrase, "") for phrase in listed(rows["theirs"])),
        stances=words("stances"),
        houses=words("houses"),
    )


def told(cut: Tokens, parts: Sentences, drafts: Sequence[Draft], place: int, language: str) -> Noun | None:
    """Return what a bare number is by the pattern around it, None if it stands in none."""
    draft = drafts[place]
    words = _words(language)
    if draft.numeral.low % 1 and draft.numeral.high < HIGHEST_RATE and words.points.at(cut, draft.stop):
        return Noun("percent")  # "half a point", "between 0.2 and 0.3 of a point"
    if _own(cut, draft, words):
        return Noun("person", "people")
    if not draft.elided or draft.numeral.sort != "point":
        return None
    if draft.numeral.magnitude == 1 and draft.numeral.high <= HIGHEST_RATE:
        if _is_share(cut, drafts, place, words, language) or _is_rate(cut, parts, draft, words):
            return Noun("percent")
        if _is_subjects_age(cut, parts, draft, words, language):
            return Noun("year_old")
    if _partner(cut, drafts, place, words.versus) and not words.houses.isdisjoint(_around(cut, draft)):
        return Noun("vote")
    if draft.numeral.high >= VOTES and words.won_by.before(cut, draft.first):
        return None if words.polls.isdisjoint(_around(cut, draft)) else Noun("vote")
    if measured := _stands_at(cut, parts, draft, words):
        return Noun(measured)
    if _is_swapped(cut, draft, words):
        return Noun("person", "casualties")
    if draft.numeral.magnitude == 1 and (unit := _quoted(cut, parts, draft, words, language)):
        return Noun(unit)
    return None


def _around(cut: Tokens, draft: Draft) -> tuple[str, ...] | list[str]:
    return cut.lowers[max(draft.first - AROUND, 0) : draft.stop + AROUND]


def _partner(cut: Tokens, drafts: Sequence[Draft], place: int, ties: frozenset[str]) -> Draft | None:
    """Return the bare number that one of the words `ties` alone ties to this one."""
    draft = drafts[place]
    for other in (place - 1, place + 1):
        if not 0 <= other < len(drafts):
            continue
        one = drafts[other]
        first, second = (one, draft) if other < place else (draft, one)
        if first.elided and second.elided and second.first - first.stop == 1 and cut.lowers[first.stop] in ties:
            return one
    return None


def _is_share(cut: Tokens, drafts: Sequence[Draft], place: int, words: _Words, language: str) -> bool:
    """Whether two bare numbers come to all in a poll, "53 to 47", or stand where a poll tells shares, "is on 31"."""
    draft = drafts[place]
    one = _partner(cut, drafts, place, words.versus)
    if one is not None and round(one.numeral.high + draft.numeral.high) in ALL:
        near = _around(cut, draft)
        return not words.polls.isdisjoint(near) and words.houses.isdisjoint(near)
    if cut.lower(draft.stop) in words.stances or cut.lower(draft.stop + 1) in words.stances:
        # "46 per cent backed the plan, 39 were against and 15 undecided"
        asked = bool(place) and drafts[place - 1].unit == "percent"
        return asked and not words.polls.isdisjoint(_around(cut, draft))
    if cut.lower(draft.first - 1) not in words.shares or draft.code is not None:
        return False
    # "The poll closes at 20": one share is told beside another.
    others = (drafts[at] for at in (place - 1, place + 1) if 0 <= at < len(drafts))
    shared = any(one.unit == "percent" or cut.lower(one.first - 1) in words.shares for one in others)
    return shared and not words.polls.isdisjoint(_around(cut, draft)) and closes(cut, draft.stop, language)


def _own(cut: Tokens, draft: Draft, words: _Words) -> bool:
    """Whether a bare number has what persons alone have: "some 2,100 will lose their jobs"."""
    if not draft.elided or draft.unit is not None:
        return False
    for place in range(draft.stop, min(draft.stop + OWN_WITHIN, len(cut))):
        if words.theirs.at(cut, place):
            return True
        if not cut.words[place][0].isalpha():
            return False
    return False


def _is_rate(cut: Tokens, parts: Sentences, draft: Draft, words: _Words) -> bool:
    """Whether a decimal is a rate that its clause opens with: "Inflation eased to 2.4 in October"."""
    if not draft.numeral.low % 1 or cut.lower(draft.first - 1) not in words.level:
        return False
    begin = max(parts.bounds(parts.number(draft.first))[0], draft.first - AROUND)
    for place in range(draft.first - 1, begin - 1, -1):
        if cut.words[place][0] in _CLAUSE_ENDS:
            return False
        if cut.lowers[place] in words.rates:
            return True
    return False


def _is_swapped(cut: Tokens, draft: Draft, words: _Words) -> bool:
    """Whether as many prisoners are given for as many: "exchanged by the formula 207 for 207"."""
    number = cut.word(draft.first)
    behind = cut.lower(draft.stop) in words.swaps and cut.word(draft.stop + 1) == number
    before = cut.lower(draft.first - 1) in words.swaps and cut.word(draft.first - 2) == number
    return (behind or before) and not words.swapped.isdisjoint(_around(cut, draft))


def _stands_at(cut: Tokens, parts: Sentences, draft: Draft, words: _Words) -> str | None:
    """Return "point" or "degree" where an index or a thermometer of the sentence comes to a bare number."""
    if draft.numeral.magnitude > 1:
        return None
    if words.stands_at.isdisjoint(cut.lowers[max(draft.first - 2, 0) : draft.numeral.first]):
        return None
    named = words.indices if draft.numeral.high > HIGHEST_RATE else words.thermometers
    first = max(parts.bounds(parts.number(draft.first))[0], draft.first - AROUND)
    if named.isdisjoint(cut.lowers[first : draft.first]):
        return None
    return "point" if named is words.indices else "degree"


def _quoted(cut: Tokens, parts: Sentences, draft: Draft, words: _Words, language: str) -> str | None:
    """Return the currency of which a number is paid for one of another: "the tenge was at 521.4 to the dollar"."""
    if not words.quoted.at(cut, draft.stop):
        return None
    measures = nouns(language)
    paid = next((found[1] for at in range(draft.stop, draft.stop + 4) if (found := measures.measure(cut, at))), None)
    # The subject comes first: "The tenge, hit by the rout of the rouble, was at 521.4 to the dollar".
    first = max(parts.bounds(parts.number(draft.first))[0], draft.first - CURRENCY_WITHIN)
    before = range(first - 1, max(draft.first - 1 - CURRENCY_WITHIN, -1), -1)
    for place in (*range(first, draft.first), *before):
        if not cut.words[place][0].isalpha():
            continue
        found = measures.measure(cut, place)
        if found and kind_of(found[1], "") == "money" and found[1] != paid:
            return found[1]
    return None


def _is_subjects_age(cut: Tokens, parts: Sentences, draft: Draft, words: _Words, language: str) -> bool:
    """Whether a sentence says of its subject, one person, how old he is: "The leader of the campaign is 58,"."""
    if draft.numeral.high not in AGES or cut.lower(draft.first - 1) not in words.is_old or draft.code is not None:
        return False
    if not closes(cut, draft.stop, language):
        return False
    first = parts.bounds(parts.number(draft.first))[0]
    if draft.first - first > SUBJECT_WITHIN + 3 or cut.lower(first) not in words.articles:
        return False
    person = next((at for at in (first + 1, first + 2) if is_one_person(cut, at, language)), 0)
    if not person:
        return False
    between = range(person + 1, draft.first)
    # "The prisoner's number was 41"
    return all(cut.words[at][0].isalpha() and cut.lowers[at] not in words.counts for at in between)
