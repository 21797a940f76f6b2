"""Citations of a figure or a chart: a sentence in both languages, BibTeX and CSL-JSON.

A citation says who states a number, where it stands and as of which day the board had it; the day is no access day, so
it stands in the note. The board's row and the page it stands on are references of their own.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.drawing.bibliography import Reference, bibtex, csl_json, plain
from dashboard.drawing.wording import LANGUAGES, Language, Words
from dashboard.ledger import questions
from dashboard.ledger.tables import Ledger
from dashboard.views import rows
from dashboard.views.request import Request

BOARD = "Lagebild"
LISTED = 12  # rows a sentence names; of a larger chart it gives their number, and the references name them


@dataclass(frozen=True)
class Citation:
    """One thing to cite: the sentence in German and in English, and its references for a reference manager."""

    sentence_de: str
    sentence_en: str
    bibtex: str
    csl_json: str


def figure(ledger: Ledger, request: Request, figure_id: str) -> Citation:
    """Cite one figure, with the figure it restates, if it does.

    KeyError if there is no such figure, ValueError if nobody could know it on the day.
    """
    row = ledger.find("figures", figure_id)
    if row["known_from"].date() > request.day:
        raise ValueError(f"{figure_id} is known from {row['known_from']:%Y-%m-%d}, after {request.day}")
    cited = [row, *([ledger.find("figures", row["restates"])] if row["restates"] else [])]
    sentences = {one: _sentence(ledger, request, row, Words(one)) for one in LANGUAGES}
    words = request.words
    board = Reference(
        key=f"{BOARD.casefold()}-{figure_id}-{request.day}",
        kind="dataset",
        title=words("citation.counted", amount=words.amount(row), what=_what(ledger, row, words)),
        author=BOARD,
        language=request.language,
        note=sentences[request.language],
    )
    return _citation(sentences, [board, *_documents(ledger, cited, words)])


def chart(ledger: Ledger, request: Request, title: str, figures: pd.DataFrame) -> Citation:
    """Cite a chart by its title, as shown in the reader's language, and the figures in it; all rows stand in the note.

    ValueError if there are none, or one that nobody could know on the day: such a chart is not drawn.
    """
    if figures.empty or (figures["known_from"] > pd.Timestamp(request.day)).any():
        raise ValueError(f"a chart as of {request.day} shows some figures, all of them known by then")
    cited = ledger.records("figures", figures)
    sentences = {one: _chart(ledger, request, title, cited, Words(one)) for one in LANGUAGES}
    listed = request.words("citation.listed", ids=", ".join(row["id"] for row in cited))
    digest = hashlib.sha256("\n".join(sorted(row["id"] for row in cited)).encode()).hexdigest()
    board = Reference(
        key=f"{BOARD.casefold()}-chart-{digest[:12]}-{request.day}",
        kind="dataset",
        title=title,
        author=BOARD,
        language=request.language,
        note=f"{sentences[request.language]} {listed}",
    )
    return _citation(sentences, [board, *_documents(ledger, cited, request.words)])


def _citation(sentences: Mapping[Language, str], references: list[Reference]) -> Citation:
    return Citation(sentences["de"], sentences["en"], bibtex(references), csl_json(references))


def _sentence(ledger: Ledger, request: Request, row: Mapping[str, Any], words: Words) -> str:
    """Say a figure as one cites it: who, when, where it stands, what, as of which day, in which row."""
    said = words("citation.counted", amount=words.amount(row), what=_what(ledger, row, words))
    ids = [row["id"]]
    source = words("citation.source", who=_who(ledger, row, words), page=_page(ledger, row, words))
    retold = ""
    if row["restates"]:  # the other has a speaker, a day, a page and a period of its own
        older = ledger.find("figures", row["restates"])
        ids.append(older["id"])
        first = words("citation.source", who=_who(ledger, older, words), page=_page(ledger, older, words))
        counted = words("citation.counted", amount=words.amount(older), what=_what(ledger, older, words))
        retold = words("citation.retells", source=first, said=counted)
    after = questions.replacement(ledger.figures, row["id"], request.day)
    newer = ledger.find("figures", after) if after else None
    end = words("citation.replaced", amount=words.amount(newer), row=newer["id"]) if newer else ""
    return plain(f"{source}: {said}{retold}{end}; {_close(request, ids, words)}")


def _who(ledger: Ledger, row: Mapping[str, Any], words: Words) -> str:
    """Say who states a figure, on which day, and who passes it on where that is not the page itself."""
    name = rows.claimant_of(ledger, row, words) if row["claimant_id"] else words("citation.nobody")
    if row["claimant_inferred"] is True:
        name = words("citation.attributed", who=name)
    who = words("citation.stated", who=name, day=words.day(row["stated_on"]))
    document = ledger.find("documents", row["document_id"])
    relay = words.pick(ledger.find("actors", row["relayed_by_id"]), "name") if row["relayed_by_id"] else ""
    if relay and relay not in (document["publisher"], document["agency"]):
        return words("citation.relayed", who=who, relay=relay)
    return who


def _what(ledger: Ledger, row: Mapping[str, Any], words: Words) -> str:
    """Say what is counted; over which period, if it is counted over one; and where, if not where the others are."""
    indicator = ledger.find("indicators", row["indicator_id"])
    parts = [words.pick(indicator, "label")]
    usual = Counter(ledger.figures.loc[ledger.figures["indicator_id"] == indicator["id"], "place_id"])
    if row["place_id"] != usual.most_common(1)[0][0]:
        parts.append(rows.place_of(ledger, row, words))
    if (row["period_start"], row["period_end"]) != (row["stated_on"], row["stated_on"]):
        parts.append(rows.period_of(row, words))
    return ", ".join(parts)


def _page(ledger: Ledger, row: Mapping[str, Any], words: Words) -> str:
    """Say on which page a figure stands and of which day it is."""
    document = ledger.find("documents", row["document_id"])
    said = _published(document, words)
    if document["id"] in ledger.stories:
        return words("citation.story", day=said)
    return words("citation.page", page=_publisher(document), day=said)


def _published(document: Mapping[str, Any], words: Words) -> str:
    """Say the day of a page as it is known: an inferred one says so, and where only a month is stated, the month."""
    day = document["published_on"]
    if document["published_basis"] == "month_only":
        return words.month(day)
    inferred = document["published_basis"] == "inferred"
    return words("citation.inferred", day=words.day(day)) if inferred else words.day(day)


def _publisher(document: Mapping[str, Any]) -> str:
    """Return a page's publisher, with the house whose text it carries if that has another name."""
    publisher, agency = document["publisher"], document["agency"]
    return f"{publisher} ({agency})" if agency and agency != publisher else publisher


