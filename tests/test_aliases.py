"""The other names of the real data: they fit texts as the contract says, and cover what a story speaks of."""

from __future__ import annotations

import re

import pytest

STORY = "story-2024-11-06"
ENDINGS = {"de": "(?:s|n|r|m|en|er|es)?", "en": "(?:['’]s)?", "fr": ""}
TARGETS = {"actor_id": ("actors", "name"), "place_id": ("places", "name"), "indicator_id": ("indicators", "label")}
# Documents do not speak of these by another name: unnamed sources, and what several say or are together.
NAMELESS = {
    "french-report",
    "reuters-osc",
    "ukrainian-official-nyt",
    "ukrainian-general-staff-source",
    "kyiv-post-source",
    "western-officials",
    "western-intelligence",
    "allied-intelligence",
    "ukraine-and-kursk",
}


def fits(name, kind, text, language):
    """Return where a name stands in a text, as the contract describes it."""
    after = r"\w*" if kind == "phrase" else ENDINGS[language]
    words = r"\s+".join(re.escape(word).replace("’", "['’]") + after for word in name.lower().split())
    return [one.span() for one in re.finditer(rf"(?<!\w){words}(?!\w)", text.lower())]


def named(ledger, column, text, language):
    """Return the ids a text names, by own names and aliases, where no longer name covers the place."""
    table, stem = TARGETS[column]
    names = [
        (row["id"], row[f"{stem}_{one}"], "name")
        for row in ledger.records(table, ledger.table(table))
        for one in ("en", "de")
    ]
    names += [
        (row[column], row["name"], row["kind"])
        for row in ledger.records("aliases", ledger.aliases)
        if row[column] and row["language"] in ("", language)
    ]
    found = [(start, end, one) for one, name, kind in names for start, end in fits(name, kind, text, language)]
    return {
        one
        for start, end, one in found
        if not any(first <= start and end <= last and last - first > end - start for first, last, _ in found)
    }


def of(ledger, column, key):
    """Return the aliases of one row."""
    return ledger.aliases[ledger.aliases[column] == key]


# --- how a name fits -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "name", "kind", "text"),
    [
        ("de", "südkoreanische Geheimdienst", "name", "Angaben des südkoreanischen Geheimdienstes"),
        ("de", "südkoreanische Geheimdienst", "name", "ein südkoreanischer Geheimdienst"),
        ("de", "Kiew", "capital", "Kiews Truppen"),
        ("en", "Kyiv", "capital", "Kyiv's troops"),
        ("en", "South Korea’s spy agency", "name", "South Korea's spy agency"),
        ("de", "nordkoreanische Soldaten", "phrase", "von nordkoreanischen Soldaten"),
        ("de", "Container", "phrase", "13.000 Containern"),
    ],
)
def test_a_name_fits_its_inflected_forms(language, name, kind, text):
    assert fits(name, kind, text, language)


@pytest.mark.parametrize(
    ("language", "name", "kind", "text"),
    [
        ("en", "Shin", "surname", "shining"),
        ("de", "Kursk", "name", "Kurskaja"),
        ("de", "GUR", "name", "Figuren"),
        ("en", "South Korea", "name", "South Korean officials"),
        ("de", "nordkoreanische Soldaten", "phrase", "nordkoreanische und russische Soldaten"),
    ],
)
def test_a_name_does_not_fit_a_part_of_a_word(language, name, kind, text):
    assert not fits(name, kind, text, language)


