"""Regions and orienting names for the map, read from `data/geo` and placed on the plane. No geopandas here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dashboard.geography import layers
from dashboard.geography.projection import to_km

Point = tuple[float, float]
Ring = tuple[Point, ...]


@dataclass(frozen=True, eq=False)
class Region:
    """An oblast: names by language, role on the map, country, where its name stands, outline (km).

    `handles` are points all over it, for a reader to point at; only what belongs to the front and next to it has some.
    """

    id: str
    names: dict[str, str]
    role: str
    country: str
    x: float
    y: float
    rings: tuple[Ring, ...]
    handles: tuple[Point, ...]


@dataclass(frozen=True)
class Name:
    """A name that orients: a country, or a town that carries no mark of its own.

    `role` says from which view on it is written: overview, sector, detail.
    """

    kind: str
    role: str
    names: dict[str, str]
    x: float
    y: float


@dataclass(frozen=True, eq=False)
class Atlas:
    """All regions by id, and the names. One object for the life of the process: compared by identity."""

    regions: dict[str, Region]
    names: tuple[Name, ...]


# Where a country's name stands (degrees east and north): in the open, away from the front.
COUNTRY_AT = {"ukraine": (32.3, 49.6), "russia": (38.9, 52.0), "belarus": (29.4, 52.6)}
LANGUAGES = ("de", "en", "uk")


def read_atlas(folder: Path) -> Atlas:
    """Read the layers regions, countries and towns, and the handles, from `folder`."""
    countries = (one for one in _features(folder, "countries") if one["id"] in COUNTRY_AT)
    names = [_name("country", one, COUNTRY_AT[one["id"]]) for one in countries]
    names += [_name("town", one, one["geometry"]["coordinates"]) for one in _features(folder, "towns")]
    handles = layers.handles(folder)
    regions = (_region(one, handles.get(one["id"], [])) for one in _features(folder, "regions"))
    return Atlas({region.id: region for region in regions}, tuple(names))


def _features(folder: Path, layer: str) -> list[dict[str, Any]]:
    return layers.read(folder, layer)["features"]


def _region(feature: dict[str, Any], handles: list[Point]) -> Region:
    properties = feature["properties"]
    shape = feature["geometry"]
    polygons = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
    (x,), (y,) = to_km([properties["label_lon"]], [properties["label_lat"]])
    return Region(
        id=properties["id"],
        names=_names(properties),
        role=properties["role"],
        country=properties["country"],
        x=x,
        y=y,
        rings=tuple(flat_ring(ring) for polygon in polygons for ring in polygon),
        handles=tuple(handles),
    )


def _name(kind: str, feature: dict[str, Any], at: Sequence[float]) -> Name:
    properties = feature["properties"]
    (x,), (y,) = to_km([at[0]], [at[1]])
    return Name(kind, properties["role"], _names(properties), x, y)


def _names(properties: dict[str, Any]) -> dict[str, str]:
    return {language: properties[f"name_{language}"] for language in LANGUAGES}


def flat_ring(ring: Sequence[Sequence[float]]) -> Ring:
    """Return a ring of longitudes and latitudes in kilometres on the flat map."""
    lons, lats = zip(*((position[0], position[1]) for position in ring), strict=True)
    return tuple(zip(*to_km(list(lons), list(lats)), strict=True))


def thinned(ring: Ring, step: float, within: tuple[float, float, float, float]) -> list[Point]:
    """Return a ring with its points on a grid of `step` kilometres, small enough to send.

    Repeats are left out, and points in the middle of a straight line. Outside `within` (west, south, east, north)
    nobody sees it, and a grid sixteen times as wide does.
    """
    west, south, east, north = within
    points: list[Point] = []
    for x, y in ring:
        grid = step if west <= x <= east and south <= y <= north else 16 * step
        point = _short(x, grid), _short(y, grid)
        if points and point == points[-1]:
            continue
        if len(points) > 1 and _straight_on(points[-2], points[-1], point):
            points[-1] = point
        else:
            points.append(point)
    return points


def _straight_on(start: Point, middle: Point, end: Point) -> bool:
    """Whether the way from start to end leads straight over the middle."""
    ax, ay, bx, by = middle[0] - start[0], middle[1] - start[1], end[0] - middle[0], end[1] - middle[1]
    return abs(ax * by - ay * bx) < 1e-9 and ax * bx + ay * by > 0


def _short(kilometres: float, grid: float) -> float:
    """Return the nearest multiple of `grid` to a tenth, whole where it can be: without a ".0" it is half as long."""
    number = round(round(kilometres / grid) * grid, 1)
    return int(number) if number == int(number) else number
