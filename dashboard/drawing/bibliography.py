"""References in the two forms reference managers read: BibTeX and CSL-JSON. What is cited is decided in the views.

BibTeX: entries of the type `misc`, which both BibTeX and biblatex know. CSL-JSON: https://docs.citationstyles.org,
csl-data.json 1.0.2. Texts may come from documents and hold anything. BibTeX knows no day of a month: it belongs in the
note. An access day is left to whoever opened the page.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal
from urllib.parse import quote

# BibTeX counts braces even behind a backslash, so a brace of the text must not stand in the file at all.
TEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "%&_#$"},
    }
)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
ADDRESS = ":/?#[]@!$&'()*+,;=%-._~"  # may stand in an address as they are; what is left is written in percent


@dataclass(frozen=True)
class Reference:
    """One thing cited. `key` names it for good; empty fields are left out; of a month-only day only the month holds."""

    key: str
    kind: Literal["dataset", "webpage", "article"]
    title: str
    author: str = ""
    container: str = ""
    published_on: date | None = None
    month_only: bool = False
    url: str = ""
    language: str = ""
    note: str = ""


def bibtex(references: Iterable[Reference]) -> str:
    """Return the references as BibTeX in UTF-8, one entry each, in their order."""
    return "\n".join(_entry(one) for one in references)


def csl_json(references: Iterable[Reference]) -> str:
    """Return the references as CSL-JSON: a list of items, in their order."""
    return json.dumps([_item(one) for one in references], ensure_ascii=False, indent=2)


def plain(text: str) -> str:
    """Return a text as one line without controls and without signs that change the direction of what follows."""
    kinds = ((sign, unicodedata.category(sign)) for sign in text)
    kept = ("" if kind in ("Cf", "Cs") else " " if kind[0] in "CZ" else sign for sign, kind in kinds)
    return " ".join("".join(kept).split())


def tex(text: str) -> str:
    """Return a text as it stands in a BibTeX field: every sign means itself."""
    return plain(text).translate(TEX)


def address(url: str) -> str:
    """Return an address for a field that is read letter by letter: nothing in it can end the field."""
    return quote(plain(url), safe=ADDRESS)


def _entry(one: Reference) -> str:
    day = one.published_on
    fields = {
        "author": f"{{{{{tex(one.author)}}}}}" if one.author else "",  # braced twice: a name, not first and last names
        "title": f"{{{{{tex(one.title)}}}}}",
        "howpublished": f"{{{tex(one.container)}}}" if one.container else "",
        "year": f"{{{day.year:04d}}}" if day else "",
        "month": MONTHS[day.month - 1] if day else "",  # a macro; styles say it in their own language
        "url": f"{{{address(one.url)}}}" if one.url else "",
        "language": f"{{{one.language}}}" if one.language else "",
        "note": f"{{{tex(one.note)}}}" if one.note else "",
    }
    return "\n".join([f"@misc{{{one.key},", *(f"  {name} = {text}," for name, text in fields.items() if text), "}", ""])


def _item(one: Reference) -> dict[str, Any]:
    item: dict[str, Any] = {"id": one.key, "type": one.kind, "title": plain(one.title)}
    if one.author:
        item["author"] = [{"literal": plain(one.author)}]
    if one.published_on:
        parts = [one.published_on.year, one.published_on.month, one.published_on.day]
        item["issued"] = {"date-parts": [parts[:2] if one.month_only else parts]}
    texts = {
        "container-title": plain(one.container),
        "URL": address(one.url),
        "language": one.language,
        "note": plain(one.note),
    }
    return item | {name: text for name, text in texts.items() if text}
