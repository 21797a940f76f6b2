"""The flat map and its sections: there and back, true areas, and cameras that show what they are asked to."""

from __future__ import annotations

import json
import math
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.geography import circles, projection
from dashboard.geography.extents import EXTENTS, LIMITS, Extent, camera

PROPERTY = settings(deadline=None)
RUN_TIME = ("circles", "projection", "extents", "layers")


@PROPERTY
@given(st.floats(20, 50), st.floats(42, 58))
def test_a_position_comes_back_from_the_flat_map(lon, lat):
    back = projection.to_degrees(*projection.to_km([lon], [lat]))
    assert (back[0][0], back[1][0]) == pytest.approx((lon, lat), abs=1e-7)  # a centimetre


def test_the_centre_of_the_flat_map_is_its_origin():
    (x,), (y,) = projection.to_km([projection.CENTRE[0]], [projection.CENTRE[1]])
    assert (x, y) == pytest.approx((0, 0), abs=1e-6)


@PROPERTY
@given(st.floats(50, 20_000), st.floats(22, 44), st.floats(44, 56))
def test_a_circle_keeps_its_area_on_the_flat_map(area, lon, lat):
    lons, lats = zip(*circles.circle(area, lon, lat), strict=True)
    xs, ys = projection.to_km(list(lons), list(lats))
    pairs = zip(xs, ys, xs[1:], ys[1:], strict=False)
    flat = sum((x - xs[0]) * (b - ys[0]) - (a - xs[0]) * (y - ys[0]) for x, y, a, b in pairs) / 2
    assert flat == pytest.approx(area, rel=1e-3)


@pytest.mark.parametrize(("width", "height"), [(1400, 800), (390, 500), (2800, 1600)])
@pytest.mark.parametrize("name", EXTENTS)
def test_a_camera_just_shows_its_section(name, width, height):
    extent = EXTENTS[name]
    shot = camera(extent, width, height)
    world = 512 * 2**shot.zoom  # px around the equator

    def north(lat: float) -> float:
        return world * math.asinh(math.tan(math.radians(lat))) / (2 * math.pi)

    across = world * (extent.east - extent.west) / 360
    up, down = north(extent.north) - north(shot.lat), north(shot.lat) - north(extent.south)
    assert up == pytest.approx(down)
    assert max(across / width, (up + down) / height) == pytest.approx(1)


def test_a_section_knows_what_lies_in_it():
    section = Extent(30, 44, 40, 52)
    assert section.contains(30, 52)
    assert not section.contains(29.99, 50)


def test_every_section_lies_within_the_limits():
    for extent in EXTENTS.values():
        assert LIMITS.contains(extent.west, extent.south)
        assert LIMITS.contains(extent.east, extent.north)


def test_what_a_page_needs_imports_no_geopandas(root):
    modules = ", ".join(f"dashboard.geography.{name}" for name in RUN_TIME)
    code = f"import json, sys, {modules}; print(json.dumps(list(sys.modules)))"
    said = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert not {"geopandas", "shapely", "pandas", "pyogrio"} & set(json.loads(said.stdout))
