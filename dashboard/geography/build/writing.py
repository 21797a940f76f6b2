"""Writes layers: GeoJSON with one feature a line, and the flat outlines for the drawing without WebGL."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import shapely

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


def outlines(path: Path, head: Mapping[str, Any], layers: Mapping[str, Iterable[Mapping[str, Any]]]) -> None:
    """Write flat layers as JSON: one outline a line, made by `flat`."""
    parts = [f'"{name}": [\n' + ",\n".join(_json(record) for record in layer) + "\n]" for name, layer in layers.items()]
    path.write_text(_json(head)[:-1] + ",\n" + ",\n".join(parts) + "\n}\n", encoding="utf-8")


def flat(shape: shapely.Geometry) -> dict[str, list[float | None]]:
    """Return a shape in km as `x` and `y` with 100 m, its rings or lines parted by nulls, as scatter traces take it."""
    xs: list[float | None] = []
    ys: list[float | None] = []
    for part in shapely.get_parts(shape):
        rings = shapely.get_rings(part) if part.geom_type == "Polygon" else [part]
        for ring in rings:
            points = np.round(shapely.get_coordinates(ring), 1)
            if xs:
                xs.append(None)
                ys.append(None)
            xs += [float(x) for x in points[:, 0]]
            ys += [float(y) for y in points[:, 1]]
    return {"x": xs, "y": ys}


def _geometry(shape: shapely.Geometry) -> dict[str, Any]:
    return json.loads(shapely.to_geojson(shape))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
