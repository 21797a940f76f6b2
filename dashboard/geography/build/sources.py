"""Reads the four sources as tables of plain columns. What they get wrong is mended here or in `border`, and said so."""

from __future__ import annotations

import json
from pathlib import Path

import geopandas as gpd
import pandas as pd
import shapely

from dashboard.geography.extents import Extent

DEGREES = "EPSG:4326"
# Natural Earth draws Crimea and Sevastopol as Russian. UN General Assembly resolution 68/262 (27 March 2014) upholds
# Ukraine's territorial integrity within its recognised borders; the map follows it. Keys are `ne_id`.
UKRAINIAN = {1159309535: "UA-43", 1159315877: "UA-40"}


def units(path: Path, extent: Extent) -> gpd.GeoDataFrame:
    """Return Natural Earth's first-level units that touch `extent`: `iso` (ISO 3166-2), `country` (three letters).

    Crimea and Sevastopol are Ukrainian here; every column that says otherwise is left behind.
    """
    table = gpd.read_file(path, columns=["ne_id", "iso_3166_2", "adm0_a3"])
    table = table.cx[extent.west : extent.east, extent.south : extent.north].reset_index(drop=True)
    ours = table["ne_id"].isin(list(UKRAINIAN))
    if ours.sum() != len(UKRAINIAN):
        raise ValueError(f"{path.name} lacks Crimea or Sevastopol: {sorted(UKRAINIAN)}")
    country = table["adm0_a3"].mask(ours, "UKR")
    iso = table["iso_3166_2"].mask(ours, table["ne_id"].map(UKRAINIAN))
    return gpd.GeoDataFrame({"iso": iso, "country": country}, geometry=table.geometry, crs=DEGREES)


def claims(path: Path, extent: Extent) -> dict[str, shapely.Geometry]:
    """Return the land of Ukraine (UKR) and Russia (RUS) within `extent` by OpenStreetMap, in degrees.

    Its Crimea lies in both: what is Ukraine's is taken out of Russia.
    """
    wanted = {"UKR", "RUS"}
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    land = {}
    for feature in features:
        country = feature["properties"]["A3"]
        if country in wanted:
            whole = shapely.from_geojson(json.dumps(feature["geometry"]))
            box = (extent.west, extent.south, extent.east, extent.north)
            # Cut first: mending the whole of Russia takes more than ten minutes.
            land[country] = shapely.make_valid(shapely.clip_by_rect(whole, *box))
    return {"UKR": land["UKR"], "RUS": shapely.difference(land["RUS"], land["UKR"])}


def rivers(path: Path) -> gpd.GeoDataFrame:
    """Return Natural Earth's rivers and the lines through their lakes: `name` and lines in degrees."""
    return gpd.read_file(path, columns=["name"])


def towns(path: Path) -> pd.DataFrame:
    """Return GeoNames' places of at least 500 people, by GeoNames id: `name`, `country` (two letters), `lon`, `lat`."""
    places = json.loads(path.read_text(encoding="utf-8")).values()
    table = pd.DataFrame(
        {
            "id": [place["geonameid"] for place in places],
            "name": [place["name"] for place in places],
            "country": [place["countrycode"] for place in places],
            "lon": [place["longitude"] for place in places],
            "lat": [place["latitude"] for place in places],
        }
    )
    return table.set_index("id")
