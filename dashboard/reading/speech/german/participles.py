"""German participles of saying: "hat ... mitgeteilt", "wird von ... beschuldigt", "wie ... mitgeteilt hat"."""

from __future__ import annotations

from dashboard.reading.speech.claims import Claim, Span
from dashboard.reading.speech.cues import Cue
from dashboard.reading.speech.german.bounds import clause_start
from dashboard.reading.speech.german.clauses import verb_last
from dashboard.reading.speech.german.subjects import subject_behind
from dashboard.reading.speech.german.verbs import content_behind, finite_claim
from dashboard.reading.speech.grammar import QUOTES, Grammar
from dashboard.reading.speech.names import german_phrase
from dashboard.reading.speech.owned_figures import german_owner
from dashboard.reading.text.tokens import Tokens

# How many appositions may stand between "hat" with its subject and the participle.
_APART = 3


def participle_claim(cut: Tokens, grammar: Grammar, cue: Cue, index: int, first: int, stop: int) -> Claim | None:
    """Return the claim of "hat ... mitgeteilt", "wird von ... beschuldigt" and "wie ... mitgeteilt hat"."""
    lowers, span = cut.lowers, (index, index + 1)
    if cue.needs and cue.needs.isdisjoint((cut.lower(index - 1), cut.lower(index + 1))):
        return None
    start = clause_start(cut, first, index)
    while start < index and lowers[start] in grammar.role("linkers"):
        start += 1
    closing = "passive" if cue.sort == "moved" else "having"
    if index + 1 < stop and grammar.has(closing, lowers[index + 1]) and start < index:
        if lowers[start] in grammar.role("openers"):
            return verb_last(cut, grammar, cue.sort, start, (index, index + 2), stop)
        if lowers[start] in grammar.role("relatives") and start > first and cut.words[start - 1] == ",":
            return german_owner(cut, grammar, cue.sort, start, (index, index + 2), first)
        return None
    if cue.sort in ("accuse", "state", "say"):
        by = _passive(cut, grammar, start, index)
        if by:
            content = index + 1 if cue.sort == "accuse" else start
            return Claim(by, span, cue.sort, content)
    if any(grammar.has("negations", lowers[at]) for at in range(max(start, index - 4), index)):
        return None
    having = grammar.role("passive" if cue.sort == "moved" else "having")
    for _ in range(_APART):  # "hat Südkorea, ein Waffenexporteur, angedeutet"
        if start <= first or any(lowers[at] in having for at in range(start, index)):
            break
        if start < index and (cut.words[start - 1] != "," or _is_clause(cut, grammar, start)):
            break
        start = clause_start(cut, first, start - 1)
    for _ in range(2):  # "hat von „Warnschüssen“ in der Nähe gesprochen"
        if start <= first or cut.words[start - 1] not in QUOTES:
            break
        start = clause_start(cut, first, start - 1)
    auxiliary = next((at for at in range(index - 1, start - 1, -1) if lowers[at] in having), -1)
    if auxiliary < 0 or (grammar.has("reported", lowers[auxiliary]) and grammar.has("confessing", lowers[index])):
        return None
    sort = "state" if cue.sort == "moved" else cue.sort
    claim = finite_claim(cut, grammar, Cue("verb", sort), auxiliary, first, stop)
    if claim and claim.content is not None and sort != "state" and claim.content <= index and index + 1 < stop:
        claim.content = content_behind(cut, grammar, cue.sort, index + 1, index, stop)
    if claim is None and auxiliary + 1 == index:  # "das hat mitgeteilt der Sprecher", as machines translate
        source, _ = subject_behind(cut, grammar, index, stop, joins=True)
        return Claim(source, span, sort) if source else None
    if claim:
        claim.cue = span if claim.source is None or claim.source[1] <= index else claim.cue
    return claim


def _is_clause(cut: Tokens, grammar: Grammar, start: int) -> bool:
    """Whether a clause of its own begins, and no apposition or adverb: "dass", "weil", "die"."""
    lower = cut.lowers[start]
    return any(grammar.has(role, lower) for role in ("openers", "relatives", "linkers", "pronouns", "questions"))


def _passive(cut: Tokens, grammar: Grammar, start: int, index: int) -> Span | None:
    """Return who stands behind "von" in a passive clause."""
    lowers = cut.lowers
    if not any(lowers[at] in grammar.role("passive") for at in range(start, index)) and not grammar.has(
        "passive", cut.lower(index + 1)
    ):
        return None
    for at in range(index - 1, start - 1, -1):
        if grammar.has("passive_by", lowers[at]):
            end = german_phrase(cut, grammar, at + 1, index)
            return (at + 1, end) if end > at + 1 else None
    return None
