"""What figures without a noun of their own count, and hundredths of currencies. The phrases are made for this."""

from __future__ import annotations

import pytest

from reading.phrases import quantities


def units(language: str, text: str) -> list[str]:
    """Return the unit of each figure, a question mark where nothing says it."""
    return [one.unit or "?" for one in quantities(language, text)]


CENTS = [
    ("de", "Das Gas kostete 18 US-Cent je Kubikmeter.", (0.18, "USD")),
    ("de", "Das Ei kostet 28 Cent.", (28, "cent")),
    ("de", "Ein Liter Milch kostet fünf Rappen mehr.", (0.05, "CHF")),
    ("de", "Das Brot kostete 90 Kopeken.", (90, "cent")),
    ("en", "The firm will pay 12 pence a share.", (0.12, "GBP")),
    ("en", "The ticket cost 90 kopecks.", (90, "cent")),
    ("fr", "Le bonbon coûte 12 pence.", (0.12, "GBP")),
    ("fr", "Le litre a perdu 12 centimes.", (12, "cent")),
]


@pytest.mark.parametrize(("language", "phrase", "sum_of_money"), CENTS)
def test_hundredths_are_told_in_the_currency_their_word_names(language, phrase, sum_of_money):
    (one,) = quantities(language, phrase)
    assert (one.low, one.unit) == sum_of_money
    assert one.kind == "money"


NAMED_BESIDE = [
    ("de", "Die Aktie fiel um 22 Cent auf 6,87 Euro.", [(0.22, "EUR"), (6.87, "EUR")]),
    (
        "en",
        "Brent lost 40 cents to $71.20, WTI 55 cents to 67.10.",
        [(0.4, "USD"), (71.2, "USD"), (0.55, "USD"), (67.1, "USD")],
    ),
    ("fr", "Le lait coûte 1,80 franc, cinq centimes de moins.", [(1.8, "CHF"), (0.05, "CHF")]),
    (
        "fr",
        "Le dividende est de 50 centimes pour 2 francs. Le carnet atteint 402 millions.",
        [(0.5, "CHF"), (2, "CHF"), (402_000_000, "CHF")],
    ),
]


@pytest.mark.parametrize(("language", "text", "sums"), NAMED_BESIDE)
def test_hundredths_are_of_the_currency_the_text_names_and_scale_no_other_figure(language, text, sums):
    assert [(pytest.approx(one.low), one.unit) for one in quantities(language, text)] == sums


