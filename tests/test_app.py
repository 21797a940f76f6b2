"""The pages as Streamlit runs them, without a browser: every page, both languages, days from before the first event on.

Not for what only a browser can show: `tests/browser` clicks, measures and looks at the network.
"""

from __future__ import annotations

import html
import json
import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import loading
from dashboard.drawing.style import COLOURS
from dashboard.drawing.wording import LANGUAGES, Words
from dashboard.geography.extents import SECTIONS
from dashboard.ledger.tables import Ledger
from dashboard.views import kursk, territory, timeline, troops

ROOT = Path(__file__).parents[1]

BEFORE = date(2022, 1, 15)  # before the first document
STORY_DAY = date(2024, 11, 6)
REVISED = date(2024, 12, 5)  # three days after October's gain was revised to 610
# How many charts a page has; each is drawn or replaced by a calm sentence that nothing is known yet.
EXHIBITS = {
    "story": 4,
    "territory": 4,
    "map": 1,
    "troops": 4,
    "timeline": 1,
    "claims": 1,
    "document": 0,
    "corrections": 0,
    "data": 0,
}
STORY_TITLE = {
    "de": "Agenturmeldung zur Vertragsabstimmung und den nordkoreanischen Soldaten",
    "en": "Wire story on the treaty vote and the North Korean soldiers",
}
CHARTED = [page for page, number in EXHIBITS.items() if number]
BARE = [page for page in CHARTED if page != "map"]  # without anything known there is still land


@pytest.fixture
def latest(ledger: Ledger) -> date:
    """Return the last day on which anything became known."""
    return ledger.last_day


@pytest.fixture(params=[BEFORE, STORY_DAY, REVISED, "latest"], ids=str)
def day(request: pytest.FixtureRequest, latest: date) -> date:
    """Return each of the days every page is tried on."""
    return latest if request.param == "latest" else request.param


@pytest.fixture(params=[STORY_DAY, REVISED, "latest"], ids=str)
def later_day(request: pytest.FixtureRequest, latest: date) -> date:
    """Return each of the days on which the story is known."""
    return latest if request.param == "latest" else request.param


def app(locale: str | None = "de-DE", **parameters: str) -> AppTest:
    """Return the board, opened with an address in a browser of that locale."""
    at = AppTest.from_file(str(ROOT / "dashboard" / "app.py"), default_timeout=60)
    at.context = {"locale": locale, "theme": "light"}
    for name, value in parameters.items():
        at.query_params[name] = value
    at.run()
    return at.run() if "figure" in parameters else at  # a receipt waits for the run that a browser's report asks for


def opened(page: str, day: date, language: str) -> AppTest:
    """Return one page of the board for a day and a language."""
    at = app(as_of=day.isoformat(), lang=language)
    return at if page == "story" else at.switch_page(f"app_pages/{page}.py").run()


def markup(at: AppTest) -> str:
    """Return the HTML the page writes, without the stylesheet."""
    return "\n".join(one.value for one in at.html if "<style>" not in one.value)


def written(at: AppTest) -> str:
    """Return the HTML the page writes, without the stylesheet, character references read."""
    return html.unescape(markup(at))


def heading(at: AppTest) -> str:
    """Return the page's first heading."""
    found = re.search(r"<h[12][^>]*>(.*?)</h[12]>", written(at))
    assert found, written(at)[:500]
    return found[1]


def before(text: str) -> str:
    """Return what a message says before its first blank."""
    return text.partition("\0")[0]


def charts(at: AppTest) -> list[Any]:
    """Return the charts as they are sent to the browser."""
    return [one.proto for one in at.get("plotly_chart")]


def layout(chart: Any) -> dict[str, Any]:
    """Return a chart's layout as Plotly gets it."""
    return json.loads(chart.spec)["layout"]


def texts(chart: Any) -> list[str]:
    """Return all texts that stand in a chart's picture, lines joined."""
    return [html.unescape(one["text"].replace("<br>", " ")) for one in layout(chart)["annotations"]]


def expected_heading(page: str, day: date, words: Words) -> str:
    """Return what the catalogue calls a page on a day."""
    if page == "story":
        return words("story.not_yet_title") if day < STORY_DAY else words.count("story.title", EXHIBITS["story"])
    if page == "document":
        return words("document.none") if day < STORY_DAY else STORY_TITLE[words.language]
    return words("timeline.page_title" if page == "timeline" else f"{page}.title")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", EXHIBITS)
