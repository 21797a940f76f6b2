"""What figures count and of which kind they are, by the words around them. The phrases are made for these tests."""

from __future__ import annotations

import pytest

from reading.phrases import quantities


def told(language: str, text: str) -> list[str]:
    """Return unit and kind of each figure, its period and a sign for an increment."""
    return [
        " ".join(
            [one.unit or "?", one.kind, *([f"per {one.per}"] if one.per else []), *(["+"] if one.increment else [])]
        )
        for one in quantities(language, text)
    ]


VEHICLES = [
    ("de", "Die Armee verlor drei Schützenpanzer und elf Lastwagen.", ["vehicle weapons", "truck weapons"]),
    ("de", "Russland habe 6.300 Panzer und 24.000 Lastwagen verloren.", ["tank weapons", "truck weapons"]),
    ("de", "Die Feuerwehr war mit 120 Kräften und 30 Fahrzeugen im Einsatz.", ["person count", "vehicle count"]),
    ("de", "Zwei Löschhubschrauber bekämpften die Flammen.", ["helicopter count"]),
    ("en", "They abandoned two Bradley infantry fighting vehicles.", ["vehicle weapons"]),
    ("en", "Turkey bought 24 F-16s and 90 Strykers.", ["aircraft weapons", "vehicle weapons"]),
    ("en", "The convoy of 62 trucks carrying aid reached Gaza; 40 were looted.", ["truck count", "truck count"]),
    ("en", "Six helicopters were shot down during the offensive, the army said.", ["helicopter weapons"]),
    ("fr", "L'armée a perdu onze chars, 32 véhicules blindés.", ["tank weapons", "vehicle weapons"]),
    ("fr", "Le constructeur a vendu 2,1 millions de véhicules.", ["vehicle count"]),
    (
        "fr",
        "Les pompiers sont appuyés par quatre Canadair et douze hélicoptères.",
        ["aircraft count", "helicopter count"],
    ),
]


@pytest.mark.parametrize(("language", "phrase", "figures"), VEHICLES)
def test_vehicles_are_weapons_where_armies_lose_them_or_their_words_say_so(language, phrase, figures):
    assert told(language, phrase) == figures


PERSONS = [
    ("de", "Geborgen wurden die Leichen von fünf Männern und zwei Frauen.", ["casualties", "casualties"]),
    ("de", "Unter den Toten seien auch drei Sanitäter.", ["casualties"]),
    ("de", "Die Soldaten rückten in Gruppen von vier bis sechs Mann vor.", ["troops"]),
    ("de", "In der Stadt leben 3.000 Menschen.", ["count"]),
    ("de", "Sie hätten 27.000 Soldaten und 174 Panzer verloren.", ["casualties", "weapons"]),
    ("de", "Die Verluste der Armee beliefen sich auf 264.000 Mann.", ["casualties"]),
    ("en", "Rescuers pulled out the bodies of six people, including two children.", ["casualties", "casualties"]),
    ("en", "The army has lost, by the staff's own count, about 7,000 troops.", ["casualties"]),
    ("en", "Eleven people were treated for smoke inhalation.", ["casualties"]),
    ("en", "The charity's teams treated 2,700 patients.", ["count"]),
    ("en", "The soldiers attack in groups of five to seven men.", ["troops"]),
    ("en", "Four members of the special forces landed.", ["troops"]),
    ("en", "A company of 100 had lost its guns.", ["count"]),
    ("en", "The airline will hire 3,000 pilots.", ["count"]),
    ("fr", "Les corps de 42 migrants ont été repêchés.", ["casualties"]),
    ("fr", "Parmi les morts figurent trois secouristes.", ["casualties"]),
    ("fr", "Les pertes russes s'élèvent à 704 000 hommes.", ["casualties"]),
    ("fr", "Le tribunal a condamné 14 personnes à mort.", ["count"]),
    ("fr", "Seuls 43 des 101 otages seraient en vie.", ["count", "count"]),
]


@pytest.mark.parametrize(("language", "phrase", "kinds"), PERSONS)
def test_persons_are_casualties_or_troops_by_what_stands_around(language, phrase, kinds):
    assert [one.kind for one in quantities(language, phrase)] == kinds


