"""No page of a day shows what became known later: not in words, charts, alt texts, files, links or by its absence."""

from __future__ import annotations

import dataclasses
import re
from datetime import date

import pandas as pd
import pytest

from dashboard.drawing.wording import Words
from dashboard.ledger import questions
from dashboard.views import tables, territory, timeline
from dashboard.views.map_layers import YARDSTICK
from dashboard.views.request import Request

FIRST, STORY, DECEMBER = date(2022, 2, 1), date(2024, 11, 6), date(2024, 12, 5)
DAYS = (FIRST, date(2024, 10, 28), STORY, DECEMBER)  # on the latest day nothing is later
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def said(view):
    """Yield every text of a view, those of its charts included."""
    yield from view.texts
    yield from view.csvs
    for picture in view.pictures:
        yield from texts(picture.chart.spec())


def texts(node):
    if isinstance(node, dict):
        for value in node.values():
            yield from texts(value)
    elif isinstance(node, list | tuple):
        for value in node:
            yield from texts(value)
    else:
        yield str(node)


@pytest.fixture(scope="module")
def as_if_it_were(ledger):
    """Return a function that gives the real data as they were on a day: without any row known later.

    Stories stay, because the board is made for a story and says on earlier days when it appears.
    """

    def cut(day):
        changed = {}
        for name in ledger.contract.tables:
            table = ledger.table(name)
            if "known_from" in table:
                changed[name] = questions.known_by(table, day)
            elif name == "documents":
                changed[name] = table[(table["published_on"] <= pd.Timestamp(day)) | table["id"].isin(ledger.stories)]
        return dataclasses.replace(ledger, **changed)

    return cut


@pytest.mark.parametrize(
    ("day", "language"),
    [(FIRST, "de"), (date(2024, 10, 28), "en"), (STORY, "de"), (STORY, "en"), (DECEMBER, "de")],
    ids=str,
)
def test_a_page_of_a_day_is_what_it_would_be_if_nothing_had_followed(shown, everything, as_if_it_were, day, language):
    request = Request(day, language)
    real, then = shown(request), everything(as_if_it_were(day), request)
    assert [view.name for view in real] == [view.name for view in then]
    for one, other in zip(real, then, strict=True):
        assert list(said(one)) == list(said(other)), one.name


@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.parametrize(
    "name", ["figures", "events", "appearances", "holders", "reservations", "evidence", "documents", "aliases"]
)
def test_a_table_of_a_day_is_what_it_would_be_if_nothing_had_followed(ledger, as_if_it_were, name, day):
    request = Request(day, "en")
    real, then = tables.table(ledger, request, name, ""), tables.table(as_if_it_were(day), request, name, "")
    assert (real.csv, real.rows, real.found) == (then.csv, then.rows, then.found)


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_no_id_of_a_row_known_later_is_on_any_page(shown, ledger, day):
    later = set()
    for name in ("figures", "events", "reservations", "evidence"):
        table = ledger.table(name)
        later |= set(table.loc[table["known_from"] > pd.Timestamp(day), "id"])
    assert later
    for view in shown(Request(day, "en")):
        for text in (*view.texts, *view.csvs):
            assert not later & set(SLUG.findall(text)), view.name


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_no_link_leads_to_a_page_published_later(shown, ledger, day):
    documents = ledger.documents
    then = set(documents.loc[documents["published_on"] <= pd.Timestamp(day), "url"])
    linked = set()
    for view in shown(Request(day, "de")):
        linked |= {
            link.replace("&amp;", "&") for text in view.texts for link in re.findall(r'href="(https?://[^"]+)"', text)
        }
    linked -= {YARDSTICK.url}  # says how large Berlin is, nothing of the war
    assert bool(linked) == (day != FIRST)
    assert linked <= then


@pytest.mark.parametrize("screen", ["desk", "phone"])
@pytest.mark.parametrize("language", ["de", "en"])
def test_on_the_storys_day_nobody_speaks_of_610_or_725(ledger, language, screen):
    request = Request(STORY, language, "light", screen)
    exhibits = [
        *(territory.monthly(ledger, request, span) for span in territory.SPANS),
        *(territory.other_counts(ledger, request, span) for span in territory.SPANS),
        territory.years(ledger, request),
    ]
    found = " ".join(
        text
        for exhibit in exhibits
        for text in (exhibit.table, exhibit.csv, exhibit.picture.alt, *texts(exhibit.picture.chart.spec()))
    )
    assert re.search(r"(?<!\d)478(?!\d)", found)
    assert not re.search(r"(?<![\d.,])(610|725)(?![\d.,])", found)


def test_on_2_december_both_are_there_and_478_beside_them(ledger):
    exhibit = territory.monthly(ledger, Request(date(2024, 12, 2), "en"), "since_2024")
    for number in ("478", "610", "725"):
        assert re.search(rf"(?<!\d){number}(?!\d)", exhibit.table)
        assert re.search(rf"(?<!\d){number}(?!\d)", exhibit.csv)


def test_before_the_story_no_line_says_where_it_will_be(ledger):
    day = date(2024, 11, 4)
    for kinds in (timeline.KINDS, ("war",)):
        picture = timeline.overview(ledger, Request(day, "de"), "all", kinds).picture
        assert picture.chart.data[0]["x"]
        assert "2024-11-06" not in set(texts(picture.chart.spec()))


def test_before_anything_was_known_every_chart_says_so(ledger, shown):
    views = {view.name: view for view in shown(Request(FIRST, "en"))}
    maps = {name: views.pop(name) for name in list(views) if name.startswith("war_map")}  # land is always there
    assert {view.pictures[0].alt.partition(".")[0] for view in maps.values()} == {
        Words("en")("map.none"),
        Words("en")("map.title_base"),
    }
    assert not any(view.pictures or view.csvs for view in views.values())
    for name, indicator in (
        ("monthly since_2024", "russian-net-gain"),
        ("claims kursk-area-held", "kursk-area-held"),
        ("soldiers kursk", "nk-troops-kursk"),
        ("casualties", "nk-casualties"),
        ("arms shells-sent", "shells-sent"),
    ):
        label = ledger.find("indicators", indicator)["label_en"]
        assert f">{label}: no figure had been published by 1 February 2022.<" in views[name].texts[0]
