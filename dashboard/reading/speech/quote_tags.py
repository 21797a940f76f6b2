"""Who is named behind a quotation by a verb no table knows: "», tranche l'historien Roy", "“, seufzt Anna Roth"."""

from __future__ import annotations

from dashboard.reading.speech.adjuncts import past_german, past_plain
from dashboard.reading.speech.claims import Claim
from dashboard.reading.speech.grammar import QUOTES, Grammar, is_boundary
from dashboard.reading.speech.names import german_phrase, is_name, names_person, plain_phrase
from dashboard.reading.text.tokens import Tokens

_SHORTEST = 4
# How long the clause before a colon and a quotation is at most, in tokens.
_BEFORE_COLON = 18
# Before a quotation: how long a person's name with its title may be, of how many names, and a remark behind it.
_HEAD, _NAMES, _REMARK = 14, 2, 4
# How long the rest of a clause is whose verb stands second: "hält die Summe für zu niedrig".
_CLAUSE = 9
_BEFORE_CLOSING = frozenset(",?!…")


def quote_tag(
    cut: Tokens, grammar: Grammar, closing: int, first: int, stop: int, known: frozenset[str]
) -> Claim | None:
    """Return the claim of a verb and a named person right behind the quotation mark at `closing`.

    `known` are the words that speak by themselves: they are left to their own rules.
    """
    if cut.word(closing - 1) == ":" and not cut.touch(closing - 1):
        return _opened(cut, grammar, closing, first, known) or _quote_head(cut, grammar, closing - 1, first)
    at = closing + 1
    if closing <= first or at + 1 >= stop:
        return None
    if cut.words[at] == ",":
        at += 1
    elif cut.words[closing - 1] not in _BEFORE_CLOSING:
        return None
    begins, verb = at, _verb(cut, grammar, at, stop)
    if verb < 0 or cut.lowers[verb] in known:
        return None
    inflected = grammar.traits.case_marking
    start = (past_german if inflected else past_plain)(cut, grammar, verb + 1, stop)
    if start >= stop:
        return None
    end = (german_phrase if inflected else plain_phrase)(cut, grammar, start, stop)
    if end == start or not _is_somebody(cut, grammar, start, end) or not _closes(cut, grammar, end, stop):
        return None
    return Claim((start, end), (begins, verb + 1), "say", quoted=True)


def _opened(cut: Tokens, grammar: Grammar, opening: int, first: int, known: frozenset[str]) -> Claim | None:
    """Return the claim of a person and a verb no table knows before a colon: "Le président, Paul Roy, compulse : «"."""
    if grammar.traits.verb_second or opening - first > _BEFORE_COLON:
        return None
    end = plain_phrase(cut, grammar, first, opening - 1)
    if end == opening - 1 and end > first + 1 and cut.words[end - 1][0].islower():
        end -= 1  # the verb was taken for a noun: "Mayor Ann Lee shrugs:"
    if end == first or not _is_somebody(cut, grammar, first, end):
        return None
    verb = end + 1 if cut.words[end] == "," else end
    if verb >= opening - 1 or any(lower in known for lower in cut.lowers[verb : opening - 1]):
        return None
    if not cut.words[verb][0].islower() or cut.lowers[verb] in grammar.small:
        return None
    return Claim((first, end), (verb, opening), "say", opening)


def _quote_head(cut: Tokens, grammar: Grammar, colon: int, first: int) -> Claim | None:
    """Return the claim of a person who is named before a colon and a quotation: "Sprecher Axel Dorn zur Lage: „..."."""
    if colon - first > _HEAD:
        return None
    end = (german_phrase if grammar.traits.case_marking else plain_phrase)(cut, grammar, first, colon)
    clause = grammar.traits.verb_second and end < colon and cut.words[end][0].islower()
    longest = _CLAUSE if clause else _REMARK
    short = colon - end <= longest and all(cut.words[at].isalpha() for at in range(end, colon))
    names = sum(is_name(cut, grammar, at) for at in range(first, end))
    body = end == colon and any(grammar.has("plain_speakers", lower) for lower in cut.lowers[first:end])
    if body and grammar.traits.case_marking:  # "Das Innenministerium: „..."
        return Claim((first, end), (colon, colon + 1), "say", colon + 1)
    opens = first + 1 if clause and grammar.has("nominative", cut.lowers[first]) else first  # "Die Ärztin Ina Roth ist"
    if (
        not is_name(cut, grammar, opens)
        or end == first
        or not short
        or names < _NAMES
        or not names_person(cut, grammar, first, end)
    ):
        return None
    return Claim((first, end), (colon, colon + 1), "say", colon + 1)


def _verb(cut: Tokens, grammar: Grammar, at: int, stop: int) -> int:
    """Return where the verb stands at `at`, behind its auxiliary and "s'", or -1."""
    endings = grammar.tag_endings
    if grammar.has("reflexives", cut.lowers[at]):
        at += 2 if cut.lower(at + 1) == "'" else 1
    if at < stop and (grammar.has("having", cut.lowers[at]) or grammar.has("being", cut.lowers[at])):
        at, endings = at + 1, grammar.participle_endings
    if at >= stop:
        return -1
    lower = cut.lowers[at]
    fits = len(lower) >= _SHORTEST and cut.words[at].isalpha() and cut.words[at][0].islower()
    return at if fits and bool(endings) and lower.endswith(endings) and lower not in grammar.small else -1


def _is_somebody(cut: Tokens, grammar: Grammar, start: int, end: int) -> bool:
    """Whether a phrase names a person: by title, or with two words of a name."""
    names = sum(is_name(cut, grammar, at) for at in range(start, end))
    last = end - 2 if cut.words[end - 1] == "." else end - 1  # "Paul T."
    return names_person(cut, grammar, start, end) or (names >= 2 and is_name(cut, grammar, last))


def _closes(cut: Tokens, grammar: Grammar, end: int, stop: int) -> bool:
    return (
        end >= stop
        or is_boundary(cut, end)
        or cut.words[end] in QUOTES
        or cut.words[end] == "."
        or any(grammar.has(role, cut.lowers[end]) for role in ("prepositions", "time_words", "skips", "and"))
    )
