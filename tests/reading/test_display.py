"""The readable output: what is printed of a text, and of more figures than a layout can hold."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from dashboard.reading import display
from dashboard.reading.inputs import Received
from reading.phrases import reading


def printed(text: str) -> str:
    """Return what is printed of a German text."""
    console = Console(file=io.StringIO(), width=display.PIPED, highlight=False)
    display.show("story", Received(text, "plain text"), reading("de", text), console)
    return console.file.getvalue()


def test_a_tab_stays_a_tab_and_a_control_character_shows_as_a_sign():
    assert (
        display.marked(reading("de", "12 Tote\tin Kiew\x1b[31m")).plain
        == "12 Tote\tin Kiew\N{REPLACEMENT CHARACTER}[31m"
    )


def test_a_long_table_is_printed_plainly_and_whole(monkeypatch: pytest.MonkeyPatch):
    text = "In Kiew starben 12 Menschen und 30 Soldaten."
    assert "12 Menschen\t12 person" not in printed(text)
    monkeypatch.setattr(display, "LONGEST", 1)
    plain = printed(text)
    assert "2 figures\nat\tas written\tread as" in plain
    assert "16\t12 Menschen\t12 person\tcasualties\t" in plain
    assert "32\t30 Soldaten\t30 person" in plain


def test_windows_line_ends_show_as_line_ends_and_endless_fractions_to_four_decimals():
    text = "Zwei Drittel der Häuser sind zerstört.\r\nEs gab 12 Verletzte."
    assert display.marked(reading("de", text)).plain == text.replace("\r\n", " \n")
    assert display.value(2 / 3, 2 / 3, None) == "0.6667"
    assert display.value(1234567.25, None, ">") == "more than 1,234,567.25"
