"""IPTC NewsML-G2: a `newsItem`, or a `newsMessage` that carries one story.

Not read: NewsML 1, NITF or SportsML alone, packages, concepts and plans; they are refused by name.
"""

from __future__ import annotations

from dashboard.reading.inputs import blocks, said, xml
from dashboard.reading.inputs.errors import InputError, shown
from dashboard.reading.inputs.received import Received
from dashboard.reading.inputs.xml import Element

G2 = "http://iptc.org/std/nar/2006-10-01/"
_N = f"{{{G2}}}"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_ROLES_LAST = ("subtitle", "sub", "kicker", "short", "alt")


def read(text: str, encoding: str) -> Received:
    """Return the story of a NewsML-G2 file; InputError for other XML, a withdrawn item, and one without a text.

    A news message must hold exactly one usable item of class text with a text in it: pictures and films that travel
    with it are passed over, but of two stories none is chosen silently.
    """
    root = xml.parse(text)
    name, space = xml.local(root), xml.namespace(root)
    if space != G2 or name not in ("newsItem", "newsMessage"):
        what = f"{shown(name)} of {shown(space)}" if space else shown(name)
        raise InputError(f"is XML but no NewsML-G2 news item ({what}); ask for NewsML-G2 or save the text as .txt")
    item = root if name == "newsItem" else _only_story(root)
    _refuse_withdrawn(item)
    language = said.language(_attribute(item, "contentMeta/language", "tag"), item.get(_LANG), root.get(_LANG))
    published, published_from = said.wire_day(
        [
            ("itemMeta/versionCreated", _value(item, "itemMeta/versionCreated")),
            ("itemMeta/firstCreated", _value(item, "itemMeta/firstCreated")),
            ("contentMeta/contentCreated", _value(item, "contentMeta/contentCreated")),
        ],
        ("itemMeta/embargoed", _value(item, "itemMeta/embargoed")),
    )
    content, title = _content(item)
    return Received(
        text=said.story(title, content),
        format="newsml-g2",
        encoding=encoding,
        language=language,
        published=published,
        published_from=published_from,
        publisher=_publisher(item),
        title=title,
    )


def _path(path: str) -> str:
    return "/".join(_N + step for step in path.split("/"))


def _value(item: Element, path: str) -> str | None:
    found = item.find(_path(path))
    return None if found is None else said.line("".join(found.itertext()))


def _attribute(item: Element, path: str, *names: str) -> str | None:
    found = item.find(_path(path))
    return None if found is None else said.line(*(found.get(name) for name in names))


def _code(concept: str | None) -> str | None:
    """Return the code in a QCode or concept URI: "canceled" of both `stat:canceled` and `http://…/pubstatusg2/canceled`."""
    return said.line(concept.replace("/", ":").rpartition(":")[2]) if concept else None


def _status(item: Element) -> str:
    return (_code(_attribute(item, "itemMeta/pubStatus", "qcode", "uri")) or "usable").lower()


def _refuse_withdrawn(item: Element) -> None:
    if (status := _status(item)) != "usable":
        problem = f"is {shown(status)} by its publisher and must not be used; ask for a usable version"
        raise InputError(problem, "itemMeta/pubStatus")


def _only_story(message: Element) -> Element:
    items = [one for one in message.findall(_path("itemSet/newsItem")) if _is_text(one) and _parts(one)]
    stories = [one for one in items if _status(one) == "usable"] or items[:1]
    if not stories:
        raise InputError("is a news message without a text item; ask for the item with its text", "itemSet")
    if len(stories) > 1:
        titles = "; ".join(shown(_headline(one) or "no headline") for one in stories[:3])
        problem = f"holds {len(stories)} stories ({titles}); save each one as a file of its own"
        raise InputError(problem, "itemSet")
    return stories[0]


def _is_text(item: Element) -> bool:
    return _code(_attribute(item, "itemMeta/itemClass", "qcode", "uri")) in (None, "text", "composite")


