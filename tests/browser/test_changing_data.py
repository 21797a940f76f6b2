"""Data that change, break and are mended while the board runs: open windows follow within ten seconds, untouched."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

SOON = 10_000  # milliseconds an open session may take to show what changed on disk


class Table:
    """A CSV file of a copied project that a test changes and puts back."""

    def __init__(self, root: Path, name: str) -> None:
        """`name` is the table's, without suffix."""
        self.path = root / "data" / f"{name}.csv"
        self._sound = self.path.read_text(encoding="utf-8")

    def replace(self, old: str, new: str) -> None:
        """Write the sound file with one place changed, at once as a `git pull` does."""
        assert self._sound.count(old) >= 1
        self._write(self._sound.replace(old, new, 1))

    def mend(self) -> None:
        """Write the sound file again."""
        self._write(self._sound)

    def _write(self, text: str) -> None:
        beside = self.path.with_suffix(".new")
        beside.write_text(text, encoding="utf-8")
        beside.replace(self.path)


def test_a_change_on_disk_shows_by_itself_and_a_broken_one_warns_until_it_is_mended(board_on, copied_project):
    window = board_on(copied_project).open(as_of="2024-11-06", lang="de")
    page, words = window.page, window.words
    window.drawn(4)
    tiles = page.locator(".lb-tiles")
    expect(tiles).to_contain_text("Antony Blinken")
    actors, figures = Table(copied_project, "actors"), Table(copied_project, "figures")

    actors.replace("Antony Blinken,Antony Blinken", "Antony Blinken,Antony J. Blinken")
    expect(tiles).to_contain_text("Antony J. Blinken", timeout=SOON)
    window.sound()

    figures.replace(",8000,8000,8000,exact", ",achttausend,8000,8000,exact")
    warning = page.get_by_text(words.count("faults.warning", 1))
    expect(warning).to_be_visible(timeout=SOON)
    expect(tiles).to_contain_text("Antony J. Blinken")
    window.drawn(4)
    warning.click()
    expect(page.locator(".lb-faults code").filter(has_text='data/figures.csv:2 low: "achttausend"')).to_be_visible()

    actors.mend()
    figures.mend()
    expect(warning).to_have_count(0, timeout=SOON)
    expect(tiles).not_to_contain_text("Antony J. Blinken", timeout=SOON)
    window.sound()


def test_a_board_started_on_broken_data_lists_the_faults_and_comes_back_when_they_are_mended(board_on, copied_project):
    figures = Table(copied_project, "figures")
    figures.replace(",8000,8000,8000,exact", ",achttausend,8000,8000,exact")
    window = board_on(copied_project).open("/territory", as_of="2024-12-05", lang="en")
    words = window.words
    window.heads(words("faults.title"))
    faults = window.page.locator(".lb-faults")
    expect(faults.locator("li")).to_have_count(1)
    expect(faults.locator("code")).to_contain_text('data/figures.csv:2 low: "achttausend"')
    expect(faults).to_contain_text(words("faults.way_out"))
    expect(window.page.locator(".stException")).to_have_count(0)

    figures.mend()
    expect(window.page.locator(".lb h1").first).to_have_text(words("territory.title"), timeout=SOON)
    window.drawn(4)
    window.sound()
    window.addressed(path="/territory", as_of="2024-12-05", lang="en")
