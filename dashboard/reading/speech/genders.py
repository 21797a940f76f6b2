"""Whether "he" or "she" may stand for somebody: what titles tell of it, and what nobody knows."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.reading.speech.claims import Span
from dashboard.reading.speech.grammar import Grammar
from dashboard.reading.speech.names import names_person
from dashboard.reading.text.tokens import Tokens

_GENDERS = ("masculine", "feminine")


def gender_of_pronoun(grammar: Grammar, word: str) -> str:
    """Return the gender of the one person that a pronoun stands for, or an empty string."""
    return next((one for one in _GENDERS if grammar.has(f"{one}_pronouns", word)), "")


def gender_of_name(cut: Tokens, grammar: Grammar, name: Span) -> str:
    """Return the gender that the title or the article of a person tells, or an empty string."""
    article = cut.lowers[name[0]]
    if grammar.has("masculine_owners", article) and _is_title(cut, grammar, name[0] + 1):
        return "masculine"
    told = {one for at in range(name[0], name[1] - 1) for one in _GENDERS if _tells(cut, grammar, at, one)}
    return told.pop() if len(told) == 1 else ""


def _tells(cut: Tokens, grammar: Grammar, index: int, gender: str) -> bool:
    """Whether a word is the title of a man or of a woman, right before a name: "Sprecherin Ina Roth"."""
    lower = cut.lowers[index]
    if grammar.has(f"{gender}_titles", lower):
        return True
    named = cut.words[index + 1][0].isupper() and not _is_title(cut, grammar, index + 1)
    ends = any(lower.endswith(ending) for ending in grammar.role(f"{gender}_title_endings"))
    if gender == "masculine" and any(lower.endswith(one) for one in grammar.role("feminine_title_endings")):
        return False
    return ends and named and _is_title(cut, grammar, index)


def _is_title(cut: Tokens, grammar: Grammar, index: int) -> bool:
    return names_person(cut, grammar, index, index + 1)


def contradicts(cut: Tokens, grammar: Grammar, word: str, name: Span) -> bool:
    """Whether a pronoun is of another gender than the person named."""
    asked, known = gender_of_pronoun(grammar, word), gender_of_name(cut, grammar, name)
    return bool(asked and known) and asked != known


def is_plural_account(cut: Tokens, grammar: Grammar, word: str, name: Span) -> bool:
    """Whether a name is only that of several accounts, which no single "er" is: "ukrainischen Angaben"."""
    single = gender_of_pronoun(grammar, word) and not grammar.has("numberless_pronouns", word)
    return bool(single) and any(grammar.has("plural_accounts", cut.lowers[at]) for at in range(*name))


def may_be_either(cut: Tokens, grammar: Grammar, word: str, name: Span, others: Iterable[Span]) -> bool:
    """Whether nothing tells that a pronoun is the person named rather than one of the others who spoke just before.

    Who is named last is mostly "he", yet "she" may be the other of two whose titles tell nothing.
    """
    if gender_of_pronoun(grammar, word) != "feminine" or gender_of_name(cut, grammar, name):
        return False
    last = cut.lowers[name[1] - 1]
    return any(
        cut.lowers[one[1] - 1] != last and not contradicts(cut, grammar, word, one) for one in others if one != name
    )


def means_another(cut: Tokens, grammar: Grammar, word: str, name: Span, others: Iterable[Span]) -> bool:
    """Whether a pronoun is not of the gender of who spoke last, but of another's whose title tells it."""
    if not contradicts(cut, grammar, word, name):
        return False
    asked = gender_of_pronoun(grammar, word)
    return any(gender_of_name(cut, grammar, one) == asked for one in others)
