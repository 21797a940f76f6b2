"""Who is named in a headline for what it says: "Ministerium: 12 Tote", "N. Korea fires 2 missiles: JCS"."""

from __future__ import annotations

from dashboard.reading.speech.claims import Claim
from dashboard.reading.speech.grammar import Grammar, is_boundary
from dashboard.reading.text.tokens import Tokens

# A headline has at most so many tokens, and a source in it at most so many.
_LONGEST, _SOURCE = 40, 6


def headline_claim(cut: Tokens, grammar: Grammar, first: int, stop: int, spoken: set[str]) -> Claim | None:
    """Return the claim of a headline from `first` to `stop` that is parted from its source by a colon or a dash.

    The place a story is about stands there as often as its source ("Sudan: 300 Tote"); so a name counts only if the
    text has it speak elsewhere (`spoken`: the words of all its sources) or if it names a document or people who speak.
    """
    if stop - first > _LONGEST:
        return None
    for at in range(first + 1, min(stop - 1, first + _SOURCE + 1)):
        if cut.words[at] == ":" and _speaks(cut, grammar, first, at, spoken):
            return Claim((first, at), (at, at + 1), "laut", at + 1)
        if is_boundary(cut, at):
            break
    for at in range(stop - 2, max(first, stop - _SOURCE - 2), -1):
        if cut.words[at][0] in ":-–—" and is_boundary(cut, at):
            if _speaks(cut, grammar, at + 1, stop, spoken):
                return Claim((at + 1, stop), (at, at + 1), "laut")
            break
    return None


def _speaks(cut: Tokens, grammar: Grammar, first: int, stop: int, spoken: set[str]) -> bool:
    known = False
    head = first if grammar.traits.head_first else stop - 1
    if grammar.has("plain_speakers", cut.lowers[head]) and all(
        cut.words[at].isalpha() and cut.lowers[at] not in grammar.small for at in range(first, stop)
    ):
        return True  # "Spy agency: 2,000 dead"
    for at in range(first, stop):
        lower = cut.lowers[at]
        if (
            not (lower[0].isalpha() or lower in ".'")
            or grammar.has("modals", lower)
            or grammar.has("time_words", lower)
        ):
            return False
        if lower in spoken or grammar.has("documents", lower) or grammar.has("plain_speakers", lower):
            known = True
        elif lower not in grammar.small and lower[0].isalpha():
            return False
    return known
