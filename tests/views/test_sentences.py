"""Takeaways: sentences that say no more than the rows do, in both languages, whatever the day."""

from __future__ import annotations

import dataclasses
import html
from datetime import date

import pandas as pd
import pytest

from dashboard.drawing.wording import Words
from dashboard.ledger import questions
from dashboard.ledger.spreads import End, Ends, Spread
from dashboard.views import claims, sentences, spreads, territory, troops
from dashboard.views.request import Request

NBSP = "\N{NO-BREAK SPACE}"


def said(found, unit="person"):
    """Return a spread in both languages."""
    return sentences.spread(found, Words("de"), unit), sentences.spread(found, Words("en"), unit)


def of(claims, low, high, low_bound="exact", high_bound="", **more):
    """Return a spread with these ends; one bound is that of both."""
    bounds = tuple(dict.fromkeys((low_bound, high_bound or low_bound)))
    return Spread(claims, Ends(End(low, low_bound), End(high, high_bound or low_bound), bounds), **more)


def title(exhibit):
    """Return the takeaway of an exhibit: its alt text begins with it."""
    return exhibit.picture.alt


@pytest.mark.parametrize(
    ("found", "german", "english"),
    [
        (Spread(0), "Keine andere Angabe", "No other figure"),
        (Spread(1, vague=1), "1 Angabe, ohne Zahl", "1 statement, no number"),
        (Spread(3, vague=3), "3 Angaben, alle ohne Zahl", "3 statements, none with a number"),
        (of(1, 8000, 8000), "8.000", "8,000"),
        (of(2, 8000, 8000), "2 Angaben, alle bei 8.000", "2 figures, all at 8,000"),
        (of(1, 33000, 35000), "33.000 bis 35.000", "33,000 to 35,000"),
        (of(6, 3000, 11000), "6 Angaben, von 3.000 bis 11.000", "6 figures, from 3,000 to 11,000"),
        (
            of(3, 7000, 11000, high_bound="at_least", floors=1),
            "3 Angaben, von 7.000 bis mindestens 11.000",
            "3 figures, from 7,000 to at least 11,000",
        ),
        (
            of(3, 8000, 11000, "up_to", "exact", ceilings=1),
            "3 Angaben, von höchstens 8.000 bis 11.000",
            "3 figures, from at most 8,000 to 11,000",
        ),
        (
            of(2, 10000, 10000, "at_least", floors=2),
            "2 Angaben, alle bei mindestens 10.000",
            "2 figures, all at at least 10,000",
        ),
        (
            of(5, 3000, 11000, "more_than", "exact", floors=1),
            "5 Angaben, von mehr als 3.000 bis 11.000",
            "5 figures, from more than 3,000 to 11,000",
        ),
        (
            of(2, 10000, 10000, "up_to", "at_least", floors=1, ceilings=1),
            "2 Angaben: höchstens 10.000 / mindestens 10.000",
            "2 figures: at most 10,000 / at least 10,000",
        ),
        (
            of(4, 3000, 11000, vague=2),
            "2 Angaben, von 3.000 bis 11.000, dazu 2 vage Angaben",
            "2 figures, from 3,000 to 11,000, and 2 vague statements",
        ),
        (
            of(2, 482, 482, vague=1),
            "482, dazu 1 vage Angabe",
            "482, and 1 vague statement",
        ),
    ],
)
def test_a_spread_is_said_without_closing_an_open_end(found, german, english):
    assert said(found) == (german, english)


def test_the_unit_stands_once_at_the_end_and_never_parts_from_its_number():
    assert said(of(2, 482, 800), "km2") == (
        f"2 Angaben, von 482 bis 800{NBSP}km²",
        f"2 figures, from 482 to 800{NBSP}km²",
    )


def test_a_single_figure_is_said_with_its_own_bound_and_its_claimant(ledger):
    one = ledger.figures[ledger.figures["id"] == "blinken-nk-kursk-2024-10-31"]
    assert sentences.claims(ledger, one, Words("de"), "person") == "bis zu 8.000 (Antony Blinken)"
    miles = ledger.figures[ledger.figures["id"] == "afp-kursk-area-several-hundred-en"]
    assert sentences.claims(ledger, miles, Words("en"), "km2") == f"several hundred{NBSP}square miles (AFP)"


def test_figures_that_agree_are_said_to_agree(ledger):
    both = pd.concat([ledger.figures[ledger.figures["id"] == "zelensky-nk-kursk-2024-11-04"]] * 2)
    assert sentences.claims(ledger, both, Words("en"), "person") == "2 figures, all at 11,000"


@pytest.mark.parametrize("day", [date(2024, 11, 6), date(2024, 12, 5), date(2025, 4, 30), date(2026, 3, 17)], ids=str)
def test_every_title_spans_the_figures_the_page_of_all_claims_puts_first(ledger, day):
    current = questions.without_retellings(questions.current(ledger.figures, day))
    request, said = Request(day, "en"), 0
    for indicator_id, figures in current.groupby("indicator_id"):
        unit = ledger.find("indicators", indicator_id)["unit"]
        first = sentences.comparable(ledger, figures)
        assert set(first["id"]) <= set(figures["id"])
        assert first["place_id"].nunique() == 1
        page = html.unescape(claims.head(ledger, request, indicator_id, "all"))
        assert spreads.between(ledger, first, request.words, unit) in page
        said += 1
    assert said > 20
    assert sentences.comparable(ledger, current.iloc[:0]).empty


