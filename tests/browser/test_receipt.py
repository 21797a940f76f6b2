"""From any number to its sentence and back, by mouse, by keyboard and by link; on a phone and on paper."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from dashboard.geography.projection import to_km
from tests.browser.conftest import Window

pytestmark = pytest.mark.browser

DAY = "2024-12-05"
STORY = "story-2024-11-06"
SUDZHA = (35.2722, 51.1902)
# Where the bar of a month stands in the window: the middle of its lower half, by its place on the axis.
BAR = """label => {
  const chart = document.querySelector('.js-plotly-plot'), {xaxis, yaxis} = chart._fullLayout
  const area = chart.querySelector('.nsewdrag').getBoundingClientRect()
  const at = xaxis.ticktext.indexOf(label)
  return [area.x + xaxis.l2p(at), area.y + yaxis.l2p(60)]
}"""

# Counts the drawers that come and go from the moment the page is loaded, on a line so slow that whatever the first run
# draws stands for a second before the browser's report is answered.
DRAWERS = """
const send = WebSocket.prototype.send
let sent = 0
WebSocket.prototype.send = function (message) {
  if (sent++) setTimeout(() => send.call(this, message), 1000)
  else send.call(this, message)
}
window.drawers = { came: 0, went: 0 }
const holds = node => node.querySelector && node.querySelector('[role=dialog]')
new MutationObserver(changes => changes.forEach(({ addedNodes, removedNodes }) => {
  drawers.came += [...addedNodes].filter(holds).length
  drawers.went += [...removedNodes].filter(holds).length
})).observe(document, { subtree: true, childList: true })
"""


def receipt(window):
    """Return the drawer with the receipt."""
    return window.page.get_by_role("dialog").locator(".lb-receipt")


def opened(window, figure, path):
    """Wait until the receipt of a figure is open over a page, drawn for this window, and hears the keyboard."""
    window.addressed(path=path, figure=figure)
    expect(receipt(window).locator(".lb-known code")).to_have_text(figure)
    window.page.wait_for_function("() => document.documentElement.dataset.seen")
    window.settle()
    window.page.wait_for_function("() => document.activeElement.closest('[role=dialog]')")


def closed(window, path):
    """Wait until no receipt is open and the page is as it was."""
    window.page.wait_for_url(lambda url: "figure=" not in url)
    expect(window.page.get_by_role("dialog")).to_have_count(0)
    window.addressed(path=path)
    window.settle()


def click_bar(window, label):
    """Click the bar of a month on the territory page."""
    window.drawn(4)
    window.settle()
    window.page.mouse.click(*window.page.evaluate(BAR, label))


@pytest.mark.parametrize("language", ["de", "en"])
def test_two_clicks_lead_from_a_number_to_its_sentence_and_two_steps_back_to_where_the_reader_was(windows, language):
    window = windows.open("/", as_of=DAY, lang=language)
    before = window.address()
    window.page.locator(".lb-tiles a[href*='figure=']").last.click()
    opened(window, "story-net-gain-500", "/")
    window.page.get_by_role("link", name=window.words("receipt.in_text")).click()
    window.addressed(path="/document", document=STORY, at="story-net-gain-500")
    lit = window.page.locator(".lb-text .lb-here")
    expect(lit).to_have_text("fast 500 Quadratkilometer")
    expect(lit).to_be_in_viewport()
    window.settle()
    window.page.go_back()
    opened(window, "story-net-gain-500", "/")
    window.page.go_back()
    closed(window, "/")
    assert window.address() == before


def test_a_bar_opens_its_receipt_and_the_number_above_it_does_too(windows):
    window = windows.open("/territory", as_of=DAY, lang="de")
    click_bar(window, "Okt")
    opened(window, "afp-net-gain-2024-10", "/territory")
    expect(receipt(window)).to_contain_text("610 square kilometers")
    window.page.keyboard.press("Escape")
    closed(window, "/territory")
    window.page.locator(".st-key-chart_monthly .annotation", has_text=re.compile("^725$")).click()
    opened(window, "afp-net-gain-2024-11", "/territory")


def test_a_closed_receipt_opens_again_and_leaves_no_trace_behind(windows):
    window = windows.open("/territory", as_of=DAY, lang="de")
    before = window.page.evaluate("history.length")
    for _ in range(2):
        click_bar(window, "Okt")
        opened(window, "afp-net-gain-2024-10", "/territory")
        window.page.keyboard.press("Escape")
        closed(window, "/territory")
    assert window.page.evaluate("history.length") == before + 1  # what was opened last can be gone forward to


def test_from_receipt_to_receipt_closing_leads_back_to_the_page(windows):
    window = windows.open("/territory", as_of=DAY, lang="de")
    click_bar(window, "Okt")
    opened(window, "afp-net-gain-2024-10", "/territory")
    receipt(window).locator(".lb-versions a").click()
    opened(window, "afp-net-gain-2024-10-to-27", "/territory")
    expect(receipt(window).locator(".lb-replaced")).to_contain_text("610 km²")
    window.page.keyboard.press("Escape")
    closed(window, "/territory")


def test_a_link_to_a_receipt_opens_it_for_a_stranger_and_closing_leaves_the_page(windows):
    window = windows.open("/troops", as_of=DAY, lang="en", figure="pentagon-nk-kursk-2024-11-04")
    opened(window, "pentagon-nk-kursk-2024-11-04", "/troops")
    page = receipt(window).get_by_role("link", name=re.compile("^Open the page"))
    expect(page).to_have_attribute("href", re.compile("^https://"))
    expect(page).to_have_attribute("rel", "noopener noreferrer")
    window.page.get_by_role("button", name="Close").click()
    closed(window, "/troops")
    window.sound()


def test_a_receipt_opened_by_a_link_slides_in_once(windows):
    page = windows.blank()
    page.add_init_script(DRAWERS)
    page.goto(f"{windows.url}/troops?as_of={DAY}&lang=en&figure=story-nk-8000")
    opened(Window(page, windows.url, "en"), "story-nk-8000", "/troops")
    assert page.evaluate("window.drawers") == {"came": 1, "went": 0}


def test_a_receipt_a_stranger_closed_does_not_come_back(windows):
    window = windows.open("/troops", as_of=DAY, lang="en")
    window.page.goto(f"{window.url}/troops?as_of={DAY}&lang=en&figure=story-nk-8000")
    opened(window, "story-nk-8000", "/troops")
    window.page.keyboard.press("Escape")
    closed(window, "/troops")
    window.page.go_back()
    window.settle()
    assert "figure" not in window.address()


def test_the_back_button_returns_to_the_place_on_the_page(windows):
    window = windows.open("/changes", as_of=DAY, lang="de")
    number = window.page.locator(".lb-changes a[href*='figure=']").nth(20)
    number.scroll_into_view_if_needed()
    top = "document.querySelector('.stMain').scrollTop"
    before = window.page.evaluate(top)
    assert before > 300
    figure = parse_qs(urlsplit(number.get_attribute("href")).query)["figure"][0]
    head = window.page.locator(".lb h1, .lb h2").first
    said = head.inner_text()
    number.click()
    opened(window, figure, "/changes")
    receipt(window).get_by_role("link", name=window.words("receipt.taken")).click()
    window.addressed(path="/document")
    expect(head).not_to_have_text(said)
    window.settle()
    window.page.go_back()
    opened(window, figure, "/changes")
    window.page.go_back()
    closed(window, "/changes")
    window.page.wait_for_function(f"before => Math.abs({top} - before) < 3", arg=before)


def test_by_keyboard_alone_a_number_leads_to_its_sentence_and_back(windows):
    window = windows.open("/", as_of=DAY, lang="de")
    tile = window.page.locator(".lb-tiles a[href*='figure=']").nth(1)
    tile.focus()
    window.page.keyboard.press("Enter")
    opened(window, "story-nk-kursk-11000", "/")
    way = window.page.get_by_role("link", name=window.words("receipt.in_text"))
    for _ in range(12):  # the drawer has the focus: the link is among its first stops
        if way.evaluate("one => one === document.activeElement"):
            break
        window.page.keyboard.press("Tab")
    expect(way).to_be_focused()
    window.page.keyboard.press("Enter")
    window.addressed(path="/document", at="story-nk-kursk-11000")
    expect(window.page.locator(".lb-text .lb-here")).to_have_text("11.000 nordkoreanische Soldaten")
    window.settle()
    window.page.go_back()
    opened(window, "story-nk-kursk-11000", "/")


def test_the_rows_of_a_chart_lead_to_receipts_with_the_keyboard(windows):
    window = windows.open("/troops", as_of=DAY, lang="de")
    rows = window.page.locator(".st-key-rows_soldiers")
    rows.locator("summary").focus()
    window.page.keyboard.press("Enter")
    link = rows.locator("td a.lb-go").first
    expect(link).to_be_visible()
    link.focus()
    window.settle()
    window.page.keyboard.press("Enter")
    expect(receipt(window)).to_be_visible()
    window.addressed(path="/troops")
    assert window.address()["figure"] in link.get_attribute("href")


def test_a_link_to_a_receipt_works_in_a_tab_of_its_own(windows):
    window = windows.open("/document", as_of=DAY, lang="en", document="moscow-times-2024-12-02")
    link = window.page.locator("td a.lb-go").first
    address = link.evaluate("one => one.href")
    page = windows.blank(locale="en-GB")
    page.goto(address)
    expect(page.get_by_role("dialog").locator(".lb-receipt")).to_be_visible()


def test_a_mark_and_a_claim_on_the_map_open_receipts_and_a_town_its_list(windows):
    window = windows.open(
        "/map", size=(1920, 1080), as_of="2024-11-06", lang="de", view="kursk", layers="holders,areas"
    )
    window.drawn(1)
    window.settle()
    window.page.locator(".js-plotly-plot .annotation", has_text="Agentstwo").first.click()
    expect(receipt(window)).to_be_visible()
    window.addressed(path="/map", view="kursk", layers="holders,areas")
    window.page.keyboard.press("Escape")
    closed(window, "/map")
    (x,), (y,) = to_km([SUDZHA[0]], [SUDZHA[1]])
    at = window.page.evaluate(
        """([x, y]) => {
          const chart = document.querySelector('.js-plotly-plot'), {xaxis, yaxis} = chart._fullLayout
          const area = chart.querySelector('.nsewdrag').getBoundingClientRect()
          return [area.x + xaxis.l2p(x), area.y + yaxis.l2p(y)]
        }""",
        [x, y],
    )
    window.page.mouse.click(*at)
    window.addressed(path="/map", place="sudzha")


@pytest.mark.parametrize("figure", ["story-net-gain-500", "afp-net-gain-2024-10-to-27"])
@pytest.mark.parametrize("language", ["de", "en"])
def test_on_a_phone_a_receipt_fits_and_can_be_read(windows, figure, language):
    window = windows.open("/troops", size=(390, 844), phone=True, as_of=DAY, lang=language, figure=figure)
    opened(window, figure, "/troops")
    window.page.wait_for_function(  # once it has slid in
        """() => [...document.querySelectorAll("[role='dialog'] .lb *")]
          .every(one => one.getBoundingClientRect().right <= innerWidth + 1)"""
    )
    sizes = receipt(window).locator("p, dd, li").evaluate_all("all => all.map(one => getComputedStyle(one).fontSize)")
    assert min(float(one.removesuffix("px")) for one in sizes) >= 14


def test_on_paper_there_is_the_receipt_and_nothing_of_the_page_behind_it(windows):
    window = windows.open("/territory", as_of=DAY, lang="de", figure="afp-net-gain-2024-10")
    opened(window, "afp-net-gain-2024-10", "/territory")
    window.page.emulate_media(media="print")
    expect(receipt(window).locator(".lb-amount")).to_be_visible()
    expect(window.page.locator(".stMain")).not_to_be_visible()
    expect(window.page.get_by_role("button", name=window.words("receipt.print"))).not_to_be_visible()
    last = receipt(window).locator(".lb-known").bounding_box()
    assert last["y"] + last["height"] <= window.page.evaluate("document.documentElement.scrollHeight") + 1
    window.page.emulate_media(media="screen")


def test_a_doubt_in_the_margin_opens_where_its_passage_is_clicked(windows):
    window = windows.open("/document", as_of=DAY, lang="de")
    window.page.locator(".lb-text a.lb-is-reservation", has_text="Vereinigten Staaten").click()
    window.addressed(path="/document", at="two-states-mistranslated")
    note = window.page.locator("details.lb-doubt[open]")
    expect(note).to_have_count(1)
    expect(note).to_contain_text("falsch übersetzt")
    expect(note.locator("a").first).to_have_attribute("href", re.compile("^https?://"))


def test_a_hostile_document_is_text_to_the_browser(board_on, copied_project):
    evil = "<script>window.caught = 1</script><img src=x onerror='window.caught = 2'> **fett** &amp; \u202eevil \x00"
    path = next((copied_project / "seeds").glob("*.txt"))
    old = path.read_bytes()
    path.write_bytes(old + f"\n{evil}".encode())
    table = copied_project / "data" / "documents.csv"
    sums = [hashlib.sha256(one).hexdigest() for one in (old, path.read_bytes())]
    table.write_bytes(table.read_bytes().replace(sums[0].encode(), sums[1].encode()))
    window = board_on(copied_project).open("/document", as_of=DAY, lang="de")
    last = window.page.locator(".lb-text").last
    expect(last).to_have_text(evil.replace("\u202e", "U+202E").replace("\x00", "U+0000"))
    assert window.page.evaluate("window.caught") is None
    assert window.page.locator(".lb-text img, .lb-text script").count() == 0
    window.sound()
