"""What multiplies a number or turns it into something else: "Milliarden", "bn", "Drittel", "Mal"."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from dashboard.reading.figures.heads.nouns import noun, nouns
from dashboard.reading.figures.numerals.number_words import Lexicon, lexicon
from dashboard.reading.figures.numerals.numeral import CURRENCY_SIGNS, Numeral
from dashboard.reading.figures.numerals.parts import half_behind, halves_behind, part
from dashboard.reading.text.sentences import sentence_starters
from dashboard.reading.text.tokens import Tokens
from dashboard.reading.traits import traits
from dashboard.reading.vocabulary import listed, table

# "12 and a half": above this nobody counts halves.
MOST_HALVED = 100
# How far before "50m" the sum "€300m" may stand.
SIGNED = 14


def multiplied(cut: Tokens, numeral: Numeral, words: Lexicon) -> Numeral | None:
    """Multiply a numeral by the magnitude words that follow it: "5,5 Milliarden", "15-thousand", "$5bn"."""
    stop, low, magnitude, tail = numeral.stop, numeral.low, numeral.magnitude, numeral.tail
    after = cut.lower(stop)
    if (
        numeral.sort == "point"
        and after.isalpha()
        and words.meaning(after) is None
        and after not in _beside(words.language)
    ):
        return numeral  # most numbers stand before a word that says nothing of numbers
    for _ in range(2):
        step = _magnitude_at(cut, numeral, stop, words)
        if step is None:
            break
        magnitude, stop, tail = step
        low *= magnitude
    if (magnitude > 1 or _is_small(numeral)) and (behind := half_behind(cut, stop, words)):
        low, stop = low + magnitude / 2, behind
    if stop == numeral.stop:
        return finished(cut, numeral, words)
    stop = after_dot(cut, stop, words.language)
    made = Numeral(numeral.first, stop, low, low, numeral.sort, magnitude=magnitude, tail=tail)
    return made if tail else finished(cut, made, words)


@cache
def _beside(language: str) -> frozenset[str]:
    """Return the words that say something of the number before them without being listed as number words."""
    words = lexicon(language)
    return frozenset((*words.times, *words.letters, *halves_behind(language).by_first, "x"))


def _magnitude_at(cut: Tokens, numeral: Numeral, stop: int, words: Lexicon) -> tuple[float, int, str] | None:
    """Return the magnitude after a numeral, the token it stops before, and what has grown together with it."""
    after = stop
    hyphened = cut.word(after) == "-" and cut.touch(after - 1) and cut.touch(after)
    if hyphened or (numeral.sort == "round" and cut.lower(after) in words.of):
        after += 1
    known = words.meaning(cut.lowers[after]) if after < len(cut) else None
    size = known.magnitude if known else None
    if size == 1000 and is_mile(cut, after, words.language):
        return None
    grown = "-" in cut.lower(after) and (hyphened or cut.lower(after)[0].isalpha())  # "2.3 million-strong"
    if size is None and grown and (joined := _joined_magnitude(cut.lowers[after], words)):
        return joined[0], after + 1, joined[1]
    if known is not None and size is None and (numeral.sort == "point" or not numeral.bare):
        size = known.group or (known.round or known.vague if words.traits.counted_collectives else None)
        if size is None and known.vague and known.vague >= 1000 and not known.value:
            size = known.vague  # translated: "5 thousands soldiers"
    if size is None or (size == 100 and after and cut.words[after - 1][0].isdecimal()):
        size, after = _letter(cut, stop, words), stop
    if size is None or (known and known.value and not known.magnitude):
        return None
    return size, after + 1, ""


def _is_small(numeral: Numeral) -> bool:
    """Whether digits may have a half behind them: "12 and a half years"."""
    return numeral.bare and numeral.high < MOST_HALVED


def is_mile(cut: Tokens, place: int, language: str) -> bool:
    """Whether a word that could be a thousand begins a measure: "1,5 mille nautique"."""
    measured = nouns(language).measure(cut, place)
    return measured is not None and measured[0] > place + 1


def _joined_magnitude(word: str, words: Lexicon) -> tuple[float, str] | None:
    """Return magnitude and rest of a word that begins with one: "50-Milliarden-Paket", "50-million-euro"."""
    first, hyphen, rest = word.partition("-")
    known = words.meaning(first) if hyphen else None
    return (known.magnitude, rest) if known and known.magnitude and known.magnitude >= 1000 else None


def _letter(cut: Tokens, stop: int, words: Lexicon) -> float | None:
    """Return the magnitude of a letter right after digits, where a currency stands beside: "$5m", "3 M€"."""
    size = words.letters.get(cut.lower(stop))
    if size is None:
        return None
    first = stop - 1
    while first > 0 and cut.words[first - 1][0].isdecimal() and stop - first < 5:
        first -= 1
    before, after = cut.word(first - 1), cut.word(stop + 1)
    if cut.touch(stop - 1) and before in CURRENCY_SIGNS:
        return size
    if words.traits.letters_before_nouns and cut.touch(stop - 1) and not cut.touch(stop):
        counted = (
            _is_many(cut, stop + 1, words)
            or noun(cut.lower(stop + 1), words.language)
            or nouns(words.language).measure(cut, stop + 1)
        )
        if counted:
            return size
    if after in CURRENCY_SIGNS and cut.touch(stop):
        return size
    # "€300m for Ukraine and 50m for Moldova"
    return size if cut.touch(stop - 1) and not cut.touch(stop) and _was_signed(cut, first, cut.lower(stop)) else None


def _is_many(cut: Tokens, place: int, words: Lexicon) -> bool:
    """Whether a plural follows that is not so many metres long: "50m phones", "2m Audis"; "8m waves" are high."""
    word, named = cut.lower(place), cut.word(place)[:1].isupper() and cut.lower(place).endswith("is")
    return word[:1].isalpha() and (named or nouns(words.language).is_plural(word)) and word not in words.measured


def _was_signed(cut: Tokens, first: int, letter: str) -> bool:
    """Whether a sum with the same letter and a currency sign stands shortly before."""
    return any(
        cut.lowers[place] == letter and cut.word(place - 2) in CURRENCY_SIGNS and cut.word(place - 1)[0].isdecimal()
        for place in range(max(first - SIGNED, 2), first)
    )


def finished(cut: Tokens, numeral: Numeral, words: Lexicon) -> Numeral | None:
    """Turn a number into a part or a multiple where the next word says so: "zwei Drittel", "sieben Mal"."""
    after = numeral.stop
    if cut.word(after) == "-" and cut.touch(after - 1) and cut.touch(after):
        after += 1
    if after >= len(cut) or numeral.sort == "vague":
        return numeral
    word = cut.lowers[after]
    if word in words.times or (word == "x" and cut.touch(after - 1)):
        stop = half_behind(cut, after + 1, words)  # "deux fois et demie"
        more = 0.5 if stop else 0.0
        low, high = numeral.low + more, numeral.high + more
        return replace(numeral, stop=stop or after + 1, low=low, high=high, sort="times", bare=False)
    known = words.meaning(word)
    if known is not None and known.part is not None and not known.value and numeral.low < 100 and numeral.low % 1 == 0:
        return part(cut, after, numeral.low, numeral.first, words) or numeral
    return numeral


def after_dot(cut: Tokens, stop: int, language: str) -> int:
    """Return the place after the full stop of an abbreviated magnitude ("Mio."), unless a sentence ends there."""
    if cut.word(stop) != "." or not cut.touch(stop - 1) or cut.touch(stop):
        return stop
    following = cut.word(stop + 1)
    if cut.lowers[stop - 1] not in _dotted(language) or not following or following[0] == "\n":
        return stop
    goes_on = following[0].islower() or following in CURRENCY_SIGNS
    noun_follows = traits(language).capitalised_nouns and following[0].isupper()
    return stop + 1 if goes_on or (noun_follows and following.lower() not in sentence_starters(language)) else stop


@cache
def _dotted(language: str) -> frozenset[str]:
    return frozenset(listed(table(language, "numbers")["dotted"]["words"]))
