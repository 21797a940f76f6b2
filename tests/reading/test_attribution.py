"""Who says what: who is named as the source of a number, in short sentences of each language."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.reading.reader import read
from dashboard.reading.speech.attribution import Attribution, attributions, claimant_at
from dashboard.reading.text.sentences import sentences
from dashboard.reading.text.tokens import tokens
from dashboard.reading.vocabulary import LANGUAGES

SENTENCES = Path(__file__).parent / "speech"
SEED = Path(__file__).parents[2] / "seeds" / "000_4df74353dddc950b.txt"


def cases(language: str) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Yield the annotated sentences of a language: who claims each number."""
    for block in (SENTENCES / f"{language}.txt").read_text(encoding="utf-8").split("\n\n")[1:]:
        text, *lines = block.strip().split("\n")
        text = text.replace(" ⏎ ", "\n\n")
        claimed = dict(line.strip().partition(":")[::2] for line in lines)
        yield language, text, {number: source.strip() for number, source in claimed.items()}


CASES = [case for language in LANGUAGES for case in cases(language)]


def found_in(text: str, language: str) -> list[Attribution]:
    cut = tokens(text)
    return attributions(cut, sentences(cut, language), language)


def claimant(text: str, language: str, number: str) -> str:
    at = text.index(number)
    claim = claimant_at(found_in(text, language), at, at + len(number))
    return claim.source if claim else ""


@pytest.mark.parametrize(("language", "text", "claimed"), CASES, ids=[case[1][:60] for case in CASES])
def test_a_number_belongs_to_who_is_said_to_have_named_it(language: str, text: str, claimed: dict[str, str]) -> None:
    assert {number: claimant(text, language, number) for number in claimed} == claimed


