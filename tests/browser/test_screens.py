"""Phone, desk, meeting screen and wall, light and dark, mouse and keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from dashboard.drawing.style import COLOURS

pytestmark = pytest.mark.browser

PAGES = ("story", "territory", "map", "troops", "timeline", "claims", "data")
DESK, SCREEN, WALL, PHONE = (1440, 900), (1920, 1080), (3840, 2160), (390, 844)
STORY_DAY, LATEST = "2024-11-06", "2026-03-17"
# How many charts each page draws; casualties became known after the story.
CHARTS = {
    STORY_DAY: {"story": 4, "territory": 4, "map": 1, "troops": 3, "timeline": 1, "claims": 1, "data": 0},
    LATEST: {"story": 4, "territory": 4, "map": 1, "troops": 4, "timeline": 1, "claims": 1, "data": 0},
}

# All charts are drawn for this class of screen and theme: the size of their type and the colour of their paper.
DRAWN_FOR = """([size, paper]) => {
  const charts = [...document.querySelectorAll('.js-plotly-plot')]
  return charts.every(one => one._fullLayout && one._fullLayout.font.size === size
    && one._fullLayout.paper_bgcolor === paper && one.querySelector('svg.main-svg'))
}"""


# The size of type of each of the parts, once all of them are there.
SIZES = """parts => {
  const found = parts.map(one => document.querySelector(one))
  return found.every(Boolean) && found.map(one => parseFloat(getComputedStyle(one).fontSize))
}"""


def drawn_for(window, page, size, theme="light", day=STORY_DAY):
    """Wait until the page's charts are drawn for a size of type and a theme."""
    window.drawn(CHARTS[day][page])
    window.page.wait_for_function(DRAWN_FOR, arg=[size, COLOURS[theme]["background"]])
    window.settle()


def inside(box, size):
    """Return whether a box lies in a window of that size."""
    return (
        box["x"] >= 0 and box["y"] >= 0 and box["x"] + box["width"] <= size[0] and box["y"] + box["height"] <= size[1]
    )


@pytest.mark.parametrize(
    ("size", "type_size", "day", "language"),
    [(DESK, 14, LATEST, "de"), (DESK, 14, STORY_DAY, "en"), (SCREEN, 14, LATEST, "de"), (WALL, 28, LATEST, "de")],
    ids=["desk-de", "desk-en", "screen-de", "wall-de"],
)
def test_on_large_screens_nothing_is_cut_off_or_sticks_out(windows, size, type_size, day, language):
    window = windows.open(size=size, as_of=day, lang=language)
    for page in PAGES:
        if page != "story":
            window.visit(page)
        drawn_for(window, page, type_size, day=day)
        assert window.out_of_sight() == [], page


@pytest.mark.parametrize(("day", "language"), [(LATEST, "de"), (STORY_DAY, "de"), (LATEST, "en")])
def test_on_a_phone_nothing_is_cut_off_and_every_page_can_be_reached(windows, day, language):
    window = windows.open(size=PHONE, phone=True, as_of=day, lang=language)
    for page in PAGES:
        if page != "story":
            window.page.get_by_test_id("stExpandSidebarButton").click()
            window.page.get_by_test_id("stSidebar").get_by_role("link", name=window.words(f"page.{page}")).click()
            window.addressed(path=f"/{page}", as_of=day, lang=language)
            expect(window.page.get_by_test_id("stSidebar")).not_to_be_in_viewport()
        charts = window.drawn(CHARTS[day][page])
        window.settle()
        for place in range(CHARTS[day][page]):
            box = charts.nth(place).bounding_box()
            assert box["x"] >= 0, page
            assert box["x"] + box["width"] <= PHONE[0], page
        assert window.out_of_sight() == [], page


