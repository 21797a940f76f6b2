"""Numbers that go on, written fractions, signs and ordinals. The phrases are made for these tests."""

from __future__ import annotations

import pytest

from reading.phrases import shown

GOING_ON = [
    ("de", "Eine Million dreihunderttausend Mann", ["1.3e+06 person"]),
    ("en", "A million two hundred thousand people", ["1.2e+06 person"]),
    ("en", "A million and a half people", ["1.5e+06 person"]),
    ("en", "a hundred and fifty homes", ["150 home"]),
    ("fr", "Un million deux cent mille personnes", ["1.2e+06 person"]),
    ("fr", "Un milliard deux cents millions d'euros", ["1.2e+09 EUR"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), GOING_ON)
def test_a_number_goes_on_behind_a_counted_magnitude(language: str, text: str, expected: list[str]):
    assert shown(language, text) == expected


WRITTEN = [
    ("de", "3 1/2 Tonnen Getreide", ["3.5 tonne"]),
    ("en", "Prices rose by 4 3/4 percent", ["4.75 percent"]),
    ("de", "Das kostet 1.000,- Euro.", ["1000 EUR"]),
    ("de", "Es waren 123456789012345678901234567890 Millionen Menschen.", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), WRITTEN)
def test_digits_are_read_with_what_is_written_behind_them(language: str, text: str, expected: list[str]):
    assert shown(language, text) == expected


SIGNED = [
    ("de", "zwischen minus 3 und plus 4 Grad", ["range -3..4 degree"]),
    ("de", "von minus 5 bis plus 3 Grad", ["range -5..3 degree"]),
    ("de", "-5 bis -3 Grad", ["range -5..-3 degree"]),
    ("de", "minus 10 bis minus 8 Grad", ["range -10..-8 degree"]),
    ("de", "von minus 3 auf plus 4 Grad", ["-3 degree", "4 degree"]),
    ("en", "between -5% and +3%", ["range -5..3 percent"]),
    ("fr", "moins 3 à plus 4 degrés", ["range -3..4 degree"]),
    ("fr", "au moins 3 degrés", [">= 3.. degree"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), SIGNED)
def test_each_end_of_a_range_has_its_own_sign(language: str, text: str, expected: list[str]):
    assert shown(language, text) == expected


BOUNDED = [
    ("en", "They lost >20 tanks, ~50 guns and ≤5 ships.", ["> 20.. tank", "~ 50 gun", "<= ..5 ship"]),
    ("en", "a share of <5%", ["< ..5 percent"]),
    ("en", "at >=30 drones", [">= 30.. drone"]),
    ("en", "The share went 5% -> 20%", ["5 percent", "20 percent"]),
    ("de", "±20 Panzer", ["~ 20 tank"]),
    ("fr", "≥20 chars", [">= 20.. tank"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), BOUNDED)
def test_signs_bound_the_number_they_touch(language: str, text: str, expected: list[str]):
    assert shown(language, text) == expected


ENDS = [
    ("de", "Ein- bis zweitausend Menschen", ["range 1000..2000 person"]),
    ("de", "Ein Viertel bis ein Drittel der Soldaten", ["range 0.25..0.333333 fraction"]),
    ("en", "Between a quarter and a third of the soldiers", ["range 0.25..0.333333 fraction"]),
    ("fr", "Entre un quart et un tiers des soldats", ["range 0.25..0.333333 fraction"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), ENDS)
def test_ends_of_a_range_may_be_parts_and_share_a_size(language: str, text: str, expected: list[str]):
    assert shown(language, text) == expected


ORDINALS = [
    ("Am 987. Tag griff die Armee an.", []),
    ("der 987. Kriegstag", []),
    ("Es waren 987. Danach kam nichts.", ["987 ?"]),
]


@pytest.mark.parametrize(("text", "expected"), ORDINALS)
def test_a_day_has_its_number_of_any_length(text: str, expected: list[str]):
    assert shown("de", text) == expected
