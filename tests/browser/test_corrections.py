"""Corrections in a browser: a mark leads to its row in the log, in one step of the history, and the row is in view."""

from __future__ import annotations

import csv

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_a_mark_on_the_storys_page_leads_to_its_row_and_back_leads_back(windows):
    window = windows.open("/", as_of="2024-11-06", lang="de", size=(1440, 620))
    mark = window.page.locator(".lb-tiles a.lb-mended").last
    expect(mark).to_have_text(window.words("corrections.mark"))
    mark.click()
    window.addressed(path="/corrections", row="story-net-gain-500", as_of="2024-11-06", lang="de")
    window.heads(window.words("corrections.title"))
    row = window.page.locator(".lb-asked")
    expect(row).to_have_count(1)
    expect(row).to_contain_text("story-net-gain-500")
    expect(row).to_be_in_viewport()
    window.sound()
    window.page.go_back()
    window.addressed(path="/")
    expect(window.page.locator(".lb-tiles")).to_be_visible()


def test_a_mark_of_a_row_that_is_folded_away_opens_its_list(windows):
    window = windows.open("/", as_of="2024-11-06", lang="en")
    window.page.locator(".lb-evidence a.lb-mended").first.click()
    window.addressed(path="/corrections")
    expect(window.page.locator("details[open] .lb-asked")).to_be_in_viewport()


def test_a_corrected_figure_of_the_log_leads_to_its_receipt(windows):
    window = windows.open("/corrections", as_of="2024-11-06", lang="en")
    window.page.locator(".lb-corrections a[href*='figure=story-nk-8000']").click()
    window.addressed(path="/corrections", figure="story-nk-8000")
    expect(window.page.get_by_role("dialog")).to_be_visible()


@pytest.mark.parametrize("phone", [False, True], ids=["desk", "phone"])
def test_nothing_of_the_log_is_out_of_sight(windows, phone):
    size = (390, 844) if phone else (1440, 900)
    window = windows.open("/corrections", as_of="2026-03-31", lang="de", size=size, phone=phone)
    window.page.locator(".lb-corrections summary").first.click()
    expect(window.page.locator(".lb-corrections tbody tr").last).to_be_visible()
    assert window.out_of_sight() == []
    window.sound()


def test_the_log_can_be_downloaded(windows):
    window = windows.open("/corrections", as_of="2026-03-31", lang="en")
    with window.page.expect_download() as download:
        window.page.get_by_test_id("stDownloadButton").get_by_role("button").click()
    assert download.value.suggested_filename == "lagebild-corrections-2026-03-31.csv"
    with download.value.path().open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == window.page.locator(".lb-corrections tbody tr").count() > 30
