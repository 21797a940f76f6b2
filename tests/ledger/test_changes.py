"""What became known between two days: known answers of the real data, and what holds for any days and any revisions."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.ledger import changes, questions

STORY, DECEMBER, MAY = date(2024, 11, 6), date(2024, 12, 5), date(2025, 4, 30)
TO_27, OCTOBER = "afp-net-gain-2024-10-to-27", "afp-net-gain-2024-10"
PROPERTY = settings(max_examples=40, deadline=None)


def found(ledger, kind, earlier, later):
    """Return the changes of one kind between two days."""
    return [one for one in changes.between(ledger, earlier, later) if one.kind == kind]


def fresh(ledger, kind, earlier, later):
    """Return the ids of what is new in the changes of one kind."""
    return {one.new for one in found(ledger, kind, earlier, later)}


# --- the real data ---------------------------------------------------------------------------------------------------


def test_from_6_november_to_5_december_2024_october_goes_from_478_to_610_on_2_december(ledger):
    (revision,) = found(ledger, "revised", STORY, DECEMBER)
    assert (revision.old, revision.new, revision.known_from) == (TO_27, OCTOBER, date(2024, 12, 2))
    assert revision.steps == (TO_27, OCTOBER)
    assert [ledger.find("figures", one)["best"] for one in revision.steps] == [478, 610]


@pytest.mark.parametrize(("later", "number"), [(date(2024, 12, 1), 0), (date(2024, 12, 2), 1)])
def test_the_later_day_counts_and_the_day_before_the_revision_has_none(ledger, later, number):
    assert len(found(ledger, "revised", STORY, later)) == number
    assert found(ledger, "revised", date(2024, 12, 2), DECEMBER) == []  # the earlier day does not count


def test_from_the_story_to_30_april_2025_both_capitals_confirm_for_the_first_time(ledger):
    events = [one for one in found(ledger, "reversed", STORY, MAY) if one.table == "events"]
    assert {one.new for one in events} == {"gerasimov-acknowledges", "pyongyang-confirms"}
    moscow = ledger.find("events", "gerasimov-acknowledges")
    assert moscow["happened_on"].date() == date(2025, 4, 26)
    assert {one.known_from for one in events} == {date(2025, 4, 28)}
    assert not {one.new for one in events} & fresh(ledger, "event", STORY, MAY)


def test_a_confirmation_is_a_reversal_only_the_first_time(ledger):
    assert not [one for one in found(ledger, "reversed", MAY, ledger.last_day) if one.table == "events"]


def test_a_town_that_changed_hands_goes_from_its_holder_then_to_its_holder_now(ledger):
    towns = [one for one in found(ledger, "reversed", STORY, MAY) if one.table == "holders"]
    assert {(one.old, one.new) for one in towns} == {
        ("sudzha-2024-08-15", "sudzha-2025-03-16"),
        ("kurakhove-2024-10-29", "kurakhove-2024-11-13"),
    }
    (halfway,) = found(ledger, "reversed", DECEMBER, date(2025, 3, 15))
    assert (halfway.old, halfway.new) == ("sudzha-2024-08-15", "sudzha-2025-03-13")


def test_a_figure_published_and_revised_in_between_is_new_by_its_first_version_and_revised_by_its_last(ledger):
    first, last = "deepstate-gain-2024-11", "deepstate-gain-2024-11-v2"
    assert first in fresh(ledger, "new", STORY, MAY)
    assert last not in fresh(ledger, "new", STORY, MAY)
    (revision,) = [one for one in found(ledger, "revised", STORY, MAY) if one.new == last]
    assert (revision.old, revision.steps) == (first, (first, last))


def test_the_storys_own_retellings_are_no_news(ledger):
    then = fresh(ledger, "new", date(2024, 11, 5), STORY)
    assert "story-treaty-parties" in then
    assert not {"story-nk-8000", "story-nk-kursk-11000", "story-net-gain-500"} & then


def test_reservations_are_news_from_the_day_of_their_evidence(ledger):
    assert {"net-gain-revised-610", "in-force-on-4-december"} <= fresh(ledger, "doubt", STORY, DECEMBER)
    assert "both-confirmed-april-2025" not in fresh(ledger, "doubt", STORY, DECEMBER)


def test_a_chain_of_three_gives_its_first_and_last_with_the_step_between(ledger):
    figures = ledger.figures
    third = figures[figures["id"] == OCTOBER].assign(
        id="afp-third", supersedes=OCTOBER, known_from=pd.Timestamp("2024-12-04")
    )
    longer = pd.concat([figures, third], ignore_index=True)
    (revision,) = changes.revisions(longer, STORY, DECEMBER)
    assert (revision.old, revision.new, revision.known_from) == (TO_27, "afp-third", date(2024, 12, 4))
    assert revision.steps == (TO_27, OCTOBER, "afp-third")
    (last_step,) = changes.revisions(longer, date(2024, 12, 2), DECEMBER)
    assert last_step.steps == (OCTOBER, "afp-third")


def test_days_in_the_wrong_order_are_an_error(ledger):
    with pytest.raises(ValueError, match="2024-12-05 is not before 2024-11-06"):
        changes.between(ledger, DECEMBER, STORY)
    with pytest.raises(ValueError, match="earlier day comes first"):
        changes.side_by_side(ledger.figures, DECEMBER, STORY)


def test_the_five_revised_figures_of_the_data_are_its_chains(ledger):
    assert [len(chain) for chain in changes.chains(ledger.figures, ledger.last_day)] == [2] * 5
    assert changes.chains(ledger.figures, STORY) == []
    assert changes.chains(ledger.figures, DECEMBER) == [(TO_27, OCTOBER)]


def test_side_by_side_holds_the_revision_and_the_claimants_latest_figure(ledger):
    pairs = changes.side_by_side(ledger.figures, STORY, DECEMBER)
    assert changes.Pair(TO_27, OCTOBER, True) in pairs
    assert changes.Pair(TO_27, "afp-net-gain-2024-11") in pairs
    assert len({(one.old, one.new) for one in pairs}) == len(pairs)


def figure(**more):
    """Return a plain number of one day's wording."""
    start, end = pd.Timestamp("2024-10-01"), pd.Timestamp("2024-10-31")
    plain = {"low": 430.0, "best": 430.0, "high": 430.0, "bound": "exact", "unit": "km2"}
    return plain | {"period_start": start, "period_end": end} | more


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (figure(best=431.0), (1.0, "")),
        (figure(best=400.0), (-30.0, "")),
        (figure(bound="about"), (None, "bound")),
        (figure(period_end=pd.Timestamp("2024-10-27")), (None, "period")),
        (figure(unit="mi2"), (None, "unit")),
    ],
)
def test_only_plain_numbers_of_one_period_and_unit_are_subtracted(new, expected):
    assert changes.difference(figure(), new) == expected


