"""Territory, troops, timeline and data: what each shows on days on which the answer is known."""

from __future__ import annotations

import csv
import html
import io
import re
from datetime import date

import pytest
from markupsafe import escape

from dashboard.drawing.markup import inner
from dashboard.views import kursk, story, tables, territory, timeline, troops
from dashboard.views.request import Request

STORY, LATEST = date(2024, 11, 6), date(2026, 3, 31)


def ids(exhibit):
    """Return the ids of an exhibit's rows."""
    return [row["id"] for row in csv.DictReader(io.StringIO(exhibit.csv))]


def bars(exhibit):
    """Return the numbers of the bars of an exhibit."""
    return [number for trace in exhibit.picture.chart.data if trace["type"] == "bar" for number in trace["y"]]


# --- territory -------------------------------------------------------------------------------------------------------


def test_the_storys_month_shows_the_counted_value_and_the_storys_own(ledger):
    picture = territory.monthly(ledger, Request(STORY, "en", "light", "wide"), "since_2024").picture
    assert picture.chart.data[0]["y"][-1] == 478
    lines = [trace for trace in picture.chart.data if trace.get("marker", {}).get("symbol") == "line-ew"]
    assert [trace["y"] for trace in lines] == [[500]]
    assert lines[0]["text"] == ["the story says “almost 500\N{NO-BREAK SPACE}km²”"]


def test_a_revised_month_shows_the_first_value_beside_the_valid_one(ledger):
    picture = territory.monthly(ledger, Request(date(2024, 12, 2), "en", "light", "wide"), "since_2024").picture
    diamonds = [trace for trace in picture.chart.data if trace.get("marker", {}).get("symbol") == "diamond"]
    assert [trace["y"] for trace in diamonds] == [[478]]
    assert "1 to 27 October 2024" in diamonds[0]["text"][0]
    assert 610 in picture.chart.data[0]["y"]


def test_before_the_revision_there_is_no_first_value_to_show(ledger):
    picture = territory.monthly(ledger, Request(STORY, "en", "light", "wide"), "since_2024").picture
    assert not [trace for trace in picture.chart.data if trace.get("marker", {}).get("symbol") == "diamond"]


def test_the_monthly_bars_are_those_of_one_claimant_and_one_place(ledger):
    exhibit = territory.monthly(ledger, Request(LATEST, "en"), "since_2022")
    for key in ids(exhibit):
        row = ledger.find("figures", key)
        assert (row["claimant_id"], row["place_id"], row["indicator_id"]) == (
            "afp-isw-analysis",
            "ukraine",
            "russian-net-gain",
        )
        assert row["restates"] == ""


def test_other_counts_are_panels_of_their_own_and_none_of_them_is_afps(ledger):
    exhibit = territory.other_counts(ledger, Request(LATEST, "en"), "since_2024")
    series = {
        (ledger.find("figures", key)["claimant_id"], ledger.find("figures", key)["indicator_id"])
        for key in ids(exhibit)
    }
    assert len([trace for trace in exhibit.picture.chart.data if trace["type"] == "bar"]) == len(series)
    assert "afp-isw-analysis" not in {claimant for claimant, _ in series}
    assert not [trace for trace in exhibit.picture.chart.data if "lines" in trace.get("mode", "")]


def test_panels_share_one_scale(ledger):
    layout = territory.other_counts(ledger, Request(LATEST, "en"), "since_2024").picture.chart.layout
    ranges = [axis["range"] for name, axis in layout.items() if name.startswith("yaxis")]
    assert len(ranges) > 1
    assert all(one == ranges[0] for one in ranges)


def test_only_figures_of_the_same_day_share_the_sentence_about_a_year(ledger):
    title = territory.years(ledger, Request(STORY, "en")).picture.alt
    assert title.startswith(
        "2024, to 27 Oct 2024: AFP analysis of ISW data more than 2,660\N{NO-BREAK SPACE}km² (net). "
    )


