"""Whom a cue does not let speak: nobody ("Neither Kyiv nor Moscow said"), who is contradicted, and what is no name."""

from __future__ import annotations

from dashboard.reading.speech.claims import Claim, Span
from dashboard.reading.speech.grammar import SIGNS, Grammar, first_words
from dashboard.reading.speech.names import latter
from dashboard.reading.text.tokens import Tokens

# How many words a contrast begins before what it is to, how many it has of its own, and how far from its verb
# a subject that is nobody begins.
_CONTRAST, _WORDS, _NOBODY = 10, 3, 10
# A number of so many digits is no part of a name.
_DIGITS = 4


def with_known_source(cut: Tokens, grammar: Grammar, claim: Claim, at: int, first: int) -> Claim | None:
    """Return the claim of the cue at `at`, without a source that cannot be one; None if it is only contradicted."""
    begins = contrast_before(cut, grammar, at, first)
    if begins >= 0 and _is_contradicted(cut, grammar, claim, begins, at):
        return None
    if claim.source is None:
        return claim
    if grammar.has("names_others", cut.lowers[claim.source[0]]) and claim.source[1] != at:
        return None  # "Laut SRF haben 62 Prozent Ja gesagt"
    stands_for = latter(cut, grammar, claim.source)
    if stands_for or _is_nobody(cut, grammar, claim.source, first) or _is_no_name(cut, grammar, claim.source):
        claim.source, claim.stands_for = None, stands_for
    return claim


def contrast_before(cut: Tokens, grammar: Grammar, index: int, first: int) -> int:
    """Return where "contrary to", "anders als" begins before `index` in its part of the sentence, or -1."""
    words, lowers, begins = cut.words, cut.lowers, first_words(grammar.language, "contrary")
    for at in range(index - 1, max(first, index - _CONTRAST) - 1, -1):
        if words[at][0] in SIGNS:
            break
        if lowers[at] in begins and any(
            grammar.has("contrary", " ".join(lowers[at : at + length])) for length in range(1, _WORDS + 1)
        ):
            return at
    return -1


def is_contrary(cut: Tokens, grammar: Grammar, index: int) -> bool:
    """Whether "contrary to", "anders als" begins at a token."""
    lowers = cut.lowers
    return lowers[index] in first_words(grammar.language, "contrary") and any(
        grammar.has("contrary", " ".join(lowers[index : index + length])) for length in range(1, _WORDS + 1)
    )


def opens_with_nobody(cut: Tokens, grammar: Grammar, index: int, first: int) -> bool:
    """Whether the clause before a verb at `index` has nobody for its subject: "Neither Kyiv nor Moscow confirmed"."""
    for at in range(index - 1, max(first, index - _NOBODY) - 1, -1):
        if cut.words[at][0] in SIGNS:
            break
        if _names_nobody(cut, grammar, at) and (at == first or _opens(cut, grammar, at) or at == index - 1):
            return True
    return False


def _opens(cut: Tokens, grammar: Grammar, index: int) -> bool:
    before = cut.lowers[index - 1]
    roles = ("contrasts", "openers", "that", "and")
    if grammar.has("having", before) and grammar.has("nobodies_behind", cut.lowers[index]):
        return True  # "Bisher hat niemand die 500 Toten bestätigt"
    return cut.words[index - 1][0] in SIGNS or any(grammar.has(role, before) for role in roles)


def _names_nobody(cut: Tokens, grammar: Grammar, index: int) -> bool:
    """Whether a word makes a subject nobody; "no fewer than" and "No. 10" do not."""
    if not grammar.has("nobodies", cut.lowers[index]):
        return False
    after = cut.lower(index + 1)
    return not (grammar.has("still_somebody", after) or after[:1].isdigit() or after == ".")


def _is_contradicted(cut: Tokens, grammar: Grammar, claim: Claim, begins: int, at: int) -> bool:
    """Whether the source of a claim stands within the contrast that begins at `begins`, and not behind it."""
    if not grammar.traits.verb_second:
        return True
    if claim.source is None:
        return claim.stands_for in cut.lowers[begins:at]
    return begins <= claim.source[0] < at


def _is_nobody(cut: Tokens, grammar: Grammar, source: Span, first: int) -> bool:
    begins = source[0]
    if begins < first:
        return False
    return (begins > first and _names_nobody(cut, grammar, begins - 1)) or _names_nobody(cut, grammar, begins)


def _is_no_name(cut: Tokens, grammar: Grammar, source: Span) -> bool:
    """Whether a source is another's with what they say, or begins amidst a sentence: "Laut Reuters", "false a"."""
    first, stop = source
    if grammar.has("names_others", cut.lowers[first]) or grammar.has("judged", cut.lowers[first]):
        return True
    last = cut.words[stop - 1]
    return stop - first > 1 and last[0].isdigit() and sum(sign.isdigit() for sign in last) >= _DIGITS
