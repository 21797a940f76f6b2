"""Subjects that commas, brackets or quotation marks part from their verb: "Budanov, head of intelligence, said"."""

from __future__ import annotations

from dashboard.reading.speech.claims import Span
from dashboard.reading.speech.grammar import Grammar, clause_start
from dashboard.reading.speech.names import is_name, run_of_names
from dashboard.reading.speech.plain_subjects import is_past, past_starters, subject_described, subject_of
from dashboard.reading.text.tokens import Tokens


def opening_bracket(cut: Tokens, closing: int, first: int) -> int:
    """Return where the bracket opens that closes at `closing`, or `closing` itself."""
    return next((at for at in range(closing, max(first, closing - 8), -1) if cut.words[at] == "("), closing)


def subject_apart(cut: Tokens, grammar: Grammar, comma: int, first: int) -> Span | None:
    """Return the subject that commas part from its verb: "Budanov, head of military intelligence, said"."""
    start = clause_start(cut, first, comma)
    if cut.lowers[comma] in grammar.role("relatives"):
        if start >= comma:
            return _apart_before(cut, grammar, comma - 1, first) if cut.word(comma - 1) == "," else None
        return subject_described(cut, grammar, start, comma)
    return _apart_before(cut, grammar, start - 1, first, comma)


def _apart_before(cut: Tokens, grammar: Grammar, comma: int, first: int, until: int = -1) -> Span | None:
    """Return the phrase that ends at `comma`, with the name that follows it up to `until`."""
    nearest: Span | None = None
    last = comma
    for _ in range(3):
        if comma <= first or cut.words[comma] != ",":
            break
        start = clause_start(cut, first, comma, grammar.role("openers"))
        subject = subject_of(cut, grammar, start, comma)
        opens = start <= first or cut.words[start - 1] != ","
        if (
            subject
            and opens
            and subject[0] == past_starters(cut, grammar, start, comma)
            and subject[1] == comma
            and _is_short_name(cut, grammar, subject)
        ):
            return subject[0], _with_name(cut, grammar, comma, until)
        if subject and subject[1] == last == comma and _begins_name(cut, grammar, subject[0]) and nearest is None:
            nearest = subject[0], _with_name(cut, grammar, comma, until)
        comma = start - 1
    if nearest is None or not _is_short_name(cut, grammar, nearest):
        return None
    if any(grammar.has("people", one) or grammar.has("bodies", one) for one in cut.lowers[nearest[0] : nearest[1]]):
        return nearest
    # "Oleksandr Syrskyi, Ukraine's top commander, said": the title follows the name
    named = nearest[1] - nearest[0] > 1 and all(is_name(cut, grammar, at) for at in range(nearest[0], last))
    return nearest if named and any(grammar.has("people", one) for one in cut.lowers[last:until]) else None


def _with_name(cut: Tokens, grammar: Grammar, comma: int, until: int) -> int:
    """Return the end of the name that follows a title in commas, up to `until`; `comma` if there is none."""
    at = comma + 1
    while at < until and cut.words[at][0].islower() and at < comma + 5:
        if grammar.has("passive_by", cut.lowers[at]):  # "le gouverneur, cité par Tass"
            return comma
        at += 1
    return until if 0 <= until - comma < 10 and at < until and run_of_names(cut, grammar, at, until) == until else comma


def _begins_name(cut: Tokens, grammar: Grammar, index: int) -> bool:
    return cut.words[index][0].isupper() or grammar.has("determiners", cut.lowers[index])


def _is_short_name(cut: Tokens, grammar: Grammar, subject: Span) -> bool:
    """Whether a phrase set apart is short enough to be a name or a title, not a clause of its own."""
    if any(cut.words[at][0].isdigit() for at in range(*subject)):
        return False
    if any(is_past(cut, grammar, at) for at in range(subject[0] + 1, subject[1])):
        return False
    return subject[1] - subject[0] <= 14
