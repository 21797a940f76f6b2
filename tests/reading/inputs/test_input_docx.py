"""Word documents: every figure a reader of the page sees, in its order, and no bomb."""

from __future__ import annotations

import io
import time
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from word_files import LINKS, W, packed, paragraph, word

from dashboard.reading.inputs import InputError, Received, received

RUN = "<w:r><w:t>{}</w:t></w:r>"


def blocks(body: str) -> list[str]:
    return received(word(body), "story.docx").text.split("\n\n")


def test_paragraphs_and_tables_stand_in_the_order_of_the_page() -> None:
    row = "<w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>"
    table = f"<w:tbl><w:tblPr/>{row.format(paragraph('Monat'), paragraph('Fläche'))}"
    table += f"{row.format(paragraph('Oktober'), paragraph('195') + paragraph('km²'))}</w:tbl>"
    body = paragraph("Vorher.") + table + paragraph() + paragraph("Nachher.") + "<w:sectPr/>"
    assert blocks(body) == ["Vorher.", "Monat\tFläche", "Oktober\t195 km²", "Nachher."]


def test_a_number_cut_into_runs_is_one_number_though_the_xml_is_indented() -> None:
    first = "<w:r>\n    <w:rPr><w:b/></w:rPr>\n    <w:t>12</w:t>\n  </w:r>"
    body = f"<w:p>\n  {first}\n  <w:r><w:t>.000 Mann</w:t></w:r>\n</w:p>"
    assert blocks(body) == ["12.000 Mann"]


def test_insertions_count_as_accepted_and_deletions_as_gone() -> None:
    inserted = f'<w:ins w:id="1" w:author="x">{RUN.format("12.000")}</w:ins>'
    deleted = '<w:del w:id="2" w:author="x"><w:r><w:delText>9.000</w:delText></w:r></w:del>'
    moved = f'<w:moveFrom w:id="3">{RUN.format("früher")}</w:moveFrom>'
    assert blocks(paragraph("Es sind ", inserted, deleted, moved, " Soldaten.")) == ["Es sind 12.000 Soldaten."]


def test_content_controls_links_and_text_boxes_are_read_once() -> None:
    box = "<w:txbxContent>" + paragraph("Kasten: 300 Tote") + "</w:txbxContent>"
    both = (
        f"<w:r><w:AlternateContent><w:Choice>{box}</w:Choice><w:Fallback>{box}</w:Fallback></w:AlternateContent></w:r>"
    )
    control = f"<w:sdt><w:sdtContent>{paragraph('40 Prozent')}</w:sdtContent></w:sdt>"
    link = f"<w:hyperlink>{RUN.format('477')}</w:hyperlink>"
    assert blocks(control + paragraph("Fläche: ", link, " km²") + paragraph(both)) == [
        "40 Prozent",
        "Fläche: 477 km²",
        "Kasten: 300 Tote",
    ]


def test_breaks_tabs_and_hyphens_that_hold_are_signs() -> None:
    run = "<w:r><w:t>5</w:t><w:tab/><w:t>km</w:t><w:br/><w:t>152</w:t><w:noBreakHyphen/><w:t>mm</w:t></w:r>"
    assert blocks(paragraph(run)) == ["5 km\n152\u2011mm"]


def test_a_word_document_says_nothing_of_itself_that_is_trusted() -> None:
    core = (
        '<cp:coreProperties xmlns:cp="a" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dcterms:created>2013-12-23T23:15:00Z</dcterms:created><dc:title>Vorlage</dc:title><dc:language>en-US</dc:language>"
        "</cp:coreProperties>"
    )
    document = f"<w:document {W}><w:body>{paragraph('Drei Tote.')}</w:body></w:document>"
    data = packed({"docProps/core.xml": core, "word/document.xml": document})
    assert received(data, "story.docx") == Received(text="Drei Tote.", format="docx")


def test_the_main_part_is_the_one_the_package_names() -> None:
    assert received(word(paragraph("Drei Tote."), "word/document2.xml"), "a.docx").text == "Drei Tote."


DOCUMENT = f"<w:document {W}><w:body>{paragraph('x')}</w:body></w:document>"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (packed({"xl/workbook.xml": "<a/>"}), "is a spreadsheet; save it again as .docx, or its text as .txt"),
        (packed({"ppt/presentation.xml": "<a/>"}), "is a presentation"),
        (
            packed({"content.xml": "<a/>", "mimetype": "application/vnd.oasis.opendocument.text"}),
            "is an OpenDocument file",
        ),
        (packed({"story.txt": "Drei Tote."}), "is a packed file but no Word document; unpack it"),
        (packed({}), "is a packed file but no Word document"),
        (word("")[:-60], "is a damaged or locked packed file"),
        (packed({"word/document.xml": "<w:document>"}), "is not well-formed XML"),
        (packed({"word/document.xml": f"<!DOCTYPE a [<!ENTITY b 'c'>]>{DOCUMENT}"}), "declares an entity (b)"),
        (packed({"_rels/.rels": LINKS.format(main="word/gone.xml")}), "no Word document"),
        (word(paragraph()), "holds no text"),
        (packed({f"{n}": "" for n in range(5_001)}), "is a packed file of more than 5,000 parts"),
    ],
)
def test_other_packed_files_and_broken_ones_are_refused_by_name(data: bytes, words: str) -> None:
    with pytest.raises(InputError) as caught:
        received(data, "story.docx")
    assert words in str(caught.value)


@pytest.mark.parametrize("size", [15_000_000, 200_000_000])
def test_a_document_that_unpacks_to_far_more_than_a_story_is_refused_at_once(size: int) -> None:
    data = packed({"word/document.xml": bytes(size)})
    begun = time.process_time()
    with pytest.raises(InputError, match=r"word/document.xml: unpacks to .* bytes, far more than a story"):
        received(data, "bombe.docx")
    assert time.process_time() - begun < 1


def test_an_archive_that_lies_about_its_size_is_not_believed() -> None:
    data = bytearray(packed({"word/document.xml": DOCUMENT.encode() + b" " * 25_000_000}))
    for record, field in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        start = data.index(record) + field
        data[start : start + 4] = (1_000).to_bytes(4, "little")
    with pytest.raises(InputError):
        received(bytes(data), "bombe.docx")


def test_a_locked_part_is_refused() -> None:
    data = bytearray(word(paragraph("x")))
    for found in (start for start in range(len(data) - 4) if data[start : start + 4] == b"PK\x01\x02"):
        data[found + 8] |= 1
    with pytest.raises(InputError, match="is a damaged or locked packed file"):
        received(bytes(data), "story.docx")


SOUND = word(paragraph("Mehr als ", "12.000 Soldaten.") + "<w:tbl><w:tr><w:tc/></w:tr></w:tbl>")


@given(st.lists(st.tuples(st.integers(0, len(SOUND)), st.binary(max_size=4)), min_size=1, max_size=5))
@settings(deadline=None)
def test_a_damaged_document_gives_a_text_or_one_line_that_says_why_not(damage: list[tuple[int, bytes]]) -> None:
    data = bytearray(SOUND)
    for start, instead in damage:
        data[start : start + len(instead)] = instead
    try:
        received(bytes(data), "a.docx")
    except InputError as error:
        assert str(error).isprintable()


def test_a_document_stored_unpacked_is_read() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("word/document.xml", DOCUMENT)
    assert received(out.getvalue(), "a.docx").text == "x"
