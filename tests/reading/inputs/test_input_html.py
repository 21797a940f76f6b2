"""Web pages: the article and nothing else, and the first day of publication."""

from __future__ import annotations

import contextlib
import socket
import time
from collections.abc import Callable
from datetime import date

import pytest

from dashboard.reading.inputs import InputError, Received, received

ARTICLE = (
    "<article><h1>Drei Tote</h1><p>Bei dem Brand starben drei Menschen, sagte ein Sprecher am Montag.</p></article>"
)


def page(head: str = "", body: str = ARTICLE, html: str = "<html>") -> Received:
    return received(f"<!doctype html>{html}<head>{head}</head><body>{body}</body></html>".encode(), "seite.html")


def test_of_a_news_page_the_article_is_kept_in_its_order(sent: Callable[[str], Received]) -> None:
    blocks = sent("portal.html").text.split("\n\n")
    assert blocks[0] == "Nordland meldet 12.000 Soldaten an der Grenze"
    assert blocks[1].startswith("Nach Angaben des Verteidigungsministeriums stehen inzwischen mehr als 12.000")
    assert "davon sind mindestens 1.200 Reservisten“, sagte Ministerin Ilse Brandt" in blocks[2]
    assert blocks[2].endswith("\nEine unabhängige Bestätigung gab es zunächst nicht.")
    assert blocks[3] == "Gelände und Verluste"
    assert blocks[5:10] == [
        "Oktober: 195 Quadratkilometer",
        "September: 282 Quadratkilometer",
        "Monat\tFläche",
        "Oktober\t195 km²",
        "September\t282 km²",
    ]
    assert blocks[-1] == "Das Ministerium kündigte für den kommenden Montag neue Zahlen an."


@pytest.mark.parametrize(
    "number",
    ["187 Partner", "9,99", "4711", "300px", "48 Panzer", "50.000!", "23 Kommentare", "10 Tipps", "© 2024", "0:40"],
)
def test_numbers_around_the_article_are_no_figures_of_the_story(number: str, sent: Callable[[str], Received]) -> None:
    assert number not in sent("portal.html").text


def test_what_a_page_says_of_itself_is_kept(sent: Callable[[str], Received]) -> None:
    found = sent("portal.html")
    assert (found.language, found.publisher, found.title) == (
        "de",
        "Küstenbote",
        "Nordland meldet 12.000 Soldaten an der Grenze",
    )
    assert (found.published, found.published_from) == (date(2024, 11, 6), "JSON-LD datePublished")


def test_a_short_brief_is_an_article_too(sent: Callable[[str], Received]) -> None:
    assert sent("brief.html").text.split("\n\n") == [
        "Ferry carrying 214 people runs aground",
        "A ferry with 214 people on board ran aground off Skerry Point on Monday, the coastguard said.",
        "Nobody was hurt. At least 60 passengers were taken off by lifeboat.",
    ]


def test_a_day_is_that_of_the_pages_own_time_zone(sent: Callable[[str], Received]) -> None:
    assert sent("brief.html").published == date(2024, 12, 30)


def test_an_old_french_page_in_latin_9_is_read(sent: Callable[[str], Received]) -> None:
    found = sent("depeche.html")
    assert found.encoding == "iso-8859-15"
    assert found.text.startswith("Inondations : 1,2 milliard € de dégâts\n\nLes inondations")
    assert (found.published, found.published_from, found.language) == (date(2024, 10, 18), "meta date", "fr")


NODE = '<script type="application/ld+json">{"@type": "%s", "datePublished": "%s"}</script>'


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        (NODE % ("NewsArticle", "2024-11-06"), "", (date(2024, 11, 6), "JSON-LD datePublished")),
        (NODE % ("WebSite", "2011-01-01"), "", (None, None)),
        (NODE % ("NewsArticle", "gestern"), "", (None, None)),
        ('<script type="application/ld+json">{broken</script>', "", (None, None)),
        ('<meta property="article:modified_time" content="2024-11-08">', "", (None, None)),
        (
            '<meta property="article:published_time" content="2024-11-06T23:59:00-05:00">'
            + NODE % ("Article", "2024-11-05"),
            "",
            (date(2024, 11, 5), "JSON-LD datePublished"),
        ),
        ('<meta name="DC.date.issued" content="20241106">', "", (date(2024, 11, 6), "meta dc.date.issued")),
        ("", '<time datetime="2020-01-01">Archiv</time>', (None, None)),
        ("", '<time itemprop="datePublished" datetime="2024-11-06T08:00Z">6.11.</time>', (date(2024, 11, 6), "time")),
        ("", '<article><time datetime="2024-11-06T08:00Z">6.11.</time></article>', (date(2024, 11, 6), "time")),
    ],
)
def test_the_day_of_publication_is_the_first_one_and_never_a_guess(
    head: str, body: str, expected: tuple[date | None, str | None]
) -> None:
    found = page(head, body + ARTICLE)
    assert (found.published, found.published_from) == expected


