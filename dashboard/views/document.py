"""The page of a document: the story in full with every row marked in place, or what the board took from a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.drawing.markup import render, visible
from dashboard.drawing.wording import Words
from dashboard.ledger import passages, questions
from dashboard.ledger.passages import Mark
from dashboard.ledger.tables import Ledger
from dashboard.views import links, rows
from dashboard.views.exhibits import records
from dashboard.views.map_layers import holder_row
from dashboard.views.request import Request
from dashboard.views.reservations import cautions

LAYERS: tuple[str, ...] = ("figure", "date", "speaker", "reservation")


def choices(ledger: Ledger, request: Request, kept: str) -> dict[str, str]:
    """Return the documents a reader can choose: those published by the day, stories first, then the newest first.

    `kept` is the id the address names: who goes back to a day before it was published keeps it, and reads that.
    """
    published = ledger.documents["published_on"] <= pd.Timestamp(request.day)
    shown = ledger.documents[published | (ledger.documents["id"] == kept)].sort_values(
        ["kind", "published_on", "id"], ascending=[False, False, True]
    )
    named: dict[str, str] = {}
    for row in ledger.records("documents", shown):
        name = f"{request.words.short_day(row['published_on'])} {rows.source_of(ledger, row['id'], request.words)}"
        named[row["id"]] = name if name not in named.values() else f"{name} ({row['id']})"
    return named or {"": request.words("document.none")}


def can_be_marked(ledger: Ledger, request: Request, document_id: str) -> bool:
    """Whether there is a text to mark: the document is kept here and was published by the day."""
    published = document_id and ledger.find("documents", document_id)["published_on"] <= pd.Timestamp(request.day)
    return bool(published) and document_id in ledger.texts


@dataclass(frozen=True)
class DocumentView:
    """A document's page: what it is, and either its text with marks or what the board took from it."""

    head: str
    body: str
    marked: bool


def document(ledger: Ledger, request: Request, document_id: str, layers: tuple[str, ...], at: str) -> DocumentView:
    """Prepare the page of a document; `layers` are the kinds of marks shown, `at` is the id of the row to show."""
    words = request.words
    row = ledger.find("documents", document_id)
    known = row["published_on"] <= pd.Timestamp(request.day)
    text = ledger.texts.get(document_id)
    head = render(
        "document_head",
        words,
        title=rows.source_of(ledger, document_id, words),
        name=words.pick(row, "title"),
        language=words.language_name(row["language"]),
        published=words.day(row["published_on"]),
        basis=words.of("published", row["published_basis"]),
        reason=words.pick(row, "published_reason"),
        link=row["url"],
        file=row["file"],
        sha256=row["sha256"],
        kept=text is not None,
    )
    if not known:
        there = links.page(Request(row["published_on"].date(), request.language), "document", document=document_id)
        return DocumentView(head, render("document_unknown", words, there=there, day=words.day(request.day)), False)
    if text is None:
        return DocumentView(head, _taken(ledger, document_id, request), False)
    return DocumentView(head, _text(ledger, document_id, text, layers, at, request), True)


def _text(ledger: Ledger, document_id: str, text: str, layers: tuple[str, ...], at: str, request: Request) -> str:
    """Return the text line by line, its marks in place, with what is to be said of each line beside it."""
    marks = [one for one in passages.marks_in(ledger, document_id, request.day) if one.kind in layers or one.id == at]
    doubts = [ledger.find("reservations", one.id) for one in marks if one.kind == "reservation"]
    notes = {one["id"]: one for one in cautions(ledger, doubts, request)}
    numbers = {one["id"]: number for number, one in enumerate(doubts, start=1)}
    lines = []
    for line in passages.paragraphs(text, marks):
        begun = [one for piece in line for one in piece.begins]
        lines.append(
            {
                "pieces": [_piece(ledger, piece, at, numbers, request) for piece in line if piece.text],
                "figures": [_figure(ledger, one, request) for one in begun if one.kind == "figure"],
                "dates": [_date(ledger, one, request.words) for one in begun if one.kind == "date"],
                "notes": [
                    {**notes[one.id], "number": numbers[one.id], "here": one.id == at}
                    for one in begun
                    if one.kind == "reservation"
                ],
            }
        )
    return render(
        "document_text",
        request.words,
        language=ledger.find("documents", document_id)["language"],
        day=request.words.day(request.day),
        lines=lines,
        layers={one.kind for one in marks},
        statuses=sorted({ledger.find("figures", one.id)["status"] for one in marks if one.kind == "figure"}),
    )


