"""Who contradicts whom: which figures are held against each other, and what they span."""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.ledger import disagreement, questions
from dashboard.ledger.disagreement import AROUND, WINDOW

PROPERTY = settings(max_examples=80, deadline=None)
FIRST = date(2024, 1, 1)


def claim(number, who="a", day=0, place="p", basis="stated", start=None, **more):
    """Return a claim about a day (counted from FIRST), stated on that day."""
    at = pd.Timestamp(FIRST + timedelta(days=day))
    return {
        "id": f"f{number}",
        "claimant_id": who,
        "place_id": place,
        "basis": basis,
        "period_start": at if start is None else pd.Timestamp(FIRST + timedelta(days=start)),
        "period_end": at,
        "stated_on": at,
        **more,
    }


def ids(groups):
    return [sorted(row["id"] for row in group) for group in groups]


def test_each_claimant_speaks_once_with_the_newest():
    rows = [claim(0, "a", 1), claim(1, "a", 5), claim(2, "b", 3)]
    assert ids(disagreement.comparable(rows, "stock")) == [["f1", "f2"]]


def test_two_who_are_not_named_are_two():
    assert ids(disagreement.comparable([claim(0, "", 1), claim(1, "", 1)], "stock")) == [["f0", "f1"]]


def test_different_places_are_no_disagreement():
    rows = [claim(0, "a", 1, "p"), claim(1, "b", 9, "q"), claim(2, "c", 2, "p")]
    assert ids(disagreement.comparable(rows, "stock")) == [["f0", "f2"], ["f1"]]


def test_what_grew_over_half_a_year_is_no_disagreement():
    rows = [claim(0, "a", 0), claim(1, "b", WINDOW.days), claim(2, "c", WINDOW.days + 1)]
    assert ids(disagreement.comparable(rows, "stock")) == [["f1", "f2"]]


def test_changes_are_held_against_each_other_only_for_the_same_period():
    rows = [
        claim(0, "a", 30, start=0),
        claim(1, "b", 30, start=0),
        claim(2, "c", 60, start=31),
        claim(3, "a", 59, start=31),
    ]
    assert ids(disagreement.comparable(rows, "within_period")) == [["f0", "f1"], ["f2"], ["f3"]]


def test_two_numbers_of_one_claimant_from_one_day_both_stand():
    rows = [claim(0, "a", 3), claim(1, "a", 3), claim(2, "a", 1)]
    (same,) = disagreement.latest(rows, "stock")
    assert [row["id"] for row in disagreement.newest(same)] == ["f0", "f1"]


def test_what_is_near_the_day_can_be_asked_for_by_statement_or_by_what_it_is_about(ledger):
    day = date(2024, 11, 6)
    known = questions.known_by(ledger.figures, day)
    assert AROUND == ("all", "stated", "about")
    assert len(disagreement.around(known, day, "all")) == len(known)
    stated = disagreement.around(known, day, "stated")
    assert stated["stated_on"].min() >= pd.Timestamp(day) - WINDOW
    about = disagreement.around(known, day, "about")
    assert set(stated["id"]) - set(about["id"])
    assert (
        (about["period_end"] >= pd.Timestamp(day) - WINDOW) & (about["period_start"] <= pd.Timestamp(day) + WINDOW)
    ).all()


@PROPERTY
@given(
    st.lists(
        st.tuples(st.sampled_from(["a", "b", "c", ""]), st.integers(0, 120), st.sampled_from(["p", "q"])), max_size=9
    ),
    st.sampled_from(["stock", "within_period", "cumulative"]),
)
def test_a_group_is_about_one_place_and_one_time(drawn, counting):
    rows = [claim(number, who, day, place) for number, (who, day, place) in enumerate(drawn)]
    groups = disagreement.comparable(rows, counting)
    seen = [row["id"] for group in groups for row in group]
    assert len(seen) == len(set(seen))
    assert bool(rows) == bool(groups)
    assert all(groups)
    for group in groups:
        assert len({row["place_id"] for row in group}) == 1
        days = [row["period_end"] for row in group]
        assert max(days) - min(days) <= (pd.Timedelta(0) if counting == "within_period" else WINDOW)
        if counting != "within_period":
            newest = {}
            for row in group:
                newest.setdefault(row["claimant_id"] or row["id"], set()).add(row["period_end"])
            assert all(len(days) == 1 for days in newest.values())
    alone = [len(group) == 1 for group in groups]
    assert alone == sorted(alone)
