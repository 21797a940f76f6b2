"""Labels beside points: none covers another label, a point, an obstacle, or the edge of the picture."""

from __future__ import annotations

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.drawing.moments import Box, over_time, place_labels
from dashboard.drawing.picture import Caption
from dashboard.drawing.style import Look

WIDTH, HEIGHT = 640.0, 400.0
POINT = st.tuples(st.floats(0, WIDTH), st.floats(0, HEIGHT))
LABELLED = st.lists(st.tuples(POINT, st.floats(10, 300)), max_size=25)
OBSTACLES = st.lists(
    st.builds(Box, st.floats(0, WIDTH), st.floats(0, HEIGHT), st.just(8.0), st.floats(0, 200)), max_size=4
)
PROPERTY = settings(max_examples=80, deadline=None)


def place(labelled, obstacles=()):
    """Place labels of 16 pixels height in the picture and return their boxes."""
    points, widths = [point for point, _ in labelled], [width for _, width in labelled]
    return place_labels(points, widths, 16.0, (WIDTH, HEIGHT), tuple(obstacles))


def meet(one, other):
    """Whether two boxes share more than an edge, by the lengths they have in common."""
    across = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    along = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
    return across > 0 and along > 0


@PROPERTY
@given(LABELLED, OBSTACLES)
def test_no_label_covers_another(labelled, obstacles):
    boxes = [box for box in place(labelled, obstacles) if box]
    assert not any(meet(one, other) for number, one in enumerate(boxes) for other in boxes[:number])


@PROPERTY
@given(LABELLED, OBSTACLES)
def test_no_label_covers_a_point_or_an_obstacle(labelled, obstacles):
    points = [Box(x - 6, y - 6, 12, 12) for (x, y), _ in labelled]
    for box in filter(None, place(labelled, obstacles)):
        assert not any(meet(box, mark) for mark in [*points, *obstacles])


@PROPERTY
@given(LABELLED, OBSTACLES)
def test_every_label_lies_within_the_plotting_area(labelled, obstacles):
    for box in filter(None, place(labelled, obstacles)):
        assert box.x >= 0
        assert box.y >= 0
        assert box.x + box.width <= WIDTH
        assert box.y + box.height <= HEIGHT


@PROPERTY
@given(LABELLED)
def test_every_label_has_its_width_and_stays_near_its_point(labelled):
    boxes = place(labelled)
    assert len(boxes) == len(labelled)
    for box, ((x, y), width) in zip(boxes, labelled, strict=True):
        if box:
            assert (box.width, box.height) == (width, 16.0)
            assert x - width - 12 <= box.x <= x + 12
            # At most five steps up or four down; a hair line ties the label to its point.
            assert y - 16 - 66 <= box.y <= y + 90


@PROPERTY
@given(LABELLED)
def test_stretching_the_picture_sideways_makes_labels_meet_by_no_more_than_a_hair(labelled):
    boxes = place(labelled)
    # Labels left and right of two points less than 4 pixels apart come nearer by 0.7 of that distance.
    stretched = [
        Box(x * 1.7 + (box.x - x) + 1.4, box.y, box.width - 2.8, box.height)
        for box, ((x, _), _) in zip(boxes, labelled, strict=True)
        if box
    ]
    assert not any(meet(one, other) for number, one in enumerate(stretched) for other in stretched[:number])


def test_a_lonely_label_stands_right_of_its_point():
    assert place([((100.0, 200.0), 80.0)]) == [Box(109.0, 192.0, 80.0, 16.0)]


def test_a_label_wider_than_the_picture_has_no_place():
    assert place([((100.0, 200.0), WIDTH + 1)]) == [None]


def test_what_comes_first_gets_its_label_first():
    crowded = [((320.0, 200.0), 250.0) for _ in range(30)]
    boxes = place(crowded)
    assert boxes[0] is not None
    assert None in boxes


def test_a_label_that_had_to_move_away_is_tied_to_its_point_by_a_hair_line():
    look, day = Look("light", "desk"), pd.Timestamp("2024-11-06")
    claim = {"low": 400, "best": 400, "high": 400, "bound": "exact", "side": "media", "solid": True, "faded": False}
    rows = [claim | {"label": f"Somebody {number}", "hover": "", "opens": "", "on": day} for number in range(5)]
    rows.append(
        claim
        | {"label": "Alone", "hover": "", "opens": "", "on": day + pd.Timedelta(days=90), "best": 900, "high": 900}
    )
    chart = over_time(pd.DataFrame(rows), Caption("Title", "Subtitle", "Source"), look, name="x", alt="x").chart
    labels = [text for text in chart.layout["annotations"] if text["text"].startswith(("Somebody", "Alone"))]
    assert len(labels) > 3
    assert len({(text["ax"], text["ay"]) for text in labels}) > 3  # each has a place of its own
    for text in labels:
        assert text["showarrow"]
        tied = text["arrowcolor"] == look.colour("rule")
        assert tied or text["arrowcolor"] == "rgba(0,0,0,0)"
        assert tied == (abs(text["ay"]) > look.size(16 + 8)), text["text"]  # its edge is more than 16 pixels away
    assert {text["arrowcolor"] == look.colour("rule") for text in labels} == {True, False}


def test_boxes_that_only_touch_do_not_hit():
    one = Box(0, 0, 10, 10)
    assert not one.hits(Box(10, 0, 10, 10))
    assert not one.hits(Box(0, 10, 10, 10))
    assert one.hits(Box(9, 9, 10, 10))
    assert one.hits(Box(2, 2, 1, 1))