def _piece(ledger: Ledger, piece: passages.Piece, at: str, numbers: dict[str, int], request: Request) -> dict[str, Any]:
    """Return a stretch of text with its classes, where a click on it leads, and the notes that end with it."""
    kinds = [f"lb-is-{one.kind}" for one in piece.marks]
    figure = next((one for one in piece.marks if one.kind == "figure"), None)
    doubts = {one: ledger.find("reservations", one.id)["verdict"] for one in piece.marks if one.kind == "reservation"}
    doubt = next((one for one in doubts if doubts[one] != "confirmed"), next(iter(doubts), None))  # the graver one
    hint = [_hint(ledger, one, request.words) for one in piece.marks if one.kind in ("date", "speaker")]
    if figure:
        kinds.append(f"lb-as-{ledger.find('figures', figure.id)['status']}")
    if doubts and set(doubts.values()) == {"confirmed"}:
        kinds.append("lb-so-confirmed")
    leads = links.receipt(request, figure.id) if figure else ""
    if doubt and not figure:
        leads = links.page(request, "", at=doubt.id)
    end = piece.start + len(piece.text)
    return {
        "signs": visible(piece.text),
        "classes": " ".join(
            [*dict.fromkeys(kinds), *(["lb-here"] if any(one.id == at for one in piece.marks) else [])]
        ),
        "anchors": [one.id for one in piece.begins],
        "leads": leads,
        "hint": "; ".join(hint),
        "numbers": [numbers[one.id] for one in piece.marks if one.kind == "reservation" and one.end == end],
    }


def _hint(ledger: Ledger, mark: Mark, words: Words) -> str:
    """Say which day or who is meant, for pointing at a date or a speaker."""
    row = ledger.find("appearances", mark.id)
    if mark.kind == "date":
        return _when(ledger, row, words)
    actor = ledger.find("actors", row["actor_id"])
    name, role = words.pick(actor, "name"), words.pick(actor, "role")
    return f"{name}, {role}" if role else name


def _when(ledger: Ledger, appearance: dict[str, Any], words: Words) -> str:
    """Return the day, month or days of the event the words of an appearance stand for, or whose figure they belong to.

    Words that belong to a figure need not name its period: "since March 2022" says how long no month was larger.
    """
    if appearance["figure_id"]:
        said = words.amount(ledger.find("figures", appearance["figure_id"]))
        return words("document.belongs", said=said)
    event = ledger.find("events", appearance["event_id"])
    if event["precision"] == "month":
        return words.month(event["happened_on"])
    end = event["happened_on"] if pd.isna(event["ended_on"]) else event["ended_on"]
    return words.period(event["happened_on"].date(), end.date())


def _figure(ledger: Ledger, mark: Mark, request: Request) -> dict[str, Any]:
    row, words = ledger.find("figures", mark.id), request.words
    return {
        "receipt": links.receipt(request, mark.id),
        "said": words.amount(row),
        "claimant": rows.claimant_of(ledger, row, words),
        "status": row["status"],
    }


def _date(ledger: Ledger, mark: Mark, words: Words) -> dict[str, Any]:
    row = ledger.find("appearances", mark.id)
    event = ledger.find("events", row["event_id"]) if row["event_id"] else None
    return {
        "as_written": row["as_written"],
        "when": _when(ledger, row, words),
        "event": words.pick(event, "title") if event else "",
        "note": words.pick(row, "note"),
    }


def _taken(ledger: Ledger, document_id: str, request: Request) -> str:
    """Return what the board took from a page: figures, events, holders, other appearances, evidence. No sentences."""
    words = request.words
    of = {
        name: questions.of_document(questions.known_by(ledger.table(name), request.day), document_id)
        for name in ("figures", "events", "holders", "appearances", "evidence")
    }
    repeated = [one for one in ledger.records("appearances", of["appearances"]) if one["figure_id"]]
    spoken = [one for one in ledger.records("appearances", of["appearances"]) if one["event_id"]]
    return render(
        "document_taken",
        words,
        day=words.day(request.day),
        figures=records(ledger, of["figures"], request),
        repeated=[
            {
                "receipt": links.receipt(request, one["figure_id"]),
                "said": words.amount(ledger.find("figures", one["figure_id"])),
                "as_written": one["as_written"],
                "note": words.pick(one, "note"),
            }
            for one in repeated
        ],
        events=[
            {"day": words.short_day(one["happened_on"]), "title": words.pick(one, "title"), "status": one["status"]}
            for one in [
                *ledger.records("events", of["events"]),
                *(ledger.find("events", one["event_id"]) for one in spoken),
            ]
        ],
        holders=[holder_row(ledger, one, request) for one in ledger.records("holders", of["holders"])],
        evidence=[
            {
                "says": words.pick(one, "says"),
                "title": words.pick(ledger.find("reservations", one["reservation_id"]), "title"),
                "place": links.document(
                    request,
                    ledger.find("reservations", one["reservation_id"])["document_id"],
                    one["reservation_id"],
                ),
            }
            for one in ledger.records("evidence", of["evidence"])
        ],
    )
