"""Whether the words around a date look ahead or back: which Wednesday is meant when only "Mittwoch" is said."""

from __future__ import annotations

from dashboard.reading.dates.line import Line
from dashboard.reading.dates.words import DateWords

# How far from a date its verb is looked for, in tokens.
_REACH = 40
_VERB_END = 30


def direction(line: Line, words: DateWords, first: int, stop: int) -> int:
    """Return 1 if the clause around the tokens from `first` to `stop` looks ahead, -1 if back, 0 if it does not say.

    -2 says that it seems to look back (a word ends as participles do).

    The nearest verb before the date decides, and only without one the nearest after it.
    """
    number = line.parts.number(first)
    start, end = line.parts.bounds(number)
    if _is_past_attribute(line, words, stop):
        return -1
    before = _first_sign(line, words, range(first - 1, max(first - _REACH, 0) - 1, -1), start, end)
    if abs(before) == 1:
        return before
    after = _first_sign(line, words, range(stop, min(stop + _REACH, len(line))), start, end)
    return after if abs(after) == 1 and not before else before or after


def _first_sign(line: Line, words: DateWords, places: range, start: int, end: int) -> int:
    weak = 0
    beside = places[0] if places and places.step < 0 else -1
    ends, lowers = words.roles["clause_ends"], line.lowers
    for place in places:
        if lowers[place] in ends or not start <= place < end:
            break
        sign = _sign(line, words, place)
        if sign in (1, -1):
            return sign
        if sign and place == beside and not _looks_ahead(line, words, range(place - 1, place - 4, -1)):
            return -1  # "signé en juin", "launched in August"
        weak = weak or sign
    return weak


def _is_past_attribute(line: Line, words: DateWords, place: int) -> bool:
    """Whether a participle that is an adjective stands right after: "der im Juni geschlossene Vertrag"."""
    word = line.lower(place)
    return (
        line.word(place).islower()
        and word.startswith(words.participles)
        and word.endswith(words.attribute_endings)
        and word not in words.roles["future"]
    )


def _sign(line: Line, words: DateWords, place: int) -> int:
    """Return 1 for a word that looks ahead, -1 for one that looks back, -2 for one that only seems to look back."""
    word = line.lowers[place]
    if line.words[place][0].isupper() and not line.opens(place):
        return 0
    if word in words.roles["future"] and words.at("future", line, place):
        softened = word in words.roles["past_softened"] and _is_perfect(line, words, place)
        return -1 if softened else 1
    if word in words.roles["future_verbs"] and words.at("future_verbs", line, place):
        return 0 if line.lower(place - 1) in words.roles["future_nouns_after"] else 1
    if word in words.roles["past"] and words.at("past", line, place):
        return -1
    if word in words.roles["auxiliary"]:
        following = line.lower(place + 1)
        if following.endswith(words.next_endings):
            return 1 if following in words.roles["future"] else -1
        return -1 if _closes_with_participle(line, words, place) else 0
    if len(word) > 3 and line.words[place].islower():
        if word.endswith(words.past_endings):
            return -2
        if word.endswith(words.future_endings) and word not in words.roles["future_not"]:
            return 1
    return 0


def _looks_ahead(line: Line, words: DateWords, places: range) -> bool:
    return any(place >= 0 and words.at("future", line, place) for place in places) or any(
        place >= 0 and line.words[place].islower() and line.lowers[place].endswith(words.future_endings)
        for place in places
    )


def _clause_end(line: Line, words: DateWords, place: int) -> int:
    ends = words.roles["clause_ends"]
    for stop in range(place + 1, min(place + _VERB_END, len(line))):
        if line.lowers[stop] in ends or line.lowers[stop] in ".!?\n" or line.lowers[stop] in words.roles["clause_and"]:
            return stop
    return min(place + _VERB_END, len(line))


def _is_perfect(line: Line, words: DateWords, place: int) -> bool:
    """Whether "soll" is followed by the infinitive of a perfect: "soll am Montag getroffen haben"."""
    stop = _clause_end(line, words, place)
    return any(line.lower(near) in words.roles["past_perfects"] for near in range(max(place + 1, stop - 3), stop))


def _closes_with_participle(line: Line, words: DateWords, place: int) -> bool:
    """Whether the clause of "hat" or "ist" ends with a participle: "hat am Montag angegriffen"."""
    stop = _clause_end(line, words, place)
    for near in range(stop - 1, max(place, stop - 3), -1):
        word = line.lowers[near]
        if words.roles["future"].get(word):
            return False
        if (
            line.words[near].islower()
            and word.startswith(words.participles)
            and word.endswith(words.participle_endings)
        ):
            return True
    return False
