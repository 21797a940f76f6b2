"""The map in a browser: pointing, playing, moving; every view legible; no map service and no WebGL."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import expect

from dashboard.drawing.map_frame import HEIGHTS
from dashboard.geography.extents import SECTIONS
from dashboard.geography.projection import to_km

pytestmark = pytest.mark.browser

DESK, SCREEN, WALL, PHONE = (1440, 900), (1920, 1080), (3840, 2160), (390, 844)
STORY_DAY, LATEST = "2024-11-06", "2026-03-17"
ALL = "holders,areas,gains,troops"
ROBOTYNE, NEAR_VOLNOVAKHA, NEAR_VORONEZH = (35.82611, 47.44306), (37.9, 47.45), (39.9, 51.2)
# Where a point of the flat map stands in the window.
PIXEL = """([x, y]) => {
  const chart = document.querySelector('.js-plotly-plot'), {xaxis, yaxis} = chart._fullLayout
  const area = chart.querySelector('.nsewdrag').getBoundingClientRect()
  const share = (axis, at) => (at - axis.range[0]) / (axis.range[1] - axis.range[0])
  return [area.x + area.width * share(xaxis, x), area.y + area.height * (1 - share(yaxis, y))]
}"""
DRAWN = """height => {
  const axis = document.querySelector('.js-plotly-plot')?._fullLayout?.yaxis
  return axis && Math.abs(axis._length - height) < 3
}"""
RANGE = "() => document.querySelector('.js-plotly-plot')._fullLayout.xaxis.range"
GROUND = re.compile(r"/app/static/map/[a-z]+-(light|dark)\.svg$")


def pixel(window, position):
    """Return where a position in degrees stands in the window, scrolled into view."""
    window.page.locator(".js-plotly-plot .nsewdrag").scroll_into_view_if_needed()
    (x,), (y,) = to_km([position[0]], [position[1]])
    return window.page.evaluate(PIXEL, [x, y])


def shown(windows, **parameters):
    """Open the map and wait until it is drawn."""
    size = parameters.pop("size", SCREEN)
    window = windows.open("/map", size=size, **({"as_of": STORY_DAY, "lang": "de"} | parameters))
    window.drawn(1)
    window.page.wait_for_function(DRAWN, arg=HEIGHTS["wide"])  # before the board knows the window it draws for a desk
    window.settle()
    return window


def panel(window):
    """Return the heading of what belongs to the chosen place."""
    return window.page.locator(".lb-place-panel h2")


def test_a_click_on_a_town_lists_what_belongs_to_it_and_stands_in_the_address(windows):
    window = shown(windows)
    window.page.mouse.click(*pixel(window, ROBOTYNE))
    window.addressed(path="/map", place="robotyne")
    expect(panel(window)).to_have_text("Robotyne")
    expect(window.page.locator(".lb-place-panel a").first).to_have_attribute("href", re.compile("^https?://"))


def test_a_click_anywhere_in_a_region_of_the_front_chooses_it(windows):
    window = shown(windows)
    window.page.mouse.click(*pixel(window, NEAR_VOLNOVAKHA))
    window.addressed(place="donetsk-oblast")
    expect(panel(window)).to_have_text("Oblast Donezk")
    window.page.go_back()
    expect(panel(window)).to_have_count(0)


def test_a_region_of_which_nothing_is_known_says_so_when_pointed_at(windows):
    window = shown(windows)
    window.page.mouse.move(*pixel(window, NEAR_VORONEZH))
    label = window.page.locator(".js-plotly-plot .hoverlayer .hovertext")
    expect(label).to_contain_text("Oblast Woronesch")
    expect(label).to_contain_text(window.words("map.nothing_here"))


def test_the_map_plays_the_days_pauses_and_only_then_writes_the_day(windows):
    window = shown(windows)
    window.page.get_by_role("button", name=window.words("map.play")).click()
    expect(window.day()).not_to_have_value(STORY_DAY)
    assert window.address()["as_of"] == STORY_DAY
    window.page.get_by_role("button", name=window.words("map.pause")).click()
    expect(window.page.get_by_role("button", name=window.words("map.play"))).to_be_visible()
    window.addressed(as_of=window.day().input_value())
    assert window.address()["as_of"] > STORY_DAY


def test_the_map_is_played_with_the_keyboard(windows):
    window = shown(windows)
    window.page.keyboard.press("p")
    expect(window.page.get_by_role("button", name=window.words("map.pause"))).to_be_visible()
    window.page.keyboard.press("p")
    expect(window.page.get_by_role("button", name=window.words("map.play"))).to_be_visible()
    window.settle()
    day = window.day().input_value()
    window.page.get_by_role("slider").focus()
    window.page.keyboard.press("ArrowRight")
    expect(window.day()).not_to_have_value(day)
    window.addressed(as_of=window.day().input_value())
    assert window.address()["as_of"] > day


def test_leaving_the_page_ends_the_playing(windows):
    window = shown(windows)
    window.page.keyboard.press("p")
    expect(window.page.get_by_role("button", name=window.words("map.pause"))).to_be_visible()
    window.visit("data")
    window.addressed(path="/data", as_of=window.day().input_value())
    window.visit("map")
    expect(window.page.get_by_role("button", name=window.words("map.play"))).to_be_visible()


def test_the_map_can_be_moved_but_not_off_its_ground(windows):
    window = shown(windows, view="kursk")
    x, y = pixel(window, (35.3, 51.4))
    before = window.page.evaluate(RANGE)
    window.page.mouse.move(x, y)
    window.page.mouse.down()
    window.page.mouse.move(x + 40, y, steps=4)
    window.page.mouse.up()
    window.page.wait_for_function(f"before => ({RANGE})()[0] < before", arg=before[0])
    x, y = pixel(window, (35.3, 51.4))
    window.page.mouse.move(x, y)
    window.page.mouse.down()
    window.page.mouse.move(x + 900, y, steps=8)
    window.page.mouse.up()
    west, _, east, _ = SECTIONS["kursk"].ground
    low, high = window.page.evaluate(RANGE)
    assert west - 0.01 <= low < high <= east + 0.01


def test_a_change_of_day_or_layer_sends_marks_and_never_the_ground_again(windows):
    window = shown(windows)
    before = window.chart("map").get_attribute("aria-label")
    asked = len([url for url in windows.requests if GROUND.search(url)])
    assert asked == 1
    window.press("latest")
    expect(window.page.locator(f"[role=figure][aria-label={json.dumps(before)}]")).to_have_count(0)
    window.page.get_by_role("button", name=window.words.of("layer", "areas")).click()
    window.addressed(layers="holders,areas")
    window.settle()
    assert len([url for url in windows.requests if GROUND.search(url)]) == asked


def test_without_webgl_the_map_is_the_same(windows, windows_without_webgl):
    said = shown(windows, layers=ALL).page.locator("[role=figure]").get_attribute("aria-label")
    window = shown(windows_without_webgl, layers=ALL)
    assert window.page.evaluate("() => document.createElement('canvas').getContext('webgl2')") is None
    expect(window.page.locator("[role=figure]")).to_have_attribute("aria-label", said)
    expect(window.page.locator(".js-plotly-plot image")).to_have_count(1)
    expect(window.page.locator(".js-plotly-plot .annotation-text", has_text="Oblast Kursk")).to_be_visible()


@pytest.mark.parametrize("section", SECTIONS)
@pytest.mark.parametrize(
    ("size", "phone", "day", "language"),
    [
        (SCREEN, False, STORY_DAY, "de"),
        (DESK, False, LATEST, "en"),
        (WALL, False, STORY_DAY, "en"),
        (SCREEN, False, LATEST, "de"),
        (PHONE, True, STORY_DAY, "de"),
        (PHONE, True, LATEST, "en"),
    ],
    ids=["screen-de", "desk-en", "wall-en", "screen-latest-de", "phone-de", "phone-latest-en"],
)
def test_no_word_on_the_map_is_cut_off_or_covers_another(windows, section, size, phone, day, language):
    window = windows.open("/map", size=size, phone=phone, as_of=day, lang=language, view=section, layers=ALL)
    window.drawn(1)
    window.settle()
    assert window.out_of_sight() == []
    window.sound()