@pytest.mark.parametrize(
    ("russia", "north_korea", "german", "english"),
    [
        (None, None, "Weder Moskau noch Pjöngjang", "Neither Moscow nor Pyongyang"),
        (date(2025, 4, 26), None, "am 26. April 2025 bestätigt, Pjöngjang bis", "on 26 April 2025; Pyongyang has not"),
        (None, date(2025, 4, 28), "am 28. April 2025 bestätigt, Moskau bis", "on 28 April 2025; Moscow has not"),
        (date(2025, 4, 26), date(2025, 4, 28), "am 26. April 2025 ein, Pjöngjang am 28.", "Pyongyang on 28 April 2025"),
    ],
)
def test_what_moscow_and_pyongyang_have_confirmed_is_said_as_such(russia, north_korea, german, english):
    confirmed = {"russia": russia, "north_korea": north_korea}
    assert german in sentences.silence(confirmed, Words("de"))
    assert english in sentences.silence(confirmed, Words("en"))


@pytest.mark.parametrize(
    ("day", "german", "english"),
    [
        (
            date(2024, 11, 6),
            f"1. bis 27. Oktober 2024: 478{NBSP}km², laut AFP der höchste Wert seit März 2022.",
            f"1 to 27 October 2024: 478{NBSP}km², by AFP’s count the highest since March 2022.",
        ),
        (
            date(2024, 12, 5),
            f"November 2024: 725{NBSP}km², laut AFP der höchste Wert seit März 2022.",
            f"November 2024: 725{NBSP}km², by AFP’s count the highest since March 2022.",
        ),
        (
            date(2025, 3, 3),
            f"Februar 2025: 389{NBSP}km². Zuletzt mehr unter den veröffentlichten Werten: Januar 2025 (431{NBSP}km²).",
            f"February 2025: 389{NBSP}km². The last larger published value is January 2025 (431{NBSP}km²).",
        ),
    ],
)
def test_the_title_of_the_months_is_true_on_its_day(ledger, day, german, english):
    for language, sentence in (("de", german), ("en", english)):
        assert title(territory.monthly(ledger, Request(day, language), "since_2024")).startswith(sentence)


def test_a_month_of_more_than_700_is_larger_than_one_of_481(ledger):
    """November 2025 is known as "over 700": more than January 2026, although its number has no upper end."""
    assert title(territory.monthly(ledger, Request(date(2026, 2, 2), "en"), "since_2024")).startswith(
        f"January 2026: 481{NBSP}km². The last larger published value is November 2025 (more than 700{NBSP}km²)."
    )


@pytest.mark.parametrize(
    ("bound", "numbers"), [("up_to", (None, 700)), ("less_than", (None, 700)), ("vague", (500, 4500))]
)
def test_a_month_that_may_have_been_less_is_not_said_to_be_larger(ledger, bound, numbers):
    low, high = numbers
    changed = {"bound": bound, "low": low, "best": None, "high": high}
    figures = ledger.figures.copy()
    for column, value in changed.items():
        figures.loc[figures["id"] == "afp-net-gain-2025-11", column] = value
    exhibit = territory.monthly(
        dataclasses.replace(ledger, figures=figures), Request(date(2026, 2, 2), "en"), "since_2024"
    )
    assert "The last larger published value is August 2025 (" in title(exhibit)


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        (
            date(2024, 10, 28),
            "North Korean soldiers in Kursk, 28 October 2024: more than 3,000 (National Resistance Center).",
        ),
        (
            date(2024, 11, 6),
            "North Korean soldiers in Kursk, 28 October 2024 to 4 November 2024: "
            "5 figures, from more than 3,000 to 11,000.",
        ),
    ],
)
def test_the_title_of_the_soldiers_spans_what_was_known(ledger, day, sentence):
    assert title(troops.soldiers(ledger, Request(day, "en"), "kursk")).startswith(sentence)


def test_a_title_counts_current_figures_only(ledger):
    figures = ledger.figures.set_index("id", drop=False)
    day = date(2024, 11, 6)
    known = figures[(figures["indicator_id"] == "nk-troops-kursk") & (figures["known_from"] <= pd.Timestamp(day))]
    known = known[~known["restates"].isin(known["id"])]
    assert (known["supersedes"] == "").all()
    assert known["claimant_id"].is_unique
    revision = {
        **figures.loc[known.index[-1]].to_dict(),
        "id": "revision",
        "claimant_id": "afp",  # who has said nothing yet: one more voice, so that only what is superseded falls out
        "supersedes": known.index[0],
    }
    assert revision["claimant_id"] not in set(known["claimant_id"])
    revised = dataclasses.replace(
        ledger, figures=pd.concat([ledger.figures, pd.DataFrame([revision])], ignore_index=True)
    )
    before = title(troops.soldiers(ledger, Request(day, "en"), "kursk"))
    after = title(troops.soldiers(revised, Request(day, "en"), "kursk"))
    assert f"{len(known)} figures" in before
    assert f"{len(known)} figures" in after  # one more, one superseded
