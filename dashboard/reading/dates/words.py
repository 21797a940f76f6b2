"""The words of dates of a language, ready to be looked up: by the part they play and the token they begin with."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Any

from dashboard.reading.dates.line import Line
from dashboard.reading.text.tokens import tokens
from dashboard.reading.traits import traits
from dashboard.reading.vocabulary import listed, table

# A list is separated by commas; this stands for one that is meant.
_COMMA = "\\comma"

ByToken = dict[str, list[tuple[tuple[str, ...], str]]]


@dataclass(slots=True)
class DateWords:
    """The table `dates` of a language.

    `roles[role]` finds by the first token of a phrase its other tokens and its value, longest first; `backwards[role]`
    the same by the last token, with the tokens before it.

    `after_digits` may follow the number of a date, a duration or a time; `leading` ends what may stand before one.
    `lasting_words` begin a duration that is told without a number of its own, `hour_words` what follows an hour,
    `telling_when` what is listed as looking ahead or back.

    `capital`: weekdays and months have a capital; `nouns_capital`: all nouns have; `month_first`: "October 31" is a
    day, unless `month_lead` stands before it ("in October 31 people"); `day_after_weekday`: "mardi 5" is one;
    `position_of_day`: "late Sunday" is; `bare_halves`: "the first half" is half a year; `marked_days`: a number alone
    is a day only as "24th" or "24."; `verb_second`: the verb may follow the date at once ("am Freitag tagt der Rat").
    """

    roles: dict[str, ByToken] = field(default_factory=dict)
    backwards: dict[str, ByToken] = field(default_factory=dict)
    past_endings: tuple[str, ...] = ()
    future_endings: tuple[str, ...] = ()
    participles: tuple[str, ...] = ()
    participle_endings: tuple[str, ...] = ()
    attribute_endings: tuple[str, ...] = ()
    next_endings: tuple[str, ...] = ()
    ahead_endings: tuple[str, ...] = ()
    infinitives: tuple[str, ...] = ()
    participles_whole: tuple[str, ...] = ()
    participles_inside: tuple[str, ...] = ()
    past_prefixes: tuple[str, ...] = ()
    present_singular: tuple[str, ...] = ()
    present_plural: tuple[str, ...] = ()
    present_plural_not: tuple[str, ...] = ()
    after_digits: frozenset[str] = frozenset()
    leading: frozenset[str] = frozenset()
    lasting_words: frozenset[str] = frozenset()
    hour_words: frozenset[str] = frozenset()
    telling_when: frozenset[str] = frozenset()
    capital: bool = False
    nouns_capital: bool = False
    month_first: bool = False
    month_lead: str = ""
    day_after_weekday: bool = False
    position_of_day: bool = False
    bare_halves: bool = False
    marked_days: bool = False
    verb_second: bool = False

    def at(self, role: str, line: Line, index: int) -> tuple[str, int] | None:
        """Return the value of the longest phrase of a role that begins at a token, and the token after it."""
        if index < 0:
            return None
        lowers = line.lowers
        try:
            entries = self.roles[role].get(lowers[index])
        except IndexError:
            return None
        if entries is None:
            return None
        for rest, value in entries:
            if not rest:
                return value, index + 1
            stop = index + 1 + len(rest)
            if tuple(lowers[index + 1 : stop]) == rest:
                return value, stop
        return None

    def before(self, role: str, line: Line, stop: int, floor: int = 0) -> tuple[str, int] | None:
        """Return the value of the longest phrase of a role that ends before token `stop`, and its first token."""
        lowers = line.lowers
        if stop <= floor or (entries := self.backwards[role].get(lowers[stop - 1])) is None:
            return None
        for rest, value in entries:
            first = stop - 1 - len(rest)
            if first >= floor and (not rest or tuple(lowers[first : stop - 1]) == rest):
                return value, first
        return None

    def value(self, role: str, word: str) -> str | None:
        """Return the value of a single word in a role."""
        entries = self.roles[role].get(word)
        return entries[-1][1] if entries and not entries[-1][0] else None


# The tables whose lists have parts of their own become a role for each list: [nights] head is "night_head".
_SPLIT = {
    "nights": "night",
    "ages": "age",
    "ago": "ago",
    "ahead": "ahead",
    "sums": "sum",
    "connectors": "connector",
    "cues": "cue",
    "clock": "clock",
    "years": "year",
    "decades": "decade",
    "future": "future",
    "around": "around",
    "infinitive": "infinitive",
    "past": "past",
    "present": "present",
    "auxiliaries": "auxiliary",
    "sets": "sets",
    "clause": "clause",
    "lone_parts": "lone",
    "weeks": "weeks",
}
# What may follow the digits of a date, a duration or a time, besides signs.
_AFTER_DIGITS = (
    "months, short_months, month_of, weeks_numbered, units, plurals, unit_adjectives, joined_units, halves, "
    "ordinal_signs, decade_signs, decade_nouns, clock_words, clock_afternoon, clock_marks, clock_hours, clock_zones, "
    "connector_range, connector_listed"
)
# What tells a duration by itself, and what makes an hour of a number.
_LASTING = "whole_durations, joined_durations, fractions"
_HOURS = "clock_afternoon, clock_words, clock_zones, clock_hours"
# What tells whether a clause looks ahead or back.
_TELLING_WHEN = "future, future_soft, future_verbs, past"
_SIGNS = frozenset("-‐‑–—/:.")
# What may stand before a date and belong to it.
_LEADING = "hedges, articles, leads, connector_between"


@cache
def date_words(language: str) -> DateWords:
    """Return the date words of a language; built once."""
    written = table(language, "dates")
    endings = listed(written["endings"])
    flat = _flat(written)
    words = DateWords(
        **written["rules"],
        capital=traits(language).capitalised_days,
        nouns_capital=traits(language).capitalised_nouns,
        verb_second=traits(language).verb_second,
        past_endings=_ends(flat, "past_endings"),
        future_endings=_ends(flat, "future_endings"),
        participles=_ends(flat, "auxiliary_participles"),
        participle_endings=_ends(flat, "auxiliary_participle_endings"),
        attribute_endings=_ends(flat, "auxiliary_attribute_endings"),
        next_endings=_ends(flat, "auxiliary_next_endings"),
        ahead_endings=_ends(flat, "auxiliary_ahead_endings"),
        infinitives=_ends(flat, "infinitive_joined"),
        participles_whole=_ends(flat, "auxiliary_participles_whole"),
        participles_inside=_ends(flat, "auxiliary_participles_inside"),
        past_prefixes=_ends(flat, "past_prefixes"),
        present_singular=_ends(flat, "present_singular"),
        present_plural=_ends(flat, "present_plural"),
        present_plural_not=_ends(flat, "present_plural_not"),
    )
    for role, entries in flat.items():
        words.roles[role], words.backwards[role] = _indexed(entries, endings)
    words.after_digits = _SIGNS.union(*(words.roles[role] for role in listed(_AFTER_DIGITS)))
    words.leading = frozenset().union(*(words.backwards[role] for role in listed(_LEADING)))
    _join_weekdays(words, flat)
    _join_months(words, flat)
    _join_units(words, flat, endings)
    words.lasting_words = frozenset().union(*(words.roles[role] for role in listed(_LASTING)))
    words.hour_words = frozenset().union(*(words.roles[role] for role in listed(_HOURS)))
    words.telling_when = frozenset().union(*(words.roles[role] for role in listed(_TELLING_WHEN)))
    return words


def _flat(written: dict[str, Any]) -> dict[str, dict[str, str]]:
    """Return the lists of a table by role, each a dict of value to phrases."""
    flat: dict[str, dict[str, str]] = {}
    for section, entries in written.items():
        if section in ("endings", "rules"):
            continue
        if section not in _SPLIT:
            flat[section] = entries
            continue
        for key, phrases in entries.items():
            if section == "decades" and key.startswith("words"):
                flat.setdefault("decade_words", {})[key.removeprefix("words")] = phrases
            elif section == "lone_parts" and key != "leads":
                flat.setdefault("lone_parts", {})[key] = phrases
            else:
                flat[_SPLIT[section] if key == "any" and section != "sets" else f"{_SPLIT[section]}_{key}"] = {
                    key: phrases
                }
    return flat


def _ends(flat: dict[str, dict[str, str]], role: str) -> tuple[str, ...]:
    """Return what words begin or end with; something that none does where a language has nothing."""
    return tuple(end for ends in flat.get(role, {}).values() for end in listed(ends)) or ("\0",)


def _indexed(entries: dict[str, Any], endings: tuple[str, ...]) -> tuple[ByToken, ByToken]:
    forward: ByToken = {}
    backward: ByToken = {}
    for value, phrases in entries.items():
        for phrase in listed(phrases):
            for form in _forms(phrase, endings):
                words = tuple("," if word == _COMMA else word for word in _cut(form))
                forward.setdefault(words[0], []).append((words[1:], value))
                backward.setdefault(words[-1], []).append((words[:-1], value))
    for phrases_by_word in (forward, backward):
        for found in phrases_by_word.values():
            found.sort(key=lambda entry: -len(entry[0]))
    return forward, backward


def _cut(phrase: str) -> list[str]:
    return [phrase] if phrase == _COMMA else tokens(phrase).lowers


def _forms(phrase: str, endings: tuple[str, ...]) -> list[str]:
    if "*" not in phrase:
        return [phrase]
    before, _, after = phrase.partition("*")
    return [f"{before}{ending}{after}" for ending in endings]


def _join_weekdays(words: DateWords, flat: dict[str, dict[str, str]]) -> None:
    """Add "Montagabend": a weekday and a part of it in one word."""
    for number, names in flat["weekdays"].items():
        for name in listed(names):
            for part, ends in flat["joined_parts"].items():
                for end in listed(ends):
                    words.roles["weekdays"].setdefault(name + end, []).append(((), f"{number} {part}"))


def _join_months(words: DateWords, flat: dict[str, dict[str, str]]) -> None:
    """Add "Oktoberhälfte", "mid-October" and "January-September": a month with a part of it, or two, in one word."""
    words.roles["month_parts"] = {}
    for number, names in flat["months"].items():
        for name in listed(names):
            for tail, ends in flat["month_tails"].items():
                for end in listed(ends):
                    words.roles["month_parts"].setdefault(name + end, []).append(((), f"{number} {tail}"))
            for last, ends in flat["months"].items():
                for end in listed(ends):
                    words.roles["month_parts"].setdefault(f"{name}-{end}", []).append(((), f"{number} to{last}"))
            for position, starts in flat["position_prefixes"].items():
                for start in listed(starts):
                    words.roles["month_parts"].setdefault(f"{start}-{name}", []).append(((), f"{number} {position}"))


def _join_units(words: DateWords, flat: dict[str, dict[str, str]], endings: tuple[str, ...]) -> None:
    """Add "dreitägig": a number and a unit in one word."""
    words.roles["joined_durations"] = {}
    for number, names in flat["numbers"].items():
        for name in listed(names):
            for unit, ends in flat["joined_units"].items():
                for end in listed(ends):
                    for form in _forms(end, endings):
                        words.roles["joined_durations"].setdefault(name + form, []).append(((), f"{number} {unit}"))


def skipped(line: Line, words: DateWords, index: int, *roles: str, most: int = 3) -> int:
    """Return the first token from `index` on that is in none of the roles, no further than `most` on."""
    for _ in range(most):
        word = line.lower(index)
        if not any(word in words.roles[role] for role in roles):
            break
        index += 1
    return index


def article_before(line: Line, words: DateWords, index: int) -> int:
    """Return where the article before a token begins, or the token itself."""
    article = words.before("articles", line, index)
    return article[1] if article else index
