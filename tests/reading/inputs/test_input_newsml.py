"""IPTC NewsML-G2: items, messages, and their three ways to hold a text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from dashboard.reading.inputs import InputError, Received, received

FILES = Path(__file__).parent / "files"
NS = 'xmlns="http://iptc.org/std/nar/2006-10-01/"'
META = '<itemMeta><itemClass qcode="ninat:text"/>{}</itemMeta>'


def one(content: str, meta: str = "", about: str = "") -> str:
    item = f'<newsItem {NS} guid="urn:x" version="1" standard="NewsML-G2" standardversion="2.34">'
    return f"{item}{META.format(meta)}<contentMeta>{about}</contentMeta><contentSet>{content}</contentSet></newsItem>"


def text(value: str) -> str:
    return f'<inlineData contenttype="text/plain">{value}</inlineData>'


def read(xml: str) -> Received:
    return received(xml.encode(), "item.xml")


def test_xhtml_in_an_item_gives_headline_paragraphs_and_rows(sent: Callable[[str], Received]) -> None:
    found = sent("newsitem-xhtml.xml")
    assert found.text.split("\n\n") == [
        "Nordland meldet 12.000 Soldaten an der Grenze",
        "Hafnabergs (na) - Nach Angaben des Ministeriums stehen mehr als 12.000\u00a0Soldaten im Raum Hafnabergs.",
        "Gelände",
        "Monat\tFläche",
        "Oktober\t195 km²",
        "September: 282 Quadratkilometer",
    ]
    assert (found.language, found.publisher) == ("de", "Nordagentur")
    assert (found.published, found.published_from) == (date(2024, 11, 6), "itemMeta/versionCreated")


def test_nitf_in_an_item_in_latin_1_gives_its_body_and_its_headline(sent: Callable[[str], Received]) -> None:
    found = sent("newsitem-nitf.xml")
    assert found.text.split("\n\n") == [
        "Ferry carrying 214 people runs aground at Pointe-à-Pic",
        "A ferry with 214 people on board ran aground on Monday, the coastguard said.",
        "Lifeboats",
        "At least 60 passengers were taken off.",
    ]
    assert (found.language, found.publisher, found.encoding) == ("en-GB", "HW", "windows-1252")
    assert (found.published, found.published_from) == (date(2025, 1, 1), "itemMeta/embargoed")


def test_of_a_message_with_a_picture_and_a_story_the_story_is_read(sent: Callable[[str], Received]) -> None:
    found = sent("newsmessage.xml")
    assert found.text == (
        "Südmark widerspricht\n\n„Wir sehen höchstens 9.000 Mann“, sagte die Ministerin.\nWeitere 300 seien abgezogen."
    )
    assert (found.publisher, found.language, found.published) == ("Nordagentur", "de", date(2024, 11, 6))


def message(*items: str) -> str:
    return f"<newsMessage {NS}><header/><itemSet>{''.join(items)}</itemSet></newsMessage>"


def test_of_two_stories_in_a_message_none_is_chosen() -> None:
    items = (one(text(f"{head} …"), about=f"<headline>{head}</headline>") for head in ("Drei Tote", "Vier Tote"))
    with pytest.raises(InputError, match=r"itemSet: holds 2 stories \(Drei Tote; Vier Tote\); save each one as a file"):
        read(message(*items))


def test_a_withdrawn_story_of_a_message_is_passed_over_for_the_usable_one() -> None:
    gone = one(text("Drei Tote"), '<pubStatus qcode="stat:canceled"/>')
    assert read(message(gone, one(text("Vier Tote")))).text == "Vier Tote"
    with pytest.raises(InputError, match="itemMeta/pubStatus: is canceled by its publisher and must not be used"):
        read(message(gone))


def test_a_message_without_a_story_is_refused() -> None:
    with pytest.raises(InputError, match="is a news message without a text item"):
        read(message(one("").replace("ninat:text", "ninat:video")))


@pytest.mark.parametrize(
    "status",
    [
        '<pubStatus qcode="stat:canceled"/>',
        '<pubStatus qcode="stat:withheld"/>',
        '<pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2/canceled"/>',
    ],
)
def test_a_withdrawn_item_is_refused(status: str) -> None:
    with pytest.raises(InputError, match="by its publisher and must not be used; ask for a usable version"):
        read(one(text("Drei Tote"), status))


@pytest.mark.parametrize(
    ("meta", "about", "expected"),
    [
        (
            "<versionCreated>2024-11-06T00:40:00+01:00</versionCreated><firstCreated>2024-11-05</firstCreated>",
            "",
            date(2024, 11, 6),
        ),
        (
            "<firstCreated>2024-11-05T23:40:00Z</firstCreated>",
            "<contentCreated>2024-11-04</contentCreated>",
            date(2024, 11, 5),
        ),
        ("", "<contentCreated>2024-11-04T10:00:00+01:00</contentCreated>", date(2024, 11, 4)),
        ("", "<contentCreated>2024-11</contentCreated>", None),
        ("<versionCreated>2024-11-06T00:40:00Z</versionCreated><embargoed/>", "", date(2024, 11, 6)),
    ],
)
def test_the_day_of_an_item_is_that_of_its_version(meta: str, about: str, expected: date | None) -> None:
    assert read(one(text("Drei Tote"), meta, about)).published == expected


def test_of_several_headlines_the_one_of_first_rank_and_no_lesser_role_stands() -> None:
    about = '<headline role="x:subtitle">Unter</headline><headline rank="2">Zweite</headline>'
    about += '<headline rank="1">Erste</headline>'
    assert read(one(text("Es brannte."), about=about)).text == "Erste\n\nEs brannte."


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (text("\nErste Zeile\n  zweite\n"), "Erste Zeile\n  zweite"),
        (text("<![CDATA[3 < 5 & <b>]]>"), "3 < 5 & <b>"),
        (
            '<inlineData contenttype="text/html"><![CDATA[<p>Drei</p><p>Tote&nbsp;sagt er</p>]]></inlineData>',
            "Drei\n\nTote\u00a0sagt er",
        ),
        ('<inlineData contenttype="image/png" encoding="base64">aGFsbG8=</inlineData>' + text("Drei"), "Drei"),
        ('<inlineXML><p xmlns="http://www.w3.org/1999/xhtml">Drei</p></inlineXML>', "Drei"),
        (
            '<inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body><h1>Kopf</h1>x<p>Drei</p>y</body></html></inlineXML>',
            "Kopf\n\nx\n\nDrei\n\ny",
        ),
        ("<!-- a --><inlineXML><!-- b --><p>Dr<!-- c -->ei</p></inlineXML>", "Drei"),
    ],
)
def test_each_way_to_hold_a_text_is_read(content: str, expected: str) -> None:
    assert read(one(content)).text == expected


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "contentSet: is a news item without a text in it"),
        ('<remoteContent href="a.jpg"/>', "is a news item without a text in it"),
        (
            '<inlineXML contenttype="application/sportsml+xml"><s xmlns="urn:s"/></inlineXML>',
            "no text that is read (application/sportsml+xml)",
        ),
    ],
)
def test_an_item_without_a_text_is_refused(content: str, words: str) -> None:
    with pytest.raises(InputError) as caught:
        read(one(content))
    assert words in str(caught.value)


@pytest.mark.parametrize("name", ["packageItem", "conceptItem", "planningItem"])
def test_other_kinds_of_items_are_refused_by_name(name: str) -> None:
    with pytest.raises(InputError, match=f"is XML but no NewsML-G2 news item \\({name} of http://iptc.org"):
        read(f"<{name} {NS}/>")


def test_quotes_of_windows_1252_in_xml_that_claims_latin_1_come_out_right() -> None:
    xml = '<?xml version="1.0" encoding="ISO-8859-1"?>' + one(text("„Nein“ – für 5 €"))
    assert received(xml.encode("cp1252"), "a.xml").text == "„Nein“ – für 5 €"


def test_xml_in_utf_16_is_read() -> None:
    xml = '<?xml version="1.0" encoding="UTF-16"?>' + one(text("für 5 €"))
    assert received(xml.encode("utf-16"), "a.xml").text == "für 5 €"
