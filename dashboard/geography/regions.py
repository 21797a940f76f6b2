"""Questions to the regions' outlines: which one a town lies in, how large one is, how far the border is.

Needs GeoPandas, so it serves the build and the tests, not a page: a page reads `layers`. A table of regions has the
columns of `data/geo/regions.geojson` and a geometry in degrees (WGS 84).
"""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import pandas as pd
import shapely

from dashboard.geography.circles import distance_km
from dashboard.geography.projection import LAEA_M

# The world in equal areas (WGS 84 / NSIDC EASE-Grid 2.0 Global), metres.
EQUAL_AREA = "EPSG:6933"


def load(folder: Path, layer: str = "regions") -> gpd.GeoDataFrame:
    """Return a layer of `data/geo`, indexed by id."""
    return gpd.read_file(folder / f"{layer}.geojson").set_index("id")


def areas_km2(regions: gpd.GeoDataFrame) -> pd.Series:
    """Return the area of each region as drawn (EPSG:6933). For print there are official areas."""
    return regions.to_crs(EQUAL_AREA).area / 1e6


def regions_of(regions: gpd.GeoDataFrame, lons: pd.Series, lats: pd.Series) -> pd.Series:
    """Return the id of the region each position lies in, or an empty text; index as given.

    A position on a border belongs to the region that stands first.
    """
    points = gpd.GeoSeries(gpd.points_from_xy(lons, lats, crs="EPSG:4326"), index=lons.index)
    tree = shapely.STRtree(regions.geometry.to_numpy())
    found = pd.Series("", index=lons.index, dtype="object")
    which, hits = tree.query(points.to_crs(regions.crs).to_numpy(), predicate="intersects")
    for point, hit in sorted(zip(which, hits, strict=True), reverse=True):
        found.iloc[point] = regions.index[hit]
    return found


def region_of(regions: gpd.GeoDataFrame, lon: float, lat: float) -> str:
    """Return the id of the region a position lies in, or an empty text."""
    return regions_of(regions, pd.Series([lon]), pd.Series([lat])).iloc[0]


def kilometres_to(regions: gpd.GeoDataFrame, region: str, lon: float, lat: float) -> float:
    """Return how far a position is from a region, in km along the ellipsoid; 0 inside it.

    The nearest place is looked for on the flat map (`projection`), the way to it is measured on the ellipsoid.
    """
    flat = gpd.GeoSeries([regions.geometry[region]], crs=regions.crs).to_crs(LAEA_M)
    point = gpd.GeoSeries([shapely.Point(lon, lat)], crs="EPSG:4326").to_crs(LAEA_M)
    if flat.iloc[0].intersects(point.iloc[0]):
        return 0.0
    near = shapely.shortest_line(flat.iloc[0], point.iloc[0])
    (place,) = gpd.GeoSeries([shapely.Point(near.coords[0])], crs=LAEA_M).to_crs("EPSG:4326")
    return distance_km((place.x, place.y), (lon, lat))
