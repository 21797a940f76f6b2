"""Halves, parts of a whole and multiples in words: "half a million", "zwei Drittel", "le double"."""

from __future__ import annotations

from functools import cache

from dashboard.reading.figures import bounds
from dashboard.reading.figures.heads.nouns import nouns
from dashboard.reading.figures.numerals.number_words import Lexicon, Meaning
from dashboard.reading.figures.numerals.numeral import Numeral
from dashboard.reading.text.phrases import Phrases
from dashboard.reading.text.tokens import Tokens
from dashboard.reading.vocabulary import listed, table

# How far before "the other half" the first one may stand.
TOLD = 16


def half(cut: Tokens, index: int, words: Lexicon) -> Numeral | None:
    """Read "half a million", "eine halbe Million", "un demi-million"; a half of anything else is no numeral here."""
    after = index + 1 + (cut.lower(index + 1) in words.articles)
    known = words.meaning(cut.lowers[after]) if after < len(cut) else None
    size = (known.magnitude or known.group or known.round) if known else None
    first = index - (cut.lower(index - 1) in words.articles)
    if size is not None:
        return Numeral(first, after + 1, size / 2, size / 2, magnitude=size)
    if first < index or after > index + 1:  # "ein halbes Prozent", "half a mile"
        measured = nouns(words.language).measure(cut, after)
        if measured or cut.lower(after) in listed(words.words["half"]["measures"]):
            return Numeral(first, after, 0.5, 0.5)
    return _once_and_half(cut, index, words)


def _once_and_half(cut: Tokens, index: int, words: Lexicon) -> Numeral | None:
    """Read "une fois et demie" and "un et demi fois", whose number looks like an article."""
    if cut.lower(index - 1) != words.compound_and:
        return None
    times = listed(words.words["times"]["words"])
    if cut.lower(index - 2) in times and cut.lower(index - 3) in words.articles:
        return Numeral(index - 3, index + 1, 1.5, 1.5, "times")
    if cut.lower(index - 2) in words.articles and cut.lower(index + 1) in times:
        return Numeral(index - 2, index + 2, 1.5, 1.5, "times")
    return None


def half_behind(cut: Tokens, place: int, words: Lexicon) -> int | None:
    """Return where a half stops that is told behind its measure: "un million et demi", "a mile and a half"."""
    found = halves_behind(words.language).at(cut, place)
    return found[0] if found else None


@cache
def halves_behind(language: str) -> Phrases:
    """Return the halves that are told behind a measure."""
    return Phrases((phrase, "") for phrase in listed(table(language, "numbers")["half"]["behind"]))


def part(cut: Tokens, index: int, times: float, first: int, words: Lexicon) -> Numeral | None:
    """Read a part of a whole at `index`, `times` of them: "zwei Drittel", "half of", "un quart des"."""
    known = words.meaning(cut.lowers[index]) or Meaning()
    if known.alone:  # "two-thirds"
        return _of_magnitude(cut, index, index, known.part or 0, words)
    rules, word = words.words["part_rules"], cut.lowers[index]
    before, after = cut.lower(index - 1), cut.lower(index + 1)
    counted = first < index
    if before in listed(rules["other"]) and _was_told(cut, index, word):
        return Numeral(index, index + 1, known.part or 0, known.part or 0, "fraction")
    if before in listed(rules["not_after"]) or (before.isdecimal() and not counted):
        return None
    if not counted and word not in listed(rules["alone"]):
        # "le tiers des": an article that is no numeral may stand before it, and an adjective ("un gros tiers").
        articles, wholes = listed(rules["article_before"]), listed(rules["before"])
        adjective = before in listed(rules["qualified"]) and cut.lower(index - 2) in articles
        told = adjective and (after in wholes or not wholes or cut.lower(index - 2) in words.articles)
        if not (before in articles and after in wholes) and not told and not _opens_range(cut, index, words):
            return None
        first = index
    elif not _is_part(cut, index, times, counted, rules, words.language) and not _opens_range(cut, index, words):
        return None
    if cut.touch(index) and cut.words[index + 1] == "-":
        return None
    return _of_magnitude(cut, index, first, (known.part or 0) * times, words)