def _chart(ledger: Ledger, request: Request, title: str, cited: list[dict[str, Any]], words: Words) -> str:
    """Say a chart as one cites it: its title, the pages most rows stand on, as of which day, which rows."""
    names = [name for name, _ in Counter(_source(ledger, row, words) for row in cited).most_common()]
    listed, more = ", ".join(names[:3]), len(names) - 3
    source = words.count("chart.source_more", more, names=listed) if more > 0 else words("chart.source", names=listed)
    ids = [row["id"] for row in cited]
    close = _close(request, ids, words) if len(ids) <= LISTED else _count(request, len(ids), words)
    return plain(f"{words('citation.titled', title=title)} {source} {close}")


def _source(ledger: Ledger, row: Mapping[str, Any], words: Words) -> str:
    document = ledger.find("documents", row["document_id"])
    return document["publisher"] or words("claim.story")


def _close(request: Request, ids: list[str], words: Words) -> str:
    key = "citation.row" if len(ids) == 1 else "citation.rows"
    return words(key, day=words.day(request.day), board=BOARD, ids=", ".join(ids))


def _count(request: Request, number: int, words: Words) -> str:
    return words("citation.several", day=words.day(request.day), board=BOARD, n=words.number(number))


def _documents(ledger: Ledger, cited: Iterable[Mapping[str, Any]], words: Words) -> list[Reference]:
    """Return the pages figures stand on as references, each once; one without a title is named by its words."""
    found: dict[str, list[Mapping[str, Any]]] = {}
    for row in cited:
        found.setdefault(row["document_id"], []).append(row)
    return [_document(ledger, key, standing, words) for key, standing in found.items()]


def _document(ledger: Ledger, document_id: str, standing: list[Mapping[str, Any]], words: Words) -> Reference:
    document = ledger.find("documents", document_id)
    quoted = ", ".join(words("claim.quoted", text=row["as_written"]) for row in standing)
    return Reference(
        key=document_id,
        kind="article" if document_id in ledger.stories else "webpage",
        title=words.pick(document, "title") or words("citation.untitled", quotes=quoted),
        author=document["agency"] or document["publisher"],
        container=document["publisher"],
        published_on=document["published_on"].date(),
        month_only=document["published_basis"] == "month_only",
        url=document["url"],
        language=document["language"],
        note=words("citation.published", day=_published(document, words), quotes=quoted),
    )
