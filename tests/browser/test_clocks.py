"""The two clocks in a browser: another day by hand, by link and by the back button; receipts; files; every screen."""

from __future__ import annotations

import csv
import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

DESK, WALL, PHONE = (1440, 900), (3840, 2160), (390, 844)


def title(window):
    """Return the heading of the list, which counts what became known."""
    return window.page.locator(".lb-changes h2, .lb-sides h2").first


def downloaded(window, name):
    """Press a download button; return the file's name and its text."""
    window.settle()
    with window.page.expect_download() as download:
        window.page.get_by_role("button", name=window.words(f"changes.{name}"), exact=True).click()
    return download.value.suggested_filename, download.value.path().read_text(encoding="utf-8")


def test_quick_choices_change_the_list_and_the_back_button_brings_it_back(windows):
    window = windows.open("/changes", as_of="2024-12-05", lang="de")
    expect(title(window)).to_contain_text("Seit dem 6. November 2024")
    assert "since" not in window.address()
    window.page.get_by_role("button", name=window.words("changes.day_before")).click()
    window.addressed(since="2024-12-04")
    expect(title(window)).to_contain_text("Seit dem 4. Dezember 2024")
    window.settle()
    window.page.go_back()
    expect(title(window)).to_contain_text("Seit dem 6. November 2024")
    window.settle()
    assert "since" not in window.address()
    window.sound()


def test_both_versions_of_october_open_their_receipts_over_the_list(windows):
    window = windows.open("/changes", as_of="2024-12-05", lang="en")
    row = window.page.locator(".lb-is-revised")
    expect(row).to_contain_text("First referred to: 1 to 27 October 2024; now: October 2024.")
    for place, figure in enumerate(("afp-net-gain-2024-10-to-27", "afp-net-gain-2024-10")):
        row.locator("a.lb-go").nth(place).click()
        window.addressed(path="/changes", figure=figure)
        expect(window.page.get_by_role("dialog")).to_be_visible()
        window.settle()
        window.page.go_back()
        expect(window.page.get_by_role("dialog")).to_have_count(0)
        window.settle()


def test_a_narrowed_list_is_what_its_files_hold(windows):
    window = windows.open("/changes", as_of="2024-12-05", lang="de")
    expect(window.page.locator(".lb-changes li").nth(40)).to_be_visible()
    window.page.get_by_role("button", name=window.words.of("change_kind", "revised"), exact=True).click()
    window.addressed(change="revised")
    expect(window.page.locator(".lb-changes li")).to_have_count(1)
    name, text = downloaded(window, "csv")
    assert name == "lagebild-changes-2024-11-06-2024-12-05-de.csv"
    (row,) = csv.DictReader(text.splitlines())
    assert (row["known_from"], row["old_best"], row["best"]) == ("2024-12-02", "478", "610")
    name, text = downloaded(window, "text")
    assert name == "lagebild-changes-2024-11-06-2024-12-05-de.md"
    assert re.search(r"^- 2\.12\.2024: .*478\s+km² → 610\s+km²", text, re.MULTILINE)
    window.page.get_by_text(window.words("changes.mail")).click()
    expect(window.page.locator(".lb-mail")).to_contain_text("610")


def test_a_receipt_of_a_later_day_leaves_the_comparison_as_it_is(windows):
    window = windows.open("/changes", as_of="2024-11-06", since="2024-12-05", lang="de")
    before = title(window).inner_text()
    window.page.locator(".lb-is-revised a.lb-go").last.click()
    window.addressed(as_of="2024-12-05", since="2024-11-06", figure="afp-net-gain-2024-10")
    expect(window.page.get_by_role("dialog")).to_be_visible()
    expect(title(window)).to_have_text(before)


@pytest.mark.parametrize(
    ("size", "phone", "day", "language"),
    [(DESK, False, "2026-03-17", "de"), (WALL, False, "2024-12-05", "en"), (PHONE, True, "2026-03-17", "de")],
    ids=["desk", "wall", "phone"],
)
def test_on_no_screen_anything_is_cut_off_or_written_over(windows, size, phone, day, language):
    for page, mode in (("changes", "list"), ("changes", "side"), ("revisions", "")):
        window = windows.open(
            f"/{page}", size=size, phone=phone, as_of=day, lang=language, **{"mode": mode} if mode else {}
        )
        window.heads(window.words(f"{page}.title"))
        window.drawn(1 if page == "revisions" else 0)
        window.settle()
        assert window.out_of_sight() == [], (page, mode)
        window.sound()


def test_a_mark_of_the_revisions_opens_its_receipt(windows):
    window = windows.open("/revisions", as_of="2024-12-05", lang="de")
    window.drawn(1)
    window.settle()
    chart = window.page.locator(".js-plotly-plot")
    chart.locator(".points path").last.hover(force=True)
    chart.locator(".points path").last.click(force=True)
    window.addressed(path="/revisions", figure="afp-net-gain-2024-10")
    expect(window.page.get_by_role("dialog")).to_be_visible()
