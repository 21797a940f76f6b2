"""Who says what, in a browser: a claim's receipt from table and chart, numbers picked, added and refused."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

WINTER = "2025-01-15"
OCTOBER, NOVEMBER, DEEPSTATE = "afp-net-gain-2024-10", "afp-net-gain-2024-11", "deepstate-gain-2024-11"


def pick(window, said):
    """Pick a number from the list by words of its label."""
    box = window.page.locator(".st-key-ids").get_by_role("combobox")
    box.click()
    box.fill(said)
    window.page.get_by_role("option", name=said).first.click()
    box.press("Escape")


@pytest.mark.parametrize(
    ("language", "label"), [("de", "Russische Soldaten in Kursk"), ("en", "Russian soldiers in Kursk")]
)
def test_an_indicator_is_chosen_and_a_number_of_its_table_opens_its_receipt(windows, language, label):
    window = windows.open("/claims", as_of=WINTER, lang=language)
    window.drawn(1)
    window.settle()
    box = window.page.get_by_role("combobox", name=window.words("claims.indicator"))
    box.focus()
    box.press("ArrowDown")
    window.page.get_by_role("option", name=label).first.click()
    window.addressed(indicator="russian-troops-kursk")
    window.tells("claims", label)
    window.settle()
    number = window.page.locator(".lb-claims tbody td.lb-num a").first
    figure = number.get_attribute("href").partition("figure=")[2]
    number.click()
    window.addressed(path="/claims", indicator="russian-troops-kursk", figure=figure, as_of=WINTER)
    expect(window.page.get_by_role("dialog")).to_be_visible()


def test_a_mark_of_the_chart_opens_its_receipt(windows):
    window = windows.open("/claims", as_of=WINTER, lang="de")
    window.drawn(1)
    window.page.locator(".st-key-chart_claims .annotation-text-g text", has_text="bis zu 8.000").first.click()
    window.addressed(figure="blinken-nk-kursk-2024-10-31")


@pytest.mark.parametrize(
    ("language", "october", "november", "total"),
    [
        ("de", "610 km², Oktober 2024", "725 km², November 2024", "1.335 km²"),
        ("en", "610 km², October 2024", "725 km², November 2024", "1,335 km²"),
    ],
)
def test_two_months_picked_by_hand_have_a_sum_and_a_link(windows, language, october, november, total):
    window = windows.open("/claims", as_of=WINTER, lang=language, indicator="russian-net-gain")
    window.settle()
    pick(window, october)
    window.addressed(ids=OCTOBER)
    expect(window.page.locator(".lb-answer")).to_have_text(window.words("combine.few"))
    window.settle()
    pick(window, november)
    window.addressed(ids=f"{OCTOBER},{NOVEMBER}")
    expect(window.page.locator(".lb-answer .lb-amount")).to_have_text(total)
    window.sound()

    window.page.get_by_role("radio", name=window.words.of("how", "join")).click()
    window.addressed(how="join", ids=f"{OCTOBER},{NOVEMBER}")
    window.drawn(2)
    assert window.out_of_sight() == []


@pytest.mark.parametrize("language", ["de", "en"])
def test_numbers_of_two_counts_are_refused_with_reasons_that_lead_to_receipts(windows, language):
    window = windows.open("/claims", as_of=WINTER, lang=language, ids=f"{OCTOBER},{DEEPSTATE}")
    answer = window.page.locator(".lb-refused")
    expect(answer.get_by_role("heading")).to_have_text(window.words.count("combine.not_added", 2))
    expect(answer.get_by_text(window.words.of("reason", "claimants"))).to_be_visible()
    answer.get_by_role("link").last.click()
    window.addressed(figure=DEEPSTATE, ids=f"{OCTOBER},{DEEPSTATE}")
    expect(window.page.get_by_role("dialog")).to_be_visible()


def test_the_back_button_takes_back_a_pick(windows):
    window = windows.open("/claims", as_of=WINTER, lang="de", ids=f"{OCTOBER},{NOVEMBER}")
    expect(window.page.locator(".lb-answer .lb-amount")).to_have_text("1.335 km²")
    window.settle()
    pick(window, "459 km², September 2024")
    window.addressed(ids=f"{OCTOBER},{NOVEMBER},afp-net-gain-2024-09")
    expect(window.page.locator(".lb-answer .lb-amount")).to_have_text("1.794 km²")
    window.page.go_back()
    window.addressed(ids=f"{OCTOBER},{NOVEMBER}")
    expect(window.page.locator(".lb-answer .lb-amount")).to_have_text("1.335 km²")


@pytest.mark.parametrize(
    ("size", "phone", "indicator", "language"),
    [
        ((390, 844), True, "russian-net-gain", "de"),
        ((390, 844), True, "nk-troops-kursk", "en"),
        ((1440, 900), False, "russian-gain", "de"),
        ((3840, 2160), False, "kursk-area-held", "de"),
    ],
)
def test_no_word_is_cut_off_or_covers_another(windows, size, phone, indicator, language):
    window = windows.open("/claims", size=size, phone=phone, as_of="2026-03-17", lang=language, indicator=indicator)
    window.drawn(1)
    window.settle()
    assert window.out_of_sight() == []
