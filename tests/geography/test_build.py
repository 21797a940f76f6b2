"""The build's steps on small shapes: Crimea, the border's slivers, lines that stay shared, files as they are drawn."""

from __future__ import annotations

import json

import geopandas as gpd
import pandas as pd
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.geography import layers, projection
from dashboard.geography.build import assembly, border, coverage, report, sources, writing
from dashboard.geography.extents import Extent
from dashboard.geography.projection import LAEA_M
from dashboard.geography.regions import kilometres_to, region_of, regions_of

KM = 1000.0
DEGREES = "EPSG:4326"
PROPERTY = settings(deadline=None)


def box(west: float, south: float, east: float, north: float) -> shapely.Polygon:
    """Return a rectangle given in kilometres."""
    return shapely.box(west * KM, south * KM, east * KM, north * KM)


# --- sources ---------------------------------------------------------------------------------------------------------

UNITS = [
    (1159309535, "RU-CR", "RUS", (33, 45)),
    (1159315877, "RU-SEV", "RUS", (33, 44)),
    (1, "RU-KDA", "RUS", (38, 45)),
    (2, "FR-75", "FRA", (2, 48)),
]


def natural_earth(path, rows):
    """Write a Natural Earth in small, with Crimea and Sevastopol Russian and one unit far away."""
    columns = {name: [row[index] for row in rows] for index, name in enumerate(("ne_id", "iso_3166_2", "adm0_a3"))}
    shapes = [shapely.box(x, y, x + 1, y + 1) for *_, (x, y) in rows]
    gpd.GeoDataFrame(columns, geometry=shapes, crs=DEGREES).to_file(path, driver="GeoJSON")
    return path


def test_crimea_and_sevastopol_are_ukrainian_and_nothing_is_left_that_says_otherwise(tmp_path):
    units = sources.units(natural_earth(tmp_path / "units.json", UNITS), Extent(18, 41, 52, 59))
    assert dict(zip(units["iso"], units["country"], strict=True)) == {"UA-43": "UKR", "UA-40": "UKR", "RU-KDA": "RUS"}
    assert list(units.columns) == ["iso", "country", "geometry"]


def test_a_natural_earth_without_crimea_is_refused(tmp_path):
    path = natural_earth(tmp_path / "units.json", UNITS[1:])
    with pytest.raises(ValueError, match="lacks Crimea or Sevastopol"):
        sources.units(path, Extent(18, 41, 52, 59))


def test_what_openstreetmap_has_in_both_countries_is_ukraines(tmp_path):
    land = {"UKR": (30, 44, 36, 52), "RUS": (34, 44, 42, 54), "FRA": (0, 44, 5, 48)}
    features = [
        {"type": "Feature", "properties": {"A3": country}, "geometry": shapely.geometry.mapping(shapely.box(*corners))}
        for country, corners in land.items()
    ]
    path = tmp_path / "land.json"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    claims = sources.claims(path, Extent(30, 44, 42, 54))
    assert set(claims) == {"UKR", "RUS"}
    assert claims["RUS"].intersection(claims["UKR"]).area == 0
    assert claims["UKR"].contains(shapely.Point(35, 45))


# --- the border ------------------------------------------------------------------------------------------------------


@pytest.fixture
def units():
    """Return two Ukrainian units below two Russian ones; the border runs straight along y = 0."""
    return gpd.GeoDataFrame(
        {"iso": ["UA-1", "UA-2", "RU-1", "RU-2"], "country": ["UKR", "UKR", "RUS", "RUS"]},
        geometry=[box(0, -50, 50, 0), box(50, -50, 100, 0), box(0, 0, 50, 50), box(50, 0, 100, 50)],
        crs=LAEA_M,
    )


def better(ukraine: shapely.Geometry) -> dict[str, shapely.Geometry]:
    """Return the claims of a better source that gives Russia all the rest."""
    return {"UKR": ukraine, "RUS": box(0, -50, 100, 50).difference(ukraine)}


# 3 km farther north in the west, 2 km farther south in the east, and 1 km² of nonsense deep in Russia.
TRUTH = shapely.union_all([box(0, -50, 40, 3), box(40, -50, 50, 0), box(50, -50, 100, -2), box(20, 10, 21, 11)])


def repaired(units, claims):
    """Return the shapes after the repair by unit."""
    return border.repaired(units, claims).set_index("iso").geometry


