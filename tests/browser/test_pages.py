"""Every page opens whole, says nothing in the console and asks no third party."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import CHECKED

pytestmark = pytest.mark.browser

# How many charts a page draws on the story day; casualties were not yet known then.
CHARTS = {"story": 4, "territory": 4, "map": 1, "troops": 3, "timeline": 1, "data": 0}
FACES = {"Source Sans 3", "Source Serif 4"}


def heading(window, page):
    """Return what the catalogue calls a page."""
    if page == "story":
        return window.words.count("story.title", 4)
    return window.words("timeline.page_title" if page == "timeline" else f"{page}.title")


@pytest.mark.parametrize("page", CHARTS)
def test_a_page_opened_by_its_address_is_whole_and_silent(windows, page):
    window = windows.open("/" if page == "story" else f"/{page}")
    window.addressed(path="/" if page == "story" else f"/{page}", as_of="2024-11-06", lang="de")
    window.heads(heading(window, page))
    window.drawn(CHARTS[page])
    window.sound()
    expect(window.page.get_by_test_id("stTopNav").locator("a[aria-current=page]")).to_have_text(
        window.words(f"page.{page}")
    )
    assert windows.complaints == []
    assert windows.strangers == []


def test_the_navigation_leads_to_every_page_and_keeps_day_and_language(windows):
    window = windows.open(as_of="2024-12-05", lang="en")
    for page in ("troops", "data", "map", "timeline", "territory", "story"):
        window.visit(page)
        window.addressed(as_of="2024-12-05", lang="en")
        window.heads(heading(window, page))
        window.drawn(CHARTS[page])
        window.sound()


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_page_of_the_menu_can_be_reached_and_is_whole(windows, language):
    window = windows.open(as_of="2024-12-05", lang=language)
    for page in CHECKED:
        window.visit(page)
        window.addressed(as_of="2024-12-05", lang=language)
        expect(window.page.locator(".lb h1")).to_have_count(1)
        window.sound()


def test_the_whole_board_asks_no_host_but_its_own(windows):
    window = windows.open(as_of="2026-03-17")
    window.drawn(4)
    for page in ("territory", "map", "troops", "timeline", "data"):
        window.visit(page)
        window.page.locator(".stMain").hover()
        window.page.mouse.wheel(0, 20_000)
    loaded = window.page.evaluate("[...document.fonts].filter(one => one.status === 'loaded').map(one => one.family)")
    assert {one.strip("'\"") for one in loaded} >= FACES
    assert any(url.endswith(".woff2") for url in windows.requests)
    assert any(url.startswith("ws://127.0.0.1") for url in windows.requests)
    assert windows.strangers == []


def test_a_request_to_a_third_party_would_be_noticed(unwatched_windows):
    page = unwatched_windows.blank()
    page.evaluate("fetch('http://third-party.invalid/pixel.gif').catch(() => null)")
    assert unwatched_windows.strangers == ["http://third-party.invalid/pixel.gif"]
    assert unwatched_windows.complaints


def test_a_chart_can_be_saved_as_a_picture(windows):
    window = windows.open("/territory", as_of="2024-11-06", lang="de")
    window.drawn(4)
    window.chart("monthly").hover()
    with window.page.expect_download() as saved:
        window.chart("monthly").locator(".modebar-btn").click()
    assert saved.value.suggested_filename == "lagebild-russian-net-gain-since_2024-2024-11-06-de.png"
    assert saved.value.path().read_bytes().startswith(b"\x89PNG")


def test_links_to_documents_open_elsewhere_and_give_nothing_away(windows):
    window = windows.open("/timeline", as_of="2024-11-06", lang="de")
    links = window.page.locator(".lb a[href^=http]")
    expect(links.first).to_be_visible()
    bare = links.evaluate_all(
        "all => all.filter(one => one.target !== '_blank' || !one.rel.includes('noopener')).map(one => one.href)"
    )
    assert bare == []
