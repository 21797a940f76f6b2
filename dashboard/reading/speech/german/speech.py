"""Who says what in a German sentence: by a verb, a participle, or an account."""

from __future__ import annotations

from dashboard.reading.speech.claims import Claim
from dashboard.reading.speech.cues import Cue
from dashboard.reading.speech.german.accounts import ACCOUNTS
from dashboard.reading.speech.german.deals import (
    had_before,
    is_motion,
    is_other_object,
    is_price,
    is_suit,
    leave_out_audience,
    without_known,
)
from dashboard.reading.speech.german.objects import is_judged, is_known, with_object, with_quoted
from dashboard.reading.speech.german.participles import participle_claim
from dashboard.reading.speech.german.subjects import is_document, is_lifeless, is_measured
from dashboard.reading.speech.german.verbs import finite_claim
from dashboard.reading.speech.grammar import Grammar
from dashboard.reading.speech.owned_figures import german_participle
from dashboard.reading.text.tokens import Tokens

# How far behind "zählt" stands what a place or a club has.
_OBJECT = 8
# How far behind the figure stands what it counts.
_OWNED = 4


def german_claim(cut: Tokens, grammar: Grammar, cue: Cue, index: int, first: int, stop: int) -> Claim | None:
    """Return the claim that the cue at `index` introduces in the sentence from `first` to `stop`, if any."""
    account = ACCOUNTS.get(cue.role)
    if account:
        return account(cut, grammar, index, first, stop)
    claim = _spoken(cut, grammar, cue, index, first, stop)
    lower = cut.lowers[index]
    if claim and grammar.has("looming", lower) and grammar.has("neuter_pronouns", claim.stands_for):
        return None  # "Es drohen 15 Jahre Haft"
    if claim is None or claim.source is None:
        return claim
    told = cue.sort == "document"  # "Zahlen der Uno zeigen: ..."
    if not told and (is_lifeless(cut, grammar, *claim.source) or is_measured(cut, grammar, *claim.source)):
        return None
    if grammar.has("holding", lower) and any(grammar.has("venues", one) for one in cut.lowers[slice(*claim.source)]):
        inhabited = any(grammar.has("inhabitants", one) for one in cut.lowers[index : min(stop, index + _OBJECT)])
        if inhabited:
            return None
    if grammar.has("counting_now", lower) and (
        _belongs(cut, grammar, index, stop) or had_before(cut, grammar, index, first)
    ):
        return None
    if grammar.has("selling", lower) and is_price(cut, grammar, index, stop):
        return None
    if grammar.has("applying", lower) and is_motion(cut, grammar, index, stop):
        return None
    if grammar.has("suing", lower) and is_suit(cut, grammar, index, stop):
        return None
    if is_other_object(cut, grammar, index, stop):
        return None
    if grammar.has("taking_objects", lower):
        with_object(cut, grammar, claim, index, stop)
    leave_out_audience(cut, grammar, claim, index, stop)
    if grammar.has("demanding", lower):
        return without_known(cut, grammar, claim, index, stop)
    if grammar.has("reckoning", lower) and not _reckons(cut, grammar, *claim.source):
        return None
    if grammar.has("judging", lower) and is_known(cut, grammar, index, stop):
        return None
    if grammar.has("naming", lower) and is_judged(cut, grammar, index, stop):
        return None
    return with_quoted(cut, grammar, claim, index, stop) if grammar.has("quoting", lower) else claim


def _belongs(cut: Tokens, grammar: Grammar, index: int, stop: int) -> bool:
    """Whether behind a verb stands what its subject consists of: "Das Bündnis zählt 32 Staaten"."""
    ahead = range(index + 1, min(stop, index + _OBJECT))
    figure = next((at for at in ahead if cut.words[at][0].isdigit()), index)
    return any(grammar.has("belonging", lower) for lower in cut.lowers[figure : min(stop, figure + _OWNED)])


def _reckons(cut: Tokens, grammar: Grammar, first: int, stop: int) -> bool:
    """Whether a phrase names somebody who comes to a figure by reckoning, and not by votes or goals."""
    if any(grammar.has("contenders", lower) for lower in cut.lowers[first:stop]):
        return False
    return any(
        grammar.has("reckoners", lower.rpartition("-")[2]) or lower.endswith(grammar.document_endings)
        for lower in cut.lowers[first:stop]
    )


def _spoken(cut: Tokens, grammar: Grammar, cue: Cue, index: int, first: int, stop: int) -> Claim | None:
    if cue.role == "verb":
        claim = finite_claim(cut, grammar, cue, index, first, stop)
        if claim is None or cue.sort != "document" or grammar.has("self", cut.lower(index + 1)):
            return claim
        return claim if claim.source and is_document(cut, grammar, claim.source) else None
    if cue.role == "participle":
        return participle_claim(cut, grammar, cue, index, first, stop)
    return german_participle(cut, grammar, index, first, stop) if cue.role == "agreeing" else None
