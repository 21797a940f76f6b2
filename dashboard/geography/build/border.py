"""Moves the border between Ukraine and Russia to where OpenStreetMap has it.

Natural Earth's is 1.5 km off on average and 4 km at worst, and puts Ukrainian border villages into Russia: too much
for a map of Sudzha, nine kilometres away. All tables here are in metres (an equal-area projection).
"""

from __future__ import annotations

from collections.abc import Iterator

import geopandas as gpd
import numpy as np
import shapely

from dashboard.geography.build.coverage import reshaped
from dashboard.geography.extents import Extent

# Degrees around the land border, Crimea included: beyond it the better source is not asked.
ZONE = Extent(30.0, 44.0, 42.0, 54.0)
SPECK = 3e6  # m²: a smaller piece cut off from its region joins the neighbour it shares most edge with
CRACK = 1.0  # m: gaps narrower than this are closed
SIDES = (("RUS", "UKR"), ("UKR", "RUS"))
Piece = tuple[int, str, shapely.Geometry]  # the unit it lies in, the country it belongs to, its polygon


def repaired(units: gpd.GeoDataFrame, claims: dict[str, shapely.Geometry]) -> gpd.GeoDataFrame:
    """Return `units` with the slivers between the two borders on the side they belong to, as a valid coverage.

    `units` has `country` and polygons; `claims` the land of UKR and RUS by the better source, in the same projection.
    A sliver joins the unit on the other side it shares most edge with. Slivers that touch no unit of the other side
    stay where they are: those are errors of the better source off the border (in the Syvash, for instance).
    """
    shapes = list(units.geometry)
    country = list(units["country"])
    left = list(_slivers(shapes, country, claims))
    touched = {index for index, _, _ in left}
    while left:
        moved: dict[int, list[tuple[int, shapely.Geometry]]] = {}
        later = []
        for piece in left:
            index, side, polygon = piece
            others = [other for other, owner in enumerate(country) if owner == side]
            target = _nearest_kin(polygon, shapes, others)
            if target is None:
                later.append(piece)
            else:
                moved.setdefault(target, []).append((index, polygon))
        if not moved:
            break
        for target, pieces in moved.items():
            touched.add(target)
            for index, polygon in pieces:
                shapes[index] = shapely.difference(shapes[index], polygon)
            shapes[target] = shapely.union_all([shapes[target], *(polygon for _, polygon in pieces)])
        left = later
    shapes = _clean(shapes)
    _give_specks_away(shapes, sorted(touched))
    return reshaped(units, _clean(shapes))


def _clean(shapes: list[shapely.Geometry]) -> list[shapely.Geometry]:
    """Return polygons that fit without gap or overlap, neighbours with the same vertices along their common edge."""
    whole = [shapely.union_all(_polygons(shape)) for shape in shapes]
    return [shapely.union_all(shape) for shape in shapely.coverage_clean(whole, gap_width=CRACK)]


def _slivers(
    shapes: list[shapely.Geometry], country: list[str], claims: dict[str, shapely.Geometry]
) -> Iterator[Piece]:
    """Yield every piece of one country's units that the better source gives to the other."""
    for owner, side in SIDES:
        shapely.prepare(claims[side])
        for index, shape in enumerate(shapes):
            if country[index] == owner and shapely.intersects(claims[side], shape):
                for polygon in _polygons(shapely.intersection(shape, claims[side])):
                    yield index, side, polygon


def _give_specks_away(shapes: list[shapely.Geometry], touched: list[int]) -> None:
    """Give pieces that were cut off from their region to a neighbour; islands share no edge and stay.

    `shapes` must be clean: only then is a common edge found.
    """
    for index in touched:
        parts = sorted(_polygons(shapes[index]), key=shapely.area)
        for part in parts[:-1]:
            others = [other for other in range(len(shapes)) if other != index]
            if part.area < SPECK and (target := _nearest_kin(part, shapes, others)) is not None:
                shapes[target] = shapely.union(shapes[target], part)
                shapes[index] = shapely.difference(shapes[index], part)


def _nearest_kin(polygon: shapely.Geometry, shapes: list[shapely.Geometry], candidates: list[int]) -> int | None:
    """Return the candidate that shares most edge with a polygon, or None if none shares any."""
    near = [index for index in candidates if shapely.intersects(shapes[index], polygon)]
    edge = shapely.boundary(polygon)
    lengths = [shapely.length(shapely.intersection(shapely.boundary(shapes[index]), edge)) for index in near]
    return near[int(np.argmax(lengths))] if lengths and max(lengths) > 0 else None


def _polygons(shape: shapely.Geometry) -> list[shapely.Geometry]:
    return [part for part in shapely.get_parts(shape, return_index=False) if part.geom_type == "Polygon" and part.area]
