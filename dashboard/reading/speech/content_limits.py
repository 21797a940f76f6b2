"""Where what somebody says ends for good: at dashes, behind a semicolon, before what the agency adds by itself."""

from __future__ import annotations

from itertools import pairwise

from dashboard.reading.speech.claims import Claim, Span
from dashboard.reading.speech.grammar import REACH, Grammar, is_boundary, is_dash
from dashboard.reading.text.tokens import Tokens


def between_dashes(cut: Tokens, first: int, stop: int, claim: Claim) -> Span | None:
    """Return what stands between dashes with its source: "– bis zu 500 laut dem Gesandten –"."""
    end = claim.extent[1]
    if end >= stop or not is_dash(cut, end):
        return None
    for at in range(claim.extent[0] - 1, max(first, claim.extent[0] - REACH), -1):
        if is_dash(cut, at):
            return at + 1, end
        if is_boundary(cut, at):
            break
    return None


def behind_background(cut: Tokens, grammar: Grammar, first: int, stop: int) -> int:
    """Return where a sentence goes on behind a relative clause before any figure, or `first`.

    "In Kiew, wo 3 Millionen leben, starben laut Polizei 12": the clause is the agency's own.
    """
    if not grammar.traits.verb_second:
        return first
    commas = [at for at in range(first, min(stop, first + REACH)) if cut.words[at] == ","]
    for opens, closes in pairwise(commas):
        relative = any(_opens_relative(cut, grammar, at) for at in (opens + 1, opens + 2))
        before = any(cut.words[at][0].isdigit() for at in range(first, opens))
        if relative and not before and any(cut.words[at][0].isdigit() for at in range(opens, closes)):
            return closes + 1
    return first


def _opens_relative(cut: Tokens, grammar: Grammar, index: int) -> bool:
    lower = cut.lowers[index]
    behind = grammar.has("prepositions", cut.lowers[index - 1]) or cut.words[index - 1] == ","
    return behind and (grammar.has("where", lower) or grammar.has("relatives", lower))


def _turns(cut: Tokens, grammar: Grammar, comma: int) -> bool:
    return cut.words[comma] == "," and grammar.has("turns", cut.lowers[comma + 1])


def before_turn(cut: Tokens, grammar: Grammar, index: int, stop: int) -> int:
    """Return where no speech goes on behind a semicolon, or `stop`: "meldete 40 Tote; die Region ist gesperrt"."""
    near = range(index, min(stop - 1, index + REACH))
    at = next((one for one in near if cut.words[one] == ";" or _turns(cut, grammar, one)), stop)
    if not grammar.traits.verb_second or not grammar.role("reported").isdisjoint(
        cut.lowers[at : min(stop, at + REACH)]
    ):
        return stop
    return at
