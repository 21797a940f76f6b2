"""The map's layers in `data/geo`: true borders and areas, towns where they belong, names in three languages, small."""

from __future__ import annotations

import csv
import re

import pandas as pd
import pytest
import shapely

from dashboard.geography import layers, projection
from dashboard.geography.build import packages
from dashboard.geography.extents import LIMITS, SECTIONS
from dashboard.geography.regions import areas_km2, kilometres_to, load, region_of, regions_of

LAYERS = ("regions", "countries", "borders", "rivers", "towns")
ROLES = {
    "region": {"front", "neighbour", "context"},
    "country": {"party", "context"},
    "river": {"major", "minor"},
    "town": {"overview", "sector", "detail"},
}
SIMFEROPOL, SEVASTOPOL = (34.11079, 44.95719), (33.52134, 44.60795)
CYRILLIC, LATIN = re.compile(r"[А-ЯЄІЇҐа-яєіїґ’ ()-]+"), re.compile(r"[A-Za-zÀ-ɏ' ()-]+")


@pytest.fixture(scope="module")
def folder(root):
    """Return the folder of the layers."""
    return root / "data" / "geo"


@pytest.fixture(scope="module")
def regions(folder):
    """Return the regions with their outlines, by id."""
    return load(folder)


@pytest.fixture(scope="module")
def countries(folder):
    """Return the countries with their outlines, by id."""
    return load(folder, "countries")


@pytest.fixture(scope="module")
def places(root):
    """Return places.csv, texts as they stand."""
    table = pd.read_csv(root / "data/places.csv", dtype=str, keep_default_na=False)
    return table.set_index("id", drop=False)


@pytest.fixture(scope="module")
def geonames(root):
    """Return GeoNames' places near a region's edge, one in twenty others, and those our tables name.

    `region` is where the outlines put them before simplification. Written by the build, with --sample.
    """
    path = root / "tests/fixtures/geo/geonames_places.csv"
    return pd.read_csv(path, index_col="geonames_id", keep_default_na=False)


@pytest.fixture(scope="module")
def names(folder):
    """Return every line of the table of names."""
    return [name for layer in ROLES for name in layers.names(folder, layer)]


# --- outlines --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("layer", ["regions", "countries"])
def test_outlines_meet_without_gap_or_overlap(folder, layer):
    table = load(folder, layer)
    assert table.is_valid.all()
    assert shapely.coverage_is_valid(table.geometry.to_numpy())


def test_no_hole_is_left_between_the_regions_of_ukraine(regions, countries):
    whole = regions[regions["country"] == "ukraine"].union_all()
    assert [hole for part in shapely.get_parts(whole) for hole in part.interiors] == []
    assert whole.symmetric_difference(countries.geometry["ukraine"]).area == pytest.approx(0, abs=1e-9)


def test_crimea_and_sevastopol_are_in_ukraine(regions, countries):
    assert countries.geometry["ukraine"].contains(shapely.Point(SIMFEROPOL))
    assert countries.geometry["ukraine"].contains(shapely.Point(SEVASTOPOL))
    assert not countries.geometry["russia"].contains(shapely.Point(SIMFEROPOL))
    assert region_of(regions, *SIMFEROPOL) == "crimea"
    assert region_of(regions, *SEVASTOPOL) == "sevastopol-city"
    assert list(regions.loc[["crimea", "sevastopol-city"], "country"]) == ["ukraine", "ukraine"]


def test_all_27_units_of_ukraine_and_16_of_russia_are_there(regions):
    assert regions["country"].value_counts().to_dict() == {"ukraine": 27, "russia": 16}
    assert (regions["iso_3166_2"].str[:2].map({"UA": "ukraine", "RU": "russia"}) == regions["country"]).all()


def test_areas_are_within_a_500th_of_the_reference(root, regions):
    with (root / "tests/fixtures/geo/reference_areas.csv").open(encoding="utf-8", newline="") as file:
        reference = {row["iso_3166_2"]: float(row["area_km2"]) for row in csv.DictReader(file)}
    drawn = areas_km2(regions.reset_index().set_index("iso_3166_2")).to_dict()
    assert set(drawn) == set(reference)
    assert {iso: (area, reference[iso]) for iso, area in drawn.items() if abs(area / reference[iso] - 1) > 0.002} == {}


def test_the_border_is_one_line_between_the_two_countries(folder, countries):
    border = load(folder, "borders").geometry["ukraine--russia"]
    assert border.geom_type == "LineString"
    assert border.difference(countries.geometry["ukraine"].boundary).length == pytest.approx(0, abs=1e-9)
    assert border.difference(countries.geometry["russia"].boundary).length == pytest.approx(0, abs=1e-9)