@pytest.mark.parametrize(
    ("head", "html", "language"),
    [
        ("", '<html lang="de-AT">', "de-AT"),
        ("", '<html lang="deutsch, bitte">', None),
        ('<meta property="og:locale" content="fr_FR">', "<html>", "fr-FR"),
        ("", "<html>", None),
    ],
)
def test_a_language_is_a_tag_or_nothing(head: str, html: str, language: str | None) -> None:
    assert page(head, html=html).language == language


def test_the_headline_stands_first_though_the_article_lies_below_it() -> None:
    story = "<div id=text><p>Bei dem Brand starben drei Menschen, sagte ein Sprecher am Montag in der Stadt.</p></div>"
    found = page('<meta property="og:title" content="Drei Tote">', f"<div class=kopf><h1>Drei Tote</h1></div>{story}")
    assert found.text.startswith("Drei Tote\n\nBei dem Brand")


def test_a_page_that_is_hardly_more_than_a_headline_keeps_its_lines_apart() -> None:
    found = page(body="<div><h1>Drei Tote</h1></div><div><b>12.000</b></div><div>Mann</div>")
    assert found.text.split("\n\n") == ["Drei Tote", "12.000", "Mann"]


def test_reading_a_page_opens_no_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: object, **__: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket, "socket", forbidden)
    monkeypatch.setattr(socket, "getaddrinfo", forbidden)
    head = '<link rel=stylesheet href="http://a.example/a.css"><base href="http://a.example/"><script src="http://a.example/x"></script>'
    assert (
        "drei Menschen"
        in page(head, f'<iframe src="http://a.example/"></iframe><img src="http://a.example/">{ARTICLE}').text
    )


@pytest.mark.parametrize(
    "body",
    ["", "<nav><a href=/>Start</a></nav>", "<script>var a = 1</script>", "<div>" * 5000 + "tief", "<a href=x>" * 4000],
)
def test_a_page_without_an_article_is_refused(body: str) -> None:
    with pytest.raises(InputError, match=r"no article was found; save the story's text as .txt or .docx"):
        page(body=body)


def test_a_page_of_too_many_elements_is_refused_at_once() -> None:
    begun = time.process_time()
    with pytest.raises(InputError, match="is a page of more than 20,000 elements"):
        page(body="<p>a<br>" * 500_000)
    assert time.process_time() - begun < 2


@pytest.mark.parametrize(
    "attributes",
    [
        " ".join(f"a{n}" for n in range(500_000)),
        " ".join(f'a{n}="<b>"' for n in range(200_000)),
        "".join(f"a{n}='>'" for n in range(200_000)),
        "/".join(f"a{n}" for n in range(500_000)),
        '="' * 500_000,
    ],
)
def test_a_tag_of_endless_attributes_is_refused_before_it_is_parsed(attributes: str) -> None:
    begun = time.process_time()
    with pytest.raises(InputError, match=r"more than 1,000 attributes in one tag|no article was found"):
        page(body=f"<p {attributes}>")
    assert time.process_time() - begun < 2


@pytest.mark.parametrize("piece", ["<a ", "<a '", '<a b="', "<a=", "</", "<!--", "<a b=c", "&", "<![CDATA[", "<a>b</a"])
def test_a_megabyte_of_a_torn_tag_is_done_in_a_second_or_two(piece: str) -> None:
    begun = time.process_time()
    with contextlib.suppress(InputError):
        page(body=piece * (1_000_000 // len(piece)))
    assert time.process_time() - begun < 2


@pytest.mark.parametrize("sign", ["\x0b", "\x01", "&#11;", "&#1;", "\ufffe", "&#xFFFF;"])
def test_a_control_character_does_not_cost_the_article(sign: str) -> None:
    assert "starben drei Menschen" in page(body=ARTICLE.replace("Brand", f"Br{sign}and")).text


def test_numbers_for_the_signs_of_windows_1252_are_those_signs() -> None:
    assert "„drei“ – Menschen" in page(body=ARTICLE.replace("drei", "&#132;drei&#x93; &#150;")).text


def test_half_a_character_written_as_a_number_does_not_break_a_page() -> None:
    assert page(body=ARTICLE.replace("drei", "&#xD800;&#0;drei")).text.encode()
