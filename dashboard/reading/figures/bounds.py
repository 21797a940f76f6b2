"""What bounds a numeral: "fast", "mehr als", "up to", "une bonne"; and what adds it to others: "weitere"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dashboard.reading.text.phrases import Phrases
from dashboard.reading.text.tokens import Tokens
from dashboard.reading.vocabulary import listed, table

# Of two words the one that says more about the ends wins: "mindestens etwa 500" is at least 500.
RANK = ("<=", ">=", "<", ">", "~<", "~>", "~")
# How far before "plus que" its "ne" may stand.
NEGATION = 6

# Signs that bound, and what they may stand against.
_SIGNS = frozenset("<>≤≥~≈±")
_OPENING = frozenset('([„“"«')


# Not frozen: scores of them are made for a story, and frozen ones take three times as long to make.
@dataclass(slots=True)
class Bound:
    """A numeral's bound: its code, None for an exact one, and the token its first word stands at.

    `increment` says that the number comes on top of another one.
    """

    code: str | None
    first: int
    increment: bool


@dataclass(frozen=True, slots=True)
class _Words:
    before: Phrases
    after: Phrases
    increments: Phrases
    inner: frozenset[str]
    behind: Phrases
    compared: frozenset[str]
    topics: frozenset[str]
    prepositions: frozenset[str]
    contracts: frozenset[str]
    contract_ends: tuple[str, ...]
    against: frozenset[str]
    than: frozenset[str]
    always: frozenset[tuple[str, str]]
    negated: frozenset[str]
    negations: frozenset[str]
    ends: frozenset[str]


@cache
def _words(language: str) -> _Words:
    rows = table(language, "bounds")
    bounding = Phrases((phrase, code) for code, entries in rows["before"].items() for phrase in listed(entries))
    adding = Phrases((phrase, "+") for phrase in listed(rows["increments"]["before"]))
    return _Words(
        bounding,
        Phrases((phrase, code) for code, entries in rows["after"].items() for phrase in listed(entries)),
        adding,
        frozenset(listed(rows["increments"]["after"])),
        Phrases((phrase, "+") for phrase in listed(rows["increments"]["behind"])),
        frozenset(listed(rows["increments"]["compared"])),
        frozenset(listed(rows["topics"]["words"])),
        frozenset(listed(rows["topics"]["prepositions"])),
        frozenset(listed(rows["topics"]["contracts"])),
        listed(rows["topics"]["contract_ends"]),
        frozenset(listed(rows["topics"]["against"])),
        frozenset(listed(rows["topics"]["than"])),
        frozenset((word, phrase) for phrase, entries in rows["topics"]["always"].items() for word in listed(entries)),
        frozenset(listed(rows["topics"]["negated"])),
        frozenset(listed(rows["topics"]["negations"])),
        frozenset((*bounding.by_last, *adding.by_last)),
    )


def last_words(language: str) -> frozenset[str]:
    """Return the words that what bounds the number behind it, or adds it to others, ends with."""
    return _words(language).ends


def before(cut: Tokens, numeral: int, language: str, *, small: bool = False) -> Bound:
    """Return the bound that stands before the token `numeral`, which begins a numeral or its currency sign.

    `small` tells of a number of up to a dozen, before which "über" or "about" may be prepositions.
    """
    words = _words(language)
    if cut.lower(numeral - 1) not in words.ends:
        return Bound(None, numeral, False)
    codes: list[str] = []
    first, place, increment = numeral, numeral, False
    for _ in range(4):
        found = words.before.before(cut, place)
        if found and not _is_preposition(cut, found[0], place, words, small):
            place = first = found[0]
            codes.append(found[1])
            continue
        added = words.increments.before(cut, place)
        if not added:
            break
        place, increment = added[0], True
    return Bound(min(codes, key=RANK.index) if codes else None, first, increment)


def after(cut: Tokens, stop: int, language: str) -> tuple[int, str] | None:
    """Return where a bound stops that follows at token `stop` ("oder mehr", "-odd"), and its code."""
    found = _words(language).after.at(cut, stop)
    # "312 morts et plus de mille blessés": the words bound what comes after them.
    return None if found and cut.lower(found[0]) in _words(language).than else found


def of_tail(tail: str, language: str) -> str | None:
    """Return the bound that the end of a number word tells ("thirty-odd"), None if it tells none."""
    return _tails(language).get(tail.partition("-")[0])


@cache
def _tails(language: str) -> dict[str, str]:
    rows = table(language, "bounds")["tails"]
    return {tail: code for code, entries in rows.items() for tail in listed(entries)}


def is_sign(cut: Tokens, place: int) -> bool:
    """Whether a sign at `place` bounds what it touches, not the end of an arrow or of markup: ">20", "≤5"."""
    free = not cut.touch(place - 1) or cut.word(place - 1) in _OPENING
    return cut.word(place) in _SIGNS and cut.touch(place) and free


def _stands_free(cut: Tokens, place: int) -> bool:
    """Whether a sign with a space behind it bounds what follows: "≥ 20", "Werte > 500", not an arrow or a mail's mark.

    The signs that mark quoted lines and paths of a page bound only behind a word in small letters.
    """
    before_it = cut.word(place - 1)
    if cut.touch(place - 1):
        return before_it in _OPENING
    return cut.word(place) not in ("<", ">") or before_it.islower() or before_it in _OPENING


def adds_within(word: str, language: str) -> bool:
    """Whether a word between numeral and head adds the figure to another: "3.000 weitere Soldaten"."""
    return word in _words(language).inner


def adds_behind(cut: Tokens, stop: int, language: str) -> bool:
    """Whether the words after a head do: "500 soldats supplémentaires", "500 troops more"."""
    words = _words(language)
    found = words.behind.at(cut, stop)
    if found is None and cut.word(stop)[:1].isupper():  # "sept batteries Patriot supplémentaires"
        found = words.behind.at(cut, stop + 1)
    return found is not None and cut.lower(found[0]) not in words.compared


def _is_preposition(cut: Tokens, first: int, stop: int, words: _Words, small: bool) -> bool:
    """Whether a word that can bound is a preposition here: "Gespräche über zwei Verträge", "Gegen zwei Manager"."""
    phrase = " ".join(cut.lowers[first:stop]).replace(" '", "'")
    before_it = cut.lower(first - 1)
    if not phrase[0].isalpha():  # "5 -> 20", "> 20" of a quoted mail
        return not (_stands_free(cut, first) if not cut.touch(stop - 1) else is_sign(cut, first))
    if (before_it, phrase) in words.always:
        return True
    if phrase in words.negated:  # "il n'y a plus que 5 hommes", "Plus que 12 jours"
        starts = not before_it[:1].isalpha()
        return starts or not words.negations.isdisjoint(cut.lowers[max(first - NEGATION, 0) : first])
    if phrase not in words.prepositions:
        return False
    compared = before_it[:1].isdecimal() and phrase in words.against  # "312 gegen 226 Stimmen"
    if compared or before_it in words.contracts or (small and (before_it in words.topics or phrase in words.against)):
        return True
    # "eine Kreditlinie über 1,2 Mrd. Euro"
    return bool(words.contract_ends) and cut.word(first - 1)[:1].isupper() and before_it.endswith(words.contract_ends)
