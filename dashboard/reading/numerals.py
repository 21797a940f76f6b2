"""Numerals: digits and number words with their magnitudes, as values. What they count is not asked here."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dashboard.reading import digits
from dashboard.reading.number_words import Lexicon, Meaning, lexicon
from dashboard.reading.sentences import sentence_starters
from dashboard.reading.tokens import Tokens
from dashboard.reading.words import listed

# No numeral has more words ("neuf cent quatre vingt dix neuf mille neuf cent quatre vingt dix neuf").
LONGEST = 14
CURRENCY_SIGNS = frozenset("$€£¥₽₴")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral: the tokens `first` up to, not including, `stop`, and its value.

    `sort` is how it says it:

    - `point`: one value, `low == high` ("11.000", "zweieinhalb Millionen")
    - `round`: a collective that stands for about its value ("une centaine")
    - `vague`: a magnitude of no number, from twice to nine times its base ("hunderte": 200 to 900)
    - `range`: two ends ("10.000 bis 12.000")
    - `fraction`: a part of a whole ("zwei Drittel": 0.6667)
    - `times`: a multiple ("siebenmal", "twice", "le double")

    `bare` is true of digits and nothing else: what might also be a year or a day. `magnitude` is the last magnitude
    word's value, 1 without one. `tail` is what follows the number within its last word ("four-year-old": "year-old").
    """

    first: int
    stop: int
    low: float
    high: float
    sort: str = "point"
    bare: bool = False
    magnitude: float = 1
    tail: str = ""


def numerals(cut: Tokens, language: str) -> list[Numeral]:
    """Return the numerals of a text in order; none overlap. Ordinals are none."""
    words = lexicon(language)
    written = digits.style(cut, language)
    found: list[Numeral] = []
    lowers, meaning, count, index = cut.lowers, words.meaning, len(cut), 0
    while index < count:
        word = lowers[index]
        if word[0].isdecimal():
            numeral = _of_digits(cut, index, words, written)
        elif (known := meaning(word)) is not None:
            numeral = _of_words(cut, index, known, words)
        else:
            index += 1
            continue
        if numeral is None:
            index += 1
        else:
            found.append(numeral)
            index = max(numeral.stop, index + 1)
    return found


def _of_digits(cut: Tokens, index: int, words: Lexicon, written: digits.Style) -> Numeral | None:
    """Read digits at `index`, the groups after them and the magnitude that multiplies them."""
    value, stop = digits.value(cut.words[index], written), index + 1
    if value is None:
        return None
    word = cut.words[index]
    bare = word.isdecimal()
    if bare and len(word) <= 3:
        value, stop = _spaced_groups(cut, index, value, written)
        bare = stop == index + 1
    if cut.touch(stop - 1):
        if cut.lowers[stop] in words.ordinal_suffixes:
            return None
        if words.language == "de" and bare and _is_dotted_ordinal(cut, stop):
            return None
        if cut.lowers[stop] in "½¼¾" and bare:
            value, stop = value + {"½": 0.5, "¼": 0.25, "¾": 0.75}[cut.lowers[stop]], stop + 1
    if cut.word(stop) == "/" and cut.touch(stop - 1) and cut.touch(stop) and bare and cut.words[stop + 1].isdecimal():
        return _written_fraction(cut, index, stop + 2, value, float(cut.words[stop + 1][:9]))
    numeral = Numeral(index, stop, value, value, bare=bare)
    return _multiplied(cut, numeral, words)


def _spaced_groups(cut: Tokens, index: int, value: float, written: digits.Style) -> tuple[float, int]:
    """Add groups of three digits that follow after a space: "11 000", "1 234 567,5"."""
    stop = index + 1
    while stop < len(cut) and stop - index < 6 and cut.between(stop - 1) in digits.SPACES:
        whole, sign, decimals = cut.words[stop].partition(written.decimal)
        if len(whole) != 3 or not whole.isdecimal() or (sign and not decimals.isdecimal()):
            break
        value = value * 1000 + float(f"{whole}.{decimals or 0}")
        stop += 1
        if sign:
            break
    return value, stop


def _is_dotted_ordinal(cut: Tokens, stop: int) -> bool:
    """Whether digits before the token `stop` are an ordinal: "31. Brigade", not the end of a sentence."""
    if cut.words[stop] != "." or stop + 1 >= len(cut) or cut.touch(stop):
        return False
    following = cut.words[stop + 1]
    if not following[0].isalpha() or following[0].islower():
        return following[0].islower()
    return len(cut.words[stop - 1]) <= 2 and cut.lowers[stop + 1] not in sentence_starters("de")