# --- what the names cover --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "text", "actor"),
    [
        ("de", "Präsident Wolodymyr Selenski", "volodymyr-zelensky"),
        ("en", "President Volodymyr Zelenskiy", "volodymyr-zelensky"),
        ("fr", "le président ukrainien", "volodymyr-zelensky"),
        ("de", "der Generalstab in Kiew", "ukraine-general-staff"),
        ("de", "der ukrainische Generalstab", "ukraine-general-staff"),
        ("de", "laut dem südkoreanischen Geheimdienst NIS", "nis"),
        ("en", "Seoul's spy agency", "nis"),
        ("en", "the State Department", "us-state-department"),
        ("fr", "le département d'Etat", "us-state-department"),
        ("fr", "le Pentagone", "pentagon"),
        ("de", "das Weiße Haus", "us-government"),
        ("de", "aus dem Weißen Haus", "us-government"),
        ("de", "das Institut für Kriegsstudien (ISW)", "isw"),
        ("de", "das britische Verteidigungsministerium", "uk-mod"),
        ("fr", "le ministère russe de la Défense", "russian-mod"),
        ("en", "Russia's Defense Ministry", "russian-mod"),
        ("de", "nach einer AFP-Auswertung von ISW-Daten", "afp-isw-analysis"),
        ("fr", "selon une analyse de l'AFP", "afp-isw-analysis"),
        ("en", "Vladyslav Voloshyn", "vladyslav-voloshyn"),
    ],
)
def test_a_source_as_wire_copy_writes_it_leads_to_the_one_actor(ledger, language, text, actor):
    assert named(ledger, "actor_id", text, language) - {"isw", "afp"} - {actor} == set()
    assert actor in named(ledger, "actor_id", text, language)


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("de", "in der Region Kursk", "kursk-oblast"),
        ("de", "im Gebiet Kursk", "kursk-oblast"),
        ("en", "in the Kursk region", "kursk-oblast"),
        ("fr", "dans l'oblast de Koursk", "kursk-oblast"),
        ("fr", "en Corée du Nord", "north-korea"),
        ("de", "im Fernen Osten Russlands", "russian-far-east"),
        ("de", "in Kiew", "kyiv"),
        ("fr", "la ville de Vougledar", "vuhledar"),
        ("de", "das Japanische Meer", "sea-of-japan"),
    ],
)
def test_a_place_as_wire_copy_writes_it_leads_to_the_one_place(ledger, language, text, place):
    assert named(ledger, "place_id", text, language) - {place} <= {"russia"}
    assert place in named(ledger, "place_id", text, language)


def test_whoever_speaks_in_the_story_is_found_by_the_words_that_name_them(ledger):
    said = ledger.appearances[(ledger.appearances["document_id"] == STORY) & (ledger.appearances["actor_id"] != "")]
    assert len(said) >= 14
    for row in said.to_dict("records"):
        assert named(ledger, "actor_id", row["as_written"], "de") == {row["actor_id"]}, row["as_written"]


def test_the_sentence_of_a_figure_of_the_story_leads_to_its_indicator(ledger):
    text = ledger.texts[STORY]
    for row in ledger.figures[ledger.figures["document_id"] == STORY].to_dict("records"):
        start, end = text.rfind("\n", 0, row["quote_start"]) + 1, text.find("\n", row["quote_end"])
        assert row["indicator_id"] in named(ledger, "indicator_id", text[start:end], "de"), row["id"]


def test_whoever_is_not_nameless_and_has_a_surname_of_his_own_is_known_by_it(ledger):
    persons = ledger.actors[ledger.actors["kind"] == "person"]
    without = {one for one in persons["id"] if "surname" not in set(of(ledger, "actor_id", one)["kind"])}
    assert without == {"nazar-voloshyn", "vladyslav-voloshyn", "kim-jong-un"}


def test_nothing_that_has_no_name_has_another_one(ledger):
    assert NAMELESS & {*ledger.aliases["actor_id"], *ledger.aliases["place_id"]} == set()


@pytest.mark.parametrize(("language", "most"), [("de", 6), ("en", 6), ("fr", 3)])
def test_every_indicator_has_a_few_phrases_in_each_language(ledger, language, most):
    for one in ledger.indicators["id"]:
        assert 1 <= (of(ledger, "indicator_id", one)["language"] == language).sum() <= most, one


def test_every_seat_of_a_government_is_known_by_its_name_in_each_language(ledger):
    for actor in ("ukraine", "russia", "us-government", "south-korea", "north-korea"):
        seats = of(ledger, "actor_id", actor)
        seats = set(seats.loc[seats["kind"] == "capital", "language"])
        assert "" in seats or {"de", "en", "fr"} <= seats, actor


def test_the_id_of_an_alias_begins_with_what_it_stands_for(ledger):
    for row in ledger.records("aliases", ledger.aliases):
        column = next(one for one in TARGETS if row[one])
        parts = (column.removesuffix("_id"), row[column], row["language"])
        assert row["id"].startswith("-".join(part for part in parts if part) + "-"), row["id"]


def test_french_names_of_the_state_stand_with_and_without_the_accent(ledger):
    french = {row["name"] for row in ledger.records("aliases", ledger.aliases) if row["language"] == "fr"}
    bare = {name for name in french if re.search(r"\bEtat", name)}
    assert len(bare) >= 4
    assert {name.replace("Etat", "État") for name in bare} <= french
