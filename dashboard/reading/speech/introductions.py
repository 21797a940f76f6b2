"""People a text introduces: by a title before the name, an apposition on either side of it, or a sentence with "is"."""

from __future__ import annotations

from dashboard.reading.speech.claims import Span
from dashboard.reading.speech.grammar import Grammar, is_boundary
from dashboard.reading.speech.names import is_name, names_person, run_of_names
from dashboard.reading.text.tokens import Tokens

# How long a title with what belongs to it is before a comma, and how far behind a name its title may begin.
_TITLE, _BEHIND = 18, 5
# A person's name has at least so many words, and at most, without its particles.
_LEAST, _MOST = 2, 4


def people_introduced(cut: Tokens, grammar: Grammar, first: int, stop: int) -> list[Span]:
    """Return the names between two tokens that belong to people: "die Ökonomin Almut Reinders", "Anna Kern, chief of".

    A title may have a complement before the name: "Coordinatrice de la riposte à l'OMS, Clarisse Namegabe".
    """
    found: list[Span] = []
    at = first
    while at < stop:
        end = run_of_names(cut, grammar, at, stop)
        if end > at and grammar.has("name_links", cut.lower(end)):  # "Hubert de Lastours"
            longer = run_of_names(cut, grammar, end + 1, stop)
            end = longer if longer > end + 1 else end
        if end >= at + _LEAST and _is_introduced(cut, grammar, at, end, first, stop):
            found.append((at, end))
        at = max(end, at + 1)
    return found


def _is_introduced(cut: Tokens, grammar: Grammar, at: int, end: int, first: int, stop: int) -> bool:
    titled = names_person(cut, grammar, max(first, at - 1), min(end, at + 2))
    if cut.word(at + 1) in ("'", "’"):
        return False  # "King's College"
    if titled or grammar.has("addresses", cut.lower(at - 1)):
        return not _is_title(cut, grammar, at, end)
    if not _is_plain_name(cut, grammar, at, end):
        return False
    return _is_apposition(cut, grammar, at, end, first, stop) or _is_described(cut, grammar, end, stop)


def _is_title(cut: Tokens, grammar: Grammar, at: int, end: int) -> bool:
    """Whether all words of a run are titles or link to more of it: "Coordinatrice de"."""
    names = (one for one in range(at, end) if is_name(cut, grammar, one))
    return all(names_person(cut, grammar, one, one + 1) for one in names)


def _is_plain_name(cut: Tokens, grammar: Grammar, at: int, end: int) -> bool:
    """Whether a run may be the first name and surname of somebody, and not the name of a body or a thing."""
    names = [one for one in range(at, end) if is_name(cut, grammar, one)]
    if not _LEAST <= len(names) <= _MOST or not all(cut.words[one][-1].isalpha() for one in names):
        return False
    words = [cut.lowers[one] for one in names]
    roles = ("bodies", "documents", "lifeless", "capitals", "interviews")
    if any(grammar.has(role, word) for role in roles for word in words):
        return False
    return not any(endings and word.endswith(endings) for endings in _thing_endings(grammar) for word in words)


def _thing_endings(grammar: Grammar) -> tuple[tuple[str, ...], ...]:
    return grammar.body_endings, grammar.lifeless_endings, grammar.document_endings


def _is_apposition(cut: Tokens, grammar: Grammar, at: int, end: int, first: int, stop: int) -> bool:
    """Whether a title with its complement stands before the comma before a name: "the head of the bank, Anna Kern,"."""
    if at - 1 <= first or cut.words[at - 1] != ",":
        return False
    if end < stop and not (is_boundary(cut, end) or cut.words[end] in ".!" or cut.words[end][0].islower()):
        return False
    start = at - 1
    while start > first and start > at - _TITLE and not is_boundary(cut, start - 1) and cut.words[start - 1] != ".":
        start -= 1
    title = next((one for one in range(start, at - 1) if names_person(cut, grammar, one, one + 1)), -1)
    if title < 0:
        return False
    behind = run_of_names(cut, grammar, title + 1, at - 1)
    return behind < title + 1 + _LEAST or behind < at - 1  # "Präsident Karl Berg, Anna Kern": he has the title


def _is_described(cut: Tokens, grammar: Grammar, end: int, stop: int) -> bool:
    """Whether a title follows a name: "Anna Kern, directrice de", "Anna Kern, 41, ist Leiterin", "is an analyst at"."""
    at = end
    apposed = at < stop and cut.words[at] == ","
    if apposed and cut.word(at + 1).isdigit() and cut.word(at + 2) == ",":
        at, apposed = at + 3, True
    elif apposed:
        at += 1
    being = any(grammar.has(role, cut.lower(at)) for role in ("being", "passive"))
    if being:
        at += 1
    if not (apposed or being):
        return False
    for one in range(at, min(stop, at + _BEHIND)):
        if is_boundary(cut, one) or cut.words[one] == ".":
            break
        if names_person(cut, grammar, one, one + 1):
            return True
    return False
