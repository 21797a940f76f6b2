"""The flat map: Lambert's azimuthal equal-area projection, in kilometres east and north of the map's centre.

Regions are simplified in it and the map is drawn on it: areas are true, and lengths are within 0.1 % up to
500 km from the centre.
"""

from __future__ import annotations

from functools import cache

from pyproj import Transformer

CENTRE = (35.0, 49.5)  # longitude, latitude in degrees
LAEA = f"+proj=laea +lon_0={CENTRE[0]} +lat_0={CENTRE[1]} +datum=WGS84 +type=crs"
LAEA_KM = f"{LAEA} +units=km"
LAEA_M = f"{LAEA} +units=m"


@cache
def _transformer() -> Transformer:
    return Transformer.from_crs("EPSG:4326", LAEA_KM, always_xy=True)


def to_km(lons: list[float], lats: list[float]) -> tuple[list[float], list[float]]:
    """Return kilometres east and north of the centre for positions in degrees."""
    x, y = _transformer().transform(lons, lats)
    return list(x), list(y)


def to_degrees(xs: list[float], ys: list[float]) -> tuple[list[float], list[float]]:
    """Return longitudes and latitudes for kilometres east and north of the centre."""
    lon, lat = _transformer().transform(xs, ys, direction="INVERSE")
    return list(lon), list(lat)
