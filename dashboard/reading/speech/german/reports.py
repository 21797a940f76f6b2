"""German reports nobody is the subject of: "wie aus dem Bericht hervorgeht", "hieß es aus Kiew", "in einer Umfrage"."""

from __future__ import annotations

from functools import cache

from dashboard.reading.speech.claims import Claim, Span
from dashboard.reading.speech.german.bounds import clause_start
from dashboard.reading.speech.grammar import QUOTES, Grammar, is_boundary
from dashboard.reading.speech.names import german_phrase, is_name
from dashboard.reading.text.tokens import Tokens
from dashboard.reading.vocabulary import listed, table


@cache
def words_of(key: str) -> frozenset[str]:
    """Return the words of a row of the German table."""
    return frozenset(listed(table("de", "speech")[key]))


def leads(cut: Tokens, grammar: Grammar, index: int, first: int) -> bool:
    """Whether a cue opens its clause."""
    return index <= first or is_boundary(cut, index - 1) or grammar.has("contrasts", cut.lowers[index - 1])


def emerging(cut: Tokens, grammar: Grammar, index: int, first: int, stop: int) -> Claim | None:
    """Wie aus dem Bericht hervorgeht."""
    start = clause_start(cut, first, index)
    if cut.lower(index + 1) in words_of("emerging_from") and cut.lowers[index] in words_of("learning"):
        end = german_phrase(cut, grammar, index + 2, stop)
        content = end + 1 if end < stop and cut.words[end] in ",:" else end
        return Claim((index + 2, end), (index, index + 1), "say", content) if end > index + 2 else None
    for at in range(start, min(index, start + 12)):
        if cut.lowers[at] in words_of("emerging_from"):
            end = german_phrase(cut, grammar, at + 1, index)
            if end == at + 1:
                return None
            if end < index and is_boundary(cut, end):
                return None
            return Claim((at + 1, end), (index, index + 1), "laut")
    return None


def called(cut: Tokens, grammar: Grammar, index: int, first: int, stop: int) -> Claim | None:
    """Hieß es aus Kiew; aus Kiew hieß es; wie es in der Mitteilung hieß. "Es hieß" alone is nobody's."""
    start = clause_start(cut, first, index)
    alone = cut.lowers[index] in words_of("being_called_alone")
    if not alone and not any(lower in words_of("it") for lower in cut.lowers[start : min(stop, index + 3)]):
        return None
    after = index + 2 if cut.lower(index + 1) in words_of("it") else index + 1
    behind = _place(cut, grammar, after, min(stop, after + 8)) or _place(cut, grammar, start, index)
    ahead = start < index and cut.lowers[start] not in words_of("called_openers")
    content = None
    if ahead and after < stop:
        boundary = next(
            (at for at in range(after, min(stop, after + 16)) if cut.words[at] in ",:" or cut.words[at] in QUOTES), -1
        )
        content = boundary + 1 if boundary >= 0 else after
    if behind is None:
        goes_on = not words_of("being_called_on").isdisjoint(cut.lowers[start : min(stop, after + 1)])
        return Claim(None, (index, index + 1), "say", content, stands_for="same" if goes_on else "")
    return Claim(behind, (index, index + 1), "say", content)


def _place(cut: Tokens, grammar: Grammar, first: int, stop: int) -> Span | None:
    """Return who speaks out of a place or source, if no noun stands before it in the clause."""
    for at in range(first, stop):
        if is_boundary(cut, at):
            return None
        if cut.lowers[at] in words_of("being_called_from"):
            end = german_phrase(cut, grammar, at + 1, min(stop + 6, len(cut)))
            if end > at + 1:
                held = cut.words[at + 1][0].isdigit() or grammar.has("occasions", cut.lowers[at + 1])
                return None if held else (at + 1, end)
        if is_name(cut, grammar, at):
            return None  # "am Rande der Messe in Hannover": where it is held, and nobody who speaks
    return None


def survey(cut: Tokens, grammar: Grammar, index: int, first: int, stop: int) -> Claim | None:
    """In einer Umfrage des Instituts Forsa kommt die Union auf 30 Prozent."""
    near = range(index - 1, max(first, index - 4) - 1, -1)
    if grammar.has("possessives", cut.lower(index - 1)):
        return None  # "in ihrer Umfrage": who "sees" it says so
    start = next((at for at in near if cut.lowers[at] in words_of("surveys_after")), -1)
    if start < 0:
        return None
    end = german_phrase(cut, grammar, start + 1, stop)
    if end <= index or not grammar.has("determiners", cut.lowers[start + 1]):
        return None
    return Claim((start + 1, end), (start, index + 1), "laut", leading=leads(cut, grammar, start, first))
