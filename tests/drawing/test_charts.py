"""Every chart of the board, drawn from the real data for each screen and theme: valid, light, and within its bounds."""

from __future__ import annotations

import html
import json
import re
from datetime import date
from typing import get_args

import plotly.graph_objects as go
import pytest
from PIL import ImageFont

from dashboard.drawing.style import COLOURS, MARKERS, Screen, Theme
from dashboard.views.request import Request
from dashboard.views.story import SHARE

LATEST = date(2026, 3, 31)  # a day after everything in the tables
SCREENS, THEMES = get_args(Screen), get_args(Theme)
MOST_BYTES = 60_000
# Tags Plotly may read; whatever else looks like one has to be escaped.
TAGS = re.compile(r"</?b>|<br>|<extra></extra>")


def texts(node):
    """Yield every text in a chart's specification."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for value in node.values():
            yield from texts(value)
    elif isinstance(node, list | tuple):
        for value in node:
            yield from texts(value)


@pytest.fixture(scope="session")
def width(root):
    """Return a function that measures a text in the board's own fonts: the widest of its lines, in pixels."""
    faces = {}
    for face, weight in (("sans", 400), ("sans", 700), ("serif", 600)):
        number = 3 if face == "sans" else 4
        file = root / "assets" / "static" / "fonts" / f"source-{face}-{number}-latin-wght-normal.woff2"
        faces[face, weight] = ImageFont.truetype(file, 100)
        faces[face, weight].set_variation_by_axes([weight])

    def measure(text, size, face="sans"):
        lines = [(html.unescape(TAGS.sub("", line)), "<b>" in line) for line in text.split("<br>")]
        weights = [600 if face == "serif" else 700 if bold else 400 for _, bold in lines]
        return max(
            faces[face, weight].getlength(line) / 100 * size for (line, _), weight in zip(lines, weights, strict=True)
        )

    return measure


@pytest.fixture(scope="module", params=[(screen, theme) for screen in SCREENS for theme in THEMES], ids=" ".join)
def request_(request):
    """Return what a reader of one screen and theme asks for, late enough to see every row."""
    screen, theme = request.param
    return Request(LATEST, "de", theme, screen)


@pytest.fixture(scope="module")
def pictures(shown, request_):
    """Return every chart of every page for that reader, by the name of its view."""
    return {view.name: view.pictures[0] for view in shown(request_) if view.pictures}


def test_every_page_has_its_charts(pictures):
    pages = {
        "story": 4,
        "monthly": 2,
        "other_counts": 2,
        "years": 1,
        "claims": 7,
        "soldiers": 4,
        "arms": 10,
        "overview": 4,
        "war_map": 6,
    }
    for name, number in pages.items():
        assert sum(one.split()[0] == name for one in pictures) == number, name


def test_every_chart_is_valid_for_plotly(pictures):
    faults = {}
    for name, picture in pictures.items():
        try:
            go.Figure(picture.chart.spec())
        except (ValueError, TypeError) as error:
            faults[name] = re.sub(r"\s+", " ", str(error))[:160]
    assert faults == {}


