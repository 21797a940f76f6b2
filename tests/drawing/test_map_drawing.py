"""The map as it is drawn: marks to scale and at their place, words where they can be read, and a ground of its own."""

from __future__ import annotations

import json
from itertools import combinations
from math import pi, sqrt

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.drawing import basemap
from dashboard.drawing.map_frame import Frame
from dashboard.drawing.map_labels import Writer, veil, width
from dashboard.drawing.maps import HOLDERS, war_map
from dashboard.drawing.picture import Caption, Chart
from dashboard.drawing.style import COLOURS, Look
from dashboard.geography.extents import SECTIONS
from dashboard.ledger.schema import read_contract

LOOKS = [Look(theme, screen) for theme in ("light", "dark") for screen in ("phone", "tablet", "desk", "wide", "wall")]
LOOK = Look("light", "desk")
KURSK = SECTIONS["kursk"]
CAPTION = Caption("Title", "Subtitle", "Sources: none. Map: none.", "Note", "en")
EMPTY = pd.DataFrame(columns=["id", "x", "y", "hover", "opens"])
NAMES = pd.DataFrame([{"x": KURSK.x + 60, "y": KURSK.y, "text": "Oboyan", "kind": "town"}])


def area(size, said, bound="exact", *, low=None, place="sudzha", x=KURSK.x, y=KURSK.y, opens=""):
    """Return a claimed area as a row of the layer, with square outlines in place of circles."""
    rings = [
        [(x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y - half)]
        for half in (sqrt(one) / 2 for one in (size, *([low] if low else [])))
    ]
    return {
        "id": place,
        "x": x,
        "y": y,
        "high": size,
        "bound": bound,
        "vague": low is not None,
        "role": "ukraine",
        "said": said,
        "hover": said,
        "opens": opens or f"?place={place}",
        "opens_all": f"?place={place}",
        "rings": rings,
    }


def town(place, holder, *, inferred=False, x=KURSK.x, y=KURSK.y):
    """Return a town as a row of the layer of holders."""
    return {
        "id": place,
        "x": x,
        "y": y,
        "holder": holder,
        "inferred": inferred,
        "text": place,
        "hover": place,
        "opens": f"?place={place}",
    }


def drawn(look=LOOK, **layers):
    """Draw a map of Kursk and return its specification."""
    tables = dict.fromkeys(("gains", "areas", "holders", "troops", "handles"), EMPTY)
    tables |= {name: pd.DataFrame(rows) for name, rows in layers.items() if isinstance(rows, list)}
    options = {"together": ("together", "(in November)"), "chosen": layers.get("chosen")}
    picture = war_map("kursk", CAPTION, look, name="map", alt="alt", labels=NAMES, **tables, **options)
    return picture.chart.spec()


def said(spec):
    """Return every text written on the ground."""
    return [one["text"] for one in spec["layout"]["annotations"] if one.get("xref") != "paper"]


def marks(spec, place):
    """Return the traces and points that lead to a place."""
    return [
        (trace, number)
        for trace in spec["data"]
        for number, one in enumerate(trace.get("customdata", []))
        if one == f"?place={place}"
    ]


def test_every_holder_of_the_contract_has_a_sign_of_its_own(root):
    assert set(HOLDERS) == set(read_contract(root / "data")["holders"].field("holder").enum)
    assert len({symbol for symbol, _ in HOLDERS.values()}) == len(HOLDERS)


def test_a_town_is_hollow_where_its_holder_is_only_inferred():
    spec = drawn(holders=[town("a", "ukraine"), town("b", "ukraine", inferred=True, x=KURSK.x + 40)])
    ((trace, first),) = marks(spec, "a")
    ((_, second),) = marks(spec, "b")
    assert trace["marker"]["color"][first] == LOOK.colour("ukraine")
    assert trace["marker"]["color"][second] == LOOK.colour("background")
    assert trace["marker"]["line"]["color"][second] == LOOK.colour("ukraine")


