"""Numerals in words: "zweieinhalbtausend", "deux mille cinq cents", "several hundred", "une centaine"."""

from __future__ import annotations

from dashboard.reading.figures.numerals.digits import MOST_DIGITS
from dashboard.reading.figures.numerals.magnitudes import after_dot, finished, is_mile, multiplied
from dashboard.reading.figures.numerals.number_words import Lexicon, Meaning
from dashboard.reading.figures.numerals.numeral import Numeral
from dashboard.reading.figures.numerals.parts import half, multiple, part
from dashboard.reading.text.tokens import Tokens
from dashboard.reading.traits import Traits

# No numeral has more words ("neuf cent quatre vingt dix neuf mille neuf cent quatre vingt dix neuf").
LONGEST = 14
# A number word of its own from here on has its magnitude in it: "Dreiviertelmillion".
SUM = 250_000
# What is told behind "a million" without another magnitude is at least so much, or counts something else.
LEAST_REST = 20


def of_words(cut: Tokens, index: int, known: Meaning, words: Lexicon) -> Numeral | None:
    """Read a numeral whose first word that says something of a number stands at `index`."""
    if known.half and not known.part:
        return half(cut, index, words)
    if _is_unreadable(cut.word(index - 1)):
        return None
    before = cut.lower(index - 1)
    article = before in words.articles and "\n" not in before
    few = _few_before(cut, index, words)
    if few is not None and (base := _base(known)) is not None:
        return _vague(cut, few, index, base, words)
    if known.part is not None and known.value is None:
        found = half(cut, index, words) if known.half else None
        return found or part(cut, index, 1.0, index - 1 if article else index, words)
    if known.times is not None:
        return multiple(cut, index, known, words)
    if article and (size := known.round or known.group or known.magnitude):
        sort = "round" if known.round else "point"
        numeral = Numeral(index - 1, index + 1, size, size, sort, magnitude=size)
        return _goes_on(cut, index, known, words) or multiplied(cut, numeral, words)
    if known.vague is not None and (known.magnitude is None or not known.alone):
        return _vague(cut, index, index, known.vague, words)
    if known.round is not None and known.value is None:
        return multiplied(cut, Numeral(index, index + 1, known.round, known.round, "round"), words)
    if known.group is not None and known.value is None:
        return multiplied(cut, Numeral(index, index + 1, known.group, known.group), words)
    found = _value(cut, index, words)
    if found and article and cut.lowers[index] in words.half_joined:  # "une demi-douzaine"
        found.first = index - 1
    return found


def _is_unreadable(word: str) -> bool:
    """Whether a word is a row of digits too long for a number: what follows multiplies nothing that is known."""
    return len(word) > MOST_DIGITS and word.isdecimal()


def _goes_on(cut: Tokens, index: int, known: Meaning, words: Lexicon) -> Numeral | None:
    """Read a number whose article counts its first magnitude: "un million deux cent mille", "a hundred and fifty"."""
    size = known.magnitude
    place = index + 1 + (cut.lower(index + 1) == words.compound_and)
    following = words.meaning(cut.lowers[place]) if place < len(cut) else None
    if not size or following is None or following.part or following.times or cut.lower(place) in words.half_added:
        return None
    if following.value is None and following.magnitude != 100:
        return None
    found = _value(cut, index, words, counted=True)
    # "a million two days ago" counts no million and two.
    if found is None or found.sort != "point" or not LEAST_REST <= found.low - size < size:
        return None
    found.first = index - 1
    return found


def _base(known: Meaning) -> float | None:
    """Return what "several" before a word multiplies; None where it multiplies nothing ("several of five")."""
    size = known.vague or known.magnitude or known.group or known.round
    if size is None and known.value is not None and known.value >= 100 and str(int(known.value)).strip("0") == "1":
        size = known.value
    return size


def _few_before(cut: Tokens, index: int, words: Lexicon) -> int | None:
    """Return the token at which "several", "a few" or "ein paar" begins that ends right before `index`."""
    if cut.lower(index - 1) not in words.few_last:
        return None
    for length in (4, 3, 2, 1):
        if index >= length and tuple(cut.lowers[index - length : index]) in words.few:
            return index - length
    return None


