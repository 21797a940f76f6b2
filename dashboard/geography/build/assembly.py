"""Makes the tables of what is drawn: units, river lines and towns under the names and in the order of names.csv."""

from __future__ import annotations

import math
from pathlib import Path

import geopandas as gpd
import pandas as pd
import shapely

from dashboard.geography import layers, projection, regions
from dashboard.geography.build import coverage, sources
from dashboard.geography.extents import LIMITS

SPOKEN = ["name_de", "name_en", "name_uk"]


def named_regions(fine: gpd.GeoDataFrame, out: Path) -> gpd.GeoDataFrame:
    """Return the regions of the table of names with all they are said to be, in its order; projection as given."""
    names = pd.DataFrame(layers.names(out, "region")).set_index("id")
    table = fine[fine["id"] != ""].set_index("id").loc[names.index]
    points = coverage.label_points(table)
    columns = {
        "iso_3166_2": table["iso"],
        "country": table["country_id"],
        "role": names["role"],
        **{column: names[column] for column in SPOKEN},
        "label_lon": points.x.round(3),
        "label_lat": points.y.round(3),
    }
    return gpd.GeoDataFrame(columns, geometry=table.geometry, crs=table.crs)


def named_countries(fine: gpd.GeoDataFrame, out: Path) -> gpd.GeoDataFrame:
    """Return the countries dissolved from simplified units, cut at the map's limits, in degrees."""
    names = pd.DataFrame(layers.names(out, "country")).set_index("id")
    table = coverage.cut(coverage.dissolved(fine, "country_id").to_crs(sources.DEGREES), LIMITS)
    return gpd.GeoDataFrame(names[["role", *SPOKEN]], geometry=table.geometry.loc[names.index], crs=table.crs)


def borders(drawn: gpd.GeoDataFrame, land: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return each line between two countries, or two regions of one country, once; `between` names the two."""
    found = [("country", one, other, line) for one, other, line in coverage.shared_lines(land)]
    for country in drawn["country"].unique():
        group = drawn[drawn["country"] == country]
        found += [("region", one, other, line) for one, other, line in coverage.shared_lines(group)]
    columns = {"kind": [line[0] for line in found], "between": [list(line[1:3]) for line in found]}
    index = pd.Index([f"{one}--{other}" for _, one, other, _ in found], name="id")
    return gpd.GeoDataFrame(columns, index=index, geometry=[line[3] for line in found], crs=drawn.crs)


def named_rivers(path: Path, out: Path) -> gpd.GeoDataFrame:
    """Return the rivers of the table of names, each as one line or several, cut at the map's limits, in metres."""
    names = pd.DataFrame(layers.names(out, "river")).set_index("id")
    known = {key: name for name, keys in names["key"].items() for key in keys.split("|")}
    table = sources.rivers(path)
    table["id"] = table["name"].map(known)
    table = coverage.cut(table[table["id"].notna()], LIMITS).dissolve(by="id")
    merged = table.geometry.to_crs(projection.LAEA_M).line_merge()
    return gpd.GeoDataFrame(names[["role", *SPOKEN]], geometry=merged.loc[names.index], crs=projection.LAEA_M)


def thinned(lines: gpd.GeoDataFrame, tolerance: float) -> gpd.GeoDataFrame:
    """Return lines (metres) without bends smaller than `tolerance`, in degrees."""
    return coverage.reshaped(lines, lines.geometry.simplify(tolerance)).to_crs(sources.DEGREES)


def named_towns(towns: pd.DataFrame, drawn: gpd.GeoDataFrame, out: Path) -> gpd.GeoDataFrame:
    """Return the towns of the table of names as points, with the region each lies in (empty outside the regions)."""
    names = pd.DataFrame(layers.names(out, "town")).set_index("id")
    found = towns.loc[names["key"].astype(int)].set_index(names.index)
    columns = {
        "geonames_id": names["key"].astype(int),
        "role": names["role"],
        "region": regions.regions_of(drawn, found["lon"], found["lat"]),
        **{column: names[column] for column in SPOKEN},
    }
    points = gpd.points_from_xy(found["lon"], found["lat"])
    return gpd.GeoDataFrame(columns, geometry=points, crs=sources.DEGREES)


def handles(drawn: gpd.GeoDataFrame) -> dict[str, list[tuple[float, float]]]:
    """Return points all over each region of the front and next to it, in whole kilometres on the flat map.

    They lie on a grid of `layers.GRID`, so that any place in a region has one within 11 km, but for the edges.
    """
    flat = drawn[drawn["role"] != "context"].geometry.to_crs(projection.LAEA_KM)
    found = {}
    for region, shape in flat.items():
        west, south, east, north = (math.ceil(end / layers.GRID) for end in shape.bounds)
        grid = [
            (float(x * layers.GRID), float(y * layers.GRID)) for x in range(west, east) for y in range(south, north)
        ]
        found[str(region)] = [point for point in grid if shape.contains(shapely.Point(point))]
    return found
