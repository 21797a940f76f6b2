"""Who says what: the sentence, the table and the sides; and the answers to those who put numbers together."""

from __future__ import annotations

import dataclasses
import html
import re
from collections import Counter
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.drawing.wording import LANGUAGES, Words
from dashboard.ledger import questions
from dashboard.ledger.disagreement import AROUND
from dashboard.ledger.sums import Sum
from dashboard.views import claims, combining, rows, spreads
from dashboard.views.request import Request

STORY, WINTER, LATEST = date(2024, 11, 6), date(2025, 1, 15), date(2026, 3, 31)
DAYS = (STORY, WINTER, LATEST)
OCTOBER, NOVEMBER = "afp-net-gain-2024-10", "afp-net-gain-2024-11"
NBSP = "\N{NO-BREAK SPACE}"


def plain(markup):
    """Return what a reader reads of HTML."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", markup)).split())


def numbers(text):
    """Return the numbers a German sentence says."""
    return {
        float(one.replace(".", "").replace(",", ".").replace("−", "-")) for one in re.findall(r"−?\d[\d.,]*\d|\d", text)
    }


def receipts(markup):
    """Return the ids of the figures a text leads to, in order."""
    return re.findall(r"[?&;]figure=([\w-]+)", markup)


def pick(ledger, *figure_ids):
    return ledger.figures[ledger.figures["id"].isin(figure_ids)]


# --- the sentence ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("figure_ids", "unit", "german", "english"),
    [
        (
            ("national-resistance-center-nk-kursk-2024-10-28", "zelensky-nk-kursk-2024-11-04"),
            "person",
            "zwischen mehr als 3.000 und 11.000, je nach Quelle",
            "between more than 3,000 and 11,000, depending on the source",
        ),
        (
            ("blinken-nk-kursk-2024-10-31", "pentagon-nk-kursk-2024-11-04"),
            "person",
            "zwischen höchstens 8.000 und mindestens 10.000, je nach Quelle",
            "between at most 8,000 and at least 10,000, depending on the source",
        ),
        (
            ("us-state-department-nk-kursk-2024-11-04", "pentagon-nk-kursk-2024-11-04"),
            "person",
            "höchstens 10.000 oder mindestens 10.000, je nach Quelle",
            "at most 10,000 or at least 10,000, depending on the source",
        ),
        (
            ("blinken-nk-kursk-2024-10-31",),
            "person",
            "bis zu 8.000 (Antony Blinken), keine zweite Angabe aus dieser Zeit",
            "up to 8,000 (Antony Blinken), no second claim from this time",
        ),
        (
            ("story-nk-kursk-11000", "zelensky-nk-kursk-2024-11-04"),
            "person",
            "11.000, darin stimmen die Quellen überein",
            "11,000, on which the sources agree",
        ),
        (
            ("afp-kursk-area-several-hundred-en", "afp-kursk-area-several-hundred-fr"),
            "km2",
            "2 Angaben, alle ohne Zahl",
            "2 statements, none with a number",
        ),
        (
            ("afp-kursk-area-several-hundred-en", "french-report-kursk-area-2024-11-05"),
            "km2",
            f"mehr als 600{NBSP}km² (Ungenannter französischer Bericht), dazu 1 vage Angabe",
            f"more than 600{NBSP}km² (Unnamed French report), and 1 vague statement",
        ),
    ],
)
def test_what_claims_span_is_said_with_open_ends_left_open(ledger, figure_ids, unit, german, english):
    chosen = pick(ledger, *figure_ids)
    assert len(chosen) == len(figure_ids)
    assert spreads.between(ledger, chosen, Words("de"), unit) == german
    assert spreads.between(ledger, chosen, Words("en"), unit) == english


def test_figures_without_a_common_unit_have_no_span_and_no_chart_and_it_is_said(ledger):
    soldiers = ledger.figures["id"] == "zelensky-nk-kursk-2024-11-04"
    mixed = dataclasses.replace(
        ledger, figures=ledger.figures.assign(unit=ledger.figures["unit"].where(~soldiers, "percent"))
    )
    request = Request(STORY, "de")
    sentence = Words("de")("between.units")
    assert sentence in plain(claims.head(mixed, request, claims.FIRST, "all"))
    exhibit = claims.chart(mixed, request, claims.FIRST, "all")
    assert exhibit.picture is None
    assert sentence in exhibit.table
    assert "zelensky-nk-kursk-2024-11-04" in claims.table(mixed, request, claims.FIRST, "all")


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_the_sentence_says_only_numbers_of_its_rows_and_none_of_a_vague_one(ledger, data):
    indicator = data.draw(st.sampled_from(sorted(set(ledger.figures["indicator_id"]))))
    unit = ledger.find("indicators", indicator)["unit"]
    of_it = ledger.figures[ledger.figures["indicator_id"] == indicator]
    ids = data.draw(st.lists(st.sampled_from(list(of_it["id"])), min_size=1, max_size=5, unique=True))
    chosen = pick(ledger, *ids)
    words = Words("de")
    said = spreads.between(ledger, chosen, words, unit)
    for name in {rows.claimant_of(ledger, row, words) for row in chosen.to_dict("records")}:
        said = said.replace(f"({name})", "")
    counts = re.findall(r"dazu (\d) vage|^(\d) Angabe", said)
    said = re.sub(r"dazu \d vage|^\d Angabe", "", said)
    firm = questions.in_unit(chosen[chosen["bound"] != "vague"], unit)
    stated = {round(float(one), 2) for end in ("low", "best", "high") for one in firm[end].dropna()}
    assert numbers(said) <= stated
    assert [int(one or other) for one, other in counts] == (
        [len(chosen) - len(firm)] if len(firm) < len(chosen) > 1 else []
    )


def test_a_month_is_held_against_the_same_month_only(ledger):
    head = plain(claims.head(ledger, Request(LATEST, "de"), "russian-gain", "all"))
    assert "zwischen etwa 259 und 398" in head
    assert "Ukraine, September 2025." in head


def test_claims_about_different_places_share_no_sentence(ledger):
    head = plain(claims.head(ledger, Request(LATEST, "de"), "nk-killed", "all"))
    assert "Getötete nordkoreanische Soldaten: zwischen etwa 350 und etwa 2.000, je nach Quelle Russland" in head
    assert "zwischen mindestens 300 und 1.000, je nach Quelle Oblast Kursk" in head


# --- the table and the sides -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.parametrize("indicator", [claims.FIRST, "kursk-area-held", "russian-gain", "nk-killed"])
def test_the_number_of_claims_of_each_side_can_be_counted_in_the_table(ledger, day, indicator):
    request, words = Request(day, "de"), Words("de")
    table = claims.table(ledger, request, indicator, "all")
    if not table:
        assert not questions.known_by(ledger.figures, day)["indicator_id"].eq(indicator).any()
        return
    names = {words.of("party", side): side for members in claims.CAMPS.values() for side in members}
    counted = Counter(names[one] for one in re.findall(r'aria-hidden="true"></span> ([^<]+)</td>', table))
    sentence = re.search(r'class="lb-camps">(.*?)</p>', claims.head(ledger, request, indicator, "all"))[1]
    total, _, parts = html.unescape(sentence).partition(": ")
    assert total == f"{sum(counted.values())} Angabe{'n' if sum(counted.values()) > 1 else ''}"
    for camp, members in claims.CAMPS.items():
        number = sum(counted[one] for one in members)
        before, _, after = words.of("camp", camp).partition("{n}")
        assert (f"{before}{number}{after}" in parts) == (number > 0)
        for side in members if len(members) > 1 else ():
            assert (f"{words.of('party', side)} {counted[side]}" in parts) == (counted[side] > 0)
    bases = dict(re.findall(r'scope="rowgroup"[^>]*>([^<]+) \((\d+)\)<', table))
    assert sum(map(int, bases.values())) == sum(counted.values())


@pytest.mark.parametrize(
    ("sides", "german", "english"),
    [
        (
            ["antony-blinken"],
            "1 Angabe: 1 von anderen Staaten und Bündnissen (USA 1).",
            "1 claim: 1 from other states and alliances (United States 1).",
        ),
        (
            ["volodymyr-zelensky", "valery-gerasimov", "volodymyr-zelensky", "isw", "isw", ""],
            "6 Angaben: 3 von Beteiligten (Ukraine 2, Russland 1), 2 von Beobachtern, 1 von Medien.",
            "6 claims: 3 from parties to the war (Ukraine 2, Russia 1), 2 from observers, 1 from media.",
        ),
    ],
)
def test_who_has_a_side_is_said_with_numbers_and_plurals(ledger, sides, german, english):
    listed = [{"claimant_id": one} for one in sides]
    assert claims.sides(ledger, listed, Words("de")) == german
    assert claims.sides(ledger, listed, Words("en")) == english


@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.parametrize("around", AROUND)
def test_the_table_has_every_claim_known_once_and_no_retelling(ledger, day, around):
    request = Request(day, "en")
    for indicator in claims.choices(ledger, request):
        table = claims.table(ledger, request, indicator, around)
        known = questions.known_by(ledger.figures, day)
        mine = questions.without_retellings(known[known["indicator_id"] == indicator])
        listed = receipts(table)
        assert len(listed) == len(set(listed))
        assert set(listed) <= set(mine["id"])
        if around == "all":
            assert set(listed) == set(mine["id"])


def test_the_chart_shows_what_the_table_lists_or_says_what_it_leaves_out(ledger):
    for indicator in claims.choices(ledger, Request(LATEST, "en")):
        request = Request(LATEST, "en")
        exhibit = claims.chart(ledger, request, indicator, "all")
        left = set(receipts(claims.table(ledger, request, indicator, "all"))) - set(exhibit.rows["id"])
        notes = " ".join(one["text"] for one in exhibit.picture.chart.layout["annotations"]).replace("<br>", " ")
        for figure_id in left:
            assert Words("en").amount(ledger.find("figures", figure_id)) in notes
        marks = [one for trace in exhibit.picture.chart.data for one in trace.get("customdata", ())]
        assert sorted(marks) == sorted(f"?figure={one}" for one in exhibit.rows["id"])


def test_numbers_below_zero_stand_on_the_chart(ledger):
    exhibit = claims.chart(ledger, Request(LATEST, "en"), "russian-net-gain", "all")
    start, end = exhibit.picture.chart.layout["xaxis"]["range"]
    drawn = [x for trace in exhibit.picture.chart.data for x in trace["x"]]
    assert start < min(drawn) < 0 < max(drawn) < end


def test_an_earlier_version_stands_beside_its_revision_and_is_faded_on_the_chart(ledger):
    table = claims.table(ledger, Request(WINTER, "de"), "russian-net-gain", "all")
    (row,) = [
        one
        for one in table.split("<tr>")
        if f"figure={OCTOBER}&" in one.replace("&amp;", "&") or one.count(OCTOBER + '"')
    ]
    assert receipts(row) == [OCTOBER, "afp-net-gain-2024-10-to-27"]
    chart = claims.chart(ledger, Request(WINTER, "de"), "russian-net-gain", "all").picture.chart
    faded = {
        mark
        for trace in chart.data
        for mark, one in zip(trace["customdata"], trace["marker"]["opacity"], strict=True)
        if one < 1
    }
    assert faded == {"?figure=afp-net-gain-2024-10-to-27"}


def test_only_indicators_with_a_known_figure_are_offered_the_storys_soldiers_first(ledger):
    early, late = (list(claims.choices(ledger, Request(day, "de"))) for day in (date(2024, 3, 1), LATEST))
    assert claims.FIRST not in early
    assert late[0] == claims.FIRST
    assert set(early) < set(late) == set(ledger.figures["indicator_id"])
    assert claims.choices(ledger, Request(date(2022, 1, 15), "de")) == {}


# --- numbers put together --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("found", "german", "english"),
    [
        ((200, 200, 200, "exact", False), "200", "200"),
        ((None, 1200, None, "about", True), "etwa 1.200", "about 1,200"),
        ((None, 1200, None, "nearly", True), "fast 1.200", "almost 1,200"),
        ((1200, None, None, "more_than", False), "mehr als 1.200", "more than 1,200"),
        ((1200, None, None, "at_least", True), "mindestens etwa 1.200", "at least about 1,200"),
        ((None, None, 1200, "up_to", True), "höchstens etwa 1.200", "at most about 1,200"),
        ((None, None, 1200, "less_than", False), "weniger als 1.200", "less than 1,200"),
        ((100, None, 1200, "range", True), "etwa 100 bis 1.200", "about 100 to 1,200"),
        ((100, None, 1200, "range", False), "100 bis 1.200", "100 to 1,200"),
    ],
)
def test_a_sum_is_said_with_its_bound_and_unit(found, german, english):
    low, best, high, bound, approximate = found
    of = Sum(low, best, high, bound, "km2", ("a", "b"), approximate, STORY, STORY, ())
    assert combining.said(of, Words("de")) == f"{german}{NBSP}km²"
    assert combining.said(of, Words("en")) == f"{english}{NBSP}km²"


def test_a_sum_names_the_rows_it_stands_on_and_what_it_leaves_out(ledger):
    answer = combining.answer(ledger, Request(WINTER, "de"), (NOVEMBER, "afp-net-gain-2024-09"), "add")
    said = plain(answer.text)
    assert "1.184 km²" in said
    assert "Nicht enthalten, weil keine der Zahlen davon handelt: Oktober 2024." in said
    assert "von niemandem so genannt" in said
    assert receipts(answer.text) == ["afp-net-gain-2024-09", NOVEMBER]
    assert answer.exhibit is None
    whole = combining.answer(ledger, Request(WINTER, "de"), (OCTOBER, NOVEMBER), "add").text
    assert "1.335 km²" in plain(whole)
    assert "Nicht enthalten" not in whole


def test_a_refusal_says_each_reason_with_the_figures_it_is_about(ledger):
    answer = combining.answer(ledger, Request(WINTER, "de"), (OCTOBER, "deepstate-gain-2024-11"), "add")
    said = plain(answer.text)
    assert said.startswith("Nicht addiert, aus 2 Gründen Die Zahlen zählen Verschiedenes.")
    assert "Russischer Nettogewinn in der Ukraine: 610 km²" in said
    assert "DeepState: 610 km² (November 2024)" in said
    assert Counter(receipts(answer.text)) == {OCTOBER: 2, "deepstate-gain-2024-11": 2}


def test_a_superseded_number_is_refused_with_the_one_valid_now(ledger):
    answer = combining.answer(ledger, Request(WINTER, "en"), ("afp-net-gain-2024-10-to-27", NOVEMBER), "join")
    said = plain(answer.text)
    assert said.startswith("Not joined, for one reason")
    assert "valid now is 610 km² (October 2024)" in said
    assert receipts(answer.text) == ["afp-net-gain-2024-10-to-27", OCTOBER]


def test_a_series_is_drawn_in_order_of_time(ledger):
    answer = combining.answer(ledger, Request(WINTER, "de"), (NOVEMBER, "afp-net-gain-2024-09", OCTOBER), "join")
    assert plain(answer.text) == "Eine Reihe aus 3 Zahlen"
    assert list(answer.exhibit.rows["id"]) == ["afp-net-gain-2024-09", OCTOBER, NOVEMBER]
    assert answer.exhibit.picture.alt.startswith(
        "September 2024: 459 km²; November 2024: 725 km².".replace(" km", f"{NBSP}km")
    )


def test_one_number_alone_waits_for_a_second(ledger):
    assert plain(combining.answer(ledger, Request(WINTER, "en"), (OCTOBER,), "add").text) == "It takes a second number."


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_numbers_to_pick_from_are_called_the_same(ledger, language):
    labels = combining.options(ledger, Request(LATEST, language), claims.FIRST)
    assert set(labels) == set(ledger.figures["id"])
    assert len(set(labels.values())) == len(labels)
    first = [ledger.find("figures", one)["indicator_id"] for one in labels]
    assert first[: first.count(claims.FIRST)] == [claims.FIRST] * first.count(claims.FIRST)


def test_what_cannot_be_used_is_named_and_stays_text():
    markup = combining.unusable(Request(STORY, "de"), ("610", "<b>x</b>"), ("a",))
    assert "Diese Zahlen aus der Adresse sind am 6. November 2024 nicht bekannt:" in plain(markup)
    assert "<code>610</code>" in markup
    assert "<code>&lt;b&gt;x&lt;/b&gt;</code>" in markup
    assert "diese blieb übrig: a" in plain(markup)
    assert "übrig" not in combining.unusable(Request(STORY, "de"), ("610",), ())
