"""The address: what it asks for is read in full or named as unusable, never guessed."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.address import EARLIEST, Asked, preferred, read, settle

LATEST = date(2026, 2, 2)


def test_an_address_that_says_nothing_asks_for_nothing():
    assert read(None, None, LATEST) == Asked(None, None)


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_day_and_a_language_are_read(language):
    assert read("2024-11-06", language, LATEST) == Asked(date(2024, 11, 6), language)


def test_what_is_written_into_the_address_is_read_back_the_same():
    for day in (EARLIEST, date(2024, 2, 29), LATEST):
        assert read(day.isoformat(), None, LATEST) == Asked(day, None)


@pytest.mark.parametrize(
    "text", ["", "6.11.2024", "2024-11-31", "2023-02-29", "2024-11", "2024-11-06T00:00", "today", " 2024-11-06", "1e3"]
)
def test_a_day_that_is_none_is_named_as_unusable(text):
    assert read(text, "en", LATEST) == Asked(None, "en", ("as_of",))


@pytest.mark.parametrize("text", ["20241106", "2024-W45-3", "2024W453", "2024-2-9", "2024-11-6", "٢٠٢٤-١١-٠٦"])
def test_a_day_in_another_form_than_the_boards_own_is_not_guessed(text):
    assert read(text, None, LATEST) == Asked(None, None, ("as_of",))


def test_the_first_and_the_last_day_can_be_asked_for_but_none_outside():
    assert read("2022-01-01", None, LATEST).day == EARLIEST
    assert read("2026-02-02", None, LATEST).day == LATEST
    for text in ("2021-12-31", "2026-02-03", "9999-12-31", "0001-01-01"):
        assert read(text, None, LATEST) == Asked(None, None, ("as_of",))


@pytest.mark.parametrize("text", ["", "fr", "DE", "de-AT", "deutsch"])
def test_a_language_the_board_does_not_speak_is_named_as_unusable(text):
    assert read("2024-11-06", text, LATEST) == Asked(date(2024, 11, 6), None, ("lang",))


def test_both_can_be_unusable_at_once():
    assert read("soon", "fr", LATEST).unusable == ("as_of", "lang")


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ("de", "de"),
        ("de-AT", "de"),
        ("DE-de", "de"),
        ("en-GB", "en"),
        ("fr-FR", "en"),
        ("uk", "en"),
        ("", "en"),
        (None, "en"),
    ],
)
def test_german_readers_get_german_and_all_others_english(locale, language):
    assert preferred(locale) == language


@pytest.mark.parametrize(
    ("chosen", "shown", "asked", "next_"),
    [
        pytest.param(None, None, None, "default", id="nothing said: the default"),
        pytest.param(None, None, "link", "link", id="a link is opened: what it asks for"),
        pytest.param("hand", "before", "before", "hand", id="the reader moves a widget: the widget"),
        pytest.param("hand", None, "link", "hand", id="moved before anything was shown: the widget"),
        pytest.param("before", "before", "back", "back", id="the browser goes back: the address"),
        pytest.param("before", "before", "before", "before", id="nothing has moved: all stays"),
        pytest.param("before", "before", None, "default", id="a menu link says nothing: the default"),
    ],
)
def test_the_readers_hand_wins_over_the_address_and_the_address_over_what_was(chosen, shown, asked, next_):
    assert settle(chosen, shown, asked, "default") == next_
