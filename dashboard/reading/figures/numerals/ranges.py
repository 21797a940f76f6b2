"""Two numerals that are the ends of one: "10.000 bis 12.000", "between 3 and 5", "deux ou trois"."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from dashboard.reading.figures.heads.nouns import nouns
from dashboard.reading.figures.numerals.number_words import Lexicon, lexicon
from dashboard.reading.figures.numerals.numeral import Numeral
from dashboard.reading.figures.numerals.signs import is_negative, is_positive
from dashboard.reading.figures.numerals.votes import is_vote
from dashboard.reading.text.tokens import Tokens
from dashboard.reading.vocabulary import listed

# How far before the first end the word may stand that opens a range ("zwischen etwa 3", "from less than 3").
BEFORE = 3
# How many words may stand between the two ends ("bis zu", "or even about").
BETWEEN = 4
# How far before "from A to B" a verb of change may stand that makes it two values.
CHANGE = 12
# How far before it the article of something new may stand, of which it tells how much.
NEW = 5
# "By 21,300 to 2.79 million": what changed came to more than so many times as much, or both are ends of a range.
STEP = 20
# "neun, zehn Leute": the largest of two numbers in a row that are a guess.
MOST_GUESSED = 10
# "5 - 6 Panzer": with spaces the second end is at most so many times the first.
SPACED = 3

# How far apart the ends of a range around nought are at most: "minus 3 bis 5 Grad", "between minus 8 and 7 degrees".
REACH = 10
OPENED_REACH = 20


def joined(cut: Tokens, found: list[Numeral], language: str) -> list[Numeral]:
    """Return the numerals with the two ends of each range made one, from the lower to the higher end."""
    words = _Words.of(language)
    made: list[Numeral] = []
    for numeral in found:
        joins = cut.lower(numeral.first - 1) in words.joins
        near = bool(made) and numeral.first - made[-1].stop <= BETWEEN
        if joins and (one := _from_one(cut, numeral, words)) is not None:
            made.append(one)
        elif near and (both := _range(cut, made[-1], numeral, words)):
            made[-1] = both
        else:
            made.append(numeral)
    return made


class _Words:
    """The words that join two numerals, as sets."""

    def __init__(self, language: str) -> None:
        """Read them from the table `numbers`."""
        rows = lexicon(language).words["ranges"]
        self.to = frozenset(tuple(entry.split()) for entry in listed(rows["to"]))
        self.dashes = frozenset(listed(rows["dashes"]))
        self.either = frozenset(listed(rows["or"]))
        self.even = frozenset(tuple(entry.split()) for entry in listed(rows["even"]))
        self.open_and = frozenset(listed(rows["open_and"]))
        self.also = frozenset(listed(rows["and"]))
        self.open_to = frozenset(listed(rows["open_to"]))
        self.change = frozenset(listed(rows["change"]))
        self.indefinite = frozenset(listed(rows["indefinite"]))
        self.by = frozenset(listed(rows["by"]))
        # Without any of these between two numerals they are no range.
        joining = (*self.to, *self.even, tuple(self.dashes), tuple(self.either), tuple(self.also), (",",))
        self.joining = frozenset(word for entry in joining for word in entry)
        self.joins = frozenset((*self.also, *self.either, *(entry[0] for entry in self.to if len(entry) == 1)))
        self.lexicon: Lexicon = lexicon(language)

    @staticmethod
    @cache
    def of(language: str) -> _Words:
        """Return those of a language, made once."""
        return _Words(language)


def crosses_nought(cut: Tokens, numeral: Numeral, unit: str | None, language: str) -> bool:
    """Whether the minus before a range is that of its first end: "zwischen minus 3 und 5 Grad", "minus 3 bis 5 Grad".

    Both ends have it where they are far from nought ("minus 10 bis 15 Grad") and where it is no temperature.
    """
    words = _Words.of(language)
    before = cut.lower(numeral.first - 2)
    opened = before in words.open_and or before in words.open_to
    reach = numeral.low + numeral.high
    return reach <= OPENED_REACH if opened else unit == "degree" and reach <= REACH


def changed_by(language: str) -> frozenset[str]:
    """Return the words before how much something changed: "by one percentage point to 15 percent"."""
    return _Words.of(language).by


def _range(cut: Tokens, first: Numeral, second: Numeral, words: _Words) -> Numeral | None:
    fractions = first.sort == second.sort == "fraction" and first.low == first.high
    if first.sort not in ("point", "round") and not fractions:
        return None
    if second.sort not in ("point", "round", "fraction", "times"):
        return None
    if first.bare and 1900 <= first.low < 2100 and not (second.bare and 1900 <= second.low < 2100):
        return None  # "since October 2023 to 43,314": a year is no end of a count
    if first.tail or second.stop - first.first > 24:
        return None
    between = tuple(cut.lowers[first.stop : second.first])
    if words.joining.isdisjoint(between):
        return None
    if is_vote(cut, first.first, first.stop, words.lexicon.language):
        return None  # "rejected by 45 votes to 55", "voted 6-9"
    if _is_signed(cut, second, words):
        return _signed(cut, first, second, between[:-1], words)
    if not _is_join(cut, first, second, between, words):
        return None
    low, high = _ends(first, second)
    low *= _size_in_word(cut, first, second, low, dashed=between[0] in words.dashes and len(between) > 1)
    if not low < high:
        return None
    sort = second.sort if second.sort in ("fraction", "times") else "range"
    return Numeral(first.first, second.stop, low, high, sort, magnitude=second.magnitude, tail=second.tail)


def _is_signed(cut: Tokens, second: Numeral, words: _Words) -> bool:
    """Whether the second end has a sign of its own and is a measure that can be negative: "bis minus 3 Grad"."""
    language = words.lexicon.language
    measured = nouns(language).measure(cut, second.stop)
    if measured is None or measured[1] not in ("degree", "percent"):
        return False
    return is_negative(cut, second.first, language) or is_positive(cut, second.first, language)


def _signed(cut: Tokens, first: Numeral, second: Numeral, between: tuple[str, ...], words: _Words) -> Numeral | None:
    """Return the range of two ends with a sign each, from the lower to the higher: "minus 3 bis plus 4 Grad"."""
    language = words.lexicon.language
    below = is_negative(cut, first.first, language)
    # "zwischen 4 und minus 1 Grad"
    falls = not below and is_negative(cut, second.first, language) and _opened(cut, first, words) == "and"
    if not (below or falls) or first.magnitude != second.magnitude or second.sort not in ("point", "round"):
        return None
    opened = _opened(cut, first, words)
    joins = between in words.to or (len(between) == 1 and between[0] in words.also and opened == "and")
    if not joins or _changes(cut, first, words):
        return None
    # An end with a unit of its own has its sign already: "-5% to +3%".
    ends = (
        -abs(first.low) if below else first.low,
        -abs(second.low) if is_negative(cut, second.first, language) else second.high,
    )
    if ends[0] == ends[1]:
        return None
    return Numeral(first.first, second.stop, min(ends), max(ends), "range", magnitude=second.magnitude)


def _from_one(cut: Tokens, second: Numeral, words: _Words) -> Numeral | None:
    """Read a range from one behind a word that joins, its first end like an article: "un à deux", "ein bis zwei"."""
    place = second.first - 1
    word = cut.lower(place)
    size = second.magnitude if second.magnitude > 1 else 1
    if size == 1 and cut.lower(place - 1) in words.dashes and not _is_digits(cut, second):  # "ein- bis zweitausend"
        size = next((one for one in (1000, 100) if second.low >= one), 1)
    if second.sort not in ("point", "times") or not 1 < second.low / size <= 5:
        return None
    joins = (word,) in words.to or word in words.either
    if not joins and (word not in words.also or _opened(cut, Numeral(place - 1, place, 1, 1), words) != "and"):
        return None
    hyphened = 1 if cut.lower(place - 1) in words.dashes else 0
    first = place - 1 - hyphened
    if cut.lower(first) not in words.lexicon.articles:
        return None
    return replace(second, first=first, low=size, sort="times" if second.sort == "times" else "range", bare=False)


def _is_join(cut: Tokens, first: Numeral, second: Numeral, between: tuple[str, ...], words: _Words) -> bool:
    if not between:
        return False
    if len(between) == 1 and between[0] in words.dashes:
        return _is_dash(cut, first, second)
    opened = _opened(cut, first, words)
    core = between[1:] if between[0] in words.dashes else between
    if cut.lower(first.first - 1) in words.by and second.low > STEP * first.low:
        return False  # "The number of unemployed fell by 21,300 to 2.79 million"
    if core in words.to or (len(core) > 1 and core[:1] in words.to and opened == "to"):
        return not _changes(cut, first, words)
    if core[:1] and core[0] in words.also and opened == "and":
        return True
    even = (core[1:] if core[:1] == (",",) else core) in words.even
    if even or (len(core) == 1 and core[0] in words.either):
        low = _ends(first, second)[0]
        low *= _size_in_word(cut, first, second, low, dashed=core != between)
        return low < second.low <= 3 * low and (first.magnitude in (1, second.magnitude))
    # "zwei, drei Leute" are two or three.
    after = cut.lower(second.stop)
    return (
        between == (",",)
        and second.low == first.low + 1 <= MOST_GUESSED
        and not _is_digits(cut, first)
        and not _is_digits(cut, second)
        and after[:1].isalpha()
        and after not in words.joins
        and cut.word(first.first - 1) != ","
    )


def _is_digits(cut: Tokens, numeral: Numeral) -> bool:
    return cut.words[numeral.first][0].isdecimal()


def _size_in_word(cut: Tokens, first: Numeral, second: Numeral, low: float, *, dashed: bool) -> float:
    """Return what multiplies a first end told without its size: "zwei- bis dreitausend", "six à sept cents"."""
    if low != first.low:  # its magnitude was a word of its own
        return 1
    if not dashed and (_is_digits(cut, second) or _is_digits(cut, first) or first.low >= 100 or first.low % 1):
        return 1
    for size in (1000, 100):
        if second.low >= size and first.low * size < second.low and (dashed or second.low % size == 0):
            return size
    return 1


def _is_dash(cut: Tokens, first: Numeral, second: Numeral) -> bool:
    """Whether a dash means "to": not in scores, chains (2024-10-31), years or names that go on (F-16-18)."""
    tight = cut.touch(first.stop - 1)
    if tight != cut.touch(first.stop):
        return False
    if not tight and cut.word(first.stop) == "-":
        counted = cut.lower(second.stop)[:1].isalpha() and not cut.touch(second.stop - 1)
        return counted and second.bare and 2 <= first.low < second.low <= SPACED * first.low
    around = (cut.touch(first.first - 1) and cut.word(first.first - 1) in "-/–:") or (
        cut.touch(second.stop - 1) and cut.word(second.stop) in "/:"
    )
    if tight and (_is_result(cut, first.first - 4, first.first - 1) or _is_result(cut, second.stop + 1, second.stop)):
        return False
    years = first.bare and second.bare and 1900 <= first.low < 2100 and 1900 <= second.low < 2100
    return not around and not years


def _is_result(cut: Tokens, first: int, comma: int) -> bool:
    """Whether a pair that goes down, so no range, stands at `first` behind or before a comma: "6-4, 3-6"."""
    if first < 0 or cut.word(comma) != "," or not (cut.word(first).isdecimal() and cut.word(first + 2).isdecimal()):
        return False
    tied = cut.word(first + 1) in ("-", "–") and cut.touch(first) and cut.touch(first + 1)
    return tied and int(cut.word(first)[:9]) > int(cut.word(first + 2)[:9])


def _opened(cut: Tokens, first: Numeral, words: _Words) -> str | None:
    for place in range(first.first - 1, max(first.first - 1 - BEFORE, -1), -1):
        word = cut.lowers[place]
        if word in words.open_and:
            return "and"
        if word in words.open_to:
            return "to"
        if word == "\n" or word in ".,;":
            return None
    return None


def _changes(cut: Tokens, first: Numeral, words: _Words) -> bool:
    """Whether "from A to B" tells a change: a verb of change stands shortly before."""
    if _opened(cut, first, words) != "to":
        return False
    # "une charge de 3 à 5 milliards": what is new was not something else before.
    if not words.indefinite.isdisjoint(cut.lowers[max(first.first - NEW, 0) : first.first]):
        return False
    return any(word in words.change for word in cut.lowers[max(first.first - CHANGE, 0) : first.first])


def _ends(first: Numeral, second: Numeral) -> tuple[float, float]:
    """Return both ends; a magnitude said once counts for both: "11 to 12,000", "3 bis 5 Millionen"."""
    low, high = first.low, second.low
    if second.sort == "fraction":
        return low, high
    if second.magnitude > 1 and first.magnitude == 1 and low * second.magnitude < high:
        low *= second.magnitude
    elif second.magnitude == 1 and first.bare and low < 1000 <= high and low * 1000 < high and high % 1000 == 0:
        low *= 1000
    return low, high
