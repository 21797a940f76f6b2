"""Units and kinds of figures as sentences tell them, class by class. The phrases are made for this."""

from __future__ import annotations

import pytest

from dashboard.reading.figures.heads.nouns import noun, singular
from reading.phrases import quantities


def units(language: str, text: str) -> list[str]:
    """Return the unit of each figure, a question mark where nothing says it."""
    return [one.unit or "?" for one in quantities(language, text)]


def kinds(language: str, text: str) -> list[str]:
    """Return the kind of each figure."""
    return [one.kind for one in quantities(language, text)]


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("avalanches", "avalanche"),
        ("torches", "torch"),
        ("minibuses", "minibus"),
        ("viruses", "virus"),
        ("lighthouses", "lighthouse"),
        ("causes", "cause"),
        ("prizes", "prize"),
        ("blitzes", "blitz"),
        ("quizzes", "quiz"),
        ("measles", "measles"),
        ("barracks", "barracks"),
    ],
)
def test_an_english_plural_has_its_singular(plural: str, one: str) -> None:
    assert singular(plural, "en") == one


def test_measles_describe_the_cases_behind_them() -> None:
    assert units("en", "The clinic saw 5,400 measles cases.") == ["case"]


@pytest.mark.parametrize(
    ("word", "unit"), [("etats", "state"), ("eglises", "church"), ("iles", "island"), ("ecoles", "school")]
)
def test_a_french_capital_may_lack_its_accent(word: str, unit: str) -> None:
    found = noun(word, "fr")
    assert found is not None
    assert found.unit == unit


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("de", "seismologinnen"),
        ("de", "vulkanologen"),
        ("en", "hydrologists"),
        ("en", "beekeepers"),
        ("fr", "luthistes"),
    ],
)
def test_a_profession_in_no_table_is_a_person_by_its_ending(language: str, word: str) -> None:
    found = noun(word, language)
    assert found is not None
    assert found.unit == "person"


@pytest.mark.parametrize(("language", "word"), [("en", "checklists"), ("en", "wrists"), ("de", "geister")])
def test_other_words_with_such_an_ending_are_not(language: str, word: str) -> None:
    found = noun(word, language)
    assert found is None or found.unit != "person"


DESCRIBED = [
    ("Le plan compte 900 logements, dont 140 sociaux.", ["home", "home"]),
    ("La liste vise 31 entités, dont neuf établies en Asie.", ["entity", "entity"]),
    ("La ville a reçu 52 drones, dont 17 au-dessus du port et 8 en mer.", ["drone", "drone", "drone"]),
    ("Le parc a 60 bus, dont douze électriques.", ["bus", "bus"]),
]


@pytest.mark.parametrize(("text", "named"), DESCRIBED)
def test_what_stands_behind_dont_and_in_no_table_describes_the_whole(text, named):
    assert units("fr", text) == named


HURT = [
    ("de", "Zwei Kletterer starben in drei Lawinen. Vier weitere wurden verletzt.", ["person", "avalanche", "person"]),
    (
        "fr",
        "Deux grimpeurs sont morts dans trois avalanches. Quatre autres ont été blessés.",
        ["person", "avalanche", "person"],
    ),
    ("de", "Ein Bus mit 40 Schülern stürzte in eine Schlucht: 29 starben.", ["person", "person"]),
    (
        "fr",
        "Deux mille paysans sont venus avec 300 tracteurs. Six ont été interpellés.",
        ["person", "tractor", "person"],
    ),
    ("de", "Die Hilfe kostet 3 Milliarden Dollar. Rund zwei Millionen wurden vertrieben.", ["USD", "person"]),
    ("en", "The aid cost $3 billion. About two million were uprooted.", ["USD", "person"]),
    ("en", "A mother of six and a father of two were rescued.", ["person", "person"]),
]


@pytest.mark.parametrize(("language", "text", "named"), HURT)
def test_who_was_hurt_or_driven_out_is_a_person_whatever_stood_nearest(language, text, named):
    assert units(language, text) == named


def test_what_perished_stands_before_its_and() -> None:
    text = "A ferry with 90 on board sank; 71 perished and two stewards survived."
    assert kinds("en", text) == ["count", "casualties", "count"]


SUMS = [
    ("L'aide atteint 40 milliards de dollars. Depuis mai, 12 milliards ont été versés.", ["USD", "USD"]),
    ("Le plan coûte 9 millions d'euros, dont 3 millions de prêts.", ["EUR", "EUR"]),
]


@pytest.mark.parametrize(("text", "named"), SUMS)
def test_what_is_paid_or_lent_by_the_million_is_money(text, named):
    assert units("fr", text) == named


LEVELS = [
    ("en", "The Nikkei ended just above 40,000.", ["point"]),
    ("de", "Der Leitindex schloss bei 19.112.", ["point"]),
    ("fr", "L'indice parisien termine à 7.612.", ["point"]),
    ("de", "Das Thermometer fällt auf minus zwölf.", ["degree"]),
    ("fr", "Le mercure descendra à moins 9.", ["degree"]),
    ("en", "Temperatures fell to 14.", ["degree"]),
    ("en", "The bus leaves at 450.", ["?"]),
]


