"""The pages of the two clocks as Streamlit runs them: changes between two days, and revisions."""

from __future__ import annotations

import html
import re
from datetime import date

import pytest
from test_app import BEFORE, REVISED, STORY_DAY, app, charts, heading, markup, opened, written

from dashboard.drawing.wording import LANGUAGES, Words

CAPITALS = date(2025, 4, 30)  # two days after both capitals had confirmed


def changes(day, language="de", **parameters):
    """Return the page of changes, opened by an address with these parameters."""
    at = opened("changes", day, language)
    for name, value in parameters.items():
        at.query_params[name] = value
    return at.run()


def section(at, name):
    """Return the text of one group of the list."""
    found = re.search(rf"<h3>{re.escape(name)} \(\d+\)</h3></summary>(.*?)</details>", markup(at), re.DOTALL)
    assert found, name
    return re.sub(r"\s+", " ", html.unescape(re.sub("<[^>]+>", " ", found[1])))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", ["changes", "revisions"])
@pytest.mark.parametrize("day", [BEFORE, STORY_DAY, REVISED, "latest"], ids=str)
def test_a_page_of_the_two_clocks_is_whole(page, day, language, ledger):
    words, day = Words(language), ledger.last_day if day == "latest" else day
    at = opened(page, day, language)
    assert not at.exception
    assert not at.error
    assert not at.warning
    assert heading(at) == words(f"{page}.title")
    assert words.day(day) in written(at)
    assert set(re.findall(r'<div class="lb" lang="(\w+)">', written(at))) == {language}
    assert at.query_params == {"as_of": day.isoformat(), "lang": language}
    assert len(charts(at)) == (page == "revisions" and day >= REVISED)
    nothing = re.findall(r'class="lb-empty">(.*?)</p>', written(at))
    assert len(nothing) == (day < REVISED if page == "revisions" else day == BEFORE)
    assert all(words.day(day) in sentence for sentence in nothing)


@pytest.mark.parametrize("language", LANGUAGES)
def test_compared_with_the_story_5_december_finds_the_revision_of_october(language):
    words = Words(language)
    at = changes(REVISED, language)
    assert at.date_input(key="since").value == STORY_DAY
    assert "since" not in at.query_params
    said = section(at, words.of("change_kind", "revised"))
    assert re.search(r"478\s+km² → 610\s+km²", said)
    assert words.short_day(date(2024, 12, 2)) in said
    before, after = (words.period(date(2024, 10, 1), date(2024, 10, last)) for last in (27, 31))
    assert words("changes.period", old=before, new=after) in said
    for figure in ("afp-net-gain-2024-10-to-27", "afp-net-gain-2024-10"):
        assert f"?as_of=2024-12-05&lang={language}&figure={figure}" in written(at)


@pytest.mark.parametrize("language", LANGUAGES)
def test_compared_with_the_story_30_april_2025_finds_moscows_first_confirmation(language):
    words = Words(language)
    said = section(changes(CAPITALS, language), words.of("change_kind", "reversed"))
    assert words.of("confirmation", "russia") in said
    assert words.day(date(2025, 4, 26)) in said
    assert words.short_day(date(2025, 4, 28)) in said


def test_the_other_day_stands_in_the_address_and_the_usual_one_does_not():
    at = changes(REVISED)
    at.date_input(key="since").set_value(date(2024, 12, 1)).run()
    assert at.query_params["since"] == "2024-12-01"
    assert "24 neue Zahlen" not in written(at).replace("\N{NO-BREAK SPACE}", " ")
    at.button(key="since_day_before").click().run()
    assert at.query_params["since"] == "2024-12-04"
    assert at.date_input(key="since").value == date(2024, 12, 4)
    at.button(key="since_story_day").click().run()
    assert "since" not in at.query_params
    assert not at.exception


def test_a_link_with_another_day_is_followed_and_going_back_to_one_without_shows_the_usual():
    at = changes(REVISED, since="2024-12-01")
    assert at.date_input(key="since").value == date(2024, 12, 1)
    at.query_params["since"] = "2024-12-03"  # what a link or the browser's history does
    at.run()
    assert at.date_input(key="since").value == date(2024, 12, 3)
    del at.query_params["since"]
    at.run()
    assert at.date_input(key="since").value == STORY_DAY


def test_the_usual_day_moves_with_the_board_and_a_chosen_one_stays():
    at = changes(REVISED)
    at.date_input(key="as_of").set_value(CAPITALS).run()
    assert at.date_input(key="since").value == STORY_DAY
    at.button(key="story_day").click().run()
    assert at.date_input(key="since").value == date(2024, 11, 5)
    assert Words("de")("changes.before_story", day="5. November 2024") in written(at)
    at.button(key="latest").click().run()
    assert at.date_input(key="since").value == STORY_DAY
    at.date_input(key="since").set_value(date(2025, 1, 1)).run()
    at.date_input(key="as_of").set_value(CAPITALS).run()
    assert at.date_input(key="since").value == date(2025, 1, 1)


