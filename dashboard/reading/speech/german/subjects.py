"""Subjects of German verbs of saying: behind the verb, before it, or parted from it by an apposition."""

from __future__ import annotations

from dashboard.reading.speech.adjuncts import past_german
from dashboard.reading.speech.claims import Span
from dashboard.reading.speech.german.bounds import clause_start
from dashboard.reading.speech.grammar import Grammar
from dashboard.reading.speech.names import german_phrase, names_person, past_embedded, phrase_until
from dashboard.reading.text.tokens import Tokens

# How far before "nach eigenen Angaben" its subject begins.
_NEAR = 10


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
    if verb + 1 < at < stop and cut.words[at - 1][0].isdigit() and cut.words[at][0].isupper():
        return None, ""  # "hatten 4 Prozent erwartet": what is counted is no subject
    if end == at or (
        cut.lowers[end - 1] in grammar.role("addressees") and not grammar.has("nominative", cut.lowers[at])
    ):
        return None, ""
    return (at, end), ""


def asked_subject(cut: Tokens, grammar: Grammar, start: int, verb: int) -> Span | None:
    """Return the subject of "von Reuters befragte Ökonomen erwarten" before its verb: those who are asked."""
    if not grammar.has("passive_by", cut.lowers[start]):
        return None
    for at in range(start + 2, min(verb - 1, start + _NEAR)):
        if grammar.has("asked", cut.lowers[at]):
            end = german_phrase(cut, grammar, at + 1, verb)
            return (at + 1, end) if end > at + 1 and past_german(cut, grammar, end, verb) >= verb else None
    return None


def counted_object(cut: Tokens, grammar: Grammar, start: int, end: int) -> bool:
    """Whether a phrase before a verb begins with a number in words: "Zwölf Verstöße registrierte die Polizei"."""
    lower = cut.lowers[start]
    counted = grammar.has("number_words", lower) or (
        grammar.has("determiners", lower) and not grammar.has("genitive", lower) and grammar.has("small_numbers", lower)
    )
    return counted and not names_person(cut, grammar, start, end)


def begins_phrase(cut: Tokens, index: int) -> bool:
    """Whether a pronoun is rather an article: "dieser Sprecher"."""
    return index + 1 < len(cut) and cut.words[index + 1][0].isupper()


def subject_apart(cut: Tokens, grammar: Grammar, comma: int, first: int) -> Span | None:
    """Return the subject that an apposition or a relative clause parts from its verb: "Selenskyj, der ..., sagte"."""
    start = comma
    for _ in range(4):
        start = clause_start(cut, first, start)
        if _is_finite(grammar, cut.lowers[start]):
            return None  # "das Abkommen, das ausläuft, müsse verlängert werden, forderte der Minister"
        while start < comma and cut.lowers[start] in grammar.role("linkers"):
            start += 1
        end = german_phrase(cut, grammar, start, comma)
        opens = start == first or cut.words[start - 1] != ","
        relative = cut.lowers[start] in grammar.role("relatives") and end < comma and cut.words[end] != ","
        if end > start and opens and not relative:
            if is_measured(cut, grammar, start, end) or counted_object(cut, grammar, start, end):
                return None  # "Zwei Tote, 16 Verletzte, schreibt Bürgermeister Rudenko"
            return (start, end) if cut.words[end] == "," or end == comma else None
        if start <= first or cut.words[start - 1] != ",":
            return None
        start -= 1
    return None


def subject_beside(cut: Tokens, grammar: Grammar, cue: Span, first: int, stop: int) -> Span | None:
    """Return the subject of the clause in which "nach eigenen Angaben" stands at `cue`."""
    start = clause_start(cut, first, cue[0])
    lowers = cut.lowers
    if start > first + 1 and cut.words[start - 1] == "," and lowers[start] in grammar.role("relatives"):
        begins = phrase_until(cut, grammar, clause_start(cut, first, start - 1), start - 1)
        return (begins, start - 1) if begins < start - 1 else None
    while start < cue[0] and (lowers[start] in grammar.role("linkers") or lowers[start] in grammar.role("openers")):
        start += 1
    if start == cue[0]:  # "Eigenen Angaben zufolge hat der Konzern"
        verb = cue[1]
        if verb + 1 >= stop or not cut.words[verb][0].islower():
            return None
        behind, _ = subject_behind(cut, grammar, verb, stop, joins=False)
        return behind
    if start > first + 1 and cut.words[start - 1] == "," and _begins_with_verb(cut, grammar, start):
        return subject_apart(cut, grammar, start - 1, first)
    adverbial = lowers[start] in grammar.role("prepositions") or lowers[start] in grammar.role("starters")
    end = german_phrase(cut, grammar, start, cue[0])
    if end > start and not adverbial and not grammar.has("dative", lowers[start]):
        return None if is_lifeless(cut, grammar, start, end) else (start, end)
    before = phrase_until(cut, grammar, max(start, cue[0] - _NEAR), cue[0], joins=False)
    if before == cue[0] or not grammar.has("nominative", lowers[before]) or before == start:
        return None
    return None if is_lifeless(cut, grammar, before, cue[0]) else (before, cue[0])


def _begins_with_verb(cut: Tokens, grammar: Grammar, index: int) -> bool:
    return cut.words[index][0].islower() and (
        _is_finite(grammar, cut.lowers[index]) or cut.lowers[index] not in grammar.small
    )


def _is_finite(grammar: Grammar, lower: str) -> bool:
    return any(grammar.has(role, lower) for role in ("reported", "having", "passive", "verbs_like_adjectives"))


def is_lifeless(cut: Tokens, grammar: Grammar, first: int, stop: int) -> bool:
    """Whether the first noun of a phrase names nothing that could speak: "das Abkommen", "der Angriff auf Kiew"."""
    noun = next((at for at in range(first, min(stop, first + 6)) if cut.words[at][0].isupper() and at > first), first)
    if cut.words[first][0].isupper() and not grammar.has("determiners", cut.lowers[first]):
        noun = first
    if noun < stop and grammar.has("attributed", cut.lower(first + 1)):  # "das auf zehn Jahre angelegte Abkommen"
        embedded = past_embedded(cut, grammar, first + 1, stop)
        noun = embedded + 1 if embedded > first + 1 else noun
    lower = cut.lowers[noun].rpartition("-")[2]
    return grammar.has("lifeless", lower) or lower.endswith(grammar.lifeless_endings)


def is_measured(cut: Tokens, grammar: Grammar, first: int, stop: int) -> bool:
    """Whether a phrase is what somebody counts or is accused of, not who speaks: "die Zahl der Toten"."""
    if cut.words[first][0].isdigit():
        return True
    for at in range(first, min(stop, first + 5, len(cut))):
        lower = cut.lowers[at]
        if grammar.has("measures", lower) or (at > first and lower.endswith(grammar.measure_endings)):
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
