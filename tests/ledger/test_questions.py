"""Questions to the data: what the real tables answer on known days, and what holds for any table of figures."""

from __future__ import annotations

import math
from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.ledger import questions
from dashboard.ledger.rules import BOUND_VALUES
from dashboard.ledger.tables import DTYPES, build
from dashboard.views.timeline import STEPS

STORY_DAY = date(2024, 11, 6)
TO_27, OCTOBER = "afp-net-gain-2024-10-to-27", "afp-net-gain-2024-10"


def ids(table):
    return list(table["id"])


def pick(ledger, *figure_ids):
    """Return figures by id, in this order."""
    return ledger.figures.set_index("id", drop=False).loc[list(figure_ids)].reset_index(drop=True)


# --- examples on the real data ---------------------------------------------------------------------------------------


def test_on_the_storys_day_october_is_478_and_610_is_not_there(ledger):
    current = questions.current(ledger.figures, STORY_DAY)
    assert TO_27 in ids(current)
    assert OCTOBER not in ids(questions.known_by(ledger.figures, STORY_DAY))
    assert ids(questions.versions(ledger.figures, TO_27, STORY_DAY)) == [TO_27]


@pytest.mark.parametrize(
    ("day", "valid", "gone"), [(date(2024, 12, 1), TO_27, OCTOBER), (date(2024, 12, 2), OCTOBER, TO_27)]
)
def test_610_takes_the_place_of_478_on_the_day_it_is_published(ledger, day, valid, gone):
    current = ids(questions.current(ledger.figures, day))
    assert valid in current
    assert gone not in current


def test_both_versions_of_october_can_be_asked_for_from_either(ledger):
    for asked in (TO_27, OCTOBER):
        found = questions.versions(ledger.figures, asked, date(2024, 12, 2))
        assert list(found["best"]) == [478, 610]
    assert ids(questions.versions(ledger.figures, OCTOBER, date(2024, 12, 1))) == [TO_27]


def test_versions_of_an_unknown_figure_are_an_error(ledger):
    with pytest.raises(KeyError, match="afp-net-gain-1999"):
        questions.versions(ledger.figures, "afp-net-gain-1999", STORY_DAY)


def test_that_a_figure_was_superseded_is_known_only_from_that_day_on(ledger):
    assert TO_27 not in questions.superseded(ledger.figures, date(2024, 12, 1))
    assert TO_27 in questions.superseded(ledger.figures, date(2024, 12, 2))


def test_square_miles_are_converted_in_the_question_and_not_in_the_table(ledger):
    miles = ledger.figures[ledger.figures["unit"] == "mi2"]
    assert not miles.empty
    before = miles.copy()
    converted = questions.in_unit(miles, "km2")
    for was, now in zip(before.to_dict("records"), converted.to_dict("records"), strict=True):
        for end in ("low", "best", "high"):
            assert pd.isna(now[end]) if pd.isna(was[end]) else math.isclose(now[end], was[end] * 2.589988110336)
        assert (now["unit"], now["as_written"]) == ("km2", was["as_written"])
    pd.testing.assert_frame_equal(miles, before)


def test_several_hundred_square_miles_are_518_to_2331_square_kilometres(ledger):
    row = questions.in_unit(pick(ledger, "afp-kursk-area-several-hundred-en"), "km2").iloc[0]
    assert (round(row["low"]), round(row["high"])) == (518, 2331)


def test_kilometres_stay_as_they_are_beside_miles(ledger):
    both = pick(ledger, "afp-kursk-area-several-hundred-en", "afp-kursk-area-several-hundred-fr")
    assert list(questions.in_unit(both, "km2")["low"].round()) == [518, 200]


def test_soldiers_cannot_be_converted_to_square_kilometres(ledger):
    with pytest.raises(ValueError, match="person cannot be converted to km2"):
        questions.in_unit(pick(ledger, "story-nk-8000"), "km2")


