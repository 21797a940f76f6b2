"""What may be added or joined: what the real figures answer, and what holds for any figures."""

from __future__ import annotations

import math
from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.ledger.rules import BOUND_VALUES
from dashboard.ledger.spreads import LOWER_BOUNDS, UPPER_BOUNDS
from dashboard.ledger.sums import REASONS, Reason, Refusal, Series, Sum, candidates, joined, together
from dashboard.ledger.tables import DTYPES
from dashboard.ledger.units import FACTORS

WINTER = date(2025, 1, 15)
SEPTEMBER, OCTOBER, NOVEMBER = (f"afp-net-gain-2024-{month}" for month in ("09", "10", "11"))
TO_27, TOLD = "afp-net-gain-2024-10-to-27", "story-net-gain-500"


def codes(found):
    """Return the codes of a refusal, in their order."""
    assert isinstance(found, Refusal)
    return [reason.code for reason in found.reasons]


def added(ledger, *figure_ids, day=WINTER):
    return together(candidates(ledger, figure_ids, day))


def in_series(ledger, *figure_ids, day=WINTER):
    return joined(candidates(ledger, figure_ids, day))


# --- examples on the real data ---------------------------------------------------------------------------------------


def test_october_and_november_of_one_count_have_a_sum(ledger):
    assert added(ledger, NOVEMBER, OCTOBER) == Sum(
        1335.0,
        1335.0,
        1335.0,
        "exact",
        "km2",
        (OCTOBER, NOVEMBER),
        approximate=False,
        start=date(2024, 10, 1),
        end=date(2024, 11, 30),
        gaps=(),
    )


def test_a_month_between_them_is_a_gap_and_no_obstacle(ledger):
    found = added(ledger, SEPTEMBER, NOVEMBER)
    assert (found.best, found.gaps) == (1184.0, ((date(2024, 10, 1), date(2024, 10, 31)),))


def test_counts_of_two_claimants_and_two_indicators_are_not_added(ledger):
    found = added(ledger, NOVEMBER, "deepstate-gain-2024-11")
    assert codes(found) == ["indicators", "claimants", "overlap"]
    assert {reason.ids for reason in found.reasons} == {(NOVEMBER, "deepstate-gain-2024-11")}


def test_a_version_its_revision_and_a_retelling_are_one_number(ledger):
    assert added(ledger, OCTOBER, TO_27) == Refusal(
        (
            Reason("revision", (TO_27, OCTOBER)),
            Reason("superseded", (TO_27,)),
            Reason("overlap", (TO_27, OCTOBER)),
        )
    )
    # The story retells the first version: with the revision it is the same number all the same.
    assert codes(added(ledger, OCTOBER, TOLD)) == ["retelling", "superseded", "overlap"]


def test_a_superseded_figure_is_not_added_even_without_its_revision(ledger):
    figures = candidates(ledger, (TO_27, NOVEMBER), WINTER)
    assert dict(zip(figures["id"], figures["valid"], strict=True)) == {TO_27: OCTOBER, NOVEMBER: NOVEMBER}
    assert together(figures) == Refusal((Reason("superseded", (TO_27,)),))


def test_on_a_day_before_its_revision_a_figure_is_valid(ledger):
    day = date(2024, 11, 6)
    assert added(ledger, SEPTEMBER, TO_27, day=day).best == 937.0
    assert added(ledger, SEPTEMBER, TOLD, day=day).bound == "nearly"


def test_figures_known_later_or_never_are_no_candidates(ledger):
    assert list(candidates(ledger, (OCTOBER, "no-such-figure"), date(2024, 11, 6))["id"]) == []
    assert codes(added(ledger, OCTOBER, day=date(2024, 11, 6))) == ["few"]