# Several sentences, the number asked for, and whose it is.
CARRIED = [
    ("de", "Der Minister sagte, 30 Menschen seien tot. Weitere 40 würden vermisst.", "40", "Der Minister"),
    ("de", "Der Minister sagte, 30 Menschen seien tot. Es regnete. 40 Menschen seien obdachlos.", "40", "Der Minister"),
    ("de", "Laut Polizei starben 30 Menschen. Weitere 40 werden vermisst.", "40", ""),
    ("de", "Kiew meldete 30 Tote. Den Angaben zufolge wurden 40 verletzt.", "40", "Kiew"),
    ("de", "Die Polizei sprach von 30 Toten. Demnach wurden 40 Menschen verletzt.", "40", "Die Polizei"),
    (
        "de",
        "Gouverneur Alexej Smirnow lobte die Helfer. Er sprach von 40 Verletzten.",
        "40",
        "Gouverneur Alexej Smirnow",
    ),
    (
        "de",
        "Die Polizei zählte 30 Tote, sagte Gouverneur Iwan Petrow. Er rechne mit 40.",
        "40",
        "Gouverneur Iwan Petrow",
    ),
    ("de", "40 Menschen starben. Das teilte das Ministerium mit.", "40", "das Ministerium"),
    (
        "de",
        "„Es gab 30 Tote. 40 Menschen werden vermisst“, sagte Bürgermeister Klitschko.",
        "30",
        "Bürgermeister Klitschko",
    ),
    ("de", "„Es gab 30 Tote“, sagte Klitschko. „Wir vermissen 40 Menschen.“", "40", "Klitschko"),
    ("de", "Klitschko sagte: „Es gab Tote. Wir vermissen 40 Menschen. Mehr wissen wir nicht.“", "40", "Klitschko"),
    ("de", "UN: 40 Tote im Sudan\n\nBei Kämpfen starben 40 Menschen, wie die UN mitteilten.", "40", "UN"),
    ("de", "Sudan: 40 Tote bei Angriff\n\nDie Lage war am Abend unklar.", "40", ""),
    ("en", "Police said 30 people died. Another 40 were missing, they added.", "40", "Police"),
    ("en", "Governor Oleh Syniehubov said 30 died. He added that 40 were missing.", "40", "Governor Oleh Syniehubov"),
    ("en", "The army said 30 died. It put the number of missing at 40.", "40", "The army"),
    (
        "en",
        "Police said 30 died. The mayor, Ann Lee, thanked them. She said 40 were missing.",
        "40",
        "The mayor, Ann Lee",
    ),
    ("en", '"We lost 30," said Ann Lee. "Another 40 are missing."', "40", "Ann Lee"),
    ("en", "Police said 30 people died. There are 40 beds in the hospital.", "40", ""),
    ("en", "N. Korea fires 40 shells: JCS\n\nThe Joint Chiefs of Staff (JCS) said so.", "40", "JCS"),
    ("en", "Sudan: 40 dead in attack\n\nThe situation was unclear.", "40", ""),
    (
        "en",
        "Police said 30 died.\n\nThe grid operator, Ukrmerezha, cut supplies. Imports will reach 40 units, it says.",
        "40",
        "The grid operator",
    ),
    ("en", "Police said 30 died.\n\nThe airport handled 40 flights, it said.", "40", "The airport"),
    (
        "en",
        "Russia's Defence Ministry said 30 died. The ministry put the damage at $40 million.",
        "40",
        "Russia's Defence Ministry",
    ),
    (
        "en",
        "Two houses burned.\n\n30 people fled. This was reported by the Air Force on Telegram.",
        "30",
        "the Air Force",
    ),
    ("en", "30 people fled. Lysak said this on Telegram.", "30", "Lysak"),
    ("en", "The coast guard said 30 died. Maria Tello swam. 40 clung to a cooler, she said.", "40", "Maria Tello"),
    ("en", "The coast guard said 30 died. 40 clung to a cooler, she said.", "40", ""),
    (
        "fr",
        "La directrice Anne Roy a parlé de 30 cas. Il y en a 40, a-t-elle fait valoir.",
        "40",
        "La directrice Anne Roy",
    ),
    ("fr", "La police a fait état de 30 morts. Elle a ajouté que 40 personnes étaient blessées.", "40", "La police"),
    ("fr", "Le ministre a annoncé 30 morts. Quelque 40 autres seraient blessés.", "40", "Le ministre"),
    ("fr", "Selon la police, 30 personnes sont mortes. L'hôpital compte 40 lits.", "40", ""),
    (
        "fr",
        "Le ministre a annoncé 30 morts.\n\nPour payer, l'État taxera le gaz. Il en espère 40 millions.",
        "40",
        "l'État",
    ),
    (
        "fr",
        "Le ministre de la Santé a annoncé 30 morts. Il y a 40 blessés, a dit le ministre.",
        "40",
        "Le ministre de la Santé",
    ),
    (
        "fr",
        "40 personnes ont été tuées. C'est le ministère de la Santé qui l'affirme.",
        "40",
        "le ministère de la Santé",
    ),
    ("fr", "40 combats ont eu lieu. À propos de cela informe l'état-major.", "40", "l'état-major"),
    ("fr", "« Il y a 30 morts », a dit Anne Roy. « Il manque 40 personnes. »", "40", "Anne Roy"),
]


# Lists, bulletins and headlines: what stands above a line says whose it is.
_LIST = "– Tote: 40\n– Verletzte: 90, davon 12 schwer\n\nIn der Klinik gibt es 77 Betten."
_BULLETIN = (
    "Lagebericht der Luftwaffe\n\nDer Gegner griff mit 30 Drohnen an, teilt die Luftwaffe mit. 20 wurden abgeschossen."
    "\n\nBei uns gab es 40 Verletzte.\n\nLaut Polizei brannten 50 Häuser. 60 sind heil."
)
# In the news of the hour many speak, and none for the rest.
_NEWS = (
    "Evening bulletin\n\nThe army says it has taken 30 villages. Bread costs 80 cents more.\n\n"
    "The police say 40 people died. The fire brigade says 50 were hurt.\n\nSeldom were there 90 fires."
)
ABOVE = [
    ("de", f"Die wichtigsten Zahlen aus dem Bericht:\n{_LIST}", "90", "dem Bericht"),
    ("de", f"Die wichtigsten Zahlen aus dem Bericht:\n{_LIST}", "77", ""),
    ("de", f"Verluste nach Angaben des Generalstabs:\n{_LIST}", "12", "des Generalstabs"),
    ("de", f"Was wir wissen:\n{_LIST}", "40", ""),
    ("de", "Zahlen der Behörde:\n– Tote: 40\n– Die Opposition sprach von 90.", "90", "Die Opposition"),
    ("de", _BULLETIN, "20", "die Luftwaffe"),
    ("de", _BULLETIN, "40", "die Luftwaffe"),
    ("de", _BULLETIN, "60", ""),
    ("de", _BULLETIN.replace("Lagebericht", "Besuch bei"), "20", ""),
    ("en", _NEWS, "80", ""),
    ("en", _NEWS, "90", ""),
    ("en", "A summary.\n\nFigures from the ministry:\n- dead: 40\n- injured: 90", "90", "the ministry"),
    ("en", "Losses, according to the General Staff:\n* tanks: 40\n* drones: 90", "40", "the General Staff"),
    ("en", "What we know so far:\n- 40 people died.", "40", ""),
    ("en", "Health ministry: 40 dead in blast\n\nThere was smoke.", "40", "Health ministry"),
    ("en", "Blast at ministry: 40 dead\n\nThere was smoke.", "40", ""),
    ("fr", "Un point.\n\nLes principaux chiffres du rapport :\n- morts : 40\n- blessés : 90", "90", "rapport"),
    ("fr", "Pertes, selon l'état-major :\n– chars : 40\n– drones : 90", "40", "l'état-major"),
    ("fr", "Ce que l'on sait :\n- 40 personnes sont mortes.", "40", ""),
    ("fr", "Le député a fourni des détails. Quelque 40 usines tourneraient jour et nuit.", "40", "Le député"),
]


