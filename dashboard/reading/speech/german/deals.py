"""German verbs of demanding and counting that claim nothing: prices asked, motions filed, what somebody has."""

from __future__ import annotations

from dashboard.reading.speech.claims import Claim
from dashboard.reading.speech.grammar import Grammar, is_boundary
from dashboard.reading.text.tokens import Tokens

# How far behind a verb its object reaches, how far behind a figure what it counts or is asked for.
_OBJECT, _COUNTED = 14, 4


def is_price(cut: Tokens, grammar: Grammar, verb: int, stop: int) -> bool:
    """Whether something is sold: "verlangten für eine Fahrt 1,25 Prozent", "berechnet 600 Dollar je Container"."""
    figure = _figure(cut, verb, stop)
    if figure < 0:
        return False
    behind = cut.lowers[figure + 1 : min(stop, figure + 1 + _COUNTED)]
    if any(grammar.has("raises", lower) for lower in behind):
        return False
    sold = any(
        grammar.has("sold_for", cut.lowers[at]) and grammar.has("any_articles", cut.lowers[at + 1])
        for at in range(verb + 1, figure)
    )
    return sold or any(grammar.has("per_piece", lower) for lower in behind)


def is_motion(cut: Tokens, grammar: Grammar, verb: int, stop: int) -> bool:
    """Whether what is applied for is no number but a thing: "beantragte 2 Sondersitzungen", not "10 Jahre Haft"."""
    figure = _figure(cut, verb + 1 if cut.word(verb + 1) == "," else verb, stop)
    if figure < 0:
        return False
    return not any(grammar.has("applied_for", lower) for lower in cut.lowers[figure : min(stop, figure + _COUNTED)])


def is_other_object(cut: Tokens, grammar: Grammar, verb: int, stop: int) -> bool:
    """Whether the object makes a verb another: "schrieb einen Verlust von 210 Millionen", "nannte das eine Schande"."""
    lower = cut.lowers[verb]
    figure = _figure(cut, verb, stop)
    if figure < 0:
        return False
    if grammar.has("writing", lower):
        return any(grammar.has("written_results", one) for one in cut.lowers[verb + 1 : figure])
    if grammar.has("publishing", lower):
        return any(grammar.has("published", one) for one in cut.lowers[figure : min(stop, figure + _COUNTED)])
    if grammar.has("naming", lower):
        behind = range(figure + 1, min(stop - 1, figure + _OBJECT))
        ends = next((at for at in behind if is_boundary(cut, at)), min(stop, figure + _OBJECT))
        known = any(grammar.has("quoted_articles", one) for one in cut.lowers[verb + 1 : figure - 1])
        return known and any(grammar.has("any_articles", one) for one in cut.lowers[figure + 1 : ends])
    return False


def had_before(cut: Tokens, grammar: Grammar, verb: int, first: int) -> bool:
    """Whether what its subject has stands before a verb that closes its clause: "die 80.000 Mitglieder zählt"."""
    for at in range(verb - 1, max(first, verb - _OBJECT), -1):
        if is_boundary(cut, at):
            break
        if cut.words[at][0].isdigit():
            return any(grammar.has("belonging", lower) for lower in cut.lowers[at + 1 : verb])
    return False


def without_known(cut: Tokens, grammar: Grammar, claim: Claim, verb: int, stop: int) -> Claim:
    """Return a demand without a number that all know: "forderte Hilfe für die 30.000 Obdachlosen"."""
    figure = _figure(cut, verb, stop)
    if claim.content is None or not verb < claim.content <= figure:
        return claim
    article, before = cut.lowers[figure - 1], cut.lowers[figure - 2]
    known = grammar.has("known_articles", article) and grammar.has("prepositions", before)
    if known or grammar.has("known_receivers", article):  # "bot den 12 Familien 15 Millionen"
        claim.content = figure + 1
    return claim


def leave_out_audience(cut: Tokens, grammar: Grammar, claim: Claim, verb: int, stop: int) -> None:
    """Take out of a claim the number of those who hear it: "rief vor 30.000 Gläubigen zum Frieden auf"."""
    figure = _figure(cut, verb, stop)
    if figure < 0 or not grammar.has("facing", cut.lowers[figure - 1]):
        return
    if not any(grammar.has("audience", lower) for lower in cut.lowers[figure + 1 : min(stop, figure + _COUNTED)]):
        return
    if claim.backwards or claim.content is None:  # "Das sagte sie vor 300 Gästen": what is claimed stands before
        claim.end = figure - 1
    elif verb < claim.content <= figure:
        claim.content = figure + 1


def is_suit(cut: Tokens, grammar: Grammar, verb: int, stop: int) -> bool:
    """Whether somebody goes to court: "klagte gegen die Einstufung"."""
    for at in range(verb + 1, min(stop, verb + _OBJECT)):
        if is_boundary(cut, at):
            break
        if grammar.has("sued", cut.lowers[at]):
            return True
    return False


def _figure(cut: Tokens, verb: int, stop: int) -> int:
    """Return where the first figure stands in the clause behind a verb, or -1."""
    for at in range(verb + 1, min(stop, verb + _OBJECT)):
        if is_boundary(cut, at):
            break
        if cut.words[at][0].isdigit():
            return at
    return -1