@pytest.mark.parametrize(
    ("day", "done"),
    [
        (date(2024, 6, 18), 0),
        (date(2024, 6, 19), 1),
        (date(2024, 10, 14), 2),
        (date(2024, 10, 24), 3),
        (date(2024, 11, 5), 3),
        (date(2024, 11, 6), 4),
        (date(2024, 11, 9), 5),
        (date(2024, 11, 11), 5),  # signed on this day, reported on the next
        (date(2024, 11, 12), 6),
        (date(2024, 12, 4), 6),  # in force on this day, reported on the next
        (date(2024, 12, 5), 7),
    ],
)
def test_the_treatys_path_is_as_far_as_a_reader_of_the_day_could_know(ledger, day, done):
    path = questions.treaty_path(ledger.events, day, STEPS)
    assert [step for step, _ in path] == list(STEPS)
    assert [event is not None for _, event in path] == [True] * done + [False] * (len(STEPS) - done)
    for step, event in path[:done]:
        assert event["treaty_step"] == step
        assert event["known_from"].date() <= day


def test_neither_moscow_nor_pyongyang_had_confirmed_before_28_april_2025(ledger):
    assert questions.acknowledgements(ledger, ("russia", "north_korea"), date(2025, 4, 27)) == {
        "russia": None,
        "north_korea": None,
    }


def test_from_28_april_2025_on_both_have_confirmed_each_on_its_own_day(ledger):
    found = questions.acknowledgements(ledger, ("russia", "north_korea"), date(2025, 4, 28))
    assert {side: event["happened_on"].date() for side, event in found.items()} == {
        "russia": date(2025, 4, 26),
        "north_korea": date(2025, 4, 28),
    }
    assert found["russia"]["id"] == "gerasimov-acknowledges"


def test_a_series_is_one_claimant_one_indicator_one_basis_in_order_of_periods(ledger):
    series = questions.series(ledger.figures, "russian-net-gain", "measured", "afp-isw-analysis", date(2024, 12, 2))
    assert set(series["claimant_id"]) == {"afp-isw-analysis"}
    assert set(series["indicator_id"]) == {"russian-net-gain"}
    assert set(series["basis"]) == {"measured"}
    assert series["period_start"].is_monotonic_increasing
    assert OCTOBER in ids(series)
    assert TO_27 not in ids(series)


@pytest.mark.parametrize("day", [date(2024, 12, 1), date(2024, 12, 2)])
def test_a_retelling_stays_out_of_a_series_also_when_what_it_retells_has_been_revised(ledger, day):
    retold = pick(ledger, "story-net-gain-500").iloc[0]["restates"]
    assert (retold in ids(questions.current(ledger.figures, day))) == (day < date(2024, 12, 2))
    series = questions.series(ledger.figures, "russian-net-gain", "measured", "afp-isw-analysis", day)
    assert "story-net-gain-500" not in ids(series)


def test_the_claims_of_one_actor_and_the_rows_of_one_document_are_theirs_alone(ledger):
    assert set(questions.by_claimant(ledger.figures, "deepstate")["claimant_id"]) == {"deepstate"}
    assert len(questions.of_document(ledger.figures, "story-2024-11-06")) == 5
    assert questions.of_document(ledger.events, "story-2024-11-06").empty


def test_a_part_of_a_month_counts_as_that_month_only_from_the_21st_on(ledger):
    months = questions.months_only(ledger.figures).set_index("id")
    assert months.loc[TO_27, "month"] == pd.Timestamp("2024-10-01")
    assert not months.loc[TO_27, "whole_month"]
    assert months.loc[OCTOBER, "whole_month"]
    assert "afp-net-gain-2025-09-to-19" not in months.index
    assert "afp-net-gain-2025-09-20-to-30" not in months.index
    assert "afp-net-gain-2023" not in months.index


def test_figures_to_hold_a_gain_against_lie_within_its_period_and_place(ledger):
    story = pick(ledger, "story-net-gain-500").iloc[0]
    near = questions.near(ledger.figures, story)
    assert {TO_27, OCTOBER} <= set(ids(near))
    assert "story-net-gain-500" not in ids(near)
    assert set(near["indicator_id"]) == {"russian-net-gain"}
    assert set(near["place_id"]) == {"ukraine"}
    assert (near["period_start"] >= story["period_start"]).all()
    assert (near["period_end"] <= story["period_end"]).all()


