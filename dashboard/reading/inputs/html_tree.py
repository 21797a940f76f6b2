"""HTML from strangers to a tree: mended as browsers do it, in linear time, without signs that no tree can hold."""

from __future__ import annotations

import re

from dashboard.reading.inputs.errors import InputError
from dashboard.reading.inputs.limits import MAX_ATTRIBUTES, MAX_ELEMENTS
from dashboard.reading.inputs.xml import Element

WAY_OUT = "save the story's text as .txt or .docx"
# One attribute as the standard cuts it, and a tag with its first thousand and the next one. A match never goes back,
# and the search goes on behind it: the time is linear.
_ATTRIBUTE = r"""(?:[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+)"""
_TAG = re.compile(rf"<[A-Za-z][^\s/>]*+{_ATTRIBUTE}{{0,{MAX_ATTRIBUTES}}}+({_ATTRIBUTE})?+")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]")  # no tree can hold them, and no page shows them
_REFERENCE = re.compile(r"&#(?:[xX]([0-9A-Fa-f]{1,8})|([0-9]{1,8}));?")


def parse(text: str) -> Element:
    """Return a page as a tree, mended as a browser would, without comments; InputError for what no article needs."""
    from lxml import etree, html  # ty: ignore[missing-module-member]

    if any(tag[1] is not None for tag in _TAG.finditer(text)):
        raise InputError(f"is a page with more than {MAX_ATTRIBUTES:,} attributes in one tag; {WAY_OUT}")
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        page = html.document_fromstring(_shown_signs(text).encode("utf-8"), parser=parser)
    except (etree.LxmlError, ValueError):
        raise InputError(f"is HTML without any content; {WAY_OUT}") from None
    if page.xpath("count(//*)") > MAX_ELEMENTS:
        raise InputError(f"is a page of more than {MAX_ELEMENTS:,} elements, no article; {WAY_OUT}")
    return page


def fragment(text: str) -> Element:
    """Return a piece of HTML, as wire items carry it, as a tree; InputError if it is none or too large."""
    return parse(f"<div>{text}</div>")


def _shown_signs(text: str) -> str:
    """Return a page's text without control characters, written out or as numbers; `&#132;` is „ as in every browser."""

    def sign(found: re.Match[str]) -> str:
        code = int(found[1], 16) if found[1] else int(found[2])
        if 0x80 <= code < 0xA0:
            return bytes([code]).decode("windows-1252", "ignore")
        return "" if code > 0x10FFFF or 0xD800 <= code < 0xE000 or _CONTROLS.match(chr(code)) else found[0]

    return _REFERENCE.sub(sign, _CONTROLS.sub("", text))
