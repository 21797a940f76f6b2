"""Shorthands for tests that read a phrase."""

from __future__ import annotations

from datetime import date

from dashboard.reading.figures.quantities import Quantity
from dashboard.reading.reader import Reading, read

PUBLISHED = date(2024, 11, 6)


def reading(language: str, text: str) -> Reading:
    """Read a phrase as of the story's day."""
    return read(text, PUBLISHED, language)


def quantities(language: str, text: str) -> list[Quantity]:
    """Return the figures of a phrase."""
    return [figure.quantity for figure in reading(language, text).figures]


def shown(language: str, text: str) -> list[str]:
    """Return the figures of a phrase in short: "~< 500 km2", ">= 12.. person", "vague 200..900 km2 +"."""
    return [in_short(one) for one in quantities(language, text)]


def in_short(one: Quantity) -> str:
    """Return a figure as qualifier, value, unit, and a sign for an increment."""
    low, high = ("" if end is None else f"{end:.6g}" for end in (one.low, one.high))
    value = low if low == high else f"{low}..{high}"
    parts = [one.qualifier, value, one.unit or "?", f"per {one.per}" if one.per else "", "+" if one.increment else ""]
    return " ".join(part for part in parts if part)
