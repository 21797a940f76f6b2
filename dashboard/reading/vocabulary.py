"""The tables of words in `words/`, for each language its own, read once and only when asked for."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from dashboard.reading import LANGUAGES

_FOLDER = Path(__file__).parent / "words"


@cache
def table(language: str, name: str) -> dict[str, Any]:
    """Return the table `name` of a language. To be treated as read-only: everybody gets the same one.

    Raises:
        ValueError: the reader does not know the language.
    """
    if language not in LANGUAGES:
        raise ValueError(f"no tables for the language {language!r}; there are {', '.join(LANGUAGES)}")
    return tomllib.loads((_FOLDER / language / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def common_table(name: str) -> dict[str, Any]:
    """Return a table that all languages have in common, `units` or `languages`. To be treated as read-only."""
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def listed(entries: str) -> tuple[str, ...]:
    """Return the entries of a list in a table: separated by commas, so that an entry may be of several words."""
    return tuple(entry.strip() for entry in entries.split(",") if entry.strip())
