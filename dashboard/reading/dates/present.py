"""Verbs in the present beside a date, which in news look ahead: "am Freitag tagt der Rat", "dass er am Freitag kommt".

Only where the finite verb stands second and last in turns its place tells it from an adjective and a participle.
"""

from __future__ import annotations

from dashboard.reading.dates.line import Line
from dashboard.reading.dates.words import DateWords

# No verb in the present is shorter.
_SHORT = 4
# How far back the auxiliary of a participle and the word that opens a clause are looked for, in tokens.
_CLAUSE = 15
_STOPS = frozenset(".!?\n")


def is_present(line: Line, words: DateWords, place: int, *, before: bool) -> bool:
    """Whether a word that stands right `before` a date, or right after one that opens a clause, is a present."""
    word, written = line.lower(place), line.word(place)
    if len(word) < _SHORT or not (written.islower() or line.opens(place)) or not word.isalpha():
        return False
    if word in words.roles["present_not"] or is_strong_past(words, word):
        return False
    if word.endswith(words.present_singular):
        if not before:
            return True
        return not word.startswith(words.participles_whole) and not _is_participle(line, words, place)
    if not word.endswith(words.present_plural) or word.endswith(words.present_plural_not):
        return False
    return not before or not word.startswith(words.participles)


def is_strong_past(words: DateWords, word: str) -> bool:
    """Whether a word is a past that is not told by its ending, also behind a prefix: "fiel", "verfiel"."""
    known = words.roles["past_strong"]
    if word in known or words.value("past", word) is not None:
        return True
    # Few words have any of the prefixes.
    return word.startswith(words.past_prefixes) and any(
        word.startswith(prefix) and word[len(prefix) :] in known for prefix in words.past_prefixes
    )


def _is_participle(line: Line, words: DateWords, place: int) -> bool:
    """Whether a word that may be a participle is one: after a comma, or with its auxiliary before it."""
    if not line.word(place).startswith(words.participles):
        return False
    ends = words.roles["clause_ends"]
    if line.lower(place - 1) in (",", "(") or line.opens(place):
        return True
    for near in range(place - 1, max(place - _CLAUSE, 0) - 1, -1):
        word = line.lowers[near]
        if word in ends or word in _STOPS:
            return False
        if word in words.roles["auxiliary"] or word in words.roles["past"]:
            return True
    return False


def opens_clause(line: Line, words: DateWords, first: int) -> bool:
    """Whether nothing but a sign stands before a date in its clause: its verb follows at once."""
    before = line.word(first - 1)
    return not before or line.opens(first) or (not before[0].isalnum() and before not in (",", ")", "%"))


def closes_with_present(line: Line, words: DateWords, first: int, stop: int, end: int) -> bool:
    """Whether a clause that begins with a word like "dass" or "die" ends before token `end` with a present."""
    last = end - 1
    if last < stop or not is_present(line, words, last, before=True):
        return False
    ends = words.roles["clause_ends"]
    for place in range(first - 1, max(first - _CLAUSE, 0) - 1, -1):
        if line.lowers[place] in ends or line.lowers[place] in _STOPS:
            return line.lower(place + 1) in words.roles["clause_openers"]
        if line.opens(place):
            return line.lowers[place] in words.roles["clause_openers"]
    return False