def test_claims_stand_beside_their_circles_largest_first_each_led_to_its_rim():
    spec = drawn(areas=[area(600, "six hundred"), area(900, "nine hundred"), area(700, "seven hundred")])
    texts = {one["text"]: one for one in spec["layout"]["annotations"]}
    frame = Frame(KURSK, LOOK)
    height = {text: frame.pixel(one["x"], one["y"])[1] - one.get("ay", 0) for text, one in texts.items() if "ay" in one}
    order = sorted(("six hundred", "seven hundred", "nine hundred"), key=lambda text: -height[text])
    assert order == ["nine hundred", "seven hundred", "six hundred"]
    pins = marks(spec, "sudzha")
    assert len(pins) == 3
    for trace, _ in pins:
        size = {"six hundred": 600, "seven hundred": 700, "nine hundred": 900}[trace["text"][0]]
        reach = sqrt((trace["x"][0] - KURSK.x) ** 2 + (trace["y"][0] - KURSK.y) ** 2)
        assert reach == pytest.approx(sqrt(size / pi), rel=1e-6)


@pytest.mark.parametrize(("bound", "turn"), [("more_than", 0), ("at_least", 0), ("up_to", 180), ("less_than", 180)])
def test_an_end_points_outwards_where_it_is_a_lower_and_inwards_where_it_is_an_upper_one(bound, turn):
    ((pin, _),) = marks(drawn(areas=[area(800, "one", bound)]), "sudzha")
    assert pin["marker"]["symbol"] == "triangle-up"
    assert pin["marker"]["angle"] % 360 == pytest.approx((90 + turn) % 360, abs=30)


@pytest.mark.parametrize("bound", ["exact", "about", "vague", "range"])
def test_no_other_bound_points_anywhere(bound):
    ((pin, _),) = marks(drawn(areas=[area(800, "one", bound)]), "sudzha")
    assert pin["marker"]["symbol"] == "circle"


def test_a_vague_area_is_a_ring_and_a_stated_one_a_line():
    spec = drawn(areas=[area(900, "vague", "vague", low=200), area(600, "stated")])
    rings = [trace for trace in spec["data"] if trace["mode"] == "lines" and len(trace["x"]) > 2]
    assert [("fill" in one, one["line"].get("dash")) for one in rings] == [(True, "dot"), (False, None)]


def test_circles_too_small_to_be_told_apart_share_one_label():
    spec = drawn(areas=[area(5, "five"), area(6, "six")])
    assert {"together", "(in November)"} <= set(said(spec))
    assert len(marks(spec, "sudzha")) == 1
    assert not {"five", "six"} & set(said(spec))


def test_the_town_in_the_middle_of_circles_is_named_outside_them():
    spec = drawn(areas=[area(900, "nine hundred")], holders=[town("sudzha", "ukraine")])
    (name,) = (one for one in spec["layout"]["annotations"] if one["text"] == "sudzha")
    assert name["yshift"] > sqrt(900 / pi) * Frame(KURSK, LOOK).scale


def test_a_town_that_cannot_be_named_has_no_dot():
    crowd = pd.DataFrame(
        [{"x": KURSK.x, "y": KURSK.y, "text": f"a long name {one}", "kind": "town"} for one in range(20)]
    )
    tables = dict.fromkeys(("gains", "areas", "holders", "troops", "handles"), EMPTY)
    picture = war_map("kursk", CAPTION, LOOK, name="map", alt="alt", labels=crowd, together=(), **tables)
    (dots,) = (trace for trace in picture.chart.data if trace["mode"] == "markers")
    assert len(dots["x"]) == len(said(picture.chart.spec())) < 20


def test_a_phone_writes_no_claims_on_the_map_but_keeps_their_marks():
    troops = [
        {
            "id": "kursk-oblast",
            "x": KURSK.x,
            "y": KURSK.y,
            "hover": "h",
            "opens": "?place=p",
            "lines": ["Soldiers:", "5 figures"],
        }
    ]
    spec = drawn(Look("light", "phone"), areas=[area(800, "eight hundred")], troops=troops)
    assert not any("hundred" in text or "figures" in text for text in said(spec))
    assert marks(spec, "sudzha")
    assert marks(spec, "p")


def test_soldiers_are_a_box_led_to_the_place_and_never_a_pin():
    troops = [
        {
            "id": "kursk-oblast",
            "x": KURSK.x,
            "y": KURSK.y,
            "hover": "h",
            "opens": "?place=p",
            "lines": ["Soldiers:", "3 to 5"],
        }
    ]
    spec = drawn(troops=troops)
    assert "Soldiers:<br>3 to 5" in said(spec)
    (box,) = (one for one in spec["layout"]["annotations"] if one["text"] == "Soldiers:<br>3 to 5")
    assert (box["x"], box["y"]) == pytest.approx((KURSK.x, KURSK.y))  # the line's end
    assert (box["ax"], box["ay"]) != (0, 0)