def test_slivers_change_sides_and_the_coverage_stays_valid(units):
    shapes = repaired(units, better(TRUTH))
    assert shapely.coverage_is_valid(shapes.to_numpy())
    assert shapes["UA-1"].area / 1e6 == pytest.approx(2500 + 3 * 40)
    assert shapes["UA-2"].area / 1e6 == pytest.approx(2500 - 2 * 50)
    assert shapes.area.sum() == pytest.approx(units.area.sum())


def test_an_error_of_the_better_source_off_the_border_stays_where_it_was(units):
    assert repaired(units, better(TRUTH))["RU-1"].contains(box(20, 10, 21, 11))


def test_other_countries_keep_their_land(units):
    poland = gpd.GeoDataFrame({"iso": ["PL-1"], "country": ["POL"]}, geometry=[box(-50, -50, 0, 0)], crs=LAEA_M)
    shapes = repaired(pd.concat([units, poland], ignore_index=True), better(TRUTH))
    assert shapes["PL-1"].area / 1e6 == pytest.approx(2500)


def test_a_piece_cut_off_joins_a_neighbour(units):
    # The border comes down to y = -2 and leaves two square kilometres of UA-2 between itself and the old line.
    truth = TRUTH.union(box(70, -1.5, 72, -0.5))
    shapes = repaired(units, better(truth))
    assert [shape.geom_type for shape in shapes] == ["Polygon"] * 4
    assert shapely.coverage_is_valid(shapes.to_numpy())
    assert shapes["RU-2"].contains(box(70, -1.5, 72, -0.5))


def test_an_island_stays_with_its_region(units):
    shapes = list(units.geometry)
    shapes[1] = shapely.union(shapes[1], box(120, -20, 121, -19))
    assert repaired(coverage.reshaped(units, shapes), better(TRUTH))["UA-2"].contains(box(120, -20, 121, -19))


# --- the coverage ----------------------------------------------------------------------------------------------------


def wavy(ys: list[float]) -> gpd.GeoDataFrame:
    """Return two units of 100 by 50 km that meet at a line through heights given in km."""
    line = [(100 * index / (len(ys) - 1), y) for index, y in enumerate(ys)]
    low = shapely.Polygon([(x * KM, y * KM) for x, y in [*line, (100, -50), (0, -50)]])
    high = shapely.Polygon([(x * KM, y * KM) for x, y in [*line, (100, 50), (0, 50)]])
    return gpd.GeoDataFrame({"id": ["low", "high"]}, geometry=[low, high], crs=LAEA_M).set_index("id")


@PROPERTY
@given(st.lists(st.floats(-2, 2), min_size=20, max_size=60), st.floats(5, 95), st.floats(-45, 45))
def test_a_point_clear_of_the_edge_stays_in_its_region_after_simplification(ys, x, y):
    before = wavy(ys)
    after = coverage.simplified(before, 250.0)
    assert shapely.coverage_is_valid(after.geometry.to_numpy())
    point = shapely.Point(x * KM, y * KM)
    for name, shape in before.geometry.items():
        if shape.contains(point) and shape.boundary.distance(point) > 4 * KM:  # as high as the waves are
            assert after.geometry[name].contains(point)


@PROPERTY
@given(st.lists(st.floats(-2, 2), min_size=3, max_size=40))
def test_neighbours_share_one_line_before_and_after(ys):
    before = wavy(ys)
    for table in (before, coverage.simplified(before, 250.0)):
        ((one, other, line),) = coverage.shared_lines(table)
        assert {one, other} == {"low", "high"}
        assert line.geom_type == "LineString"


def test_rounding_keeps_shared_vertices_shared():
    rounded = coverage.rounded(wavy([0, 1, -1, 0.3, 0.123456]).to_crs(DEGREES))
    points = shapely.get_coordinates(rounded.geometry.to_numpy())
    assert shapely.coverage_is_valid(rounded.geometry.to_numpy())
    assert (points.round(coverage.DECIMALS) == points).all()


def test_a_shape_that_rounding_breaks_is_named():
    splinter = shapely.Polygon([(30, 50), (30.00001, 50.00001), (30.00002, 50)])
    with pytest.raises(ValueError, match="not valid once rounded: splinter"):
        coverage.rounded(gpd.GeoDataFrame(geometry=[splinter], index=["splinter"], crs=DEGREES))


