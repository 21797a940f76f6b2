"""Classes of figures that only words around a number tell: shared magnitudes, guesses, votes, ages, names, halves."""

from __future__ import annotations

import pytest

from reading.phrases import reading, shown

SHARED = [
    ("de", "Die Rücklage sank von 12,4 auf 7,3 Milliarden Franken.", ["1.24e+10 CHF", "7.3e+09 CHF"]),
    ("de", "Das kostet 3 statt 5 Millionen Euro.", ["3e+06 EUR", "5e+06 EUR"]),
    ("de", "8,5 der 17 Mio. Tonnen sind fort.", ["8.5e+06 tonne", "1.7e+07 tonne"]),
    ("de", "Zwei der 40 Millionen Einwohner gewannen.", ["2 person", "4e+07 person"]),
    ("de", "Die Zahl stieg von 400 auf 1,2 Millionen Menschen.", ["400 person", "1.2e+06 person"]),
    ("de", "4,2 Mio. Flüchtlinge leben dort, davon 1,1 in Polen.", ["4.2e+06 person", "1.1e+06 person"]),
    ("en", "Sales fell from $12.4 to $7.3 billion.", ["1.24e+10 USD", "7.3e+09 USD"]),
    ("en", "It cost 1.9 instead of 2.3 million euros.", ["1.9e+06 EUR", "2.3e+06 EUR"]),
    ("en", "The raid killed 12 and 3 million people fled.", ["12 person", "3e+06 person"]),
    ("fr", "Les réserves sont passées de 12,4 à 7,3 milliards de francs.", ["1.24e+10 CHF", "7.3e+09 CHF"]),
    ("fr", "1,9 au lieu de 2,3 millions de tonnes", ["1.9e+06 tonne", "2.3e+06 tonne"]),
]


@pytest.mark.parametrize(("language", "text", "figures"), SHARED)
def test_a_magnitude_said_once_counts_for_both_where_they_are_compared(language, text, figures):
    assert shown(language, text) == figures


GUESSES = [
    ("de", "zwei- oder dreitausend Granaten", ["range 2000..3000 shell"]),
    ("de", "zwei bis dreihundert Leute", ["range 200..300 person"]),
    ("de", "5 - 6 Panzer", ["range 5..6 tank"]),
    ("en", "six or seven thousand shells", ["range 6000..7000 shell"]),
    ("en", "20 - 25 missiles", ["range 20..25 missile"]),
    ("en", "two, three men", ["range 2..3 person"]),
    ("fr", "six ou sept mille obus", ["range 6000..7000 shell"]),
    ("fr", "cinq à six cents soldats", ["range 500..600 person"]),
    ("fr", "30–40 soldats", ["range 30..40 person"]),
]


@pytest.mark.parametrize(("language", "text", "figures"), GUESSES)
def test_two_numbers_that_guess_one_are_a_range_with_the_size_of_the_second(language, text, figures):
    assert shown(language, text) == figures


HALVES = [
    ("en", "a million and a half people", ["1.5e+06 person"]),
    ("en", "two miles and a half", ["2.5 mi"]),
    ("en", "three-quarters of a million people", ["750000 person"]),
    ("en", "rates fell by half a percentage point", ["0.5 percent"]),
    ("en", "Prices fell by a fifth to $2.", ["0.2 fraction", "2 USD"]),
    ("en", "sold by a third party", []),
    ("de", "ein halbes Prozent", ["0.5 percent"]),
    ("de", "ein knappes Drittel der Wähler", ["~< 0.333333 fraction"]),
    ("de", "ein gutes Dutzend Panzer", ["~> 12 tank"]),
    ("de", "halb so viele wie im Mai", ["0.5 times"]),
    ("de", "Das ist halb so wild.", []),
    ("fr", "trois kilomètres carrés et demi", ["3.5 km2"]),
    ("fr", "une fois et demie plus", ["1.5 times"]),
    ("fr", "un et demi fois plus", ["1.5 times"]),
    ("fr", "deux fois et demie le budget", ["2.5 times"]),
    ("fr", "un gros tiers des soldats", ["~> 0.333333 fraction"]),
    ("fr", "Le prix a baissé d'un tiers en mai.", ["0.333333 fraction"]),
    ("fr", "un demi-degré", ["0.5 degree"]),
]


@pytest.mark.parametrize(("language", "text", "figures"), HALVES)
def test_halves_and_parts_are_read_where_they_are_told(language, text, figures):
    assert shown(language, text) == figures


PROPORTIONS = [
    ("en", "One in seven jobs depends on it.", ["0.142857 fraction"]),
    ("en", "one in every three houses", ["0.333333 fraction"]),
    ("en", "Nine out of ten firms", ["0.9 fraction"]),
    ("en", "The raids killed one in seven villages.", ["7 village"]),
    ("fr", "un emploi sur sept", ["0.142857 fraction"]),
]


@pytest.mark.parametrize(("language", "text", "figures"), PROPORTIONS)
def test_one_of_any_whole_is_a_part_of_it(language, text, figures):
    assert shown(language, text) == figures