def test_sudzha_is_nine_kilometres_from_the_border(regions, places):
    sudzha = places.loc["sudzha"]
    nearest = min(
        kilometres_to(regions, oblast, float(sudzha["lon"]), float(sudzha["lat"]))
        for oblast in ("sumy-oblast", "kharkiv-oblast")
    )
    assert nearest == pytest.approx(9, abs=1)


def test_every_label_of_a_region_stands_inside_it(regions):
    assert list(regions_of(regions, regions["label_lon"], regions["label_lat"])) == list(regions.index)


def test_the_seym_passes_north_of_glushkovo(folder, places):
    lon, lat = float(places.loc["glushkovo", "lon"]), float(places.loc["glushkovo", "lat"])
    meridian = shapely.LineString([(lon, lat), (lon, lat + 0.1)])
    assert load(folder, "rivers").geometry["seym"].intersects(meridian)


# --- towns -----------------------------------------------------------------------------------------------------------


def test_no_ukrainian_or_russian_place_is_on_the_wrong_side(regions, geonames):
    sides = geonames["country"].map({"UA": "ukraine", "RU": "russia"})
    drawn = regions_of(regions, geonames["lon"], geonames["lat"]).map(regions["country"])
    ours = sides.notna() & drawn.notna()
    assert ours.sum() > 600
    assert list(geonames["name"][ours & (sides != drawn)]) == []


def test_every_place_is_still_in_its_region_after_simplification(regions, geonames):
    now = regions_of(regions, geonames["lon"], geonames["lat"])
    assert list(geonames["name"][now != geonames["region"]]) == []


def test_every_town_lies_in_the_oblast_it_claims(regions, places):
    towns = places[(places["kind"] == "town") & (places["lat"] != "")]
    found = regions_of(regions, towns["lon"].astype(float), towns["lat"].astype(float))
    claimed = {town: oblast for town, oblast in within(places, towns) if oblast in regions.index}
    assert len(claimed) > 15
    assert {town: found[town] for town in claimed} == claimed


def test_every_town_lies_in_the_country_it_claims(countries, places, geonames):
    states = {"ukraine": "UA", "russia": "RU", "north-korea": "KP", "south-korea": "KR"}
    states |= {"united-states": "US", "belgium": "BE", "france": "FR"}
    towns = places[(places["kind"] == "town") & (places["lat"] != "")]
    for town, country in within(places, towns):
        if country in states:
            row = towns.loc[town]
            position = float(row["lon"]), float(row["lat"])
            if row["geonames_id"]:
                assert geonames.loc[int(row["geonames_id"]), "country"] == states[country]
            if LIMITS.contains(*position):
                assert region_of(countries, *position) == country


def within(places, towns):
    """Yield each town with every place it lies in, the nearest first."""
    for town in towns["id"]:
        at = places.loc[town, "within_id"]
        while at:
            yield town, at
            at = places.loc[at, "within_id"]


def test_coordinates_of_towns_are_those_of_their_geonames_id(places, geonames):
    for row in places[places["geonames_id"] != ""].itertuples():
        place = geonames.loc[int(row.geonames_id)]
        assert (float(row.lon), float(row.lat)) == (place["lon"], place["lat"]), row.id


def test_towns_on_the_map_are_where_geonames_has_them_and_in_the_region_they_say(folder, regions, geonames):
    towns = load(folder, "towns")
    assert list(towns.geometry.x) == [geonames.loc[key, "lon"] for key in towns["geonames_id"]]
    assert list(towns.geometry.y) == [geonames.loc[key, "lat"] for key in towns["geonames_id"]]
    assert list(regions_of(regions, towns.geometry.x, towns.geometry.y)) == list(towns["region"])


def test_a_town_of_both_tables_is_the_same_in_both(folder, places):
    shared = [name for name in layers.names(folder, "town") if name.id in places.index]
    assert shared
    for name in shared:
        row = places.loc[name.id]
        assert (name.key, name.name_de, name.name_en, name.name_uk) == (
            *(row["geonames_id"], row["name_de"], row["name_en"], row["name_uk"]),
        )


def test_every_holders_town_with_coordinates_lies_in_a_section_of_the_map(root, places):
    held = set(pd.read_csv(root / "data/holders.csv")["place_id"])
    near = [section for name, section in SECTIONS.items() if name != "front"]
    for row in places[places["id"].isin(held) & (places["lat"] != "")].itertuples():
        (x,), (y,) = projection.to_km([float(row.lon)], [float(row.lat)])
        assert SECTIONS["front"].contains(x, y), row.id
        assert any(section.contains(x, y) for section in near), row.id


# --- names -----------------------------------------------------------------------------------------------------------


def test_every_name_is_there_in_three_languages_and_its_own_script(names):
    for name in names:
        assert LATIN.fullmatch(name.name_de), name
        assert LATIN.fullmatch(name.name_en), name
        assert CYRILLIC.fullmatch(name.name_uk), name


