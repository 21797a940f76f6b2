"""Subjects that commas, brackets or quotation marks part from their verb: "Budanov, head of intelligence, said"."""

from __future__ import annotations

from dashboard.reading.speech.claims import Span
from dashboard.reading.speech.grammar import QUOTES, Grammar, clause_start, is_boundary
from dashboard.reading.speech.names import is_name, plain_phrase, run_of_names, with_links
from dashboard.reading.speech.plain.subjects import (
    could_speak,
    is_past,
    past_dateline,
    past_starters,
    subject_described,
    subject_of,
)
from dashboard.reading.text.tokens import Tokens

# The longest apposition between a source and a relative clause that describes it.
_APPOSITION = 14
# The longest name in quotation marks.
_QUOTED = 8


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
    if grammar.has("modals", cut.lowers[start]):  # ", a vendu ses parts, a annoncé son directeur"
        return None
    return _apart_before(cut, grammar, start - 1, first, comma)


def subject_start(cut: Tokens, grammar: Grammar, before: int, first: int) -> int:
    """Return where the clause begins whose subject ends at `before`, with brackets in it: "Le maire (PS) de Rouen"."""
    openers = grammar.role("openers")
    start = clause_start(cut, first, before + 1, openers)
    if start > before >= first:
        start = named_start(cut, grammar, before, first) or start
    if first < start <= before and cut.words[start - 1] == ")" and grammar.has("of", cut.lowers[start]):
        opening = opening_bracket(cut, start - 1, first)
        start = clause_start(cut, first, opening, openers) if opening < start - 1 else start
    return start


def named_start(cut: Tokens, grammar: Grammar, closing: int, first: int) -> int:
    """Return where the clause begins whose subject ends with a name in quotation marks: "Le « Journal » écrit"; or 0.

    `closing` is the mark that closes the name; nothing that is said itself ends there.
    """
    if closing <= first or cut.words[closing] not in QUOTES or cut.words[closing - 1] in ",.!?…":
        return 0
    marks = range(closing - 2, max(first, closing - _QUOTED), -1)
    opening = next((at for at in marks if cut.words[at] in QUOTES), 0)
    if not opening or not cut.words[opening + 1][0].isupper() or is_boundary(cut, opening - 1):
        return 0
    if not grammar.has("determiners", cut.lowers[opening - 1]) and not cut.words[opening - 1].isalpha():
        return 0
    return clause_start(cut, first, opening, grammar.role("openers"))


def joined_subject(cut: Tokens, grammar: Grammar, conjunction: int, first: int) -> Span | None:
    """Return the subject of the clause that "and" goes on with: "Rutte praised Kyiv, a partner, and said"."""
    begins = past_starters(cut, grammar, clause_start(cut, first, conjunction, grammar.role("openers")), conjunction)
    if begins >= conjunction:
        begins = past_starters(cut, grammar, past_dateline(cut, first, conjunction), conjunction)
    verbs = (at for at in range(begins + 1, conjunction) if _is_verb(cut, grammar, at))
    end = next(verbs, conjunction)
    named = end < conjunction and plain_phrase(cut, grammar, begins, end) == end and not cut.words[begins][0].isdigit()
    return (begins, end) if named and could_speak(cut, grammar, (begins, end)) else None


def _is_verb(cut: Tokens, grammar: Grammar, index: int) -> bool:
    """Whether a verb stands at `index`, or "se" before one: "Le Fonds se montre prudent et prévoit"."""
    lower = cut.lowers[index]
    return is_past(cut, grammar, index) or grammar.has("modals", lower) or grammar.has("reflexives", lower)


def is_apposition(cut: Tokens, grammar: Grammar, index: int, stop: int) -> bool:
    """Whether nothing but an apposition stands between a source and `stop`: "Farnaby, the shadow chancellor, who"."""
    if index == stop:
        return True
    if not index < stop <= index + _APPOSITION or cut.words[index] != ",":
        return False
    return not any(
        cut.words[at][0].isdigit() or grammar.has("modals", cut.lowers[at]) or cut.words[at] == ","
        for at in range(index + 1, stop)
    )


def _apart_before(cut: Tokens, grammar: Grammar, comma: int, first: int, until: int = -1) -> Span | None:
    """Return the phrase that ends at `comma`, with the name that follows it up to `until`."""
    nearest: Span | None = None
    last = comma
    for _ in range(3):
        if comma <= first or cut.words[comma] != ",":
            break
        start = clause_start(cut, first, comma, grammar.role("openers"))
        start = (named_start(cut, grammar, comma - 1, first) or start) if start == comma else start
        subject = subject_of(cut, grammar, start, comma)
        before = cut.lower(start - 1) if start > first else ""
        opens = before != "," and not grammar.has("relatives", before)
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
        if (
            grammar.has("relatives", cut.lowers[comma]) and cut.word(comma - 1) == ","
        ):  # ", who gave only his callsign,"
            comma -= 1
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
        lower = cut.lowers[at]  # "le gouverneur, cité par Tass", "the company, based in Austin"
        if grammar.has("passive_by", lower) or grammar.has("prepositions", lower):
            return comma
        at += 1
    end = run_of_names(cut, grammar, at, until) if until >= 0 and at < until else at
    end = with_links(cut, grammar, end, until) if at < end else end
    return end if end > at and (end == until or cut.words[end] == ",") else comma


def _begins_name(cut: Tokens, grammar: Grammar, index: int) -> bool:
    return cut.words[index][0].isupper() or grammar.has("determiners", cut.lowers[index])


def _is_short_name(cut: Tokens, grammar: Grammar, subject: Span) -> bool:
    """Whether a phrase set apart is short enough to be a name or a title, not a clause of its own."""
    if any(cut.words[at][0].isdigit() for at in range(*subject)):
        return False
    if any(is_past(cut, grammar, at) for at in range(subject[0] + 1, subject[1])):
        return False
    return subject[1] - subject[0] <= 14
