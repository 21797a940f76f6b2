"""XML that would do harm is refused, quickly and in one line."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from dashboard.reading.inputs import InputError, received
from dashboard.reading.inputs.xml import parse

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
ROOT = '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/">{}</newsItem>'
HOSTILE = {
    "billion laughs": f'<!DOCTYPE newsItem [<!ENTITY l0 "ha">{LAUGHS}]>' + ROOT.format("&l9;"),
    "billion laughs in an attribute": f'<!DOCTYPE newsItem [<!ENTITY l0 "ha">{LAUGHS}]><newsItem a="&l9;"/>',
    "quadratic blow-up": f'<!DOCTYPE newsItem [<!ENTITY a "{"a" * 100_000}">]>' + ROOT.format("&a;" * 50_000),
    "a file of this computer": '<!DOCTYPE newsItem [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + ROOT.format("&a;"),
    "a page of another": '<!DOCTYPE newsItem [<!ENTITY a SYSTEM "http://a.example/">]>' + ROOT.format("&a;"),
    "a parameter entity": '<!DOCTYPE newsItem [<!ENTITY % a SYSTEM "http://a.example/"> %a;]>' + ROOT.format(""),
    "an external document type": '<!DOCTYPE newsItem SYSTEM "http://a.example/a.dtd">' + ROOT.format(""),
    "a public document type": '<!DOCTYPE newsItem PUBLIC "-//A//B" "a.dtd">' + ROOT.format(""),
}


@pytest.mark.parametrize("attack", HOSTILE)
@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
def test_document_types_that_expand_or_fetch_are_refused_within_a_second(attack: str, codec: str) -> None:
    begun = time.process_time()
    with pytest.raises(InputError) as caught:
        received(f'<?xml version="1.0" encoding="{codec}"?>\n{HOSTILE[attack]}'.encode(codec), "böse.xml")
    assert "line 2, column " in str(caught.value)
    assert str(caught.value).endswith("which is not read for safety; remove the <!DOCTYPE …>")
    assert time.process_time() - begun < 1


def test_a_secret_file_never_reaches_a_text_or_a_message(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("streng geheim")
    with pytest.raises(InputError) as caught:
        received(HOSTILE["a file of this computer"].replace("/etc/passwd", str(secret)).encode(), "a.xml")
    assert "geheim" not in str(caught.value)


def test_a_harmless_document_type_is_passed_over() -> None:
    assert parse("<!DOCTYPE a [<!ELEMENT a ANY>]><a>b</a>").text == "b"


@pytest.mark.parametrize(
    ("xml", "place"),
    [
        ("<a>" * 100_000, "line 1"),
        ("<a>" * 100_000 + "</a>" * 100_000, "line 1"),
        ("<a>\n<b></a>", "line 2"),
        ("<a>&nbsp;</a>", "line 1"),
        ("<a>\x01</a>", "line 1"),
        ("<a/>\n<a/>", "line 2"),
        ("", "line 1"),
        ("<a b='" + "x" * 11_000_000, "line 1"),
    ],
)
def test_xml_that_is_broken_or_too_deep_is_refused_with_its_place_within_a_second(xml: str, place: str) -> None:
    begun = time.process_time()
    with pytest.raises(InputError, match="is not well-formed XML") as caught:
        parse(xml)
    assert str(caught.value).startswith(place)
    assert len(str(caught.value)) < 250
    assert time.process_time() - begun < 1


def test_xml_of_endless_elements_is_refused_within_a_second() -> None:
    begun = time.process_time()
    with pytest.raises(InputError, match="is XML of more than 300,000 elements, no story"):
        parse(f"<a>{'<b/>' * 1_200_000}</a>")
    assert time.process_time() - begun < 1


def test_a_hundred_thousand_blocks_are_read_in_a_second_or_two() -> None:
    body = ROOT.format("<contentSet><inlineXML>" + "<p>a</p>" * 100_000 + "</inlineXML></contentSet>")
    begun = time.process_time()
    assert received(body.encode(), "a.xml").text.count("a") == 100_000
    assert time.process_time() - begun < 3
