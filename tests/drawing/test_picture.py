"""The frame of every chart: lines keep to their width; title, subtitle, note and source keep clear of each other."""

from __future__ import annotations

import html

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.drawing.picture import ADVANCE, Caption, Chart, compose, escape, wrap
from dashboard.drawing.style import COLOURS, Look

SCREENS = ("phone", "tablet", "desk", "wide", "wall")
WORD = st.text("abcdefghijklmnopqrstuvwxyzäöüßÄÖÜ0123456789„“,.\N{NO-BREAK SPACE}", min_size=1, max_size=12).filter(
    lambda word: word.strip()
)
PROPERTY = settings(max_examples=100, deadline=None)
CAPTION = Caption(
    title="Im Oktober 2024 waren es 478 km² bis zum 27., und erst Anfang Dezember wurde der ganze Monat bekannt",
    subtitle="Russischer Nettogewinn in der Ukraine je Monat in km², AFP-Auswertung von ISW-Daten, seit Februar 2022",
    note="Kreuze: 3 Monate ohne veröffentlichte Zahl, das ist nicht null. Schraffiert: nicht der ganze Monat. " * 2,
    source="Quellen: The Moscow Times, L’Orient-Le Jour, Arab News und 12 weitere. Stand: 6. November 2024. Lagebild.",
    language="de",
)


def length(line, size, face="sans"):
    """Return how wide a line of text is, by the board's own measure."""
    return len(line) * size * ADVANCE[face]


def blocks(picture):
    """Return the texts around a chart as (lines, size, top, bottom), from the top of the plotting area upwards."""
    layout = picture.chart.layout
    plot = layout["height"] - layout["margin"]["t"] - layout["margin"]["b"]
    found = []
    for text in layout["annotations"]:
        if text.get("xref") == text.get("yref") == "paper" and text.get("xshift") == -layout["margin"]["l"]:
            lines = text["text"].split("<br>")
            top = text["y"] * plot + text["yshift"]
            found.append((lines, text["font"]["size"], top, top - len(lines) * text["font"]["size"] * 1.28))
    return found


@PROPERTY
@given(
    st.lists(WORD, max_size=40),
    st.floats(90, 2400),
    st.sampled_from([13.0, 14.0, 23.0, 46.0]),
    st.sampled_from(list(ADVANCE)),
)
def test_no_line_is_longer_than_the_width_asked_for(words, width, size, face):
    # The narrowest column on the board takes twelve signs.
    lines = wrap(" ".join(words), max(width, 12 * size * ADVANCE[face]), size, face).lines
    assert all(length(line, size, face) <= max(width, 12 * size * ADVANCE[face]) + 1e-6 for line in lines)


@PROPERTY
@given(st.lists(WORD, max_size=40), st.floats(90, 2400))
def test_wrapping_loses_no_word_and_changes_no_order(words, width):
    assert " ".join(wrap(" ".join(words), width, 14.0).lines).split(" ") == (words or [""])


def test_a_word_longer_than_the_line_does_not_run_over():
    lines = wrap("Der Interkontinentalraketentestabschuss am Dienstag", 170, 14.0).lines
    assert all(length(line, 14.0) <= 170 for line in lines)


def test_a_number_and_its_unit_stay_on_one_line():
    text = "fast 500\N{NO-BREAK SPACE}km² " * 20
    for width in range(90, 400, 7):
        assert not any(line.startswith("km²") for line in wrap(text, width, 14.0).lines)


