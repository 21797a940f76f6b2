"""What claims span: ends keep the bound they were stated with, and a vague figure lends no number."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.ledger.rules import BOUND_VALUES
from dashboard.ledger.spreads import HIGH_ORDER, LOW_ORDER, LOWER_BOUNDS, UPPER_BOUNDS, End, Spread, spread

PROPERTY = settings(deadline=None)


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
    found = spread(claims(*pairs)).ends
    assert (found.low, found.high) == (low, high)


def test_vague_claims_have_no_ends():
    assert spread(claims(("vague", 200), ("vague", 2000))) == Spread(2, vague=2)
    assert spread(claims()) == Spread(0)


PAIRS = st.lists(st.tuples(st.sampled_from(sorted(BOUND_VALUES)), st.integers(-50, 400).map(float)), max_size=7)


@PROPERTY
@given(PAIRS)
def test_the_ends_are_numbers_that_were_stated_with_a_bound_that_was(pairs):
    table = claims(*pairs)
    found = spread(table).ends
    firm = table[table["bound"] != "vague"]
    if found is None:
        assert firm.empty
        return
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
    found = spread(table).ends
    if found is None:
        return
    for end, order, opening in (
        (found.high, HIGH_ORDER, LOWER_BOUNDS),
        (found.low, LOW_ORDER, UPPER_BOUNDS),
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


def pick(ledger, *figure_ids):
    """Return rows of the real figures."""
    return ledger.figures.set_index("id", drop=False).loc[list(figure_ids)].reset_index(drop=True)


def test_more_than_never_becomes_an_upper_end(ledger):
    found = spread(pick(ledger, "afp-net-gain-2024-ytd-10-27"))
    assert found.ends.high == End(2660, "more_than")
    assert (found.claims, found.floors, found.ceilings, found.vague) == (1, 1, 0, 0)
    beside = spread(pick(ledger, "afp-net-gain-2024-ytd-10-27", "afp-net-gain-2024-ytd-12-30"))
    assert (beside.ends.low, beside.ends.high) == (End(2660, "more_than"), End(3985, "exact"))


def test_up_to_is_no_lower_end(ledger):
    found = spread(pick(ledger, "blinken-nk-kursk-2024-10-31", "zelensky-nk-kursk-2024-11-04"))
    assert (found.ends.low, found.ends.high, found.ceilings) == (End(8000, "up_to"), End(11000, "exact"), 1)


def test_a_vague_figure_lends_no_number(ledger):
    assert spread(pick(ledger, "story-kursk-area-several-hundred")) == Spread(1, vague=1)
    beside = spread(pick(ledger, "story-kursk-area-several-hundred", "afp-kursk-area-2024-12-30"))
    assert (beside.claims, beside.vague, beside.ends.low.value, beside.ends.high.value) == (2, 1, 482, 482)


def test_a_range_gives_both_its_ends(ledger):
    found = spread(pick(ledger, "isw-russian-troops-kursk-2024-09-13"))
    assert (found.ends.low.value, found.ends.high.value, found.floors, found.ceilings) == (33000, 35000, 0, 0)