def boxes(spec):
    """Return the texts on the ground that have a border, as x and y of their upper left corner."""
    return [(one["x"], one["y"]) for one in spec["layout"]["annotations"] if "bordercolor" in one]


def test_where_all_is_taken_a_hexagon_stands_for_the_box_and_nothing_is_covered():
    lines = [f"a line so long that it needs a third of the picture's width {number}" for number in range(22)]
    troops = [
        {"id": f"p{n}", "x": KURSK.x + n, "y": KURSK.y, "hover": "h", "opens": "?place=p", "lines": lines}
        for n in range(3)
    ]
    spec = drawn(troops=troops)
    signs = [trace for trace in spec["data"] if trace.get("marker", {}).get("symbol") == "hexagon2"]
    assert len(boxes(spec)) < 3
    assert len(boxes(spec)) + len(signs) == 3


def test_claims_that_find_no_room_are_left_to_the_key_but_can_be_pointed_at():
    many = [area(900 - n, f"a claim that is said at some length by somebody with a long name {n}") for n in range(40)]
    spec = drawn(areas=many)
    assert not any("claim" in text for text in said(spec))
    assert marks(spec, "sudzha")


def test_claims_too_long_for_a_line_are_broken_before_the_speaker():
    who = "(a claimant with a name, 4 Nov 2024)"
    long = [area(900 - n, f"about {900 - n} km² {who}") for n in range(3)]
    broken = [text for text in said(drawn(areas=long)) if "<br>(" in text]
    assert len(broken) == 3


def test_the_figure_of_a_region_stands_across_its_middle():
    ring = [[(KURSK.x - 40, KURSK.y - 40), (KURSK.x + 40, KURSK.y - 40), (KURSK.x, KURSK.y + 40)]]
    row = {
        "id": "a",
        "x": KURSK.x,
        "y": KURSK.y,
        "hover": "h",
        "opens": "?place=p",
        "rings": ring,
        "name": "n",
        "share": 1.0,
        "said": "almost 400",
    }
    (text,) = (one for one in drawn(gains=[row])["layout"]["annotations"] if one["text"] == "almost 400")
    assert (text["x"], text["y"]) == (KURSK.x, KURSK.y)
    assert text["xshift"] < -20
    assert -20 < text["yshift"] < 0


def test_the_name_of_the_chosen_town_stands_clear_of_its_ring():
    place = town("robotyne", "russia")
    (free,) = (one for one in drawn(holders=[place])["layout"]["annotations"] if one["text"] == "robotyne")
    ringed = drawn(holders=[place], chosen=(KURSK.x, KURSK.y))["layout"]["annotations"]
    (clear,) = (one for one in ringed if one["text"] == "robotyne")
    assert (free["xshift"], free["yshift"]) != (clear["xshift"], clear["yshift"])


def test_a_region_without_a_published_figure_is_hatched_and_never_shaded():
    ring = [[(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 0.0)]]
    shared = {"x": KURSK.x, "y": KURSK.y, "hover": "h", "opens": "?place=p", "rings": ring, "name": "n"}
    spec = drawn(
        gains=[{"id": "a", "share": None, "said": "", **shared}, {"id": "b", "share": 0.0, "said": "0", **shared}]
    )
    none, zero = (trace for trace in spec["data"] if trace.get("fill") == "toself")
    assert "fillpattern" in none
    assert "fillcolor" not in none
    assert "fillcolor" in zero


def test_the_chosen_place_is_ringed():
    spec = drawn(chosen=(KURSK.x, KURSK.y))
    (ring,) = (trace for trace in spec["data"] if trace["mode"] == "markers" and trace["x"] == [KURSK.x])
    assert ring["marker"]["symbol"] == "circle-open"
    assert not any(trace["x"] == [KURSK.x] for trace in drawn()["data"])


def test_a_mark_its_words_and_a_region_lead_to_the_address_of_their_row():
    handles = [{"opens": "?place=r", "hover": "R", "points": [(KURSK.x, KURSK.y)]}]
    spec = drawn(holders=[town("a", "russia")], areas=[area(800, "one", opens="?figure=f")], handles=handles)
    opened = {one for trace in spec["data"] for one in trace.get("customdata", [])}
    assert {"?place=a", "?figure=f"} <= opened
    assert "?place=r" in {trace.get("legendgroup") for trace in spec["data"]}
    assert [one["name"] for one in spec["layout"]["annotations"] if one.get("captureevents")] == ["?figure=f"]


