"""IPTC ninjs, "News in JSON", 1.0 to 3.3.

The versions differ in three ways that matter here. 1.x has `headline` and `body_text`, `body_html`, `body_xhtml` …; 2.0
has the lists `headlines` and `bodies` of objects with `role`, `contenttype` and `value`; 3.0 writes the same names in
camel case (`versionCreated`, `contentType`), so names are compared without regard to case. Associated items (pictures,
links) are items of their own and no part of the story.
"""

from __future__ import annotations

import json
from typing import Any

from dashboard.reading.inputs import blocks, limits, said
from dashboard.reading.inputs.errors import InputError, at, shown
from dashboard.reading.inputs.received import Received

_TELLING = frozenset({"versioncreated", "firstcreated", "headline", "headlines", "pubstatus", "bodies", "renditions"})
_WEB_TYPES = ("text/html", "application/xhtml+xml")
_PLAIN_TYPES = ("text/plain", "text")
_NO_STORY = "ask for the item with its text"

Item = dict[str, Any]
Body = tuple[str, str, str]  # field, media type ("" unknown), value


def read(text: str, encoding: str) -> Received:
    """Return the story of a ninjs item; InputError for other JSON, a withdrawn item, and one without a body.

    Of several bodies one is read, as they are mostly the same text twice: one with the role "main" before others, one
    with paragraphs (HTML) before plain text, else the first.
    """
    item = _item(text)
    _refuse_withdrawn(item)
    title = said.line(item.get("headline"), *(one["value"] for one in _main_first(_parts(item, "headlines"))))
    field, media, value = _body(item)
    published, published_from = said.wire_day(
        [_stamp(item, name) for name in ("versionCreated", "firstCreated", "contentCreated")],
        _stamp(item, "embargoed" if "embargoed" in item else "embargoedUntil"),
    )
    return Received(
        text=_story(field, media, value, title),
        format="ninjs",
        encoding=encoding,
        language=said.language(_text(item, "language")),
        published=published,
        published_from=published_from,
        publisher=said.line(item.get("copyrightholder"), *(one.get("name") for one in _list(item, "infosources"))),
        title=title,
    )


def _item(text: str) -> Item:
    try:
        # Numbers stay text: none is needed, and a number of a million digits would take minutes to evaluate.
        found = json.loads(text, parse_int=str, parse_float=str)
    except json.JSONDecodeError as error:
        problem = f"is not JSON ({error.msg[:1].lower()}{error.msg[1:]}); export it again"
        raise InputError(problem, at(error.lineno, error.colno)) from None
    except RecursionError:
        raise InputError("is JSON nested deeper than any news item; export it again") from None
    if not isinstance(found, dict):
        raise InputError("is JSON but no ninjs item: an object is expected; save each story as a file of its own")
    item = _lowered(found)
    if not any(name in _TELLING or name.startswith("body_") for name in item):
        names = shown(", ".join(list(found)[:5])) or "none"
        raise InputError(f"is JSON but no ninjs item (its fields: {names}); export it as ninjs or as text")
    return item


def _lowered(found: dict[str, Any]) -> Item:
    return {name.lower(): value for name, value in found.items()}


def _list(item: Item, name: str) -> list[Item]:
    found = item.get(name)
    return [_lowered(one) for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _text(item: Item, name: str) -> str | None:
    found = item.get(name)
    return found if isinstance(found, str) else None


def _parts(item: Item, name: str) -> list[Item]:
    return [one for one in _list(item, name) if said.line(one.get("value"))]


def _main_first(parts: list[Item]) -> list[Item]:
    return sorted(parts, key=lambda one: one.get("role") != "main")


def _refuse_withdrawn(item: Item) -> None:
    status = (_text(item, "pubstatus") or "usable").strip().lower()
    if status != "usable":
        raise InputError(
            f"is {shown(status)} by its publisher and must not be used; ask for a usable version", "pubstatus"
        )


def _stamp(item: Item, name: str) -> said.Stamp:
    """Return a point in time under its name in 3.0, whichever way the item writes it."""
    return name, _text(item, name.lower())


def _body(item: Item) -> Body:
    found = [
        (name, _media(name.removeprefix("body_")), value)
        for name, value in item.items()
        if name.startswith("body_") and isinstance(value, str) and value.strip()
    ] + [
        (f"bodies, role {shown(str(one.get('role', 'none')))}", _bare(_text(one, "contenttype")), one["value"])
        for one in _main_first(_parts(item, "bodies"))
    ]
    if not found:
        what = _text(item, "type")
        raise InputError(f"is a ninjs item without a body{f' (a {shown(what)})' if what else ''}; {_NO_STORY}")
    mains = [one for one in found if one[0].endswith("role main")] or found
    return min(mains, key=lambda one: (*_WEB_TYPES, *_PLAIN_TYPES, "").index(one[1]) if _readable(one) else 9)


def _media(name: str) -> str:
    """Return the media type that a name like `body_html` stands for; provider's own names stand for none."""
    return {"html": "text/html", "xhtml": "application/xhtml+xml", "text": "text/plain"}.get(name, "")


def _bare(media: str | None) -> str:
    return (media or "").partition(";")[0].strip().lower()


def _readable(body: Body) -> bool:
    return body[1] in (*_WEB_TYPES, *_PLAIN_TYPES, "")


def _story(field: str, media: str, value: str, title: str | None) -> str:
    limits.check_text(value)
    if media in _WEB_TYPES or (not media and value.lstrip().startswith("<")):
        from dashboard.reading.inputs.html_tree import fragment

        return said.story(title, blocks.blocks(fragment(value), blocks.WEB))
    if media in (*_PLAIN_TYPES, ""):
        return said.story(title, [value])
    raise InputError(f"has its story in {shown(media)}, which is not read; ask for HTML or plain text", field)