# --- what holds for any days -----------------------------------------------------------------------------------------

DAYS = st.dates(date(2024, 5, 1), date(2026, 4, 1))


@PROPERTY
@given(st.tuples(DAYS, DAYS).map(sorted))
def test_what_was_known_is_in_it_only_as_the_old_side_and_all_of_it_is_known_later(ledger, days):
    earlier, later = days
    for one in changes.between(ledger, earlier, later):
        row = ledger.find(one.table, one.new)
        assert earlier < row["known_from"].date() <= later
        assert one.known_from == row["known_from"].date()
        if one.old:
            assert ledger.find(one.table, one.old)["known_from"].date() <= later


@PROPERTY
@given(DAYS)
def test_between_a_day_and_itself_there_is_nothing(ledger, day):
    assert changes.between(ledger, day, day) == ()
    assert changes.side_by_side(ledger.figures, day, day) == []


@PROPERTY
@given(st.tuples(DAYS, DAYS, DAYS).map(sorted))
def test_what_is_new_over_two_spans_is_what_is_new_over_each(ledger, days):
    one, two, three = days
    for kind in ("new", "doubt"):
        halves = fresh(ledger, kind, one, two) | fresh(ledger, kind, two, three)
        assert fresh(ledger, kind, one, three) == halves
    told = fresh(ledger, "event", one, three) | fresh(ledger, "reversed", one, three)
    halves = [fresh(ledger, kind, *span) for kind in ("event", "reversed") for span in ((one, two), (two, three))]
    events = set(ledger.events["id"])
    assert told & events == set().union(*halves) & events


