"""What belongs to a place: the towns within it, who held them, figures and events, with their claimants."""

from __future__ import annotations

import pandas as pd

from dashboard.drawing.markup import render
from dashboard.ledger import questions
from dashboard.ledger.tables import Ledger
from dashboard.views import rows
from dashboard.views.exhibits import records
from dashboard.views.map_layers import holder_row
from dashboard.views.marks import mended
from dashboard.views.request import Request


def choices(ledger: Ledger, request: Request, kept: str) -> dict[str, str]:
    """Return the places a reader can choose: those something is known of on the day, by name; and the one chosen.

    `kept` is the id the address names, if any: who goes back to an earlier day keeps his place, and reads that nothing
    was known of it.
    """
    words = request.words
    known = [
        questions.known_by(ledger.figures, request.day)["place_id"],
        questions.known_by(ledger.holders, request.day)["place_id"],
        questions.known_by(ledger.events, request.day)["place_id"],
    ]
    ids = {one for one in pd.concat(known) if one} | ({kept} & set(ledger.places["id"]))
    named = {one: words.pick(ledger.find("places", one), "name") for one in ids}
    return {"": words("map.no_place")} | dict(sorted(named.items(), key=lambda item: item[1].casefold()))


def belongings(ledger: Ledger, request: Request, place_id: str) -> str:
    """Return what belongs to a place and the places within it: holders, figures, events, with their claimants.

    Without a place, how to choose one.
    """
    words = request.words
    if not place_id:
        return render("hint", words, text=words("map.choose_place"))
    inside = {place_id} | {row["id"] for row in ledger.records("places", ledger.places) if row["within_id"] == place_id}
    figures = questions.current(ledger.figures, request.day)
    figures = questions.without_retellings(figures[figures["place_id"].isin(inside)]).sort_values(
        "stated_on", ascending=False
    )
    holders = questions.known_by(ledger.holders, request.day)
    holders = holders[holders["place_id"].isin(inside)].sort_values("evidence_on", ascending=False)
    events = questions.known_by(ledger.events, request.day)
    events = events[events["place_id"].isin(inside)].sort_values("happened_on", ascending=False)
    return render(
        "place",
        words,
        name=words.pick(ledger.find("places", place_id), "name"),
        holders=[holder_row(ledger, one, request) for one in ledger.records("holders", holders)],
        figures=records(ledger, figures, request),
        events=[
            {
                "day": words.short_day(row["happened_on"]),
                "title": words.pick(row, "title"),
                "status": words.of("status", row["status"]),
                "page": rows.source_of(ledger, row["document_id"], words),
                "link": ledger.find("documents", row["document_id"])["url"],
                "mended": mended(ledger, request, "events", row["id"]),
            }
            for row in ledger.records("events", events)
        ],
        indicators={
            row["id"]: words.pick(ledger.find("indicators", row["indicator_id"]), "label")
            for row in ledger.records("figures", figures)
        },
    )