def test_a_cut_leaves_out_what_lies_outside():
    shapes = [shapely.box(31, 45, 32, 46), shapely.box(29, 45, 31, 46), shapely.box(20, 45, 21, 46)]
    table = gpd.GeoDataFrame({"id": ["in", "half", "out"]}, geometry=shapes, crs=DEGREES)
    left = coverage.cut(table, Extent(30, 44, 42, 54))
    assert list(left["id"]) == ["in", "half"]
    assert left.total_bounds[0] == 30


def test_a_label_stands_inside_even_a_crescent():
    crescent = box(0, 0, 100, 100).difference(box(20, 20, 100, 80))
    table = gpd.GeoDataFrame({"id": ["moon"]}, geometry=[crescent], crs=LAEA_M).set_index("id")
    assert crescent.contains(coverage.label_points(table).to_crs(LAEA_M)["moon"])


# --- questions to regions --------------------------------------------------------------------------------------------


@pytest.fixture
def land():
    """Return two regions side by side, in degrees."""
    shapes = [shapely.box(34, 50, 35, 51), shapely.box(35, 50, 36, 51)]
    return gpd.GeoDataFrame({"id": ["west", "east"]}, geometry=shapes, crs=DEGREES).set_index("id")


def test_a_position_is_in_one_region_or_in_none(land):
    assert region_of(land, 34.5, 50.5) == "west"
    assert region_of(land, 40, 50.5) == ""
    assert region_of(land, 35, 50.5) == "west"  # on the border the first one counts
    table = pd.DataFrame({"lon": [35.5, 34.5], "lat": [50.5, 50.5]}, index=["b", "a"])
    assert regions_of(land, table["lon"], table["lat"]).to_dict() == {"b": "east", "a": "west"}


def test_a_distance_is_measured_to_the_nearest_edge_and_is_nothing_inside(land):
    assert kilometres_to(land, "west", 34.5, 50.5) == 0
    assert kilometres_to(land, "west", 36, 50.5) == pytest.approx(70.97, abs=0.1)  # a degree of longitude there


# --- writing and judging ---------------------------------------------------------------------------------------------


def test_geojson_has_its_terms_and_one_feature_a_line(tmp_path):
    table = gpd.GeoDataFrame({"id": ["a"], "name": ["Ä"]}, geometry=[shapely.box(30, 50, 31, 51)], crs=DEGREES)
    path = tmp_path / "a.geojson"
    writing.geojson(path, writing.MERGED, table.set_index("id"))
    text = path.read_text(encoding="utf-8")
    content = json.loads(text)
    (feature,) = content["features"]
    assert (content["licence"], feature["id"]) == ("ODbL-1.0", "a")
    assert feature["properties"] == {"id": "a", "name": "Ä"}
    assert text.count("\n") == 3
    assert shapely.from_geojson(json.dumps(feature["geometry"])).exterior.is_ccw


def test_points_stand_one_region_a_line_with_their_terms(tmp_path):
    path = tmp_path / "handles.json"
    writing.points(path, {"a": [(0.0, 15.0)], "b": []})
    content = json.loads(path.read_text(encoding="utf-8"))
    assert content["points"] == {"a": [[0.0, 15.0]], "b": []}
    assert (content["licence"], content["unit"]) == ("ODbL-1.0", "km")


def test_handles_are_the_points_of_the_grid_inside_a_region(land):
    drawn = land.assign(role=["front", "context"])
    found = assembly.handles(drawn)
    (region,) = found
    shape = drawn.geometry.to_crs(projection.LAEA_KM)[region]
    assert found[region]
    assert all(shape.contains(shapely.Point(point)) for point in found[region])
    assert all(x % layers.GRID == 0 and y % layers.GRID == 0 for x, y in found[region])


def test_coordinates_other_than_geonames_are_named(tmp_path):
    path = tmp_path / "places.csv"
    path.write_text("id,geonames_id,lat,lon\na,1,50.1,30.2\nb,2,50.1,30.2\nc,,,\n", encoding="utf-8")
    towns = pd.DataFrame({"name": ["A", "B"], "lat": [50.1, 51.0], "lon": [30.2, 30.2]}, index=[1, 2])
    assert list(report.misplaced(path, towns)) == ["places.csv: b is 51.0,30.2 (B) in GeoNames"]
