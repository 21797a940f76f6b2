"""XML from strangers to a tree: no entities, no DTD, no network, no depth without end."""

from __future__ import annotations

from typing import Any
from xml.parsers import expat

from dashboard.reading.inputs.errors import InputError, at, shown
from dashboard.reading.inputs.limits import MAX_XML_ELEMENTS

Element = Any  # lxml's; the package is imported only where a file needs it


class _BegunError(Exception):
    """The first element was reached: nothing before it is harmful."""


def parse(text: str) -> Element:
    """Return the root element of an XML document, without its comments and processing instructions.

    The text is decoded already, so what its declaration says of its encoding is of no account.
    InputError with line and column for what is not well-formed, for a document type with entities or an external
    subset (never loaded, never expanded), and for elements nested deeper than any story.
    """
    data = text.encode("utf-8")
    _check_prolog(data)
    from lxml import etree  # ty: ignore[missing-module-member]

    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        load_dtd=False,
        dtd_validation=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise _broken(error.msg or "", line, column) from None
    if root.xpath("count(//*)") > MAX_XML_ELEMENTS:
        raise InputError(f"is XML of more than {MAX_XML_ELEMENTS:,} elements, no story; save the story alone")
    return root


def local(element: Element) -> str:
    """Return the name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def namespace(element: Element) -> str:
    """Return the namespace of an element, "" for none."""
    return element.tag[1:].partition("}")[0] if element.tag.startswith("{") else ""


def _check_prolog(data: bytes) -> None:
    """Read up to the first element with a parser that expands nothing, and refuse what could do harm later."""
    parser = expat.ParserCreate("utf-8")

    def doctype(_name: str, system: str | None, public: str | None, _internal: bool) -> None:
        if system or public:
            _refuse(f"names an external document type ({shown(system or public or '')})")

    def entity(name: str, *_rest: object) -> None:
        _refuse(f"declares an entity ({shown(name)})")

    def begin(*_rest: object) -> None:
        raise _BegunError

    def _refuse(what: str) -> None:
        place = at(parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
        raise InputError(f"{what}, which is not read for safety; remove the <!DOCTYPE …>", place)

    parser.StartDoctypeDeclHandler = doctype
    parser.EntityDeclHandler = entity
    parser.StartElementHandler = begin
    try:
        parser.Parse(data, True)
    except _BegunError:
        return
    except expat.ExpatError as error:
        raise _broken(expat.ErrorString(error.code), error.lineno, error.offset + 1) from None


def _broken(why: str, line: int, column: int) -> InputError:
    return InputError(f"is not well-formed XML ({shown(why, 120)}); export it again", at(line, max(column, 1)))
