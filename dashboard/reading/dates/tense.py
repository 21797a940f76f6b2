"""Whether the words around a date look ahead or back: which Wednesday is meant when only "Mittwoch" is said."""

from __future__ import annotations

from dashboard.reading.dates.line import Line
from dashboard.reading.dates.resolving import NEAREST
from dashboard.reading.dates.words import DateWords

# How far from a date its verb is looked for, in tokens.
_REACH = 40
_VERB_END = 30
# No participle is shorter.
_SHORT = 6


def direction(line: Line, words: DateWords, first: int, stop: int, *, beside: bool = True) -> int:
    """Return 1 if the clause around the tokens from `first` to `stop` looks ahead, -1 if back, 0 if it does not say.

    -2 says that it seems to look back (a word ends as participles do), `NEAREST` that the words leave both open, but
    what is to come is likelier ("ist am Sonntag", "is on Sunday", "devait").

    The nearest verb before the date decides, and only without one the nearest after it. Not `beside`: a participle
    right before leaves it open ("prolongé jusqu'en mars").
    """
    number = line.parts.number(first)
    start, end = line.parts.bounds(number)
    if attribute := _attribute(line, words, stop):
        return attribute
    before = _first_sign(line, words, range(first - 1, max(first - _REACH, 0) - 1, -1), (start, end), beside=beside)
    if before in (1, -1, NEAREST):
        return before
    after = _first_sign(line, words, range(stop, min(stop + _REACH, len(line))), (start, end))
    return before or after


def _first_sign(line: Line, words: DateWords, places: range, sentence: tuple[int, int], *, beside: bool = True) -> int:
    start, end = sentence
    weak = 0
    near = places[0] if places and (places.step < 0 or words.verb_second) else -1
    right_before = places[0] if beside and places and places.step < 0 else -1
    ends, lowers = words.roles["clause_ends"], line.lowers
    for place in places:
        if lowers[place] in ends or not start <= place < end:
            break
        sign = _sign(line, words, place)
        if not sign and place == near:
            sign = _sign_beside(line, words, place, before=places.step < 0)
        if sign == -1 and lowers[place - 1] in words.roles["past_after_be"]:
            continue  # "will be held"
        if sign in (1, -1, NEAREST):
            return sign
        if sign and place == right_before and not _looks_ahead(line, words, range(place - 1, place - 4, -1)):
            return -1  # "signé en juin", "launched in August"
        weak = weak or sign
    return weak


def _sign_beside(line: Line, words: DateWords, place: int, *, before: bool) -> int:
    """Return what a word says that stands right before a date, or right after: "kommt am Freitag", "conquis en mai"."""
    if line.lowers[place] in words.roles["past_beside"]:
        return -2
    if before:
        verb = words.before("future_beside", line, place + 1)
        first = verb[1] if verb else place
    else:
        verb, first = words.at("future_beside", line, place), place
    return NEAREST if verb and _is_verb(line, words, first) else 0


def _attribute(line: Line, words: DateWords, place: int) -> int:
    """Return the direction of a participle right after that is an adjective, or 0.

    "der im Juni geschlossene Vertrag" looks back, "das am Freitag beginnende Manöver" ahead.
    """
    word = line.lower(place)
    if not line.word(place).islower() or word in words.roles["future"]:
        return 0
    if word.endswith(words.ahead_endings) and word not in words.roles["future_not"] and len(word) > _SHORT:
        return 1
    return -1 if word.startswith(words.participles) and word.endswith(words.attribute_endings) else 0


def _is_verb(line: Line, words: DateWords, place: int) -> bool:
    """Whether a word that looks ahead as a verb is none: no article or adjective stands before it."""
    return line.lower(place - 1) not in words.roles["future_nouns_after"] and not line.capital(place)


def _sign(line: Line, words: DateWords, place: int) -> int:
    """Return 1 for a word that looks ahead, -1 for one that looks back, -2 for one that only seems to look back."""
    word = line.lowers[place]
    if line.words[place][0].isupper() and not line.opens(place):
        return 0
    if word in words.roles["future"] and words.at("future", line, place):
        softened = word in words.roles["past_softened"] and _is_perfect(line, words, place)
        return -1 if softened else 1
    if word in words.roles["future_soft"]:
        return NEAREST
    if word in words.roles["future_verbs"] and words.at("future_verbs", line, place):
        if words.verb_second and _closes(line, words, place + 1):
            return 0  # "hat am Montag das Urteil verkündet"
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
            return 0 if word in words.roles["past_not"] else -2
        if _is_purpose(line, words, place, word):
            return 1
        if word.endswith(words.future_endings) and word not in words.roles["future_not"]:
            return 1
    return 0


def _closes(line: Line, words: DateWords, place: int) -> bool:
    """Whether a clause ends before a token, or there with an auxiliary."""
    word = line.lower(place)
    return not word or word in words.roles["clause_ends"] or word in ".!?\n" or word in words.roles["past"]


def _is_purpose(line: Line, words: DateWords, place: int, word: str) -> bool:
    """Whether a word is an infinitive with "zu" of what is still to be done: "auszutauschen", "zu beginnen"."""
    if not words.verb_second or not word.endswith("n"):
        return False
    if line.lower(place - 1) in words.roles["infinitive_sign"]:
        return word not in words.roles["past_perfects"]
    return word.startswith(words.infinitives)


def _looks_ahead(line: Line, words: DateWords, places: range) -> bool:
    return any(
        place >= 0 and line.lowers[place] not in words.roles["future_nouns"] and words.at("future", line, place)
        for place in places
    ) or any(
        place >= 0
        and line.words[place].islower()
        and line.lowers[place].endswith(words.future_endings)
        and line.lowers[place] not in words.roles["future_not"]
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
    return any(
        line.lower(near) in words.roles["past_perfects"] and _is_participle(line, words, near - 1)
        for near in range(max(place + 2, stop - 3), stop)
    )


def _is_participle(line: Line, words: DateWords, place: int) -> bool:
    word = line.lower(place)
    return line.word(place).islower() and word.startswith(words.participles) and word.endswith(words.participle_endings)


def _closes_with_participle(line: Line, words: DateWords, place: int) -> bool:
    """Whether the clause of "hat" or "ist" ends with a participle: "hat am Montag angegriffen"."""
    stop = _clause_end(line, words, place)
    for near in range(stop - 1, max(place, stop - 3), -1):
        word = line.lowers[near]
        if words.roles["future"].get(word):
            return False
        if _is_participle(line, words, near):
            return True
    return False
