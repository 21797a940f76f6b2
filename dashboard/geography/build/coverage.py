"""From the whole coverage to what is drawn: simplify everything at once, then pick, dissolve, cut and round.

Neighbours are simplified together, so their lines stay one line; countries are dissolved from the simplified units.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

import geopandas as gpd
import numpy as np
import shapely

from dashboard.geography.build.sources import DEGREES
from dashboard.geography.extents import Extent

DETAIL = 250.0  # m, Visvalingam-Whyatt: the square root of the smallest triangle that stays
STREAM = 250.0  # m, for rivers (Douglas-Peucker)
DECIMALS = 4  # of a degree: 11 m, far below DETAIL


def simplified(units: gpd.GeoDataFrame, tolerance: float) -> gpd.GeoDataFrame:
    """Return a coverage (metres) with fewer vertices, still a coverage."""
    return reshaped(units, shapely.coverage_simplify(units.geometry.to_numpy(), tolerance))


def reshaped(table: gpd.GeoDataFrame, shapes: Iterable[shapely.Geometry]) -> gpd.GeoDataFrame:
    """Return a table with other shapes in the same projection."""
    return gpd.GeoDataFrame(table.drop(columns="geometry"), geometry=list(shapes), crs=table.crs)


def dissolved(units: gpd.GeoDataFrame, by: str) -> gpd.GeoDataFrame:
    """Return the units of a coverage united by a column, which becomes the index."""
    return units.dissolve(by=by, method="coverage", sort=False)[["geometry"]]


def cut(table: gpd.GeoDataFrame, extent: Extent) -> gpd.GeoDataFrame:
    """Return what of a table in degrees lies in `extent`; rows with nothing there are left out."""
    box = (extent.west, extent.south, extent.east, extent.north)
    shapes = shapely.intersection(table.geometry.to_numpy(), shapely.box(*box))
    return reshaped(table, shapes)[~shapely.is_empty(shapes)]


def rounded(table: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return a table in degrees with `DECIMALS` decimals; shared vertices stay shared. ValueError if a shape breaks."""
    shapes = shapely.transform(table.geometry.to_numpy(), lambda points: np.round(points, DECIMALS))
    broken = [str(key) for key, sound in zip(table.index, shapely.is_valid(shapes), strict=True) if not sound]
    if broken:
        raise ValueError(f"not valid once rounded: {', '.join(broken)}")
    return reshaped(table, shapely.remove_repeated_points(shapes))


def label_points(areas: gpd.GeoDataFrame) -> gpd.GeoSeries:
    """Return, in degrees, the place in each area that is farthest from its edge; `areas` in metres."""
    middles = [shapely.get_point(shapely.maximum_inscribed_circle(shape, 500), 0) for shape in areas.geometry]
    return gpd.GeoSeries(middles, index=areas.index, crs=areas.crs).to_crs(DEGREES)


def shared_lines(areas: gpd.GeoDataFrame) -> Iterator[tuple[str, str, shapely.Geometry]]:
    """Yield two keys and the line between them for every two neighbours of a coverage."""
    edges = dict(zip(areas.index, shapely.boundary(areas.geometry.to_numpy()), strict=True))
    for (one, edge), (other, another) in combinations(edges.items(), 2):
        if shapely.intersects(edge, another):
            parts = shapely.get_parts(shapely.intersection(edge, another))
            lines = [part for part in parts if part.geom_type == "LineString"]
            if lines:
                yield one, other, shapely.line_merge(shapely.multilinestrings(lines))
