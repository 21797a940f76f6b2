"""The map's named sections, and the camera that shows one. Needs nothing but arithmetic."""

from __future__ import annotations

import math
from dataclasses import dataclass

TILE = 512  # side, in px, of the whole world at zoom 0 in MapLibre, which Plotly's map traces use


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
class Camera:
    """Centre in degrees and zoom as Plotly's `layout.map` takes them."""

    lon: float
    lat: float
    zoom: float


# The sections of the map page, and all that is drawn at all: beyond it there is no land in the data.
EXTENTS = {
    "front": Extent(30.4, 44.2, 41.2, 52.7),
    "kursk": Extent(33.9, 50.75, 36.7, 52.1),
    "donetsk": Extent(36.3, 47.35, 38.5, 49.15),
    "kharkiv": Extent(35.8, 48.9, 38.4, 50.6),
    "zaporizhzhia": Extent(34.3, 46.6, 36.9, 48.15),
}
LIMITS = Extent(18.0, 41.0, 52.0, 59.0)


def camera(extent: Extent, width: float, height: float) -> Camera:
    """Return the camera that just shows `extent` on a map of `width` by `height` px (Web Mercator, north up)."""
    top, bottom = _mercator(extent.north), _mercator(extent.south)
    across = (extent.east - extent.west) / 360
    zoom = min(math.log2(width / (TILE * across)), math.log2(height / (TILE * (top - bottom))))
    return Camera((extent.west + extent.east) / 2, _latitude((top + bottom) / 2), zoom)


def _mercator(lat: float) -> float:
    """Return how far north a latitude lies, with the world's width as unit and the equator as 0."""
    return math.asinh(math.tan(math.radians(lat))) / (2 * math.pi)


def _latitude(north: float) -> float:
    return math.degrees(math.atan(math.sinh(2 * math.pi * north)))