@pytest.mark.parametrize(
    ("figure_ids", "expected"),
    [
        (("zelensky-nk-kursk-2024-11-04", "story-nk-8000"), ["claimants", "bases", "stock"]),
        (("nis-nk-killed-2024-12-19", "nis-nk-killed-2025-01-13"), ["cumulative"]),
        (("isw-gain-per-day-2022-03", "isw-gain-per-day-2024-09"), ["rate"]),
        ((NOVEMBER, "afp-net-gain-donetsk-2024-11"), ["places", "overlap"]),
        (("afp-net-gain-2024-07", "afp-net-gain-2024-ytd-10-27"), ["overlap"]),
        (
            ("story-kursk-area-several-hundred", "afp-kursk-area-several-hundred-fr"),
            ["claimants", "retelling", "vague"],
        ),
        (("isw-russian-troops-kursk-2024-09-13", NOVEMBER), ["units"]),
    ],
)
def test_each_obstacle_is_named(ledger, figure_ids, expected):
    assert set(expected) <= set(codes(added(ledger, *figure_ids, day=date(2026, 3, 31))))


def test_soldiers_and_square_kilometres_have_no_common_unit(ledger):
    assert "units" in codes(added(ledger, "story-nk-8000", NOVEMBER))


def test_months_of_one_count_form_a_series_by_time(ledger):
    assert in_series(ledger, NOVEMBER, SEPTEMBER, OCTOBER) == Series((SEPTEMBER, OCTOBER, NOVEMBER), "km2")


def test_stocks_of_different_days_form_a_series_and_have_no_sum(ledger):
    ids = ("afp-kursk-area-2024-12-31", "afp-kursk-area-2025-02-28")
    day = date(2025, 4, 1)
    assert in_series(ledger, *ids, day=day) == Series(ids, "km2")
    assert codes(added(ledger, *ids, day=day)) == ["stock"]


def test_counts_from_one_start_form_a_series(ledger):
    ids = ("nis-nk-killed-2024-12-19", "nis-nk-killed-2025-01-13")
    assert in_series(ledger, *ids, day=date(2026, 3, 31)) == Series(ids, "person")


def test_counts_from_different_starts_form_no_series(ledger):
    ids = ("shin-containers-2024-02-26", "shin-containers-2024-06-14")
    figures = candidates(ledger, ids, WINTER)
    assert isinstance(joined(figures), Series)  # of the second no start is named
    start = figures["period_start"].where(figures["id"] == ids[0], pd.Timestamp("2024-03-01"))
    assert codes(joined(figures.assign(period_start=start))) == ["starts"]


def test_a_month_and_a_year_form_no_series(ledger):
    assert codes(in_series(ledger, "afp-net-gain-2023", NOVEMBER)) == ["lengths"]
    assert codes(in_series(ledger, "afp-net-gain-2024-ytd-10-27", OCTOBER)) == ["same_time", "lengths"]


def test_two_versions_and_two_claimants_form_no_series(ledger):
    assert codes(in_series(ledger, OCTOBER, TO_27)) == ["revision", "superseded", "same_time"]
    assert "claimants" in codes(in_series(ledger, "deepstate-gain-2024-11", "agentstvo-gain-2024-11-to-24"))


# --- what bounds give together ---------------------------------------------------------------------------------------


def row(number, bound="exact", value=100.0, **more):
    """Return one figure as `candidates` gives it: a month of its own, of one count."""
    low, best, high = BOUND_VALUES[bound]
    start = date(2020, 1, 1) + timedelta(days=31 * number)
    return {
        "id": f"figure-{number:02}",
        "indicator_id": "gain",
        "basis": "measured",
        "claimant_id": "afp",
        "place_id": "ukraine",
        "unit": "km2",
        "low": value if low else None,
        "best": value if best else None,
        "high": (value if bound == "exact" else value + 50) if high else None,
        "bound": bound,
        "restates": "",
        "period_start": start,
        "period_end": start + timedelta(days=30),
        "counting": "within_period",
        "origin": f"figure-{number:02}",
        "valid": f"figure-{number:02}",
        **more,
    }


def table(rows):
    """Return rows as a table of the types the ledger has."""
    types = {"low": "number", "best": "number", "high": "number", "period_start": "date", "period_end": "date"}
    names = rows[0] if rows else row(0)
    return pd.DataFrame(
        {name: pd.Series([one[name] for one in rows], dtype=DTYPES[types.get(name, "string")]) for name in names}
    )


def sum_of(*rows):
    return together(table(list(rows)))


