"""Interviews: whose the figures in the answers are, and where questions and answers take turns."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from typing import NamedTuple

from dashboard.reading.speech.claims import Claim, Span
from dashboard.reading.speech.grammar import QUOTES, Grammar
from dashboard.reading.speech.introductions import people_introduced
from dashboard.reading.speech.names import is_name, names_person, run_of_names
from dashboard.reading.text.sentences import Sentences
from dashboard.reading.text.tokens import Tokens

# The longest question and the longest name before "Reinders: ...", in tokens.
_QUESTION, _LABEL = 90, 6
# How many questions make an interview if the answers are labelled, and if they are not.
_LABELLED, _BARE = 2, 3
# How far the text before the first question is searched for who is asked, in tokens.
_INTRO = 400


class Answer(NamedTuple):
    """Who answers, and the tokens of the answer."""

    who: Span
    content: Span


class _Paragraph(NamedTuple):
    number: int  # of its first sentence
    first: int
    stop: int
    asks: bool
    label: Span | None


def interview(cut: Tokens, parts: Sentences, grammar: Grammar) -> tuple[list[Answer], list[int]]:
    """Return the answers of an interview and the sentences that begin a turn in it; nothing if a text is none."""
    if cut.words.count("?") < _LABELLED:
        return [], []
    paragraphs = _paragraphs(cut, parts, grammar)
    asked = [place for place, one in enumerate(paragraphs) if one.asks and place + 1 < len(paragraphs)]
    if len(asked) < _LABELLED:
        return [], []
    found = _labelled(cut, paragraphs) or _bare(cut, grammar, paragraphs, asked)
    return (found, [one.number for one in paragraphs]) if found else ([], [])


def with_answerer(cut: Tokens, grammar: Grammar, claim: Claim, answers: list[Answer], at: int) -> bool:
    """Whether a claim at token `at` is one; of "we" in an interview, who answers becomes the source.

    Elsewhere "wir rechnen mit 500" and "nach unserer Rechnung" are quoted, and who is quoted is known from around it.
    """
    owned = claim.source is not None and grammar.has("first_owners", cut.lowers[claim.source[0]])
    if not (owned or grammar.has("first_person", claim.stands_for)):
        return True
    place = bisect_right(answers, at, key=lambda one: one.content[0]) - 1
    if place < 0 or at >= answers[place].content[1]:
        return False
    claim.source, claim.stands_for, claim.answer = None, "", answers[place].who
    return True


def _paragraphs(cut: Tokens, parts: Sentences, grammar: Grammar) -> list[_Paragraph]:
    found: list[_Paragraph] = []
    number = 0
    while number < len(parts):
        after = number + 1
        while after < len(parts) and parts.paragraphs[after] == parts.paragraphs[number]:
            after += 1
        first, stop = parts.firsts[number], parts.bounds(after - 1)[1]
        while stop > first + 1 and cut.words[stop - 1][0] == "\n":
            stop -= 1
        last = stop - 2 if cut.words[stop - 1] in QUOTES and stop - 2 > first else stop - 1
        asks = cut.words[last] == "?" and stop - first <= _QUESTION
        found.append(_Paragraph(number, first, stop, asks, _label(cut, grammar, first, stop)))
        number = after
    return found


def _label(cut: Tokens, grammar: Grammar, first: int, stop: int) -> Span | None:
    """Return the name before a colon that a paragraph begins with."""
    end = run_of_names(cut, grammar, first, min(stop - 1, first + _LABEL))
    if not (first < end < stop - 1 and cut.words[end] == ":") or grammar.has("turns_told", cut.lowers[first]):
        return None
    return first, end


def _surname(cut: Tokens, label: Span) -> str:
    return cut.lowers[label[1] - 1]


def _labelled(cut: Tokens, paragraphs: list[_Paragraph]) -> list[Answer]:
    """Return the answers that begin with the name of who answers: "Reinders: Das sind 40 Prozent"."""
    replies: Counter[str] = Counter()
    labels: Counter[str] = Counter()
    for before, one in zip([None, *paragraphs], paragraphs, strict=False):
        if one.label:
            labels[_surname(cut, one.label)] += 1
            if before and before.asks and not one.asks:
                replies[_surname(cut, one.label)] += 1
    names = {name for name, count in replies.items() if count >= _LABELLED and count * 2 >= labels[name]}
    found: list[Answer] = []
    asker = any(one.asks and one.label and _surname(cut, one.label) not in names for one in paragraphs)
    who: Span | None = None
    for one in paragraphs:
        if one.label:
            who = one.label if _surname(cut, one.label) in names else None
        elif one.asks or not asker:
            who = None
        if who:
            found.append(Answer(who, (one.first, one.stop)))
    return found


def _bare(cut: Tokens, grammar: Grammar, paragraphs: list[_Paragraph], asked: list[int]) -> list[Answer]:
    """Return the answers of an interview that tells questions and answers apart by their form alone."""
    alone = [place for place in asked if not paragraphs[place + 1].asks]
    if len(alone) < _BARE:
        return []
    who = _interviewee(cut, grammar, paragraphs, alone[0])
    if who is None:
        return []
    found: list[Answer] = []
    for place, after in zip(alone, [*alone[1:], alone[-1] + 2], strict=True):
        for one in paragraphs[place + 1 : min(after, len(paragraphs))]:
            if not one.asks:
                found.append(Answer(who, (one.first, one.stop)))
    return found


def _interviewee(cut: Tokens, grammar: Grammar, paragraphs: list[_Paragraph], place: int) -> Span | None:
    """Return who is asked: the label of the first answer, who is addressed, or the person the text introduces."""
    question, answer = paragraphs[place], paragraphs[place + 1]
    if answer.label and question.label:
        return answer.label
    start = max(0, question.first - _INTRO)
    introduced = people_introduced(cut, grammar, start, question.first)
    for at in range(question.first, min(question.stop, question.first + _LABEL)):
        if grammar.has("addresses", cut.lowers[at]) and is_name(cut, grammar, at + 1):
            end = run_of_names(cut, grammar, at + 1, question.stop)
            surname = cut.lowers[end - 1]
            known = next((one for one in introduced if surname == cut.lowers[one[1] - 1]), None)
            known = known or _named(cut, grammar, surname, start, question.first)
            if known is None and names_person(cut, grammar, end - 1, end):  # "Herr Hauptmann"
                break
            return known or (at + 1, end)
    addressed = any(
        grammar.has("addresses", lower)
        for lower in cut.lowers[question.first : min(question.stop, question.first + _LABEL)]
    )
    if not addressed and not any(grammar.has("interviews", lower) for lower in cut.lowers[start : question.first]):
        return None
    surnames = {cut.lowers[one[1] - 1] for one in introduced}
    return introduced[0] if len(surnames) == 1 else None


def _named(cut: Tokens, grammar: Grammar, surname: str, first: int, stop: int) -> Span | None:
    """Return a first name with the surname that somebody is addressed with: "Anna Kern leitet das Institut"."""
    for at in range(first + 1, stop):
        if cut.lowers[at] == surname and is_name(cut, grammar, at - 1) and cut.words[at][0].isupper():
            return at - 1, at + 1
    return None