BOUNDS = [
    ("de", "keine 800 Meter", ["< ..800 m"]),
    ("de", "grosso modo 310 km²", ["~ 310 km2"]),
    ("de", "Wir reden über 300 Soldaten.", ["300 person"]),
    ("de", "Es fielen über 300 Soldaten.", ["> 300.. person"]),
    ("en", "They were talking about 300 soldiers.", ["300 person"]),
    ("en", "Russia handed over 62 bodies.", ["62 person"]),
    ("en", "something like 40 tanks", ["~ 40 tank"]),
    ("en", "thirty-odd tanks", ["~ 30 tank"]),
    ("en", "barely more than 40 tanks", ["~> 40 tank"]),
    ("fr", "Il a tiré plus que 5 mille obus.", ["> 5000.. shell"]),
    ("fr", "Il ne reste plus que 5 obus.", ["5 shell"]),
    ("fr", "au mieux les deux tiers", ["<= ..0.666667 fraction"]),
    ("fr", "pas même 10 soldats", ["< ..10 person"]),
    ("fr", "guère plus de 30 soldats", ["~> 30 person"]),
]


@pytest.mark.parametrize(("language", "text", "figures"), BOUNDS)
def test_bounds_are_told_from_prepositions_and_from_only(language, text, figures):
    assert shown(language, text) == figures


MAGNITUDES = [
    ("de", "100 mln EUR", ["1e+08 EUR"]),
    ("de", "4,5 mlrd Rubel", ["4.5e+09 RUB"]),
    ("en", "9.8 thsd tanks", ["9800 tank"]),
    ("en", "$3.4 trln", ["3.4e+12 USD"]),
    ("en", "a 2.3 million-strong army", ["2.3e+06 person"]),
    ("fr", "4,5 mlrd de livres", ["4.5e+09 GBP"]),
    ("fr", "100 mln EUR", ["1e+08 EUR"]),
]


@pytest.mark.parametrize(("language", "text", "figures"), MAGNITUDES)
def test_abbreviated_and_grown_together_magnitudes_multiply(language, text, figures):
    assert shown(language, text) == figures


VOTES = [
    ("de", "Das Parlament nahm es mit 31:12 Stimmen an.", ["31 vote", "12 vote"]),
    ("de", "Bern schlug Basel 3:1.", []),
    ("en", "The House voted 397-0 for it.", ["397 vote", "0 vote"]),
    ("en", "The council voted 45 to 55 against it.", ["45 vote", "55 vote"]),
    ("en", "Leeds beat Hull 3-1.", []),
    ("en", "The ratio is 3-1. Voters shrug.", []),
    ("fr", "Le texte a été adopté par 14-0.", ["14 vote", "0 vote"]),
    ("fr", "Lens a battu Lille 3-1.", []),
]


@pytest.mark.parametrize(("language", "text", "figures"), VOTES)
def test_the_sides_of_a_vote_are_figures_and_a_score_is_none(language, text, figures):
    assert shown(language, text) == figures


NAMES = [
    ("de", "Der Euro Stoxx 50 und der SMI 20 legten zu, der CAC 40 fiel."),
    ("de", "Die Boeing 737-800 landete um halb acht."),
    ("de", "Er kam um neunzehn Uhr dreißig."),
    ("de", "Es gilt Tempo 30 auf der Linie 12."),
    ("en", "The S&P 500 and the Nikkei 225 rose, the Russell 2000 fell."),
    ("en", "The Group of 20 met at seven o'clock."),
    ("en", "Call 911, or see bill HB 2104."),
    ("en", "19.05\nGood evening."),
    ("en", "She won the 4x100m relay."),
    ("de", "Auf der B 52 staute es sich, der ICE 578 und der A 320 standen."),
    ("de", "Wählen Sie +49 30 1234."),
    ("en", "My 401(k) lost much on the M 25."),
    ("en", "A 2-for-1 split pleased the 30-somethings."),
    ("fr", "La RN 20 est fermée depuis le 11-Septembre."),
    ("fr", "Le CAC 40 et le Stoxx 600 ont reculé."),
    ("fr", "Les Douze sont en quart de finale."),
    ("fr", "Les ministres des Vingt-Sept arrivent le 5 de ce mois."),
]


@pytest.mark.parametrize(("language", "text"), NAMES)
def test_numbers_of_names_and_of_the_clock_are_no_figures(language, text):
    assert shown(language, text) == []


