"""What is counted by a word for a number of it: "die Zahl der Soldaten", "le bilan", "– Panzer:" in a list."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.reading.figures.drafts import Draft
from dashboard.reading.figures.heads.kinds import PERIODS, casualties_near, kind_of
from dashboard.reading.figures.heads.nouns import Noun, countable, noun
from dashboard.reading.figures.unsaid.words import Words
from dashboard.reading.text.sentences import Sentences
from dashboard.reading.text.tokens import Tokens

# How far back "the number of soldiers" is looked for, and how far behind a figure.
COUNTED_WITHIN = 28
COUNTED_BEHIND = 5
# So far behind "the number of" its noun may stand.
COUNTED_REACH = 12
# How far behind a share its number may stand.
SAID_AGAIN = 9
# How many words the label of a list may have.
LABEL = 6
# A number up to this may be a share, and so far behind its share the number stands that something grew to.
SHARE = 100
CHANGED_WITHIN = 8
# What is counted that may grow to a number; not the period it grew in.
COUNTED = ("count", "weapons", "troops", "casualties")
MEASURED = ("day", "week", "month", "quarter", "year", "hour", "minute", "second", "time", "price", "point", "tonne")
_CLAUSE_ENDS = frozenset(".;:!?\n")


def before(cut: Tokens, parts: Sentences, draft: Draft, words: Words, language: str) -> Noun | None:
    """Return what "the number of X", "die Opferzahl", "le bilan" count before a figure in its sentence."""
    begin = max(parts.bounds(parts.number(draft.first))[0], draft.first - COUNTED_WITHIN)
    for place in range(draft.first - 1, begin - 1, -1):
        word = cut.lowers[place]
        if word in words.that_of.by_last and words.that_of.before(cut, place + 1):
            # "die der Verwundeten auf 370.000"
            named = noun(cut.lower(place + 1), language)
            if named is not None and named.persons:
                return named
        if word in words.counts and (found := _counted(cut, place, draft.first, words, language)):
            return found
        if word in words.counting and not (draft.numeral.low % 1 and draft.numeral.magnitude == 1):
            return Noun(words.counting[word], "casualties" if word in words.tolls else "people")
    return None


def behind(cut: Tokens, draft: Draft, words: Words, language: str) -> Noun | None:
    """Return what "the number of X" counts right behind a figure: "évalue à dix millions le nombre d'obus livrés"."""
    for place in range(draft.stop, min(draft.stop + COUNTED_BEHIND, len(cut))):
        if cut.lowers[place] in words.counts:
            return _counted(cut, place, len(cut), words, language)
        if not cut.words[place][0].isalpha():
            return None
    return None


def _counted(cut: Tokens, count: int, stop: int, words: Words, language: str) -> Noun | None:
    """Return the noun that stands behind a word of counting: the soldiers of "number of soldiers"."""
    found, hurt, of = None, False, False
    for place in range(count + 1, min(count + COUNTED_REACH, stop)):
        if cut.words[place][0] in _CLAUSE_ENDS:
            break
        low = cut.lowers[place]
        of = of or low in words.of
        known = countable(low, language) if of else noun(low, language)
        hurt = hurt or (known is not None and known.persons == "casualties") or low.startswith(words.hurt)
        if words.capitalised_nouns and not cut.words[place][0].isupper():
            continue
        found = found or known
    # "le nombre d'Ukrainiens tués", "the number of wounded soldiers"
    return Noun("person", "casualties") if found is not None and found.unit == "person" and hurt else found


def is_labelled(cut: Tokens, draft: Draft, words: Words, language: str) -> bool:
    """Whether a figure stands behind the label of a list or in the cell of a table: "– Panzer: 8 550"."""
    before = cut.word(draft.first - 1)
    if before == ":":
        # "Der Bus stürzte in eine Schlucht: 31 starben"
        told = cut.lower(draft.stop) in words.people_do or cut.lower(draft.stop) in words.people_only
        return not told and casualties_near(cut, draft.first, draft.stop, language) != "beside"
    return before == "|" or (draft.first > 0 and "\t" in cut.between(draft.first - 1))


def labelled(cut: Tokens, draft: Draft, words: Words, language: str) -> Noun | None:
    """Return what a figure's label names: its last word, or the noun further in: "Pays touchés : 15"."""
    last = draft.first - (2 if cut.word(draft.first - 1) in (":", "|") else 1)
    if known := noun(cut.lower(last), language):
        return known
    found = None
    for place in range(last - 1, max(last - LABEL, -1), -1):
        word = cut.words[place]
        if not word[0].isalpha():
            break
        if cut.lowers[place] in words.of:
            found = None  # "Zahl der Toten": what is counted stands behind
            continue
        if words.capitalised_nouns and not word[0].isupper():
            continue
        found = noun(cut.lowers[place], language) or found
        if found is not None and not words.head_first:
            break
    return found


def said_again(cut: Tokens, drafts: Sequence[Draft], place: int, words: Words, language: str) -> Noun | None:
    """Return the whole of a share that is said again as a number: "two thirds of the buildings, or about 400"."""
    draft, one = drafts[place], drafts[place - 1] if place else None
    if one is None or one.unit not in ("fraction", "percent") or draft.first - one.stop > SAID_AGAIN:
        return None
    before = cut.lower(draft.first - 1)
    # A plain comma is not enough for what may be a share itself: "58 % des Français, six de moins".
    large = draft.numeral.high > SHARE
    tied = (before in ("(", ",") and large) or (before in words.that_is and cut.lower(draft.first - 2) in ("(", ","))
    if not tied:
        return None
    for at in range(one.first, draft.first - 1):
        if words.capitalised_nouns and not cut.words[at][0].isupper():
            continue
        known = (noun if at < one.stop else countable)(cut.lowers[at], language)
        if known is not None and known.unit not in (*PERIODS, "fraction"):
            return known
    return None


def subject(
    cut: Tokens, parts: Sentences, drafts: Sequence[Draft], place: int, words: Words, language: str
) -> Noun | None:
    """Return what grew or fell to a figure by a share of it: "Complaints rose by 62 per cent last year to 5,562"."""
    draft, one = drafts[place], drafts[place - 1] if place else None
    if one is None or one.unit != "percent" or cut.lower(draft.first - 1) not in words.reaching:
        return None
    if draft.numeral.low <= SHARE or draft.numeral.magnitude > 1 or draft.first - one.stop > CHANGED_WITHIN:
        return None
    first = parts.bounds(parts.number(draft.first))[0]
    if first > one.first or one.first - first > COUNTED_WITHIN:
        return None
    for at in range(first, one.first):
        if words.capitalised_nouns and not cut.words[at][0].isupper():
            continue
        known = noun(cut.lowers[at], language) if at == first or words.capitalised_nouns else None
        known = known or (countable(cut.lowers[at], language) if cut.words[at][0].isalpha() else None)
        if known is not None and known.unit not in MEASURED and kind_of(known.unit, known.persons) in COUNTED:
            return known
    return None