def test_figures_to_hold_a_stock_against_were_stated_within_sixty_days(ledger):
    story = pick(ledger, "story-nk-kursk-11000").iloc[0]
    near = questions.near(ledger.figures, story)
    assert "zelensky-nk-kursk-2024-11-04" in ids(near)
    assert (near["stated_on"] - story["stated_on"]).abs().max() <= pd.Timedelta(days=60)
    closer = questions.near(ledger.figures, story, days=2)
    assert set(ids(closer)) < set(ids(near))
    assert (closer["stated_on"] - story["stated_on"]).abs().max() <= pd.Timedelta(days=2)


def test_no_question_changes_the_table_it_is_asked_of(ledger):
    before = ledger.figures.copy()
    questions.current(ledger.figures, STORY_DAY)
    questions.months_only(ledger.figures)
    questions.without_retellings(ledger.figures)
    questions.versions(ledger.figures, TO_27, STORY_DAY)
    questions.in_unit(ledger.figures[ledger.figures["unit"] == "mi2"], "km2")
    pd.testing.assert_frame_equal(ledger.figures, before)


# --- what holds for any table of figures -----------------------------------------------------------------------------

FIRST = date(2024, 1, 1)
DAYS = st.integers(0, 400).map(lambda number: FIRST + timedelta(days=number))
NUMBERS = (0, 200, 500, 610)  # few, so that claims agree now and then
PROPERTY = settings(max_examples=50, deadline=None)


@st.composite
def figure_tables(draw):
    """Draw a table of figures as the check would let it pass: bounds fit, revisions and retellings look back in time.

    Row i may revise or retell an earlier row, is known no earlier than that row, and no row is revised twice.
    """
    rows = []
    revised = set()
    for number in range(draw(st.integers(0, 9))):
        known = draw(DAYS)
        old, retold = "", ""
        if rows and draw(st.booleans()):
            earlier = draw(st.sampled_from(rows))
            known = max(known, earlier["known_from"])
            if draw(st.booleans()):
                retold = earlier["id"]
            elif earlier["id"] not in revised:
                old = earlier["id"]
                revised.add(old)
        bound = draw(st.sampled_from(sorted(BOUND_VALUES)))
        ends = sorted(draw(st.lists(st.sampled_from(NUMBERS), min_size=2, max_size=2, unique=True)))
        if bound == "exact":
            ends = [ends[0], ends[0]]
        low, best, high = BOUND_VALUES[bound]
        start = draw(DAYS)
        rows.append(
            {
                "id": f"figure-{number}",
                "low": ends[0] if low else None,
                "best": ends[0] if best else None,
                "high": ends[1] if high else None,
                "bound": bound,
                "supersedes": old,
                "restates": retold,
                "known_from": known,
                "period_start": start,
                "period_end": start + timedelta(days=draw(st.integers(0, 45))),
            }
        )
    types = dict.fromkeys(("id", "bound", "supersedes", "restates"), "string")
    types |= dict.fromkeys(("low", "best", "high"), "number")
    types |= dict.fromkeys(("known_from", "period_start", "period_end"), "date")
    shuffled = draw(st.permutations(rows))  # the order of the file is not the order of time
    return pd.DataFrame(
        {name: pd.Series([row[name] for row in shuffled], dtype=DTYPES[type_]) for name, type_ in types.items()}
    )


@PROPERTY
@given(figure_tables(), DAYS)
def test_a_figure_known_later_never_shows(figures, day):
    known = questions.known_by(figures, day)
    assert (known["known_from"].dt.date <= day).all()
    hidden = figures[~figures["id"].isin(known["id"])]
    assert (hidden["known_from"].dt.date > day).all()
    for figure_id in figures["id"]:
        assert set(questions.versions(figures, figure_id, day)["id"]) <= set(known["id"])
    assert questions.superseded(figures, day) == set(known["supersedes"]) - {""}


