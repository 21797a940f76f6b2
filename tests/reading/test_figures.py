"""Figures of phrases: value, bound, unit, in three languages. The phrases are made for these tests."""

from __future__ import annotations

import pytest

from reading.phrases import quantities, shown

NUMERALS = [
    ("de", "11.000 Soldaten", "11000 person"),
    ("de", "11 000 Soldaten", "11000 person"),
    ("de", "11\u00a0000 Soldaten", "11000 person"),
    ("de", "11\u202f000 Soldaten", "11000 person"),
    ("de", "11'000 Soldaten", "11000 person"),
    ("de", "11’000 Soldaten", "11000 person"),
    ("de", "11,000 Soldaten", "11000 person"),
    ("de", "1.234.567,5 Tonnen", "1.23457e+06 tonne"),
    ("de", "2,5 Millionen Euro", "2.5e+06 EUR"),
    ("de", "2.5 Millionen Franken", "2.5e+06 CHF"),
    ("de", "zweieinhalbtausend Mann", "2500 person"),
    ("de", "anderthalb Millionen Menschen", "1.5e+06 person"),
    ("de", "zweihundertdreißigtausend Granaten", "230000 shell"),
    ("de", "siebenundzwanzig Drohnen", "27 drone"),
    ("de", "ein Dutzend Dörfer", "12 village"),
    ("de", "eine halbe Million Menschen", "500000 person"),
    ("de", "3 Mrd. Euro", "3e+09 EUR"),
    ("de", "das 50-Milliarden-Euro-Paket", "5e+10 EUR"),
    ("de", "2½ Kilometer", "2.5 km"),
    ("en", "11,000 troops", "11000 person"),
    ("en", "15-thousand soldiers", "15000 person"),
    ("en", "$5.5 billion", "5.5e+09 USD"),
    ("en", "€3.5bn", "3.5e+09 EUR"),
    ("en", "US$2m", "2e+06 USD"),
    ("en", "two and a half million people", "2.5e+06 person"),
    ("en", "two hundred and fifty homes", "250 home"),
    ("en", "half a dozen villages", "6 village"),
    ("en", "a quarter of a million euros", "250000 EUR"),
    ("en", "twenty-five drones", "25 drone"),
    ("fr", "11 000 soldats", "11000 person"),
    ("fr", "11.000 soldats", "11000 person"),
    ("fr", "deux mille cinq cents soldats", "2500 person"),
    ("fr", "quatre-vingt-dix-sept drones", "97 drone"),
    ("fr", "septante-cinq maisons", "75 house"),
    ("fr", "vingt et un villages", "21 village"),
    ("fr", "deux millions et demi d'euros", "2.5e+06 EUR"),
    ("fr", "un demi-million de personnes", "500000 person"),
    ("fr", "3 Md€", "3e+09 EUR"),
    ("fr", "une dizaine de milliers de soldats", "~ 10000 person"),
]


@pytest.mark.parametrize(("language", "phrase", "figure"), NUMERALS)
def test_numerals_are_read_in_every_style_of_a_language(language, phrase, figure):
    assert shown(language, phrase) == [figure]


BOUNDS = [
    ("de", "fast 500 Quadratkilometer", "~< 500 km2"),
    ("de", "knapp 500 km²", "~< 500 km2"),
    ("de", "gut 500 qkm", "~> 500 km2"),
    ("de", "rund 500 km²", "~ 500 km2"),
    ("de", "mehr als 500 km²", "> 500.. km2"),
    ("de", "über 120.000 Beschäftigte", "> 120000.. person"),
    ("de", "mindestens etwa 500 Menschen", ">= 500.. person"),
    ("de", "weniger als 500 Menschen", "< ..500 person"),
    ("de", "bis zu 500 Menschen", "<= ..500 person"),
    ("de", "500 Menschen oder mehr", ">= 500.. person"),
    ("de", "zwischen etwa 1.150 und 1.300 Quadratkilometer", "range 1150..1300 km2"),
    ("de", "10.000 bis 12.000 Soldaten", "range 10000..12000 person"),
    ("de", "zwei- bis dreitausend Menschen", "range 2000..3000 person"),
    ("de", "10 Prozent bis 12 Prozent", "range 10..12 percent"),
    ("de", "einige hundert Quadratkilometer", "vague 200..900 km2"),
    ("de", "Hunderte Soldaten", "vague 200..900 person"),
    ("de", "mehrere Zehntausend Menschen", "vague 20000..90000 person"),
    ("de", "Dutzende Häuser", "vague 24..108 house"),
    ("en", "nearly 500 sq km", "~< 500 km2"),
    ("en", "just over 1,000 people", "~> 1000 person"),
    ("en", "some 500 square miles", "~ 500 mi2"),
    ("en", "no fewer than 30 drones", ">= 30.. drone"),
    ("en", "as many as 500 people", "<= ..500 person"),
    ("en", "between $50 million and $60 million", "range 5e+07..6e+07 USD"),
    ("en", "11 to 12,000 troops", "range 11000..12000 person"),
    ("en", "hundreds of thousands of people", "vague 200000..900000 person"),
    ("en", "a few dozen houses", "vague 24..108 house"),
    ("en", "200,000-odd people", "~ 200000 person"),
    ("fr", "près de 500 km2", "~< 500 km2"),
    ("fr", "plus d'une centaine de civils", "> 100.. person"),
    ("fr", "un peu plus de 1.000 personnes", "~> 1000 person"),
    ("fr", "jusqu'à 500 soldats", "<= ..500 person"),
    ("fr", "pas moins de 30 drones", ">= 30.. drone"),
    ("fr", "entre un et trois kilomètres", "range 1..3 km"),
    ("fr", "de 10 000 à 12 000 soldats", "range 10000..12000 person"),
    ("fr", "des dizaines de milliers de soldats", "vague 20000..90000 person"),
    ("fr", "une vingtaine de pays", "~ 20 country"),
]


