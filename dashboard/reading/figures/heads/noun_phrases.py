"""The noun phrase after a numeral, language by language: up to which word it goes and what its head counts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dashboard.reading.figures import bounds
from dashboard.reading.figures.heads.nouns import Noun, noun, nouns, singular
from dashboard.reading.figures.numerals.number_words import lexicon
from dashboard.reading.figures.numerals.numeral import Numeral
from dashboard.reading.text.tokens import Tokens
from dashboard.reading.vocabulary import listed, table

# How many words may stand between numeral and head.
REACH = 6
_QUOTES = frozenset("\"'„“”«»‚‘")


# Not frozen: scores of them are made for a story, and frozen ones take three times as long to make.
@dataclass(slots=True)
class Head:
    """A head: its phrase stops before token `stop`; `unit` as in the annotation rules.

    `persons` says which persons ("troops", "casualties", "people"); `known` is false where the unit is only the surface
    of a noun in no table. `increment` as in `Bound`.
    """

    stop: int
    unit: str
    persons: str = ""
    known: bool = True
    increment: bool = False


@dataclass(frozen=True, slots=True)
class _Words:
    stops: frozenset[str]
    adverbs: frozenset[str]
    skipped: frozenset[str]
    describing: frozenset[str]
    casualty_verbs: frozenset[str]
    lost: frozenset[str]
    also_adjectives: frozenset[str]
    joins: frozenset[str]
    times: frozenset[str]
    apiece: frozenset[str]
    among: frozenset[str]
    endings: tuple[str, ...]


@cache
def _words(language: str) -> _Words:
    rows, numbers = table(language, "nouns"), table(language, "numbers")
    modifiers = rows["modifiers"]
    return _Words(
        frozenset(listed(modifiers["stops"])),
        frozenset(listed(modifiers.get("adverbs", ""))),
        frozenset(listed(modifiers.get("skipped", ""))),
        frozenset(listed(rows.get("plurals", {}).get("describing", ""))),
        frozenset(listed(rows["casualty_verbs"]["words"])),
        frozenset(listed(table(language, "contexts")["vehicles"]["lost"])),
        frozenset(listed(rows.get("plurals", {}).get("also_adjectives", ""))),
        frozenset((*listed(numbers["ranges"]["and"]), *listed(numbers["ranges"]["or"]))),
        frozenset(listed(modifiers.get("times", ""))),
        frozenset(listed(table(language, "contexts")["rates"]["apiece"])),
        frozenset(listed(rows["anaphora"]["among"])),
        listed(modifiers["endings"]),
    )


@cache
def _number_words(language: str) -> frozenset[str]:
    """Return the words that are numbers themselves: another figure begins with them."""
    return frozenset(word for word, meaning in lexicon(language).meanings.items() if meaning.value is not None)


def german(cut: Tokens, place: int, numeral: Numeral) -> Head | None:
    """Take inflected adjectives and adverbs up to the first capitalised noun."""
    words = _words("de")
    increment = False
    casualties = False
    for step in range(REACH):
        word, low = cut.word(place + step), cut.lower(place + step)
        if not word:
            return None
        if word in _QUOTES:
            continue
        if not word[0].isalpha():
            return None
        following = cut.lower(place + step + 1)
        if step and low in words.joins and cut.word(place + step + 1)[:1].islower() and following not in words.stops:
            continue  # "getötete oder verwundete Soldaten"
        if not word[0].isupper() and low in words.stops:
            return None
        increment = increment or bounds.adds_within(low, "de")
        if word[0].isupper():
            following = cut.word(place + step + 1)
            inflected = low.endswith(words.endings)
            adjective = "-" in word and word.rpartition("-")[2][:1].islower() and inflected
            # "Dutzende Kiewer Familien"
            of_place = low.endswith("er") and following[:1].isupper() and noun(low, "de") is None
            if (adjective or of_place) and following[:1].isalpha():
                continue
            if low in words.times and numeral.high > 1:
                return None
            if not inflected and (shared := _shared_part(cut, place + step, words)):
                return Head(place + step + 1, shared.unit, shared.persons, True, increment)
            found = noun(low, "de")
            unit = found.unit if found else word
            persons = found.persons if found else ""
            if not found and low.endswith("innen"):
                unit, persons = "person", "people"
            if casualties and unit == "person":
                persons = "casualties"
            return Head(place + step + 1, unit, persons, found is not None, increment)
        casualties = casualties or any(low.startswith(verb) for verb in words.casualty_verbs if len(verb) > 5)
        if not low.endswith(words.endings) and low not in words.adverbs:
            return None
        if low in lexicon("de").articles:
            return None
    return None


def _shared_part(cut: Tokens, place: int, words: _Words) -> Noun | None:
    """Return the noun that a word with a hyphen behind it begins: "250 Kurz- und 24 Langzeitbeobachter"."""
    hyphen = place + 1
    if cut.word(hyphen) not in ("-", "‐", "‑") or not cut.touch(place) or cut.touch(hyphen):
        return None
    joined = False
    for at in range(hyphen + 1, min(hyphen + 1 + REACH, len(cut))):
        word = cut.words[at]
        joined = joined or word == "," or cut.lowers[at] in words.joins
        if not joined or not (word[0].isalnum() or word == ","):
            return None
        if word[0].isupper() and cut.word(at + 1) not in ("-", "‐", "‑"):
            return noun(cut.lowers[at], "de")
    return None


def english(cut: Tokens, place: int, numeral: Numeral, end: int | None = None) -> Head | None:
    """Take words up to the first plural that no other plural follows; the next noun where one thing is counted.

    `end` is the token before which the phrase must stop, some words behind the numeral if None.
    """
    words = _words("en")
    lists = nouns("en")
    counted = _number_words("en")  # "58.9 four years ago"
    increment = False
    casualties = False
    end = min(place + REACH + 2, len(cut)) if end is None else end
    at = place
    compound = lists.compounds.at(cut, at)
    if compound and any(lists.is_plural(word) for word in cut.lowers[at : compound[0]]):  # "prisoners of war"
        return _english_head(cut, at, compound[0], increment)
    while at < end:
        low, word = cut.lowers[at], cut.words[at]
        if word in _QUOTES and word != "'":
            at += 1
            continue
        if len(word) == 1 and word.isupper() and cut.word(at + 1) == "." and cut.touch(at):  # "U.S. troops"
            at += 2
            continue
        if not word[0].isalpha():
            if at > place and cut.touch(at - 1) and (word[0].isdecimal() or word in "-‐‑"):
                at += 1  # "two M777 artillery systems"
                continue
            return None
        increment = increment or bounds.adds_within(low, "en")
        if low in words.skipped:
            at += 1
            continue
        if low in words.stops or low in counted:
            return None
        casualties = casualties or low in words.casualty_verbs
        if lists.is_plural(low):
            stop = at + 1
            while stop < end and (
                lists.is_plural(cut.lowers[stop])
                and cut.lowers[stop] not in words.stops
                and cut.words[stop][0].islower()
                and (low in words.describing or low in words.casualty_verbs)
            ):
                low, stop = cut.lowers[stop], stop + 1
            if low in words.casualty_verbs or low in words.also_adjectives:
                # "killed or wounded North Korean soldiers": the words that may also describe.
                if cut.lower(stop) in words.joins and cut.lower(stop + 1) in words.casualty_verbs:
                    stop += 2
                further = english(cut, stop, numeral, end) if stop < end else None
                if further and further.known and further.unit == "person":
                    return Head(further.stop, "person", "casualties", increment=increment)
            head = _english_head(cut, place, stop, increment)
            if casualties and head.unit == "person":
                return Head(head.stop, "person", "casualties", increment=increment)
            return head
        if numeral.low == numeral.high == 1:
            following = cut.lower(at + 1)
            found = noun(low, "en")
            ends = following in words.stops or not following[:1].isalpha()
            if found is None and low.endswith("ed"):
                return None  # "one abstained"
            if found or ends:
                if noun(following, "en") and not ends:
                    at += 1
                    continue
                return _english_head(cut, place, at + 1, increment)
        at += 1
    return None


def _english_head(cut: Tokens, first: int, stop: int, increment: bool) -> Head:
    """Return the head whose last word stands before `stop`; a known phrase of two words goes before its last word."""
    known, last = nouns("en").known, cut.lowers[stop - 1]
    one = singular(last, "en")
    for length in (3, 2):
        if stop - length < first:
            continue
        before = " ".join(cut.lowers[stop - length : stop - 1])
        if found := known.get(f"{before} {last}") or known.get(f"{before} {one}"):
            return Head(stop, found.unit, found.persons, True, increment)
    if found := known.get(last) or known.get(one) or noun(last, "en"):
        return Head(stop, found.unit, found.persons, True, increment)
    return Head(stop, one, "", False, increment)


def french(cut: Tokens, place: int, numeral: Numeral) -> Head | None:
    """Take adjectives that may stand before a noun, then the noun."""
    words = _words("fr")
    increment = False
    for step in range(REACH):
        at = place + step
        word, low = cut.word(at), cut.lower(at)
        if not word:
            return None
        if word in _QUOTES and word != "'":
            continue
        if not word[0].isalpha() or low in words.stops:
            return None
        if bounds.adds_behind(cut, at, "fr"):
            return None  # "8 millions supplémentaires"
        if low in words.apiece and not step and numeral.high > 1:
            return None  # "à 14,5 millions pièce"
        increment = increment or bounds.adds_within(low, "fr")
        if compound := _french_compound(cut, at):
            return Head(compound[0], compound[1].unit, compound[1].persons, True, increment)
        if low in words.adverbs and noun(low, "fr") is None and cut.word(at + 1)[:1].isalpha():
            continue
        found = noun(low, "fr")
        if low in words.adverbs and found is None:
            return None  # "dix blessés, dont cinq graves"
        if found is None and (number := lexicon("fr").meaning(low)) and number.value:
            return None
        if low in words.adverbs and cut.word(at + 1)[:1].isalpha() and noun(cut.lower(at + 1), "fr") is not None:
            continue
        if found is None and word[0].isupper() and step == 0 and numeral.bare and numeral.low < 100:
            return None
        if found is None and bounds.adds_within(low, "fr"):
            return None  # "quatorze autres"
        if found is None and (cut.lower(numeral.first - 1) in words.among or _is_french_verb(low, numeral.high >= 2)):
            return None  # "25.000 logements, dont 4.000 sociaux"
        unit = found.unit if found else low
        return Head(at + 1, unit, found.persons if found else "", found is not None, increment)
    return None


def _is_french_verb(word: str, plural: bool) -> bool:
    """Whether an unknown word where a head should stand is a verb or participle: "les six premiers partiront"."""
    if word.endswith(_words("fr").endings) or word in _words("fr").casualty_verbs or word in _words("fr").lost:
        return True
    return plural and word[-1] not in "sxz"


@cache
def _french_compounds() -> dict[str, list[tuple[list[str], str]]]:
    """Return the heads of several words by their first, all words in the singular, each with its meaning."""
    return {
        first: [([singular(word, "fr") for word in words], meaning) for words, meaning in phrases]
        for first, phrases in nouns("fr").compounds.by_first.items()
    }


def _french_compound(cut: Tokens, first: int) -> tuple[int, Noun] | None:
    """Return a head of several words, in either number: "demandeurs d'asile", "avions de chasse"."""
    for words, meaning in _french_compounds().get(singular(cut.lowers[first], "fr"), ()):
        stop = first + len(words)
        if [singular(word, "fr") for word in cut.lowers[first:stop]] == words:
            persons = meaning if meaning in ("troops", "casualties", "people") else ""
            return stop, Noun("person" if persons else meaning, persons)
    return None
