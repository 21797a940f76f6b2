"""The map's layers: what a day knows of towns, areas, gains and soldiers, with nothing added to it."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from math import pi, sqrt

import pandas as pd
import pytest

from dashboard.drawing.wording import Words
from dashboard.geography.atlas import read_atlas
from dashboard.geography.extents import SECTIONS
from dashboard.geography.projection import to_km
from dashboard.ledger import questions
from dashboard.ledger.disagreement import WINDOW
from dashboard.views import map as views
from dashboard.views import map_layers, places
from dashboard.views.map_layers import Known
from dashboard.views.request import Request

FIRST, STORY, LATEST = date(2022, 2, 1), date(2024, 11, 6), date(2026, 3, 31)
OCTOBER = "2024-10-01_2024-10-27_afp-isw-analysis_measured"


@pytest.fixture(scope="module")
def atlas(root):
    """Return the real atlas."""
    return read_atlas(root / "data" / "geo")


def asked(day=STORY, language="en", screen="wide"):
    """Return what a reader asks for."""
    return Request(day, language, "light", screen)


def statement(place, holder, evidence_on, confidence="high"):
    """Return a statement about who held a town."""
    day = pd.Timestamp(evidence_on)
    columns = {"place_id": place, "holder": holder, "evidence_on": day, "known_from": day, "confidence": confidence}
    return {"id": f"{place}-{holder}-{evidence_on}", **columns}


# --- holders ---------------------------------------------------------------------------------------------------------


def test_the_newest_evidence_weighs_most_then_the_more_confident_then_what_not_one_side_alone_claims():
    table = pd.DataFrame(
        [
            statement("a", "ukraine", "2024-10-01"),
            statement("a", "claimed_by_russia", "2024-11-01"),
            statement("a", "contested", "2024-11-01"),
            statement("a", "russia", "2024-11-01", "low"),
            statement("a", "russia", "2024-12-01"),
        ]
    )
    found = questions.holders_on(table, date(2024, 11, 6))
    assert [one["holder"] for one in found["a"]] == ["contested", "claimed_by_russia", "russia", "ukraine"]


def test_a_town_is_not_on_the_map_before_anything_is_known_of_it(ledger):
    for day in (FIRST, STORY, LATEST):
        known = set(questions.known_by(ledger.holders, day)["place_id"])
        assert set(map_layers.holders(Known(ledger, asked(day)))["id"]) <= known


def test_every_known_town_with_coordinates_is_on_the_map_at_its_place(ledger):
    found = map_layers.holders(Known(ledger, asked(LATEST))).set_index("id")
    known = set(questions.known_by(ledger.holders, LATEST)["place_id"])
    table = ledger.places.set_index("id")
    assert set(found.index) == {one for one in known if not pd.isna(table.loc[one, "lat"])}
    for place, row in found.iterrows():
        (x,), (y,) = to_km([table.loc[place, "lon"]], [table.loc[place, "lat"]])
        assert (row["x"], row["y"]) == pytest.approx((x, y), abs=0.01)


def test_sudzha_changes_hands_on_the_map_when_it_did(ledger):
    def holder(day):
        return map_layers.holders(Known(ledger, asked(day))).set_index("id").loc["sudzha", "holder"]

    assert holder(STORY) == "ukraine"
    assert holder(LATEST) == "russia"


def test_pointing_at_a_town_names_evidence_day_claimant_and_confidence(ledger):
    words = Words("en")
    row = map_layers.holders(Known(ledger, asked())).set_index("id").loc["pokrovsk"]
    assert words.day(date(2024, 10, 28)) in row["hover"]
    assert "AFP" in row["hover"]
    assert words.of("confidence", "high") in row["hover"]
    assert row["inferred"]
    assert words("map.inferred") in row["hover"]


# --- areas -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("day", [date(2024, 8, 20), STORY, date(2025, 2, 1)], ids=str)
def test_a_circle_has_the_area_that_was_claimed(ledger, day):
    found = map_layers.areas(Known(ledger, asked(day)))
    assert len(found) > 1
    for row in found.to_dict("records"):
        flat = sum(x * b - a * y for (x, y), (a, b) in pairwise(row["rings"][0])) / 2
        assert abs(flat) == pytest.approx(row["high"], rel=2e-3)


def test_each_claimant_has_one_circle_and_none_is_older_than_the_newest_by_more_than_two_months(ledger):
    for day in (STORY, date(2025, 2, 1), LATEST):
        found = Known(ledger, asked(day)).areas
        assert not found.duplicated(["place_id", "claimant_id"]).any()
        for _, claims in found.groupby("place_id"):
            assert claims["period_end"].max() - claims["period_end"].min() <= WINDOW
            assert claims["stated_on"].max().date() >= day - map_layers.PAST


def test_several_hundred_is_a_ring_and_not_a_number(ledger):
    found = map_layers.areas(Known(ledger, asked()))
    (vague,) = found[found["vague"]].to_dict("records")
    assert "several hundred" in vague["said"]
    assert len(vague["rings"]) == 2


def test_berlin_stands_beside_the_claims_without_touching_them(ledger):
    found = map_layers.areas(Known(ledger, asked()))
    (berlin,) = found[found["id"] == ""].to_dict("records")
    assert berlin["high"] == 891.12
    for row in found[found["id"] != ""].to_dict("records"):
        apart = sqrt((row["x"] - berlin["x"]) ** 2 + (row["y"] - berlin["y"]) ** 2)
        assert apart > sqrt(row["high"] / pi) + sqrt(berlin["high"] / pi)


# --- gains -----------------------------------------------------------------------------------------------------------


def test_a_choice_of_gains_is_one_period_of_one_claimant_on_one_basis(ledger):
    request = asked(LATEST)
    choices = Known(ledger, request).periods
    assert OCTOBER in choices
    for choice in choices:
        found = Known(ledger, request).of_period(choice)
        assert len(found) > 0
        for column in ("period_start", "period_end", "claimant_id", "basis", "indicator_id"):
            assert found[column].nunique() == 1
        assert not found["place_id"].duplicated().any()
    every = sum(len(Known(ledger, request).of_period(choice)) for choice in choices)
    assert every == len(Known(ledger, request).gains)


def test_no_figure_is_no_zero(ledger, atlas):
    found = map_layers.gains(Known(ledger, asked()), atlas, OCTOBER, SECTIONS["front"]).set_index("id")
    assert found.loc["donetsk-oblast", "said"] == "324\xa0km²"
    others = found.drop(index=["donetsk-oblast", "kupiansk-sector"])
    assert others["share"].isna().all()
    assert set(others["said"]) == {""}
    assert {"kharkiv-oblast", "luhansk-oblast", "zaporizhzhia-oblast", "kherson-oblast"} == set(others.index)


def test_a_sector_without_borders_stands_at_its_town_with_its_bound(ledger, atlas):
    found = map_layers.gains(Known(ledger, asked()), atlas, OCTOBER, SECTIONS["front"]).set_index("id")
    sector = found.loc["kupiansk-sector"]
    assert sector["rings"] == []
    assert "more than 40" in sector["said"]
    assert (sector["x"], sector["y"]) == map_layers.place_at(ledger, "kupiansk")


# --- soldiers --------------------------------------------------------------------------------------------------------


def test_soldiers_are_said_as_a_range_with_every_claim_behind_it(ledger, atlas):
    (row,) = map_layers.troops(Known(ledger, asked()), atlas).to_dict("records")
    assert "from more than 3,000 to 11,000" in " ".join(row["lines"])
    claims = Known(ledger, asked()).soldiers
    assert set(claims["place_id"]) == {"kursk-oblast"}
    assert row["hover"].count("<br>") == len(claims) - 1


def test_what_is_said_of_a_district_stands_at_it_and_is_not_mixed_with_the_oblast(ledger, atlas):
    known = Known(ledger, asked(LATEST))
    boxes = map_layers.troops(known, atlas).set_index("id")
    assert "10,000" in " ".join(boxes.loc["glushkovo-district", "lines"])
    assert not any("Glushkovo" in line for line in boxes.loc["kursk-oblast", "lines"])
    known = Known(ledger, asked(date(2025, 7, 1)))
    circles = map_layers.areas(known)
    (district,) = circles[circles["id"] == "glushkovo"].to_dict("records")
    assert district["high"] == 90
    assert district["said"].startswith("Glushkovo district: ")
    assert set(known.home_areas["place_id"]) <= {"kursk-oblast"}


def test_what_is_said_of_soldiers_says_from_when_to_when(ledger):
    words = Words("en")
    (north_korean, _) = map_layers.soldiers_at(Known(ledger, asked()), "kursk-oblast")
    found = Known(ledger, asked()).soldiers
    found = found[found["indicator_id"] == "nk-troops-kursk"]
    assert words.short_day(found["stated_on"].min()) in north_korean.when
    assert words.short_day(found["stated_on"].max()) in north_korean.when
    assert len(north_korean.claims) == len(found)


def test_without_a_claim_there_is_no_box(ledger, atlas):
    assert map_layers.troops(Known(ledger, asked(FIRST)), atlas).empty


# --- the page --------------------------------------------------------------------------------------------------------


def test_the_days_of_the_slider_are_those_on_which_something_became_known_and_the_day_shown(ledger):
    request = asked(date(2024, 11, 10))
    days = views.days(ledger, request)
    assert days == sorted(set(days))
    assert "2024-11-10" in days
    known = {
        f"{day:%Y-%m-%d}" for table in ("figures", "events", "holders") for day in ledger.table(table)["known_from"]
    }
    assert set(days) - {"2024-11-10"} <= known
    assert days[0] == f"{ledger.holders['known_from'].min():%Y-%m-%d}"


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("layer", map_layers.LAYERS)
def test_each_layer_has_its_own_source_and_day_in_the_key(ledger, language, layer):
    request = asked(language=language)
    key = views.key(ledger, request, Known(ledger, request), (layer,), OCTOBER)
    stands = Known(ledger, request).stands_on(layer, OCTOBER)
    publishers = {ledger.find("documents", one)["publisher"] for one in stands["document_id"]}
    assert any(one in key for one in publishers if one)
    assert request.words.day(STORY) in key
    for other in set(map_layers.LAYERS) - {layer}:
        assert f"<h3>{request.words.of('layer', other)}</h3>" not in key


def test_the_picture_says_in_words_what_it_shows(ledger, atlas):
    request = asked()
    alt = views.war_map(
        ledger, request, Known(ledger, request), atlas, "front", map_layers.LAYERS, OCTOBER, ""
    ).picture.alt
    for text in (
        "Pokrovsk: Ukraine",
        "324\xa0km²",
        "Kupiansk sector: more than 40",
        "several hundred",
        "from more than 3,000 to 11,000",
    ):
        assert text in alt


def test_the_title_follows_the_first_layer_and_what_is_known(ledger, atlas):
    words = Words("en")

    def title(day, layers):
        known = Known(ledger, asked(day))
        return views.war_map(ledger, asked(day), known, atlas, "front", layers, OCTOBER, "").picture.alt.partition(
            ". "
        )[0]

    assert title(STORY, ()) == words("map.title_base")
    assert title(FIRST, ("holders",)) == title(FIRST, ("areas",)) == words("map.none")
    assert title(FIRST, ("gains",)) == title(FIRST, ("troops",)) == words("map.none")
    assert "Donetsk oblast 324\xa0km²; Kupiansk sector more than 40" in title(STORY, ("gains",))
    assert "North Korean soldiers in Kursk" in title(STORY, ("troops",))
    assert "An area was last claimed on 22 June 2025" in title(LATEST, ("areas",))
    assert "3 held by Ukraine" in title(STORY, ("holders",))


# --- what belongs to a place -----------------------------------------------------------------------------------------


def test_the_choice_of_places_begins_with_none_and_grows_with_the_days(ledger):
    before, then, now = (places.choices(ledger, asked(day), "") for day in (FIRST, STORY, LATEST))
    assert next(iter(then)) == ""
    assert list(before) == [""]
    assert set(then) < set(now)


def test_a_place_lists_its_figures_holders_and_events_and_those_within_it(ledger):
    request = asked()
    shown = places.belongings(ledger, request, "kursk-oblast")
    inside = {"kursk-oblast"} | set(ledger.places.loc[ledger.places["within_id"] == "kursk-oblast", "id"])
    assert "sudzha" in inside
    current = questions.without_retellings(questions.current(ledger.figures, STORY))
    for row in ledger.records("figures", current[current["place_id"].isin(inside)]):
        assert request.words.amount(row) in shown
    known = questions.known_by(ledger.events, STORY)
    for title in known.loc[known["place_id"].isin(inside), "title_en"]:
        assert title.partition("'")[0].partition("&")[0] in shown


def test_a_place_of_which_nothing_is_known_says_so(ledger):
    assert Words("en")("map.nothing_here") in places.belongings(ledger, asked(FIRST), "sudzha")


def test_without_a_place_the_reader_is_told_how_to_choose(ledger):
    assert Words("de")("map.choose_place") in places.belongings(ledger, asked(language="de"), "")


@pytest.mark.parametrize("place", ["pokrovsk", "donetsk-oblast"])
def test_a_chosen_place_is_ringed_where_it_lies(ledger, atlas, place):
    chart = views.war_map(ledger, asked(), Known(ledger, asked()), atlas, "front", (), "", place).picture.chart
    rings = [one for one in chart.data if one.get("marker", {}).get("symbol") == "circle-open"]
    assert len(rings) == 1
    where = atlas.regions.get(place)
    expected = (where.x, where.y) if where else map_layers.place_at(ledger, place)
    assert (rings[0]["x"][0], rings[0]["y"][0]) == expected


def test_a_place_of_the_address_stays_a_choice_on_a_day_before_it_was_known(ledger):
    assert "rylsk" not in places.choices(ledger, asked(FIRST), "")
    assert "rylsk" in places.choices(ledger, asked(FIRST), "rylsk")
    assert "<script>" not in places.choices(ledger, asked(FIRST), "<script>")


def test_towns_no_source_places_are_named_in_the_note(ledger, atlas):
    known = Known(ledger, asked())
    names = map_layers.unplaced(known)
    assert "Snagost" in names
    chart = views.war_map(ledger, asked(), known, atlas, "front", ("holders",), "", "").picture.chart
    note = " ".join(one["text"].replace("<br>", " ") for one in chart.layout["annotations"])
    assert Words("en")("map.unplaced", names=", ".join(names)) in note


def test_a_shade_compares_with_the_largest_gain_of_all_periods(ledger, atlas):
    known = Known(ledger, asked(LATEST))
    shares = {
        choice: map_layers.gains(known, atlas, choice, SECTIONS["front"]).set_index("id")["share"].get("donetsk-oblast")
        for choice in known.periods
    }
    shown = [one for one in shares.values() if not pd.isna(one)]
    assert max(shown) == 1
    assert len(set(shown)) == len(shown) > 2


def test_the_title_counts_the_towns_in_the_picture_and_those_only_inferred(ledger, atlas):
    known = Known(ledger, asked())
    found = map_layers.holders(known)
    front, kursk = (
        views.war_map(ledger, asked(), known, atlas, section, ("holders",), "", "").picture.alt.partition(". ")[0]
        for section in ("front", "kursk")
    )
    assert f"{int(found['inferred'].sum())} of all only inferred" in front
    assert "1 held by Ukraine" in kursk


def test_the_boxes_say_what_the_newest_claims_span_and_no_older_ones(ledger):
    (_, russian) = map_layers.soldiers_at(Known(ledger, asked()), "kursk-oblast")
    assert "from 45,000 to 50,000" in russian.spread
    assert len(russian.claims) == 6
