"""Words, numbers and days in the reader's language. Every word a reader sees comes from `messages/*.toml`.

Numbers and dates are formatted by Babel; a bound is said in words and never lost on the way to the screen.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal, get_args

import pandas as pd
from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

Language = Literal["de", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
MESSAGES = Path(__file__).parent / "messages"
LOCALES: dict[str, str] = {"de": "de_DE", "en": "en_GB"}
# A vague figure is said by its magnitude: "several hundred" is 200 to 900 (lower end: twice the magnitude).
MAGNITUDES = {24.0: "tens", 200.0: "hundreds", 2000.0: "thousands", 20000.0: "ten_thousands"}
NBSP = "\N{NO-BREAK SPACE}"


@cache
def catalogue(language: str) -> Mapping[str, str]:
    """Return the flat message catalogue of a language: `section.key` to text."""
    nested = tomllib.loads((MESSAGES / f"{language}.toml").read_text(encoding="utf-8"))
    return {f"{section}.{key}": text for section, texts in nested.items() for key, text in texts.items()}


@lru_cache(maxsize=8192)
def _formatted_day(value: date, pattern: str, locale: str) -> str:
    """Babel parses its pattern anew each time; the board says the same days over and over."""
    return format_date(value, pattern, locale=locale)


@lru_cache(maxsize=8192)
def _formatted_number(value: float, locale: str) -> str:
    return format_decimal(value, format="#,##0.##", locale=locale).replace("-", "\N{MINUS SIGN}")


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(LOCALES[language])


class Words:
    """The board's voice in one language."""

    def __init__(self, language: Language) -> None:
        """`language` is one of LANGUAGES; KeyError otherwise."""
        self.language = language
        self.locale = LOCALES[language]
        self._texts = catalogue(language)

    def __call__(self, key: str, /, **values: Any) -> str:
        """Return the message `key` with its placeholders filled; KeyError if there is none."""
        return self._texts[key].format(**values)

    def of(self, family: str, value: str) -> str:
        """Return the word for one value of an enumeration, such as `of("bound", "nearly")`."""
        return self._texts[f"{family}.{value}"]

    def count(self, key: str, number: int, /, **values: Any) -> str:
        """Return the message `key.one` or `key.other`, as the language's plural rule asks; `{n}` is the number."""
        form = _locale(self.language).plural_form(number)
        return self(f"{key}_{form}", n=self.number(number), **values)

    def pick(self, row: Mapping[str, Any], base: str) -> str:
        """Return the text of a row in this language: `base_de` or `base_en`, or `base` where English has no suffix."""
        key = f"{base}_{self.language}"
        return str(row[key] if key in row else row[base])

    def number(self, value: float) -> str:
        """Return a number with the language's grouping and decimal sign, at most two decimals."""
        return _formatted_number(float(value), self.locale)

    def day(self, value: date) -> str:
        """Return a day in full: 6. November 2024 / 6 November 2024."""
        return _formatted_day(value, "d. MMMM y" if self.language == "de" else "d MMMM y", self.locale)

    def short_day(self, value: date) -> str:
        """Return a day for narrow places: 6.11.2024 / 6 Nov 2024."""
        return _formatted_day(value, "d.M.y" if self.language == "de" else "d MMM y", self.locale)

    def month(self, value: date) -> str:
        """Return a month in full: Oktober 2024."""
        return _formatted_day(value, "MMMM y", self.locale)

    def short_month(self, value: date) -> str:
        """Return a month in three letters, without the year."""
        return _formatted_day(value, "LLL", self.locale).rstrip(".")[:3]

    def period(self, start: date, end: date) -> str:
        """Return a period as people say it: a day, a month, a year, or from one day to another."""
        if start == end:
            return self.day(start)
        last = end.replace(day=28)  # cheap test for "last of the month": four days later is another month
        whole = (
            start.day == 1
            and (date.fromordinal(last.toordinal() + 4).replace(day=1).toordinal() - 1) == end.toordinal()
        )
        if whole and (start.year, start.month) == (end.year, end.month):
            return self.month(start)
        if whole and (start.month, end.month) == (1, 12) and start.year == end.year:
            return str(start.year)
        if (start.year, start.month) == (end.year, end.month):
            return self("period.within_month", first=start.day, last=end.day, month=self.month(start))
        return self("period.from_to", start=self.day(start), end=self.day(end))

    def language_name(self, code: str) -> str:
        """Return a language's name by its ISO 639-1 code; the code itself where CLDR has none."""
        return _locale(self.language).languages.get(code, code)

    def unit(self, unit: str) -> str:
        """Return the sign or word of a unit that stands behind a number; empty where the heading says it."""
        return self.of("unit", unit)

    def amount(self, row: Mapping[str, Any], with_unit: bool = True) -> str:
        """Say a figure with its bound: "fast 500 km²", "mindestens 10.000", "mehrere hundert km²".

        `row` holds low, best, high (numbers or missing), bound and unit.
        """
        bound = str(row["bound"])
        if bound == "vague":
            said = self._vague(float(row["low"]), float(row["high"]))
        elif bound == "range":
            said = self("bound.range", low=self.number(row["low"]), high=self.number(row["high"]))
        else:
            value = next(row[end] for end in ("best", "low", "high") if not pd.isna(row[end]))
            said = self.of("bound", bound).format(n=self.number(value))
        unit = self.unit(str(row["unit"])) if with_unit else ""
        return said + (f"{NBSP}{unit}" if unit else "")

    def _vague(self, low: float, high: float) -> str:
        if low in MAGNITUDES:
            return self.of("vague", MAGNITUDES[low])
        return self("vague.other", low=self.number(low), high=self.number(high))
