"""Reported speech without a verb of saying: whether a German sentence is, and whose it is behind a colon."""

from __future__ import annotations

from dashboard.reading.speech.adjuncts import past_german
from dashboard.reading.speech.claims import Claim, Span
from dashboard.reading.speech.german.bounds import clause_start
from dashboard.reading.speech.german.subjects import is_lifeless, is_measured
from dashboard.reading.speech.grammar import QUOTES, Grammar, is_boundary
from dashboard.reading.speech.names import german_phrase, is_name, names_person
from dashboard.reading.text.tokens import Tokens

# How much of a sentence its subject may take, and how far its verb may stand from a colon behind a subject.
_SUBJECT, _NAMES = 18, 2
# How far before a conditional the word stands that opens its clause.
_OPENED = 8


def is_main(cut: Tokens, grammar: Grammar, verb: int, first: int, stop: int) -> bool:
    """Whether a subjunctive is the verb of a main clause: "40 seien tot", but not "sie begründet das damit, dass".

    In a subordinate clause it shows that somebody speaks, but who is told by the main clause, and not before.
    """
    start = clause_start(cut, first, verb)
    lowers = cut.lowers
    while start < verb and lowers[start] in grammar.role("linkers"):
        start += 1
    if start == verb:
        return cut.lower(verb + 1) not in grammar.role("neuter_pronouns") or start == first  # ", sei es 40 Prozent"
    if start > first and grammar.has("prepositions", lowers[start]) and grammar.has("relatives", lowers[start + 1]):
        return False
    if start > first and (lowers[start] in grammar.role("openers") or lowers[start] in grammar.role("questions")):
        return False
    closes = verb + 1 >= stop or is_boundary(cut, verb + 1) or grammar.has("and", lowers[verb + 1])
    relative = start > first and cut.words[start - 1] == "," and lowers[start] in grammar.role("relatives")
    return not (relative and closes)


def is_of_its_own(cut: Tokens, grammar: Grammar, verb: int, first: int, stop: int) -> bool:
    """Whether a conditional tells what somebody else says: "la guerre aurait fait 40 morts".

    In a sentence with "si" it is a condition, and behind "selon laquelle" the noun before tells whose account it is.
    """
    if not grammar.role("conditions").isdisjoint(cut.lowers[first : min(stop, verb + _OPENED)]):
        return False
    return grammar.role("relative_openers").isdisjoint(cut.lowers[max(first, verb - _OPENED) : verb])


def opens_further(cut: Tokens, grammar: Grammar, index: int, first: int) -> bool:
    """Whether a sentence begins like "Also destroyed were 3 guns", and not like "Also on Friday, 30,000 marched"."""
    return index == first and not grammar.has("prepositions", cut.lower(index + 1))


def behind_colon(cut: Tokens, grammar: Grammar, first: int, verb: int) -> int:
    """Return where reported speech begins behind a colon before its verb at `verb`, or -1."""
    for at in range(verb - 1, first, -1):
        if cut.words[at] in ":;":
            return at + 1
        if cut.words[at] in QUOTES:
            break
    return -1


def colon_claim(cut: Tokens, grammar: Grammar, first: int, content: int) -> Claim | None:
    """Return the claim of "Der Rat lehnte ab: Es koste 40 Millionen": its speaker is the subject before the colon."""
    colon = content - 1
    start = first
    while start < colon and grammar.has("linkers", cut.lowers[start]):
        start += 1
    lower = cut.lowers[start]
    adverbial = grammar.has("prepositions", lower) or grammar.has("starters", lower) or grammar.has("dative", lower)
    end = start if adverbial else german_phrase(cut, grammar, start, colon, joins=False)
    if end == start:
        start = _behind_verb(cut, grammar, start, colon)
        end = german_phrase(cut, grammar, start, colon, joins=False)
    if end == start or not is_speaker(cut, grammar, start, end):
        return None
    return Claim((start, end), (colon, content), "say", content)


def _behind_verb(cut: Tokens, grammar: Grammar, start: int, colon: int) -> int:
    """Return where the subject stands behind the verb of a clause that begins with an adverb or an object."""
    at = german_phrase(cut, grammar, start, colon, joins=False) if grammar.has("dative", cut.lowers[start]) else start
    at = past_german(cut, grammar, at + 1 if at == start and grammar.has("dative", cut.lowers[at]) else at, colon)
    if at < colon and cut.words[at][0].islower():
        at += 1
    return min(past_german(cut, grammar, at, colon), colon)


def is_speaker(cut: Tokens, grammar: Grammar, first: int, stop: int) -> bool:
    """Whether a phrase names a person or a body."""
    if is_lifeless(cut, grammar, first, stop) or is_measured(cut, grammar, first, stop):
        return False
    lowers = cut.lowers[first:stop]
    bodies = any(
        grammar.has("bodies", lower)
        or grammar.has("plain_speakers", lower)
        or grammar.has("rivals", lower)
        or (bool(grammar.body_endings) and lower.endswith(grammar.body_endings))
        for lower in lowers
    )
    return bodies or names_person(cut, grammar, first, stop)


def names_another(cut: Tokens, grammar: Grammar, first: int, stop: int) -> bool:
    """Whether a sentence of the agency's own begins with somebody who might speak next."""
    end = _subject(cut, grammar, first, stop)
    if end == first:
        return False
    names = sum(is_name(cut, grammar, at) for at in range(first, end))
    plain = names >= _NAMES and not grammar.has("determiners", cut.lowers[first])
    return plain or is_speaker(cut, grammar, first, end)


def taker_of_stance(cut: Tokens, grammar: Grammar, first: int, stop: int) -> Span | None:
    """Return the subject of a sentence whose verb shows where it stands: "Die Ministerin verteidigte die Reform"."""
    end = _subject(cut, grammar, first, stop)
    verb = past_german(cut, grammar, end, stop)
    if end == first or verb >= stop or not grammar.has("attitudes", cut.lowers[verb]):
        return None
    return (first, end) if is_speaker(cut, grammar, first, end) else None


def _subject(cut: Tokens, grammar: Grammar, first: int, stop: int) -> int:
    """Return the end of the subject that a sentence begins with, or `first`."""
    if grammar.has("prepositions", cut.lowers[first]) or grammar.has("starters", cut.lowers[first]):
        return first
    end = german_phrase(cut, grammar, first, min(stop, first + _SUBJECT), joins=False)
    if end > first and end + 2 < stop and cut.words[end] == "(" and cut.words[end + 2] == ")":
        return end + 3
    return end
