"""Timeline: events by kind, and the treaty's path with what was done and what was still open."""

from __future__ import annotations

from typing import Any

import pandas as pd

from dashboard.drawing.markup import render
from dashboard.drawing.moments import lanes
from dashboard.drawing.picture import Caption, escape
from dashboard.drawing.wording import Words
from dashboard.ledger import questions
from dashboard.ledger.tables import Ledger
from dashboard.views import links, rows
from dashboard.views.exhibits import Exhibit, file_name, nothing_yet, sources
from dashboard.views.marks import mended
from dashboard.views.request import Request

KINDS = ("treaty", "troops", "statement", "diplomacy", "missile", "war", "data", "south_korea", "united_states")
STEPS = ("signed", "submitted", "lower_house", "upper_house", "president", "pyongyang", "in_force")
SPANS = ("around_story", "all")
AROUND = (pd.Timestamp("2024-10-01"), pd.Timestamp("2025-01-01"))


def treaty(ledger: Ledger, request: Request) -> str:
    """Return the treaty's path as a list of steps: done with day and page, or still open on the day."""
    words = request.words
    steps: list[dict[str, Any]] = []
    for step, event in questions.treaty_path(ledger.events, request.day, STEPS):
        document_id = event["document_id"] if event is not None else ""
        steps.append(
            {
                "name": words.of("step", step),
                "done": event is not None,
                "day": words.day(event["happened_on"]) if event is not None else "",
                "page": rows.source_of(ledger, document_id, words) if document_id else "",
                "link": ledger.find("documents", document_id)["url"] if document_id else "",
            }
        )
    open_ = sum(not step["done"] for step in steps)
    if open_ == len(steps):
        return render("empty", words, text=words("timeline.treaty_unknown", day=words.day(request.day)))
    lead = (
        words("timeline.treaty_done")
        if not open_
        else words.count("timeline.treaty_open", open_, day=words.day(request.day))
    )
    return render("treaty", words, title=words("timeline.treaty"), lead=lead, steps=steps)


def chosen_events(ledger: Ledger, request: Request, span: str, kinds: tuple[str, ...]) -> pd.DataFrame:
    """Return the events known by the day in the span and kinds asked for, oldest first."""
    events = questions.known_by(ledger.events, request.day)
    events = events[events["kind"].isin(kinds)]
    if span == "around_story":
        events = events[(events["happened_on"] >= AROUND[0]) & (events["happened_on"] < AROUND[1])]
    return events.sort_values(["happened_on", "known_from", "id"])


def overview(ledger: Ledger, request: Request, span: str, kinds: tuple[str, ...]) -> Exhibit:
    """Draw the events on lanes by kind."""
    words = request.words
    name = file_name(request, "events", span)
    events = chosen_events(ledger, request, span, kinds)
    if events.empty:
        return nothing_yet(request, name, words("timeline.no_event", day=words.day(request.day)))
    table = pd.DataFrame(
        {
            "lane": [words.of("kind", kind) for kind in events["kind"]],
            "on": list(events["happened_on"]),
            "solid": list(events["status"] == "confirmed"),
            "hover": [_hover(row, words) for row in ledger.records("events", events)],
            "place": [KINDS.index(kind) for kind in events["kind"]],
        }
    ).sort_values(["place", "on"], kind="stable")
    last = events.iloc[-1]
    caption = Caption(
        language=request.language,
        title=words("timeline.title", day=words.day(last["happened_on"]), title=words.pick(last, "title")),
        subtitle=words.count(
            "timeline.sub",
            len(events),
            start=words.day(events["happened_on"].min()),
            end=words.day(last["happened_on"]),
        ),
        note=words("timeline.note"),
        source=sources(ledger, events, request),
    )
    listed = "; ".join(
        f"{words.short_day(row['happened_on'])} {words.pick(row, 'title')}" for row in ledger.records("events", events)
    )
    text = words("chart.alt", title=caption.title, subtitle=caption.subtitle, rows=listed)
    picture = lanes(
        table,
        caption,
        request.look,
        name=name,
        alt=text,
        story_day=ledger.story_day if ledger.story_day <= request.day else None,
        story_label=words("timeline.story_line"),
    )
    return Exhibit(picture, "", events, name)


def _hover(row: dict[str, Any], words: Words) -> str:
    lines = [words.pick(row, "title"), words.of("status", row["status"])]
    return "<br>".join([f"<b>{escape(words.day(row['happened_on']))}</b>", *(escape(line) for line in lines)])


def listing(ledger: Ledger, request: Request, span: str, kinds: tuple[str, ...]) -> str:
    """Return the events as a readable list by month, newest first, with the story's words where it speaks of them."""
    words = request.words
    events = chosen_events(ledger, request, span, kinds)
    mentions = questions.known_by(ledger.appearances, request.day)
    mentions = mentions[mentions["document_id"].isin(ledger.stories)]
    spoken: dict[str, list[dict[str, Any]]] = {}
    for one in ledger.records("appearances", mentions):
        spoken.setdefault(one["event_id"], []).append(one)
    months: list[dict[str, Any]] = []
    for row in ledger.records("events", events.iloc[::-1]):
        month = words.month(row["happened_on"])
        if not months or months[-1]["name"] != month:
            months.append({"name": month, "events": []})
        found = spoken.get(row["id"], [])
        months[-1]["events"].append(
            {
                "when": _when(row, words),
                "kind": words.of("kind", row["kind"]),
                "title": words.pick(row, "title"),
                "place": words.pick(ledger.find("places", row["place_id"]), "name") if row["place_id"] else "",
                "note": words.pick(row, "note"),
                "mentions": [
                    {
                        "as_written": one["as_written"],
                        "language": ledger.find("documents", one["document_id"])["language"],
                        "note": words.pick(one, "note"),
                        "place": links.document(request, one["document_id"], one["id"]),
                    }
                    for one in found
                ],
                "story": bool(found),
                "status": row["status"],
                "page": rows.source_of(ledger, row["document_id"], words),
                "link": ledger.find("documents", row["document_id"])["url"],
                "known": words.short_day(row["known_from"]),
                "mended": mended(ledger, request, "events", row["id"]),
            }
        )
    return render("events", words, months=months)


def _when(row: dict[str, Any], words: Words) -> str:
    if row["precision"] == "month":
        return words("timeline.month_only", month=words.month(row["happened_on"]))
    if pd.isna(row["ended_on"]):
        return words.short_day(row["happened_on"])
    return words("timeline.from_to", start=words.short_day(row["happened_on"]), end=words.short_day(row["ended_on"]))
