"""Figures whose owner stands behind them: "500 Tote, die Kiew gemeldet hatte", "40 cases reported by the ministry"."""

from __future__ import annotations

from dashboard.reading.speech.claims import Claim, Span
from dashboard.reading.speech.grammar import Grammar, clause_start, is_boundary
from dashboard.reading.speech.names import german_phrase, plain_phrase
from dashboard.reading.speech.plain.subjects import could_speak
from dashboard.reading.text.tokens import Tokens

# How far before a relative clause or a participle its figure stands, and how far "von" before a German one.
_BEFORE, _BY, _AGENT = 8, 9, 6


def figure_before(cut: Tokens, grammar: Grammar, index: int, first: int) -> Span | None:
    """Return the noun phrase with a figure that ends right before token `index`, a comma between left out."""
    end = index - 1 if index > first and cut.words[index - 1] == "," else index
    begins = max(clause_start(cut, first, end, grammar.role("openers")), end - _BEFORE)
    figures = [at for at in range(begins, end) if cut.words[at][0].isdigit()]
    if not figures or any(_parts(grammar, cut.lowers[at]) for at in range(figures[-1], end)):
        return None
    return begins, end


def _parts(grammar: Grammar, lower: str) -> bool:
    return grammar.has("modals", lower) or grammar.has("and", lower) or grammar.has("having", lower)


def german_owner(cut: Tokens, grammar: Grammar, sort: str, start: int, cue: Span, first: int) -> Claim | None:
    """Return the claim of "500 Tote, die Kiew gemeldet hatte": the relative clause begins at `start`."""
    at = start + 1
    if not (cut.words[at][0].isupper() or grammar.has("nominative", cut.lowers[at])):
        return None
    figure = figure_before(cut, grammar, start, first)
    end = german_phrase(cut, grammar, at, cue[0], joins=False)
    if figure is None or end == at or any(cut.words[one][0].isdigit() for one in range(end, cue[0])):
        return None
    return Claim((at, end), cue, sort, figure[0], figure[1])


def german_participle(cut: Tokens, grammar: Grammar, index: int, first: int, stop: int) -> Claim | None:
    """Return the claim of "die von Kiew gemeldeten 500 Toten", "500 von Kiew gemeldete Tote"."""
    for by in range(index - 2, max(first, index - _BY) - 1, -1):
        if is_boundary(cut, by):
            return None
        if grammar.has("passive_by", cut.lowers[by]):
            if german_phrase(cut, grammar, by + 1, index) != index:
                return None
            begins = by
            while begins > first and begins > by - 4 and not is_boundary(cut, begins - 1):
                begins -= 1
            end = index + 1
            while end < stop and end < index + _BEFORE and not is_boundary(cut, end):
                end += 1
            return Claim((by + 1, index), (index, index + 1), "state", begins, end)
    return None


def plain_owner(cut: Tokens, grammar: Grammar, cue: Span, subject: Span, opener: int, first: int) -> Claim | None:
    """Return the claim of "40 hostages that the army says it freed": the relative pronoun stands at `opener`."""
    if opener < first or not grammar.has("object_relatives", cut.lowers[opener]):
        return None
    figure = figure_before(cut, grammar, opener, first)
    return Claim(subject, cue, "state", figure[0], figure[1]) if figure else None


def plain_participle(cut: Tokens, grammar: Grammar, index: int, first: int, stop: int) -> Claim | None:
    """Return the claim of "40 cases reported by the ministry", "600 km² revendiqués par Kiev"."""
    by = next((at for at in range(index + 1, min(stop - 1, index + _AGENT)) if _is_by(cut, grammar, at)), 0)
    if not by or any(is_boundary(cut, at) or cut.words[at][0].isdigit() for at in range(index + 1, by)):
        return None
    if (
        grammar.has("not_agreeing", cut.lowers[index])
        or grammar.has("not_agents", cut.lowers[by + 1])
        or _is_verb(cut, grammar, index - 1)
    ):
        return None
    figure = figure_before(cut, grammar, index, first)
    end = plain_phrase(cut, grammar, by + 1, stop)
    if figure is None or end == by + 1 or not cut.words[by + 1][0].isalpha():
        return None
    return Claim((by + 1, end), (index, by + 1), "state", figure[0], figure[1])


def expected(cut: Tokens, grammar: Grammar, index: int, first: int, stop: int) -> Claim | None:
    """Return the claim of "loin des 4 % promis par le gouvernement": what a figure is set against is another's."""
    figure = figure_before(cut, grammar, index, first)
    by = index + 1
    if figure is None or by + 1 >= stop or not grammar.has("passive_by", cut.lowers[by]):
        return None
    against = cut.lowers[figure[0] : index]
    if grammar.role("outdoing").isdisjoint(against) and grammar.role("against").isdisjoint(against):
        return None
    end = plain_phrase(cut, grammar, by + 1, stop)
    named = end > by + 1 and could_speak(cut, grammar, (by + 1, end))
    return Claim((by + 1, end), (index, by + 1), "state", figure[0], figure[1]) if named else None


def _is_by(cut: Tokens, grammar: Grammar, at: int) -> bool:
    return grammar.has("passive_by", cut.lowers[at])


def _is_verb(cut: Tokens, grammar: Grammar, at: int) -> bool:
    """Whether a token makes what follows a whole verb: "ont été annoncés par"."""
    return any(grammar.has(role, cut.lower(at)) for role in ("having", "being", "modals"))
