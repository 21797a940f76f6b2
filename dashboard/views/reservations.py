"""Our own doubts about a story, each with its evidence, as the templates take them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dashboard.ledger import questions
from dashboard.ledger.tables import Ledger
from dashboard.views import links, rows
from dashboard.views.marks import mended
from dashboard.views.request import Request


def cautions(ledger: Ledger, reservations: Iterable[dict[str, Any]], request: Request) -> list[dict[str, Any]]:
    """Return reservations as cautions, in their order: what is doubted, why, and the evidence known by the day."""
    words = request.words
    backing: dict[str, list[dict[str, Any]]] = {}
    evidence = ledger.records("evidence", questions.known_by(ledger.evidence, request.day))
    for one in sorted(evidence, key=lambda one: ledger.find("documents", one["document_id"])["published_on"]):
        backing.setdefault(one["reservation_id"], []).append(one)
    return [
        {
            "id": row["id"],
            "verdict": row["verdict"],
            "title": words.pick(row, "title"),
            "mended": mended(ledger, request, "reservations", row["id"]),
            "text": words.pick(row, "text"),
            "passage": row["as_written"],
            "place": links.document(request, row["document_id"], row["id"]),
            "language": ledger.find("documents", row["document_id"])["language"],
            "known": words.day(row["known_from"]),
            "evidence": [_evidence(ledger, one, request) for one in backing.get(row["id"], [])],
        }
        for row in reservations
    ]


def _evidence(ledger: Ledger, one: dict[str, Any], request: Request) -> dict[str, Any]:
    """Return a piece of evidence; it may have been published before the story it speaks about."""
    document = ledger.find("documents", one["document_id"])
    return {
        "says": request.words.pick(one, "says"),
        "page": rows.source_of(ledger, one["document_id"], request.words),
        "link": document["url"],
        "day": request.words.short_day(document["published_on"]),
        "mended": mended(ledger, request, "evidence", one["id"]),
    }
