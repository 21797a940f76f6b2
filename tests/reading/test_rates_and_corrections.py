"""Rates told before their figure, shares by ordinals, points in parts, signs that stand free, and numbers corrected."""

from __future__ import annotations

import pytest

from dashboard.reading.vocabulary import LANGUAGES
from reading.phrases import quantities, shown

RATES = [
    ("de", "Das Land gibt 900 Euro pro Kopf aus.", ["900 EUR per person"]),
    ("de", "Das sind 12 Liter pro Kopf und Monat.", ["12 litre per month"]),
    ("de", "Je Aktie verdiente der Konzern 1,20 Euro.", ["1.2 EUR per share"]),
    ("de", "Pro Quadratmeter fielen 60 Liter.", ["60 litre per m2"]),
    ("de", "Sie verschießen am Tag noch 400 Granaten.", ["400 shell per day"]),
    ("de", "Das Dorf wird viermal pro Woche angefahren.", ["4 times per week"]),
    ("de", "Die Böen erreichten 120 km/h, auf den Bergen 150.", ["120 km per hour", "150 km per hour"]),
    ("fr", "Par habitant, le pays dépense 900 euros.", ["900 EUR per person"]),
    ("fr", "Des rafales de 120 km/h, voire 150, ont été relevées.", ["120 km per hour", "150 km per hour"]),
    ("fr", "Il faut 98 roubles pour un dollar.", ["98 RUB per dollar"]),
    ("de", "Es gab 98 Rubel für einen Dollar.", ["98 RUB per dollar"]),
    ("fr", "Ils avancent par groupes de quatre hommes.", ["4 person"]),
]


@pytest.mark.parametrize(("language", "text", "figures"), RATES)
def test_a_figure_has_what_it_is_reckoned_for_also_from_before_it(language: str, text: str, figures: list[str]) -> None:
    assert shown(language, text) == figures


SHARES = [
    ("de", "Fast jeder Dritte ist krank.", ["~< 0.333333 fraction"]),
    ("de", "Jedes zehnte Haus steht leer.", ["0.1 fraction"]),
    ("de", "Der Bus fährt jeden zweiten Tag.", []),
    ("en", "Every fifth household has no heating.", ["0.2 fraction"]),
    ("en", "The bus runs every third day.", []),
    ("de", "Sie senkten den Zins um einen Viertelpunkt.", ["0.25 percent"]),
    ("en", "They cut rates by three-quarters of a point.", ["0.75 percent"]),
    ("fr", "Elle a abaissé ses taux d'un quart de point.", ["0.25 percent"]),
    ("fr", "Elle a relevé ses taux d'un demi-point.", ["0.5 percent"]),
    ("fr", "Un dix-huitième train a été supprimé.", []),
    ("en", "The twenty-third train was cancelled.", []),
    ("de", "12 von 20 Raketen wurden abgefangen.", ["12 missile", "20 missile"]),
    ("de", "Neun von zehn Befragten sind dafür.", ["0.9 fraction"]),
]


@pytest.mark.parametrize(("language", "text", "figures"), SHARES)
def test_ordinals_tell_shares_and_points_have_parts_but_rows_have_none(
    language: str, text: str, figures: list[str]
) -> None:
    assert shown(language, text) == figures


BOUNDS = [
    ("de", "Betriebe mit ≥ 20 Mitarbeitern zahlen.", [">= 20.. person"]),
    ("en", "readings of > 500 litres", ["> 500.. litre"]),
    ("en", "\n> 500 litres were lost", ["500 litre"]),
    ("de", "Medien berichten über 40 Tote.", ["40 person"]),
    ("de", "Nach Berichten sind über 40 Menschen tot.", ["> 40.. person"]),
    ("de", "Die Route führt über 53 Kilometer.", ["53 km"]),
    ("de", "zwischen minus 3 und 5 Grad", ["range -3..5 degree"]),
    ("de", "zwischen 4 und minus 1 Grad", ["range -1..4 degree"]),
    ("de", "minus 10 bis 15 Grad", ["range -15..-10 degree"]),
    ("fr", "entre moins 3 et 5 degrés", ["range -3..5 degree"]),
    ("de", "Mindestens 40, wahrscheinlich aber 60 Menschen starben.", [">= 40.. person", "60 person"]),
    ("en", "More than 100 but fewer than 200 soldiers fell.", ["> 100.. person", "< ..200 person"]),
    ("fr", "Au moins 40, peut-être 60 personnes sont mortes.", [">= 40.. person", "60 person"]),
    ("fr", "Le groupe passera une charge de 3 à 5 milliards de dollars.", ["range 3e+09..5e+09 USD"]),
    ("fr", "Le taux passe de 3 à 5 %.", ["3 percent", "5 percent"]),
]


@pytest.mark.parametrize(("language", "text", "figures"), BOUNDS)
def test_bounds_hold_for_the_end_they_are_said_of(language: str, text: str, figures: list[str]) -> None:
    assert shown(language, text) == figures


NAMES = [
    ("en", "Two aftershocks of 5.2 and 4.9 followed.", ["2 aftershock"]),
    ("en", "The quake, measuring 6.1, toppled 40 houses.", ["40 house"]),
    ("fr", "Deux répliques de 5,2 et 4,9 ont suivi.", ["2 aftershock"]),
    ("de", "Kiew erhielt 31 M1A1 Abrams.", ["31 tank"]),
    ("en", "Poland buys 96 AH-64E Apaches.", ["96 helicopter"]),
    ("de", "Zwei F-16, drei Mirage 2000 und ein Tornado starteten.", ["2 aircraft", "3 aircraft"]),
    ("fr", "Le CAC 40 a cédé 12,3 points à 7.369,61 points.", ["12.3 point", "7369.61 point"]),
    ("en", "The Dow rose 1,508 points, or 3.6%, to 43,729.93.", ["1508 point", "3.6 percent", "43729.9 point"]),
]


@pytest.mark.parametrize(("language", "text", "figures"), NAMES)
def test_codes_strengths_and_indices_are_told_from_what_is_counted(
    language: str, text: str, figures: list[str]
) -> None:
    assert shown(language, text) == figures


def test_the_code_of_a_model_belongs_to_its_figure() -> None:
    assert [one.surface for one in quantities("fr", "La France envoie 12 Mirage 2000-5.")] == ["12 Mirage 2000-5"]
    assert [one.surface for one in quantities("de", "Sie haben 18 Leopard 2A6 bestellt.")] == ["18 Leopard 2A6"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_new_cases_are_counted_and_not_added(language: str) -> None:
    text = {"de": "30 neue Fälle", "en": "30 new cases", "fr": "30 nouveaux cas"}[language]
    assert shown(language, text) == ["30 case"]
