"""Revisions: every figure with more than one version known on the day, its history, and who retells it differently."""

from __future__ import annotations

from typing import Any

import pandas as pd

from dashboard.drawing.markup import render
from dashboard.drawing.picture import Caption
from dashboard.drawing.revisions import dumbbells
from dashboard.drawing.wording import Words
from dashboard.ledger import changes, questions
from dashboard.ledger.tables import Ledger
from dashboard.views import links, rows
from dashboard.views.change_items import changed_in_words, difference_said
from dashboard.views.exhibits import Exhibit, alt, exhibit, file_name, nothing_yet, sources
from dashboard.views.request import Request

History = list[dict[str, Any]]  # the versions of one figure, first published first


def _histories(ledger: Ledger, request: Request) -> list[History]:
    """Return the figures with several versions, the one revised last on top."""
    found = changes.chains(ledger.figures, request.day)
    return [[ledger.find("figures", key) for key in chain] for chain in reversed(found)]


def first_and_latest(ledger: Ledger, request: Request) -> Exhibit:
    """Draw the first and the latest version of each revised figure, one row a figure."""
    words, name = request.words, file_name(request, "revisions")
    found = _histories(ledger, request)
    if not found:
        return nothing_yet(request, name, words("revisions.none", day=words.day(request.day)))
    units = list(dict.fromkeys(ledger.find("indicators", one[-1]["indicator_id"])["unit"] for one in found))
    by_unit = [
        (unit, one)
        for unit in units
        for one in found
        if ledger.find("indicators", one[-1]["indicator_id"])["unit"] == unit
    ]
    figures = ledger.figures.set_index("id", drop=False)
    drawn, shown = [], []
    for unit, history in by_unit:
        ends = figures.loc[[history[0]["id"], history[-1]["id"]]]
        marks = rows.claims(ledger, ends, request, unit)
        by, _ = changes.difference(history[0], history[-1])
        drawn.append(
            marks.assign(
                label=_label(ledger, history[-1], words),
                said=[
                    words.amount(row) for row in ledger.records("figures", ends)
                ],  # the picture itself says which is old
                heading=words.of("unit_name", unit),
                same=by is not None,
            )
        )
        shown.append(ends)
    table, ends = pd.concat(drawn, ignore_index=True), pd.concat(shown, ignore_index=True)
    first, latest = found[0][0], found[0][-1]
    caption = Caption(
        language=request.language,
        title=words.count(
            "revisions.chart_title",
            len(found),
            label=words.pick(ledger.find("indicators", latest["indicator_id"]), "label"),
            old=words.amount(first),
            new=words.amount(latest),
        ),
        subtitle=words("revisions.chart_sub", day=words.day(request.day)),
        note=" ".join([words("revisions.marks"), *([] if table["same"].all() else [words("revisions.dotted")])]),
        source=sources(ledger, ends, request),
    )
    picture = dumbbells(table, caption, request.look, name=name, alt=alt(caption, table, words))
    return exhibit(ledger, picture, ends, request)


def histories(ledger: Ledger, request: Request) -> str:
    """Return each revised figure's history as a table of its versions; empty where the chart says there is none."""
    words = request.words
    told = [
        {
            "name": words.pick(ledger.find("indicators", history[-1]["indicator_id"]), "label"),
            "claimant": rows.claimant_of(ledger, history[-1], words),
            "changed": changed_in_words(history[0], history[-1], words) if len(history) == 2 else [],
            "versions": [
                _version(ledger, row, history[place - 1] if place else None, request)
                for place, row in enumerate(history)
            ],
        }
        for history in _histories(ledger, request)
    ]
    return render("revisions", words, figures=told)


def retold(ledger: Ledger, request: Request) -> str:
    """Return the pages known by the day that give a figure in other words than its first page, with what we noted."""
    words = request.words
    known = questions.known_by(ledger.appearances, request.day)
    noted = (known["figure_id"] != "") & (known["note"] != "") & ~known["document_id"].isin(ledger.stories)
    listed = []
    for one in ledger.records("appearances", known[noted].sort_values("known_from", ascending=False)):
        figure, document = ledger.find("figures", one["figure_id"]), ledger.find("documents", one["document_id"])
        if one["as_written"] == figure["as_written"]:
            continue
        listed.append(
            {
                "known": words.short_day(one["known_from"]),
                "figure": _label(ledger, figure, words),
                "said": words.amount(figure),
                "receipt": links.receipt(request, figure["id"]),
                "as_written": one["as_written"],
                "language": document["language"],
                "note": words.pick(one, "note"),
                "page": rows.source_of(ledger, one["document_id"], words),
                "link": document["url"],
            }
        )
    return render("retold", words, rows=listed)


def _label(ledger: Ledger, row: dict[str, Any], words: Words) -> str:
    return words(
        "revisions.label",
        label=words.pick(ledger.find("indicators", row["indicator_id"]), "label"),
        period=rows.period_of(row, words),
        claimant=rows.claimant_of(ledger, row, words),
    )


def _version(ledger: Ledger, row: dict[str, Any], before: dict[str, Any] | None, request: Request) -> dict[str, Any]:
    words = request.words
    document = ledger.find("documents", row["document_id"])
    by, reason = changes.difference(before, row) if before else (None, "first")
    return {
        "known": words.short_day(row["known_from"]),
        "said": words.amount(row),
        "receipt": links.receipt(request, row["id"]),
        "as_written": row["as_written"],
        "language": document["language"],
        "period": rows.period_of(row, words),
        "difference": difference_said(by, row["unit"], words) if by is not None else "",
        "reason": "" if by is not None else words.of("no_difference", reason),
        "page": rows.source_of(ledger, row["document_id"], words),
        "link": document["url"],
    }
