"""What readers look at: a page on a day, and how one moves from view to view."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

FURTHEST_APART = 7  # days; close enough that a year of data is in reach of fifty of them


@dataclass(frozen=True)
class View:
    """One page on one as-of day: its path in the address, with a page's own choices behind a question mark."""

    page: str
    day: date

    @property
    def path(self) -> str:
        """The page's path alone."""
        return self.page.partition("?")[0]

    @property
    def query(self) -> str:
        """What the address says after the question mark."""
        choices = self.page.partition("?")[2]
        return f"as_of={self.day}&lang=de" + (f"&{choices}" if choices else "")


def days_around(story_day: date, count: int, today: date) -> tuple[date, ...]:
    """Return `count` different days on which the board can be read: from the story's day on, evenly, up to today.

    If there are too few days since then, the days before the story fill up.
    """
    since = max(0, (today - story_day).days)
    apart = min(FURTHEST_APART, max(1, since // max(1, count - 1)))
    later = [story_day + timedelta(apart * step) for step in range(count) if apart * step <= since]
    earlier = [story_day - timedelta(step) for step in range(1, count - len(later) + 1)]
    return (*later, *earlier)


def next_view(now: View, pages: Sequence[str], days: Sequence[date], chance: Random) -> View:
    """Return where a reader goes next: half the time to another page, half the time to another day."""
    other_pages = [page for page in pages if page != now.page]
    other_days = [day for day in days if day != now.day]
    if other_pages and (chance.random() < 0.5 or not other_days):
        return View(chance.choice(other_pages), now.day)
    return View(now.page, chance.choice(other_days)) if other_days else now
