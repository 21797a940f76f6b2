"""Annotated stories: what a reader should find in them, written into the text itself.

A story is a text file. Head lines `id:`, `language:`, `published:`, an empty line, then the text, in which every
figure and date stands in double brackets with its meaning after a bar:

    Im ⟦⟪Oktober⟫|@2024-10-01..2024-10-31⟧ rückte die Armee ⟦fast ⟪500⟫ Quadratkilometer|500 km2 area ~<⟧ vor.

`⟪⟫` marks the numeral of a figure or the core of a date, where it is less than the whole. After the bar:

- a figure: value, unit, kind, then in any order its qualifier (`~ ~< ~> > >= < <= range vague`), `+` for an
  increment, `per:day`, `minor`, and last `by:` with the words of the text that name the claimant.
  A value is `500`, `10000..12000`, `3000..` (no upper end) or `..500` (no lower end).
- a date: `@2024-10-31`, `@2024-10-01..2024-10-31`, `@P2W` (a duration) or `@?` (no calendar interval), then its
  modifier (since, until, before, after, start, mid, end, approx), `minor`, and `alt:` with another accepted interval.
- `-`: a numeral that is a name or label; whatever is read there counts neither way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

QUALIFIERS = ("~", "~<", "~>", ">", ">=", "<", "<=", "range", "vague")
MODIFIERS = ("since", "until", "before", "after", "start", "mid", "end", "approx")
KINDS = ("troops", "area", "money", "casualties", "weapons", "percent", "count", "distance", "other")
MARK = re.compile(r"⟦([^⟦⟧|]*)\|([^⟦⟧|]*)⟧")
HEAD = ("id", "language", "published")


class StoryError(ValueError):
    """An annotation that cannot be read; the message names the file, the place and what is wrong."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as it should be read. Offsets are code points; `low` and `high` in `unit`, None for an open end."""

    start: int
    end: int
    core: tuple[int, int]
    low: float | None
    high: float | None
    unit: str
    kind: str
    qualifier: str | None
    increment: bool
    per: str | None
    minor: bool
    claimant: str


@dataclass(frozen=True, slots=True)
class Day:
    """A date as it should be read: `intervals` are the accepted ones (inclusive), or a `duration` in TIMEX3 form."""

    start: int
    end: int
    core: tuple[int, int]
    intervals: tuple[tuple[str, str], ...]
    duration: str | None
    modifier: str | None
    minor: bool


@dataclass(frozen=True, slots=True)
class Story:
    """One annotated story: its plain text and what is in it, in order of appearance."""

    id: str
    language: str
    published: date
    text: str
    figures: tuple[Figure, ...]
    dates: tuple[Day, ...]
    ignored: tuple[tuple[int, int], ...]


@dataclass(slots=True)
class _Found:
    figures: list[Figure] = field(default_factory=list)
    dates: list[Day] = field(default_factory=list)
    ignored: list[tuple[int, int]] = field(default_factory=list)


def stories(folder: Path) -> Iterator[Story]:
    """Yield the stories of `folder` in order of their names."""
    for path in sorted(folder.glob("*.txt")):
        yield story(path.read_text(encoding="utf-8"), path.name)


def story(written: str, name: str) -> Story:
    """Return the story written in `written`.

    Raises:
        StoryError: a head line is missing, or an annotation has no meaning; names `name` and the words it stands at.
    """
    head, _, body = written.partition("\n\n")
    lines = dict(re.findall(r"^(\w+): *(.+)$", head, re.MULTILINE))
    if missing := [key for key in HEAD if key not in lines]:
        raise StoryError(f"{name}: no head line {', '.join(missing)}")
    found, parts, length, last = _Found(), [], 0, 0
    for mark in MARK.finditer(body):
        between = body[last : mark.start()]
        start = length + len(between)
        surface, core = _without_core(mark[1], start)
        try:
            _take(found, (start, start + len(surface)), core, mark[2].strip())
        except ValueError as error:
            raise StoryError(f"{name}: {mark[0]}: {error}") from error
        parts += [between, surface]
        length, last = start + len(surface), mark.end()
    text = "".join([*parts, body[last:]])
    if stray := re.search(r".{0,20}[⟦⟧⟪⟫].{0,20}", text):
        raise StoryError(f"{name}: {stray[0]!r}: a bracket without its other half, or brackets in brackets")
    for figure in found.figures:
        if figure.claimant and figure.claimant not in text:
            raise StoryError(f"{name}: by:{figure.claimant}: these words are not in the text")
    return Story(
        lines["id"],
        lines["language"],
        date.fromisoformat(lines["published"]),
        text,
        tuple(found.figures),
        tuple(found.dates),
        tuple(found.ignored),
    )


def _without_core(marked: str, start: int) -> tuple[str, tuple[int, int]]:
    before, opened, rest = marked.partition("⟪")
    if not opened:
        return marked, (start, start + len(marked))
    core, _, after = rest.partition("⟫")
    return before + core + after, (start + len(before), start + len(before) + len(core))


def _take(found: _Found, span: tuple[int, int], core: tuple[int, int], meaning: str) -> None:
    if meaning == "-":
        found.ignored.append(span)
    elif meaning.startswith("@"):
        found.dates.append(_day(span, core, meaning[1:].split()))
    else:
        before, _, claimant = meaning.partition("by:")
        found.figures.append(_figure(span, core, before.split(), claimant.strip()))


def _figure(span: tuple[int, int], core: tuple[int, int], words: list[str], claimant: str) -> Figure:
    value, unit, kind, *more = words
    if kind not in KINDS:
        raise ValueError(f"{kind} is no kind: {', '.join(KINDS)}")
    low, high = _ends(value)
    qualifier = next((word for word in more if word in QUALIFIERS), None)
    per = next((word[4:] for word in more if word.startswith("per:")), None)
    if unknown := [word for word in more if word not in (*QUALIFIERS, "+", "minor", f"per:{per}")]:
        raise ValueError(f"{unknown[0]} has no meaning here")
    return Figure(*span, core, low, high, unit, kind, qualifier, "+" in more, per, "minor" in more, claimant)


def _ends(value: str) -> tuple[float | None, float | None]:
    low, dots, high = value.partition("..")
    if not dots:
        return float(low), float(low)
    return float(low) if low else None, float(high) if high else None


def _day(span: tuple[int, int], core: tuple[int, int], words: list[str]) -> Day:
    value, *more = words
    alternatives = [word[4:] for word in more if word.startswith("alt:")]
    if unknown := [word for word in more if word not in (*MODIFIERS, "minor") and not word.startswith("alt:")]:
        raise ValueError(f"{unknown[0]} has no meaning here")
    duration = value if value.startswith("P") else None
    intervals = [] if duration or value == "?" else [_interval(value)]
    modifier = next((word for word in more if word in MODIFIERS), None)
    accepted = tuple(intervals + [_interval(one) for one in alternatives])
    if not duration and not accepted and "minor" not in more:
        raise ValueError("a date without an interval can only be minor")
    return Day(*span, core, accepted, duration, modifier, "minor" in more)


def _interval(value: str) -> tuple[str, str]:
    start, dots, end = value.partition("..")
    first, last = date.fromisoformat(start), date.fromisoformat(end if dots else start)
    if last < first:
        raise ValueError(f"{value} ends before it starts")
    return first.isoformat(), last.isoformat()
