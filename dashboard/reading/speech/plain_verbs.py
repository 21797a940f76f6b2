"""Verbs of saying in English and French: what is one and what a noun, and what may stand between it and its subject."""

from __future__ import annotations

from dashboard.reading.speech.cues import Cue
from dashboard.reading.speech.grammar import Grammar
from dashboard.reading.text.tokens import Tokens


def is_noun(cut: Tokens, grammar: Grammar, index: int) -> bool:
    """Whether a form that may be a noun is one: "a report said", "its estimates of"."""
    lowers = cut.lowers
    if grammar.has("plural_verbs", lowers[index]):
        before = cut.lower(index - 1)
        return not (before.endswith("s") or grammar.has("plain_subjects", before))
    if grammar.has("singular_verbs", lowers[index]):
        after = cut.lower(index + 1)
        return (
            cut.word(index - 1)[:1].isdigit()
            or grammar.has("of", after)
            or grammar.has("modals", after)
            or grammar.has("determiners", cut.lower(index - 1))
        )
    return False


def between(cut: Tokens, grammar: Grammar, index: int) -> bool:
    """Whether a token may stand between a subject and its verb: "Kyiv on Monday also said"."""
    lower = cut.lowers[index]
    return (
        grammar.has("between", lower)
        or (grammar.has("time_words", lower) and cut.words[index][0].isupper() and grammar.traits.capitalised_days)
        or (cut.lowers[index] == "'" and cut.touch(index))
    )


def past_since(cut: Tokens, grammar: Grammar, before: int, first: int) -> int:
    """Return the last token before "has since October 2022", if a date stands within a verb and ends at `before`."""
    for at in range(before, max(first, before - 4), -1):
        if grammar.has("inner_prepositions", cut.lowers[at]):
            return at - 2 if at - 2 >= first and grammar.has("having", cut.lowers[at - 1]) else before
        if not (grammar.has("time_words", cut.lowers[at]) or cut.words[at].isdigit()):
            break
    return before


def needed(cut: Tokens, cue: Cue, verb: int, stop: int) -> bool:
    """Whether one of the words that a verb needs follows it soon: "spoke of"."""
    for at in range(verb + 1, min(stop, verb + 16)):
        if cut.lowers[at] in cue.needs:
            return True
        if cut.words[at] in ",;:":
            return False
    return False