@pytest.mark.parametrize(("language", "text", "named"), LEVELS)
def test_an_index_comes_to_points_and_a_thermometer_to_degrees(language, text, named):
    assert units(language, text) == named


def test_what_changed_by_and_came_to_is_no_range() -> None:
    lows = [one.low for one in quantities("en", "The number of unemployed fell by 21,300 to 2.79 million.")]
    assert lows == [21_300, 2_790_000]


def test_a_count_of_the_week_before_is_of_what_was_as_many() -> None:
    text = "The agency counted 5,400 cases; 12 children died. The week before it was 4,100."
    assert units("en", text) == ["case", "person", "case"]


SENSES = [
    ("fr", "L'équipe a gagné au rugby par cinq essais.", ["try"]),
    ("fr", "La banque ferme 80 agences.", ["branch"]),
    ("de", "Trümmer gingen an neun Orten nieder.", ["location"]),
    ("de", "Neun Orte bekommen eine neue Bahn.", ["town"]),
    ("de", "Sie gewann das Turnier im Tennis in zwei Sätzen.", ["set"]),
]


@pytest.mark.parametrize(("language", "text", "named"), SENSES)
def test_a_noun_of_several_senses_counts_what_its_sentence_tells(language, text, named):
    assert units(language, text) == named


CAPTURED = [
    ("en", "The troops held the front. Both sides swapped 90 prisoners.", "casualties"),
    ("en", "The jail on the island holds 90 prisoners.", "count"),
    ("fr", "Les deux armées ont procédé à un échange de prisonniers portant sur 60 militaires.", "casualties"),
]


@pytest.mark.parametrize(("language", "text", "kind"), CAPTURED)
def test_prisoners_of_a_war_are_casualties(language, text, kind):
    assert kinds(language, text) == [kind]


def test_a_name_behind_a_number_is_what_it_counts_and_no_earlier_head() -> None:
    assert units("fr", "Douze camions sont partis. Trois Zorka ont suivi.") == ["truck", "?"]
    assert units("en", "Police stopped 12 trucks. Three Zorka followed.") == ["truck", "?"]


NOUNS = [
    ("de", "enten", "duck"),
    ("de", "sturmversuche", "assault"),
    ("de", "fluchtversuche", "attempt"),
    ("de", "verstecke", "hideout"),
    ("de", "bienenstöcke", "hive"),
    ("de", "tankstellen", "petrol_station"),
    ("de", "wildschweine", "wild_boar"),
    ("de", "kirchenaustritte", "departure"),
    ("de", "fachkliniken", "clinic"),
    ("fr", "assauts", "assault"),
    ("fr", "maternités", "maternity_hospital"),
    ("fr", "postes-frontières", "border_post"),
    ("fr", "vannes", "sluice"),
    ("fr", "loutres", "otter"),
]


@pytest.mark.parametrize(("language", "word", "unit"), NOUNS)
def test_a_noun_has_the_unit_it_is_in_english(language, word, unit):
    found = noun(word, language)
    assert found is not None
    assert found.unit == unit


POINTS = [
    ("La participation a pris trois points de plus.", ["percent"]),
    ("Le parti a deux points d'avance.", ["percent"]),
    ("L'artillerie a frappé 64 points de déploiement.", ["point"]),
]


@pytest.mark.parametrize(("text", "named"), POINTS)
def test_french_points_of_something_are_no_percentage_points(text, named):
    assert units("fr", text) == named


def test_an_airliner_is_no_weapon() -> None:
    assert kinds("en", "The carrier ordered 60 A320 jets.") == ["count"]
    assert kinds("en", "The air force ordered 60 F-16 jets.") == ["weapons"]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Des drones ont visé le port. 29 appareils ont été abattus.", "drone"),
        ("La compagnie aérienne cloue au sol 29 appareils.", "aircraft"),
        ("Sur le chantier, 29 engins ont brûlé.", "vehicle"),
        ("Quatre réservoirs d'un dépôt de carburant ont brûlé.", "tank"),
        ("Quatre réservoirs alimentent la vallée en eau.", "reservoir"),
        ("La facture atteindra 240 millions $, selon le maire de Montréal.", "CAD"),
        ("La facture atteindra 240 millions de dollars, selon le gouverneur du Texas.", "USD"),
        ("Canberra est en Australie. La digue a coûté 12 millions de dollars.", "AUD"),
    ],
)
def test_a_french_noun_of_several_senses_has_the_one_told_beside_it(text: str, unit: str) -> None:
    assert unit in units("fr", text)[-1]


def test_french_millions_on_something_are_a_sum_and_no_part_of_it() -> None:
    text = "Le trou atteint 20 millions d'euros. La ville veut économiser 2 millions sur les écoles."
    assert units("fr", text) == ["EUR", "EUR"]