@pytest.mark.parametrize(("language", "text", "number", "source"), ABOVE)
def test_a_line_without_a_source_belongs_to_the_one_named_above_it(
    language: str, text: str, number: str, source: str
) -> None:
    assert claimant(text, language, number) == source


# Interviews: whose the figures of an answer are, however it is told from the question.
_TALK = (
    "Was tun Sie?\n\nRoth: Wir haben 40 Betten.\n\nLaut Kiew sind es 90. Stimmt das?\n\n"
    "Roth: Die UN melden 70. 12 fehlen."
)
_TOLD = (
    "Professor Ann Lee spoke to us about the war.\n\nIs it costly?\n\nYes. It takes 40 percent.\n\n"
    "Kyiv said 90 men fell. Is that so?\n\nI count 12.\n\nAnd now?\n\nWait and see."
)
_ASKED = (
    "ENTRETIEN – Le colonel Jean de Brive dresse le bilan.\n\nEst-ce cher ?\nOui : 40 millions.\n\n"
    "Est-ce long ?\nIl faut 12 ans.\n\nEt après ?\nOn verra.\n\nPropos recueillis par Anne Roy. La page a 77 lignes."
)
_TEXTBOOK = "What happened?\n\n40 people died.\n\nWho did it?\n\nNobody.\n\nWhat next?\n\nPolice said 12 are sought."
INTERVIEWS = [
    ("de", _TALK, "40", "Roth"),
    ("de", _TALK, "90", "Kiew"),
    ("de", _TALK, "70", "Die UN"),
    ("de", _TALK, "12", "Roth"),
    ("de", _TALK.replace("Roth", "Antwort"), "40", ""),
    ("en", _TOLD, "40", "Professor Ann Lee"),
    ("en", _TOLD, "90", "Kyiv"),
    ("en", _TOLD, "12", "Professor Ann Lee"),
    ("fr", _ASKED, "40", "Jean de Brive"),
    ("fr", _ASKED, "12", "Jean de Brive"),
    ("fr", _ASKED, "77", ""),
    ("en", _TEXTBOOK, "40", ""),
    ("en", _TEXTBOOK, "12", "Police"),
]


@pytest.mark.parametrize(("language", "text", "number", "source"), INTERVIEWS)
def test_the_figures_of_an_answer_belong_to_who_is_asked(language: str, text: str, number: str, source: str) -> None:
    assert claimant(text, language, number) == source