def test_every_chart_is_plain_json_of_bearable_size(pictures):
    for name, picture in pictures.items():
        sent = json.dumps(picture.chart.spec(), ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        assert len(sent.encode()) <= MOST_BYTES, name


def test_every_chart_has_its_height_name_and_alt_text(pictures):
    for name, picture in pictures.items():
        assert picture.chart.layout["height"] == picture.height >= 200, name
        assert re.fullmatch(r"lagebild-[a-z0-9_-]+-2026-03-31-de", picture.name), name
        assert len(picture.alt) > 40, name


def test_only_the_tags_plotly_knows_are_left_in_any_text(pictures):
    for name, picture in pictures.items():
        for text in texts(picture.chart.spec()):
            assert "<" not in TAGS.sub("", text), f"{name}: {text}"


def test_every_colour_of_a_chart_is_one_of_its_theme(pictures, request_):
    own = {colour.upper() for colour in COLOURS[request_.theme].values()}
    for name, picture in pictures.items():
        used = {text.upper() for text in texts(picture.chart.spec()) if re.fullmatch(r"#[0-9a-fA-F]{6}", text)}
        assert used, name
        assert used <= own, name


def test_no_line_around_a_chart_is_wider_than_the_picture(pictures, request_, width):
    for name, picture in pictures.items():
        room = request_.look.width(SHARE if name.startswith("story") else 1)
        layout = picture.chart.layout
        for text in layout["annotations"]:
            if text.get("xref") == text.get("yref") == "paper" and text.get("xshift") == -layout["margin"]["l"]:
                face = "serif" if "Serif" in text["font"]["family"] else "sans"
                assert width(text["text"], text["font"]["size"], face) <= room, f"{name}: {text['text']}"


def test_the_labels_of_rows_fit_the_room_left_of_the_chart(pictures, width):
    for name, picture in pictures.items():
        axis = picture.chart.layout["yaxis"]
        for label in axis.get("ticktext", ()):
            assert width(label, axis["tickfont"]["size"]) <= picture.chart.layout["margin"]["l"], f"{name}: {label}"


def test_a_claims_number_in_words_ends_inside_the_picture(pictures, request_, width):
    for name, picture in pictures.items():
        layout = picture.chart.layout
        if not name.startswith(("story", "soldiers", "casualties", "russian", "arms", "years")):
            continue
        margin = layout["margin"]
        plot = request_.look.width(SHARE if name.startswith("story") else 1) - margin["l"] - margin["r"]
        start, end = layout["xaxis"]["range"]
        numbers = [text for text in layout["annotations"] if text.get("xanchor") == "left" and "xref" not in text]
        assert numbers, name
        for text in numbers:
            right = (text["x"] - start) / (end - start) * plot + text.get("xshift", 0)
            right += width(text["text"], text["font"]["size"])
            assert right <= plot + margin["r"], (
                f"{name}: {text['text']} ends at {right:.0f} of {plot + margin['r']:.0f}"
            )


def test_every_mark_of_a_side_has_the_sides_marker_and_colour(pictures, request_):
    sides = {request_.look.colour(side): MARKERS[side] for side in MARKERS}
    for name in ("soldiers kursk", "casualties", "russian_troops"):
        traces = [trace for trace in pictures[name].chart.data if trace.get("mode") == "markers"]
        assert len(traces) > 1, name
        for trace in traces:
            assert sides[trace["marker"]["line"]["color"]] == trace["marker"]["symbol"]


def test_measured_or_confirmed_is_filled_and_claimed_is_hollow(pictures, request_, ledger):
    ground = request_.look.colour("background")
    figures = ledger.figures
    held = figures[figures["indicator_id"] == "kursk-settlements-held"]
    solid = (held["basis"] == "measured") | (held["status"] == "confirmed")
    marks = [
        colour != ground
        for trace in pictures["claims kursk-settlements-held"].chart.data
        if trace.get("mode") == "markers"
        for colour in trace["marker"]["color"]
    ]
    assert sum(marks) == solid.sum()
    assert len(marks) == len(held)


def test_a_month_without_a_published_figure_is_a_cross_and_no_bar(pictures):
    chart = pictures["monthly since_2024"].chart
    bars = next(trace for trace in chart.data if trace["type"] == "bar")
    crosses = next(trace for trace in chart.data if trace.get("marker", {}).get("symbol") == "x-thin")
    along = "y" if bars["orientation"] == "h" else "x"
    up = "x" if along == "y" else "y"
    assert len(crosses[along]) == 2  # February and June 2024
    assert not set(bars[along]) & set(crosses[along])
    assert set(crosses[up]) == {0}
    assert 0 not in bars[up]


def test_march_2022_is_cut_and_says_its_full_number(pictures):
    chart = pictures["monthly since_2024"].chart
    bars = next(trace for trace in chart.data if trace["type"] == "bar")
    along, up = ("y", "x") if bars["orientation"] == "h" else ("x", "y")
    numbers = [text for text in chart.layout["annotations"] if text["text"] == "45.426"]
    assert [(text[along], text[up]) for text in numbers] == [(bars[along][0], 800)]  # at the end of the cut bar
    assert bars[up][0] == max(bars[up]) == 800
    strokes = [shape for shape in chart.layout["shapes"] if shape["type"] == "line"]
    assert len(strokes) == 2