def test_a_page_is_whole_on_a_day_in_a_language(page, day, language):
    words = Words(language)
    at = opened(page, day, language)

    assert not at.exception
    assert not at.error
    assert not at.warning
    assert heading(at) == expected_heading(page, day, words)
    said = written(at)
    assert words.day(day) in said or (page == "story" and day < STORY_DAY)
    assert set(re.findall(r'<div class="lb" lang="(\w+)">', said)) == {language}
    assert at.date_input(key="as_of").value == day
    assert at.date_input(key="as_of").label == words("frame.as_of")
    assert at.query_params == at.query_params | {"as_of": day.isoformat(), "lang": language}

    nothing = said.count('class="lb-empty"')
    expected = 0 if page == "story" and day < STORY_DAY else EXHIBITS[page]
    if page == "timeline":  # the treaty's path is no chart: it too is drawn or replaced by a sentence
        no_path = words("timeline.treaty_unknown", day=words.day(day)) in said
        assert no_path == ('class="lb-path"' not in said) == (day == BEFORE)
        expected += no_path
    assert len(charts(at)) + nothing == expected
    assert (len(charts(at)) > 0) == (page == "map" or (page in CHARTED and day > BEFORE))  # land is always there
    # A reason, not a hole: the sentence names the day.
    for sentence in re.findall(r'class="lb-empty">(.*?)</p>', said):
        assert words.day(day) in sentence


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", CHARTED)
def test_every_chart_carries_title_source_day_and_alt_text(page, later_day, language):
    words = Words(language)
    source = tuple(before(words(f"chart.{key}", names="\0", n="")) for key in ("source", "source_more_other"))
    drawn = charts(opened(page, later_day, language))
    assert drawn
    for chart in drawn:
        (title,) = [text for text in texts(chart) if chart.alt.startswith(f"{text}. ")]
        (subtitle,) = [text for text in texts(chart) if chart.alt.startswith(f"{title}. {text}. ")]
        assert len(chart.alt) > len(f"{title}. {subtitle}. ") + 10, "the alt text lists no row"
        (foot,) = [text for text in texts(chart) if text.endswith(words("chart.as_of", day=words.day(later_day)))]
        assert foot.startswith(source)
        assert layout(chart)["separators"] == (",." if language == "de" else ".,")
        assert json.loads(chart.config)["locale"] == language


@pytest.mark.parametrize("page", BARE)
def test_nothing_is_drawn_before_anything_was_known(page):
    at = opened(page, BEFORE, "en")
    assert not charts(at)
    assert "6 November 2024" in written(at) if page == "story" else Words("en").day(BEFORE) in written(at)


def test_the_revision_to_610_shows_from_the_day_it_was_published(later_day):
    known = later_day >= date(2024, 12, 2)
    chart = charts(opened("territory", later_day, "de"))[0]
    assert ("610" in chart.alt) is known
    assert ("610" in json.dumps(json.loads(chart.spec)["data"])) is known
    assert ("610" in written(opened("story", later_day, "de"))) is known


def test_neither_capital_had_confirmed_on_the_story_day_and_both_have_since(latest):
    words = Words("de")
    assert words("silence.neither") in written(opened("story", STORY_DAY, "de"))
    now = written(opened("story", latest, "de"))
    assert words("silence.neither") not in now
    assert before(words("silence.both", moscow="\0", pyongyang="")) in now


def table(at: AppTest) -> list[dict[str, str]]:
    """Return the rows the data page shows, by column name; marking up taken off."""
    found = re.search(r"<table.*?<thead><tr>(.*?)</tr></thead>\s*<tbody>(.*?)</tbody>", markup(at), re.DOTALL)
    assert found, "no table on the page"
    names = re.findall(r"<th[^>]*>[^<]*<code>(.*?)</code></th>", found[1])
    rows = [re.findall(r"<td[^>]*>(.*?)</td>", row, re.DOTALL) for row in re.findall(r"<tr>(.*?)</tr>", found[2])]
    return [dict(zip(names, (html.unescape(re.sub("<[^>]+>", "", cell)) for cell in row), strict=True)) for row in rows]