# Verbs that speak only with a clause or a quotation beside them, and nouns that look like verbs.
AMBIGUOUS = [
    ("en", "U.S. employers added 12,000 jobs, the Labor Department said", "the Labor Department"),
    ("en", "The company added 12,000 jobs in October, the Labor Department said", "the Labor Department"),
    ("en", "The army put 12,000 men at the border, officials said.", "officials"),
    ("en", "The army put the number of dead at 12,000.", "The army"),
    ("en", "The hospital admitted 12,000 patients.", ""),
    ("en", "The minister added on Monday that 12,000 were missing.", "The minister"),
    ("en", 'The minister added: "We lost 12,000."', "The minister"),
    ("en", "The court sided with 12,000 states, which argued that the law was void.", ""),
    ("en", '"It is over," the court sided with 12,000 states.', ""),
    ("fr", "Selon Kiev, l'armée russe a avancé de 12 km.", "Kiev"),
    ("fr", "Les agriculteurs ont avancé vers Paris avec 12 tracteurs.", ""),
    ("fr", "Avec 12 tracteurs, les agriculteurs ont avancé vers Paris.", ""),
    ("fr", "Selon un décompte de l'AFP, l'armée russe a avancé de 12 km2.", "un décompte de l'AFP"),
    ("fr", "Le ministre a avancé le chiffre de 12 morts.", "Le ministre"),
    ("fr", "Le ministre a ajouté que 12 postes étaient vacants.", "Le ministre"),
    ("fr", "Le groupe a ajouté 12 postes.", ""),
    ("de", "Die Firma fügte 12 Stellen hinzu, teilte das Ministerium mit.", "das Ministerium"),
    ("de", "Die Polizei stellte 12 Kilo Kokain sicher.", ""),
    ("de", "Der Minister fügte hinzu, 12 Stellen fielen weg.", "Der Minister"),
]


@pytest.mark.parametrize(("language", "text", "source"), AMBIGUOUS)
def test_a_verb_that_also_moves_things_says_something_only_with_a_clause(language: str, text: str, source: str) -> None:
    assert claimant(text, language, "12") == source


@pytest.mark.parametrize(
    ("language", "text", "content"),
    [
        ("de", "Die Regierung kündigte am Montag an, 5.000 Soldaten zu schicken.", "5.000 Soldaten zu schicken"),
        ("de", "Kiew sprach von mehr als 500 Toten.", "mehr als 500 Toten"),
        ("de", "Kiew sprach von 300 bis 500 Toten.", "von 300 bis 500 Toten"),
        ("en", "Kyiv spoke on Monday of more than 500 dead.", "more than 500 dead"),
    ],
)
def test_what_is_claimed_begins_behind_the_particle_of_the_verb(language: str, text: str, content: str) -> None:
    (claim,) = found_in(text, language)
    assert text[claim.content_start : claim.content_end].strip() == content


@pytest.mark.parametrize(("language", "text", "number", "source"), CARRIED)
def test_reported_speech_goes_on_from_the_speaker_named_before(
    language: str, text: str, number: str, source: str
) -> None:
    assert claimant(text, language, number) == source


def test_the_last_number_of_a_text_is_asked_for_where_it_stands() -> None:
    text = "Kiew meldete 40 Tote. In der Klinik gibt es 40 Betten."
    claims = found_in(text, "de")
    first, second = text.index("40"), text.rindex("40")
    assert claimant_at(claims, first, first + 2) is not None
    assert claimant_at(claims, second, second + 2) is None


def test_the_speakers_of_the_seed_story_are_found() -> None:
    text = SEED.read_text(encoding="utf-8")
    spoken = [(one.source, one.cue) for one in found_in(text, "de")]
    for wanted in [
        ("Kiew und Washington", "laut"),
        ("Der ukrainische Präsident Wolodymyr Selenskyj", "sagte"),
        ("Mehrere ukrainische Beamte", "deuteten"),
        ("der Leiter des Zentrums zur Bekämpfung von Desinformation, Andriï Kovalenko", "versicherte"),
        ("Das US-Außenministerium", "sagte"),
        ("Außenminister Antony Blinken", "entschied"),
        ("Wolodymyr Selenskyj", "beklagte"),
        ("Kiew und dem Westen", "beschuldigt"),
        ("die nordkoreanische Diplomatiechefin Choe Son-hui", "versprach"),
        ("Südkorea", "angedeutet"),
        ("Kremlsprecher Dmitri Peskow", "kommentierte"),
    ]:
        assert wanted in spoken


def test_the_figures_of_the_seed_story_belong_to_selenskyj_or_to_nobody() -> None:
    text = SEED.read_text(encoding="utf-8")
    assert claimant(text, "de", "11.000 nordk") == "Der ukrainische Präsident Wolodymyr Selenskyj"
    assert claimant(text, "de", "einige hundert") == "Der ukrainische Präsident Wolodymyr Selenskyj"
    assert claimant(text, "de", "fast 500") == claimant(text, "de", "8.000 nordk") == ""


