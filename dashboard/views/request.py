"""What a reader asks for: the day, the language, and the kind of screen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dashboard.drawing.style import Look, Screen, Theme
from dashboard.drawing.wording import Language, Words


@dataclass(frozen=True)
class Request:
    """The frame's state, the same for every page; small and hashable, so that it can be a cache key."""

    day: date
    language: Language = "de"
    theme: Theme = "light"
    screen: Screen = "desk"

    @property
    def words(self) -> Words:
        """The board's voice in the reader's language."""
        return Words(self.language)

    @property
    def look(self) -> Look:
        """Theme and screen class for charts."""
        return Look(self.theme, self.screen)
