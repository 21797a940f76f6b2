"""What may stand between a verb and its subject: "am Montag", "in Kiew", "on Telegram", "à la presse"."""

from __future__ import annotations

from dashboard.reading.speech.grammar import Grammar
from dashboard.reading.speech.names import german_phrase, is_name, run_of_names
from dashboard.reading.text.tokens import Tokens

# How much is passed over, and how many words stand before the name of a day.
_FURTHEST, _DAY = 24, 3


def past_german(cut: Tokens, grammar: Grammar, index: int, stop: int) -> int:
    """Return the first token from `index` on that is no adverb, time or prepositional phrase."""
    lowers, words = cut.lowers, cut.words
    limit = min(stop, index + _FURTHEST)
    at = index
    while at < limit:
        lower = lowers[at]
        if (
            lower in grammar.role("skips")
            or lower in grammar.role("time_words")
            or words[at][0].isdigit()
            or (words[at] == "." and at > index and words[at - 1].isdigit())
        ):
            at += 1
        elif grammar.has("prepositions", lower):
            end = _past_day(cut, grammar, at + 1, limit) or _past_town(cut, grammar, at + 1, limit)
            end = end or german_phrase(cut, grammar, at + 1, limit, joins=False)
            if end == at + 1 and not (end < limit and _is_time(cut, grammar, end)):
                return at
            at = end
        elif grammar.has("dative", lower):
            end = german_phrase(cut, grammar, at, limit, joins=False)
            if end == at:
                return at
            at = end
        else:
            return at
    return at


def _past_day(cut: Tokens, grammar: Grammar, index: int, limit: int) -> int:
    """Return the end of "diesem Dienstag", "den vergangenen Monat" at `index`, or 0."""
    at = index
    while at < limit and at < index + _DAY and cut.words[at][0].islower():
        at += 1
    return at + 1 if index < at < limit and grammar.has("time_words", cut.lowers[at]) else 0


def _past_town(cut: Tokens, grammar: Grammar, index: int, limit: int) -> int:
    """Return the end of a name behind which no genitive stands but the subject: "in Genf der Sprecher", or 0."""
    if index >= limit or not is_name(cut, grammar, index) or grammar.has("bare_nouns", cut.lowers[index]):
        return 0
    end = run_of_names(cut, grammar, index, limit)
    return end if end < limit and grammar.has("nominative", cut.lowers[end]) else 0


def _is_time(cut: Tokens, grammar: Grammar, index: int) -> bool:
    lower = cut.lowers[index]
    return (
        grammar.has("time_words", lower)
        or cut.words[index][0].isdigit()
        or grammar.has("skips", lower)
        or grammar.has("determiners", lower)
    )


def past_plain(cut: Tokens, grammar: Grammar, index: int, stop: int) -> int:
    """Return the first token from `index` on that is no adverb, time or short prepositional phrase."""
    lowers, words = cut.lowers, cut.words
    limit = min(stop, index + _FURTHEST)
    at = index
    while at < limit:
        lower = lowers[at]
        if grammar.has("time_words", lower) or (words[at][0].isdigit() and at > index):
            at += 1
        elif grammar.has("determiners", lower) and grammar.has("time_units", cut.lower(at + 1)):  # "la semaine passée"
            at += 2
        elif grammar.has("prepositions", lower):
            at = _past_condition(cut, grammar, at, limit) or _past_preposition(cut, grammar, at + 1, limit)
        elif grammar.has("skips", lower) and not grammar.has("determiners", lower):
            at += 1
        else:
            return at
    return at


def _past_condition(cut: Tokens, grammar: Grammar, index: int, limit: int) -> int:
    """Return the end of "sous couvert d'anonymat", "sous le couvert de l'anonymat" at `index`, or 0."""
    if not grammar.has("under", cut.lowers[index]):
        return 0
    return next((at + 1 for at in range(index, limit) if grammar.has("anonymity", cut.lowers[at])), 0)


def _past_preposition(cut: Tokens, grammar: Grammar, index: int, limit: int) -> int:
    """Return the end of what a preposition before `index` governs: an article and a noun, or a name."""
    at = index
    while at < limit and grammar.has("determiners", cut.lowers[at]):
        at += 1
        if at < limit and cut.words[at] in "'’":
            at += 1
    if at < limit and is_name(cut, grammar, at):
        return at + 1 if grammar.traits.free_inversion else run_of_names(cut, grammar, at, limit)
    return min(at + 1, limit)