@PROPERTY
@given(figure_tables(), DAYS)
def test_answers_do_not_depend_on_what_was_published_later(figures, day):
    past = questions.known_by(figures, day)
    assert ids(questions.current(figures, day)) == ids(questions.current(past, day))
    for figure_id in past["id"]:
        assert ids(questions.versions(figures, figure_id, day)) == ids(questions.versions(past, figure_id, day))


@PROPERTY
@given(figure_tables(), DAYS, DAYS)
def test_moving_the_day_forward_loses_a_row_only_by_supersession(figures, one, other):
    earlier, later = min(one, other), max(one, other)
    assert set(questions.known_by(figures, earlier)["id"]) <= set(questions.known_by(figures, later)["id"])
    lost = set(questions.current(figures, earlier)["id"]) - set(questions.current(figures, later)["id"])
    revisions = figures[(figures["known_from"].dt.date > earlier) & (figures["known_from"].dt.date <= later)]
    assert lost <= set(revisions["supersedes"])


@PROPERTY
@given(figure_tables(), DAYS)
def test_the_current_figures_are_known_and_none_of_them_is_revised(figures, day):
    current = questions.current(figures, day)
    known = questions.known_by(figures, day)
    assert set(current["id"]) <= set(known["id"])
    assert not set(current["id"]) & set(known["supersedes"])


@PROPERTY
@given(figure_tables(), DAYS)
def test_every_known_figure_has_exactly_one_current_version(figures, day):
    current = set(questions.current(figures, day)["id"])
    for figure_id in questions.known_by(figures, day)["id"]:
        chain = ids(questions.versions(figures, figure_id, day))
        assert figure_id in chain
        assert [one for one in chain if one in current] == chain[-1:]


@PROPERTY
@given(figure_tables(), DAYS)
def test_versions_are_in_order_of_publication_and_hold_each_figure_once(figures, day):
    for figure_id in figures["id"]:
        chain = questions.versions(figures, figure_id, day)
        assert chain["known_from"].is_monotonic_increasing
        assert chain["id"].is_unique
        assert list(chain["supersedes"])[1:] == ids(chain)[:-1]


@PROPERTY
@given(figure_tables())
def test_leaving_out_retellings_twice_leaves_out_no_more(figures):
    once = questions.without_retellings(figures)
    assert ids(questions.without_retellings(once)) == ids(once)
    assert not set(once["restates"]) & set(figures["id"])
    left_out = figures[~figures["id"].isin(once["id"])]
    assert (left_out["restates"] != "").all()


@PROPERTY
@given(figure_tables())
def test_a_figure_of_a_month_lies_in_one_month_from_its_first_day_on(figures):
    for row in questions.months_only(figures).itertuples():
        assert row.period_start.day == 1
        assert (row.period_start.year, row.period_start.month) == (row.period_end.year, row.period_end.month)
        assert row.month == row.period_start
        assert row.period_end.day >= 21
        assert row.whole_month == ((row.period_end + timedelta(days=1)).day == 1)


def test_the_corrections_of_a_row_come_newest_first_and_those_of_a_day_as_in_the_file(tiny):
    ledger = build(tiny.check())
    ids = [one["id"] for one in questions.corrections_of(ledger, "appearances", "gain-again")]
    assert ids == ["journal-number-again", "journal-number"]
    tiny.set("corrections", "journal-number", corrected_on="2025-01-12")
    ids = [one["id"] for one in questions.corrections_of(build(tiny.check()), "appearances", "gain-again")]
    assert ids == ["journal-number-again", "journal-number"]


def test_a_row_nobody_corrected_has_no_corrections_nor_has_one_of_the_same_name_elsewhere(ledger):
    assert questions.corrections_of(ledger, "figures", "story-nk-kursk-11000") == []
    assert len(questions.corrections_of(ledger, "figures", "story-nk-8000")) == 1
    assert questions.corrections_of(ledger, "events", "story-nk-8000") == []


def test_a_withdrawn_row_keeps_its_corrections(tiny):
    (one,) = questions.corrections_of(build(tiny.check()), "figures", "soldiers-second")
    assert (one["shown"], one["right"]) == ("700 to 1,000", "")
