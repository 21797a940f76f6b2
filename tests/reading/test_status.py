"""How sure a text is of what it tells: remarks, and the sentences they bear on."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.reading.speech.attribution import attributions
from dashboard.reading.speech.status import Status, status_at, statuses
from dashboard.reading.text.sentences import sentences
from dashboard.reading.text.tokens import tokens
from dashboard.reading.vocabulary import LANGUAGES

SEED = Path(__file__).parents[2] / "seeds" / "000_4df74353dddc950b.txt"


def found_in(text: str, language: str) -> list[Status]:
    cut = tokens(text)
    parts = sentences(cut, language)
    return statuses(cut, parts, language, attributions(cut, parts, language))


def status_of(text: str, language: str, words: str) -> str | None:
    at = text.index(words)
    found = status_at(found_in(text, language), at, at + len(words))
    return found.status if found else None


@pytest.mark.parametrize(
    ("language", "text", "words", "status"),
    [
        (
            "de",
            "Die Angaben ließen sich zunächst nicht unabhängig überprüfen.",
            "Angaben",
            "not_independently_verified",
        ),
        ("de", "Von unabhängiger Seite ließ sich das nicht bestätigen.", "das", "not_independently_verified"),
        ("de", "Pjöngjang hat den Einsatz weder bestätigt noch dementiert.", "Einsatz", "neither_confirmed_nor_denied"),
        ("de", "Moskau wies den Bericht als falsch zurück.", "Bericht", "denied"),
        ("de", "Moskau dementiert, dass 500 Soldaten starben.", "500", "denied"),
        ("de", "Kiew wirft Moskau vor, 500 Kinder verschleppt zu haben.", "500", "alleged"),
        ("de", "Mutmaßlich 500 Soldaten starben.", "500", "alleged"),
        ("de", "Bei dem Angriff sollen 500 Soldaten getötet worden sein.", "500", "alleged"),
        ("de", "Er wird verdächtigt, 500 Euro gestohlen zu haben.", "500", "suspected"),
        ("de", "Es besteht kaum Zweifel, dass 500 Soldaten starben.", "500", "near_certain"),
        ("de", "Die Nato bestätigte, dass 500 Soldaten dort sind.", "500", "confirmed"),
        ("de", "Die Nato hat nicht bestätigt, dass 500 Soldaten dort sind.", "500", "not_confirmed"),
        ("de", "Die 500 Soldaten kamen am Montag.", "500", None),
        ("de", "Weder Paris noch Rom bestätigten die 70 Festnahmen.", "70", "not_confirmed"),
        ("de", "Die 70 Festnahmen bestätigte niemand.", "70", "not_confirmed"),
        ("de", "Bisher hat niemand die 70 Festnahmen bestätigt.", "70", "not_confirmed"),
        ("en", "Neither Paris nor Rome confirmed the 70 arrests.", "70", "not_confirmed"),
        ("en", "Elsewhere 40 barns burned. The mayor said 6 died. Rome did not confirm this.", "40", None),
        ("en", "Elsewhere 40 barns burned. The mayor said 6 died. Rome did not confirm this.", "6", "not_confirmed"),
        ("fr", "L'armée a pris 90 km2. Le maire a parlé de 60 morts. Rome n'a ni confirmé ni démenti.", "90", None),
        ("en", "No fewer than 70 arrests were confirmed.", "70", "confirmed"),
        ("fr", "Ni Rome ni Berlin n'ont confirmé les 70 arrestations.", "70", "not_confirmed"),
        ("fr", "Personne n'a confirmé les 70 arrestations.", "70", "not_confirmed"),
        ("en", "The BBC could not independently verify that 500 had died.", "500", "not_independently_verified"),
        ("en", "The BBC couldn't independently verify that 500 had died.", "500", "not_independently_verified"),
        ("en", "Moscow has neither confirmed nor denied that 500 died.", "500", "neither_confirmed_nor_denied"),
        ("en", "Moscow denied that 500 had died.", "500", "denied"),
        ("en", "Kyiv accused Moscow of abducting 500 children.", "500", "alleged"),
        ("en", "The army declined to comment on the 500 missing.", "500", "declined_to_comment"),
        ("en", "There is little doubt that 500 died.", "500", "near_certain"),
        ("en", "The 500 soldiers came on Monday.", "500", None),
        ("fr", "L'AFP n'a pas pu vérifier que 500 soldats sont morts.", "500", "not_independently_verified"),
        ("fr", "Moscou n'a ni confirmé ni démenti la mort de 500 soldats.", "500", "neither_confirmed_nor_denied"),
        ("fr", "Moscou dément que 500 soldats soient morts.", "500", "denied"),
        ("fr", "Kiev accuse Moscou d'avoir déporté 500 enfants.", "500", "alleged"),
        ("fr", "Il ne fait guère de doute que 500 soldats sont morts.", "500", "near_certain"),
        ("fr", "Les 500 soldats sont arrivés lundi.", "500", None),
    ],
)
def test_a_remark_bears_on_its_own_sentence(language: str, text: str, words: str, status: str | None) -> None:
    assert status_of(text, language, words) == status


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("de", "Kiew meldete 500 Tote. Die Angaben ließen sich nicht unabhängig überprüfen.", True),
        ("de", "Kiew meldete 500 Tote.\n\nUnabhängig überprüfen lassen sich die Zahlen nicht.", True),
        ("de", "Kiew meldete 500 Tote. Dass 20 Panzer zerstört wurden, ließ sich nicht unabhängig prüfen.", False),
        ("en", "Kyiv reported 500 dead. The claims could not be independently verified.", True),
        ("en", "Kyiv reported 500 dead. Reuters could not independently verify the figures.", True),
        ("fr", "Kiev parle de 500 morts. Ces chiffres n'ont pas pu être vérifiés.", True),
    ],
)
def test_a_sentence_about_what_was_said_bears_on_the_one_before(language: str, text: str, status: bool) -> None:
    assert status_of(text, language, "500") == ("not_independently_verified" if status else None)


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Es gibt 180.000 Soldaten. Rutte sprach von 600.000 Toten. Der Kreml wies die Zahl zurück.", "600.000"),
        ("Rutte sprach von 600.000 Toten. Das Heer hat 180.000 Mann. Der Kreml wies die Zahl zurück.", "600.000"),
        ("Im Heer dienen 600.000 Mann. Es gab 180.000 Tote. Der Kreml wies die Zahl zurück.", "180.000"),
    ],
)
def test_a_denial_of_its_own_denies_one_sentence_before(text: str, denied: str) -> None:
    found = {number: status_of(text, "de", number) for number in ("180.000", "600.000")}
    assert [number for number, status in found.items() if status == "denied"] == [denied]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A third suspect, aged 19, was held."),
        ("en", "Two suspects, aged 19 and 20, fled."),
        ("de", "Zwei Verdächtige im Alter von 19 Jahren flohen."),
        ("fr", "Deux suspects de 19 ans ont fui."),
    ],
)
def test_a_suspect_is_a_person_and_no_remark(language: str, text: str) -> None:
    assert status_of(text, language, "19") is None


def test_the_remark_in_its_own_sentence_comes_before_one_that_looks_back() -> None:
    text = "Moskau dementierte, dass 500 Soldaten starben. Die Angaben ließen sich nicht unabhängig überprüfen."
    assert status_of(text, "de", "500") == "denied"


def test_the_remarks_of_the_seed_story_are_found() -> None:
    found = [(one.status, one.surface) for one in found_in(SEED.read_text(encoding="utf-8"), "de")]
    for status, part in [
        ("near_certain", "kaum Zweifel"),
        ("neither_confirmed_nor_denied", "weder bestätigt noch dementiert"),
        ("alleged", "beschuldigt"),
        ("suspected", "verdächtigt"),
        ("declined_to_comment", "weigerte, sich zur Anwesenheit nordkoreanischer Truppen zu äußern"),
    ]:
        assert (status, part) in found


def test_no_figure_of_the_seed_story_is_under_a_remark() -> None:
    text = SEED.read_text(encoding="utf-8")
    assert status_of(text, "de", "fast 500") is None
    assert status_of(text, "de", "8.000") is None


WORDS = (
    "nicht unabhängig überprüft weder bestätigt noch dementiert not verified denied ni confirmé démenti 500 . , \n das"
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(WORDS.split(" ")), max_size=60), st.sampled_from(LANGUAGES))
def test_remarks_are_spans_of_the_text_in_order(words: list[str], language: str) -> None:
    text = " ".join(words)
    found = found_in(text, language)
    last = 0
    for one in found:
        assert text[one.start : one.end] == one.surface
        assert last <= one.start < one.end
        assert one.bears_start <= one.start
        assert one.end <= one.bears_end or one.bears_end <= one.start
        last = one.end
    for at in range(len(text)):
        status_at(found, at, at + 1)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "piece", ["nicht ", "could not ", "pas ", "soll ", "denied. ", "weder bestätigt ", "das ", " "]
)
def test_a_megabyte_of_one_word_is_read_in_time(language: str, piece: str) -> None:
    cut = tokens(piece * (1_000_000 // len(piece)))
    parts = sentences(cut, language)
    began = time.process_time()
    statuses(cut, parts, language)
    assert time.process_time() - began < 3
