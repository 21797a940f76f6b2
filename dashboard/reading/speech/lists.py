"""Figures in lists and bulletins: one source named above them stands for all lines that name none."""

from __future__ import annotations

from typing import NamedTuple

from dashboard.reading.speech.claims import Span
from dashboard.reading.speech.grammar import Grammar
from dashboard.reading.speech.names import german_phrase, plain_phrase
from dashboard.reading.speech.plain.subjects import owner
from dashboard.reading.text.sentences import Sentences
from dashboard.reading.text.tokens import Tokens

_BULLETS = frozenset("–—-•*·▪►■")
# A bulletin says so in its first lines, which are short, and names its house soon.
_TITLES, _TITLE, _SOON = 3, 14, 8
# In a bulletin of one house no more others than this are heard.
_GUESTS = 1
# How much of a line above a list is searched for whose figures follow.
_INTRO = 60


class Owner(NamedTuple):
    """Who claims, by which word."""

    source: Span
    cue: Span


def may_carry(cut: Tokens, parts: Sentences, grammar: Grammar) -> bool:
    """Whether a text has lists or is a bulletin."""
    return any(_is_item(cut, first) for first in parts.firsts) or _is_bulletin(cut, parts, grammar)


def carried(
    cut: Tokens, parts: Sentences, grammar: Grammar, owners: dict[int, list[Owner]]
) -> list[tuple[Owner, Span]]:
    """Return whose the sentences are that name nobody but stand in a list or a bulletin, with their tokens.

    `owners` are those who claim something in a sentence, by its number; what has some is left alone.
    """
    found = _listed(cut, parts, grammar, owners)
    taken = {span[0] for _, span in found}
    found += [one for one in _bulletin(cut, parts, grammar, owners) if one[1][0] not in taken]
    return found


def _listed(
    cut: Tokens, parts: Sentences, grammar: Grammar, owners: dict[int, list[Owner]]
) -> list[tuple[Owner, Span]]:
    found: list[tuple[Owner, Span]] = []
    above: Owner | None = None
    for number, first in enumerate(parts.firsts):
        stop = parts.bounds(number)[1]
        if _is_item(cut, first):
            if above and number not in owners and stop > first + 1:
                found.append((above, (first + 1, stop)))
        elif number == 0 or parts.paragraphs[number] != parts.paragraphs[number - 1]:
            above = None  # a new paragraph that is no line of the list
        if _introduces(cut, stop) and number + 1 < len(parts) and _is_item(cut, parts.firsts[number + 1]):
            above = owners[number][-1] if number in owners else _named_in(cut, grammar, first, stop)
    return found


def _is_item(cut: Tokens, first: int) -> bool:
    return cut.words[first] in _BULLETS and first > 0 and cut.words[first - 1][0] == "\n"


def _introduces(cut: Tokens, stop: int) -> bool:
    """Whether a line ends with a colon."""
    at = stop - 1
    while at > 0 and at > stop - 4 and cut.words[at][0] == "\n":
        at -= 1
    return at < stop - 1 and cut.words[at] == ":"


def _named_in(cut: Tokens, grammar: Grammar, first: int, stop: int) -> Owner | None:
    """Return whose account a line announces: "Die Angaben aus dem Bericht:", "Figures from the ministry:"."""
    for at in range(max(first, stop - _INTRO), stop - 2):
        if not grammar.has("accounts", cut.lowers[at]):
            continue
        if grammar.traits.case_marking:
            start = at + 2 if grammar.has("origins", cut.lowers[at + 1]) else at + 1
            if start == at + 1 and not grammar.has("genitive", cut.lowers[start]):
                continue
            end = german_phrase(cut, grammar, start, stop, joins=False)
        else:
            start, end = owner(cut, grammar, at, plain_phrase(cut, grammar, at, stop))
        if start < end and start > at:
            return Owner((start, end), (at, at + 1))
    return None


def _bulletin(
    cut: Tokens, parts: Sentences, grammar: Grammar, owners: dict[int, list[Owner]]
) -> list[tuple[Owner, Span]]:
    """Return the sentences of an official bulletin that nobody else claims: they are its house's."""
    if not _is_bulletin(cut, parts, grammar):
        return []
    house = next((owners[number][0] for number in range(min(_SOON, len(parts))) if number in owners), None)
    if house is None:
        return []
    since = min(number for number in owners if house in owners[number])
    name = cut.lowers[slice(*house.source)]
    others: set[int] = set()
    names: set[tuple[str, ...]] = set()
    for number, several in owners.items():
        told = {tuple(cut.lowers[slice(*one.source)]) for one in several} - {tuple(name)}
        names |= told
        if told:
            others.add(parts.paragraphs[number])
    if len(names) > _GUESTS:  # the news of the hour, which nobody in it speaks for
        return []
    return [
        (house, parts.bounds(number))
        for number in range(since + 1, len(parts))
        if number not in owners and parts.paragraphs[number] not in others
    ]


def _is_bulletin(cut: Tokens, parts: Sentences, grammar: Grammar) -> bool:
    """Whether one of the first lines is the title of a bulletin."""
    for number in range(min(_TITLES, len(parts))):
        first, stop = parts.bounds(number)
        sentence = any(word in ".!?" for word in cut.words[max(first, stop - 3) : stop])
        if (
            stop - first <= _TITLE
            and not sentence
            and any(grammar.has("bulletins", lower) for lower in cut.lowers[first:stop])
        ):
            return True
    return False
