"""Circles to scale: as large as asked for, where asked for, and measured by someone else than their maker."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyproj import Transformer

from dashboard.geography import circles

# The map's latitudes, and areas from a village to an oblast.
LATITUDES = st.floats(44, 56)
LONGITUDES = st.floats(22, 44)
PROPERTY = settings(deadline=None)
AREAS = st.floats(5, 30_000)
EQUAL_AREA = Transformer.from_crs("EPSG:4326", "EPSG:6933", always_xy=True)


def measured_km2(ring: circles.Ring) -> float:
    """Return the area of an outline on a flat equal-area map (shoelace formula), positive if counter-clockwise."""
    xs, ys = EQUAL_AREA.transform(*zip(*ring, strict=True))
    points = [(x - xs[0], y - ys[0]) for x, y in zip(xs, ys, strict=True)]  # near the origin it keeps its digits
    return sum(x * other_y - other_x * y for (x, y), (other_x, other_y) in pairwise(points)) / 2e6


@PROPERTY
@given(AREAS, LONGITUDES, LATITUDES)
def test_a_circle_has_the_area_asked_for_within_a_thousandth(area, lon, lat):
    assert measured_km2(circles.circle(area, lon, lat)) == pytest.approx(area, rel=1e-3)


@PROPERTY
@given(AREAS, LONGITUDES, LATITUDES)
def test_every_point_of_a_circle_is_as_far_from_its_centre(area, lon, lat):
    radius = circles.radius_km(area)
    for point in circles.circle(area, lon, lat):
        assert circles.distance_km((lon, lat), point) == pytest.approx(radius, rel=1e-3, abs=0.002)


@PROPERTY
@given(AREAS, st.floats(1.05, 10), LONGITUDES, LATITUDES)
def test_a_band_is_as_large_as_the_difference_of_its_ends(low, times, lon, lat):
    high = low * times
    outline, hole = circles.band(low, high, lon, lat)
    wanted = pytest.approx(high - low, abs=(high + low) * 2e-4)  # coordinates are rounded to a metre
    assert circles.area_km2([outline, hole]) == wanted
    assert measured_km2(outline) + measured_km2(hole) == wanted


@PROPERTY
@given(AREAS, LONGITUDES, LATITUDES)
def test_a_circles_coordinates_have_at_most_five_decimals(area, lon, lat):
    assert all(round(degree, 5) == degree for point in circles.circle(area, lon, lat) for degree in point)


def test_a_ring_is_closed_and_runs_counter_clockwise_and_a_hole_the_other_way():
    outline, hole = circles.band(200, 900, 35.27, 51.19)
    assert outline[0] == outline[-1]
    assert hole[0] == hole[-1]
    assert measured_km2(outline) > 0 > measured_km2(hole)


def test_600_square_kilometres_are_a_circle_of_13_8_kilometres_radius():
    assert circles.radius_km(600) == pytest.approx(13.82, abs=0.005)


def test_the_earths_curve_hardly_matters_for_these_areas():
    assert circles.radius_km(600) == pytest.approx(math.sqrt(600 / math.pi), rel=1e-6)


@pytest.mark.parametrize("area", [0, -1, math.nan, math.inf, 1e9])
def test_an_area_no_circle_can_have_is_refused(area):
    with pytest.raises(ValueError, match="no circle on Earth"):
        circles.radius_km(area)


@pytest.mark.parametrize("low", [900, 901])
def test_a_band_needs_a_smaller_end(low):
    with pytest.raises(ValueError, match="not less than"):
        circles.band(low, 900, 35.27, 51.19)


def test_a_distance_is_that_of_the_ellipsoid():
    # One degree of latitude around 45° N on WGS 84.
    assert circles.distance_km((35, 44.5), (35, 45.5)) == pytest.approx(111.132, abs=0.001)


def test_an_offset_is_as_far_away_as_asked_and_in_that_direction():
    start = (35.271, 51.191)
    north, east = circles.offset(start, 0, 40), circles.offset(start, 90, 40)
    assert circles.distance_km(start, north) == pytest.approx(40)
    assert circles.distance_km(start, east) == pytest.approx(40)
    assert north[1] > start[1]
    assert north[0] == pytest.approx(start[0])
    assert east[0] > start[0]
