"""Writes layers: GeoJSON with one feature a line, and points on the flat map."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import geopandas as gpd
import shapely

from dashboard.geography import projection

# What may be done with a layer, and whom to name. Each file carries its own.
NATURAL_EARTH = {"licence": "Public domain", "credit": "Natural Earth"}
MERGED = {"licence": "ODbL-1.0", "credit": "© OpenStreetMap contributors; Natural Earth"}
GEONAMES = {"licence": "CC-BY-4.0", "credit": "GeoNames"}


def geojson(path: Path, terms: Mapping[str, str], table: gpd.GeoDataFrame) -> None:
    """Write a table in degrees, index `id`, as GeoJSON (RFC 7946); `terms` are its licence and credit."""
    shapes = shapely.orient_polygons(table.geometry.to_numpy())
    head = json.dumps({"type": "FeatureCollection", **terms}, ensure_ascii=False)[:-1]
    lines = [
        _json({"type": "Feature", "id": key, "properties": {"id": key, **record}, "geometry": _geometry(shape)})
        for key, record, shape in zip(
            table.index, table.drop(columns="geometry").to_dict("records"), shapes, strict=True
        )
    ]
    path.write_text(f'{head}, "features": [\n' + ",\n".join(lines) + "\n]}\n", encoding="utf-8")


def points(path: Path, table: Mapping[str, list[tuple[float, float]]]) -> None:
    """Write points on the flat map as JSON, one region a line."""
    head = _json({**MERGED, "projection": projection.LAEA_KM, "unit": "km"})
    lines = ",\n".join(f"{_json(region)}: {_json(places)}" for region, places in table.items())
    path.write_text(f'{head[:-1]},"points": {{\n{lines}\n}}}}\n', encoding="utf-8")


def _geometry(shape: shapely.Geometry) -> dict[str, Any]:
    return json.loads(shapely.to_geojson(shape))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
