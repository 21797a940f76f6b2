"""Day and language: what they change, how the address carries them, and the way back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from dashboard.drawing.wording import catalogue

pytestmark = pytest.mark.browser

# Net gain in October 2024 as the chart's text for the blind has it: first published, and as revised on 2 December 2024.
FIRST, REVISED = "Oktober 2024: 478", "Oktober 2024: 610"


def test_the_day_typed_into_the_field_changes_the_page_and_the_address(windows):
    window = windows.open("/territory", as_of="2024-11-06", lang="de")
    window.tells("monthly", FIRST)
    window.page.get_by_role("spinbutton").first.click()
    window.page.keyboard.type("05122024")
    window.page.get_by_role("button", name=window.words("frame.latest")).focus()
    window.addressed(as_of="2024-12-05", lang="de")
    window.tells("monthly", REVISED, instead_of=FIRST)
    expect(window.page.locator(".lb-headline .lb-lead")).to_contain_text("5. Dezember 2024")


def test_the_quick_choices_change_the_page_and_the_address(windows):
    window = windows.open("/territory", as_of="2024-11-06", lang="de")
    window.tells("monthly", FIRST, instead_of=REVISED)
    window.press("latest")
    window.tells("monthly", REVISED, instead_of=FIRST)
    assert window.address()["as_of"] > "2025-01-01"
    expect(window.day()).to_have_value(window.address()["as_of"])
    window.press("story_day")
    window.addressed(as_of="2024-11-06")
    window.tells("monthly", FIRST, instead_of=REVISED)


def test_the_story_s_caution_about_the_revision_appears_with_it(windows):
    window = windows.open(as_of="2024-11-06", lang="de")
    cautions = window.page.locator(".lb-cautions").first
    expect(cautions).to_contain_text(window.words("story.cautions"))
    expect(cautions).not_to_contain_text("610")
    window.press("latest")
    expect(cautions).to_contain_text("610")


def test_the_address_always_carries_day_and_language_even_the_defaults(windows):
    window = windows.open()
    window.addressed(path="/", as_of="2024-11-06", lang="de")
    window.visit("troops")
    window.addressed(path="/troops", as_of="2024-11-06", lang="de")
    window.press("latest")
    window.press("story_day")
    window.addressed(path="/troops", as_of="2024-11-06", lang="de")


@pytest.mark.parametrize(("locale", "language"), [("de-AT", "de"), ("fr-FR", "en")])
def test_without_a_language_in_the_address_the_browser_s_decides(windows, locale, language):
    window = windows.open("/data", locale=locale, fresh=True)
    window.addressed(lang=language)
    window.heads(window.words("data.title"))


def test_the_language_in_the_address_outweighs_the_browser_s(windows):
    window = windows.open("/data", locale="de-DE", lang="en")
    window.addressed(as_of="2024-11-06", lang="en")
    window.heads(window.words("data.title"))


WORDS = """() => {
  const app = document.querySelector('[data-testid=stApp]'), found = []
  const walk = document.createTreeWalker(app, NodeFilter.SHOW_TEXT)
  for (let node; (node = walk.nextNode()); ) {
    const holder = node.parentElement, board = holder.closest('.lb')
    if (holder.closest('style, script, code, [data-testid=stIconMaterial]') || !holder.checkVisibility()) continue
    if (board && holder.closest('[lang]') !== board || holder.closest('.lb-wide td')) continue
    found.push(node.textContent)
  }
  for (const one of app.querySelectorAll('[role=figure]')) found.push(one.ariaLabel)
  for (const one of app.querySelectorAll('[placeholder]')) found.push(one.placeholder)
  return found.map(text => text.replace(/\\s+/g, ' ').trim()).filter(Boolean)
}"""  # what a reader sees or hears, without quotes in their own language and cells as they stand in the files


def phrases(language, other):
    """Return a pattern for each message that stands in one catalogue only and has words beside its blanks."""
    theirs = set(catalogue(other).values())
    return [
        re.compile(re.sub(r"\\\{\w+\\\}", ".+", re.escape(text)))
        for text in catalogue(language).values()
        if text not in theirs and len(re.findall(r"[^\W\d_]", re.sub(r"\{\w+\}", "", text))) >= 4
    ]


DAYS = {"de": re.compile(r"\b\d{1,2}\. [A-ZÄ][a-zä]+ \d{4}"), "en": re.compile(r"\b\d{1,2} [A-Z][a-z]+ \d{4}")}


def of_language(page, language, other):
    """Return what on the page is in `language` and not in `other`."""
    patterns = phrases(language, other)
    return [
        text
        for text in page.evaluate(WORDS)
        if DAYS[language].search(text) or any(pattern.fullmatch(text) for pattern in patterns)
    ]


def test_switching_the_language_changes_every_word_on_every_page_and_the_address(windows):
    pages = ["story", "territory", "map", "troops", "timeline", "claims", "data"]
    window = windows.open(as_of="2026-03-17", lang="de")
    for language, other, path in (("de", "en", pages), ("en", "de", pages[::-1]), ("de", "en", [])):
        if window.words.language != language:
            window.speak(language)
        for page in path[:1] + [f"/{one}" for one in path[1:]]:
            if page.startswith("/"):
                window.visit(page[1:])
            window.addressed(as_of="2026-03-17", lang=language)
            expect(window.page.locator(f".lb[lang={other}]")).to_have_count(0)
            window.settle()
            assert len(of_language(window.page, language, other)) > 5, (page, language)
            assert of_language(window.page, other, language) == [], (page, language)
    window.heads(window.words.count("story.title", 4))
    window.addressed(path="/", as_of="2026-03-17", lang="de")


def test_a_copied_link_shows_a_stranger_the_same_board(windows):
    sender = windows.open("/territory", locale="de-DE", as_of="2024-11-06")
    sender.press("latest")
    sender.page.get_by_role("radio", name=sender.words.of("span", "since_2022")).click()
    sender.addressed(span="since_2022")
    sender.drawn(4)
    sender.settle()
    sender.choose(sender.words("territory.kursk_choice"), 2)
    sender.page.wait_for_url(re.compile(r"kursk="))
    sender.settle()
    labels = [one.get_attribute("aria-label") for one in sender.page.locator("[role=figure]").all()]
    assert len(labels) == 4

    link = sender.address()
    reader = windows.open(link.pop("path"), locale="en-GB", fresh=True, **link)
    reader.heads(reader.words("territory.title"))
    assert reader.words.language == "de"
    expect(reader.day()).to_have_value(link["as_of"])
    expect(reader.page.get_by_role("radio", name=sender.words.of("span", "since_2022"))).to_be_checked()
    for place, label in enumerate(labels):
        expect(reader.page.locator("[role=figure]").nth(place)).to_have_attribute("aria-label", label)
    assert reader.address() == sender.address()


def test_readers_do_not_disturb_each_other(windows):
    one = windows.open("/data", as_of="2024-11-06", lang="de")
    other = windows.open("/data", as_of="2024-12-05", lang="en")
    expect(other.page.locator(".lb-headline .lb-lead")).to_contain_text("5 December 2024")
    one.visit("timeline")
    one.addressed(as_of="2024-11-06", lang="de")
    expect(one.page.locator(".lb-headline .lb-lead")).to_contain_text("6. November 2024")


def test_the_back_button_returns_to_the_former_day(windows):
    window = windows.open("/territory", as_of="2024-11-06", lang="de")
    window.press("latest")
    window.tells("monthly", REVISED, instead_of=FIRST)
    window.page.go_back()
    window.addressed(path="/territory", as_of="2024-11-06", lang="de")
    expect(window.day()).to_have_value("2024-11-06")
    window.tells("monthly", FIRST, instead_of=REVISED)
    window.page.go_forward()
    window.tells("monthly", REVISED, instead_of=FIRST)
    expect(window.day()).not_to_have_value("2024-11-06")


def test_the_back_button_returns_to_the_former_language(windows):
    window = windows.open("/data", as_of="2024-11-06", lang="de")
    window.speak("en")
    window.heads(window.words("data.title"))
    window.page.go_back()
    window.addressed(as_of="2024-11-06", lang="de")
    expect(window.page.locator(".lb[lang=en]")).to_have_count(0)


def test_the_back_button_returns_to_the_former_page_at_once(windows):
    window = windows.open(as_of="2024-12-05", lang="de")
    for name, title in (("troops", "troops.title"), ("timeline", "timeline.page_title")):
        window.visit(name)
        window.heads(window.words(title))
        window.drawn(1 if name == "timeline" else 3)
        window.settle()
    window.page.go_back()
    window.heads(window.words("troops.title"))
    window.drawn(3)
    window.settle()
    window.page.go_back()
    window.heads(window.words.count("story.title", 4))
    window.addressed(path="/", as_of="2024-12-05", lang="de")


def test_the_back_button_leaves_a_board_that_was_only_looked_at(windows):
    page = windows.blank()
    page.goto("data:text/html,<title>before</title>")
    page.goto(f"{windows.url}/data")
    expect(page.locator(".lb h1")).to_be_visible()
    full = re.compile(r"as_of=.*lang=|lang=.*as_of=")
    page.wait_for_url(full)
    page.go_back()  # to the bare address, which Streamlit keeps as an entry of its own, and now completes in place
    page.wait_for_url(full)
    expect(page.locator(".lb h1")).to_be_visible()
    page.go_back()
    expect(page).to_have_title("before")


@pytest.mark.parametrize(
    ("parameters", "named"),
    [({"as_of": "gestern"}, "as_of"), ({"as_of": "2999-01-01", "lang": "fr"}, "as_of, lang")],
)
def test_an_unusable_address_is_corrected_and_the_reader_told(windows, parameters, named):
    window = windows.open("/timeline", **parameters)
    window.addressed(as_of="2024-11-06", lang="de")
    window.drawn(1)
    window.settle()
    told = window.page.get_by_test_id("stAlert")
    expect(told).to_contain_text(f"({named})", timeout=3000)  # still there once the page has come to rest
    expect(told).to_contain_text("6. November 2024")
    window.press("latest")
    expect(told).to_have_count(0)