def test_counts_of_different_things_share_no_span_in_the_sentence_about_a_year(ledger):
    """For all of 2025 AFP counts the net gain; what DeepState deducts is not known."""
    exhibit = territory.years(ledger, Request(LATEST, "en"))
    rows = [ledger.find("figures", key) for key in ids(exhibit)]
    newest = [row for row in rows if row["period_end"] == max(one["period_end"] for one in rows)]
    assert {row["indicator_id"] for row in newest} == {"russian-net-gain", "russian-gain"}
    title = exhibit.picture.alt.split(". ")[0]
    assert title == (
        "2025, whole year: AFP analysis of ISW data more than 5,600\N{NO-BREAK SPACE}km² (net); "
        "DeepState 4,336\N{NO-BREAK SPACE}km² (net/gross not stated)"
    )


@pytest.mark.parametrize("indicator_id", kursk.KURSK)
def test_a_kursk_chart_shows_one_indicator(ledger, indicator_id):
    exhibit = kursk.claims(ledger, Request(LATEST, "en"), indicator_id)
    assert {ledger.find("figures", key)["indicator_id"] for key in ids(exhibit)} == {indicator_id}


def test_the_indicators_offered_for_kursk_are_all_of_the_topic(ledger):
    topic = ledger.indicators[ledger.indicators["topic"] == "kursk"]
    assert set(kursk.choices(ledger, Request(LATEST, "en"))) == set(topic["id"])


# --- troops ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("scope", troops.SCOPES)
def test_a_scope_shows_the_indicators_of_that_scope(ledger, scope):
    found = {
        ledger.find("figures", key)["indicator_id"]
        for key in ids(troops.soldiers(ledger, Request(LATEST, "en"), scope))
    }
    assert {ledger.find("indicators", one)["scope"] for one in found} == {scope}


def test_every_figure_of_troops_casualties_and_arms_can_be_reached(ledger):
    request = Request(LATEST, "en")
    exhibits = [
        *(troops.soldiers(ledger, request, scope) for scope in troops.SCOPES),
        troops.casualties(ledger, request),
        troops.russian_troops(ledger, request),
        *(troops.arms(ledger, request, one) for one in troops.ARMS),
    ]
    shown = {key for exhibit in exhibits for key in ids(exhibit)}
    topics = ledger.figures["indicator_id"].map(ledger.indicators.set_index("id")["topic"])
    wanted = ledger.figures[topics.isin(["troops", "casualties", "arms"]) & (ledger.figures["restates"] == "")]
    # Russian losses have no chart; they are on the data page only.
    assert set(wanted["id"]) - shown == {"syrskyi-russian-killed-kursk-2024-11-11"}


def test_every_figure_about_kursk_can_be_reached(ledger):
    exhibits = [kursk.claims(ledger, Request(LATEST, "en"), one) for one in kursk.KURSK]
    topics = ledger.figures["indicator_id"].map(ledger.indicators.set_index("id")["topic"])
    wanted = ledger.figures[(topics == "kursk") & (ledger.figures["restates"] == "")]
    assert {key for exhibit in exhibits for key in ids(exhibit)} == set(wanted["id"])


def test_a_retelling_is_no_claim_of_its_own(ledger):
    shown = ids(troops.soldiers(ledger, Request(STORY, "en"), "kursk"))
    assert "zelensky-nk-kursk-2024-11-04" in shown
    assert "story-nk-kursk-11000" not in shown


def test_the_storys_number_is_a_line_to_hold_the_claims_against(ledger):
    before, after = (troops.soldiers(ledger, Request(day, "en"), "kursk") for day in (date(2024, 11, 5), STORY))
    assert not before.picture.chart.layout["shapes"]
    assert [shape["x0"] for shape in after.picture.chart.layout["shapes"] if shape["type"] == "line"] == [11000]
    assert any("Story: 11,000" in text["text"] for text in after.picture.chart.layout["annotations"])


