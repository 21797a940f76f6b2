"""Who takes the floor by opposing who spoke: "Merz disagreed.", "Die Volkspartei bestritt das."."""

from __future__ import annotations

from collections.abc import Callable

from dashboard.reading.speech.claims import Span
from dashboard.reading.speech.grammar import Grammar
from dashboard.reading.speech.names import run_of_names
from dashboard.reading.text.sentences import Sentences
from dashboard.reading.text.tokens import Tokens

# The most tokens of a sentence in which another only opposes who spoke, how far back it stands, where its verb does.
_SHORT, _NEAR, _OPENING = 16, 4, 12


def opponent(
    cut: Tokens, grammar: Grammar, parts: Sentences, spoken: tuple[Span, int, int], is_body: Callable[[Span], bool]
) -> Span | None:
    """Return who opposes a speaker in a short sentence since, or None.

    `spoken` is the speaker's name, the sentence it was named in, and the sentence asked for.
    """
    spoke, since, sentence = spoken
    opposing = grammar.role("opposing")
    for number in range(max(since + 1, sentence - _NEAR), sentence):
        first, stop = parts.bounds(number)
        if stop - first > _SHORT or opposing.isdisjoint(cut.lowers[first:stop]):
            continue
        end = _named(cut, grammar, first, min(stop, first + _OPENING), is_body)
        if not first < end < stop or grammar.has("of", cut.lowers[end]):
            continue
        apart = cut.words[end] == "," and grammar.traits.verb_second  # "Ina Roth, die dort wohnt, ist skeptisch."
        if not (cut.words[end][0].islower() or apart):
            continue
        if opposing.intersection(cut.lowers[end : min(stop, end + _OPENING)]):
            return None if cut.lowers[end - 1] in cut.lowers[slice(*spoke)] else (first, end)
    return None


def _named(cut: Tokens, grammar: Grammar, first: int, stop: int, is_body: Callable[[Span], bool]) -> int:
    """Return the end of the bare name that a sentence begins with, or of a name of several words with an article."""
    end = run_of_names(cut, grammar, first, stop)
    if end == first and grammar.traits.case_marking and grammar.has("nominative", cut.lowers[first]):
        end = run_of_names(cut, grammar, first + 1, stop)
        return end if end > first + 2 else first
    return first if is_body((first, end)) else end
