"""What the address bar says, read and written: `as_of=YYYY-MM-DD` and `lang=de|en`. Knows no Streamlit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dashboard.drawing.wording import LANGUAGES, Language

EARLIEST = date(2022, 1, 1)


@dataclass(frozen=True)
class Asked:
    """What an address asks for; None where it says nothing or nothing usable. `unusable` names those parameters."""

    day: date | None
    language: Language | None
    unusable: tuple[str, ...] = ()


def read(as_of: str | None, lang: str | None, latest: date) -> Asked:
    """Read the two parameters; a day outside EARLIEST to `latest` or a malformed value is unusable, never guessed."""
    unusable = []
    day = None
    if as_of is not None:
        try:
            day = date.fromisoformat(as_of)
        except ValueError:
            unusable.append("as_of")
        if day is not None and not EARLIEST <= day <= latest:
            day = None
            unusable.append("as_of")
    language = next((one for one in LANGUAGES if one == lang), None)
    if lang is not None and language is None:
        unusable.append("lang")
    return Asked(day, language, tuple(unusable))


def preferred(locale: str | None) -> Language:
    """Return the board's language for a browser locale such as `de-AT`: German for German, English for all others."""
    return "de" if (locale or "").lower().startswith("de") else "en"