@PROPERTY
@given(st.tuples(DAYS, DAYS).map(sorted))
def test_answers_do_not_depend_on_what_was_published_later(ledger, days):
    earlier, later = days
    tables = ("figures", "events", "holders", "reservations")
    past = dataclasses.replace(ledger, **{name: questions.known_by(ledger.table(name), later) for name in tables})
    assert changes.between(ledger, earlier, later) == changes.between(past, earlier, later)


@st.composite
def histories(draw):
    """Draw figures with up to five versions each, every version known no earlier than the one before."""
    rows = []
    for number in range(draw(st.integers(0, 4))):
        days = sorted(draw(st.lists(st.integers(0, 60), min_size=1, max_size=5)))
        for place, day in enumerate(days):
            rows.append(
                {
                    "id": f"figure-{number}-{place}",
                    "supersedes": f"figure-{number}-{place - 1}" if place else "",
                    "restates": "",
                    "known_from": pd.Timestamp(date(2024, 1, 1) + timedelta(days=day)),
                }
            )
    columns = ["id", "supersedes", "restates", "known_from"]
    table = pd.DataFrame(draw(st.permutations(rows)), columns=columns)
    return table.astype({"known_from": "datetime64[s]"})


SPANS = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(
    lambda pair: [date(2024, 1, 1) + timedelta(days=one) for one in sorted(pair)]
)


@PROPERTY
@given(histories(), SPANS)
def test_a_revision_leads_from_what_held_to_what_holds_by_every_step(figures, span):
    earlier, later = span
    revised = list(changes.revisions(figures, earlier, later))
    held, holds = (set(questions.current(figures, day)["id"]) for day in span)
    for one in revised:
        chain = list(questions.versions(figures, one.new, later)["id"])
        assert one.new in holds
        assert one.old in held or one.old == chain[0]
        assert list(one.steps) == chain[chain.index(one.old) :]
        assert len(one.steps) > 1
    replaced = figures[(figures["supersedes"] != "") & figures["id"].isin(holds - held)]
    assert {one.new for one in revised} == set(replaced["id"])


@PROPERTY
@given(histories(), st.integers(0, 60))
def test_a_chain_is_every_version_of_a_figure_that_has_several(figures, number):
    day = date(2024, 1, 1) + timedelta(days=number)
    chained = changes.chains(figures, day)
    for chain in chained:
        assert list(chain) == list(questions.versions(figures, chain[0], day)["id"])
    several = {one for one in questions.current(figures, day)["id"] if not one.endswith("-0")}
    assert {chain[-1] for chain in chained} == several


@pytest.mark.parametrize("later", [date(2024, 12, 5), date(2025, 4, 30), date(2026, 3, 17)], ids=str)
def test_side_by_side_holds_like_periods_against_each_other_and_never_an_earlier_one_against_a_later(ledger, later):
    for pair in changes.side_by_side(ledger.figures, date(2024, 11, 6), later):
        if not pair.old or pair.revised:
            continue
        old, new = ledger.find("figures", pair.old), ledger.find("figures", pair.new)
        lengths = [(one["period_end"] - one["period_start"]).days for one in (old, new)]
        assert abs(lengths[0] - lengths[1]) <= 19 or old["period_start"] == new["period_start"], (pair.old, pair.new)
        assert old["period_end"] <= new["period_end"], (pair.old, pair.new)