# --- timeline --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "done", "lead"),
    [
        (STORY, 4, "On 6 November 2024, 3 steps were still open."),
        (date(2024, 12, 4), 6, "On 4 December 2024, 1 step was still open."),
        (date(2024, 12, 5), 7, "Every step is done; the treaty is in force."),
    ],
)
def test_the_treatys_path_says_what_is_done_and_what_is_open(ledger, day, done, lead):
    markup = timeline.treaty(ledger, Request(day, "en"))
    assert markup.count('<li class="lb-done">') == done
    assert markup.count('<li class="lb-open">') == 7 - done
    assert lead in markup


def test_before_its_first_step_nothing_is_known_of_the_treaty(ledger):
    before, signed = (timeline.treaty(ledger, Request(date(2024, 6, day), "en")) for day in (18, 19))
    assert "On 18 June 2024, nothing is known of a treaty yet." in before
    assert "<li" not in before
    assert "nothing is known" not in signed
    assert signed.count('<li class="lb-done">') == 1


def test_events_are_chosen_by_kind_and_span(ledger):
    chosen = timeline.chosen_events(ledger, Request(LATEST, "en"), "around_story", ("missile",))
    assert set(chosen["kind"]) == {"missile"}
    assert chosen["happened_on"].is_monotonic_increasing
    assert chosen["happened_on"].min().date() >= date(2024, 10, 1)
    assert chosen["happened_on"].max().date() <= date(2024, 12, 31)


def test_the_list_has_every_event_once_newest_first(ledger):
    markup = timeline.listing(ledger, Request(LATEST, "en"), "all", timeline.KINDS)
    titles = re.findall(r'<p class="lb-what">([^<]*)', markup)
    assert len(titles) == len(ledger.events)
    assert titles[-1].strip() == "Russia invades Ukraine"


def test_the_list_quotes_the_story_only_from_its_day_on(ledger):
    before, after = (
        timeline.listing(ledger, Request(day, "de"), "all", timeline.KINDS) for day in (date(2024, 11, 5), STORY)
    )
    assert "In der Meldung:" not in before
    assert '<q lang="de">am Montagabend</q>' in after


def test_an_event_of_several_days_says_both_ends(ledger):
    assert "8.10.2024 bis 13.10.2024" in timeline.listing(ledger, Request(STORY, "de"), "all", ("troops",))


# --- data ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_table_can_be_chosen_figures_first(ledger, language):
    names = tables.names(ledger, Request(STORY, language))
    assert set(names) == set(ledger.contract.tables)
    assert next(iter(names)) == "figures"
    assert all(names.values())


def found(view):
    """Return the ids of the rows a table was searched for."""
    return [row["id"] for row in csv.DictReader(io.StringIO(view.csv))]


def on_screen(view):
    """Return the first cell of each row of a table on the screen."""
    return first_cells(view.rows)


def first_cells(markup):
    """Return the first cell of each row of a table."""
    return re.findall(r"<tr><td[^>]*>(?:<a [^>]*>)?([^<]*?) ?<", markup)


def columns(markup):
    """Return title, name and description of each column of a table."""
    heads = re.findall(r'<th scope="col" title="([^"]*)">([^<]*)<code>([^<]*)</code></th>', markup)
    return [(html.unescape(title), name, html.unescape(description)) for description, title, name in heads]


def test_on_the_last_day_a_table_is_its_file(ledger, root):
    for name, schema in ledger.contract.tables.items():
        view = tables.table(ledger, Request(LATEST, "en"), name, "")
        assert view.csv == (root / "data" / schema.path).read_text(encoding="utf-8")


