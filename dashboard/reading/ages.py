"""How old someone is: "18 Jahre alt", "the 45-year-old", "âgé de 30 ans", "Anna Meier (45)"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dashboard.reading.nouns import noun
from dashboard.reading.numerals import Numeral
from dashboard.reading.phrases import Phrases
from dashboard.reading.tokens import Tokens
from dashboard.reading.words import listed, table

OLDEST = 120


@dataclass(frozen=True, slots=True)
class _Words:
    after: Phrases
    before: Phrases
    joined: frozenset[str]
    years: frozenset[str]


@cache
def _words(language: str) -> _Words:
    rows = table(language, "labels")["ages"]
    return _Words(
        Phrases((phrase, "") for phrase in listed(rows["after"])),
        Phrases((phrase, "") for phrase in listed(rows["before"])),
        frozenset(listed(rows["joined"])),
        frozenset(listed(rows["years"])),
    )


def age(cut: Tokens, numeral: Numeral, language: str) -> int | None:
    """Return the token before which an age's phrase stops, None if the numeral is no age."""
    if not 0 < numeral.high <= OLDEST or numeral.sort not in ("point", "range"):
        return None
    words = _words(language)
    stop = numeral.stop
    if numeral.tail:
        joined = numeral.tail in words.joined and (language == "en" or _is_of_a_person(cut, stop - 1, language))
        return stop if joined else None
    if cut.word(stop) in ("-", "‑") and cut.touch(stop - 1) and cut.touch(stop):
        word = cut.lower(stop + 1)
        if word in words.joined and (language == "en" or _is_of_a_person(cut, stop + 1, language)):
            return stop + 2
        return None
    if found := words.after.at(cut, stop):
        # "18 Jahre alt": the years are the unit, the adjective goes without saying.
        return stop + 1 if language == "de" else found[0]
    if words.before.before(cut, numeral.first) and (
        cut.lower(stop) in words.years or language == "en" or cut.word(stop) in ".,;)"
    ):
        return stop + 1 if cut.lower(stop) in words.years else stop
    if language == "fr" and cut.lower(stop) in words.years:
        before = cut.lower(numeral.first - 1)
        of_person = before == "de" and noun(cut.lower(numeral.first - 2), "fr")
        if of_person and of_person.unit == "person":
            return stop + 1
        if before in (",", "(") and cut.word(stop + 1) in (",", ")", ".") and _names_someone(cut, numeral.first - 2):
            return stop + 1
    return stop if _is_apposition(cut, numeral) else None


def _is_of_a_person(cut: Tokens, last: int, language: str) -> bool:
    """Whether "-jährig" says somebody's age and not a time: "der 45-Jährige", "eine 45-jährige Frau"."""
    if language == "fr":
        return True
    if cut.words[last][0].isupper() and (
        cut.words[last].endswith(("e", "er", "en", "em")) and "-" not in cut.words[last]
    ):
        return last > 0 and (cut.words[last - 1] == "-" or not cut.word(last + 1)[:1].isupper())
    for place in range(last + 1, last + 5):
        word = cut.word(place)
        if word[:1].isupper():
            found = noun(cut.lowers[place], language)
            return bool(found and found.unit == "person")
        if not word[:1].isalpha():
            return False
    return False


def _is_apposition(cut: Tokens, numeral: Numeral) -> bool:
    """Whether a bare number stands after a name in brackets or between commas: "Meier (45)", "John Smith, 45,"."""
    if not numeral.bare or numeral.low < 5 or numeral.stop - numeral.first > 1:
        return False
    before, after = cut.word(numeral.first - 1), cut.word(numeral.stop)
    if (before, after) == ("(", ")"):
        return _names_someone(cut, numeral.first - 2)
    return before == "," and after == "," and _names_someone(cut, numeral.first - 2)


def _names_someone(cut: Tokens, last: int) -> bool:
    name, first_name = cut.word(last), cut.word(last - 1)
    return name[:1].isupper() and first_name[:1].isupper() and name.isalpha()
