"""Words, numbers and days: said as each language says them, and no bound is lost on the way."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.drawing.wording import LANGUAGES, MAGNITUDES, Words
from dashboard.ledger.rules import BOUND_VALUES
from dashboard.ledger.schema import read_contract

NBSP = "\N{NO-BREAK SPACE}"
GERMAN, ENGLISH = Words("de"), Words("en")


def figure(bound, low=None, best=None, high=None, unit="km2"):
    """Return the part of a figure that is said."""
    return {"bound": bound, "low": low, "best": best, "high": high, "unit": unit}


@pytest.mark.parametrize(
    ("value", "german", "english"),
    [
        (0, "0", "0"),
        (500, "500", "500"),
        (1300, "1.300", "1,300"),
        (45426, "45.426", "45,426"),
        (3_000_000, "3.000.000", "3,000,000"),
        (18.2, "18,2", "18.2"),
        (0.25, "0,25", "0.25"),
        (517.9976, "518", "518"),
        (2330.989, "2.330,99", "2,330.99"),
        (-1.5, "\N{MINUS SIGN}1,5", "\N{MINUS SIGN}1.5"),
    ],
)
def test_numbers_have_the_signs_of_the_language(value, german, english):
    assert (GERMAN.number(value), ENGLISH.number(value)) == (german, english)


def test_days_are_written_as_people_write_them():
    day = date(2024, 11, 6)
    assert (GERMAN.day(day), ENGLISH.day(day)) == ("6. November 2024", "6 November 2024")
    assert (GERMAN.short_day(day), ENGLISH.short_day(day)) == ("6.11.2024", "6 Nov 2024")
    assert (GERMAN.day(date(2025, 3, 12)), ENGLISH.day(date(2025, 3, 12))) == ("12. März 2025", "12 March 2025")


def test_months_are_written_in_full_or_in_three_letters():
    assert (GERMAN.month(date(2024, 10, 1)), ENGLISH.month(date(2024, 10, 1))) == ("Oktober 2024", "October 2024")
    months = [date(2024, month, 1) for month in range(1, 13)]
    assert " ".join(map(GERMAN.short_month, months)) == "Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez"
    assert " ".join(map(ENGLISH.short_month, months)) == "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"


@pytest.mark.parametrize(
    ("start", "end", "german", "english"),
    [
        (date(2024, 11, 4), date(2024, 11, 4), "4. November 2024", "4 November 2024"),
        (date(2024, 10, 1), date(2024, 10, 31), "Oktober 2024", "October 2024"),
        (date(2024, 2, 1), date(2024, 2, 29), "Februar 2024", "February 2024"),
        (date(2025, 2, 1), date(2025, 2, 28), "Februar 2025", "February 2025"),
        (date(2024, 2, 1), date(2024, 2, 28), "1. bis 28. Februar 2024", "1 to 28 February 2024"),
        (date(2024, 10, 1), date(2024, 10, 27), "1. bis 27. Oktober 2024", "1 to 27 October 2024"),
        (date(2025, 9, 20), date(2025, 9, 30), "20. bis 30. September 2025", "20 to 30 September 2025"),
        (date(2024, 1, 1), date(2024, 12, 31), "2024", "2024"),
        (
            date(2024, 1, 1),
            date(2024, 12, 30),
            "1. Januar 2024 bis 30. Dezember 2024",
            "1 January 2024 to 30 December 2024",
        ),
        (date(2023, 3, 1), date(2024, 2, 29), "1. März 2023 bis 29. Februar 2024", "1 March 2023 to 29 February 2024"),
        (
            date(2023, 1, 1),
            date(2024, 12, 31),
            "1. Januar 2023 bis 31. Dezember 2024",
            "1 January 2023 to 31 December 2024",
        ),
    ],
)
def test_periods_are_said_as_people_say_them(start, end, german, english):
    assert (GERMAN.period(start, end), ENGLISH.period(start, end)) == (german, english)


@pytest.mark.parametrize(
    ("row", "german", "english"),
    [
        (figure("exact", 478, 478, 478), f"478{NBSP}km²", f"478{NBSP}km²"),
        (figure("about", best=1376), f"etwa 1.376{NBSP}km²", f"about 1,376{NBSP}km²"),
        (figure("nearly", best=500), f"fast 500{NBSP}km²", f"almost 500{NBSP}km²"),
        (figure("more_than", low=2660), f"mehr als 2.660{NBSP}km²", f"more than 2,660{NBSP}km²"),
        (figure("at_least", low=10000, unit="person"), "mindestens 10.000", "at least 10,000"),
        (figure("up_to", high=8000, unit="person"), "bis zu 8.000", "up to 8,000"),
        (figure("less_than", high=100), f"weniger als 100{NBSP}km²", f"less than 100{NBSP}km²"),
        (figure("range", low=33000, high=35000, unit="person"), "33.000 bis 35.000", "33,000 to 35,000"),
        (figure("vague", low=200, high=900), f"einige hundert{NBSP}km²", f"several hundred{NBSP}km²"),
        (figure("vague", low=2000, high=9000, unit="person"), "einige tausend", "several thousand"),
        (figure("vague", low=20000, high=90000, unit="person"), "einige zehntausend", "tens of thousands"),
    ],
)
def test_a_figure_is_said_with_its_bound(row, german, english):
    assert (GERMAN.amount(row), ENGLISH.amount(row)) == (german, english)


@pytest.mark.parametrize("words", [GERMAN, ENGLISH], ids=["de", "en"])
def test_no_two_bounds_are_said_alike(words):
    said = {}
    for bound, (low, best, high) in BOUND_VALUES.items():
        said[bound] = words.amount(figure(bound, 200 if low else None, 200 if best else None, 900 if high else None))
    assert len(set(said.values())) == len(BOUND_VALUES)


@pytest.mark.parametrize("words", [GERMAN, ENGLISH], ids=["de", "en"])
def test_dozens_by_the_projects_convention_can_be_said(words):
    """Twice the base to nine times the base: several hundred is 200 to 900, dozens are 24 to 108."""
    assert words.amount(figure("vague", low=24, high=108, unit="person")) == words.of("vague", "tens")


def test_every_vague_figure_of_the_data_can_be_said(ledger):
    vague = ledger.figures[ledger.figures["bound"] == "vague"]
    assert not vague.empty
    assert set(vague["low"]) <= set(MAGNITUDES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_bound_and_unit_of_the_contract_has_its_words(root, language):
    words = Words(language)
    contract = read_contract(root / "data")
    for unit in contract["figures"].field("unit").enum:
        for bound in contract["figures"].field("bound").enum:
            assert words.amount(figure(bound, 200, 200, 200, unit))
            assert words.of("meaning", bound)


def test_the_unit_can_be_left_to_the_heading():
    assert GERMAN.amount(figure("nearly", best=500), with_unit=False) == "fast 500"


def test_a_number_and_its_unit_never_part_at_a_line_end(ledger):
    for row in ledger.figures.to_dict("records"):
        for words in (GERMAN, ENGLISH):
            unit = words.unit(row["unit"])
            if unit:
                assert words.amount(row).endswith(f"{NBSP}{unit}")
                assert " " not in words.amount(row).removesuffix(unit)[-1]


@pytest.mark.parametrize(
    ("number", "german", "english"),
    [
        (0, "0 Zahlen stehen in der Meldung", "The story contains 0 figures"),
        (1, "1 Zahl steht in der Meldung", "The story contains 1 figure"),
        (2, "2 Zahlen stehen in der Meldung", "The story contains 2 figures"),
        (1300, "1.300 Zahlen stehen in der Meldung", "The story contains 1,300 figures"),
    ],
)
def test_counted_words_follow_the_number(number, german, english):
    assert (GERMAN.count("story.title", number), ENGLISH.count("story.title", number)) == (german, english)


def test_the_text_of_a_row_is_taken_in_the_readers_language():
    row = {"name_en": "Kyiv", "name_de": "Kyjiw", "note": "A town.", "note_de": "Eine Stadt."}
    assert (GERMAN.pick(row, "name"), ENGLISH.pick(row, "name")) == ("Kyjiw", "Kyiv")
    assert (GERMAN.pick(row, "note"), ENGLISH.pick(row, "note")) == ("Eine Stadt.", "A town.")


def test_an_unknown_word_or_language_is_an_error_and_no_empty_text():
    with pytest.raises(KeyError):
        GERMAN("story.nonsense")
    with pytest.raises(KeyError):
        GERMAN.of("bound", "roughly")
    with pytest.raises(KeyError):
        Words("fr")
