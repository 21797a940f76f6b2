"""The ground of the map: land, sea, borders and rivers of each section as a still picture the app serves by address.

The pictures are drawn by `python -m dashboard ground` and committed. A chart of the map only names their address,
so that moving a mark sends marks, never geometry, and the map needs neither a map service nor WebGL.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from dashboard.drawing.style import COLOURS, Theme
from dashboard.geography import layers as geodata
from dashboard.geography.extents import SECTIONS, Section
from dashboard.geography.projection import to_km

Ring = list[tuple[float, float]]


WIDE = 2600  # pixels the picture is drawn for; a wall screen shows it at that size


def ground(section: Section, theme: Theme, layers: dict[str, list[dict[str, Any]]]) -> str:
    """Return the picture of a section as SVG, from GeoJSON features in degrees: countries, regions, rivers, borders.

    Regions carry `role` (front, neighbour, context): those of the front are drawn stronger. Borders carry `kind`.
    """
    west, south, east, north = section.ground
    step = (east - west) / WIDE  # kilometres a pixel
    colour = COLOURS[theme]
    height = round((north - south) / step)
    fills = {"front": colour["map_front"], "neighbour": colour["map_near"], "context": colour["map_land"]}

    def path(rings: Iterable[Ring], closed: bool = True) -> str:
        return "".join(_path(ring, west, north, step, closed) for ring in rings)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDE}" height="{height}" viewBox="0 0 {WIDE} {height}">',
        f'<rect width="{WIDE}" height="{height}" fill="{colour["map_sea"]}"/>',
    ]
    for feature in layers["countries"]:
        parts.append(f'<path d="{path(_rings(feature))}" fill="{colour["map_land"]}" fill-rule="evenodd"/>')
    for feature in layers["regions"]:
        fill = fills[feature["properties"]["role"]]
        parts.append(
            f'<path d="{path(_rings(feature))}" fill="{fill}" stroke="{colour["map_line"]}" stroke-width="2" '
            'stroke-linejoin="round" fill-rule="evenodd"/>'
        )
    for feature in layers["rivers"]:
        line = f'fill="none" stroke="{colour["map_sea"]}" stroke-width="4" stroke-linecap="round"'
        parts.append(f'<path d="{path(_rings(feature), closed=False)}" {line}/>')
    for feature in (one for one in layers["borders"] if one["properties"]["kind"] == "country"):
        line = f'fill="none" stroke="{colour["map_border"]}" stroke-width="5" stroke-linejoin="round"'
        parts.append(f'<path d="{path(_rings(feature), closed=False)}" {line}/>')
    parts.append("</svg>\n")
    return "\n".join(part for part in parts if 'd=""' not in part)


def draw_all(geo: Path, out: Path) -> list[Path]:
    """Draw the ground of every section in both themes from the GeoJSON in `geo` into `out`; return the files."""
    layers = {name: geodata.read(geo, name)["features"] for name in ("countries", "regions", "rivers", "borders")}
    out.mkdir(parents=True, exist_ok=True)
    written = []
    for name, section in SECTIONS.items():
        for theme in COLOURS:
            path = out / f"{name}-{theme}.svg"
            path.write_text(ground(section, theme, layers), encoding="utf-8")
            written.append(path)
    return written


def _rings(feature: dict[str, Any]) -> Iterator[Ring]:
    """Yield the rings or lines of a feature on the projected plane."""
    shape = feature["geometry"]
    nested = {
        "Polygon": lambda c: c,
        "MultiPolygon": lambda c: [ring for polygon in c for ring in polygon],
        "LineString": lambda c: [c],
        "MultiLineString": lambda c: c,
    }[shape["type"]](shape["coordinates"])
    for ring in nested:
        lons, lats = zip(*ring, strict=True)
        yield list(zip(*to_km(list(lons), list(lats)), strict=True))


def _path(ring: Ring, west: float, north: float, step: float, closed: bool) -> str:
    """Return a ring as SVG path data in whole pixels; points that fall on the pixel before are left out.

    A ring that lies wholly beside the picture is left out; one that crosses its edge is kept whole, as cutting it would
    draw borders that are none.
    """
    pixels = [((x - west) / step, (north - y) / step) for x, y in ring]
    tall = WIDE  # no section is taller than wide
    xs, ys = [x for x, _ in pixels], [y for _, y in pixels]
    if max(xs) < 0 or min(xs) > WIDE or max(ys) < 0 or min(ys) > tall:
        return ""
    points: list[tuple[int, int]] = []
    for x, y in pixels:
        # Far outside the picture a coarse line does: nobody sees it, and the file stays small.
        near = -200 < x < WIDE + 200 and -200 < y < tall + 200
        grid = 1 if near else 80
        point = (round(x / grid) * grid, round(y / grid) * grid)
        if not points or point != points[-1]:
            points.append(point)
    if len(points) < (4 if closed else 2):
        return ""
    start, *rest = points
    steps = " ".join(f"{x - px} {y - py}" for (px, py), (x, y) in zip(points, rest, strict=False))
    return f"M{start[0]} {start[1]}l{steps}" + ("z" if closed else "")
