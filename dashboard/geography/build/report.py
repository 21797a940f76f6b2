"""How well the outlines went, measured with GeoNames' places, which know nothing of them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import geopandas as gpd
import pandas as pd
import shapely

from dashboard.geography import layers
from dashboard.geography.build.sources import DEGREES
from dashboard.geography.regions import load, regions_of

COUNTRIES = {"UA": "ukraine", "RU": "russia"}
NEAR = 1500.0  # m from a region's edge: there a wrong line would show


def lines(units: gpd.GeoDataFrame, towns: pd.DataFrame, folder: Path) -> Iterator[str]:
    """Yield what the layers in `folder` put elsewhere than GeoNames or `units` do, and how large they are."""
    before = named(units)
    places = located(towns, before)
    wrong = wrong_country(places, before)
    moved = places[regions_of(load(folder), places["lon"], places["lat"]) != places["region"]]
    yield f"GeoNames places in the regions: {len(places)}"
    yield f"in the wrong country: {len(wrong)} {list(wrong['name'])}"
    yield f"in another region once simplified: {len(moved)} {list(moved['name'])}"
    for path in sorted(folder.iterdir()):
        yield f"{path.name}: {path.stat().st_size / 1000:.0f} kB"


def named(units: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return the units that are drawn as regions, by id, with `country_id`."""
    return units[units["id"] != ""].set_index("id")


def located(towns: pd.DataFrame, before: gpd.GeoDataFrame) -> pd.DataFrame:
    """Return the places that lie in a region, with its id as `region`."""
    places = towns.assign(region=regions_of(before, towns["lon"], towns["lat"]))
    return places[places["region"] != ""]


def wrong_country(places: pd.DataFrame, before: gpd.GeoDataFrame) -> pd.DataFrame:
    """Return the places whose region is in another country than GeoNames says."""
    return places[places["region"].map(before["country_id"]) != places["country"].map(COUNTRIES)]


def write_sample(path: Path, units: gpd.GeoDataFrame, towns: pd.DataFrame, folder: Path) -> None:
    """Write the places our tables speak of, those near an edge of a region, and one in twenty others.

    `region` is that of the outlines before they are simplified, empty outside them.
    """
    before = named(units)
    places = located(towns, before)
    points = gpd.GeoSeries(gpd.points_from_xy(places["lon"], places["lat"], crs=DEGREES)).to_crs(before.crs)
    edges = shapely.STRtree(shapely.boundary(before.geometry.to_numpy()))
    keep = places.index.to_numpy() % 20 == 0
    keep[edges.query(points.to_numpy(), predicate="dwithin", distance=NEAR)[0]] = True
    ours = towns.loc[sorted(ours_of(folder))].assign(region=places["region"])
    sample = pd.concat([ours, places[keep]]).fillna({"region": ""})
    sample = sample[~sample.index.duplicated()].sort_index()
    sample.to_csv(path, index_label="geonames_id", lineterminator="\n")


def ours_of(folder: Path) -> set[int]:
    """Return the GeoNames ids our own tables speak of."""
    table = pd.read_csv(folder.parent / "places.csv", dtype="Int64", usecols=["geonames_id"])
    return {int(name.key) for name in layers.names(folder, "town")} | set(table["geonames_id"].dropna())


def misplaced(table: Path, places: pd.DataFrame) -> Iterator[str]:
    """Yield what is wrong with the coordinates in places.csv: they are those of the row's GeoNames id."""
    with table.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["geonames_id"]:
                place = places.loc[int(row["geonames_id"])]
                if (row["lat"], row["lon"]) != (str(place["lat"]), str(place["lon"])):
                    yield f"{table.name}: {row['id']} is {place['lat']},{place['lon']} ({place['name']}) in GeoNames"