def whole_table(at: AppTest) -> list[dict[str, str]]:
    """Return the rows of all pages of the table that is shown."""
    try:
        pages = at.get_by_key("page").options
    except KeyError:
        return table(at)
    return [row for page in pages for row in table(at.get_by_key("page").set_value(page).run())]


def test_the_data_page_lists_every_document_up_to_the_day_and_none_after_it(day, ledger):
    at = opened("data", day, "en")
    at.selectbox(key="table").select("documents").run()
    listed = whole_table(at)
    assert not at.exception
    assert all(row["published_on"] <= day.isoformat() for row in listed)
    documents = ledger.documents
    assert {row["id"] for row in listed} == set(documents.loc[documents["published_on"].dt.date <= day, "id"])
    assert len(listed) == len({row["id"] for row in listed})


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_of_the_data_page_opens_and_explains_its_columns(language, ledger):
    words = Words(language)
    at = opened("data", ledger.last_day, language)
    assert len(at.selectbox(key="table").options) == len(ledger.contract.tables)
    for name, contract in ledger.contract.tables.items():
        at.selectbox(key="table").select(name).run()
        assert not at.exception
        assert contract.title[language] in at.selectbox(key="table").options
        assert contract.description[language] in written(at)
        for field in contract.fields:
            assert field.description[language] in written(at), f"{name}.{field.name}"
        assert sorted(table(at)[0]) == sorted(contract.names)
        assert words.count("data.found", len(ledger.table(name))) in written(at)


def test_a_search_keeps_the_rows_with_all_its_words_from_whatever_page_it_starts(latest):
    words = Words("de")
    at = opened("data", latest, "de")
    everything = whole_table(at)  # and leaves the last page in view
    at.text_input(key="search").input("AFP-net-gain 2024-10").run()
    expected = [row for row in everything if all(one in str(row).casefold() for one in ("afp-net-gain", "2024-10"))]
    assert 0 < len(expected) < len(everything)
    assert whole_table(at) == expected
    assert words.count("data.found", len(expected)) in written(at)
    at.text_input(key="search").input("no-such-word").run()
    assert not at.exception
    assert table(at) == []
    assert words.count("data.found", 0) in written(at)


