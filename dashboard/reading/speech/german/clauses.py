"""German clauses whose verb of saying stands last: "wie das Ministerium mitteilte", "der Minister, der sagte"."""

from __future__ import annotations

from dashboard.reading.speech.adjuncts import past_german
from dashboard.reading.speech.claims import Claim, Span
from dashboard.reading.speech.german.bounds import clause_start
from dashboard.reading.speech.german.subjects import begins_phrase
from dashboard.reading.speech.grammar import Grammar
from dashboard.reading.speech.names import german_phrase, phrase_until
from dashboard.reading.text.tokens import Tokens


def opener_before(cut: Tokens, grammar: Grammar, comma: int, first: int) -> int:
    """Return where "wie" stands if a name in commas parts it from its verb: "wie der Chef, Oleh S., mitteilte"."""
    for _ in range(2):
        start = clause_start(cut, first, comma)
        if start < comma and cut.lowers[start] in grammar.role("openers"):
            return start if german_phrase(cut, grammar, start + 1, comma + 1) >= comma - 1 else -1
        if start <= first or cut.words[start - 1] != ",":
            break
        comma = start - 1
    return -1


def verb_last(cut: Tokens, grammar: Grammar, sort: str, opener: int, cue: Span, stop: int) -> Claim | None:
    """Return the claim of a clause like "wie das Ministerium mitteilte" or "während Kiew von 500 Toten sprach"."""
    start = opener + 1
    if grammar.has("pronouns", cut.lowers[start]) and not begins_phrase(cut, start):
        source, pronoun = None, cut.lowers[start]
    else:
        start = past_german(cut, grammar, start, cue[0])
        end = german_phrase(cut, grammar, start, cue[0], joins=sort != "state")
        if end == start:
            return None
        source, pronoun = (start, end), ""
    if grammar.has("as", cut.lowers[opener]):
        return Claim(source, cue, sort, stands_for=pronoun, leading=False)
    behind = cue[1]
    if sort == "say" and behind < stop and cut.words[behind] in ",:" and not _holds_digits(cut, start, cue[0]):
        return Claim(source, cue, sort, behind + 1, stands_for=pronoun)
    content = source[1] if source else start + 1
    return Claim(source, cue, sort, content, behind, stands_for=pronoun)


def _holds_digits(cut: Tokens, first: int, stop: int) -> bool:
    return any(cut.words[at][0].isdigit() for at in range(first, stop))


def relative(cut: Tokens, grammar: Grammar, sort: str, start: int, cue: Span, first: int) -> Claim | None:
    """Return the claim of a relative clause whose pronoun at `start` stands for who speaks."""
    comma = start - 1
    begins = phrase_until(cut, grammar, max(first, clause_start(cut, first, comma)), comma)
    if begins == comma:
        return None
    if begins > first + 1 and cut.words[begins - 1] == ",":
        longer = phrase_until(cut, grammar, clause_start(cut, first, begins - 1), comma)
        begins = min(begins, longer)
    return Claim((begins, comma), cue, sort, start + 1)