def _parts(item: Element) -> list[Element]:
    """Return the elements that may hold the story, marked-up ones first."""
    return item.findall(_path("contentSet/inlineXML")) + item.findall(_path("contentSet/inlineData"))


def _headline(item: Element) -> str | None:
    """Return the headline: the one without a role or with a main one, by rank."""

    def order(headline: Element) -> tuple[bool, int]:
        rank = headline.get("rank", "1")
        return (_code(headline.get("role")) or "").lower() in _ROLES_LAST, int(rank) if rank.isdecimal() else 99

    found = sorted(item.findall(_path("contentMeta/headline")), key=order)
    return said.line(*("".join(one.itertext()) for one in found))


def _content(item: Element) -> tuple[list[str], str | None]:
    """Return the blocks and the headline of the first part that can be read."""
    title = _headline(item)
    parts = _parts(item)
    for part in parts:
        found, inner = _part(part)
        if found:
            return found, title or inner
    if not parts:
        raise InputError("is a news item without a text in it; ask for the item with its text", "contentSet")
    kinds = ", ".join(dict.fromkeys(shown(part.get("contenttype", "no content type")) for part in parts))
    raise InputError(f"has no text that is read ({kinds}); ask for XHTML, NITF or plain text", "contentSet")


def _part(part: Element) -> tuple[list[str], str | None]:
    """Return blocks and headline of one part of the content; no blocks if it is in a form that is not read."""
    if xml.local(part) == "inlineData":
        return _data(part), None
    for child in part:
        if xml.local(child) == "html":
            body = next((one for one in child if xml.local(one) == "body"), child)
            return _web(body)
        if xml.local(child) == "nitf":
            return _nitf(child)
    # Paragraphs without a document around them; some agencies forget to name their name space.
    if len(part) and all(xml.namespace(child) in ("", G2, "http://www.w3.org/1999/xhtml") for child in part):
        return _web(part)
    return [], None


def _web(body: Element) -> tuple[list[str], str | None]:
    # A page's own header repeats headline, time, keywords and byline; the headline comes from the item's metadata.
    markup = blocks.Markup(blocks.WEB.blocks, blocks.WEB.cells, blocks.WEB.breaks, blocks.WEB.left_out | {"header"})
    heading = next((one for one in body.iter() if xml.local(one) == "h1"), None)
    title = None if heading is None else said.line("".join(heading.itertext()))
    return blocks.blocks(body, markup) or blocks.blocks(body, blocks.WEB), title


def _nitf(nitf: Element) -> tuple[list[str], str | None]:
    content = next((one for one in nitf.iter() if xml.local(one) == "body.content"), None)
    heading = next((one for one in nitf.iter() if xml.local(one) == "hl1"), None)
    title = None if heading is None else said.line("".join(heading.itertext()))
    return ([] if content is None else blocks.blocks(content, blocks.NITF)), title


def _data(part: Element) -> list[str]:
    media = part.get("contenttype", "text/plain").partition(";")[0].strip().lower()
    value = part.text or ""
    if part.get("encoding") or not value.strip():  # packed, as base64: never the way a story is sent
        return []
    if media in ("text/html", "application/xhtml+xml"):
        from dashboard.reading.inputs.html_tree import fragment

        return blocks.blocks(fragment(value), blocks.WEB)
    return [value.strip("\r\n")] if media == "text/plain" else []


def _publisher(item: Element) -> str | None:
    """Return the provider's name, or its code (`nprov:AFP` is AFP), or who holds the rights."""
    return said.line(
        _value(item, "itemMeta/provider/name"),
        _attribute(item, "itemMeta/provider", "literal"),
        _code(_attribute(item, "itemMeta/provider", "qcode")),
        _value(item, "rightsInfo/copyrightHolder/name"),
        _attribute(item, "rightsInfo/copyrightHolder", "literal"),
    )
