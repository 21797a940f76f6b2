"""Bytes to text: old encodings of short and long texts come out right, or are refused; never a wrong sign."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dashboard.reading.inputs import InputError, received
from dashboard.reading.inputs.encodings import decoded

GERMAN = "Das Ministerium meldet „mehr als 12.000 Soldaten“ – über 500 seien zurückgekehrt, heißt es aus Köln."
FRENCH = "« Près de 35 000 foyers », a déclaré la préfecture à Noël : l’été dernier, le cœur de la ville était inondé…"
ENGLISH = "“At least 60 passengers” were taken off – the ferry’s captain said it cost £3m."


@pytest.mark.parametrize("text", [GERMAN, FRENCH, ENGLISH, GERMAN * 200])
def test_windows_1252_of_three_languages_comes_out_right(text: str) -> None:
    assert decoded(text.encode("cp1252")) == (text, "windows-1252")


SHORT = """für|Grüße|5 €|über 5 € je Kilo|Müll|café|à Paris|„Nein“|it’s|Ärzte|ÖVP-Chef|2½ Kilo|½ Liter|195 km²|§ 5
Straße 12|Ça va|naïve|où|Œuvre|L’Équipe|Übung – 3 Tote|GRÜSSE|Bogotá|Ångström|niño|Šešelj|18\xa0000 Leute|20 °C
der Serbe Šešelj, der für mäßige Töne unüblich ist, sagte „nein“"""


@pytest.mark.parametrize("text", re.split(r"[|\n]", SHORT))
def test_short_texts_in_windows_1252_come_out_right(text: str) -> None:
    assert decoded(text.encode("cp1252")) == (text, "windows-1252")


@pytest.mark.parametrize(
    "text", ["1,2 milliard € de dégâts", "le cœur à 3 €", "Sie kostet 5 €.", "un cœur brisé", "Œuvres de l'été"]
)
def test_the_euro_and_ligatures_of_iso_8859_15_are_told_from_windows_1252(text: str) -> None:
    assert decoded(text.encode("iso-8859-15")) == (text, "iso-8859-15")


@pytest.mark.parametrize("codec", ["mac_roman", "cp850"])
def test_german_from_old_macs_and_dos_comes_out_right(codec: str) -> None:
    text = "Über 12.000 Soldaten: die Größe der Truppe überrascht selbst Köln, heißt es."
    assert decoded(text.encode(codec))[0] == text


@pytest.mark.parametrize(
    ("codec", "name"), [("utf-8", "utf-8"), ("utf-16-le", "utf-16"), ("utf-16-be", "utf-16"), ("utf-32-le", "utf-32")]
)
def test_a_byte_order_mark_is_believed_and_left_out(codec: str, name: str) -> None:
    assert decoded(f"\ufeff{GERMAN}".encode(codec)) == (GERMAN, name)


def test_only_the_first_mark_is_no_part_of_the_text() -> None:
    assert decoded("\ufeff\ufeffDrei Tote".encode()) == ("\ufeffDrei Tote", "utf-8")


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_seen_by_its_zeros(codec: str) -> None:
    assert decoded(GERMAN.encode(codec)) == (GERMAN, "utf-16")


def test_a_file_that_breaks_its_own_mark_is_refused() -> None:
    with pytest.raises(InputError, match="byte 8: begins as UTF-8, but goes on as something else"):
        decoded(b"\xef\xbb\xbfDrei\xe4Tote")
    with pytest.raises(InputError, match="begins as UTF-16-LE"):
        decoded(b"\xff\xfeD\0r")


def test_utf_8_with_one_bad_byte_is_refused_and_not_read_as_something_else() -> None:
    data = f"{GERMAN}\n".encode() + "für".encode("cp1252") + f"\n{GERMAN}".encode()
    with pytest.raises(InputError, match="line 2: is UTF-8, but not byte 0xFC; save it again as UTF-8"):
        decoded(data)
    with pytest.raises(InputError, match="is UTF-8, but not byte 0xC3"):
        decoded(f"{GERMAN} Schlussä".encode()[:-1])


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        ("Міністерство оборони повідомило про 12 000 солдатів у Курській області.", "cp1251", "windows-1251"),
        ("Министерство обороны сообщило о 12 000 солдат в Курской области.", "koi8_r", "koi8-r"),
    ],
)
def test_cyrillic_is_read_where_only_one_reading_makes_words(text: str, codec: str, name: str) -> None:
    assert decoded(text.encode(codec)) == (text, name)


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("Według ministerstwa w regionie jest około 12 000 żołnierzy, powiedział rzecznik.", "cp1250"),
        ("Ministerstvo uvedlo, že v oblasti je přibližně 12 000 vojáků, řekl mluvčí.", "cp1250"),
        ("Más: ªº¤¦¨¸¹", "latin-1"),
    ],
)
def test_an_encoding_that_cannot_be_told_is_refused_rather_than_guessed(text: str, codec: str) -> None:
    with pytest.raises(InputError, match="cannot be told for certain; save it again as UTF-8"):
        decoded(text.encode(codec))


@pytest.mark.parametrize(
    ("declaration", "codec", "name"),
    [
        ('<html><head><meta charset="windows-1250"></head>', "cp1250", "windows-1250"),
        (
            "<html><head><META http-equiv=Content-Type content='text/html; charset=ISO-8859-2'></head>",
            "iso8859-2",
            "iso-8859-2",
        ),
        ("<?xml version='1.0' encoding='windows-1250'?>", "cp1250", "windows-1250"),
    ],
)
def test_what_a_page_declares_is_believed(declaration: str, codec: str, name: str) -> None:
    text = f"{declaration} Według ministerstwa jest około 12 000 żołnierzy."
    assert decoded(text.encode(codec)) == (text, name)


def test_latin_1_as_declared_is_windows_1252_as_on_the_web() -> None:
    text = f'<meta charset="iso-8859-1"><p>{GERMAN} 5 €</p>'
    assert decoded(text.encode("cp1252")) == (text, "windows-1252")


@pytest.mark.parametrize("wrong", ["utf-8", "rot13", "unicode_escape", "utf-7", "hex", "nonsense"])
def test_a_wrong_or_dangerous_declaration_is_passed_over(wrong: str) -> None:
    text = f"<meta charset={wrong}> Für 5 €, sagt sie."
    assert decoded(text.encode("cp1252")) == (text, "windows-1252")


def test_utf_8_goes_before_what_a_page_declares() -> None:
    text = f'<meta charset="iso-8859-1"><p>{GERMAN}</p>'
    assert decoded(text.encode()) == (text, "utf-8")


WORDS = st.lists(
    st.sampled_from(f"{GERMAN} {FRENCH} {ENGLISH} für Ärzte Öl Übung à été naïve café".split()), min_size=1, max_size=12
)


@given(WORDS, st.sampled_from([" ", "\n", "\r\n"]))
def test_any_words_of_three_languages_survive_windows_1252(words: list[str], between: str) -> None:
    text = between.join(words)
    assume(not text.isascii())
    assert decoded(text.encode("cp1252"))[0] == text


@given(st.binary(min_size=1, max_size=300))
def test_what_is_decoded_can_be_encoded_to_the_same_bytes(data: bytes) -> None:
    try:
        text, name = decoded(data)
    except InputError:
        return
    assert "\ufffd" not in text or "\ufffd".encode() in data or name.startswith("utf-")
    codec = {"windows-1252": "cp1252", "macintosh": "mac_roman", "ibm850": "cp850"}.get(name, name)
    if not name.startswith(("utf-16", "utf-32")):
        assert text.encode(codec) == data.removeprefix(b"\xef\xbb\xbf" if name == "utf-8" else b"")


def test_offsets_into_old_encodings_are_those_of_the_bytes() -> None:
    data = GERMAN.encode("cp1252")
    story = received(data, "alt.txt")
    start = story.text.index("12.000")
    assert data[start : start + 6] == b"12.000"