@pytest.mark.parametrize("screen", ["tablet", "desk", "wide", "wall"])
def test_the_map_can_be_moved_but_not_beyond_its_ground(screen):
    layout = drawn(Look("light", screen))["layout"]
    west, south, east, north = KURSK.ground
    assert (layout["xaxis"]["minallowed"], layout["xaxis"]["maxallowed"]) == (west, east)
    assert (layout["yaxis"]["minallowed"], layout["yaxis"]["maxallowed"]) == (south, north)
    assert not layout["xaxis"]["fixedrange"]


def test_on_a_phone_a_finger_on_the_map_moves_the_page():
    layout = drawn(Look("light", "phone"))["layout"]
    assert layout["xaxis"]["fixedrange"]
    assert layout["dragmode"] is False


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look.screen} {look.theme}")
@pytest.mark.parametrize("name", SECTIONS)
def test_a_screen_shows_no_more_than_the_ground_has(name, look):
    frame = Frame(SECTIONS[name], look)
    west, south, east, north = SECTIONS[name].ground
    assert west <= frame.xs[0] < frame.xs[1] <= east
    assert south <= frame.ys[0] < frame.ys[1] <= north


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(st.floats(-110, 110), st.floats(-80, 80), st.text("abcdefgh", min_size=1, max_size=18)), max_size=30
    )
)
def test_no_two_names_cover_each_other_or_leave_the_picture(points):
    frame = Frame(KURSK, LOOK)
    writer = Writer(Chart(), frame, LOOK, halo=False)
    style = {"size": 13.5, "role": "ink", "weight": 600}
    writer.names({"x": KURSK.x + x, "y": KURSK.y + y, "text": text, **style} for x, y, text in points)
    assert all(frame.holds(box) for box in writer.taken)
    assert not any(one.hits(other) for one, other in combinations(writer.taken, 2))


def test_a_name_that_finds_no_room_at_its_point_is_left_out():
    writer = Writer(Chart(), Frame(KURSK, LOOK), LOOK, halo=False)
    wanted = {"x": KURSK.x, "y": KURSK.y, "size": 13.5, "role": "ink", "weight": 600}
    writer.names({"text": f"a rather long name {number}", **wanted} for number in range(20))
    assert 0 < len(writer.taken) < 20
    assert len(said({"layout": writer.chart.layout})) == len(writer.taken)


@pytest.mark.parametrize("theme", COLOURS)
def test_a_veil_is_the_colour_with_an_opacity(theme):
    red, green, blue = (int(COLOURS[theme]["russia"][at : at + 2], 16) for at in (1, 3, 5))
    assert veil(COLOURS[theme]["russia"], 0.5) == f"rgba({red},{green},{blue},0.50)"


def test_a_longer_text_is_wider():
    assert width("abcd", 13) > width("abc", 13) > width("abc", 12)


# --- the ground ------------------------------------------------------------------------------------------------------


def test_the_committed_ground_is_what_the_layers_give(root, tmp_path):
    made = basemap.draw_all(root / "data" / "geo", tmp_path)
    kept = root / "assets" / "static" / "map"
    assert {path.name for path in made} == {path.name for path in kept.iterdir()}
    for path in made:
        assert path.read_bytes() == (kept / path.name).read_bytes(), f"{path.name}: python -m dashboard ground"


@pytest.mark.parametrize("theme", COLOURS)
@pytest.mark.parametrize("name", SECTIONS)
def test_the_ground_of_every_section_is_small_and_asks_nobody(root, name, theme):
    text = (root / "assets" / "static" / "map" / f"{name}-{theme}.svg").read_text(encoding="utf-8")
    assert len(text.encode()) < 300_000
    assert text.count("http") == 1  # the name of SVG's own namespace
    assert COLOURS[theme]["map_front"] in text


def test_a_line_beside_the_picture_is_left_out_and_a_crossing_one_kept():
    section = SECTIONS["kursk"]
    lines = [[[-100.0, 0.0], [-99.0, 1.0]], [[34.0, 51.5], [36.0, 51.5]]]
    layers = {name: [] for name in ("countries", "regions", "rivers", "borders")}
    layers["rivers"] = [{"properties": {}, "geometry": {"type": "LineString", "coordinates": line}} for line in lines]
    svg = basemap.ground(section, "light", layers)
    assert svg.count("<path") == 1
    assert json.dumps(svg).count("NaN") == 0
