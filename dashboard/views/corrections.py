"""The board's own corrections, newest first: what it had shown, what is right, since when and why.

They belong to the board's own clock, so all are listed on any as-of day, but for those about rows nobody knew then.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from dashboard.drawing.markup import render
from dashboard.ledger import questions
from dashboard.ledger.schema import Field
from dashboard.ledger.tables import Ledger
from dashboard.views import links, rows
from dashboard.views.exhibits import csv
from dashboard.views.request import Request
from dashboard.views.tables import as_known

BEGIN = date(2026, 11, 22)  # day of the first version that showed a board; before it there was nothing to correct
FEW = 6  # rows of one correction that are listed at once; more are folded away
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def log(ledger: Ledger, request: Request, row_id: str = "") -> str:
    """Return the log as a page: corrections for one reason together, those of `row_id` set off."""
    words = request.words
    known = as_known(ledger, "corrections", request).sort_values("corrected_on", ascending=False, kind="stable")
    days: dict[date, dict[tuple[Any, ...], dict[str, Any]]] = {}
    for one in ledger.records("corrections", known):
        alike = (one["shown_from"], one["table"], one["column"], one["reason"])
        groups = days.setdefault(one["corrected_on"], {})
        group = groups.setdefault(alike, _group(ledger, request, one))
        group["rows"].append(_row(ledger, request, one, one["row_id"] == row_id))
    return render(
        "corrections",
        words,
        begin=words.day(BEGIN),
        days=[
            {"day": words.day(day), "groups": [_folded(group, request) for group in groups.values()]}
            for day, groups in days.items()
        ],
        later=len(ledger.corrections) - len(known),
    )


def rows_as_csv(ledger: Ledger, request: Request) -> str:
    """Return the corrections listed as CSV, with the columns of the file."""
    return csv(as_known(ledger, "corrections", request))


def _group(ledger: Ledger, request: Request, one: dict[str, Any]) -> dict[str, Any]:
    words, schema = request.words, ledger.contract[one["table"]]
    return {
        "table": schema.title[request.language],
        "column": schema.field(one["column"]).title[request.language] if one["column"] else "",
        "since": words.day(one["shown_from"]),
        "reason": words.pick(one, "reason"),
        "rows": [],
    }


def _folded(group: dict[str, Any], request: Request) -> dict[str, Any]:
    """Say of a group how many rows it has, and whether they are folded away: not if one of them was asked for."""
    number = len(group["rows"])
    folds = number > FEW and not any(row["asked"] for row in group["rows"])
    return {**group, "number": number, "long": number > FEW, "open": not folds}


def _row(ledger: Ledger, request: Request, one: dict[str, Any], asked: bool) -> dict[str, Any]:
    words = request.words
    field = ledger.contract[one["table"]].field(one["column"]) if one["column"] else None
    withdrawn = one["row_id"] not in set(ledger.table(one["table"])["id"])
    name, address = (one["row_id"], "") if withdrawn else _named(ledger, request, one["table"], one["row_id"])
    return {
        "id": one["row_id"],
        "name": name,
        "address": address,
        "shown": _said(one["shown"], field, request),
        "right": words("corrections.withdrawn") if questions.withdraws(one) else _said(one["right"], field, request),
        "language": _language(ledger, one, request),
        "asked": asked,
    }


def _named(ledger: Ledger, request: Request, table: str, row_id: str) -> tuple[str, str]:
    """Return what a corrected row is called and where it is to be read; KeyError if it is not there."""
    words, row = request.words, ledger.find(table, row_id)
    match table:
        case "figures":
            amount, claimant = words.amount(row), rows.claimant_of(ledger, row, words)
            return words("corrections.figure", amount=amount, claimant=claimant), links.receipt(request, row_id)
        case "evidence":
            title = words.pick(ledger.find("reservations", row["reservation_id"]), "title")
            page = rows.source_of(ledger, row["document_id"], words)
            name = words("corrections.evidence", page=page, title=title)
            return name, links.document(request, row["document_id"], at=row_id)
        case "documents":
            return rows.source_of(ledger, row_id, words), links.document(request, row_id)
    return row_id, links.page(request, "data", table=table, search=row_id)


def _said(text: str, field: Field | None, request: Request) -> str:
    """Say a cell as the reader's language does; an empty one is empty."""
    words = request.words
    if DAY.fullmatch(text):
        return words.day(date.fromisoformat(text))
    if text and field and field.type == "boolean":
        return words("corrections.yes" if text == "true" else "corrections.no")
    return words.number(float(text)) if text and field and field.type in ("number", "integer") else text


def _language(ledger: Ledger, one: dict[str, Any], request: Request) -> str:
    """Return the language of what was shown: a document's own for its words, else the reader's."""
    rows_ = ledger.table(one["table"])
    if one["column"] != "as_written" or one["row_id"] not in set(rows_["id"]):
        return request.language
    row = ledger.find(one["table"], one["row_id"])
    return ledger.find("documents", row["document_id"])["language"]
