"""What the verbs and pronouns beside a figure without a head tell of it: paid, shot down, or what people do."""

from __future__ import annotations

from dashboard.reading.figures.drafts import Draft
from dashboard.reading.figures.unsaid.earlier import LARGE
from dashboard.reading.figures.unsaid.words import Words
from dashboard.reading.text.tokens import Tokens

# So far behind a sum the verb of paying it may stand.
PAID_WITHIN = 5
# So near "en" and its figure stand, and a verb of shooting down and its figure.
CLITIC_WITHIN = 6
DOWNED_WITHIN = 4
_CLAUSE_ENDS = frozenset(".;:!?\n")


def is_paid(cut: Tokens, draft: Draft, words: Words) -> bool:
    """Whether millions are said to be paid: "28 millions ont été versés"."""
    if draft.numeral.magnitude < LARGE:
        return False
    return not words.paid.isdisjoint(cut.lowers[draft.stop : draft.stop + PAID_WITHIN])


def are_people(cut: Tokens, draft: Draft, words: Words) -> bool:
    """Whether a verb beside a figure tells of people alone: "almost 9,000 flee", "was caring for more than 350"."""
    if draft.unit is not None:
        return False
    if words.people_get.before(cut, draft.first):
        return True
    after = draft.stop
    for place in range(after, min(after + 3, len(cut))):
        low = cut.lowers[place]
        if low in words.people_only:
            return True
        if low not in words.people_do:
            return False
    return False


def has_clitic(cut: Tokens, draft: Draft, words: Words) -> bool:
    """Whether a pronoun before the verb stands for the head: "la défense en a abattu 72", "n'en a promis qu'une"."""
    if not words.clitics or not draft.elided:
        return False
    for place in range(draft.first - 2, max(draft.first - 1 - CLITIC_WITHIN, 0), -1):
        word = cut.words[place]
        if cut.lowers[place] in words.clitics and cut.words[place + 1][0].isalpha():
            return True
        if not (word[0].isalpha() or word in "'’"):
            return False
    return False


def is_downed(cut: Tokens, draft: Draft, words: Words) -> bool:
    """Whether a word of shooting down stands beside a figure: "nine were destroyed", "59 downed"."""
    for place in range(draft.stop, min(draft.stop + DOWNED_WITHIN, len(cut))):
        if cut.words[place][0] in _CLAUSE_ENDS or cut.words[place] == ",":
            break
        if words.downed.at(cut, place):
            return True
    for place in range(draft.first, max(draft.first - DOWNED_WITHIN, 0), -1):
        if words.downed.before(cut, place):
            return True
        if not cut.words[place - 1][0].isalpha():
            break
    return False