def _opens_range(cut: Tokens, index: int, words: Lexicon) -> bool:
    """Whether a part is the first of two ends: "between a quarter and a third"."""
    rows = words.words["ranges"]
    place = index + 2 + (cut.lower(index + 2) in words.articles)
    known = words.meaning(cut.lowers[place]) if place < len(cut) else None
    if cut.lower(index - 1) not in words.articles:
        return False  # "between the ninth and the tenth"
    if known is None or known.part is None or known.value is not None:
        return False
    return cut.lower(index - 2) in listed(rows["open_and"]) and cut.lower(index + 1) in listed(rows["and"])


def _was_told(cut: Tokens, index: int, word: str) -> bool:
    """Whether the same part was told shortly before: "half is borrowed and the other half is hope"."""
    return word in cut.lowers[max(index - TOLD, 0) : index - 1]


def _of_magnitude(cut: Tokens, index: int, first: int, value: float, words: Lexicon) -> Numeral:
    """Return a part whose last word stands at `index`, of a magnitude if one follows: "a quarter of a million"."""
    after = cut.lower(index + 1)
    whole = index + 1 + (after in words.of)
    whole += cut.lower(whole) in words.articles
    size = words.meaning(cut.lowers[whole]) if whole < len(cut) and whole > index + 1 else None
    if size is not None and size.magnitude and not size.value:
        return Numeral(first, whole + 1, value * size.magnitude, value * size.magnitude, magnitude=size.magnitude)
    if cut.lower(index + 1) in listed(words.words["part_rules"]["measures"]):
        return Numeral(first, index + 1, value, value)  # "a quarter point"
    if whole > index + 1 and cut.lower(whole) in words.parted:
        return Numeral(first, whole, value, value)  # "un quart de point"
    if whole > index + 2 and nouns(words.language).measure(cut, whole):
        return Numeral(first, whole, value, value)  # "a quarter of a mile"
    return Numeral(first, index + 1, value, value, "fraction")


def multiple(cut: Tokens, index: int, known: Meaning, words: Lexicon) -> Numeral | None:
    """Read a multiple in one word; an adjective ("doppelte Staatsbürgerschaft") is one only where it compares."""
    rules, word = words.words["times_rules"], cut.lowers[index]
    noun = index and cut.words[index][0].isupper() and cut.lower(index - 1) in listed(rules["noun_behind"])
    if word in listed(rules["bare"]) and not noun and cut.lower(index + 1) not in listed(rules["compare"]):
        return None
    if cut.lower(index + 2) in listed(rules["uncompared"]):
        return None
    value = known.times or 0
    return Numeral(index, index + 1, value, value, "times")


def _is_part(cut: Tokens, index: int, times: float, counted: bool, rules: dict[str, str], language: str) -> bool:
    """Whether a word that could be an ordinal or a time is a part here, as "half" and "a third of" are.

    A whole follows, or several are counted ("two thirds"), or it is bounded ("or roughly half").
    """
    word, wholes = cut.lowers[index], listed(rules["before"])
    if not wholes or word in listed(rules["sure"]) or cut.lower(index + 1) in (*wholes, *listed(rules["measures"])):
        return True
    if counted and (times != 1 or word in listed(rules["alone"])):
        return True
    begin = index - 1 if counted else index
    if counted and cut.lower(begin) in listed(rules["ones"]):  # "one third deserted"
        return cut.lower(index + 1) not in listed(rules["ones_not_before"])
    lead = cut.lower(begin - 2) if cut.lower(begin - 1) == "'" else cut.lower(begin - 1)
    preceded = lead in listed(rules["preceded"])
    if not preceded and bounds.before(cut, begin, language).code is None:
        return False
    # "fell by a fifth to $2", but not "by a third party".
    following = cut.lower(index + 1)
    return not counted or not following[:1].isalpha() or following in listed(rules["ends"])
