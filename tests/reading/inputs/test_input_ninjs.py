"""IPTC ninjs in its three generations."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from dashboard.reading.inputs import InputError, Received, received


def item(**fields: Any) -> Received:
    return received(json.dumps({"uri": "urn:x", "body_text": "Drei Tote.", **fields}).encode(), "item.json")


def test_ninjs_1_gives_the_paragraphs_of_its_html_and_no_caption(sent: Callable[[str], Received]) -> None:
    found = sent("ninjs-1.json")
    assert found.text.split("\n\n") == [
        "Nordland meldet 12.000 Soldaten an der Grenze",
        "HAFNABERGS (na) - Nach Angaben des Ministeriums stehen mehr als 12.000\u00a0Soldaten im Raum Hafnabergs.",
        "Die Regierung in Südmark widersprach am Dienstagabend.",
    ]
    assert (found.language, found.publisher, found.published) == ("de", "Nordagentur", date(2024, 11, 6))
    assert found.published_from == "versionCreated"


def test_ninjs_2_gives_the_main_body_and_the_main_headline(sent: Callable[[str], Received]) -> None:
    found = sent("ninjs-2.json")
    assert found.title == "Inondations : 35 000 foyers sans électricité"
    assert found.text.split("\n\n")[1:] == [
        "Quelque 35 000 foyers restaient privés d'électricité vendredi.",
        "Une dizaine de milliers ont été rétablis, selon Réseau Élan.",
    ]
    assert (found.language, found.publisher, found.published) == ("fr-FR", "Agence du Nord", date(2024, 10, 18))


def test_ninjs_3_in_camel_case_is_read_alike_and_its_embargo_is_its_day(sent: Callable[[str], Received]) -> None:
    found = sent("ninjs-3.json")
    assert found.text.split("\n\n")[1:] == [
        "A ferry with 214 people on board ran aground off Skerry Point on Monday, the coastguard said.",
        "Lifeboats",
        "At least 60 passengers were taken off.\nNobody was hurt.",
    ]
    assert (found.published, found.published_from) == (date(2025, 1, 1), "embargoedUntil")
    assert (found.language, found.publisher) == ("en-GB", "Harbour Wire")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"versioncreated": "2024-11-06T00:40:00+01:00", "firstcreated": "2024-11-05T01:00:00Z"},
            (date(2024, 11, 6), "versionCreated"),
        ),
        ({"versioncreated": "2024-11-05T23:40:00Z"}, (date(2024, 11, 5), "versionCreated")),
        ({"versioncreated": "", "firstcreated": "2024-11-05"}, (date(2024, 11, 5), "firstCreated")),
        ({"contentcreated": "20241105T220000+0100"}, (date(2024, 11, 5), "contentCreated")),
        ({"versioncreated": "2024-11-31T00:00:00Z"}, (None, None)),
        ({"versioncreated": "2024-W45"}, (None, None)),
        (
            {"versioncreated": "2024-11-06T00:40:00Z", "embargoed": "2024-11-05T18:00:00Z"},
            (date(2024, 11, 6), "versionCreated"),
        ),
        ({"embargoed": "2024-11-07T18:00:00Z"}, (None, None)),
        ({}, (None, None)),
    ],
)
def test_the_day_of_an_item_is_that_of_its_version(
    fields: dict[str, Any], expected: tuple[date | None, str | None]
) -> None:
    found = item(**fields)
    assert (found.published, found.published_from) == expected


@pytest.mark.parametrize("status", ["canceled", "withheld", "Canceled"])
@pytest.mark.parametrize("name", ["pubstatus", "pubStatus"])
def test_a_withdrawn_item_is_refused(status: str, name: str) -> None:
    with pytest.raises(
        InputError, match=f"item.json: pubstatus: is {status.lower()} by its publisher and must not be used"
    ):
        item(**{name: status})


def test_plain_text_of_an_item_keeps_its_line_ends() -> None:
    assert item(body_text="Erste Zeile\r\n\r\n  Zweite  Zeile\n").text == "Erste Zeile\r\n\r\n  Zweite  Zeile\n"


@pytest.mark.parametrize(
    ("bodies", "text"),
    [
        ([{"value": "Drei Tote."}], "Drei Tote."),
        ([{"value": "<p>Drei</p><p>Tote</p>"}], "Drei\n\nTote"),
        ([{"contenttype": "text/plain", "value": "<p> ist ein Tag"}], "<p> ist ein Tag"),
        ([{"contenttype": "text/plain", "value": "lang"}, {"contenttype": "text/html", "value": "<p>gut</p>"}], "gut"),
        (
            [
                {"contenttype": "application/nitf+xml", "value": "<nitf/>"},
                {"contenttype": "text/plain", "value": "gut"},
            ],
            "gut",
        ),
        ([{"role": "caption", "value": "Bild"}, {"role": "main", "value": "gut"}], "gut"),
        ([{"value": " "}, {"role": "x"}, "kein Objekt", {"value": "gut"}], "gut"),
    ],
)
def test_of_several_bodies_the_main_one_with_paragraphs_is_read(bodies: list[Any], text: str) -> None:
    assert item(body_text=None, bodies=bodies).text == text


def test_a_body_in_a_form_that_is_not_read_is_named() -> None:
    with pytest.raises(
        InputError, match=r"bodies, role main: has its story in application/nitf\+xml, which is not read"
    ):
        item(body_text=None, bodies=[{"role": "main", "contenttype": "application/nitf+xml", "value": "<nitf/>"}])


def test_a_picture_without_a_text_is_refused_by_name() -> None:
    with pytest.raises(
        InputError, match=r"is a ninjs item without a body \(a picture\); ask for the item with its text"
    ):
        item(body_text="", type="picture", description_text="Der Zaun ist 48 Kilometer lang.")


def test_a_headline_that_the_body_repeats_stands_once() -> None:
    assert (
        item(headline="Drei Tote", body_html="<h1>Drei  Tote</h1><p>Es brannte.</p>").text == "Drei Tote\n\nEs brannte."
    )


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b'{"headline": "a",\n "body_text": "b"', "line 2, column 18: is not JSON"),
        (b'{"headline": ' + b"[" * 100_000, "is JSON nested deeper than any news item"),
        (
            b'{"headline": "a", "body_text": "Tote: \\ud83d"}',
            "character 7 of the text: holds half of a surrogate pair",
        ),
        (b'{"body_html": "<p>Drei Tote: \\ud83d</p>"}', "holds half of a surrogate pair"),
        (b'{"type": "text"}', "no ninjs item (its fields: type)"),
    ],
)
def test_broken_json_is_refused_where_it_breaks(data: bytes, words: str) -> None:
    with pytest.raises(InputError) as caught:
        received(data, "item.json")
    assert words in str(caught.value)


def test_a_list_of_items_is_refused_as_it_has_no_single_day() -> None:
    with pytest.raises(InputError, match="an object is expected; save each story as a file of its own"):
        received(b'[{"headline": "a"}]', "items.json")


def test_a_number_of_a_million_digits_is_not_evaluated() -> None:
    begun = time.process_time()
    assert received(b'{"body_text": "Drei Tote.", "urgency": ' + b"9" * 1_000_000 + b"}", "a.json").text == "Drei Tote."
    assert time.process_time() - begun < 1