def test_a_link_that_names_the_usual_day_keeps_it_also_when_the_board_moves():
    at = changes(REVISED, since="2024-11-06")
    assert at.query_params["since"] == "2024-11-06"
    at.date_input(key="as_of").set_value(STORY_DAY).run()
    assert at.date_input(key="since").value == STORY_DAY
    assert Words("de")("changes.same", day="6. November 2024") in written(at)


def test_the_order_of_the_days_does_not_matter_and_a_later_one_is_announced():
    words = Words("de")
    forth, back = changes(REVISED, since="2024-11-06"), changes(STORY_DAY, since="2024-12-05")
    assert section(forth, words.of("change_kind", "new")) == section(back, words.of("change_kind", "new"))
    assert words("changes.turned", day="6. November 2024") in written(back)
    assert words("changes.turned", day="5. Dezember 2024") not in written(forth)
    # A receipt of what is known later opens as of that day, and the comparison stays what it is.
    assert "?as_of=2024-12-05&lang=de&figure=afp-net-gain-2024-10&since=2024-11-06" in written(back)


def test_a_day_compared_with_itself_says_so():
    words = Words("de")
    at = changes(REVISED, since="2024-12-05")
    assert words("changes.same", day="5. Dezember 2024") in written(at)
    assert words("changes.nothing", earlier="5. Dezember 2024", later="5. Dezember 2024") in written(at)


@pytest.mark.parametrize("written_day", ["gestern", "2024-11-31", "2021-12-31", "2999-01-01", "6.11.2024", ""])
def test_an_unusable_day_is_named_until_the_reader_chooses_another(written_day):
    told = [Words("de")("changes.unusable", day="6. November 2024")]
    at = changes(REVISED, since=written_day)
    assert not at.exception
    assert [one.value for one in at.warning] == told
    assert at.date_input(key="since").value == STORY_DAY
    assert "since" not in at.query_params
    assert [one.value for one in at.run().warning] == told  # the address has been corrected by now
    at.button(key="since_day_before").click().run()
    assert not at.warning
    assert not at.run().warning


def test_kinds_and_topics_narrow_the_list_and_stand_in_the_address():
    words = Words("en")
    at = changes(CAPITALS, "en")
    at.pills(key="change").set_value(["revised"]).run()
    assert re.findall(r"<h3>(\w+)", markup(at)) == [words.of("change_kind", "revised")]
    assert at.query_params["change"] == "revised"
    at.pills(key="change").set_value(["reversed", "event"]).run()
    at.pills(key="topics").set_value(["treaty"]).run()
    assert at.query_params["topics"] == "treaty"
    kinds = set(re.findall(r'class="lb-kind">(.*?)<', written(at)))
    assert kinds == {words.of("change_topic", "treaty")}
    at.pills(key="topics").set_value(["casualties"]).run()
    assert words("changes.nothing_chosen", earlier="6 November 2024", later="30 April 2025") in written(at)
    assert not at.get("download_button")
    again = app(**dict(at.query_params)).switch_page("app_pages/changes.py")
    for name in ("change", "topics"):
        again.query_params[name] = at.query_params[name]
    assert markup(again.run()) == markup(at)


def test_side_by_side_shows_both_days_and_offers_no_choice_that_would_do_nothing():
    words = Words("de")
    at = changes(REVISED)
    at.get_by_key("mode").set_value("side").run()
    assert not at.exception
    assert at.query_params["mode"] == "side"
    said = written(at)
    for day in ("6. November 2024", "5. Dezember 2024"):
        assert f">{words('changes.on', day=day)}<" in said
    assert words.of("change_mark", "revised") in said
    assert len(at.pills) == 1
    before = markup(at)
    at.pills(key="topics").set_value(["casualties"]).run()
    assert markup(at) != before


def test_coming_back_to_the_page_the_chosen_day_stands_again():
    at = changes(REVISED, since="2024-12-01")
    at.switch_page("app_pages/data.py").run()
    at.switch_page("app_pages/changes.py").run()
    assert at.date_input(key="since").value == date(2024, 12, 1)
    assert at.query_params["since"] == "2024-12-01"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_history_of_october_is_told_as_a_table_and_a_chart(language):
    words = Words(language)
    at = opened("revisions", REVISED, language)
    said = written(at)
    assert words.of("no_difference", "period") in said
    for figure in ("afp-net-gain-2024-10-to-27", "afp-net-gain-2024-10"):
        assert f"figure={figure}" in said
        assert f"?figure={figure}" in charts(at)[0].spec
    assert "478" in charts(at)[0].alt
    assert "610" in charts(at)[0].alt
    assert "730" not in said


def test_on_the_storys_day_there_is_honestly_no_revision():
    at = opened("revisions", STORY_DAY, "de")
    assert Words("de")("revisions.none", day="6. November 2024") in written(at)
    assert "610" not in written(at)
