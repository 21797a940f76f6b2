"""Digits with their separators: which group thousands, which begin the decimals, in this text."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from dashboard.reading.text.tokens import Tokens
from dashboard.reading.vocabulary import table

APOSTROPHES = "'’"
# Groups may be parted by any of these, but a line end is none.
SPACES = frozenset(" \u00a0\u202f\u2009\u2007")
# Longer than any figure of a newsroom; a longer row of digits is a code.
MOST_DIGITS = 18


class Style(NamedTuple):
    """How a text writes numbers: the sign that groups thousands besides spaces and apostrophes, and the decimal."""

    group: str
    decimal: str


def style(cut: Tokens, language: str) -> Style:
    """Return how `cut` writes numbers: as its language does, unless the text itself says otherwise.

    What says otherwise is unmistakable: a number with both signs (1,234.5), one sign twice (1,234,567), or, where it
    never stands against the other, decimals of one or two digits.
    """
    decimal: str = table(language, "numbers")["digits"]["decimal"]
    group = "." if decimal == "," else ","
    votes: Counter[str] = Counter()
    # Digits without a sign tell nothing, and most words have none.
    for index in cut.places([form for form in cut.unlike_words if ("." in form or "," in form) and form[0].isdigit()]):
        word = cut.words[index]
        if not 3 <= len(word) <= MOST_DIGITS * 2:
            continue
        signs = [sign for sign in word if sign in ".,"]
        if len(set(signs)) == 2:
            votes[signs[-1]] += 3
        elif len(signs) > 1:
            tail = word.split(signs[0])[1:]
            if all(len(part) == 3 for part in tail):
                votes["," if signs[0] == "." else "."] += 3
        elif signs and cut.lower(index + 1) not in ("uhr", "h", "gmt", "am", "pm", "a", "p", "."):
            whole, _, rest = word.partition(signs[0])
            if len(rest) in (1, 2) and len(whole) <= 3 and (signs[0] == "," or int(rest) > 12 or int(whole) > 31):
                votes[signs[0]] += 1
    other = "," if decimal == "." else "."
    if votes[other] >= 3 and votes[other] > votes[decimal]:
        return Style(decimal, other)
    return Style(group, decimal)


def value(word: str, written: Style) -> float | None:
    """Return the value of one token of digits, None where it is no number (a date, a version, a code)."""
    if word.isdecimal():
        return float(word) if len(word) <= MOST_DIGITS else None
    if len(word) > MOST_DIGITS * 2:
        return None
    signs = [sign for sign in word if not sign.isdecimal()]
    kinds = set(signs)
    if kinds & set(APOSTROPHES):
        for sign in APOSTROPHES:
            word = word.replace(sign, "'")
        whole, _, decimals = word.replace(",", ".").partition(".")
        return _number(whole.split("'"), decimals) if len(kinds) <= 2 else None
    if len(kinds) == 2:
        sign = signs[-1]
        if signs.count(sign) != 1:
            return None
        whole, _, decimals = word.partition(sign)
        return _number(whole.split(signs[0]), decimals)
    sign = signs[0]
    groups = word.split(sign)
    grouped = len(groups[0]) <= 3 and groups[0] != "0" and all(len(part) == 3 for part in groups[1:])
    if len(signs) > 1:
        return _number(groups, "") if grouped else None
    if grouped and (sign == written.group or (sign == written.decimal and groups[1].endswith("00"))):
        return _number(groups, "")
    return _number([groups[0]], groups[1])


def _number(groups: list[str], decimals: str) -> float | None:
    if len(groups) > 1 and not (1 <= len(groups[0]) <= 3 and all(len(part) == 3 for part in groups[1:])):
        return None
    if not all(map(str.isdecimal, groups)) or (decimals and not decimals.isdecimal()):
        return None
    return float("".join(groups) + (f".{decimals}" if decimals else ""))
