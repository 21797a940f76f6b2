"""Verbs that may say something or move and count things: "added that ..." is speech, "added 12,000 jobs" is not."""

from __future__ import annotations

from dashboard.reading.speech.claims import Claim
from dashboard.reading.speech.grammar import QUOTES, Grammar, next_boundary
from dashboard.reading.text.tokens import Tokens

# How far behind the verb its clause begins, a quotation that is all of it, and how short a mere adjunct is.
_WITHIN, _SOON, _ADJUNCT = 14, 6, 8


def is_speech(cut: Tokens, grammar: Grammar, claim: Claim, first: int, stop: int) -> bool:
    """Whether a clause or a quotation beside an ambiguous verb shows that `claim` is one."""
    if claim.quoted or claim.backwards or (claim.source and grammar.has("passive_by", cut.lower(claim.source[0] - 1))):
        return True
    if claim.content is None:
        return _is_inserted(cut, grammar, claim, first, stop)
    if claim.partner >= 0:  # "put the toll at 500", but not "put 500 soldiers at the border"
        return not _counts(cut, grammar, claim.cue[1], claim.partner)
    if grammar.traits.comma_before_clauses:
        return _follows_sign(cut, grammar, claim.cue[1], claim.content, stop)
    return _follows(cut, grammar, claim.cue[1], stop)


def without_overruled(cut: Tokens, grammar: Grammar, claims: list[Claim]) -> list[Claim]:
    """Return the claims of a sentence, in order, without the ambiguous ones before a trailing "the ministry said".

    Where a source is named behind, nobody else is asked: "On dénombre 15 blessés, selon la police", "One of them told".
    """
    last = claims[-1]
    if last.sort == "according" and last.source and not last.leading:
        claims = [one for one in claims if one is last or not _is_unnamed(cut, grammar, one)]
    if last.content is not None or last.ambiguous:
        return claims
    return [
        one
        for one in claims
        if not one.ambiguous
        or one.content is None
        or one is last
        or _tells(cut, grammar, one.cue[1], one.cue[1] + _SOON)
    ]


def _is_unnamed(cut: Tokens, grammar: Grammar, claim: Claim) -> bool:
    if claim.source is None:
        return grammar.has("unresolved", claim.stands_for)
    opens = cut.lowers[claim.source[0]]
    return grammar.has("unresolved", opens) and grammar.has("of", cut.lower(claim.source[0] + 1))


def without_go_betweens(cut: Tokens, claims: list[Claim], stop: int) -> list[Claim]:
    """Return the claims of a German sentence without who only passes one on: "geht laut Spiegel davon aus, dass".

    What stands before the clause that is claimed is then nobody's.
    """
    kept: list[Claim] = []
    for one in claims:
        teller = kept[-1] if kept else None
        if teller and one.sort in ("laut", "citing") and one.source and _passes_on(cut, teller, one, stop):
            teller.content = max(teller.content or 0, one.extent[1])
        else:
            kept.append(one)
    return kept


def _passes_on(cut: Tokens, teller: Claim, one: Claim, stop: int) -> bool:
    """Whether an account stands between a verb of saying and the clause it leads to."""
    start, end = one.extent
    if teller.source is None or teller.content is None or teller.sort not in ("say", "state") or teller.cue[1] > start:
        return False
    comma = next((at for at in range(end, min(stop, end + _SOON)) if cut.words[at] == ","), -1)
    if comma < 0 or "," in cut.words[teller.cue[1] : start]:
        return False
    return all(word.isalpha() and word.islower() for word in cut.words[end:comma])


def _is_inserted(cut: Tokens, grammar: Grammar, claim: Claim, first: int, stop: int) -> bool:
    """Whether a claim stands behind or within a clause, and not behind a mere "in October,"."""
    start, end = claim.extent
    if claim.stands_for and cut.word(end) == "," == cut.word(start - 2):  # "In total, he noted, 452 ..."
        return True
    asserted = grammar.traits.free_inversion and claim.source is not None and claim.cue[0] < claim.source[0]
    if asserted or grammar.has("as", cut.lower(start - 1)):  # ", a ajouté le ministre,", "As the ministry noted,"
        return not _counts(cut, grammar, end, next_boundary(cut, end, stop))
    short = start - first < _ADJUNCT and grammar.has("prepositions", cut.lowers[first])
    if short and not grammar.traits.verb_second and grammar.role("modals").isdisjoint(cut.lowers[first:start]):
        return False
    return not _counts(cut, grammar, end, next_boundary(cut, end, stop))


def _follows(cut: Tokens, grammar: Grammar, index: int, stop: int) -> bool:
    """Whether "that", a colon, a comma or a quotation follows a verb that ends at `index`."""
    for at in range(index, min(stop, index + _WITHIN)):
        lower, word = cut.lowers[at], cut.words[at]
        if grammar.has("that", lower):
            return not any(grammar.has("compares", one) for one in cut.lowers[index:at])
        if grammar.has("told_infinitives", lower) and _tells(cut, grammar, index, at + 1):
            return True
        if word in QUOTES:
            return at < index + _SOON
        if word in ",:":
            return word == ":" or at == index
        if grammar.has("modals", lower) or _is_count(cut, grammar, at):
            return False
    return False


def _tells(cut: Tokens, grammar: Grammar, index: int, stop: int) -> bool:
    """Whether an infinitive of what is told follows but for adverbs: "a assuré mercredi avoir reçu 40 chars"."""
    at = index
    while at < min(stop, len(cut)) and not grammar.has("told_infinitives", cut.lowers[at]):
        if not (grammar.has("time_words", cut.lowers[at]) or grammar.has("between", cut.lowers[at])):
            return False
        at += 1
    return at < min(stop, len(cut))


def _follows_sign(cut: Tokens, grammar: Grammar, index: int, content: int, stop: int) -> bool:
    """Whether what is said begins at `content` behind a comma or colon, or with a quotation."""
    if content >= stop or _counts(cut, grammar, index, content):
        return False
    return cut.words[content] in QUOTES or cut.words[content - 1] in ",:"


def _counts(cut: Tokens, grammar: Grammar, start: int, stop: int) -> bool:
    return any(_is_count(cut, grammar, at) for at in range(start, stop))


def _is_count(cut: Tokens, grammar: Grammar, index: int) -> bool:
    """Whether a token is a figure and no date."""
    if not cut.words[index][0].isdigit():
        return False
    if grammar.has("clock", cut.lower(index + 1)):  # "8 a.m."
        return False
    near = (cut.lower(index - 1), cut.lower(index + 1), cut.lower(index + 2))
    return not any(grammar.has("time_words", lower) for lower in near)