@pytest.mark.parametrize(
    ("bounds", "expected"),
    [
        (("exact", "exact"), (200, 200, 200, "exact", False)),
        (("exact", "about"), (None, 200, None, "about", True)),
        (("exact", "nearly"), (None, 200, None, "nearly", True)),
        (("about", "nearly"), (None, 200, None, "about", True)),
        (("exact", "range"), (200, None, 250, "range", False)),
        (("range", "range"), (200, None, 300, "range", False)),
        (("range", "about"), (200, None, 250, "range", True)),
        (("exact", "more_than"), (200, None, None, "more_than", False)),
        (("at_least", "more_than"), (200, None, None, "more_than", False)),
        (("exact", "at_least"), (200, None, None, "at_least", False)),
        (("range", "at_least"), (200, None, None, "at_least", False)),
        (("more_than", "about"), (200, None, None, "at_least", True)),
        (("exact", "up_to"), (None, None, 250, "up_to", False)),
        (("up_to", "less_than"), (None, None, 300, "less_than", False)),
        (("range", "less_than"), (None, None, 300, "less_than", False)),
        (("less_than", "nearly"), (None, None, 250, "up_to", True)),
    ],
)
def test_a_sum_is_as_open_as_its_most_open_addend(bounds, expected):
    found = sum_of(*(row(number, bound) for number, bound in enumerate(bounds)))
    assert (found.low, found.best, found.high, found.bound, found.approximate) == expected


def test_a_lower_and_an_upper_bound_together_bound_nothing():
    assert sum_of(row(0, "more_than"), row(1, "up_to"), row(2)) == Refusal(
        (Reason("ends", ("figure-00", "figure-01")),)
    )


def test_an_approximate_number_is_not_reckoned_against_one_below_zero():
    assert codes(sum_of(row(0, "about", 500), row(1, "exact", -490))) == ["cancelling"]
    assert sum_of(row(0, "exact", 500), row(1, "exact", -490)).best == 10
    assert sum_of(row(0, "about", -33), row(1, "about", -57)).best == -90


def test_two_who_are_not_named_need_not_be_one():
    assert codes(sum_of(row(0, claimant_id=""), row(1, claimant_id=""))) == ["claimants"]


def test_square_miles_are_converted_before_they_are_added():
    found = sum_of(row(0, unit="mi2"), row(1))
    assert found.unit == "km2"
    assert math.isclose(found.best, 100 * FACTORS["mi2", "km2"] + 100)


# --- what holds for any figures --------------------------------------------------------------------------------------

PROPERTY = settings(max_examples=80, deadline=None)
NUMBERS = st.integers(-500, 5000).map(float) | st.sampled_from((0.5, 196.1, -1.47))
BOUNDS = st.sampled_from(sorted(BOUND_VALUES))


@st.composite
def counts(draw, bounds=BOUNDS, least=2):
    """Draw figures of one count in months of their own, any bound and number."""
    months = draw(st.lists(st.integers(0, 40), min_size=least, max_size=6, unique=True))
    return [row(month, draw(bounds), draw(NUMBERS)) for month in months]


def ends(rows, name):
    return math.fsum(one[name] for one in rows)


@PROPERTY
@given(counts(st.just("exact")))
def test_exact_figures_have_the_sum_of_arithmetic(rows):
    found = sum_of(*rows)
    assert found.bound == "exact"
    assert found.low == found.best == found.high == ends(rows, "best")


@PROPERTY
@given(counts(), st.randoms())
def test_the_order_of_figures_does_not_matter(rows, chance):
    shuffled = list(rows)
    chance.shuffle(shuffled)
    assert sum_of(*rows) == sum_of(*shuffled)
    assert joined(table(rows)) == joined(table(shuffled))


