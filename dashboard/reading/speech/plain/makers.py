"""Who made a document, named behind it: "a poll published on Friday by Gallup", "a tally by AP"."""

from __future__ import annotations

from dashboard.reading.speech.grammar import Grammar, is_boundary
from dashboard.reading.speech.names import plain_phrase
from dashboard.reading.text.tokens import Tokens

# How far behind a document who made it is named.
_MADE = 7


def with_maker(cut: Tokens, grammar: Grammar, first: int, end: int, stop: int) -> int:
    """Return the end of a document's name with who made it: "a poll published on Friday by Gallup", "a tally by AP"."""
    for at in range(end, min(stop - 1, end + _MADE)):
        if grammar.has("passive_by", cut.lowers[at]):
            made = plain_phrase(cut, grammar, at + 1, stop)
            return made if made > at + 1 else end
        if is_boundary(cut, at) or (at == end and not _is_made(cut, grammar, at)):
            break
    return end


def _is_made(cut: Tokens, grammar: Grammar, index: int) -> bool:
    lower = cut.lowers[index]
    return grammar.has("making", lower) or (bool(grammar.made_endings) and lower.endswith(grammar.made_endings))
