"""Web pages: the article without navigation, advertisements and comments. Nothing is fetched.

Trafilatura finds the article; what it leaves is made into blocks here, and what the page says of itself is read from
its own metadata (trafilatura's would guess dates from the text).
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from functools import cache
from typing import Any

from dashboard.reading.inputs import blocks, html_tree, said
from dashboard.reading.inputs.errors import InputError
from dashboard.reading.inputs.html_tree import WAY_OUT
from dashboard.reading.inputs.received import Received
from dashboard.reading.inputs.xml import Element

# Names under which pages give the day of first publication, in `property`, `name` or `itemprop` of a <meta>.
_DATES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.created",
    "dc.date.created",
    "pubdate",
    "publishdate",
)
_SCRIPTS = 50  # of JSON-LD that are looked at, and how many objects in each
_NODES = 500
_SHORTEST = 50  # characters of an article


def read(text: str, encoding: str) -> Received:
    """Return the article of a web page; InputError for a page without one, or of more elements than any article."""
    page = html_tree.parse(text)
    node = _article_node(page)
    metas = _metas(page)
    title = said.line(node.get("headline"), metas.get("og:title"), _first(page, "h1"), _first(page, "title"))
    published, published_from = said.first_day(
        [
            ("JSON-LD datePublished", _string(node.get("datePublished"))),
            *((f"meta {name}", metas.get(name)) for name in _DATES),
            *(("time", stamp) for stamp in _times(page)),
        ]
    )
    language = said.language(
        _string(node.get("inLanguage")),
        page.get("lang"),
        page.get("{http://www.w3.org/XML/1998/namespace}lang"),
        metas.get("content-language"),
        (metas.get("og:locale") or "").replace("_", "-"),
    )
    publisher = node.get("publisher")
    if isinstance(publisher, dict):
        publisher = publisher.get("name")
    found, heading = _article(page)
    return Received(
        text=said.story(heading or title, found),
        format="html",
        encoding=encoding,
        language=language,
        published=published,
        published_from=published_from,
        publisher=said.line(publisher, metas.get("og:site_name")),
        title=heading or title,
    )


def _article(page: Element) -> tuple[list[str], str | None]:
    """Return the article's blocks, and its own headline if it begins with one."""
    import trafilatura
    from lxml import etree  # ty: ignore[missing-module-member]

    # Of a page without an article it would take these for one.
    etree.strip_elements(page, "nav", "template", with_tail=False)
    found = trafilatura.bare_extraction(
        page, include_comments=False, include_tables=True, include_links=False, with_metadata=False, config=_config()
    )
    body: Element = getattr(found, "body", None)
    article = [] if body is None else _blocks(body)
    if not article:
        raise InputError(f"is a web page in which no article was found; {WAY_OUT}")
    first = body[0] if len(body) else None
    headed = first is not None and first.tag == "head" and first.get("rend") == "h1"
    return article, said.line("".join(first.itertext())) if headed else None


@cache
def _config() -> Any:
    from trafilatura.settings import use_config

    # What it cannot read it returns as None, which is said in our own words: its log would say it a second time.
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    config = use_config()
    # An article shorter than this is given up for the text of the whole page; 250 by default, and briefs are shorter.
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", str(_SHORTEST))
    return config


def _blocks(body: Element) -> list[str]:
    """Return the blocks of what was found; the text of a whole page comes as one paragraph of many lines."""
    if len(body) == 1 and body[0].tag == "p" and not len(body[0]) and "\n" in (body[0].text or ""):
        return [found for one in body[0].text.split("\n") if (found := said.line(one))]
    return blocks.blocks(body, blocks.ARTICLE)


def _string(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _first(page: Element, name: str) -> str | None:
    return next((found for one in page.iter(name) if (found := said.line("".join(one.itertext())))), None)


def _metas(page: Element) -> dict[str, str]:
    """Return what the page's <meta> elements say, by name in lower case; of a name given twice, the first."""
    metas: dict[str, str] = {}
    for one in page.iter("meta"):
        content = one.get("content")
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            if content and (name := one.get(attribute)):
                metas.setdefault(name.strip().lower(), content)
    return metas


def _times(page: Element) -> Iterator[str]:
    """Yield the stamps of <time> elements that stand for the article: marked as its publication, or first inside it."""
    for one in page.iter("time"):
        if (one.get("itemprop") or "").lower() == "datepublished" or one.get("pubdate") is not None:
            yield one.get("datetime") or ""
    for article in page.iter("article"):
        yield from (one.get("datetime") or "" for one in article.iter("time"))
        return


def _article_node(page: Element) -> dict[str, Any]:
    """Return the JSON-LD object of the article, {} if there is none: a kind of article, the first that has a date."""
    found = [node for node in _nodes(page) if _is_article(node)]
    return next((node for node in found if node.get("datePublished")), found[0] if found else {})


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    return any(
        isinstance(kind, str) and kind.rpartition("/")[2].endswith(("Article", "BlogPosting", "Report"))
        for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def _nodes(page: Element) -> Iterator[dict[str, Any]]:
    for script in list(page.iter("script"))[:_SCRIPTS]:
        if (script.get("type") or "").partition(";")[0].strip().lower() != "application/ld+json":
            continue
        try:
            waiting = [json.loads(script.text or "", parse_int=str, parse_float=str, strict=False)]
        except (ValueError, RecursionError):
            continue  # broken metadata of a page is as good as none: its text is still the text
        for _ in range(_NODES):
            if not waiting:
                break
            node = waiting.pop(0)
            if isinstance(node, list):
                waiting[:0] = node[:_NODES]
            elif isinstance(node, dict):
                yield node
                waiting += [node[name] for name in ("@graph", "mainEntity", "mainEntityOfPage") if name in node]
