"""English and French nouns that are claims: "Kyiv's estimate of 500", "a claim by Moscow that", "comes from police"."""

from __future__ import annotations

from dashboard.reading.speech.claims import Claim, Span
from dashboard.reading.speech.cues import Cue
from dashboard.reading.speech.grammar import Grammar, clause_start, is_boundary, next_boundary
from dashboard.reading.speech.names import plain_phrase
from dashboard.reading.speech.plain.subjects import could_speak, is_counter, is_past
from dashboard.reading.text.tokens import Tokens

# How many adjectives stand between an owner and a noun, how far a sentence is searched for the account it is about.
_ADJECTIVES, _HEAD = 3, 7
# "beating economists' forecasts": the owner begins behind it.
_GERUND = "ing"


def from_noun(cut: Tokens, grammar: Grammar, cue: Cue, index: int, first: int, stop: int) -> Claim | None:
    """Return the claim of "Kyiv's estimate of 500", "a claim by Kyiv that", "by Kyiv's count"."""
    owner = _owner_before(cut, grammar, index, first)
    if owner and grammar.has("account_before", cut.lower(owner[0] - 1)):
        end = index + 1
        if end < stop and not is_boundary(cut, end):
            return None
        leading = owner[0] - 1 <= first or is_boundary(cut, owner[0] - 2)
        return Claim(owner, (index, index + 1), "according", leading=leading and end < stop)
    behind = index + 1
    if owner is None:
        owner = _owner_behind(cut, grammar, index, stop)
        behind = owner[1] if owner else behind
    if owner is None or not (could_speak(cut, grammar, owner) or is_counter(cut, grammar, owner)):
        return None
    if cue.role == "tally" and not is_counter(cut, grammar, owner):  # "Germany's medal tally of 33" is no claim
        return None
    if cue.sort == "told" and not _is_clause(cut, grammar, behind, stop):
        return None
    content = _content(cut, grammar, behind, stop)
    return Claim(owner, (index, index + 1), "state", *content) if content else None


def from_origin(cut: Tokens, grammar: Grammar, index: int, first: int, stop: int) -> Claim | None:
    """Return the claim of "The figure, 8,000, comes from U.S. intelligence"."""
    at = index + 1
    if at + 1 >= stop or not grammar.has("originates", cut.lowers[at]):
        return None
    at += 2 if cut.words[at + 1] in "'’" else 1
    if at >= stop or not any(
        grammar.has("accounts", lower) or grammar.has("measures", lower)
        for lower in cut.lowers[first : min(index, first + _HEAD)]
    ):
        return None
    end = plain_phrase(cut, grammar, at, stop)
    return Claim((at, end), (index, at), "according") if end > at else None


def _is_clause(cut: Tokens, grammar: Grammar, index: int, stop: int) -> bool:
    """Whether "that 40 died" follows, and no "a report by Amnesty said", "a charge by police that killed 40"."""
    verb = index + 1
    if verb >= stop or not grammar.has("that", cut.lowers[index]):
        return False
    return not (grammar.has("modals", cut.lowers[verb]) or is_past(cut, grammar, verb))


def _owner_before(cut: Tokens, grammar: Grammar, index: int, first: int) -> Span | None:
    """Return whose a noun is by the apostrophe before it and its adjectives: "Kyiv's latest estimate"."""
    for at in range(index - 1, max(first, index - _ADJECTIVES - 2), -1):
        if cut.words[at] in "'’" or (cut.lowers[at] == "s" and cut.word(at - 1) in "'’"):
            end = at if cut.words[at] in "'’" else at - 1
            if not grammar.role("possessive") or not cut.touch(end - 1):
                return None
            start = clause_start(cut, first, end, grammar.role("openers"))
            while start < end and (
                grammar.has("surpassing", cut.lowers[start]) or grammar.has("prepositions", cut.lowers[start])
            ):  # "far above officials' estimates"
                start += 1
            surpassing = (one + 1 for one in range(end - 1, start, -1) if grammar.has("surpassing", cut.lowers[one]))
            start = next(surpassing, start)
            begins = (one for one in range(start, end) if plain_phrase(cut, grammar, one, end) == end)
            begins = (one for one in begins if cut.words[one][0].isupper() or not cut.lowers[one].endswith(_GERUND))
            owner = next(begins, end)
            return (owner, end) if owner < end else None
        if not cut.words[at][0].islower():
            return None
    return None


def _owner_behind(cut: Tokens, grammar: Grammar, index: int, stop: int) -> Span | None:
    """Return whose a noun is by what follows: "a claim by Kyiv", "l'estimation de Kiev"."""
    for at in range(index + 1, min(stop - 1, index + _ADJECTIVES)):
        if grammar.has("claimed_by", cut.lowers[at]):
            start = at + 2 if cut.words[at + 1] in "'’" else at + 1
            end = plain_phrase(cut, grammar, start, stop) if start < stop else start
            whereby = (one for one in range(start, end) if grammar.has("whereby_before", cut.lowers[one]))
            end = next(whereby, end)
            return (start, end) if end > start else None
        if not cut.words[at][0].islower() or grammar.has("of", cut.lowers[at]):
            return None
    return None


def _content(cut: Tokens, grammar: Grammar, index: int, stop: int) -> Span | None:
    """Return what is claimed behind a noun and its owner: "that ...", "of 500", ", 500,", "was 500"."""
    if index >= stop:
        return None
    if grammar.has("whereby_before", cut.lowers[index]):  # "selon laquelle"
        index += 1
    lower = cut.lower(index)
    if grammar.has("that", lower) or grammar.has("whereby", lower):
        return index + 1, stop
    if grammar.has("amounts", lower) or lower in ",:(":
        at = index + 1
        while at < stop and not (is_boundary(cut, at) or (lower not in ",:(" and _is_finite(cut, grammar, at))):
            at += 1
        return (index + 1, at) if _counts(cut, index + 1, at) else None
    if _is_finite(cut, grammar, index):
        end = next_boundary(cut, index, stop)
        end = stop if end < stop and cut.words[end] == ":" else end  # "Kyiv's version is different: 12 died"
        return (index + 1, end) if _counts(cut, index + 1, end) else None
    return None


def _is_finite(cut: Tokens, grammar: Grammar, index: int) -> bool:
    return any(grammar.has(role, cut.lowers[index]) for role in ("being", "modals", "standing"))


def _counts(cut: Tokens, start: int, stop: int) -> bool:
    return any(cut.words[at][0].isdigit() for at in range(start, stop))
