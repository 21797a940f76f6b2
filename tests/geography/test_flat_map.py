"""The flat map and its sections: there and back, true areas, land under all of it."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.geography import circles, projection
from dashboard.geography.extents import LIMITS, SECTIONS, Extent

PROPERTY = settings(deadline=None)
RUN_TIME = ("circles", "projection", "extents", "layers", "atlas")


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


def test_a_box_knows_what_lies_in_it():
    box = Extent(30, 44, 40, 52)
    assert box.contains(30, 52)
    assert not box.contains(29.99, 50)


@pytest.mark.parametrize("name", SECTIONS)
def test_the_ground_of_a_section_lies_within_the_limits_and_around_what_it_holds(name):
    section = SECTIONS[name]
    west, south, east, north = section.ground
    for x, y in ((west, south), (west, north), (east, south), (east, north)):
        (lon,), (lat,) = projection.to_degrees([x], [y])
        assert LIMITS.contains(lon, lat)
    for x, y in ((section.x - section.half, section.y), (section.x, section.y + 0.8 * section.half)):
        assert section.contains(x, y)
        assert west < x < east
        assert south < y < north
    assert not section.contains(section.x + 1.01 * section.half, section.y)


def test_what_a_page_needs_imports_no_geopandas(root):
    modules = ", ".join(f"dashboard.geography.{name}" for name in RUN_TIME)
    code = f"import json, sys, {modules}; print(json.dumps(list(sys.modules)))"
    said = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert not {"geopandas", "shapely", "pandas", "pyogrio"} & set(json.loads(said.stdout))
