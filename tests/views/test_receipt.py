"""The receipt of every figure: its words, its speaker, its page, its day; and the way to its sentence."""

import html
import re
from datetime import date, timedelta

import pytest

from dashboard.drawing.wording import LANGUAGES, Words
from dashboard.ledger import passages
from dashboard.views.receipt import receipt
from dashboard.views.request import Request


def texts(markup):
    """Return what a reader sees of markup, in one line."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", markup)).split())


def squeezed(text):
    return " ".join(text.split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_has_a_receipt_with_its_words_speaker_days_and_page(ledger, language):
    request = Request(ledger.last_day, language)
    words = Words(language)
    for row in ledger.records("figures", ledger.figures):
        view = receipt(ledger, request, row["id"])
        seen, document = texts(view.body), ledger.find("documents", row["document_id"])
        assert view.known
        assert view.title == words.pick(ledger.find("indicators", row["indicator_id"]), "label")
        assert squeezed(row["as_written"]) in seen, row["id"]
        assert squeezed(words.amount(row)) in seen, row["id"]
        assert words.day(row["stated_on"]) in seen
        assert words.day(document["published_on"]) in seen
        assert row["id"] in seen
        if row["claimant_id"]:
            assert words.pick(ledger.find("actors", row["claimant_id"]), "name") in seen
        if document["url"]:
            assert f'href="{html.escape(document["url"])}"' in view.body, row["id"]


def test_a_figure_of_the_story_shows_its_sentence_with_the_words_at_their_offsets(ledger):
    own = [row for row in ledger.records("figures", ledger.figures) if row["document_id"] in ledger.texts]
    assert len(own) == 5
    for row in own:
        text = ledger.texts[row["document_id"]]
        start, end = int(row["quote_start"]), int(row["quote_end"])
        first, last = passages.sentence(text, start, end)
        body = receipt(ledger, Request(ledger.last_day), row["id"]).body
        quote = re.search(r"<blockquote[^>]*>„(.*?)<mark[^>]*>(.*?)</mark>(.*?)“</blockquote>", body, re.DOTALL)
        assert [html.unescape(one) for one in quote.groups()] == [text[first:start], text[start:end], text[end:last]]
        assert text[start:end] == row["as_written"]
        assert f"at={row['id']}" in body


def test_a_superseded_figure_says_so_with_its_successor_and_the_day(ledger):
    before = receipt(ledger, Request(date(2024, 12, 1), "en"), "afp-net-gain-2024-10-to-27").body
    after = receipt(ledger, Request(date(2024, 12, 2), "en"), "afp-net-gain-2024-10-to-27").body
    assert "superseded" not in texts(before)
    assert "610" not in texts(before)
    assert "superseded Since 2 December 2024: 610" in texts(after)
    assert "figure=afp-net-gain-2024-10&" in html.unescape(after) or 'figure=afp-net-gain-2024-10"' in after


def test_the_newest_version_lists_the_earlier_one(ledger):
    seen = texts(receipt(ledger, Request(date(2024, 12, 5), "de"), "afp-net-gain-2024-10").body)
    assert "Fassungen dieser Zahl 478 km² 1. bis 27. Oktober 2024" in seen
    assert "überholt" not in seen.partition("Fassungen")[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_figure_not_yet_known_says_when_it_will_be_and_leads_there(ledger, language):
    view = receipt(ledger, Request(date(2024, 11, 6), language), "afp-net-gain-2024-10")
    assert not view.known
    assert Words(language).day(date(2024, 12, 2)) in texts(view.body)
    assert "as_of=2024-12-02" in view.body
    assert "610" not in view.body


@pytest.mark.parametrize("figure_id", ["nobody", "<script>alert(1)</script>", "*_`[x](y)`", "\x00"])
def test_an_unknown_id_is_answered_without_repeating_it(ledger, figure_id):
    view = receipt(ledger, Request(date(2024, 11, 6)), figure_id)
    assert not view.known
    assert figure_id not in view.title + view.body


def test_a_receipt_knows_nothing_of_later_days(ledger):
    day = date(2024, 11, 6)
    later = ledger.figures[ledger.figures["known_from"] > str(day)]
    bodies = [
        receipt(ledger, Request(day), one).body
        for one in ledger.figures["id"][ledger.figures["known_from"] <= str(day)]
    ]
    opened = set(re.findall(r"figure=([a-z0-9-]+)", "".join(bodies)))
    assert opened
    assert not opened & set(later["id"])


def test_others_leave_out_the_figure_its_versions_and_what_it_retells(ledger):
    body = receipt(ledger, Request(ledger.last_day), "story-nk-kursk-11000").body
    assert "<h3>Andere" in body
    others = re.findall(r"figure=([a-z0-9-]+)", body.partition("<h3>Andere")[2])
    assert {"pentagon-nk-kursk-2024-11-04", "blinken-nk-kursk-2024-10-31"} & set(others)
    assert not {"story-nk-kursk-11000", "zelensky-nk-kursk-2024-11-04", "story-nk-8000"} & set(others)


def test_what_retells_a_superseded_figure_is_superseded_too_and_lists_the_versions(ledger):
    then = texts(receipt(ledger, Request(date(2024, 12, 1), "en"), "story-net-gain-500").body)
    assert "superseded" not in then
    now = texts(receipt(ledger, Request(date(2024, 12, 5), "en"), "story-net-gain-500").body)
    assert "superseded Since 2 December 2024: 610 km² (October 2024)" in now
    assert "Versions of this figure 478 km² 1 to 27 October 2024" in now


def test_a_vague_figure_shows_the_ends_the_board_reckons_with_and_a_foreign_unit_its_conversion(ledger):
    request = Request(ledger.last_day, "en")
    assert "200 to 900" in texts(receipt(ledger, request, "story-kursk-area-several-hundred").body)
    miles = next(row for row in ledger.records("figures", ledger.figures) if row["unit"] == "mi2")
    assert "converted:" in texts(receipt(ledger, request, miles["id"]).body)


def test_a_claim_names_where_else_it_stands_with_the_words_there(ledger):
    seen = texts(receipt(ledger, Request(ledger.last_day, "en"), "zelensky-nk-kursk-2024-11-04").body)
    assert "11,000 North Korean troops" in seen
    assert "11.000 nordkoreanische Soldaten" in seen


def test_no_day_before_a_document_opens_its_figures(ledger):
    for row in ledger.records("figures", ledger.figures)[::25]:
        eve = (row["known_from"] - timedelta(days=1)).date()
        assert not receipt(ledger, Request(eve), row["id"]).known
