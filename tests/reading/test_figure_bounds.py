"""What bounds a figure and what only stands beside it, and sizes told once. The phrases are made for these tests."""

from __future__ import annotations

import pytest

from reading.phrases import shown

PLACES = [
    ("de", "Die Drohnen kreisten über vier Regionen", "4 region"),
    ("de", "Der Luftraum über zwei Regionen ist gesperrt", "2 region"),
    ("de", "Stromausfälle gab es in über 20 Regionen", "> 20.. region"),
    ("de", "Unter 27 Verletzten waren Kinder", "27 person"),
    ("de", "gegen 40 Personen liegen Haftbefehle vor", "40 person"),
    ("de", "eine Kreditlinie über 1,2 Mrd. Euro", "1.2e+09 EUR"),
    ("en", "Explosions were heard above two districts", "2 district"),
    ("en", "in over 20 districts", "> 20.. district"),
    ("en", "Prices went up to 5 percent", "5 percent"),
    ("fr", "Des avions volaient au-dessus de trois régions", "3 region"),
    ("fr", "Le taux est passé sous 2 %", "< ..2 percent"),
    ("fr", "sous cinq kilomètres de roche", "5 km"),
]


@pytest.mark.parametrize(("language", "text", "expected"), PLACES)
def test_a_preposition_of_place_bounds_nothing(language: str, text: str, expected: str):
    assert shown(language, text) == [expected]


EXCEEDED = [
    ("de", "Die Verluste haben 400 Soldaten überstiegen", "> 400.. person"),
    ("de", "Die Kosten dürften 2 Milliarden Euro übersteigen", "> 2e+09.. EUR"),
    ("en", "Losses exceeded 400 troops", "> 400.. person"),
    ("fr", "Les pertes ont dépassé 600 militaires", "> 600.. person"),
    ("fr", "Les pertes ont dépassé, ajoute le ministère, 600 militaires", "> 600.. person"),
    ("fr", "Le bilan a franchi la barre des 5 000 morts", "> 5000.. person"),
]


@pytest.mark.parametrize(("language", "text", "expected"), EXCEEDED)
def test_a_figure_that_is_exceeded_is_a_lower_end(language: str, text: str, expected: str):
    assert shown(language, text) == [expected]


VALUES = [
    ("fr", "une marge d'au moins 8 %", [">= 8.. percent"]),
    ("fr", "à moins 80 degrés", ["-80 degree"]),
    ("fr", "remontées à 1,5, voire 2 %", ["range 1.5..2 percent"]),
    ("fr", "10, voire 15 milliards d'euros", ["range 1e+10..1.5e+10 EUR"]),
    ("en", "1.5 or even 2 percent", ["range 1.5..2 percent"]),
    ("en", "raised by one percentage point to 15 percent", ["1 percent", "15 percent"]),
    ("fr", "à 1,5 mille nautique de la digue", ["1.5 nautical_mile"]),
    ("fr", "un demi-millier de soldats", ["500 person"]),
    ("fr", "Les dépenses passeront de 2 à 3 %", ["2 percent", "3 percent"]),
    ("de", "250 Kurzzeit- und 24 Langzeitbeobachter", ["250 person", "24 person"]),
    ("de", "17 Panzer (6.523)", ["17 tank", "6523 tank"]),
    ("en", "one voter in four", ["0.25 fraction"]),
    ("en", "one soldier in three villages", ["1 person", "3 village"]),
    ("en", "Half of this is borrowed and the other half is hope", ["0.5 fraction", "0.5 fraction"]),
    ("de", "Ein Viertel ist vermint, ein weiteres Viertel überflutet", ["0.25 fraction", "0.25 fraction +"]),
    ("en", "up to Rs 1.5 lakh", ["<= ..150000 INR"]),
    ("fr", "autour d'un million de barils", ["~ 1e+06 barrel"]),
    ("fr", "un gros quart l'ignore", ["~> 0.25 fraction"]),
    ("en", "She won 6-4, 3-6, 7-5", []),
    ("en", "a six-figure sum", []),
    ("en", "Of the 35 chapters 27 had been opened", ["35 chapter", "27 chapter"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), VALUES)
def test_the_words_beside_a_number_settle_its_value(language: str, text: str, expected: list[str]):
    assert shown(language, text) == expected


SHARED = [
    ("de", "Statt mindestens 200 sollen nun bis zu 350 Millionen Euro fließen", [">= 2e+08.. EUR", "<= ..3.5e+08 EUR"]),
    ("de", "410 Mio. Euro. Analysten hatten nur mit 375 gerechnet", ["4.1e+08 EUR", "3.75e+08 EUR"]),
    ("de", "52 Mio. Euro. Je Aktie waren es 3,12", ["5.2e+07 EUR", "3.12 EUR per share"]),
    ("de", "Das Abkommen sieht 500 Mio. vor, 120 davon als Kredit", ["5e+08 ?", "1.2e+08 ?"]),
    ("en", "€300m is for Ukraine and 50m for Moldova", ["3e+08 EUR", "5e+07 EUR"]),
    ("fr", "300 millions d'euros pour Kiev et 50 pour Chisinau", ["3e+08 EUR", "5e+07 EUR"]),
    ("fr", "augmenté de cinq centimes. Le carnet atteint 402 millions", ["5 cent", "4.02e+08 ?"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), SHARED)
def test_a_size_is_shared_by_sums_of_one_breath_and_cents_by_none(language: str, text: str, expected: list[str]):
    assert shown(language, text) == expected


AGES = [
    ("de", "drei Jugendliche von 14, 15 und 17 Jahren", ["3 person", "14 year_old", "15 year_old", "17 year_old"]),
    ("de", "Männer zwischen 16 und 47 Jahren", ["range 16..47 year_old"]),
    ("en", "Boys aged 14, 15 and 17 were hurt", ["14 year_old", "15 year_old", "17 year_old"]),
    ("fr", "trois enfants de 4, 7 et 11 ans", ["3 person", "4 year_old", "7 year_old", "11 year_old"]),
    ("fr", "Ses deux fils, de huit et dix ans", ["2 person", "8 year_old", "10 year_old"]),
    ("de", "zehn Jahre Haft", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), AGES)
def test_ages_in_a_row_are_all_read(language: str, text: str, expected: list[str]):
    assert shown(language, text) == expected
