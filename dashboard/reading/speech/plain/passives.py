"""What is said by somebody in the passive: "is put by Kyiv at 500", "was quoted as saying"."""

from __future__ import annotations

from dashboard.reading.speech.claims import Claim, Span
from dashboard.reading.speech.cues import Cue
from dashboard.reading.speech.grammar import QUOTES, Grammar, clause_start, is_boundary, next_boundary
from dashboard.reading.speech.names import plain_phrase
from dashboard.reading.speech.plain.contents import content_behind, nothing_follows
from dashboard.reading.speech.plain.subjects import is_document, subject_of
from dashboard.reading.text.tokens import Tokens

# How far behind a participle its agent stands, and how far before it its auxiliary.
_AGENT, _AUXILIARY = 12, 4


def passive(cut: Tokens, grammar: Grammar, cue: Cue, index: int, first: int, stop: int) -> Claim | None:
    """Return the claim of "is put by Kyiv at 500", "est évalué à 500 par Kiev", "established at 40 by police"."""
    if cue.sort == "deny":
        return None
    refused = grammar.has("not_agreeing", cut.lowers[index])
    counted = 0
    for at in range(index + 1, min(stop - 1, index + _AGENT)):
        if is_boundary(cut, at) or grammar.has("that", cut.lowers[at]):
            return None
        counted = counted or (at if cut.words[at][0].isdigit() else 0)
        if not grammar.has("passive_by", cut.lowers[at]):
            continue
        end = plain_phrase(cut, grammar, at + 1, stop)
        if end == at + 1 or grammar.has("not_agents", cut.lowers[at + 1]) or not cut.words[at + 1][0].isalpha():
            return None
        span = (index, index + 1)
        whole = _is_whole(cut, grammar, index, first)
        if whole and not counted and _leads_on(cut, grammar, index, end):
            return Claim((at + 1, end), span, "state", end + 1)
        if whole and cue.sort == "accuse":
            charged = _charge(cut, grammar, at + 1, stop)
            return Claim((at + 1, charged), span, "accuse", charged + 1) if charged else None
        if refused:
            return None
        if counted:
            led = any(grammar.has("amounts_to", lower) for lower in cut.lowers[index + 1 : counted])
            return Claim((at + 1, end), span, "state", index + 1, at) if led or whole else None
        if not whole:
            return None
        follows = next_boundary(cut, end, stop)
        if any(cut.words[one][0].isdigit() for one in range(end, follows)):
            return Claim((at + 1, end), span, "state", end)
        start = clause_start(cut, first, index, grammar.role("openers"))
        described = start > first and grammar.has("relative_openers", cut.lowers[start - 1])
        return Claim((at + 1, end), span, "state", start if described else None)
    return None


def _leads_on(cut: Tokens, grammar: Grammar, index: int, end: int) -> bool:
    """Whether what is told follows the agent: "MPs were told by Lane that", "are believed by analysts to hold"."""
    lower = cut.lower(end)
    return grammar.has("that", lower) or (
        grammar.has("infinitive", lower) and grammar.has("reputed", cut.lowers[index])
    )


def _charge(cut: Tokens, grammar: Grammar, agent: int, stop: int) -> int:
    """Return where the charge begins behind who makes it: "is accused by police of stealing", or 0."""
    for at in range(agent + 1, min(stop - 1, agent + _AGENT)):
        if is_boundary(cut, at):
            break
        if grammar.has("of", cut.lowers[at]) and cut.lowers[at + 1].endswith(grammar.posing):
            return at if plain_phrase(cut, grammar, agent, at) == at else 0
    return 0


def reputed_before(cut: Tokens, grammar: Grammar, infinitive: int, first: int) -> int:
    """Return the last token of the subject of "was reported to have told", whose "to" is at `infinitive`, or -1."""
    at = infinitive - 2
    if at <= first or not grammar.has("reputed", cut.lowers[infinitive - 1]):
        return -1
    while at > first and grammar.has("between", cut.lowers[at]):
        at -= 1
    return at - 1 if grammar.has("being", cut.lowers[at]) else -1


def _is_whole(cut: Tokens, grammar: Grammar, index: int, first: int) -> bool:
    """Whether an auxiliary before a participle makes a whole verb of it: "have been put", "sont évalués"."""
    return any(
        grammar.has("being", lower) or grammar.has("as", lower)
        for lower in cut.lowers[max(first, index - _AUXILIARY) : index]
    )


def is_by_near(cut: Tokens, grammar: Grammar, verb: int) -> bool:
    """Whether "by" follows a participle soon."""
    return not grammar.role("passive_by").isdisjoint(cut.lowers[verb + 1 : verb + 4])


def said_in(cut: Tokens, grammar: Grammar, span: Span, stop: int) -> Claim | None:
    """Return the claim of "is said in the statement", "est-il dit dans le message", "lit-on dans le rapport"."""
    for at in range(span[1], min(stop - 1, span[1] + 2)):
        if grammar.has("said_in", cut.lowers[at]):
            end = plain_phrase(cut, grammar, at + 1, stop)
            if end > at + 1 and (is_document(cut, grammar, (at + 1, end)) or _is_body(cut, grammar, at + 1, end)):
                quoted = any(cut.words[one] in QUOTES for one in range(max(0, span[0] - _AUXILIARY), span[0]))
                return Claim((at + 1, end), (span[0], at + 1), "say", quoted=quoted)
    return None


def _is_body(cut: Tokens, grammar: Grammar, first: int, end: int) -> bool:
    return any(grammar.has("bodies", lower) for lower in cut.lowers[first:end])


def quoted_as(cut: Tokens, grammar: Grammar, verb: int, before: int, first: int, stop: int) -> Claim | None:
    """Return the claim of "X was quoted by Tass as saying" and "Tass quoted X as saying": in both, X speaks."""
    for at in range(verb + 1, min(stop - 1, verb + 16)):
        if grammar.has("quoted_as", cut.lowers[at]) and cut.lowers[at + 1].endswith("ing"):
            ends = at + 2 >= stop or cut.words[at + 2] in ".,"
            if not ends and any(word[0].isdigit() for word in cut.words[first : min(verb, before)]):
                ends = nothing_follows(cut, grammar, at + 2, stop)  # "500 died, Kyiv was quoted as telling Tass"
            content = None if ends else content_behind(cut, grammar, at + 2, stop)
            if before >= first and grammar.has("being", cut.lowers[before]):
                source = subject_of(cut, grammar, clause_start(cut, first, before, grammar.role("openers")), before)
            else:
                source = (verb + 1, at) if plain_phrase(cut, grammar, verb + 1, at) == at else None
            return Claim(source, (verb, at + 2), "say", content) if source else None
    return None