@pytest.mark.parametrize(("language", "phrase", "figure"), BOUNDS)
def test_bounds_are_part_of_the_figure(language, phrase, figure):
    assert shown(language, phrase) == [figure]


PARTS = [
    ("de", "Zwei Drittel der Abgeordneten stimmten zu.", ["0.666667 fraction"]),
    ("de", "Etwa die Hälfte der Sitze, nicht die erste Hälfte.", ["~ 0.5 fraction"]),
    ("de", "Neun von zehn Befragten sind dagegen.", ["0.9 fraction"]),
    ("de", "fünfmal so viele Granaten", ["5 times"]),
    ("de", "vier- bis fünfmal so viele", ["range 4..5 times"]),
    ("de", "Die doppelte Staatsbürgerschaft", []),
    ("en", "nearly a third of voters, but a third missile", ["~< 0.333333 fraction"]),
    ("en", "More than half of them; in the first half", ["> 0.5.. fraction"]),
    ("en", "one in five children", ["0.2 fraction"]),
    ("en", "twice the number, two to three times more", ["2 times", "range 2..3 times +"]),
    ("fr", "les deux tiers des logements et la moitié des ponts", ["0.666667 fraction", "0.5 fraction"]),
    ("fr", "trois habitants sur quatre", ["0.75 fraction"]),
    ("fr", "deux fois plus de drones", ["2 times"]),
]


@pytest.mark.parametrize(("language", "phrase", "figures"), PARTS)
def test_parts_and_multiples_are_figures_and_ordinals_are_none(language, phrase, figures):
    assert [one.removesuffix(" +") for one in shown(language, phrase)] == [one.removesuffix(" +") for one in figures]


HEADS = [
    ("de", "477 und 459 Quadratkilometer", ["477 km2", "459 km2"]),
    ("de", "Kiew meldete 300 tote Soldaten, Moskau sprach von etwa 800.", ["300 person", "~ 800 person"]),
    ("de", "Die Zahl der Toten stieg auf 217.", ["217 person"]),
    ("de", "56 von 90 Drohnen", ["56 drone", "90 drone"]),
    ("de", "3.000 weitere Soldaten", ["3000 person +"]),
    ("de", "weitere 3.000 Soldaten", ["3000 person +"]),
    ("de", "von Quantenzwirblern 300", ["300 ?"]),
    ("de", "300 Quantenzwirbler", ["300 Quantenzwirbler"]),
    ("de", "12 F-16 und 31 Abrams-Panzer", ["12 aircraft", "31 tank"]),
    ("en", "46 of the 61 Shahed-type drones", ["46 drone", "61 drone"]),
    ("en", "9 million 152-mm shells", ["9e+06 shell"]),
    ("en", "a town of about 4,600", ["~ 4600 person"]),
    ("en", "8,000 U.S. troops", ["8000 person"]),
    ("en", "seven ships a day, 500 tonnes per year", ["7 ship per day", "500 tonne per year"]),
    ("en", "Some 3,000 wounded North Korean soldiers", ["~ 3000 person"]),
    ("fr", "311 voix contre 112", ["311 vote", "112 vote"]),
    ("fr", "1.500 soldats ; 10.000 autres suivront", ["1500 person", "10000 person +"]),
    ("fr", "120 km/h", ["120 km per hour"]),
    ("fr", "cinquante pour cent", ["50 percent"]),
]


