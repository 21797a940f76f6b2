"""Times of no calendar: "zuletzt", "in the coming days", "every day", "since the start of the war", "am Abend"."""

from __future__ import annotations

from typing import NamedTuple

from dashboard.reading.dates.line import Line
from dashboard.reading.dates.words import DateWords


class Vague(NamedTuple):
    """A vague time over the tokens `first` up to, not including, `stop`."""

    first: int
    stop: int
    timex: str
    sort: str = "date"


class Anaphor(NamedTuple):
    """A day counted from one named before it: "am Vortag" (-1), "the same day" (0), "le lendemain" (1)."""

    first: int
    stop: int
    days: int


def anaphor(line: Line, words: DateWords, index: int) -> Anaphor | None:
    """Return the day counted from another that begins at a token."""
    known = words.at("anaphors", line, index)
    if known is None and (closing := words.at("anaphors_closing", line, index)):
        known = None if line.word(closing[1])[:1].isalnum() else closing
    if known is None or line.lower(known[1]) in words.roles["links"]:  # "le lendemain de l'attaque"
        return None
    return Anaphor(index, known[1], int(known[0]))


def vague(line: Line, words: DateWords, index: int) -> Vague | None:
    """Return the vague time that begins at a token."""
    if (known := words.at("vague", line, index)) is not None and line.lower(known[1]) not in words.roles["comparing"]:
        return Vague(
            index, known[1], known[0], "duration" if known[0].startswith("P") and "_" not in known[0] else "date"
        )
    if (known := words.at("events", line, index)) is not None:
        return Vague(index, known[1], "EVENT", "event")
    if (known := words.at("sets_any", line, index)) is not None:
        return Vague(index, known[1], "SET", "set")
    if (known := words.at("sets_every", line, index)) is not None:
        place = known[1] + (known[1] in line.numerals)
        for role in ("units", "plurals", "weekdays", "parts", "months", "seasons", "night_head"):
            if (unit := words.at(role, line, place)) is not None and (
                place == known[1] or role in ("units", "plurals")
            ):
                return Vague(index, unit[1], "SET", "set")
    return None
