"""Subjects that begin a sentence whose verb no table knows: whether they may speak, and where they end."""

from __future__ import annotations

from dashboard.reading.speech.claims import Span
from dashboard.reading.speech.grammar import Grammar
from dashboard.reading.speech.names import is_name
from dashboard.reading.speech.plain.subjects import first_noun
from dashboard.reading.text.tokens import Tokens

# "The NIS": an article and a short name in capitals.
WITH_ARTICLE = 2


def without_verb(cut: Tokens, grammar: Grammar, start: int, end: int) -> int:
    """Return the end of a subject whose verb may be unknown: behind its noun, only names and "of" belong to it."""
    roles = ("bodies", "people")
    noun = next((at for at in range(start, end) if any(grammar.has(one, cut.lowers[at]) for one in roles)), end)
    at = noun + 1
    while at < end and (
        cut.words[at][0].isupper()
        or cut.words[at] in "'’"
        or (cut.lowers[at] == "s" and cut.touch(at - 1))
        or any(grammar.has(one, cut.lowers[at]) for one in (*roles, "of", "determiners"))
        or (cut.words[at] == "," and cut.words[at + 1][0].isupper())
        or (cut.word(at + 1) == "," and cut.word(at + 2)[:1].isupper())  # "la Défense civile, Youssef Salim"
        or grammar.has("of", cut.lowers[at - 1])
    ):
        at += 1
    while at > noun + 1 and at <= end and (cut.lowers[at - 1] in grammar.small or cut.words[at - 1] in ",'’"):
        at -= 1
    return min(at, end)


def is_subject(cut: Tokens, grammar: Grammar, name: Span) -> bool:
    """Whether a phrase that begins a sentence names somebody who may speak: a body, a person by title or name."""
    if any(cut.words[at][0].isdigit() for at in range(*name)):
        return False
    head = next((at for at in range(*name) if grammar.has("of", cut.lowers[at])), name[1])
    if any(grammar.has(role, cut.lowers[at]) for at in range(name[0], head) for role in ("bodies", "people")):
        noun = first_noun(cut, grammar, *name)
        about = range(noun, noun + 1 if grammar.traits.head_first else name[1])
        return not any(grammar.has("measures", cut.lowers[at]) for at in about)
    if is_short_name(cut, grammar, name):
        return True
    return name[1] - name[0] > 1 and all(is_name(cut, grammar, at) for at in range(*name))


def is_short_name(cut: Tokens, grammar: Grammar, name: Span) -> bool:
    """Whether a name is an article and a few capitals: "The NIS"."""
    if name[1] - name[0] != WITH_ARTICLE or not grammar.has("definite", cut.lowers[name[0]]):
        return False
    return cut.words[name[0] + 1].isupper() and len(cut.words[name[0] + 1]) >= WITH_ARTICLE
