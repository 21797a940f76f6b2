"""Every chart comes with its rows: as a table and as CSV whose ids stand in the files, with sources and the day."""

from __future__ import annotations

import csv
import dataclasses
import html
import inspect
import io
import re
from datetime import date

import pytest

from dashboard.drawing.wording import Words
from dashboard.ledger.spreads import Spread
from dashboard.views import corrections, kursk, places, sentences, story, tables, territory, timeline, troops
from dashboard.views import map as map_view
from dashboard.views.exhibits import Exhibit
from dashboard.views.request import Request
from dashboard.views.story import StoryView
from dashboard.views.tables import TableView

STORY, LATEST = date(2024, 11, 6), date(2026, 3, 31)
DAYS = (date(2024, 6, 19), STORY, date(2024, 12, 5), LATEST)
MODULES = (corrections, story, territory, kursk, map_view, places, troops, timeline, tables)


def records(text):
    """Return the rows of a CSV file by column."""
    return list(csv.DictReader(io.StringIO(text)))


def charts(views):
    """Yield the views that have a chart."""
    yield from (view for view in views if view.pictures)


def with_rows(views):
    """Yield the views that offer their rows as CSV."""
    yield from (view for view in views if view.csvs)


def table_of(view):
    """Return the table whose rows a view shows."""
    return {"overview": "events", "held": "holders"}.get(view.name.split()[0], "figures")


def around(picture):
    """Return every text in the picture's own frame as one."""
    return " ".join(
        re.sub(r"<br>|</?b>", " ", html.unescape(text["text"])) for text in picture.chart.layout["annotations"]
    )


def test_the_last_of_these_days_is_after_everything_in_the_tables(ledger):
    assert ledger.last_day <= LATEST


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_the_rows_of_every_csv_stand_in_the_files(shown, ledger, day):
    known = {name: set(ledger.table(name)["id"]) for name in ("figures", "events", "holders")}
    for view in with_rows(shown(Request(day, "de"))):
        rows = records(view.csvs[0])
        table = table_of(view)
        assert rows, view.name
        assert {row["id"] for row in rows} <= known[table], view.name
        assert len({row["id"] for row in rows}) == len(rows), view.name
        assert list(rows[0])[: len(ledger.contract[table].names)] == list(ledger.contract[table].names)


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_csv_gives_every_cell_as_the_file_has_it(shown, ledger, root, language):
    files = {
        name: {row["id"]: row for row in records((root / "data" / f"{name}.csv").read_text(encoding="utf-8"))}
        for name in ("figures", "events", "holders")
    }
    for view in with_rows(shown(Request(LATEST, language))):
        name = table_of(view)
        for row in records(view.csvs[0]):
            known = row.pop("known_from")
            assert row == files[name][row["id"]]
            assert known == str(ledger.find(name, row["id"])["known_from"].date())


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("day", DAYS, ids=str)
def test_the_table_beside_a_chart_has_the_rows_of_its_csv(shown, day, language):
    for view in with_rows(shown(Request(day, language))):
        if view.name.startswith(("overview", "chart ")):
            continue  # the timeline lists its events on the page itself, who says what its claims
        assert re.findall(r"<td><code>([a-z0-9-]+)</code></td>", view.texts[0]) == [
            row["id"] for row in records(view.csvs[0])
        ]


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("day", DAYS, ids=str)
def test_every_picture_carries_its_source_and_the_day(shown, day, language):
    words = Words(language)
    for view in charts(shown(Request(day, language))):
        text = around(view.pictures[0])
        assert re.search("Quellen?: " if language == "de" else "Sources?: ", text), view.name
        assert words("chart.as_of", day=words.day(day)) in text, view.name


@pytest.mark.parametrize("language", ["de", "en"])
def test_an_alt_text_begins_with_the_title_and_says_every_row(shown, ledger, language):
    words = Words(language)
    for view in charts(shown(Request(LATEST, language))):
        if view.name.split()[0] not in ("story", "soldiers", "casualties", "russian_troops", "arms", "claims"):
            continue
        alt = view.pictures[0].alt
        assert alt.split(".")[0] in around(view.pictures[0])
        for row in records(view.csvs[0]):
            assert words.amount(ledger.find("figures", row["id"])) in alt


def test_every_number_of_a_chart_is_said_in_the_readers_language(shown):
    for view in charts(shown(Request(LATEST, "de"))):
        assert not re.search(r"\d,\d{3}(?!\d)", view.pictures[0].alt), view.name
    for view in charts(shown(Request(LATEST, "en"))):
        assert not re.search(r"(?<![\d.])\d{1,3}\.\d{3}(?![\d.])", view.pictures[0].alt), view.name


def test_files_are_named_by_what_they_show_and_as_of_when(shown):
    for day in DAYS:
        names = [view.pictures[0].name for view in charts(shown(Request(day, "en")))]
        assert all(re.fullmatch(rf"lagebild-[a-z0-9_-]+-{day}-en", name) for name in names)
        kinds = [
            name
            for name, view in zip(names, charts(shown(Request(day, "en"))), strict=True)
            if "treaty" not in view.name.split()[-1]
        ]
        assert len(set(kinds)) == len(kinds)


def test_every_view_a_page_can_ask_for_is_looked_at_by_these_tests(shown):
    prepared = {view.name.split()[0] for view in shown(Request(LATEST, "de"))} | {"table"}
    views = {
        name
        for module in MODULES
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__
        and not name.startswith("_")
        and list(inspect.signature(function).parameters)[:2] == ["ledger", "request"]
    }
    # Days to choose from are no view: like the calendar's, they lead to what was known later.
    assert views - {"chosen_events", "days"} <= prepared
    assert {Exhibit, StoryView, TableView}  # the kinds of views that are taken apart in tests/conftest.py


def test_figures_nobody_put_a_name_to_are_drawn_on_every_page(ledger, everything):
    nameless = ledger.figures.assign(
        claimant_id=ledger.figures["claimant_id"].where(ledger.figures["indicator_id"] != "russian-gain", "")
    )
    views = everything(dataclasses.replace(ledger, figures=nameless), Request(LATEST, "en"))
    assert any("not named" in view.pictures[0].alt for view in charts(views))


def test_openness_counts_what_leaves_an_end_open_and_what_gives_no_number():
    words = Words("en")
    found = Spread(claims=5, floors=1, ceilings=2, vague=1)
    assert sentences.openness(found, words) == (
        "1 figure gives only a lower limit. 2 figures give only an upper limit. 1 statement gives no number."
    )
    assert sentences.openness(Spread(claims=1), words) == ""
