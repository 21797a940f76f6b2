"""The real data: sound by the board's own check and by an independent one, complete for the story, and well written."""

from __future__ import annotations

import hashlib
import re
from datetime import date

import pytest
from frictionless import Package

from dashboard.ledger import questions

STORY = "story-2024-11-06"
SEED = "seeds/000_4df74353dddc950b.txt"
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("Januar", "January"),
            ("Februar", "February"),
            ("März", "March"),
            ("April",),
            ("Mai", "May"),
            ("Juni", "June"),
            ("Juli", "July"),
            ("August",),
            ("September",),
            ("Oktober", "October"),
            ("November",),
            ("Dezember", "December"),
        ),
        start=1,
    )
    for name in names
}
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
# Words that say of a later day that it was still to come when the page was published.
OUTLOOK = re.compile(r"expected|scheduled|planned|erwartet|vorgesehen|geplant", re.IGNORECASE)
GERMAN, ENGLISH = re.compile(r".+_de"), re.compile(r".+_en|note|published_reason")


def prose(ledger, columns):
    """Yield table, id, column and text of every text in the columns whose names match."""
    for name in ledger.contract.tables:
        table = ledger.table(name)
        for column in filter(columns.fullmatch, table.columns):
            for key, text in zip(table["id"], table[column], strict=True):
                if text:
                    yield name, key, column, text


def found(ledger, columns, pattern):
    """Return where a pattern occurs in the prose of the columns, for a message that helps."""
    return [
        f"{name} {key} {column}: {text}"
        for name, key, column, text in prose(ledger, columns)
        if re.search(pattern, text)
    ]


@pytest.fixture(scope="module")
def story(root):
    """Return the story as it was received, decoded; offsets in the tables count its code points."""
    return (root / SEED).read_bytes().decode("utf-8")


@pytest.fixture(scope="module")
def story_figures(ledger):
    """Return the story's own figures by id."""
    return questions.of_document(ledger.figures, STORY).set_index("id", drop=False)


def test_the_check_finds_no_fault(report):
    assert report.faults == ()


def test_the_check_suspects_nothing(report):
    assert report.suspicions == ()


def test_frictionless_finds_the_package_valid(root):
    witness = Package(str(root / "data" / "datapackage.json")).validate()
    assert witness.flatten(["name", "rowNumber", "fieldName", "message"]) == []
    assert witness.stats["tasks"] == len(list((root / "data").glob("*.csv")))


def test_frictionless_would_have_noticed(tiny):
    tiny.set("figures", "gain-to-27", place_id="nowhere")
    witness = Package(str(tiny.root / "data" / "datapackage.json")).validate()
    assert witness.flatten(["type"]) == [["foreign-key"]]


def test_every_table_of_the_contract_is_a_file_and_every_file_a_table(root, ledger):
    assert {table.path for table in ledger.contract.tables.values()} == {
        path.name for path in (root / "data").glob("*.csv")
    }


@pytest.mark.parametrize(
    ("topics", "least"),
    [
        (("territory",), 100),
        (("troops", "casualties", "kursk"), 70 + 45),  # Russian soldiers in Kursk belong to both
        (("arms",), 20),
    ],
    ids=str,
)
def test_the_figures_of_the_context_are_carried_over(ledger, topics, least):
    found_topics = ledger.figures["indicator_id"].map(ledger.indicators.set_index("id")["topic"])
    assert found_topics.isin(topics).sum() >= least


@pytest.mark.parametrize(("table", "least"), [("events", 50), ("holders", 30), ("reservations", 18)])
def test_the_rest_of_the_context_is_carried_over(ledger, table, least):
    assert len(ledger.table(table)) >= least


# --- the story -------------------------------------------------------------------------------------------------------


def test_the_story_is_kept_byte_for_byte(root, ledger):
    document = ledger.find("documents", STORY)
    assert document["file"] == SEED
    assert hashlib.sha256((root / SEED).read_bytes()).hexdigest() == document["sha256"]


def test_what_the_story_does_not_say_about_itself_is_marked_inferred_with_the_reason(ledger):
    document = ledger.find("documents", STORY)
    assert (document["publisher"], document["url"]) == ("", "")
    assert document["published_basis"] == "inferred"
    assert "6 November 2024" in document["published_reason"]
    assert "6. November 2024" in document["published_reason_de"]


