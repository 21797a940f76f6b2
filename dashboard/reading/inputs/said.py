"""What files say of themselves, in one form: a day, a language, a line, and a headline above its story."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime

_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,8}")
_STAMP = re.compile(r"\d{4}-?\d\d-?\d\d(?:[T ].*)?", re.ASCII)

Stamp = tuple[str, str | None]  # the name of a field, and what stands in it


def day(stamp: str | None) -> date | None:
    """Return the day written in an ISO 8601 date or time, with or without hyphens; None where there is none."""
    stamp = (stamp or "").strip()
    if not _STAMP.fullmatch(stamp):
        return None
    try:
        return datetime.fromisoformat(stamp).date()
    except ValueError:
        return None


def first_day(stamps: Iterable[Stamp]) -> tuple[date | None, str | None]:
    """Return the first field that holds a day: that day and the field's name."""
    for name, stamp in stamps:
        if found := day(stamp):
            return found, name
    return None, None


def wire_day(stamps: Iterable[Stamp], embargo: Stamp) -> tuple[date | None, str | None]:
    """Return the day of a wire item, as `first_day`; an embargo that ends on a later day wins."""
    made, field = first_day(stamps)
    until = day(embargo[1])
    return (until, embargo[0]) if made and until and until > made else (made, field)


def language(*tags: str | None) -> str | None:
    """Return the first that is a BCP 47 tag."""
    return next((tag.strip() for tag in tags if tag and _TAG.fullmatch(tag.strip())), None)


def line(*texts: object) -> str | None:
    """Return the first that is text and not empty, on one line."""
    for text in texts:
        if isinstance(text, str) and (found := " ".join(text.split())):
            return found
    return None


def story(title: str | None, blocks: list[str]) -> str:
    """Return the text of a story: its headline, then its blocks, a blank line between them.

    A headline that the body repeats stands once.
    """
    rest = list(blocks)
    while title and rest and line(rest[0]) == title:
        del rest[0]
    return "\n\n".join([*([title] if title else []), *rest])
