"""Who contradicts whom: which figures are held against each other, and what they span."""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.ledger import disagreement, questions
from dashboard.ledger.disagreement import AROUND, HIGH_ORDER, LOW_ORDER, WINDOW, End
from dashboard.ledger.rules import BOUND_VALUES

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


def claims(*pairs):
    """Return claims by bound and number."""
    rows = []
    for bound, value in pairs:
        low, best, high = BOUND_VALUES[bound]
        top = value if bound == "exact" else value + 50
        rows.append(
            {
                "low": value if low else None,
                "best": value if best else None,
                "high": top if high else None,
                "bound": bound,
            }
        )
    return pd.DataFrame(rows, columns=["low", "best", "high", "bound"])


@pytest.mark.parametrize(
    ("pairs", "low", "high"),
    [
        ([("more_than", 3000), ("exact", 11000)], End(3000, "more_than"), End(11000, "exact")),
        ([("up_to", 8000), ("exact", 11000)], End(8050, "up_to"), End(11000, "exact")),
        ([("exact", 8000), ("more_than", 9000)], End(8000, "exact"), End(9000, "more_than")),
        ([("exact", 9000), ("more_than", 9000)], End(9000, "exact"), End(9000, "exact")),
        ([("more_than", 8050), ("up_to", 8000)], End(8050, "up_to"), End(8050, "more_than")),
        ([("vague", 1), ("about", 9000)], End(9000, "about"), End(9000, "about")),
        ([("range", 100)], End(100, "range"), End(150, "range")),
    ],
)
def test_an_end_keeps_the_bound_it_was_stated_with(pairs, low, high):
    found = disagreement.ends(claims(*pairs))
    assert (found.low, found.high) == (low, high)


def test_vague_claims_have_no_ends():
    assert disagreement.ends(claims(("vague", 200), ("vague", 2000))) is None
    assert disagreement.ends(claims()) is None


PAIRS = st.lists(st.tuples(st.sampled_from(sorted(BOUND_VALUES)), st.integers(-50, 400).map(float)), max_size=7)


@PROPERTY
@given(PAIRS)
def test_the_ends_are_numbers_that_were_stated_with_a_bound_that_was(pairs):
    table = claims(*pairs)
    found = disagreement.ends(table)
    firm = table[table["bound"] != "vague"]
    if found is None:
        assert firm.empty
        return
    assert found.claims == len(firm)
    for end in (found.low, found.high):
        rows = firm[firm["bound"] == end.bound]
        assert end.value in set(rows[["low", "best", "high"]].to_numpy().ravel())
    values = firm[["low", "best", "high"]].to_numpy(dtype=float)
    assert found.low.value == pd.DataFrame(values).min().min()
    assert found.high.value == pd.DataFrame(values).max().max()


@PROPERTY
@given(PAIRS)
def test_an_upper_end_is_firm_only_if_somebody_states_it_firmly(pairs):
    table = claims(*pairs)
    found = disagreement.ends(table)
    if found is None:
        return
    for end, order, opening in (
        (found.high, HIGH_ORDER, questions.LOWER_BOUNDS),
        (found.low, LOW_ORDER, questions.UPPER_BOUNDS),
    ):
        there = {
            row["bound"]
            for row in table[table["bound"] != "vague"].to_dict("records")
            if end.value in (row["low"], row["best"], row["high"])
        }
        assert end.bound == min(there, key=order.index)
        if there & {*opening} and not there & {"exact", "range", "about", "nearly"}:
            assert end.bound in opening


def test_every_bound_but_vague_has_its_place_in_both_orders():
    assert set(LOW_ORDER) == set(HIGH_ORDER) == set(BOUND_VALUES) - {"vague"}


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