def test_no_text_takes_no_height():
    assert wrap("", 300, 14.0).height == 0
    assert wrap("Stand", 300, 14.0).height == pytest.approx(14.0 * 1.28)


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("share", [1.0, 0.56])
def test_the_caption_keeps_to_the_width_of_the_picture(screen, share):
    look = Look("light", screen)
    picture = compose(Chart(), CAPTION, look, plot_height=300, name="x", alt="x", share=share)
    found = blocks(picture)
    assert len(found) == 4
    for number, (lines, size, _, _) in enumerate(found):
        assert all(length(line, size, "sans" if number else "serif") <= look.width(share) for line in lines)


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("share", [1.0, 0.56])
@pytest.mark.parametrize("note", ["", CAPTION.note], ids=["without a note", "with a note"])
def test_title_subtitle_note_and_source_cover_neither_each_other_nor_the_plot(screen, share, note):
    caption = Caption(CAPTION.title, CAPTION.subtitle, CAPTION.source, note, "de")
    picture = compose(Chart(), caption, Look("light", screen), plot_height=300, name="x", alt="x", share=share)
    layout = picture.chart.layout
    plot = layout["height"] - layout["margin"]["t"] - layout["margin"]["b"]
    assert plot == pytest.approx(300 * Look("light", screen).scale, abs=1)
    found = blocks(picture)
    tops = [plot + layout["margin"]["t"], *(bottom for _, _, _, bottom in found)]
    for (_, _, top, _), ceiling in zip(found, tops, strict=False):
        assert top <= ceiling + 1
    title, subtitle, *foot = found
    assert title[2] > subtitle[2] >= subtitle[3] >= plot
    assert all(top <= -30 for _, _, top, _ in foot)  # the room for the labels of the axis stays free
    assert min(bottom for _, _, _, bottom in foot) >= -layout["margin"]["b"]


def test_the_caption_is_in_the_picture_so_that_a_saved_one_carries_it():
    picture = compose(Chart(), CAPTION, Look(), plot_height=300, name="x", alt="x")
    said = " ".join(html.unescape(" ".join(lines)) for lines, _, _, _ in blocks(picture))
    for text in (CAPTION.title, CAPTION.subtitle, CAPTION.note.strip(), CAPTION.source):
        assert text in said


def test_axes_count_in_the_readers_language():
    german, english = CAPTION, Caption("t", "s", "q", language="en")
    assert (german.separators, english.separators) == (",.", ".,")
    assert (german.date_format, english.date_format) == ("%-d.%-m.<br>%Y", "%-d %b<br>%Y")
    assert compose(Chart(), german, Look(), plot_height=9, name="x", alt="x").chart.layout["separators"] == ",."


@pytest.mark.parametrize("theme", COLOURS)
def test_a_picture_is_drawn_on_the_ground_of_its_theme(theme):
    layout = compose(Chart(), CAPTION, Look(theme), plot_height=300, name="x", alt="x").chart.layout
    assert layout["paper_bgcolor"] == layout["plot_bgcolor"] == COLOURS[theme]["background"]


def test_on_the_wall_everything_is_twice_as_large():
    desk, wall = Look("light", "desk"), Look("light", "wall")
    assert wall.size(14) == 2 * desk.size(14)
    sizes = {
        look.screen: {
            size for _, size, _, _ in blocks(compose(Chart(), CAPTION, look, plot_height=9, name="x", alt="x"))
        }
        for look in (desk, wall)
    }
    assert sizes["wall"] == {2 * size for size in sizes["desk"]}


def test_settings_are_merged_axis_by_axis():
    chart = Chart()
    chart.update(xaxis={"range": [0, 1]}, height=5)
    chart.update(xaxis={"nticks": 3}, yaxis2={"domain": [0, 1]})
    chart.update_axes("y", fixedrange=True)
    assert chart.layout["xaxis"] == {"range": [0, 1], "nticks": 3}
    assert chart.layout["yaxis"] == {"fixedrange": True}
    assert chart.layout["yaxis2"] == {"domain": [0, 1], "fixedrange": True}


def test_a_band_has_two_ends_and_a_line_one():
    chart = Chart()
    chart.add_upright(5)
    chart.add_upright(2, 9)
    assert [(one["type"], one["x0"], one["x1"]) for one in chart.layout["shapes"]] == [("line", 5, 5), ("rect", 2, 9)]


def test_tags_in_a_text_are_shown_as_text():
    assert escape("<b>Ja & Nein</b>") == "&lt;b&gt;Ja &amp; Nein&lt;/b&gt;"
