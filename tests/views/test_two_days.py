"""Changes between two days and revisions: what the list, its files, the two sides and the histories say."""

from __future__ import annotations

import csv
import dataclasses
import html
import io
import re
from datetime import date

import pandas as pd
import pytest

from dashboard.drawing.wording import LANGUAGES
from dashboard.ledger.changes import KINDS
from dashboard.views import change_items, changes, revisions, sides
from dashboard.views.request import Request

STORY, DECEMBER, MAY = date(2024, 11, 6), date(2024, 12, 5), date(2025, 4, 30)


def rows_of(view):
    """Return the rows of a listing's CSV."""
    return list(csv.DictReader(io.StringIO(view.csv)))


def plain(markup):
    """Return what HTML says, without its marks."""
    return re.sub(r"\s+", " ", html.unescape(re.sub("<[^>]+>", " ", markup)))


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "de",
            "Seit dem 6. November 2024 bekannt geworden: 1 Revision, 1 Statuswechsel, 24 neue Zahlen, 12 Ereignisse, "
            "6 Hinweise zur Meldung",
        ),
        (
            "en",
            "Known since 6 November 2024: 1 revision, 1 change of status, 24 new figures, 12 events, "
            "6 cautions about the story",
        ),
    ],
)
def test_the_heading_counts_what_became_known_with_the_right_plurals(ledger, language, expected):
    view = changes.listing(ledger, Request(DECEMBER, language), STORY)
    assert view.headline.replace("\N{NO-BREAK SPACE}", " ") == expected
    assert expected in plain(view.html)


def test_the_csv_holds_the_revision_with_both_its_sides_and_its_page(ledger):
    listed = rows_of(changes.listing(ledger, Request(DECEMBER, "de"), STORY))
    (row,) = [one for one in listed if one["kind"] == "revised"]
    expected = {
        "known_from": "2024-12-02",
        "id": "afp-net-gain-2024-10",
        "old_id": "afp-net-gain-2024-10-to-27",
        "as_written": "610 square kilometers",
        "old_as_written": "478 sq km",
        "best": "610",
        "old_best": "478",
        "bound": "exact",
        "old_bound": "exact",
        "unit": "km2",
        "old_unit": "km2",
        "period_start": "2024-10-01",
        "period_end": "2024-10-31",
        "old_period_end": "2024-10-27",
        "claimant": "AFP-Auswertung von ISW-Daten",
        "indicator": "Russischer Nettogewinn in der Ukraine",
        "document_url": ledger.find("documents", "moscow-times-2024-12-02")["url"],
    }
    assert row.items() >= expected.items()


@pytest.mark.parametrize("language", LANGUAGES)
def test_list_csv_and_text_hold_the_same_changes(ledger, language):
    view = changes.listing(ledger, Request(MAY, language), STORY)
    listed = rows_of(view)
    assert len(listed) == view.html.count("<li") == len(re.findall(r"^- ", view.text, re.MULTILINE))
    assert [row["kind"] for row in listed] == sorted((row["kind"] for row in listed), key=KINDS.index)
    for row in listed:
        if row["document_url"] and row["kind"] != "doubt":
            assert html.escape(row["document_url"]) in view.html
            assert row["document_url"] in view.text
    assert re.search("478\N{NO-BREAK SPACE}km² → 610\N{NO-BREAK SPACE}km²", view.text)
    assert "<" not in view.text
    assert view.headline == view.text.splitlines()[0]


def test_every_figure_of_the_list_leads_to_its_receipt(ledger):
    view = changes.listing(ledger, Request(MAY, "de"), STORY)
    opened = set(re.findall(r"[?&;]figure=([\w-]+)", view.html))
    figures = {one for item in view.found if item.change.table == "figures" for one in item.change.steps}
    figures |= {item.change.new for item in view.found if item.change.table == "figures"}
    assert figures <= opened
    assert len(figures) > 100
    doubted = {item.row["id"] for item in view.found if item.change.kind == "doubt"}
    assert doubted == set(re.findall(r"document\?[^\"]*at=([\w-]+)", view.html))


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_chosen_is_all_the_list_holds(ledger, kind):
    whole = changes.listing(ledger, Request(MAY, "de"), STORY)
    only = changes.listing(ledger, Request(MAY, "de"), STORY, (kind,))
    assert [item.change for item in only.found] == [item.change for item in whole.found if item.change.kind == kind]
    assert only.found