AGES = [
    ("de", "Der jüngste war 20, der älteste 71.", ["20 year_old", "71 year_old"]),
    ("de", "„Ich bin 82“, sagte sie.", ["82 year_old"]),
    ("de", "Er ist 20 Kilometer gelaufen.", ["20 km"]),
    ("de", "Zwei Männer, 23 und 29, fehlen.", ["2 person", "23 year_old", "29 year_old"]),
    ("de", "Die Grünen (42) sind stärker.", ["42 ?"]),
    ("de", "Das Mindestalter liegt bei 16 Jahren.", ["16 year_old"]),
    ("de", "Erwachsene (ab 26 Jahren) zahlen mehr.", [">= 26.. year_old"]),
    ("en", "The minister, 62, left.", ["62 year_old"]),
    ("en", "Three boys, 12, 14 and 16, drowned.", ["3 person", "12 year_old", "14 year_old", "16 year_old"]),
    ("en", "The oldest was 91 and the youngest a boy of 4.", ["91 year_old", "4 year_old"]),
    ("en", "He is 38 and happy.", ["38 year_old"]),
    ("en", "She is a mother of 3.", ["3 person"]),
    ("en", "He is 38 seats ahead.", ["38 seat"]),
    ("en", "Voters under 30 stayed away.", ["< ..30 year_old"]),
    ("en", "says Olena Bondar, 74. Her son left.", ["74 year_old"]),
    ("fr", "Le ministre, 62 ans, est parti.", ["62 year_old"]),
    ("fr", "L'âge légal reste fixé à 62 ans.", ["62 year_old"]),
    ("fr", "Les moins de 25 ans votent peu.", ["< ..25 year_old"]),
    ("fr", "À 71 ans, il court.", ["71 year_old"]),
    ("fr", "deux enfants de 8 et 11 ans", ["2 person", "8 year_old", "11 year_old"]),
    ("fr", "Il risque 15 ans de prison.", []),
]


@pytest.mark.parametrize(("language", "text", "figures"), AGES)
def test_ages_are_told_from_what_is_counted(language, text, figures):
    assert shown(language, text) == figures


BESIDE_NAMES = [
    ("de", "Auf der A 7 starben drei Menschen.", ["3 person"]),
    ("de", "Gruppe A 12 Spiele, Gruppe B 6 Tore", ["12 match", "6 goal"]),
    ("de", "Das kostet EUR 50.", ["50 EUR"]),
    ("en", "Nokia sold 50m phones.", ["5e+07 phone"]),
    ("en", "More than 2m Audis were sold.", ["> 2e+06.. ?"]),
    ("en", "The hall is 50m high, the ship rode 8m waves.", ["50 m", "8 m"]),
    ("en", "You pay $5 for 3.", ["5 USD", "3 ?"]),
    ("en", "Coal cost $90 a tonne and ore $4.", ["90 USD per tonne", "4 USD"]),
    ("fr", "Le thé coûte 3 € le kilo et 7 € la boîte.", ["3 EUR per kg", "7 EUR"]),
    ("fr", "Il y a neuf blessés, dont deux graves.", ["9 person", "2 person"]),
]


@pytest.mark.parametrize(("language", "text", "figures"), BESIDE_NAMES)
def test_a_figure_takes_no_unit_from_a_name_a_letter_or_a_neighbours_price(language, text, figures):
    assert shown(language, text) == figures


ONES = [
    ("de", "Mindestens ein Mensch starb.", [">= 1.. person"]),
    ("de", "Ein Mensch starb.", []),
    ("de", "mindestens ein Drittel der Leute", [">= 0.333333.. fraction"]),
    ("en", "It costs a dollar a day.", ["1 USD per day"]),
    ("fr", "Au moins une personne est morte.", [">= 1.. person"]),
    ("fr", "On nous enlève un centime par litre.", ["1 cent per litre"]),
    ("fr", "Rome n'en a promis qu'une.", ["1 ?"]),
]


@pytest.mark.parametrize(("language", "text", "figures"), ONES)
def test_an_article_counts_only_where_it_is_bounded_or_alone(language, text, figures):
    assert shown(language, text) == figures


CLAIMED_AGES = [
    ("en", "The mayor said that 12 people died, the oldest was 91.", "The mayor"),
    ("en", "The mayor said that 12 people and a teacher, 62, were safe.", None),
    ("en", "A 52-year-old man died, the mayor said.", "the mayor"),
    ("en", '"It was loud," said Iryna Lozova, a 47-year-old nurse.', None),
    ("fr", "Une retraitée de 83 ans a été tuée, a dit le maire.", "le maire"),
    ("fr", "« Tout a brûlé », raconte Paul Serre, 61 ans.", None),
    ("fr", "Paul Serre est sauf, assure Anna Roth, 61 ans.", None),
]


@pytest.mark.parametrize(("language", "text", "source"), CLAIMED_AGES)
def test_an_age_that_comes_with_a_name_is_nobodys_claim(language, text, source):
    figure = reading(language, text).figures[-1]
    assert (figure.claim.source if figure.claim else None) == source


PLACED = [
    ("fr", "Elle a fait 12 morts à Derna, où vivent 90.000 personnes, a dit le maire.", [12]),
    ("fr", "Elle a fait 12 morts à Bara, à 70 kilomètres au sud, a dit le maire.", [12]),
    ("en", "It killed 12 in Derna, where 90,000 people live, the mayor said.", [12]),
    ("en", "It killed 12 in Bara, 70 kilometers west of Derna, the mayor said.", [12]),
]


@pytest.mark.parametrize(("language", "text", "values"), PLACED)
def test_how_many_live_in_a_place_and_where_it_lies_is_nobodys_claim(language, text, values):
    assert [one.quantity.low for one in reading(language, text).figures if one.claim] == values
