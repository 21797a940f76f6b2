"""Whether the words around a date look ahead or back: which Wednesday is meant when only "Mittwoch" is said."""

from __future__ import annotations

from dashboard.reading.dates.line import Line
from dashboard.reading.dates.present import closes_with_present, is_present, is_strong_past, opens_clause
from dashboard.reading.dates.resolving import NEAREST
from dashboard.reading.dates.words import DateWords

# How far from a date its verb is looked for, in tokens.
_REACH = 40
_VERB_END = 40
# No participle is shorter.
_SHORT = 6
# How far behind a date a time of day may end: "am Freitag um 20 Uhr", "(20.15 Uhr)".
_TIME = 8
# How far before a date without a verb the one it shares may stand, and how long its own clause may be.
_SHARED = 25
_ELIDED = 7
_STOPS = frozenset(".!?\n")


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
    if _is_before_event(line, words, first):
        return 1
    first, stop = _first_listed(line, words, first), _behind_time(line, words, stop, end)
    before = _first_sign(line, words, range(first - 1, max(first - _REACH, 0) - 1, -1), (start, end), beside=beside)
    if before in (1, -1, NEAREST):
        return before
    places = range(stop, min(stop + _REACH, len(line)))
    opens = words.verb_second and opens_clause(line, words, first)
    after = _first_sign(line, words, places, (start, end), opens=opens)
    if words.verb_second and not opens and not (before or after):
        close = next((place for place in places if place >= end or _is_end(line, words, place)), places.stop)
        if closes_with_present(line, words, first, stop, close):
            return NEAREST
        return _shared(line, words, first) if close == stop else 0
    return before or after


def _is_end(line: Line, words: DateWords, place: int) -> bool:
    return line.lowers[place] in words.roles["clause_ends"] or line.lowers[place] in _STOPS


def _first_listed(line: Line, words: DateWords, first: int) -> int:
    """Return where the first of days in a row begins: the verb of "bleiben am Montag und Dienstag" is that of both."""
    for _ in range(3):
        if line.lower(first - 1) not in words.roles["connector_listed"]:
            break
        if words.value("weekdays", line.lower(first - 2)) is None:
            break
        lead = words.before("leads", line, first - 2)
        first = lead[1] if lead else first - 2
    return first


def _behind_time(line: Line, words: DateWords, stop: int, end: int) -> int:
    """Return the token after the time of day that follows a date, if one does, else `stop`."""
    last = min(stop + _TIME, end)
    if line.word(stop) == "(":
        return next((place + 1 for place in range(stop + 1, last) if line.words[place] == ")"), stop)
    if not words.verb_second or line.lower(stop) not in words.roles["clock_at"]:
        return stop
    return next(
        (place + 1 for place in range(stop + 1, last) if line.lowers[place] in words.roles["clock_words"]), stop
    )


def _is_before_event(line: Line, words: DateWords, first: int) -> bool:
    """Whether a date is that of what is still to come: "vor der Wahl am Sonntag", "before the vote on Sunday"."""
    if line.lower(first - 1) not in words.roles["future_events"]:
        return False
    return any(line.lower(place) in words.roles["future_event_leads"] for place in range(first - 3, first - 6, -1))


def _shared(line: Line, words: DateWords, first: int) -> int:
    """Return 1 for a date whose verb is said before: "die Prognose wird um 18 Uhr erwartet, das Ergebnis am Montag"."""
    comma = next((place for place in range(first - 1, first - _ELIDED, -1) if line.lower(place) == ","), None)
    if comma is None or first - comma < 3 or line.lower(comma + 1) not in words.roles["articles"]:
        return 0
    if not line.capital(first - 1):
        return 0
    for place in range(comma - 1, max(comma - _SHARED, line.parts.firsts[line.parts.number(first)]) - 1, -1):
        if sign := _sign(line, words, place):
            return max(sign, 0)
    return 0


def _first_sign(
    line: Line, words: DateWords, places: range, sentence: tuple[int, int], *, beside: bool = True, opens: bool = False
) -> int:
    start, end = sentence
    weak = 0
    near = places[0] if places and (places.step < 0 or words.verb_second) else -1
    if near >= 0 and places.step < 0 and line.lowers[near] in words.roles["future_adverbs"]:
        near -= 1
    # Where no comma ends a clause a relative one between a date and its verb is passed over.
    relatives = words.roles["clause_relatives"] if places.step > 0 else {}
    aside = False
    right_before = places[0] if beside and places and places.step < 0 else -1
    ends, lowers = words.roles["clause_ends"], line.lowers
    for place in places:
        if lowers[place] in ends or not start <= place < end:
            break
        if aside or lowers[place] in relatives:
            aside = lowers[place] != ","
            continue
        sign = _sign(line, words, place)
        if not sign and place == near:
            sign = _sign_beside(line, words, place, before=places.step < 0, opens=opens)
        if sign == -1 and lowers[place - 1] in words.roles["past_after_be"]:
            continue  # "will be held"
        if sign in (1, -1, NEAREST):
            return sign
        if sign and place == right_before and not _looks_ahead(line, words, range(place - 1, place - 4, -1)):
            return -1  # "signé en juin", "launched in August"
        weak = weak or sign
    return weak