def test_no_two_things_of_a_layer_share_an_id_a_key_or_a_name(names):
    for layer in ROLES:
        own = [name for name in names if name.layer == layer]
        for field in ("id", "key", "name_de", "name_en", "name_uk"):
            values = [getattr(name, field) for name in own]
            assert len(set(values)) == len(values), (layer, field)


def test_every_thing_has_a_known_role(names):
    assert {name.layer for name in names} == set(ROLES)
    for layer, roles in ROLES.items():
        assert {name.role for name in names if name.layer == layer} == roles


@pytest.mark.parametrize("layer", ["regions", "countries", "rivers", "towns"])
def test_layers_carry_the_names_of_the_table_in_its_order(folder, layer):
    listed = layers.names(folder, {"countries": "country"}.get(layer, layer.removesuffix("s")))
    wanted = [(name.id, name.role, name.name_de, name.name_en, name.name_uk) for name in listed]
    columns = ("id", "role", "name_de", "name_en", "name_uk")
    assert [tuple(one[column] for column in columns) for one in layers.properties(folder, layer)] == wanted


def test_regions_are_called_as_in_the_table_of_places(folder, places):
    shared = [one for one in layers.properties(folder, "regions") if one["id"] in places.index]
    assert {one["id"] for one in shared} == set(places["id"][places["kind"] == "oblast"])
    for one in shared:
        row = places.loc[one["id"]]
        assert [one[column] == row[column] for column in ("name_de", "name_en", "name_uk")] == [True] * 3


def test_the_ukrainian_names_of_places_are_in_cyrillic(places):
    assert [name for name in places["name_uk"] if not CYRILLIC.fullmatch(name)] == []


# --- files -----------------------------------------------------------------------------------------------------------


def test_there_is_a_file_for_every_layer_and_no_other(folder):
    assert {path.name for path in folder.iterdir()} == {
        "names.csv",
        "handles.json",
        *(f"{layer}.geojson" for layer in layers.LAYERS),
    }
    assert layers.LAYERS == LAYERS


def test_no_file_is_larger_than_600_kilobytes(folder):
    assert {path.name: size for path in folder.iterdir() if (size := path.stat().st_size) > 600_000} == {}


@pytest.mark.parametrize("name", [f"{layer}.geojson" for layer in LAYERS] + ["handles.json"])
def test_no_number_has_more_than_five_decimals(folder, name):
    assert re.findall(r"\d\.\d{6,}", (folder / name).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("layer", LAYERS)
def test_a_layer_carries_its_licence_and_credit(folder, layer):
    wanted = {"rivers": ("Public domain", "Natural Earth"), "towns": ("CC-BY-4.0", "GeoNames")}
    content = layers.read(folder, layer)
    merged = ("ODbL-1.0", "© OpenStreetMap contributors; Natural Earth")
    assert (content["licence"], content["credit"]) == wanted.get(layer, merged)


@pytest.mark.parametrize("layer", LAYERS)
def test_features_have_their_id_in_both_places_and_lie_within_the_limits(folder, layer):
    table = load(folder, layer)
    west, south, east, north = table.total_bounds
    assert layer == "regions" or (LIMITS.contains(west, south) and LIMITS.contains(east, north))
    for feature in layers.read(folder, layer)["features"]:
        assert feature["id"] == feature["properties"]["id"]


def test_no_file_names_a_host_or_a_machine(root, folder):
    sources = [*folder.iterdir(), *(root / "dashboard/geography").rglob("*.py")]
    for path in sources:
        assert not re.search(r"https?://|/tmp/|/home/|/root/", path.read_text(encoding="utf-8")), path.name


def test_every_package_and_its_licence_stand_in_the_codebook(root):
    text = (root / "data/README.md").read_text(encoding="utf-8")
    for package in (packages.OBLASTS, packages.BORDER, packages.RIVERS, packages.TOWNS):
        name = re.sub(r"(@|==?)[\d.-]+$", "", package.command[-1])
        assert name in text
    for word in ("68/262", "ODbL", "© OpenStreetMap contributors", "CC BY 4.0", "Kherson", "Kyiv"):
        assert word in text


def test_handles_lie_in_their_region_and_no_place_of_it_is_far_from_one(folder, regions):
    flat = regions.geometry.to_crs(projection.LAEA_KM)
    found = layers.handles(folder)
    assert set(found) == set(regions.index[regions["role"] != "context"])
    for region, points in found.items():
        handles = shapely.MultiPoint(points)
        assert flat[region].contains(handles), region
        inner = flat[region].buffer(-layers.GRID)  # at an edge the nearest point of the grid may be the neighbour's
        assert inner.difference(handles.buffer(layers.GRID * 0.75)).area < 1, region
