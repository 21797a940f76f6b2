"""The start page: before the story's day, on it, and as more became known."""

from __future__ import annotations

import re
from datetime import date

import pytest

from dashboard.views.request import Request
from dashboard.views.story import story

STORY = date(2024, 11, 6)


@pytest.fixture
def view(ledger):
    """Return a function that prepares the start page for a day."""
    return lambda day, language="en": story(ledger, Request(day, language))


def plain(markup):
    """Return what a reader sees of markup, without tags."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", markup))


@pytest.mark.parametrize("language", ["de", "en"])
def test_before_its_day_the_story_shows_no_figure_and_says_when_it_appears(view, language):
    before = view(date(2024, 11, 5), language)
    assert not before.known
    assert before.statements == ()
    assert (before.cautions, before.sound) == ("", "")
    assert ("6. November 2024" if language == "de" else "6 November 2024") in before.headline
    assert not re.search("11[.,]000|8[.,]000|500", before.headline)


@pytest.mark.parametrize(
    ("language", "amounts"),
    [
        ("de", ["8.000", "11.000", "einige hundert km²", "fast 500 km²"]),
        ("en", ["8,000", "11,000", "several hundred km²", "almost 500 km²"]),
    ],
)
def test_on_its_day_its_four_figures_stand_in_large_type_in_the_order_of_the_text(view, language, amounts):
    today = view(STORY, language)
    assert today.known
    for markup in (today.headline, " ".join(one.card for one in today.statements)):
        large = re.findall(r'class="lb-amount[^"]*">(.*?)</(?:span|p)>\n', markup)
        assert [plain(one).strip() for one in large] == amounts


def test_every_statement_has_its_words_claimant_day_and_status(view, ledger):
    cards = [plain(one.card) for one in view(STORY).statements]
    for card, words, claimant, day in zip(
        cards,
        (
            "8.000 nordkoreanische Soldaten",
            "11.000 nordkoreanische Soldaten",
            "einige hundert Quadratkilometer",
            "fast 500",
        ),
        ("Antony Blinken", "Volodymyr Zelensky", "Volodymyr Zelensky", "AFP analysis of ISW data"),
        ("31 October 2024", "4 November 2024", "4 November 2024", "6 November 2024"),
        strict=True,
    ):
        assert words in card
        assert claimant in card
        assert f"Stated on {day}" in card
    assert "Highest since March 2022, says the story" in cards[3]
    assert "Refers to October 2024" in cards[3]


def test_beside_each_statement_stands_what_others_said_and_never_the_story_itself(view, ledger):
    today = view(STORY)
    assert all(one.exhibit.picture for one in today.statements)
    for one in today.statements:
        assert "story-" not in one.exhibit.csv
    assert "afp-net-gain-2024-10-to-27" in today.statements[3].exhibit.csv
    assert "blinken-nk-kursk-2024-10-31" in today.statements[1].exhibit.csv


def test_from_2_december_on_the_older_version_stays_beside_the_newer(view):
    for day, newer in ((date(2024, 12, 1), False), (date(2024, 12, 2), True)):
        csv = view(day).statements[3].exhibit.csv
        assert "afp-net-gain-2024-10-to-27," in csv
        assert ("afp-net-gain-2024-10," in csv) == newer


def test_what_has_been_superseded_is_pale_from_the_day_of_the_revision_on(view):
    for day, opacity in ((date(2024, 12, 1), [1]), (date(2024, 12, 2), [0.45, 1])):
        marks = [trace for trace in view(day).statements[3].exhibit.picture.chart.data if trace["mode"] == "markers"]
        assert [one["marker"]["opacity"] for one in marks if 478 in one["x"]] == [opacity]


@pytest.mark.parametrize(
    ("caution", "known_from"),
    [
        ("What flew on Tuesday was short-range", date(2024, 11, 6)),
        ("instruments must be exchanged", date(2024, 11, 6)),
        ("only to 27 October|ends on 27 October", date(2024, 11, 6)),
        ("Use 610 km² for October", date(2024, 12, 2)),
        ("November 2024 was larger still, 725", date(2024, 12, 2)),
        ("In force since 4 December 2024", date(2024, 12, 5)),
        ("both confirmed it in April 2025", date(2025, 4, 28)),
    ],
)
def test_a_caution_is_there_from_the_day_its_evidence_was_published(view, caution, known_from):
    earlier = date.fromordinal(known_from.toordinal() - 1)
    assert re.search(caution, view(known_from).cautions)
    assert not re.search(caution, view(earlier).cautions)


def test_every_caution_known_on_a_day_is_shown_once_with_its_evidence(view, ledger):
    day = date(2026, 3, 31)
    both = view(day).cautions + view(day).sound
    assert both.count('<article class="lb-caution">') == len(ledger.reservations)
    assert both.count('<ul class="lb-evidence">') == len(ledger.reservations)
    assert both.count("<li>") == len(ledger.evidence)


def test_the_gravest_cautions_come_first_and_what_held_up_is_apart(view):
    day = date(2026, 3, 31)
    order = re.findall(r'<h3><span class="lb-verdict lb-(\w+)">', view(day).cautions)
    assert order == ["contradicted", "mistranslated", "revised", "incomplete", "disputed"]
    assert re.findall(r'<h3><span class="lb-verdict lb-(\w+)">', view(day).sound) == ["confirmed"]


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        (STORY, "Neither Moscow nor Pyongyang has confirmed"),
        (date(2025, 4, 27), "Neither Moscow nor Pyongyang has confirmed"),
        (date(2025, 4, 28), "Moscow acknowledged the deployment of North Korean soldiers on 26 April 2025"),
    ],
)
def test_what_was_not_confirmed_is_said_as_such(view, day, sentence):
    assert sentence in plain(view(day).headline)


def test_the_day_of_the_story_is_marked_as_inferred_with_the_reason(view):
    assert "day inferred" in view(STORY).headline
    assert "Federation Council vote" in view(STORY).headline
    assert "Tag erschlossen" in view(STORY, "de").headline
    assert "Föderationsrat" in view(STORY, "de").headline