@pytest.mark.parametrize(("language", "phrase", "figures"), HEADS)
def test_what_is_counted_is_found_where_it_stands(language, phrase, figures):
    assert shown(language, phrase) == figures


NAMES = [
    ("de", "Die 31. Brigade schoss mit 152-mm-Haubitzen, F-16, T-72 und Hwasong-18."),
    ("de", "Artikel 5, Nr. 84, Paragraf 129, Flug MH17, die Notrufnummer 112, 7:1, 24/7, G20, 5G."),
    ("de", "keine Soldaten, ein Soldat, zum dritten Mal, die zweitgrößte Stadt, Tausend Dank"),
    ("en", "Article 5, No. 10, section 2, World War Two, flight 370, the 155th Brigade, F-16s, Covid-19."),
    ("en", "They told one another jokes; no one was hurt; a win of 79-18; 9/11; 50-50."),
    ("fr", "l'article 5, la 4e brigade, le vol MH17, la RN20, le G7, un homme et une femme, une maison neuve"),
]


@pytest.mark.parametrize(("language", "phrase"), NAMES)
def test_names_labels_ordinals_and_articles_are_no_figures(language, phrase):
    assert shown(language, phrase) == []


AGES = [
    ("de", "Eine 45-jährige Frau und ein 18 Jahre alter Mann", ["45 year_old", "18 year_old"]),
    ("de", "Frauen im Alter von 36 und 61 Jahren", ["36 year_old", "61 year_old"]),
    ("de", "eine vierjährige Haftstrafe", []),
    ("en", "The 19-year-old and John Smith, 45, were aged 24 and 31.", ["19", "45", "24", "31"]),
    ("fr", "un homme de 45 ans, Natalia, 52 ans, venue de Kharkiv", ["45", "52"]),
    ("fr", "une guerre de trois ans", []),
]


@pytest.mark.parametrize(("language", "phrase", "figures"), AGES)
def test_ages_are_told_from_the_length_of_wars_and_sentences(language, phrase, figures):
    ages = [one for one in quantities(language, phrase) if one.unit == "year_old"]
    assert [f"{one.high:g}" for one in ages] == [figure.partition(" ")[0] for figure in figures]


KINDS = [
    ("de", "11.000 nordkoreanische Soldaten", "troops"),
    ("de", "Dabei seien 12 Soldaten der Brigade getötet worden", "casualties"),
    ("de", "mindestens zwölf Tote", "casualties"),
    ("de", "500 Quadratkilometer", "area"),
    ("de", "5 Millionen Euro", "money"),
    ("de", "67 Raketen", "weapons"),
    ("de", "40 Prozent", "percent"),
    ("de", "3.000 Container", "count"),
    ("de", "20 km", "distance"),
    ("de", "siebenmal so viel", "other"),
    ("en", "At least 12 people, including three children, were killed", "casualties"),
    ("fr", "34 civils ont été blessés", "casualties"),
    # Another tells what was told of casualties, without a verb of its own.
    ("en", "Kyiv reported 900 Russian soldiers killed, Moscow 300 Ukrainians.", "casualties"),
    ("de", "Kiew meldete 900 getötete Russen, Moskau 300 Ukrainer.", "casualties"),
    ("fr", "Kiev a fait état de 900 soldats russes tués, la Russie 300 Ukrainiens.", "casualties"),
]


@pytest.mark.parametrize(("language", "phrase", "kind"), KINDS)
def test_the_kind_follows_the_unit_and_for_persons_the_clause(language, phrase, kind):
    assert {one.kind for one in quantities(language, phrase)} == {kind}


def test_talks_about_two_treaties_are_not_more_than_two():
    assert shown("de", "Die Gespräche über zwei Verträge") == ["2 contract"]
    assert shown("de", "ein Auftrag über 3,4 Mrd. Euro") == ["3.4e+09 EUR"]


def test_a_bound_behind_one_figure_is_not_that_of_the_next():
    assert shown("fr", "312 morts et plus de mille blessés") == ["312 person", "> 1000.. person"]


def test_a_rise_names_two_values_and_a_range_one():
    assert shown("en", "rose from 3,000 to 11,000 troops") == ["3000 person", "11000 person"]
    assert shown("en", "from 3,000 to 11,000 troops") == ["range 3000..11000 person"]


def test_below_zero_is_negative():
    assert shown("de", "minus acht Grad") == ["-8 degree"]
    assert shown("fr", "par -8 degrés") == ["-8 degree"]


def test_a_text_that_groups_with_commas_is_read_so_throughout():
    text = "Die Armee zählte 1,234,567 Schuss und 2,125 Soldaten."
    assert [one.low for one in quantities("de", text)] == [1_234_567, 2_125]


