"""Who stands beside a speaker without a verb: "Kiew sprach von 500 Toten, Moskau von 300"."""

from __future__ import annotations

from dashboard.reading.speech.claims import Claim
from dashboard.reading.speech.cues import cues
from dashboard.reading.speech.grammar import Grammar, is_boundary
from dashboard.reading.speech.names import german_phrase, names_person, plain_phrase
from dashboard.reading.text.tokens import Tokens

# How far behind a claim its rival is looked for, and how long the rival's name and figure are, in tokens.
_WITHIN, _NAME, _FIGURE = 30, 9, 6


def rival_of(cut: Tokens, grammar: Grammar, claim: Claim, stop: int) -> Claim | None:
    """Return the claim of the rival of the one who made `claim`: its verb, or verb and preposition, count for both."""
    if claim.source is None or claim.content is None or claim.sort in ("deny", "accuse"):
        return None
    start = max(claim.partner, claim.content, claim.source[1])
    contrasts, lowers = grammar.role("contrasts"), cut.lowers
    for at in range(start + 1, min(stop - 2, start + _WITHIN)):
        if lowers[at] == "," or lowers[at] in contrasts:
            found = _with_preposition(cut, grammar, claim, at, stop) or _with_figure(cut, grammar, claim, at, stop)
            if found:
                return found
    return None


def _phrase(cut: Tokens, grammar: Grammar, at: int, stop: int) -> int:
    return (german_phrase if grammar.traits.case_marking else plain_phrase)(cut, grammar, at, stop)


def _with_preposition(cut: Tokens, grammar: Grammar, claim: Claim, at: int, stop: int) -> Claim | None:
    """Return the claim of "Moskau von 300" behind the sign or conjunction at `at`."""
    if claim.partner < 0:
        return None
    partner = cut.lowers[claim.partner]
    end = next((one for one in range(at + 2, min(stop - 1, at + _NAME)) if cut.lowers[one] == partner), 0)
    if not end or _phrase(cut, grammar, at + 1, end) != end:
        return None
    return Claim((at + 1, end), claim.cue, claim.sort, end + 1, elided=True)


def _with_figure(cut: Tokens, grammar: Grammar, claim: Claim, at: int, stop: int) -> Claim | None:
    """Return the claim of "die Veranstalter 12.000" behind the sign or conjunction at `at`."""
    limit = min(stop, at + _NAME)
    figure = next((one for one in range(at + 2, limit) if cut.words[one][0].isdigit()), 0)
    if not figure or not any(cut.words[one][0].isdigit() for one in range(claim.content or 0, at)):
        return None
    name = figure
    while name > at + 1 and grammar.has("bounds", cut.lowers[name - 1]):
        name -= 1
    known = cues(grammar.language)
    if any(lower in known or grammar.has("that", lower) for lower in cut.lowers[at + 1 : name]):
        return None
    if name <= at + 1 or _phrase(cut, grammar, at + 1, name) != name or not _rivals(cut, grammar, at + 1, name):
        return None
    end = next((one for one in range(figure, stop) if one > figure + _FIGURE or is_boundary(cut, one)), stop)
    if end > figure + _FIGURE or any(grammar.has("modals", cut.lowers[one]) for one in range(figure, end)):
        return None
    return Claim((at + 1, name), claim.cue, claim.sort, name, end, elided=True)


def _rivals(cut: Tokens, grammar: Grammar, start: int, end: int) -> bool:
    """Whether a phrase names somebody who counts and speaks: a body, a person by title, those who call people out."""
    return names_person(cut, grammar, start, end) or any(
        grammar.has(role, lower) for lower in cut.lowers[start:end] for role in ("bodies", "plain_speakers", "rivals")
    )
