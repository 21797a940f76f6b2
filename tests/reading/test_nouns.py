"""The nouns a figure can count: the tables, and the words found in them in any of their forms."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from dashboard.reading.figures.heads.nouns import kinds, noun
from dashboard.reading.vocabulary import LANGUAGES, listed, table

PERSONS = {"troops", "casualties", "people"}


def _entries(language: str) -> list[tuple[str, str]]:
    """Return every word of a language's table with the unit or the sort of persons it stands under."""
    groups = table(language, "things")
    return [(word, key) for group in groups.values() for key, words in group.items() for word in listed(words)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_table_has_persons_by_sort_and_things_by_unit(language: str) -> None:
    groups = table(language, "things")
    assert set(groups) == {"persons", "things"}
    assert set(groups["persons"]) == PERSONS
    assert all(listed(words) for group in groups.values() for words in group.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_stands_under_two_units_or_twice_under_one(language: str) -> None:
    counts = Counter(word for word, _ in _entries(language))
    assert [word for word, times in counts.items() if times > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_written_as_they_are_looked_up(language: str) -> None:
    assert [
        word
        for word, _ in _entries(language)
        if word != " ".join(word.lower().split()) or "’" in word or "\xad" in word
    ] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_table_is_found_under_its_own_unit(language: str) -> None:
    missed = []
    for word, key in _entries(language):
        found = noun(word, language)
        if language == "de" and "-" in word:
            continue
        if found is None or (found.persons or found.unit) != key:
            missed.append((word, key, found))
    assert missed == []


def test_a_german_word_with_a_hyphen_is_looked_up_whole_first() -> None:
    found = noun("u-boote", "de")
    assert found is not None
    assert found.unit == "submarine"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_plurals_in_s_are_found_like_the_singular(language: str) -> None:
    entries = dict(_entries(language))
    # What takes another plural, or is listed in the plural, is left aside.
    regular = [
        word
        for word in entries
        if word.isalpha()
        and len(word) > 2
        and word[-1] not in "sxzyhui"
        and not word.endswith(("al", "ail", "man", "men"))
        and word + "s" not in entries
    ]
    assert len(regular) > 500
    assert [word for word in regular if noun(word + "s", language) != noun(word, language)] == []


def test_german_datives_in_n_are_found_like_their_plural_in_e_or_er() -> None:
    entries = dict(_entries("de"))
    plurals = [word for word in entries if word.endswith(("e", "er")) and "-" not in word and word + "n" not in entries]
    assert len(plurals) > 1000
    assert [word for word in plurals if noun(word + "n", "de") != noun(word, "de")] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_unit_is_a_small_english_noun_or_a_measure(language: str) -> None:
    measures = {"MW", "m3"}
    strange = [
        unit
        for unit in table(language, "things")["things"]
        if not (unit in measures or unit in kinds() or re.fullmatch(r"[a-z]+(?:[_-][a-z0-9]+)*", unit))
    ]
    assert strange == []


@pytest.mark.parametrize(
    ("word", "unit"),
    [
        ("ortschaften", "settlement"),
        ("dörfern", "village"),
        ("kriegsschiffen", "ship"),
        ("kampfdrohnen", "drone"),
        ("marschflugkörpern", "missile"),
        ("wohnhäuser", "house"),
        ("wohnblocks", "building"),
        ("lastwagen", "truck"),
        ("linienbusse", "bus"),
        ("güterzügen", "train"),
        ("anzüge", "suit"),
        ("feldzügen", "campaign"),
        ("unfälle", "accident"),
        ("überfällen", "attack"),
        ("vorfälle", "incident"),
        ("stromausfälle", "outage"),
        ("behörden", "authority"),
        ("klagen", "lawsuit"),
        ("rücklagen", "reserve"),
        ("verbote", "ban"),
        ("luftraumverletzungen", "violation"),
        ("kopfverletzungen", "injury"),
        ("überstunden", "hour"),
        ("sekunden", "second"),
        ("termine", "appointment"),
        ("vergleiche", "comparison"),
        ("vitamine", "vitamin"),
        ("baustellen", "site"),
        ("haltestellen", "stop"),
        ("mitgliedsländer", "country"),
        ("hauptstädten", "capital"),
        ("zeiträumen", "period"),
        ("messgeräte", "device"),
        ("höchsttemperaturen", None),
        ("wahlkreise", "constituency"),
        ("gesetzentwürfe", "bill"),
        ("frontkilometer", "km"),
        ("decken", "blanket"),
    ],
)
def test_german_things_are_known_in_their_forms_and_compounds(word: str, unit: str | None) -> None:
    found = noun(word, "de")
    assert (found.unit if found else None) == unit


@pytest.mark.parametrize(
    ("word", "persons"),
    [
        ("soldatinnen", "troops"),
        ("streitkräfte", "troops"),
        ("blauhelmen", "troops"),
        ("nationalgardisten", "troops"),
        ("vermissten", "casualties"),
        ("verkehrstote", "casualties"),
        ("todesfällen", "casualties"),
        ("schwerverletzter", "casualties"),
        ("studierenden", "people"),
        ("zeuginnen", "people"),
        ("bäuerinnen", "people"),
        ("rechtsanwälten", "people"),
        ("engländer", "people"),
        ("populisten", "people"),
        ("kaufleuten", "people"),
        ("zylinder", ""),
        ("vorräten", ""),
        ("bereiche", ""),
    ],
)
def test_german_persons_are_known_by_their_sort(word: str, persons: str) -> None:
    found = noun(word, "de")
    assert (found.persons if found else None) == persons


@pytest.mark.parametrize(
    "word", ["düsseldorfer", "heidelberger", "hamburger", "warschauer", "essener", "bremerhavener"]
)
def test_german_adjectives_of_cities_are_no_nouns_that_count(word: str) -> None:
    assert noun(word, "de") is None


@pytest.mark.parametrize(
    ("word", "unit"),
    [
        ("localités", "locality"),
        ("hameaux", "village"),
        ("hôpitaux", "hospital"),
        ("chevaux", "horse"),
        ("tribunaux", "court"),
        ("travaux", "work"),
        ("œufs", "egg"),
        ("porte-avions", "aircraft_carrier"),
        ("avions-cargos", "aircraft"),
        ("camions-citernes", "truck"),
        ("lance-roquettes", "launcher"),
        ("plaintes", "complaint"),
        ("perquisitions", "raid"),
        ("maisons", "house"),
        ("poteaux", "pole"),
        ("cessez-le-feu", "ceasefire"),
        ("couvertures", "blanket"),
        ("élections", "election"),
        ("amendements", "amendment"),
        ("ans", "year"),
        ("élus", "person"),
        ("infirmières", "person"),
        ("généraux", "person"),
        ("ukrainiennes", "person"),
    ],
)
def test_french_nouns_are_known_in_both_numbers(word: str, unit: str) -> None:
    found = noun(word, "fr")
    assert found is not None
    assert found.unit == unit


@pytest.mark.parametrize(
    ("word", "persons"),
    [
        ("paramedics", "people"),
        ("midwives", "people"),
        ("passers-by", "people"),
        ("spokeswomen", "people"),
        ("allies", "people"),
        ("secretaries", "people"),
        ("thieves", "people"),
        ("greeks", "people"),
        ("trawlermen", "people"),
        ("teammates", "people"),
        ("grandchildren", "people"),
        ("emissaries", "people"),
        ("actresses", "people"),
        ("airmen", "troops"),
        ("guerrillas", "troops"),
        ("reinforcements", "troops"),
        ("drone operators", "troops"),
        ("police officers", "people"),
        ("dead bodies", "casualties"),
        ("amputees", "casualties"),
    ],
)
def test_english_persons_are_known_in_the_plural(word: str, persons: str) -> None:
    found = noun(word, "en")
    assert found is not None
    assert found.unit == "person"
    assert found.persons == persons


@pytest.mark.parametrize(
    ("word", "unit"),
    [
        ("criteria", "criterion"),
        ("railcars", "wagon"),
        ("smartphones", "phone"),
        ("programs", "programme"),
        ("centers", "centre"),
        ("quakes", "earthquake"),
    ],
)
def test_english_irregulars_and_synonyms_have_the_unit_of_the_desk(word: str, unit: str) -> None:
    found = noun(word, "en")
    assert found is not None
    assert found.unit == unit


def test_new_weapons_make_a_figure_of_weapons() -> None:
    for unit in ("corvette", "cruiser", "minesweeper", "aircraft_carrier", "explosive"):
        assert kinds()[unit] == "weapons"