@pytest.mark.parametrize(
    ("figure_id", "words", "bound", "numbers", "unit"),
    [
        ("story-nk-8000", "8.000 nordkoreanische Soldaten", "exact", (8000, 8000, 8000), "person"),
        ("story-treaty-parties", "zwei Staaten", "exact", (2, 2, 2), "state"),
        ("story-nk-kursk-11000", "11.000 nordkoreanische Soldaten", "exact", (11000, 11000, 11000), "person"),
        ("story-kursk-area-several-hundred", "einige hundert Quadratkilometer", "vague", (200, None, 900), "km2"),
        ("story-net-gain-500", "fast 500 Quadratkilometer", "nearly", (None, 500, None), "km2"),
    ],
)
def test_each_figure_of_the_story_stands_where_the_table_says(
    story, story_figures, figure_id, words, bound, numbers, unit
):
    row = story_figures.loc[figure_id]
    assert story[row["quote_start"] : row["quote_end"]] == row["as_written"] == words
    assert (row["bound"], row["unit"]) == (bound, unit)
    for end, number in zip(("low", "best", "high"), numbers, strict=True):
        assert row[end] == number if number is not None else row[end] != row[end]


def test_the_story_has_these_five_figures_and_no_other(story_figures):
    assert len(story_figures) == 5


def test_the_superlative_of_the_story_stands_where_the_table_says(story, story_figures):
    row = story_figures.loc["story-net-gain-500"]
    assert (
        story[row["record_start"] : row["record_end"]]
        == "der größte Gebietsgewinn innerhalb eines Monats seit März 2022"
    )
    assert row["record_since"].date() == date(2022, 3, 1)


def test_every_number_weekday_and_month_of_the_story_belongs_to_a_row(story, ledger):
    tables = [questions.of_document(table, STORY) for table in (ledger.figures, ledger.appearances)]
    spans = [span for table in tables for span in zip(table["quote_start"], table["quote_end"], strict=True)]
    days = "Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|Wochen|Tage"
    mentions = list(re.finditer(rf"\d[\d.]*|(?:{days}|{MONTH})\w*", story))
    assert len(mentions) > 20
    assert [
        mention.group()
        for mention in mentions
        if not any(start <= mention.start() and mention.end() <= end for start, end in spans)
    ] == []


def test_every_quote_is_the_documents_own_words(story, ledger):
    for table in (ledger.figures, ledger.appearances, ledger.reservations):
        rows = questions.of_document(table, STORY)
        assert not rows.empty
        for row in rows.itertuples():
            assert story[row.quote_start : row.quote_end] == row.as_written


# --- sources and time ------------------------------------------------------------------------------------------------


def test_every_figure_stands_on_a_page_with_a_link_or_in_the_story(ledger):
    for row in ledger.figures.itertuples():
        document = ledger.find("documents", row.document_id)
        assert document["url"] or row.document_id == STORY, row.id


@pytest.mark.parametrize("table", ["figures", "events", "appearances", "holders", "reservations", "evidence"])
def test_no_text_speaks_of_a_time_after_the_day_from_which_its_row_is_known(ledger, table):
    late = []
    for row in ledger.table(table).to_dict("records"):
        for column in filter(re.compile(r"note|.+_(en|de)").fullmatch, row):
            for sentence in re.split(r"(?<=[.;:])\s", row[column]):
                times = [
                    date(int(year), MONTHS[month], 1)
                    for month, year in re.findall(rf"\b({MONTH}) (20\d\d)\b", sentence)
                ]
                times += [date(int(year), 1, 1) for year in re.findall(r"\b20\d\d\b", sentence)]
                if any(time > row["known_from"].date() for time in times) and not OUTLOOK.search(sentence):
                    late.append(f"{row['id']} {column} ({row['known_from']:%Y-%m-%d}): {sentence}")
    assert late == []