@PROPERTY
@given(counts())
def test_a_sum_never_closes_an_end_that_an_addend_leaves_open(rows):
    found = sum_of(*rows)
    bounds = {one["bound"] for one in rows}
    if "vague" in bounds or (bounds & {*LOWER_BOUNDS} and bounds & {*UPPER_BOUNDS}):
        assert isinstance(found, Refusal)
    if isinstance(found, Refusal):
        assert set(codes(found)) <= {"vague", "ends", "cancelling"}
        return
    if bounds & {*LOWER_BOUNDS}:
        assert (found.best, found.high) == (None, None)
        assert found.bound in LOWER_BOUNDS
    if bounds & {*UPPER_BOUNDS}:
        assert (found.low, found.best) == (None, None)
        assert found.bound in UPPER_BOUNDS
    if bounds & {"about", "nearly"}:
        assert found.approximate
        assert found.bound not in ("exact", "more_than", "less_than")
    if found.bound == "exact":
        assert bounds == {"exact"}
    needed = BOUND_VALUES[found.bound]
    assert [value is not None for value in (found.low, found.best, found.high)] == [bool(one) for one in needed]


@PROPERTY
@given(counts(st.sampled_from(["exact", "range", "more_than", "at_least", "up_to", "less_than"])), st.randoms())
def test_whatever_the_addends_truly_are_their_sum_lies_within_what_is_said(rows, chance):
    """Draw for each figure a true number its wording allows: the sum said must allow the sum of these."""
    found = sum_of(*rows)
    if isinstance(found, Refusal):
        return
    truth = 0.0
    for one in rows:
        low = one["low"] if one["low"] is not None else one["high"] - chance.uniform(0, 900)
        high = one["high"] if one["high"] is not None else one["low"] + chance.uniform(0, 900)
        truth += chance.uniform(low, high)
    assert found.low is None or found.low <= truth + 1e-6
    assert found.high is None or found.high >= truth - 1e-6


OTHER = {
    "indicator_id": ("indicators", "kursk"),
    "basis": ("bases", "stated"),
    "claimant_id": ("claimants", "isw"),
    "place_id": ("places", "donetsk-oblast"),
    "unit": ("units", "person"),
}


@PROPERTY
@given(counts(), st.sampled_from(sorted(OTHER)), st.data())
def test_figures_that_differ_in_kind_are_neither_added_nor_joined(rows, column, data):
    code, value = OTHER[column]
    rows[data.draw(st.integers(0, len(rows) - 1))][column] = value
    for found in (together(table(rows)), joined(table(rows))):
        assert code in codes(found)
        reason = next(one for one in found.reasons if one.code == code)
        assert set(reason.ids) == {one["id"] for one in rows}


@PROPERTY
@given(counts(st.just("exact")), st.data())
def test_a_day_in_two_periods_forbids_the_sum_and_names_both(rows, data):
    rows.sort(key=lambda one: one["period_start"])
    place = data.draw(st.integers(0, len(rows) - 2))
    one, other = rows[place], rows[place + 1]
    one["period_end"] = other["period_start"]
    found = sum_of(*rows)
    assert codes(found) == ["overlap"]
    assert {one["id"], other["id"]} <= set(found.reasons[0].ids)


@PROPERTY
@given(counts(st.just("exact")))
def test_days_are_counted_once_or_named_as_missing(rows):
    found = sum_of(*rows)
    spanned = (found.end - found.start).days + 1
    counted = sum((one["period_end"] - one["period_start"]).days + 1 for one in rows)
    missing = sum((last - first).days + 1 for first, last in found.gaps)
    assert spanned == counted + missing


@PROPERTY
@given(counts(least=0), st.data())
def test_a_refusal_gives_every_reason_once_in_order_about_figures_that_were_asked_for(rows, data):
    for one in rows:
        column = data.draw(st.sampled_from([*OTHER, ""]))
        if column:
            one[column] = OTHER[column][1]
        one["counting"] = data.draw(st.sampled_from(["within_period", "stock", "cumulative"]))
    for found in (together(table(rows)), joined(table(rows))):
        if isinstance(found, Refusal):
            assert found.reasons
            places = [REASONS.index(code) for code in codes(found)]
            assert places == sorted(places)
            assert len({(one.code, one.ids) for one in found.reasons}) == len(found.reasons)
            assert all(set(reason.ids) <= {one["id"] for one in rows} for reason in found.reasons)


def test_no_reason_is_listed_that_is_never_given(root):
    body = (root / "dashboard" / "ledger" / "sums.py").read_text(encoding="utf-8").partition("@dataclass")[2]
    assert {code for code in REASONS if f'"{code}"' not in body} == set()
