"""The recipe: from the packages' files to the files of `data/geo`."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import pandas as pd

from dashboard.geography import layers, projection
from dashboard.geography.build import assembly, border, coverage, sources, writing
from dashboard.geography.extents import LIMITS

OTHER = "other-countries"


def repaired_units(oblasts: Path, land: Path, out: Path) -> gpd.GeoDataFrame:
    """Return all first-level units around the map, in metres, with Crimea Ukrainian and the border repaired.

    `out` holds names.csv. Columns: `iso`, `country` (three letters), `country_id`, `id` (empty unless named there).
    """
    units = sources.units(oblasts, LIMITS).to_crs(projection.LAEA_M)
    claims = sources.claims(land, border.ZONE)
    flat = gpd.GeoSeries(list(claims.values()), crs=sources.DEGREES).to_crs(projection.LAEA_M).make_valid()
    whole = border.repaired(units, dict(zip(claims, flat, strict=True)))
    named = {name.key: name.id for name in layers.names(out, "region")}
    countries = {name.key: name.id for name in layers.names(out, "country")}
    whole["id"] = whole["iso"].map(named).fillna("")
    whole["country_id"] = whole["country"].map(countries).fillna(OTHER)
    return whole


def build(whole: gpd.GeoDataFrame, rivers: Path, towns: pd.DataFrame, out: Path) -> None:
    """Write every layer into the folder `out`, where names.csv is."""
    fine = coverage.simplified(whole, coverage.DETAIL)
    drawn = coverage.rounded(assembly.named_regions(fine, out).to_crs(sources.DEGREES))
    writing.geojson(out / "regions.geojson", writing.MERGED, drawn)
    land = coverage.rounded(assembly.named_countries(fine, out))
    writing.geojson(out / "countries.geojson", writing.MERGED, land)
    writing.geojson(out / "borders.geojson", writing.MERGED, assembly.borders(drawn, land))
    water = coverage.rounded(assembly.thinned(assembly.named_rivers(rivers, out), coverage.STREAM))
    writing.geojson(out / "rivers.geojson", writing.NATURAL_EARTH, water)
    writing.geojson(out / "towns.geojson", writing.GEONAMES, assembly.named_towns(towns, drawn, out))
    writing.points(out / "handles.json", assembly.handles(drawn))
