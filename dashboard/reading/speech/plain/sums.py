"""English and French verbs of seeing and counting: whether they tell what somebody expects or what he has."""

from __future__ import annotations

from dashboard.reading.figures.numerals.numeral import CURRENCY_SIGNS
from dashboard.reading.speech.claims import Claim
from dashboard.reading.speech.grammar import Grammar
from dashboard.reading.text.tokens import Tokens

# How long a sum is, and the signs beside one or a share.
_SUM = 4
_SIGNS = CURRENCY_SIGNS | {"%"}


def owns(cut: Tokens, grammar: Grammar, verb: int, first: int, before: Claim | None) -> bool:
    """Whether a verb tells what somebody has: "la ville compte 20 écoles".

    Beside another who speaks of some it does not: "Moscou parle de 300 morts, Kiev en compte 20".
    """
    if not grammar.has("counts_of_it", cut.lowers[verb]):
        return False
    beside = (
        before is not None and before.partner >= 0,
        grammar.has("of_it", cut.lower(verb - 1)),
        grammar.has("sets_against", cut.lowers[first]),
    )
    return before is None or sum(beside) <= 1


def sees_sum(cut: Tokens, grammar: Grammar, verb: int, stop: int) -> bool:
    """Whether a verb of seeing stands right before a sum or a share: "Citi sees $60", and no "sees 500 visitors"."""
    if not grammar.has("seeing_sums", cut.lowers[verb]):
        return False
    at = verb + 1
    while at + 1 < stop and grammar.has("bounds", cut.lowers[at]):
        at += 1
    if at + 1 < stop and cut.words[at] in _SIGNS:
        return cut.words[at + 1][0].isdigit()
    if at >= stop or not cut.words[at][0].isdigit():
        return False
    near = range(at, min(stop, at + _SUM))
    return any(
        cut.words[one] in _SIGNS or cut.words[one][-1] == "%" or grammar.has("currencies", cut.lowers[one])
        for one in near
    )