ELIDED = [
    ("de", "Kiew spricht von 50.000, Moskau von 5.000 Toten.", ["person casualties"] * 2),
    ("de", "Die Zahl der gefallenen Soldaten liege bei 43, die der Verwundeten bei 370.", ["person casualties"] * 2),
    ("de", "Wie viele Panzer hat die Armee noch? Kaum 2.600.", ["tank weapons"]),
    ("de", "40 Prozent der Soldaten, etwa 4.400, seien dort.", ["percent percent", "person troops"]),
    ("de", "Über der Stadt waren 90 Drohnen; 62 wurden abgefangen.", ["drone weapons"] * 2),
    ("de", "Panzer fehlen. Gebaut wurden 40 Haubitzen, bestellt sind 25 Stück.", ["howitzer weapons"] * 2),
    ("de", "Der jüngste der Gefangenen ist 22, der älteste 59.", ["year_old other"] * 2),
    (
        "en",
        "It launched 87 drones at three regions, 64 of them at night.",
        ["drone weapons", "region count", "drone weapons"],
    ),
    ("en", "How many tanks are left? About 2,600, he said.", ["tank weapons"]),
    ("en", "Two thirds of the buildings, or about 400, were damaged.", ["fraction percent", "building count"]),
    ("en", "The trucks, 15 in all, were stopped.", ["truck count"]),
    ("en", "The fire destroyed 130 homes; crews saved 400 others.", ["home count", "home count +"]),
    ("en", "A crew of 22 and 20,000 tonnes of wheat", ["person count", "tonne count"]),
    ("en", "Two men, 23 and 29, were charged.", ["person count", "year_old other", "year_old other"]),
    ("en", "The Senate voted 53 to 46.", ["vote count", "vote count"]),
    ("en", "Of the 49 on board, only 12 survived.", ["person count", "person count"]),
    ("fr", "La Russie a lancé 188 drones. Kiev dit en avoir abattu 76.", ["drone weapons"] * 2),
    ("fr", "Séoul évalue à 10 000 le nombre de soldats du Nord.", ["person troops"]),
    (
        "fr",
        "Des 12 missiles et 54 drones, respectivement 9 et 51 ont été abattus.",
        ["missile weapons", "drone weapons"] * 2,
    ),
    ("fr", "Un ménage sur cinq, soit deux millions, ne peut payer.", ["fraction percent", "household count"]),
    ("fr", "Deux filles de 8 et 11 ans", ["person count", "year_old other", "year_old other"]),
]


@pytest.mark.parametrize(("language", "phrase", "figures"), ELIDED)
def test_a_head_left_out_is_found_where_the_text_says_it(language, phrase, figures):
    assert told(language, phrase) == figures


RATES = [
    ("de", "Täglich würden 500 bis 600 Personen weggebracht.", ["person count per day"]),
    (
        "de",
        "Das Werk beschäftigt 1.800 Leute und stellt jährlich 75 Tonnen her.",
        ["person count", "tonne count per year"],
    ),
    ("de", "Der Preis stieg auf 62 Euro je Megawattstunde, im Mai waren es 35.", ["EUR money per MWh"] * 2),
    ("de", "Im Jahr 2020 waren es 300 Tonnen.", ["tonne count"]),
    ("en", "Brent rose to $75.15 a barrel.", ["USD money per barrel"]),
    ("en", "Everyone gets four liters of water a day.", ["litre count per day"]),
    ("en", "Every month of delay costs dozens of square kilometers.", ["km2 area per month"]),
    ("en", "About 32 towns were cut off a week ago.", ["town count"]),
    ("en", "The grant is $5,900 per household.", ["USD money per household"]),
    ("fr", "L'usine produit 140 000 tonnes de papier par an.", ["tonne count per year"]),
    ("fr", "Chaque jour, une quarantaine d'enfants arrivent.", ["person count per day"]),
    ("fr", "Le litre de gazole coûte 1,62 euro, contre 1,55 en mai.", ["EUR money per litre"] * 2),
    ("fr", "Le chiffre d'affaires a reculé de 3,7 % l'an dernier.", ["percent percent"]),
]


@pytest.mark.parametrize(("language", "phrase", "figures"), RATES)
def test_a_rate_is_told_before_or_behind_its_figure_and_shared(language, phrase, figures):
    assert told(language, phrase) == figures


INCREMENTS = [
    ("de", "Das sind 300 Euro mehr als im Vorjahr.", ["EUR money"]),
    ("de", "Es gab zwölf Tote, mehrere hundert andere wurden verletzt.", ["person casualties", "person casualties +"]),
    ("en", "One person died and four others were hurt.", ["person casualties", "person casualties +"]),
    ("en", "Profit was 1.5 times more than in June.", ["times other"]),
    ("fr", "Kiev réclame sept batteries Patriot supplémentaires.", ["battery weapons +"]),
    ("fr", "Il promet une aide supplémentaire de 200 millions d'euros.", ["EUR money +"]),
    ("fr", "C'est 300 euros de plus que l'an dernier.", ["EUR money"]),
]


@pytest.mark.parametrize(("language", "phrase", "figures"), INCREMENTS)
def test_what_comes_on_top_is_an_increment_and_a_comparison_is_none(language, phrase, figures):
    assert told(language, phrase) == figures


SENSES = [
    ("fr", "La grippe aviaire progresse : sept foyers en Bretagne.", ["outbreak count"]),
    ("fr", "Le vote est clos dans 2.317 bureaux.", ["polling_station count"]),
    ("fr", "Un canon s'use en 2 000 coups.", ["round count"]),
    ("en", "The Czech firm earned 14.6 billion crowns.", ["CZK money"]),
    ("en", "Brent futures, at $74, were up 91 cents.", ["USD money", "USD money"]),
    ("de", "Das Brot kostet 76 Cent.", ["cent money"]),
]


@pytest.mark.parametrize(("language", "phrase", "figures"), SENSES)
def test_a_noun_of_several_senses_is_told_by_the_words_around_it(language, phrase, figures):
    assert told(language, phrase) == figures


def test_cents_are_hundredths_of_the_currency_named_before_them():
    assert [(one.low, one.unit) for one in quantities("en", "It rose from €2 by 15 cents.")] == [
        (2, "EUR"),
        (0.15, "EUR"),
    ]
