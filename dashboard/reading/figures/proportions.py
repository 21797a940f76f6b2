"""Parts told as so many of so many: "one in ten", "neun von zehn", "trois habitants sur quatre"."""

from __future__ import annotations

from functools import cache

from dashboard.reading.figures.numeral import Numeral
from dashboard.reading.text.tokens import Tokens
from dashboard.reading.vocabulary import listed, table

# Wholes that are said for the sake of the share: "seven in ten", not "17 of 36 hospitals".
WHOLES = frozenset((2, 3, 4, 5, 6, 8, 10, 12, 20, 50, 100, 1000))
# Words between the two numbers: "trois habitants sur quatre".
BETWEEN = 3


@cache
def _words(language: str) -> tuple[frozenset[str], frozenset[str], bool]:
    rows = table(language, "numbers")["proportions"]
    return frozenset(listed(rows["of"])), frozenset(listed(rows["one"])), bool(rows["noun_between"])


def joined(cut: Tokens, found: list[Numeral], language: str) -> list[Numeral]:
    """Return the numerals with each "so many of so many" made one fraction."""
    of, one, noun_between = _words(language)
    made: list[Numeral] = []
    for numeral in found:
        part = _part_before(cut, made[-1] if made else None, numeral, of, one, noun_between)
        if part is None:
            made.append(numeral)
            continue
        first, count = part
        if made and made[-1].first >= first:
            made.pop()
        made.append(Numeral(first, numeral.stop, count / numeral.low, count / numeral.low, "fraction"))
    return made


def _part_before(
    cut: Tokens,
    last: Numeral | None,
    whole: Numeral,
    of: frozenset[str],
    one: frozenset[str],
    noun_between: bool,
) -> tuple[int, float] | None:
    """Return where the part begins and its count, if `whole` ends a proportion."""
    if whole.sort != "point" or whole.low not in WHOLES or whole.magnitude > 1000:
        return None
    place = _join(cut, whole.first, of)
    if place is None:
        return None
    reach = BETWEEN if noun_between else 0
    if last and last.sort == "point" and last.low < whole.low and place - reach <= last.stop <= place and not last.tail:
        return (last.first, last.low) if _same_clause(cut, last.stop, place) else None
    for back in range(1, reach + 2):
        if cut.lower(place - back) in one and _same_clause(cut, place - back, place):
            return place - back, 1.0
    return None


def _join(cut: Tokens, stop: int, of: frozenset[str]) -> int | None:
    """Return where the words begin that join part and whole and end before `stop`."""
    if cut.lower(stop - 1) in of:
        return stop - 1
    return stop - 2 if f"{cut.lower(stop - 2)} {cut.lower(stop - 1)}" in of else None


def _same_clause(cut: Tokens, first: int, stop: int) -> bool:
    return all(word[0].isalpha() or word in "-'’" for word in cut.words[first:stop])