def _sign_beside(line: Line, words: DateWords, place: int, *, before: bool, opens: bool) -> int:
    """Return what a word says that stands right before a date, or right after: "kommt am Freitag", "conquis en mai"."""
    if line.lowers[place] in words.roles["past_beside"]:
        return -2
    if before:
        verb = words.before("future_beside", line, place + 1)
        first = verb[1] if verb else place
    else:
        verb, first = words.at("future_beside", line, place), place
    if words.verb_second and not verb and (before or opens):
        return NEAREST if is_present(line, words, place, before=before) else 0
    return NEAREST if verb and _is_verb(line, words, first) else 0


def _attribute(line: Line, words: DateWords, place: int) -> int:
    """Return the direction of a participle right after that is an adjective, or 0.

    "der im Juni geschlossene Vertrag" looks back, "das am Freitag beginnende Manöver" ahead.
    """
    word = line.lower(place)
    if not line.word(place).islower() or word in words.roles["future"]:
        return 0
    following = line.lower(place + 1)
    if following in words.roles["future"] or following in words.roles["auxiliary"] or following in _STOPS:
        return 0  # "dass er am Freitag zurücktreten werde"
    if word.endswith(words.ahead_endings) and word not in words.roles["future_not"] and len(word) > _SHORT:
        return 1
    return -1 if word.startswith(words.participles) and word.endswith(words.attribute_endings) else 0


def _is_verb(line: Line, words: DateWords, place: int) -> bool:
    """Whether a word that looks ahead as a verb is none: no article or adjective stands before it."""
    if line.capital(place) and not line.opens(place):
        return False
    return line.lower(place - 1) not in words.roles["future_nouns_after"]


def _sign(line: Line, words: DateWords, place: int) -> int:
    """Return 1 for a word that looks ahead, -1 for one that looks back, -2 for one that only seems to look back."""
    word = line.lowers[place]
    if line.words[place][0].isupper() and not line.opens(place):
        return 0
    if word in words.telling_when and (sign := _listed_sign(line, words, place, word)) is not None:
        return sign
    if words.verb_second and is_strong_past(words, word):
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


def _listed_sign(line: Line, words: DateWords, place: int, word: str) -> int | None:
    """Return what a word says that is listed as looking ahead or back; None if it begins no phrase of the lists."""
    if word in words.roles["future"] and words.at("future", line, place):
        if line.lower(place - 1) in words.roles["future_degrees"]:
            return 0  # "le sommet très attendu"
        softened = word in words.roles["past_softened"] and _is_perfect(line, words, place)
        return -1 if softened else 1
    if word in words.roles["future_soft"]:
        return NEAREST
    if word in words.roles["future_verbs"] and words.at("future_verbs", line, place):
        if words.verb_second and _closes(line, words, place + 1):
            return 0  # "hat am Montag das Urteil verkündet"
        noun = line.lower(place + 1) in words.roles["future_nouns_before"]
        return 0 if noun or line.lower(place - 1) in words.roles["future_nouns_after"] else 1
    return -1 if word in words.roles["past"] and words.at("past", line, place) else None


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
    for stop in range(place + 1, min(place + _VERB_END, len(line))):
        if _is_end(line, words, stop) or line.lowers[stop] in words.roles["clause_and"]:
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
    if not line.word(place).islower() or not word.endswith(words.participle_endings):
        return False
    # "freigekommen", "zusammengestoßen": the syllable of a participle stands between prefix and stem.
    return word.startswith(words.participles) or any(sign in word[2:-3] for sign in words.participles_inside)


def _closes_with_participle(line: Line, words: DateWords, place: int) -> bool:
    """Whether the clause of "hat" or "ist" ends with a participle: "hat am Montag nach Kämpfen das Dorf A erobert".

    What stands between, also in brackets, commas or after "und", is passed over up to the next auxiliary.
    """
    if not words.verb_second:
        return False
    last = min(place + _VERB_END, len(line))
    for stop in range(place + 1, last + 1):
        at_stop = stop == len(line) or line.lowers[stop] in _STOPS
        if not at_stop and line.lowers[stop] in words.roles["auxiliary"]:
            return False
        if not (
            at_stop or stop == last or _is_end(line, words, stop) or line.lowers[stop] in words.roles["clause_and"]
        ):
            continue
        for near in range(stop - 1, max(place, stop - 3), -1):
            word = line.lowers[near]
            if words.roles["future"].get(word):
                return False
            if _is_participle(line, words, near):
                return True
        if at_stop:
            return False
    return False
