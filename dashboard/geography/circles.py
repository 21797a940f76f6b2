"""Circles as large as a claimed area, and distances, on the WGS 84 ellipsoid.

A circle shows how much was claimed, not where its boundary runs. Everything here is geodesic (pyproj's `Geod`, after
Karney 2013): a circle has its area whatever projection it is drawn in. Positions are (longitude, latitude) in degrees,
areas are in square kilometres, lengths in kilometres.
"""

from __future__ import annotations

import math

from pyproj import Geod

Position = tuple[float, float]  # longitude, latitude in degrees
Ring = list[Position]  # closed: the last position is the first

WGS84 = Geod(ellps="WGS84")
# Radius of the sphere with the surface of the WGS 84 ellipsoid (authalic radius), km.
EARTH_KM = 6371.0072
VERTICES = 120
DECIMALS = 5  # of a degree: about a metre


def radius_km(area_km2: float) -> float:
    """Return the geodesic radius, in km, of a circle of `area_km2`; ValueError unless the area is positive.

    Of a spherical cap, which bulges: for the areas of this board it differs from the flat formula by millimetres.
    """
    if not (math.isfinite(area_km2) and 0 < area_km2 < 4 * math.pi * EARTH_KM**2):
        raise ValueError(f"no circle on Earth has {area_km2} km²")
    return 2 * EARTH_KM * math.asin(math.sqrt(area_km2 / math.pi) / (2 * EARTH_KM))


def circle(area_km2: float, lon: float, lat: float, vertices: int = VERTICES) -> Ring:
    """Return the outline of a circle of `area_km2` around a position, counter-clockwise, as a closed ring.

    A polygon inscribed in the circle would be too small (by 0.05 % with 120 vertices); its vertices therefore stand a
    little outside, so that the polygon itself has the area asked for.
    """
    step = 2 * math.pi / vertices
    reach = radius_km(area_km2 * step / math.sin(step)) * 1000
    azimuths = [-360.0 * index / vertices for index in range(vertices)]
    lons, lats, _ = WGS84.fwd([lon] * vertices, [lat] * vertices, azimuths, [reach] * vertices)
    ring = [(round(x, DECIMALS), round(y, DECIMALS)) for x, y in zip(lons, lats, strict=True)]
    return [*ring, ring[0]]


def band(low_km2: float, high_km2: float, lon: float, lat: float, vertices: int = VERTICES) -> list[Ring]:
    """Return the ring between two circles, as a GeoJSON polygon has it: outline counter-clockwise, hole clockwise.

    Its area is `high_km2 - low_km2`; ValueError unless low is the smaller one. A figure that is vague is drawn so,
    between its plausible ends.
    """
    if not low_km2 < high_km2:
        raise ValueError(f"{low_km2} km² is not less than {high_km2} km²")
    return [circle(high_km2, lon, lat, vertices), circle(low_km2, lon, lat, vertices)[::-1]]


def area_km2(rings: list[Ring]) -> float:
    """Return the geodesic area of an outline less its holes."""
    areas = []
    for ring in rings:
        lons, lats = zip(*ring, strict=True)
        areas.append(abs(WGS84.polygon_area_perimeter(lons, lats)[0]) / 1e6)
    return areas[0] - sum(areas[1:])


def distance_km(one: Position, other: Position) -> float:
    """Return the length of the shortest line between two positions."""
    return WGS84.inv(*one, *other)[2] / 1000


def offset(start: Position, azimuth: float, distance: float) -> Position:
    """Return the position `distance` km away in the direction `azimuth` (degrees clockwise from north)."""
    lon, lat, _ = WGS84.fwd(*start, azimuth, distance * 1000)
    return lon, lat
