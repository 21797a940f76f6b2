"""Revised figures as rows of two marks: which is hollow, where the numbers stand, and what is no mere difference."""

from __future__ import annotations

import re

import pandas as pd
import pytest

from dashboard.drawing.picture import ADVANCE, Caption
from dashboard.drawing.revisions import dumbbells
from dashboard.drawing.style import Look

CAPTION = Caption("Title", "Subtitle", "Source")


def value(number, *, bound="exact", high=None, heading="km²", same=True):
    """Return one version of a figure; its receipt is called after its number."""
    return {
        "label": "A figure",
        "heading": heading,
        "low": number,
        "best": None if high else number,
        "high": high or number,
        "bound": bound,
        "said": str(number),
        "side": "monitor",
        "same": same,
        "hover": "",
        "opens": f"?figure={number}",
    }


def drawn(*values, screen="desk"):
    """Draw versions, two a row, and return the chart."""
    return dumbbells(pd.DataFrame(values), CAPTION, Look("light", screen), name="x", alt="x").chart


def numbers(chart):
    """Return the numbers beside the marks, by what they open."""
    return {one["name"]: one for one in chart.layout["annotations"] if "name" in one}


@pytest.mark.parametrize("pair", [(478, 610), (610, 478), (500, 500)])
def test_the_first_value_is_hollow_the_latest_filled_and_both_open_their_receipts(pair):
    chart = drawn(*(value(one) for one in pair))
    ground, ink = Look().colour("background"), Look().colour("monitor")
    assert [trace["marker"]["color"] for trace in chart.data] == [[ground], [ink]]
    assert [trace["x"] for trace in chart.data] == [[one] for one in pair]
    assert [trace["customdata"] for trace in chart.data] == [[f"?figure={one}"] for one in pair]


@pytest.mark.parametrize("screen", ["phone", "tablet", "desk", "wall"])
@pytest.mark.parametrize("pair", [(478, 610), (610, 478), (430, 431), (1, 100_000), (100_000, 1)])
def test_the_numbers_stand_outside_their_marks_and_inside_the_picture(pair, screen):
    chart = drawn(*(value(one) for one in pair), screen=screen)
    said, (start, end) = numbers(chart), chart.layout["xaxis"]["range"]
    lower, upper = (said[f"?figure={one}"] for one in sorted(pair))
    assert (lower["xanchor"], upper["xanchor"]) == ("right", "left")
    assert start <= 0 < min(pair)
    look = Look("light", screen)
    plot = look.width() - chart.layout["margin"]["l"] - chart.layout["margin"]["r"]
    for one, way in ((lower, -1), (upper, 1)):
        width = len(re.sub("<[^>]+>", "", one["text"])) * look.size(14) * ADVANCE["sans"]
        outer = (one["x"] - start) / (end - start) * plot + one["xshift"] + way * width
        assert -1 <= outer <= plot + 1


def test_a_line_is_dotted_where_the_two_may_not_be_subtracted():
    for same, dash in ((True, "solid"), (False, "dot")):
        (line,) = drawn(value(478, same=same), value(610, same=same)).layout["shapes"]
        assert line["line"]["dash"] == dash
        assert (line["x0"], line["x1"]) == (478, 610)


def test_each_unit_has_a_scale_of_its_own():
    chart = drawn(value(600, heading="persons"), value(2000, heading="persons"), value(478), value(610))
    assert [trace["xaxis"] for trace in chart.data] == ["x", "x", "x2", "x2"]
    assert chart.layout["xaxis"]["range"][1] > 2000 > chart.layout["xaxis2"]["range"][1] > 610
    assert chart.layout["xaxis2"]["overlaying"] == "x"


@pytest.mark.parametrize(("bound", "dash"), [("range", "solid"), ("vague", "dot")])
def test_a_range_or_vague_figure_is_a_bar_and_no_mark(bound, dash):
    chart = drawn(value(200, bound=bound, high=900, same=False), value(610, same=False))
    (bar,) = [one for one in chart.layout["shapes"] if one["type"] == "rect"]
    assert (bar["x0"], bar["x1"], bar["line"]["dash"]) == (200, 900, dash)
    assert [trace["marker"]["opacity"] for trace in chart.data] == [[0], [1]]