CHOICES = {
    "indicator": ("claims", ("nk-troops-kursk", "kursk-area-held", "russian-net-gain", "nk-killed")),
    "span": ("territory", territory.SPANS),
    "kursk": ("territory", kursk.KURSK),
    "view": ("map", tuple(SECTIONS)),
    "scope": ("troops", troops.SCOPES),
    "arms": ("troops", troops.ARMS),
    "period": ("timeline", timeline.SPANS),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", CHOICES)
def test_every_choice_changes_the_board_and_fails_nowhere(key, language, latest):
    page, options = CHOICES[key]
    at = opened(page, latest, language)
    seen = set()
    for option in options:
        at.get_by_key(key).set_value(option).run()
        assert not at.exception, option
        seen.add((written(at), *(chart.spec for chart in charts(at))))
    assert len(seen) == len(options) > 1


def test_the_layers_of_the_map_can_be_shown_and_hidden_even_all_of_them(latest):
    words = Words("de")
    at = opened("map", latest, "de")
    assert words("map.key_inferred") in written(at)
    shown = set()
    for layers in ([], ["areas"], ["gains"], ["troops"], ["areas", "gains", "troops"]):
        at.pills(key="layers").set_value(layers).run()
        assert not at.exception, layers
        assert at.query_params["layers"] == (",".join(layers) or "-")
        for layer in ("holders", "areas", "gains", "troops"):
            assert (f"<h3>{words.of('layer', layer)}</h3>" in written(at)) == (layer in layers)
        shown.add(charts(at)[0].spec)
    assert len(shown) == 5
    at.pills(key="layers").set_value(["holders"]).run()
    assert "layers" not in at.query_params


def test_a_place_chosen_on_the_map_stands_in_the_address_and_lists_what_belongs_to_it():
    at = opened("map", STORY_DAY, "en")
    at.selectbox(key="place").set_value("pokrovsk").run()
    assert not at.exception
    assert at.query_params["place"] == "pokrovsk"
    assert "<h2>Pokrovsk</h2>" in written(at)
    assert "several kilometres away" in written(at)


def test_the_slider_moves_the_whole_board():
    at = opened("map", STORY_DAY, "de")
    at.select_slider(key="player").set_value("2024-12-02").run()
    assert not at.exception
    assert at.date_input(key="as_of").value == date(2024, 12, 2)
    assert at.query_params["as_of"] == "2024-12-02"


def test_playing_goes_from_day_to_day_without_writing_each_into_the_address_and_pausing_writes_the_last():
    at = opened("map", STORY_DAY, "de")
    at.button(key="play").click().run()
    start = at.date_input(key="as_of").value
    at.run()  # what the browser's clock does
    at.run()
    assert not at.exception
    assert at.date_input(key="as_of").value > start == STORY_DAY
    assert at.query_params["as_of"] == STORY_DAY.isoformat()
    at.button(key="play").click().run()
    assert at.query_params["as_of"] == at.date_input(key="as_of").value.isoformat() > STORY_DAY.isoformat()


def test_playing_stops_on_the_last_day_and_starts_again_from_the_first(latest):
    at = opened("map", latest, "de")
    at.button(key="play").click().run()
    first = at.date_input(key="as_of").value
    assert first < STORY_DAY
    at.select_slider(key="player").set_value(latest.isoformat()).run()
    assert at.date_input(key="as_of").value == latest
    assert at.button(key="play").label == Words("de")("map.play")


def test_the_timeline_can_be_narrowed_to_kinds_of_events(latest):
    words = Words("de")
    at = opened("timeline", latest, "de")
    at.pills(key="kinds").set_value(["missile"]).run()
    assert not at.exception
    kinds = set(re.findall(r'class="lb-kind">(.*?)<', written(at)))
    assert kinds == {words.of("kind", "missile")}


@pytest.mark.parametrize(
    ("locale", "language"), [("de-DE", "de"), ("de-AT", "de"), ("en-GB", "en"), ("fr-FR", "en"), (None, "en")]
)
def test_without_a_language_in_the_address_the_browser_decides(locale, language):
    at = app(locale)
    assert heading(at) == expected_heading("story", STORY_DAY, Words(language))
    assert at.query_params["lang"] == language


def test_the_language_in_the_address_outweighs_the_browser():
    at = app("de-DE", lang="en")
    assert heading(at) == expected_heading("story", STORY_DAY, Words("en"))


def test_without_a_day_in_the_address_the_story_day_is_shown_and_written(ledger):
    at = app()
    assert at.date_input(key="as_of").value == STORY_DAY == ledger.story_day
    assert at.query_params == {"as_of": "2024-11-06", "lang": "de"}


@pytest.mark.parametrize(
    ("parameters", "named"),
    [
        ({"as_of": "gestern"}, "as_of"),
        ({"as_of": "2024-11-31"}, "as_of"),
        ({"as_of": "2021-12-31"}, "as_of"),
        ({"as_of": "2999-01-01"}, "as_of"),
        ({"as_of": ""}, "as_of"),
        ({"lang": "fr"}, "lang"),
        ({"as_of": "6.11.2024", "lang": "DE"}, "as_of, lang"),
    ],
)
def test_an_unusable_parameter_is_named_and_the_default_shown(parameters, named):
    words = Words("de")
    at = app(**parameters)
    assert not at.exception
    assert [one.value for one in at.warning] == [words("frame.unusable", names=named, day=words.day(STORY_DAY))]
    assert at.date_input(key="as_of").value == STORY_DAY
    assert heading(at) == expected_heading("story", STORY_DAY, words)
    assert at.query_params == {"as_of": "2024-11-06", "lang": "de"}


def test_an_unusable_parameter_stays_named_until_the_reader_changes_day_or_language():
    words = Words("de")
    at = app(as_of="gestern")
    told = [words("frame.unusable", names="as_of", day=words.day(STORY_DAY))]
    for _ in range(2):  # the address has been corrected by now
        assert [one.value for one in at.run().warning] == told
    assert [one.value for one in at.switch_page("app_pages/data.py").run().warning] == told
    at.button(key="latest").click().run()
    assert not at.warning
    at = app(lang="fr").run()
    assert at.warning
    at.segmented_control(key="lang").set_value("en").run()
    assert not at.warning
    assert not at.run().warning


def test_the_day_and_its_quick_choices_change_what_is_shown_and_the_address(latest):
    at = opened("territory", STORY_DAY, "en")
    at.date_input(key="as_of").set_value(REVISED).run()
    assert at.query_params["as_of"] == "2024-12-05"
    assert "610" in charts(at)[0].alt
    at.button(key="story_day").click().run()
    assert at.query_params["as_of"] == "2024-11-06"
    assert "610" not in charts(at)[0].alt
    at.button(key="latest").click().run()
    assert at.query_params["as_of"] == latest.isoformat()
    assert "610" in charts(at)[0].alt
    assert not at.exception


def test_day_and_language_stay_when_the_page_changes():
    at = opened("territory", REVISED, "en")
    for page in EXHIBITS:
        at.switch_page(f"app_pages/{page}.py").run()
        assert at.query_params == at.query_params | {"as_of": "2024-12-05", "lang": "en"}
        assert heading(at) == expected_heading(page, REVISED, Words("en"))


def test_changing_the_language_changes_the_frame_and_the_page():
    at = opened("troops", STORY_DAY, "de")
    at.segmented_control(key="lang").set_value("en").run()
    assert not at.exception
    assert at.query_params["lang"] == "en"
    assert at.date_input(key="as_of").label == Words("en")("frame.as_of")
    assert at.button(key="latest").label == Words("en")("frame.latest")
    assert heading(at) == Words("en")("troops.title")
    assert any(text.endswith("As of 6 November 2024. Lagebild.") for text in texts(charts(at)[0]))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_charts_are_drawn_for_the_browser_s_theme(theme):
    at = AppTest.from_file(str(ROOT / "dashboard" / "app.py"), default_timeout=60)
    at.context = {"locale": "de-DE", "theme": theme}
    for chart in charts(at.run()):
        assert layout(chart)["paper_bgcolor"] == COLOURS[theme]["background"]


@pytest.fixture
def copied_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the data, free to be broken, on which the app stands and at which it looks on every run."""
    for folder in ("data", "seeds"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    monkeypatch.setitem(loading._STORES, loading.ROOT, loading.Store(tmp_path))
    monkeypatch.setattr(loading, "LOOK_EVERY", 0.0)
    return tmp_path


def break_number(root: Path) -> Callable[[], None]:
    """Write a word where the story's first figure has its number (line 2); return what mends it."""
    path = root / "data" / "figures.csv"
    sound = path.read_text(encoding="utf-8")
    assert sound.splitlines()[1].startswith("story-nk-8000,")
    path.write_text(sound.replace(",8000,8000,8000,exact", ",achttausend,8000,8000,exact", 1), encoding="utf-8")

    def mend() -> None:
        path.write_text(sound, encoding="utf-8")

    return mend


@pytest.mark.parametrize("language", LANGUAGES)
def test_broken_data_show_file_line_and_column_and_the_board_comes_back_when_they_are_mended(copied_data, language):
    words = Words(language)
    mend = break_number(copied_data)
    at = app(lang=language)
    assert not at.exception
    assert heading(at) == words("faults.title")
    assert re.search(r'<code>data/figures\.csv:2 low: "achttausend" ', written(at))
    assert not charts(at)
    mend()
    at.run()
    assert not at.exception
    assert heading(at) == expected_heading("story", STORY_DAY, words)
    assert len(charts(at)) == EXHIBITS["story"]


def test_a_broken_change_leaves_the_last_good_data_with_a_warning_that_names_the_line(copied_data):
    words = Words("de")
    at = app()
    before = [chart.spec for chart in charts(at)]
    assert len(before) == EXHIBITS["story"]
    mend = break_number(copied_data)
    at.run()
    assert not at.exception
    assert words.count("faults.warning", 1) in [one.label for one in at.expander]
    assert 'data/figures.csv:2 low: "achttausend"' in written(at)
    assert words("faults.way_out_kept") in written(at)
    assert written(at).count("<h1") == 1
    assert [chart.spec for chart in charts(at)] == before
    mend()
    at.run()
    assert words.count("faults.warning", 1) not in [one.label for one in at.expander]
    assert "achttausend" not in written(at)


def test_a_change_of_the_data_is_shown_on_the_next_run(copied_data):
    at = app(lang="en")
    path = copied_data / "data" / "actors.csv"
    sound = path.read_text(encoding="utf-8")
    assert "Antony Blinken" in written(at)
    path.write_text(sound.replace("Antony Blinken", "Antony J. Blinken"), encoding="utf-8")
    at.run()
    assert not at.exception
    assert "Antony J. Blinken" in written(at)


RECEIPTS = ("story-net-gain-500", "afp-net-gain-2024-10-to-27", "zelensky-nk-kursk-2024-11-04")


def drawer(at: AppTest) -> str:
    """Return what the drawer of a receipt shows, character references read; empty if none is open."""
    found = [one.value for one in at.get("html") if '<article class="lb-receipt">' in one.value]
    return html.unescape("".join(found))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", EXHIBITS)
def test_an_address_with_a_figure_opens_its_receipt_over_any_page(page, language, ledger):
    for figure in RECEIPTS:
        at = app(as_of=REVISED.isoformat(), lang=language, figure=figure)
        if page != "story":
            at.switch_page(f"app_pages/{page}.py")
            at.query_params["figure"] = figure
            at.run()
        assert not at.exception
        assert ledger.find("figures", figure)["as_written"] in drawer(at)
        assert heading(at) == expected_heading(page, REVISED, Words(language))


def test_a_receipt_leads_to_the_marked_sentence_of_its_document():
    link = re.search(
        r'href="document\?([^"]+)"', drawer(app(as_of="2024-11-06", lang="de", figure="story-net-gain-500"))
    )
    asked = dict(one.split("=") for one in link[1].split("&"))
    at = app(as_of=asked["as_of"], lang=asked["lang"]).switch_page("app_pages/document.py")
    for name, value in asked.items():
        at.query_params[name] = value
    at.run()
    assert re.search(r"lb-here[^>]*>fast 500 Quadratkilometer<", markup(at))


def test_a_receipt_waits_for_the_browsers_report_which_would_close_it():
    at = app(as_of="2024-11-06", lang="de")
    at.query_params["figure"] = "story-net-gain-500"
    assert "fast 500" in drawer(at.run())
    fresh = AppTest.from_file(str(ROOT / "dashboard" / "app.py"), default_timeout=60)
    fresh.query_params["figure"] = "story-net-gain-500"
    assert drawer(fresh.run()) == ""
    assert "fast 500" in drawer(fresh.run())


def test_without_a_figure_in_the_address_no_receipt_is_open():
    assert drawer(app(as_of="2024-11-06", lang="de")) == ""


@pytest.mark.parametrize(
    ("figure", "language", "said"), [("nobody", "de", "gehört zu keiner Zahl"), ("x<b>", "en", "belongs to no figure")]
)
def test_an_unknown_figure_in_the_address_is_answered_calmly(figure, language, said):
    at = app(as_of="2024-11-06", lang=language, figure=figure)
    assert not at.exception
    assert said in written(at)


def test_an_unknown_document_in_the_address_is_named_and_the_first_shown():
    at = app(as_of="2024-11-06", lang="de").switch_page("app_pages/document.py")
    at.query_params["document"] = "nobody"
    at.run()
    assert at.warning[0].value == Words("de")("document.unknown")
    assert heading(at) == STORY_TITLE["de"]


def test_choosing_another_document_by_hand_is_no_unknown_document(ledger):
    at = app(as_of="2024-12-05", lang="de").switch_page("app_pages/document.py")
    at.query_params["document"] = "moscow-times-2024-12-02"
    at.run()
    assert not at.warning
    at.selectbox(key="document").set_value("maliweb-2024-12-02").run()
    assert not at.warning
    assert at.query_params["document"] == "maliweb-2024-12-02"
    assert heading(at).startswith("Maliweb")


def test_the_marks_of_a_document_can_be_narrowed():
    at = opened("document", STORY_DAY, "de")
    assert "lb-is-date" in markup(at)
    at.pills(key="marks").set_value(["figure"]).run()
    assert "lb-is-date" not in markup(at)
    assert at.query_params["marks"] == "figure"
    assert "lb-is-figure" in markup(at)


def put_together(language: str, **parameters: str) -> AppTest:
    """Return the page that shows who says what, opened by its address on a day of January 2025."""
    at = app(as_of="2025-01-15", lang=language)
    at.switch_page("app_pages/claims.py")
    for name, value in parameters.items():
        at.query_params[name] = value
    return at.run()


@pytest.mark.parametrize(
    ("language", "total"), [("de", "1.335\N{NO-BREAK SPACE}km²"), ("en", "1,335\N{NO-BREAK SPACE}km²")]
)
def test_two_months_of_one_count_picked_from_the_list_are_added_and_stand_in_the_address(language, total):
    words = Words(language)
    at = put_together(language)
    assert words("combine.lead") in written(at)
    assert "lb-answer" not in written(at)
    at.multiselect(key="ids").set_value(["afp-net-gain-2024-10", "afp-net-gain-2024-11"]).run()
    assert not at.exception
    assert at.query_params["ids"] == "afp-net-gain-2024-10,afp-net-gain-2024-11"
    assert total in written(at)
    at.segmented_control(key="how").set_value("join").run()
    assert at.query_params["how"] == "join"
    assert words.count("combine.joined", 2) in written(at)
    assert len(charts(at)) == 2
    at.multiselect(key="ids").set_value([]).run()
    assert "ids" not in at.query_params
    assert "lb-answer" not in written(at)


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_counts_are_refused_with_reasons(language):
    words = Words(language)
    at = put_together(language, ids="afp-net-gain-2024-10,deepstate-gain-2024-11")
    assert not at.exception
    assert at.multiselect(key="ids").value == ["afp-net-gain-2024-10", "deepstate-gain-2024-11"]
    for code in ("indicators", "claimants"):
        assert words.of("reason", code) in written(at)
    assert words.count("combine.not_added", 2) in written(at)


def test_numbers_of_the_address_that_are_not_known_are_named_and_come_back_on_their_day():
    words = Words("de")
    at = put_together("de", ids="afp-net-gain-2024-10,afp-net-gain-2025-01,nonsense")
    assert not at.exception
    assert words.count("combine.unknown", 2, day=words.day(date(2025, 1, 15))) in written(at)
    assert "<code>afp-net-gain-2025-01</code>" in written(at)
    assert "<code>nonsense</code>" in written(at)
    assert at.multiselect(key="ids").value == ["afp-net-gain-2024-10"]
    at.date_input(key="as_of").set_value(date(2025, 2, 3)).run()
    assert at.multiselect(key="ids").value == ["afp-net-gain-2024-10", "afp-net-gain-2025-01"]
    assert words.count("combine.unknown", 1, day=words.day(date(2025, 2, 3))) in written(at)
    at.multiselect(key="ids").set_value(["afp-net-gain-2024-10", "afp-net-gain-2024-11"]).run()
    assert "nonsense" not in written(at)
    assert at.query_params["ids"] == "afp-net-gain-2024-10,afp-net-gain-2024-11"


def test_more_than_twelve_numbers_are_too_many_and_the_rest_is_named(ledger):
    ids = list(ledger.figures.loc[ledger.figures["known_from"] <= "2025-01-15", "id"])[:14]
    at = put_together("en", ids=",".join(ids))
    assert not at.exception
    assert at.multiselect(key="ids").value == ids[:12]
    assert Words("en").count("combine.over", 2) in written(at)
    assert all(f"<code>{one}</code>" in written(at) for one in ids[12:])


def test_what_was_picked_stays_on_the_way_to_another_page_and_back():
    at = put_together("de", ids="afp-net-gain-2024-10,afp-net-gain-2024-11", indicator="kursk-area-held")
    at.switch_page("app_pages/troops.py").run()
    at.switch_page("app_pages/claims.py").run()
    assert at.query_params["ids"] == "afp-net-gain-2024-10,afp-net-gain-2024-11"
    assert at.query_params["indicator"] == "kursk-area-held"
    assert "1.335" in written(at)


def test_a_time_of_which_nothing_is_said_is_a_sentence_and_no_empty_table(latest):
    at = opened("claims", latest, "de")
    at.segmented_control(key="around").set_value("stated").run()
    assert not at.exception
    assert not charts(at)
    assert 'class="lb-empty"' in written(at)
    assert "<table" not in written(at)
