"""Colours by role, type sizes and screen classes: the one place where the board's look is decided.

The same colours stand in `.streamlit/config.toml`, which cannot import; a test holds the two equal.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Theme = Literal["light", "dark"]
Screen = Literal["phone", "tablet", "desk", "wide", "wall"]

SANS = "'Source Sans 3', 'Helvetica Neue', Arial, sans-serif"
SERIF = "'Source Serif 4', Georgia, serif"

# Text needs 4.5:1 on the background, graphics 3:1. Sides differ by marker as well (MARKERS), so hue is never alone.
COLOURS: dict[Theme, dict[str, str]] = {
    "light": {
        "background": "#FFFFFF",
        "surface": "#F4F2ED",
        "ink": "#1B1F24",
        "quiet": "#5A626C",
        "rule": "#D5D0C5",
        "grid": "#E9E6DF",
        "link": "#155493",
        "story": "#9A5700",
        "caution": "#B3261E",
        "sound": "#1B6E53",
        "ukraine": "#1F5FA8",
        "russia": "#B5421A",
        "north_korea": "#8E2C6B",
        "south_korea": "#1B7F6B",
        "united_states": "#5B4BA8",
        "western": "#6F6400",
        "monitor": "#46525F",
        "media": "#7C6247",
        "map_sea": "#D3E0EA",
        "map_land": "#EFEDE8",
        "map_near": "#E6E2D9",
        "map_front": "#FBF9F3",
        "map_line": "#C9C3B6",
        "map_border": "#6F7780",
    },
    "dark": {
        "background": "#12161B",
        "surface": "#1D232B",
        "ink": "#ECEFF2",
        "quiet": "#A5AFBA",
        "rule": "#3A4450",
        "grid": "#262E37",
        "link": "#8CC2F7",
        "story": "#FFC04D",
        "caution": "#FF8A7A",
        "sound": "#5CC79F",
        "ukraine": "#6FB1F2",
        "russia": "#F08A5D",
        "north_korea": "#E07BBE",
        "south_korea": "#4CC2A6",
        "united_states": "#A99BF0",
        "western": "#CFC04F",
        "monitor": "#B4C0CC",
        "media": "#CDAA80",
        "map_sea": "#0B2233",
        "map_land": "#1A1F26",
        "map_near": "#232A33",
        "map_front": "#2F3742",
        "map_line": "#4A5462",
        "map_border": "#93A0AE",
    },
}
SIDES = ("ukraine", "russia", "north_korea", "south_korea", "united_states", "western", "monitor", "media")
MARKERS: dict[str, str] = {
    "ukraine": "circle",
    "russia": "square",
    "north_korea": "star",
    "south_korea": "diamond",
    "united_states": "triangle-up",
    "western": "triangle-down",
    "monitor": "hexagon",
    "media": "cross",
}


@dataclass(frozen=True)
class Look:
    """Which theme and which class of screen a chart is drawn for.

    The picture is drawn for the narrowest window of its class, because text inside a picture cannot reflow: phone
    from 360 px, tablet from 700 px, desk from 1,200 px, wide from 1,680 px, wall from 2,560 px (there everything is
    twice as large).
    """

    theme: Theme = "light"
    screen: Screen = "desk"

    @property
    def scale(self) -> float:
        """How many times larger than on a desk text and marks are."""
        return 2.0 if self.screen == "wall" else 1.0

    @property
    def narrow(self) -> bool:
        """Whether things that stand side by side on a desk stand below each other."""
        return self.screen in ("phone", "tablet")

    def width(self, share: float = 1.0) -> float:
        """Width in pixels a chart can count on if it takes `share` of the page (1 or less; ignored when narrow)."""
        inner = {"phone": 326.0, "tablet": 640.0, "desk": 1050.0, "wide": 1470.0, "wall": 2350.0}[self.screen]
        return inner if self.narrow else inner * share

    def colour(self, role: str) -> str:
        """Colour of a role in this theme; KeyError for an unknown role."""
        return COLOURS[self.theme][role]

    def size(self, base: float) -> float:
        """Return a length or type size in pixels, given for the desk."""
        return base * self.scale