def test_topics_share_the_list_out_without_loss(ledger):
    whole = changes.listing(ledger, Request(ledger.last_day, "de"), date(2022, 1, 1))
    shares = [
        changes.listing(ledger, Request(ledger.last_day, "de"), date(2022, 1, 1), (), (topic,)).found
        for topic in change_items.TOPICS
    ]
    assert all(shares)
    assert sum(len(share) for share in shares) == len(whole.found)


def test_every_kind_of_event_and_topic_of_an_indicator_has_its_topic(ledger):
    assert set(change_items.OF_EVENTS) == set(ledger.contract["events"].field("kind").enum)
    assert set(change_items.OF_EVENTS.values()) <= set(change_items.TOPICS)
    assert set(change_items.OF_FIGURES) == set(ledger.indicators["topic"])


@pytest.mark.parametrize("day", [date(2022, 1, 15), date(2024, 11, 5), STORY, DECEMBER])
def test_by_itself_a_comparison_never_looks_beyond_the_boards_day(ledger, day):
    usual = changes.clock(ledger, Request(day)).usual
    assert usual < day
    assert (usual == STORY) == (day > STORY)


def test_a_revision_of_another_bound_says_how_it_was_and_is_read(ledger):
    view = changes.listing(ledger, Request(ledger.last_day, "de"), STORY, ("revised",), ("casualties",))
    (item,) = view.found
    assert [one["said"] for one in item.amounts] == ["600", "etwa 2.000"]
    assert "Erst zu lesen als „genau diese Zahl“, jetzt als „ungefähr, beide Seiten offen“." in item.notes
    assert not any(note.startswith("Unterschied") for note in item.notes)


def test_a_figure_revised_since_says_so_where_it_is_new(ledger):
    view = changes.listing(ledger, Request(MAY, "en"), STORY, ("new",))
    revised = {item.change.new for item in view.found if "This figure has been revised since." in item.notes}
    assert revised == {"deepstate-gain-2024-11", "afp-net-gain-2024-12-to-30", "afp-net-gain-2025-01"}


def test_side_by_side_every_row_differs_and_the_right_side_is_always_there(ledger):
    markup = sides.sides(ledger, Request(DECEMBER, "de"), STORY)
    lines = [
        [plain(cell) for cell in re.findall(r"<td.*?>(.*?)</td>", row, re.DOTALL)]
        for row in re.findall(r"<tr>(.*?)</tr>", markup, re.DOTALL)
        if "<td" in row
    ]
    assert len(lines) > 15
    assert all(left != right and re.search(r"\d|einige", right) for _, left, right in lines)
    october = [(left, right) for _, left, right in lines if "610" in right]
    assert len(october) == 1
    assert "478" in october[0][0]
    assert "revidiert" in october[0][1]


def test_the_history_of_a_figure_gives_a_difference_only_between_plain_numbers_of_one_period(ledger):
    said = plain(revisions.histories(ledger, Request(ledger.last_day, "de"))).replace("\N{NO-BREAK SPACE}", " ")
    assert "+1 km²" in said
    assert "+120 km²" in said
    assert "+132" not in said  # 1 to 27 October and the whole month
    assert "+11 " not in said
    assert said.count("kein Unterschied angegeben: anderer Zeitraum") == 2
    assert said.count("kein Unterschied angegeben: keine genaue Zahl") == 1
    assert said.count("erste Fassung") == 5


def test_a_history_of_three_versions_lists_every_step(ledger):
    figures = ledger.figures
    third = figures[figures["id"] == "afp-net-gain-2025-01-v2"].assign(
        id="third", supersedes="afp-net-gain-2025-01-v2", low=420.0, best=420.0, high=420.0
    )
    longer = dataclasses.replace(ledger, figures=pd.concat([figures, third], ignore_index=True))
    request = Request(ledger.last_day, "en")
    said = plain(revisions.histories(longer, request)).replace("\N{NO-BREAK SPACE}", " ")
    for part in ("430 km²", "+1 km²", "420 km²", "\N{MINUS SIGN}11 km²"):
        assert part in said
    chart = revisions.first_and_latest(longer, request).picture.chart
    opened = [trace["customdata"] for trace in chart.data]
    assert ["?figure=third"] in opened
    assert ["?figure=afp-net-gain-2025-01-v2"] not in opened  # the chart has the first and the last


def test_a_page_that_tells_a_figure_differently_is_named_only_once_it_is_known(ledger):
    printed = '<q lang="en">68,500 square kilometers</q>'
    assert printed in revisions.retold(ledger, Request(DECEMBER, "en"))
    assert printed not in revisions.retold(ledger, Request(STORY, "en"))
