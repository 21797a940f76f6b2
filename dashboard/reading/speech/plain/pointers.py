"""Claims of what stands before: "This was reported by the Air Force.", "C'est ce qu'a annoncé la police"."""

from __future__ import annotations

from dashboard.reading.speech.adjuncts import past_plain
from dashboard.reading.speech.claims import Claim, Span
from dashboard.reading.speech.grammar import Grammar, is_boundary
from dashboard.reading.speech.names import plain_phrase
from dashboard.reading.text.tokens import Tokens

# How long "c'est" is, and at most what stands before the verb of "de cela informe l'état-major".
_POINTER, _FRONT = 3, 5
# How long a sentence may be that only says whose the one before is.
_LONGEST = 60


def pointed(cut: Tokens, grammar: Grammar, claim: Claim | None, first: int, stop: int) -> Claim | None:
    """Return a claim, of the sentence before if all it says is "this": "Lysak said this on Telegram."."""
    if claim and claim.content is not None and grammar.has("indirect_questions", cut.lower(claim.content)):
        return None  # "asked how many of the 3,000": nobody answers
    if claim is None or claim.source is None:
        return claim
    passive = claim.cue[0] < claim.source[0] and grammar.has("pointing", cut.lowers[first])
    active = claim.content is not None and claim.content < stop and grammar.has("pointing", cut.lowers[claim.content])
    if not passive and not (active and is_pointer(cut, grammar, claim.content or 0, stop)):
        return claim
    return _backwards(cut, claim, first, stop) or claim


def is_pointer(cut: Tokens, grammar: Grammar, index: int, stop: int) -> bool:
    """Whether "this" stands alone: before a preposition or at the end, not "this year"."""
    after = index + 1
    return after >= stop or is_boundary(cut, after) or grammar.has("prepositions", cut.lowers[after])


def french_pointer(cut: Tokens, grammar: Grammar, span: Span, first: int, stop: int) -> Claim | None:
    """Return the claim of "C'est ce qu'a annoncé la police", "C'est le ministère qui l'affirme"."""
    verb, last = span
    start = first + _POINTER
    if _FRONT >= verb - first > 0 and any(grammar.has("pointing", lower) for lower in cut.lowers[first:verb]):
        begins = past_plain(cut, grammar, last, stop)  # "À propos de cela informe l'état-major"
        end = plain_phrase(cut, grammar, begins, stop) if begins < stop else begins
        return _backwards(cut, Claim((begins, end), span, "say"), first, stop) if end > begins else None
    if start >= verb or " ".join(cut.lowers[first:start]) not in grammar.role("this_is"):
        return None
    relative = next((at for at in range(start, verb) if grammar.has("relatives", cut.lowers[at])), 0)
    that = next((at for at in range(start, verb) if grammar.has("that", cut.lowers[at])), 0)
    if relative > start and verb - relative <= _POINTER:
        source = start, relative
    elif that == start + 1:
        begins = that + 2 if cut.word(that + 1) in "'’" else that + 1
        begins = past_plain(cut, grammar, last, stop) if begins >= verb else begins
        source = begins, plain_phrase(cut, grammar, begins, stop if begins > verb else verb)
    else:
        return None
    if source[1] <= source[0]:
        return None
    return _backwards(cut, Claim(source, span, "say"), first, stop)


def _backwards(cut: Tokens, claim: Claim, first: int, stop: int) -> Claim | None:
    """Return a claim of what stands before, or behind a colon; None if the sentence has figures of its own."""
    colon = next((at for at in range(claim.extent[1], stop) if cut.words[at] == ":"), 0)
    if colon:
        claim.content = colon + 1
        return claim
    if stop - first > _LONGEST or any(cut.words[at][0].isdigit() and not _is_day(cut, at) for at in range(first, stop)):
        return None
    claim.content, claim.backwards = None, True
    return claim


def _is_day(cut: Tokens, index: int) -> bool:
    """Whether a number stands beside a month or is a year: figures of the sentence's own are larger or alone."""
    return cut.word(index - 1)[:1].isupper() or cut.word(index + 1)[:1].isupper()
