"""Which numerals are names: "Hwasong-11", "Artikel 5", "152-mm", "3:1"; no figure is to be read there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dashboard.reading.figures import bounds
from dashboard.reading.figures.heads import degrees
from dashboard.reading.figures.heads.nouns import millimetres, nouns
from dashboard.reading.figures.labels.clock_words import MINUTES, is_clock
from dashboard.reading.figures.labels.codes import is_code
from dashboard.reading.figures.labels.named_numbers import is_in_name
from dashboard.reading.figures.numerals.number_words import lexicon
from dashboard.reading.figures.numerals.numeral import CURRENCY_SIGNS, Numeral
from dashboard.reading.figures.numerals.votes import is_vote
from dashboard.reading.text.tokens import Tokens
from dashboard.reading.traits import Traits, traits
from dashboard.reading.vocabulary import listed, table

_HYPHENS = frozenset("-‐‑")
_DASHES = frozenset("-‐‑–—/")
# No quake is stronger, and its strength stands no further behind its word.
STRONGEST = 10
QUAKE_WITHIN = 7
# What may touch digits on the left without making a name of them.
_OPEN = frozenset("([{\"'„“”«»‚‘’<=~≈±+−-–—/.,;:*•·") | CURRENCY_SIGNS


@dataclass(frozen=True, slots=True)
class _Words:
    before: frozenset[str]
    calibres: frozenset[str]
    scales: frozenset[str]
    quakes: frozenset[str]
    quake_links: frozenset[str]
    not_after: frozenset[str]
    of: frozenset[str]
    ends: tuple[str, ...]
    # All the words above that stand right before a label's number.
    labelling: frozenset[str]
    traits: Traits


@cache
def _words(language: str) -> _Words:
    rows = table(language, "labels")["before"]
    keys = ("words", "calibres", "scales", "quakes", "quake_links", "not_after", "of")
    sets = [frozenset(listed(rows[key])) for key in keys]
    before, _, scales, *_, of = sets
    return _Words(*sets, listed(rows["ends"]), before | scales | of, traits(language))


def is_label(cut: Tokens, numeral: Numeral, language: str) -> bool:
    """Whether a numeral is part of a name, a score, a clock time, a telephone number or a calibre."""
    words = _words(language)
    first, stop = numeral.first, numeral.stop
    if is_in_name(cut, numeral, language) or (numeral.high < MINUTES and is_clock(cut, numeral, language)):
        return True
    if (numeral.tail or cut.word(stop) in _HYPHENS) and _tells_digits(cut, numeral, language):
        return True
    if not cut.words[first][0].isdecimal():
        # "Ten Downing Street" and its like are left to the head; a word is a name only after a label of its own.
        return (
            cut.lower(first - 1) in words.before
            and cut.word(first - 1)[:1].isupper()
            and numeral.low < 13
            and words.traits.numbers_in_names
        )
    # Most digits stand free, and nothing that would have to touch them is looked for.
    if (cut.touch(first - 1) or cut.touch(stop - 1)) and _is_tied(cut, numeral, language):
        return True
    if _is_of_a_quake(cut, numeral, words, language):
        return True
    if _is_amidst_words(cut, first, stop, words):
        return False
    return (
        _is_split(cut, first, stop)
        or _is_code(cut, first)
        or _is_named(cut, numeral, words, language)
        or _is_calibre(cut, numeral, words)
        or is_code(cut, numeral, language)
    )


def _is_amidst_words(cut: Tokens, first: int, stop: int, words: _Words) -> bool:
    """Whether free digits stand between plain words of which none makes a label: no rule has to look further."""
    before, after = cut.lower(first - 1), cut.lower(stop)
    if not before.isalpha() or not (after.isalpha() or after == "%") or cut.words[first][0] == "0":
        return False
    return (
        cut.words[first - 1].islower()
        and before not in words.labelling
        and not before.endswith(words.ends)
        and after not in millimetres()
    )


def _is_tied(cut: Tokens, numeral: Numeral, language: str) -> bool:
    """Whether what touches digits makes them a part of something else."""
    first, stop = numeral.first, numeral.stop
    if _grows_from(cut, first) or _grows_into(cut, numeral, language) or _numbers_a_list(cut, first, stop):
        return True
    chained = _is_score(cut, first, stop) or _is_chained(cut, first, stop)
    return chained and not is_vote(cut, first, stop, language)


def _grows_from(cut: Tokens, first: int) -> bool:
    """Whether the digits are the end of a word: "F16", "T-72", "Hwasong-11", "KN-23"."""
    if not cut.touch(first - 1):
        return False
    before = cut.word(first - 1)
    if before[-1].isalpha():
        return before.lower() not in ("us", "eur", "usd", "chf", "gbp", "ca", "rd", "d", "l")
    if before in _HYPHENS:
        return cut.touch(first - 2) and cut.word(first - 2)[-1:].isalnum() and not cut.word(first - 2)[-1:].isdecimal()
    if bounds.is_sign(cut, first - 1) or (before == "=" and bounds.is_sign(cut, first - 2)):
        return False
    return before[0] != "\n" and before not in _OPEN


def _grows_into(cut: Tokens, numeral: Numeral, language: str) -> bool:
    """Whether letters that are no unit touch the digits: "5G", "2S19", "9M730"."""
    last, stop = numeral.stop - 1, numeral.stop
    if not cut.touch(last) or not cut.words[last][-1].isdecimal() or not cut.words[stop][0].isalpha():
        return False
    if cut.words[stop][0] == "\n" or nouns(language).measure(cut, stop) or cut.lowers[stop] in ("x", "½", "¼", "¾"):
        return False
    if degrees.is_degree_letter(cut, numeral, stop, language):
        return False
    known = lexicon(language).meaning(cut.lowers[stop])
    return known is None or not (known.magnitude or known.times)


def _is_chained(cut: Tokens, first: int, stop: int) -> bool:
    """Whether a colon or slash ties the digits to others: "3:1", "14:30", "24/7", "2022/23"."""
    ties = ":/"
    before = cut.touch(first - 1) and cut.words[first - 1] in ties and cut.touch(first - 2)
    after = cut.touch(stop - 1) and cut.word(stop) in ties and cut.touch(stop)
    if before and cut.words[first - 2][-1].isdecimal():
        return True
    if cut.lower(stop - 1) == "x" and cut.touch(stop - 1) and cut.words[stop][0].isdecimal():
        return True  # "4x100m"
    return bool(after and cut.words[stop + 1][0].isdecimal())


def _is_split(cut: Tokens, first: int, stop: int) -> bool:
    """Whether an unseen sign parts digits from digits: no telling what number was meant."""
    before = first > 0 and cut.words[first - 1][-1] in "0123456789.," and cut.between(first - 1).strip() != ""
    after = stop < len(cut) and cut.words[stop][0] in "0123456789.," and cut.between(stop - 1).strip() != ""
    return before or after


def _is_score(cut: Tokens, first: int, stop: int) -> bool:
    """Whether a hyphen ties two numbers that are no range: "79-18", "50-50"."""
    if cut.touch(stop - 1) and cut.word(stop) in _HYPHENS and cut.touch(stop) and cut.words[stop + 1].isdecimal():
        return True
    before = cut.touch(first - 1) and cut.word(first - 1) in _HYPHENS and cut.touch(first - 2)
    return bool(before and cut.words[first - 2].isdecimal())


def _is_code(cut: Tokens, first: int) -> bool:
    """Whether a leading zero shows a code or telephone number: "0800 123", not "0,5"."""
    for place in range(first, max(first - 4, -1), -1):
        word = cut.words[place]
        if not word[0].isdecimal():
            return False
        if len(word) > 1 and word[0] == "0" and word[1].isdecimal():
            return True
    return False


def _is_named(cut: Tokens, numeral: Numeral, words: _Words, language: str) -> bool:
    """Whether a label stands right before digits that count nothing: "Artikel 5", "Nr. 84", "magnitude 6.1"."""
    first = numeral.first
    before = cut.lower(first - 1)
    place = first - 2 if before in (".", "°") else first - 1
    word = cut.lower(place)
    if word in words.scales or (before in words.of and cut.lower(first - 2) in words.scales):
        return True
    if word == "#" or (cut.word(numeral.stop) in _HYPHENS and cut.lower(numeral.stop + 1) in words.scales):
        return True
    if word.endswith(words.ends):
        return numeral.stop - first == 1
    if word not in words.before and not (words.traits.compound_nouns and word.rpartition("-")[2] in words.before):
        return False
    if before == "." and len(word) > 4:
        return False
    undotted = word in ("no", "n") and before != "." and not (word == "n" and before == "°")
    if undotted and (cut.words[place][0].islower() or numeral.low % 1):  # "Yes had 50.9 per cent and No 49.1"
        return False
    if word[-1] == "s" and not words.traits.compound_nouns and _is_counted(cut, place):
        return False
    if cut.lower(place - 1) in words.not_after:
        return False
    # "Boeing 737-800", "Artikel 5-7"
    spans = numeral.stop - first == 3 and cut.word(first + 1) in _DASHES
    return (numeral.stop - first == 1 or spans) and not nouns(language).measure(cut, numeral.stop)


def _is_of_a_quake(cut: Tokens, numeral: Numeral, words: _Words, language: str) -> bool:
    """Whether a number is the strength of a quake told before it: "two aftershocks of 5.2 and 4.9"."""
    if numeral.low % 1 == 0 or numeral.low >= STRONGEST or numeral.magnitude != 1:
        return False
    for place in range(numeral.first - 1, max(numeral.first - 1 - QUAKE_WITHIN, -1), -1):
        word = cut.lowers[place]
        if word in words.quakes:
            return nouns(language).measure(cut, numeral.stop) is None
        if word not in words.quake_links and word != "," and not word[0].isdecimal():
            return False
    return False


def _is_counted(cut: Tokens, place: int) -> bool:
    """Whether what could be a label is counted itself: "Of the 35 negotiating chapters 27 had been opened"."""
    return any(cut.word(at)[:1].isdecimal() for at in range(max(place - 2, 0), place))


def _is_calibre(cut: Tokens, numeral: Numeral, words: _Words) -> bool:
    """Whether a number of millimetres names a weapon: "152-mm", "155mm shells", "obus de 155 mm"."""
    stop = numeral.stop
    hyphened = cut.word(stop) in _HYPHENS and cut.touch(stop - 1) and cut.touch(stop)
    unit = stop + 1 if hyphened else stop
    if cut.lower(unit).partition("-")[0] not in millimetres():
        return False
    around = set(cut.lowers[max(numeral.first - 3, 0) : numeral.first]) | set(cut.lowers[unit : unit + 4])
    return hyphened or bool(around & words.calibres) or "-" in cut.lowers[unit]


def _tells_digits(cut: Tokens, numeral: Numeral, language: str) -> bool:
    """Whether a numeral tells only how long a number is, or its rank: "a six-figure sum", "6-stellig"."""
    if numeral.tail:
        return numeral.tail in _behind(language)
    if cut.word(numeral.stop) not in _HYPHENS or not (cut.touch(numeral.stop - 1) and cut.touch(numeral.stop)):
        return False
    return cut.lower(numeral.stop + 1) in _behind(language)


@cache
def _behind(language: str) -> frozenset[str]:
    return frozenset(listed(table(language, "labels")["before"]["behind"]))


def _numbers_a_list(cut: Tokens, first: int, stop: int) -> bool:
    """Whether a number only numbers an entry: "1." or "2)" at the start of a line."""
    starts = first == 0 or cut.words[first - 1][0] == "\n"
    return starts and cut.touch(stop - 1) and cut.word(stop) in (".", ")") and stop + 1 < len(cut) and stop == first + 1