@pytest.mark.parametrize(
    ("language", "text", "sort"),
    [
        ("de", "Laut Polizei starben 12 Menschen.", "laut"),
        ("de", "Die Polizei sagte, 12 Menschen seien tot.", "indirect"),
        ("de", "„Es sind 12“, sagte Klitschko.", "quote"),
        ("de", "Kiew wirft Moskau vor, 12 Kinder verschleppt zu haben.", "accusation"),
        ("en", "According to police, 12 people died.", "according"),
        ("en", "Police said 12 people died.", "indirect"),
        ("en", '"There are 12," said Ann Lee.', "quote"),
        ("en", "Kyiv accused Moscow of abducting 12 children.", "accusation"),
        ("fr", "Selon la police, 12 personnes sont mortes.", "according"),
        ("fr", "La police a indiqué que 12 personnes étaient mortes.", "indirect"),
        ("fr", "« Il y en a 12 », a dit Anne Roy.", "quote"),
        ("fr", "Kiev accuse Moscou d'avoir déporté 12 enfants.", "accusation"),
    ],
)
def test_a_claim_says_how_it_is_made(language: str, text: str, sort: str) -> None:
    at = text.index("12")
    claim = claimant_at(found_in(text, language), at, at + 2)
    assert claim is not None
    assert claim.sort == sort


PIECES = {
    "de": "sagte laut zufolge so wie dass Kiew Moskau der die das Minister Angaben nach von mit teilte gab an und "
    "während sei habe hieß es aus 500 12 „ “ , . : \n ( ) - seien wurde beschuldigt er sie Das demnach Berufung auf",
    "en": 'said says according to Kyiv the minister police that who , . : " “ ” \n 500 and while he it they was by '
    "adding citing ( ) ' s of in on Monday report denied put at spoke of Moscow as",
    "fr": "selon a déclaré dit la police le ministre que qui , . : « » \n 500 et il elle a-t-il l ' de du d' après "
    "Kiev Moscou parle évalue à serait ajoutant citant accuse ( ) était par aux yeux",
}


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, str]:
    language = draw(st.sampled_from(LANGUAGES))
    words = draw(st.lists(st.sampled_from([*PIECES[language].split(" "), "x", "Ü", "7"]), max_size=60))
    return language, " ".join(words)


@settings(max_examples=400, deadline=None)
@given(texts())
def test_claims_are_spans_of_the_text_in_order_whatever_the_words(made: tuple[str, str]) -> None:
    language, text = made
    claims = found_in(text, language)
    assert [one.content_start for one in claims] == sorted(one.content_start for one in claims)
    for one in claims:
        assert 0 <= one.content_start < one.content_end <= len(text)
        assert text[one.cue_start : one.cue_end] == one.cue
        assert not one.source or text[one.source_start : one.source_end] == one.source
    for at in range(0, len(text), 7):
        claim = claimant_at(claims, at, at + 1)
        assert claim is None or (claim.source and claim.content_start <= at < claim.content_end)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200), st.sampled_from(LANGUAGES))
