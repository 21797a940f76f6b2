"""Titles and nouns that are short for a full name: "der Oberst" for "Oberst Roman Dolynjuk"."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.reading.speech.claims import Span
from dashboard.reading.speech.grammar import Grammar
from dashboard.reading.text.tokens import Tokens

# The shortest noun that a longer one may be called by: "Zentrum" for "Analysezentrum".
_SHORTENED = 6
# How far behind a title the surname stands, and how far back another with that title is looked for, in tokens.
_SURNAME, _BACK = 4, 400


def full_name(cut: Tokens, grammar: Grammar, name: Span, near: Iterable[Span]) -> Span:
    """Return the full name, out of the sources named `near`, that an article and a noun are short for.

    The noun stays as it is if two sources could be meant, or if another with that title was named since.
    """
    noun = _stem(cut, name[0] + 1)
    longer = [one for one in near if _bears(cut, grammar, one, noun)]
    if not longer or len({cut.lowers[one[1] - 1] for one in longer}) > 1:
        return name
    last = cut.lowers[longer[0][1] - 1]
    for at in range(max(longer[0][1], name[0] - _BACK), name[0]):
        another = cut.words[at][0].isupper() and cut.words[at + 1][0].isupper() and _stem(cut, at).endswith(noun)
        if another and last not in cut.lowers[at + 1 : at + _SURNAME]:
            return name
    return longer[0]


def _stem(cut: Tokens, index: int) -> str:
    """Return a noun without the ending of its genitive."""
    return cut.lowers[index].removesuffix("s")


def _bears(cut: Tokens, grammar: Grammar, name: Span, noun: str) -> bool:
    """Whether a name stands behind a noun or title in a longer source, and before any genitive."""
    for at in range(name[0], name[1] - 1):
        if at > name[0] and (grammar.has("genitive", cut.lowers[at]) or cut.words[at] in ",("):
            return False
        stem = _stem(cut, at)
        if cut.words[at][0].isupper() and stem.endswith(noun):
            named = cut.words[at + 1][0].isupper() or "," in cut.words[at : name[1]]
            return named and (stem == noun or len(noun) >= _SHORTENED)
    return False
