"""The map's named sections on the flat map, in kilometres from its centre, and the limits of all that is drawn."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.geography.projection import to_km


@dataclass(frozen=True)
class Extent:
    """A box in degrees."""

    west: float
    south: float
    east: float
    north: float

    def contains(self, lon: float, lat: float) -> bool:
        """Whether a position lies in the box, its edge included."""
        return self.west <= lon <= self.east and self.south <= lat <= self.north


@dataclass(frozen=True)
class Section:
    """A part of the map: its centre (x east, y north) and half its width, in kilometres on the flat map."""

    x: float
    y: float
    half: float

    @property
    def ground(self) -> tuple[float, float, float, float]:
        """West, south, east and north end of what is drawn: wider than any screen shows at first of the section."""
        return self.x - 1.3 * self.half, self.y - 0.95 * self.half, self.x + 1.3 * self.half, self.y + 0.95 * self.half

    def contains(self, x: float, y: float) -> bool:
        """Whether a point lies in the square every screen shows at least."""
        return abs(x - self.x) <= self.half and abs(y - self.y) <= 0.8 * self.half


def _around(lon: float, lat: float, half: float) -> Section:
    (x,), (y,) = to_km([lon], [lat])
    return Section(x, y, half)


SECTIONS: dict[str, Section] = {
    "front": _around(35.4, 48.9, 430),
    "kursk": _around(35.45, 51.45, 120),
    "donetsk": _around(37.55, 48.15, 115),
    "kharkiv": _around(37.1, 49.75, 130),
    "zaporizhzhia": _around(35.9, 47.45, 130),
}
# Beyond it there is no land in the data.
LIMITS = Extent(18.0, 41.0, 52.0, 59.0)
