"""Halves, parts of a whole and multiples in words: "half a million", "zwei Drittel", "le double"."""

from __future__ import annotations

from dashboard.reading.figures import bounds
from dashboard.reading.figures.number_words import Lexicon, Meaning
from dashboard.reading.figures.numeral import Numeral
from dashboard.reading.text.tokens import Tokens
from dashboard.reading.vocabulary import listed


def half(cut: Tokens, index: int, words: Lexicon) -> Numeral | None:
    """Read "half a million", "eine halbe Million", "un demi-million"; a half of anything else is no numeral here."""
    after = index + 1 + (cut.lower(index + 1) in words.articles)
    known = words.meaning(cut.lowers[after]) if after < len(cut) else None
    size = (known.magnitude or known.group or known.round) if known else None
    if size is None:
        return None
    first = index - (cut.lower(index - 1) in words.articles)
    return Numeral(first, after + 1, size / 2, size / 2, magnitude=size)


def part(cut: Tokens, index: int, times: float, first: int, words: Lexicon) -> Numeral | None:
    """Read a part of a whole at `index`, `times` of them: "zwei Drittel", "half of", "un quart des"."""
    known = words.meaning(cut.lowers[index]) or Meaning()
    if known.alone:  # "two-thirds"
        return Numeral(index, index + 1, known.part or 0, known.part or 0, "fraction")
    rules, word = words.words["part_rules"], cut.lowers[index]
    before, after = cut.lower(index - 1), cut.lower(index + 1)
    counted = first < index
    if before in listed(rules["not_after"]) or (before.isdecimal() and not counted):
        return None
    if not counted and word not in listed(rules["alone"]):
        # "le tiers des": an article that is no numeral may stand before it.
        if before not in listed(rules["article_before"]) or after not in listed(rules["before"]):
            return None
        first = index
    elif not _is_part(cut, index, times, counted, rules, words.language):
        return None
    if cut.touch(index) and cut.words[index + 1] == "-":
        return None
    value = (known.part or 0) * times
    whole = index + 1 + (after in words.of)
    whole += cut.lower(whole) in words.articles
    size = words.meaning(cut.lowers[whole]) if whole < len(cut) and whole > index + 1 else None
    if size is not None and size.magnitude and not size.value:
        return Numeral(first, whole + 1, value * size.magnitude, value * size.magnitude, magnitude=size.magnitude)
    return Numeral(first, index + 1, value, value, "fraction")


def multiple(cut: Tokens, index: int, known: Meaning, words: Lexicon) -> Numeral | None:
    """Read a multiple in one word; an adjective ("doppelte Staatsbürgerschaft") is one only where it compares."""
    rules, word = words.words["times_rules"], cut.lowers[index]
    noun = index and cut.words[index][0].isupper() and cut.lower(index - 1) in listed(rules["noun_behind"])
    if word in listed(rules["bare"]) and not noun and cut.lower(index + 1) not in listed(rules["compare"]):
        return None
    value = known.times or 0
    return Numeral(index, index + 1, value, value, "times")


def _is_part(cut: Tokens, index: int, times: float, counted: bool, rules: dict[str, str], language: str) -> bool:
    """Whether a word that could be an ordinal or a time is a part here, as "half" and "a third of" are.

    A whole follows, or several are counted ("two thirds"), or it is bounded ("or roughly half").
    """
    word, wholes = cut.lowers[index], listed(rules["before"])
    if not wholes or word in listed(rules["sure"]) or cut.lower(index + 1) in wholes:
        return True
    if counted and word in listed(rules["alone"]):
        return True
    if counted:
        return times != 1
    preceded = cut.lower(index - 1) in listed(rules["preceded"])
    return preceded or bounds.before(cut, index, language).code is not None