def test_any_text_can_be_asked(text: str, language: str) -> None:
    for one in found_in(text, language):
        assert text[one.cue_start : one.cue_end] == one.cue


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "piece",
    [
        *("und ", "1 ", "sagte ", "said ", "a dit ", "laut ", "selon ", "nach Angaben ", "zufolge ", "„", '" ', "sei "),
        *(
            "\n– 5",
            ":\n- ",
            '", x ',
            "« a », dit ",
            "von X gemeldete ",
            "5 that X says ",
            "said X 5, ",
            "que Kiev dit ",
        ),
        *("wie ", "Kiew, ", "laut Kiew ", "according to X ", "der Minister, ", "er sagte ", "Kiew\n", "(", "who "),
    ],
)
def test_a_megabyte_of_one_word_is_read_in_time(language: str, piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    cut = tokens(text)
    parts = sentences(cut, language)
    began = time.process_time()
    attributions(cut, parts, language)
    assert time.process_time() - began < 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_time_grows_with_the_length_of_the_text_and_no_faster(language: str) -> None:
    lines = {"de": "Kiew sagte, 500 seien tot. ", "en": "Kyiv said 500 died. ", "fr": "Kiev a dit que 500 sont morts. "}

    def seconds(times: int) -> float:
        cut = tokens(lines[language] * times)
        parts = sentences(cut, language)
        began = time.process_time()
        attributions(cut, parts, language)
        return time.process_time() - began

    seconds(10)
    short = min(seconds(300) for _ in range(3))
    assert seconds(6000) < short * 20 * 4


# What the house adds by itself to what somebody says, by the words of the figure, and whose it is.
BACKGROUNDS = [
    ("en", "Police said 30 people died in a town of 12,000.", "12,000", ""),
    ("en", "The governor told a crowd of 25,000 in Austin that 32 bridges had been rebuilt.", "25,000", ""),
    ("en", "The governor told a crowd of 25,000 in Austin that 32 bridges had been rebuilt.", "32", "The governor"),
    ("en", "Police said a crowd of 25,000 had gathered in Austin.", "25,000", "Police"),
    ("fr", "La ministre a annoncé devant 700 maires une baisse de 4 %.", "700", ""),
    ("en", "Police said 30 people died in a quiet fishing village of 12,000 inhabitants.", "12,000", ""),
    ("en", "Police said a gang of 12 men stole 30 cars.", "12", "Police"),
    ("en", "Police said the two started with capital of $12.", "12", "Police"),
    ("en", "The ministry announced $40 million (12 million euros) in aid.", "12", "The ministry"),
    ("fr", "La police a annoncé 30 morts dans cette petite ville de 12.000 habitants.", "12.000", ""),
    ("fr", "La police a fait état mardi de 12 morts.", "12", "La police"),
    ("fr", "Berne a annoncé 40 millions de francs (12 millions d'euros).", "12", ""),
    ("fr", "Berne a annoncé 40 millions de francs (dont 12 millions d'euros).", "12", "Berne"),
    ("de", "Die Armee rief die Bewohner von Tell auf zu gehen, 60 Kilometer nördlich der Grenze.", "60", ""),
    ("de", "Laut Polizei stießen die Züge 60 Kilometer nördlich der Stadt zusammen.", "60", "Polizei"),
    ("de", "Das Dorf, in dem einst 480 Menschen wohnten, will das Heer eingenommen haben.", "480", ""),
    ("de", "In Tell, wo 30.000 Menschen leben, gab es laut Polizei 4 Tote.", "30.000", ""),
    ("de", "Verletzt wurde laut Polizei auch eine 74-Jährige.", "74", "Polizei"),
    ("de", "Verletzt wurden laut Polizei zwei Kinder von 4 und 6 Jahren.", "6", "Polizei"),
    ("de", "Drei Menschen kamen um, sagte Kern. Der jüngste sei 22 Jahre alt gewesen.", "22", "Kern"),
    ("de", "Laut Polizei wurde die 74-jährige Fahrerin verletzt.", "74", ""),
]


@pytest.mark.parametrize(("language", "text", "number", "source"), BACKGROUNDS)
def test_what_the_house_adds_by_itself_nobody_claims(language: str, text: str, number: str, source: str) -> None:
    figures = read(text, date(2024, 11, 6), language).figures
    found = next(one for one in figures if number in one.quantity.surface)
    assert (found.claim.source if found.claim else "") == source


def test_the_source_of_one_line_of_a_list_has_no_part_in_the_others() -> None:
    text = "\n".join(
        (
            "The news of the day at a glance:",
            "- Ukraine: 14 regions without power after overnight strikes",
            "- Gaza: 52 killed in 24 hours, according to the health ministry",
            "- Sudan: 11 million people displaced since the war began",
            "- Spain: death toll from the floods in the east rises to 217",
            "- United States: polls close in six states on the east coast",
        )
    )
    assert claimant(text, "en", "52") == "the health ministry"
    assert [claimant(text, "en", number) for number in ("14", "11", "217")] == ["", "", ""]


@pytest.mark.parametrize(
    ("language", "text", "scope"),
    [
        ("de", "Entgegen den Angaben aus Frankreich starben 5 Menschen.", None),
        ("de", "Anders als in Frankreich starben in Italien 5 Menschen.", "Italien"),
        ("en", "Contrary to claims from France, 5 people died.", None),
    ],
)
def test_a_figure_holds_in_no_place_that_is_contradicted(language: str, text: str, scope: str | None) -> None:
    (figure,) = read(text, date(2024, 11, 6), language).figures
    found = figure.scope
    assert (text[found.start : found.end] if found else None) == scope
