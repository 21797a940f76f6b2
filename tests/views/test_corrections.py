"""The log of corrections and the marks of corrected rows, wherever those appear."""

from __future__ import annotations

import csv
import html
import io
import re
from datetime import date

import pytest

from dashboard.drawing.wording import Words
from dashboard.ledger.tables import build
from dashboard.views import corrections, places, story, tables, territory, troops
from dashboard.views.marks import mended
from dashboard.views.request import Request

STORY, LATEST = date(2024, 11, 6), date(2026, 3, 31)
LATE = {"nis-munitions-sent-2025-06-26", "afp-net-gain-2026-01"}


def text(markup):
    """Return what a reader reads: tags off, spaces as one."""
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", markup)))


def rows(markup):
    """Return the rows of the log by id: what was shown and what is right."""
    cells = re.findall(r"<code>(.*?)</code></td>\s*<td[^>]*>(.*?)</td>\s*<td[^>]*>(.*?)</td>", markup, re.DOTALL)
    return {key: (text(shown).strip(), text(right).strip()) for key, shown, right in cells}


def marks(markup):
    """Return the ids whose corrections the marks lead to."""
    return re.findall(r'class="lb-go lb-mended" href="corrections\?[^"]*row=([\w-]+)"', markup)


def test_every_correction_is_listed_once_its_row_is_known(ledger):
    listed = rows(corrections.log(ledger, Request(LATEST, "de")))
    assert set(listed) == set(ledger.corrections["row_id"])
    assert listed["nis-munitions-sent-2025-06-26"] == (
        "over 10 million artillery shells",
        "over 10 million artillery shells, missiles",
    )
    assert listed["story-nk-8000"] == ("nichts", "ja")  # the column was not there yet
    assert listed["in-force-needs-exchange-kbs"] == ("6. November 2024", "15. Oktober 2024")


@pytest.mark.parametrize("language", ["de", "en"])
def test_corrections_of_rows_not_yet_known_are_only_counted(ledger, language):
    page = corrections.log(ledger, Request(STORY, language))
    assert set(rows(page)) == set(ledger.corrections["row_id"]) - LATE
    assert Words(language).count("corrections.later", 2) in text(page)
    assert not LATE & set(re.findall(r"[\w-]+", page))
    assert Words(language).count("corrections.later", 2) not in text(corrections.log(ledger, Request(LATEST, language)))


def test_before_anything_was_known_the_log_says_so_and_counts(ledger):
    page = corrections.log(ledger, Request(date(2022, 1, 15), "de"))
    assert rows(page) == {}
    assert Words("de")("corrections.none") in page
    assert Words("de").count("corrections.later", len(ledger.corrections)) in text(page)


def test_the_file_holds_what_is_listed(ledger):
    for day in (STORY, LATEST):
        listed = list(csv.DictReader(io.StringIO(corrections.rows_as_csv(ledger, Request(day, "de")))))
        assert {one["row_id"] for one in listed} == set(rows(corrections.log(ledger, Request(day, "de"))))
        assert set(listed[0]) == set(ledger.contract["corrections"].names)


def test_a_corrected_figure_leads_to_its_receipt_and_evidence_to_its_document(ledger):
    page = html.unescape(corrections.log(ledger, Request(STORY, "de")))
    assert 'href="?as_of=2024-11-06&lang=de&figure=story-nk-8000"' in page
    assert "document?as_of=2024-11-06&lang=de&document=kbs-world-2024-10-15&at=in-force-needs-exchange-kbs" in page


def test_only_the_row_asked_for_is_set_off_and_never_folded_away(ledger):
    request = Request(STORY, "de")
    assert "lb-asked" not in corrections.log(ledger, request)
    assert "<details>" in corrections.log(ledger, request)
    asked = corrections.log(ledger, request, "in-force-needs-exchange-kbs")
    assert asked.count("lb-asked") == 1
    assert "<details open>" in asked and "<details>" not in asked
    assert corrections.log(ledger, request, "<b>no-row") == corrections.log(ledger, request)


def test_the_newest_corrections_come_first_and_a_withdrawn_row_says_so(tiny):
    page = corrections.log(build(tiny.check()), Request(date(2024, 12, 31), "en"))
    days = re.findall(r"Corrected on (\d+ \w+ \d{4})", page)
    assert days == ["12 January 2025", "20 December 2024"]
    assert rows(page)["soldiers-second"] == ("700 to 1,000", "row withdrawn")
    assert ("2 December 2024", "1 December 2024") in rows(page).values()


def test_hostile_texts_of_the_log_are_shown_as_text(tiny):
    tiny.set("corrections", "soldiers-twice", shown="<script>alert(1)</script>", reason="<b>x</b>")
    page = corrections.log(build(tiny.check()), Request(date(2024, 12, 31), "en"))
    assert "<script" not in page and "<b>" not in page
    assert "&lt;script&gt;" in page


def test_a_row_has_a_mark_only_if_it_was_corrected(ledger):
    request = Request(STORY, "de")
    assert mended(ledger, request, "figures", "story-nk-kursk-11000") == ""
    assert mended(ledger, request, "events", "story-nk-8000") == ""
    assert mended(ledger, request, "figures", "story-nk-8000").startswith("corrections?as_of=2024-11-06&lang=de&row=")


def test_tiles_cards_and_cautions_of_the_story_mark_what_was_corrected(ledger):
    view = story.story(ledger, Request(STORY, "de"))
    assert marks(html.unescape(view.headline)) == ["story-nk-8000", "story-net-gain-500"]
    cards = [marks(html.unescape(one.card)) for one in view.statements]
    assert cards == [["story-nk-8000"], [], [], ["story-net-gain-500"]]
    evidence = set(marks(html.unescape(view.cautions + view.sound)))
    assert evidence == set(ledger.corrections.loc[ledger.corrections["table"] == "evidence", "row_id"])
    assert not re.search(r"<a[^>]*>(?:(?!</a>).)*<a", view.headline, re.DOTALL), "a link within a link"


def test_tables_beside_charts_and_places_mark_what_was_corrected(ledger):
    request = Request(LATEST, "en")
    assert marks(html.unescape(troops.arms(ledger, request, "munitions-sent").table)) == [
        "nis-munitions-sent-2025-06-26"
    ]
    monthly = html.unescape(territory.monthly(ledger, request, "since_2024").table)
    assert "afp-net-gain-2026-01" in marks(monthly)
    assert "afp-net-gain-2026-01" in marks(html.unescape(places.belongings(ledger, request, "ukraine")))


def test_the_tables_of_the_data_page_mark_what_was_corrected(ledger):
    request = Request(LATEST, "en")
    for name in ("figures", "evidence"):
        view = tables.table(ledger, request, name)
        found = [one for number in range(1, view.pages + 1) for one in marks(html.unescape(view.page(number)))]
        of_table = ledger.corrections[ledger.corrections["table"] == name]
        assert sorted(found) == sorted(of_table["row_id"])
    assert marks(html.unescape(tables.table(ledger, request, "actors").page(1))) == []


def test_a_row_that_was_corrected_and_then_withdrawn_is_listed_twice_under_its_id(tiny):
    once = {"column": "as_written", "shown": "600 to 1,000", "right": "700 to 1,000", "corrected_on": "2024-12-11"}
    tiny.copy("corrections", "soldiers-twice", id="soldiers-once", **once)
    report = tiny.check()
    assert report.faults == ()
    page = corrections.log(build(report), Request(date(2024, 12, 31), "en"))
    assert text(page).count("soldiers-second") == 2
    assert "600 to 1,000" in page
