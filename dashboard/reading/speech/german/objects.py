"""Objects of German verbs of saying that turn what is claimed: "zitierte den Minister", "nannte die Zahl erfunden"."""

from __future__ import annotations

from dashboard.reading.speech.adjuncts import past_german
from dashboard.reading.speech.claims import Claim
from dashboard.reading.speech.german.subjects import is_measured
from dashboard.reading.speech.grammar import QUOTES, REACH, Grammar, is_boundary
from dashboard.reading.speech.names import german_phrase, names_person
from dashboard.reading.text.tokens import Tokens

# How far behind a verb its object may begin.
_OBJECT = 12


def with_object(cut: Tokens, grammar: Grammar, claim: Claim, verb: int, stop: int) -> None:
    """Begin a claim at the figure that is the object of its verb: "versprach 100 Panzer", "bestätigte 12 Tote"."""
    if claim.content is None or claim.content <= verb:
        return
    for at in range(verb + 1, min(stop, claim.content, verb + _OBJECT)):
        if is_boundary(cut, at):
            break
        if cut.words[at][0].isdigit() and not any(
            grammar.has(role, lower)
            for lower in (cut.lowers[at - 1], cut.lower(at + 1), cut.lower(at + 2))
            for role in ("time_words", "prepositions", "clock")
        ):
            claim.content = at - 1 if at - 1 > verb and not (claim.source and at - 1 < claim.source[1]) else at
            break


def with_quoted(cut: Tokens, grammar: Grammar, claim: Claim, verb: int, stop: int) -> Claim:
    """Return a claim with the one who is quoted, not who quotes: "die Agentur zitierte den Minister"."""
    behind = max(verb + 1, claim.source[1] if claim.source else 0)
    for at in range(behind, min(stop, behind + _OBJECT)):
        if is_boundary(cut, at):
            break
        if not grammar.has("quoted_articles", cut.lowers[at]):
            continue
        end = german_phrase(cut, grammar, at, stop, joins=False, heard=True)
        if end > at and names_person(cut, grammar, at, end):
            claim.source = (at, end)
            return claim
    return claim


def is_judged(cut: Tokens, grammar: Grammar, verb: int, stop: int) -> bool:
    """Whether a number that somebody else gave is called something: "nannte die Zahl von 500 Toten „erfunden“"."""
    at = past_german(cut, grammar, verb + 1, stop)
    end = next((one for one in range(at, min(stop, at + REACH)) if is_boundary(cut, one)), min(stop, at + REACH))
    quoted = end < stop and cut.words[end] in QUOTES and not any(word[0].isdigit() for word in cut.words[end:stop])
    last = cut.lowers[end - 1]
    adjective = cut.words[end - 1][0].islower() and last not in grammar.small and not grammar.has("skips", last)
    named = any(is_measured(cut, grammar, one, one + 3) for one in range(verb + 1, min(at + 3, end)))
    return named and end > at and (quoted or adjective)


def is_known(cut: Tokens, grammar: Grammar, verb: int, stop: int) -> bool:
    """Whether the object of a verb is something that all know: "kritisierte die Kosten von 9 Milliarden"."""
    at = verb + 1
    if not grammar.has("quoted_articles", cut.lower(at)):
        at = past_german(cut, grammar, at, stop)
    if at >= stop or not grammar.has("quoted_articles", cut.lowers[at]):
        return False
    figure = next((one for one in range(at, min(stop, at + _OBJECT)) if cut.words[one][0].isdigit()), -1)
    return figure > at and not any(is_boundary(cut, one) for one in range(verb + 1, figure))
