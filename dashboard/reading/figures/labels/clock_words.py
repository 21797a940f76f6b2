"""Clock times that are no figures: "um halb acht", "seven o'clock", a time alone on its line."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dashboard.reading.figures.numerals.numeral import Numeral
from dashboard.reading.text.phrases import Phrases
from dashboard.reading.text.tokens import Tokens
from dashboard.reading.vocabulary import listed, table

_HOURS = 24
# No number from here on tells an hour or a minute.
MINUTES = 60
_DAYS = 31
_AFTER_TIME = frozenset(("\n", "", "–", "—", "|", ":", "-"))


@dataclass(frozen=True, slots=True)
class _Words:
    hours: Phrases
    parts: Phrases
    at: frozenset[str]
    day_parts: Phrases
    noon: frozenset[str]
    joins: frozenset[str]
    month_days: frozenset[str]
    months: Phrases
    # Most numbers stand neither before a word nor behind a word that a rule below asks for.
    before: frozenset[str]
    behind: frozenset[str]


@cache
def _words(language: str) -> _Words:
    rows = table(language, "labels")["clock"]
    at, noon, joins, month_days = (frozenset(listed(rows[key])) for key in ("at", "noon", "joins", "month_days"))
    hours, parts, day_parts, months = (
        Phrases((phrase, "") for phrase in listed(rows[key])) for key in ("hours", "parts", "day_parts", "months")
    )
    before = frozenset((*hours.by_last, *parts.by_last, *joins, *at, *month_days))
    behind = frozenset((*hours.by_first, *joins))
    return _Words(hours, parts, at, day_parts, noon, joins, month_days, months, before, behind)


def is_clock(cut: Tokens, numeral: Numeral, language: str) -> bool:
    """Whether a numeral below sixty tells an hour, the minutes after it, or the day of a month that is not named."""
    words, first, stop = _words(language), numeral.first, numeral.stop
    if numeral.sort not in ("point", "range"):
        return False
    if "." in cut.words[first] and _is_dotted(cut, first):
        beside = cut.lower(stop) in words.joins and cut.lower(stop + 1) in words.noon
        return beside or _is_alone(cut, first, stop)
    if cut.lower(first - 1) not in words.before and cut.lower(stop) not in words.behind:
        return False
    if numeral.high > _HOURS:
        minutes = words.hours.before(cut, first) is not None and cut.lower(first - 1)[-1:].isalpha()
        follows = cut.word(stop)[:1]
        whole = numeral.low % 1 == 0 and not cut.words[first][0].isdecimal()
        return (minutes and whole and not follows.isupper()) or _is_day(cut, numeral, words)
    if words.hours.at(cut, stop) or words.parts.before(cut, first):
        return True
    if cut.lower(stop) in words.joins and cut.lower(stop + 1) in words.noon:
        return True
    if cut.lower(first - 1) in words.joins and cut.lower(first - 2) in words.noon:
        return True
    return (cut.lower(first - 1) in words.at and words.day_parts.at(cut, stop) is not None) or _is_day(
        cut, numeral, words
    )


def _is_dotted(cut: Tokens, first: int) -> bool:
    """Whether digits are written like an hour with its minutes: "19.05"."""
    hour, dot, minute = cut.words[first].partition(".")
    if not dot or len(hour) > 2 or len(minute) != 2 or not (hour.isdecimal() and minute.isdecimal()):
        return False
    return int(hour) <= _HOURS and int(minute) < MINUTES


def _is_alone(cut: Tokens, first: int, stop: int) -> bool:
    """Whether a time stands alone on its line, or begins one before a dash."""
    begins = first == 0 or cut.words[first - 1][0] == "\n"
    return begins and cut.word(stop)[:1] in _AFTER_TIME and not cut.word(stop + 1)[:1].isdecimal()


def _is_day(cut: Tokens, numeral: Numeral, words: _Words) -> bool:
    """Whether a number is the day of a month that is not named: "le 5 de ce mois"."""
    article = cut.lower(numeral.first - 1) in words.month_days
    return article and numeral.bare and numeral.high <= _DAYS and words.months.at(cut, numeral.stop) is not None
