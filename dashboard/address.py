"""What the address bar says: `as_of=YYYY-MM-DD`, `lang=de|en`, and the choices of a page. Knows no Streamlit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from dashboard.drawing.wording import LANGUAGES, Language

EARLIEST = date(2022, 1, 1)
T = TypeVar("T")


@dataclass(frozen=True)
class Asked:
    """What an address asks for; None where it says nothing or nothing usable. `unusable` names those parameters."""

    day: date | None
    language: Language | None
    unusable: tuple[str, ...] = ()


def read(as_of: str | None, lang: str | None, latest: date) -> Asked:
    """Read the two parameters; a day outside EARLIEST to `latest` or a malformed value is unusable, never guessed."""
    unusable = []
    day = read_day(as_of, latest)
    if as_of is not None and day is None:
        unusable.append("as_of")
    language = next((one for one in LANGUAGES if one == lang), None)
    if lang is not None and language is None:
        unusable.append("lang")
    return Asked(day, language, tuple(unusable))


def read_day(text: str | None, latest: date) -> date | None:
    """Return the day a parameter names as YYYY-MM-DD from EARLIEST to `latest`; None for anything else."""
    try:
        day = date.fromisoformat(text or "")
    except ValueError:
        return None
    return day if day.isoformat() == text and EARLIEST <= day <= latest else None


def preferred(locale: str | None) -> Language:
    """Return the board's language for a browser locale such as `de-AT`: German for German, English for all others."""
    return "de" if (locale or "").lower().startswith("de") else "en"


def settle(chosen: T | None, shown: T | None, asked: T | None, otherwise: T) -> T:
    """Decide what to show next between the reader's hand and the address.

    `chosen` is what the widget holds, `shown` what was shown last, `asked` what the address says. A widget that has
    moved away from what was shown was moved by the reader and wins; else the address does, which is how links and the
    browser's back button work; an address that says nothing leaves it `otherwise`.
    """
    if chosen is not None and chosen != shown:
        return chosen
    return otherwise if asked is None else asked
