"""The rows behind the charts and the data page: real tables, links, and CSV that can be downloaded."""

from __future__ import annotations

import csv
import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def downloaded(window, button):
    """Press a download button; return the file's name and its rows as dictionaries."""
    window.settle()  # a button that is just being drawn anew does not always take the click
    with window.page.expect_download() as download:
        button.click()
    with download.value.path().open(encoding="utf-8", newline="") as file:
        return download.value.suggested_filename, list(csv.DictReader(file))


@pytest.mark.parametrize(
    ("path", "key", "name"),
    [
        ("/", "statement_1", "lagebild-story-kursk-11000-2024-11-06-de.csv"),
        ("/territory", "monthly", "lagebild-russian-net-gain-since_2024-2024-11-06-de.csv"),
        ("/troops", "soldiers", "lagebild-nk-troops-kursk-2024-11-06-de.csv"),
    ],
)
def test_the_rows_of_a_chart_open_as_a_table_with_links_and_as_csv(windows, path, key, name):
    window = windows.open(path, as_of="2024-11-06", lang="de")
    rows = window.page.locator(f".st-key-rows_{key}")
    expect(rows.locator("table")).to_have_count(0)
    rows.get_by_text(window.words("chart.rows")).click()
    expect(rows.get_by_role("table")).to_be_visible()
    headers = rows.get_by_role("columnheader").all_inner_texts()
    assert headers[:3] == [window.words.of("column", one) for one in ("said", "as_written", "claimant")]
    links = rows.locator("tbody tr td a[href^=http]")
    expect(links.first).to_be_visible()
    ids = rows.locator("tbody tr code").all_inner_texts()
    assert len(ids) == links.count() == rows.locator("tbody tr").count() > 2

    filename, listed = downloaded(window, window.page.locator(f".st-key-csv_{key} button"))
    assert re.sub(r"-story-[\w-]+-2024-11-06", "", filename) == re.sub(r"-story-[\w-]+-2024-11-06", "", name)
    assert {"id", "as_written", "low", "best", "high", "bound", "unit", "document_id"} <= set(listed[0])
    assert sorted(row["id"] for row in listed) == sorted(ids)


def test_the_timeline_offers_its_events_as_csv(windows):
    window = windows.open("/timeline", as_of="2024-11-06", lang="de")
    events = window.page.locator(".lb-events li")
    expect(events.first).to_be_visible()
    _, listed = downloaded(window, window.page.locator(".st-key-csv_events button"))
    assert len(listed) == events.count() > 10
    assert {"id", "happened_on", "kind", "document_id"} <= set(listed[0])


def found(window, number):
    """Wait until the data page says how many rows it found."""
    expect(
        window.page.get_by_text(re.compile(rf"^{re.escape(window.words.count('data.found', number))}"))
    ).to_be_visible()


def test_a_search_narrows_the_table_its_download_and_the_address(windows):
    window = windows.open("/data", as_of="2024-11-06", lang="de")
    rows = window.page.get_by_role("table").locator("tbody tr")
    button = window.page.get_by_role("button", name=window.words("chart.csv"))
    name, everything = downloaded(window, button)
    assert name == "lagebild-figures-2024-11-06.csv"
    found(window, len(everything))
    expect(rows).to_have_count(min(50, len(everything)))
    expect(rows.first.locator("td a").first).to_have_text(everything[0]["id"])

    window.page.get_by_role("textbox", name=window.words("data.search")).fill("kursk 8000")
    window.page.keyboard.press("Enter")
    window.addressed(search="kursk 8000")
    expected = [
        row["id"] for row in everything if all(one in ",".join(row.values()).casefold() for one in ("kursk", "8000"))
    ]
    assert 0 < len(expected) < 50 < len(everything)
    found(window, len(expected))
    expect(rows).to_have_count(len(expected))
    _, narrowed = downloaded(window, button)
    assert [row["id"] for row in narrowed] == expected


def test_a_long_table_is_turned_page_by_page(windows):
    window = windows.open("/data", as_of="2024-11-06", lang="de")
    rows = window.page.get_by_role("table").locator("tbody tr")
    _, everything = downloaded(window, window.page.get_by_role("button", name=window.words("chart.csv")))
    window.page.get_by_role("radio", name="2", exact=True).click()
    window.addressed(page="2")
    expect(rows.first.locator("td").first).to_have_text(everything[50]["id"])


def test_a_table_chosen_on_the_data_page_is_shown_explained_and_kept_in_the_link(windows):
    window = windows.open("/data", as_of="2024-11-06", lang="en")
    window.choose(window.words("data.table"), 2)
    window.page.wait_for_url(re.compile(r"[?&]table=\w+"))
    chosen = window.address()["table"]
    name, listed = downloaded(window, window.page.get_by_role("button", name=window.words("chart.csv")))
    assert name == f"lagebild-{chosen}-2024-11-06.csv"
    found(window, len(listed))
    codebook = window.page.locator(".st-key-codebook")
    codebook.get_by_text(window.words("data.codebook")).click()
    expect(codebook.get_by_role("table")).to_be_visible()
    assert codebook.locator("tbody tr td:first-child code").all_inner_texts() == list(listed[0])
