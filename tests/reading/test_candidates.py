"""Candidates against the rows an editor made of the same story, and the names they are looked up by."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from dashboard import names
from dashboard.ledger import checks, tables
from dashboard.reading.candidates import Candidate, candidates
from dashboard.reading.reader import read
from dashboard.reading.registers import Indicator, Names, Register
from reading.phrases import reading

ROOT = Path(__file__).parents[2]
STORY = "story-2024-11-06"


@cache
def ledger() -> tables.Ledger:
    """Return the real data."""
    return tables.build(checks.check(ROOT))


@cache
def curated() -> dict[int, dict]:
    """Return the rows curated from the story by where their words begin."""
    rows = ledger().figures.to_dict("records")
    return {int(row["quote_start"]): row for row in rows if row["document_id"] == STORY}


@cache
def proposed() -> dict[int, Candidate]:
    """Return the candidates of the story by where their words begin."""
    text = ledger().texts[STORY]
    made = candidates(read(text, date(2024, 11, 6)), names.of_ledger(ledger()))
    return {one.quote_start: one for one in made}


def test_every_curated_figure_of_the_story_is_proposed_and_nothing_else():
    assert sorted(proposed()) == sorted(curated())


STARTS = sorted(curated())


@pytest.mark.parametrize("start", STARTS, ids=lambda start: curated()[start]["id"])
def test_words_value_bound_and_unit_are_those_of_the_curated_row(start):
    row, candidate = curated()[start], proposed()[start]
    assert candidate.as_written == row["as_written"]
    assert (candidate.quote_start, candidate.quote_end) == (row["quote_start"], row["quote_end"])
    assert (candidate.bound, candidate.unit) == (row["bound"], row["unit"])
    for end in ("low", "best", "high"):
        value = getattr(candidate, end)
        assert value == row[end] or (value is None and row[end] != row[end])


@pytest.mark.parametrize("start", STARTS, ids=lambda start: curated()[start]["id"])
def test_what_the_text_says_of_speaker_place_and_period_agrees_and_the_rest_is_empty(start):
    row, candidate = curated()[start], proposed()[start]
    # Whom an editor inferred the text does not name.
    assert candidate.claimant_id == ("" if row["claimant_inferred"] else row["claimant_id"])
    assert candidate.place_id in ("", row["place_id"])
    assert candidate.stated_on in ("", f"{row['stated_on']:%Y-%m-%d}")
    assert candidate.period_start in ("", f"{row['period_start']:%Y-%m-%d}")
    assert candidate.period_end in ("", f"{row['period_end']:%Y-%m-%d}")
    assert candidate.status in ("", row["status"])
    assert candidate.indicator_id in ("", row["indicator_id"])
    assert row["indicator_id"] in candidate.indicator_ids


def test_the_presidents_claim_is_proposed_whole():
    soldiers = next(one for one in proposed().values() if one.as_written.startswith("11.000"))
    assert soldiers.claimant == "Der ukrainische Präsident Wolodymyr Selenskyj"
    assert soldiers.claimant_id == "volodymyr-zelensky"
    assert soldiers.stated_on == "2024-11-04"
    assert soldiers.place_id == "kursk-oblast"
    assert soldiers.indicator_id == "nk-troops-kursk"
    assert soldiers.status == "claimed"
    assert soldiers.sentence.startswith("Der ukrainische Präsident")
    assert soldiers.sentence.endswith("besetzt habe.")


def test_octobers_gain_is_proposed_with_its_month():
    area = next(one for one in proposed().values() if one.bound == "nearly")
    assert (area.period_start, area.period_end, area.place_id) == ("2024-10-01", "2024-10-31", "ukraine")
    assert area.claimant_id == ""


def of(language: str, text: str, register: Register | None = None) -> Candidate:
    """Return the only candidate of a phrase."""
    (one,) = candidates(reading(language, text), register or Register())
    return one


BOUNDS = [
    ("500 Soldaten", "exact", 500, 500, 500),
    ("rund 500 Soldaten", "about", None, 500, None),
    ("fast 500 Soldaten", "nearly", None, 500, None),
    ("mehr als 500 Soldaten", "more_than", 500, None, None),
    ("gut 500 Soldaten", "more_than", 500, None, None),
    ("mindestens 500 Soldaten", "at_least", 500, None, None),
    ("bis zu 500 Soldaten", "up_to", None, None, 500),
    ("weniger als 500 Soldaten", "less_than", None, None, 500),
    ("500 bis 600 Soldaten", "range", 500, None, 600),
    ("hunderte Soldaten", "vague", 200, None, 900),
]


@pytest.mark.parametrize(("phrase", "bound", "low", "best", "high"), BOUNDS)
def test_a_bound_fills_the_columns_the_board_has_for_it(phrase, bound, low, best, high):
    one = of("de", phrase)
    assert (one.bound, one.low, one.best, one.high) == (bound, low, best, high)


def test_without_names_ids_are_empty_and_the_words_stay():
    one = of("de", "Selenskyj sagte, in der Region Kursk stünden 500 Soldaten.")
    assert (one.claimant_id, one.place_id, one.indicator_id, one.indicator_ids) == ("", "", "", ())
    assert one.claimant == "Selenskyj"
    assert one.place.endswith("Region Kursk")


def test_a_name_of_two_actors_settles_nothing():
    names_of_two = Names.of([("Woloschyn", "nazar"), ("Woloschyn", "vladyslav"), ("Nasar Woloschyn", "nazar")])
    assert names_of_two.find("Sprecher Woloschyn") == ""
    assert names_of_two.find("Sprecher Nasar Woloschyn") == "nazar"


def test_a_name_with_another_one_behind_it_settles_nothing():
    known = Names.of(
        [("étude de l’AFP", "study"), ("AFP study of ISW maps", "study"), ("ISW maps", "isw"), ("marine russe", "navy")]
    )
    assert known.find("l’étude de l’AFP") == "study"
    assert known.find("l’étude de l’AFP sur les ISW maps") == "study"
    assert known.find("l’étude de l’AFP sur des données de la marine russe") == ""


def test_a_name_is_found_in_any_case_of_german():
    known = Names.of([("Ukrainischer Generalstab", "general-staff")])
    assert known.find("des ukrainischen Generalstabs") == "general-staff"
    assert known.find("der Generalstab") == ""


def test_an_indicator_of_another_place_or_unit_is_not_suggested():
    register = Register(
        indicators=(
            Indicator("in-kursk", "person", "kursk", ("soldaten",)),
            Indicator("in-russia", "person", "russia", ("soldaten",)),
            Indicator("area", "km2", "", ("soldaten",)),
        )
    )
    assert register.indicators_of("person", "500 Soldaten in Kursk", "kursk-oblast") == ["in-kursk"]
    assert register.indicator_of("person", "500 Soldaten in Kursk", "kursk-oblast") == "in-kursk"
    assert register.indicator_of("person", "500 Soldaten", "") == ""


def test_the_dead_of_nobody_in_particular_are_no_ones_in_the_register():
    register = names.of_ledger(ledger())
    assert register.indicator_of("person", "Bei dem Angriff gab es 16 Tote.", "") == ""
    assert register.indicators_of("person", "Bei dem Angriff gab es 16 Tote.", "") == ["nk-killed"]
    assert register.indicator_of("person", "Bisher 16 Tote aus Nordkorea", "") == "nk-killed"
    assert register.indicator_of("person", "16 morts nord-coréens", "") == "nk-killed"


def test_a_day_beside_the_words_of_saying_is_when_it_was_said():
    one = of("en", "Ryder said on Tuesday that 10,000 soldiers had arrived in October.")
    assert one.stated_on == "2024-11-05"


def test_a_month_before_the_figure_is_its_period_and_since_a_month_is_none():
    assert of("de", "Im Oktober nahm die Armee 500 Quadratkilometer ein.").period_start == "2024-10-01"
    assert of("de", "Seit Oktober nahm die Armee 500 Quadratkilometer ein.").period_start == ""


def test_a_rate_has_the_unit_of_the_board():
    assert of("en", "They fire 10,000 shells per year.").unit == "shell_per_year"