SHARED = [
    # Behind the same preposition.
    ("de", "Die Partei steht bei 31 Prozent, die Liste um Karl Weiss bei 22 bis 24.", ["percent", "percent"]),
    ("fr", "Le prix a été multiplié par six, parfois par huit.", ["times", "times"]),
    ("fr", "La létalité est de 0,6 % chez l'adulte, de 3,6 chez les petits.", ["percent", "percent"]),
    # In brackets and behind labels.
    ("de", "Verloren gingen 17 Panzer (6.523) und 33 Haubitzen (980).", ["tank", "tank", "howitzer", "howitzer"]),
    ("fr", "Pays touchés : 15, contre 7 en 2023.", ["country", "country"]),
    ("en", "Countries affected: 15, against 7 in 2023.", ["country", "country"]),
    ("de", "Zahl der Einsätze: 230", ["deployment"]),
    # What grew or fell.
    ("en", "Complaints rose by 62 per cent last year to 5,562.", ["percent", "complaint"]),
    ("de", "Einbrüche nahmen um acht Prozent auf 2.140 zu.", ["percent", "burglary"]),
    ("fr", "Les cambriolages ont augmenté de 8 % à 2 140.", ["percent", "burglary"]),
    # Parts of a whole.
    ("fr", "Sur 150 attaques, 43 desquelles vers Pokrovsk.", ["attack", "attack"]),
    ("fr", "La trêve a été violée 27 fois, dont 19 la nuit.", ["times", "times"]),
    ("en", "The brigade has 2,200 of its 4,800 soldiers.", ["person", "person"]),
    # Prices.
    (
        "fr",
        "Pour 900 000 euros il a eu deux appartements, payés l'un 310 000, l'autre 275 000.",
        ["EUR", "apartment", "EUR", "EUR"],
    ),
    ("fr", "La ligne vaut 20 millions d'euros, deux lignes à 3 millions pièce sont là.", ["EUR", "line", "EUR"]),
    (
        "de",
        "8,6 Milliarden Kronen (343 Millionen Euro) zahlt Prag; der Rest, zwei Milliarden, folgt.",
        ["CZK", "EUR", "CZK"],
    ),
    # A word left half.
    ("de", "Die OSZE schickt 250 Kurzzeit- und 24 Langzeitbeobachter.", ["person", "person"]),
    ("de", "Es gab zwölf Land- und Seeminen.", ["mine"]),
    # Another number begins another phrase; ends of a range have one noun.
    ("en", "Turnout was 61.4 percent, compared with 58.9 four years ago.", ["percent", "percent"]),
    ("en", "Two Britons, three Germans and others were on board.", ["person", "person"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), SHARED)
def test_a_bare_number_counts_what_its_construction_says(language, text, expected):
    assert units(language, text) == expected


FAR = [
    ("de", "Die Behörde zählte 40 Vorfälle. Drei Schiffe sanken, zwei Fähren liefen aus. Später kamen 900 dazu."),
    ("en", "Twelve people came. The car cost 20 million. Analysts had reckoned with 375."),
    ("fr", "Deux lits étaient libres. Une maison et trois voitures ont brûlé. On en attendait 375."),
]


@pytest.mark.parametrize(("language", "text"), FAR)
def test_nothing_is_taken_from_a_figure_far_before(language, text):
    assert units(language, text)[-1] in ("?", "ferry", "car", "ship")


AGES = [
    ("de", "Verletzt wurden drei Jugendliche von 14, 15 und 17 Jahren.", 3),
    ("fr", "Les policiers, âgés de 24, 31 et 45 ans, ont été suspendus.", 3),
]


@pytest.mark.parametrize(("language", "text", "count"), AGES)
def test_each_of_a_row_of_ages_is_one(language, text, count):
    assert units(language, text).count("year_old") == count


POINTS = [
    (
        "de",
        "In der Umfrage betrug der Vorsprung drei Punkte, im Herbst waren es 17.",
        ["percent", "percent"],
    ),
    ("en", "Labour leads by six points, 38 to 32, a poll showed.", ["percent", "percent", "percent"]),
    ("de", "Nach dem Sieg hat der Verein in der Tabelle drei Punkte Vorsprung.", ["point"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), POINTS)
def test_points_of_a_lead_in_a_poll_are_of_a_hundred(language, text, expected):
    assert units(language, text) == expected


NOUNS = [
    ("de", "410 Kräfte und zwei Wasserwerfer", ["person", "water_cannon"]),
    ("de", "drei Parteilose und drei treibende Gegenstände", ["person", "object"]),
    ("fr", "trois coprévenus et 40 000 fausses baskets", ["person", "shoe"]),
    ("fr", "cent douze virements, quatre suspensions et trois cafés", ["transfer", "suspension", "coffee"]),
    ("fr", "une douzaine de points de suture", ["stitch"]),
    ("fr", "neuf appareils sans pilote et deux vedettes", ["drone", "ship"]),
    ("en", "four co-accused, 80 callers and four trawlers", ["person", "person", "ship"]),
]


@pytest.mark.parametrize(("language", "phrase", "expected"), NOUNS)
def test_a_noun_has_the_unit_of_its_table(language, phrase, expected):
    assert units(language, phrase) == expected


PATTERNS = [
    # Two shares of all, and the shares of parties in a poll.
    ("en", "The exit poll had the mayor ahead by 54 to 46.", ["percent", "percent"]),
    ("de", "In der Hochrechnung liegt das Nein mit 54 zu 46 vorn.", ["percent", "percent"]),
    ("en", "Labour is on 33, the Greens on 12, the poll found.", ["percent", "percent"]),
    ("en", "The Senate rejected the plan by 53 to 47.", ["vote", "vote"]),
    # Rates told without their word, parts of a percentage point.
    ("en", "Inflation slowed to 3.1 in June.", ["percent"]),
    ("en", "The bank cut its rate by half a point.", ["percent"]),
    ("en", "It adds between 0.1 and 0.4 of a point to prices.", ["percent"]),
    # What one of another currency costs; currencies by their own names.
    ("en", "The tenge was quoted at 498.7 to the dollar.", ["KZT"]),
    ("de", "Der Rubel fiel auf 97 je Dollar.", ["RUB"]),
    ("en", "The fleet is worth 4.1bn krónur.", ["ISK"]),
    ("en", "In Mumbai he was fined Rs 40,000 and fled to Nepal. Indian police are looking for him.", ["INR"]),
    # Ages of a subject and behind an initial.
    ("en", "The founder of the party is 47, owns two farms and sings.", ["year_old", "farm"]),
    ("en", "Corporal Denis K., 29, spoke of the camp.", ["year_old"]),
    # Votes somebody won by, and what is no price.
    ("en", "The recount showed that she won by 3,400.", ["vote"]),
    ("en", "The firm sold 1.2 million phones and aims for 1.6 million.", ["phone", "phone"]),
    ("en", "And against drones? In May 17 of them came down and four were shot down.", ["drone", "drone"]),
]


@pytest.mark.parametrize(("language", "text", "named"), PATTERNS)
def test_a_bare_number_is_told_by_the_pattern_it_stands_in(language, text, named):
    assert units(language, text) == named


IN_CONTEXT = [
    ("en", "They swapped prisoners by the formula 160 for 160.", ["person"]),
    ("en", "Polls had No at 52 in April and at 47 per cent in May.", ["percent", "percent"]),
    ("en", "The poll: 41 per cent backed it, 37 were against, 22 undecided.", ["percent", "percent", "percent"]),
    (
        "en",
        "There are 9,000 new drivers. Bad loans are 2.1% of all, compared with 2.8 in May.",
        ["person", "percent", "percent"],
    ),
    ("en", "The firm shuts four plants. About 900 will lose their jobs.", ["plant", "person"]),
    ("de", "Die Firma schliesst vier Werke. Rund 900 verlieren ihre Stelle.", ["factory", "person"]),
    ("en", "The quake killed 31 and levelled 800 houses.", ["person", "house"]),
    ("en", "They fired 90 drones and six missiles. The defences downed 74.", ["drone", "missile", "drone"]),
    ("de", "Es kamen 90 Drohnen und sechs Raketen. Die Abwehr schoss 74 ab.", ["drone", "missile", "drone"]),
    ("en", "The army called up 8,000 in May.", ["person"]),
]


@pytest.mark.parametrize(("language", "text", "named"), IN_CONTEXT)
def test_a_bare_number_counts_what_its_clause_tells_and_not_what_stood_nearest(language, text, named):
    assert units(language, text) == named


UNTOLD = [
    ("en", "The queue moved from 53 to 46 in an hour."),
    ("en", "The bus is 58, they said on the radio."),
    ("en", "The score was 21 for 21."),
    ("en", "The poll closes at 20, officials said."),
]


@pytest.mark.parametrize(("language", "text"), UNTOLD)
def test_a_bare_number_in_no_pattern_stays_without_unit(language, text):
    assert {one.unit for one in quantities(language, text)} <= {None}
