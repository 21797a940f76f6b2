"""Bounds as they are drawn: an arrow where the wording leaves an end open, a bar for a range, hollow if it is vague."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.drawing.claims import claims
from dashboard.drawing.moments import over_time
from dashboard.drawing.picture import Caption
from dashboard.drawing.style import Look
from dashboard.ledger.rules import BOUND_VALUES

LOOK = Look("light", "desk")
CAPTION = Caption("Title", "Subtitle", "Source")
DAY = pd.Timestamp("2024-11-06")
OPEN = {"more_than": 1, "at_least": 1, "up_to": -1, "less_than": -1, "nearly": -1}  # which way the truth may lie
GROUND = LOOK.colour("background")


def claim(bound, **more):
    """Return a claim of one side with the numbers its bound asks for: 400, or 400 to 800."""
    low, best, high = BOUND_VALUES[bound]
    numbers = {"low": 400 if low else None, "best": 400 if best else None, "high": 400 if high else None}
    if bound in ("range", "vague"):
        numbers["high"] = 800
    texts = {"label": "Somebody", "said": "400", "heading": "", "hover": "", "opens": ""}
    return {**numbers, **texts, "bound": bound, "side": "media", "solid": False, "faded": False, "on": DAY, **more}


def row_of(*rows):
    """Draw claims as rows and return the layout and the traces of marks."""
    chart = claims(pd.DataFrame(rows), CAPTION, LOOK, name="x", alt="x").chart
    return chart.layout, [trace for trace in chart.data if trace["mode"] == "markers"]


def over_days(*rows):
    """Draw claims over time and return all traces."""
    return over_time(
        pd.DataFrame([*rows, claim("exact", on=DAY + pd.Timedelta(days=90))]), CAPTION, LOOK, name="x", alt="x"
    ).chart.data


def arrows(layout):
    return [text for text in layout["annotations"] if text["showarrow"]]


@pytest.mark.parametrize("bound", BOUND_VALUES)
def test_an_arrow_points_where_the_truth_may_lie(bound):
    layout, _ = row_of(claim(bound))
    found = arrows(layout)
    assert len(found) == (bound in OPEN)
    for arrow in found:
        assert arrow["x"] == 400
        assert arrow["ax"] * OPEN[bound] > 0  # the head is at the far end, `ax` pixels from the mark
        assert arrow["arrowside"] == "start"


@pytest.mark.parametrize("bound", BOUND_VALUES)
def test_only_a_range_and_a_vague_figure_are_bars_from_end_to_end(bound):
    layout, marks = row_of(claim(bound))
    bars = [shape for shape in layout["shapes"] if shape["type"] == "rect"]
    assert [(bar["x0"], bar["x1"]) for bar in bars] == ([(400, 800)] if bound in ("range", "vague") else [])
    assert marks[0]["marker"]["opacity"] == [0 if bars else 1]  # a bar speaks for itself


def test_a_bar_is_filled_only_as_a_range_measured_or_confirmed_and_dotted_only_if_vague():
    layout, _ = row_of(
        claim("range", solid=True), claim("range"), claim("vague", solid=True), claim("vague"), claim("exact")
    )
    hollow = "rgba(0,0,0,0)"
    assert [(bar["fillcolor"], bar["line"]["dash"]) for bar in layout["shapes"]] == [
        (LOOK.colour("media"), "solid"),
        (hollow, "solid"),
        (hollow, "dot"),
        (hollow, "dot"),
    ]
    assert {bar["line"]["color"] for bar in layout["shapes"]} == {LOOK.colour("media")}


def test_what_is_measured_or_confirmed_is_filled_and_what_is_claimed_hollow():
    _, marks = row_of(claim("exact", solid=True), claim("exact"))
    assert marks[0]["marker"]["color"] == [LOOK.colour("media"), GROUND]


def test_what_has_been_superseded_is_pale():
    layout, marks = row_of(
        claim("exact", faded=True), claim("more_than", faded=True), claim("range", faded=True), claim("exact")
    )
    assert marks[0]["marker"]["opacity"] == [0.45, 0.45, 0, 1]
    assert [arrow["opacity"] for arrow in arrows(layout)] == [0.45]
    assert [bar["opacity"] for bar in layout["shapes"]] == [0.45]
    numbers = [text["font"]["color"] for text in layout["annotations"] if text["text"] == "400"]
    assert numbers == [LOOK.colour("quiet")] * 3 + [LOOK.colour("ink")]


def test_each_claim_is_a_row_of_its_own_and_none_is_joined_to_another():
    rows = [claim("exact", best=number, low=number, high=number) for number in (400, 400, 900)]
    _, marks = row_of(*rows)
    assert marks[0]["x"] == [400, 400, 900]
    assert len(set(marks[0]["y"])) == 3
    assert "lines" not in marks[0]["mode"]


def test_groups_of_claims_stand_under_their_headings():
    layout, marks = row_of(
        claim("exact", heading="In Kursk"), claim("exact", heading="In Kursk"), claim("exact", heading="In Russia")
    )
    headings = {text["text"]: text["y"] for text in layout["annotations"] if text["text"].startswith("<b>In")}
    first, second, third = marks[0]["y"]
    assert headings["<b>In Kursk</b>"] < first < second < headings["<b>In Russia</b>"] < third


def test_the_storys_vague_figure_is_a_band_and_a_firm_one_a_line():
    for row, kind, ends in ((claim("vague"), "rect", (400, 800)), (claim("nearly"), "line", (400, 400))):
        chart = claims(
            pd.DataFrame([claim("exact")]), CAPTION, LOOK, name="x", alt="x", reference=row, reference_label="Story"
        ).chart
        shape = chart.layout["shapes"][0]
        assert (shape["type"], shape["x0"], shape["x1"]) == (kind, *ends)
        assert shape["line"]["color"] == LOOK.colour("story")


@pytest.mark.parametrize("bound", BOUND_VALUES)
def test_over_time_an_open_end_points_up_or_down(bound):
    tips = [trace for trace in over_days(claim(bound)) if trace["mode"] == "lines+markers"]
    assert len(tips) == (bound in OPEN)
    for tip in tips:
        start, end = tip["y"]
        assert start == 400
        assert (end - start) * OPEN[bound] > 0
        assert tip["marker"]["symbol"][1] == ("triangle-up" if OPEN[bound] > 0 else "triangle-down")


@pytest.mark.parametrize(("bound", "dash"), [("range", "solid"), ("vague", "dot")])
def test_over_time_a_range_is_an_upright_bar_and_a_vague_one_dotted(bound, dash):
    bars = [trace for trace in over_days(claim(bound)) if trace["mode"] == "lines"]
    assert [(bar["y"], bar["line"]["dash"]) for bar in bars] == [([400, 800], dash)]
    assert len(set(bars[0]["x"])) == 1


def test_over_time_no_two_claims_are_joined_by_a_line():
    for trace in over_days(claim("exact"), claim("more_than", on=DAY + pd.Timedelta(days=30))):
        if "lines" in trace["mode"]:
            assert len(set(trace["x"])) == 1


def test_an_arrow_down_never_points_below_zero():
    low = {"best": 1, "low": None, "high": None}
    tips = [trace for trace in over_days(claim("nearly", **low)) if trace["mode"] == "lines+markers"]
    assert tips[0]["y"] == [1, 0]
