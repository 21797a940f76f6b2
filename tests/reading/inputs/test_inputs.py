"""The door: which format a file is, whatever its name; what is refused, and in which words."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.reading.inputs import InputError, Received, limits, receive, received
from dashboard.reading.inputs.errors import shown

ROOT = Path(__file__).parents[3]
FILES = Path(__file__).parent / "files"
FORMATS = {
    "portal.html": "html",
    "brief.html": "html",
    "depeche.html": "html",
    "ninjs-1.json": "ninjs",
    "ninjs-2.json": "ninjs",
    "ninjs-3.json": "ninjs",
    "newsitem-xhtml.xml": "newsml-g2",
    "newsitem-nitf.xml": "newsml-g2",
    "newsmessage.xml": "newsml-g2",
}


def fault(data: bytes, name: str = "story.txt") -> str:
    with pytest.raises(InputError) as caught:
        received(data, name)
    return str(caught.value)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("called", ["x", "x.txt", "x.docx", "x.json", "x.html", "x.xml"])
def test_a_file_is_what_it_holds_whatever_it_is_called(name: str, called: str) -> None:
    data = (FILES / name).read_bytes()
    assert received(data, called) == received(data, name)
    assert received(data, called).format == FORMATS[name]


@pytest.mark.parametrize(
    "text",
    [
        "<Achtung: Sperrfrist> 300 Tote bei Grubenunglück.",
        "{Korrektur} 12.000 statt 9.000 Soldaten.",
        "Das Feld <p> enthält 3 Zeichen, nicht 4.",
        "<3 sagen 40 Prozent der Befragten.",
        "[1] Nach Angaben der Polizei.",
        "PK: Der Minister spricht um 12 Uhr.",
        "%12 der Stimmen.",
    ],
)
def test_plain_text_stays_plain_text_though_it_looks_like_something_else(text: str) -> None:
    assert received(text.encode(), "story.txt") == Received(text=text, format="text", encoding="utf-8")


def test_a_fragment_called_html_is_html() -> None:
    assert received(b"Vorab: <p>Es gab 30 Verletzte bei dem Brand.</p>", "a.html").format == "html"


PLAIN = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=200)


@given(PLAIN.map(lambda text: "Meldung " + text))
def test_plain_text_comes_back_sign_by_sign(text: str) -> None:
    try:
        found = received(text.encode(), "story.txt")
    except InputError as error:
        assert "control characters" in str(error)
        return
    assert found.text == text


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x0b", "\x0c", "\u2028", "\x85"])
def test_line_ends_of_plain_text_stay_as_they_are(end: str, tmp_path: Path) -> None:
    text = f"  Erste Zeile{end}{end}Zweite\u00a0Zeile, e\u0301 nicht é.\t{end}"
    path = tmp_path / "story.txt"
    path.write_bytes(text.encode())
    assert receive(path).text == text


def test_control_characters_of_an_old_wire_stay_so_that_offsets_hold() -> None:
    text = "\x01bdt0123 4 pl 120\x02Grenze/\r\n\x1fMehr als 12.000 Soldaten stehen an der Grenze.\x03\x04"
    assert received(text.encode(), "wire.txt").text == text


def test_a_nul_byte_in_a_text_is_refused_where_it_stands() -> None:
    message = fault(b"Erste Zeile\nZweite \0 Zeile mit noch mehr Text dahinter")
    assert message == "story.txt: line 2, column 8: holds a NUL byte, which no text has; save it again as UTF-8"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty (0 bytes)"),
        (b" \r\n\t \xc2\xa0", "holds no text"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "is a PDF; export its text as .txt or .docx"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is a picture (PNG)"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "is a picture (JPEG)"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500),
            "is an old Office document or one with a password; save it as",
        ),
        (b"{\\rtf1\\ansi Zw\\'f6lf}", "is an RTF document; save it as .docx"),
        (b"\x1f\x8b\x08\0\0\0\0\0", "is a packed file (gzip); unpack it first"),
        (b"\x00\x01\x02\x03\x04\x05\x06", "NUL byte"),
        (b"\x01\x02\x03\x04\x05\x06\x07\x08 abc", "is not text"),
        (b"<html></html>", "is a web page in which no article was found"),
        (b"<?xml version='1.0'?><rss><channel/></rss>", "is XML but no NewsML-G2 news item (rss)"),
        (b"<?xml version='1.0'?><NewsML/>", "no NewsML-G2 news item (NewsML)"),
        (b'{"a": 1, "b": [2]}', "is JSON but no ninjs item (its fields: a, b)"),
        (b'{"a": 1, "b"', "line 1, column 13: is not JSON"),
        (b"{}", "no ninjs item (its fields: none)"),
    ],
)
def test_what_cannot_be_read_is_named_with_the_way_out(data: bytes, words: str) -> None:
    message = fault(data)
    assert words in message
    assert message.startswith("story.txt: ")
    assert "; " in message


def test_a_file_of_more_than_ten_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000_000)
    with pytest.raises(InputError, match="has more than 10 MB; save the story alone"):
        receive(path)


def test_a_text_of_more_characters_than_allowed_is_refused() -> None:
    assert "at most; save the story alone" in fault(b"a" * (limits.MAX_CHARACTERS + 1))
    assert received(b"a" * limits.MAX_CHARACTERS, "x").text == "a" * limits.MAX_CHARACTERS


def test_a_folder_a_missing_file_and_an_impossible_name_are_each_one_line(tmp_path: Path) -> None:
    for path, words in [
        (tmp_path, "is not a file"),
        (tmp_path / "nowhere.txt", "cannot be opened (no such file or directory)"),
        (Path("a\0b"), "cannot be opened (embedded null byte)"),
    ]:
        with pytest.raises(InputError) as caught:
            receive(path)
        assert words in str(caught.value)
        assert "\n" not in str(caught.value)


def test_the_name_in_a_message_is_shortened_and_shows_its_control_characters() -> None:
    message = fault(b"", "bö\x1b[31m\nse\u202e.txt" + "x" * 500)
    assert message.startswith("bö\\x1b[31m\\nse\\u202e.txtxxx")
    assert len(message) < 280
    assert message.isprintable()


@given(st.text())
def test_text_shown_in_a_message_can_always_be_printed(text: str) -> None:
    assert shown(text).isprintable()
    shown(text).encode()


# Pieces of all formats, so that random files come past the first look at them.
PIECES = st.sampled_from(
    [
        *(
            b"<html>",
            b"<p>",
            b"</p>",
            b"<!doctype html>",
            b"<?xml version='1.0'?>",
            b"<!DOCTYPE a [",
            b"<!ENTITY b 'c'>",
            b"]>",
        ),
        *(
            b"<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'>",
            b"</newsItem>",
            b"<contentSet><inlineData>",
            b"<!--",
        ),
        *(
            b"{",
            b"}",
            b'"headline":',
            b'"bodies":[',
            b'"value":"x"',
            b"[",
            b"]",
            b",",
            b"null",
            b"\\ud83d",
            b'"body_html":"<p>',
        ),
        *(
            b"PK\x03\x04",
            b"PK\x01\x02",
            b"PK\x05\x06",
            b"\xff\xfe",
            b"\xef\xbb\xbf",
            b"\0\0",
            b"\xe4\xf6\xfc",
            b"\xc3\xa4",
        ),
        *(
            b"Zw\xf6lf Tote",
            b" 12.000 ",
            b"\r\n",
            b"&nbsp;&#0;&#xD800;",
            b"<table><tr><td>",
            b"<script>",
            b"&",
            b"<",
            b"]]>",
        ),
    ]
)


@given(
    st.one_of(st.binary(max_size=400), st.lists(st.one_of(PIECES, st.binary(max_size=8)), max_size=30).map(b"".join))
)
@settings(max_examples=400, deadline=None)
def test_any_bytes_give_a_story_or_one_line_that_says_why_not(data: bytes) -> None:
    for name in ("a.txt", "a.json", "a.html", "a.xml"):
        try:
            found = received(data, name)
        except InputError as error:
            assert str(error).isprintable()
            assert str(error).startswith(f"{name}: ")
            assert len(str(error)) < 400
        else:
            assert found.text.strip()
            found.text.encode()
            if found.format == "text":
                encoding = {"windows-1252": "cp1252", "macintosh": "mac_roman"}.get(
                    found.encoding or "", found.encoding
                )
                assert encoding in ("utf-8", "utf-16", "utf-32") or found.text.encode(encoding or "") == data


SAMPLES = [path.read_bytes() for path in sorted(FILES.iterdir())]


@given(
    st.sampled_from(SAMPLES),
    st.lists(st.tuples(st.integers(0, 4000), st.integers(0, 40), st.binary(max_size=6)), max_size=6),
)
@settings(max_examples=250, deadline=None)
def test_a_damaged_file_gives_a_story_or_one_line_that_says_why_not(
    data: bytes, cuts: list[tuple[int, int, bytes]]
) -> None:
    for start, length, instead in cuts:
        data = data[:start] + instead + data[start + length :]
    try:
        assert received(data, "a").text.strip()
    except InputError as error:
        assert str(error).isprintable()


VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=20)),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["value", "role", "name"]), inner, max_size=3)
    ),
    max_leaves=6,
)
FIELDS = [
    "headline",
    "headlines",
    "bodies",
    "body_text",
    "body_html",
    "body_x",
    "language",
    "pubstatus",
    "type",
    "embargoed",
]


@given(st.dictionaries(st.sampled_from([*FIELDS, "versioncreated", "infosources", "copyrightholder"]), VALUES))
@settings(deadline=None)
def test_ninjs_fields_of_any_type_never_break_the_reader(item: dict[str, object]) -> None:
    try:
        assert received(json.dumps(item).encode(), "a.json").format == "ninjs"
    except InputError as error:
        assert str(error).isprintable()


def test_what_is_slow_to_import_waits_for_a_file_that_needs_it() -> None:
    slow = ("lxml", "trafilatura", "charset_normalizer", "json", "zipfile", "pandas", "streamlit")
    program = (
        "import sys, dashboard.reading.inputs as inputs; inputs.received(b'Drei Tote.', 'a.txt');"
        f"print([name for name in {slow} if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