def test_of_each_month_afp_counted_one_value_holds_and_the_others_lead_to_it(ledger):
    figures = ledger.figures
    months = questions.months_only(
        figures[(figures["claimant_id"] == "afp-isw-analysis") & (figures["restates"] == "")]
    )
    months = months[(months["indicator_id"] == "russian-net-gain") & (months["place_id"] == "ukraine")]
    assert months["month"].nunique() >= 25
    chains = {}
    for month, rows in months.groupby("month"):
        versions = questions.versions(figures, rows["id"].iloc[0], ledger.last_day)
        assert set(versions["id"]) == set(rows["id"]), f"{month:%Y-%m}: not all in one chain"
        assert versions["known_from"].is_monotonic_increasing
        chains[f"{month:%Y-%m}"] = list(versions["best"].fillna(versions["low"]))
    revised = {month: values for month, values in chains.items() if len(values) > 1}
    assert revised == {"2024-10": [478, 610], "2024-12": [465, 476], "2025-01": [430, 431]}
    assert chains["2024-11"] == [725]
    assert chains["2022-03"] == [45426]


def test_a_revision_is_about_the_time_of_what_it_revises(ledger):
    rows = ledger.figures.set_index("id")
    for figure_id, old_id in rows.loc[rows["supersedes"] != "", "supersedes"].items():
        new, old = rows.loc[figure_id], rows.loc[old_id]
        assert new["period_start"] <= old["period_end"], figure_id
        assert old["period_start"] <= new["period_end"], figure_id


# --- how it is written -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("columns", [GERMAN, ENGLISH], ids=["German", "English"])
def test_no_text_has_typewriter_quotes(ledger, columns):
    assert found(ledger, columns, "[\"']") == []


def test_german_texts_have_german_quotes(ledger):
    assert found(ledger, GERMAN, "”|‘[^‘]*’") == []
    for name, key, column, text in prose(ledger, GERMAN):
        assert text.count("„") == text.count("“"), f"{name} {key} {column}: {text}"


def test_english_texts_have_no_german_quotes(ledger):
    assert found(ledger, ENGLISH, "„") == []


def test_german_numbers_are_grouped_by_dots(ledger):
    assert found(ledger, GERMAN, r"\d,\d{3}(?!\d)|(?<![\d.,])\d{5,}(?!\d)") == []


def test_english_numbers_are_grouped_by_commas(ledger):
    assert found(ledger, ENGLISH, r"\d\.\d{3}(?!\d)|(?<![\d.,])\d{5,}(?!\d)") == []


def test_the_words_of_a_report_are_those_of_the_figure_not_its_sentence(ledger):
    for table in (ledger.figures, ledger.appearances):
        reports = table[~table["document_id"].isin(ledger.stories)]
        assert [text for text in reports["as_written"] if len(text) > 60 or re.search(r"[.!?;]$", text)] == []


def test_no_text_is_left_to_do(ledger):
    for columns in (GERMAN, ENGLISH, re.compile("as_written|publisher|agency")):
        assert found(ledger, columns, r"TODO|FIXME|XXX|Lorem|\?\?") == []


# --- the board's own corrections -------------------------------------------------------------------------------------


def test_every_correction_of_a_cell_agrees_with_the_present_data(ledger):
    for row in ledger.records("corrections", ledger.corrections):
        newest = questions.corrections_of(ledger, row["table"], row["row_id"])[0]
        if row["column"] and row is newest:
            cell = ledger.find(row["table"], row["row_id"])[row["column"]]
            assert str(cell).lower() == row["right"], row["id"]


def test_the_corrected_days_of_evidence_are_those_of_its_pages(ledger):
    days = [row for row in ledger.records("corrections", ledger.corrections) if row["table"] == "evidence"]
    assert len(days) == 30
    before = ledger.find("documents", STORY)["published_on"]
    for row in days:
        page = ledger.find("documents", ledger.find("evidence", row["row_id"])["document_id"])
        assert row["right"] == f"{page['published_on']:%Y-%m-%d}" < row["shown"] == f"{before:%Y-%m-%d}"
    early = [one for one in ledger.evidence["document_id"] if ledger.find("documents", one)["published_on"] < before]
    assert len(early) == len(days)


def test_the_last_larger_month_before_january_2026_is_the_corrected_one(ledger):
    (row,) = questions.corrections_of(ledger, "figures", "afp-net-gain-2026-01")
    assert ledger.find("figures", "afp-net-gain-2025-11")["low"] == 700 and "700" in row["right"]
    assert ledger.find("figures", "afp-net-gain-2025-08")["best"] == 594 and "594" in row["shown"]


def test_the_log_of_corrections_begins_with_the_boards_first_version(ledger):
    assert ledger.corrections["shown_from"].min().date() >= date(2026, 11, 22)
