"""Subjects of German verbs of saying: behind the verb, before it, or parted from it by an apposition."""

from __future__ import annotations

from dashboard.reading.speech.adjuncts import past_german
from dashboard.reading.speech.claims import Span
from dashboard.reading.speech.grammar import Grammar, clause_start
from dashboard.reading.speech.names import german_phrase
from dashboard.reading.text.tokens import Tokens


def subject_behind(cut: Tokens, grammar: Grammar, verb: int, stop: int, joins: bool) -> tuple[Span | None, str]:
    """Return the subject behind a verb, or the pronoun that is."""
    if grammar.has("objects", cut.lower(verb + 1)) and grammar.has("nominative", cut.lower(verb + 2)):
        verb += 1  # "sah es die Kammer als erwiesen an"
    at = past_german(cut, grammar, verb + 1, stop)
    if verb + 1 < stop and grammar.has("pronouns", cut.lowers[verb + 1]) and not begins_phrase(cut, verb + 1):
        return None, cut.lowers[verb + 1]
    if at < stop and grammar.has("pronouns", cut.lowers[at]) and not begins_phrase(cut, at):
        return None, cut.lowers[at]
    while at + 1 < stop and cut.lowers[at] in grammar.role("addressees") and cut.words[at + 1][0].islower():
        at += 1
    end = german_phrase(cut, grammar, at, stop, joins, heard=True)
    if end > at and is_measured(cut, grammar, at, end) and cut.words[at][0].isdigit():
        return None, ""
    if end == at or (
        cut.lowers[end - 1] in grammar.role("addressees") and not grammar.has("nominative", cut.lowers[at])
    ):
        return None, ""
    return (at, end), ""


def begins_phrase(cut: Tokens, index: int) -> bool:
    """Whether a pronoun is rather an article: "dieser Sprecher"."""
    return index + 1 < len(cut) and cut.words[index + 1][0].isupper()


def subject_apart(cut: Tokens, grammar: Grammar, comma: int, first: int) -> Span | None:
    """Return the subject that an apposition or a relative clause parts from its verb: "Selenskyj, der ..., sagte"."""
    start = comma
    for _ in range(4):
        start = clause_start(cut, first, start)
        while start < comma and cut.lowers[start] in grammar.role("linkers"):
            start += 1
        end = german_phrase(cut, grammar, start, comma)
        opens = start == first or cut.words[start - 1] != ","
        relative = cut.lowers[start] in grammar.role("relatives") and end < comma and cut.words[end] != ","
        if end > start and opens and not relative:
            return (start, end) if cut.words[end] == "," or end == comma else None
        if start <= first or cut.words[start - 1] != ",":
            return None
        start -= 1
    return None


def is_measured(cut: Tokens, grammar: Grammar, first: int, stop: int) -> bool:
    """Whether a phrase is what somebody counts or is accused of, not who speaks: "die Zahl der Toten"."""
    if cut.words[first][0].isdigit():
        return True
    for at in range(first, min(stop, first + 5)):
        if grammar.has("measures", cut.lowers[at]):
            return True
        if at > first and cut.words[at][0].isupper():
            return False
    return False


def is_document(cut: Tokens, grammar: Grammar, source: Span) -> bool:
    """Whether a source is a report, a poll, statistics."""
    return any(
        grammar.has("documents", lower) or lower.endswith(grammar.document_endings)
        for lower in cut.lowers[source[0] : source[1]]
    )
