"""Reads the layers of `data/geo` as they are drawn: plain dictionaries, no geometry library."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

GRID = 15  # km between the points of `handles`
LAYERS = ("regions", "countries", "borders", "rivers", "towns")


@dataclass(frozen=True)
class Name:
    """One line of the table of names: what a thing on the map is called, and how loudly it speaks there.

    `key` is how its source knows it: ISO 3166-2 code, country code, river names parted by |, GeoNames id. `role` is
    front, neighbour or context for a region; party or context for a country; major or minor for a river; for a town
    the closest section at which it is needed: overview, sector or detail.
    """

    layer: str
    id: str
    key: str
    role: str
    name_de: str
    name_en: str
    name_uk: str


def names(folder: Path, layer: str) -> list[Name]:
    """Return the names of one layer (region, country, river, town) from `folder/names.csv`, in their order."""
    with (folder / "names.csv").open(encoding="utf-8", newline="") as file:
        return [name for name in (Name(**row) for row in csv.DictReader(file)) if name.layer == layer]


def read(folder: Path, layer: str) -> dict[str, Any]:
    """Return one of `LAYERS` as a GeoJSON feature collection."""
    return json.loads((folder / f"{layer}.geojson").read_text(encoding="utf-8"))


def properties(folder: Path, layer: str) -> list[dict[str, Any]]:
    """Return what is known of each feature of a layer, without its geometry."""
    return [feature["properties"] for feature in read(folder, layer)["features"]]


def handles(folder: Path) -> dict[str, list[tuple[float, float]]]:
    """Return, by region, the points all over it that a reader can point at: kilometres on the flat map."""
    return {
        region: [(x, y) for x, y in points]
        for region, points in json.loads((folder / "handles.json").read_text(encoding="utf-8"))["points"].items()
    }