def _written_fraction(cut: Tokens, first: int, stop: int, above: float, below: float) -> Numeral | None:
    """Read "2/3"; anything that is no proper part of a whole ("24/7", "9/11", "2022/23") is none."""
    if not 0 < above < below <= 10 or cut.word(stop) == "/":
        return None
    return Numeral(first, stop, above / below, above / below, "fraction")


def _of_words(cut: Tokens, index: int, known: Meaning, words: Lexicon) -> Numeral | None:
    """Read a numeral whose first word that says something of a number stands at `index`."""
    if known.half and not known.part:
        return _half(cut, index, words)
    before = cut.lower(index - 1)
    article = before in words.articles and "\n" not in before
    few = _few_before(cut, index, words)
    if few is not None and (base := _base(known)) is not None:
        return _vague(cut, few, index, base, words)
    if known.part is not None and known.value is None:
        half = _half(cut, index, words) if known.half else None
        return half or _part(cut, index, 1.0, index - 1 if article else index, words)
    if known.times is not None:
        return _multiple(cut, index, known, words)
    if article and (size := known.round or known.group or known.magnitude):
        sort = "round" if known.round else "point"
        numeral = Numeral(index - 1, index + 1, size, size, sort, magnitude=size)
        return _multiplied(cut, numeral, words)
    if known.vague is not None and (known.magnitude is None or not known.alone):
        return _vague(cut, index, index, known.vague, words)
    if known.round is not None and known.value is None:
        return _multiplied(cut, Numeral(index, index + 1, known.round, known.round, "round"), words)
    if known.group is not None and known.value is None:
        return _multiplied(cut, Numeral(index, index + 1, known.group, known.group), words)
    return _value(cut, index, words)


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
        after = stop + (cut.lower(stop) in ("of", "de")) + 2 * (cut.lower(stop) == "d" and cut.lower(stop + 1) == "'")
        known = words.meaning(cut.lowers[after]) if after < len(cut) else None
        size = (known.magnitude or known.vague) if known and not known.value else None
        if size is None or size <= 10 or (known.times or known.part):
            break
        base, stop = base * size, after + 1
    stop = _after_dot(cut, stop)
    return Numeral(first, stop, 2 * base, 9 * base, "vague", magnitude=base)


def _half(cut: Tokens, index: int, words: Lexicon) -> Numeral | None:
    """Read "half a million", "eine halbe Million", "un demi-million"; a half of anything else is no numeral here."""
    after = index + 1 + (cut.lower(index + 1) in words.articles)
    known = words.meaning(cut.lowers[after]) if after < len(cut) else None
    size = (known.magnitude or known.group or known.round) if known else None
    if size is None:
        return None
    first = index - (cut.lower(index - 1) in words.articles)
    return Numeral(first, after + 1, size / 2, size / 2, magnitude=size)


def _part(cut: Tokens, index: int, times: float, first: int, words: Lexicon) -> Numeral | None:
    """Read a part of a whole at `index`, `times` of them: "zwei Drittel", "half of", "un quart des"."""
    known: Meaning = words.meaning(cut.lowers[index])
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
    elif rules["before"] and word not in listed(rules["alone"]) and times == 1 and after not in listed(rules["before"]):
        return None
    elif word in listed(rules["alone"]) and rules["before"] and word not in listed(rules["sure"]):
        if not counted and after not in listed(rules["before"]):
            return None
    if cut.touch(index) and cut.words[index + 1] == "-":
        return None
    value = (known.part or 0) * times
    whole = index + 1 + (after in ("of", "de")) + 0
    whole += cut.lower(whole) in words.articles
    size = words.meaning(cut.lowers[whole]) if whole < len(cut) and whole > index + 1 else None
    if size is not None and size.magnitude and not size.value:
        return Numeral(first, whole + 1, value * size.magnitude, value * size.magnitude, magnitude=size.magnitude)
    return Numeral(first, index + 1, value, value, "fraction")


def _multiple(cut: Tokens, index: int, known: Meaning, words: Lexicon) -> Numeral | None:
    """Read a multiple in one word; an adjective ("doppelte Staatsbürgerschaft") is one only where it compares."""
    rules, word = words.words["times_rules"], cut.lowers[index]
    noun = words.language == "de" and cut.words[index][0].isupper() and index and cut.lower(index - 1) in ("das", "dem")
    if word in listed(rules["bare"]) and not noun and cut.lower(index + 1) not in listed(rules["compare"]):
        return None
    value = known.times or 0
    return Numeral(index, index + 1, value, value, "times")