def test_three_decimals_are_decimals_where_the_language_says_so():
    assert [one.low for one in quantities("de", "3,125 Tonnen")] == [3.125]
    assert [one.low for one in quantities("en", "3.125 tonnes")] == [3.125]


def test_a_code_with_a_leading_zero_is_no_number():
    assert shown("de", "unter 0800 123 oder 030 4567") == []


REPORTED = [
    ("de", "mit 394 zu 207 Stimmen", ["394 vote", "207 vote"]),
    ("de", "Es kamen 12.000 Menschen, es waren 8.000 letzte Woche.", ["12000 person", "8000 person"]),
    ("en", "Some 10,000 North Korean troops and 3,000 North Korean workers", ["~ 10000 person", "3000 person"]),
    ("en", "600,000 killed or wounded Russian soldiers", ["600000 person"]),
    ("de", "mehr als 600.000 getötete oder verwundete russische Soldaten", ["> 600000.. person"]),
    ("de", "Der Gewinn stieg auf 78,5 Mrd. Der Umsatz sank um 3 Prozent.", ["7.85e+10 ?", "3 percent"]),
    ("en", "It had revenue of $17.84bn. The planemaker lost 5 orders.", ["1.784e+10 USD", "5 order"]),
    ("en", "It has 3m customers and sold 1.2m barrels of oil.", ["3e+06 person", "1.2e+06 barrel"]),
    ("en", "The mast is 30m high.", ["30 m"]),
    ("en", "The toll since Oct. 7, 2023 to 43,314 people", ["43314 person"]),
    ("en", "The rate rose by 25 basis points.", ["25 basis_point"]),
    ("en", "Ukraine shot down 31 out of 48 drones.", ["31 drone", "48 drone"]),
    ("en", "Turnout fell by half.", ["0.5 fraction"]),
    ("de", "10- bis 12.000 Soldaten", ["range 10000..12000 person"]),
    ("de", "½ Million Euro", ["500000 EUR"]),
    ("de", "Mit 312 gegen 226 Stimmen", ["312 vote", "226 vote"]),
    ("fr", "près du quart de la population", ["~< 0.25 fraction"]),
    ("de", "5 Kugeln in Hwasong-11. Seoul zählt 12 Tote.", ["5 bullet", "12 person"]),
    ("de", "Tote\t1.234\nPanzer\t56\nUnsinn\t7", ["1234 person", "56 tank", "7 ?"]),
    ("de", "500 Quadratkilometer fielen.\n\nDanach waren es 17.", ["500 km2", "17 ?"]),
    ("de", "mehr als\n500 Soldaten", ["> 500.. person"]),
    # Millions are not counted in what there are a few of.
    ("de", "Die 14 Gemeinden verlangen 2,5 Milliarden mehr.", ["14 municipality", "2.5e+09 ?"]),
    ("en", "The 14 provinces ask for 2.5 billion more.", ["14 province", "2.5e+09 ? +"]),
    ("fr", "Les 14 provinces demandent 2,5 milliards.", ["14 province", "2.5e+09 ?"]),
    # Degrees without their sign, below zero or converted.
    ("fr", "Il a fait -12 C à Lille.", ["-12 degree"]),
    ("en", "It was minus 12 C (10 F) in Turku.", ["-12 degree", "10 degree"]),
    ("en", "It was -12C in Turku.", ["-12 degree"]),
    ("en", "Turku had 68 F (20 C) in May.", ["68 degree", "20 degree"]),
    ("de", "Nachts war es -12 C kalt.", ["-12 degree"]),
    # What some of them did, and what was done to some of them.
    ("en", "Nobody knew how many of the 14 carried shells.", ["14 ?"]),
    ("en", "Most of the 14 fired teachers returned.", ["14 person"]),
    ("en", "She foresees a 50-basis-point cut.", ["50 basis_point"]),
    ("de", "Die Fahrerin hatte 0,9 Promille.", ["0.9 permille"]),
]


@pytest.mark.parametrize(("language", "phrase", "figures"), REPORTED)
def test_phrases_that_were_read_wrongly_once_are_read_right(language, phrase, figures):
    assert shown(language, phrase) == figures


def test_persons_joined_by_and_share_what_befell_them():
    assert [one.kind for one in quantities("de", "Fünf Männer und sieben Frauen starben.")] == ["casualties"] * 2


def test_direction_marks_beside_digits_do_not_hide_a_figure():
    assert shown("de", "\u200f11.000\u200e Soldaten") == ["11000 person"]
    assert shown("de", "\ufeff11.000 Soldaten") == ["11000 person"]


def test_digits_parted_by_an_unseen_sign_are_no_other_number():
    assert shown("de", "11\u200b.000 Soldaten") == []
    assert shown("de", "5\u00ad00 Soldaten") == []
