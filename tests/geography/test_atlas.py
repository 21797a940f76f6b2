"""The atlas a page draws from: regions, names and handles on the flat map, and outlines small enough to send."""

from __future__ import annotations

from itertools import pairwise
from math import hypot

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.geography.atlas import flat_ring, read_atlas, thinned
from dashboard.geography.projection import to_km

PROPERTY = settings(deadline=None)
COORDINATE = st.floats(-400, 400)
RINGS = st.lists(st.tuples(COORDINATE, COORDINATE), min_size=3, max_size=40)
EVERYWHERE = (-1000.0, -1000.0, 1000.0, 1000.0)


@pytest.fixture(scope="module")
def atlas(root):
    """Return the real atlas."""
    return read_atlas(root / "data" / "geo")


def test_every_region_has_names_in_three_languages_and_an_outline(atlas):
    assert len(atlas.regions) == 43
    for region in atlas.regions.values():
        assert set(region.names) == {"de", "en", "uk"}
        assert all(len(ring) > 3 and ring[0] == ring[-1] for ring in region.rings)


def test_what_lies_at_the_front_and_next_to_it_can_be_pointed_at(atlas):
    assert {region.id for region in atlas.regions.values() if not region.handles} == {
        region.id for region in atlas.regions.values() if region.role == "context"
    }


def test_names_of_countries_come_before_towns_and_stand_in_their_country(atlas):
    assert [one.kind for one in atlas.names] == sorted(one.kind for one in atlas.names)
    (ukraine,) = (one for one in atlas.names if one.names["en"] == "Ukraine")
    (russia,) = (one for one in atlas.names if one.names["en"] == "Russia")
    assert ukraine.x < russia.x


def test_a_ring_on_the_flat_map_has_a_point_for_each_position():
    ring = flat_ring([[35.0, 49.5], [36.0, 50.0, 120.0], [35.0, 49.5]])
    assert ring[0] == ring[-1] == pytest.approx((0, 0), abs=1e-6)
    (x,), (y,) = to_km([36.0], [50.0])
    assert ring[1] == (x, y)


@PROPERTY
@given(RINGS, st.sampled_from([0.5, 1.5, 3.0]))
def test_a_thinned_ring_stays_within_a_step_of_its_points_and_repeats_none(ring, step):
    thin = thinned(tuple(ring), step, EVERYWHERE)
    assert all(one != other for one, other in pairwise(thin))
    ways = list(pairwise(thin)) or [(thin[0], thin[0])]
    for point in ring:
        assert min(away(point, *way) for way in ways) <= step * 0.75 + 0.05
    assert len(thin) <= len(ring)


def away(point, start, end):
    """Return how far a point is from the way between two others."""
    (x, y), (a, b), (c, d) = point, start, end
    length = (c - a) ** 2 + (d - b) ** 2
    share = max(0, min(1, ((x - a) * (c - a) + (y - b) * (d - b)) / length)) if length else 0
    return hypot(x - a - share * (c - a), y - b - share * (d - b))


def test_a_point_in_the_middle_of_a_straight_line_is_left_out_and_a_turn_kept():
    ring = ((0.0, 0.0), (1.0, 0.0), (2.0, 0.0), (2.0, 1.0), (2.0, 2.0), (2.0, 1.0))
    assert thinned(ring, 1.0, EVERYWHERE) == [(0, 0), (2, 0), (2, 2), (2, 1)]


def test_what_lies_outside_the_picture_is_coarser():
    ring = tuple((x / 10, (x // 10) % 2 * 1.0) for x in range(1000))  # up and down each kilometre
    found = thinned(ring, 1.0, (0.0, -10.0, 50.0, 10.0))
    assert len([x for x, _ in found if x < 48]) > 48
    assert len([x for x, _ in found if x > 52]) <= 4