def _vague(cut: Tokens, first: int, index: int, base: float, words: Lexicon) -> Numeral:
    """Read a vague magnitude and the one it multiplies: "tens of thousands", "einige hundert Millionen"."""
    stop = index + 1
    for _ in range(2):
        after = stop + (cut.lower(stop) in words.of) + 2 * (cut.lower(stop) == "d" and cut.lower(stop + 1) == "'")
        known = words.meaning(cut.lowers[after]) if after < len(cut) else None
        size = (known.magnitude or known.vague) if known and not (known.value or known.times or known.part) else None
        if size is None or size <= 10:
            break
        base, stop = base * size, after + 1
    stop = after_dot(cut, stop, words.language)
    return Numeral(first, stop, 2 * base, 9 * base, "vague", magnitude=base)


def _value(cut: Tokens, index: int, words: Lexicon, *, counted: bool = False) -> Numeral | None:
    """Read a number written in words, over several of them: "deux mille cinq cents", "two and a half million".

    `counted` tells that an article before the first word, a magnitude, says one of it.
    """
    total, current, last, magnitude, tail = 0.0, None, 0.0, 1.0, ""
    stop, place = index, index
    while place < len(cut) and place - index < LONGEST:
        word = cut.lowers[place]
        known = words.meaning(word)
        if known is None and place > index and word in words.bound:
            known = Meaning(value=words.bound[word])
        if known is None or known.part or known.times:
            step = _connected(cut, place, current, last, words) if place > index else None
            if step is None:
                break
            place, value = step
            if value:
                current, stop, last = (current or 0) + value, place, 1.0
            continue
        if known.value is not None and (known.magnitude is None):
            if current is None:
                current = known.value
            elif known.value < last and not (known.value >= 20 and last == 20):
                current += known.value
            elif current == 4 and known.value == 20:
                current = 80.0
            else:
                break
            last = 100.0 if known.value % 100 == 0 else _room(known.value, words.traits)
            tail = known.tail
        elif known.magnitude is not None or known.group is not None or (known.vague and current is not None):
            size = known.magnitude or known.group or known.vague or 1.0
            if size == 1000 and place > index and is_mile(cut, place, words.language):
                break
            if (
                current is None
                and place == index
                and not (known.alone or counted)
                and cut.lower(index - 1) not in words.each
            ):
                return None
            if size == 100 and (current is None or current < 100):
                current, last = (current or 1) * 100, 100.0
            elif current is None and place > index and size >= magnitude:
                break
            elif size >= 1000 or known.magnitude is None:
                total, current = total + (current if current is not None else 1) * size, None
                last, magnitude = size, size
            else:
                break
        else:
            break
        place += 1
        stop = place
        if tail:
            break
    if stop == index:
        return None
    value = total + (current or 0)
    if magnitude == 1 and value >= SUM and stop == index + 1 and cut.lowers[index] in words.meanings:
        magnitude = SUM  # "eine Viertelmillion"
    numeral = Numeral(index, after_dot(cut, stop, words.language), value, value, magnitude=magnitude, tail=tail)
    return finished(cut, numeral, words)


def _room(value: float, traits: Traits) -> float:
    """Return below what a following word must stay to be added: "vingt deux", "soixante dix"."""
    if traits.vigesimal and value in (60, 80):
        return 20
    return 10 if not traits.one_word_numbers and value in (20, 30, 40, 50, 60, 70, 80, 90) else 0


def _connected(cut: Tokens, place: int, current: float | None, last: float, words: Lexicon) -> tuple[int, float] | None:
    """Return where a number goes on after "and" ("two hundred and fifty", "vingt et un") and what to add for a half."""
    word = cut.lowers[place]
    if word == "-" and cut.touch(place - 1) and cut.touch(place):
        known = words.meaning(cut.lowers[place + 1])
        return (place + 1, 0) if known and (known.magnitude or known.group) else None
    if word != words.compound_and:
        return None
    following = cut.lower(place + 1)
    if following in words.articles and cut.lower(place + 2) == "half":
        return place + 3, 0.5
    if following in words.half_added:
        return place + 2, 0.5 if current is not None else last / 2
    known = words.meaning(following) if following else None
    value = known.value if known and not known.magnitude and not known.tail else words.bound.get(following)
    if value is None or words.traits.one_word_numbers:
        return None
    if words.traits.and_before_one:
        return (place + 1, 0) if value in (1, 11) and 20 <= (current or 0) % 100 <= 70 else None
    return (place + 1, 0) if last >= 100 and value < 100 else None
