"""What a file is, by its content. Its name is a hint only where the content leaves a choice."""

from __future__ import annotations

import re
from typing import Literal

from dashboard.reading.inputs.errors import InputError

Kind = Literal["text", "html", "json", "xml"]

_EXPORT = "export its text as .txt or .docx"
# How files begin that hold no text to read, and what to call them.
_BINARY = (
    (b"%PDF-", "a PDF", _EXPORT),
    (b"{\\rtf", "an RTF document", "save it as .docx"),
    (b"\xd0\xcf\x11\xe0", "an old Office document or one with a password", "save it as .docx without a password"),
    (b"\x89PNG", "a picture (PNG)", "send the story's text"),
    (b"\xff\xd8\xff", "a picture (JPEG)", "send the story's text"),
    (b"GIF8", "a picture (GIF)", "send the story's text"),
    (b"II*\0", "a picture (TIFF)", "send the story's text"),
    (b"MM\0*", "a picture (TIFF)", "send the story's text"),
    (b"RIFF", "a picture, a sound or a film (RIFF)", "send the story's text"),
    (b"ID3", "a sound (MP3)", "send the story's text"),
    (b"OggS", "a sound (Ogg)", "send the story's text"),
    (b"\0\0\0\x18ftyp", "a film (MP4)", "send the story's text"),
    (b"\0\0\0\x20ftyp", "a film (MP4)", "send the story's text"),
    (b"\x1f\x8b", "a packed file (gzip)", "unpack it first"),
    (b"7z\xbc\xaf", "a packed file (7z)", "unpack it first"),
    (b"Rar!", "a packed file (RAR)", "unpack it first"),
    (b"BZh", "a packed file (bzip2)", "unpack it first"),
    (b"SQLite format 3\0", "a database (SQLite)", _EXPORT),
    (b"MZ\x90", "a program", "send the story's text"),
    (b"\x7fELF", "a program", "send the story's text"),
)
ZIP = (b"PK\x03\x04", b"PK\x05\x06")  # a .docx, and the empty archive

_WEB = frozenset({"html", "head", "body", "title", "meta", "link", "script", "style", "main", "article", "section"}) | {
    *("header", "nav", "div", "p", "h1", "h2", "h3", "h4", "span", "a", "b", "i", "em", "strong", "br", "ul", "ol"),
    *("table", "blockquote", "center", "font"),
}
_NAME = re.compile(r"<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)")
_MARKED_UP = re.compile(r"<(?:p|div|br|h[1-6]|html|body|article)[\s/>]", re.I)


def refuse_binary(data: bytes) -> None:
    """Refuse what is known to hold no text, by its name, with the way out."""
    for begins, what, way_out in _BINARY:
        if data.startswith(begins):
            raise InputError(f"is {what}; {way_out}")


def kind(text: str, name: str) -> Kind:
    """Return what a decoded text is written in.

    A text that begins with a brace and a quoted name is JSON, one that begins with an element of HTML is HTML, with an
    XML declaration, a document type or a name space XML, and everything else is plain text, though it begin with "<".
    """
    ending = name.rpartition(".")[2].lower()
    begin = text[:200].lstrip("\ufeff \t\r\n")
    if re.match(r'\{\s*["}]', begin) or (ending == "json" and begin[:1] in "{["):
        return "json"
    if begin.startswith("<"):
        return _marked_up(text, ending)
    if ending in ("html", "htm", "xhtml") and _MARKED_UP.search(text):
        return "html"
    return "text"


def _marked_up(text: str, ending: str) -> Kind:
    declared = False
    place = text.find("<")
    while True:  # over what may stand before the first element
        if text.startswith("<?xml", place):
            declared, ends = True, "?>"
        elif text.startswith("<!--", place):
            ends = "-->"
        elif text[place : place + 14].lower() == "<!doctype html":
            return "html"
        elif text[place : place + 9].lower() == "<!doctype":
            return "xml"
        else:
            break
        after = text.find(ends, place)
        start = text.find("<", after)
        if after < 0 or start < 0 or text[after + len(ends) : start].strip():
            break
        place = start
    first = _NAME.match(text, place)
    name = first[2].lower() if first else ""
    if name in _WEB and not (first and first[1]):
        return "html"
    if declared or ending == "xml" or (first and "xmlns" in text[place : place + 2000].partition(">")[0]):
        return "xml"
    return "text"