@pytest.mark.parametrize(
    ("size", "language"), [(SCREEN, "de"), (SCREEN, "en"), (WALL, "de")], ids=["screen-de", "screen-en", "wall-de"]
)
def test_on_the_meeting_screen_the_four_figures_stand_in_view_at_once(windows, size, language):
    window = windows.open(size=size, as_of="2024-11-06", lang=language)
    tiles = window.page.locator(".lb-tiles li")
    expect(tiles).to_have_count(4)
    window.drawn(4)
    window.settle()
    for place in range(4):
        assert inside(tiles.nth(place).bounding_box(), size)
    amounts = tiles.locator(".lb-amount").all_inner_texts()
    group = "." if language == "de" else ","
    assert [f"8{group}000" in amounts[0], f"11{group}000" in amounts[1], "km²" in amounts[2], "500" in amounts[3]] == (
        [True] * 4
    )
    expect(window.page.locator(".lb-silence")).to_be_in_viewport()


def test_on_the_wall_all_text_is_twice_as_large(windows):
    parts = (
        "html",
        ".lb-lead",
        ".lb-table td",
        ".stButton button p",
        "[data-testid=stTopNavLink] p",
        ".stTextInput input",
    )
    measured = []
    for size in (DESK, WALL):
        window = windows.open("/data", size=size, as_of="2024-11-06", lang="de")
        sizes = window.page.wait_for_function(SIZES, arg=parts)  # the page may still be drawn anew for this window
        measured.append(sizes.json_value())
    desk, wall = measured
    assert desk[0] >= 16
    assert wall == pytest.approx([2 * one for one in desk], rel=0.02)


@pytest.mark.parametrize("page", ["/", "/territory"])
def test_a_dark_browser_gets_dark_pages_and_charts(windows, page):
    window = windows.open(page, scheme="dark", as_of="2024-11-06", lang="de")
    drawn_for(window, page.strip("/") or "story", 14, "dark")
    dark = COLOURS["dark"]["background"]
    seen = window.page.evaluate(
        "[...document.querySelectorAll('.stApp, .js-plotly-plot svg.main-svg:first-of-type')]"
        ".map(one => getComputedStyle(one).backgroundColor)"
    )
    assert set(seen) == {f"rgb({', '.join(str(int(dark[start : start + 2], 16)) for start in (1, 3, 5))})"}
    assert len(seen) == 5


def test_charts_follow_when_the_system_turns_dark(windows):
    window = windows.open("/timeline", as_of="2024-11-06", lang="de")
    drawn_for(window, "timeline", 14, "light")
    window.page.emulate_media(color_scheme="dark")
    drawn_for(window, "timeline", 14, "dark")
    window.page.emulate_media(color_scheme="light")
    drawn_for(window, "timeline", 14, "light")


FOCUS = """() => {
  const key = document.activeElement.closest('[class*=st-key-]')
  return [key ? key.className.match(/st-key-(\\w+)/)[1] : '', document.activeElement.getAttribute('role') || '']
}"""


def tab_to(window, key, role=None):
    """Press Tab until the focus is on a widget (and an element of that role); fails after thirty presses."""
    for _ in range(30):
        window.page.keyboard.press("Tab")
        found, its_role = window.page.evaluate(FOCUS)
        if found == key and role in (None, its_role):
            return
    raise AssertionError(f"Tab does not reach {key}")


def test_day_and_language_can_be_set_with_the_keyboard_alone(windows):
    window = windows.open("/troops", as_of="2024-11-06", lang="de")
    window.drawn(3)
    tab_to(window, "as_of", "spinbutton")
    window.page.keyboard.type("05122024")
    tab_to(window, "latest")
    window.addressed(as_of="2024-12-05", lang="de")
    tab_to(window, "lang", "radio")
    window.page.keyboard.press("ArrowRight")
    window.page.keyboard.press("Space")
    window.addressed(as_of="2024-12-05", lang="en")
    expect(window.page.locator(".lb h1").first).to_have_text("Troops")


def test_tables_below_charts_open_with_the_keyboard(windows):
    window = windows.open("/troops", as_of="2024-11-06", lang="de")
    window.drawn(3)
    tab_to(window, "rows_soldiers")
    window.page.keyboard.press("Enter")
    expect(window.page.locator(".st-key-rows_soldiers table")).to_be_visible()