def _value(cut: Tokens, index: int, words: Lexicon) -> Numeral | None:
    """Read a number written in words, over several of them: "deux mille cinq cents", "two and a half million"."""
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
            last = 100.0 if known.value % 100 == 0 else _room(known.value, words.language)
            tail = known.tail
        elif known.magnitude is not None or known.group is not None or (known.vague and current is not None):
            size = known.magnitude or known.group or known.vague or 1.0
            if current is None and place == index and not known.alone:
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
    numeral = Numeral(index, _after_dot(cut, stop), value, value, magnitude=magnitude, tail=tail)
    return _finished(cut, numeral, words)


def _room(value: float, language: str) -> float:
    """Return below what a following word must stay to be added: "vingt deux" and "soixante dix" in French only."""
    if language == "fr" and value in (60, 80):
        return 20
    return 10 if language != "de" and value in (20, 30, 40, 50, 60, 70, 80, 90) else 0


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
    if following in ("demi", "demie"):
        return place + 2, 0.5 if current is not None else last / 2
    known = words.meaning(following) if following else None
    value = known.value if known and not known.magnitude and not known.tail else words.bound.get(following)
    if value is None or words.language == "de":
        return None
    if words.language == "fr":
        return (place + 1, 0) if value in (1, 11) and 20 <= (current or 0) % 100 <= 70 else None
    return (place + 1, 0) if last >= 100 and value < 100 else None


def _multiplied(cut: Tokens, numeral: Numeral, words: Lexicon) -> Numeral | None:
    """Multiply a numeral by the magnitude words that follow it: "5,5 Milliarden", "15-thousand", "$5bn"."""
    stop, low, magnitude = numeral.stop, numeral.low, numeral.magnitude
    for _ in range(2):
        after = stop
        if cut.word(after) == "-" and cut.touch(after - 1) and cut.touch(after):
            after += 1
        elif cut.lower(after) in ("de", "of") and numeral.sort == "round":
            after += 1
        known = words.meaning(cut.lowers[after]) if after < len(cut) else None
        size = known.magnitude if known else None
        if size is None and after > stop and (joined := _joined_magnitude(cut.lowers[after], words)):
            low, stop, magnitude, tail = low * joined[0], after + 1, *joined
            return replace(numeral, stop=stop, low=low, high=low, magnitude=magnitude, bare=False, tail=tail)
        if known is not None and size is None and (numeral.sort == "point" or not numeral.bare):
            size = known.group or (known.round if words.language == "fr" else None)
            size = size or (known.vague if words.language == "fr" and known.vague else None)
        if size is None or (size == 100 and after and cut.words[after - 1][0].isdecimal()):
            size = _letter(cut, stop, words)
            after = stop
        if size is None or (known and known.value and not known.magnitude):
            break
        low, stop, magnitude = low * size, after + 1, size
    if (
        words.language == "fr"
        and cut.lower(stop) == "et"
        and cut.lower(stop + 1) in ("demi", "demie")
        and magnitude > 1
    ):
        low, stop = low + magnitude / 2, stop + 2
    stop = _after_dot(cut, stop) if stop > numeral.stop else stop
    bare = numeral.bare and stop == numeral.stop
    return _finished(cut, replace(numeral, stop=stop, low=low, high=low, magnitude=magnitude, bare=bare), words)


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
    return size if after in CURRENCY_SIGNS and cut.touch(stop) else None


def _finished(cut: Tokens, numeral: Numeral, words: Lexicon) -> Numeral | None:
    """Turn a number into a part or a multiple where the next word says so: "zwei Drittel", "sieben Mal"."""
    after = numeral.stop
    if cut.word(after) == "-" and cut.touch(after - 1) and cut.touch(after):
        after += 1
    if after >= len(cut) or numeral.sort == "vague":
        return numeral
    word = cut.lowers[after]
    if word in listed(words.words["times"]["words"]) or (word == "x" and cut.touch(after - 1)):
        return replace(numeral, stop=after + 1, sort="times", bare=False)
    known = words.meaning(word)
    if known is not None and known.part is not None and not known.value and numeral.low < 100 and numeral.low % 1 == 0:
        part = _part(cut, after, numeral.low, numeral.first, words)
        if part is not None:
            return part
    return numeral


def _after_dot(cut: Tokens, stop: int) -> int:
    """Return the place after the full stop of an abbreviated magnitude ("Mio."), unless the line ends there."""
    if cut.word(stop) == "." and cut.touch(stop - 1) and 1 < len(cut.words[stop - 1]) <= 4:
        following = cut.word(stop + 1)
        if following and following[0] != "\n" and not cut.touch(stop) and cut.words[stop - 1][0].isalpha():
            return stop + 1
    return stop