def test_the_pages_of_a_table_have_each_row_once_in_the_order_of_the_file(ledger):
    first = tables.table(ledger, Request(LATEST, "en"), "figures", "")
    assert first.pages == -(-len(ledger.figures) // tables.PAGE)
    pages = [first.page(number) for number in range(1, first.pages + 1)]
    assert [key for page in pages for key in first_cells(page)] == list(ledger.figures["id"])
    assert pages[0] == first.rows


def test_a_search_that_finds_nothing_has_one_empty_page(ledger):
    view = tables.table(ledger, Request(LATEST, "en"), "figures", "no such words")
    assert (view.found, view.pages, found(view), on_screen(view)) == (0, 1, [], [])


def test_a_table_says_how_much_was_found_and_known(ledger):
    view = tables.table(ledger, Request(STORY, "de"), "figures", "blinken")
    known = (ledger.figures["known_from"].dt.date <= STORY).sum()
    assert f"{view.found} Zeilen." in view.head
    assert f"Bekannt sind an diesem Tag {known} von {len(ledger.figures)}." in view.head


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_column_has_its_title_and_description_in_the_readers_language(ledger, language):
    for name, schema in ledger.contract.tables.items():
        view = tables.table(ledger, Request(STORY, language), name, "")
        wanted = [(field.title[language], field.name, field.description[language]) for field in schema.fields]
        assert sorted(columns(view.rows)) == sorted(wanted)
        for field in schema.fields:
            assert f"<code>{field.name}</code>" in view.codebook
            assert str(escape(field.description[language])) in view.codebook


def test_a_figure_is_shown_with_its_words_and_number_first_and_saved_as_the_file_has_it(ledger):
    view = tables.table(ledger, Request(STORY, "de"), "figures")
    names = [name for _, name, _ in columns(view.rows)]
    assert names[:6] == ["id", "as_written", "low", "best", "high", "bound"]
    rest = [name for name in ledger.contract["figures"].names if name not in names[:6]]
    assert names[6:] == rest
    assert view.csv.splitlines()[0] == ",".join(ledger.contract["figures"].names)


def test_a_documents_id_leads_to_the_document_and_names_its_publisher(ledger):
    view = tables.table(ledger, Request(LATEST, "en"), "evidence")
    linked = re.findall(r'<a class="lb-go" href="([^"]+)" title="([^"]*)"[^>]*>([^<]*)</a>', view.rows)
    assert [one for _, _, one in linked] == list(view.kept["document_id"][:50])
    for address, publisher, key in linked:
        assert html.unescape(publisher) == ledger.find("documents", key)["publisher"]
        assert f"document={key}" in address
    documents = tables.table(ledger, Request(LATEST, "en"), "documents").rows
    assert re.search(r'<a href="https://[^"]+" target="_blank" rel="noopener noreferrer">', documents)


@pytest.mark.parametrize("name", ["figures", "reservations", "appearances"])
def test_every_id_of_a_figure_in_a_table_opens_its_receipt(ledger, name):
    view = tables.table(ledger, Request(LATEST, "en"), name)
    opened = set(re.findall(r'href="[^"]*figure=([a-z0-9-]+)"', view.rows))
    columns_ = ["id", "supersedes", "restates"] if name == "figures" else ["figure_id"]
    assert opened == set(view.kept[columns_][:50].to_numpy().ravel()) - {""} != set()


def test_people_places_and_indicators_are_listed_once_something_known_speaks_of_them(ledger):
    for name in ("actors", "places", "indicators", "aliases"):
        assert tables.table(ledger, Request(date(2022, 1, 15), "de"), name).found == 0
    for day in (date(2023, 12, 1), STORY):
        spoken = {name: set(tables.table(ledger, Request(day, "de"), name).kept["id"]) for name in tables.NAMES}
        figures = ledger.figures[ledger.figures["known_from"].dt.date <= day]
        assert spoken["indicators"] == set(figures["indicator_id"])
        assert set(figures["claimant_id"]) - {""} <= spoken["actors"]
        assert set(figures["place_id"]) - {""} <= spoken["places"]
        for name, column in (("actors", "org_id"), ("places", "within_id")):
            assert {ledger.find(name, one)[column] for one in spoken[name]} - {""} <= spoken[name]
        aliases = ledger.records("aliases", tables.table(ledger, Request(day, "de"), "aliases").kept)
        for name, column in (("actors", "actor_id"), ("places", "place_id"), ("indicators", "indicator_id")):
            named = {one[column] for one in aliases} - {""}
            assert named == spoken[name] & set(ledger.aliases[column])


def test_other_names_are_found_by_the_name_of_what_they_stand_for(ledger):
    view = tables.table(ledger, Request(LATEST, "de"), "aliases", "Wolodymyr Selenskyj")
    assert set(view.kept["actor_id"]) == {"volodymyr-zelensky"}
    assert "Zelenskiy" in set(view.kept["name"])


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_search_finds_a_person_by_the_name_in_either_language(ledger, language):
    request = Request(LATEST, language)
    german, english = (found(tables.table(ledger, request, "figures", name)) for name in ("Selenskyj", "Zelensky"))
    said = ledger.figures.loc[ledger.figures["claimant_id"] == "volodymyr-zelensky", "id"]
    assert set(said) <= set(german) & set(english)
    assert len(said) > 5


def test_a_search_knows_places_indicators_and_publishers_by_name(ledger):
    rows = ledger.records("figures", ledger.figures)
    for column, table, name in (
        ("place_id", "places", "name_de"),
        ("indicator_id", "indicators", "label_de"),
        ("document_id", "documents", "publisher"),
    ):
        row = next(one for one in reversed(rows) if ledger.find(table, one[column])[name])
        word = ledger.find(table, row[column])[name]
        assert row["id"] in found(tables.table(ledger, Request(LATEST, "en"), "figures", word))


def test_a_search_looks_into_cells_and_not_at_how_the_file_separates_them(ledger):
    for name, schema in ledger.contract.tables.items():
        rows = ledger.records(name, ledger.table(name))
        for sign in ('"', ",,"):
            holding = [row["id"] for row in rows if any(sign in str(row[one]) for one in schema.names)]
            assert found(tables.table(ledger, Request(LATEST, "de"), name, sign)) == holding


@pytest.mark.parametrize(
    ("search", "rows"),
    [
        ("hwasong-19", ["icbm-hwasong-19"]),
        ("HWASONG-19", ["icbm-hwasong-19"]),
        ("duma einstimmig", ["duma-vote"]),
        ("föderationsrat", ["federation-council-vote"]),
        ("hwasong-19 duma", []),
        (".*", []),
        ("[", []),
    ],
)
def test_a_search_finds_rows_in_which_every_word_stands(ledger, search, rows):
    view = tables.table(ledger, Request(LATEST, "de"), "events", search)
    assert found(view) == on_screen(view) == rows


def test_a_search_finds_only_what_was_known_on_the_day(ledger):
    assert found(tables.table(ledger, Request(STORY, "de"), "figures", "afp-net-gain-2024-10-to-27"))
    before, after = (
        found(tables.table(ledger, Request(day, "de"), "figures", "610 square kilometers")) for day in (STORY, LATEST)
    )
    assert before == []
    assert "afp-net-gain-2024-10" in after


def test_a_link_of_a_table_can_be_followed_in_full_however_little_of_it_is_shown(ledger):
    view = tables.table(ledger, Request(LATEST, "de"), "documents", "")
    links = [html.unescape(link) for link in re.findall(r'<a href="([^"]+)"', view.rows)]
    assert links == [one for one in ledger.documents["url"][: tables.PAGE] if one]


# --- quotes ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("bis „zum Tag des Sieges“", "bis ‚zum Tag des Sieges‘"),
        ("“thousands” of men", "‘thousands’ of men"),
        ("8.000", "8.000"),
    ],
)
def test_quotation_marks_of_a_quoted_passage_become_single_ones(text, shown):
    assert inner(text) == shown


def test_no_passage_opens_with_two_pairs_of_quotation_marks(ledger):
    cautions = story.story(ledger, Request(LATEST, "de")).cautions
    assert "„‚in der Region Kursk" in cautions
    assert "„„" not in cautions
