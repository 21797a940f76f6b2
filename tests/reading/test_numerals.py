"""Number words: whatever a language can write out is read back; and where places are said."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.reading.figures.numerals.finding import numerals
from dashboard.reading.reader import as_json, read
from dashboard.reading.text.tokens import tokens
from reading.phrases import quantities, reading

GERMAN = "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn"
GERMAN_ONES = [*GERMAN.split(), "achtzehn", "neunzehn"]
GERMAN_TENS = ["zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]
ENGLISH = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
ENGLISH_ONES = [*ENGLISH.split(), "eighteen", "nineteen"]
ENGLISH_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
FRENCH = "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept"
FRENCH_ONES = [*FRENCH.split(), "dix-huit", "dix-neuf"]
FRENCH_TENS = ["vingt", "trente", "quarante", "cinquante", "soixante"]


def german(number: int) -> str:
    """Write a number below a million in German, as one word."""
    if number >= 1000:
        thousands, rest = divmod(number, 1000)
        return ("ein" if thousands == 1 else german(thousands)) + "tausend" + (german(rest) if rest else "")
    if number >= 100:
        hundreds, rest = divmod(number, 100)
        return ("ein" if hundreds == 1 else german(hundreds)) + "hundert" + (german(rest) if rest else "")
    if number < 20:
        return GERMAN_ONES[number - 1]
    ones = number % 10
    before = ("ein" if ones == 1 else GERMAN_ONES[ones - 1]) + "und" if ones else ""
    return before + GERMAN_TENS[number // 10 - 2]


def english(number: int) -> str:
    """Write a number below a million in English."""
    if number >= 1000:
        thousands, rest = divmod(number, 1000)
        return f"{english(thousands)} thousand" + (f" {english(rest)}" if rest else "")
    if number >= 100:
        hundreds, rest = divmod(number, 100)
        return f"{english(hundreds)} hundred" + (f" and {english(rest)}" if rest else "")
    if number < 20:
        return ENGLISH_ONES[number - 1]
    return ENGLISH_TENS[number // 10 - 2] + (f"-{ENGLISH_ONES[number % 10 - 1]}" if number % 10 else "")


def french(number: int) -> str:
    """Write a number below a million in French."""
    if number >= 1000:
        thousands, rest = divmod(number, 1000)
        return ("" if thousands == 1 else f"{french(thousands)} ") + "mille" + (f" {french(rest)}" if rest else "")
    if number >= 100:
        hundreds, rest = divmod(number, 100)
        plural = "s" if hundreds > 1 and not rest else ""
        return (
            ("" if hundreds == 1 else f"{french(hundreds)} ") + f"cent{plural}" + (f" {french(rest)}" if rest else "")
        )
    if number < 20:
        return FRENCH_ONES[number - 1]
    if number >= 80:
        return "quatre-vingt" + (f"-{FRENCH_ONES[number - 81]}" if number > 80 else "s")
    tens = FRENCH_TENS[min(number // 10, 6) - 2]
    rest = number - 10 * min(number // 10, 6)
    if not rest:
        return tens
    return f"{tens} et {FRENCH_ONES[rest - 1]}" if rest in (1, 11) else f"{tens}-{FRENCH_ONES[rest - 1]}"


@pytest.mark.parametrize(
    ("language", "write", "noun"), [("de", german, "Drohnen"), ("en", english, "drones"), ("fr", french, "drones")]
)
@given(number=st.integers(2, 999_999))
def test_a_number_written_out_is_read_back(language, write, noun, number):
    written = write(number)
    (found,) = numerals(tokens(f"{written} {noun}"), language)
    assert (found.low, found.high, found.first) == (number, number, 0)


@given(st.integers(1, 999), st.sampled_from(["Mio.", "Millionen", "Mrd.", "Milliarden"]))
def test_a_magnitude_multiplies_what_stands_before_it(number, magnitude):
    (one,) = quantities("de", f"{number},5 {magnitude} Euro")
    assert one.low == (number + 0.5) * (1e6 if magnitude in ("Mio.", "Millionen") else 1e9)


SCOPES = [
    ("de", "In der russischen Region Kursk stehen 500 Soldaten.", "russischen Region Kursk"),
    ("de", "500 Soldaten stehen in Russland.", "Russland"),
    ("de", "500 nordkoreanische Soldaten", "nordkoreanische"),
    ("en", "Moscow named 300 Ukrainians", None),
    ("en", "Some 500 soldiers are in the Kursk region.", "Kursk"),
    ("en", "500 North Korean soldiers", "North Korean"),
    ("fr", "500 soldats sont dans la région de Koursk.", "région de Koursk"),
    ("de", "500 Soldaten stehen bereit.", None),
]


@pytest.mark.parametrize(("language", "phrase", "scope"), SCOPES)
def test_the_place_or_nation_of_a_figure_is_the_one_its_sentence_names(language, phrase, scope):
    (row,) = as_json(reading(language, phrase), "x")["quantities"]
    assert row.get("scope") == scope


def test_a_text_without_anything_has_nothing_read():
    for text in ("", " ", "\n\n", "…"):
        answer = as_json(read(text, date(2024, 11, 6), "de"), "x")
        assert answer["quantities"] == answer["dates"] == answer["attributions"] == []
