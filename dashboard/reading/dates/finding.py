"""Where dates, durations and clock times are in a text: one walk over its tokens, work only where one may begin."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache

from dashboard.reading.dates import stretches as date_stretches
from dashboard.reading.dates import weekdays as date_weekdays
from dashboard.reading.dates.calendar import calendar_points
from dashboard.reading.dates.clock import Clock, clock, hour
from dashboard.reading.dates.durations import Duration, duration
from dashboard.reading.dates.feasts import feast
from dashboard.reading.dates.leads import Lead, lead
from dashboard.reading.dates.line import Line
from dashboard.reading.dates.lone_days import LoneDay, lone_day
from dashboard.reading.dates.nth_weekdays import nth_weekday
from dashboard.reading.dates.numbered_weeks import dated_week, numbered_week
from dashboard.reading.dates.offsets import ago, ahead, first_part
from dashboard.reading.dates.points import Point
from dashboard.reading.dates.tense import direction
from dashboard.reading.dates.vague import Anaphor, Vague, anaphor, vague
from dashboard.reading.dates.words import DateWords, date_words
from dashboard.reading.dates.year_before import YearBefore, year_before
from dashboard.reading.dates.years import decade


@dataclass(slots=True)
class Found:
    """Something found, before it is resolved: one point, both ends of a range, or what is no point."""

    what: Point | Duration | Clock | Vague | Anaphor | YearBefore | LoneDay
    before: Lead
    last: Point | None = field(default=None)

    @property
    def stop(self) -> int:
        """Return the token after it."""
        return self.last.stop if self.last else self.what.stop


Reader = Callable[
    [Line, DateWords, int], "list[Point] | Point | Duration | Clock | Vague | Anaphor | YearBefore | LoneDay | None"
]

# Digits of this length at most that end with a full stop and three more ("11.000") are a number.
_GROUPED = 7
# Which readers a word calls, by the role it has; in this order.
_READERS: tuple[tuple[Reader, tuple[str, ...]], ...] = (
    (date_stretches.part_of_month, ("month_parts",)),
    (date_weekdays.night, ("night_lone", "night_head")),
    (date_stretches.position, ("position_compounds", "early_adverbs", "positions")),
    (nth_weekday, ("ordinals", "weekday_last")),
    (dated_week, ("weeks_from",)),
    (numbered_week, ("weeks_numbered",)),
    (feast, ("feasts_sure", "feasts_led", "adjectives")),
    (vague, ("vague", "events", "sets_any", "sets_every")),
    (anaphor, ("anaphors", "anaphors_closing")),
    (year_before, ("same_year_before", "stretch_before", "stretch_after")),
    (date_weekdays.lone_part, ("lone_parts",)),
    (date_weekdays.deictic, ("deictics",)),
    (date_weekdays.weekday, ("weekdays", "weekday_genitives", "short_weekdays", "adjectives")),
    (decade, ("decade_before", "decade_words")),
    (date_stretches.season, ("seasons", "adjectives")),
    (date_stretches.part_of_year, ("ordinals", "quarter_letters", "quarter_words")),
    (calendar_points, ("months", "short_months", "ordinals")),
    (date_stretches.stretch, ("adjectives", "units")),
    (duration, ("ones", "fractions", "whole_durations", "joined_durations")),
)
_OF_DIGITS: tuple[Reader, ...] = (
    clock,
    decade,
    date_stretches.part_of_year,
    numbered_week,
    calendar_points,
    duration,
    lone_day,
)
# Digits that touch nothing behind them are no decade ("1990s") and no ordinal ("3rd quarter", "44. Kalenderwoche").
_OF_FREE_DIGITS: tuple[Reader, ...] = (clock, calendar_points, duration, lone_day)
_OF_WORDS: tuple[Reader, ...] = (hour, duration)


# A word of a role calls a reader only before a word of one of these roles.
_ONLY_BEFORE: dict[tuple[Reader, str], tuple[str, ...]] = {
    (nth_weekday, "ordinals"): ("weekdays",),
    (nth_weekday, "weekday_last"): ("weekdays",),
    (feast, "adjectives"): ("feasts_sure", "feasts_led"),
    (date_weekdays.weekday, "adjectives"): ("weekdays", "short_weekdays"),
    (date_stretches.season, "adjectives"): ("seasons",),
    (duration, "ones"): ("units", "unit_adjectives"),
}


@dataclass(frozen=True, slots=True)
class _Trigger:
    """The readers to ask at a word whatever follows, and those to ask before a certain word (these and more)."""

    always: tuple[Reader, ...]
    before: dict[str, tuple[Reader, ...]]


@cache
def _triggers(language: str) -> dict[str, _Trigger]:
    """Return what to do at every word that may begin a date."""
    words = date_words(language)
    called: dict[str, dict[Reader, set[str]]] = {}
    for reader, roles in _READERS:
        for role in roles:
            then = {first for other in _ONLY_BEFORE.get((reader, role), ()) for first in words.roles[other]} or {""}
            for word, phrases in words.roles[role].items():
                following = called.setdefault(word, {}).setdefault(reader, set())
                following.update(*({rest[0]} if rest else then for rest, _ in phrases))
    return {word: _trigger(readers) for word, readers in called.items()}


@cache
def _led(language: str) -> frozenset[str]:
    """Return the words that begin something only before certain others, and are no numbers or joined words."""
    triggers = _triggers(language)
    return frozenset(word for word, trigger in triggers.items() if not trigger.always and word.isalpha())


def _trigger(readers: dict[Reader, set[str]]) -> _Trigger:
    """Return the trigger of readers and the words one of which must follow for each ("": any may)."""
    always = tuple(reader for reader, following in readers.items() if "" in following)
    wanted = set().union(*(readers[reader] for reader in readers if reader not in always))
    before = {
        word: tuple(reader for reader, following in readers.items() if "" in following or word in following)
        for word in wanted
    }
    return _Trigger(always, before)


def found_dates(read: Line, words: DateWords, language: str) -> list[Found]:
    """Return what is found in a text, in order and without overlap, nothing of it resolved."""
    triggers, numerals, lowers = _triggers(language), read.numerals, read.lowers
    found: list[Found] = []
    stop = 0
    last = len(lowers) - 1
    for index in _places(read, triggers, _led(language)):
        if index < stop:
            continue
        word = lowers[index]
        trigger = triggers.get(word)
        known: tuple[Reader, ...] = ()
        if trigger is not None:
            following = trigger.before
            known = following.get(lowers[index + 1], trigger.always) if following and index < last else trigger.always
        if "0" <= word[:1] <= "9":
            if not known and not _may_be_dated(read, words, index, word):
                continue
            free = trigger is None and word.isdecimal() and not read.touch(index)
            known += _OF_FREE_DIGITS if free else _OF_DIGITS
        elif (numeral := numerals.get(index)) is not None:
            # Most numbers are figures: nothing behind them makes a length or an hour of them.
            if numeral.tail or word in words.lasting_words or read.lower(numeral.stop) in words.after_digits:
                known += _OF_WORDS
        elif not known and "-" in word:
            known += _OF_WORDS
        if not known:
            continue
        if index > 5 and word in lowers[index - 3 : index] and _repeats(lowers, index):
            continue
        for reader in known:
            result = reader(read, words, index)
            if result is None:
                continue
            for one in result if isinstance(result, list) else (result,):
                if isinstance(one, Duration):
                    one = _measured(read, words, one)
                if one.first < stop or one.stop <= one.first:
                    continue
                found.append(Found(one, lead(read, words, one, stop)))
                stop = one.stop
            break
    return found


def _places(read: Line, triggers: dict[str, _Trigger], led: frozenset[str]) -> list[int]:
    """Return where something may begin, in order; the words `led` only before a word that goes with them."""
    lowers, forms = read.lowers, read.forms
    counted = {lowers[place] for place in read.numerals}
    begins = counted.union(triggers.keys() & forms)
    begins.update([word for word in read.unlike_words if "-" in word[1:] or "0" <= word[:1] <= "9"])
    led = (led & forms) - counted
    places = read.places(begins - led)
    last = len(lowers) - 1
    standing = read.index()
    for word in led:  # articles and prepositions, the most frequent words there are
        followed = triggers[word].before
        places += [at for at in standing[word] if at < last and lowers[at + 1] in followed]
    return sorted(places)


def _repeats(lowers: list[str], index: int) -> bool:
    """Whether a word stands for the third time in a row, also in turns with one or two others: no prose does that."""
    word = lowers[index]
    return (
        word == lowers[index - 1] == lowers[index - 2]
        or word == lowers[index - 2] == lowers[index - 4]
        or word == lowers[index - 3] == lowers[index - 6]
    )


def _may_be_dated(read: Line, words: DateWords, index: int, word: str) -> bool:
    """Whether digits may begin something, by what they are and what follows; most are figures and are passed over."""
    if index + 1 == len(read) or read.lowers[index + 1] in words.after_digits:
        return True
    if len(word) <= 2 and words.before("days_leads", read, index):
        return True  # "le 24"
    if "." not in word and len(word) != 4:
        return False
    grouped = word[-4:-3] == "." and len(word) <= _GROUPED
    if not grouped and ("." in word or "1000" <= word < "2100"):
        return True  # a day, a time or a year
    numeral = read.numerals.get(index)  # "2.5 million years"
    return numeral is not None and read.lower(numeral.stop) in words.after_digits


def _measured(read: Line, words: DateWords, found: Duration) -> Duration | Point:
    """Turn a duration into the day it is off where the text says so: "vor drei Tagen"."""
    if (point := ago(read, words, found)) is not None:
        return point
    if (point := first_part(read, words, found)) is not None:
        return point
    off = ahead(read, words, found)
    if off is not None and (not off[1] or direction(read, words, off[0].first, off[0].stop) > 0):
        return off[0]
    return found
